"""How many have finished, day by day: this wave beside the one before it."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from careers.rules.percentages import percent

NEAR = timedelta(days=120)


@dataclass(frozen=True, slots=True)
class Curve:
    """`finished[d]` is how many had finished by the end of day `d` of the wave; `n` how many were asked."""

    name: str
    n: int
    finished: tuple[int, ...]

    def rate(self, day: int) -> str:
        """ "42%" of those asked, by the end of that day."""
        return percent(self.finished[day], self.n)

    def percent(self, day: int) -> float | None:
        """None where the curve has not come so far, or nobody was asked."""
        return 100 * self.finished[day] / self.n if self.n and day < len(self.finished) else None


def curve(name: str, finished_on: Iterable[date], *, opens_on: date, until: date, n: int) -> Curve:
    """From the first day until `until`. Who finished before the first day counts on it."""
    days = Counter(max((on - opens_on).days, 0) for on in finished_on if on <= until)
    total, counted = 0, []
    for day in range(max((until - opens_on).days + 1, 0)):
        total += days[day]
        counted.append(total)
    return Curve(name, n, tuple(counted))


def same_time_last_year(opens_on: date, earlier: Sequence[tuple[int, date]]) -> int | None:
    """Which of the waves of the year before (id, first day) began nearest to the same day of its year; None where none was near."""
    wanted = opens_on - timedelta(days=364)
    near = [(abs(began - wanted), pk) for pk, began in earlier if abs(began - wanted) <= NEAR]
    return min(near)[1] if near else None


def against(now: Curve, before: Curve | None) -> str:
    """Where this wave stands, in a sentence: "On day 5, 42% have finished; last year it was 35%"."""
    if not now.finished or not now.n:
        return "Nothing to show yet: the wave has not begun."
    day = len(now.finished) - 1
    said = f"On day {day}, {now.rate(day)} have finished"
    if before is None or not before.finished:
        return f"{said}. There is no wave of the year before to compare with."
    return f"{said}; a year before, it was {before.rate(min(day, len(before.finished) - 1))} on the same day."
