"""The provider register and the sources that speak for its providers."""

from collections.abc import Iterable, Sequence
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Q

from careers.actions import audit
from careers.actions.locking import alone_in
from careers.models import School, User
from careers.rules import local_authorities
from destinations.actions.destinations import recompute
from destinations.models import Evidence, Provider, ProviderName, Settlement, Source
from destinations.rules.history_words import names_of_authority, plain
from destinations.rules.names import normalise
from destinations.rules.outcomes import ProviderType
from destinations.rules.sources import SourceKind


class NameTaken(ValidationError):
    """A name that already belongs to another provider of the school; both are shown."""

    def __init__(self, name: str, other: Provider) -> None:
        super().__init__({"name": f"“{name}” is already in the register as {other.name} ({other.type})."})
        self.other = other


@transaction.atomic
def add_provider(
    *, school: School, by: User | None, name: str, type: str, aliases: Sequence[str] = (), to_confirm: bool = False, **details: Any
) -> Provider:
    """Add a provider with its aliases. Raises NameTaken, or ValidationError naming the field that is wrong."""
    alone_in(school)
    provider = Provider(school=school, name=name.strip(), type=as_type(type), to_confirm=to_confirm, **details)
    provider.full_clean(exclude=["school"])
    provider.save()
    give_names(provider, aliases)
    audit.record(school=school, by=by, verb="added a provider", subject=provider, name=provider.name, type=provider.type)
    return provider


@transaction.atomic
def change_provider(*, provider: Provider, by: User | None, aliases: Sequence[str], **details: Any) -> Provider:
    """Change a provider and its aliases, and every answer that names it. Raises NameTaken, or ValidationError naming the field."""
    alone_in(provider.school)
    before = {name: getattr(provider, name) for name in details}
    for name, value in details.items():
        setattr(provider, name, value)
    provider.type, provider.to_confirm = as_type(provider.type), False
    provider.full_clean(exclude=["school"])
    provider.save()
    give_names(provider, aliases)
    Source.objects.filter(provider=provider).update(name=provider.name, normalised=normalise(provider.name), kind=provider.source_kind)
    changed = {name: [str(before[name]), str(value)] for name, value in details.items() if before[name] != value}
    if changed.keys() & {"name", "type"}:
        spoken_of = Evidence.objects.filter(Q(provider=provider) | Q(source__provider=provider)).values_list("student", flat=True)
        settled = Settlement.objects.filter(provider=provider).values_list("student", flat=True)
        recompute(students={*spoken_of, *settled})
    audit.record(school=provider.school, by=by, verb="changed a provider", subject=provider, changed=changed)
    return provider


def as_type(words: str) -> str:
    """A provider type however it is capitalised. Raises ValidationError that lists the types."""
    plain = " ".join(words.replace("_", " ").casefold().split())
    if plain not in list(ProviderType):
        raise ValidationError({"type": f"“{words}” is not a type of provider. Use one of: {', '.join(ProviderType)}."})
    return plain


def give_names(provider: Provider, aliases: Iterable[str]) -> None:
    """Replace the names a provider goes by. Raises NameTaken when one belongs to another."""
    wanted = {normalise(provider.name): (provider.name, False)}
    for alias in aliases:
        if alias.strip():
            wanted.setdefault(normalise(alias), (alias.strip(), True))
    others = ProviderName.objects.filter(school=provider.school, normalised__in=wanted).exclude(provider=provider)
    if taken := others.select_related("provider").first():
        raise NameTaken(wanted[taken.normalised][0], taken.provider)
    provider.names.all().delete()
    ProviderName.objects.bulk_create(
        ProviderName(school=provider.school, provider=provider, name=name, normalised=normalised, is_alias=is_alias)
        for normalised, (name, is_alias) in wanted.items()
    )


def provider_called(school: School, name: str) -> Provider | None:
    """The provider that goes by this name or alias, however it is written."""
    found = ProviderName.objects.filter(school=school, normalised=normalise(name)).select_related("provider").first()
    return found.provider if found else None


def source_of_provider(provider: Provider) -> Source:
    """The provider as somebody who says things."""
    return find_source(provider.school, provider.source_kind, provider.name, provider=provider)


def source_of_authority(school: School) -> Source:
    """The school's local authority as somebody who says things."""
    return authority_called(school, school.local_authority)


def authority_called(school: School, name: str) -> Source:
    """The authority of this name. However it is called ("Lancashire", "Lancashire County Council"), the school's own is one source."""
    own = names_of_authority(school.la_name or local_authorities.name_of(school.la_code), school.local_authority)
    if plain(name) in own:
        for known in Source.objects.filter(school=school, kind=SourceKind.LOCAL_AUTHORITY).order_by("pk"):
            if plain(known.name) in own:
                return known
    return find_source(school, SourceKind.LOCAL_AUTHORITY, name)


def find_source(school: School, kind: SourceKind, name: str, *, provider: Provider | None = None) -> Source:
    """The source of this kind and name, made when it is new. `provider` is whom it speaks for."""
    if provider is not None and (spoken := Source.objects.filter(school=school, provider=provider).first()):
        return spoken
    source, _ = Source.objects.get_or_create(
        school=school, kind=kind, normalised=normalise(name), defaults={"name": name.strip(), "provider": provider}
    )
    return source
