"""A school's register of providers as plain values for the rules that plan an import: two queries, whatever their number."""

from careers.models import School
from destinations.models import Provider
from destinations.rules.provider_plan import DETAILS, KnownProvider


def provider_register(school: School) -> list[KnownProvider]:
    """Every provider of the school with all the names it goes by."""
    providers = Provider.objects.filter(school=school).prefetch_related("names").order_by("id")
    return [
        KnownProvider(
            provider.pk,
            {name: getattr(provider, name) for name in DETAILS},
            (provider.name, *(name.name for name in provider.names.all() if name.is_alias)),
        )
        for provider in providers
    ]
