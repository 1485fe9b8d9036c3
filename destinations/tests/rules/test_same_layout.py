from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from careers.imports.vocabularies import RETURN
from destinations.rules.layout_columns import Column
from destinations.rules.names import normalise
from destinations.rules.same_layout import Layout, headed_alike, likeness, recognise, title_of

THEN = date(2025, 9, 12)
HEADINGS = {"Surname": "surname", "Forename": "forename", "DOB": "date_of_birth", "Course": "course", "Tutor": "ignore", "Status": "status"}


def columns(*headings, **fields):
    return [Column("ABCDEFGHIJ"[n], heading, fields.get(heading, HEADINGS.get(heading, "ignore"))) for n, heading in enumerate(headings)]


def compared(*headings, before=None, by_hand=(), **fields):
    found = recognise([Layout("Sheet1", before or columns(*HEADINGS), THEN)], "Sheet1", columns(*headings, **fields), by_hand)
    assert found
    return found


def test_a_list_laid_out_as_the_last_one_has_no_changes():
    found = compared(*HEADINGS)
    assert (found.changes, found.layout.used_on) == ((), THEN)
    assert found.fields == dict(zip("ABCDEF", HEADINGS.values(), strict=True))


def test_headings_are_recognised_in_any_order_case_and_punctuation():
    found = compared("STATUS:", "forename", "Surname", "DOB", "Course", "Tutor")
    assert found.fields["A"] == "status"
    assert found.fields["C"] == "surname"


def test_a_column_keeps_what_a_person_left_it_with():
    before = columns(*HEADINGS, Tutor="lead")
    before[4] = Column("E", "Tutor", "form")
    assert compared(*HEADINGS, before=before).fields["E"] == "form"


def test_a_column_that_moved_is_pointed_out_and_those_it_passed_are_not():
    found = compared("Status", "Surname", "Forename", "DOB", "Course", "Tutor")
    assert found.changes == ("“Status” has moved from column F to column A.",)


def test_a_column_that_only_made_room_for_a_new_one_has_not_moved():
    found = compared("Surname", "Forename", "Campus", "DOB", "Course", "Tutor", "Status")
    assert found.changes == ("“Campus” (column C) is new: left out.",)


def test_a_column_that_is_gone_is_pointed_out():
    found = compared("Surname", "Forename", "DOB", "Course", "Status")
    assert found.changes == ("“Tutor” (column E) is gone. It was left out.",)


def test_a_heading_changed_in_its_place_is_neither_new_nor_gone():
    found = compared("Surname", "Forename", "DOB", "Programme", "Tutor", "Status", Programme="course")
    assert found.changes == ("“Course” is now “Programme” (column D): course, as before.",)


def test_a_column_that_moved_under_another_heading_is_known_by_what_it_holds():
    found = compared("Surname", "Forename", "DOB", "Tutor", "Status", "Programme", Programme="course")
    assert found.changes == ("“Course” is now “Programme”, and has moved from column D to column F: course, as before.",)


def test_two_headings_changed_side_by_side_are_told_one_by_one():
    found = compared("Surname", "Forename", "Born", "Programme", "Tutor", "Status", Born="date_of_birth", Programme="course")
    assert [change.split(" (")[0] for change in found.changes] == ["“DOB” is now “Born”", "“Course” is now “Programme”"]


def test_half_of_the_headings_may_change_and_each_is_told():
    now = {"Last name": "surname", "First name": "forename", "Date of birth": "date_of_birth"}
    found = compared(*now, "Course", "Tutor", "Status", **now)
    assert found.changes == (
        "“Surname” is now “Last name” (column A): surname, as before.",
        "“Forename” is now “First name” (column B): first name, as before.",
        "“DOB” is now “Date of birth” (column C): date of birth, as before.",
    )
    assert found.fields == {"D": "course", "E": "ignore", "F": "status"}


def test_a_heading_of_other_words_in_its_old_place_is_the_same_column_and_says_what_it_was():
    found = compared("Surname", "Forename", "DOB", "Course", "Tutor", "Outcome")
    assert found.changes == (f"“Status” seems to be now “Outcome” (column F): left out; it was {RETURN['status'].label}.",)
    assert "F" not in found.fields


def test_two_columns_that_hold_different_things_are_not_one_that_was_renamed():
    found = compared("Surname", "Forename", "DOB", "Course", "Tutor", "Postcode", Postcode="postcode")
    assert [change.split(":")[0].split(".")[0] for change in found.changes] == [
        "“Postcode” (column F) is new",
        "“Status” (column F) is gone",
    ]


def test_a_heading_is_known_by_some_of_its_words():
    found = compared("Surname", "Forename", "DOB", "Course", "Status", "Personal tutor")
    assert found.changes[-1].startswith("“Tutor” is now “Personal tutor”, and has moved")


def test_a_list_with_many_more_columns_is_the_same_list_with_new_columns():
    more = [f"Extra {n}" for n in range(4)]
    found = compared(*HEADINGS, *more)
    assert len(found.changes) == 4
    assert all("is new" in change for change in found.changes)


