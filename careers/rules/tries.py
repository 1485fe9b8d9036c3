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
# The bound of a whole school closes nothing, for one student could reach it for all: it raises an alarm. One of 240 codes among 3.4
# thousand million, with the right one of 365 birthdays, is hit once in five thousand million guesses.
LIMITS = {
    "student": Limit(10, timedelta(hours=1), timedelta(minutes=5), timedelta(hours=1)),
    "link": Limit(10, timedelta(hours=1), timedelta(minutes=5), timedelta(hours=1)),
    "sent": Limit(5, timedelta(hours=1), timedelta(minutes=5), timedelta(hours=1)),
    "device": Limit(30, timedelta(minutes=30), timedelta(minutes=1), timedelta(minutes=10)),
    "school": Limit(300, timedelta(minutes=30), timedelta(minutes=1), timedelta(minutes=30)),
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


def are_many(wrong: Sequence[datetime], limit: Limit, now: datetime) -> bool:
    """Whether all that are free have been used up."""
    return sum(now - limit.memory < at <= now for at in wrong) >= limit.free


def wait_after(beyond: int, limit: Limit) -> timedelta:
    """How long to wait, having tried `beyond` times more than is free."""
    return min(limit.first_wait * 2 ** min(beyond, 20), limit.longest)
