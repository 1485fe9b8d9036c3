"""The rows of a list that a person has decided, and those that nobody was asked about."""

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from careers.guards import StaffRequest, needs
from careers.rules.permissions import May
from destinations import checking
from destinations.models import ReturnRow
from destinations.views.checking import crumbs_of
from destinations.views.returns import return_seen

A_PAGE = 100


@needs(May.WORK_RETURNS)
@require_safe
def decided(request: StaffRequest, pk: int) -> HttpResponse:
    """Every row that somebody has decided, the latest first. Any can be opened again."""
    data_return = return_seen(request, pk)
    rows = data_return.rows.exclude(decision="").select_related("student__cohort", "decided_by").order_by("-decided_at", "-pk")
    page = Paginator(rows, A_PAGE).get_page(request.GET.get("page"))
    shown = {"heading": "Decided rows", "crumbs": crumbs_of(data_return), "return": data_return, "page_obj": page}
    shown["waiting"] = checking.is_checked_now(data_return) and checking.waiting_in(data_return).exists()
    return render(request, "returns/decided.html", shown)


@needs(May.WORK_RETURNS)
@require_safe
def not_ours(request: StaffRequest, pk: int) -> HttpResponse:
    """The rows that are not ours, in the words of the file while it is there; each can be pulled back."""
    data_return = return_seen(request, pk)
    page = Paginator(data_return.rows.filter(pile=ReturnRow.Pile.NOT_OURS), A_PAGE).get_page(request.GET.get("page"))
    in_file = checking.words_in_file(data_return, list(page))
    rows = [(row, in_file[row.pk]) for row in page if row.pk in in_file]
    shown = {"heading": "Rows that are not ours", "crumbs": crumbs_of(data_return), "return": data_return, "page_obj": page, "rows": rows}
    return render(request, "returns/not_ours.html", shown)
