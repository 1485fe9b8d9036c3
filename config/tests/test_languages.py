"""Pages for people without an account speak every language there are words for, in its direction; staff pages are English."""

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from careers import languages
from careers.actions import personal_codes
from careers.models import Preferences
from careers.tests.factories import MembershipFactory
from config.tests.pseudo_language import forgotten, read, speak
from conftest import sign_in
from surveys.models import FormPeriod, Response
from surveys.tests.factories import InvitationFactory
from surveys.tests.visitors import Visitor

pytestmark = pytest.mark.django_db
CODE = "ar"
PATH = (
    ("plan/", {"plan": "other"}),
    ("plan-other/", {"plan-other": "Xyzzy"}),
    ("plan/", {"plan": "apprenticeship"}),
    ("apprenticeship/", {"apprenticeship": "looking"}),
    ("plan/", {"plan": "a_level"}),
    ("sure/", {"sure": "quite"}),
    ("interest/", {"interest": "Xyzzy"}),
    ("applied/", {"applied": "yes"}),
    ("application-1/", {"place": "Xyzzy"}),
    ("application-1-course/", {"course": "Xyzzy", "level": "3"}),
    ("application-1-state/", {"state": "conditional"}),
    ("application-1-conditions/", {"conditions": "Xyzzy"}),
    ("application-1-state/", {"state": "interview"}),
    ("application-1-interview/", {"interview_on_day": "4", "interview_on_month": "12", "interview_on_year": "2026"}),
    ("applications/", {"more": "no"}),
    ("first-choice/", {"first-choice": "1"}),
    ("backup/", {"backup": "elsewhere"}),
    ("backup-place/", {"place": "Xyzzy"}),
    ("help/", {"help": ["travel"]}),
    ("worry/", {"worry": "Xyzzy"}),
    ("meeting/", {"meeting": "soon"}),
)


@pytest.fixture
def pseudo(monkeypatch) -> None:
    speak(monkeypatch, CODE)


@pytest.fixture
def visitor() -> Visitor:
    return Visitor(InvitationFactory(student__forename="Amira", student__surname="Okafor", wave__cohort__school__name="Hodder Academy"))


NAMES = ("Hodder Academy", "11Z", "CDFG-2345", "Amira", "Waymark", "Xyzzy", "English")


def unsaid(response) -> list[str]:
    page = response.content.decode()
    root = read(page).root
    return [*forgotten(page, NAMES), *([] if (root["lang"], root["dir"]) == (CODE, "rtl") else [f"html {root}"])]


@pytest.mark.parametrize("easy", ["", "on"])
def test_every_sentence_of_the_survey_goes_through_gettext(pseudo, visitor, easy):
    visitor.client.cookies[languages.COOKIE] = CODE
    left = {"start": unsaid(visitor.get(""))}
    assert visitor.start(language=CODE, **({"easy_read": easy} if easy else {})).status_code == 302
    for page, values in PATH:
        left[page] = unsaid(visitor.get(page))
        left[f"{page} empty"] = unsaid(shown) if (shown := visitor.send(page, {})).status_code == 200 else []
        sent = visitor.send(page, values)
        assert sent.status_code == 302, (page, sent.content.decode()[:3000])
    left["remove"] = unsaid(visitor.get("remove/1/"))
    left["list"] = unsaid(visitor.get("applications/"))
    left["check"] = unsaid(visitor.get("check/"))
    left["someone else"] = unsaid(visitor.client.post("/answer/sure/", {"mark": "another", "sure": "quite"}))
    visitor.send("check/")
    left["done"] = unsaid(visitor.get("done/"))
    left["again"] = unsaid(visitor.get(""))
    another = Visitor(visitor.invitation)
    another.client.cookies[languages.COOKIE] = CODE
    left["answered before"] = unsaid(another.get("plan/"))
    left["check of another visit"] = unsaid(another.get("check/"))
    visitor.invitation.wave.closed_at = timezone.now()
    visitor.invitation.wave.save()
    left["closed"] = unsaid(visitor.send("sure/", {"sure": "quite"}))
    left["start of what is closed"] = unsaid(visitor.get(""))
    assert {page: said for page, said in left.items() if said} == {}


