"""What matching says of a row and a student, part by part, each with whether it speaks for or against."""

import re
from collections.abc import Collection
from dataclasses import dataclass

from destinations.rules.letters import Verdict

# Read in this order; what none of them knows is a likeness: matching mentions what it could make something of.
TELLING = (
    (Verdict.NOTHING, re.compile(r"\bto compare\b|\bonly the first letter\b", re.IGNORECASE)),
    (Verdict.DIFFERS, re.compile(r"\bdiffer|\ba name of (its|their) own\b|\banother school\b|\bnot the same\b", re.IGNORECASE)),
    (Verdict.NEARLY, re.compile(r"\bchanged round\b|\bout\b|\bone letter\b|\btwo letters\b|\banother year\b|\bclose to\b", re.IGNORECASE)),
    (Verdict.AGREES, re.compile(r"\bsame\b|\bagrees\b|\bcomes from us\b", re.IGNORECASE)),
)


@dataclass(frozen=True, slots=True)
class Reason:
    words: str
    verdict: Verdict


def reasons(said: str, without: Collection[str] = ()) -> list[Reason]:
    """The parts of "Same birth date; Zoë/Zoe; postcode different." Those that speak of a word in `without` are left out."""
    parts = [part.strip().rstrip(".") for part in said.split(";")]
    kept = [part for part in parts if part and not any(word in part.casefold() for word in without)]
    return [Reason(part[:1].upper() + part[1:], verdict_of(part)) for part in kept]


def verdict_of(part: str) -> Verdict:
    return next((verdict for verdict, pattern in TELLING if pattern.search(part)), Verdict.NEARLY)
