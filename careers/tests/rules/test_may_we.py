from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careers.rules.asking import USUAL_BASIS, Answer, Basis, Purpose, Who
from careers.rules.may_we import ADDRESSES, FIELDS, REACHING, STATUTORY, WRITES_TO_PEOPLE, Field, Marks, Ruling, Situation, Word, may_we

SIXTEEN = date(2025, 3, 14)
ENDS = date(2028, 8, 31)
BEFORE, AFTER, TODAY = date(2024, 11, 1), date(2025, 5, 1), date(2025, 9, 20)
GIVEN, REFUSED, WITHDRAWN, TOLD = Answer.GIVEN, Answer.REFUSED, Answer.WITHDRAWN, Answer.TOLD
STUDENT, PARENT = Who.STUDENT, Who.PARENT
ASKED = [purpose for purpose in Purpose if purpose is not Purpose.SHARE_AUTHORITY]

marks = st.builds(Marks, st.booleans(), st.booleans(), st.booleans(), st.booleans())
days = st.dates(date(2023, 9, 1), date(2029, 8, 31))
words = st.lists(
    st.builds(Word, st.sampled_from(Answer), st.sampled_from(Who), days, st.sampled_from(["", "", "Cardwell College"])), max_size=8
)
purposes, bases = st.sampled_from(Purpose), st.sampled_from(Basis)
to_whoms = st.sampled_from(["", "Cardwell College", "Ribble College"])


def ask(
    purpose: Purpose, *said: Word, basis: Basis | None = None, on: date = TODAY, to_whom: str = "", marked: Marks | None = None
) -> Ruling:
    situation = Situation(marked or Marks(), said, SIXTEEN, ENDS)
    return may_we(purpose, basis or USUAL_BASIS[purpose], situation, to_whom=to_whom, on=on)


def test_silence_follows_the_basis() -> None:
    assert ask(Purpose.SHARE_PROVIDERS).yes
    assert not ask(Purpose.ALUMNI).yes
    assert not ask(Purpose.SHARE_PROVIDERS, basis=Basis.CONSENT).yes


def test_never_asked_is_not_the_same_as_refused() -> None:
    assert "nobody has objected" in ask(Purpose.CONTACT).why
    assert ask(Purpose.CONTACT, Word(REFUSED, STUDENT, AFTER)).why == "The student said no on 1 May 2025."


def test_the_last_word_stands() -> None:
    taken_back = ask(Purpose.ALUMNI, Word(GIVEN, STUDENT, BEFORE), Word(WITHDRAWN, STUDENT, AFTER))
    assert (taken_back.yes, taken_back.why) == (False, "The student took their yes back on 1 May 2025.")
    assert ask(Purpose.ALUMNI, Word(WITHDRAWN, STUDENT, BEFORE), Word(GIVEN, STUDENT, AFTER)).yes


def test_being_told_is_not_consent_and_lifts_no_objection() -> None:
    assert not ask(Purpose.ALUMNI, Word(TOLD, STUDENT, AFTER)).yes
    assert not ask(Purpose.CONTACT, Word(REFUSED, STUDENT, BEFORE), Word(TOLD, STUDENT, AFTER)).yes


def test_a_parent_s_objection_stands_when_the_student_turns_sixteen_until_the_student_changes_it() -> None:
    objection = Word(REFUSED, PARENT, BEFORE)
    assert not ask(Purpose.SHARE_AUTHORITY_MORE, objection).yes
    assert not ask(Purpose.SHARE_AUTHORITY_MORE, objection, Word(GIVEN, STUDENT, BEFORE + timedelta(days=9))).yes
    assert ask(Purpose.SHARE_AUTHORITY_MORE, objection, Word(GIVEN, STUDENT, AFTER)).yes


def test_from_sixteen_a_parent_can_neither_object_nor_take_an_objection_back() -> None:
    assert ask(Purpose.SHARE_PROVIDERS, Word(REFUSED, PARENT, AFTER)).yes
    assert not ask(Purpose.SHARE_PROVIDERS, Word(REFUSED, PARENT, BEFORE), Word(GIVEN, PARENT, AFTER)).yes
    assert not ask(Purpose.SHARE_PROVIDERS, Word(REFUSED, PARENT, BEFORE), Word(REFUSED, PARENT, AFTER)).yes


def test_a_parent_s_yes_lasts_until_the_sixteenth_birthday() -> None:
    consent = Word(GIVEN, PARENT, BEFORE)
    assert ask(Purpose.ALUMNI, consent, on=SIXTEEN - timedelta(days=1)).yes
    assert not ask(Purpose.ALUMNI, consent, on=SIXTEEN).yes


def test_a_word_about_one_college_beats_a_word_about_all() -> None:
    said = (Word(REFUSED, STUDENT, AFTER), Word(GIVEN, STUDENT, AFTER, "Cardwell  college"))
    assert ask(Purpose.SHARE_PROVIDERS, *said, to_whom="Cardwell College").yes
    assert not ask(Purpose.SHARE_PROVIDERS, *said, to_whom="Ribble College").yes
    assert not ask(Purpose.SHARE_PROVIDERS, *said).yes
    assert not ask(
        Purpose.SHARE_PROVIDERS, Word(REFUSED, STUDENT, BEFORE, "Ribble College"), Word(GIVEN, STUDENT, AFTER), to_whom="Ribble College"
    ).yes


