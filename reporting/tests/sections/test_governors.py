import re
from datetime import UTC, date, datetime
from io import BytesIO
from random import Random

import pytest
from pypdf import PdfReader

from careers.models import Student
from careers.pdf import make_pdf
from careers.tests.factories import CohortFactory, SchoolFactory, StudentFactory
from destinations.actions.destinations import recompute
from destinations.models import Provider, Source
from destinations.rules.outcomes import Group
from destinations.tests.factories import EvidenceFactory, ProviderFactory, SourceFactory
from reporting.sections.counting import measure
from reporting.sections.governors import NothingToReport, barely_known, governors_story
from reporting.tests.population import a_cohort

pytestmark = pytest.mark.django_db
TERM, TERM_END, TODAY = "2025-autumn", date(2025, 12, 31), date(2026, 1, 20)


@pytest.fixture
def school():
    school = SchoolFactory(name="Lower Hodder Academy")
    for leaving in (2026, 2025, 2024, 2023):
        a_cohort(24, random=Random(leaving), cohort=CohortFactory(school=school, leaving=leaving))
    return school


def story_of(school, as_at=TERM_END):
    return governors_story(school, TERM, as_at=as_at, today=TODAY)


def tables_of(told):
    return [*told.short, *([told.providers] if told.providers else [])]


def test_the_report_is_about_the_cohorts_then_at_each_stage(school):
    story = story_of(school)
    assert [(s.stage.name, s.measured.leaving) for s in story.stages] == [("Year 11", 2026), ("Year 12", 2025), ("Year 14", 2023)]
    assert story.missing == ()


def test_its_figures_are_the_figures_as_at_its_date(school):
    story = story_of(school)
    for told in story.stages:
        cohort = school.cohorts.get(leaving=told.measured.leaving)
        assert told.measured.figures == measure(cohort, told.stage.checkpoint, as_at=TERM_END, today=TODAY)


def test_every_table_adds_up_to_its_cohort(school):
    for told in story_of(school).stages:
        for table in tables_of(told):
            assert sum(line.n for line in table.lines) == table.n == told.measured.figures.cohort


def test_every_table_says_how_many_are_known(school):
    for told in story_of(school).stages:
        f = told.measured.figures
        assert all(table.known_words.startswith(f"{f.known} of {f.cohort} known (") for table in tables_of(told))


def test_nobody_is_broken_down_by_group(school):
    assert all(told.measured.figures.groups == () for told in story_of(school).stages)


def test_cohorts_are_compared_at_the_same_checkpoint_latest_first(school):
    assert {c.title: c.columns for c in story_of(school).comparisons} == {
        "Year 11 intended": ("Leavers 2026", "Leavers 2025", "Leavers 2024", "Leavers 2023"),
        "Year 12": ("Leavers 2025", "Leavers 2024", "Leavers 2023"),
        "Year 14": ("Leavers 2023",),
    }


def test_a_stage_whose_cohort_the_school_does_not_hold_is_named():
    cohort = StudentFactory(cohort__leaving=2025).cohort
    story = story_of(cohort.school)
    assert [stage.leaving for stage in story.missing] == [2026, 2023]


def test_a_school_with_none_of_the_cohorts_has_nothing_to_report():
    with pytest.raises(NothingToReport, match="has no students in Year 11, 12 or 14 in the autumn term 2025/26"):
        story_of(CohortFactory(leaving=2019).school)


def test_a_plan_is_told_as_a_plan():
    told = {"source__kind": "student", "said": "intends", "route": "apprenticeship", "said_on": date(2025, 11, 1)}
    statement = EvidenceFactory(student__cohort__leaving=2026, **told)
    recompute(students=[statement.student_id])
    words = story_of(statement.student.school).stages[0].sentences
    assert words[1:] == (
        "Of 1 student, the plans are: apprenticeship 1 (100%).",
        "None of the 1 known is verified yet by the place itself or by the local authority.",
    )


def test_who_is_not_known_is_said_beside_those_not_in_education_employment_or_training():
    cohort = StudentFactory(cohort__leaving=2025).cohort
    StudentFactory.create_batch(9, cohort=cohort)
    neet = EvidenceFactory(student__cohort=cohort, outcome="619")
    recompute(students=[neet.student_id])
    words = " ".join(story_of(cohort.school).stages[0].sentences)
    assert "at least 1 and could be as many as 11 (100%)" in words


def test_evidence_that_reached_us_after_the_date_of_the_report_is_told():
    statement = EvidenceFactory(student__cohort__leaving=2025, recorded_at=datetime(2026, 1, 10, 9, tzinfo=UTC))
    story = story_of(statement.student.school)
    assert story.stages[0].measured.figures.outcomes[Group.NOT_KNOWN] == 1
    assert "Nothing about these students was recorded before 10 January 2026" in story.stages[0].sentences[-1]


def test_a_report_as_at_a_day_after_its_term_says_so_on_its_cover(school):
    words = words_of(read(story_of(school, as_at=TODAY)))
    assert "As at 20 January 2026, after the end of the term" in words
    assert "after the end of the term" not in words_of(read(story_of(school)))


