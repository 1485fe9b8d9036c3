from datetime import timedelta
from pathlib import Path

import pytest
from django.utils import timezone

from careers.actions.uploads import discard, keep
from careers.models import Upload
from careers.tests.factories import MembershipFactory

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def files(settings, tmp_path, django_capture_on_commit_callbacks):
    settings.MEDIA_ROOT = tmp_path
    return lambda: [file for file in Path(tmp_path).rglob("*") if file.is_file()]


@pytest.fixture
def leader():
    return MembershipFactory()


def uploaded(leader, **other):
    return keep(school=leader.school, by=leader.user, purpose="students", data=b"UPN", file_name="Leavers of Hodder.csv", **other)


def test_a_file_is_kept_under_a_name_that_says_nothing(leader, files):
    upload = uploaded(leader)
    assert upload.data() == b"UPN"
    assert "Hodder" not in upload.file.name
    assert len(files()) == 1


def test_a_discarded_file_is_gone_from_the_disk(leader, files, django_capture_on_commit_callbacks):
    upload = uploaded(leader)
    with django_capture_on_commit_callbacks(execute=True):
        discard(upload=upload, by=leader.user)
    assert files() == []
    assert not Upload.objects.exists()


def test_another_file_for_the_same_purpose_takes_its_place(leader, files, django_capture_on_commit_callbacks):
    uploaded(leader)
    with django_capture_on_commit_callbacks(execute=True):
        uploaded(leader)
    assert (Upload.objects.count(), len(files())) == (1, 1)


def test_a_file_left_for_a_day_goes_when_anybody_of_the_school_chooses_one(leader, django_capture_on_commit_callbacks):
    left = uploaded(MembershipFactory(school=leader.school))
    Upload.objects.filter(pk=left.pk).update(uploaded_at=timezone.now() - timedelta(days=2))
    other = uploaded(MembershipFactory())
    Upload.objects.filter(pk=other.pk).update(uploaded_at=timezone.now() - timedelta(days=2))
    mine = uploaded(leader)
    assert set(Upload.objects.values_list("pk", flat=True)) == {mine.pk, other.pk}
