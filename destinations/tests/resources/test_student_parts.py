"""A long file planned part by part says what one plan of the whole file says."""

import io
from datetime import date
from unittest import mock

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from careers.models import Characteristic
from careers.register import register_of
from careers.rules.identifiers import upn_check_letter
from careers.tests.factories import CohortFactory, SchoolFactory, StudentFactory, upn
from destinations.actions.students import import_parts
from destinations.resources import long_texts
from destinations.resources.files import FileRefused
from destinations.resources.kept_plans import PILES, keep_plan
from destinations.resources.long_texts import long_text
from destinations.resources.student_columns import read_students
from destinations.resources.student_parts import parts_of_plan
from destinations.resources.students import plan_import

pytestmark = pytest.mark.django_db
TODAY = date(2025, 9, 8)
HEADINGS = "UPN,ULN,Adno,Legal Surname,Legal Forename,DOB,Reg Group,FSM,SEN Status,Former UPN"
ULNS = ("1000102504", "2218396784", "")


@pytest.fixture(autouse=True)
def few_together(monkeypatch):
    monkeypatch.setattr(long_texts, "TOGETHER", 3)


def as_whole(school, data):
    return plan_import(read_students(data, "export.csv", school, today=TODAY), school, leaving=2025, today=TODAY)


def in_parts(school, data):
    return list(parts_of_plan(long_text(data, school, today=TODAY), school, leaving=2025, today=TODAY))


def joined(parts, pile):
    return [line for part in parts for line in getattr(part, pile)]


def gone_through_twice(school, data):
    """As `in_parts`, of a text too long to be held."""
    with mock.patch.object(long_texts, "HELD_BYTES", 0):
        return in_parts(school, data)


def same_plan(school, data):
    whole, parts = as_whole(school, data), in_parts(school, data)
    for pile in (*PILES, "same"):
        assert sorted(joined(parts, pile), key=repr) == sorted(getattr(whole, pile), key=repr), pile
    assert {part.register for part in parts} == {whole.register}
    assert gone_through_twice(school, data) == parts
    return parts


def csv_of(*rows, headings=HEADINGS):
    return "\n".join([headings, *rows]).encode()


def row(number, **other):
    usual = {"upn": upn(number), "uln": "", "adno": f"{number:04d}", "surname": "Hall", "forename": "Robin", "dob": "14/03/2009"}
    return ",".join((usual | {"form": "11A", "fsm": "N", "sen": "N", "former": ""} | other).values())


@pytest.fixture
def school():
    cohort = CohortFactory(leaving=2025)
    for number in range(1, 6):
        one = StudentFactory(cohort=cohort, upn=upn(number), admission_number=f"{number:04d}", surname="Hall", forename="Robin")
        Characteristic.objects.create(student=one, kind="fsm")
    return cohort.school


def test_new_changed_same_missing_and_refused_are_those_of_the_whole(school):
    rows = [row(1, form="11C"), row(2, fsm="Y"), row(3, dob="31/02/2009"), *(row(number) for number in range(10, 20))]
    parts = same_plan(school, csv_of(*rows))
    assert [len(joined(parts, pile)) for pile in PILES] == [10, 1, 2, 1, 0]


def test_rows_about_one_student_are_found_however_far_apart_they_stand(school):
    far = [row(number) for number in range(10, 20)]
    parts = same_plan(school, csv_of(row(1), *far, row(1, form="11D"), row(30, adno="0002")))
    assert "Rows 2 and 13 are about the same student" in " ".join(problem.message for problem in joined(parts, "refused"))


def test_numbers_that_were_swapped_are_put_right_however_far_apart_the_rows_stand(school):
    far = [row(number) for number in range(10, 20)]
    parts = same_plan(school, csv_of(row(1, adno="0002"), *far, row(2, adno="0001")))
    assert len(joined(parts, "changed")) == 2


def test_a_blank_that_means_no_is_told_by_the_whole_column(school):
    rows = [row(number, fsm="") for number in range(1, 9)]
    same_plan(school, csv_of(*rows, row(9, fsm="Y")))
    same_plan(school, csv_of(*rows, row(9, fsm="Y"), row(10, fsm="N")))


def test_title_lines_blank_rows_totals_and_headings_said_again_are_no_students(school):
    data = b"Hodder Academy\n\n" + csv_of(row(1), "", row(2), HEADINGS, row(11), "Total,3")
    parts = same_plan(school, data)
    assert [one.row for one in joined(parts, "new")] == [8]


