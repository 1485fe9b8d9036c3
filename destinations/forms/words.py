from collections.abc import Mapping
from typing import Any

from crispy_forms.helper import FormHelper
from django import forms

from destinations.forms.decisions import OUTCOME_CHOICES
from destinations.rules.applications import ApplicationState
from destinations.rules.outcomes import ROUTE_NAMES, Route
from destinations.rules.remembered import NO_APPLICATION, NOTHING_OF_IT, TELLING_COLUMNS, WordMeaning, what_is_wrong
from destinations.rules.statuses import plain
from destinations.rules.wording import SAID_WORDS, asked_of
from destinations.wordlist import BY_HAND, UNREAD

LEFT_TO_RULES = "Leave it to the rules"
OUTCOMES = [("", LEFT_TO_RULES), *OUTCOME_CHOICES[1:]]
ROUTES = [("", LEFT_TO_RULES), *((route.value, name) for route, name in ROUTE_NAMES.items())]
LEVELS = [("", LEFT_TO_RULES), ("E", "Entry level"), *((str(n), f"Level {n}") for n in range(1, 8))]
STATES = [*((state.value, state.label) for state in ApplicationState), (NO_APPLICATION, NOTHING_OF_IT)]


class MeaningForm(forms.Form):
    """What words mean: only what their column can tell is asked."""

    said = forms.ChoiceField(label="What do these words say?", choices=list(SAID_WORDS.items()), widget=forms.RadioSelect)
    outcome = forms.ChoiceField(
        label="What does the student do?",
        choices=OUTCOMES,
        required=False,
        help_text="Only where the words themselves say it. Otherwise the kind of place and the course decide.",
    )
    application = forms.ChoiceField(
        label="How far is the application?",
        choices=[("", LEFT_TO_RULES), *STATES],
        required=False,
        help_text="Only where the words speak of an application: choose “Not stated” above, for they do not say where anybody is.",
    )
    route = forms.ChoiceField(label="Which route is it?", choices=ROUTES, required=False)
    level = forms.ChoiceField(label="Which level is it?", choices=LEVELS, required=False)

    def __init__(self, *args: Any, column: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        asked = asked_of(column)
        for name in self.fields.keys() - asked:
            del self.fields[name]
        if asked == {"application"}:
            self.fields["application"] = forms.ChoiceField(label="How far is the application?", choices=STATES, widget=forms.RadioSelect)
        self.helper = FormHelper()
        self.helper.form_tag = False

    def clean(self) -> dict:
        given = super().clean() or self.cleaned_data
        if not self.errors and (wrong := what_is_wrong(self.meaning())):
            raise forms.ValidationError(wrong)
        return given

    def meaning(self) -> WordMeaning:
        given = self.cleaned_data
        route = Route(given["route"]) if given.get("route") else None
        return WordMeaning(given.get("said", ""), given.get("outcome") or None, route, given.get("level", ""), given.get("application", ""))


class WordsFilterForm(forms.Form):
    """Which words of a list are shown. It lives in the address, so it asks for no words: they may name somebody."""

    column = forms.ChoiceField(label="Column", required=False)
    which = forms.ChoiceField(
        label="Words",
        choices=[("", "All of them"), (UNREAD, "Not understood"), (BY_HAND, "Put right by hand")],
        required=False,
    )

    def __init__(self, data: Any, *, counts: Mapping[str, int]) -> None:
        """`counts` is how many lines each column of the list has."""
        super().__init__(data)
        self.fields["column"].choices = [
            ("", f"Every column ({sum(counts.values())})"),
            *((column, f"{TELLING_COLUMNS[column]} ({lines})") for column, lines in counts.items()),
        ]
        self.helper = FormHelper()
        self.helper.form_tag = False
        self.helper.disable_csrf = True

    def asked(self) -> tuple[str, str]:
        """(column, which). A value that is not in the list asks for nothing."""
        self.is_valid()
        return self.cleaned_data.get("column", ""), self.cleaned_data.get("which", "")


class LookUpForm(forms.Form):
    """Words to look up among the rules. They are nobody's, so they may stand in the address."""

    find = forms.CharField(
        label="Look up words of a list", max_length=100, required=False, widget=forms.TextInput(attrs={"type": "search"})
    )

    def __init__(self, data: Any = None) -> None:
        super().__init__(data)
        self.helper = FormHelper()
        self.helper.form_tag = False
        self.helper.disable_csrf = True

    def sought(self) -> str:
        """What is looked up, "" where that is nothing that can be found."""
        return self.cleaned_data["find"] if self.is_valid() and plain(self.cleaned_data["find"]) else ""
