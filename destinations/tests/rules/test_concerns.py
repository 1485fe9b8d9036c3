from datetime import UTC, date, datetime

from destinations.rules.checkpoints import Checkpoint, question
from destinations.rules.concerns import CONCERNS, Facts, contradicted, raised
from destinations.rules.counting import Counted
from destinations.rules.outcomes import Group
from destinations.rules.sources import SourceKind
from destinations.rules.standing import Settlement
from destinations.rules.statements import Said, Statement

YEAR_12 = question(Checkpoint.Y12, 2025, date(2025, 8, 21))
SETTLED_AT = datetime(2025, 11, 10, 9, tzinfo=UTC)
COLLEGE, SIXTH_FORM = 1, 2


def keys(facts: Facts) -> list[str]:
    return [concern.key for concern in raised(facts)]


def settled(outcome: str | None = "220", provider: int | None = COLLEGE, route: str | None = None) -> Settlement:
    return Settlement(outcome, provider, "", route, "The college rang", "M Shaw", SETTLED_AT)


def present(id: int, provider: int, recorded: datetime, outcome: str = "220", said_on: date = date(2025, 10, 1)) -> Statement:
    return Statement(id, provider, f"College {provider}", SourceKind.PROVIDER, Said.PRESENT, said_on, recorded, outcome, provider)


BEFORE, AFTER = datetime(2025, 10, 2, tzinfo=UTC), datetime(2025, 12, 1, tzinfo=UTC)


def test_a_student_nobody_knows_about_is_to_be_found():
    assert keys(Facts(Counted(1))) == ["unknown"]


def test_a_student_without_a_plan_in_year_11_is_without_a_plan_and_not_to_be_found():
    assert keys(Facts(Counted(1), planned=True)) == ["no_intention"]


def test_a_conflict_is_to_be_settled_and_not_counted_as_a_student_to_find_as_well():
    assert keys(Facts(Counted(1, conflicting=True))) == ["conflicting"]


def test_a_known_student_gives_no_reason_to_act():
    assert keys(Facts(Counted(1, group=Group.EDUCATION))) == []


def test_a_student_missing_from_the_export_is_named_even_when_known():
    assert keys(Facts(Counted(1, group=Group.EDUCATION), missing_since=date(2025, 10, 1))) == ["missing"]


def test_an_excluded_student_gives_no_reason_to_act():
    assert keys(Facts(Counted(1, conflicting=True, excluded="died"), missing_since=date(2025, 10, 1))) == []


def test_every_concern_has_its_own_name():
    assert len({concern.key for concern in CONCERNS}) == len(CONCERNS)


def test_later_word_from_another_college_contradicts_a_settled_answer():
    assert contradicted(settled(), [present(1, COLLEGE, BEFORE), present(2, SIXTH_FORM, AFTER)], YEAR_12)


def test_word_that_was_there_when_it_was_settled_is_no_news():
    assert not contradicted(settled(), [present(1, COLLEGE, BEFORE), present(2, SIXTH_FORM, BEFORE)], YEAR_12)


def test_later_word_that_bears_the_decision_out_is_no_concern():
    assert not contradicted(settled(), [present(1, COLLEGE, AFTER)], YEAR_12)


def test_later_word_of_another_activity_at_the_same_place_contradicts():
    assert contradicted(settled(), [present(1, COLLEGE, AFTER, outcome="619")], YEAR_12)


def test_evidence_that_falls_silent_does_not_contradict():
    assert not contradicted(settled(), [], YEAR_12)


def test_a_settled_plan_is_contradicted_by_a_later_plan_on_another_route():
    asked = question(Checkpoint.Y11_INTENDED, 2026, date(2026, 8, 20))
    plan = Statement(1, 9, "Survey", SourceKind.STUDENT, Said.INTENDS, date(2026, 3, 1), datetime(2026, 3, 1, tzinfo=UTC), route="a_level")
    assert contradicted(settled(None, None, "apprenticeship"), [plan], asked)
    assert not contradicted(settled(None, None, "a_level"), [plan], asked)
