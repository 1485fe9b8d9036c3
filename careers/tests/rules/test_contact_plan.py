from hypothesis import given
from hypothesis import strategies as st

from careers.rules.contact import ContactKind, Whose
from careers.rules.contact_gaps import CLOSED_BY, Gap, gaps
from careers.rules.contact_plan import Current, Told, plan_contacts

VALUES = ["a@mail.example", "b@mail.example", "+447700900001", "+447700900002"]
told = st.lists(
    st.builds(
        Told,
        st.integers(1, 3),
        st.sampled_from(Whose),
        st.sampled_from(ContactKind),
        st.sampled_from(VALUES),
        st.sampled_from(["", "Sam Ashworth", "sam  ashworth", "Alex Ashworth"]),
    ),
    max_size=12,
)


def applied(current: list[Current], lines: list[Told]) -> list[Current]:
    """What is in use after a list was taken in."""
    plan = plan_contacts(lines, current)
    over = {kept.pk for new in plan.new for kept in new.replaces}
    first = max((kept.pk for kept in current), default=0) + 1
    added = [
        Current(pk, new.told.student, new.told.whose, new.told.kind, new.told.value, new.told.name)
        for pk, new in enumerate(plan.new, first)
    ]
    return [kept for kept in current if kept.pk not in over] + added


@given(told, told)
def test_nothing_is_in_use_twice_and_a_student_has_one_of_each_kind(first: list[Told], second: list[Told]) -> None:
    current = applied(applied([], first), second)
    ways = [(one.student, one.whose, one.kind, one.value) for one in current]
    assert len(ways) == len(set(ways))
    own = [(one.student, one.kind) for one in current if one.whose is Whose.STUDENT]
    assert len(own) == len(set(own))


@given(told)
def test_the_same_list_again_changes_nothing(lines: list[Told]) -> None:
    current = applied([], lines)
    assert plan_contacts(lines, current).new == []


@given(told, told)
def test_a_list_ends_nothing_but_what_it_puts_something_in_the_place_of(first: list[Told], second: list[Told]) -> None:
    before = applied([], first)
    for new in plan_contacts(second, before).new:
        for kept in new.replaces:
            assert (kept.student, kept.whose, kept.kind) == (new.told.student, new.told.whose, new.told.kind)
            assert kept.value != new.told.value


@given(st.sets(st.tuples(st.sampled_from(Whose), st.sampled_from(ContactKind))))
def test_a_gap_is_closed_by_a_way_that_lasts(ways) -> None:
    found = gaps(ways)
    assert all(not CLOSED_BY[gap] & ways for gap in found if gap is not Gap.EVERYTHING)
    assert (Gap.EVERYTHING in found) == (not ways - {(whose, ContactKind.SCHOOL_EMAIL) for whose in Whose})
