"""Permissions: one purpose, to whom, in which words; given, refused or withdrawn; by whom, when."""

from django.conf import settings
from django.db import models

from careers.models.people import Student
from careers.models.personal import sort_fields
from careers.models.school import School
from careers.rules.asking import TOLD_NOT_ASKED, Answer, Basis, Channel, Purpose, Who


class LawfulBasis(models.Model):
    """The basis on which one school does one thing, where it is not the usual one, with the school's note."""

    school = models.ForeignKey(School, on_delete=models.CASCADE, related_name="lawful_bases")
    purpose = models.CharField(max_length=30, choices=[(p.value, p.label) for p in Purpose])
    basis = models.CharField(max_length=20, choices=[(b.value, b.label) for b in Basis])
    note = models.CharField(max_length=500, blank=True)

    personal = sort_fields(neutral="id school purpose basis note")

    class Meta:
        ordering = ["purpose"]
        verbose_name_plural = "lawful bases"
        constraints = [
            models.UniqueConstraint(fields=["school", "purpose"], name="a_purpose_has_one_basis_in_a_school"),
            models.CheckConstraint(
                condition=~models.Q(purpose__in=[p.value for p in TOLD_NOT_ASKED]) | models.Q(basis=Basis.LEGAL_OBLIGATION),
                name="what_the_law_requires_has_no_other_basis",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.purpose}: {self.basis}"


class Wording(models.Model):
    """The words with which one school asks for one thing, numbered, never edited: a change is a new version."""

    school = models.ForeignKey(School, on_delete=models.CASCADE, related_name="wordings")
    purpose = models.CharField(max_length=30, choices=[(p.value, p.label) for p in Purpose])
    version = models.PositiveSmallIntegerField()
    words = models.TextField(max_length=6000)
    since = models.DateTimeField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")

    personal = sort_fields(neutral="id school purpose version words since by")

    class Meta:
        ordering = ["purpose", "-version"]
        constraints = [
            models.UniqueConstraint(fields=["school", "purpose", "version"], name="a_wording_has_one_text_a_version"),
        ]

    def __str__(self) -> str:
        return f"{self.purpose}, version {self.version}"


class Permission(models.Model):
    """What one person said to one purpose on one day. Append-only: the last word of each person stands (careers/rules/may_we.py).

    `to_whom` is empty for everybody whom the purpose names, else the name of one organisation. `version` is that of the wording, 0 for the
    words Waymark comes with.
    """

    student = models.ForeignKey(Student, on_delete=models.CASCADE, related_name="permissions")
    purpose = models.CharField(max_length=30, choices=[(p.value, p.label) for p in Purpose])
    to_whom = models.CharField(max_length=200, blank=True)
    answer = models.CharField(max_length=10, choices=[(a.value, a.value) for a in Answer])
    who = models.CharField(max_length=10, choices=[(w.value, w.value) for w in Who])
    version = models.PositiveSmallIntegerField(default=0)
    channel = models.CharField(max_length=20, choices=[(c.value, c.value) for c in Channel])
    on = models.DateField()
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    note = models.CharField(max_length=300, blank=True)

    personal = sort_fields(describing="purpose to_whom answer who version channel on note", neutral="id student recorded_at recorded_by")

    class Meta:
        ordering = ["on", "recorded_at", "id"]
        indexes = [models.Index(fields=["student", "purpose"])]

    def __str__(self) -> str:
        return f"{self.purpose}: {self.answer}"
