"""The key that a list gives to its own codes: which of its columns hold them, and what they mean there (docs/returns.md)."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from careers.imports.activities import ACTIVITY_CODES
from careers.imports.cells import Cell
from careers.imports.headings import CLOSE, meanings, plain
from careers.imports.legends import Legend, as_code, without
from careers.imports.shapes import share, with_text
from careers.imports.sheets import Sheet
from careers.imports.tables import Table, TableRow, find_table
from careers.imports.telling_words import PROVIDER
from careers.imports.values import to_text
from careers.imports.vocabularies import IGNORE, RETURN
from destinations.rules.activities import code_of_words
from destinations.rules.application_words import state_of_words
from destinations.rules.courses import level_of, route_of_course
from destinations.rules.statuses import said_by_words

Codes = Mapping[str, str]  # code as `as_code` writes it → meaning
SAYING, ACTIVITY, APPLICATION, COURSE, PLACE = "status", "activity_words", "application_status", "course", "provider"
# The fields that a column headed so may be where its values are codes of this kind; anything else that a heading says is believed.
_SAYING = "status activity_words activity_code application_status offer marked interview provider went_elsewhere"
MAY_BE = {
    SAYING: frozenset(_SAYING.split()),
    COURSE: frozenset({"course", "level"}),
    PLACE: frozenset({"provider", "previous_school", "campus", "employer", "went_elsewhere"}),
}
MAY_BE |= {ACTIVITY: MAY_BE[SAYING], APPLICATION: MAY_BE[SAYING]}
DENIED = ("left", "not_here")
NOT_MARKED = "Not marked, so still here"
HARDLY, MOSTLY, NEARLY_ALL = 0.05, 0.8, 0.95
ENOUGH_KIND = 0.5


@dataclass(frozen=True, slots=True)
class OwnKey:
    """What the codes of one column mean by the list's own key, and what kind of meaning that is."""

    letter: str
    codes: Codes
    kind: str
    legends: tuple[Legend, ...] = ()
    counted: Mapping[str, int] = field(default_factory=dict)

    @property
    def shown(self) -> dict[str, str]:
        """The codes that stand in the column, as the list writes them, with their meanings."""
        return {text: self.codes[as_code(text)] for text in self.counted}


def keys_of(table: Table, sheet: str, part: int, legends: Sequence[Legend]) -> dict[str, OwnKey]:
    """The key of each column (by letter) whose values are codes of a legend; what its own sheet says comes before what others say."""
    keys: dict[str, OwnKey] = {}
    values = {letter: Counter(as_code(text) for cell in table.column(letter) if (text := to_text(cell))) for letter in table.headings}
    own_first = sorted(legends, key=lambda legend: (legend.sheet, legend.part) != (sheet, part))
    for legend in own_first:
        if legend.letter and (legend.sheet, legend.part) != (sheet, part):
            continue
        for key in _readings(legend, table, values):
            keys[key.letter] = _together(keys[key.letter], key) if key.letter in keys else key
    return {letter: _with_blank(key, values[letter], len(table.data_rows)) for letter, key in keys.items()}


def _together(earlier: OwnKey, later: OwnKey) -> OwnKey:
    return replace(earlier, codes={**later.codes, **earlier.codes}, legends=(*earlier.legends, *later.legends))


def _with_blank(key: OwnKey, values: Counter[str], rows: int) -> OwnKey:
    """Where a key has codes only for who left or never came, and most rows have none, nothing of the kind happened to them."""
    denied = all(said_by_words(meaning) in DENIED for meaning in key.codes.values())
    if not denied or "" in key.codes or not values.keys() <= key.codes.keys() or 2 * values.total() > rows:
        return key
    return replace(key, codes={**key.codes, "": NOT_MARKED})


