from datetime import date

import pytest

from careers.imports.cells import Cell
from careers.imports.columns import ColumnGuess, guess_columns
from careers.imports.headings import meanings, plain
from careers.imports.sheets import Sheet
from careers.imports.tables import find_table
from careers.imports.vocabularies import RETURN, STUDENTS, Vocabulary
from careers.imports.vocabulary import field

from .invented import MAKERS


def columns(spec: dict[str, str], vocabulary: Vocabulary = RETURN, count: int = 12) -> dict[str, ColumnGuess]:
    """What is guessed for columns given as heading: kind of cell."""
    body: list[list[Cell]] = [[MAKERS[kind](i) for kind in spec.values()] for i in range(count)]
    table = find_table(Sheet("Sheet1", [list(spec), *body]), vocabulary)
    assert table is not None
    return {guess.heading: guess for guess in guess_columns(table, vocabulary)}


NAMES = {"Surname": "surname", "Forename": "forename"}


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("FamilyName", "family name"), ("FAMILY_NAME", "family name"), ("Family  name:", "family name"),
        ("D.O.B.", "dob"), ("D.O.B", "dob"), ("DoB", "do b"), ("YoungPersonsID", "young persons id"),
        ("First Name(s)", "first name"), ("Adm. No", "adm number"), ("Prénom", "prenom"),
    ],
)  # fmt: skip
def test_a_heading_is_the_same_words_however_it_is_typed(typed: str, words: str) -> None:
    assert plain(typed) == words


@pytest.mark.parametrize(
    "typed",
    [
        "DOB", "DoB", "dob", "D.O.B", "d.o.b.", "D O B", "Date of birth", "DATE-OF-BIRTH", "dateofbirth",
        "Date of Birth (dd/mm/yyyy)", "Student's date of birth", "Date of brith",
    ],
)  # fmt: skip
def test_ways_to_head_a_date_of_birth(typed: str) -> None:
    assert meanings(typed, RETURN)[0].field == "date_of_birth"


@pytest.mark.parametrize("typed", ["Parent Surname", "Emergency contact name", "Tutor forename"])
def test_a_heading_about_somebody_else_is_not_about_the_student(typed: str) -> None:
    assert {meaning.field for meaning in meanings(typed, RETURN)} <= {"ignore"}


def test_the_words_give_an_example_of_a_date_and_its_order() -> None:
    guess = columns({**NAMES, "DOB": "born dmy"})["DOB"]
    assert guess.words == "Column C looks like date of birth, day first: 18 Jan 2009" or guess.words.startswith(
        "Column C looks like date of birth, day first: "
    )
    assert guess.date_order == "dmy"


def test_the_words_never_repeat_a_name() -> None:
    for guess in columns({**NAMES, "DOB": "born dmy"}).values():
        assert "Oakden" not in guess.words
        assert "Amelia" not in guess.words


def test_american_dates_are_told_by_their_days() -> None:
    assert columns({**NAMES, "DOB": "born mdy"})["DOB"].date_order == "mdy"


def test_one_american_date_far_down_a_long_list_is_proof() -> None:
    body: list[list[Cell]] = [["Varley", "Jo", f"{i % 12 + 1:02}/{i % 11 + 1:02}/2009"] for i in range(1000)]
    body[777][2] = "03/14/2009"
    table = find_table(Sheet("Sheet1", [["Surname", "Forename", "DOB"], *body]), RETURN)
    assert table is not None
    assert guess_columns(table, RETURN)[2].date_order == "mdy"


def test_true_dates_have_no_order() -> None:
    guess = columns({**NAMES, "DOB": "born"})["DOB"]
    assert guess.date_order is None
    assert guess.words.startswith("Column C looks like date of birth: ")


def test_dates_read_half_in_the_wrong_order_are_said_to_be_put_right_or_to_be_looked_at() -> None:
    def words(born: list[Cell]) -> str:
        body: list[list[Cell]] = [["Varley", "Jo", cell] for cell in born]
        table = find_table(Sheet("Sheet1", [["Surname", "Forename", "DOB"], *body]), RETURN)
        assert table is not None
        return guess_columns(table, RETURN)[2].words

    texts: list[Cell] = ["14/03/2009", "25/11/2008", "30/06/2009"]
    true: list[Cell] = [date(2009, 12, 3), date(2009, 1, 4), date(2009, 2, 5)]
    assert "with day and month put back in their places" in words([*texts, *true])
    assert "may have changed places" in words([*texts, true[0]])


def test_birth_dates_counted_from_1904_are_said_to_be() -> None:
    serials: list[list[Cell]] = [["Varley", "Jo", (date(2009, month, 3) - date(1904, 1, 1)).days] for month in range(1, 9)]
    table = find_table(Sheet("Sheet1", [["Surname", "Forename", "DOB"], *serials]), RETURN)
    assert table is not None
    guess = guess_columns(table, RETURN, today=date(2025, 11, 1))[2]
    assert (guess.field, guess.date_order) == ("date_of_birth", "1904")
    assert guess.words == "Column C looks like date of birth, counted from 1904 as in a workbook made on an old Mac"


def test_under_an_unknown_heading_a_birth_is_known_and_no_other_day() -> None:
    guesses = columns({**NAMES, "Alpha": "started dmy", "Beta": "born dmy"})
    assert guesses["Alpha"].field == "ignore"
    assert guesses["Beta"].field == "date_of_birth"


