import csv
from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from careers.imports.vocabularies import RETURN
from careers.tests.factories import CohortFactory, StudentFactory
from destinations.actions.providers import add_provider
from destinations.models import DataReturn, Destination, Evidence, ReturnRow

pytestmark = pytest.mark.django_db

LIST = """Surname,Forename,Date of Birth,Course,Status
Ashworth,Amelia,14/03/2009,A Levels: Biology and Chemistry,Enrolled
Bright,Sam,02/09/2008,Level 2 Catering,Enrolled
Carter,Jo,21/01/2009,Level 3 Art,Enrolled
Total,3,,,
"""


@pytest.fixture(autouse=True)
def files(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    return tmp_path


@pytest.fixture
def client(careers_leader):
    return careers_leader.client


@pytest.fixture
def college(cohort):
    return add_provider(school=cohort.school, by=None, name="Cardwell College", type="sixth form college")


@pytest.fixture
def students(cohort):
    """Amelia, and a Samantha Brown who shares a Sam Bright's birth date."""
    amelia = StudentFactory(cohort=cohort, surname="Ashworth", forename="Amelia", date_of_birth=date(2009, 3, 14))
    sam = StudentFactory(cohort=cohort, surname="Bright", forename="Samuel", date_of_birth=date(2008, 9, 2))
    twin = StudentFactory(cohort=cohort, surname="Bright", forename="Samantha", date_of_birth=date(2008, 9, 2))
    return amelia, sam, twin


def upload(client, cohort, sender, text=LIST, name="enrolments.csv"):
    file = SimpleUploadedFile(name, text.encode() if isinstance(text, str) else text)
    given = {"file": file, "sender": str(sender), "cohort": cohort.pk, "received_on": "2025-09-19"}
    return client.post(reverse("returns:read"), given)


def detail(client, pile=""):
    return client.get(reverse("returns:detail", args=[DataReturn.objects.get().pk]), {"pile": pile} if pile else {})


def apply(client):
    data_return = DataReturn.objects.get()
    return client.post(reverse("returns:apply", args=[data_return.pk]), {"version": data_return.version}, follow=True)


def test_a_list_is_read_into_piles_and_nothing_is_written(client, cohort, college, students):
    assert upload(client, cohort, college.pk).status_code == 302
    page = detail(client)
    assert {tab["key"]: tab["count"] for tab in page.context["tabs"]} == {"certain": 1, "check": 1, "not_ours": 1, "not_a_student": 1}
    assert not Evidence.objects.exists()


def test_the_preview_says_how_each_column_was_understood(client, cohort, college, students):
    upload(client, cohort, college.pk)
    assert "day first" in detail(client).content.decode()


def test_rows_that_are_not_ours_are_shown_from_the_file_until_it_is_gone(client, cohort, college, students):
    upload(client, cohort, college.pk)
    assert "Carter" in detail(client, "not_ours").content.decode()
    apply(client)
    assert "Carter" not in detail(client, "not_ours").content.decode()


def test_rows_that_are_not_ours_are_read_alone_and_matched_with_nobody(client, cohort, college, students, monkeypatch):
    from destinations.rules import table_rows

    upload(client, cohort, college.pk, LIST.replace("Total,", "Withdrawn,,,,\nDoe,Kim,21/01/2009,Level 3 Art,\nTotal,"))
    read, read_row = [], table_rows.read_row
    monkeypatch.setattr("destinations.returning.match_all", lambda *given: pytest.fail("nobody is matched for a page of rows"))
    monkeypatch.setattr(table_rows, "read_row", lambda row, *given, **named: read.append(row.number) or read_row(row, *given, **named))
    page = detail(client, "not_ours").content.decode()
    assert "Carter" in page and "Doe" in page
    assert read == [4, 5, 6]  # the two rows, and the line that heads the second


def test_a_row_taken_for_certain_can_be_put_right_before_it_is_applied(client, cohort, college, students):
    upload(client, cohort, college.pk)
    row = DataReturn.objects.get().rows.get(pile="certain")
    page = client.get(reverse("returns:row", args=[row.data_return_id, row.pk])).content.decode()
    assert "Amelia" in page
    client.post(reverse("returns:row", args=[row.data_return_id, row.pk]), {"student": "not_ours"})
    apply(client)
    assert not Evidence.objects.exists()


def test_a_hidden_sheet_is_left_out_and_said(client, cohort, college, students):
    from io import BytesIO

    from openpyxl import Workbook

    book = Workbook()
    for row in csv.reader(LIST.splitlines()):
        book.active.append(row)
    hidden = book.create_sheet("Old list")
    hidden.sheet_state = "hidden"
    for row in csv.reader(LIST.splitlines()):
        hidden.append(row)
    file = BytesIO()
    book.save(file)
    upload(client, cohort, college.pk, file.getvalue(), "list.xlsx")
    assert set(DataReturn.objects.get().rows.values_list("sheet", flat=True)) == {"Sheet"}
    assert "hidden in the file" in detail(client).content.decode()


def test_nothing_about_another_schools_student_is_stored_or_shown(client, cohort, college, students):
    upload(client, cohort, college.pk)
    assert "Carter" not in str(list(DataReturn.objects.get().rows.values()))
    apply(client)
    assert not DataReturn.objects.get().rows.filter(pile="not_ours").exists()


def test_applying_writes_certain_rows_deletes_the_file_and_leaves_rows_to_check(
    client, cohort, college, students, files, django_capture_on_commit_callbacks
):
    upload(client, cohort, college.pk)
    assert list(files.rglob("return*"))
    with django_capture_on_commit_callbacks(execute=True):
        page = apply(client).content.decode()
    assert "1 statement added, 1 row still to check." in page
    assert Destination.objects.get(student=students[0], checkpoint="y12").status == "verified"
    assert not [path for path in files.rglob("*") if path.is_file()]


def test_a_row_to_check_shows_both_records_and_a_decision_writes_its_evidence(client, cohort, college, students):
    upload(client, cohort, college.pk)
    apply(client)
    row = DataReturn.objects.get().rows.get(pile="check")
    page = client.get(reverse("returns:row", args=[row.data_return_id, row.pk])).content.decode()
    assert "Samuel" in page and "Samantha" in page and "Sam" in page
    client.post(reverse("returns:row", args=[row.data_return_id, row.pk]), {"student": students[1].pk})
    assert Evidence.objects.filter(student=students[1]).count() == 1


def test_a_row_said_not_to_be_ours_writes_nothing(client, cohort, college, students):
    upload(client, cohort, college.pk)
    apply(client)
    row = DataReturn.objects.get().rows.get(pile="check")
    client.post(reverse("returns:row", args=[row.data_return_id, row.pk]), {"student": "not_ours"})
    assert ReturnRow.objects.get(pk=row.pk).decision == "not_ours"
    assert Evidence.objects.count() == 1


def test_a_decision_about_a_student_of_another_school_is_refused(client, cohort, college, students):
    upload(client, cohort, college.pk)
    row = DataReturn.objects.get().rows.get(pile="check")
    stranger = StudentFactory(cohort=CohortFactory())
    page = client.post(reverse("returns:row", args=[row.data_return_id, row.pk]), {"student": stranger.pk}, follow=True)
    assert "Choose the student" in page.content.decode()
    row.refresh_from_db()
    assert row.decision == ""


def test_undoing_withdraws_what_the_list_said(client, cohort, college, students):
    upload(client, cohort, college.pk)
    apply(client)
    client.post(reverse("returns:undo", args=[DataReturn.objects.get().pk]))
    assert Destination.objects.get(student=students[0], checkpoint="y12").status == "unknown"
    assert Evidence.objects.standing().count() == 0


def test_a_second_apply_says_that_somebody_was_faster(client, cohort, college, students):
    upload(client, cohort, college.pk)
    apply(client)
    assert "applied or changed by somebody else" in apply(client).content.decode()
    assert Evidence.objects.count() == 1


def test_correcting_a_column_reads_the_list_again(client, cohort, college, students):
    upload(client, cohort, college.pk)
    data_return = DataReturn.objects.get()
    columns = {f"0-{c['letter']}": c["field"] for c in data_return.layout[0]["columns"]}
    client.post(reverse("returns:columns", args=[data_return.pk]), {**columns, "0-E": "ignore"})
    data_return.refresh_from_db()
    assert data_return.layout[0]["columns"][4]["field"] == "ignore"


def test_a_column_left_out_that_may_be_the_status_is_said_before_applying_and_not_kept(client, cohort, college, students):
    people = [("Ashworth", "Amelia"), ("Bright", "Sam"), ("Carter", "Jo"), ("Doe", "Kim"), ("Eden", "Lee"), ("Fox", "Max")]
    rows = "".join(f"{s},{f},{n + 1:02}/03/2009,{'Purple' if n % 2 else 'Orange'}\n" for n, (s, f) in enumerate(people))
    upload(client, cohort, college.pk, f"Surname,Forename,Date of Birth,Position\n{rows}")
    page = detail(client).content.decode()
    said = page.index("was taken for the status")
    assert said < page.index("Correct the columns") and "“Orange” (3 rows)" in page and "“Position”" in page
    apply(client)
    assert "Orange" not in str(DataReturn.objects.get().layout)


APPLICANTS = """Surname,Forename,Date of Birth,Course,Application Status,Date Applied,Interview Date,Offer Date,Conditions
Ashworth,Amelia,14/03/2009,A Levels,Conditional offer,20/11/2024,03/03/2025,20/03/2025,5 GCSEs at grade 5
"""


def test_applications_are_shown_and_counted_and_stand_in_the_story(client, cohort, college, students):
    upload(client, cohort, college.pk, APPLICANTS)
    assert "Offer with conditions: 5 GCSEs at grade 5; applied 20 November 2024; interview 3 March 2025" in detail(client).content.decode()
    assert "0 statements and 1 application added." in apply(client).content.decode()
    assert "0 statements and 1 application added." in detail(client).content.decode()
    story = client.get(reverse("students:story", args=[students[0].pk])).content.decode()
    assert "applied 20 November 2024" in story and "offer made 20 March 2025" in story
    client.post(reverse("returns:undo", args=[DataReturn.objects.get().pk]))
    assert "0 statements and 1 application withdrawn." in detail(client).content.decode()


def test_where_nothing_can_be_applied_the_rows_are_checked_or_the_file_discarded(client, cohort, college, students):
    upload(client, cohort, college.pk, "\n".join(line for line in LIST.splitlines() if "Amelia" not in line))
    page = detail(client).content.decode()
    assert (
        "Apply 0" not in page
        and 'class="btn btn-primary" href' in page
        and "To check" in client.get(reverse("returns:list")).content.decode()
    )
    DataReturn.objects.get().rows.filter(pile="check").delete()
    page = detail(client).content.decode()
    assert "<details open" in page.replace(' class="no-print"', "") and "Discard the list</button>" in page


def test_discarding_asks_first_and_names_the_decisions_that_go(client, cohort, college, students):
    upload(client, cohort, college.pk)
    page = detail(client).content.decode()
    assert "<summary>Discard the file</summary>" in page and "Discard the list</button>" in page
    DataReturn.objects.get().rows.filter(pile="check").update(decision="not_ours")
    page = detail(client).content.decode()
    assert "with them 1 decision that was made" in page and "Discard the list and 1 decision</button>" in page
    assert client.get(reverse("returns:discard", args=[DataReturn.objects.get().pk])).status_code == 405


def test_all_decided_rows_are_a_link_away_also_when_none_is_left_and_when_the_list_is_applied(client, cohort, college, students):
    upload(client, cohort, college.pk)
    data_return = DataReturn.objects.get()
    link = f'href="{reverse("returns:decided", args=[data_return.pk])}"'
    assert link not in detail(client).content.decode()
    data_return.rows.filter(pile="check").update(decision="student", student=students[1])
    assert link in detail(client).content.decode()
    apply(client)
    assert link in detail(client).content.decode()


def test_certain_is_one_number_on_the_list_and_among_the_lists(client, cohort, college, students):
    upload(client, cohort, college.pk)

    def numbers():
        on_its_page = next(tab["count"] for tab in detail(client).context["tabs"] if tab["key"] == "certain")
        return on_its_page, client.get(reverse("returns:list")).context["page_obj"][0].certain

    assert numbers() == (1, 1)
    DataReturn.objects.get().rows.filter(pile="check").update(decision="student", student=students[1])
    assert numbers() == (2, 2)
    apply(client)
    assert numbers() == (2, 2)


def test_statements_and_applications_are_told_apart_before_they_are_written(client, cohort, college, students):
    upload(client, cohort, college.pk, APPLICANTS)
    assert "1 row ready to apply (of these, 0 statements and 1 application)" in detail(client).content.decode()
    assert "0 statements and 1 application added." in apply(client).content.decode()


def test_a_row_to_check_says_when_it_may_be_about_another_cohort(client, cohort, college):
    later = CohortFactory(school=cohort.school, leaving=cohort.leaving + 1)
    for forename in ("Samuel", "Samantha"):
        StudentFactory(cohort=later, surname="Bright", forename=forename, date_of_birth=date(2008, 9, 2))
    upload(client, cohort, college.pk)
    row = DataReturn.objects.get().rows.filter(row=3).first()
    row.pile, row.candidates = "check", [{"student": later.students.first().pk, "score": 0.5, "words": "Same birth date."}]
    row.save()
    assert f"perhaps leavers {later.leaving}<" in detail(client, "check").content.decode()
    ours = StudentFactory(cohort=cohort, surname="Bright", forename="Sam")
    row.candidates = [*row.candidates, {"student": ours.pk, "score": 0.5, "words": "Same name."}]
    row.save()
    assert f"perhaps leavers {later.leaving} or {cohort.leaving}<" in detail(client, "check").content.decode()
    row.candidates = row.candidates[1:]
    row.save()
    assert "perhaps leavers" not in detail(client, "check").content.decode()


def test_the_route_of_a_row_is_shown_beside_its_course(client, cohort, college, students):
    upload(client, cohort, college.pk)
    DataReturn.objects.get().rows.filter(pile="certain").update(route="t_level", level="3")
    page = detail(client, "certain").content.decode()
    assert "route: T Level" in page and "level 3" in page


def test_the_choices_for_a_column_are_in_groups_and_leaving_it_out_comes_first(client, cohort, college, students):
    upload(client, cohort, college.pk)
    choices = client.get(reverse("returns:columns", args=[DataReturn.objects.get().pk])).context["form"].fields["0-A"].choices
    assert [name for name, _ in choices] == ["ignore", "Who it is", "What they do and where", "Applications"]
    offered = {"ignore"} | {name for _, group in choices[1:] for name, _ in group}
    assert offered == set(RETURN.names)


def in_tab(client, state):
    """What the tab counts, and the lists that stand under it."""
    page = client.get(reverse("returns:list"), {"state": state})
    return next(tab.count for tab in page.context["tabs"] if tab.key == state), list(page.context["page_obj"])


def test_a_list_whose_rows_are_all_decided_is_ready_to_apply_and_not_under_to_check(client, cohort, college, students):
    upload(client, cohort, college.pk)
    data_return = DataReturn.objects.get()
    assert (in_tab(client, "check"), in_tab(client, "ready")) == ((1, [data_return]), (0, []))
    data_return.rows.filter(pile="check").update(decision="not_ours")
    assert (in_tab(client, "check"), in_tab(client, "ready")) == ((0, []), (1, [data_return]))


def test_an_applied_list_with_rows_left_is_under_to_check_too(client, cohort, college, students):
    upload(client, cohort, college.pk)
    apply(client)
    assert in_tab(client, "check")[0] == in_tab(client, "applied")[0] == 1
    DataReturn.objects.get().rows.filter(pile="check").delete()
    assert (in_tab(client, "check")[0], in_tab(client, "applied")[0]) == (0, 1)


def test_a_list_about_nobody_of_ours_has_nothing_to_apply(client, cohort, college, students):
    upload(client, cohort, college.pk)
    DataReturn.objects.get().rows.exclude(pile="not_ours").delete()
    page = client.get(reverse("returns:list")).content.decode()
    assert "Nothing to apply" in page and in_tab(client, "ready")[0] == 0


def test_rows_that_were_not_ours_are_counted_after_applying(client, cohort, college, students):
    upload(client, cohort, college.pk)
    apply(client)
    page = client.get(reverse("returns:not_ours", args=[DataReturn.objects.get().pk])).content.decode()
    assert "Every row is about a student of ours" not in page and "1 row of Cardwell College was about nobody of ours" in page


def test_correcting_the_columns_shows_what_is_in_each_and_none_of_it_as_markup(client, cohort, college, students):
    upload(client, cohort, college.pk, LIST.replace("Level 3 Art", "<b>Art</b>"))
    page = client.get(reverse("returns:columns", args=[DataReturn.objects.get().pk])).content.decode()
    assert "For example: Ashworth, Bright, Carter" in page
    assert "&lt;b&gt;Art" in page and "<b>Art" not in page


def test_of_a_file_and_a_pasted_list_neither_is_called_optional(client, cohort, college):
    page = client.get(reverse("returns:read")).content.decode()
    assert page.count("(optional)") == 1 and "On what day was it true?" in page


def test_an_empty_file_is_refused_in_a_plain_sentence(client, cohort, college):
    assert "This file is empty. Choose the file they sent" in upload(client, cohort, college.pk, b"").content.decode()


def test_a_problem_of_a_whole_column_is_said_once_above_the_table(client, cohort, college, students):
    people = [("Ashworth", "Amelia", "14/03/2009"), *((f"Stranger{'abcde'[n]}", "Kim", "01/01/2009") for n in range(5))]
    rows = "".join(f"{s},{f},{born},{n + 1}.23E+09,Enrolled\n" for n, (s, f, born) in enumerate(people))
    upload(client, cohort, college.pk, f"Surname,Forename,Date of Birth,ULN,Status\n{rows}")
    page = detail(client).content.decode()
    assert page.count("has rounded this number") == 1 and "ULN, 6 rows:" in page
    assert "could not be used" not in page


def test_a_value_that_several_rows_have_wrong_is_told_once_with_the_rows_to_open(client, cohort, college, students):
    wrong = LIST.replace("Biology and Chemistry,Enrolled", "Biology,Zorped").replace("Catering,Enrolled", "Catering,Zorped")
    upload(client, cohort, college.pk, wrong)
    page = detail(client)
    (problem,) = page.context["alike"]
    assert (problem.rows, problem.where) == (2, "Rows 2 and 3")
    assert all(reverse("returns:row", args=[DataReturn.objects.get().pk, place.pk]) in page.content.decode() for place in problem.places)


def test_how_many_say_yes_and_how_many_no_stands_open_on_the_page_before_applying(client, cohort, college, students):
    upload(client, cohort, college.pk, LIST.replace("Status", "Enrolled?").replace("Enrolled\n", "Y\n").replace("Art,Y", "Art,N"))
    page = " ".join(detail(client).content.decode().split())
    assert "<strong>“Enrolled?”</strong> “Y” 2 rows: present; “N” 1 row" in page


def test_a_place_taken_for_one_of_nearly_the_same_name_is_no_value_that_could_not_be_used(client, cohort, college, students):
    text = "Surname,Forename,Date of Birth,Establishment,Status\nAshworth,Amelia,14/03/2009,Cardwel College,Enrolled\n"
    upload(client, cohort, "authority", text)
    page = detail(client).content.decode()
    assert "nearly the same name" in page and "could not be used" not in page


def test_two_columns_cannot_hold_the_same_thing(client, cohort, college, students):
    upload(client, cohort, college.pk)
    data_return = DataReturn.objects.get()
    columns = {f"0-{c['letter']}": "surname" for c in data_return.layout[0]["columns"]}
    page = client.post(reverse("returns:columns", args=[data_return.pk]), columns)
    assert "Column A is" in page.content.decode()


def test_discarding_forgets_the_list_and_its_file(client, cohort, college, students, files, django_capture_on_commit_callbacks):
    upload(client, cohort, college.pk)
    with django_capture_on_commit_callbacks(execute=True):
        client.post(reverse("returns:discard", args=[DataReturn.objects.get().pk]))
    assert not DataReturn.objects.exists() and not [path for path in files.rglob("*") if path.is_file()]


@pytest.mark.parametrize("content", [b"", b"\x89PNG\r\n\x1a\n\x00\x00", b"%PDF-1.7 nothing", b"PK\x03\x04broken"])
def test_a_file_that_is_no_list_is_refused_in_plain_words(client, cohort, college, content):
    page = upload(client, cohort, college.pk, content, "list.xlsx")
    assert page.status_code == 200 and not DataReturn.objects.exists()
    assert "error-summary" in page.content.decode()


def test_the_list_page_makes_the_same_queries_for_one_and_for_thirty_returns(client, cohort, college, students):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    from destinations.tests.factories import DataReturnFactory

    DataReturnFactory(cohort=cohort)
    with CaptureQueriesContext(connection) as one:
        client.get(reverse("returns:list"))
    DataReturnFactory.create_batch(30, cohort=cohort)
    with CaptureQueriesContext(connection) as many:
        client.get(reverse("returns:list"))
    assert len(one) == len(many)


@pytest.mark.parametrize("mark", ["²", "１²", "-1", ""])
def test_what_only_looks_like_a_number_is_no_number(client, cohort, college, students, mark):
    upload(client, cohort, college.pk)
    data_return = DataReturn.objects.get()
    client.post(reverse("returns:apply", args=[data_return.pk]), {"version": mark})
    assert not Evidence.objects.exists()
    apply(client)
    row = data_return.rows.get(pile="check")
    check = client.get(reverse("returns:check", args=[data_return.pk]), {"after": mark})
    assert check.url == reverse("returns:row", args=[data_return.pk, row.pk])
    client.post(reverse("returns:row", args=[data_return.pk, row.pk]), {"student": mark})
    row.refresh_from_db()
    assert row.decision == ""
