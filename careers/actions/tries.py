"""Counting wrong guesses at a door, so that guessing does not pay and mistyping does no harm (careers/rules/tries.py)."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime

from careers.models import Try
from careers.rules.secrets import keyed_digest
from careers.rules.tries import REMEMBERED, is_let_in, limit_of
from careers.secret_keys import TRIES, key


def may_try(door: str, whose: Sequence[str], now: datetime) -> bool:
    """Whether one more guess is taken from all of `whose`: "student:17", "link:5", "address:192.0.2.1" (careers/client_address.py)."""
    marks = {name: mark(name) for name in whose}
    wrong: defaultdict[str, list[datetime]] = defaultdict(list)
    kept = Try.objects.filter(door=door, whose__in=marks.values(), at__gt=now - REMEMBERED)
    for who, at in kept.values_list("whose", "at"):
        wrong[who].append(at)
    return all(is_let_in(wrong[marks[name]], limit_of(name), now) for name in marks)


def record(door: str, whose: Sequence[str], now: datetime) -> None:
    """One wrong guess."""
    Try.objects.bulk_create(Try(door=door, whose=mark(name), at=now) for name in whose)


def forget_old(now: datetime) -> int:
    """What is too old to count goes. Returns how many."""
    return Try.objects.filter(at__lt=now - REMEMBERED).delete()[0]


def mark(name: str) -> str:
    return keyed_digest(key(TRIES), name)
