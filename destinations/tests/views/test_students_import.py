import re
from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from careers.models import Student, Upload
from careers.rules.permissions import Role
from careers.tests.factories import CohortFactory, MembershipFactory, StudentFactory, upn
from destinations.models import Destination

pytestmark = pytest.mark.django_db
HEADINGS = "UPN,Surname,Forename,DOB,Form,More able"
ADA, BEN = f"{upn(1)},Ada,Ruth,14/03/2009,11A,Y", f"{upn(2)},Ben,Tom,15/03/2009,11B,N"


@pytest.fixture(autouse=True)
def files(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


@pytest.fixture
def keeper(client):
    membership = MembershipFactory(role=Role.DATA_MANAGER)
    client.force_login(membership.user)
    return membership


def choose(client, *rows, leaving=2025, name="export.csv"):
    data = "\n".join([HEADINGS, *rows]).encode()
    return client.post(reverse("students:import"), {"leaving": leaving, "file": SimpleUploadedFile(name, data)})


def previewed(client, *rows, **asked):
    """The preview of a file and its address."""
    where = choose(client, *rows, **asked)["Location"]
    return client.get(where), where


def apply(client, preview, where):
    plan = re.search(rb'name="plan" value="(\w+)"', preview.content)[1].decode()
    return client.post(where + "apply/", {"plan": plan})


def test_a_file_is_chosen_looked_at_and_applied(client, keeper):
    preview, where = previewed(client, ADA, BEN)
    assert "Leavers 2025: 2 to add. Nothing has been written yet." in preview.content.decode()
    assert not Student.objects.exists()
    done = apply(client, preview, where)
    assert "Leavers 2025: 2 added." in done.content.decode()
    assert Student.objects.filter(school=keeper.school, cohort__leaving=2025).count() == 2
    assert Destination.objects.count() == 8
    assert not Upload.objects.exists()


def test_the_preview_shows_old_and_new_the_refused_and_the_missing(client, keeper):
    cohort = CohortFactory(school=keeper.school, leaving=2025)
    StudentFactory(cohort=cohort, upn=upn(1), surname="Ada", forename="Ruth", form="11C")
    StudentFactory(cohort=cohort, upn=upn(9), surname="Gone", forename="Kit")
    _, where = previewed(client, ADA, BEN.replace("15/03/2009", "31/02/2009"))
    changed = client.get(where, {"show": "changed"}).content.decode()
    assert "11C" in changed
    assert "<strong>11A</strong>" in changed
    assert "February 2009 has no day 31" in client.get(where, {"show": "refused"}).content.decode()
    assert "Kit Gone" in client.get(where, {"show": "missing"}).content.decode()


def test_a_column_is_put_right(client, keeper):
    preview, where = previewed(client, ADA)
    assert "will be left out" in preview.content.decode()
    columns = dict(zip("ABCDEF", ("upn", "surname", "forename", "date_of_birth", "form", "own"), strict=True))
    assert client.post(where, columns).status_code == 302
    preview = client.get(where)
    assert "your own characteristic “More able”" in preview.content.decode()
    apply(client, preview, where)
    assert Student.objects.get().characteristics.get().kind == "own-more-able"


def test_the_same_problem_of_many_rows_is_told_once_with_its_rows(client, keeper):
    born = ["14/03/2009"] * 20 + ["31/02/2009"] * 6
    rows = [f"{upn(n + 2)},Surname{chr(97 + n)},Kit,{day},11A,Y" for n, day in enumerate(born)]
    preview, where = previewed(client, ADA, *rows)
    page = client.get(where, {"show": "refused"}).content.decode()
    assert page.count("February 2009 has no day 31") == 1
    assert "Rows 23, 24 and 4 others" in page and "The row is refused." in page
    assert apply(client, preview, where).content.decode().count("February 2009 has no day 31") == 1


TWO_FORMS = f"UPN,Surname,Forename,DOB,Form,Reg\n{upn(1)},Ada,Ruth,14/03/2009,Mrs Lee,11A\n"


def shown(client, where):
    """What each column is as the page offers it, by letter."""
    fields = client.get(where).context["form"].fields
    return {letter: field.initial for letter, field in fields.items()}


def test_what_a_column_gives_up_goes_to_the_next_best_and_the_page_says_so(client, keeper):
    file = SimpleUploadedFile("x.csv", TWO_FORMS.encode())
    where = client.post(reverse("students:import"), {"leaving": 2025, "file": file})["Location"]
    columns = shown(client, where)
    given = next(letter for letter, name in columns.items() if name == "form")
    other = ({"E", "F"} - {given}).pop()
    page = client.post(where, columns | {given: "postcode"}, follow=True).content.decode()
    assert shown(client, where) == columns | {given: "postcode", other: "form"}
    assert f"Column {other} looks like form" in page and "now that another column is not" in page
    assert Upload.objects.get().columns == {given: "postcode"}


def test_what_a_person_leaves_out_is_not_taken_from_another_column(client, keeper):
    file = SimpleUploadedFile("x.csv", TWO_FORMS.encode())
    where = client.post(reverse("students:import"), {"leaving": 2025, "file": file})["Location"]
    columns = shown(client, where)
    given = next(letter for letter, name in columns.items() if name == "form")
    client.post(where, columns | {given: "ignore"})
    assert shown(client, where) == columns | {given: "ignore"}


def test_what_was_put_right_stands_when_something_else_is(client, keeper):
    _, where = previewed(client, ADA)
    client.post(where, shown(client, where) | {"F": "own"})
    client.post(where, shown(client, where) | {"E": "ignore"})
    assert Upload.objects.get().columns == {"F": "own", "E": "ignore"}


def test_two_columns_with_one_meaning_are_refused_beside_the_form(client, keeper):
    _, where = previewed(client, ADA)
    columns = dict(zip("ABCDEF", ("upn", "surname", "surname", "date_of_birth", "form", "ignore"), strict=True))
    assert "cannot both be the surname" in client.post(where, columns).content.decode()
    assert Upload.objects.get().columns == {}


def test_a_preview_that_is_out_of_date_is_shown_again_and_not_applied(client, keeper):
    preview, where = previewed(client, ADA)
    StudentFactory(cohort=CohortFactory(school=keeper.school, leaving=2025), upn=upn(1), surname="Ada", forename="Ruth")
    response = apply(client, preview, where)
    assert response["Location"] == where
    assert "Somebody has changed the school’s students" in client.get(where).content.decode()
    assert Student.objects.get().form == "11A"


def test_a_second_press_meets_a_page_that_says_it_is_done(client, keeper):
    preview, where = previewed(client, ADA)
    apply(client, preview, where)
    response = apply(client, preview, where)
    assert response.status_code == 404
    assert "no longer here" in response.content.decode()


def test_the_same_file_again_has_nothing_to_change(client, keeper):
    apply(client, *previewed(client, ADA))
    preview, _ = previewed(client, ADA)
    assert "Finish: nothing to change" in preview.content.decode()


def test_a_file_that_is_not_wanted_is_removed(client, keeper):
    _, where = previewed(client, ADA)
    client.post(where + "discard/")
    assert not Upload.objects.exists()


def test_nobody_else_sees_a_file_that_is_being_looked_at(client, keeper):
    _, where = previewed(client, ADA)
    for other in (MembershipFactory(school=keeper.school), MembershipFactory()):
        client.force_login(other.user)
        assert client.get(where).status_code == 404
        assert client.post(where + "apply/").status_code == 404
        assert client.post(where + "discard/").status_code == 404
    assert Upload.objects.exists()


@pytest.mark.parametrize(("data", "words"), [(b"%PDF-1.7 x", "PDF"), (b"a letter", "No table of students"), (b"", "empty")])
def test_a_file_nothing_can_be_taken_from_is_refused_beside_the_field(client, keeper, data, words):
    response = client.post(reverse("students:import"), {"leaving": 2025, "file": SimpleUploadedFile("x.csv", data)})
    assert words in response.content.decode()
    assert not Upload.objects.exists()


def test_a_file_without_numbers_can_be_looked_at_and_its_columns_put_right(client, keeper):
    data = b"Surname,Forename,DOB,Key\nAda,Ruth,14/03/2009,A-17x\nBen,Tom,15/03/2009,A-18x\n"
    where = client.post(reverse("students:import"), {"leaving": 2025, "file": SimpleUploadedFile("x.csv", data)})["Location"]
    assert "No column of UPNs" in client.get(where).content.decode()
    client.post(where, {"A": "surname", "B": "forename", "C": "date_of_birth", "D": "admission_number"})
    assert "2 to add" in client.get(where).content.decode()


def test_what_stands_in_a_file_is_shown_as_text(client, keeper):
    rows = [f"{upn(1)},Ada <b>bold</b>,Ruth,14/03/2009,<b>k</b>,", f"{upn(2)},Ben,Tom,<b>,,"]
    data = "\n".join(["UPN,Surname,Forename,DOB,<i>Key</i>,<i>Key</i>", *rows]).encode()
    where = client.post(reverse("students:import"), {"leaving": 2025, "file": SimpleUploadedFile("<b>x.csv", data)})["Location"]
    columns = {"A": "upn", "B": "surname", "C": "forename", "D": "date_of_birth", "E": "form", "F": "form"}
    pages = [client.get(where), client.get(where, {"show": "refused"}), client.post(where, columns), client.get(reverse("students:import"))]
    assert not [page for page in pages if b"<b>" in page.content or b"<i>" in page.content]


@pytest.mark.parametrize("role", [Role.TUTOR, Role.SLT, Role.GOVERNOR, Role.ADVISER])
def test_roles_that_do_not_import_are_refused(client, role):
    client.force_login(MembershipFactory(role=role).user)
    assert client.get(reverse("students:import")).status_code == 403


def test_the_preview_asks_as_often_for_many_as_for_few(client, keeper, django_assert_max_num_queries):
    rows = [f"{upn(n)},Surname{chr(97 + n // 26)}{chr(97 + n % 26)},Kit,14/03/2009,11A,Y" for n in range(600)]
    for many in (20, 600):
        _, where = previewed(client, *rows[:many])
        with django_assert_max_num_queries(14):
            client.get(where)


def test_the_chosen_year_is_offered_whether_or_not_its_cohort_exists(client, keeper):
    CohortFactory(school=keeper.school, leaving=2008)
    offered = [year for year, _ in client.get(reverse("students:import")).context["form"].fields["leaving"].choices]
    assert 2008 in offered
    assert date.today().year in offered  # noqa: DTZ011
