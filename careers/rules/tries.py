"""How many wrong guesses a door stands, by whom they are counted. Only wrong ones are ever counted."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta


@dataclass(frozen=True, slots=True)
class Limit:
    """`free` wrong tries within `memory`; each one beyond waits after the last, twice as long as the one before, `longest` at most."""

    free: int
    memory: timedelta
    first_wait: timedelta
    longest: timedelta


# What is counted, and how far. A school is 240 students behind one address who mistype now and then: its bound must let them all in.
# At 300 guesses in half an hour, hitting one of 240 codes among 3.4 thousand million takes some thousands of years.
LIMITS = {
    "student": Limit(10, timedelta(hours=1), timedelta(minutes=5), timedelta(hours=1)),
    "link": Limit(10, timedelta(hours=1), timedelta(minutes=5), timedelta(hours=1)),
    "sent": Limit(5, timedelta(hours=1), timedelta(minutes=5), timedelta(hours=1)),
    "address": Limit(300, timedelta(minutes=30), timedelta(minutes=1), timedelta(minutes=30)),
}
REMEMBERED = max(limit.memory for limit in LIMITS.values())


def limit_of(whose: str) -> Limit:
    """The limit for "student:17", "address:192.0.2.1": by what stands before the colon."""
    return LIMITS[whose.partition(":")[0]]


def is_let_in(wrong: Sequence[datetime], limit: Limit, now: datetime) -> bool:
    """Whether one more try is taken, after wrong ones at these times (in any order)."""
    remembered = [at for at in wrong if now - limit.memory < at <= now]
    if len(remembered) < limit.free:
        return True
    return now >= max(remembered) + wait_after(len(remembered) - limit.free, limit)


def wait_after(beyond: int, limit: Limit) -> timedelta:
    """How long to wait, having tried `beyond` times more than is free."""
    return min(limit.first_wait * 2 ** min(beyond, 20), limit.longest)
