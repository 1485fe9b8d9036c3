"""What one cell of a school's export says, column by column. A value that cannot be right raises ValueError with a sentence."""

from collections.abc import Callable, Sequence
from datetime import date
from decimal import Decimal, InvalidOperation

from careers.imports.cells import Cell
from careers.imports.dates import Order
from careers.imports.values import CROSSES, to_date, to_name_parts, to_postcode, to_sex, to_text, to_uln, to_upn, to_yes_no
from careers.models import Student
from careers.rules.characteristics import HAS_BEEN, NO, YES, Mark, language_mark, sen_marks, word_mark
from careers.rules.identifiers import POSTCODE_SHAPE

Marks = dict[str, Mark]
Read = Callable[[Cell], object]

ENROLMENT = {
    "c": "C", "current": "C", "current (single registration at this school)": "C", "single registration": "C", "single": "C",
    "m": "M", "current main (dual registration)": "M", "main": "M", "main dual": "M", "main (dual registration)": "M", "dual main": "M",
    "s": "S", "current subsidiary (dual registration)": "S", "subsidiary": "S", "subsidiary dual": "S", "dual subsidiary": "S",
    "subsidiary (dual registration)": "S", "g": "G", "guest": "G", "guest pupil": "G", "f": "F", "fe college": "F", "o": "O",
    "other provider": "O", "p": "P", "previous": "P",
}  # fmt: skip


def words(name: str) -> Read:
    """Text that fits its field and has a letter or a digit in it."""
    longest: int = Student._meta.get_field(name).max_length  # type: ignore[union-attr, assignment]

    def read(cell: Cell) -> str | None:
        if isinstance(cell, str) and len(cell) <= longest and cell.isascii() and cell.isalnum():
            return cell
        text = to_text(cell)
        if text and len(text) > longest:
            raise ValueError(f"“{text[:30]}…” is too long: at most {longest} characters fit here.")
        if text and not any(character.isalnum() for character in text):
            raise ValueError(f"“{text}” is neither a word nor a number.")
        return text

    return read


def name(field: str) -> Read:
    """A name: text with a letter in it."""
    read_words = words(field)

    def read(cell: Cell) -> object:
        text = read_words(cell)
        if text and not any(character.isalpha() for character in str(text)):
            raise ValueError(f"“{text}” is not a name.")
        return text

    return read


def birth_date(order: Order | None, leaving: int, today: date) -> Read:
    """A date of birth. Two-digit years are those of somebody who could be leaving."""

    def read(cell: Cell) -> date | None:
        born = to_date(cell, order, latest_year=leaving - 10)
        if born and born > today:
            raise ValueError(f"{born:%-d %B %Y} is still to come, so nobody was born on it.")
        return born

    return read


def postcode(cell: Cell) -> str | None:
    """A postcode in capitals with one space."""
    if isinstance(cell, str) and POSTCODE_SHAPE.fullmatch(cell):
        return cell
    return to_postcode(cell)


def attendance(cells: Sequence[Cell]) -> Read:
    """A percentage. Where a spreadsheet holds the whole column as fractions of one, 0.957 is 95.7."""
    numbers = [cell for cell in cells if isinstance(cell, (int, float)) and not isinstance(cell, bool)]
    times = 100 if numbers and max(numbers) <= 1 else 1

    def read(cell: Cell) -> Decimal | None:
        text = to_text(cell)
        if text is None:
            return None
        try:
            percent = Decimal(text.rstrip("% ")) * (times if isinstance(cell, (int, float)) else 1)
        except InvalidOperation:
            percent = Decimal(-1)
        if not 0 <= percent <= 100:
            raise ValueError(f"{text} is not a percentage from 0 to 100.")
        return percent.quantize(Decimal("0.1"))

    return read


def enrolment_status(cell: Cell) -> str | None:
    """The code of an enrolment status, given as code or in words (domain reference 6.4)."""
    text = to_text(cell)
    if text is None:
        return None
    if text.casefold() not in ENROLMENT:
        raise ValueError(f"“{text}” is not an enrolment status we can read. Write C, M, S or G.")
    return ENROLMENT[text.casefold()]


