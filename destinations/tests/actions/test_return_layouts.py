"""A sender's second list is read with what the first one taught."""

from datetime import date

import pytest
import time_machine

from careers.models import AuditEvent
from destinations.actions import layouts, returns
from destinations.models import RememberedLayout
from destinations.returning import PASTED
from destinations.tests.lists import RECEIVED, college, county, school_of_three

pytestmark = pytest.mark.django_db
FIRST = """Surname,Forename,DOB,Group,Status
Ashworth,Poppy,14/03/2009,A Levels,Enrolled
Birtwistle,Imran,02/05/2009,BTEC Sport,Withdrawn
"""
LATER = """Status,Surname,Forename,DOB,Campus,Group
Enrolled,Ashworth,Poppy,14/03/2009,Main,A Levels
Withdrawn,Birtwistle,Imran,02/05/2009,North,BTEC Sport
"""


@pytest.fixture
def cohort():
    return school_of_three()


def read(cohort, text, source=None):
    source = source or college(cohort)
    return returns.stage(cohort=cohort, source=source, data=text.encode(), file_name="list.csv", by=None, received_on=RECEIVED)


@pytest.fixture
def taught(cohort):
    """A list whose "Group" a person said is the form, applied on 12 September."""
    with time_machine.travel(date(2025, 9, 12)):
        draft = read(cohort, FIRST)
        draft = returns.correct_columns(data_return=draft, corrections={"Sheet1": {"D": "form"}}, by=None)
        return returns.apply(data_return=draft, by=None)


def fields(data_return):
    return {column["heading"]: column["field"] for column in data_return.layout[0]["columns"]}


def test_a_layout_is_remembered_when_the_list_is_applied_and_not_before(cohort):
    draft = read(cohort, FIRST)
    assert not RememberedLayout.objects.exists()
    returns.apply(data_return=draft, by=None)
    kept = RememberedLayout.objects.get()
    assert [column["heading"] for column in kept.columns] == ["Surname", "Forename", "DOB", "Group", "Status"]


def test_the_next_list_is_laid_out_as_a_person_left_it_and_says_since_when(cohort, taught):
    again = read(cohort, FIRST + "Clegg,Maya,30/11/2008,T Level,Enrolled\n")
    assert fields(again)["Group"] == "form"
    like = again.layout[0]["like"]
    assert (like["used_on"], like["sheet"]) == ("2025-09-12", "Sheet1")
    assert "as last time" in again.layout[0]["columns"][3]["words"]


def test_columns_in_another_order_are_recognised_and_each_change_is_pointed_out(cohort, taught):
    again = read(cohort, LATER)
    assert fields(again) | {"Campus": ""} == {
        "Status": "status", "Surname": "surname", "Forename": "forename", "DOB": "date_of_birth", "Campus": "", "Group": "form",
    }  # fmt: skip
    changes = " ".join(again.layout[0]["like"]["changes"])
    assert "“Status” has moved from column E to column A" in changes
    assert "“Campus” (column E) is new" in changes


def test_what_a_person_corrects_in_the_new_list_wins(cohort, taught):
    again = returns.correct_columns(data_return=read(cohort, LATER), corrections={"Sheet1": {"F": "course"}}, by=None)
    assert fields(again)["Group"] == "course"
    returns.apply(data_return=again, by=None)
    third = read(cohort, LATER.replace("North", "South"))
    assert fields(third)["Group"] == "course"


def test_a_field_given_by_hand_to_one_column_is_taken_from_the_one_that_had_it_last_time(cohort, taught):
    again = returns.correct_columns(data_return=read(cohort, LATER), corrections={"Sheet1": {"E": "form"}}, by=None)
    assert (fields(again)["Campus"], fields(again)["Group"] == "form") == ("form", False)


def test_what_one_sender_taught_is_not_used_for_another(cohort, taught):
    other = read(cohort, FIRST, source=county(cohort))
    assert fields(other)["Group"] != "form"
    assert other.layout[0]["like"] is None


def test_half_of_the_headings_renamed_is_the_same_list_and_each_is_pointed_out(cohort, taught):
    again = read(cohort, FIRST.replace("Surname,Forename,DOB", "Last name,First name,Date of birth"))
    assert again.layout[0]["like"]["sheet"] == "Sheet1"
    assert "“DOB” is now “Date of birth” (column C)" in " ".join(again.layout[0]["like"]["changes"])
    assert fields(again)["Group"] == "form"


def test_a_list_unlike_any_earlier_one_says_so(cohort, taught):
    other = read(cohort, "Learner,Born,Notes\nPoppy Ashworth,14/03/2009,x\nImran Birtwistle,02/05/2009,x\n")
    assert other.layout[0]["like"] == {"sheet": "", "used_on": "", "changes": []}


def test_a_forgotten_layout_teaches_nothing(cohort, taught):
    kept = RememberedLayout.objects.get()
    layouts.forget_layout(school=cohort.school, layout=kept, by=None)
    assert fields(read(cohort, FIRST))["Group"] != "form"
    assert AuditEvent.objects.filter(verb="forgot a remembered layout").exists()


def test_one_layout_is_kept_for_a_sheet_however_many_lists_come(cohort, taught):
    returns.apply(data_return=read(cohort, LATER), by=None)
    assert len(RememberedLayout.objects.get().columns) == 6


def paste(cohort, text):
    return returns.stage(cohort=cohort, source=college(cohort), data=text.encode(), file_name=PASTED, by=None, received_on=RECEIVED)


def test_a_pasted_list_laid_out_otherwise_leaves_what_is_remembered_of_the_file(cohort, taught):
    pasted = paste(cohort, FIRST.replace(",", "\t").replace("Status", "Position").replace("DOB", "Born"))
    assert pasted.layout[0]["like"]["changes"]
    returns.apply(data_return=pasted, by=None)
    assert RememberedLayout.objects.count() == 2
    assert fields(read(cohort, FIRST))["Group"] == "form"


def test_a_list_laid_out_just_so_under_another_name_is_remembered_once(cohort, taught):
    pasted = paste(cohort, FIRST.replace(",", "\t"))
    assert not pasted.layout[0]["like"]["changes"]
    returns.apply(data_return=pasted, by=None)
    assert RememberedLayout.objects.count() == 1
