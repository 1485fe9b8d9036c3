"""One writer at a time in a school. Every action that reads before it writes takes this first, so that none decides on what another
is changing, and so that locks are always taken in the same order. SQLite has one writer anyway; PostgreSQL needs telling."""

from careers.models import School


def alone_in(school: School) -> None:
    """Wait until no other action is writing in this school. Held until the transaction ends."""
    School.objects.select_for_update().get(pk=school.pk)
