from careers.rules.help_words import HELP_WORDS, in_words
from surveys.rules.first_survey import Help


def test_every_kind_of_help_that_a_survey_offers_has_words_for_staff() -> None:
    assert set(Help) <= set(HELP_WORDS)
    assert in_words(["travel", "careers_interview", "a_lift"]) == ["A careers interview", "Travel", "A lift"]
