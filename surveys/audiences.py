"""Who can be asked: the students of a cohort as the rule of audiences sees them. A bounded number of queries for any cohort."""

from collections import defaultdict
from collections.abc import Iterable

from careers.models import Characteristic, Cohort, Student, kinds_of
from destinations.models import Exclusion
from surveys.models import Invitation, Wave
from surveys.rules.audience import Audience, Candidate, Choice, choose

WANTED = ("pk", "form", "safeguarding_hold", "deceased", "missing_since")


def choice_for(wave: Wave) -> Choice:
    """Who would be asked in a wave now, and who not and why. Five queries."""
    return choose(candidates(wave), Audience.from_data(wave.audience))


def candidates(wave: Wave) -> Iterable[Candidate]:
    """The whole cohort of a wave."""
    cohort = wave.cohort
    groups = groups_of(cohort)
    excluded = dict(Exclusion.objects.filter(student__cohort=cohort, ended_at=None).values_list("student_id", "reason"))
    earlier = Invitation.objects.filter(wave__cohort=cohort).exclude(wave=wave).exclude(finished_at=None)
    answered = set(earlier.values_list("student_id", flat=True))
    for pk, form, hold, died, missing_since in Student.objects.filter(cohort=cohort).values_list(*WANTED):
        yield Candidate(pk, form, frozenset(groups[pk]), pk in answered, excluded.get(pk, ""), hold, died, missing_since is not None)


def groups_of(cohort: Cohort) -> defaultdict[int, set[str]]:
    """The groups each student of a cohort is in, by the rule of each characteristic (is, or is or has been). Two queries."""
    ever = {kind.key: kind.ever for kind in kinds_of(cohort.school)}
    held: defaultdict[int, set[str]] = defaultdict(set)
    rows = Characteristic.objects.filter(student__cohort=cohort).order_by().values_list("student_id", "kind", "until")
    for student, kind, until in rows:
        if ever.get(kind, True) or until is None:
            held[student].add(kind)
    return held


def forms_of(cohort: Cohort) -> list[str]:
    """The forms of a cohort, in order. One query."""
    return list(Student.objects.filter(cohort=cohort).exclude(form="").order_by("form").values_list("form", flat=True).distinct())
