from datetime import date

from django.conf import settings
from django.db import models

from careers.models import Cohort, Membership, School, Student
from careers.models.personal import sort_fields
from careers.rules.permissions import May
from destinations.models.provider import Provider, Source
from destinations.rules.outcomes import OUTCOMES, Route
from destinations.rules.telling import lower
from destinations.rules.wording import SAID_WORDS


class DataReturnQuerySet(models.QuerySet["DataReturn"]):
    def visible_to(self, viewer: Membership) -> "DataReturnQuerySet":
        return self.filter(school=viewer.school) if viewer.may(May.WORK_RETURNS) else self.none()


class DataReturn(models.Model):
    """A file that a provider or the local authority gave us about our leavers.

    Until it is applied the uploaded file is the only copy of other schools' rows; once applied the file is gone and counts remain.
    """

    class State(models.TextChoices):
        READING = "reading", "Being read"
        REFUSED = "refused", "Could not be read"
        STAGED = "staged", "Not applied yet"
        APPLYING = "applying", "Being applied"
        APPLIED = "applied", "Applied"
        UNDONE = "undone", "Undone"

    school = models.ForeignKey(School, on_delete=models.CASCADE, related_name="returns")
    cohort = models.ForeignKey(Cohort, on_delete=models.PROTECT, related_name="returns")
    source = models.ForeignKey(Source, on_delete=models.PROTECT, related_name="returns")
    file_name = models.CharField(max_length=200)
    file = models.FileField(upload_to="returns/", blank=True)
    digest = models.CharField(max_length=64)
    received_on = models.DateField()
    said_on = models.DateField(null=True, blank=True)
    date_given = models.BooleanField(default=True)
    layout = models.JSONField(default=list)
    state = models.CharField(max_length=10, choices=State, default=State.STAGED)
    counts = models.JSONField(default=dict)
    version = models.PositiveIntegerField(default=0)
    progress = models.PositiveSmallIntegerField(default=0)
    doing = models.CharField(max_length=200, blank=True)
    problem = models.CharField(max_length=400, blank=True)
    claimed_at = models.DateTimeField(null=True, blank=True)
    uploaded_at = models.DateTimeField(auto_now_add=True)
    uploaded_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    applied_at = models.DateTimeField(null=True, blank=True)
    applied_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    undone_at = models.DateTimeField(null=True, blank=True)

    objects = DataReturnQuerySet.as_manager()
    personal = sort_fields(
        identifying="file file_name",
        describing="layout counts",
        neutral="id school cohort source digest received_on said_on date_given state version progress doing problem claimed_at uploaded_at"
        " uploaded_by applied_at applied_by undone_at",
    )

    class Meta:
        ordering = ["-uploaded_at"]

    def __str__(self) -> str:
        return f"{self.source}, {self.received_on:%-d %B %Y}"

    @property
    def state_chip(self) -> str:
        """The key of the chip that pages show the state with."""
        return {"staged": "check", "applied": "done", "undone": "undone", "reading": "working", "applying": "working", "refused": "failed"}[
            self.state
        ]

    @property
    def listed_on(self) -> date:
        """The list's date: when it was true where that was given, else when it came."""
        return self.said_on or self.received_on


class ReturnRow(models.Model):
    """One row of a return: its pile, its match and what it says. `seen` holds its own words only while someone must check it, or may
    take a decision back.

    `part` tells tables apart that stand side by side on one sheet. `told` holds the words its meaning was read from, by field;
    `application` what it says of one, as plain values. `looked_at_by` is the person with the row's card open, so that two people
    checking one list are given different rows.
    """

    class Pile(models.TextChoices):
        CERTAIN = "certain", "Certain"
        CHECK = "check", "Check"
        NOT_OURS = "not_ours", "Not ours"
        NOT_A_STUDENT = "not_a_student", "Not a student"

    class Decision(models.TextChoices):
        NONE = "", "Not decided"
        STUDENT = "student", "Is this student"
        NOT_OURS = "not_ours", "Not one of ours"

    data_return = models.ForeignKey(DataReturn, on_delete=models.CASCADE, related_name="rows")
    sheet = models.CharField(max_length=100)
    part = models.PositiveSmallIntegerField(default=0)
    row = models.PositiveIntegerField()
    pile = models.CharField(max_length=15, choices=Pile)
    student = models.ForeignKey(Student, on_delete=models.CASCADE, null=True, blank=True, related_name="+")
    candidates = models.JSONField(default=list)
    said = models.CharField(max_length=12, blank=True)
    outcome = models.CharField(max_length=3, blank=True)
    provider = models.ForeignKey(Provider, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    provider_text = models.CharField(max_length=200, blank=True)
    course = models.CharField(max_length=200, blank=True)
    level = models.CharField(max_length=40, blank=True)
    route = models.CharField(max_length=30, blank=True)
    starts_on = models.DateField(null=True, blank=True)
    ends_on = models.DateField(null=True, blank=True)
    verified_on = models.DateField(null=True, blank=True)
    words = models.CharField(max_length=300, blank=True)
    lead = models.CharField("went elsewhere", max_length=200, blank=True)
    why = models.CharField(max_length=400, blank=True)
    application = models.JSONField(default=dict, blank=True)
    told = models.JSONField(default=dict, blank=True)
    problems = models.JSONField(default=list)
    seen = models.JSONField(default=dict)
    decision = models.CharField(max_length=10, choices=Decision, blank=True)
    decided_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    decided_at = models.DateTimeField(null=True, blank=True)
    looked_at_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    looked_at = models.DateTimeField(null=True, blank=True)

    personal = sort_fields(
        identifying="seen problems why",
        describing="candidates said outcome provider provider_text course level route starts_on ends_on verified_on words lead"
        " application told",
        neutral="id data_return sheet part row pile student decision decided_by decided_at looked_at_by looked_at",
    )

    class Meta:
        ordering = ["id"]
        constraints = [models.UniqueConstraint(fields=["data_return", "sheet", "part", "row"], name="a_row_of_a_return_is_staged_once")]

    def __str__(self) -> str:
        return f"{self.sheet}, row {self.row}"

    @property
    def says(self) -> str:
        """What the row says, short: "Present: further education, full time"."""
        said = SAID_WORDS.get(self.said, "")
        what = f"{OUTCOMES[self.outcome].name} ({self.outcome})" if self.outcome in OUTCOMES else ""
        return f"{said}: {lower(what)}" if what else said

    @property
    def route_name(self) -> str:
        return Route(self.route).label if self.route else ""
