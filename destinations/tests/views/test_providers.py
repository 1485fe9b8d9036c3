import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from careers.imports.reading import read_file
from careers.models import AuditEvent, Upload
from careers.rules.permissions import Role
from careers.tests.factories import MembershipFactory
from destinations.actions.providers import add_provider
from destinations.models import Provider
from destinations.resources.providers import plan_import, read_providers

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def files(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


@pytest.fixture
def keeper(client):
    membership = MembershipFactory(role=Role.DATA_MANAGER)
    client.force_login(membership.user)
    return membership


@pytest.fixture
def college(keeper):
    return add_provider(school=keeper.school, by=None, name="Cardwell Newlands College", type="sixth form college", aliases=["CNC"])


def test_an_empty_register_says_what_to_do(client, keeper):
    assert "No providers yet" in client.get(reverse("providers:list")).content.decode()


def test_a_provider_is_added_with_its_other_names(client, keeper):
    asked = {
        "name": "Rosehall College",
        "type": "further education college",
        "aliases": "RC\nRosehall",
        "postcode": "pr1 1aa",
        "ukprn": "10005000",
    }
    assert client.post(reverse("providers:add"), asked).status_code == 302
    provider = Provider.objects.get()
    assert (provider.postcode, provider.names.count()) == ("PR1 1AA", 3)


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        ({"name": "The Cardwell Newlands Coll."}, "already in the register as Cardwell Newlands College (sixth form college)"),
        ({"aliases": "cnc"}, "already in the register as Cardwell Newlands College"),
        ({"ukprn": "123"}, "eight digits"),
        ({"postcode": "Preston"}, "not a postcode"),
        ({"type": ""}, "Choose what type"),
    ],
)
def test_a_provider_that_cannot_be_is_refused_beside_its_field(client, keeper, college, asked, words):
    usual = {"name": "Rosehall College", "type": "further education college", "aliases": ""}
    assert words in client.post(reverse("providers:add"), usual | asked).content.decode()
    assert Provider.objects.count() == 1


def test_a_provider_is_changed_and_may_keep_its_own_names(client, keeper, college):
    form = client.get(reverse("providers:change", args=[college.pk]))
    assert form.context["form"].initial["aliases"] == "CNC"
    client.post(
        reverse("providers:change", args=[college.pk]), {"name": "Newlands College", "type": "sixth form college", "aliases": "CNC"}
    )
    college.refresh_from_db()
    assert college.name == "Newlands College"


def test_another_schools_provider_does_not_exist(client, keeper):
    theirs = add_provider(school=MembershipFactory().school, by=None, name="Bay Sixth", type="sixth form college")
    assert client.get(reverse("providers:change", args=[theirs.pk])).status_code == 404
    assert "Bay Sixth" not in client.get(reverse("providers:list")).content.decode()


@pytest.mark.parametrize(
    ("asked", "found"), [({"q": "cnc"}, True), ({"q": "oboe"}, False), ({"type": "employer"}, False), ({"confirm": "no"}, False)]
)
def test_the_register_is_filtered_by_name_alias_type_and_what_is_to_be_confirmed(client, keeper, college, asked, found):
    page = client.get(reverse("providers:list"), asked)
    assert (college in page.context["page_obj"].object_list) is found


def test_the_export_is_harmless_in_a_spreadsheet_and_comes_back_as_it_was(client, keeper, college):
    add_provider(school=keeper.school, by=None, name="=2+3 Training", type="training provider", contact_phone="+441772000000")
    data = client.get(reverse("providers:export"), {"format": "csv"}).content
    cells = [cell for row in read_file(data)[0].rows for cell in row if isinstance(cell, str)]
    assert "'=2+3 Training" in cells
    assert not any(cell.startswith(("=", "+", "-", "@")) for cell in cells)
    plan = plan_import(read_providers(data, "providers.csv"), keeper.school)
    assert (len(plan.same), plan.refused) == (2, ())
    assert AuditEvent.objects.filter(verb="exported the provider register").exists()


def test_a_list_is_chosen_looked_at_and_applied(client, keeper, college):
    data = b"Name,Type,Aliases\nRosehall College,fe college,RC\nCNC,sixth form college,Newlands\nBay,orchestra,\n"
    where = client.post(reverse("providers:import"), {"file": SimpleUploadedFile("list.csv", data)})["Location"]
    preview = client.get(where).content.decode()
    assert "1 to add, 1 to change, 1 row refused." in preview
    plan = re.search(r'name="plan" value="(\w+)"', preview)[1]
    assert client.post(where + "apply/", {"plan": "another"})["Location"] == where
    assert client.post(where + "apply/", {"plan": plan})["Location"] == reverse("providers:list")
    assert Provider.objects.count() == 2
    assert not Upload.objects.exists()


def test_the_register_asks_as_often_for_many_as_for_few(client, keeper, django_assert_max_num_queries):
    for number in range(60):
        add_provider(school=keeper.school, by=None, name=f"College {number}", type="other", aliases=[f"C{number}x"])
        if number in (2, 59):
            with django_assert_max_num_queries(12):
                client.get(reverse("providers:list"))
