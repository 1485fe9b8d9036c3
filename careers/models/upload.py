from datetime import datetime, timedelta

from django.conf import settings
from django.db import models
from django.db.models import Q

from careers.models.personal import sort_fields
from careers.models.school import Membership, School


class UploadQuerySet(models.QuerySet["Upload"]):
    def visible_to(self, viewer: Membership) -> "UploadQuerySet":
        """A file being looked at belongs to whoever chose it."""
        return self.filter(school=viewer.school, uploaded_by=viewer.user)

    def looked_at(self, viewer: Membership, purpose: str, pk: int) -> "Upload | None":
        """The file that the viewer is looking at; None once it is gone, and for anybody else's."""
        return self.visible_to(viewer).filter(purpose=purpose, pk=pk).select_related("school").first()

    def left_behind(self, now: datetime, patience: timedelta, claim_lasts: timedelta) -> "UploadQuerySet":
        """Waiting for a worker for longer than `patience`, or claimed by one that has died."""
        waits = Q(state__in=[Upload.State.WAITING, Upload.State.ASKED], asked_at__lt=now - patience)
        return self.filter(waits | Q(state__in=[Upload.State.PLANNING, Upload.State.APPLYING], claimed_at__lt=now - claim_lasts))


class Upload(models.Model):
    """A file somebody chose, kept only while they look at what it would change: gone once applied, discarded or a day old."""

    class Purpose(models.TextChoices):
        STUDENTS = "students", "Students"
        PROVIDERS = "providers", "Providers"
        HISTORY = "history", "The school's past"
        CONTACTS = "contacts", "Contact details"

    class State(models.TextChoices):
        KEPT = "kept", "Kept"
        WAITING = "waiting", "Waiting to be read"
        PLANNING = "planning", "Being read"
        PLANNED = "planned", "Ready to be looked at"
        REFUSED = "refused", "Cannot be taken in"
        ASKED = "asked", "Waiting to be applied"
        APPLYING = "applying", "Being applied"
        APPLIED = "applied", "Applied"

    school = models.ForeignKey(School, on_delete=models.CASCADE, related_name="uploads")
    purpose = models.CharField(max_length=10, choices=Purpose)
    leaving = models.PositiveSmallIntegerField(null=True, blank=True)
    file = models.FileField(upload_to="uploads/")
    file_name = models.CharField(max_length=200)
    digest = models.CharField(max_length=64)
    columns = models.JSONField(default=dict)
    uploaded_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    uploaded_at = models.DateTimeField()
    state = models.CharField(max_length=8, choices=State, default=State.KEPT)
    progress = models.PositiveSmallIntegerField(default=0)
    doing = models.CharField(max_length=100, blank=True)
    problem = models.CharField(max_length=1000, blank=True)
    asked_at = models.DateTimeField(null=True, blank=True)
    claimed_at = models.DateTimeField(null=True, blank=True)
    plan = models.FileField(upload_to="plans/", blank=True)  # what the file would change, line by line
    planned = models.JSONField(default=dict)  # how much of what, where in `plan`, and what the columns are

    objects = UploadQuerySet.as_manager()
    personal = sort_fields(
        identifying="file file_name plan planned",
        describing="columns",
        neutral="id school purpose leaving digest uploaded_by uploaded_at state progress doing problem asked_at claimed_at",
    )

    class Meta:
        ordering = ["-uploaded_at"]

    def __str__(self) -> str:
        return self.get_purpose_display()

    @property
    def is_under_way(self) -> bool:
        """Whether a worker has it, or is about to."""
        return self.state in (self.State.WAITING, self.State.PLANNING, self.State.ASKED, self.State.APPLYING)

    def data(self) -> bytes:
        with self.file.open("rb") as kept:
            return kept.read()
