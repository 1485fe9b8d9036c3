from datetime import date, timedelta

import pytest
import time_machine
from django.core.files.storage import default_storage
from django.utils import timezone

from careers.imports.reading import UnreadableFile
from careers.models import AuditEvent
from careers.tests.factories import StudentFactory
from destinations import returning
from destinations.actions import return_applying, return_evidence, returns
from destinations.actions.evidence import state
from destinations.models import DataReturn, Destination, Evidence, Provider, ReturnRow
from destinations.rules.sources import SourceKind
from destinations.rules.statements import Said
from destinations.tests.factories import EvidenceFactory
from destinations.tests.lists import LIST, RECEIVED, college, county, school_of_three, student

pytestmark = pytest.mark.django_db
Pile, State = ReturnRow.Pile, DataReturn.State


@pytest.fixture
def cohort():
    return school_of_three()


def staged(cohort, text=LIST, source=None, **more):
    return returns.stage(
        cohort=cohort,
        source=source or college(cohort),
        data=text.encode(),
        file_name="list.csv",
        by=None,
        **({"received_on": RECEIVED} | more),
    )


def applied(cohort, text=LIST, **more):
    return returns.apply(data_return=staged(cohort, text, **more), by=None)


def kept_file(data_return):
    return default_storage.exists(data_return.file.name)


def test_staging_writes_no_evidence_and_keeps_the_file(cohort):
    draft = staged(cohort)
    assert draft.state == State.STAGED
    assert kept_file(draft)
    assert Evidence.objects.count() == 0
    assert [row.pile for row in draft.rows.all()] == [Pile.CERTAIN, Pile.CERTAIN, Pile.CHECK, Pile.NOT_OURS, Pile.NOT_A_STUDENT]


def test_staging_keeps_nothing_of_rows_that_are_not_ours(cohort):
    theirs = staged(cohort).rows.get(pile=Pile.NOT_OURS)
    values = {
        f.name: getattr(theirs, f.name)
        for f in ReturnRow._meta.fields
        if f.name not in ("id", "data_return", "sheet", "row", "pile", "why")
    }
    assert not any(values.values())
    assert "Quill" not in theirs.why


def test_what_is_applied_is_the_plan_that_was_shown(cohort):
    made = returning.plan_file(
        LIST.encode(), "list.csv", cohort, returning.sender_of(DataReturn(source=college(cohort))), received_on=RECEIVED
    )
    done = applied(cohort)
    planned = {
        (row.row, row.student, row.said, row.outcome or "", row.place and row.place.id, row.course, row.level, row.route or "", row.said_on)
        for row in made.rows
        if row.pile == Pile.CERTAIN
    }
    kept = ("return_row__row", "student_id", "said", "outcome", "provider_id", "course", "level", "route", "said_on")
    written = set(Evidence.objects.filter(return_row__data_return=done).values_list(*kept))
    assert planned == written
    assert len(written) == 2


def test_applying_answers_the_checkpoints_of_its_students(cohort):
    applied(cohort)
    answer = Destination.objects.get(student=student(cohort, "Ashworth"), checkpoint="y12")
    assert (answer.status, answer.outcome, str(answer.provider)) == ("verified", "220", "Cardwell Newlands College")
    assert "row 3 of list.csv" in answer.reason


def test_once_applied_the_file_and_other_schools_rows_are_gone(cohort, django_capture_on_commit_callbacks):
    draft = staged(cohort)
    name = draft.file.name
    with django_capture_on_commit_callbacks(execute=True):
        done = returns.apply(data_return=draft, by=None)
    assert not default_storage.exists(name)
    assert {row.pile for row in done.rows.all()} == {Pile.CERTAIN, Pile.CHECK}
    assert (done.counts["not_ours"], done.counts["not_a_student"]) == (1, 1)


def test_a_return_is_applied_once(cohort):
    draft = staged(cohort)
    returns.apply(data_return=draft, by=None)
    with pytest.raises(returns.NotNow):
        returns.apply(data_return=draft, by=None)
    assert Evidence.objects.count() == 2


