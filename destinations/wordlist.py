"""The words of a list as its page shows them: fetched, grouped by column, one page at a time. Writes nothing."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from django.core.paginator import Page, Paginator
from django.db.models import Q

from destinations.models import DataReturn, RememberedWords, ReturnRow
from destinations.remembering import meaning_kept
from destinations.rules.remembered import TELLING_COLUMNS, normalised
from destinations.rules.wording import Line, SaidRow, lines_of

READ_FROM = ("told", "said", "outcome", "route", "level", "application")
A_PAGE = 40
UNREAD, BY_HAND = "unread", "by_hand"

Kept = Mapping[tuple[str, str], RememberedWords]  # (column, normalised words) → what a person said they mean
Shown = tuple[Line, RememberedWords | None]


@dataclass(frozen=True, slots=True)
class Group:
    """Lines of one column, each with the codes that stand for its words by the list's own key: what it is, how the list heads it, and what
    its marks come to. `begun` on an earlier page."""

    column: str
    title: str
    headings: Sequence[str]
    marks: Sequence[str]
    lines: Sequence[tuple[Line, RememberedWords | None, Sequence[str]]]
    whole: int
    begun: bool


@dataclass(frozen=True, slots=True)
class Words:
    """Every line of a list. `unread` is how many rows stand in lines that nobody has understood."""

    lines: Mapping[str, Sequence[Line]]
    kept: Kept

    @property
    def unread(self) -> int:
        return sum(line.rows for of_it in self.lines.values() for line in of_it if self.is_unread(line))

    def is_unread(self, line: Line) -> bool:
        return line.unread and self.put_right(line) is None

    def put_right(self, line: Line) -> RememberedWords | None:
        return self.kept.get((line.column, normalised(line.words)))

    def chosen(self, column: str = "", which: str = "") -> list[Shown]:
        """The lines of one column, or of all: those that hold what was not understood first."""
        columns = [name for name in self.lines if column in ("", name)]
        columns.sort(key=lambda name: not any(self.is_unread(line) for line in self.lines[name]))
        shown = [(line, self.put_right(line)) for name in columns for line in self.lines[name]]
        if which == UNREAD:
            return [(line, kept) for line, kept in shown if self.is_unread(line)]
        return [(line, kept) for line, kept in shown if kept] if which == BY_HAND else shown


def words_in(data_return: DataReturn) -> Words:
    """The words of our rows: those that are certain, to check or decided to be ours. Two queries."""
    ours = data_return.rows.filter(Q(pile__in=[ReturnRow.Pile.CERTAIN, ReturnRow.Pile.CHECK]) | Q(decision=ReturnRow.Decision.STUDENT))
    ours = ours.exclude(decision=ReturnRow.Decision.NOT_OURS)
    kept = kept_for(data_return)
    remembered = {key: meaning_kept(one) for key, one in kept.items()}
    return Words(lines_of((SaidRow(*row) for row in ours.values_list(*READ_FROM)), remembered), kept)


def kept_for(data_return: DataReturn) -> dict[tuple[str, str], RememberedWords]:
    """What was put right for the sender: all of it, or, of a list that is applied, what had been by then."""
    kept = RememberedWords.objects.filter(source=data_return.source).select_related("by", "school", "source")
    if data_return.applied_at and data_return.state != DataReturn.State.STAGED:
        kept = kept.filter(at__lte=data_return.applied_at)
    return {(one.column, one.normalised): one for one in kept}


def page_of(shown: Sequence[Shown], number: Any) -> Page:
    return Paginator(shown, A_PAGE).get_page(number)


def groups_on(page: Page, data_return: DataReturn, whole: Sequence[Shown]) -> list[Group]:
    """The lines of a page under their columns."""
    sizes = {column: len(list(of_it)) for column, of_it in groupby(whole, key=lambda shown: shown[0].column)}
    before = {line.column for line, _ in whole[: max(page.start_index() - 1, 0)]}
    together = groupby(page.object_list, key=lambda shown: shown[0].column)
    return [group_of(column, list(of_it), data_return, whole=sizes[column], begun=column in before) for column, of_it in together]


def group_of(column: str, lines: Sequence[Shown], data_return: DataReturn, *, whole: int, begun: bool) -> Group:
    columns = [one for sheet in data_return.layout for one in sheet["columns"] if one["field"] == column]
    headings = list(dict.fromkeys(one["heading"] for one in columns if one["heading"]))
    marks = [told for one in columns if (told := one["words"].partition(". ")[2])]
    codes = [(code, normalised(words)) for one in columns for code, words in one.get("key", {}).items()]
    written = [(line, kept, [code for code, words in codes if words == normalised(line.words)]) for line, kept in lines]
    return Group(column, TELLING_COLUMNS[column], headings, [] if begun else marks, written, whole, begun)
