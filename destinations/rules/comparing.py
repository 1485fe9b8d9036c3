"""A row of somebody's list beside a student of ours, field by field, for a person who decides."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from careers.matching.names import words
from destinations.rules.letters import Pieces, Verdict, alignment, compared, marked, marked_whole, one_slip, only_initials, plainly
from destinations.rules.reasons import Reason

LABELS = {
    "full_name": "Name",
    "surname": "Surname",
    "former_surname": "Former surname",
    "preferred_surname": "Preferred surname",
    "forename": "Forename",
    "middle_names": "Middle names",
    "known_as": "Known as",
    "initials": "Initials",
    "date_of_birth": "Birth date",
    "sex": "Sex",
    "form": "Form",
    "postcode": "Postcode",
    "previous_school": "Previous school",
    "upn": "UPN",
    "uln": "ULN",
}
ALWAYS = frozenset({"surname", "former_surname", "preferred_surname", "forename", "known_as", "date_of_birth", "form"})
NAME_PARTS = ("surname", "forename", "middle_names")
DAY = re.compile(r"(\d{1,2}) ([A-Z][a-z]+) (\d{4})")
MONTHS = "January February March April May June July August September October November December".split()
Found = tuple[Verdict, str]


@dataclass(frozen=True, slots=True)
class Line:
    """One field of both records, the letters marked that differ. `words` say what differs; empty where there is nothing to say."""

    label: str
    theirs: Pieces
    ours: Pieces
    verdict: Verdict
    words: str = ""
    kept_back: bool = False


@dataclass(frozen=True, slots=True)
class Record:
    """Our record in the words of a list. What is `kept_back` is not shown, on either side: its fields, each with why."""

    texts: Mapping[str, str]
    kept_back: Mapping[str, str] = field(default_factory=dict)


def side_by_side(theirs: Mapping[str, str], ours: Record, reasons: Sequence[Reason] = ()) -> list[Line]:
    """The fields that either record has, in the order a person reads them. `reasons` are what matching said of the two."""
    whole = bool(theirs.get("full_name"))
    names = [name for name in LABELS if not (whole and name in NAME_PARTS)]
    texts = dict(ours.texts)
    if whole:
        texts["full_name"] = like_theirs(theirs["full_name"], texts)
    shown = [name for name in names if theirs.get(name) or (texts.get(name) and name in ALWAYS)]
    return [line(name, theirs, texts, reasons, ours.kept_back.get(name, "")) for name in shown]


def line(name: str, theirs: Mapping[str, str], ours: Mapping[str, str], reasons: Sequence[Reason], kept_back: str) -> Line:
    if kept_back:
        return Line(LABELS[name], (), (), Verdict.NOTHING, kept_back, kept_back=True)
    their, our = theirs.get(name, ""), ours.get(name, "")
    if not their or not our:
        return Line(LABELS[name], plainly(their), plainly(our), Verdict.NOTHING)
    verdict, said = explained(name, theirs, ours, reasons) or WAYS.get(name, compared)(their, our)
    if verdict is Verdict.AGREES:
        return Line(LABELS[name], plainly(their), plainly(our), verdict)
    left, right = days_marked(their, our) if name == "date_of_birth" else marked(their, our)
    return Line(LABELS[name], left, right, verdict, said)


def explained(name: str, theirs: Mapping[str, str], ours: Mapping[str, str], reasons: Sequence[Reason]) -> Found | None:
    """What is different as letters and the same as a person: the other column, another name of ours, another form of the name."""
    if name not in ("surname", "forename") or same(theirs[name], ours[name]):
        return None
    other = "forename" if name == "surname" else "surname"
    if same(theirs[name], ours.get(other, "")):
        return Verdict.NEARLY, "first name and surname changed round"
    if name == "forename" and (initial := only_initials(theirs[name], f"{ours[name]} {ours.get(other, '')}")) and " " in theirs[name]:
        return Verdict.NEARLY, f"{initial}, with the surname"
    for field_, said in OUR_OTHER_NAMES[name].items():
        if same(theirs[name], ours.get(field_, "")):
            return Verdict.NEARLY, said
    spoken = [r for r in reasons if r.verdict in (Verdict.AGREES, Verdict.NEARLY) and mentions(r.words, theirs[name], ours[name])]
    found = compared(theirs[name], ours[name])
    return (Verdict.NEARLY, "another form of the name") if spoken and found[0] is Verdict.DIFFERS else None


OUR_OTHER_NAMES = {
    "surname": {"former_surname": "the surname we have from before", "preferred_surname": "the surname they go by"},
    "forename": {"known_as": "the name they are known as", "middle_names": "a middle name of ours"},
}


def same(their: str, our: str) -> bool:
    return bool(words(our)) and words(their) == words(our)


def mentions(said: str, *names: str) -> bool:
    spoken = set(re.split(r"[\s/]+", said.casefold()))
    return all(set(name.casefold().split()) & spoken for name in names)


def like_theirs(their: str, ours: Mapping[str, str]) -> str:
    """Our name in the order in which the list writes it, as far as it can be told."""
    surname = ours.get("surname", "")
    firsts = {ours.get("forename", ""), ours.get("known_as", "") or ours.get("forename", "")}
    firsts |= {f"{first} {ours['middle_names']}" for first in set(firsts) if ours.get("middle_names")}
    ways = [way for first in sorted(firsts) for way in (f"{surname}, {first}", f"{surname} {first}", f"{first} {surname}")]
    return max(ways, key=lambda way: alignment(their[:200], way).ratio())


def day_of(text: str) -> tuple[int, int, int] | None:
    found = DAY.fullmatch(text.strip())
    return (int(found[1]), MONTHS.index(found[2]) + 1, int(found[3])) if found and found[2] in MONTHS else None


def days_compared(their: str, our: str) -> Found:
    a, b = day_of(their), day_of(our)
    if a is None or b is None:
        return compared(their, our)
    if a == b:
        return Verdict.AGREES, ""
    if a[2] == b[2] and (a[0], a[1]) == (b[1], b[0]):
        return Verdict.NEARLY, "day and month changed round"
    wrong = [part for part, x, y in zip(("day", "month", "year"), a, b, strict=True) if x != y]
    return (Verdict.NEARLY, f"another {wrong[0]}") if len(wrong) == 1 else (Verdict.DIFFERS, "different")


def days_marked(their: str, our: str) -> tuple[Pieces, Pieces]:
    """Marked by day, month and year: single figures of a date mean nothing."""
    left, right = their.split(), our.split()
    if len(left) != 3 or len(right) != 3:
        return marked_whole(their, our)
    return by_part(left, right), by_part(right, left)


def by_part(parts: Sequence[str], others: Sequence[str]) -> Pieces:
    runs = [marked_whole(part, other)[0] if part != other else plainly(part) for part, other in zip(parts, others, strict=True)]
    return (*runs[0], *plainly(" "), *runs[1], *plainly(" "), *runs[2])


def codes_compared(their: str, our: str) -> Found:
    a, b = ("".join(text.split()).upper() for text in (their, our))
    if a == b:
        return Verdict.AGREES, ""
    slip = one_slip(a, b, "character")
    return (Verdict.NEARLY, slip) if slip else (Verdict.DIFFERS, "different")


def postcodes_compared(their: str, our: str) -> Found:
    a, b = ("".join(text.split()).upper() for text in (their, our))
    verdict, said = codes_compared(their, our)
    halves = verdict is Verdict.DIFFERS and len(a) > 4 and a[:-3] == b[:-3]
    return (verdict, "only the first half agrees") if halves else (verdict, said)


def sexes_compared(their: str, our: str) -> Found:
    return (Verdict.AGREES, "") if their[:1].casefold() == our[:1].casefold() else (Verdict.DIFFERS, "different")


WAYS: dict[str, Callable[[str, str], Found]] = {
    "date_of_birth": days_compared,
    "postcode": postcodes_compared,
    "upn": codes_compared,
    "uln": codes_compared,
    "sex": sexes_compared,
}
