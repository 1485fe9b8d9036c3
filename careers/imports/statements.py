"""Lines that each say something of one person, as people write them in emails: "Smith, Jo – enrolled", or names alone."""

import re
from collections.abc import Sequence

from .telling_words import COURSE, PROVIDER, STATUS

DAY = re.compile(r"[\s,(]*(?:(?:dob|d\.o\.b\.?|born)[\s:]*)?\b(\d{1,2}[/.-]\d{1,2}[/.-](?:\d{4}|\d{2})|\d{4}-\d\d-\d\d)\b[\s,)]*", re.I)
BETWEEN = re.compile(r"\s+[-=→]+>?\s+|\s*[–—→]\s*|\s*:\s+|\s*;\s*")
IN_BRACKETS = re.compile(r"\s+\(([^()]{2,60})\)$")
PERSON = re.compile(r"[^\W\d_][\w'’.-]*(?:,?\s+\(?[^\W\d_][\w'’.-]*\)?){1,5}", re.U)
SMALL = re.compile(r"(?:van|von|der|den|de|da|di|del|la|le|bin|al|el|ap|ter|st)", re.I)
SAYS = re.compile(rf"(?<!\w)(?:{STATUS.pattern})", re.I)
LETTERS = 3  # a status of one or two letters is as likely an initial
HEADINGS = ((SAYS, "Status"), (COURSE, "Course"), (PROVIDER, "Provider"))
LONGEST = 60
MOST = 0.6
NOT_PEOPLE = re.compile(
    r"\b(?:dear|hi|hello|hey|regards|thanks|thank you|sincerely|faithfully|cheers|wishes|please|sent|from|to|subject|cc|date|"
    r"students?|learners?|list|college|school|academy|officer|manager|admissions|team)\b",
    re.I,
)


def statements_of(lines: Sequence[str]) -> list[list[str]] | None:
    """Rows under the headings that are meant: name, date of birth, status…; None where too few lines are about a person.

    A line of another kind stays a row of one cell where it stood, so that "Did not enrol:" still heads the names below it.
    """
    read = [_statement(line.strip()) for line in lines]
    people = [cells for cells in read if cells]
    if len(people) < max(1, MOST * sum(bool(line.strip()) for line in lines)):
        return None
    if not any(rest or day for _, day, rest in people) and len(people) < 2:
        return None
    width = max(len(rest) for _, _, rest in people)
    dated = any(day for _, day, _ in people)
    headings = ["Name", *(["Date of birth"] if dated else []), *_headings([rest for _, _, rest in people], width)]
    first = next(i for i, (line, cells) in enumerate(zip(lines, read, strict=True)) if cells or _says(line))
    rows = [[line.strip()] for line in lines[:first]]
    rows.append(headings)
    for line, cells in zip(lines[first:], read[first:], strict=True):
        if cells is None:
            rows.append([line.strip()])
        else:
            name, day, rest = cells
            rows.append([name, *([day] if dated else []), *rest])
    return rows


def headed(rows: Sequence[Sequence[str]]) -> list[Sequence[str]]:
    """The same rows, under the headings that are meant where the first column is people from the very first row on."""
    wide = [row for row in rows if len(row) > 1]
    if not wide or not is_person(wide[0][0]) or sum(is_person(row[0]) for row in wide) < MOST * len(wide):
        return list(rows)
    first, columns = rows.index(wide[0]), max(map(len, wide)) - 1
    days = [sum(len(row) > i + 1 and DAY.fullmatch(row[i + 1]) is not None for row in wide) > MOST * len(wide) for i in range(columns)]
    others = iter(_headings([[cell for cell, day in zip(row[1:], days, strict=False) if not day] for row in wide], columns - sum(days)))
    headings = ["Name", *("Date of birth" if day else next(others) for day in days)]
    return [*rows[:first], headings, *rows[first:]]


def _statement(line: str) -> tuple[str, str, list[str]] | None:
    """A name, a birth date, and what is said after them; None where the line does not begin with a person."""
    if not line or len(line) > 4 * LONGEST:
        return None
    bracketed = IN_BRACKETS.search(line)
    said = [bracketed[1]] if bracketed and _says(bracketed[1]) and not DAY.fullmatch(bracketed[1]) else []
    whole = line[: bracketed.start()] if bracketed and said else line
    first, *rest = BETWEEN.split(whole)
    day = DAY.search(first)
    if day:
        first, tail = first[: day.start()], first[day.end() :]
        rest = [tail, *rest] if tail.strip() else rest
    elif rest and (day := DAY.fullmatch(rest[0])):
        rest = rest[1:]
    if not is_person(first):
        return None
    return " ".join(first.split()), day[1] if day else "", [part.strip() for part in [*rest, *said] if part.strip()]


def is_person(text: str) -> bool:
    """Whether a text looks like the name of one person: two to six capitalised words, and nothing that letters are made of."""
    text = text.strip(" ,")
    if len(text) > LONGEST or not PERSON.fullmatch(text) or NOT_PEOPLE.search(text) or _says(text):
        return False
    return all(word[0].isupper() or SMALL.fullmatch(word) for word in re.findall(r"[^\W\d_][\w'’.-]*", text))


def _says(text: str) -> bool:
    return any(len(found[0]) >= LETTERS for found in SAYS.finditer(text))


def _headings(rest: Sequence[Sequence[str]], width: int) -> list[str]:
    """What each column after the name is, by what most of its texts speak of."""
    headings: list[str] = []
    for place in range(width):
        texts = [cells[place] for cells in rest if len(cells) > place]
        likely = max(HEADINGS, key=lambda pair: sum(pair[0].search(text) is not None for text in texts))
        fits = any(likely[0].search(text) for text in texts) and likely[1] not in headings
        headings.append(likely[1] if fits else ("Status" if not headings else "Notes"))
    return headings
