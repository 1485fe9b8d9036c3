"""Whether somebody is still asked in a wave when a message about it would go."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Asked:
    """One student in one wave, as things stand. `over`: the wave was closed or its last day has passed; `known`: from a list or by a
    person's decision; `not_counted`: moved abroad, died and so on."""

    over: bool = False
    answered: bool = False
    taken_off: bool = False
    not_counted: bool = False
    known: bool = False


def why_not(asked: Asked) -> str:
    """Why a message about the wave may not go any more, in one sentence, or "" where it may."""
    reasons = {
        "The survey is over.": asked.over,
        "The student has answered.": asked.answered,
        "The student was taken off the list.": asked.taken_off,
        "The student is not counted any more.": asked.not_counted,
        "What the student does is known without asking.": asked.known,
    }
    return next((words for words, holds in reasons.items() if holds), "")
