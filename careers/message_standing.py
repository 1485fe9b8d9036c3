"""May this message still go? Asked at the moment it would, of what is true then and not when it was written."""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime

from django.utils import timezone

from careers import permitted
from careers.models import Message, Student
from careers.rules.asking import Purpose
from careers.rules.contact import Whose
from careers.rules.may_we import Ruling
from careers.rules.outbox import Standing, why_secrets_are_over, why_stopped

Question = Callable[[Sequence[Message], datetime], Mapping[int, str]]
ASKED_TOO: list[Question] = []
NEEDED = ("school", "student__cohort", "student__school", "detail", "link__student", "code__link")


def ask_too(question: Question) -> None:
    """For those who have messages written: what else is asked of a message when it would go. `question` gives the reasons against, by
    the message's id, in a bounded number of queries."""
    if question not in ASKED_TOO:
        ASKED_TOO.append(question)


def why_not(message: Message, now: datetime) -> str:
    """Why it may not go after all, in one sentence, or "" where it may."""
    return why_not_all([message], now)[message.pk]


def why_not_all(messages: Sequence[Message], now: datetime) -> dict[int, str]:
    """The same for many, by id. Messages come with NEEDED; the questions to the database are bounded."""
    by_purpose: defaultdict[str, dict[int, Student]] = defaultdict(dict)
    for message in messages:
        if message.student:
            by_purpose[message.purpose][message.student.pk] = message.student
    on = timezone.localdate(now)
    rulings = {purpose: permitted.may_we_all(list(students.values()), Purpose(purpose), on=on) for purpose, students in by_purpose.items()}
    others = [question(messages, now) for question in ASKED_TOO]
    return {
        message.pk: opens_nothing(message, now)
        or not_to(message, rulings, now)
        or next((why for said in others if (why := said.get(message.pk))), "")
        for message in messages
    }


def opens_nothing(message: Message, now: datetime) -> str:
    link, code = message.link, message.code
    return why_secrets_are_over(
        link_over=("{link}" in message.body and link is None) or bool(link and (link.revoked_at or link.expires_at <= now)),
        code_over=("{code}" in message.body and code is None) or bool(code and (code.used_at or code.expires_at <= now)),
    )


def not_to(message: Message, rulings: dict[str, dict[int, Ruling]], now: datetime) -> str:
    student, detail = message.student, message.detail
    if student is None:
        return ""
    told = Standing(
        channel=message.channel,
        on=timezone.localdate(now),
        ruling=rulings[message.purpose][student.pk],
        marks=permitted.marks_of(student),
        leaving=student.cohort.leaving,
        whose=detail.whose if detail else Whose.STUDENT,
        kind=detail.kind if detail else "",
        detail_over=bool(detail and (detail.ended_at or detail.bounced_at)),
        asked_for=message.code_id is not None,
    )
    return why_stopped(told)
