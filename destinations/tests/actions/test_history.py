"""Loading the school's past: what is added, what is refused, and that the past can be asked as at its own days."""

import csv
import io
from datetime import date, datetime

import pytest
import time_machine
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from careers.actions.audit import broken_link
from careers.models import AuditEvent, Characteristic, Cohort, Student
from careers.tests.factories import CohortFactory, SchoolFactory, StudentFactory, upn
from destinations import asking
from destinations.actions.history import load_history, plan_history
from destinations.actions.providers import add_provider
from destinations.models import Destination, Evidence, Provider
from destinations.rules.checkpoints import Checkpoint
from destinations.rules.history_columns import HistoryRefused, read_history
from destinations.rules.statements import Said, Status

pytestmark = pytest.mark.django_db
WHO = {"Surname": "Marsh", "Forename": "Ada", "Date of birth": "03/04/2007"}


@pytest.fixture(autouse=True)
def in_november_2026():
    with time_machine.travel(datetime(2026, 11, 21, 10, tzinfo=timezone.get_default_timezone()), tick=False):
        yield


@pytest.fixture
def school():
    return SchoolFactory()


def sheet_of(*rows: dict[str, str], title: str = ""):
    headings = list(dict.fromkeys(heading for row in rows for heading in row))
    file = io.StringIO()
    writer = csv.DictWriter(file, headings)
    writer.writeheader()
    writer.writerows(rows)
    return read_history(file.getvalue().encode(), "past.csv")


def load(school, *rows, leaving=2023):
    return load_history(school=school, leaving=leaving, sheet=sheet_of(*rows), file_name="past.csv", by=None)


def answer(checkpoint: Checkpoint, as_at: date | None = None):
    student = Student.objects.select_related("cohort__school").get()
    return asking.ask(student.cohort, checkpoint, as_at=as_at)[student.pk].answer


def test_a_leaver_from_before_the_register_is_added_with_what_was_said(school):
    said = {"Y12 outcome": "230", "Y12 provider": "Lune Vale College", "Y12 source": "college", "Y12 date": "12/09/2023"}
    plan = load(school, WHO | said)
    assert plan.summary["students_new"] == 1 and plan.summary["evidence_added"] == 1 and plan.summary["refused"] == []
    evidence = Evidence.objects.select_related("student__cohort", "source", "provider").get()
    assert (evidence.student.surname, evidence.student.cohort.leaving) == ("Marsh", 2023)
    assert (evidence.said, evidence.outcome, evidence.provider.name) == (Said.PRESENT, "230", "Lune Vale College")
    assert (evidence.place, evidence.words) == ("row 2 of past.csv", "230")
    assert evidence.source.provider == evidence.provider and evidence.provider.to_confirm


def test_what_was_loaded_is_an_answer_at_every_checkpoint(school):
    load(
        school,
        WHO | {
            "Y11 intended": "A levels", "Y11 intended source": "student", "Y11 intended date": "8/11/2022",
            "Results day destination": "Apprenticeship", "Results day date": "24/08/2023",
            "Y12": "Apprenticeship", "Y12 provider": "Hale Joinery Ltd", "Y12 source": "employer", "Y12 date": "1/10/2023",
            "Y14": "NEET", "Y14 source": "mum", "Y14 date": "4/11/2025",
        },
    )  # fmt: skip
    stood = {d.checkpoint: (d.status, d.outcome, d.route) for d in Destination.objects.all()}
    assert stood == {
        "y11_intended": ("provisional", "", "a_level"), "y11_confirmed": ("provisional", "", "apprenticeship"),
        "y12": ("verified", "310", "apprenticeship"), "y14": ("provisional", "619", "neet"),
    }  # fmt: skip


def test_the_past_can_be_asked_as_at_its_own_days(school):
    row = {"Y12 outcome": "college", "Y12 source": "LCC", "Y12 date": "12/11/2023", "Y14 outcome": "NEET", "Y14 date": "3/10/2025"}
    load(school, WHO | row)
    assert answer(Checkpoint.Y12, date(2023, 11, 11)).status is Status.UNKNOWN
    assert answer(Checkpoint.Y12, date(2023, 11, 12)).source == "Lancashire County Council"
    assert answer(Checkpoint.Y14, date(2024, 11, 1)).status is Status.UNKNOWN
    assert answer(Checkpoint.Y14).outcome == "619"


