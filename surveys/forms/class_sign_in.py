"""What a student types to come in with the class: the code on the board, then their own code and their date of birth."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _


class ClassCodeForm(forms.Form):
    code = forms.CharField(max_length=20, error_messages={"required": _("Type the code that is on the board.")})


class SignInForm(forms.Form):
    """The date of birth is three fields, so that it can be typed on any phone. `born` is a date, or None for what is no day."""

    code = forms.CharField(max_length=40, error_messages={"required": _("Type the code on your slip.")})
    day = forms.CharField(max_length=6, required=False)
    month = forms.CharField(max_length=6, required=False)
    year = forms.CharField(max_length=6, required=False)

    def clean(self) -> dict[str, Any]:
        told = super().clean() or {}
        if not all(told.get(part) for part in ("day", "month", "year")):
            self.add_error("day", _("Type the day, the month and the year you were born."))
        self.born = a_day(told)
        return told


def a_day(told: dict[str, Any]) -> date | None:
    try:
        year = int(told["year"])
        return date(year + 2000 if year < 100 else year, int(told["month"]), int(told["day"]))
    except (KeyError, ValueError):
        return None
