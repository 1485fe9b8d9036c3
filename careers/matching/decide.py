"""Which of our students each row of a list is about: certain, check, or not ours.

The order is UPN, then ULN, then birth date and names. Points (points.py) say how likely; `Judge` says when likely is not
enough; then the rows are seen beside one another. docs/matching.md tells the same on one page.
"""

from collections.abc import Callable, Hashable, Sequence

import numpy as np

from careers.tidying import without_tidying

from . import columns
from .beside import Verdict, beside_one_another
from .block import Blocks, TooManyPairs
from .columns import Book, Words
from .judge import Judge
from .lost_letters import restored
from .records import Known, Listed, Match
from .score import Scorer

TOGETHER = 4_000  # rows
Progress = Callable[[int, int], None]


def match(
    listed: Sequence[Listed],
    known: Sequence[Known],
    our_school_names: Sequence[str] = (),
    our_urn: str = "",
    *,
    first_cohort: Hashable = None,
    progress: Progress | None = None,
) -> list[Match]:
    """One `Match` for each row, in the order given. Neither the order of rows nor of students changes an answer.

    `our_school_names` are all the names a list may call us by; with `our_urn` they weigh a row's previous school.
    Students of `first_cohort` are preferred where nothing else decides. `progress` is told how many rows of how many are done.
    """
    if not listed:
        return []
    with without_tidying():
        return beside_one_another(_judged(restored(listed, known), known, tuple(our_school_names), our_urn, first_cohort, progress))


def _judged(
    listed: Sequence[Listed], known: Sequence[Known], our_names: tuple[str, ...], our_urn: str, first: Hashable, progress: Progress | None
) -> list[Verdict]:
    book = Book()
    students = columns.students(known, book, lambda one: first is None or one.cohort == first, columns.asked_by(listed))
    rows = columns.rows(listed, book, our_names, our_urn)
    words = Words.of(book)
    blocks, scorer = Blocks(rows, students, words), Scorer(rows, students, book, words)
    judge = Judge(rows, students, book)
    verdicts: list[Verdict] = []
    waiting = [np.arange(n, min(n + TOGETHER, len(listed))) for n in range(0, len(listed), TOGETHER)][::-1]
    while waiting:
        chosen = waiting.pop()
        try:
            pairs = blocks.candidates(chosen)
        except TooManyPairs:
            half = max(1, len(chosen) // 2)
            waiting += [chosen[half:], chosen[:half]]
            continue
        verdicts += judge.verdicts(chosen, scorer.score(*pairs))
        if progress:
            progress(len(verdicts), len(listed))
    return verdicts
