from datetime import date
from string import ascii_lowercase

import pytest

from careers.actions.audit import broken_link, digest_of, written
from careers.actions.students import RegisterChanged, last_event
from careers.models import AuditEvent, Characteristic, Cohort, Student
from careers.register import register_of
from careers.tests.factories import CohortFactory, SchoolFactory, StudentFactory, UserFactory, upn
from destinations.actions.students import import_parts, import_students
from destinations.models import Destination
from destinations.resources.student_columns import read_students
from destinations.resources.students import plan_import

pytestmark = pytest.mark.django_db
FIRST, LATER = date(2025, 9, 8), date(2025, 11, 3)


def export(*rows, headings="UPN,ULN,Surname,Forename,DOB,Form,FSM,SEN") -> bytes:
    return "\n".join([headings, *rows]).encode()


ADA = f"{upn(1)},1000102504,Ada,Ruth,14/03/2009,11A,Y,K"
BEN = f"{upn(2)},2218396784,Ben,Tom,15/03/2009,11B,N,N"


def planned(school, data, today=FIRST, **asked):
    return plan_import(read_students(data, "export.csv", school, today=today, **asked), school, leaving=2025, today=today)


def take_in(school, data, today=FIRST, by=None, **asked):
    made = planned(school, data, today, **asked)
    import_students(school=school, plan=made, by=by, file_name="export.csv", file_digest="d")
    return made


def spans(student_upn):
    held = Characteristic.objects.filter(student__upn=student_upn).order_by("kind", "id")
    return list(held.values_list("kind", "since", "until"))


def test_the_first_import_makes_the_cohort_the_students_and_their_answers():
    school = SchoolFactory()
    take_in(school, export(ADA, BEN))
    assert Cohort.objects.get(school=school).leaving == 2025
    assert Student.objects.filter(school=school).count() == 2
    assert Destination.objects.filter(student__school=school).count() == 8
    assert spans(upn(1)) == [("fsm", None, None), ("sen", None, None), ("sen_support", None, None)]


def test_the_same_file_again_changes_nothing_and_leaves_no_trace():
    school = SchoolFactory()
    take_in(school, export(ADA, BEN))
    before, events = register_of(school), AuditEvent.objects.count()
    made = take_in(school, export(ADA, BEN), LATER)
    assert (len(made.new), len(made.changed), len(made.same)) == (0, 0, 2)
    assert register_of(school) == before
    assert AuditEvent.objects.count() == events


def test_a_newer_export_updates_and_keeps_when_characteristics_began_and_ended():
    school = SchoolFactory()
    take_in(school, export(ADA, BEN))
    take_in(school, export(ADA.replace("11A,Y,K", "11C,N,E"), BEN.replace("11B,N", "11B,Y")), LATER)
    assert Student.objects.get(upn=upn(1)).form == "11C"
    assert spans(upn(1)) == [("ehc_plan", LATER, None), ("fsm", None, LATER), ("sen", None, None), ("sen_support", None, LATER)]
    assert spans(upn(2)) == [("fsm", LATER, None)]


def test_a_column_that_is_not_there_changes_nothing():
    school = SchoolFactory()
    take_in(school, export(ADA))
    take_in(school, export(f"{upn(1)},Ada,Ruth", headings="UPN,Surname,Forename"), LATER)
    assert Student.objects.get().form == "11A"
    assert len(spans(upn(1))) == 3


def test_who_is_no_longer_in_the_export_is_marked_not_removed_and_unmarked_on_return():
    school = SchoolFactory()
    take_in(school, export(ADA, BEN))
    made = take_in(school, export(ADA), LATER)
    assert [missing.name for missing in made.missing] == ["Tom Ben"]
    assert Student.objects.get(upn=upn(2)).missing_since == LATER
    take_in(school, export(ADA, BEN), date(2025, 12, 1))
    assert Student.objects.get(upn=upn(2)).missing_since is None


def test_a_second_export_without_them_keeps_the_first_day_and_leaves_no_trace():
    school = SchoolFactory()
    take_in(school, export(ADA, BEN))
    take_in(school, export(ADA), LATER)
    events = AuditEvent.objects.count()
    made = take_in(school, export(ADA), date(2025, 12, 1))
    assert [missing.since for missing in made.missing] == [LATER]
    assert AuditEvent.objects.count() == events


def test_what_was_shown_is_what_is_done():
    """The result is the plan: the register afterwards is the register before with every line of the plan carried out."""
    school = SchoolFactory()
    take_in(school, export(ADA, BEN))
    made = planned(school, export(ADA.replace("11A,Y", "11D,N"), f"{upn(3)},,Cyd,Ann,16/03/2009,11A,Y,N"), LATER)
    expected = {known.values["upn"]: dict(known.values) for known in register_of(school).students}
    names = {known.id: known.values["upn"] for known in register_of(school).students}
    for part in made.changed:
        expected[names[part.student]] |= {change.field: change.new for change in part.changes}
    import_students(school=school, plan=made, by=None, file_name="f", file_digest="d")
    after = {known.values["upn"]: known for known in register_of(school).students}
    for number, values in expected.items():
        assert dict(after[number].values) == values
    (newcomer,) = made.new
    assert {name: value for name, value in after[upn(3)].values.items() if value} == newcomer.values
    assert after[upn(2)].missing_since == LATER
    assert {span.kind: span.until for span in after[upn(1)].spans} == {"fsm": LATER, "sen": None, "sen_support": None}


