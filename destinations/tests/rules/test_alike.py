from destinations.rules.alike import LISTED, RowValue, alike


def of(rows, value="x", message="No day is like this.", column="DOB"):
    return [(column, message, RowValue(row, value)) for row in rows]


def test_one_problem_of_many_rows_is_told_once_with_its_rows():
    (one,) = alike(of(range(4, 37)))
    assert (one.rows, one.where, one.value) == (33, "Rows 4, 5 and 31 others", "x")


def test_few_rows_are_all_named():
    assert [alike(of(rows))[0].where for rows in ([4], [4, 9], [4, 9, 12])] == ["Row 4", "Rows 4 and 9", "Rows 4, 9 and 12"]


def test_the_value_is_left_out_where_rows_have_different_ones():
    said = [*of([2], "31/02", "31/02 is no day."), *of([3], "32/01", "32/01 is no day.")]
    (one,) = alike(said)
    assert (one.message, one.value) == ("… is no day.", "")
    assert [place.value for place in one.places] == ["31/02", "32/01"]


def test_a_value_that_all_rows_have_stays_in_the_sentence():
    assert alike([*of([2], "31/02", "31/02 is no day."), *of([5], "31/02", "31/02 is no day.")])[0].message == "31/02 is no day."


def test_other_columns_and_other_sentences_are_other_problems_and_the_widest_comes_first():
    found = alike([*of([2]), *of([3], column="UPN"), *of([4, 5], message="Empty.")])
    assert [(one.column, one.rows) for one in found] == [("DOB", 2), ("DOB", 1), ("UPN", 1)]


def test_of_very_many_rows_the_first_are_listed_and_all_counted():
    (one,) = alike(of(range(LISTED + 40)))
    assert (one.rows, len(one.places), one.unlisted) == (LISTED + 40, LISTED, 40)
