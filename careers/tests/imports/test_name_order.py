import pytest
from hypothesis import given
from hypothesis import strategies as st

from careers.imports.forenames import COMMON_FORENAMES
from careers.imports.name_order import name_order
from careers.imports.names import Name, to_name_parts

COMMON = st.sampled_from(sorted(COMMON_FORENAMES)).map(str.title)
SURNAME = st.from_regex(r"[A-Z][a-z]{4,9}", fullmatch=True).filter(lambda word: word.lower() not in COMMON_FORENAMES)


@given(st.lists(st.tuples(SURNAME, COMMON), min_size=3, max_size=30))
def test_common_first_names_tell_which_end_the_surname_is(people: list[tuple[str, str]]) -> None:
    surname_first = [f"{surname} {forename}" for surname, forename in people]
    forename_first = [f"{forename} {surname}" for surname, forename in people]
    assert name_order(surname_first) == "surname_first"
    assert name_order(forename_first) == "forename_first"
    for cells in (surname_first, forename_first):
        assert [to_name_parts(cell, name_order(cells)) for cell in cells] == [Name(*person) for person in people]


@pytest.mark.parametrize(
    ("heading", "order"),
    [
        ("Surname Forename", "surname_first"), ("Last name, first name", "surname_first"), ("Name (surname first)", "surname_first"),
        ("Forename and Surname", "forename_first"), ("Name", None), ("First name and last name", "forename_first"),
    ],
)  # fmt: skip
def test_the_heading_may_say_it(heading: str, order: str | None) -> None:
    assert name_order([], heading) == order


def test_a_list_sorted_by_the_first_word_begins_with_surnames() -> None:
    names = ["Abara Ife", "Bekele Dawit", "Chukwu Ada", "Diallo Binta", "Eze Obi", "Farah Hodan", "Gebre Saba", "Hossain Rafi"]
    assert name_order(names) == "surname_first"
    assert name_order([" ".join(reversed(name.split())) for name in names]) == "forename_first"


def test_where_nothing_tells_nothing_is_said() -> None:
    assert name_order(["Zyx Wvut", "Abcd Efgh"]) is None
    assert name_order(["Smith, Jo", None, 3, "Prince"]) is None