def test_a_later_no_to_all_ends_an_earlier_yes_to_one() -> None:
    said = (Word(GIVEN, STUDENT, BEFORE, "Cardwell College"), Word(WITHDRAWN, STUDENT, AFTER))
    assert not ask(Purpose.SHARE_PROVIDERS, *said, to_whom="Cardwell College").yes


@pytest.mark.parametrize("purpose", [Purpose.CONTACT, Purpose.SHARE_PROVIDERS, Purpose.SHARE_AUTHORITY_MORE])
def test_what_was_asked_for_three_years_ends_after_three_years(purpose: Purpose) -> None:
    assert ask(purpose, Word(GIVEN, STUDENT, AFTER), on=ENDS).yes
    assert not ask(purpose, Word(GIVEN, STUDENT, AFTER), on=ENDS + timedelta(days=1)).yes


def test_the_alumni_network_has_no_end() -> None:
    assert ask(Purpose.ALUMNI, Word(GIVEN, STUDENT, AFTER), on=date(2040, 1, 1)).yes


def test_the_council_gets_what_the_law_says_whoever_objects_and_the_rest_only_without_an_objection() -> None:
    objection = (Word(REFUSED, STUDENT, AFTER), Word(REFUSED, PARENT, BEFORE))
    assert ask(Purpose.SHARE_AUTHORITY, *objection).fields == STATUTORY
    assert not ask(Purpose.SHARE_AUTHORITY_MORE, *objection).yes
    assert ask(Purpose.SHARE_AUTHORITY_MORE).fields > STATUTORY


def test_a_confidential_address_goes_nowhere_and_the_rest_may() -> None:
    ruling = ask(Purpose.SHARE_AUTHORITY, marked=Marks(confidential_address=True))
    assert ruling.yes
    assert ruling.fields == {Field.NAME, Field.DATE_OF_BIRTH, Field.PARENT_NAME}


@given(purposes, bases, marks, words, days, to_whoms)
def test_a_no_gives_no_field_and_a_yes_only_those_of_its_purpose(purpose, basis, marked, said, on, to_whom) -> None:
    ruling = may_we(purpose, basis, Situation(marked, said, SIXTEEN, ENDS), to_whom=to_whom, on=on)
    assert ruling.why
    assert ruling.fields <= FIELDS[purpose]
    assert bool(ruling.fields) == ruling.yes


@given(purposes, bases, marks, words, days, to_whoms)
def test_the_safety_marks_stop_every_way_out(purpose, basis, marked, said, on, to_whom) -> None:
    ruling = may_we(purpose, basis, Situation(marked, said, SIXTEEN, ENDS), to_whom=to_whom, on=on)
    if marked.safeguarding_hold or marked.deceased:
        assert not ruling.yes
    if marked.contacts_not_to_be_used:
        assert not ruling.fields & REACHING
        assert not (ruling.yes and purpose in WRITES_TO_PEOPLE)
    if marked.confidential_address:
        assert not ruling.fields & ADDRESSES


@given(st.sampled_from(ASKED), bases, words, days, to_whoms, st.sampled_from([REFUSED, WITHDRAWN]))
def test_a_student_s_last_no_to_all_is_always_a_no(purpose, basis, said, on, to_whom, no) -> None:
    earlier = [word for word in said if word.on <= on]
    ruling = may_we(purpose, basis, Situation(Marks(), [*earlier, Word(no, STUDENT, on)], SIXTEEN, ENDS), to_whom=to_whom, on=on)
    assert not ruling.yes or any(word.to_whom for word in earlier)
    assert not may_we(purpose, basis, Situation(Marks(), [*earlier, Word(no, STUDENT, on)], SIXTEEN, ENDS), on=on).yes


@given(st.sampled_from(ASKED), words, days, to_whoms)
def test_consent_is_never_found_where_nobody_said_yes(purpose, said, on, to_whom) -> None:
    without = [word for word in said if word.answer is not GIVEN]
    assert not may_we(purpose, Basis.CONSENT, Situation(Marks(), without, SIXTEEN, ENDS), to_whom=to_whom, on=on).yes


@given(st.sampled_from(ASKED), bases, words, days, to_whoms)
def test_what_is_said_later_changes_no_answer_of_before(purpose, basis, said, on, to_whom) -> None:
    so_far = [word for word in said if word.on <= on]
    whole, then = (may_we(purpose, basis, Situation(Marks(), known, SIXTEEN, ENDS), to_whom=to_whom, on=on) for known in (said, so_far))
    assert whole == then


@given(st.sampled_from(ASKED), bases, words, to_whoms)
def test_a_parent_s_word_after_sixteen_changes_nothing(purpose, basis, said, to_whom) -> None:
    on = ENDS
    counted = [word for word in said if word.who is STUDENT or word.on < SIXTEEN]
    whole, without = (may_we(purpose, basis, Situation(Marks(), known, SIXTEEN, ENDS), to_whom=to_whom, on=on) for known in (said, counted))
    assert whole == without


@pytest.mark.parametrize("purpose", list(Purpose))
def test_every_purpose_has_its_fields_and_its_usual_basis(purpose: Purpose) -> None:
    assert FIELDS[purpose]
    assert USUAL_BASIS[purpose]