def test_a_return_that_changed_since_it_was_looked_at_is_not_applied(cohort):
    draft = staged(cohort)
    looked_at = draft.version
    returns.correct_columns(data_return=draft, corrections={"Sheet1": {"D": "ignore"}}, by=None)
    with pytest.raises(returns.NotNow):
        returns.apply(data_return=draft, by=None, version=looked_at)
    assert Evidence.objects.count() == 0


def test_a_failure_while_applying_leaves_everything_as_it_was(cohort, monkeypatch, django_capture_on_commit_callbacks):
    draft = staged(cohort)

    def broken(*args, **kwargs):
        raise RuntimeError

    monkeypatch.setattr(return_applying, "forget_rows", broken)
    with django_capture_on_commit_callbacks(execute=True), pytest.raises(RuntimeError):
        returns.apply(data_return=draft, by=None)
    draft.refresh_from_db()
    assert (draft.state, draft.rows.count(), Evidence.objects.count()) == (State.STAGED, 5, 0)
    assert kept_file(draft)


def test_students_who_came_since_make_the_list_be_matched_again(cohort):
    draft = staged(cohort)
    StudentFactory(cohort=cohort, surname="Zephaniah", forename="Quill", date_of_birth=date(2009, 1, 1))
    with pytest.raises(returns.StudentsChangedSince):
        returns.apply(data_return=draft, by=None)
    assert Evidence.objects.count() == 0
    assert draft.rows.filter(pile=Pile.CERTAIN).count() == 3
    assert returns.apply(data_return=draft, by=None).counts["added"] == 3


def test_the_same_file_twice_adds_nothing_and_asks_nothing_twice(cohort):
    applied(cohort)
    again = applied(cohort, received_on=date(2025, 10, 30))
    assert (again.counts["added"], again.counts["already"], again.counts["waiting"]) == (0, 2, 0)
    assert Evidence.objects.count() == 2


def test_the_same_file_read_on_two_days_without_dates_is_one_list(cohort):
    with time_machine.travel(date(2025, 9, 19)):
        applied(cohort, received_on=None)
    with time_machine.travel(date(2025, 9, 25)):
        again = applied(cohort, received_on=None)
    assert again.counts["added"] == 0
    assert not Evidence.objects.filter(dated=True).exists()


def test_columns_can_be_corrected_and_the_list_is_read_again(cohort):
    draft = staged(cohort)
    returns.correct_columns(data_return=draft, corrections={"Sheet1": {"E": "ignore"}}, by=None)
    draft.refresh_from_db()
    assert draft.layout[0]["columns"][4]["field"] == "ignore"
    assert set(draft.rows.filter(pile=Pile.CERTAIN).values_list("said", flat=True)) == {Said.PRESENT}


def test_a_correction_to_a_field_there_is_not_is_refused(cohort):
    with pytest.raises(ValueError, match="no column"):
        returns.correct_columns(data_return=staged(cohort), corrections={"Sheet1": {"A": "shoe_size"}}, by=None)


def test_undoing_withdraws_what_the_return_said_and_nothing_else(cohort):
    other = EvidenceFactory.create(student=student(cohort, "Ashworth"), source=county(cohort), outcome="230", said_on=date(2025, 9, 1))
    done = applied(cohort)
    assert returns.undo(data_return=done, by=None) == 2
    done.refresh_from_db()
    assert done.state == State.UNDONE
    assert list(Evidence.objects.standing().values_list("pk", flat=True)) == [other.pk]
    assert Destination.objects.get(student=student(cohort, "Ashworth"), checkpoint="y12").outcome == "230"
    assert not done.rows.filter(pile=Pile.CHECK).exists()


def test_undoing_withdraws_decided_rows_too(cohort):
    done = applied(cohort)
    returns.decide(row=done.rows.get(pile=Pile.CHECK), student=student(cohort, "Clegg"), by=None)
    assert returns.undo(data_return=done, by=None) == 3
    assert not Evidence.objects.standing().exists()


