"""Checking rows one at a time: what a card shows, what is decided, taken back and looked for."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from careers.models import AuditEvent
from careers.tests.factories import CohortFactory, StudentFactory, upn
from destinations.checking import token_of
from destinations.models import ReturnRow
from destinations.tests.views.cards import a_list, card_of, many_to_check, next_of, student, to_check

pytestmark = pytest.mark.django_db
HTMX = {"HX-Request": "true"}


@pytest.fixture(autouse=True)
def files(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


@pytest.fixture
def client(careers_leader):
    return careers_leader.client


@pytest.fixture
def tom(cohort):
    return student(cohort, "Barlow", "Tom", upn=upn(31))


@pytest.fixture
def college_list(cohort):
    return a_list(cohort)


@pytest.fixture
def row(college_list, tom):
    return to_check(college_list, 4, {"surname": "Barlow", "forename": "Thom"}, (tom, "Same birth date; Thom is one letter from Tom."))


def words_of(response) -> str:
    return " ".join(response.content.decode().split())


def press(client, row, **said):
    row.refresh_from_db()
    return client.post(card_of(row), {"as_seen": "", **said})


# what a card shows


def test_a_card_shows_both_records_with_what_speaks_for_and_against(client, row):
    page = words_of(client.get(card_of(row)))
    assert "Is this row about Tom?" in page
    assert "Same birth date<span" in page and "Thom is one letter from Tom<span" in page
    assert "T<mark>h</mark>om" in page
    assert "the list has one letter more: h" in page


def test_progress_is_said_in_words(client, college_list, tom):
    first, *_ = many_to_check(college_list, tom, 3)
    press(client, first, student="not_ours")
    assert "1 of 3 decided" in words_of(client.get(next_of(college_list), follow=True))


def test_a_confidential_address_is_shown_on_neither_side_nor_hinted_at(client, cohort, college_list):
    hidden = student(cohort, "Barlow", "Ann", postcode="PR1 1AA", confidential_address=True)
    seen = {"surname": "Barlow", "forename": "Ann", "postcode": "PR1 1AA"}
    page = words_of(client.get(card_of(to_check(college_list, 2, seen, (hidden, "Same name; same postcode.")))))
    assert "PR1 1AA" not in page and "ame postcode" not in page
    assert "the address is confidential" in page


def test_a_student_who_is_on_the_list_already_is_pointed_out(client, college_list, row, tom):
    college_list.rows.create(sheet="Sheet1", row=9, pile="certain", student=tom)
    assert "Also on this list:</strong> row 9" in words_of(client.get(card_of(row)))


def test_a_student_of_another_cohort_is_said_to_be_one(client, cohort, college_list):
    older = student(CohortFactory(school=cohort.school, leaving=cohort.leaving - 1), "Barlow", "Ann")
    row = to_check(college_list, 2, {"surname": "Barlow", "forename": "Ann"}, (older, "Same name."))
    assert "another cohort" in words_of(client.get(card_of(row)))


def test_two_students_with_one_forename_are_told_apart_on_their_buttons(client, cohort, college_list):
    both = [student(cohort, surname, "Sam", form=form) for surname, form in (("Bright", "11A"), ("Brighton", "11B"))]
    row = to_check(college_list, 2, {"surname": "Bright", "forename": "Sam"}, *[(one, "Same name.") for one in both])
    page = words_of(client.get(card_of(row)))
    assert "It is Bright, Sam, 11A" in page and "It is Brighton, Sam, 11B" in page


def test_names_are_escaped_wherever_they_are_marked(client, cohort, college_list):
    odd = student(cohort, "Barlow", "Tom")
    row = to_check(college_list, 2, {"surname": "Barlow<b>", "forename": "<script>"}, (odd, "Barlow<b> is Barlow."))
    page = client.get(card_of(row)).content.decode()
    assert "<script>" not in page.split("<body")[1].replace("<script src", "") and "<b>" not in page


# deciding, and going on


def test_a_decision_leads_to_the_next_row(client, college_list, tom):
    first, second, third = many_to_check(college_list, tom, 3)
    answer = press(client, second, student=tom.pk)
    assert client.get(answer.url).url == card_of(third)
    assert client.get(press(client, third, student="not_ours").url).url == card_of(first)
    second.refresh_from_db()
    assert (second.decision, second.student) == ("student", tom)


def test_after_the_last_row_the_list_is_shown(client, college_list, row, tom):
    page = client.get(press(client, row, student=tom.pk).url, follow=True)
    assert page.redirect_chain[-1][0] == reverse("returns:detail", args=[college_list.pk])
    assert "Every row of this list is decided." in words_of(page)


def test_with_a_script_the_next_card_comes_at_once_and_has_its_address(client, college_list, tom):
    first, second = many_to_check(college_list, tom, 2)
    answer = client.post(card_of(first), {"student": tom.pk, "as_seen": ""}, headers=HTMX)
    assert answer.status_code == 200 and answer["HX-Push-Url"] == card_of(second)
    assert "<body" not in answer.content.decode() and "data-card" in answer.content.decode()
    assert "Row 2: it is Barlow, Tom. 1 of 2 decided." in words_of(answer)


def test_with_a_script_the_last_card_leads_away_by_a_whole_page(client, college_list, row, tom):
    answer = client.post(card_of(row), {"student": tom.pk, "as_seen": ""}, headers=HTMX)
    assert answer["HX-Redirect"] == reverse("returns:detail", args=[college_list.pk])


def test_going_back_asks_for_a_whole_page(client, row):
    answer = client.get(card_of(row), headers={**HTMX, "HX-History-Restore-Request": "true"})
    assert "<body" in answer.content.decode()


def test_a_row_left_for_later_comes_again_after_the_others(client, college_list, tom):
    first, second = many_to_check(college_list, tom, 2)
    assert client.get(next_of(college_list)).url == card_of(first)
    assert client.get(next_of(college_list), {"after": first.pk}).url == card_of(second)
    assert client.get(next_of(college_list), {"after": second.pk}).url == card_of(first)


def test_a_student_of_another_school_cannot_be_chosen(client, row):
    stranger = StudentFactory(cohort=CohortFactory())
    page = client.post(card_of(row), {"student": stranger.pk}, follow=True)
    row.refresh_from_db()
    assert row.decision == "" and "Choose the student" in words_of(page)


def test_a_student_of_another_cohort_that_is_followed_can_be_chosen(client, cohort, row):
    older = student(CohortFactory(school=cohort.school, leaving=cohort.leaving - 1), "Barlow", "Tom")
    press(client, row, student=older.pk)
    row.refresh_from_db()
    assert row.student == older


def test_a_row_that_is_gone_is_said_to_be_and_nothing_fails(client, college_list, row):
    address = card_of(row)
    row.delete()
    for answer in (client.get(address, follow=True), client.post(address, {"student": "not_ours"}, follow=True)):
        assert "That row is not there any more" in words_of(answer)


def test_a_list_that_is_undone_has_nothing_to_check(client, college_list, row):
    college_list.state = "undone"
    college_list.save()
    assert client.get(next_of(college_list)).url == reverse("returns:detail", args=[college_list.pk])
    assert "It is Tom" not in words_of(client.get(card_of(row)))


# taking back


def test_the_last_decision_of_mine_is_offered_to_be_undone(client, college_list, tom):
    first, second = many_to_check(college_list, tom, 2)
    press(client, first, student=tom.pk)
    page = client.get(card_of(second))
    assert page.context["last"].pk == first.pk
    assert "Your last decision: <strong>row 2</strong> is Barlow, Tom." in words_of(page)
    from destinations.checking import token_of

    first.refresh_from_db()
    answer = client.post(reverse("returns:reopen", args=[college_list.pk, first.pk]), {"as_seen": token_of(first)})
    assert answer.url == card_of(first)
    first.refresh_from_db()
    assert (first.decision, first.student) == ("", None)


def test_every_decided_row_is_listed_with_who_and_can_be_opened_again(client, careers_leader, college_list, tom):
    first, second = many_to_check(college_list, tom, 2)
    press(client, first, student=tom.pk)
    press(client, second, student="not_ours")
    page = words_of(client.get(reverse("returns:decided", args=[college_list.pk])))
    assert "2 rows of Newlands College are decided by hand." in page
    assert page.count("Take back<span") == 2 and str(careers_leader.membership.user) in page
    assert "Not one of ours" in page


def test_a_decided_row_says_who_decided_what(client, careers_leader, row, tom):
    press(client, row, student=tom.pk)
    page = words_of(client.get(card_of(row)))
    assert "Decided by you on" in page and "it is Barlow, Tom." in page and "Take this decision back" in page


# looking for a student


def test_a_student_is_found_by_words_that_are_in_no_address(client, college_list, row, tom, caplog):
    find = reverse("returns:find_student", args=[college_list.pk, row.pk])
    with caplog.at_level("DEBUG"):
        page = client.post(find, {"q": "barl"})
    assert [found.pk for found in page.context["students"]] == [tom.pk]
    assert "barl" not in find + caplog.text.replace(str(row.seen), "")
    compared = client.get(card_of(row), {"student": tom.pk})
    assert compared.context["card"].sides[0].student == tom


def test_students_of_other_schools_and_of_cohorts_no_longer_followed_are_not_found(client, cohort, college_list, row):
    StudentFactory(cohort=CohortFactory(), surname="Quillfeather")
    StudentFactory(cohort=CohortFactory(school=cohort.school, leaving=cohort.leaving - 9), surname="Quillfeather")
    page = client.post(reverse("returns:find_student", args=[college_list.pk, row.pk]), {"q": "Quillfeather"})
    assert page.context["students"] == []
    assert "Nobody fits these words" in words_of(page)


def test_a_search_without_words_says_what_to_write(client, college_list, row):
    page = client.post(reverse("returns:find_student", args=[college_list.pk, row.pk]), {"q": " "})
    assert "Write part of a name" in words_of(page)


def test_a_student_of_another_school_named_in_the_address_is_not_shown(client, row):
    stranger = StudentFactory(cohort=CohortFactory(), surname="Quillfeather")
    assert "Quillfeather" not in words_of(client.get(card_of(row), {"student": stranger.pk}))


# rows that nobody was asked about


def test_a_row_that_is_not_ours_is_pulled_back_by_hand(client, college_list, tom):
    row = college_list.rows.create(sheet="Sheet1", row=2, pile="not_ours")
    page = words_of(client.get(reverse("returns:not_ours", args=[college_list.pk])))
    assert "Barlow, Thomas" in page and "14 March 2009" in page
    assert "taken for nobody of ours" in words_of(client.get(card_of(row)))
    compared = words_of(client.get(card_of(row), {"student": tom.pk}))
    assert "Tom<mark>as</mark>" in compared or "T<mark>h</mark>om<mark>as</mark>" in compared
    answer = press(client, row, student=tom.pk)
    assert answer.url.endswith("?pile=not_ours")
    row.refresh_from_db()
    assert (row.decision, row.student, row.seen["surname"]) == ("student", tom, "Barlow")


def test_a_row_pulled_back_shows_who_it_may_be_before_and_after_a_decision_is_taken_back(client, college_list, tom):
    row = college_list.rows.create(sheet="Sheet1", row=2, pile="not_ours")
    assert "It is Tom" in words_of(client.get(card_of(row)))
    press(client, row, student=tom.pk)
    row.refresh_from_db()
    client.post(reverse("returns:reopen", args=[college_list.pk, row.pk]), {"as_seen": token_of(row)})
    row.refresh_from_db()
    assert (row.decision, row.seen, row.candidates) == ("", {}, [])
    assert "It is Tom" in words_of(client.get(card_of(row)))


def test_a_decision_taken_back_shows_the_same_students_again(client, college_list, row, tom):
    press(client, row, student=tom.pk)
    row.refresh_from_db()
    client.post(reverse("returns:reopen", args=[college_list.pk, row.pk]), {"as_seen": token_of(row)})
    page = words_of(client.get(card_of(row)))
    assert "Is this row about Tom?" in page and "one letter from Tom" in page


def test_a_problem_of_the_whole_column_is_not_said_on_the_card(client, college_list, row):
    college_list.layout[0]["problems"] = [{"column": "Course", "message": "“…” is not understood.", "rows": 9}]
    college_list.save()
    row.problems = [
        {"column": "Course", "value": "Zz", "message": "“Zz” is not understood."},
        {"column": "Level", "value": "9", "message": "“9” is no level."},
    ]
    row.save()
    page = words_of(client.get(card_of(row)))
    assert "is no level" in page and "is not understood" not in page


def test_looking_at_a_row_that_is_not_ours_stores_nothing_of_it(client, college_list):
    row = college_list.rows.create(sheet="Sheet1", row=3, pile="not_ours")
    assert "Dover" in words_of(client.get(card_of(row)))
    assert "Dover" not in str(list(ReturnRow.objects.values())) + str(list(AuditEvent.objects.values()))


def test_a_row_that_is_not_ours_cannot_be_pulled_back_once_its_file_is_gone(client, college_list):
    row = college_list.rows.create(sheet="Sheet1", row=2, pile="not_ours")
    college_list.state, college_list.file = "applied", ""
    college_list.save()
    assert "Nothing is left to decide" in words_of(client.get(card_of(row)))
    assert "Their words are gone" in words_of(client.get(reverse("returns:not_ours", args=[college_list.pk])))


def test_a_certain_row_can_be_doubted(client, college_list, tom):
    row = college_list.rows.create(
        sheet="Sheet1", row=2, pile="certain", student=tom, why="Same UPN.", seen={"surname": "Barlow", "forename": "Tom"}
    )
    page = words_of(client.get(card_of(row)))
    assert "taken for certain" in page and "Same UPN" in page
    assert press(client, row, student="not_ours").url.endswith("?pile=certain")
    row.refresh_from_db()
    assert row.decision == "not_ours"


# how much it costs


def queries_of(client, address) -> int:
    with CaptureQueriesContext(connection) as made:
        assert client.get(address).status_code == 200
    return len(made)


@pytest.mark.parametrize("name", ["returns:decided", "returns:not_ours"])
def test_a_list_of_rows_makes_the_same_queries_for_two_rows_and_for_fifty(client, careers_leader, college_list, tom, name):
    def add(how_many, first):
        for row in many_to_check(college_list, tom, how_many, first):
            row.decision, row.student, row.decided_by = "student", tom, careers_leader.membership.user
            row.save()
        college_list.rows.create(sheet="Sheet1", row=first + 500, pile="not_ours")

    address = reverse(name, args=[college_list.pk])
    add(2, 2)
    few = queries_of(client, address)
    add(50, 10)
    assert queries_of(client, address) == few <= 20


def test_a_card_makes_the_same_queries_in_a_short_list_and_in_a_long_one(client, cohort, college_list, tom):
    one = to_check(college_list, 900, {"surname": "Barlow"}, (tom, "Same surname."))
    three = to_check(college_list, 901, {"surname": "Barlow"}, *[(student(cohort, "Barlow", f"Tom{n}"), "Same surname.") for n in range(3)])
    client.get(card_of(one))
    few = queries_of(client, card_of(one))
    many_to_check(college_list, tom, 300)
    for n in range(20):
        college_list.rows.create(sheet="Sheet1", row=1000 + n, pile="certain", student=tom)
    StudentFactory.create_batch(50, cohort=cohort, date_of_birth=date(2009, 1, 1))
    assert queries_of(client, card_of(one)) == few
    assert queries_of(client, card_of(three)) == few <= 22
