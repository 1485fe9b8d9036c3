"""Who of a cohort is asked in a wave, and who is not and why: every student is counted in one place."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

OTHER_FORM, OTHER_GROUP = "in another form", "in none of the groups chosen"
ANSWERED, NOT_ANSWERED = "answered an earlier survey", "answered no earlier survey"
HOLD, DIED, GONE = "on a safeguarding hold", "died", "not in the school’s latest export"


@dataclass(frozen=True, slots=True)
class Audience:
    """Which of the cohort: empty means everybody. In one of the forms, in one of the groups, and having answered before ("yes") or not."""

    forms: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()
    answered: str = ""

    @classmethod
    def from_data(cls, data: Mapping[str, Any]) -> "Audience":
        """As a wave keeps it: {"forms": […], "groups": […], "answered": "yes" or "no"}."""
        return cls(tuple(data.get("forms") or ()), tuple(data.get("groups") or ()), str(data.get("answered") or ""))

    def as_data(self) -> dict[str, Any]:
        kept = {"forms": list(self.forms), "groups": list(self.groups), "answered": self.answered}
        return {name: value for name, value in kept.items() if value}


@dataclass(frozen=True, slots=True)
class Candidate:
    """One student of the cohort. `groups` are keys of characteristics; `excluded` says why they count in no figure; `gone`: not in the
    latest export of the school."""

    student: int
    form: str = ""
    groups: frozenset[str] = frozenset()
    answered: bool = False
    excluded: str = ""
    hold: bool = False
    died: bool = False
    gone: bool = False


@dataclass(frozen=True, slots=True)
class Choice:
    """The ids of those who are asked, and how many are not, by reason: together the whole cohort."""

    asked: tuple[int, ...]
    left_out: Mapping[str, int]

    @property
    def of(self) -> int:
        return len(self.asked) + sum(self.left_out.values())


def why_left_out(candidate: Candidate, audience: Audience) -> str:
    """The reason in a few words, or "" for who is asked. What holds for good comes before what was chosen."""
    standing = {DIED: candidate.died, HOLD: candidate.hold, candidate.excluded.lower(): bool(candidate.excluded), GONE: candidate.gone}
    chosen = {
        OTHER_FORM: bool(audience.forms) and candidate.form not in audience.forms,
        OTHER_GROUP: bool(audience.groups) and not candidate.groups & set(audience.groups),
        ANSWERED: audience.answered == "no" and candidate.answered,
        NOT_ANSWERED: audience.answered == "yes" and not candidate.answered,
    }
    return next((reason for reason, holds in (standing | chosen).items() if holds), "")


def choose(candidates: Iterable[Candidate], audience: Audience) -> Choice:
    """Who is asked. The most frequent reason for not asking comes first."""
    asked, reasons = [], Counter[str]()
    for candidate in candidates:
        if reason := why_left_out(candidate, audience):
            reasons[reason] += 1
        else:
            asked.append(candidate.student)
    return Choice(tuple(asked), dict(reasons.most_common()))


def in_words(choice: Choice) -> str:
    """ "198 of 204 will be asked; 6 not: 4 moved abroad, 2 on a safeguarding hold." """
    if not choice.of:
        return "There is nobody in this cohort yet."
    said = f"{len(choice.asked) or 'Nobody'} of {choice.of} will be asked"
    missing = choice.of - len(choice.asked)
    return f"{said}; {missing} not: {', '.join(f'{n} {why}' for why, n in choice.left_out.items())}." if missing else f"{said}."
