"""The statements of a school's past, and which of them we have already."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from careers.models import Student
from destinations.actions.history_places import NewProvider, Place
from destinations.models import Evidence
from destinations.rules.checkpoints import Checkpoint, Question
from destinations.rules.history import Saying, window
from destinations.rules.names import normalise
from destinations.rules.outcomes import OUTCOMES, ROUTE_NAMES, Route
from destinations.rules.sources import SourceKind
from destinations.rules.statements import Said


@dataclass(frozen=True, slots=True, eq=False)
class Told:
    """One statement to be made: about whom, by whom (kind and name of a source, and the place it speaks for), where and what."""

    row: int
    student: Student
    saying: Saying
    kind: SourceKind
    source_name: str
    speaks_for: Place | None
    provider: Place | None
    said: Said
    outcome: str
    route: str

    @property
    def said_on(self) -> date:
        return self.saying.said_on

    @property
    def dated(self) -> bool:
        return self.saying.dated

    @property
    def words(self) -> str:
        return self.saying.words

    @property
    def says(self) -> str:
        """What is stated, in words: "Further education, full time (230)", "A levels", "Undecided"."""
        if self.outcome:
            return f"{OUTCOMES[self.outcome].name} ({self.outcome})"
        if self.route:
            return ROUTE_NAMES[Route(self.route)]
        return "Undecided" if self.said is Said.UNDECIDED else self.words or "Plans to go there"

    @property
    def source_key(self) -> tuple:
        if self.speaks_for is not None:
            return "place", id(self.speaks_for) if isinstance(self.speaks_for, NewProvider) else self.speaks_for.pk
        return self.kind, normalise(self.source_name)


ASKED = (
    "student_id", "source__kind", "source__normalised", "source__provider_id", "provider_id", "said", "outcome", "route", "said_on",
    "dated", "words", "course", "level", "starts_on", "ends_on",
)  # fmt: skip


class Known:
    """What stands about some students. One query.

    A statement is known when the same was said on the same day, or when the same words were loaded before: whoever corrected a
    provider's type since, or loads an undated list on another day, adds nothing.
    """

    def __init__(self, students: Iterable[Student], questions: dict[Checkpoint, Question]) -> None:
        self.windows = {checkpoint: window(asked) for checkpoint, asked in questions.items()}
        ids = {student.pk for student in students if student.pk}
        self.same: set[tuple] = set()
        self.loaded: set[tuple] = set()
        for row in Evidence.objects.standing().filter(student__in=ids).values(*ASKED):
            speaks_for = row["source__provider_id"]
            source = ("place", speaks_for) if speaks_for else (row["source__kind"], row["source__normalised"])
            about = (row["student_id"], source, row["provider_id"], row["said"])
            if not (row["course"] or row["level"] or row["starts_on"] or row["ends_on"]):
                self.same.add((*about, row["outcome"], row["route"], row["said_on"]))
            when = row["said_on"] if row["dated"] else self.checkpoint_on(row["said_on"])
            self.loaded.add((*about, when, row["words"]))

    def checkpoint_on(self, day: date) -> Checkpoint | None:
        return next((checkpoint for checkpoint, (first, last) in self.windows.items() if first <= day <= last), None)

    def holds(self, told: Told) -> bool:
        if isinstance(told.provider, NewProvider) or isinstance(told.speaks_for, NewProvider) or not told.student.pk:
            return False
        about = (told.student.pk, told.source_key, told.provider.pk if told.provider else None, told.said)
        when = told.said_on if told.dated else told.saying.checkpoint
        return (*about, told.outcome, told.route, told.said_on) in self.same or (*about, when, told.words) in self.loaded
