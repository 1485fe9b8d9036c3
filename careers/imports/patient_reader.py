"""The slower reader of Excel workbooks, for those that the quick one cannot open."""

import io
import warnings
from collections.abc import Iterator
from typing import Any

import openpyxl

from .sheets import MAX_CELLS, MAX_COLUMNS, MAX_ROWS, Sheet, shaped, too_big


def read_patiently(data: bytes) -> Iterator[Sheet]:
    """The worksheets of .xlsx bytes that have been checked, formulas by their last value, hidden sheets marked."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=True, keep_links=False)
        for sheet in book.worksheets:
            sheet.reset_dimensions()
            yield shaped(sheet.title, _rows(sheet), hidden=sheet.sheet_state != "visible")


def _rows(sheet: Any) -> list[tuple[object, ...]]:
    rows: list[tuple[object, ...]] = []
    cells = 0
    for row in sheet.iter_rows(values_only=True, max_row=MAX_ROWS + 1):
        rows.append(row)
        cells += len(row)
        if cells > MAX_CELLS or len(row) > MAX_COLUMNS:
            too_big(sheet.title, len(rows), max(map(len, rows)))
    return rows
