"""How a sender's lists are laid out, as they are remembered."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods

from careers.guards import StaffRequest, needs
from careers.imports.vocabularies import IGNORE, RETURN
from careers.rules.permissions import May
from destinations.actions.layouts import forget_layout
from destinations.models import RememberedLayout, Source
from destinations.views.returns import crumbs


@needs(May.WORK_RETURNS)
@require_http_methods(["GET", "HEAD", "POST"])
def layouts(request: StaffRequest, pk: int) -> HttpResponse:
    """What each column of this sender's tables held last; any table can be forgotten."""
    source = get_object_or_404(Source, school=request.viewer.school, pk=pk)
    kept = RememberedLayout.objects.filter(school=request.viewer.school, source=source)
    if request.method == "POST":
        chosen = request.POST.get("layout", "")
        layout = kept.filter(pk=chosen).first() if chosen.isdecimal() and len(chosen) < 19 else None
        if layout:
            forget_layout(school=request.viewer.school, layout=layout, by=request.user)
            messages.success(request, f"How “{layout.sheet}” was laid out is forgotten. The next list is understood from itself alone.")
        return redirect("returns:layouts", pk)
    shown = [(layout, [(column["heading"], column["letter"], held(column["field"])) for column in layout.columns]) for layout in kept]
    heading = f"How lists of {source} are laid out"
    return render(request, "returns/layouts.html", {"heading": heading, "crumbs": crumbs(), "source": source, "shown": shown})


def held(field: str) -> str:
    return "Left out" if field == IGNORE or field not in RETURN else RETURN[field].label
