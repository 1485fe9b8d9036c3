from destinations.rules.remembered import WordMeaning
from destinations.rules.wording import SaidRow, find_line, lines_of, mark_of, meaning_in_words


def line(rows, column="status"):
    return lines_of(rows)[column][0]


def test_words_written_in_different_ways_are_one_line():
    rows = [SaidRow({"status": "Enrolled"}, "present", "230"), SaidRow({"status": "ENROLLED!"}, "present", "310")]
    assert (line(rows).words, line(rows).rows) == ("Enrolled", 2)
    assert dict(line(rows).means) == {"Present: further education, full time (230)": 1, "Present: apprenticeship (310)": 1}


def test_words_that_say_nothing_come_first_and_are_marked():
    rows = [SaidRow({"status": "Enrolled"}, "present", "230")] * 3 + [SaidRow({"status": "Sorted"}, "not_stated")]
    assert [(each.words, each.unread) for each in lines_of(rows)["status"]] == [("Sorted", True), ("Enrolled", False)]


def test_words_about_an_application_are_understood():
    row = SaidRow({"status": "UF"}, "not_stated", application={"state": "accepted"})
    assert (line([row]).means[0][0], line([row]).unread) == ("An application: offer accepted", False)


def test_a_course_is_told_by_the_rows_where_the_code_leaves_the_route_open():
    course = {"course": "A Levels"}
    rows = [SaidRow(course, "present", "430", "other", "3"), SaidRow(course, "left", "", "a_level", "3")]
    assert (line(rows, "course").means, line(rows, "course").rows) == ((("A levels, level 3", 1),), 2)


def test_a_line_is_found_by_its_mark_and_the_mark_hides_the_words():
    lines = lines_of([SaidRow({"status": "Enrolled"}, "present", "230")])
    found = find_line(lines, mark_of("status", "enrolled"))
    assert found
    assert "enrol" not in found.mark


def test_what_a_person_said_is_told_in_words():
    assert meaning_in_words("present", "310", "", "2") == "Present: apprenticeship (310), level 2"
    assert meaning_in_words("", "", "t_level", "3") == "T Level, level 3"
    assert meaning_in_words("", "", "", "", "waiting") == "On a waiting list"
    assert meaning_in_words("not_stated", "", "", "", "nothing") == "Not stated, nothing of an application"
    assert meaning_in_words("not_stated", "", "", "", "offered") == "Not stated, an application: offer"


def applicant(**told):
    return SaidRow(told, "not_stated", application={"state": "accepted"})


def test_a_decision_is_told_by_its_own_words_and_by_what_its_rows_come_to():
    shown = line([applicant(application_status="Offer made"), applicant(application_status="OFFER MADE")], "application_status")
    assert (shown.means, shown.come_to, shown.rows) == ((("Offer", 2),), (("offer accepted", 2),), 2)
    assert not line([applicant(application_status="UF")], "application_status").come_to


def test_what_a_person_said_of_an_application_is_what_its_words_mean():
    remembered = {("application_status", "r2"): WordMeaning(application="accepted")}
    row = applicant(application_status="R2")
    assert lines_of([row])["application_status"][0].unread
    shown = lines_of([row], remembered)["application_status"][0]
    assert (shown.means, shown.unread) == ((("Offer accepted", 1),), False)


def test_a_blank_and_a_no_are_understood():
    for words in ("", "No", "n/a"):
        shown = line([applicant(offer=words)], "offer")
        assert (shown.means[0][0], shown.unread) == ("Nothing of an application", False)


def test_each_heading_of_several_ticks_is_a_line_of_its_own():
    lines = lines_of([SaidRow({"marked": "Applied + Enrolled"}, "present", "230")])["marked"]
    assert {line.words for line in lines} == {"Applied", "Enrolled"}
