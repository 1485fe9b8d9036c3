"""Counting wrong guesses at a door, so that guessing does not pay and mistyping does no harm (careers/rules/tries.py)."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime

from careers.models import Try
from careers.rules.secrets import keyed_digest
from careers.rules.tries import REMEMBERED, are_many, is_let_in, limit_of
from careers.secret_keys import TRIES, key


def may_try(door: str, whose: Sequence[str], now: datetime) -> bool:
    """Whether one more guess is taken from all of `whose`: "student:17", "link:5", "address:192.0.2.1" (careers/client_address.py)."""
    return all(is_let_in(wrong, limit_of(name), now) for name, wrong in wrong_ones(door, whose, now).items())


def are_too_many(door: str, name: str, now: datetime) -> bool:
    """Whether `name` has come to its bound: for what raises an alarm and bars nobody."""
    return are_many(wrong_ones(door, [name], now)[name], limit_of(name), now)


def wrong_ones(door: str, whose: Sequence[str], now: datetime) -> dict[str, list[datetime]]:
    """When each of `whose` guessed wrong, as far as it is remembered. One query."""
    wrong: defaultdict[str, list[datetime]] = defaultdict(list)
    marks = {name: mark(name) for name in whose}
    kept = Try.objects.filter(door=door, whose__in=marks.values(), at__gt=now - REMEMBERED)
    for who, at in kept.values_list("whose", "at"):
        wrong[who].append(at)
    return {name: wrong[marks[name]] for name in marks}


def record(door: str, whose: Sequence[str], now: datetime) -> None:
    """One wrong guess."""
    Try.objects.bulk_create(Try(door=door, whose=mark(name), at=now) for name in whose)


def forget_old(now: datetime) -> int:
    """What is too old to count goes. Returns how many."""
    return Try.objects.filter(at__lt=now - REMEMBERED).delete()[0]


def mark(name: str) -> str:
    return keyed_digest(key(TRIES), name)
