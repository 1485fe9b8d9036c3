"""How words are read, subject by subject: the examples as tables, searched, and what the rules make of any other words."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from destinations.rules.activities import code_of_words
from destinations.rules.application_words import state_of_words
from destinations.rules.applications import ApplicationState
from destinations.rules.course_examples import COURSES, LEVELS
from destinations.rules.courses import level_of, route_of_course
from destinations.rules.outcomes import OUTCOMES, ROUTE_NAMES, Group, Route
from destinations.rules.statuses import plain, said_by_words
from destinations.rules.word_examples import ACTIVITIES, APPLICATIONS, STATUSES
from destinations.rules.wording import SAID_WORDS, in_words, level_in_words


@dataclass(frozen=True, slots=True)
class Meaning:
    """One meaning with its examples. `part` is what stands above it in a long table."""

    meaning: str
    examples: tuple[str, ...]
    part: str = ""


@dataclass(frozen=True, slots=True)
class Subject:
    """One kind of words. `key` stands in its address."""

    key: str
    title: str
    rule: str
    meanings: tuple[Meaning, ...]

    @property
    def examples(self) -> int:
        return sum(len(meaning.examples) for meaning in self.meanings)

    def found(self, sought: str) -> tuple[Meaning, ...]:
        """The meanings whose words or examples hold these words, with those examples alone; a meaning found by its name with all."""
        asked = plain(sought)
        narrowed = (
            m if asked in plain(m.meaning) else Meaning(m.meaning, tuple(holding(m.examples, asked)), m.part) for m in self.meanings
        )
        return tuple(meaning for meaning in narrowed if meaning.examples)


def holding(examples: Iterable[str], asked: str) -> Iterator[str]:
    return (example for example in examples if asked in plain(example))


def subjects() -> tuple[Subject, ...]:
    """Every subject, in the order in which a row is read."""
    statuses = tuple(Meaning(SAID_WORDS[said], each(phrases)) for said, phrases in STATUSES.items())
    each_code = (Meaning(in_words(code), each(phrases), OUTCOMES[code].group.label) for code, phrases in ACTIVITIES.items())
    activities = in_order(each_code, [group.label for group in Group])
    applications = tuple(Meaning(ApplicationState(state).label, each(phrases)) for state, phrases in APPLICATIONS.items())
    courses = in_order(gathered(by_course()), list(ROUTE_NAMES.values()))
    return (
        Subject("status", "Status", "Never came is believed before left, and left before present.", statuses),
        Subject("activity", "Activity", "An activity code in the row wins over words.", activities),
        Subject("application", "Application", "An offer or an interview is never a destination.", applications),
        Subject("course", "Course", "The named qualification decides, before the subject.", courses),
        Subject("level", "Level", "The level column is believed before the course.", gathered(by_level())),
    )


def subject_called(key: str) -> Subject | None:
    return next((subject for subject in subjects() if subject.key == key), None)


def each(phrases: str) -> tuple[str, ...]:
    return tuple(phrase.strip() for phrase in phrases.split(" | "))


def in_order(meanings: Iterable[Meaning], parts: Sequence[str]) -> tuple[Meaning, ...]:
    """Those of one part together, in the order of the parts; those of none last."""
    order = {part: number for number, part in enumerate(parts)}
    return tuple(sorted(meanings, key=lambda meaning: order.get(meaning.part, len(order))))


def by_course() -> Iterator[tuple[str, str, str]]:
    return ((course_told(route, level), title, ROUTE_NAMES[Route(route)] if route else "") for title, (route, level) in COURSES.items())


def by_level() -> Iterator[tuple[str, str, str]]:
    return ((level_in_words(level).capitalize(), written, "") for written, level in LEVELS.items() if level)


def gathered(examples: Iterable[tuple[str, str, str]]) -> tuple[Meaning, ...]:
    """One line for each meaning, with all its examples, of (meaning, example, part)."""
    together: dict[tuple[str, str], list[str]] = {}
    for meaning, example, part in examples:
        together.setdefault((meaning, part), []).append(example)
    return tuple(sorted((Meaning(meaning, tuple(of_it), part) for (meaning, part), of_it in together.items()), key=lambda one: one.meaning))


def course_told(route: str | None, level: str) -> str:
    parts = (ROUTE_NAMES[Route(route)] if route else "", level_in_words(level) if level else "")
    return ", ".join(part for part in parts if part) or "Neither route nor level"


def read_as(words: str) -> Mapping[str, str]:
    """What the rules make of any words, by the key of the subject. A subject in which they mean nothing is not in it."""
    said, code, state = said_by_words(words), code_of_words(words), state_of_words(words)
    level = level_of("", words)
    course = course_told(route_of_course(words, level), level)
    told = {
        "status": SAID_WORDS[said] if said else "",
        "activity": in_words(code) if code else "",
        "application": ApplicationState(state).label if state else "",
        "course": course if course != "Neither route nor level" else "",
        "level": level_in_words(level_of(words, "")).capitalize() if level_of(words, "") else "",
    }
    return {key: meaning for key, meaning in told.items() if meaning}