def test_every_sentence_of_the_ways_in_goes_through_gettext(pseudo, visitor):
    client = Client(headers={"accept-language": "ar-EG,ar;q=0.9,en;q=0.5"})
    period = FormPeriod.objects.create(
        wave=visitor.invitation.wave, forms=["11A"], code="HK4T", opened_at=timezone.now(),
        opened_by=MembershipFactory(school=visitor.invitation.student.school).user, closes_at=timezone.now() + timezone.timedelta(hours=1),
    )  # fmt: skip
    pages = {
        "a link that opens nothing": client.get(reverse("open_link", args=["nothing"])),
        "come in again": client.get(reverse("answer:start")),
        "a page of a visit that has ended": client.post("/answer/sure/", {"mark": "x", "sure": "quite"}),
        "left": client.get(reverse("answer:left")),
        "class code": client.get(reverse("class:code")),
        "class code, wrong": client.post(reverse("class:code"), {"code": "ZZZZ"}),
        "class": client.get(reverse("class:sign_in", args=[period.code])),
        "class, empty": client.post(reverse("class:sign_in", args=[period.code]), {}),
        "class that is over": client.get(reverse("class:sign_in", args=["ZZZZ"])),
    }
    student = visitor.invitation.student
    born = {"day": student.date_of_birth.day, "month": student.date_of_birth.month, "year": student.date_of_birth.year}
    came = {"code": personal_codes.codes_for([student])[student.pk], **born}
    class_page = reverse("class:sign_in", args=[period.code])
    pages["class, wrong"] = client.post(class_page, {**came, "year": 1999})
    pages["class, is it you"] = client.post(class_page, came)
    FormPeriod.objects.update(forms=["11Z"])
    pages["class, another form"] = client.post(class_page, came)
    visitor.invitation.delete()
    pages["class, not asked"] = client.post(class_page, came)
    assert {name: said for name, page in pages.items() if (said := unsaid(page))} == {}


def test_the_language_is_kept_with_the_answers_and_with_the_person(pseudo, visitor):
    visitor.start(language=CODE)
    assert Response.objects.get().language == CODE and Preferences.objects.get().language == CODE
    other_device = Visitor(visitor.invitation)
    assert read(other_device.get("plan/").content.decode()).root["lang"] == CODE


def test_a_language_chosen_before_coming_in_is_spoken_on_the_way(pseudo, visitor):
    chosen = visitor.client.post(reverse("choose_language"), {"language": CODE, "next": "/class/"})
    assert chosen["Location"] == "/class/" and Preferences.objects.get().language == CODE
    assert read(visitor.get("").content.decode()).root == {"lang": CODE, "dir": "rtl"}


def test_leaving_forgets_the_language_for_whoever_comes_next(pseudo, visitor):
    visitor.client.post(reverse("choose_language"), {"language": CODE, "next": "/class/"})
    visitor.client.post(reverse("answer:leave"))
    assert read(visitor.client.get(reverse("class:code")).content.decode()).root["lang"] == "en-GB"


ELSEWHERE = (
    "https://elsewhere.example/", "//elsewhere.example", "javascript:alert(1)", "", "aaaaa", "%2f%2fevil", "/\\elsewhere.example",
    "///elsewhere.example", "class:code", "students:board", "/class/\r\nSet-Cookie: a=b", "/\t/elsewhere.example",
)  # fmt: skip


@pytest.mark.parametrize("next_page", ELSEWHERE)
def test_choosing_a_language_leads_nowhere_else(pseudo, client, next_page):
    assert client.post(reverse("choose_language"), {"language": CODE, "next": next_page})["Location"] == reverse("class:code")


@pytest.mark.parametrize("language", ["xx", "", "../../etc", "ar\r\nSet-Cookie: a=b", "pl"])
def test_a_language_without_words_is_english(pseudo, client, language):
    client.post(reverse("choose_language"), {"language": language, "next": "/class/"})
    assert read(client.get(reverse("class:code")).content.decode()).root == {"lang": "en-GB", "dir": "ltr"}


def test_only_languages_with_words_are_offered(client, settings, tmp_path):
    settings.LOCALE_PATHS, settings.LANGUAGES = [tmp_path], [("en-gb", "English"), ("pl", "Polish"), ("uk", "Ukrainian")]
    words = tmp_path / "pl" / "LC_MESSAGES" / "django.mo"
    words.parent.mkdir(parents=True)
    words.touch()
    languages.languages.cache_clear()
    try:
        assert languages.choices() == [("en-gb", "English"), ("pl", "polski")]
    finally:
        languages.languages.cache_clear()


def test_every_language_that_could_be_offered_has_its_own_name(settings):
    for code, _name in settings.LANGUAGES:
        assert languages.own_name(code)


def test_staff_pages_are_english_whatever_the_browser_asks_for(pseudo, visitor):
    leader = sign_in(MembershipFactory(school=visitor.invitation.student.school))
    leader.client.cookies[languages.COOKIE] = CODE
    page = leader.client.get(reverse("worries:list"), headers={"accept-language": CODE}).content.decode()
    assert read(page).root["lang"] == "en-GB" and "⟦" not in page


def test_what_is_forgotten_is_found():
    page = '<html lang="ar"><p>⟦Hello ⟦December⟧⟧ Amira</p><button aria-label="Close">⟦x⟧</button><p lang="pl">polski</p></html>'
    assert forgotten(page, NAMES) == ["Close"]
    assert forgotten(page.replace("⟦x⟧", "Shut it"), NAMES) == ["Close", "Shut it"]
