import pytest
from django.core.exceptions import ValidationError

from careers.models import AuditEvent
from destinations.actions import returns, words
from destinations.models import DataReturn, RememberedWords
from destinations.rules.outcomes import Route
from destinations.rules.remembered import WordMeaning
from destinations.rules.statements import Said
from destinations.tests.lists import HEADINGS, IMRAN, POPPY, RECEIVED, college, county, school_of_three

pytestmark = pytest.mark.django_db
ODD = f'{HEADINGS}\n{POPPY},"A Levels: History, French",Banana\n{IMRAN},Level 3 Sport,Enrolled\n'


@pytest.fixture
def cohort():
    return school_of_three()


def staged(cohort, text=ODD, source=None):
    return returns.stage(
        cohort=cohort, source=source or college(cohort), data=text.encode(), file_name="list.csv", by=None, received_on=RECEIVED
    )


def put_right(draft, meaning=None, column="status", phrase="Banana"):
    meaning = meaning or WordMeaning(Said.LEFT)
    return words.remember(source=draft.source, column=column, words=phrase, meaning=meaning, by=None, data_return=draft)


def said(draft):
    return list(draft.rows.order_by("row").values_list("said", flat=True))


def test_words_put_right_are_read_with_it_at_once_and_next_time(cohort):
    draft = staged(cohort)
    assert said(draft)[0] == "not_stated"
    put_right(draft)
    assert said(draft)[0] == Said.LEFT
    assert said(staged(cohort, ODD.replace("Banana", " BANANA! ")))[0] == Said.LEFT


def test_what_words_mean_holds_for_their_sender_alone(cohort):
    put_right(staged(cohort))
    assert said(staged(cohort, source=county(cohort)))[0] == "not_stated"


def test_words_taken_back_are_read_by_the_rules_again(cohort):
    draft = staged(cohort)
    kept = put_right(draft)
    draft.refresh_from_db()
    words.take_back(remembered=kept, by=None, data_return=draft)
    assert said(draft)[0] == "not_stated"
    assert not RememberedWords.objects.exists()


def test_saying_it_again_replaces_what_was_said(cohort):
    draft = staged(cohort)
    put_right(draft)
    draft.refresh_from_db()
    put_right(draft, WordMeaning(Said.PRESENT, "310"))
    row = draft.rows.order_by("row").first()
    assert (row.said, row.outcome, RememberedWords.objects.count()) == (Said.PRESENT, "310", 1)


def test_a_course_put_right_gives_its_route_and_level(cohort):
    draft = staged(cohort)
    put_right(draft, WordMeaning(route=Route.T_LEVEL, level="3"), "course", "level 3 sport")
    row = draft.rows.order_by("row").last()
    assert (row.said, row.route, row.level) == (Said.PRESENT, Route.T_LEVEL, "3")


def test_saying_and_taking_back_are_audited_without_the_words(cohort):
    draft = staged(cohort)
    kept = put_right(draft)
    draft.refresh_from_db()
    words.take_back(remembered=kept, by=None, data_return=draft)
    events = AuditEvent.objects.filter(verb__in=["said what words mean", "took back what words mean"])
    assert events.count() == 2
    assert "Banana" not in str([event.details for event in events])


def test_a_blank_can_be_put_right_too_and_means_nothing_to_lists_without_the_column(cohort):
    draft = staged(cohort, ODD.replace("Banana", ""))
    put_right(draft, WordMeaning(Said.NOT_HERE), phrase="")
    assert said(draft)[0] == Said.NOT_HERE
    without = "\n".join(line.rpartition(",")[0] for line in ODD.splitlines())
    assert said(staged(cohort, without)) == [Said.PRESENT, Said.PRESENT]


def test_only_somebody_who_is_there_does_something_there(cohort):
    with pytest.raises(ValidationError):
        put_right(staged(cohort), WordMeaning(Said.LEFT, "230"))


def test_a_list_that_is_applied_is_not_read_again(cohort):
    draft = staged(cohort)
    DataReturn.objects.filter(pk=draft.pk).update(state=DataReturn.State.APPLIED)
    draft.refresh_from_db()
    with pytest.raises(returns.NotNow):
        put_right(draft)
    assert not RememberedWords.objects.exists()
