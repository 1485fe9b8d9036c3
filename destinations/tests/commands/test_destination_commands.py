from datetime import UTC, date, datetime

import pytest

from careers.tests.factories import UserFactory
from destinations.models import Evidence, Exclusion, Settlement
from destinations.tests.commands.running import run
from destinations.tests.factories import EvidenceFactory
from destinations.tests.lists import college, school_of_three, student

pytestmark = pytest.mark.django_db
KEYS = set("upn student status settled excluded outcome provider route level source said_on sources_agree reason".split())


@pytest.fixture
def cohort():
    made = school_of_three()
    source = college(made)
    EvidenceFactory(student=student(made, "Ashworth"), source=source, provider=source.provider, route="a_level", level="3",
                    recorded_at=datetime(2025, 9, 20, 12, tzinfo=UTC))  # fmt: skip
    return made


def destinations(cohort, *more):
    return run("destinations", "--school", cohort.school.urn, "--leaving", "2025", "--checkpoint", "y12", *more)


def answer_for(cohort, surname, *more):
    upn = student(cohort, surname).upn
    return next(row for row in destinations(cohort, "--json", *more).json if row["upn"] == upn)


def told(cohort, surname):
    return ("--school", cohort.school.urn, "--upn", student(cohort, surname).upn)


def test_every_student_of_the_cohort_is_answered_in_the_documented_shape(cohort):
    rows = destinations(cohort, "--json").json
    assert len(rows) == 3
    assert all(set(row) == KEYS for row in rows)
    known = answer_for(cohort, "Ashworth")
    assert (known["status"], known["outcome"], known["provider"], known["route"], known["level"], known["said_on"]) == (
        "verified", "220", "Cardwell Newlands College", "a_level", "3", "2025-09-12",
    )  # fmt: skip
    assert (known["sources_agree"], known["settled"], known["excluded"]) == (None, False, None)
    unknown = answer_for(cohort, "Clegg")
    assert (unknown["status"], unknown["outcome"], unknown["provider"]) == ("unknown", None, None)


def test_a_route_nobody_knows_is_unknown_as_in_the_figures(cohort):
    assert answer_for(cohort, "Clegg")["route"] == "unknown"


def test_as_at_a_day_uses_only_what_was_recorded_by_then(cohort):
    assert answer_for(cohort, "Ashworth", "--as-at", "2025-09-19")["status"] == "unknown"
    assert answer_for(cohort, "Ashworth", "--as-at", "2025-09-20")["status"] == "verified"


def test_without_json_a_person_gets_a_table(cohort):
    lines = destinations(cohort).out.splitlines()
    assert len(lines) == 4
    assert lines[0].split()[:3] == ["student", "status", "outcome"]


def test_a_destination_is_settled_with_a_reason_and_unsettled(cohort):
    UserFactory(email="leader@hodder.example", name="Mrs Pye")
    settle = ("settle_destination", *told(cohort, "Clegg"), "--checkpoint", "y12", "--outcome", "330", "--reason", "Spoke to the family")
    assert run(*settle, "--by", "leader@hodder.example").code == 0
    answer = answer_for(cohort, "Clegg")
    assert (answer["settled"], answer["outcome"]) == (True, "330")
    assert "Mrs Pye" in answer["reason"]
    unsettle = ("unsettle_destination", *told(cohort, "Clegg"), "--checkpoint", "y12")
    assert run(*unsettle).code == 0
    assert run(*unsettle).code == 1


@pytest.mark.parametrize(
    "wrong",
    [
        ("--outcome", "999", "--reason", "x"),
        ("--outcome", "330", "--reason", " "),
        ("--outcome", "220", "--provider", "Nowhere", "--reason", "x"),
    ],
)
def test_a_settlement_that_cannot_be_is_refused(cohort, wrong):
    answer = run("settle_destination", *told(cohort, "Clegg"), "--checkpoint", "y12", *wrong)
    assert answer.code == 1
    assert answer.err.strip()
    assert not Settlement.objects.exists()


