"""How to reach a student or a parent or carer, and how they like to be asked."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from careers.models.people import Student
from careers.models.personal import sort_fields
from careers.models.school import Membership
from careers.rules.contact import ContactKind, Whose
from careers.rules.help_words import in_words
from careers.rules.permissions import May
from careers.rules.phone_numbers import as_shown


class ContactDetailQuerySet(models.QuerySet["ContactDetail"]):
    def current(self) -> "ContactDetailQuerySet":
        return self.filter(ended_at=None)

    def usable(self) -> "ContactDetailQuerySet":
        """Current, and nothing has come back from it."""
        return self.current().filter(bounced_at=None)


class ContactDetail(models.Model):
    """One address or number of a student, or of a parent or carer. Ended when another takes its place, never edited.

    `value` is an email address, a number in E.164 (+447700900123) or a postal address of several lines.
    """

    student = models.ForeignKey(Student, on_delete=models.CASCADE, related_name="contact_details")
    whose = models.CharField(max_length=10, choices=[(w.value, w.value) for w in Whose], default=Whose.STUDENT)
    name = models.CharField("name of the parent or carer", max_length=150, blank=True)
    relation = models.CharField(max_length=60, blank=True)
    kind = models.CharField(max_length=15, choices=[(k.value, k.label) for k in ContactKind])
    value = models.CharField(max_length=300)
    source = models.CharField("where we have it from", max_length=60)
    since = models.DateField()
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    checked_on = models.DateField("last known to be right on", null=True, blank=True)
    bounced_at = models.DateTimeField(null=True, blank=True)
    bounced_why = models.CharField(max_length=300, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)
    ended_why = models.CharField(max_length=100, blank=True)

    objects = ContactDetailQuerySet.as_manager()
    personal = sort_fields(
        identifying="name value",
        describing="whose relation kind source since checked_on bounced_at bounced_why ended_why",
        neutral="id student recorded_at recorded_by ended_at",
    )

    class Meta:
        ordering = ["whose", "kind", "-since", "-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["student", "whose", "kind", "value"], condition=Q(ended_at=None), name="a_way_of_reaching_somebody_is_current_once"
            ),
            models.CheckConstraint(condition=~Q(value=""), name="a_contact_detail_says_something"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} of {self.whose}"

    @property
    def shown(self) -> str:
        """As people write it: numbers of this country begin with 0."""
        return as_shown(self.value) if self.kind in (ContactKind.MOBILE, ContactKind.PHONE) else self.value


class Preferences(models.Model):
    """How one person is asked: language, easy read, the best way and time. Absent where nobody has said."""

    student = models.OneToOneField(Student, on_delete=models.CASCADE, related_name="preferences")
    language = models.CharField(max_length=10, blank=True)
    easy_read = models.BooleanField(default=False)
    best_way = models.CharField(max_length=10, blank=True)
    best_time = models.CharField(max_length=60, blank=True)
    adjustments = models.CharField(max_length=300, blank=True)

    personal = sort_fields(describing="language easy_read best_way best_time adjustments", neutral="id student")

    class Meta:
        verbose_name_plural = "preferences"

    def __str__(self) -> str:
        return self.language or "English"

    @property
    def language_name(self) -> str:
        return str(dict(settings.LANGUAGES).get(self.language, self.language))


class HelpRequestQuerySet(models.QuerySet["HelpRequest"]):
    def visible_to(self, viewer: Membership) -> "HelpRequestQuerySet":
        """Requests that the viewer may read: careers staff all, advisers those of their own students."""
        if not viewer.may(May.READ_ANSWERS):
            return self.none()
        return self.filter(student__in=Student.objects.visible_to(viewer))

    def open(self) -> "HelpRequestQuerySet":
        return self.filter(closed_at=None)


class HelpRequest(models.Model):
    """A student, or a former one, asks for careers help."""

    class When(models.TextChoices):
        SOON = "soon", "Soon"
        LATER = "later", "Later"

    student = models.ForeignKey(Student, on_delete=models.CASCADE, related_name="help_requests")
    when = models.CharField(max_length=10, choices=When)
    what = models.JSONField("what would help", default=list, blank=True)
    asked_at = models.DateTimeField()
    came_by = models.CharField(max_length=60)
    closed_at = models.DateTimeField(null=True, blank=True)
    closed_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    closed_why = models.CharField(max_length=300, blank=True)

    objects = HelpRequestQuerySet.as_manager()
    personal = sort_fields(describing="when what asked_at closed_why", neutral="id student came_by closed_at closed_by")

    class Meta:
        ordering = ["-asked_at"]
        constraints = [
            models.UniqueConstraint(fields=["student"], condition=Q(closed_at=None), name="a_student_has_one_open_request_for_help"),
        ]

    def __str__(self) -> str:
        return f"help, {self.when}"

    @property
    def in_words(self) -> list[str]:
        """What would help, as staff pages write it."""
        return in_words(self.what)
