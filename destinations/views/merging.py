"""Providers that stand in the register twice: which they may be, and making one of two."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db.models import Count, Model, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from careers.guards import StaffRequest, needs
from careers.rules.permissions import May
from destinations.actions.merging import merge_providers
from destinations.forms.providers import MergeForm
from destinations.models import Application, DataReturn, Evidence, Provider
from destinations.rules.doubles import maybe_the_same

CRUMBS = [("Providers", "providers:list")]


@needs(May.KEEP_PROVIDERS)
@require_safe
def doubles(request: StaffRequest) -> HttpResponse:
    """Pairs of providers that may be one."""
    providers = {p.pk: p for p in counted(request)}
    pairs = maybe_the_same(
        {key: [name.name for name in p.names.all()] for key, p in providers.items()},
        {key: [p.ukprn, p.urn] for key, p in providers.items()},
    )
    found = [(providers[one], providers[other]) for one, other in pairs]
    return render(request, "providers/doubles.html", {"heading": "Listed twice?", "pairs": found, "crumbs": crumbs()})


@needs(May.KEEP_PROVIDERS)
@require_http_methods(["GET", "HEAD", "POST"])
def merge(request: StaffRequest, pk: int) -> HttpResponse:
    """Choose what else the provider is listed as, see what comes with it, and make one of the two."""
    keep = get_object_or_404(counted(request), pk=pk)
    others = Provider.objects.visible_to(request.viewer).exclude(pk=pk)
    form = MergeForm(request.POST or request.GET or None, others=others)
    chosen = form.is_valid() and counted(request).get(pk=form.cleaned_data["other"].pk)
    if request.method == "POST" and chosen:
        try:
            merge_providers(keep=keep, gone=chosen, by=request.user)
        except ValidationError as problem:
            form.add_error(None, problem)
        else:
            messages.success(request, f"{chosen.name} is now another name of {keep.name}.")
            return redirect("providers:change", keep.pk)
    context = {"heading": f"Merge into {keep.name}", "provider": keep, "form": form, "other": chosen or None}
    return render(request, "providers/merge.html", context | {"crumbs": crumbs((keep.name, reverse("providers:change", args=[pk])))})


def counted(request: StaffRequest) -> QuerySet[Provider]:
    """The school's providers with how much is said of each."""
    visible = Provider.objects.visible_to(request.viewer).prefetch_related("names")
    return visible.annotate(
        statements=number_of(Evidence, "provider"),
        asked=number_of(Application, "provider"),
        lists=number_of(DataReturn, "source__provider"),
    )


def number_of(model: type[Model], path: str) -> Coalesce:
    """How many rows lead to a provider by `path`."""
    theirs = model._default_manager.filter(**{path: OuterRef("pk")}).order_by().values(path)
    return Coalesce(Subquery(theirs.annotate(n=Count("pk")).values("n")), 0)


def crumbs(*more: tuple[str, str]) -> list[tuple[str, str]]:
    return [*((words, reverse(name)) for words, name in CRUMBS), *more]
