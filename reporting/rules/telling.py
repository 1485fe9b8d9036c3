"""A cohort's figures told in sentences, for a report that is read aloud."""

from collections.abc import Iterator
from datetime import date

from careers.rules.percentages import percent
from destinations.rules.checkpoints import Checkpoint
from destinations.rules.counting import PLANNED
from destinations.rules.outcomes import Group
from reporting.rules.figures import Figures
from reporting.rules.words import OUTCOME_PHRASES, day, headline, listed, many


def share(n: int, f: Figures) -> str:
    """ "160 (80%)" of the whole cohort."""
    return f"{n} ({percent(n, f.cohort)})"


def sentences(f: Figures, checkpoint: Checkpoint, first_recorded: date | None) -> Iterator[str]:
    """The figures in words: the headline, where the known are, how far the not known could move it, and whose word it is."""
    yield headline(f, checkpoint)
    if not f.cohort:
        return
    if f.known:
        yield where(f, checkpoint)
        yield verified(f)
    if f.not_known and checkpoint in PLANNED:
        yield f"{share(f.not_known, f)} have no plan that we know of."
    elif f.not_known:
        yield (
            f"{share(f.not_known, f)} are not known, so those not in education, employment or training are at least {f.neet} "
            f"and could be as many as {share(f.neet + f.not_known, f)}."
        )
    if first_recorded:
        yield f"Nothing about these students was recorded before {day(first_recorded)}, which is after the date of this report."


def where(f: Figures, checkpoint: Checkpoint) -> str:
    told = [(group, share(n, f)) for group, n in f.outcomes.items() if n and group is not Group.NOT_KNOWN]
    if checkpoint in PLANNED:
        does = "the plans are: " + listed([f"{group.label.lower()} {n}" for group, n in told])
    else:
        does = listed([f"{n} {OUTCOME_PHRASES[group]}" for group, n in told])
    return f"Of {many(f.cohort, 'student')}, {does}{'; the others are not known' if f.not_known else ''}."


def verified(f: Figures) -> str:
    if not f.verified:
        return f"None of the {f.known} known is verified yet by the place itself or by the local authority."
    return f"{f.verified} of the {f.known} known are verified: the place itself or the local authority says so."
