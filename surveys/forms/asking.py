"""What staff ask of a wave's pages: who is shown, which class it is opened for, which waves are compared."""

from collections.abc import Sequence
from typing import Any

from crispy_forms.helper import FormHelper
from django import forms

from careers.rules.groups import Kind
from surveys.actions.form_periods import MINUTES
from surveys.models import Wave
from surveys.rules.progress import Stage
from surveys.waiting import STOPPED, Filters

STAGES = [
    ("", "Everybody who has not finished"),
    (Stage.STARTED.value, "Started and not finished"),
    (Stage.OPENED.value, "Opened, not started"),
    (Stage.ASKED.value, "Not opened"),
    (STOPPED, "Taken off the list"),
]


class WaitingForm(forms.Form):
    """Whom the list shows. Lives in the address; it names nobody."""

    form = forms.ChoiceField(required=False)
    group = forms.ChoiceField(required=False)
    stage = forms.ChoiceField(label="How far", required=False, choices=STAGES)

    def __init__(self, data: Any, *, form_names: Sequence[str], kinds: Sequence[Kind]) -> None:
        super().__init__(data)
        self.fields["form"].choices = [("", "Any"), *((name, name) for name in form_names), ("none", "No form")]
        self.fields["group"].choices = [("", "Any"), *((kind.key, kind.name) for kind in kinds)]
        self.helper = FormHelper()
        self.helper.form_tag = False
        self.helper.disable_csrf = True

    def filters(self) -> Filters:
        """A value that is not in the list asks for nothing."""
        self.is_valid()
        return Filters(**{name: value for name, value in self.cleaned_data.items() if value})


class PeriodForm(forms.Form):
    """For which forms a wave is opened now, and how long."""

    only_forms = forms.MultipleChoiceField(
        label="Which forms?",
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "Tick a form.", "invalid_choice": "That is not a form you look after."},
    )
    minutes = forms.TypedChoiceField(label="How long?", coerce=int, choices=[(n, f"{n} minutes") for n in MINUTES], initial=60)

    def __init__(self, data: Any = None, *, form_names: Sequence[str]) -> None:
        super().__init__(data)
        self.fields["only_forms"].choices = [(name, name) for name in form_names]


class CompareForm(forms.Form):
    """Two waves of one cohort."""

    before = forms.ModelChoiceField(Wave.objects.none(), label="First wave", empty_label=None)
    after = forms.ModelChoiceField(Wave.objects.none(), label="Second wave", empty_label=None)

    def __init__(self, data: Any, *, waves: Any) -> None:
        super().__init__(data)
        for name in ("before", "after"):
            self.fields[name].queryset = waves
            self.fields[name].label_from_instance = lambda wave: f"{wave.name} ({str(wave.cohort).lower()})"
        self.helper = FormHelper()
        self.helper.form_tag = False
        self.helper.disable_csrf = True
