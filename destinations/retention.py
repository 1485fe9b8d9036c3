"""How long what a return says of people is kept before anybody has decided about it."""

from datetime import date, datetime, timedelta

from django.conf import settings
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils import timezone

from destinations.models import DataReturn, ReturnRow

State = DataReturn.State
NEVER_APPLIED = (State.READING, State.REFUSED, State.STAGED)
STILL_SPEAKS = Q(pile=ReturnRow.Pile.CHECK) & (Q(decision="") | ~Q(seen={}))  # a row with its own words, or that waits for a decision


def kept_for() -> timedelta:
    return timedelta(days=settings.RETURNS_KEPT_DAYS)


def kept_until(data_return: DataReturn) -> date | None:
    """The day on which a list nobody applied goes with its file, or an applied one's undecided rows. None once nothing is left to go."""
    if data_return.state in NEVER_APPLIED:
        return timezone.localdate(data_return.uploaded_at + kept_for())
    if data_return.state == State.APPLIED and data_return.applied_at and data_return.rows.filter(STILL_SPEAKS).exists():
        return timezone.localdate(data_return.applied_at + kept_for())
    return None


def never_applied(at: datetime) -> QuerySet[DataReturn]:
    """Lists that nobody applied in time."""
    return DataReturn.objects.filter(state__in=NEVER_APPLIED, uploaded_at__lt=at - kept_for())


def never_decided(at: datetime) -> QuerySet[DataReturn]:
    """Applied lists with rows whose time is over."""
    speaks = ReturnRow.objects.filter(STILL_SPEAKS, data_return=OuterRef("pk"))
    return DataReturn.objects.filter(Exists(speaks), state=State.APPLIED, applied_at__lt=at - kept_for())