def test_the_parts_applied_are_the_whole_applied(school):
    data = csv_of(row(1, form="11C"), row(2, adno="0003", fsm="Y"), row(3, adno="0002"), *(row(n, sen="K") for n in range(10, 15)))
    other = SchoolFactory()
    for place in (school, other):
        room = io.BytesIO()
        kept = keep_plan(iter(in_parts(place, data)), room)
        import_parts(school=place, outline=kept.outline, parts=kept.parts(room), by=None, file_name="f", file_digest="d")
    held = {known.values["upn"]: known for known in register_of(school).students}
    assert (held[upn(1)].values["form"], held[upn(2)].values["admission_number"]) == ("11C", "0003")
    assert held[upn(4)].missing_since == TODAY
    assert not [line for pile in ("new", "changed", "refused") for line in joined(in_parts(school, data), pile)]
    assert len(register_of(other).students) == 8


def test_a_kept_plan_gives_any_page_of_any_pile(school, monkeypatch):
    data = csv_of(*(row(number, dob="31/02/2009" if number % 3 == 0 else "14/03/2009") for number in range(1, 40)))
    whole, room = as_whole(school, data), io.BytesIO()
    monkeypatch.setattr("destinations.resources.kept_plans.A_PART", 4)
    kept = keep_plan(iter([whole]), room)
    for pile in PILES:
        lines = list(getattr(whole, pile))
        for first in range(0, len(lines) + 3, 5):
            assert kept.lines(room, pile, first, first + 5) == lines[first : first + 5]
    assert kept.outline == whole.outline
    assert [part for part in kept.parts(room) if part.new][0].new == whole.new[:4]  # noqa: RUF015


def test_two_plans_have_one_mark_only_if_they_do_the_same(school):
    marks = [keep_plan(iter(in_parts(school, csv_of(row(1, form=form)))), io.BytesIO()).digest for form in ("11B", "11B", "11C")]
    assert marks[0] == marks[1] != marks[2]


def test_a_long_text_without_numbers_or_without_a_table_is_refused(school):
    with pytest.raises(FileRefused, match="No column of UPNs"):
        in_parts(school, b"Surname,Forename,DOB\nHall,Robin,14/03/2009\n")
    with pytest.raises(FileRefused, match="No table of students"):
        in_parts(school, b"A letter about something else.\n")


NUMBER = st.integers(1, 7)


class AnyRows(TestCase):
    @settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
    @given(st.lists(st.tuples(NUMBER, NUMBER, st.sampled_from(ULNS), st.sampled_from("ABC"), st.sampled_from("YN "), NUMBER), max_size=9))
    def test_whatever_the_rows_share_the_parts_say_what_the_whole_says(self, drawn):
        school = SchoolFactory()
        cohort, old = CohortFactory(school=school, leaving=2025), CohortFactory(school=school, leaving=2024)
        for number in range(1, 5):
            where = old if number == 4 else cohort
            StudentFactory(cohort=where, upn=upn(number), admission_number=f"{number:04d}", uln=ULNS[number] if number < 2 else "")
        rows = [
            row(n, adno=f"{adno:04d}", uln=uln, surname=f"Hall{letter}", fsm=fsm.strip(), former=upn(former) if former < 3 else "")
            for n, adno, uln, letter, fsm, former in drawn
        ]
        rows += [row(number) for number in range(50, 56)]
        held, long_texts.TOGETHER = long_texts.TOGETHER, 3
        try:
            same_plan(school, csv_of(*rows))
        finally:
            long_texts.TOGETHER = held


def test_numbers_proved_by_the_column_are_those_proved_one_by_one():
    from careers.rules.identifiers import uln_problem, upn_problem
    from destinations.resources.sure_numbers import sure_ulns, sure_upns

    upns = [upn(n) for n in range(300)] + ["X" + upn(n)[1:] for n in range(30)] + ["", "Ä" + upn(1)[1:], upn(1)[:12] + "B", upn(1).lower()]
    assert sure_upns(upns) == [text for text in upns if upn_problem(text) is None and text[-1].isdigit()]
    assert upn_check_letter(upn(1)) == upn(1)[0]
    ulns = [f"{1000000000 + n * 7919}" for n in range(500)] + ["9999999999", "0000000000", "12345", "１０００１０２５０４"]
    assert sure_ulns(ulns) == [text for text in ulns if uln_problem(text) is None]
