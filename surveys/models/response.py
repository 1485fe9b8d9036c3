"""What people answered. Pages are kept as they were sent, one row a saving: nothing that was typed is ever written over."""

from datetime import datetime

from django.conf import settings
from django.db import models
from django.db.models import Q

from careers.models import Membership, Student
from careers.models.personal import sort_fields
from careers.rules.permissions import May
from surveys.models.wave import Invitation


class ResponseQuerySet(models.QuerySet["Response"]):
    def visible_to(self, viewer: Membership) -> "ResponseQuerySet":
        """Responses whose answers the viewer may read."""
        if not viewer.may(May.READ_ANSWERS):
            return self.none()
        return self.filter(invitation__student__in=Student.objects.visible_to(viewer))


class Response(models.Model):
    """One person's answers to one invitation. What they come to is the latest of each page (surveys/rules/answers.py)."""

    invitation = models.OneToOneField(Invitation, on_delete=models.CASCADE, related_name="response")
    language = models.CharField(max_length=10, default="en-gb")
    easy_read = models.BooleanField(default=False)
    helped_by = models.CharField("answered with help from", max_length=100, blank=True)
    page = models.CharField("the page they have come to", max_length=40, blank=True)
    started_at = models.DateTimeField()
    saved_at = models.DateTimeField()
    finished_at = models.DateTimeField(null=True, blank=True)
    heard_at = models.DateTimeField("when the answers became evidence", null=True, blank=True)
    keyed_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+")

    objects = ResponseQuerySet.as_manager()
    personal = sort_fields(
        identifying="helped_by",
        describing="language easy_read page",
        neutral="id invitation started_at saved_at finished_at heard_at keyed_by",
    )

    class Meta:
        ordering = ["-saved_at"]

    def __str__(self) -> str:
        return f"response to {self.invitation_id}"


class PageAnswer(models.Model):
    """One page as it was sent. `visit` is the pass it was sent with: only that pass is shown it again without a code. The same page sent
    twice with the same values is kept once (a double click, a resent form)."""

    response = models.ForeignKey(Response, on_delete=models.CASCADE, related_name="pages")
    page = models.CharField(max_length=40)
    values = models.JSONField(default=dict)
    saved_at = models.DateTimeField()
    visit = models.CharField(max_length=32)

    personal = sort_fields(describing="values", neutral="id response page saved_at visit")

    class Meta:
        ordering = ["saved_at", "id"]

    def __str__(self) -> str:
        return self.page


class WorryQuerySet(models.QuerySet["Worry"]):
    def visible_to(self, viewer: Membership) -> "WorryQuerySet":
        if not viewer.may(May.READ_WORRIES):
            return self.none()
        return self.filter(student__in=Student.objects.visible_to(viewer))

    def open(self) -> "WorryQuerySet":
        return self.filter(closed_at=None)

    def unread(self) -> "WorryQuerySet":
        return self.open().filter(read_at=None)

    def overdue(self, now: datetime) -> "WorryQuerySet":
        return self.unread().filter(escalate_at__lte=now)


class Worry(models.Model):
    """Something that worries a student, in their words. For careers staff and the safeguarding lead alone; never in a message."""

    student = models.ForeignKey(Student, on_delete=models.CASCADE, related_name="worries")
    response = models.ForeignKey(Response, on_delete=models.SET_NULL, null=True, related_name="worries")
    words = models.TextField(max_length=4000)
    said_at = models.DateTimeField()
    escalate_at = models.DateTimeField("unread by then, the safeguarding lead is told")
    read_at = models.DateTimeField(null=True, blank=True)
    read_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    passed_on_at = models.DateTimeField("handed to the safeguarding lead", null=True, blank=True)
    passed_on_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    escalated_at = models.DateTimeField(null=True, blank=True)
    closed_at = models.DateTimeField(null=True, blank=True)
    closed_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    note = models.CharField("what was done", max_length=500, blank=True)

    objects = WorryQuerySet.as_manager()
    personal = sort_fields(
        describing="words said_at note",
        neutral="id student response escalate_at read_at read_by passed_on_at passed_on_by escalated_at closed_at closed_by",
    )

    class Meta:
        ordering = ["-said_at"]
        verbose_name_plural = "worries"
        constraints = [models.CheckConstraint(condition=~Q(words=""), name="a_worry_says_something")]

    def __str__(self) -> str:
        return "a worry"
