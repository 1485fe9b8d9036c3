from careers.imports.cells import Cell
from careers.imports.tables import TableRow
from careers.imports.values import Name
from destinations.rules.rows import Columns, ReadRow, read_row


def read(fields: dict[str, str], cells: list[Cell], **order: str) -> ReadRow:
    columns = Columns(dict.fromkeys(fields, ""), fields, **order)  # type: ignore[arg-type]
    return read_row(TableRow(2, dict(zip(fields, cells, strict=True))), columns, latest_birth=2012)


def test_subjects_in_several_columns_are_one_course() -> None:
    row = read({"A": "surname", "B": "course", "C": "course", "D": "course"}, ["Varley", "Biology", None, "History"])
    assert row.text("course") == "Biology, History"


def test_a_whole_name_is_read_the_way_round_its_column_is() -> None:
    assert read({"A": "full_name"}, ["Varley Jo"]).name == Name("Jo", "Varley")
    assert read({"A": "full_name"}, ["Varley Jo"], names="surname_first").name == Name("Varley", "Jo")


def test_a_list_with_no_other_first_name_than_the_one_somebody_goes_by_has_that_one() -> None:
    assert read({"A": "surname", "B": "known_as"}, ["Varley", "Becky"]).name == Name("Varley", "Becky")
    both = read({"A": "surname", "B": "forename", "C": "known_as"}, ["Varley", "Rebecca", "Becky"])
    assert both.name == Name("Varley", "Rebecca", known_as="Becky")