def test_a_plan_made_before_somebody_changed_a_student_is_not_applied():
    school = SchoolFactory()
    take_in(school, export(ADA))
    made = planned(school, export(ADA.replace("11A", "11C")))
    Student.objects.update(form="11Z")
    with pytest.raises(RegisterChanged):
        import_students(school=school, plan=made, by=None, file_name="f", file_digest="d")
    assert Student.objects.get().form == "11Z"


def test_a_plan_begun_before_the_last_event_is_not_applied_to_other_students():
    school = SchoolFactory()
    take_in(school, export(ADA))
    begun_at = last_event(school)
    made = planned(school, export(ADA.replace("11A", "11C")))
    take_in(school, export(ADA.replace("11A", "11B")))
    about = {"outline": made.outline, "parts": [made], "by": None, "file_name": "f", "file_digest": "d"}
    with pytest.raises(RegisterChanged):
        import_parts(school=school, begun_at=begun_at, **about)


def test_the_students_are_not_read_again_where_nothing_has_happened_since_the_plan_was_begun(monkeypatch):
    school = SchoolFactory()
    take_in(school, export(ADA))
    begun_at, made = last_event(school), planned(school, export(ADA.replace("11A", "11C")))
    monkeypatch.setattr("careers.actions.students.digest_of", None)
    import_parts(school=school, outline=made.outline, parts=[made], by=None, file_name="f", file_digest="d", begun_at=begun_at)
    assert Student.objects.get().form == "11C"


def test_several_fields_of_many_students_are_written_at_once(django_assert_max_num_queries):
    school = SchoolFactory()
    take_in(school, export(*(f"{upn(n + 1)},,Hall,Ada{ascii_lowercase[n]},14/03/2009,11A,N,N" for n in range(26))))
    changed = [f"{upn(n + 1)},,Bell,Ada{ascii_lowercase[n]},15/03/2009,11{'AB'[n % 2]},N,N" for n in range(26)]
    made = planned(school, export(*changed), LATER)
    with django_assert_max_num_queries(25):
        import_students(school=school, plan=made, by=None, file_name="f", file_digest="d")
    told = set(Student.objects.values_list("surname", "date_of_birth", "form"))
    assert told == {("Bell", date(2009, 3, 15), "11A"), ("Bell", date(2009, 3, 15), "11B")}


def test_what_the_audit_keeps_has_the_digest_of_what_was_told():
    school = SchoolFactory()
    take_in(school, export(ADA))
    take_in(school, export(ADA.replace("Ruth", "Zoë").replace("14/03/2009", "15/03/2009")), LATER)
    for event in AuditEvent.objects.filter(school=school):
        assert digest_of(written(event.details)) == event.details_digest
    assert broken_link(school) is None


def test_two_students_whose_numbers_were_swapped_are_put_right():
    school = SchoolFactory()
    take_in(school, export(ADA.replace("1000102504", "2218396784"), BEN.replace("2218396784", "1000102504")))
    take_in(school, export(ADA, BEN), LATER)
    assert dict(Student.objects.values_list("upn", "uln")) == {upn(1): "1000102504", upn(2): "2218396784"}


def test_the_audit_names_who_did_it_and_every_old_and_new_value():
    school, user = SchoolFactory(), UserFactory(name="Sam Reid")
    take_in(school, export(ADA), by=user)
    take_in(school, export(ADA.replace("11A,Y", "11C,N")), LATER, by=user)
    changed = AuditEvent.objects.get(verb="changed a student")
    assert (changed.by_name, changed.details["changed"], changed.details["characteristics"]) == (
        "Sam Reid", {"form": ["11A", "11C"]}, {"fsm": "ends"},
    )  # fmt: skip
    assert AuditEvent.objects.filter(verb="imported students").count() == 2


def test_a_characteristic_of_the_school_is_kept_and_recognised_next_time():
    school = SchoolFactory()
    data = export(f"{upn(1)},Ada,Ruth,Y", f"{upn(2)},Ben,Tom,N", headings="UPN,Surname,Forename,More able")
    take_in(school, data, own=["More able"])
    assert school.own_characteristics.get().name == "More able"
    made = take_in(school, data.replace(b"Tom,N", b"Tom,Y"), LATER)
    assert [change.kind for change in made.changed[0].spans] == ["own-more-able"]


def test_another_school_may_have_a_student_with_the_same_number():
    theirs = StudentFactory(cohort=CohortFactory(leaving=2024), upn=upn(1))
    school = SchoolFactory()
    assert len(take_in(school, export(ADA)).new) == 1
    theirs.refresh_from_db()
    assert theirs.surname != "Ada"


def test_four_hundred_students_are_written_in_a_few_dozen_statements(django_assert_max_num_queries):
    school = SchoolFactory()
    many = export(*(f"{upn(n)},,Surname{chr(97 + n // 26)}{chr(97 + n % 26)},Kit,14/03/2009,11A,Y,K" for n in range(400)))
    made = planned(school, many)
    with django_assert_max_num_queries(80):
        import_students(school=school, plan=made, by=None, file_name="f", file_digest="d")