def test_the_stages_of_which_less_than_half_is_known_are_named():
    cohort = StudentFactory(cohort__leaving=2025).cohort
    known = EvidenceFactory(student__cohort=cohort, recorded_at=datetime(2025, 11, 1, tzinfo=UTC))
    recompute(students=[known.student_id])
    assert barely_known(story_of(cohort.school)) == ""
    StudentFactory(cohort=cohort)
    assert barely_known(story_of(cohort.school)) == "Year 12, leavers 2025 (1 of 3)"


def test_a_long_list_of_providers_runs_over_pages_with_its_heading_never_alone(school):
    cohort = school.cohorts.get(leaving=2025)
    for number in range(60):
        EvidenceFactory(
            student__cohort=cohort,
            provider=ProviderFactory(school=school, name=f"Place {number:02}"),
            recorded_at=datetime(2025, 11, 1, tzinfo=UTC),
        )
    recompute(students=cohort.students.values_list("pk", flat=True))
    pages = [page.extract_text() for page in read(story_of(school)).pages]
    with_places = [page for page in pages if "Place " in page]
    assert len(with_places) > 1
    for page in with_places:
        header, *rows = page.rpartition("Provider: ")[2].splitlines()
        assert "known" in header
        assert sum(bool(re.search(r" \d+ (under )?\d+%$", row)) for row in rows) >= 3


def test_the_route_other_says_what_it_mostly_is_and_keeps_its_key(school):
    told = next(told for told in story_of(school).stages if told.short)
    lines = {line.name: line.find for line in told.short[1].lines}
    assert lines["Other (for example university, training)"] == {"route": "other"}
    words = words_of(read(story_of(school)))
    assert "Route “Other” Every way that is none of the routes named: higher education" in words


def read(story) -> PdfReader:
    return PdfReader(BytesIO(make_pdf("reporting/governors/report.html", {"story": story})))


def words_of(reader: PdfReader) -> str:
    return re.sub(r"\s+", " ", " ".join(page.extract_text() for page in reader.pages))


def test_the_pdf_reads_as_the_story_says(school):
    story = story_of(school)
    reader = read(story)
    words = words_of(reader)
    assert reader.metadata.title == "Governors’ report on destinations, autumn term 2025/26: Lower Hodder Academy"
    assert reader.trailer["/Root"]["/Lang"] == "en-GB"
    assert reader.trailer["/Root"]["/MarkInfo"]["/Marked"].value
    assert "As at 31 December 2025" in words
    assert "Confidential to governors" in words
    assert f"Page {len(reader.pages)} of {len(reader.pages)}" in words
    assert 6 <= len(reader.pages) <= 12
    for told in story.stages:
        assert told.sentences[0].rstrip(".") in words
        for table in tables_of(told):
            for line in table.lines:
                assert f"{line.name} {line.n} {line.share}" in words


def test_every_percentage_of_the_pdf_has_its_known_rate_on_the_same_page(school):
    for page in read(story_of(school)).pages:
        text = page.extract_text()
        if "%" in text and "What the words mean" not in text:
            assert re.search(r"\d+ of \d+ known|Known", text), text


def test_no_person_and_no_group_is_in_the_pdf(school):
    SourceFactory(school=school, kind="staff", name="Morgan Shaw", normalised="morgan shaw")
    words = words_of(read(story_of(school)))
    for student in Student.objects.filter(school=school):
        assert student.surname not in words
        assert student.upn not in words
    providers = set(Provider.objects.filter(school=school).values_list("name", flat=True))
    for source in Source.objects.filter(school=school).exclude(name__in=providers):
        assert source.name not in words
    for group in ("Free school meals", "SEN", "Looked after", "More able"):
        assert group not in words


def test_the_charts_of_the_pdf_can_be_heard(school):
    story = story_of(school)
    heard = [alt for alt in alternatives(read(story).trailer["/Root"]["/StructTreeRoot"]) if "known" in alt]
    assert [story.by_stage.sentence, story.by_cohort.sentence] == heard


def alternatives(node, seen=None) -> list[str]:
    """Every /Alt of the structure tree, in reading order."""
    seen = seen if seen is not None else set()
    node = node.get_object() if hasattr(node, "get_object") else node
    if id(node) in seen or not hasattr(node, "get"):
        return []
    seen.add(id(node))
    children = node.get("/K", [])
    found = [str(node["/Alt"])] if "/Alt" in node else []
    for child in children if isinstance(children, list) else [children]:
        found += alternatives(child, seen)
    return found


def test_queries_do_not_grow_with_the_cohorts(django_assert_max_num_queries):
    def school_of(n):
        cohort = CohortFactory(leaving=2025)
        return a_cohort(n, cohort=cohort).school

    small, large = school_of(6), school_of(60)
    for each in (small, large):
        with django_assert_max_num_queries(10):
            story_of(each)
