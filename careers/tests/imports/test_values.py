import pytest
from hypothesis import given
from hypothesis import strategies as st

from careers.imports.cells import Cell, column_index, column_letter
from careers.imports.values import BadValue, to_postcode, to_sex, to_text, to_uln, to_upn, to_yes_no


@given(st.integers(min_value=0, max_value=20_000))
def test_a_column_letter_leads_back_to_its_column(index: int) -> None:
    assert column_index(column_letter(index)) == index


def test_columns_are_lettered_as_a_spreadsheet_letters_them() -> None:
    assert [column_letter(i) for i in (0, 25, 26, 701, 702)] == ["A", "Z", "AA", "ZZ", "AAA"]


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        ("  Ribble\u00a0 View\n", "Ribble View"),
        (3, "3"), (3.0, "3"), (2.5, "2.5"), (True, "Yes"), ("NA", "NA"), ("007", "007"),
        ("", None), (None, None), (float("nan"), None), ("\u200b", None),
    ],
)  # fmt: skip
def test_text_is_tidied_and_nothing_else(cell: Cell, text: str | None) -> None:
    assert to_text(cell) == text


@given(
    st.one_of(
        st.none(),
        st.text(),
        st.integers(),
        st.floats(),
        st.booleans(),
        st.dates(),
        st.datetimes(),
        st.times(),
    )
)
def test_no_cell_breaks_a_reader(cell: Cell) -> None:
    for reader in (to_text, to_upn, to_uln, to_postcode, to_sex, to_yes_no):
        try:
            reader(cell)
        except BadValue as refusal:
            assert refusal.sentence


def test_a_upn_is_read_through_spaces_and_small_letters() -> None:
    assert to_upn(" b8012 0000 5001 ") == "B801200005001"


def test_a_upn_with_the_wrong_letter_is_refused_by_name() -> None:
    with pytest.raises(BadValue, match="should be B, not A"):
        to_upn("A801200005001")


@pytest.mark.parametrize("cell", ["8.89E+11", "8.89e11", "889000000000", 889000000000.0, " 1.0001E+09 "])
def test_a_number_the_spreadsheet_has_rounded_is_refused_in_a_sentence(cell: Cell) -> None:
    for reader in (to_upn, to_uln):
        with pytest.raises(BadValue, match=r"^The spreadsheet has rounded this number to "):
            reader(cell)


def test_a_uln_is_read_from_a_number() -> None:
    assert to_uln(1000102504) == to_uln(1000102504.0) == to_uln("1000102504.0") == "1000102504"


def test_a_postcode_is_read_or_refused() -> None:
    assert to_postcode("pr1 1aa") == "PR1 1AA"
    with pytest.raises(BadValue):
        to_postcode("Preston")


@pytest.mark.parametrize(("cell", "sex"), [("Female", "F"), ("m", "M"), ("X", "U"), ("", None)])
def test_sex_is_one_letter(cell: str, sex: str | None) -> None:
    assert to_sex(cell) == sex


@pytest.mark.parametrize("cell", ["Yes", "y", "TRUE", True, 1, "1", "✓", "✔", "T"])
def test_ways_to_say_yes(cell: Cell) -> None:
    assert to_yes_no(cell) is True


@pytest.mark.parametrize("cell", ["No", "n", "false", False, 0, "0", "✗", "F"])
def test_ways_to_say_no(cell: Cell) -> None:
    assert to_yes_no(cell) is False


def test_a_cross_is_read_only_when_we_are_told_what_it_means() -> None:
    assert to_yes_no("x", x_means_yes=True) is True
    assert to_yes_no("X", x_means_yes=False) is False
    with pytest.raises(BadValue, match="neither yes nor no"):
        to_yes_no("x")
