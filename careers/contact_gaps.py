"""Who cannot be reached after leaving, in one cohort."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from careers.models import Cohort, ContactDetail, Membership, Student
from careers.rules.contact import ContactKind, Whose
from careers.rules.contact_gaps import Gap, Way, gaps


@dataclass(frozen=True, slots=True)
class Missing:
    """One student and what is missing to reach them."""

    student: Student
    gaps: Sequence[Gap]

    @property
    def words(self) -> str:
        """What to ask for, in a list; "any way at all" says the rest."""
        return ", ".join(gap.label.lower() for gap in (self.gaps[:1] if Gap.EVERYTHING in self.gaps else self.gaps))


@dataclass(frozen=True, slots=True)
class Found:
    """Those with something missing (of one form, of one gap, where asked); how many have any gap, and each; of how many students."""

    rows: list[Missing]
    any_gap: int
    counts: Counter[Gap]
    of: int
    forms: list[str]


def find(viewer: Membership, cohort: Cohort, *, form: str = "", gap: str = "") -> Found:
    """The students of a cohort whom the viewer may see, those who have died and those on hold left out. Two questions to the database."""
    visible = Student.objects.visible_to(viewer).filter(cohort=cohort, deceased=False, safeguarding_hold=False)
    students = list(visible.order_by("form", "surname", "forename", "id"))
    ways: defaultdict[int, set[Way]] = defaultdict(set)
    kept = ContactDetail.objects.usable().filter(student__cohort=cohort)
    for student, whose, kind in kept.values_list("student", "whose", "kind"):
        ways[student].add((Whose(whose), ContactKind(kind)))
    chosen = [Missing(student, gaps(ways[student.pk])) for student in students if form in ("", student.form)]
    counts = Counter(one for row in chosen for one in row.gaps)
    rows = [row for row in chosen if (gap in row.gaps if gap else row.gaps)]
    return Found(
        rows, sum(bool(row.gaps) for row in chosen), counts, len(chosen), sorted({student.form for student in students if student.form})
    )
