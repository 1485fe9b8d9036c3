"""Ways in without a password: personal links, one-time codes, printed personal codes, and counted tries."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from careers.models.contact import ContactDetail
from careers.models.people import Student
from careers.models.personal import sort_fields


class PersonalLink(models.Model):
    """Lets one person do one thing until it expires or is revoked. Opening it never uses it up.

    Only a digest of the secret is kept. The secret itself is a keyed digest of `seed` (careers/rules/secrets.py), so that a reminder and a
    printed sheet carry the same link and a copy of the database alone opens nothing. `purpose` and `about` say what: ("wave", a wave's id).
    """

    student = models.ForeignKey(Student, on_delete=models.CASCADE, related_name="personal_links")
    purpose = models.CharField(max_length=30)
    about = models.BigIntegerField(null=True, blank=True)
    seed = models.CharField(max_length=64, unique=True)
    digest = models.CharField(max_length=64, unique=True)
    created_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    revoked_at = models.DateTimeField(null=True, blank=True)
    revoked_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    first_opened_at = models.DateTimeField(null=True, blank=True)

    personal = sort_fields(
        describing="first_opened_at", neutral="id student purpose about seed digest created_at expires_at revoked_at revoked_by"
    )

    class Meta:
        ordering = ["-created_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["student", "purpose", "about"], condition=Q(revoked_at=None), name="a_person_has_one_link_for_one_thing"
            ),
            models.UniqueConstraint(
                fields=["student", "purpose"], condition=Q(revoked_at=None, about=None), name="a_person_has_one_link_about_nothing_else"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.purpose} {self.about or ''}".strip()

    @property
    def for_what(self) -> str:
        return {"wave": "A survey"}.get(self.purpose, self.purpose.capitalize())


class OneTimeCode(models.Model):
    """Six digits sent to a known address, good once and for ten minutes (ASVS 5.0, 6.5.5)."""

    link = models.ForeignKey(PersonalLink, on_delete=models.CASCADE, related_name="codes")
    sent_to = models.ForeignKey(ContactDetail, on_delete=models.CASCADE, related_name="+")
    seed = models.CharField(max_length=64)
    digest = models.CharField(max_length=64)
    created_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True, blank=True)
    tries = models.PositiveSmallIntegerField(default=0)

    personal = sort_fields(neutral="id link sent_to seed digest created_at expires_at used_at tries")

    class Meta:
        ordering = ["-created_at"]

    def __str__(self) -> str:
        return f"code for {self.link}"


class PersonalCode(models.Model):
    """The code on a student's slip. With the date of birth it opens what a tutor has opened for the class, and nothing else."""

    student = models.OneToOneField(Student, on_delete=models.CASCADE, related_name="personal_code")
    seed = models.CharField(max_length=64)
    digest = models.CharField(max_length=64, unique=True)
    made_at = models.DateTimeField()

    personal = sort_fields(neutral="id student seed digest made_at")

    def __str__(self) -> str:
        return "personal code"


class Try(models.Model):
    """One wrong guess at a door. `whose` is a keyed digest of an account, an address or a student: never the thing itself."""

    door = models.CharField(max_length=30)
    whose = models.CharField(max_length=64)
    at = models.DateTimeField()

    personal = sort_fields(neutral="id door whose at")

    class Meta:
        ordering = ["-at"]
        indexes = [models.Index(fields=["door", "whose", "at"])]

    def __str__(self) -> str:
        return self.door
