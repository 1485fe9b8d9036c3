"""A return that the worker has in hand. The row is the truth: whoever claims it works on it, and nobody else at the same time."""

import logging
import time
import traceback
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from django.db.models import Q, QuerySet
from django.utils import timezone

from destinations.models import DataReturn

log = logging.getLogger(__name__)
State = DataReturn.State
AT_WORK = (State.READING, State.APPLYING)
CLAIM_LASTS = timedelta(minutes=2)  # since it was last heard of: every station takes seconds
PATIENCE = timedelta(seconds=30)  # longer, and the message that should have started it was lost
AT_MOST_EACH = 0.3  # seconds between two notes of how far it has come
NOT_FORESEEN = "Something went wrong that was not foreseen. The log says more: look for list {}."


class GivenAway(Exception):
    """Whoever works was given up for dead, and somebody else has taken over: write nothing more."""


@dataclass(slots=True)
class Claim:
    """One worker's hold on a return. `at` moves on with every sign of life, and is how the row tells two workers apart."""

    pk: int
    state: str
    at: datetime
    noted: float = field(default=0.0)
    doing: str = ""

    def mine(self) -> QuerySet[DataReturn]:
        return DataReturn.objects.filter(pk=self.pk, state=self.state, claimed_at=self.at)

    def tell(self, percent: int, doing: str) -> None:
        """Note how far it has come, not more often than anybody can read. Raises GivenAway."""
        if doing.rstrip("0123456789, of") == self.doing and time.monotonic() - self.noted < AT_MOST_EACH:
            return
        self.sign(percent, doing)

    def sign(self, percent: int, doing: str) -> None:
        """A sign of life with how far it has come. Raises GivenAway."""
        now = timezone.now()
        if not self.mine().update(progress=percent, doing=doing[:200], claimed_at=now):
            raise GivenAway
        self.at, self.noted, self.doing = now, time.monotonic(), doing.rstrip("0123456789, of")

    def keep(self) -> None:
        """Hold the row until the transaction ends. Raises GivenAway."""
        if not self.mine().update(claimed_at=self.at):
            raise GivenAway


def claim(return_id: int, state: str) -> Claim | None:
    """The hold on a return that waits for the worker or whose worker has died, else None. One conditional update: one of many wins."""
    now = timezone.now()
    free = Q(claimed_at=None) | Q(claimed_at__lt=now - CLAIM_LASTS)
    won = DataReturn.objects.filter(free, pk=return_id, state=state).update(claimed_at=now, progress=1, doing="Starting")
    return Claim(return_id, state, now) if won else None


def left_behind(now: datetime) -> QuerySet[DataReturn]:
    """Returns that wait for the worker although somebody should have begun, or whose worker has died."""
    waiting = Q(claimed_at=None, uploaded_at__lt=now - PATIENCE)
    return DataReturn.objects.filter(waiting | Q(claimed_at__lt=now - CLAIM_LASTS), state__in=AT_WORK)


def log_unforeseen(return_id: int, problem: Exception) -> None:
    """What went wrong and where, without the message: it may hold what a row says."""
    where = "".join(traceback.format_tb(problem.__traceback__))
    log.error("Return %s: %s\n%s", return_id, type(problem).__name__, where)
