from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from careers.models import ContactDetail
from careers.rules.contact import ContactKind
from careers.rules.contact_values import masked


class CodeForm(forms.Form):
    """The six digits that were sent."""

    code = forms.CharField(
        max_length=40,
        error_messages={"required": _("Type the code from the message."), "max_length": _("A code has six digits.")},
    )


class SendForm(forms.Form):
    """Which known address gets the code. Each is shown so that its owner knows it and nobody else learns it."""

    to = forms.ChoiceField(error_messages={"required": _("Choose an address."), "invalid_choice": _("Choose an address.")})

    def __init__(self, *args: Any, known: Sequence[ContactDetail], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.known = {str(detail.pk): detail for detail in known}
        self.fields["to"].choices = [(pk, self.shown(detail)) for pk, detail in self.known.items()]

    @property
    def detail(self) -> ContactDetail:
        """The address that was chosen."""
        return self.known[self.cleaned_data["to"]]

    @staticmethod
    def shown(detail: ContactDetail) -> str:
        return masked(ContactKind(detail.kind), detail.value)