def test_after_undoing_no_row_keeps_the_words_that_say_whom_it_was_about(cohort):
    done = applied(cohort)
    returns.decide(row=done.rows.get(pile=Pile.CHECK), student=student(cohort, "Clegg"), by=None)
    assert done.rows.exclude(seen={}).exists()
    returns.undo(data_return=done, by=None)
    assert not done.rows.exclude(seen={}).exists()


def test_undoing_one_list_leaves_what_another_list_of_the_same_sender_says(cohort):
    """An authority's row keeps its verified date from one download to the next, so the later list adds nothing of its own."""
    rows = "Surname,Forename,DOB,Activity Code,Date Verified\nAshworth,Poppy,14/03/2009,220,10/11/2025\n"
    autumn = applied(cohort, rows, source=county(cohort))
    spring = applied(cohort, rows + "\n", source=county(cohort), received_on=RECEIVED + timedelta(days=60))
    assert (spring.counts["added"], spring.counts["already"]) == (0, 1)
    returns.undo(data_return=autumn, by=None)
    said = Evidence.objects.standing().get()
    assert (said.return_row.data_return, said.recorded_at) == (spring, spring.applied_at)
    returns.undo(data_return=spring, by=None)
    assert not Evidence.objects.standing().exists()


def test_the_same_file_can_be_applied_again_after_undoing(cohort):
    returns.undo(data_return=applied(cohort), by=None)
    again = applied(cohort)
    assert (again.counts["added"], again.counts["waiting"]) == (2, 1)


def test_a_return_is_not_undone_twice_nor_before_it_is_applied(cohort):
    draft = staged(cohort)
    with pytest.raises(returns.NotNow):
        returns.undo(data_return=draft, by=None)
    returns.undo(data_return=returns.apply(data_return=draft, by=None), by=None)
    with pytest.raises(returns.NotNow):
        returns.undo(data_return=draft, by=None)


def test_discarding_forgets_the_return_and_its_file(cohort, django_capture_on_commit_callbacks):
    draft = staged(cohort)
    name = draft.file.name
    with django_capture_on_commit_callbacks(execute=True):
        returns.discard(data_return=draft, by=None)
    assert not DataReturn.objects.exists()
    assert not default_storage.exists(name)


def test_a_file_left_over_by_a_crash_is_removed_but_not_one_that_waits(cohort):
    waits, crashed = staged(cohort), staged(cohort)
    left_over = crashed.file.name
    DataReturn.objects.filter(pk=crashed.pk).update(file="")
    assert returns.remove_leftover_files(older_than=timedelta(hours=1)) == 0
    with time_machine.travel(timezone.now() + timedelta(hours=2)):
        assert returns.remove_leftover_files(older_than=timedelta(hours=1)) >= 1
    assert kept_file(waits)
    assert not default_storage.exists(left_over)


def test_a_new_establishment_is_added_to_be_confirmed_with_the_type_most_rows_tell(cohort):
    text = (
        "Surname,Forename,DOB,Activity Code,Establishment,Date Verified\n"
        "Ashworth,Poppy,14/03/2009,310,Wyre Estuary College,18/09/2025\n"
        "Birtwistle,Imran,02/05/2009,230,Wyre Estuary Coll,18/09/2025\n"
        "Clegg,Maya,30/11/2008,230,Wyre Estuary College,18/09/2025\n"
    )
    applied(cohort, text, source=county(cohort))
    added = Provider.objects.get(to_confirm=True)
    assert (added.name, added.type) == ("Wyre Estuary College", "further education college")
    assert Evidence.objects.filter(provider=added).count() == 3


