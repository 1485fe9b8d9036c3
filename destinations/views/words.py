"""What the words of a list mean: read, put right for its sender, take back."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from careers.guards import StaffRequest, needs
from careers.rules.permissions import May
from destinations.actions import words as actions
from destinations.forms.words import MeaningForm, WordsFilterForm
from destinations.models import DataReturn, RememberedWords, Source
from destinations.rules.remembered import TELLING_COLUMNS
from destinations.rules.wording import find_line, meaning_in_words
from destinations.views.returns import crumbs, return_seen
from destinations.wordlist import groups_on, page_of, words_in


@needs(May.WORK_RETURNS)
@require_safe
def words(request: StaffRequest, pk: int) -> HttpResponse:
    data_return = return_seen(request, pk)
    found = words_in(data_return)
    form = WordsFilterForm(request.GET, counts={column: len(lines) for column, lines in found.lines.items()})
    shown = found.chosen(*form.asked())
    page = page_of(shown, request.GET.get("page"))
    return render(
        request,
        "returns/words.html",
        {
            "heading": "What the words mean",
            "crumbs": crumbs((str(data_return.source), reverse("returns:detail", args=[pk]))),
            "return": data_return,
            "form": form,
            "narrowed": any(form.asked()),
            "groups": groups_on(page, data_return, shown),
            "page_obj": page,
            "whole": sum(len(lines) for lines in found.lines.values()),
            "unread": found.unread,
            "by_hand": len(found.kept),
            "can_change": data_return.state == DataReturn.State.STAGED,
        },
    )


@needs(May.WORK_RETURNS)
@require_http_methods(["GET", "HEAD", "POST"])
def word(request: StaffRequest, pk: int, mark: str) -> HttpResponse:
    """Put right what one phrase means. Words that are not in the list any more lead back to it."""
    data_return = return_seen(request, pk)
    found = words_in(data_return)
    line = find_line(found.lines, mark)
    if line is None or data_return.state != DataReturn.State.STAGED:
        messages.info(request, "These words can only be put right in a list that waits to be applied.")
        return redirect("returns:words", pk)
    kept = found.put_right(line)
    form = MeaningForm(request.POST or None, column=line.column, initial=initial_of(kept))
    if request.method == "POST" and "back" in request.POST and kept:
        return carry_out(request, data_return, actions.take_back, remembered=kept)
    if request.method == "POST" and form.is_valid():
        what = {"source": data_return.source, "column": line.column, "words": line.words, "meaning": form.meaning()}
        return carry_out(request, data_return, actions.remember, **what)
    return render(
        request,
        "returns/words_change.html",
        {
            "heading": f"What “{line.words}” means" if line.words else "What a blank means",
            "crumbs": crumbs(
                (str(data_return.source), reverse("returns:detail", args=[pk])),
                ("What the words mean", reverse("returns:words", args=[pk])),
            ),
            "return": data_return,
            "line": line,
            "title": TELLING_COLUMNS[line.column],
            "kept": kept,
            "form": form,
        },
    )


@needs(May.WORK_RETURNS)
@require_http_methods(["GET", "HEAD", "POST"])
def sender_words(request: StaffRequest, pk: int) -> HttpResponse:
    """Everything that was put right for one sender; each can be taken back."""
    source = get_object_or_404(Source.objects.filter(school=request.viewer.school), pk=pk)
    kept = RememberedWords.objects.filter(source=source).select_related("by", "school", "source")
    if request.method == "POST":
        chosen = request.POST.get("words", "")
        found = get_object_or_404(kept, pk=chosen if chosen.isdecimal() and len(chosen) < 19 else 0)
        actions.take_back(remembered=found, by=request.user)
        messages.success(request, "Taken back: the rules decide again, from the next list on.")
        return redirect("returns:sender_words", pk)
    return render(
        request,
        "returns/words_sender.html",
        {
            "heading": f"What the words of {source.name} mean",
            "crumbs": crumbs(),
            "source": source,
            "kept": [(one, TELLING_COLUMNS.get(one.column, one.column), as_words(one)) for one in kept],
        },
    )


def as_words(one: RememberedWords) -> str:
    return meaning_in_words(one.said, one.outcome, one.route, one.level, one.application)


def initial_of(kept: RememberedWords | None) -> dict[str, str]:
    return {name: getattr(kept, name) for name in ("said", "outcome", "route", "level", "application")} if kept else {}


def carry_out(request: StaffRequest, data_return: DataReturn, action, **what) -> HttpResponse:
    """Do it and say so; what cannot be done now is said in the action's own words."""
    try:
        action(**what, by=request.user, data_return=data_return)
    except ValidationError as refusal:
        messages.error(request, " ".join(refusal.messages))
    else:
        messages.success(request, f"The list is read again. It holds for the lists of {data_return.source.name} from now on.")
    return redirect("returns:words", data_return.pk)