def test_a_column_whose_contents_would_mean_something_else_is_pointed_out():
    found = compared(*HEADINGS, Course="level")
    assert found.fields["D"] == "course"
    assert found.changes[0].startswith("“Course” (column D) is course, as before; by what is in it, it would be")


def test_what_a_person_once_put_right_is_no_change_while_the_column_looks_as_it_did():
    before = columns(*HEADINGS)
    before[4] = Column("E", "Tutor", "form", "ignore")
    now = columns(*HEADINGS)
    now[4] = Column("E", "Tutor", "ignore", "ignore")
    found = recognise([Layout("Sheet1", before, THEN)], "Sheet1", now)
    assert found and (found.fields["E"], found.changes) == ("form", ())


def test_a_persons_word_about_this_list_is_told_beside_what_it_was():
    found = compared(*HEADINGS, by_hand=("D",), Course="level")
    assert "as you said; it was course" in found.changes[0]


def test_a_new_column_that_looks_like_one_we_have_says_why_it_is_left_out():
    found = compared(*HEADINGS, "Latest status", **{"Latest status": "status"})
    assert "another column is already" in found.changes[0]


def test_the_second_column_of_one_heading_is_the_second_again():
    before = [*columns("Surname", "Forename", "DOB"), Column("D", "Status", "status"), Column("E", "Status", "ignore")]
    now = [*columns("Surname", "Forename", "DOB"), Column("D", "Status", "ignore"), Column("E", "Status", "status")]
    found = recognise([Layout("Sheet1", before, THEN)], "Sheet1", now)
    assert found
    assert (found.fields["D"], found.fields["E"]) == ("status", "ignore")


def test_columns_without_any_headings_are_known_by_where_they_stand():
    before = [Column("A", "", "surname"), Column("B", "", "forename"), Column("C", "", "form")]
    found = recognise([Layout("Sheet1", before, THEN)], "Sheet1", [Column(letter, "", "ignore") for letter in "ABC"])
    assert found
    assert found.fields == {"A": "surname", "B": "forename", "C": "form"}


def test_another_list_altogether_is_not_recognised():
    assert recognise([Layout("Sheet1", columns(*HEADINGS), THEN)], "Sheet1", columns("Name", "Born", "Year", "Status")) is None


def test_a_list_with_little_but_the_names_in_common_is_another_list():
    other = columns("Name", "DOB", "Attendance", "Target", "Grade", "Bursary", Name="full_name")
    assert recognise([Layout("Sheet1", columns(*HEADINGS), THEN)], "Sheet1", other) is None


def test_the_name_of_a_sheet_does_not_outweigh_what_is_on_it():
    known = [Layout("Sheet1", columns("Surname", "Forename", "DOB"), THEN), Layout("Enrolled", columns(*HEADINGS), THEN)]
    found = recognise(known, "Sheet1", columns(*HEADINGS))
    assert found and found.layout.sheet == "Enrolled"


def test_a_sheet_by_another_name_is_recognised_by_its_headings_and_its_own_name_goes_first():
    enrolled, withdrawn = columns(*HEADINGS), columns(*HEADINGS, "Reason")
    known = [Layout("Enrolled", enrolled, THEN), Layout("Withdrawn", withdrawn, THEN)]
    renamed, own = recognise(known, "September", enrolled), recognise(known, "Withdrawn", enrolled)
    assert renamed and renamed.layout.sheet == "Enrolled"
    assert own and own.layout.sheet == "Withdrawn"


def test_two_columns_with_one_heading_are_said():
    twice = headed_alike([*columns("Surname", "Status"), Column("C", "status", "ignore")])
    assert len(twice) == 1
    assert twice[0].startswith("Columns B and C have the same heading, “Status”")


def test_columns_left_out_may_have_one_heading():
    assert headed_alike([Column("A", "Notes", "ignore"), Column("B", "Notes", "ignore")]) == []


def test_a_table_is_called_by_its_sheet_and_its_number_where_there_are_several():
    assert (title_of("Sheet1", 0), title_of("Sheet1", 2)) == ("Sheet1", "Sheet1, table 2")


FIELDS = st.sampled_from(["surname", "forename", "date_of_birth", "course", "status", "ignore", "form", "level"])
TABLES = st.lists(st.tuples(st.text(max_size=12), FIELDS), min_size=1, max_size=9)


def table(cells):
    return [Column("ABCDEFGHI"[n], heading, field) for n, (heading, field) in enumerate(cells)]


@given(TABLES)
def test_any_table_is_like_itself_and_nothing_of_it_has_changed(cells):
    found = recognise([Layout("Sheet1", table(cells), THEN)], "Sheet1", table(cells))
    headed = [bool(normalise(heading)) for heading, _ in cells]
    if all(headed) or not any(headed):
        assert found and found.changes == ()


@given(TABLES, TABLES)
def test_any_two_tables_can_be_compared_and_are_alike_at_most_wholly(one, other):
    assert 0.0 <= likeness(table(one), table(other)) <= 1.0
    found = recognise([Layout("Sheet1", table(one), THEN)], "Sheet1", table(other))
    assert found is None or set(found.fields) <= {column.letter for column in table(other)}
