"""A small invented year group, and the way a list writes one of them."""

from dataclasses import replace
from datetime import date
from typing import Any

from careers.matching.decide import match
from careers.matching.records import Known, Listed, Match

BORN = date(2009, 3, 14)
SURNAMES = "Ashworth Birch Catterall Duckworth Eccles Fenwick Gornall Hindle Iddon Jolly Kershaw Livesey".split()
FORENAMES = "Bethan Callum Dana Elijah Freya Gethin Honor Idris Jemima Kieron Lowri Meredith".split()
OTHERS = tuple(
    Known(
        id=f"other-{n}",
        upn=f"X8884000200{n:02}",
        surname=surname,
        forename=forename,
        date_of_birth=date(2008, 9 + n % 4, 2 + 2 * n),
        postcode=f"PR{n + 3} 4QQ",
        form=f"11{'ABC'[n % 3]}",
    )
    for n, (surname, forename) in enumerate(zip(SURNAMES, FORENAMES, strict=True))
)
OUR_NAMES = ("Lower Hodder Academy",)


def ours(forename: str, surname: str, born: date | None = BORN, id: str = "", **more: Any) -> Known:
    return Known(id=id or forename, forename=forename, surname=surname, date_of_birth=born, **more)


def row(forename: str, surname: str, born: date | None = BORN, key: object = 2, **more: Any) -> Listed:
    return Listed(key=("Sheet1", key), forename=forename, surname=surname, date_of_birth=born, **more)


def find(listed: Listed, *known: Known) -> Match:
    """The answer for one row against these students and the rest of a small year group."""
    return match([listed], [*known, *OTHERS], OUR_NAMES, "150000")[0]


def of(known: Known, **changed: Any) -> Listed:
    """A row that says of a student exactly what we know, but for what is changed."""
    listed = Listed(
        key=("Sheet1", known.id), upn=known.upn, uln=known.uln, surname=known.surname, forename=known.forename,
        middle_names=known.middle_names, date_of_birth=known.date_of_birth, sex=known.sex, postcode=known.postcode, form=known.form,
    )  # fmt: skip
    return replace(listed, **changed)
