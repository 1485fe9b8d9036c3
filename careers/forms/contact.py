from typing import Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Submit
from django import forms
from django.conf import settings
from django.utils import timezone

from careers.fields import DayField
from careers.models import Preferences
from careers.rules.asking import Answer, Channel, Purpose, Who
from careers.rules.contact import ContactKind, Whose

WHOSE = [(Whose.STUDENT.value, "The student"), (Whose.PARENT.value, "A parent or carer")]
SOURCES = ["The student told us", "A parent or carer told us", "The school’s information system", "A college or the council", "Another way"]
ANSWERS = {
    Answer.GIVEN: "Yes",
    Answer.REFUSED: "No, or objects",
    Answer.WITHDRAWN: "Takes an earlier yes back",
    Answer.TOLD: "Was told, not asked",
}
CHANNELS = {
    Channel.IN_PERSON: "In person",
    Channel.PHONE: "By telephone",
    Channel.EMAIL: "By email",
    Channel.PAPER: "On paper",
    Channel.SURVEY: "In a survey",
    Channel.LINK: "By their own link",
}
WAYS = [("", "Not said"), ("email", "Email"), ("text", "Text"), ("phone", "Telephone call"), ("letter", "Letter")]


class StaffForm(forms.Form):
    """A form with one button that shows beside its fields what an action would not take."""

    button = "Save"

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = FormHelper()
        self.helper.attrs = {"novalidate": True}
        self.helper.add_input(Submit("", self.button, css_class="btn-primary"))

    def refuse(self, problem: forms.ValidationError) -> None:
        told = problem.message_dict if hasattr(problem, "error_dict") else {None: problem.messages}
        for field, sentences in told.items():
            for sentence in sentences:
                self.add_error(field if field in self.fields else None, sentence)


class DetailForm(StaffForm):
    """One address or number."""

    button = "Keep it"
    whose = forms.ChoiceField(label="Whose is it?", choices=WHOSE, widget=forms.RadioSelect, initial=Whose.STUDENT.value)
    name = forms.CharField(label="Name of the parent or carer", max_length=150, required=False)
    relation = forms.CharField(label="Relation", max_length=60, required=False, help_text="For example mother, grandfather, foster carer.")
    kind = forms.ChoiceField(label="What is it?", choices=[(kind.value, kind.label) for kind in ContactKind], widget=forms.RadioSelect)
    value = forms.CharField(
        label="Address or number",
        max_length=400,
        widget=forms.Textarea(attrs={"rows": 4, "autocomplete": "off"}),
        help_text="A postal address has a line for each line of an envelope.",
    )
    source = forms.ChoiceField(label="How do we know it?", choices=[(source, source) for source in SOURCES])

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        if given.get("whose") == Whose.STUDENT:
            given |= {"name": "", "relation": ""}
        elif given.get("kind") == ContactKind.SCHOOL_EMAIL:
            self.add_error("kind", "A parent or carer has no school email.")
        return given


class PermissionForm(StaffForm):
    """What one person said to one purpose."""

    button = "Record it"
    purpose = forms.ChoiceField(
        label="About what?", choices=[(purpose.value, purpose.label) for purpose in Purpose], widget=forms.RadioSelect
    )
    who = forms.ChoiceField(
        label="Who said it?",
        choices=[(Who.STUDENT.value, "The student"), (Who.PARENT.value, "A parent or carer")],
        widget=forms.RadioSelect,
        help_text="From the sixteenth birthday only the student can say no.",
    )
    answer = forms.ChoiceField(
        label="What did they say?", choices=[(a.value, name) for a, name in ANSWERS.items()], widget=forms.RadioSelect
    )
    to_whom = forms.CharField(
        label="Only about one organisation?",
        max_length=200,
        required=False,
        help_text="Its name, for example a college. Left empty: about all.",
    )
    channel = forms.ChoiceField(label="How?", choices=[(channel.value, name) for channel, name in CHANNELS.items()])
    on = DayField(label="When?")
    note = forms.CharField(label="Note", max_length=300, required=False, help_text="The student may ask to read it.")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["on"].initial = timezone.localdate

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        kinds = {"purpose": Purpose, "who": Who, "answer": Answer, "channel": Channel}
        return given | {name: kind(given[name]) for name, kind in kinds.items() if given.get(name)}


class PreferencesForm(StaffForm):
    """How one person is asked."""

    language = forms.ChoiceField(label="Language", required=False)
    easy_read = forms.BooleanField(label="Easy read: short sentences, larger type, pictures", required=False)
    best_way = forms.ChoiceField(label="Best way to reach them", choices=WAYS, required=False)
    best_time = forms.CharField(label="Best time", max_length=60, required=False, help_text="For example after 4 pm.")
    adjustments = forms.CharField(
        label="Adjustments", max_length=300, required=False, help_text="For example large print, or telephone and not text."
    )

    def __init__(self, *args: Any, instance: Preferences | None, **kwargs: Any) -> None:
        kept = {name: getattr(instance, name) for name in self.base_fields} if instance else {}
        super().__init__(*args, initial=kept, **kwargs)
        self.fields["language"].choices = [("", "Nobody has said"), *settings.LANGUAGES]
