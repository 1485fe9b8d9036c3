"""What each column of a table holds: judged by its heading and by its values, each field once."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from .column_groups import regrouped
from .dates import Order, counted_from_1904, date_order, half_swapped, in_words
from .headings import CLOSE, POSSIBLE, meanings
from .name_order import name_order
from .names import NameOrder
from .profiles import Profile, profiles
from .shapes import SHAPES
from .tables import Table
from .vocabulary import IGNORE, Field, Vocabulary

ANYTHING = frozenset({"words", "text"})
DATE_SHAPES = frozenset({"date", "birth_date", "recent_date"})
LEAST = 0.4
FEW, MOST = 0.35, 0.7
EMPTY = 0.55
AGES = (11, 21)
NAMES = frozenset({"surname", "forename", "full_name", "known_as"})
SAYING = frozenset({"status", "marked", "application_status", "activity_code", "activity_words"})
PLACES = frozenset({"provider", "employer", "previous_school"})
NAME_WORDS = {"surname_first": ", surname first", "forename_first": ", first name first", None: ""}
LESS = 0.7
LEGAL, MORE_TO_SAY = 0.005, 0.003
ORDER_WORDS = {
    "dmy": ", day first",
    "mdy": ", month first",
    "ymd": ", year first",
    "swapped": ", with day and month put back in their places",
}


@dataclass(frozen=True, slots=True)
class ColumnGuess:
    """What one column is taken for. `sure` is 0 to 1; `date_order` only where dates were typed, `name_order` for whole names."""

    letter: str
    heading: str
    field: str
    sure: float
    words: str
    date_order: Order | None = None
    name_order: NameOrder | None = None


@dataclass(frozen=True, slots=True)
class _Claim:
    score: float
    place: int
    letter: str
    field: Field


def guess_columns(table: Table, vocabulary: Vocabulary, *, today: date | None = None) -> list[ColumnGuess]:
    """A guess for every column, in the order of the sheet. A field goes to the column with the best claim.

    Looks at up to 300 rows spread over the table. `today` tells birth dates from others; without it the
    latest dates of the table stand for it.
    """
    looked_at = profiles(table, today)
    headed = [_headed(profile, vocabulary) for profile in looked_at]
    saying = [_says(profile, vocabulary) for profile in looked_at]
    claims = sorted(
        (
            claim
            for place, profile in enumerate(looked_at)
            for claim in _claims(place, profile, vocabulary, _of_others(headed, place), _of_others(saying, place))
        ),
        key=lambda claim: (-claim.score, claim.place),
    )
    chosen: dict[str, _Claim] = {}
    taken: set[str] = set()
    for claim in claims:
        if claim.letter in chosen or claim.field.name in taken:
            continue
        chosen[claim.letter] = claim
        if claim.field.name != IGNORE:
            taken.add(claim.field.name)
    scores = {letter: claim.score for letter, claim in chosen.items()}
    first = {p.letter: chosen[p.letter].field.name if p.letter in chosen else IGNORE for p in looked_at}
    fields = regrouped(first, looked_at, vocabulary)
    guesses = [_guess(profile, vocabulary[fields[profile.letter]], scores.get(profile.letter, 0.5), table) for profile in looked_at]
    return [_from_1904(guess, table, today) if today else guess for guess in guesses]


def _headed(profile: Profile, vocabulary: Vocabulary) -> frozenset[str]:
    """The fields that a column's heading says, its values not speaking against it."""
    return frozenset(
        meaning.field
        for meaning in meanings(profile.heading, vocabulary)
        if _by_heading(vocabulary[meaning.field], meaning.fit, profile) >= LEAST
    )


def _says(profile: Profile, vocabulary: Vocabulary) -> frozenset[str]:
    """What a column's heading and its values both say of somebody's status, application or activity."""
    said = (m for m in meanings(profile.heading, vocabulary) if m.field in SAYING and m.fit > POSSIBLE)
    return frozenset(m.field for m in said if profile.share(vocabulary[m.field].shape) >= MOST)


def _of_others(headed: Sequence[frozenset[str]], place: int) -> frozenset[str]:
    return frozenset().union(*headed[:place], *headed[place + 1 :])