def test_the_audit_keeps_the_true_time(school):
    load(school, WHO | {"Y12 outcome": "NEET", "Y12 date": "1/10/2023"})
    assert {timezone.localdate(event.at) for event in AuditEvent.objects.filter(school=school)} == {date(2026, 11, 21)}
    assert broken_link(school) is None


def test_the_same_file_twice_adds_nothing_and_says_so(school):
    rows = [
        WHO | {"Y12 outcome": "college", "Y12 provider": "Lune Vale", "Y12 source": "LCC", "Y12 date": "", "FSM": "Y"},
        WHO | {"Forename": "Tom", "Y12 outcome": "NEET", "Y12 provider": "", "Y12 source": "", "Y12 date": "1/10/2023", "FSM": "N"},
    ]
    load(school, *rows)
    events = AuditEvent.objects.count()
    again = load(school, *rows)
    assert again.adds_nothing and again.already == 2
    assert "2 statements had been loaded before" in again.answer(loaded=True)
    assert (Evidence.objects.count(), Characteristic.objects.count(), AuditEvent.objects.count()) == (2, 1, events)


def test_an_undated_list_loaded_on_another_day_adds_nothing(school):
    row = WHO | {"Y12 outcome": "college", "Y12 source": "LCC"}
    with time_machine.travel(datetime(2025, 9, 10, 10, tzinfo=timezone.get_default_timezone())):
        load(school, row, leaving=2025)
    assert Evidence.objects.get().said_on == date(2025, 9, 10)
    assert load(school, row, leaving=2025).already == 1


def test_a_provider_that_was_put_right_since_does_not_let_the_file_in_twice(school):
    row = WHO | {"Y12 outcome": "college", "Y12 provider": "Lune Vale", "Y12 date": "1/10/2023"}
    load(school, row)
    Provider.objects.update(type="sixth form college")
    assert load(school, row).already == 1


def test_without_a_source_it_is_staffs_and_without_a_date_it_is_undated(school):
    load(school, WHO | {"Y12 outcome": "college"})
    evidence = Evidence.objects.select_related("source").get()
    assert (evidence.source.kind, evidence.said_on, evidence.dated) == ("staff", date(2023, 11, 1), False)


@pytest.mark.parametrize(("day", "status"), [("12/09/2023", "verified"), ("", "provisional")])
def test_a_providers_undated_word_is_provisional(school, day, status):
    load(school, WHO | {"Y12 outcome": "230", "Y12 provider": "Lune Vale College", "Y12 source": "Lune Vale College", "Y12 date": day})
    assert Destination.objects.get(checkpoint="y12").status == status


def test_a_known_provider_is_found_by_its_alias(school):
    known = add_provider(school=school, by=None, name="Lune Vale College", type="further education college", aliases=["LVC"])
    load(school, WHO | {"Y12 outcome": "A levels", "Y12 provider": "L.V.C.", "Y12 source": "LVC", "Y12 date": "1/10/2023"})
    assert Evidence.objects.get().provider == known and Provider.objects.count() == 1


@pytest.mark.parametrize("nowhere", ["N/A", "none", "Unknown", "-"])
def test_a_provider_cell_that_says_nowhere_is_no_provider(school, nowhere):
    load(school, WHO | {"Y12 outcome": "NEET", "Y12 provider": nowhere})
    assert Evidence.objects.get().provider is None and not Provider.objects.exists()


def test_a_student_of_another_cohort_is_refused_with_both_cohorts_named(school):
    StudentFactory(cohort=CohortFactory(school=school, leaving=2022), upn=upn(7))
    plan = load(school, WHO | {"UPN": upn(7), "Y12 outcome": "NEET"})
    assert "Leavers 2022" in plan.refused[0].message and "Leavers 2023" in plan.refused[0].message
    assert not Evidence.objects.exists() and not Cohort.objects.filter(leaving=2023).exists()


