"""What a person decides about a message: send it again, it has gone, it is not to go, it came back."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.utils import timezone

from careers import message_standing, outbox
from careers.actions import audit, contact
from careers.actions.locking import alone_in
from careers.models import Message, User
from careers.rules.contact import MessageChannel
from careers.rules.quiet_hours import next_open

State = Message.State


@dataclass(frozen=True, slots=True)
class Decision:
    """What can be decided, in which states, and how the audit says it."""

    key: str
    words: str
    states: tuple[str, ...]
    verb: str


DECISIONS = (
    Decision("again", "Send it again", (State.IN_DOUBT, State.FAILED), "had a message sent again"),
    Decision("gone", "It has gone", (State.IN_DOUBT, State.BY_HAND), "marked a message as gone"),
    Decision("stop", "Do not send it", (State.IN_DOUBT, State.FAILED, State.WAITING, State.BY_HAND), "stopped a message"),
    Decision("back", "It came back", (State.SENT, State.IN_DOUBT), "marked a message as come back"),
)
BY_KEY = {decision.key: decision for decision in DECISIONS}
BACK = "It came back."


def open_to(message: Message) -> list[Decision]:
    """What can be decided about it now. An email that may not go any more cannot be sent again (`why_not_again`)."""
    found = [decision for decision in DECISIONS if message.state in decision.states]
    if message.channel != MessageChannel.EMAIL or why_not_again(message):
        found = [decision for decision in found if decision.key != "again"]
    return found


def why_not_again(message: Message) -> str:
    """Why an email that is in doubt or failed may not be sent again, in one sentence, or "" where it may or nobody would ask."""
    asked = message.channel == MessageChannel.EMAIL and message.state in BY_KEY["again"].states
    return message_standing.why_not(message, timezone.now()) if asked else ""


@transaction.atomic
def decide(*, message: Message, what: str, by: User) -> bool:
    """Carry out one decision. False where it is not open any more: somebody else was first, or it may not go again.

    Raises KeyError for what is no decision. Sent again, it keeps its Message-ID. An address from which
    it came back is not used again until somebody finds it to be right.
    """
    decision, now = BY_KEY[what], timezone.now()
    alone_in(message.school)
    changes = {"state": None, "problem": "", "claim": "", "settled_by": by} | changed(message, what, by, now)
    if decision not in open_to(message) or not Message.objects.filter(pk=message.pk, state__in=decision.states).update(**changes):
        return False
    if what == "back" and message.detail is not None:
        contact.came_back(detail=message.detail, why=BACK, at=now)
    audit.record(school=message.school, by=by, verb=decision.verb, subject=message)
    return True


def changed(message: Message, what: str, by: User, now: datetime) -> dict[str, object]:
    if what == "again":
        due = now if message.at_once else next_open(now, outbox.quiet_of(message.school))
        return {"state": State.WAITING, "tries": 0, "due_at": due}
    if what == "gone":
        return {"state": State.SENT, "sent_at": message.claimed_at or now}
    if what == "back":
        return {"state": State.BOUNCED, "problem": BACK}
    return {"state": State.STOPPED, "problem": f"Stopped by {by}."[:300]}
