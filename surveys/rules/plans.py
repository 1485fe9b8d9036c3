"""A reminder plan as data: which day, by what, to whom, with which words. Steps that people do themselves stand in it as tasks.

The usual plan follows what studies of leavers' surveys found (HESA's Graduate Outcomes, NACE, Understanding Society): other words for who
has begun, a text after the email rather than before it, tutors with lists between the messages, and an end.
"""

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import Any

from careers.rules.contact import MessageChannel
from careers.rules.message_words import BY_KEY

LONGEST = 120  # days: a wave that lasts longer is two waves


class To(StrEnum):
    STUDENT = "student"
    PARENT = "parent"
    TUTOR = "tutor"
    YEAR_LEAD = "year_lead"
    CAREERS = "careers"

    @property
    def label(self) -> str:
        return TO_NAMES[self]


TO_NAMES = {
    To.STUDENT: "students",
    To.PARENT: "parents and carers",
    To.TUTOR: "tutors",
    To.YEAR_LEAD: "head of year",
    To.CAREERS: "careers team",
}


class For(StrEnum):
    """Of those who have not finished."""

    ALL = "all"
    NOT_STARTED = "not_started"
    STARTED = "started"


TASK = "task"
TASKS = {
    "briefing": "Brief tutors, put up the poster and hand out the slips with personal codes",
    "form_time": "Tutor time: each tutor opens the survey for the class",
    "tutor_list": "Tutors look at their list of who is done and who is not",
    "slips": "Tutors hand a slip to everyone who has not answered",
    "year_list": "The head of year looks at the list of who is not done",
    "paper": "A session with a teaching assistant, or on paper, for those who are left",
    "close": "Close the wave; who has not answered gets an appointment",
}
WORDS = {
    "invitation": "Invitation",
    "reminder": "Reminder (other words for those who have begun)",
    "parent_reminder": "Message to a parent or carer",
}


@dataclass(frozen=True, slots=True)
class Step:
    """`day` counts from the first day of the wave. `words` is a key of careers/rules/message_words.py, or of TASKS."""

    day: int
    channel: str
    to: To
    words: str
    for_whom: For = For.ALL

    @property
    def is_message(self) -> bool:
        return self.channel != TASK

    @property
    def key(self) -> str:
        """Names the step in its plan. The same whatever other steps are added or taken out."""
        return f"{self.day} {self.to} {self.channel}" if self.is_message else f"{self.day} {self.words}"

    @property
    def label(self) -> str:
        if not self.is_message:
            return TASKS[self.words]
        whom = {For.ALL: "", For.NOT_STARTED: ", not started", For.STARTED: ", started and not finished"}[self.for_whom]
        return f"{WORDS[self.words]}: {MessageChannel(self.channel).label.lower()} to {self.to.label}{whom}"


Plan = tuple[Step, ...]


def from_data(data: Iterable[Mapping[str, Any]]) -> Plan:
    """The plan that a wave keeps, by day. Raises ValueError, naming what is wrong, for what is no plan."""
    steps = sorted((as_step(kept) for kept in data), key=lambda step: (step.day, step.is_message))
    if len({step.key for step in steps}) < len(steps):
        raise ValueError("The same message stands twice on one day.")
    return tuple(steps)


def as_step(kept: Mapping[str, Any]) -> Step:
    step = Step(int(kept["day"]), str(kept["channel"]), To(kept["to"]), str(kept["words"]), For(kept.get("for", For.ALL)))
    if not (-LONGEST if not step.is_message else 0) <= step.day <= LONGEST:
        raise ValueError(f"Day {step.day} is not a day of the plan: a message goes on day 0 to {LONGEST}.")
    if step.is_message and (step.words not in WORDS or (step.words, step.channel) not in BY_KEY):
        raise ValueError(f"There are no words “{step.words}” by {step.channel}.")
    if step.is_message and (step.words == "parent_reminder") != (step.to is To.PARENT):
        raise ValueError("The words to a parent or carer go to parents and carers, and to nobody else.")
    if step.is_message and step.to not in (To.STUDENT, To.PARENT):
        raise ValueError("Messages go to students and to parents and carers; tutors have their list.")
    if not step.is_message and step.words not in TASKS:
        raise ValueError(f"There is no task “{step.words}”.")
    return step


def as_data(plan: Iterable[Step]) -> list[dict[str, Any]]:
    return [{("for" if name == "for_whom" else name): value for name, value in asdict(step).items()} for step in plan]


def usual_plan() -> Plan:
    """For a survey of students who are in school."""
    email, text = MessageChannel.EMAIL.value, MessageChannel.TEXT.value
    return (
        Step(-7, TASK, To.TUTOR, "briefing"),
        Step(0, TASK, To.TUTOR, "form_time"),
        Step(0, email, To.STUDENT, "invitation"),
        Step(3, TASK, To.TUTOR, "tutor_list"),
        Step(7, TASK, To.TUTOR, "slips"),
        Step(7, email, To.STUDENT, "reminder"),
        Step(10, TASK, To.YEAR_LEAD, "year_list"),
        Step(14, text, To.PARENT, "parent_reminder"),
        Step(21, TASK, To.CAREERS, "paper"),
        Step(28, TASK, To.CAREERS, "close"),
    )


def more_steps() -> Plan:
    """Steps that are not in the usual plan and can be added to it."""
    email, text, letter = MessageChannel.EMAIL.value, MessageChannel.TEXT.value, MessageChannel.LETTER.value
    return (
        Step(10, text, To.STUDENT, "reminder"),
        Step(14, email, To.PARENT, "parent_reminder"),
        Step(18, email, To.STUDENT, "reminder"),
        Step(21, letter, To.STUDENT, "reminder"),
    )


def offered(plan: Plan | None) -> list[tuple[Step, bool]]:
    """The steps to choose from, by day, each with whether it is taken: those of the plan, and others of the usual one and beside it."""
    taken = list(usual_plan() if plan is None else plan)
    spare = [*usual_plan(), *more_steps()]
    for step in taken:
        same = next((other for other in spare if is_alike(other, step)), None)
        if same:
            spare.remove(same)
    return sorted([(step, True) for step in taken] + [(step, False) for step in spare], key=lambda pair: (pair[0].day, pair[0].is_message))


def is_alike(one: Step, other: Step) -> bool:
    """The same but for its day."""
    return (one.channel, one.to, one.words, one.for_whom) == (other.channel, other.to, other.words, other.for_whom)
