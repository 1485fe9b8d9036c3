"""What divides the columns of a text, told by what divides its lines most evenly."""

import csv
import io
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import islice

DELIMITERS = ("\t", ";", "|", ",")
RARE_DELIMITERS = ("\x1f", "^", "~", "¦", "¬", "§")
NONE = "\x1e"  # a character that no text holds, for a list of one column
SAMPLE_RECORDS = 200
ENOUGH, SURE = 0.3, 0.9
LONGEST_FIELD = 1_000_000


def delimiter_of(sample: str) -> str:
    """The character that cuts most of the records into the same number of cells, more than one."""
    if _one_column_of_names(sample):
        return NONE
    scores = _scores(sample, DELIMITERS)
    if max((share for share, _ in scores.values()), default=0.0) < SURE:
        rare = {d: score for d, score in _scores(sample, RARE_DELIMITERS).items() if score[0] >= SURE}
        scores = rare or scores
    return _best(scores) or ","


def divides(sample: str, delimiter: str) -> bool:
    """Whether a character cuts a fair share of the records alike."""
    return _regularity(sample, delimiter)[0] >= ENOUGH


def records(lines: Iterable[str], delimiter: str, quoting: int = csv.QUOTE_MINIMAL) -> Iterator[list[str]]:
    """Each record's cells. Raises csv.Error."""
    csv.field_size_limit(LONGEST_FIELD)
    return csv.reader(lines, delimiter=delimiter, quoting=quoting)  # type: ignore[arg-type]


def _scores(sample: str, delimiters: tuple[str, ...]) -> dict[str, tuple[float, int]]:
    return {d: _regularity(sample, d) for d in delimiters if d in sample}


def _best(scores: dict[str, tuple[float, int]]) -> str | None:
    best = max((share for share, _ in scores.values()), default=0.0)
    if best < ENOUGH:
        return None
    good = [d for d in scores if scores[d][0] >= best - 0.15]
    return max(good, key=lambda d: (scores[d][1] > 2, scores[d][0] > 0.9, scores[d][1]))


def _regularity(sample: str, delimiter: str) -> tuple[float, int]:
    return regularity(islice(records(io.StringIO(sample, newline=""), delimiter), SAMPLE_RECORDS))


def regularity(found: Iterable[list[str]]) -> tuple[float, int]:
    """The share of records with the commonest width above one, and that width; blank records are not counted."""
    filled = [record for record in found if any(map(str.strip, record))]
    widths = Counter(len(record) for record in filled if len(record) > 1)
    if not widths:
        return 0.0, 1
    width, count = max(widths.items(), key=lambda item: (item[1], item[0]))
    return count / len(filled), width


def _one_column_of_names(sample: str) -> bool:
    """A bare list of "Smith, Jo" under one heading, whose comma divides nothing."""
    lines = [line for line in sample.splitlines()[:SAMPLE_RECORDS] if line.strip()]
    if len(lines) < 2 or any(d in sample for d in "\t;|") or "," in lines[0] or '"' in sample:
        return False
    return sum(line.count(",") == 1 and ", " in line for line in lines[1:]) > 0.8 * (len(lines) - 1)
