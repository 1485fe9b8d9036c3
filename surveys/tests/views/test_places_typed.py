import pytest

from destinations.tests.factories import ProviderFactory
from surveys.actions import answering
from surveys.models import PageAnswer
from surveys.tests.visitors import UNDECIDED_PAGES, Visitor, text


@pytest.fixture
def applying(visitor) -> Visitor:
    school = visitor.invitation.student.school
    newlands = ProviderFactory(school=school, name="Cardwell Newlands College")
    newlands.names.create(school=school, name="CNC", normalised="cnc")
    ProviderFactory(school=school, name="Cardwell Sixth Form College")
    ProviderFactory(school=school, name="Uncle Sam’s garage", to_confirm=True)
    for page, value in {"plan": "a_level", "sure": "quite", "applied": "yes"}.items():
        visitor.send(f"{page}/", {page: value})
    visitor.send("interest/", {"not_sure": "on"})
    return visitor


@pytest.mark.parametrize("typed", ["Cardwell Newlands College", "cardwell newlands coll.", "C.N.C."])
def test_a_place_is_known_by_its_names_however_written(applying, typed):
    assert applying.send("application-1/", {"place": typed}).status_code == 302
    assert PageAnswer.objects.get(page="application-1").values["place"] == "Cardwell Newlands College"


def test_a_place_that_may_be_several_is_asked_about_and_words_can_be_kept(applying):
    page = text(applying.send("application-1/", {"place": "Cardwell"}))
    assert "Which place do you mean?" in page
    assert "keep “Cardwell”" in page
    applying.send("application-1/", {"place": "Cardwell", "pick": "words"})
    assert PageAnswer.objects.get(page="application-1").values == {"provider": None, "place": "Cardwell"}


def test_a_misspelt_place_is_offered_and_chosen(applying):
    page = text(applying.send("application-1/", {"place": "Cardwel Newland Colege"}))
    assert "Cardwell Newlands College" in page
    newlands = applying.visit.register.names["cardwell newlands college"]
    applying.send("application-1/", {"place": "Cardwel Newland Colege", "pick": str(newlands)})
    assert PageAnswer.objects.get(page="application-1").values["provider"] == newlands


def test_what_one_student_typed_is_not_suggested_to_another(applying):
    assert "Uncle" not in text(applying.get("application-1/"))
    assert "Sam" not in text(applying.send("application-1/", {"place": "Uncle"}))


def test_a_provider_that_was_not_offered_cannot_be_picked(applying):
    elsewhere = ProviderFactory()
    assert "Which place do you mean?" in text(applying.send("application-1/", {"place": "Cardwell", "pick": str(elsewhere.pk)}))


def test_an_application_is_taken_off_the_list_and_another_added(applying):
    applying.send("application-1/", {"place": "CNC"})
    applying.send("application-1-course/", {})
    applying.send("application-1-state/", {"state": "sent"})
    assert "Cardwell Newlands College" in text(applying.get("applications/"))
    assert "Take this application off" in text(applying.get("remove/1/"))
    assert applying.send("remove/1/")["Location"] == "/answer/applications/"
    assert "Cardwell Newlands College" not in text(applying.get("applications/"))
    assert applying.send("applications/", {"more": "yes"})["Location"] == "/answer/application-2/"
    applying.send("application-2/", {"place": "Moorside"})
    assert applying.visit.answers["application-1"]["removed"] is True


def test_every_page_is_small_with_its_style_and_script(applying, settings):
    shared = sum(len((settings.BASE_DIR / "static" / name).read_bytes()) for name in ("css/public.css", "js/answer.js"))
    school = applying.invitation.student.school
    for number in range(200):
        ProviderFactory(school=school, name=f"Invented College of {'Further and Higher ' * (number % 5)}Education {number}")
    sizes = {}
    for page in ("", "plan/", "sure/", "interest/", "applied/", "application-1/", "help/", "worry/", "meeting/"):
        sizes[page] = shared + len(applying.get(page).content)
    assert max(sizes.values()) < 30 * 1024, sizes


def test_a_page_asks_little_of_the_database(applying, django_assert_max_num_queries):
    with django_assert_max_num_queries(4):
        applying.get("sure/")
    with django_assert_max_num_queries(12):
        applying.send("sure/", {"sure": "very"})


def test_a_saved_answer_that_no_form_would_make_does_not_break_the_list(visitor):
    for page, values in UNDECIDED_PAGES.items():
        answering.save_page(response=visitor.visit.response, page=page, values=values | {"left": "over"}, visit=visitor.the_pass.visit)
    assert visitor.get("check/").status_code == 200
