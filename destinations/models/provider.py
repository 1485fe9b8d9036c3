from django.core.validators import RegexValidator
from django.db import models

from careers.models import Membership, School
from careers.models.personal import sort_fields
from careers.rules.permissions import May
from destinations.rules.outcomes import ProviderType
from destinations.rules.sources import SourceKind

IS_UKPRN = RegexValidator(r"^1\d{7}$", "A UKPRN is eight digits and starts with 1.")
IS_URN = RegexValidator(r"^\d{6}$", "A URN is six digits.")


class ProviderQuerySet(models.QuerySet["Provider"]):
    def visible_to(self, viewer: Membership) -> "ProviderQuerySet":
        sees = viewer.may_any((May.KEEP_PROVIDERS, May.WORK_RETURNS, May.SEE_ALL_STUDENTS))
        return self.filter(school=viewer.school) if sees else self.none()


class Provider(models.Model):
    """Where a leaver can be: sixth form, college, training provider, employer, university. Each school keeps its own register."""

    school = models.ForeignKey(School, on_delete=models.CASCADE, related_name="providers")
    name = models.CharField(max_length=200)
    type = models.CharField(max_length=30, choices=[(t.value, t.value.capitalize()) for t in ProviderType])
    ukprn = models.CharField("UKPRN", max_length=8, blank=True, validators=[IS_UKPRN])
    urn = models.CharField("URN", max_length=6, blank=True, validators=[IS_URN])
    postcode = models.CharField(max_length=8, blank=True)
    contact_name = models.CharField(max_length=120, blank=True)
    contact_email = models.EmailField(blank=True)
    contact_phone = models.CharField(max_length=30, blank=True)
    to_confirm = models.BooleanField("added from a list, to be confirmed", default=False)
    created_at = models.DateTimeField(auto_now_add=True)

    objects = ProviderQuerySet.as_manager()
    personal = sort_fields(
        identifying="contact_name contact_email contact_phone",
        neutral="id school name type ukprn urn postcode to_confirm created_at",
    )

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name

    @property
    def source_kind(self) -> SourceKind:
        return SourceKind.EMPLOYER if self.type == ProviderType.EMPLOYER else SourceKind.PROVIDER


class ProviderName(models.Model):
    """A name that a provider goes by: its own or an alias. No two providers of a school share one, however it is written."""

    school = models.ForeignKey(School, on_delete=models.CASCADE, related_name="+")
    provider = models.ForeignKey(Provider, on_delete=models.CASCADE, related_name="names")
    name = models.CharField(max_length=200)
    normalised = models.CharField(max_length=200)
    is_alias = models.BooleanField(default=True)

    personal = sort_fields(neutral="id school provider name normalised is_alias")

    class Meta:
        ordering = ["is_alias", "name"]
        constraints = [models.UniqueConstraint(fields=["school", "normalised"], name="a_provider_name_is_one_provider_in_a_school")]

    def __str__(self) -> str:
        return self.name


class Source(models.Model):
    """One organisation or person that says things about students; not a kind of source."""

    school = models.ForeignKey(School, on_delete=models.CASCADE, related_name="sources")
    kind = models.CharField(max_length=20, choices=[(k.value, k.label) for k in SourceKind])
    name = models.CharField(max_length=200)
    normalised = models.CharField(max_length=200)
    provider = models.ForeignKey(Provider, on_delete=models.PROTECT, null=True, blank=True, related_name="sources")

    personal = sort_fields(identifying="name normalised", neutral="id school kind provider")

    class Meta:
        ordering = ["name"]
        constraints = [
            models.UniqueConstraint(fields=["school", "kind", "normalised"], name="a_source_is_one_organisation_or_person_in_a_school"),
        ]

    def __str__(self) -> str:
        return self.name
