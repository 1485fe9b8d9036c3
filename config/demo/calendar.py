"""The days of the demonstration's school year: its holidays, and when its surveys were open, whatever day today is."""

from datetime import date, datetime, time, timedelta

from django.utils import timezone

FRIDAY = 4
OPEN_FOR, BEGAN_AGO = timedelta(days=28), timedelta(days=15)


def holidays(start: int) -> list[tuple[str, date, date]]:
    """Name, first and last day of each holiday of the academic year that begins in `start`, as most English schools have them."""
    return [
        ("Autumn half term", monday(date(start, 10, 26)), monday(date(start, 10, 26)) + timedelta(days=4)),
        ("Christmas", monday(date(start, 12, 21)), monday(date(start, 12, 21)) + timedelta(days=11)),
        ("Spring half term", monday(date(start + 1, 2, 15)), monday(date(start + 1, 2, 15)) + timedelta(days=4)),
        ("Easter", monday(date(start + 1, 4, 5)), monday(date(start + 1, 4, 5)) + timedelta(days=11)),
        ("Summer half term", monday(date(start + 1, 5, 31)), monday(date(start + 1, 5, 31)) + timedelta(days=4)),
        ("Summer", date(start + 1, 7, 22), date(start + 1, 8, 31)),
    ]


def monday(day: date) -> date:
    return day - timedelta(days=day.weekday())


def wave_now(today: date, start: int) -> tuple[date, date]:
    """First and last day of the survey that Year 11 is being asked: begun about two weeks ago, within the school year, and open today."""
    opens = today - BEGAN_AGO
    opens -= timedelta(days=max(opens.weekday() - FRIDAY, 0))
    opens = min(max(opens, date(start, 9, 1)), date(start + 1, 6, 1))
    return opens, max(opens + OPEN_FOR, today + timedelta(days=min(9, (date(start + 1, 8, 31) - today).days)))


def waves_last_year(opens: date, start: int) -> list[tuple[date, date]]:
    """The same survey a year before, asked of those who were in Year 11 then; and the other one of that year, autumn or spring."""
    then = opens - timedelta(days=364)
    other = date(start, 2, 24) if then >= date(start - 1, 9, 1) and then.month >= 9 else date(start - 1, 11, 10)
    return sorted((day, day + OPEN_FOR) for day in (then, other))


def name_of(opens: date) -> str:
    season = "autumn" if opens.month >= 9 else "spring" if opens.month <= 3 else "summer"
    return f"Plans, {season} {opens.year}"


def at(day: date, hour: int) -> datetime:
    """That hour of that day, by the clock on the wall."""
    return timezone.make_aware(datetime.combine(day, time(hour)))


def weekday_after(day: date, number: int) -> date:
    """The first, second… weekday after a day."""
    while number:
        day += timedelta(days=1)
        number -= day.weekday() <= FRIDAY
    return day
