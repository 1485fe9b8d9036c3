"""How somebody wants to be asked, before the first question."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from careers.languages import choices


class StartForm(forms.Form):
    easy_read = forms.BooleanField(required=False, label=_("Easy read"))
    helped_by = forms.CharField(required=False, max_length=100, label=_("Who is helping you?"))
    language = forms.ChoiceField(required=False, label=_("Language"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["language"].choices = choices()

    @property
    def several_languages(self) -> bool:
        return len(self.fields["language"].choices) > 1
