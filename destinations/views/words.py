"""What the words of a list mean: read, put right for its sender, take back."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db.models import Q
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from careers.guards import StaffRequest, needs
from careers.rules.permissions import May
from destinations.actions import words as actions
from destinations.forms.words import MeaningForm
from destinations.models import DataReturn, RememberedWords, ReturnRow, Source
from destinations.rules import course_examples, word_examples
from destinations.rules.applications import ApplicationState
from destinations.rules.outcomes import ROUTE_NAMES, Route
from destinations.rules.remembered import TELLING_COLUMNS, normalised
from destinations.rules.wording import SAID_WORDS, Line, SaidRow, find_line, in_words, level_in_words, lines_of, meaning_in_words
from destinations.views.returns import crumbs, return_seen

READ_FROM = ("told", "said", "outcome", "route", "level", "application")
A_PAGE = 60  # lines of one column; a column with more is a list of courses, and the commonest say most


@dataclass(frozen=True, slots=True)
class Group:
    """The lines of one column: what it is, how the list heads it, and what its marks come to."""

    column: str
    title: str
    headings: Sequence[str]
    marks: Sequence[str]
    lines: Sequence[tuple[Line, RememberedWords | None]]
    more: int


@needs(May.WORK_RETURNS)
@require_safe
def words(request: StaffRequest, pk: int) -> HttpResponse:
    data_return = return_seen(request, pk)
    remembered = remembered_of(data_return.source)
    lines = lines_in(data_return)
    groups = [group_of(column, of_it, data_return, remembered) for column, of_it in lines.items()]
    return render(
        request,
        "returns/words.html",
        {
            "heading": "What the words mean",
            "crumbs": crumbs((str(data_return.source), reverse("returns:detail", args=[pk]))),
            "return": data_return,
            "groups": groups,
            "unread": sum(line.rows for group in groups for line, kept in group.lines if line.unread and not kept),
            "by_hand": len(remembered),
            "can_change": data_return.state == DataReturn.State.STAGED,
        },
    )


@needs(May.WORK_RETURNS)
@require_http_methods(["GET", "HEAD", "POST"])
def word(request: StaffRequest, pk: int, mark: str) -> HttpResponse:
    """Put right what one phrase means. Words that are not in the list any more lead back to it."""
    data_return = return_seen(request, pk)
    line = find_line(lines_in(data_return), mark)
    if line is None or data_return.state != DataReturn.State.STAGED:
        messages.info(request, "These words can only be put right in a list that waits to be applied.")
        return redirect("returns:words", pk)
    kept = remembered_of(data_return.source).get((line.column, normalised(line.words)))
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
            "heading": f"Words of {source.name}",
            "crumbs": crumbs(),
            "source": source,
            "kept": [(one, TELLING_COLUMNS.get(one.column, one.column), as_words(one)) for one in kept],
        },
    )


@needs(May.WORK_RETURNS)
@require_safe
def rules(request: StaffRequest) -> HttpResponse:
    """How words are read, by examples."""
    return render(request, "returns/words_rules.html", {"heading": "How words are read", "crumbs": crumbs(), "tables": tables()})


def tables() -> list[tuple[str, str, list[tuple[str, str]]]]:
    """(title, explanation, [(meaning, examples)]) of each kind of words."""

    def each(phrases: str) -> str:
        return ", ".join(f"“{phrase.strip()}”" for phrase in phrases.split(" | "))

    statuses = [(SAID_WORDS[said], each(phrases)) for said, phrases in word_examples.STATUSES.items()]
    activities = [(in_words(code), each(phrases)) for code, phrases in word_examples.ACTIVITIES.items()]
    applications = [(ApplicationState(state).label, each(phrases)) for state, phrases in word_examples.APPLICATIONS.items()]
    courses = [(course_told(route, level), f"“{title}”") for title, (route, level) in course_examples.COURSES.items()]
    levels = [(level_in_words(level).capitalize(), f"“{written}”") for written, level in course_examples.LEVELS.items() if level]
    return [
        ("A status", "Never came is believed before left, left before there.", statuses),
        ("An activity", "A code in the row wins over words.", activities),
        ("An application", "An offer or an interview is never a destination.", applications),
        ("A course", "The named qualification decides, before the subject.", gathered(courses)),
        ("A level", "The level column is believed before the course.", gathered(levels)),
    ]


def gathered(pairs: Sequence[tuple[str, str]]) -> list[tuple[str, str]]:
    """One line for each meaning, with all its examples."""
    together: dict[str, list[str]] = {}
    for meaning, example in pairs:
        together.setdefault(meaning, []).append(example)
    return [(meaning, ", ".join(examples)) for meaning, examples in together.items()]


def course_told(route: str | None, level: str) -> str:
    parts = (ROUTE_NAMES[Route(route)] if route else "", level_in_words(level) if level else "")
    return ", ".join(part for part in parts if part) or "Neither route nor level"


def lines_in(data_return: DataReturn) -> dict[str, list[Line]]:
    """The words of our rows: those that are certain, to check or decided to be ours."""
    ours = data_return.rows.filter(Q(pile__in=[ReturnRow.Pile.CERTAIN, ReturnRow.Pile.CHECK])).exclude(decision=ReturnRow.Decision.NOT_OURS)
    return lines_of(SaidRow(*row) for row in ours.values_list(*READ_FROM))


def remembered_of(source: Source) -> dict[tuple[str, str], RememberedWords]:
    kept = RememberedWords.objects.filter(source=source).select_related("by", "school", "source")
    return {(one.column, one.normalised): one for one in kept}


def group_of(column: str, lines: Sequence[Line], data_return: DataReturn, remembered: dict[tuple[str, str], RememberedWords]) -> Group:
    columns = [one for sheet in data_return.layout for one in sheet["columns"] if one["field"] == column]
    headings = list(dict.fromkeys(one["heading"] for one in columns if one["heading"]))
    marks = [told for one in columns if (told := one["words"].partition(". ")[2])]
    shown = [(line, remembered.get((column, normalised(line.words)))) for line in lines[:A_PAGE]]
    return Group(column, TELLING_COLUMNS[column], headings, marks, shown, len(lines) - len(shown))


def as_words(one: RememberedWords) -> str:
    return meaning_in_words(one.said, one.outcome, one.route, one.level)


def initial_of(kept: RememberedWords | None) -> dict[str, str]:
    return {"said": kept.said, "outcome": kept.outcome, "route": kept.route, "level": kept.level} if kept else {}


def carry_out(request: StaffRequest, data_return: DataReturn, action, **what) -> HttpResponse:
    """Do it and say so; what cannot be done now is said in the action's own words."""
    try:
        action(**what, by=request.user, data_return=data_return)
    except ValidationError as refusal:
        messages.error(request, " ".join(refusal.messages))
    else:
        messages.success(request, f"The list is read again. It holds for the lists of {data_return.source.name} from now on.")
    return redirect("returns:words", data_return.pk)
