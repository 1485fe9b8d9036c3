from django.conf import settings
from django.db import models

from careers.models.personal import sort_fields
from careers.models.school import School


class AuditEvent(models.Model):
    """Who did or saw what, when. Each event's digest covers the one before it, so that a changed or missing event shows.

    The digest is over the digest of `details`, not over the details themselves: erasing a person's details leaves the chain whole.
    """

    school = models.ForeignKey(School, on_delete=models.PROTECT, null=True, related_name="audit_events", db_index=False)
    at = models.DateTimeField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    by_name = models.CharField(max_length=200)
    verb = models.CharField(max_length=60)
    subject = models.CharField(max_length=60, blank=True)
    subject_id = models.BigIntegerField(null=True)
    details = models.JSONField(default=dict)
    details_digest = models.CharField(max_length=64)
    digest = models.CharField(max_length=64)

    personal = sort_fields(
        identifying="by_name", describing="details", neutral="id school at by verb subject subject_id details_digest digest"
    )

    class Meta:
        ordering = ["-id"]
        constraints = [models.UniqueConstraint(fields=["digest"], name="no_two_events_have_one_digest")]
        indexes = [models.Index(fields=["school", "-id"]), models.Index(fields=["subject", "subject_id"])]

    def __str__(self) -> str:
        return f"{self.by_name} {self.verb}"
