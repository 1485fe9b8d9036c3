"""Whom of our students a row is most like, however little: for somebody who knows that it is one of ours."""

from collections.abc import Sequence

import numpy as np
from rapidfuzz import fuzz, process, utils

from . import columns
from .columns import Book, Words
from .points import First, Last
from .reasons import describe
from .records import Candidate, Known, Listed
from .score import Scorer

MOST = 3
LOOKED_AT = 60  # students whose whole names are most like the row's: a person whose name is like none of these finds nobody by it
ALIKE = 45.0  # of 100


def nearest(listed: Listed, known: Sequence[Known], our_school_names: Sequence[str] = (), our_urn: str = "") -> tuple[Candidate, ...]:
    """At most three students with something of their name in common with the row, the most alike first."""
    some = likely(listed, known)
    if not some:
        return ()
    book = Book()
    students = columns.students(some, book, lambda one: True, columns.asked_by([listed]))
    rows = columns.rows([listed], book, tuple(our_school_names), our_urn)
    places = np.arange(len(some))
    pairs = Scorer(rows, students, book, Words.of(book)).score(np.zeros_like(places), places)
    found = []
    for place in np.argsort(-pairs.points, kind="stable").tolist():
        like = pairs.likeness(place, students)
        if like.first is First.DIFFERENT and like.last is Last.DIFFERENT:
            continue
        student = students.known[pairs.student[place]]
        odds = 2.0 ** float(np.clip(pairs.points[place], -60.0, 60.0))
        found.append(Candidate(student.id, round(odds / (1.0 + odds), 4), describe(listed, student, like)))
    return tuple(found[:MOST])


def likely(listed: Listed, known: Sequence[Known]) -> list[Known]:
    """Those whose name is the most like the row's, letter by letter, in any order of its words."""
    theirs = listed.full_name or f"{listed.forename or listed.known_as} {listed.surname}"
    ours = [f"{one.forename} {one.surname}" for one in known]
    told = process.extract(theirs, ours, scorer=fuzz.token_sort_ratio, processor=utils.default_process, score_cutoff=ALIKE, limit=LOOKED_AT)
    return [known[place] for _, _, place in told]
