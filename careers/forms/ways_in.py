from collections.abc import Sequence
from typing import Any

from django import forms

from careers.models import ContactDetail
from careers.rules.contact import ContactKind
from careers.rules.contact_values import masked


class CodeForm(forms.Form):
    """The six digits that were sent. A browser may fill them in by itself."""

    code = forms.CharField(
        label="The six-digit code",
        max_length=40,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "one-time-code", "size": 8}),
        error_messages={"required": "Type the code from the message."},
    )


class SendForm(forms.Form):
    """Which known address gets the code. Each is shown so that its owner knows it and nobody else learns it."""

    to = forms.ChoiceField(label="Where should we send it?", widget=forms.RadioSelect, error_messages={"required": "Choose an address."})

    def __init__(self, *args: Any, known: Sequence[ContactDetail], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.known = {str(detail.pk): detail for detail in known}
        self.fields["to"].choices = [(pk, self.shown(detail)) for pk, detail in self.known.items()]
        self.fields["to"].initial = next(iter(self.known), None)

    @property
    def detail(self) -> ContactDetail:
        """The address that was chosen."""
        return self.known[self.cleaned_data["to"]]

    @staticmethod
    def shown(detail: ContactDetail) -> str:
        return masked(ContactKind(detail.kind), detail.value)
