from collections import Counter
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careers.rules.secrets import (
    ALPHABET,
    as_printed,
    digits_typed,
    key_for,
    link_secret,
    one_time_digits,
    personal_code,
    personal_code_typed,
    plain_digest,
)

KEY = key_for("installation", "test")
seeds = st.text("0123456789abcdef", min_size=64, max_size=64)


@given(seeds)
def test_a_link_carries_256_bits_in_signs_that_an_address_keeps(seed: str) -> None:
    secret = link_secret(KEY, seed)
    assert len(secret) == 43
    assert set(secret) <= set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_")
    assert secret == link_secret(KEY, seed)


@given(seeds)
def test_another_installation_or_another_kind_of_secret_has_another_key(seed: str) -> None:
    others = [key_for("another", "test"), key_for("installation", "other")]
    assert link_secret(KEY, seed) not in [link_secret(key, seed) for key in others]


def test_no_bit_of_a_link_leans_to_one_side() -> None:
    """2,000 secrets: each of the 256 bits is set about half the time (six standard deviations)."""
    digests = [int(plain_digest(link_secret(KEY, str(n))), 16) for n in range(2_000)]
    counts = [sum(digest >> bit & 1 for digest in digests) for bit in range(256)]
    assert all(abs(count - 1_000) < 6 * 22.4 for count in counts)
    assert len(set(digests)) == 2_000


def test_six_digits_are_spread_evenly() -> None:
    firsts = Counter(one_time_digits(KEY, str(n))[0] for n in range(5_000))
    assert all(380 < firsts[digit] < 620 for digit in "0123456789")


@given(seeds)
def test_a_printed_code_is_read_however_it_is_typed(seed: str) -> None:
    code = personal_code(KEY, seed)
    ways = [code, as_printed(code), code.lower(), f" {code[:4]} {code[4:]} ", as_printed(code).replace("-", "–"), code.replace("5", "S")]
    assert {personal_code_typed(way) for way in ways} == {code}


@given(seeds, st.integers(0, 7), st.sampled_from(ALPHABET))
def test_one_wrong_sign_is_no_code(seed: str, place: int, sign: str) -> None:
    code = personal_code(KEY, seed)
    wrong = code[:place] + sign + code[place + 1 :]
    assert personal_code_typed(wrong) == (code if wrong == code else "")


@given(seeds)
def test_two_signs_that_changed_places_are_no_code(seed: str) -> None:
    code = personal_code(KEY, seed)
    for one, other in combinations(range(8), 2):
        signs = list(code)
        signs[one], signs[other] = signs[other], signs[one]
        assert personal_code_typed("".join(signs)) == (code if signs == list(code) else "")


@given(st.text())
def test_whatever_is_typed_is_a_code_or_nothing(typed: str) -> None:
    assert len(personal_code_typed(typed)) in (0, 8)
    assert len(digits_typed(typed)) in (0, 6)
    assert plain_digest(typed)


@pytest.mark.parametrize(
    ("typed", "digits"), [("123456", "123456"), (" 123 456 ", "123456"), ("12345", ""), ("１２３４５６", "123456"), ("12345a", "")]
)
def test_digits_are_read_however_they_are_typed(typed: str, digits: str) -> None:
    assert digits_typed(typed) == digits


def test_no_word_can_appear_on_a_slip() -> None:
    assert not set("AEIOU") & set(ALPHABET)
    assert not set("01LQSZBUY") & set(ALPHABET)
