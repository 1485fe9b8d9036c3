"""Sheets of workbooks. Every workbook is checked before it is opened."""

import io
from typing import Any

from python_calamine import CalamineSheet, CalamineWorkbook, PasswordError, SheetTypeEnum, SheetVisibleEnum

from .archives import PASSWORD, check_archive, check_old_office
from .sheets import Sheet, UnreadableFile, shaped, too_big


def read_workbook(data: bytes) -> list[Sheet]:
    """The sheets of .xlsx, .xls or .ods bytes, hidden ones marked; chart sheets are left out."""
    check_archive(data) if data.startswith(b"PK") else check_old_office(data)
    try:
        workbook = CalamineWorkbook.from_filelike(io.BytesIO(data))
    except PasswordError as error:
        raise UnreadableFile(PASSWORD) from error
    return [
        _sheet(workbook.get_sheet_by_name(about.name), hidden=about.visible != SheetVisibleEnum.Visible)
        for about in workbook.sheets_metadata
        if about.typ == SheetTypeEnum.WorkSheet
    ]


def _sheet(sheet: CalamineSheet, *, hidden: bool) -> Sheet:
    if sheet.end is None:
        return Sheet(sheet.name, [], hidden)
    height, width = sheet.end[0] + 1, sheet.end[1] + 1
    too_big(sheet.name, height, width)
    rows = sheet.to_python(skip_empty_area=False)
    for (top, left), (bottom, _) in sheet.merged_cell_ranges or []:
        _fill_down(rows, top, left, bottom)
    return shaped(sheet.name, rows, hidden=hidden)


def _fill_down(rows: list[list[Any]], top: int, left: int, bottom: int) -> None:
    """A value merged over several rows is true of each of them."""
    for row in rows[top + 1 : min(bottom, len(rows) - 1) + 1]:
        if left < len(row) and row[left] == "":
            row[left] = rows[top][left]
