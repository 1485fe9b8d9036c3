from django.conf import settings
from django.db import models

from careers.models.personal import sort_fields
from careers.models.school import Membership, School


class UploadQuerySet(models.QuerySet["Upload"]):
    def visible_to(self, viewer: Membership) -> "UploadQuerySet":
        """A file being looked at belongs to whoever chose it."""
        return self.filter(school=viewer.school, uploaded_by=viewer.user)

    def looked_at(self, viewer: Membership, purpose: str, pk: int) -> "Upload | None":
        """The file that the viewer is looking at; None once it is gone, and for anybody else's."""
        return self.visible_to(viewer).filter(purpose=purpose, pk=pk).select_related("school").first()


class Upload(models.Model):
    """A file somebody chose, kept only while they look at what it would change: gone once applied, discarded or a day old."""

    class Purpose(models.TextChoices):
        STUDENTS = "students", "Students"
        PROVIDERS = "providers", "Providers"
        HISTORY = "history", "The school's past"

    school = models.ForeignKey(School, on_delete=models.CASCADE, related_name="uploads")
    purpose = models.CharField(max_length=10, choices=Purpose)
    leaving = models.PositiveSmallIntegerField(null=True, blank=True)
    file = models.FileField(upload_to="uploads/")
    file_name = models.CharField(max_length=200)
    digest = models.CharField(max_length=64)
    columns = models.JSONField(default=dict)
    uploaded_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    uploaded_at = models.DateTimeField()

    objects = UploadQuerySet.as_manager()
    personal = sort_fields(
        identifying="file file_name", describing="columns", neutral="id school purpose leaving digest uploaded_by uploaded_at"
    )

    class Meta:
        ordering = ["-uploaded_at"]

    def __str__(self) -> str:
        return self.get_purpose_display()

    def data(self) -> bytes:
        with self.file.open("rb") as kept:
            return kept.read()