def yes_no(kind: str, cells: Sequence[Cell], said: Mark = YES) -> Read:
    """Yes or no about one characteristic, or the words people use for it. `said` is what a yes means."""
    crosses = meaning_of_crosses(cells)

    def one(cell: Cell) -> Marks:
        text = to_text(cell) or ""
        mark = word_mark(kind, text)
        if mark is None:
            mark = said if to_yes_no(cell, x_means_yes=crosses) else (NO if said is YES else Mark())
        return {kind: mark}

    return with_blanks(one, cells, {kind: NO} if said is YES else {})


def sen(cells: Sequence[Cell]) -> Read:
    def one(cell: Cell) -> Marks:
        return sen_marks(to_text(cell) or "")

    return with_blanks(one, cells, {"sen": NO, "sen_support": NO, "ehc_plan": NO})


def ehc_plan(cells: Sequence[Cell]) -> Read:
    read = yes_no("ehc_plan", cells)

    def both(cell: Cell) -> Marks:
        marks = dict(read(cell))  # type: ignore[call-overload]
        return {**marks, "sen": YES} if marks.get("ehc_plan") == YES else marks

    return both


def first_language(cell: Cell) -> Marks:
    text = to_text(cell)
    return {"eal": language_mark(text)} if text else {}


def with_blanks(one: Callable[[Cell], Marks], cells: Sequence[Cell], when_no: Marks) -> Read:
    """Read a column in which a blank may mean no: it does where the column says yes and never says no, as in a column of ticks.
    Where no is written out, a blank says nothing; where nothing at all is written, neither does the column."""
    heard = set()
    for cell in {cell for cell in cells if to_text(cell)}:
        try:
            heard |= {mark.now for mark in one(cell).values()}
        except ValueError:
            continue
    blank = when_no if True in heard and not says_no(one, cells) else {}

    def read(cell: Cell) -> Marks:
        return one(cell) if to_text(cell) else blank

    return read


def says_no(one: Callable[[Cell], Marks], cells: Sequence[Cell]) -> bool:
    """Whether any cell of a column says nothing but no."""
    for cell in {cell for cell in cells if to_text(cell)}:
        try:
            marks = one(cell)
        except ValueError:
            continue
        if marks and all(mark.now is False for mark in marks.values()):
            return True
    return False


def meaning_of_crosses(cells: Sequence[Cell]) -> bool | None:
    """What an x means in a column: yes where it is the only mark or stands against a written no; no where ticks or yes stand beside it."""
    told = set()
    for text in {text.lower() for cell in cells if (text := to_text(cell))} - CROSSES:
        try:
            told.add(to_yes_no(text))
        except ValueError:
            continue
    if True in told:
        return None if False in told else False
    return True


TEXTS = ("middle_names", "known_as", "preferred_surname", "former_surname")
YES_NO = (
    "fsm", "pupil_premium", "eal", "looked_after", "social_worker", "alternative_provision", "nurture", "service_child", "young_carer",
)  # fmt: skip


def value_reader(field: str, cells: Sequence[Cell], order: Order | None, leaving: int, today: date) -> Read | None:
    """How to read a field of the student; None when it is not one."""
    if field in ("surname", "forename", *TEXTS):
        return name(field)
    if field in ("admission_number", "form"):
        return words(field)
    if field == "date_of_birth":
        return birth_date(order, leaving, today)
    if field == "attendance":
        return attendance(cells)
    plain: dict[str, Read] = {
        "upn": to_upn, "uln": to_uln, "former_upn": to_upn, "postcode": postcode, "sex": to_sex,
        "enrolment_status": enrolment_status, "full_name": to_name_parts,
    }  # fmt: skip
    return plain.get(field)


def mark_reader(field: str, cells: Sequence[Cell], own: Sequence[str]) -> Read | None:
    """How to read a characteristic; None when the field is not one."""
    if field in YES_NO or field in own:
        return yes_no(field, cells)
    if field == "ever6_fsm":
        return yes_no("fsm", cells, HAS_BEEN)
    others: dict[str, Callable[[], Read]] = {
        "sen": lambda: sen(cells), "ehc": lambda: ehc_plan(cells), "first_language": lambda: first_language,
    }  # fmt: skip
    return others[field]() if field in others else None
