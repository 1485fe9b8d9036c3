"""What colleges, sixth forms and training providers write over who is with them, and what their rows then say."""

from collections.abc import Sequence
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from careers.matching.decide import match
from careers.matching.records import Known
from destinations.rules.layouts import lay_out
from destinations.rules.plan import PlannedRow, Sender, Terms, plan
from destinations.rules.sources import SourceKind
from destinations.tests.rules.lists import COLLEGE, HEADINGS, REGISTER, TODAY, sheet

NAMES = "Ashworth Birtwistle Clegg Drury Eccles Farrow Greaves Hindle Ingham Jessop Kaye Lomax".split()
FOLK = [(surname, "Poppy", date(2009, 1 + place, 4 + 2 * place)) for place, surname in enumerate(NAMES)]
KNOWN = [Known(place, surname=surname, forename=forename, date_of_birth=born) for place, (surname, forename, born) in enumerate(FOLK)]
LISTED = date(2025, 11, 19)
LETTERS = {"present": "P", "left": "L", "not_here": "N", "not_stated": "?"}


def rows_of(headings: Sequence[str], rows: Sequence[Sequence[str]]) -> list[PlannedRow]:
    """The rows of a provider's list of twelve, whose cells under these headings repeat the given ones; "·" is blank."""
    cells = [[None if cell == "·" else cell for cell in rows[place % len(rows)]] for place in range(len(FOLK))]
    about = [
        [surname, forename, f"{born:%d/%m/%Y}", "A levels", *more] for (surname, forename, born), more in zip(FOLK, cells, strict=True)
    ]
    layout = lay_out(sheet((*HEADINGS, "Course", *headings), *about), {}, today=TODAY)
    terms = Terms(Sender(SourceKind.PROVIDER, COLLEGE.name, COLLEGE), LISTED, True, LISTED, 2025)
    return plan([layout], terms, REGISTER, lambda listed: {found.key: found for found in match(listed, KNOWN)})


