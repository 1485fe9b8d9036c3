"""What a person is shown of a row and a student: which letters differ, and what that is in words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from destinations.rules.comparing import Line, Record, side_by_side
from destinations.rules.letters import LONGEST, Verdict, marked
from destinations.rules.reasons import reasons


def lines(theirs: dict[str, str], ours: dict[str, str], said: str = "", kept_back: dict[str, str] | None = None) -> dict[str, Line]:
    return {line.label: line for line in side_by_side(theirs, Record(ours, kept_back or {}), reasons(said))}


def shown(pieces) -> str:
    return "".join(f"[{piece.text}]" if piece.marked else piece.text for piece in pieces)


@pytest.mark.parametrize(
    ("theirs", "ours", "verdict", "words"),
    [
        ("BARLOW", "Barlow", Verdict.AGREES, ""),
        ("Smith Jones", "Smith-Jones", Verdict.NEARLY, "the list leaves out the hyphen"),
        ("Smith-Jones", "Smith Jones", Verdict.NEARLY, "the list adds the hyphen"),
        ("Hale Smith-Jones", "Hale-Smith-Jones", Verdict.NEARLY, "the list leaves out one hyphen"),
        ("DeLuca", "De Luca", Verdict.NEARLY, "written apart in one of them, together in the other"),
        ("OBrien", "O’Brien", Verdict.NEARLY, "the list leaves out the apostrophe"),
        ("Pietrzynska", "Pietrzyńska", Verdict.NEARLY, "the same but for accents"),
        ("Smith", "Smith-Jones", Verdict.NEARLY, "the list has only a part of it"),
        ("Smith-Jones", "Jones", Verdict.NEARLY, "the list has more than we have"),
        ("Jones-Smith", "Smith-Jones", Verdict.NEARLY, "the same words in another order"),
        ("Smith-Brown", "Smith-Jones", Verdict.NEARLY, "only a part of it agrees"),
        ("Khan Amira B", "Khan Amirah", Verdict.NEARLY, "only a part of it agrees"),
        ("Smyth-Jnoes", "Smith-Jones", Verdict.NEARLY, "one letter different: y for i; two letters changed round"),
        ("Clarke", "Clark", Verdict.NEARLY, "the list has one letter more: e"),
        ("Clak", "Clark", Verdict.NEARLY, "the list leaves out one letter: r"),
        ("Clork", "Clark", Verdict.NEARLY, "one letter different: o for a"),
        ("Calrk", "Clark", Verdict.NEARLY, "two letters changed round"),
        ("Begum", "Clark", Verdict.DIFFERS, "different"),
    ],
)
def test_two_surnames_are_told_apart_in_words(theirs, ours, verdict, words):
    found = lines({"surname": theirs}, {"surname": ours})["Surname"]
    assert (found.verdict, found.words) == (verdict, words)


@pytest.mark.parametrize(
    ("theirs", "ours", "words"),
    [
        ({"full_name": "O Mellor"}, {"forename": "Omar", "surname": "Mellor"}, "only the first letter of Omar"),
        ({"full_name": "Mellor, O."}, {"forename": "Omar", "surname": "Mellor"}, "only the first letter of Omar"),
        ({"full_name": "D Souza"}, {"forename": "Dev", "surname": "Souza"}, "only the first letter of Dev"),
        ({"forename": "O"}, {"forename": "Omar", "surname": "Mellor"}, "only the first letter of Omar"),
        ({"forename": "O Mellor"}, {"forename": "Omar", "surname": "Mellor"}, "only the first letter of Omar, with the surname"),
        ({"surname": "O Mellor"}, {"surname": "O’Mellor"}, "the list leaves out the apostrophe"),
    ],
)
def test_a_lone_letter_before_a_name_is_an_initial(theirs, ours, words):
    found = lines(theirs, ours)
    line = found.get("Name") or found["Forename" if "forename" in theirs else "Surname"]
    assert (line.verdict, line.words) == (Verdict.NEARLY, words)


def test_a_letter_that_is_not_the_first_of_the_name_is_no_initial_of_it():
    assert lines({"full_name": "A Mellor"}, {"forename": "Omar", "surname": "Mellor"})["Name"].words == "only a part of it agrees"


def test_the_letters_that_differ_are_marked_on_both_sides():
    found = lines({"surname": "Smith Jones"}, {"surname": "Smith-Jones"})["Surname"]
    assert (shown(found.theirs), shown(found.ours)) == ("Smith[ ]Jones", "Smith[-]Jones")


def test_a_letter_left_out_is_marked_as_a_gap():
    found = lines({"forename": "Zoe"}, {"forename": "Zoey"})["Forename"]
    assert (shown(found.theirs), shown(found.ours)) == ("Zoe[]", "Zoe[y]")


def test_what_agrees_is_not_marked():
    found = lines({"surname": "BARLOW"}, {"surname": "Barlow"})["Surname"]
    assert (shown(found.theirs), shown(found.ours)) == ("BARLOW", "Barlow")


def test_two_names_with_little_in_common_are_marked_whole():
    assert [shown(side) for side in marked("Begum", "Clark")] == ["[Begum]", "[Clark]"]


def test_day_and_month_changed_round_is_said_and_both_are_marked():
    found = lines({"date_of_birth": "3 April 2009"}, {"date_of_birth": "4 March 2009"})["Birth date"]
    assert (found.verdict, found.words) == (Verdict.NEARLY, "day and month changed round")
    assert (shown(found.theirs), shown(found.ours)) == ("[3] [April] 2009", "[4] [March] 2009")


@pytest.mark.parametrize(
    ("theirs", "verdict", "words"),
    [
        ("14 March 2009", Verdict.AGREES, ""),
        ("14 March 2008", Verdict.NEARLY, "another year"),
        ("15 March 2009", Verdict.NEARLY, "another day"),
        ("14 May 2009", Verdict.NEARLY, "another month"),
        ("1 May 2008", Verdict.DIFFERS, "different"),
        ("Easter", Verdict.DIFFERS, "different"),
    ],
)
def test_birth_dates_are_compared_by_their_parts(theirs, verdict, words):
    found = lines({"date_of_birth": theirs}, {"date_of_birth": "14 March 2009"})["Birth date"]
    assert (found.verdict, found.words) == (verdict, words)


def test_names_in_each_others_columns_are_said():
    found = lines({"surname": "Amira", "forename": "Khan"}, {"surname": "Khan", "forename": "Amira"})
    assert {found["Surname"].words, found["Forename"].words} == {"first name and surname changed round"}


def test_a_former_surname_and_the_name_somebody_is_known_as_are_said():
    ours = {"surname": "Hale", "former_surname": "Marsh", "forename": "Katarzyna", "known_as": "Kasia"}
    found = lines({"surname": "Marsh", "forename": "Kasia"}, ours)
    assert found["Surname"].words == "the surname we have from before"
    assert found["Forename"].words == "the name they are known as"


@pytest.mark.parametrize("said", ["Liz can be Elizabeth", "same birth date; Liz/Elizabeth."])
def test_a_short_form_that_matching_knows_is_not_called_different(said):
    found = lines({"forename": "Liz"}, {"forename": "Elizabeth"}, said)["Forename"]
    assert (found.verdict, found.words) == (Verdict.NEARLY, "another form of the name")


@pytest.mark.parametrize("whole", ["BARLOW Tom", "Tom Barlow", "Barlow, Tom", "Barlow, Tom James"])
def test_a_whole_name_in_one_column_is_shown_beside_ours_in_the_same_order(whole):
    found = lines({"full_name": whole}, {"surname": "Barlow", "forename": "Tom", "middle_names": "James"})["Name"]
    assert found.verdict is Verdict.AGREES
    assert shown(found.ours).casefold() == whole.casefold()


@pytest.mark.parametrize(
    ("name", "theirs", "ours", "words"),
    [
        ("postcode", "pr11aa", "PR1 1AA", ""),
        ("postcode", "PR1 9ZZ", "PR1 1AA", "only the first half agrees"),
        ("upn", "A888402400002", "A888402400001", "one character different: 2 for 1"),
        ("sex", "Female", "F", ""),
    ],
)
def test_numbers_and_postcodes_are_compared_as_such(name, theirs, ours, words):
    (found,) = lines({name: theirs}, {name: ours}).values()
    assert found.words == words


def test_what_is_kept_back_is_shown_on_neither_side():
    found = lines({"postcode": "PR1 1AA"}, {"postcode": "PR1 1AA"}, kept_back={"postcode": "the address is confidential"})["Postcode"]
    assert (found.theirs, found.ours, found.words) == ((), (), "the address is confidential")


def test_a_field_that_one_record_lacks_is_neither_right_nor_wrong():
    assert lines({"previous_school": "Tarn School"}, {})["Previous school"].verdict is Verdict.NOTHING


@given(st.text(max_size=LONGEST + 10), st.text(max_size=LONGEST + 10))
def test_marking_loses_no_letter_and_never_fails(theirs, ours):
    import unicodedata

    left, right = marked(theirs, ours)
    assert "".join(piece.text for piece in left) == unicodedata.normalize("NFC", theirs)
    assert "".join(piece.text for piece in right) == unicodedata.normalize("NFC", ours)


@given(
    st.dictionaries(st.sampled_from(["surname", "forename", "full_name", "date_of_birth", "postcode", "upn", "sex"]), st.text(max_size=30))
)
def test_absurd_words_can_be_compared(theirs):
    ours = {"surname": "Barlow", "forename": "Tom", "date_of_birth": "14 March 2009", "postcode": "PR1 1AA", "sex": "M"}
    assert side_by_side(theirs, Record(ours))


@pytest.mark.parametrize(
    ("said", "verdict"),
    [
        ("Same birth date", Verdict.AGREES),
        ("same name and birth date", Verdict.AGREES),
        ("middle name agrees", Verdict.AGREES),
        ("the list says it comes from us", Verdict.AGREES),
        ("Zoë/Zoe", Verdict.NEARLY),
        ("the surname lost its hyphen", Verdict.NEARLY),
        ("Liz can be Elizabeth", Verdict.NEARLY),
        ("Sam is known as Samuel", Verdict.NEARLY),
        ("birth date with day and month changed round", Verdict.NEARLY),
        ("birth date one digit out", Verdict.NEARLY),
        ("UPN one character out", Verdict.NEARLY),
        ("birth date different", Verdict.DIFFERS),
        ("a different UPN", Verdict.DIFFERS),
        ("Sara is one letter from Zara, but a name of its own", Verdict.DIFFERS),
        ("the list names another school", Verdict.DIFFERS),
        ("no birth date to compare", Verdict.NOTHING),
        ("only the first letter of Samuel", Verdict.NOTHING),
    ],
)
def test_each_part_of_an_explanation_speaks_for_or_against(said, verdict):
    (found,) = reasons(said)
    assert found.verdict is verdict


def test_an_explanation_is_a_short_list_without_what_is_kept_back():
    found = reasons("Same birth date; Zoë/Zoe; same postcode.", without=("postcode",))
    assert [reason.words for reason in found] == ["Same birth date", "Zoë/Zoe"]
