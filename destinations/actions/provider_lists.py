"""Taking in a list of providers as it was planned."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction

from careers.actions import audit
from careers.actions.locking import alone_in
from careers.models import School, User
from destinations.actions.providers import add_provider, change_provider
from destinations.models import Provider
from destinations.rules.provider_plan import ChangedProvider, ProviderPlan


class RegisterChanged(Exception):
    """Somebody changed the register after the plan was made."""

    sentence = "Somebody has changed the register since this preview was made. Here is the preview as it is now."


@transaction.atomic
def import_providers(*, school: School, plan: ProviderPlan, by: User | None, file_name: str, file_digest: str) -> None:
    """Write a plan, all or nothing. Raises RegisterChanged when the register is not the one it was made against.

    A plan that changes nothing leaves no trace.
    """
    if plan.changes_nothing:
        return
    alone_in(school)
    providers = Provider.objects.filter(school=school).prefetch_related("names").in_bulk([part.id for part in plan.changed])
    try:
        for part in plan.changed:
            change(providers.get(part.id), part, by)
        for new in plan.new:
            add_provider(school=school, by=by, name=new.name, aliases=new.aliases, **as_details(new.details))
    except ValidationError as problem:  # the plan was valid against the register it was made for
        raise RegisterChanged from problem
    counts: dict[str, Any] = {"new": len(plan.new), "changed": len(plan.changed), "same": len(plan.same), "refused": plan.rows_refused}
    audit.record(school=school, by=by, verb="imported providers", file=file_name, digest=file_digest, **counts)


def change(provider: Provider | None, part: ChangedProvider, by: User | None) -> None:
    if provider is None or any(getattr(provider, name) != old for name, (old, _) in part.changes.items()):
        raise RegisterChanged
    aliases = [name.name for name in provider.names.all() if name.is_alias]
    change_provider(provider=provider, by=by, aliases=[*aliases, *part.aliases], **{name: new for name, (_, new) in part.changes.items()})


def as_details(details: dict[str, str]) -> dict[str, Any]:
    return {"type": "", **details}
