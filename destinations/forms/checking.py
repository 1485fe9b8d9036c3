"""What a person says on the card of a row: whom it is about, or which words to look for a student with."""

from typing import Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Submit
from django import forms
from django.utils.datastructures import MultiValueDict

from careers.models import Student, StudentQuerySet

NOT_OURS = "not_ours"
CHOOSE = "Choose the student, or say that it is nobody of ours."


class DecisionForm(forms.Form):
    """One press of a button. `student` is one of those who may be chosen, or None for nobody of ours.

    `as_seen` stands for what was decided when the card was shown.
    """

    student = forms.CharField(max_length=20, error_messages={"required": CHOOSE, "max_length": CHOOSE})
    as_seen = forms.CharField(max_length=40, required=False)

    def __init__(self, given: MultiValueDict | dict[str, Any], *, students: StudentQuerySet) -> None:
        super().__init__(given)
        self.students = students

    def clean_student(self) -> Student | None:
        said = self.cleaned_data["student"]
        if said == NOT_OURS:
            return None
        found = self.students.filter(pk=said).first() if said.isascii() and said.isdecimal() and len(said) < 19 else None
        if found is None:
            raise forms.ValidationError(CHOOSE)
        return found


class FindForm(forms.Form):
    """Looks for a student whom matching did not think of."""

    q = forms.CharField(
        label="Find the student",
        max_length=100,
        help_text="Part of a name, a UPN or an admission number.",
        error_messages={"required": "Write part of a name, a UPN or an admission number."},
        widget=forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false"}),
    )

    def __init__(self, *args: Any, action: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = FormHelper()
        self.helper.form_action = action
        self.helper.add_input(Submit("find", "Find", css_class="btn-secondary"))
