import json
from pathlib import Path

import pytest

from careers.models import Student
from careers.tests.factories import CohortFactory, SchoolFactory, StudentFactory, upn
from destinations.management.commands import import_students
from destinations.management.commands.import_students import Command
from destinations.resources import kept_plans, long_texts

pytestmark = pytest.mark.django_db
GOOD = f"UPN,Surname,Forename,DOB,FSM\n{upn(1)},Ada,Ruth,14/03/2009,Y\n{upn(2)},Ben,Tom,15/03/2009,N\n"


@pytest.fixture
def run(capsys, tmp_path):
    """Runs the command as a shell would: exit code, standard output, standard error."""

    def command(text, *options):
        file = Path(tmp_path, "export.csv")
        file.write_text(text)
        with pytest.raises(SystemExit) as ended:
            Command().run_from_argv(["manage.py", "import_students", str(file), *options])
        told = capsys.readouterr()
        return ended.value.code or 0, told.out, told.err

    return command


@pytest.fixture
def school():
    return SchoolFactory(urn="150123")


def test_a_clean_file_prints_json_alone_and_exits_with_nought(run, school):
    code, out, err = run(GOOD, "--school", "150123", "--leaving", "2025", "--json")
    assert (code, err) == (0, "")
    assert json.loads(out) == {"new": 2, "changed": 0, "same": 0, "missing": 0, "refused": []}


def test_refused_rows_are_listed_and_the_exit_code_says_so(run, school):
    code, out, _ = run(GOOD + f"{upn(3)},Cyd,Ann,31/02/2009,N\n", "--school", "150123", "--leaving", "2025", "--json")
    assert code == 3
    assert json.loads(out)["refused"] == [
        {"row": 4, "column": "DOB", "value": "31/02/2009", "message": "31/02/2009 is not a date: February 2009 has no day 31."}
    ]


def test_a_value_left_out_says_that_the_rest_was_taken_in(run, school):
    code, out, _ = run(GOOD.replace("2009,N", "2009,Perhaps"), "--school", "150123", "--leaving", "2025", "--json")
    assert code == 3
    assert json.loads(out)["refused"][0]["message"].endswith("The rest of the row was taken in.")


def test_a_dry_run_says_what_the_real_run_says_and_writes_nothing(run, school):
    dry = run(GOOD, "--school", "150123", "--leaving", "2025", "--json", "--dry-run")
    assert not Student.objects.exists()
    assert run(GOOD, "--school", "150123", "--leaving", "2025", "--json") == dry


@pytest.mark.parametrize(
    ("text", "options", "words"),
    [
        (GOOD, ["--school", "999999", "--leaving", "2025"], "no school with URN"),
        (GOOD, ["--school", "150123", "--leaving", "1925"], "1925 is not a summer"),
        (GOOD, ["--school", "150123", "--leaving", "2025", "--characteristic", "Oboe"], "no column headed “Oboe”"),
        ("A letter about something else", ["--school", "150123", "--leaving", "2025"], "No table of students"),
    ],
)
def test_a_refused_file_or_argument_exits_with_one_plain_sentence(run, school, text, options, words):
    code, out, err = run(text, *options, "--json")
    assert (code, out) == (1, "")
    assert words in err
    assert len(err.strip().splitlines()) == 1
    assert not Student.objects.exists()


def test_students_of_another_cohort_are_refused_and_no_empty_cohort_is_made(run, school):
    old = CohortFactory(school=school, leaving=2024)
    StudentFactory(cohort=old, upn=upn(1))
    StudentFactory(cohort=old, upn=upn(2))
    code, out, _ = run(GOOD, "--school", "150123", "--leaving", "2025", "--json")
    assert code == 3
    assert all("leavers of 2024" in p["message"] and "leavers of 2025" in p["message"] for p in json.loads(out)["refused"])
    assert not school.cohorts.filter(leaving=2025).exists()


def test_people_are_told_in_sentences(run, school):
    _, out, _ = run(GOOD, "--school", "150123", "--leaving", "2025")
    assert out.startswith("2 new, 0 changed, 0 the same, 0 no longer in the export, 0 rows refused.")


def test_a_file_with_two_columns_of_surnames_is_refused_and_nothing_written(run, school):
    text = f"UPN,Surname,Surname,Forename,Forename,DOB\n{upn(1)},Ada,Bell,Ruth,Rae,14/03/2009\n"
    code, out, err = run(text, "--school", "150123", "--leaving", "2025", "--json")
    assert (code, out) == (1, "")
    assert "Columns B and C are both headed “Surname”" in err
    assert not Student.objects.exists()


@pytest.mark.parametrize("parts", [2, 8])
def test_a_long_file_is_told_of_as_a_short_one(run, school, monkeypatch, parts):
    lines = [f"{upn(n)},Ada{chr(97 + n)},Ruth,{'31/02' if n % 5 == 4 else '14/03'}/2009,Y" for n in range(3, 20)]
    text = GOOD + "\n".join(lines)
    short = run(text, "--school", "150123", "--leaving", "2025", "--json", "--dry-run")
    monkeypatch.setattr(long_texts, "TOGETHER", 5)
    monkeypatch.setattr(import_students, "FROM_BYTES", 10)
    monkeypatch.setattr(long_texts, "FROM_BYTES", 10)
    monkeypatch.setattr(kept_plans, "MOST_HELD", parts)
    assert run(text, "--school", "150123", "--leaving", "2025", "--json", "--dry-run") == short
    assert not Student.objects.exists()
    assert run(text, "--school", "150123", "--leaving", "2025", "--json") == short
    assert Student.objects.count() == json.loads(short[1])["new"]
    _, again, _ = run(text, "--school", "150123", "--leaving", "2025")
    assert again.startswith("0 new, 0 changed, 15 the same, 0 no longer in the export, 4 rows refused.")
