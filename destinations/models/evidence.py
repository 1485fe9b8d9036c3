from datetime import datetime

from django.conf import settings
from django.db import models
from django.db.models import Q

from careers.models import Membership, Student
from careers.models.personal import sort_fields
from destinations.models.provider import Provider, Source
from destinations.models.returns import ReturnRow
from destinations.rules.checkpoints import Checkpoint
from destinations.rules.outcomes import OUTCOMES, Route
from destinations.rules.sources import OFFICIAL
from destinations.rules.statements import Said, Status
from destinations.rules.telling import lower

SAYS = {
    Said.INTENDS: "says: plans",
    Said.UNDECIDED: "says: undecided",
    Said.PRESENT: "says:",
    Said.LEFT: "says: left",
    Said.NOT_HERE: "says: not there",
}


class EvidenceQuerySet(models.QuerySet["Evidence"]):
    def visible_to(self, viewer: Membership) -> "EvidenceQuerySet":
        return self.filter(student__in=Student.objects.visible_to(viewer))

    def standing(self, at: datetime | None = None) -> "EvidenceQuerySet":
        """Not withdrawn; with `at`, what had been recorded and not yet withdrawn by that moment."""
        if at is None:
            return self.filter(withdrawn_at=None)
        return self.filter(Q(withdrawn_at=None) | Q(withdrawn_at__gt=at), recorded_at__lte=at)


class Evidence(models.Model):
    """One dated statement by one source about one student. Append-only; a mistake is withdrawn, never edited."""

    student = models.ForeignKey(Student, on_delete=models.CASCADE, related_name="evidence")
    source = models.ForeignKey(Source, on_delete=models.PROTECT, related_name="evidence")
    said = models.CharField(max_length=10, choices=[(s.value, s.value) for s in Said])
    outcome = models.CharField(max_length=3, blank=True, choices=[(o.code, f"{o.code} {o.name}") for o in OUTCOMES.values()])
    route = models.CharField(max_length=30, blank=True, choices=[(r.value, r.label) for r in Route])
    provider = models.ForeignKey(Provider, on_delete=models.PROTECT, null=True, blank=True, related_name="evidence")
    course = models.CharField(max_length=200, blank=True)
    level = models.CharField(max_length=40, blank=True)
    starts_on = models.DateField(null=True, blank=True)
    ends_on = models.DateField(null=True, blank=True)
    said_on = models.DateField()
    dated = models.BooleanField(default=True)
    words = models.CharField(max_length=300, blank=True)
    lead = models.CharField("went elsewhere", max_length=200, blank=True)
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    return_row = models.ForeignKey(ReturnRow, on_delete=models.PROTECT, null=True, blank=True, related_name="evidence")
    place = models.CharField(max_length=250, blank=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    withdrawn_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    withdrawn_why = models.CharField(max_length=300, blank=True)

    objects = EvidenceQuerySet.as_manager()
    personal = sort_fields(
        identifying="place",
        describing="said outcome route provider course level starts_on ends_on said_on dated words lead withdrawn_why",
        neutral="id student source recorded_at recorded_by return_row withdrawn_at withdrawn_by",
    )

    class Meta:
        ordering = ["said_on", "recorded_at", "id"]
        constraints = [
            models.CheckConstraint(condition=Q(said__in=[s.value for s in Said]), name="evidence_says_one_of_five_things"),
            models.CheckConstraint(condition=Q(outcome="") | Q(said="present"), name="only_a_statement_of_presence_carries_an_outcome"),
        ]
        indexes = [models.Index(fields=["student", "said_on"])]

    def __str__(self) -> str:
        return f"{self.source}, {self.said_on:%-d %B %Y}"

    @property
    def says(self) -> str:
        """What it says, in words for the story: "is there: Further education, full time at Cardwell College"."""
        what = OUTCOMES[self.outcome].name if self.outcome in OUTCOMES else Route(self.route).label if self.route else ""
        if self.said in (Said.LEFT, Said.NOT_HERE):
            what = ""
        where = f"at {self.provider.name}" if self.provider else ""
        details = ", ".join(part for part in (self.course, f"level {self.level}" if self.level else "") if part)
        said = " ".join(part for part in (SAYS[Said(self.said)], lower(what), where) if part)
        return f"{said} ({details})" if details else said


class Settlement(models.Model):
    """A named person decided what we stand by at one checkpoint, with a reason. Ended, never edited."""

    student = models.ForeignKey(Student, on_delete=models.CASCADE, related_name="settlements")
    checkpoint = models.CharField(max_length=15, choices=[(c.value, c.label) for c in Checkpoint])
    outcome = models.CharField(max_length=3, blank=True, choices=[(o.code, f"{o.code} {o.name}") for o in OUTCOMES.values()])
    provider = models.ForeignKey(Provider, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    route = models.CharField(max_length=30, blank=True, choices=[(r.value, r.label) for r in Route])
    reason = models.CharField(max_length=500)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)
    ended_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+")

    personal = sort_fields(describing="outcome provider route reason", neutral="id student checkpoint by at ended_at ended_by")

    class Meta:
        ordering = ["-at", "-id"]
        constraints = [
            models.UniqueConstraint(fields=["student", "checkpoint"], condition=Q(ended_at=None), name="a_checkpoint_is_settled_once"),
            models.CheckConstraint(condition=~Q(reason=""), name="a_settlement_has_a_reason"),
        ]

    def __str__(self) -> str:
        return f"{self.checkpoint}: {self.outcome}"


class Exclusion(models.Model):
    """A student who is not counted, and why: moved abroad, died, never on roll, dual or guest."""

    class Reason(models.TextChoices):
        MOVED_ABROAD = "moved abroad", "Moved abroad"
        DIED = "died", "Died"
        NEVER_ON_ROLL = "never on roll", "Never on roll"
        DUAL = "dual", "Dual registered: another school counts them"
        GUEST = "guest", "Guest"

    student = models.ForeignKey(Student, on_delete=models.CASCADE, related_name="exclusions")
    reason = models.CharField(max_length=20, choices=Reason)
    note = models.CharField(max_length=300, blank=True)
    on = models.DateField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)
    ended_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+")

    personal = sort_fields(describing="reason note on", neutral="id student by at ended_at ended_by")

    class Meta:
        ordering = ["-at", "-id"]
        constraints = [models.UniqueConstraint(fields=["student"], condition=Q(ended_at=None), name="a_student_is_excluded_once")]

    def __str__(self) -> str:
        return self.get_reason_display()


