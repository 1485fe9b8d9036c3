"""Academic years, cohorts and the days that matter in them (DfE's academic-year labels; NCCIS year groups)."""

from datetime import date, timedelta


def academic_year(day: date) -> int:
    """The calendar year in which the academic year of `day` starts: 1 September to 31 August."""
    return day.year if day.month >= 9 else day.year - 1


def label(start: int) -> str:
    """2025 → "2025/26"."""
    return f"{start}/{(start + 1) % 100:02d}"


def national_curriculum_year(leaving: int, start: int) -> int:
    """Which year group the leavers of summer `leaving` are in during the academic year starting in `start`."""
    return 12 + start - leaving


def leaving_year(nc_year: int, start: int) -> int:
    """The summer in which students in year group `nc_year` during the academic year starting in `start` finish Year 11."""
    return 12 + start - nc_year


def usual_results_day(leaving: int) -> date:
    """GCSE results day as a starting value for the cohort's setting: the Thursday that falls on 20 to 26 August."""
    first = date(leaving, 8, 20)
    return first + timedelta(days=(3 - first.weekday()) % 7)


def usual_birth_dates(leaving: int) -> tuple[date, date]:
    """First and last birth date of students who are in their usual year group."""
    return date(leaving - 17, 9, 1), date(leaving - 16, 8, 31)


TERM_ENDS = {"autumn": (12, 31), "spring": (3, 31), "summer": (7, 31)}


def term_end(term: str) -> date:
    """The last day of a term written "2025-autumn", where the year is that in which its academic year starts.

    Raises ValueError when the term is not written so or is not one from 2000 to 2100.
    Compass and the governors' cycle end terms on 31 December, 31 March, 31 July.
    """
    start, _, name = term.partition("-")
    if not (start.isdecimal() and len(start) == 4 and 2000 <= int(start) <= 2100) or name not in TERM_ENDS:
        raise ValueError(f'"{term}" is not a term. Write it like 2025-autumn, 2025-spring or 2025-summer.')
    month, day = TERM_ENDS[name]
    return date(int(start) + (name != "autumn"), month, day)


def term_of(day: date) -> str:
    """The term that `day` falls in: August counts with the summer term that has just ended."""
    start = academic_year(day)
    name = "autumn" if day.month >= 9 else "spring" if day.month <= 3 else "summer"
    return f"{start}-{name}"


def leaving_year_problem(leaving: int, today: date) -> str | None:
    """Why a summer cannot be that of a cohort a school works with now, or None: from ten years back to those now in Year 7."""
    earliest, latest = today.year - 10, leaving_year(7, academic_year(today))
    if earliest <= leaving <= latest:
        return None
    return f"{leaving} is not a summer in which a cohort of this school leaves. Choose a year from {earliest} to {latest}."