def test_a_student_of_the_register_is_found_by_upn_by_uln_and_by_name(school):
    cohort = CohortFactory(school=school, leaving=2023)
    born = date(2007, 4, 3)
    for number, names in ((1, ("Zoë", "O'Brien")), (2, ("Ada", "Marsh")), (3, ("Tom", "Hale"))):
        StudentFactory(cohort=cohort, upn=upn(number), uln="5848939941" if number == 2 else "", forename=names[0], surname=names[1],
                       date_of_birth=born)  # fmt: skip
    rows = [
        {"UPN": upn(3), "ULN": "", "Surname": "", "Forename": "", "Date of birth": ""},
        {"UPN": "", "ULN": "5848939941", "Surname": "", "Forename": "", "Date of birth": ""},
        {"UPN": "", "ULN": "", "Surname": "OBRIEN", "Forename": "Zoe", "Date of birth": "03/04/2007"},
    ]
    plan = load(school, *({**row, "Y12 outcome": "NEET"} for row in rows))
    assert plan.summary["students_new"] == 0 and plan.summary["evidence_added"] == 3


@pytest.mark.parametrize(
    ("row", "column", "message"),
    [
        ({"Y12 outcome": "zzz"}, "Y12 outcome", "not an outcome"),
        ({"Y12 outcome": "NEET", "Y12 date": "1/9/2024"}, "Y12 date", "answered by what was said from 1 September 2023 to 31 August 2024"),
        ({"Y12 outcome": "NEET", "Y12 date": "31/2/2024"}, "Y12 date", "has no day 31"),
        ({"Y14 outcome": "NEET", "Y14 date": "1/12/2026"}, "Y14 date", "1 September 2025 to 31 August 2026"),
        ({"Y12 outcome": "NEET", "UPN": "A888402400001"}, "UPN", "is not a UPN"),
        ({"Y12 outcome": "NEET", "Surname": ""}, "Surname", "does not say who it is about"),
        ({"Y12 outcome": "college", "Y12 source": "the college"}, "Y12 source", "names no provider"),
        ({"Y12 provider": "Somewhere"}, "Y12 provider", "does not tell the outcome"),
        ({"Y12 outcome": "NEET", "SEN": "Q"}, "SEN", "not an SEN status"),
    ],
)
def test_a_row_is_refused_with_its_number_heading_value_and_a_sentence(school, row, column, message):
    good = WHO | {"Forename": "Tom", "UPN": "", "Y12 outcome": "NEET"}
    plan = load(school, good, WHO | {"UPN": ""} | row)
    (problem,) = plan.refused
    assert (problem.row, problem.column) == (3, column) and message in problem.message
    assert problem.value == row.get(column, "")
    assert [s.forename for s in Student.objects.all()] == ["Tom"]


def test_year_14_of_recent_leavers_has_not_begun(school):
    plan = load(school, WHO | {"Y14 outcome": "University"}, leaving=2025)
    assert "begins on 1 September 2027" in plan.refused[0].message


def test_neet_after_december_is_kept_and_noted(school):
    plan = load(school, WHO | {"Y12 outcome": "NEET", "Y12 date": "14/02/2024", "Y12 source": "LCC"})
    assert plan.summary["evidence_added"] == 1 and "does not change the Year 12 answer" in plan.notes[0].message
    assert answer(Checkpoint.Y12).status is Status.UNKNOWN


def test_a_second_row_about_one_student_is_refused(school):
    plan = load(school, WHO | {"Y12 outcome": "NEET"}, WHO | {"Y12 outcome": "college"})
    assert plan.refused[0].message == "Row 2 is already about this student." and Student.objects.count() == 1


def test_a_number_of_somebody_else_is_refused(school):
    StudentFactory(cohort=CohortFactory(school=school, leaving=2023), upn=upn(7), date_of_birth=date(2007, 1, 1))
    assert "another name and date of birth" in load(school, WHO | {"UPN": upn(7), "Y12 outcome": "NEET"}).refused[0].message


def test_namesakes_without_a_number_are_refused(school):
    cohort = CohortFactory(school=school, leaving=2023)
    for number in (1, 2):
        StudentFactory(cohort=cohort, upn=upn(number), surname="Marsh", forename="Ada", date_of_birth=date(2007, 4, 3))
    assert "Give the UPN" in load(school, WHO | {"Y12 outcome": "NEET"}).refused[0].message