@pytest.mark.parametrize(
    ("headings", "rows", "expected"),
    [
        ("In our Y12?", "Y / N / Yes / No", "P N P N"),
        ("In our sixth form?", "Y / N / Yes / No", "P N P N"),
        ("With us?", "Y / N", "P N"),
        ("On our roll?", "Y / N", "P N"),
        ("Joined The Lanes?", "✔ / ✘", "P N"),
        ("Here?", "Y / N", "P N"),
        ("Started with us", "Y / N / Y", "P N P"),
        ("Started with us", "05/09/2025 / · / 05/09/2025", "P P P"),
        ("In our Y12? | Destination if not with us", "Y|· / N|Rosehall College / No|·", "P N N"),
        ("Joined us | Notes (where instead)", "✔|· / ✘|Soar Valley College", "P N"),
        ("Enrolled | Withdrawn | Did not enrol", "04/09/2025|·|· / 04/09/2025|30/09/2025|· / ·|·|X", "P L N"),
        ("Enrolled | Left | No show", "04/09/2025|·|· / 04/09/2025|30/09/2025|· / ·|·|✓", "P L N"),
        ("Is the learner with you? Y/N", "Y / N", "P N"),
        ("Is the learner with you? (Y/N)", "Y / N", "P N"),
        ("Attending (Y/N/L)", "Y / N / L", "P N L"),
        ("Enrolled Y/N | Still here Y/N | Date left", "Y|Y|· / Y|N|15/10/2025 / N|·|· / N|N|·", "P L N N"),
        (
            "Offer date | Enrolled date | Withdrawn date",
            "01/03/2025|03/09/2025|· / 01/03/2025|03/09/2025|10/10/2025 / 01/03/2025|·|·",
            "P L ?",
        ),
        ("Offer | Enrolled | Withdrawn", "01/03/2025|03/09/2025|· / 01/03/2025|03/09/2025|10/10/2025 / 01/03/2025|·|·", "P L ?"),
        ("On course at 1 Nov", "Y / N", "P N"),
        ("On course at 1 Nov?", "Yes / No / Yes", "P N P"),
        ("On roll 1st November", "Y / N / Y", "P N P"),
        ("Attending at 1 November 2025", "Yes / No", "P N"),
        ("Still with you at half term?", "Y / N", "P L"),
        ("Did this student take up their place?", "Yes / No", "P N"),
        ("Took up place Y/N | Left Y/N | If left, date", "Y|N|· / Y|Y|03/10/2025 / N|·|·", "P L N"),
        ("Enrolled (tick) | Never enrolled (tick) | Left (tick)", "✓|·|· / ·|✓|· / ·|·|✓", "P N L"),
        ("Status at census", "On roll / Off roll / Never on roll", "P L N"),
        ("Student currently attends?", "Yes / No", "P N"),
        ("Has this pupil joined your sixth form?", "Yes / No - gone to college / Yes", "P N P"),
        ("Present Y12?", "Y / N", "P N"),
        ("Year 12 with us 2025/26", "Y / N", "P N"),
        ("Retained?", "Y / N / Y", "P L P"),
        ("Continuing?", "Y / N / Y", "P L P"),
        ("Known to us?", "Y / N", "P N"),
        ("Do you have this student?", "Yes / No", "P N"),
        ("Your student? Y/N", "Y / N", "P N"),
        ("Yes/No", "Yes / No", "P N"),
        ("Enrolled at your college (Yes / No / Withdrawn)", "Yes / No / Withdrawn", "P N L"),
        ("Y/N/W", "Y / N / W", "P N L"),
        ("Enrolled? (E/N/W)", "E / N / W", "P N L"),
        ("Current/Left", "Current / Left", "P L"),
        ("Active/Inactive", "Active / Inactive", "P L"),
        ("Enrolment confirmed?", "Y / N / Y", "P N P"),
        ("Confirmed start | Leave date", "Y|· / Y|01/10/2025 / N|·", "P L N"),
        ("Started | Withdrew", "✓|· / ✓|✓ / ·|· / ✓|·", "P L ? P"),
        ("Enrolled | Attending | Left", "Y|Y|· / Y|N|Y / N|N|·", "P L N"),
        ("Sept | Oct | Nov", "Enrolled|Enrolled|Enrolled / Enrolled|Withdrawn|Withdrawn / Not enrolled|Not enrolled|Not enrolled", "P L N"),
        ("On roll? | Date off roll", "Y|· / N|12/10/2025 / N|·", "P L N"),
        ("Student has left (date)", "· / 10/10/2025 / ·", "P L P"),
        ("Withdrawn before 6 weeks?", "N / Y / N", "P L P"),
        ("Last attended", "· / 03/10/2025 / ·", "P L P"),
        ("Status | Status date", "Enrolled|05/09/2025 / Withdrawn|10/10/2025 / Did not enrol|01/09/2025", "P L N"),
        ("Did not arrive | Withdrew later", "·|· / x|· / ·|x", "P N L"),
        ("Comments", "Enrolled on course / Never turned up / Left at half term", "P N L"),
        ("Update Nov 25", "still with us / did not start / withdrew 12/10", "P N L"),
        ("Enrolled with [college]?", "Y / N / Y", "P N P"),
        ("Attended enrolment?", "Y / N / Y", "P N P"),
        ("Enrolled and started | Enrolled but did not start | Did not enrol", "✓|·|· / ·|✓|· / ·|·|✓", "P N N"),
        ("Applied | Offered | Accepted | Enrolled | Withdrawn", "Y|Y|Y|Y|· / Y|Y|Y|Y|Y / Y|Y|N|·|·", "P L ?"),
        ("Comp status", "1 / 3 / 6", "P L L"),
        ("Stat", "C / L / DNS", "P L N"),
        ("Enrolment state", "Fully enrolled / Part enrolled / Cancelled", "P P N"),
        ("Situation at 1 Nov", "Studying here / Has left / Never came", "P L N"),
        ("Roll status", "Current / Leaver / Guest", "P L ?"),
        ("Census 2 Oct", "Y / N / Y", "P N P"),
        ("Enrolled 4 Sept | Present 2 Oct census", "Y|Y / Y|N / N|N", "P L N"),
        ("Here Sept | Here Oct half term", "Y|Y / Y|N / N|N", "P L N"),
        ("Joined in Sept | Still here Nov | Where now if left", "Y|Y|· / Y|N|Rosehall College / N|N|Work", "P L N"),
        ("Place accepted | Enrolled | Leaver", "Y|Y|· / Y|Y|Y / Y|N|· / N|N|·", "P L N N"),
        ("Offer made | Offer accepted | Enrolled", "Y|Y|Y / Y|Y|N / Y|N|N", "P N N"),
        ("Offered | Enrolled | Withdrawn", "02/03/2025|01/09/2025|· / 02/03/2025|01/09/2025|01/10/2025 / 02/03/2025|·|·", "P L ?"),
        ("Enrolled? | Withdrawal date | Withdrawal reason", "Yes|·|· / Yes|02/10/2025|Moved / No|·|·", "P L N"),
        ("Start | Finish", "01/09/2025|· / 01/09/2025|10/10/2025 / 01/09/2025|·", "P L P"),
        ("Date joined | Date left", "01/09/2025|· / 01/09/2025|10/10/2025 / ·|·", "P L P"),
        ("Left? (Y) | Date", "·|· / Y|10/10/2025 / ·|·", "P L P"),
        ("Leaver flag", "0 / 1 / 0", "P L P"),
        ("Withdrawn flag", "N / Y / N", "P L P"),
        ("Is active", "TRUE / FALSE / TRUE", "P N P"),
        ("Active learner", "Yes / No / Yes", "P N P"),
        ("IsCurrent", "1 / 0 / 1", "P N P"),
        ("Enrolled (1=yes, 0=no)", "1 / 0 / 1", "P N P"),
        ("Current student (Y = yes, N = no, L = left)", "Y / N / L", "P N L"),
        ("On Programme", "On programme / Withdrawn / Did not start / Break in learning", "P L N L"),
        ("Apprentice status", "Live / Withdrawn / Not started / Gateway", "P L N P"),
        ("Learner outcome to date", "Continuing / Withdrawn / Transferred - same provider", "P L P"),
        ("Withdrawal", "· / Withdrawn 12/10/25 / ·", "P L P"),
        ("Retention", "Retained / Withdrawn / Retained", "P L P"),
        ("Attendance", "Good / Poor / Never attended", "P P N"),
        ("Destination check", "With us / Not with us / With us - left Oct", "P N L"),
        ("Feedback to school", "Settled in well / Did not enrol / Left after two weeks", "P N L"),
        ("Response from college", "Enrolled / Not enrolled / Enrolled but withdrew", "P N L"),
        ("Result day decision", "Enrolled / Enrolled elsewhere / Did not attend", "P N N"),
        ("Enrolled? Y / N / Withdrawn", "Y / N / Withdrawn", "P N L"),
        ("Status (E/W/NE)", "E / W / NE", "P L N"),
        ("In attendance on 01/11/2025", "Yes / No / Yes", "P N P"),
        ("Student is on roll", "✓ / ✗ / ✓", "P N P"),
        ("Student enrolled with us (please tick) | Student did not enrol (please tick)", "✓|· / ·|✓ / ✓|·", "P N P"),
        ("Confirmed attending | Not attending", "X|· / ·|X / X|·", "P N P"),
        ("Y12 place taken", "Yes / No / Yes", "P N P"),
        ("Place status", "Taken up / Declined / Withdrawn after enrolment", "P N L"),
        ("Enrolment date | Leaving date | Reason", "01/09/2025|·|· / 01/09/2025|10/10/2025|Job / ·|·|Did not enrol", "P L N"),
        ("Notes", " / Withdrawn 2/10 / Never enrolled", "P L N"),
        ("Did they join? | If yes, still here? | If no, where did they go?", "Yes|Yes|· / Yes|No|· / No|·|Rosehall College", "P L N"),
        ("Joined? | If no, where?", "Yes|· / No|Rosehall College", "P N"),
        ("Are they on roll | Since when", "Yes|01/09/2025 / No|· / Yes|02/09/2025", "P N P"),
        ("Term 1 | Term 2", "Enrolled|Enrolled / Enrolled|Left / Not enrolled|Not enrolled", "P L N"),
        (
            "On roll as at 1 Nov? Y/N | If N, date left | Destination (if known)",
            "Y|·|· / N|12/10/2025|Work / N|·|Rosehall College",
            "P L N",
        ),
        ("Joined (Y/N) | Left (Y/N) | Left date", "Y|N|· / Y|Y|10/10/2025 / N|N|·", "P L N"),
        ("Y12 start | Y12 end", "03/09/2025|· / 03/09/2025|10/10/2025 / 03/09/2025|·", "P L P"),
        ("Enrolled 25/26", "Yes / No / Yes", "P N P"),
        ("Enrolled 2025-26? | Notes", "Yes|· / No|never replied / Yes|left in Oct", "P N P"),
        ("Attended since Sept?", "Y / N / Y", "P N P"),
        ("Left early?", "N / Y / N", "P L P"),
        ("Student withdrawn Y/N", "N / Y / N", "P L P"),
        ("Not enrolled", "· / x / ·", "P N P"),
        ("No-show?", "N / Y / N", "P N P"),
        ("DNA", "· / ✓ / ·", "P N P"),
        ("W | E | DNE", "·|✓|· / ✓|·|· / ·|·|✓", "P L N"),
        ("Current | Leaver | Never started", "1|0|0 / 0|1|0 / 0|0|1", "P L N"),
        ("Status 12/11/25", "Active / Withdrawn / No show", "P L N"),
        ("Where are they? | With us", "·|Y / Rosehall College|N / ·|Y", "P N P"),
        ("Accepted offer | Attended induction | On course", "Y|Y|Y / Y|N|N / N|N|N / Y|Y|N", "P N N L"),
        ("GCSE results day enrolment", "Enrolled / Did not attend / Enrolled", "P N P"),
        ("Enrolment status code", "ENR / WDR / DNS", "P L N"),
        ("Learner completion status", "Continuing or intending to continue / Withdrawn / Temporarily withdrawn", "P L L"),
        ("CompStatus", "1 / 3 / 6", "P L L"),
        ("Attending? (please circle) YES / NO", "YES / NO / YES", "P N P"),
        ("Pupil attends our sixth form", "Yes / No / Yes", "P N P"),
        ("Still here? If not, when did they leave", "Yes / No - 10/10/25 / Yes", "P L P"),
        ("Currently with us | Was with us | Never with us", "✓|·|· / ·|✓|· / ·|·|✓", "P L N"),
        ("Started programme | Dropped out", "Y|N / Y|Y / N|N", "P L N"),
        ("Enrolled | Transferred out", "Y|· / Y|Y / N|·", "P L N"),
        ("Attendance Sept | Attendance Oct", "95%|96% / 80%|0% / 90%|92%", "P P P"),
        ("Offer status | Enrolment status", "Accepted|Enrolled / Accepted|Did not enrol / Declined|·", "P N ?"),
        ("Present at 6-week census (Y/N) | Present at start (Y/N)", "Y|Y / N|Y / N|N", "P L N"),
        ("Working with you?", "Yes / No / Yes", "P N P"),
        ("Employed by you? | Date employment ended", "Yes|· / Yes|02/10/2025 / No|·", "P L N"),
        ("Apprenticeship live?", "Y / N / Y", "P N P"),
        ("Enrolled: yes/no/left", "yes / no / left", "P N L"),
        ("E or W", "E / W / E", "P L P"),
        ("Still on the course? (Y=yes N=no)", "Y / N / Y", "P L P"),
        ("Student's current position", "Enrolled / Left / Not enrolled", "P L N"),
        ("What happened?", "Enrolled / Left after a week / Didn't turn up", "P L N"),
    ],
)
def test_who_is_there_is_read_under_any_wording(headings, rows, expected):
    """Rows are divided by a stroke between spaces, their cells by a bar. P is present, L left, N not here, ? not stated."""
    given_rows = [row.split("|") for row in rows.split(" / ")]
    found = rows_of(headings.split(" | "), given_rows)[: len(given_rows)]
    assert " ".join(LETTERS[str(row.said)] for row in found) == expected


