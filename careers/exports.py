"""Lists that leave the page as files. A cell that a spreadsheet would run as a formula is made harmless, and read back as it was."""

import csv
import io
import re
from collections.abc import Iterable, Sequence
from typing import Any

from django.http import HttpResponse

FORMULA = re.compile("'*[=+\\-@\t\r\n\0＝＋－＠]")  # Excel reads the wide signs of East Asian keyboards as the plain ones
HARMLESS = re.compile(f"'{FORMULA.pattern}")
NOT_IN_A_WORKBOOK = re.compile("[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def harmless(cell: Any) -> Any:
    """Text that begins like a formula gets an apostrophe before it, as spreadsheets write text (OWASP ASVS 1.2.10)."""
    return f"'{cell}" if isinstance(cell, str) and FORMULA.match(cell) else cell


def as_it_was(cell: Any) -> Any:
    """A cell without the apostrophe that `harmless` put before it."""
    return cell[1:] if isinstance(cell, str) and HARMLESS.match(cell) else cell


def as_csv(headings: Sequence[str], rows: Iterable[Sequence[Any]]) -> bytes:
    """UTF-8 with a byte order mark, so that Excel shows accents."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerows([harmless(cell) for cell in row] for row in (headings, *rows))
    return out.getvalue().encode("utf-8-sig")


def as_xlsx(headings: Sequence[str], rows: Iterable[Sequence[Any]], sheet: str) -> bytes:
    """One sheet with a heading row that stays in sight. Signs that a workbook cannot hold are left out."""
    from openpyxl import Workbook

    book = Workbook(write_only=True)
    page = book.create_sheet(sheet[:31])
    page.freeze_panes = "A2"
    for row in (headings, *rows):
        page.append([harmless(NOT_IN_A_WORKBOOK.sub("", cell) if isinstance(cell, str) else cell) for cell in row])
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def download(name: str, format: str, headings: Sequence[str], rows: Iterable[Sequence[Any]]) -> HttpResponse:
    """A file to save. `format` is "xlsx" or "csv"; `name` carries no personal data."""
    if format == "xlsx":
        response = HttpResponse(as_xlsx(headings, rows, name), content_type=XLSX)
    else:
        response = HttpResponse(as_csv(headings, rows), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{name}.{"xlsx" if format == "xlsx" else "csv"}"'
    return response
