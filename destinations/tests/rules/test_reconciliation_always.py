"""What must hold of the published rule on any ledger."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from destinations.rules.outcomes import OUTCOMES
from destinations.rules.reconciliation import reconcile
from destinations.rules.sources import SourceKind
from destinations.rules.standing import Settlement, stand_by
from destinations.rules.statements import Said, Statement, Status
from destinations.tests.ledger import (
    CARDWELL,
    CONFIRMED,
    COUNTY,
    INTENDED,
    MILL,
    MOTHER,
    NAMES,
    RIBBLESDALE,
    STUDENT,
    TUTOR,
    Y12,
    d,
    say,
)

places = st.sampled_from([CARDWELL, RIBBLESDALE, MILL])
days = st.dates(d(8, 1), d(9, 30, 2026))


@st.composite
def statements(draw) -> Statement:
    source = draw(st.sampled_from([CARDWELL, RIBBLESDALE, MILL, COUNTY, MOTHER, STUDENT, TUTOR]))
    said = draw(st.sampled_from(list(Said)))
    on = draw(days)
    own = source if source in NAMES else draw(st.one_of(st.none(), places))
    spell = draw(st.sampled_from([(None, None), (d(9, 4), None), (d(9, 4), d(10, 10)), (d(11, 10), None)]))
    return say(
        source,
        said,
        on,
        draw(st.sampled_from(sorted(OUTCOMES))) if said is Said.PRESENT else None,
        at=own,
        route=draw(st.sampled_from(["a_level", "apprenticeship", None])) if said is Said.INTENDS else None,
        starts_on=spell[0],
        ends_on=spell[1],
        dated=draw(st.booleans()),
        recorded_at=datetime(2025, 8, 1, tzinfo=UTC) + timedelta(days=draw(st.integers(0, 400))),
    )


ledgers = st.lists(statements(), max_size=8).map(lambda said: [replace(s, id=n) for n, s in enumerate(said)])
questions = st.sampled_from([Y12, INTENDED, CONFIRMED])


@given(ledgers, questions, st.randoms(use_true_random=False))
def test_the_order_of_arrival_does_not_matter(ledger, asked, random):
    shuffled = ledger[:]
    random.shuffle(shuffled)
    assert reconcile(shuffled, asked) == reconcile(ledger, asked)


@given(ledgers, statements(), questions)
def test_withdrawing_evidence_restores_the_earlier_answer(ledger, extra, asked):
    before = reconcile(ledger, asked)
    with_extra = [*ledger, replace(extra, id=999)]
    reconcile(with_extra, asked)
    assert reconcile([s for s in with_extra if s.id != 999], asked) == before


@given(ledgers, st.sampled_from(["810", "820", "830"]), days)
def test_not_known_changes_nothing(ledger, code, on):
    more = [*ledger, say(COUNTY, "present", on, code, id=999)]
    assert replace(reconcile(more, Y12), reason="") == replace(reconcile(ledger, Y12), reason="")


@given(ledgers, questions)
def test_an_answer_stands_on_a_statement_and_carries_a_reason(ledger, asked):
    answer = reconcile(ledger, asked)
    assert answer.reason.endswith(".")
    if answer.status in (Status.VERIFIED, Status.PROVISIONAL):
        assert answer.evidence in {s.id for s in ledger}
    else:
        assert (answer.outcome, answer.provider, answer.route) == (None, None, None)


@given(ledgers, ledgers, questions)
def test_a_settled_answer_is_never_overruled(ledger, later, asked):
    decision = Settlement("230", CARDWELL, "Cardwell College", None, "Seen there", "Ruth Hall", datetime(2025, 12, 1, tzinfo=UTC))
    now = stand_by(reconcile(ledger, asked), decision)
    then = stand_by(reconcile([*ledger, *(replace(s, id=s.id + 100) for s in later)], asked), decision)
    assert (now.outcome, now.provider) == (then.outcome, then.provider) == ("230", CARDWELL)


@given(ledgers)
def test_only_a_host_or_the_authority_verifies_year_12(ledger):
    answer = reconcile(ledger, Y12)
    if answer.status is Status.VERIFIED:
        winner = next(s for s in ledger if s.id == answer.evidence)
        assert winner.kind in (SourceKind.PROVIDER, SourceKind.EMPLOYER, SourceKind.LOCAL_AUTHORITY) and winner.dated
