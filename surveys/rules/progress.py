"""How far those who were asked have come, counted by form and by group, and in a sentence."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from careers.rules.percentages import percent


class Stage(StrEnum):
    """How far one student has come, furthest first."""

    FINISHED = "finished"
    STARTED = "started"
    OPENED = "opened"
    ASKED = "asked"

    @property
    def label(self) -> str:
        return STAGE_NAMES[self]


STAGE_NAMES = {
    Stage.FINISHED: "Finished",
    Stage.STARTED: "Started",
    Stage.OPENED: "Opened, not started",
    Stage.ASKED: "Not opened",
}


@dataclass(frozen=True, slots=True)
class Row:
    """One form, one group or everybody: how many are at each stage."""

    key: str
    label: str
    stages: Counter[Stage]

    @property
    def n(self) -> int:
        return self.stages.total()

    @property
    def finished(self) -> int:
        return self.stages[Stage.FINISHED]

    @property
    def started(self) -> int:
        """Started, whether or not they have finished since."""
        return self.finished + self.stages[Stage.STARTED]

    @property
    def opened(self) -> int:
        return self.started + self.stages[Stage.OPENED]

    @property
    def waiting(self) -> int:
        return self.n - self.finished

    @property
    def rate(self) -> str:
        return percent(self.finished, self.n)


def stage_of(*, opened: bool, started: bool, finished: bool) -> Stage:
    return Stage.FINISHED if finished else Stage.STARTED if started else Stage.OPENED if opened else Stage.ASKED


def row(key: str, label: str, stages: Iterable[Stage]) -> Row:
    return Row(key, label, Counter(stages))


def in_words(everybody: Row) -> str:
    """ "83 of 198 have finished (42%). 12 have started, 40 have opened it, and 63 have not opened it yet." """
    if not everybody.n:
        return "Nobody has been asked yet."
    if everybody.finished == everybody.n:
        return f"All {everybody.n} have finished."
    stages = everybody.stages
    rest = [f"{stages[Stage.STARTED]} have started", f"{stages[Stage.OPENED]} have opened it and not started"]
    said = f"{everybody.finished} of {everybody.n} have finished ({everybody.rate})"
    return f"{said}. {', '.join(rest)}, and {stages[Stage.ASKED]} have not opened it yet."


def least(rows: Iterable[Row], everybody: Row) -> str:
    """The form or group from which least has come, if it lags: a sentence, or ""."""
    counted = [one for one in rows if one.n >= 5]
    if not counted or not everybody.finished:
        return ""
    last = min(counted, key=lambda one: one.finished / one.n)
    lags = last.finished / last.n < everybody.finished / everybody.n - 0.1
    return f"Least has come from {last.label}: {last.finished} of {last.n}." if lags else ""