class DestinationQuerySet(models.QuerySet["Destination"]):
    def visible_to(self, viewer: Membership) -> "DestinationQuerySet":
        return self.filter(student__in=Student.objects.visible_to(viewer))

    def at(self, checkpoint: Checkpoint) -> "DestinationQuerySet":
        return self.filter(checkpoint=checkpoint)

    def counted(self) -> "DestinationQuerySet":
        return self.filter(excluded="")

    def unverified(self) -> "DestinationQuerySet":
        return self.counted().exclude(status=Status.VERIFIED).filter(settled=False)

    def conflicting(self) -> "DestinationQuerySet":
        return self.counted().filter(status=Status.CONFLICTING, settled=False)

    def known_from_a_list(self) -> "DestinationQuerySet":
        """Nobody needs to ask the student: settled by a person, or said by a provider, an employer or the authority without conflict."""
        told = Q(evidence__source__kind__in=OFFICIAL, status__in=(Status.VERIFIED, Status.PROVISIONAL))
        return self.counted().filter(Q(settled=True) | told).exclude(outcome__in=("810", "820", "830"))

    def not_known(self) -> "DestinationQuerySet":
        return self.counted().filter(Q(outcome="") | Q(outcome__in=("810", "820", "830")))


class Destination(models.Model):
    """The answer we stand by at a checkpoint, and the evidence it stands on. Computed from evidence, settlements and exclusions;
    never edited: `actions.destinations.recompute` writes it in the transaction of whatever changed."""

    student = models.ForeignKey(Student, on_delete=models.CASCADE, related_name="destinations", db_index=False)
    checkpoint = models.CharField(max_length=15, choices=[(c.value, c.label) for c in Checkpoint])
    status = models.CharField(max_length=12, choices=[(s.value, s.label) for s in Status])
    settled = models.BooleanField(default=False)
    excluded = models.CharField(max_length=20, blank=True)
    outcome = models.CharField(max_length=3, blank=True)
    provider = models.ForeignKey(Provider, on_delete=models.PROTECT, null=True, blank=True, related_name="destinations", db_index=False)
    route = models.CharField(max_length=30, blank=True)
    level = models.CharField(max_length=40, blank=True)
    source_name = models.CharField(max_length=200, blank=True)
    said_on = models.DateField(null=True, blank=True)
    sources_agree = models.BooleanField(null=True)
    confirmed = models.BooleanField(default=True)
    reason = models.TextField()
    evidence = models.ForeignKey(Evidence, on_delete=models.RESTRICT, null=True, blank=True, related_name="destinations", db_index=False)
    computed_at = models.DateTimeField()

    objects = DestinationQuerySet.as_manager()
    personal = sort_fields(
        identifying="reason source_name",
        describing="status settled excluded outcome provider route level said_on sources_agree confirmed",
        neutral="id student checkpoint evidence computed_at",
    )

    class Meta:
        ordering = ["student__surname", "student__forename", "student_id"]
        constraints = [models.UniqueConstraint(fields=["student", "checkpoint"], name="a_student_has_one_destination_at_a_checkpoint")]
        # Most students of a new cohort have no answer yet: an index over these would be nearly all empty, and slow to fill.
        indexes = [
            models.Index(fields=["provider"], condition=Q(provider__isnull=False), name="destinations_with_a_provider"),
            models.Index(fields=["evidence"], condition=Q(evidence__isnull=False), name="destinations_on_evidence"),
        ]

    def __str__(self) -> str:
        return f"{self.checkpoint}: {self.status}"

    @property
    def outcome_name(self) -> str:
        return OUTCOMES[self.outcome].name if self.outcome in OUTCOMES else ""

    @property
    def route_name(self) -> str:
        return Route(self.route).label if self.route else ""

    @property
    def words(self) -> str:
        """What the student is doing or plans, short: the outcome, else the route, else the place."""
        short = OUTCOMES[self.outcome].short if self.outcome in OUTCOMES else ""
        return short or self.route_name or (self.provider.name if self.provider else "")

    @property
    def shown_status(self) -> str:
        """The one state a page shows: not counted before settled, settled before what the evidence says."""
        return "excluded" if self.excluded else "settled" if self.settled else self.status
