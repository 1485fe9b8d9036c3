from typing import Any

from crispy_forms.helper import FormHelper
from django import forms


class SearchForm(forms.Form):
    """One box for names. It is posted, so that what is typed stays out of addresses and logs."""

    q = forms.CharField(max_length=100, widget=forms.TextInput(attrs={"type": "search", "autocomplete": "off"}))

    def __init__(self, *, label: str, placeholder: str, field_id: str, value: str = "", **kwargs: Any) -> None:
        super().__init__(auto_id=f"{field_id}-%s", initial={"q": value}, **kwargs)
        self.fields["q"].label = label
        self.fields["q"].widget.attrs["placeholder"] = placeholder
        self.helper = FormHelper()
        self.helper.form_tag = False
        self.helper.disable_csrf = True
        self.helper.form_show_labels = False
