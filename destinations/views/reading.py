"""A list on its way in: a file or a pasted text taken in, and how far the worker has come with it."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from careers.guards import StaffRequest, needs
from careers.imports.apart import UnreadableFile
from careers.models import School
from careers.navigation import chosen_cohort
from careers.rules.permissions import May
from destinations.actions import returns as actions
from destinations.actions.providers import source_of_authority, source_of_provider
from destinations.actions.return_work import AT_WORK
from destinations.forms.returns import AUTHORITY, ReturnForm
from destinations.models import DataReturn, Provider, Source
from destinations.retention import kept_for
from destinations.views.returns import crumbs, go_on, return_seen


@needs(May.WORK_RETURNS)
@require_http_methods(["GET", "HEAD", "POST"])
def read_return(request: StaffRequest) -> HttpResponse:
    school, cohort = request.viewer.school, chosen_cohort(request)
    form = ReturnForm(request.POST or None, request.FILES or None, school=school, cohort=cohort)
    if request.method == "POST" and form.is_valid():
        try:
            return go_on(request, take_in(request, form).pk)
        except UnreadableFile as problem:
            form.add_error(form.given_in, str(problem))
    shown = {"heading": "Read a list", "form": form, "cohort": cohort, "crumbs": crumbs(), "kept_days": kept_for().days}
    return render(request, "returns/new.html", shown)


def take_in(request: StaffRequest, form: ReturnForm) -> DataReturn:
    """Keep the list, and read it at once where that is quick. Raises UnreadableFile; then nothing is kept."""
    given = form.cleaned_data
    draft = actions.receive(
        cohort=given["cohort"],
        source=source_named(request.viewer.school, given["sender"]),
        data=form.data_given,
        file_name=form.file_name,
        by=request.user,
        received_on=given["received_on"],
        said_on=given["said_on"],
    )
    return actions.read_here(draft, request.user) if actions.is_quick(draft) else draft


def source_named(school: School, sender: str) -> Source:
    return source_of_authority(school) if sender == AUTHORITY else source_of_provider(Provider.objects.get(school=school, pk=sender))


@needs(May.WORK_RETURNS)
@require_safe
def progress(request: StaffRequest, pk: int) -> HttpResponse:
    """How far a list has come: the part of the page that asks again, or the whole page where there is no script."""
    data_return = return_seen(request, pk)
    if not request.htmx:
        return redirect("returns:detail", pk)
    at_work = data_return.state in AT_WORK
    response = render(request, "returns/parts/progress.html", {"return": data_return, "at_work": at_work})
    if not at_work:
        response["HX-Refresh"] = "true"  # the page is another one from then on
    return response


@needs(May.WORK_RETURNS)
@require_POST
def again(request: StaffRequest, pk: int) -> HttpResponse:
    """Try a list once more that could not be read."""
    data_return = return_seen(request, pk)
    if data_return.state != DataReturn.State.REFUSED:
        return go_on(request, pk)
    try:
        actions.read_again(data_return=data_return, by=request.user)
    except actions.NotNow as refusal:
        messages.error(request, " ".join(refusal.messages))
    except UnreadableFile as problem:
        messages.error(request, str(problem))
    return go_on(request, pk)
