from typing import Any

from crispy_forms.helper import FormHelper
from django import forms

from destinations.forms.decisions import OUTCOME_CHOICES
from destinations.rules.outcomes import ROUTE_NAMES, Route
from destinations.rules.remembered import WordMeaning
from destinations.rules.statements import Said
from destinations.rules.wording import SAID_WORDS, TELLS_SAID

LEFT_TO_RULES = "Leave it to the rules"
OUTCOMES = [("", LEFT_TO_RULES), *OUTCOME_CHOICES[1:]]
ROUTES = [("", LEFT_TO_RULES), *((route.value, name) for route, name in ROUTE_NAMES.items())]
LEVELS = [("", LEFT_TO_RULES), ("E", "Entry level"), *((str(n), f"Level {n}") for n in range(1, 8))]


class MeaningForm(forms.Form):
    """What words mean: only what their column can tell is asked."""

    said = forms.ChoiceField(label="What do these words say?", choices=list(SAID_WORDS.items()), widget=forms.RadioSelect)
    outcome = forms.ChoiceField(
        label="What does the student do?",
        choices=OUTCOMES,
        required=False,
        help_text="Only where the words themselves say it. Otherwise the kind of place and the course decide.",
    )
    route = forms.ChoiceField(label="Which route is it?", choices=ROUTES, required=False)
    level = forms.ChoiceField(label="Which level is it?", choices=LEVELS, required=False)

    def __init__(self, *args: Any, column: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        asked = {"said", "outcome"} if column in TELLS_SAID else {"level"} if column == "level" else {"outcome", "route", "level"}
        for name in self.fields.keys() - asked:
            del self.fields[name]
        self.helper = FormHelper()
        self.helper.form_tag = False

    def clean(self) -> dict:
        given = super().clean() or self.cleaned_data
        if given.get("outcome") and given.get("said", Said.PRESENT) != Said.PRESENT:
            self.add_error("outcome", "Only somebody who is there does something there. Leave this to the rules, or choose “There”.")
        if not self.errors and not any(given.values()):
            raise forms.ValidationError("Say what these words mean, or leave the page as it is.")
        return given

    def meaning(self) -> WordMeaning:
        given = self.cleaned_data
        route = Route(given["route"]) if given.get("route") else None
        return WordMeaning(given.get("said", ""), given.get("outcome") or None, route, given.get("level", ""))
