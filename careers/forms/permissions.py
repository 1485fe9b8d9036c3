from typing import Any

from crispy_forms.layout import Submit
from django import forms

from careers.forms.contact import StaffForm
from careers.rules.asking import TOLD_NOT_ASKED, Basis, Purpose
from careers.rules.permission_words import MOST_SIGNS, PLACES


class BasisForm(StaffForm):
    """The lawful basis of one purpose, with the school's note about it."""

    basis = forms.ChoiceField(label="On which basis?", widget=forms.RadioSelect)
    note = forms.CharField(
        label="Note",
        max_length=500,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Who decided it, and where it is written down: the privacy notice, the assessment, the trust’s policy.",
    )

    def __init__(self, *args: Any, purpose: Purpose, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        fitting = [Basis.LEGAL_OBLIGATION] if purpose in TOLD_NOT_ASKED else [Basis.PUBLIC_TASK, Basis.CONSENT]
        self.fields["basis"].choices = [(basis.value, basis.label) for basis in fitting]


class WordsForm(StaffForm):
    """The words with which one thing is asked."""

    button = "Save as a new version"
    words = forms.CharField(
        label="The words",
        max_length=MOST_SIGNS,
        widget=forms.Textarea(attrs={"rows": 18}),
        help_text="The first line is the question. An empty line begins a new paragraph; lines that begin with “- ” are a list. "
        "These are filled in: " + "; ".join(f"{{{name}}}, {means}" for name, means in PLACES.items()) + ".",
        error_messages={"required": "Write the words."},
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper.add_input(Submit("preview", "See how it reads", css_class="btn-secondary"))