def test_a_heading_that_its_values_contradict_is_not_believed() -> None:
    guesses = columns({**NAMES, "Date of Birth": "started dmy", "Start date": "born dmy"})
    assert guesses["Start date"].field == "date_of_birth"
    assert guesses["Date of Birth"].field == "ignore"


def test_today_tells_a_lone_column_of_recent_dates_from_births() -> None:
    spec = {**NAMES, "": "started dmy"}
    body: list[list[Cell]] = [[MAKERS[kind](i) for kind in spec.values()] for i in range(12)]
    table = find_table(Sheet("Sheet1", [list(spec), *body]), RETURN)
    assert table is not None
    assert guess_columns(table, RETURN, today=date(2025, 11, 1))[2].field == "start_date"


def test_a_number_that_counts_the_rows_is_left_out_and_a_reference_is_not() -> None:
    assert columns({"No.": "running", **NAMES})["No."].field == "ignore"
    assert columns({"No.": "reference", **NAMES})["No."].field == "reference"


def test_a_field_is_given_to_one_column_only() -> None:
    guesses = columns({"Surname": "surname", "Last name": "surname", "Forename": "forename"})
    assert [guess.field for guess in guesses.values()].count("surname") == 1


def test_an_empty_column_is_known_by_its_heading() -> None:
    assert columns({**NAMES, "Leaving date": "blank"})["Leaving date"].field == "end_date"


def test_an_unknown_heading_over_telling_values_is_known_by_them() -> None:
    guesses = columns({**NAMES, "Alpha": "upn", "Beta": "postcode", "Gamma": "code", "Delta": "words"})
    assert [guesses[h].field for h in ("Alpha", "Beta", "Gamma", "Delta")] == [
        "upn",
        "postcode",
        "activity_code",
        "ignore",
    ]
    assert guesses["Delta"].words == "Column F will be left out"


def test_the_legal_name_is_the_name_when_there_are_two() -> None:
    guesses = columns({"UPN": "upn", "Surname": "surname", "Legal Surname": "surname"}, STUDENTS)
    assert guesses["Legal Surname"].field == "surname"
    assert guesses["Surname"].field == "preferred_surname"


def test_a_school_may_add_a_characteristic_of_its_own() -> None:
    ours = STUDENTS.with_fields(field("more_able", "more able", "More able | HPA", shape="yes_no"))
    guesses = columns({"UPN": "upn", **NAMES, "More Able": "yes"}, ours)
    assert guesses["More Able"].field == "more_able"


def test_a_guess_is_surer_of_a_known_heading_than_of_values_alone() -> None:
    guesses = columns({**NAMES, "DOB": "born dmy", "Alpha": "sex"})
    assert guesses["DOB"].sure > guesses["Alpha"].sure > 0.4
    assert all(0 <= guess.sure <= 1 for guess in guesses.values())


def test_every_vocabulary_has_labels_and_a_column_to_leave_out() -> None:
    for vocabulary in (RETURN, STUDENTS):
        assert "ignore" in vocabulary
        assert len(set(vocabulary.names)) == len(vocabulary.names)
        assert all(label for _, label in vocabulary.choices())


AROUND_NAMES = {
    "a comma": ("{},", "{}"), "brackets": ("{} (Smith)", "{} (Jo)"), "stars": ("{}*", "{} *"), "numbers": ("1. {}", "{}"),
    "a slash": ("{}/Smith", "{}/Jo"), "titles": ("Miss {}", "Miss {}"), "quotes": ('"{}"', '{} "Jo"'), "a dash": ("{} -", "- {}"),
    "two names": ("{0}, Smith", "{0}, Ann"), "many words": ("{0} {0} {0} de {0}", "{0} {0} {0} {0}"), "a group": ("{} (11A)", "{} (11A)"),
    "a mark": ("{}\u093f", "{}\u093f"), "an initial": ("{:.1}", "{:.1}"),
}  # fmt: skip


@pytest.mark.parametrize("odd", AROUND_NAMES)
@pytest.mark.parametrize(("last", "first"), [("Surname", "Forename"), ("Last Name", "First Name"), ("Legal family name", "Given name")])
def test_no_column_of_names_is_lost_to_what_stands_around_the_names(odd: str, last: str, first: str) -> None:
    around_last, around_first = AROUND_NAMES[odd]
    body: list[list[Cell]] = [
        [around_last.format(MAKERS["surname"](i)), around_first.format(MAKERS["forename"](i)), "Enrolled"] for i in range(9)
    ]
    table = find_table(Sheet("Sheet1", [[last, first, "Status"], *body]), RETURN)
    assert table is not None
    assert [guess.field for guess in guess_columns(table, RETURN)] == ["surname", "forename", "status"]


def test_a_column_headed_surname_that_holds_codes_is_none() -> None:
    body: list[list[Cell]] = [[f"ST{i}X9", f"{MAKERS['forename'](i)} {MAKERS['surname'](i)}", "Enrolled"] for i in range(9)]
    table = find_table(Sheet("Sheet1", [["Surname", "Name", "Status"], *body]), RETURN)
    assert table is not None
    assert [guess.field for guess in guess_columns(table, RETURN)][1:] == ["full_name", "status"]
