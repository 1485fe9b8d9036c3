from django.db import models
from django.db.models import Q

from careers.models.personal import sort_fields
from careers.models.school import Cohort, Membership, School
from careers.rules.permissions import May, Role


class StudentQuerySet(models.QuerySet["Student"]):
    def visible_to(self, viewer: Membership) -> "StudentQuerySet":
        """The students of the viewer's school whom the role lets them see by name."""
        ours = self.filter(school=viewer.school)
        if viewer.may(May.SEE_ALL_STUDENTS):
            return ours
        if not viewer.may(May.SEE_OWN_STUDENTS):
            return self.none()
        if viewer.role == Role.GROUP_LEAD:
            return ours.with_characteristic(viewer.group) if viewer.group else self.none()
        own = ours.filter(form__in=viewer.forms) if viewer.forms else self.none()
        return own.filter(cohort__leaving=viewer.leaving) if viewer.leaving else own

    def with_characteristic(self, kind: str, *, ever: bool = True) -> "StudentQuerySet":
        """Those who have `kind` now or, with `ever`, have had it at any time."""
        having = Characteristic.objects.filter(kind=kind, student=models.OuterRef("pk"))
        if not ever:
            having = having.filter(until=None)
        return self.filter(models.Exists(having))

    def may_leave_the_school(self) -> "StudentQuerySet":
        """Those about whom a list may be handed out: no safety mark stands in the way."""
        return self.filter(confidential_address=False, contacts_not_to_be_used=False, safeguarding_hold=False, deceased=False)


class Student(models.Model):
    """A person in a cohort, now or formerly."""

    school = models.ForeignKey(School, on_delete=models.CASCADE, related_name="students", db_index=False)  # other indexes begin with it
    cohort = models.ForeignKey(Cohort, on_delete=models.PROTECT, related_name="students", db_index=False)
    upn = models.CharField("UPN", max_length=13, blank=True)
    uln = models.CharField("ULN", max_length=10, blank=True)
    admission_number = models.CharField(max_length=20, blank=True)
    surname = models.CharField(max_length=100)
    forename = models.CharField(max_length=100)
    middle_names = models.CharField(max_length=150, blank=True)
    known_as = models.CharField("known as", max_length=100, blank=True)
    preferred_surname = models.CharField(max_length=100, blank=True)
    former_surname = models.CharField(max_length=100, blank=True)
    date_of_birth = models.DateField(null=True, blank=True)
    sex = models.CharField(max_length=1, blank=True)
    form = models.CharField(max_length=20, blank=True)
    postcode = models.CharField(max_length=8, blank=True)
    attendance = models.DecimalField("attendance (%)", max_digits=5, decimal_places=1, null=True, blank=True)
    enrolment_status = models.CharField(max_length=1, blank=True)
    confidential_address = models.BooleanField(default=False)
    contacts_not_to_be_used = models.BooleanField(default=False)
    safeguarding_hold = models.BooleanField(default=False)
    deceased = models.BooleanField(default=False)
    missing_since = models.DateField("not in the school's export since", null=True, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)

    objects = StudentQuerySet.as_manager()
    personal = sort_fields(
        identifying="upn uln admission_number surname forename middle_names known_as preferred_surname former_surname"
        " date_of_birth postcode",
        describing="sex form attendance enrolment_status confidential_address contacts_not_to_be_used safeguarding_hold"
        " deceased missing_since",
        neutral="id school cohort created_at",
    )
    SAFETY_MARKS = ("confidential_address", "contacts_not_to_be_used", "safeguarding_hold", "deceased")

    class Meta:
        ordering = ["surname", "forename", "id"]
        constraints = [
            models.UniqueConstraint(fields=["school", "upn"], condition=~Q(upn=""), name="a_upn_is_one_student_in_a_school"),
            models.UniqueConstraint(fields=["school", "uln"], condition=~Q(uln=""), name="a_uln_is_one_student_in_a_school"),
            models.UniqueConstraint(
                fields=["school", "admission_number"],
                condition=~Q(admission_number=""),
                name="an_admission_number_is_one_student_in_a_school",
            ),
        ]
        indexes = [models.Index(fields=["cohort", "surname", "forename"]), models.Index(fields=["school", "date_of_birth"])]

    def __str__(self) -> str:
        return f"{self.forename} {self.surname}"

    @property
    def name(self) -> str:
        """How the school speaks of the student."""
        return f"{self.known_as or self.forename} {self.preferred_surname or self.surname}"

    @property
    def register_name(self) -> str:
        """How a register writes it: SURNAME, Forename (Known as)."""
        chosen = f" ({self.known_as})" if self.known_as and self.known_as != self.forename else ""
        return f"{self.surname}, {self.forename}{chosen}"

    @property
    def may_leave_the_school(self) -> bool:
        return not any(getattr(self, mark) for mark in self.SAFETY_MARKS)


class Characteristic(models.Model):
    """That a student is, or was, in a group. `since` empty means "at least since we first heard"."""

    student = models.ForeignKey(Student, on_delete=models.CASCADE, related_name="characteristics")
    kind = models.CharField(max_length=80)
    since = models.DateField(null=True, blank=True)
    until = models.DateField(null=True, blank=True)

    personal = sort_fields(describing="kind since until", neutral="id student")

    class Meta:
        ordering = ["kind", "id"]
        constraints = [
            models.UniqueConstraint(fields=["student", "kind"], condition=Q(until=None), name="a_characteristic_is_open_once"),
            models.CheckConstraint(
                condition=Q(since=None) | Q(until=None) | Q(until__gte=models.F("since")), name="a_characteristic_ends_after_it_starts"
            ),
        ]

    def __str__(self) -> str:
        return self.kind
