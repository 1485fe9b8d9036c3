from datetime import date
from typing import Any

from crispy_forms.helper import FormHelper
from django import forms

from careers.fields import DayField


class AsAtForm(forms.Form):
    """The day as at which figures are shown. It lives in the address; empty is now."""

    as_at = DayField(
        label="Show the figures as at",
        help_text="Uses only what had been recorded by the end of that day.",
        required=False,
        error_messages={"invalid": "Enter a date, for example 1 November 2025."},
    )

    def __init__(self, data: Any = None, *, today: date, **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        self.today = today
        self.helper = FormHelper()
        self.helper.form_tag = False
        self.helper.disable_csrf = True

    def clean_as_at(self) -> date | None:
        day = self.cleaned_data["as_at"]
        if day and day > self.today:
            raise forms.ValidationError("That day has not come yet. Choose today or an earlier day.")
        return day

    @property
    def chosen(self) -> date | None:
        """The day that was chosen; None for today, for none and for what is not a day."""
        day = self.cleaned_data.get("as_at") if self.is_valid() else None
        return day if day != self.today else None