def test_an_authority_row_without_a_verified_date_is_provisional(cohort):
    text = "Surname,Forename,DOB,Activity Code,Establishment,Date Verified\n" + "".join(
        f"{who},220,Cardwell Newlands College,{day}\n"
        for who, day in (("Ashworth,Poppy,14/03/2009", ""), ("Clegg,Maya,30/11/2008", "18/09/2025"))
    )
    done = applied(cohort, text, source=county(cohort))
    assert done.source.kind == SourceKind.LOCAL_AUTHORITY
    status = dict(Destination.objects.filter(checkpoint="y12").values_list("student__surname", "status"))
    assert (status["Ashworth"], status["Clegg"]) == ("provisional", "verified")


def test_a_student_on_two_rows_with_one_word_is_one_statement(cohort):
    text = "Surname,Forename,DOB,Course\n" + "".join(
        f"Ashworth,Poppy,14/03/2009,{course}\n" for course in ("A Level History", "A Level French")
    )
    assert applied(cohort, text).counts["added"] == 1


def test_a_row_whose_status_cannot_be_read_states_nothing(cohort):
    text = LIST.replace("Withdrawn", "banana")
    assert applied(cohort, text).counts["added"] == 1


def test_a_file_that_is_no_list_is_refused_and_nothing_is_kept(cohort):
    with pytest.raises(UnreadableFile):
        returns.stage(cohort=cohort, source=college(cohort), data=b"%PDF-1.7", file_name="list.csv", by=None)
    assert not DataReturn.objects.exists()


def test_the_audit_says_who_applied_and_names_nobody(cohort):
    applied(cohort)
    events = AuditEvent.objects.filter(verb="applied a return")
    assert events.count() == 1
    assert "Ashworth" not in str(events.get().details)


def test_applying_takes_as_many_queries_for_many_rows_as_for_few(cohort, django_assert_max_num_queries):
    lines = []
    for number in range(60):
        made = StudentFactory(
            cohort=cohort,
            surname=f"Hargreaves{chr(97 + number % 26)}{chr(97 + number // 26)}",
            date_of_birth=date(2009, 1, 1 + number % 28),
        )
        lines.append(f"{made.surname},{made.forename},{made.date_of_birth:%d/%m/%Y},A Levels,Enrolled\n")
    draft = staged(cohort, "Surname,Forename,DOB,Course,Status\n" + "".join(lines))
    with django_assert_max_num_queries(60):
        returns.apply(data_return=draft, by=None)


def test_what_rows_can_state_is_what_evidence_can_hold():
    assert set(Said) >= return_evidence.STATED


def test_what_was_worked_out_beforehand_is_what_would_be_worked_out_then(cohort, monkeypatch):
    """Applied with the answers prepared while others may write, and with everything worked out under the lock: the same."""
    written = []
    for prepared in (True, False):
        if not prepared:
            monkeypatch.setattr(return_applying, "prepare_rows", lambda *args: None)
        done = applied(cohort)
        answers = Destination.objects.order_by("student", "checkpoint").values_list("student", "checkpoint", "status", "outcome", "reason")
        stands_on = Destination.objects.exclude(evidence=None).order_by("pk").values_list("evidence__student", "evidence__said")
        written.append((list(answers), sorted(stands_on)))
        returns.undo(data_return=done, by=None)
    assert written[0] == written[1]
    assert any(status == "verified" for _, _, status, _, _ in written[0][0])


def test_what_somebody_writes_meanwhile_is_not_lost(cohort, monkeypatch):
    prepare_rows = return_applying.prepare_rows

    def prepare_while_somebody_states(*args):
        made = prepare_rows(*args)
        other = EvidenceFactory.build(student=student(cohort, "Ashworth"), source=county(cohort), outcome="310", said_on=date(2025, 11, 1))
        other.recorded_at = None
        state(school=cohort.school, by=None, statements=[other], verb="stated")
        return made

    monkeypatch.setattr(return_applying, "prepare_rows", prepare_while_somebody_states)
    applied(cohort)
    assert Destination.objects.get(student=student(cohort, "Ashworth"), checkpoint="y12").status == "conflicting"
