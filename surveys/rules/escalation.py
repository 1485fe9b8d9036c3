"""When a worry that nobody has read goes to the safeguarding lead: after one school day."""

from datetime import datetime, time, timedelta

from careers.rules.quiet_hours import UK, Quiet, is_school_day

END_OF_DAY = time(16)  # nobody has had a school day to read it in before it ends


def one_school_day_later(said_at: datetime, school: Quiet) -> datetime:
    """The same hour of the next school day, and its end at the latest; the end of the next one for what was said outside school days.

    Said on a Friday at ten: Monday at ten. On a Saturday: Monday at four. Holidays of `school` are passed over. UK time.
    """
    local = said_at.astimezone(UK)
    day = local.date() + timedelta(days=1)
    while not is_school_day(day, school):
        day += timedelta(days=1)
    hour = min(time(local.hour, local.minute, local.second), END_OF_DAY) if is_school_day(local.date(), school) else END_OF_DAY
    return datetime.combine(day, hour, tzinfo=UK)
