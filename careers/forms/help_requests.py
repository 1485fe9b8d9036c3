from collections.abc import Iterable
from typing import Any

from django import forms

from careers.models import HelpRequest
from careers.rules.help_words import HELP_WORDS


class HelpFilterForm(forms.Form):
    """Which requests to show. Lives in the address; it names no student."""

    when = forms.ChoiceField(label="When", required=False, choices=[("", "Soon or later"), *HelpRequest.When.choices])
    what = forms.ChoiceField(label="With what", required=False, choices=[("", "Anything"), *HELP_WORDS.items()])
    form = forms.ChoiceField(label="Form", required=False)

    def __init__(self, data: Any, *, form_names: Iterable[str]) -> None:
        super().__init__(data)
        self.fields["form"].choices = [("", "Every form"), *((name, name) for name in form_names)]


class CloseHelpForm(forms.Form):
    """What was done about a request."""

    why = forms.CharField(
        label="What was done?",
        max_length=300,
        help_text="For example: careers interview on 4 December.",
        error_messages={"required": "Write what was done, in a few words."},
    )
