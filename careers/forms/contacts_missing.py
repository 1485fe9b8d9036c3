from collections.abc import Sequence
from typing import Any

from django import forms


class GapsForm(forms.Form):
    """Which students of the list: those of one form. What is missing is chosen by tabs and stays as it is."""

    form = forms.ChoiceField(label="Form", required=False)
    gap = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, forms_there: Sequence[str] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["form"].choices = [("", "All forms"), *((form, form) for form in forms_there)]