CAME = ["Enrolled?", "Enrolled (Y/N)", "Started", "Did they join you?", "Joined us", "Took up place Y/N", "In our sixth form?"]
THERE = ["Still here?", "Still attending (Y/N)", "Still with you", "Still on roll Y/N", "Currently on roll?"]
YESES, NOES = ["Y", "Yes", "yes", "TRUE", "✓", "✔"], ["N", "No", "no", "FALSE", "✗", "✘"]


@settings(deadline=None, max_examples=60)
@given(st.sampled_from(CAME), st.sampled_from(THERE), st.lists(st.integers(0, 2), min_size=6, max_size=12), st.sampled_from(range(6)))
def test_who_came_and_is_there_no_more_left_however_both_are_asked(came, there, answers, style):
    yes, no = YESES[style], NOES[style]
    rows = [[(yes, yes), (yes, no), (no, no)][answer] for answer in [0, 0, 1, 2, *answers]]
    found = rows_of([came, there], rows)[: min(len(rows), len(FOLK))]
    assert [str(row.said) for row in found] == [["present", "left", "not_here"][answer] for answer in [0, 0, 1, 2, *answers]][: len(found)]


@settings(deadline=None, max_examples=60)
@given(
    st.sampled_from(["With us?", "On our roll?", "In our Y12?", "Here?", "Known to us?", "Your student? Y/N", "Joined The Lanes?"]),
    st.data(),
)
def test_a_no_to_being_with_them_is_never_taken_for_a_yes(heading, data):
    answers = data.draw(st.lists(st.sampled_from([*YESES[:4], *NOES[:4]]), min_size=2, max_size=12))
    found = rows_of([heading], [["Yes"], ["No"], *([answer] for answer in answers)])
    for row, answer in zip(found, ["Yes", "No", *answers], strict=False):
        assert str(row.said) == ("present" if answer in YESES else "not_here")


def test_days_under_statuses_beside_a_tick_for_who_never_came():
    rows = [("04/09/2025", "·", "·"), ("04/09/2025", "30/09/2025", "·"), ("·", "·", "X")]
    found = rows_of(["Enrolled", "Withdrawn", "Did not enrol"], rows)
    assert [str(row.said) for row in found[:3]] == ["present", "left", "not_here"]