def _claims(place: int, profile: Profile, vocabulary: Vocabulary, headed: frozenset[str], saying: frozenset[str]) -> Iterator[_Claim]:
    said = {meaning.field: meaning.fit for meaning in meanings(profile.heading, vocabulary)}
    borne_out = any(fit > POSSIBLE and profile.share(vocabulary[name].shape) >= MOST for name, fit in said.items() if name in SAYING)
    for field in vocabulary.fields:
        score = _by_heading(field, said.get(field.name, 0.0), profile)
        score *= not (field.name == "full_name" and _is_half_a_name(said, headed))
        if said.get(field.name, 1.0) <= POSSIBLE and field.name in saying:
            score = min(score, LESS)  # another column says so, more surely than this one
        if borne_out and said.get(field.name, 0.0) <= POSSIBLE:
            score = min(score, POSSIBLE)  # the heading itself says another thing more surely, and so do the values
        if profile.heading and _is_said_elsewhere(field.name, headed):
            score *= bool(profile.cells) or (field.name == "known_as" and said.get(field.name, 0.0) >= CLOSE)
        elif set(said) != {IGNORE}:
            score = max(score, _by_values(field, profile))
        score += LEGAL * ("legal" in profile.heading.lower()) + MORE_TO_SAY * min(profile.variety / 10, 1)
        if score >= LEAST:
            yield _Claim(round(score, 4), place, profile.letter, field)


def _is_half_a_name(said: Mapping[str, float], headed: frozenset[str]) -> bool:
    """Whether a heading says one half of a name and another column's heading the other, so that neither is a whole name."""
    if {"surname", "forename"} <= headed and said.get("full_name", 0) <= POSSIBLE:
        return True
    surname, forename = said.get("surname", 0) >= CLOSE, said.get("forename", 0) >= CLOSE
    return (surname and "forename" in headed) or (forename and "surname" in headed)


def _is_said_elsewhere(name: str, headed: frozenset[str]) -> bool:
    """Whether a heading has spoken already of what the values of another column might be taken for."""
    return any(name in kind and kind & headed for kind in (NAMES, SAYING, PLACES))


def _by_heading(field: Field, fit: float, profile: Profile) -> float:
    """How far the heading says so: less where the values do not look it, hardly where they cannot or where there are none."""
    if not fit or not profile.cells:
        return fit * EMPTY
    shape = SHAPES[field.shape]
    share = profile.share(field.shape)
    if (shape.strict or shape.headed_test) and profile.share(shape.headed_test or field.shape) < shape.least:
        return fit * 0.2
    if fit <= POSSIBLE and field.shape in ANYTHING:
        return fit
    if fit <= POSSIBLE:
        return fit * (1 + 0.55 * share) if share >= 0.5 else fit * 0.7 * (share > 0 or field.identifies)
    return fit * (0.82 + 0.17 * share)


def _by_values(field: Field, profile: Profile) -> float:
    """How far the values alone say so. Few first names need be common ones; all else needs most to fit."""
    shape = SHAPES[field.shape]
    sure = shape.alone if profile.heading else shape.bare
    if not sure or not profile.cells or (field.shape == "birth_date" and not _of_an_age(profile)):
        return 0.0
    if shape.bare_test and not profile.heading:
        share = profile.share(shape.bare_test)
        return sure * (0.6 + 0.4 * share) if share >= FEW else 0.0
    share = profile.share((shape.alone_test if profile.heading else "") or field.shape)
    return sure * share if share >= MOST else 0.0


def _of_an_age(profile: Profile) -> bool:
    """Whether the dates are as long ago as students were born, as far as that can be told."""
    return profile.births is None or profile.age is None or AGES[0] <= profile.age <= AGES[1]


def _guess(profile: Profile, field: Field, sure: float, table: Table) -> ColumnGuess:
    if field.name == IGNORE:
        return ColumnGuess(profile.letter, profile.heading, IGNORE, sure, f"Column {profile.letter} will be left out")
    is_date = field.shape in DATE_SHAPES
    order = date_order(table.column(profile.letter)) if is_date else None
    words = f"Column {profile.letter} looks like {field.label}"
    if is_date:
        words += _date_words(profile, order)
        if order != "swapped" and half_swapped(table.column(profile.letter)):
            words += ". In some the day and the month may have changed places: look at them"
    names = name_order(table.column(profile.letter), profile.heading) if field.shape == "full_name" else None
    return ColumnGuess(profile.letter, profile.heading, field.name, sure, words + NAME_WORDS[names], order, names)


def _from_1904(guess: ColumnGuess, table: Table, today: date) -> ColumnGuess:
    if guess.field != "date_of_birth" or not counted_from_1904(table.column(guess.letter), today):
        return guess
    words = f"{guess.words.partition(':')[0]}, counted from 1904 as in a workbook made on an old Mac"
    return replace(guess, words=words, date_order="1904")


def _date_words(profile: Profile, order: Order | None) -> str:
    example = profile.example_date(order)
    return ORDER_WORDS.get(order or "", "") + (f": {in_words(example)}" if example else "")
