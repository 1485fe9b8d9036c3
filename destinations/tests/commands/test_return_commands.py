from datetime import date

import pytest

from careers.tests.factories import CohortFactory, StudentFactory
from careers.tests.factories import upn as invented_upn
from destinations.models import DataReturn, Evidence, Provider, Source
from destinations.tests.commands.running import run
from destinations.tests.lists import LIST, NEARLY_MAYA, POPPY, STRANGER, school_of_three, student

pytestmark = pytest.mark.django_db
COLLEGE = ("--provider", "Cardwell Newlands College")
ROW_KEYS = {
    "sheet", "row", "pile", "upn", "student", "candidates", "said", "outcome", "provider", "course", "level", "route", "why", "problems",
}  # fmt: skip


@pytest.fixture
def cohort():
    return school_of_three()


@pytest.fixture
def read(cohort, tmp_path):
    def reading(*more, text=LIST, sender=COLLEGE):
        file = tmp_path / "list.csv"
        file.write_text(text)
        return run("import_return", file, "--school", cohort.school.urn, "--leaving", "2025", *sender, "--received-on", "2025-09-19", *more)

    return reading


def test_without_apply_nothing_is_written(read):
    answer = read("--json").json
    assert (answer["return"], answer["applied"]) == (None, None)
    assert not DataReturn.objects.exists()
    assert not Source.objects.exists()


def test_every_row_below_the_header_is_answered_in_the_documented_shape(read, cohort):
    answer = read("--json").json
    assert answer["sheets"] == [
        {
            "sheet": "Sheet1",
            "header_row": 2,
            "columns": {"A": "surname", "B": "forename", "C": "date_of_birth", "D": "course", "E": "status"},
        }
    ]
    assert [(row["row"], row["pile"]) for row in answer["rows"]] == [
        (3, "certain"), (4, "certain"), (5, "check"), (6, "not_ours"), (7, "not_a_student"),
    ]  # fmt: skip
    assert all(set(row) == ROW_KEYS for row in answer["rows"])
    first, second, third = answer["rows"][:3]
    assert (first["upn"], first["said"], first["outcome"], first["route"]) == (student(cohort, "Ashworth").upn, "present", "220", "a_level")
    assert (second["said"], second["outcome"]) == ("left", None)
    assert (third["upn"], third["student"]) == (None, None)
    assert third["candidates"][0]["upn"] == student(cohort, "Clegg").upn
    assert 0 <= third["candidates"][0]["score"] <= 1


def test_apply_writes_what_certain_rows_say(read):
    answer = read("--apply", "--json")
    assert answer.code == 0
    assert answer.json["applied"]["added"] == Evidence.objects.count() == 2
    assert answer.json["return"] == DataReturn.objects.get().pk


def test_the_plan_shown_and_the_plan_applied_are_the_same(read):
    assert read("--json").json["rows"] == read("--json", "--apply").json["rows"]


def test_the_same_file_twice_says_that_it_adds_nothing(read):
    read("--apply")
    again = read("--apply", "--json").json["applied"]
    assert again["added"] == 0
    assert "it adds nothing" in again["message"]


def test_rows_with_problems_end_with_three(read):
    answer = read("--json", text=LIST.replace("Withdrawn", "banana"))
    assert answer.code == 3
    assert answer.json["rows"][1]["problems"][0] | {"message": ""} == {"column": "Status", "value": "banana", "message": ""}


def test_an_unknown_provider_without_a_type_is_refused_in_one_sentence(read):
    answer = read("--json", sender=("--provider", "Nowhere College"))
    assert (answer.code, answer.out) == (1, "")
    assert "--provider-type" in answer.err


def test_an_unknown_provider_with_a_type_is_added_only_when_applied(read):
    sender = ("--provider", "Northern Skills Training", "--provider-type", "Training Provider")
    assert read("--json", sender=sender).json["rows"][0]["outcome"] == "430"
    assert not Provider.objects.filter(name="Northern Skills Training").exists()
    read("--apply", sender=sender)
    assert Provider.objects.get(name="Northern Skills Training").type == "training provider"


@pytest.mark.parametrize("wrong", [("--leaving", "1999"), ("--school", "999999")])
def test_a_school_or_cohort_there_is_not_is_refused(read, wrong):
    answer = read(*wrong)
    assert (answer.code, answer.out) == (1, "")


def test_a_file_that_is_not_a_list_is_refused_and_nothing_written(read):
    answer = read("--apply", text="%PDF-1.7", sender=("--provider", "New College", "--provider-type", "other"))
    assert answer.code == 1
    assert not Provider.objects.filter(name="New College").exists()


@pytest.mark.parametrize("days", [("--received-on", "2999-01-01"), ("--said-on", "2025-09-20")])
def test_a_list_from_a_day_to_come_or_after_it_came_is_refused(read, days):
    assert read(*days, "--apply").code == 1
    assert not DataReturn.objects.exists()


def test_two_senders_are_a_mistake_of_usage(read):
    assert read("--local-authority").code == 2


