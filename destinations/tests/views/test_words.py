import pytest
from django.urls import reverse

from careers.tests.factories import StudentFactory
from destinations.actions.providers import add_provider
from destinations.models import Application, DataReturn, RememberedWords, Source
from destinations.rules.applications import ApplicationState
from destinations.rules.wording import mark_of
from destinations.tests.views.test_returns import LIST, apply, upload

pytestmark = pytest.mark.django_db
ODD = LIST.replace("Chemistry,Enrolled", "Chemistry,Banana")
TICKS = "Surname,Forename,Date of Birth,Did they enrol?\nAshworth,Amelia,14/03/2009,✓\nBright,Sam,02/09/2008,✗\nCarter,Jo,21/01/2009,\n"


@pytest.fixture(autouse=True)
def files(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


@pytest.fixture
def client(careers_leader):
    return careers_leader.client


@pytest.fixture
def college(cohort):
    StudentFactory(cohort=cohort, surname="Ashworth", forename="Amelia")
    student = cohort.students.get()
    student.date_of_birth = "2009-03-14"
    student.save()
    return add_provider(school=cohort.school, by=None, name="Cardwell College", type="sixth form college")


def words_page(client):
    return client.get(reverse("returns:words", args=[DataReturn.objects.get().pk]))


def word_page(column, words):
    return reverse("returns:word", args=[DataReturn.objects.get().pk, mark_of(column, words)])


def test_every_word_of_our_rows_is_shown_with_its_meaning_and_who_decided(client, cohort, college):
    upload(client, cohort, college.pk)
    page = words_page(client).content.decode()
    assert "Enrolled" in page
    assert "Present: sixth form college, full time (220)" in page
    assert "A levels, level 3" in page
    assert "our rule" in page


def test_marks_are_counted_over_the_whole_column_before_anything_is_applied(client, cohort, college):
    upload(client, cohort, college.pk, TICKS)
    page = words_page(client).content.decode()
    assert "“✓” 1 row: present; “✗” 1 row: not there; blank 1 row: not stated" in page


def test_words_put_right_are_remembered_and_can_be_taken_back(client, cohort, college):
    upload(client, cohort, college.pk, ODD)
    assert "Look at this" in words_page(client).content.decode()
    page = client.post(word_page("status", "Banana"), {"said": "left"}, follow=True).content.decode()
    assert "you, on" in page
    assert DataReturn.objects.get().rows.filter(said="left").count() == 1
    client.post(word_page("status", "Banana"), {"back": "1"})
    assert not RememberedWords.objects.exists()


def test_a_meaning_that_cannot_be_is_refused_beside_its_field(client, cohort, college):
    upload(client, cohort, college.pk, ODD)
    page = client.post(word_page("status", "Banana"), {"said": "left", "outcome": "230"})
    assert "outcome" in page.context["form"].errors


def test_what_was_put_right_for_a_sender_is_listed_and_taken_back(client, cohort, college):
    upload(client, cohort, college.pk, ODD)
    client.post(word_page("status", "Banana"), {"said": "left"})
    address = reverse("returns:sender_words", args=[Source.objects.get(provider=college).pk])
    assert "Banana" in client.get(address).content.decode()
    client.post(address, {"words": RememberedWords.objects.get().pk})
    assert not RememberedWords.objects.exists()


def test_the_page_of_a_provider_leads_to_its_words(client, cohort, college):
    upload(client, cohort, college.pk, ODD)
    address = reverse("returns:sender_words", args=[Source.objects.get(provider=college).pk])
    assert address in client.get(reverse("providers:change", args=[college.pk])).content.decode()


def test_a_list_of_another_school_has_no_words_to_see(client, cohort, college, stranger):
    upload(client, cohort, college.pk)
    assert words_page(stranger.client).status_code == 404


def test_an_applied_list_shows_its_words_and_changes_none(client, cohort, college):
    upload(client, cohort, college.pk)
    apply(client)
    assert "Change" not in words_page(client).content.decode().split("<main")[1].split("</main")[0].replace("Change cohort", "")
    assert client.post(word_page("status", "Enrolled"), {"said": "left"}).status_code == 302
    assert not RememberedWords.objects.exists()


def test_applications_stand_on_the_student_s_page_with_who_said_so(client, cohort, college):
    upload(
        client,
        cohort,
        college.pk,
        "Surname,Forename,Date of Birth,Course,Application Status\nAshworth,Amelia,14/03/2009,A Levels,Offer accepted\n",
    )
    apply(client)
    page = client.get(reverse("students:story", args=[Application.objects.get().student_id])).content.decode()
    assert "Offer accepted" in page
    assert "Cardwell College, 19 September 2025: offer accepted" in page


APPLICANTS = """Surname,Forename,Date of Birth,Course applied for,Decision,Interview
Ashworth,Amelia,14/03/2009,A Levels,Pending,Interviewed
"""


def standing_state():
    return Application.objects.get().state


@pytest.mark.parametrize("state", ApplicationState)
def test_a_word_about_an_application_is_listed_and_put_right_to_any_state(client, cohort, college, state):
    upload(client, cohort, college.pk, APPLICANTS)
    assert "Pending" in words_page(client).content.decode()
    page = client.get(word_page("application_status", "Pending")).content.decode()
    assert all(each.label in page for each in ApplicationState)
    page = client.post(word_page("application_status", "Pending"), {"application": state}, follow=True).content.decode()
    assert "you, on" in page
    apply(client)
    assert standing_state() == (state if state != "sent" else "interview")  # the interview column speaks for itself
    client.post(reverse("returns:undo", args=[DataReturn.objects.get().pk]))
    assert standing_state() == ""


def test_a_word_about_an_application_put_right_once_holds_for_the_sender_s_next_list_until_it_is_taken_back(client, cohort, college):
    upload(client, cohort, college.pk, APPLICANTS)
    client.post(word_page("application_status", "Pending"), {"application": "waiting"})
    DataReturn.objects.get().delete()
    upload(client, cohort, college.pk, APPLICANTS.replace("Pending", "PENDING."))
    assert DataReturn.objects.get().rows.get(pile="certain").application["state"] == "waiting"
    client.post(word_page("application_status", "Pending"), {"back": "1"})
    assert DataReturn.objects.get().rows.get(pile="certain").application["state"] == "interview"


def test_a_status_can_be_put_right_to_an_application_and_contradictions_are_refused_beside_their_field(client, cohort, college):
    upload(client, cohort, college.pk, ODD)
    page = client.post(word_page("status", "Banana"), {"said": "present", "application": "waiting"})
    assert "application" in page.context["form"].errors
    client.post(word_page("status", "Banana"), {"said": "not_stated", "application": "waiting"})
    assert DataReturn.objects.get().rows.filter(application__state="waiting").count() == 1


def test_a_problem_of_a_whole_column_shows_the_whole_of_each_value(client, cohort, college):
    for n in range(6):
        StudentFactory(cohort=cohort, surname=f"Winter{'abcdef'[n]}", forename="Kim", date_of_birth="2009-01-01")
    odd = "Phase 2B of the second tranche of the engineering department"
    rows = "".join(f"Winter{'abcdef'[n]},Kim,01/01/2009,A Levels,{odd if n < 4 else 'Banana'}\n" for n in range(6))
    upload(client, cohort, college.pk, f"Surname,Forename,Date of Birth,Course,Status\n{rows}")
    page = client.get(reverse("returns:detail", args=[DataReturn.objects.get().pk])).content.decode()
    assert f"“{odd}” does not say" in page
    assert "(4 rows of ours)" in page
    assert "“…”" not in page


def test_every_word_of_a_long_list_can_be_reached_those_not_understood_first(client, cohort, college):
    rows = []
    for n in range(90):
        name = f"Row{chr(97 + n // 26)}{chr(97 + n % 26)}"
        StudentFactory(cohort=cohort, surname=name, forename="Kim", date_of_birth="2009-01-01")
        rows.append(f"{name},Kim,01/01/2009,Level 3 Course {name},{'Banana' if n == 89 else 'Enrolled'}")
    upload(client, cohort, college.pk, "Surname,Forename,Date of Birth,Course,Status\n" + "\n".join(rows))
    address = reverse("returns:words", args=[DataReturn.objects.get().pk])
    first, second, third = (client.get(address, {"page": page}).content.decode() for page in (1, 2, 3))
    assert first.index("Banana") < first.index("Enrolled") < first.index("Level 3 Course")
    assert (first + second + third).count('role="rowheader"') == 92
    assert "(continued)" in second
    assert client.get(address, {"which": "unread"}).content.decode().count('role="rowheader"') == 1
    assert client.get(address, {"column": "status"}).content.decode().count('role="rowheader"') == 2
    assert client.get(address, {"column": "nonsense", "which": "?", "page": "x"}).status_code == 200


def test_the_words_of_a_list_cost_the_same_few_queries_however_long_it_is(client, cohort, college, django_assert_max_num_queries):
    upload(client, cohort, college.pk, ODD)
    with django_assert_max_num_queries(14):
        words_page(client)


def test_codes_are_shown_with_what_the_lists_own_key_says_of_them(client, cohort, college):
    upload(client, cohort, college.pk, '"C = current, L = left"\n' + LIST.replace("Enrolled", "C"))
    page = words_page(client).content.decode()
    assert "By the list&#x27;s own key, “C” " in page
    assert "Written “C”, by the list’s own key" in page
    assert "Present: sixth form college, full time (220)" in page
