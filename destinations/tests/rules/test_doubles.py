from destinations.rules.doubles import maybe_the_same

NOBODY: dict[int, list[str]] = {}


def pairs(*names: str, numbers: dict[int, list[str]] | None = None) -> list[tuple[int, int]]:
    return maybe_the_same({key: [name] for key, name in enumerate(names)}, numbers or NOBODY)


def test_two_ways_of_writing_one_college_are_offered():
    assert pairs("Cardwell Newlands College", "Cardwell Newlands Sixth Form College", "Rosehall Training") == [(0, 1)]


def test_a_slip_of_the_keys_is_offered():
    assert pairs("Ribblesdale and Fylde College", "Ribblesdale and Flyde College") == [(0, 1)]


def test_a_shared_number_is_offered_first_however_unlike_the_names():
    numbers = {0: ["10001234", ""], 1: ["", "123456"], 2: ["10001234", ""]}
    assert pairs("Old Name College", "Old Nam College", "Newer Academy", numbers=numbers)[0] == (0, 2)


def test_empty_numbers_and_kinds_alone_are_nothing_in_common():
    assert pairs("Northgate College", "Southmoor College", "Sixth Form", "College", numbers={0: ["", ""], 1: ["", ""]}) == []
