"""The lists received, and what each waits for. The same word is on the tab, in the list and on the page of the list."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Count, Exists, F, Func, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce

from destinations.models import DataReturn, ReturnRow

Pile, State = ReturnRow.Pile, DataReturn.State
CERTAIN = Q(pile=Pile.CERTAIN) | ~Q(decision="")  # whose student is known, and those that somebody has decided, either way
ON_STAGE, NOBODY_LEFT = Q(state=State.STAGED), Q(to_check=0)
TABS = {
    "": ("All", Q()),
    "check": ("To check", Q(state__in=(State.STAGED, State.APPLIED), to_check__gt=0)),
    "ready": ("Ready to apply", ON_STAGE & NOBODY_LEFT & Q(settled=True)),
    "applied": ("Applied", Q(state=State.APPLIED)),
    "undone": ("Undone", Q(state=State.UNDONE)),
    "nothing": ("Nothing to apply", ON_STAGE & NOBODY_LEFT & Q(settled=False)),
    "refused": ("Could not be read", Q(state=State.REFUSED)),
    "working": ("At work", Q(state__in=(State.READING, State.APPLYING))),
}
ALWAYS = ("", "check", "ready", "applied")  # the others where there are any


@dataclass(frozen=True, slots=True)
class Tab:
    key: str
    words: str
    count: int
    current: bool

    @property
    def url(self) -> str:
        return f"?state={self.key}" if self.key else "?"


def with_what_they_wait_for(lists: QuerySet[DataReturn]) -> QuerySet[DataReturn]:
    """Each list with `to_check`, how many of its rows want a decision, and `settled`, whether any row is about a student for certain or by
    decision."""
    rows = ReturnRow.objects.filter(data_return=OuterRef("pk")).order_by()
    waiting = rows.filter(pile=Pile.CHECK, decision="").annotate(n=Func(F("pk"), function="COUNT")).values("n")
    settled = rows.filter(Q(pile=Pile.CERTAIN) | Q(decision="student")).exclude(decision="not_ours")
    return lists.annotate(to_check=Coalesce(Subquery(waiting), 0), settled=Exists(settled))


def with_how_many_are_certain(lists: QuerySet[DataReturn]) -> QuerySet[DataReturn]:
    """Each list with `certain`, the number that the pile of this name has on the list's own page."""
    rows = ReturnRow.objects.filter(CERTAIN, data_return=OuterRef("pk")).order_by()
    return lists.annotate(certain=Coalesce(Subquery(rows.annotate(n=Func(F("pk"), function="COUNT")).values("n")), 0))


def in_tab(lists: QuerySet[DataReturn], key: str) -> QuerySet[DataReturn]:
    """Those of a tab, of lists `with_what_they_wait_for`."""
    return lists.filter(TABS[key][1])


def tabs_of(lists: QuerySet[DataReturn], chosen: str) -> Iterable[Tab]:
    """The tabs with their counts. One query."""
    counts = lists.order_by().aggregate(
        **{f"in_{key}": Count("pk", filter=which) for key, (_, which) in TABS.items() if key}, whole=Count("pk")
    )
    for key, (words, _) in TABS.items():
        count = counts[f"in_{key}" if key else "whole"]
        if count or key in ALWAYS or key == chosen:
            yield Tab(key, words, count, key == chosen)
