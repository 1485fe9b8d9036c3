import pytest
from hypothesis import given
from hypothesis import strategies as st

from careers.rules.problems import Cell
from destinations.rules.names import normalise
from destinations.rules.provider_plan import DETAILS, KnownProvider, ProviderRow, plan_providers
from destinations.rules.provider_types import type_called

CNC = KnownProvider(
    1, dict.fromkeys(DETAILS, "") | {"type": "sixth form college", "ukprn": "10005000"}, ("Cardwell Newlands College", "CNC")
)


def row(number, name="Rosehall College", aliases=(), **values):
    usual = {"name": name, "type": "further education college", "aliases": list(aliases)}
    return ProviderRow(number, usual | values, {"name": Cell("Provider", name), "aliases": Cell("Aliases", "; ".join(aliases))})


def plan(*rows, register=(CNC,)):
    return plan_providers(rows, [], register)


def test_a_name_we_do_not_know_is_a_new_provider():
    (new,) = plan(row(2, aliases=["RC"], ukprn="10005009")).new
    assert (new.name, new.details, new.aliases) == ("Rosehall College", {"type": "further education college", "ukprn": "10005009"}, ("RC",))


@pytest.mark.parametrize("name", ["Cardwell Newlands College", "cardwell newlands COLL.", "CNC"])
def test_a_name_however_it_is_written_and_an_alias_are_the_provider(name):
    made = plan(row(2, name, type="sixth form college"))
    assert (made.new, made.same) == ((), (2,))


def test_a_different_value_is_a_change_and_an_empty_cell_is_none():
    (changed,) = plan(row(2, "CNC", type=None, ukprn="10005111", postcode=None)).changed
    assert changed.changes == {"ukprn": ("10005000", "10005111")}


def test_an_alias_is_added_and_none_is_taken_away():
    (changed,) = plan(row(2, "CNC", ["Newlands"], type=None)).changed
    assert (changed.aliases, changed.changes) == (("Newlands",), {})


def test_an_alias_of_another_provider_is_left_out_and_both_are_shown():
    made = plan(row(2, aliases=["C.N.C."]))
    assert made.new[0].aliases == ()
    (problem,) = made.refused
    assert problem.kept
    assert "“C.N.C.” is already a name of Cardwell Newlands College (sixth form college)" in problem.message


def test_an_alias_that_is_understood_anyway_is_said_and_not_lost_without_a_word():
    made = plan(row(2, "Cardwell Newlands College", ["Cardwell Newlands Coll", "CNC", "Newlands"], type=None))
    assert made.changed[0].aliases == ("Newlands",)
    (problem,) = made.understood
    assert problem.kept and made.rows_refused == 0
    assert "“Cardwell Newlands Coll” is understood as “Cardwell Newlands College”" in problem.message


def test_of_two_aliases_that_are_one_name_the_second_is_said_to_be_understood():
    made = plan(row(2, aliases=["Rosehall Tech", "Rosehall Technical"]))
    assert len(made.new[0].aliases) == 1
    (problem,) = made.understood
    assert problem.message.startswith(f"“{'Rosehall Technical'}” is understood as “Rosehall Tech”")


def test_two_rows_about_one_provider_are_refused_with_both_names():
    made = plan(row(2), row(3, "The Rosehall Coll."))
    assert [problem.message for problem in made.refused] == ["Rows 2 and 3 are one provider: “Rosehall College” and “The Rosehall Coll.”."]


def test_two_rows_that_name_one_provider_of_the_register_differently_are_one():
    assert plan(row(2, "CNC", type=None), row(3, "Cardwell Newlands College", type=None)).rows_refused == 1


@pytest.mark.parametrize(("values", "words"), [({"name": None}, "no name"), ({"type": None}, "of what type")])
def test_a_new_provider_needs_a_name_and_a_type(values, words):
    assert words in plan(row(2, **values)).refused[0].message


@pytest.mark.parametrize(
    ("words", "type"),
    [("Sixth Form College", "sixth form college"), ("FE college", "further education college"), ("ITP", "training provider"),
     ("special post 16 institution", "special post-16 institution"), ("University", "university"), ("EMPLOYER", "employer")],
)  # fmt: skip
def test_types_are_understood_however_they_are_written(words, type):
    assert type_called(words) == type


def test_a_type_that_is_none_lists_the_types():
    with pytest.raises(ValueError, match=r"“Oboe” is not a type of provider\. Use one of: school sixth form"):
        type_called("Oboe")


names = st.sampled_from(["Rosehall College", "The Rosehall Coll.", "CNC", "Myerscroft", "Bay 6th", ""])


@given(st.lists(st.tuples(names, st.lists(names, max_size=3)), max_size=6))
def test_no_row_is_lost_and_no_name_becomes_two_providers(wild):
    made = plan(*(row(number, name, aliases) for number, (name, aliases) in enumerate(wild, start=2)))
    assert len(made.new) + len(made.changed) + len(made.same) + made.rows_refused == len(wild)
    owned = [normalise(name) for known in (CNC,) for name in known.names]
    owned += [normalise(name) for new in made.new for name in (new.name, *new.aliases)]
    owned += [normalise(alias) for changed in made.changed for alias in changed.aliases]
    assert len(owned) == len(set(owned))