def _readings(legend: Legend, table: Table, values: Mapping[str, Counter[str]]) -> Iterator[OwnKey]:
    """The columns that a legend explains, read with the code first or last, whichever they hold more of."""
    ways = [{code: meaning for code, meaning in codes.items() if code not in ACTIVITY_CODES} for codes in (legend.first, legend.last)]
    best = max((_explained(legend, codes, table, values) for codes in ways), key=lambda found: sum(covered for covered, _ in found))
    best = best or next(filter(None, (_alone(legend, codes, table, values) for codes in ways)), [])
    sure = [key for covered, key in best if covered >= MOSTLY and _speaks_of(table.headings[key.letter], key.kind)]
    named = [key for key in sure if _words(legend.title) & _words(table.headings[key.letter])]
    if sure:
        yield from named or sure
    else:
        yield from (key for _, key in best[:1])


def _words(text: str) -> frozenset[str]:
    return frozenset(plain(text).split()) - {"code", "codes", "key", "the", "to", "of"}


def _explained(legend: Legend, codes: Codes, table: Table, values: Mapping[str, Counter[str]]) -> list[tuple[float, OwnKey]]:
    """(share of the values that are its codes, key) of each column that may hold them, the most first."""
    kind = kind_of(codes.values())
    if kind is None:
        return []
    found = []
    for letter, counted in values.items():
        heading, covered = table.headings[letter], _share(counted, codes)
        enough = HARDLY if _speaks_of(heading, kind) or letter == legend.letter else MOSTLY
        if covered >= enough and covered > 0 and (letter == legend.letter if legend.letter else _may_be(heading, kind)):
            found.append((covered, OwnKey(letter, codes, kind, (legend,))))
    return sorted(found, key=lambda each: -each[0])


def _alone(legend: Legend, codes: Codes, table: Table, values: Mapping[str, Counter[str]]) -> list[tuple[float, OwnKey]]:
    """The one column that holds nothing but the codes, where its heading says something else that its values do not look like at all."""
    kind = kind_of(codes.values())
    found = [letter for letter, counted in values.items() if counted and kind and _share(counted, codes) >= NEARLY_ALL]
    unlike = [letter for letter in found if _is_unlike(table, letter)]
    return [(1.0, OwnKey(unlike[0], codes, kind, (legend,)))] if kind and len(found) == len(unlike) == 1 else []


def _share(counted: Counter[str], codes: Codes) -> float:
    return sum(n for code, n in counted.items() if code and code in codes) / max(counted.total(), 1)


def _is_unlike(table: Table, letter: str) -> bool:
    """Whether a column headed as a course or a place holds nothing that looks like one."""
    said = meanings(table.headings[letter], RETURN)[:1]
    cells = with_text(table.column(letter))
    return all(m.field in ("course", "campus", "provider") and share(RETURN[m.field].shape, cells) <= HARDLY for m in said) and bool(said)


def kind_of(words: Iterable[str]) -> str | None:
    """What the meanings of a key speak of, most of them: a status, an activity, an application, a course or a place."""
    told = [_kind(text) for text in words]
    kinds = Counter(kind for kind in told if kind)
    if not kinds or kinds.total() < ENOUGH_KIND * len(told):
        return None
    saying = kinds[SAYING] + kinds[ACTIVITY] + kinds[APPLICATION]
    if saying >= ENOUGH_KIND * kinds.total():
        return max((SAYING, ACTIVITY, APPLICATION), key=lambda kind: kinds[kind])
    return kinds.most_common(1)[0][0]


def _kind(text: str) -> str | None:
    if re.fullmatch(r"(?i)yes|no|male|female|boy|girl|other", text.strip()):
        return None
    tests = (
        (COURSE, lambda: route_of_course(text, "") and not said_by_words(text)),
        (SAYING, lambda: said_by_words(text) not in (None, "not_stated")),
        (ACTIVITY, lambda: code_of_words(text)),
        (APPLICATION, lambda: state_of_words(text)),
        (SAYING, lambda: said_by_words(text)),
        (PLACE, lambda: PROVIDER.search(text)),
        (COURSE, lambda: level_of(text, text)),
    )
    return next((kind for kind, holds in tests if holds()), None)


