"""Rows of text files: any encoding, any delimiter, any line ending."""

import codecs
import csv
import io
from collections import Counter

from .sheets import MAX_COLUMNS, MAX_ROWS, UnreadableFile

BYTE_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
DELIMITERS = ("\t", ";", "|", ",")
SAMPLE_RECORDS = 200
SAMPLE_CHARACTERS = 200_000
LINES_IN_A_CELL = 25
LARGEST_CELL = 32_767
CONTROLS = bytes(set(range(32)) - set(b"\t\n\r\f\v\x1a\x1b"))


def looks_like_text(data: bytes) -> bool:
    """Whether there are as few control characters as text has, once UTF-16 is allowed for."""
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) or _wide(data):
        return True
    sample = data[:100_000]
    return len(sample.translate(None, CONTROLS)) > 0.98 * len(sample)


def read_text(data: bytes) -> list[list[str]]:
    """The records of a text file. A blank line is an empty record, so that the count of rows is kept."""
    text = decoded(data)
    text, delimiter = _declared(text)
    delimiter = delimiter or delimiter_of(text)
    records = _records(text, delimiter, csv.QUOTE_MINIMAL)
    if any(cell.count("\n") > LINES_IN_A_CELL for record in records for cell in record):
        records = _records(text, delimiter, csv.QUOTE_NONE)
    return records


def decoded(data: bytes) -> str:
    """Text by its byte mark, else UTF-8, unmarked UTF-16, Windows Western, else the likeliest encoding."""
    for mark, encoding in BYTE_MARKS:
        if data.startswith(mark):
            return data.decode(encoding, errors="replace").replace("\x00", "")
    if wide := _wide(data):
        return data.decode(wide, errors="replace").replace("\x00", "")
    return _narrow(data).replace("\x00", "")


def _narrow(data: bytes) -> str:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        pass
    mended = data.decode("utf-8", errors="replace")
    broken, whole = mended.count("\ufffd"), sum(ord(c) > 127 for c in mended)
    if broken * 10 < whole:
        return mended
    try:
        return data.decode("cp1252")
    except UnicodeDecodeError:
        from charset_normalizer import from_bytes

        best = from_bytes(data[:50_000]).best()
        return data.decode(best.encoding if best else "latin-1", errors="replace")


def _wide(data: bytes) -> str | None:
    """UTF-16 without a byte mark, seen by a zero in every other byte."""
    sample = data[:4000]
    if len(sample) < 4:
        return None
    half = len(sample) // 2
    if sample[1::2].count(0) > 0.6 * half and sample[::2].count(0) < 0.1 * half:
        return "utf-16-le"
    if sample[::2].count(0) > 0.6 * half and sample[1::2].count(0) < 0.1 * half:
        return "utf-16-be"
    return None


def _declared(text: str) -> tuple[str, str | None]:
    """Excel's own first line "sep=;", which no spreadsheet program shows."""
    first, _, rest = text.partition("\n")
    line = first.strip("\r\"' ")
    if line.lower().startswith("sep=") and len(line) == 5:
        return rest, line[4]
    return text, None


def delimiter_of(text: str) -> str:
    """The character that cuts most of the records into the same number of cells, more than one."""
    sample = text[:SAMPLE_CHARACTERS]
    scores = {d: _regularity(sample, d) for d in DELIMITERS}
    best = max(scores.values())
    if best[0] < 0.3 or _one_column_of_names(sample):
        return "\x1f" if _one_column_of_names(sample) else ","
    good = [d for d in DELIMITERS if scores[d][0] >= best[0] - 0.15]
    return max(good, key=lambda d: (scores[d][1] > 2, scores[d][0] > 0.9, scores[d][1]))


def _regularity(sample: str, delimiter: str) -> tuple[float, int]:
    """The share of records with the commonest width above one, and that width."""
    records = [r for r in _records(sample, delimiter, csv.QUOTE_MINIMAL, SAMPLE_RECORDS) if any(map(str.strip, r))]
    widths = Counter(len(record) for record in records if len(record) > 1)
    if not widths:
        return 0.0, 1
    width, count = max(widths.items(), key=lambda item: (item[1], item[0]))
    return count / len(records), width


def _one_column_of_names(sample: str) -> bool:
    """A bare list of "Smith, Jo" under one heading, whose comma divides nothing."""
    lines = [line for line in sample.splitlines()[:SAMPLE_RECORDS] if line.strip()]
    if len(lines) < 2 or any(d in sample for d in "\t;|") or "," in lines[0] or '"' in sample:
        return False
    return sum(line.count(",") == 1 and ", " in line for line in lines[1:]) > 0.8 * (len(lines) - 1)


def _records(text: str, delimiter: str, quoting: int, most: int = MAX_ROWS) -> list[list[str]]:
    csv.field_size_limit(10_000_000)
    records: list[list[str]] = []
    for record in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, quoting=quoting):  # type: ignore[arg-type]
        if len(records) == most:
            if most < MAX_ROWS:
                break
            raise UnreadableFile(f"This file has more than {MAX_ROWS:,} rows, which is more than any list needs.")
        if len(record) > MAX_COLUMNS:
            record = record[: MAX_COLUMNS + 1]
        records.append(record)
    return records
