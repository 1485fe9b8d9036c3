from datetime import UTC, date, datetime

import pytest
from django.core.exceptions import ValidationError

from careers.models import AuditEvent
from careers.tests.factories import StudentFactory
from destinations.actions.destinations import recompute, settle
from destinations.actions.merging import merge_providers
from destinations.actions.providers import add_provider, provider_called, source_of_provider
from destinations.models import Application, ApplicationStatement, Destination, Evidence, Provider, RememberedWords, Source
from destinations.rules.checkpoints import Checkpoint
from destinations.tests.factories import DataReturnFactory, EvidenceFactory
from destinations.tests.lists import school_of_three, student

pytestmark = pytest.mark.django_db
NOW = datetime(2025, 9, 20, 12, tzinfo=UTC)


@pytest.fixture
def leavers():
    return school_of_three()


@pytest.fixture
def college(leavers):
    return Provider.objects.get(school=leavers.school)


@pytest.fixture
def double(leavers):
    return add_provider(
        school=leavers.school, by=None, name="Cardwell Newlands SFC", type="sixth form college", aliases=["CNSFC"], postcode="PR1 1AA"
    )


def test_what_both_said_is_one_voice_and_no_longer_a_conflict(leavers, college, double):
    poppy = student(leavers, "Ashworth")
    for provider, day in ((college, 12), (double, 20)):
        EvidenceFactory(student=poppy, source=source_of_provider(provider), provider=provider, said_on=date(2025, 9, day))
    recompute(students=[poppy.pk])
    assert answer(poppy).status == "conflicting"
    merge_providers(keep=college, gone=double, by=None)
    assert (answer(poppy).status, answer(poppy).provider) == ("verified", college)
    assert Evidence.objects.filter(provider=college, source__provider=college).count() == 2
    assert Source.objects.filter(school=leavers.school, kind="provider").count() == 1


def answer(who):
    return Destination.objects.get(student=who, checkpoint=Checkpoint.Y12)


def test_every_name_leads_to_the_kept_provider_and_what_it_lacked_is_filled_in(leavers, college, double):
    merge_providers(keep=college, gone=double, by=None)
    assert {provider_called(leavers.school, name) for name in ("Cardwell Newlands College", "cardwell newlands sfc", "CNSFC")} == {college}
    college.refresh_from_db()
    assert (college.name, college.postcode) == ("Cardwell Newlands College", "PR1 1AA")
    assert not Provider.objects.filter(pk=double.pk).exists()


def test_a_settled_answer_and_lists_come_along(leavers, college, double):
    poppy = student(leavers, "Ashworth")
    settle(student=poppy, checkpoint=Checkpoint.Y12, outcome="220", provider=double, reason="Seen there", by=None)
    data_return = DataReturnFactory(cohort=leavers, source=source_of_provider(double))
    merge_providers(keep=college, gone=double, by=None)
    data_return.refresh_from_db()
    assert (answer(poppy).provider, data_return.source.provider) == (college, college)


def test_two_applications_of_one_student_become_one_with_all_that_was_said(leavers, college, double):
    poppy = student(leavers, "Ashworth")
    for provider, state, day in ((college, "sent", 1), (double, "conditional", 9)):
        application = Application.objects.create(student=poppy, provider=provider)
        ApplicationStatement.objects.create(
            application=application, source=source_of_provider(provider), state=state, said_on=date(2025, 3, day), recorded_at=NOW
        )
    merge_providers(keep=college, gone=double, by=None)
    only = Application.objects.get(student=poppy)
    assert (only.provider, only.state, only.statements.count()) == (college, "conditional", 2)


def test_of_words_remembered_for_both_the_kept_providers_meaning_stands(leavers, college, double):
    for provider, said in ((college, "present"), (double, "left")):
        source = source_of_provider(provider)
        RememberedWords.objects.create(school=leavers.school, source=source, column="status", words="Z", normalised="z", said=said, at=NOW)
    merge_providers(keep=college, gone=double, by=None)
    assert RememberedWords.objects.get().said == "present"


def test_nothing_is_merged_while_a_list_that_may_name_it_is_read(leavers, college, double):
    DataReturnFactory(cohort=leavers, source=source_of_provider(double), state="reading")
    with pytest.raises(ValidationError, match="being read"):
        merge_providers(keep=college, gone=double, by=None)


def test_a_merge_leaves_a_trace(leavers, college, double):
    merge_providers(keep=college, gone=double, by=None)
    assert AuditEvent.objects.filter(school=leavers.school, verb="merged two providers").count() == 1


def test_a_provider_is_not_merged_with_itself_or_with_another_schools(college):
    other = add_provider(school=StudentFactory().school, by=None, name="Elsewhere College", type="sixth form college")
    for gone in (college, other):
        with pytest.raises(ValidationError, match="two different providers"):
            merge_providers(keep=college, gone=gone, by=None)
    assert Provider.objects.filter(pk=other.pk).exists()
