from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from careers.rules.tries import LIMITS, is_let_in, limit_of

NOON = datetime(2025, 11, 12, 12, tzinfo=UTC)
STUDENT, ADDRESS = LIMITS["student"], LIMITS["address"]


def guess_for(limit, seconds: int, every: float) -> list[datetime]:
    """Somebody who guesses as often as they are let, for so long: when their guesses were taken."""
    taken: list[datetime] = []
    for n in range(int(seconds / every)):
        now = NOON + timedelta(seconds=n * every)
        if is_let_in(taken, limit, now):
            taken.append(now)
    return taken


def test_a_student_s_code_stands_ten_guesses_in_five_minutes_and_few_in_a_day() -> None:
    assert len(guess_for(STUDENT, 300, 1)) == 10
    assert len(guess_for(STUDENT, 24 * 3600, 30)) < 300


def test_each_guess_beyond_waits_twice_as_long() -> None:
    wrong = [NOON] * 12
    assert not is_let_in(wrong, STUDENT, NOON + timedelta(minutes=19))
    assert is_let_in(wrong, STUDENT, NOON + timedelta(minutes=20))


def test_a_school_of_240_behind_one_address_mistypes_and_everybody_gets_in() -> None:
    """In ten minutes: every second student mistypes once, every eighth three times more. Only wrong tries are counted."""
    wrong: list[datetime] = []
    for student in range(240):
        now = NOON + timedelta(seconds=2.5 * student)
        for _ in range((student % 2 == 0) + 3 * (student % 8 == 0)):
            assert is_let_in(wrong, ADDRESS, now)
            wrong.append(now)
        assert is_let_in(wrong, ADDRESS, now)
    assert len(wrong) == 210


def test_a_machine_that_guesses_is_held_to_a_few_hundred() -> None:
    assert len(guess_for(ADDRESS, 600, 0.5)) <= 305


@given(st.lists(st.integers(0, 7200), max_size=60), st.sampled_from(list(LIMITS)))
def test_whoever_waits_long_enough_is_let_in_again(seconds: list[int], kind: str) -> None:
    limit = LIMITS[kind]
    wrong = [NOON + timedelta(seconds=second) for second in seconds]
    assert is_let_in(wrong, limit, NOON + timedelta(seconds=7200) + limit.memory)


@given(st.lists(st.integers(0, 7200), max_size=30), st.integers(0, 7200))
def test_one_more_wrong_try_never_opens_a_door(seconds: list[int], now: int) -> None:
    wrong = [NOON + timedelta(seconds=second) for second in seconds]
    at = NOON + timedelta(seconds=now)
    if not is_let_in(wrong, STUDENT, at):
        assert not is_let_in([*wrong, at], STUDENT, at)


def test_the_limit_is_told_by_what_is_counted() -> None:
    assert limit_of("address:2001:db8::") is ADDRESS