def test_a_row_is_decided_and_the_return_undone(read, cohort):
    number = read("--apply", "--json").json["return"]
    assert run("decide_row", number, "Sheet1", 5, "--upn", student(cohort, "Clegg").upn).code == 0
    assert Evidence.objects.standing().count() == 3
    assert run("decide_row", number, "Sheet1", 5, "--not-ours").code == 1
    assert run("undo_return", number).code == 0
    assert not Evidence.objects.standing().exists()
    assert run("undo_return", number).code == 1


BESIDE = f"""Surname,Forename,DOB,Status,,Surname,Forename,DOB,Status
{POPPY},Enrolled,,{NEARLY_MAYA},Enrolled
{STRANGER},Enrolled,,{STRANGER},Enrolled
Clegg,Mae,30/11/2008,Enrolled,,Birtwistle,Ivan,02/05/2009,Enrolled
"""


def test_of_tables_beside_each_other_the_row_that_waits_is_decided_without_its_table(read, cohort):
    answer = read("--apply", "--json", text=BESIDE).json
    waiting = [(row["row"], row["part"]) for row in answer["rows"] if row["pile"] == "check"]
    assert sorted(waiting) == [(2, 2), (4, 1), (4, 2)]
    number = answer["return"]
    assert run("decide_row", number, "Sheet1", 2, "--not-ours").code == 0
    assert run("decide_row", number, "Sheet1", 2, "--reopen").code == 0


def test_of_two_rows_that_wait_beside_each_other_one_must_be_named(read, cohort):
    number = read("--apply", "--json", text=BESIDE).json["return"]
    refused = run("decide_row", number, "Sheet1", 4, "--not-ours")
    assert refused.code == 1 and "--part 1 or 2" in refused.err
    assert run("decide_row", number, "Sheet1", 4, "--not-ours", "--part", "2").code == 0
    assert run("decide_row", number, "Sheet1", 4, "--upn", student(cohort, "Clegg").upn).code == 0


def test_a_decision_is_taken_back(read, cohort):
    number = read("--apply", "--json").json["return"]
    run("decide_row", number, "Sheet1", 5, "--upn", student(cohort, "Clegg").upn)
    assert run("decide_row", number, "Sheet1", 5, "--reopen").code == 0
    assert Evidence.objects.standing().count() == 2
    assert run("decide_row", number, "Sheet1", 5, "--reopen").code == 1


def test_a_row_about_another_followed_cohort_is_answered_with_its_upn(read, cohort):
    older = StudentFactory(cohort=CohortFactory(school=cohort.school, leaving=2024), surname="Zephaniah", forename="Quill",
                           date_of_birth=date(2009, 1, 1))  # fmt: skip
    dry, applied = read("--json").json["rows"][3], read("--json", "--apply").json["rows"][3]
    assert (dry["pile"], dry["upn"]) == ("certain", older.upn)
    assert dry == applied


def test_a_row_that_is_not_ours_states_nothing(read):
    number = read("--apply", "--json").json["return"]
    assert run("decide_row", number, "Sheet1", 5, "--not-ours").code == 0
    assert Evidence.objects.count() == 2
    assert DataReturn.objects.get().counts["waiting"] == 0


def test_deciding_for_a_student_there_is_not_is_refused_without_repeating_the_upn(read):
    number = read("--apply", "--json").json["return"]
    answer = run("decide_row", number, "Sheet1", 5, "--upn", invented_upn(99999))
    assert answer.code == 1
    assert invented_upn(99999) not in answer.err


@pytest.mark.parametrize("words", ["Not known", "Unknown", "TBC"])
def test_a_status_that_nobody_knows_is_not_stated_and_a_problem(read, words):
    answer = read("--json", text=LIST.replace("Withdrawn", words))
    row = answer.json["rows"][1]
    assert (answer.code, row["said"], row["outcome"]) == (3, "not_stated", None)
    assert row["problems"][0]["message"] == f"“{words}” does not say whether the student is there, left or never came."


@pytest.mark.parametrize("name", ["x" * 300, "   ", "***", "Coll " * 39 + "Coll"])
def test_a_name_that_cannot_be_added_is_refused_with_and_without_apply(read, name):
    sender = ("--provider", name, "--provider-type", "training provider")
    dry, applied = read("--json", sender=sender), read("--json", "--apply", sender=sender)
    assert (dry.code, dry.out) == (1, "")
    assert dry == applied
    assert "name" in dry.err


def test_tables_side_by_side_share_a_sheet_and_are_told_apart_by_their_part(read):
    text = (
        "Surname,Forename,DOB,,Surname,Forename,DOB\n"
        "Ashworth,Poppy,14/03/2009,,Birtwistle,Imran,02/05/2009\n"
        "Clegg,Maya,30/11/2008,,Zephaniah,Quill,01/01/2009\n"
    )
    answer = read("--json", text=text).json
    (sheet,) = answer["sheets"]
    assert [sheet["columns"][letter] for letter in "ABCEFG"] == ["surname", "forename", "date_of_birth"] * 2
    assert [(row["part"], row["row"], row["student"]) for row in answer["rows"]] == [
        (1, 2, "Poppy Ashworth"), (1, 3, "Maya Clegg"), (2, 2, "Imran Birtwistle"), (2, 3, None),
    ]  # fmt: skip
