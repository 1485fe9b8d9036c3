"""Sheets of workbooks. Every workbook is checked before it is opened."""

import io
from collections.abc import Collection, Iterator
from typing import Any

from python_calamine import CalamineSheet, CalamineWorkbook, PasswordError, SheetTypeEnum, SheetVisibleEnum

from .archives import DAMAGED, PASSWORD, check_archive, check_old_office
from .sheets import MAX_CELLS, MAX_SHEETS, TOO_MANY_SHEETS, TOO_MUCH_TEXT, Sheet, UnreadableFile, shaped, too_big


def read_workbook(data: bytes) -> list[Sheet]:
    """The sheets of .xlsx, .xls or .ods bytes, hidden ones marked; chart sheets are left out. Raises UnreadableFile."""
    zipped = data.startswith(b"PK")
    check_archive(data) if zipped else check_old_office(data)
    try:
        return _no_more_than_a_list(_quickly(data))
    except PasswordError as error:
        raise UnreadableFile(PASSWORD) from error
    except (UnreadableFile, MemoryError):
        raise
    except BaseException as problem:  # calamine is Rust: what it did not foresee is a panic, which is no Exception
        if not zipped or isinstance(problem, (KeyboardInterrupt, SystemExit)):
            raise
        return _another_way(data, problem)


def _another_way(data: bytes, problem: BaseException) -> list[Sheet]:
    """A second opinion on a workbook that the quick reader cannot open. It is slower, and follows the file less strictly."""
    from .patient_reader import read_patiently

    try:
        return _no_more_than_a_list(read_patiently(data))
    except (UnreadableFile, MemoryError):
        raise
    except Exception:
        raise UnreadableFile(DAMAGED) from problem


def _no_more_than_a_list(sheets: Iterator[Sheet]) -> list[Sheet]:
    found, cells = [], 0
    for sheet in sheets:
        found.append(sheet)
        cells += sum(map(len, sheet.rows))
        if len(found) > MAX_SHEETS:
            raise UnreadableFile(TOO_MANY_SHEETS)
        if cells > MAX_CELLS:
            raise UnreadableFile(TOO_MUCH_TEXT)
    return found


def _quickly(data: bytes) -> Iterator[Sheet]:
    workbook = CalamineWorkbook.from_filelike(io.BytesIO(data))
    if len(workbook.sheets_metadata) > MAX_SHEETS:
        raise UnreadableFile(TOO_MANY_SHEETS)
    for index, about in enumerate(workbook.sheets_metadata):
        if about.typ == SheetTypeEnum.WorkSheet:
            yield _sheet(workbook.get_sheet_by_index(index), hidden=about.visible != SheetVisibleEnum.Visible)


def _sheet(sheet: CalamineSheet, *, hidden: bool) -> Sheet:
    if sheet.end is None:
        return Sheet(sheet.name, [], hidden)
    height, width = sheet.end[0] + 1, sheet.end[1] + 1
    too_big(sheet.name, height, width)
    rows = sheet.to_python(skip_empty_area=False)
    _fill_down(rows, {(top, left, bottom) for (top, left), (bottom, _) in sheet.merged_cell_ranges or [] if top < bottom})
    return shaped(sheet.name, rows, hidden=hidden)


def _fill_down(rows: list[list[Any]], merged: Collection[tuple[int, int, int]]) -> None:
    """A value merged over several rows is true of each of them."""
    filled = 0
    for top, left, bottom in sorted(merged):
        below = rows[top + 1 : bottom + 1]
        filled += len(below)
        if filled > MAX_CELLS:
            raise UnreadableFile(TOO_MUCH_TEXT)
        for row in below:
            if left < len(row) and row[left] == "":
                row[left] = rows[top][left]
