"""A part of an import's plan as one line of text, and back: so that what was shown is kept, and is what is applied."""

import json
from datetime import date
from decimal import Decimal
from typing import Any

from careers.rules.characteristics import Span, SpanChange
from careers.rules.problems import Problem
from careers.rules.student_plan import Change, Changed, Missing, Newcomer, Outline, Plan

DATES = frozenset({"date_of_birth", "missing_since"})
Spans = tuple[SpanChange, ...]


class Shared:
    """What many rows of a part say alike, written once."""

    def __init__(self) -> None:
        self.places: dict[int, int] = {}
        self.spans: list[Spans] = []

    def place(self, spans: Spans) -> int:
        if id(spans) not in self.places:
            self.places[id(spans)] = len(self.spans)
            self.spans.append(spans)
        return self.places[id(spans)]


def as_line(part: Plan) -> str:
    """The new, changed, same, missing, refused and warnings of a plan. Without line breaks."""
    shared = Shared()
    told = {
        "new": [[one.row, one.values, shared.place(one.spans)] for one in part.new],
        "changed": [
            [one.row, one.student, one.name, [[c.field, c.old, c.new] for c in one.changes], shared.place(one.spans)]
            for one in part.changed
        ],
        "same": part.same,
        "missing": [[one.student, one.name, one.since, one.newly] for one in part.missing],
        "refused": [problem_as_list(one) for one in part.refused],
        "warnings": [problem_as_list(one) for one in part.warnings],
    }
    told["spans"] = [[[c.kind, c.what, c.span.since, c.span.until, c.span.id] for c in spans] for spans in shared.spans]
    return json.dumps(told, ensure_ascii=False, separators=(",", ":"), default=str)


def as_part(line: str | bytes, outline: Outline) -> Plan:
    """The part that `as_line` wrote."""
    told = json.loads(line)
    spans = [tuple(span_change(*one) for one in some) for some in told["spans"]]
    return Plan(
        outline.leaving,
        outline.today,
        outline.register,
        new=tuple(Newcomer(row, with_types(values), spans[place]) for row, values, place in told["new"]),
        changed=tuple(
            Changed(row, student, name, tuple(Change(f, typed(f, old), typed(f, new)) for f, old, new in told_changes), spans[place])
            for row, student, name, told_changes, place in told["changed"]
        ),
        same=tuple(told["same"]),
        missing=tuple(Missing(student, name, date.fromisoformat(since), newly) for student, name, since, newly in told["missing"]),
        refused=tuple(Problem(*one) for one in told["refused"]),
        warnings=tuple(Problem(*one) for one in told["warnings"]),
        own=outline.own,
        notes=outline.notes,
    )


def problem_as_list(problem: Problem) -> list[Any]:
    return [problem.row, problem.column, problem.value, problem.message, problem.kept]


def changes(changed: Changed) -> list[list[Any]]:
    return [[change.field, change.old, change.new] for change in changed.changes]


def span_change(kind: str, what: str, since: str | None, until: str | None, pk: int | None) -> SpanChange:
    return SpanChange(kind, what, Span(kind, day(since), day(until), pk))


def with_types(values: dict[str, Any]) -> dict[str, Any]:
    for name in ("date_of_birth", "attendance"):
        if name in values:
            values[name] = typed(name, values[name])
    return values


def typed(name: str, value: Any) -> Any:
    if value is None or not isinstance(value, str):
        return value
    if name in DATES:
        return date.fromisoformat(value)
    return Decimal(value) if name == "attendance" else value


def day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def outline_as_dict(outline: Outline) -> dict[str, Any]:
    """Plain values, for a JSON field."""
    return {name: getattr(outline, name) for name in Outline.__dataclass_fields__} | {"today": outline.today.isoformat()}


def outline_from(told: dict[str, Any]) -> Outline:
    return Outline(**told | {"today": date.fromisoformat(told["today"]), "notes": tuple(told["notes"])})