def test_a_settlement_by_nobody_we_know_is_refused(cohort):
    settle = ("settle_destination", *told(cohort, "Clegg"), "--checkpoint", "y12", "--outcome", "330", "--reason", "x")
    assert run(*settle, "--by", "nobody@hodder.example").code == 1


def test_a_student_is_excluded_with_a_reason_and_a_day(cohort):
    assert run("exclude_student", *told(cohort, "Clegg"), "--reason", "Moved abroad", "--on", "2025-10-01").code == 0
    assert Exclusion.objects.get().on == date(2025, 10, 1)
    assert answer_for(cohort, "Clegg")["excluded"] == "moved abroad"


def test_a_reason_there_is_not_is_refused(cohort):
    answer = run("exclude_student", *told(cohort, "Clegg"), "--reason", "on holiday")
    assert answer.code == 1
    assert "moved abroad" in answer.err


def evidence_file(tmp_path, *lines):
    file = tmp_path / "evidence.csv"
    file.write_text("\n".join(("upn,source,source_kind,said,outcome,route,provider,said_on,recorded_on", *lines)))
    return file


def test_evidence_is_brought_in_and_what_cannot_be_is_refused(cohort, tmp_path):
    upn = student(cohort, "Clegg").upn
    file = evidence_file(
        tmp_path, f"{upn},Rosehall College,provider,present,230,vocational,,2025-09-15,2025-09-16", f"{upn},X,provider,maybe,,,,,"
    )
    done = run("import_evidence", file, "--school", cohort.school.urn)
    assert done.code == 3
    assert (done.json["added"], done.json["already"]) == (1, 0)
    assert [(row["row"], row["column"], row["value"]) for row in done.json["refused"]] == [(3, "said", "maybe")]
    answer = answer_for(cohort, "Clegg")
    assert (answer["outcome"], answer["source"]) == ("230", "Rosehall College")


def test_a_file_without_its_columns_is_refused(cohort, tmp_path):
    file = tmp_path / "evidence.csv"
    file.write_text("name,where\nMaya,College\n")
    done = run("import_evidence", file, "--school", cohort.school.urn)
    assert (done.code, done.out) == (1, "")
    assert "source_kind" in done.err


def test_two_columns_of_the_same_name_refuse_the_file(cohort, tmp_path):
    file = tmp_path / "evidence.csv"
    file.write_text(f"upn,source_kind,said,said\n{student(cohort, 'Clegg').upn},staff,left,present\n")
    done = run("import_evidence", file, "--school", cohort.school.urn)
    assert (done.code, done.out) == (1, "")
    assert "Columns C and D are both headed “said”" in done.err
    assert not Evidence.objects.filter(student=student(cohort, "Clegg")).exists()


def test_names_that_do_not_fit_refuse_their_rows_and_not_the_file(cohort, tmp_path):
    upn = student(cohort, "Clegg").upn
    long = "College " * 40
    file = evidence_file(
        tmp_path,
        f"{upn},Rosehall College,provider,present,230,,,2025-09-15,",
        f"{upn},{long},provider,present,230,,,2025-09-15,",
        f"{upn},County,local_authority,present,230,,{long},2025-09-15,",
    )
    done = run("import_evidence", file, "--school", cohort.school.urn)
    assert (done.code, done.json["added"]) == (3, 1)
    assert [(row["row"], row["column"]) for row in done.json["refused"]] == [(3, "source"), (4, "provider")]
    assert "at most 200 characters" in done.json["refused"][0]["message"]


def test_a_file_with_nothing_in_it_is_refused_in_a_sentence(cohort, tmp_path):
    file = tmp_path / "evidence.csv"
    file.write_text("")
    done = run("import_evidence", file, "--school", cohort.school.urn)
    assert (done.code, done.out) == (1, "")
    assert done.err.strip()
