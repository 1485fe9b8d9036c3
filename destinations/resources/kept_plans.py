"""The plan of an import kept in a file, part by part, so that any page of it can be shown and all of it applied without planning again."""

import hashlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from itertools import chain, islice
from typing import Any, BinaryIO

from django.core.files import File

from careers.rules.plan_lines import as_line, as_part
from careers.rules.student_plan import Outline, Plan

PILES = ("new", "changed", "missing", "refused", "warnings")
A_PART = 2_000
MOST_HELD = 8  # parts
Bytes = BinaryIO | File


@dataclass(frozen=True, slots=True)
class KeptPlan:
    """An outline, and where in the file each part begins: its place, and how many of each pile it has."""

    outline: Outline
    places: list[list[int]] = field(default_factory=list)
    digest: str = ""

    def parts(self, file: Bytes) -> Iterator[Plan]:
        file.seek(0)
        for line in file:
            yield as_part(line, self.outline)

    def lines(self, file: Bytes, pile: str, first: int, last: int) -> list[Any]:
        """The lines of a pile from `first` (counted from 0) to before `last`."""
        found: list[Any] = []
        start, column = 0, 1 + PILES.index(pile)
        for place in self.places:
            end = start + place[column]
            if end > first and start < last:
                file.seek(place[0])
                lines = getattr(as_part(file.readline(), self.outline), pile)
                found += lines[max(first - start, 0) : last - start]
            start = end
        return found


@dataclass(frozen=True, slots=True)
class HeldPlan:
    """A plan small enough to be held as it is, with the same to ask of it."""

    outline: Outline
    held: list[Plan]

    def parts(self, file: Bytes) -> Iterator[Plan]:
        yield from self.held

    def lines(self, file: Bytes, pile: str, first: int, last: int) -> list[Any]:
        return [line for part in self.held for line in getattr(part, pile)][first:last]


def hold_or_keep(parts: Iterable[Plan], file: BinaryIO) -> KeptPlan | HeldPlan:
    """Hold a plan of a few parts, and write a longer one into an empty file."""
    rest = iter(parts)
    first = list(islice(rest, MOST_HELD))
    if len(first) == MOST_HELD:
        return keep_plan(chain(first, rest), file)
    outline = first[0].outline
    for part in first[1:]:
        outline = outline.with_part(part)
    return HeldPlan(outline, first)


def keep_plan(parts: Iterable[Plan], file: BinaryIO, tell: Callable[[int], None] = lambda rows: None) -> KeptPlan:
    """Write a plan into an empty file. `tell` hears how many rows are planned so far."""
    outline, places, digest, rows = None, [], hashlib.sha256(), 0
    for whole in parts:
        for part in pieces(whole):
            outline = outline.with_part(part) if outline else part.outline
            line = as_line(part).encode() + b"\n"
            places.append([file.tell(), *(len(getattr(part, pile)) for pile in PILES)])
            digest.update(line)
            file.write(line)
            rows += len(part.new) + len(part.changed) + len(part.same)
            tell(rows)
    if outline is None:
        raise ValueError("A plan has at least one part.")
    digest.update(repr((outline.leaving, outline.today, outline.register, sorted(outline.own))).encode())
    return KeptPlan(outline, places, digest.hexdigest())


def pieces(plan: Plan) -> Iterator[Plan]:
    """A plan in parts small enough to be read for one page."""
    longest = max(len(getattr(plan, name)) for name in (*PILES, "same"))
    for start in range(0, max(longest, 1), A_PART):
        yield replace(plan, **{name: getattr(plan, name)[start : start + A_PART] for name in (*PILES, "same")})


def one_page(plan: KeptPlan, pile: str, lines: list[Any]) -> Plan:
    """A plan with nothing but those lines of one pile, for showing."""
    outline = plan.outline
    return Plan(outline.leaving, outline.today, outline.register, own=outline.own, notes=outline.notes, **{pile: tuple(lines)})
