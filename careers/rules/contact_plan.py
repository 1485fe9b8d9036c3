"""What a list of contact details would change: what is new, what it takes the place of, and what is there already."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from careers.rules.contact import ContactKind, Whose


@dataclass(frozen=True, slots=True)
class Told:
    """One address or number as a list, or somebody, gives it: `value` in the form in which it is kept."""

    student: int
    whose: Whose
    kind: ContactKind
    value: str
    name: str = ""
    relation: str = ""


@dataclass(frozen=True, slots=True)
class Current:
    """One that is in use. `pk` tells it from the others."""

    pk: int
    student: int
    whose: Whose
    kind: ContactKind
    value: str
    name: str = ""


@dataclass(frozen=True, slots=True)
class New:
    """One to add, and those in use that end with it."""

    told: Told
    replaces: tuple[Current, ...] = ()


@dataclass(frozen=True, slots=True)
class ContactPlan:
    new: list[New] = field(default_factory=list)
    same: list[tuple[Told, int]] = field(default_factory=list)


def plan_contacts(told: Iterable[Told], current: Sequence[Current]) -> ContactPlan:
    """What each that is told would do, in order. The same told twice does it once; a later one of the same person and kind in the same
    list does not end an earlier one, but is left out: two numbers for one parent are one to use, and so is one for two parents."""
    held: defaultdict[tuple[int, str, str], list[Current]] = defaultdict(list)
    for in_use in current:
        held[in_use.student, in_use.whose, in_use.kind].append(in_use)
    plan, seen = ContactPlan(), set[tuple[int, str, str, str, str]]()
    for one in told:
        kind = (one.student, one.whose, one.kind)
        ways = {(*kind, "of", as_compared(one.name) if one.whose is Whose.PARENT else ""), (*kind, "is", one.value)}
        if ways & seen:
            continue
        seen |= ways
        if same := next((kept for kept in held[kind] if kept.value == one.value), None):
            plan.same.append((one, same.pk))
        else:
            plan.new.append(New(one, tuple(kept for kept in held[kind] if is_of_the_same(kept, one))))
    return plan


def is_of_the_same(kept: Current, told: Told) -> bool:
    """A student has one of each kind. Parents are told apart by their names; one without a name makes room for one with."""
    return told.whose is Whose.STUDENT or not kept.name or as_compared(kept.name) == as_compared(told.name)


def as_compared(name: str) -> str:
    return " ".join(name.casefold().split())
