"""What the outbox of the survey looks like two weeks in: most messages went, a few did not, some wait."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from random import Random

from careers.models import ContactDetail, Message, User
from careers.outbox import quiet_of
from careers.rules.quiet_hours import is_open, next_open
from config.demo.calendar import at
from surveys.actions import reminders
from surveys.models import Wave

State = Message.State
NO_SUCH_MAILBOX = "550 5.1.1 The mailbox does not exist"


@dataclass(frozen=True, slots=True)
class Post:
    """The messages of one wave, as at `now`."""

    rng: Random
    wave: Wave
    by: User
    now: datetime

    def send(self) -> None:
        self.wave.refresh_from_db()
        self.went(at(self.wave.opens_on, 9))
        quiet = quiet_of(self.wave.cohort.school)
        for day in range(1, 29):
            moment = at(self.wave.opens_on + timedelta(days=day), 10)
            if moment <= self.now and is_open(moment, quiet):
                reminders.remind(wave=self.wave, now=moment)
                self.went(moment)
        self.trouble()
        self.waiting()

    @property
    def messages(self):
        return Message.objects.filter(about_kind="wave", about=self.wave.pk)

    def went(self, moment: datetime) -> None:
        """Everything that waits went a little after `moment`; what goes by hand was written then."""
        moment = min(moment, self.now)
        self.messages.filter(state=State.BY_HAND, created_at__gt=moment).update(created_at=moment, due_at=moment)
        for number, message in enumerate(self.messages.filter(state=State.WAITING).order_by("pk")):
            message.state, message.created_at, message.due_at, message.tries = State.SENT, moment, moment, 1
            message.sent_at = min(moment + timedelta(seconds=2 * number), self.now)
            message.save(update_fields=["state", "created_at", "due_at", "sent_at", "tries"])

    def trouble(self) -> None:
        """Two came back, one mail server said no, one went silent."""
        sent = list(self.messages.filter(state=State.SENT).select_related("detail").order_by("pk"))
        chosen = self.rng.sample(sent, min(4, len(sent)))
        for message, state, problem in zip(
            chosen,
            (State.BOUNCED, State.BOUNCED, State.FAILED, State.IN_DOUBT),
            (NO_SUCH_MAILBOX, NO_SUCH_MAILBOX, "552 5.2.2 The mailbox is full", "The mail server fell silent while this was being sent."),
            strict=False,
        ):
            message.state, message.problem = state, problem
            message.sent_at = message.sent_at if state == State.BOUNCED else None
            message.claimed_at = message.due_at if state == State.IN_DOUBT else None
            message.save(update_fields=["state", "problem", "sent_at", "claimed_at"])
            if state == State.BOUNCED and message.detail:
                ContactDetail.objects.filter(pk=message.detail.pk).update(bounced_at=message.sent_at, bounced_why=problem)

    def waiting(self) -> None:
        """The leader has just written once more to some who have not begun: it goes on the morning after next."""
        silent = reminders.unfinished(self.wave)
        some = [invitation for invitation in silent if invitation.started_at is None][:8]
        reminders.send_once_more(wave=self.wave, invitations=some, by=self.by)
        due = next_open(self.now + timedelta(days=1), quiet_of(self.wave.cohort.school))
        self.messages.filter(state=State.WAITING).update(due_at=due)
