"""Matching measured on invented lists: `python -m benchmarks.matching [--schools 40] [--origins 100] [--big] [--wrong]`.

By default many schools and four kinds of list: how many certain matches are right, how many of ours were certain, how many certain or
waiting with the right student among the three shown, and what share of rows a person must check. `--origins` the same by the origin of
the name, as many people of each. `--big` is 15,000 rows against 45,000 students, beside an exact join, rapidfuzz within a birth date,
and Splink where it is installed: the answers at a precision, and the time as a ratio to the exact join's of the same run.
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
from benchmarks.match_names import ORIGINS
from benchmarks.match_others import METHODS, Guesses
from careers.matching.decide import match
from careers.matching.names import words
from careers.matching.nicknames import same_forename
from careers.matching.records import Known, Listed, Match, Pile
from careers.tidying import without_tidying

Lists = dict[str, tuple[list[Person], list[Person], dict[str, bool]]]
Truth = dict[object, object]


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--schools", type=int, default=40)
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--origins", type=int, default=0, metavar="SCHOOLS", help="by the origin of the name, over so many schools")
    options.add_argument("--big", action="store_true", help="15,000 rows against 45,000 students, beside other methods")
    options.add_argument("--wrong", action="store_true", help="print the wrong certain matches")
    options.add_argument("--missed", action="store_true", help="print ours that were not certain")
    chosen = options.parse_args()
    if chosen.big:
        big(chosen.seed)
    elif chosen.origins:
        by_origin(chosen)
    else:
        by_kind(chosen)


def by_kind(chosen: argparse.Namespace) -> None:
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
        truth: Truth = {row.key: person.known.id for (row, person) in rows[: len(of_ours)]}
        if columns.get("numbers"):
            rows = borrowed(rows, rng.sample(range(len(of_ours)), 2))
        listed = [row for row, _ in rows]
        rng.shuffle(listed)
        found[kind] = tally(listed, truth, match(listed, known), chosen, {k.id: k for k in known})
    return found


def by_origin(chosen: argparse.Namespace) -> None:
    """As many students of each origin in every school, and all of them on the list, beside 60 strangers."""
    totals: dict[str, Counter[str]] = {}
    clerk, plain = Clerk(chosen.seed, even=True), Clerk(chosen.seed + 1)
    for n in range(chosen.origins):
        town = Town(chosen.seed * 1000 + n, even=True)
        ours, absent = town.cohort(230)
        people = ours + town.strangers(ours, absent, 60)
        rows = [((clerk if place < len(ours) else plain).row(person, place), person) for place, person in enumerate(people)]
        truth: Truth = {row.key: person.known.id for row, person in rows[: len(ours)]}
        answers = match([row for row, _ in rows], [person.known for person in ours])
        known: dict[object, Known] = {person.known.id: person.known for person in ours}
        for origin in ORIGINS:
            some = [(row, answer) for (row, person), answer in zip(rows, answers, strict=True) if person.origin == origin]
            count = tally([row for row, _ in some], truth, [answer for _, answer in some], chosen, known)
            totals.setdefault(origin, Counter()).update(count)
    for origin, count in totals.items():
        print(line(origin, count), told(origin))
    recalls = [count["right"] / count["ours"] for count in totals.values()]
    print(f"between the origins: {max(recalls) - min(recalls):.2%} of ours certain")
    print(line("all", sum(totals.values(), Counter())))


def told(origin: str) -> str:
    """How many of the listed short forms and spellings our tables know: the generator's are its own."""
    pairs = [(name, other) for name, others in (p.split("=") for p in ORIGINS[origin].called.split()) for other in others.split(",")]
    known = sum(same_forename("".join(words(a)), "".join(words(b))) for a, b in pairs)
    return f" knows {known} of {len(pairs)}"


def borrowed(rows: list[tuple[Listed, Person]], places: list[int]) -> list[tuple[Listed, Person]]:
    """Rows under somebody else's UPN."""
    for place in places:
        row, person = rows[place]
        rows[place] = (replace(row, upn=rows[place - 1][1].known.upn), person)
    return rows


