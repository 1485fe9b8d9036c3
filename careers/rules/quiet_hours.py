"""When a school sends nothing by itself: at night, at weekends, in its holidays. All in UK time, through both changes of the clock."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

UK = ZoneInfo("Europe/London")
SATURDAY = 5


@dataclass(frozen=True, slots=True)
class Quiet:
    """`hour_from` to `hour_until` by the clock on the wall (19 and 8: from seven in the evening until eight); the same hour twice means
    no quiet hours. `weekends`: messages go on Saturday and Sunday too. `holidays`: first and last days."""

    hour_from: int = 19
    hour_until: int = 8
    weekends: bool = False
    holidays: Sequence[tuple[date, date]] = ()


def is_school_day(day: date, quiet: Quiet) -> bool:
    """Monday to Friday outside the school's holidays."""
    return day.weekday() < SATURDAY and holiday_at(day, quiet) is None


def next_open(at: datetime, quiet: Quiet) -> datetime:
    """`at` where a message may go then, else the first moment after it at which one may. In UTC."""
    local = at.astimezone(UK)
    while True:
        day, hour = local.date(), local.hour
        if (holiday := holiday_at(day, quiet)) is not None:
            local = midnight(holiday + timedelta(days=1))
        elif not quiet.weekends and day.weekday() >= SATURDAY:
            local = midnight(day + timedelta(days=1))
        elif not is_quiet_hour(hour, quiet):
            return local.astimezone(UTC)
        elif hour < quiet.hour_until:
            local = on_the_clock(day, quiet.hour_until)
        else:
            local = midnight(day + timedelta(days=1))


def is_open(at: datetime, quiet: Quiet) -> bool:
    """Whether a message may go at that moment."""
    return next_open(at, quiet) == at


def is_quiet_hour(hour: int, quiet: Quiet) -> bool:
    if quiet.hour_from <= quiet.hour_until:
        return quiet.hour_from <= hour < quiet.hour_until
    return hour >= quiet.hour_from or hour < quiet.hour_until


def holiday_at(day: date, quiet: Quiet) -> date | None:
    """The last day of the longest holiday that this day falls in, or None."""
    return max((last for first, last in quiet.holidays if first <= day <= last), default=None)


def midnight(day: date) -> datetime:
    return on_the_clock(day, 0)


def on_the_clock(day: date, hour: int) -> datetime:
    """That hour of that day; where the clock jumps over it, the moment of the jump (01:00 becomes 02:00 in March)."""
    wall = datetime.combine(day, time(hour % 24), tzinfo=UK) + timedelta(days=hour // 24)
    return wall.astimezone(UTC).astimezone(UK)