def test_two_of_one_name_and_birth_date_with_two_upns_are_two_people(school):
    plan = load(school, WHO | {"UPN": upn(1), "Y12 outcome": "NEET"}, WHO | {"UPN": upn(2), "Y12 outcome": "college"})
    assert plan.refused == () and Student.objects.count() == 2
    assert load(school, WHO | {"UPN": upn(1), "Y12 outcome": "NEET"}).already == 1


def test_another_upn_than_the_registers_is_refused(school):
    student = {"surname": "Marsh", "forename": "Ada", "date_of_birth": date(2007, 4, 3)}
    StudentFactory(cohort=CohortFactory(school=school, leaving=2023), upn=upn(9), **student)
    assert "another UPN" in load(school, WHO | {"UPN": upn(1), "Y12 outcome": "NEET"}).refused[0].message


def test_characteristics_are_added_where_none_is_recorded(school):
    load(school, WHO | {"Y12 outcome": "NEET", "FSM": "Y", "SEN": "E", "EAL": "N"})
    assert set(Characteristic.objects.values_list("kind", "since", "until")) == {(k, None, None) for k in ("fsm", "sen", "ehc_plan")}


def test_a_student_nothing_is_said_about_is_unknown_at_every_checkpoint(school):
    load(school, WHO | {"Y12 outcome": ""})
    assert set(Destination.objects.values_list("status", flat=True)) == {"unknown"} and Destination.objects.count() == 4


def test_a_summer_without_a_past_is_refused(school):
    with pytest.raises(HistoryRefused, match="2030 is not one of these"):
        load(school, WHO | {"Y12 outcome": "NEET"}, leaving=2030)


def test_planning_asks_as_much_of_the_database_for_one_row_as_for_fifty(school, django_assert_max_num_queries):
    names = [f"A{first}{second}" for first in "bcdefghijk" for second in "lmnop"]
    rows = [WHO | {"Forename": name, "Y12 outcome": "NEET", "Y12 provider": f"Place {name}"} for name in names]
    sheet = sheet_of(*rows)
    with django_assert_max_num_queries(8):
        assert len(plan_history(school=school, leaving=2023, sheet=sheet).students) == 50


CELLS = st.fixed_dictionaries({
    "Forename": st.sampled_from(["Ada", "Tom", "Iris", ""]),
    "Y11 intended": st.sampled_from(["A levels", "Undecided", "college", "", "not known"]),
    "Y11 intended date": st.sampled_from(["8/11/2022", "", "8/11/2023"]),
    "Y12": st.sampled_from(["college", "310", "NEET", "not known", "", "zzz"]),
    "Y12 provider": st.sampled_from(["", "Lune Vale College", "Hale Ltd"]),
    "Y12 source": st.sampled_from(["", "LCC", "college", "mum", "Lune Vale College", "Mrs Hughes", "Corran School"]),
    "Y12 date": st.sampled_from(["12/09/2023", "", "14/02/2024", "1/1/2020"]),
})  # fmt: skip


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(rows=st.lists(CELLS, min_size=1, max_size=5))
def test_a_dry_run_is_what_the_real_run_does_and_the_second_run_adds_nothing(rows):
    other = SchoolFactory()
    sheet = sheet_of(*(WHO | row for row in rows))
    before = (Student.objects.count(), Evidence.objects.count(), Provider.objects.count())
    shown = plan_history(school=other, leaving=2023, sheet=sheet).summary
    assert (Student.objects.count(), Evidence.objects.count(), Provider.objects.count()) == before
    done = load_history(school=other, leaving=2023, sheet=sheet, file_name="past.csv", by=None).summary
    assert done == shown
    ours = Student.objects.filter(school=other)
    assert ours.count() == shown["students_new"] and Evidence.objects.filter(student__in=ours).count() == shown["evidence_added"]
    assert sorted(Provider.objects.filter(school=other).values_list("name", flat=True)) == shown["providers_new"]
    again = load_history(school=other, leaving=2023, sheet=sheet, file_name="past.csv", by=None).summary
    assert (again["students_new"], again["evidence_added"], again["already"]) == (0, 0, shown["evidence_added"])


def test_two_columns_with_the_same_heading_are_refused_by_their_letters():
    with pytest.raises(HistoryRefused, match="Columns A and B are both headed “Surname”"):
        read_history(b"Surname,Surname,Forename,Y12 outcome\nMarsh,Bell,Ada,230\n", "past.csv")
