"""Form fields that every floor asks the same way."""

from typing import Any

from django import forms


class DayField(forms.DateField):
    """A day, with the browser's own calendar. It also takes a day typed as 21/11/2026."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("widget", forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}))
        super().__init__(**kwargs)