def _speaks_of(heading: str, kind: str) -> bool:
    return any(meaning.field in MAY_BE[kind] for meaning in meanings(heading, RETURN))


def _may_be(heading: str, kind: str) -> bool:
    """Whether nothing that the heading says speaks against such codes below it."""
    said = meanings(heading, RETURN)
    return not said or _speaks_of(heading, kind) or (said[0].fit < CLOSE and all(m.field in (IGNORE, "reference") for m in said))


def table_in_words(sheet: Sheet, legends: Sequence[Legend]) -> tuple[Table | None, dict[str, OwnKey]]:
    """The table of a sheet with the meanings of its codes in their place, and the key of each column that has one."""
    table = find_table(sheet, RETURN)
    keys = keys_of(table, sheet.name, sheet.part, legends) if table and legends else {}
    if table is None or not keys:
        return table, {}
    beside = [legend for key in keys.values() for legend in key.legends if legend.beside and legend.sheet == sheet.name]
    if beside and (clear := find_table(without(sheet, beside), RETURN)):
        table = clear
    return translated(table, keys), {letter: counted(key, table) for letter, key in keys.items() if letter in table.headings}


def counted(key: OwnKey, table: Table) -> OwnKey:
    """The key with the codes that stand in its column, as they are written, and their rows."""
    found = Counter(text for cell in table.column(key.letter) if as_code(text := to_text(cell) or "") in key.codes)
    return replace(key, counted=dict(found.most_common()))


def with_keys(guessed: Mapping[str, str], keys: Mapping[str, OwnKey]) -> dict[str, str]:
    """The fields once a column whose codes are explained is what they speak of, unless another column is that already."""
    fields = dict(guessed)
    for letter, key in keys.items():
        if fields.get(letter) not in MAY_BE[key.kind] and key.kind not in fields.values():
            fields[letter] = key.kind
    return fields


def with_codes(words: Mapping[str, str], keys: Mapping[str, OwnKey]) -> dict[str, str]:
    """The sentences of the columns, with what the list's own key says of the codes: “W” 12 rows: Withdrawn."""
    told = dict(words)
    for letter, key in keys.items():
        parts = (
            f"{f'“{code}”' if code else 'blank'} {rows} row{'' if rows == 1 else 's'}: {key.codes[as_code(code)]}"
            for code, rows in key.counted.items()
        )
        told[letter] = f"{told[letter]}. By the list's own key, {'; '.join(parts)}"
    return told


def translated(table: Table, keys: Mapping[str, OwnKey]) -> Table:
    """The table with the meaning in place of each code, and the rows of its legends as notes."""
    notes = {
        row
        for key in keys.values()
        for legend in key.legends
        if not legend.beside and legend.sheet == table.sheet_name
        for row in legend.rows
    }
    rows = [_row_in_words(replace(row, kind="note") if row.number in notes else row, keys) for row in table.rows]
    return replace(table, rows=rows)


def _row_in_words(row: TableRow, keys: Mapping[str, OwnKey]) -> TableRow:
    if row.kind != "data" or not keys:
        return row
    return replace(row, cells=row.cells | {letter: in_words(row.cells.get(letter), key.codes) for letter, key in keys.items()})


def in_words(cell: Cell, codes: Codes) -> Cell:
    """What a cell means: its code's meaning, also where more is said behind the code ("W 12/10"); else the cell as it is."""
    text = to_text(cell) or ""
    if (meaning := codes.get(as_code(text))) is not None:
        return meaning
    first, sign, rest = text.partition(" ")
    if sign and first.isupper() and len(first) <= 4 and (meaning := codes.get(as_code(first.rstrip("-–:,/")))) is not None:
        return f"{meaning} {rest}"
    return cell