def tally(listed: list[Listed], truth: Truth, matches: list[Match], chosen: argparse.Namespace, known: dict[object, Known]) -> Counter[str]:
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
        f"{kind:26} rows {count['rows']:6} ours {count['ours']:6} wrong {count['wrong']:3}"
        f"  certain right {count['right'] / max(certain, 1):.3%}  of ours certain {count['right'] / ours:.2%}"
        f"  certain or offered {(count['right'] + count['offered']) / ours:.2%}  to check {count[Pile.CHECK] / max(count['rows'], 1):.2%}"
    )


def big(seed: int) -> None:
    """15,000 rows, 3,000 of them strangers, against three cohorts of 204 schools in one register."""
    town = Town(seed)
    ours: list[Person] = []
    absent: list[Person] = []
    for year in (2007, 2008, 2009):
        for _ in range(68):
            people, twins = town.cohort(221, year)
            ours, absent = ours + people, absent + twins
    ours = ours[:45_000]
    others = [person for year in (2007, 2008, 2009) for person in town.strangers(ours, [], 980, year)] + absent[:60]
    known = [person.known for person in ours]
    for kind, columns in {"name, birth date": {}, "and postcode": {"postcode": True}, "and UPN": {"numbers": True}}.items():
        clerk = Clerk(seed + 1)
        of_ours = town.rng.sample(ours, 12_000)
        rows = [clerk.row(person, n, **columns) for n, person in enumerate(of_ours + others)]
        compete(kind, rows, known, {row.key: person.known.id for row, person in zip(rows, of_ours, strict=False)})


def compete(kind: str, rows: list[Listed], known: list[Known], truth: Truth) -> None:
    print(f"\n{kind}: {len(rows):,} rows against {len(known):,} students")
    base = 0.0
    for name, method in {"exact join": METHODS["exact join"], "Waymark": waymark, **METHODS}.items():
        if name == "exact join" and base:
            continue
        try:
            runs = [timed(method, rows, known) for _ in range(3 if name == "exact join" else 1)]  # again, others remember names
        except ImportError:
            print(f"{name:16} is not installed here")
            continue
        worked, took, guesses = min(runs, key=lambda run: run[0])
        base = base or worked
        print(f"{name:16} {worked:6.2f} s of a processor = {worked / base:5.1f} x the exact join ({took:.2f} s)  {scored(guesses, truth)}")
    matches = match(rows, known)
    chosen = argparse.Namespace(wrong=False, missed=False)
    print(line("Waymark", tally(rows, truth, matches, chosen, {k.id: k for k in known})))


def timed(method: Callable[..., Guesses], rows: list[Listed], known: list[Known]) -> tuple[float, float, Guesses]:
    """Seconds of a processor, seconds by the clock, and the guesses. Nobody pays for the memory that making the people took."""
    clock, processor = time.perf_counter(), time.process_time()
    with without_tidying():
        guesses = method(rows, known)
        return time.process_time() - processor, time.perf_counter() - clock, guesses


def waymark(rows: list[Listed], known: list[Known]) -> Guesses:
    """The best candidate of each row; what is certain stands before whatever is not."""
    return [
        (answer.key, answer.candidates[0].id, answer.candidates[0].score + (answer.pile is Pile.CERTAIN))
        for answer in match(rows, known)
        if answer.candidates
    ]


def scored(guesses: Guesses, truth: Truth) -> str:
    """How many of ours are found while so many in a hundred of those taken are right: the cut is the best one that keeps that promise."""
    ordered = sorted(guesses, key=lambda guess: -guess[2])
    best = dict.fromkeys((99.9, 99.5, 99.0), 0.0)
    right = 0
    for n, (key, student, score) in enumerate(ordered, start=1):
        right += truth.get(key) == student
        if n < len(ordered) and ordered[n][2] == score:
            continue
        for promise in best:
            if right >= n * promise / 100:
                best[promise] = right / len(truth)
    return "  ".join(f"R@{promise} {recall:.2%}" for promise, recall in best.items())


if __name__ == "__main__":
    main()
