import pytest

from careers.rules.identifiers import (
    normalise_postcode,
    postcode_problem,
    uln_problem,
    upn_check_letter,
    upn_is_temporary,
    upn_la_is_known,
    upn_problem,
)


@pytest.mark.parametrize("upn", ["B801200005001", "A80120000501A"])
def test_a_upn_with_the_right_letter_has_no_problem(upn: str) -> None:
    assert upn_problem(upn) is None


def test_a_wrong_check_letter_is_named_with_the_right_one() -> None:
    assert upn_problem("A801200005001") == ("A801200005001 is not a UPN: with these digits its first letter should be B, not A.")


@pytest.mark.parametrize("upn", ["", "B80120000500", "I801200005001", "B8012000050011", "b801200005001", "B٨01200005001"])
def test_a_upn_of_the_wrong_shape_is_refused(upn: str) -> None:
    assert "one letter followed by 12 digits" in (upn_problem(upn) or "")


def test_the_check_letter_is_worked_out_from_the_other_twelve() -> None:
    assert upn_check_letter("?801200005001") == "B"


def test_a_upn_that_ends_in_a_letter_is_temporary() -> None:
    assert upn_is_temporary("A80120000501A")
    assert not upn_is_temporary("B801200005001")


def test_a_upn_from_a_new_authority_is_known_and_an_odd_one_only_warned_of() -> None:
    assert upn_la_is_known("X888200005001")
    assert upn_la_is_known("X943200005001")
    assert not upn_la_is_known("X999200005001")


def test_a_uln_with_the_right_last_digit_has_no_problem() -> None:
    assert uln_problem("1000102504") is None


@pytest.mark.parametrize("uln", ["1000102505", "0000102504", "100010250", "10001025041", "banana"])
def test_a_uln_that_is_mistyped_is_refused(uln: str) -> None:
    assert uln_problem(uln)


def test_every_slip_of_one_digit_in_a_uln_is_caught() -> None:
    good = "1000102504"
    for place in range(10):
        for digit in set("0123456789") - {good[place]}:
            assert uln_problem(good[:place] + digit + good[place + 1 :]), (place, digit)


def test_the_placeholder_colleges_use_is_not_a_uln() -> None:
    assert "until the real ULN is known" in (uln_problem("9999999999") or "")


@pytest.mark.parametrize(
    ("typed", "postcode"),
    [
        ("pr11aa", "PR1 1AA"),
        (" PR25  1ab ", "PR25 1AB"),
        ("m1 1ae", "M1 1AE"),
        ("sw1a1aa", "SW1A 1AA"),
        ("W1A 0AX", "W1A 0AX"),
    ],
)
def test_a_postcode_is_written_with_one_space(typed: str, postcode: str) -> None:
    assert normalise_postcode(typed) == postcode
    assert postcode_problem(postcode) is None


@pytest.mark.parametrize("postcode", ["ZZ99 3VZ", "GIR 0AA"])
def test_special_postcodes_are_allowed(postcode: str) -> None:
    assert postcode_problem(postcode) is None


@pytest.mark.parametrize("postcode", ["Q1 1AA", "PR1 1CA", "1PR 1AA", "PRESTON", "AI1 1AA"])
def test_what_is_not_a_postcode_is_refused(postcode: str) -> None:
    assert postcode_problem(postcode)
