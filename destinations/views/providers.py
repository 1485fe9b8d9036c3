"""The register of providers: list, add, change, save as a file."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.core.paginator import Paginator
from django.db.models import Exists, OuterRef, QuerySet
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from careers.actions import audit
from careers.exports import download
from careers.guards import StaffRequest, needs
from careers.rules.permissions import May
from destinations.actions.providers import add_provider, change_provider
from destinations.forms.providers import ProviderFilterForm, ProviderForm, as_initial
from destinations.models import Provider, ProviderName
from destinations.rules.names import normalise

A_PAGE = 100
SORTS = {"name": ("name",), "-name": ("-name",), "type": ("type", "name"), "-type": ("-type", "name")}
EXPORTED = ("Name", "Type", "Aliases", "UKPRN", "URN", "Postcode", "Contact Name", "Contact Email", "Contact Phone")
CRUMBS = (("Providers", "providers:list"),)


@needs(May.KEEP_PROVIDERS)
@require_safe
def register(request: StaffRequest) -> HttpResponse:
    """Every provider of the school, filtered and sorted by the address."""
    form = ProviderFilterForm(request.GET)
    found = shown(request, form)
    return render(
        request,
        "providers/list.html",
        {
            "heading": "Providers",
            "form": form,
            "page_obj": Paginator(found, A_PAGE).get_page(request.GET.get("page")),
            "of": Provider.objects.visible_to(request.viewer).count(),
            "narrowed": any(request.GET.get(name) for name in form.fields),
            "sort": "name",
        },
    )


@needs(May.KEEP_PROVIDERS)
@require_safe
def export(request: StaffRequest) -> HttpResponse:
    """The register as it is filtered, with headings that an import understands."""
    providers = shown(request, ProviderFilterForm(request.GET))
    audit.record(school=request.viewer.school, by=request.user, verb="exported the provider register", providers=len(providers))
    rows = (
        [p.name, p.type, alias_words(p), p.ukprn, p.urn, p.postcode, p.contact_name, p.contact_email, p.contact_phone] for p in providers
    )
    return download("providers", request.GET.get("format", "csv"), EXPORTED, rows)


@needs(May.KEEP_PROVIDERS)
@require_http_methods(["GET", "HEAD", "POST"])
def add(request: StaffRequest) -> HttpResponse:
    form = ProviderForm(request.POST or None, button="Add the provider")
    if request.method == "POST" and form.is_valid():
        try:
            provider = add_provider(school=request.viewer.school, by=request.user, **form.cleaned_data)
        except ValidationError as problem:
            form.refuse(problem)
        else:
            messages.success(request, f"{provider.name} is in the register.")
            return redirect("providers:list")
    return render(request, "providers/form.html", {"heading": "Add a provider", "form": form, "crumbs": crumbs()})


@needs(May.KEEP_PROVIDERS)
@require_http_methods(["GET", "HEAD", "POST"])
def change(request: StaffRequest, pk: int) -> HttpResponse:
    provider = get_object_or_404(Provider.objects.visible_to(request.viewer).prefetch_related("names"), pk=pk)
    form = ProviderForm(request.POST or None, initial=as_initial(provider), button="Save")
    if request.method == "POST" and form.is_valid():
        try:
            change_provider(provider=provider, by=request.user, **form.cleaned_data)
        except ValidationError as problem:
            form.refuse(problem)
        else:
            messages.success(request, f"{provider.name} was changed.")
            return redirect("providers:list")
    context = {"heading": f"Change {form.initial['name']}", "form": form, "provider": provider, "crumbs": crumbs()}
    return render(request, "providers/form.html", context)


def shown(request: StaffRequest, form: ProviderFilterForm) -> QuerySet[Provider]:
    """The providers that the address asks for, with their names."""
    form.is_valid()
    asked = form.cleaned_data
    found = Provider.objects.visible_to(request.viewer)
    if words := asked.get("q"):
        names = ProviderName.objects.filter(provider=OuterRef("pk"), normalised__contains=normalise(words))
        found = found.filter(Exists(names))
    if asked.get("type"):
        found = found.filter(type=asked["type"])
    if asked.get("confirm"):
        found = found.filter(to_confirm=True)
    return found.order_by(*SORTS.get(request.GET.get("sort", ""), ("name",)), "pk").prefetch_related("names")


def alias_words(provider: Provider) -> str:
    return "; ".join(name.name for name in provider.names.all() if name.is_alias)


def crumbs() -> list[tuple[str, str]]:
    return [(words, reverse(name)) for words, name in CRUMBS]
