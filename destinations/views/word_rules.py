"""How words are read: an index of subjects, each with its examples, and a box to look words up."""

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from careers.guards import StaffRequest, needs
from careers.rules.permissions import May
from destinations.forms.words import LookUpForm
from destinations.rules.word_tables import read_as, subject_called, subjects
from destinations.views.returns import crumbs

HEADING = "How words are read"


@needs(May.WORK_RETURNS)
@require_safe
def rules(request: StaffRequest) -> HttpResponse:
    """The subjects, or where words that somebody looks up stand in them."""
    form = LookUpForm(request.GET)
    sought = form.sought()
    every = subjects()
    read = read_as(sought) if sought else {}
    return render(
        request,
        "returns/words_rules.html",
        {
            "heading": HEADING,
            "crumbs": crumbs(),
            "form": form,
            "sought": sought,
            "subjects": every,
            "found": [(subject, found) for subject in every if (found := subject.found(sought))] if sought else [],
            "read": [(subject, read[subject.key]) for subject in every if subject.key in read],
        },
    )


@needs(May.WORK_RETURNS)
@require_safe
def subject(request: StaffRequest, key: str) -> HttpResponse:
    """One subject, with all its examples."""
    shown = subject_called(key)
    if shown is None:
        raise Http404
    return render(
        request,
        "returns/words_subject.html",
        {
            "heading": f"How words are read: {shown.title.lower()}",
            "crumbs": crumbs((HEADING, reverse("returns:word_rules"))),
            "form": LookUpForm(),
            "subject": shown,
            "subjects": subjects(),
        },
    )
