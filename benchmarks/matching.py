"""Matching measured on invented lists: `python -m benchmarks.matching [--schools 40] [--seed 1] [--big] [--wrong]`.

Prints, for each kind of list: rows, rows about ours, how many certain matches are right, how many of ours were certain, how
many certain or waiting with the right student among the three shown, and the share of rows a person must check.
"""

import argparse
import sys
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from benchmarks.match_generator import Clerk, Person, Town
from careers.matching.decide import match
from careers.matching.records import Known, Listed, Match, Pile

Lists = dict[str, tuple[list[Person], list[Person], dict[str, bool]]]


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--schools", type=int, default=40)
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--big", action="store_true", help="15,000 rows against 45,000 students")
    options.add_argument("--wrong", action="store_true", help="print the wrong certain matches")
    options.add_argument("--missed", action="store_true", help="print ours that were not certain")
    chosen = options.parse_args()
    if chosen.big:
        big(chosen.seed, chosen)
        return
    totals: dict[str, Counter[str]] = {}
    for n in range(chosen.schools):
        for kind, count in school(chosen.seed * 1000 + n, chosen).items():
            totals.setdefault(kind, Counter()).update(count)
    for kind, count in totals.items():
        print(line(kind, count))


def school(seed: int, chosen: argparse.Namespace) -> dict[str, Counter[str]]:
    town = Town(seed)
    ours, absent = town.cohort(210 + seed % 30)
    rng = town.rng
    college = rng.sample(ours, 90)
    lists: Lists = {
        "college: name, birth date": (college, town.strangers(ours, absent, 130), {}),
        "college: and postcode": (college, town.strangers(ours, absent, 130), {"postcode": True}),
        "sixth form: mostly ours": (rng.sample(ours, 60), town.strangers(ours, absent[:1], 20), {"middle": True}),
        "authority: UPN": (ours, town.strangers(ours, absent, 10), {"numbers": True}),
    }
    known = [person.known for person in ours]
    found = {}
    for kind, (of_ours, others, columns) in lists.items():
        clerk = Clerk(seed + len(kind))
        rows = [(clerk.row(person, ("Sheet1", n), **columns), person) for n, person in enumerate(of_ours + others, start=2)]
        truth = {row.key: person.known.id for (row, person) in rows[: len(of_ours)]}
        if columns.get("numbers"):
            rows = borrowed(rows, rng.sample(range(len(of_ours)), 2))
        listed = [row for row, _ in rows]
        rng.shuffle(listed)
        found[kind] = tally(listed, truth, match(listed, known), chosen, {k.id: k for k in known})
    return found


def borrowed(rows: list[tuple[Listed, Person]], places: list[int]) -> list[tuple[Listed, Person]]:
    """Rows under somebody else's UPN."""
    for place in places:
        row, person = rows[place]
        rows[place] = (replace(row, upn=rows[place - 1][1].known.upn), person)
    return rows


def tally(
    listed: list[Listed], truth: dict[object, object], matches: list[Match], chosen: argparse.Namespace, known: dict[object, Known]
) -> Counter[str]:
    count: Counter[str] = Counter()
    for row, answer in zip(listed, matches, strict=True):
        who = truth.get(row.key)
        count["rows"] += 1
        count["ours"] += who is not None
        count[answer.pile] += 1
        if answer.pile is Pile.CERTAIN and answer.student != who:
            count["wrong"] += 1
            if chosen.wrong:
                show("WRONG", row, known.get(who), known.get(answer.student), answer)
        count["right"] += answer.pile is Pile.CERTAIN and answer.student == who
        if who is not None and answer.student != who:
            if chosen.missed:
                show(answer.pile.upper(), row, known[who], None, answer)
            count["offered"] += any(candidate.id == who for candidate in answer.candidates)
    return count


def show(label: str, row: Listed, who: object, taken: object, answer: Match) -> None:
    brief: Callable[[object], str] = lambda p: " ".join(  # noqa: E731
        str(getattr(p, name, "")) for name in ("upn", "forename", "middle_names", "surname", "date_of_birth", "postcode")
    )
    print(f"{label}: {brief(row)} | is {brief(who)} | taken {brief(taken)} | {answer.why} {[c.score for c in answer.candidates]}")


def line(kind: str, count: Counter[str]) -> str:
    certain, ours = count["right"] + count["wrong"], max(count["ours"], 1)
    return (
        f"{kind:28} rows {count['rows']:6} ours {count['ours']:6} wrong {count['wrong']:3}"
        f"  certain right {count['right'] / max(certain, 1):.3%}  of ours certain {count['right'] / ours:.2%}"
        f"  certain or offered {(count['right'] + count['offered']) / ours:.2%}  to check {count[Pile.CHECK] / count['rows']:.2%}"
    )


def big(seed: int, chosen: argparse.Namespace) -> None:
    town = Town(seed)
    ours: list[Person] = []
    absent: list[Person] = []
    for year in (2007, 2008, 2009):
        for _ in range(68):
            people, twins = town.cohort(221, year)
            ours, absent = ours + people, absent + twins
    ours = ours[:45_000]
    others = town.strangers(ours, absent[:60], 3_000)
    for postcode in (False, True):
        clerk, rng = Clerk(seed + 1), town.rng
        of_ours = rng.sample(ours, 12_000)
        rows = [clerk.row(person, ("Sheet1", n), postcode=postcode) for n, person in enumerate(of_ours + others, start=2)]
        truth: dict[object, object] = {row.key: person.known.id for row, person in zip(rows, of_ours, strict=False)}
        known = [person.known for person in ours]
        began = time.perf_counter()
        matches = match(rows, known)
        took = time.perf_counter() - began
        print(
            line(
                f"15,000 of {len(known)}{', postcode' if postcode else ''}", tally(rows, truth, matches, chosen, {k.id: k for k in known})
            ),
            f" {took:.1f} s",
        )


if __name__ == "__main__":
    main()
