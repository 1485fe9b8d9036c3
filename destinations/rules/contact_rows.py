"""What one row of a list of contact details tells: addresses and numbers in the form in which they are kept, and what could not be read."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from careers.imports.values import to_text
from careers.rules.contact import ContactKind, Whose
from careers.rules.contact_plan import Told
from careers.rules.contact_values import NotThat, kept_value
from careers.rules.identifiers import normalise_postcode

NOTHING = frozenset({"", "-", "–", "n/a", "na", "none", "no", "nil", "unknown", "not known", "tbc", "not supplied", "x", "0"})
LINES = ("address_1", "address_2", "address_3", "town", "county")


@dataclass(frozen=True, slots=True)
class Column:
    """A column that holds an address or number: whose, of which kind, and the columns of the parent's name and relation."""

    whose: Whose
    kind: ContactKind
    name: str = ""
    relation: str = ""


COLUMNS = {
    "school_email": Column(Whose.STUDENT, ContactKind.SCHOOL_EMAIL),
    "own_email": Column(Whose.STUDENT, ContactKind.EMAIL),
    "mobile": Column(Whose.STUDENT, ContactKind.MOBILE),
    "phone": Column(Whose.STUDENT, ContactKind.PHONE),
    "parent_email": Column(Whose.PARENT, ContactKind.EMAIL, "parent_name", "parent_relation"),
    "parent_mobile": Column(Whose.PARENT, ContactKind.MOBILE, "parent_name", "parent_relation"),
    "parent2_email": Column(Whose.PARENT, ContactKind.EMAIL, "parent2_name", "parent2_relation"),
    "parent2_mobile": Column(Whose.PARENT, ContactKind.MOBILE, "parent2_name", "parent2_relation"),
}


@dataclass(frozen=True, slots=True)
class Unread:
    """A value that is no such address or number: its field, and why."""

    field: str
    sentence: str


def told_by(cells: Mapping[str, Any], student: int) -> Iterator[Told | Unread]:
    """Everything a row tells of a student, by field. A cell that says there is none tells nothing."""
    for field, column in COLUMNS.items():
        if is_nothing(cells.get(field)):
            continue
        try:
            kind, value = read(column, cells[field])
        except NotThat as wrong:
            yield Unread(field, wrong.sentence)
        else:
            yield Told(student, column.whose, kind, value, text_of(cells, column.name, 150), text_of(cells, column.relation, 60))
    yield from told_address(cells, student)


def read(column: Column, cell: Any) -> tuple[ContactKind, str]:
    """A parent's only number may be one at home: it is kept as that. Raises NotThat."""
    written = cell if isinstance(cell, float | int) else to_text(cell)
    try:
        return column.kind, kept_value(column.kind, written)
    except NotThat:
        if column.kind is not ContactKind.MOBILE:
            raise
        return ContactKind.PHONE, kept_value(ContactKind.PHONE, written)


def told_address(cells: Mapping[str, Any], student: int) -> Iterator[Told | Unread]:
    """The postal address from one column or several, its postcode at the end. A postcode alone is no address."""
    lines = [str(cells["address"])] if not is_nothing(cells.get("address")) else [text_of(cells, name, 80) for name in LINES]
    if not any(lines):
        return
    postcode = normalise_postcode(text_of(cells, "postcode", 10))
    if postcode and postcode.replace(" ", "") not in "".join(lines).upper().replace(" ", ""):
        lines.append(postcode)
    separator = "\n" if "\n" in lines[0] or len(lines) > 2 else ", "
    try:
        yield Told(student, Whose.STUDENT, ContactKind.ADDRESS, kept_value(ContactKind.ADDRESS, separator.join(filter(None, lines))))
    except NotThat as wrong:
        yield Unread("address" if "address" in cells else "address_1", wrong.sentence)


def text_of(cells: Mapping[str, Any], name: str, longest: int) -> str:
    """The text of a field as far as it fits; empty where it says that there is none."""
    cell = cells.get(name)
    return "" if is_nothing(cell) else (to_text(cell) or "")[:longest]


def is_nothing(cell: Any) -> bool:
    return cell is None or (to_text(cell) or "").casefold() in NOTHING
