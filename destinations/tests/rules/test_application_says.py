import pytest

from destinations.rules.application_says import application_says


@pytest.mark.parametrize(
    ("application", "words"),
    [
        ({}, ""),
        ({"state": "sent", "interview_on": "2026-03-03"}, "Applied; interview 3 March 2026"),
        ({"state": "conditional", "conditions": "5 GCSEs at grade 5"}, "Offer with conditions: 5 GCSEs at grade 5"),
        ({"state": "interview", "interview_on": "2026-03-03"}, "Interview 3 March 2026"),
        ({"state": "interview", "interview_on": None}, "Interview"),
        (
            {"state": "offered", "applied_on": "2025-11-20", "interview_on": None, "offered_on": "2026-03-20"},
            "Offer; applied 20 November 2025; offer made 20 March 2026",
        ),
    ],
)
def test_a_row_says_an_application_in_one_line(application, words):
    assert application_says(application) == words
