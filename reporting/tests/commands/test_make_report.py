from io import BytesIO, StringIO

import pytest
from django.core.management import CommandError, call_command
from pypdf import PdfReader

from careers.models import AuditEvent
from careers.tests.factories import CohortFactory, StudentFactory
from reporting.models import Report

pytestmark = pytest.mark.django_db


def run(school, out, term="2025-autumn", *more: str) -> None:
    asked = ["--school", school.urn, "--term", term, "--audience", "governors", "--out", str(out)]
    call_command("make_report", *asked, *more, stdout=StringIO())


def test_make_report_writes_a_pdf_and_says_so_in_the_audit(tmp_path):
    school = StudentFactory(cohort__leaving=2025).school
    run(school, tmp_path / "report.pdf")
    reader = PdfReader(BytesIO((tmp_path / "report.pdf").read_bytes()))
    assert "autumn term 2025/26" in reader.pages[0].extract_text()
    assert AuditEvent.objects.get().verb == "made a copy of a report"
    assert not Report.objects.exists()


@pytest.mark.parametrize(
    ("term", "sentence"),
    [
        ("autumn", r"is not a term\. Write it like 2025-autumn"),
        ("2099-autumn", "has not begun yet"),
        ("9999-summer", r"is not a term\. Write it like 2025-autumn"),
        ("²⁰²⁵-summer", r"is not a term\. Write it like 2025-autumn"),
        ("2015-autumn", "has no students in Year 11, 12 or 14"),
    ],
)
def test_a_term_that_cannot_be_reported_is_refused_and_nothing_written(tmp_path, term, sentence):
    with pytest.raises(CommandError, match=sentence):
        run(CohortFactory(leaving=2025).school, tmp_path / "report.pdf", term)
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_not_there_is_refused(tmp_path):
    with pytest.raises(CommandError, match="There is no folder"):
        run(CohortFactory(leaving=2025).school, tmp_path / "nowhere" / "report.pdf")


def test_another_day_may_be_asked_for_and_is_on_the_cover(tmp_path):
    run(StudentFactory(cohort__leaving=2025).school, tmp_path / "report.pdf", "2025-autumn", "--as-at", "2026-01-20")
    cover = PdfReader(BytesIO((tmp_path / "report.pdf").read_bytes())).pages[0].extract_text()
    assert "20 January 2026, after the end of the term" in cover


@pytest.mark.parametrize(("day", "sentence"), [("2025-08-31", "is before the autumn term 2025/26"), ("2999-01-01", "has not come yet")])
def test_a_day_before_the_term_or_to_come_is_refused_and_nothing_written(tmp_path, day, sentence):
    with pytest.raises(CommandError, match=sentence):
        run(StudentFactory(cohort__leaving=2025).school, tmp_path / "report.pdf", "2025-autumn", "--as-at", day)
    assert list(tmp_path.iterdir()) == []
