from crispy_forms.helper import FormHelper
from crispy_forms.layout import Submit
from django import forms
from django.utils import timezone

from careers.fields import DayField
from careers.models import School
from destinations.models import Exclusion, Provider
from destinations.rules.checkpoints import YEARS_AFTER, Checkpoint
from destinations.rules.outcomes import OUTCOMES, ROUTE_NAMES, Group
from destinations.rules.sources import SourceKind
from destinations.rules.statements import Said

OUTCOME_CHOICES = [
    ("", "Choose what the student is doing"),
    *((group.label, [(o.code, f"{o.name} ({o.code})") for o in OUTCOMES.values() if o.group is group]) for group in Group),
]
ROUTE_CHOICES = [("", "Not said"), *((route.value, name) for route, name in ROUTE_NAMES.items())]


def helper(words: str) -> FormHelper:
    """A form with one button."""
    made = FormHelper()
    made.add_input(Submit("save", words))
    return made


class SettleForm(forms.Form):
    """A named person's decision at one checkpoint. Year 11 is a plan, so its route is enough; later a code is needed."""

    outcome = forms.ChoiceField(label="What is the student doing?", choices=OUTCOME_CHOICES, required=False)
    route = forms.ChoiceField(label="Route", choices=ROUTE_CHOICES, required=False)
    provider = forms.ModelChoiceField(
        Provider.objects.none(), label="Where?", required=False, empty_label="No provider", help_text="From the provider register."
    )
    reason = forms.CharField(
        label="Why do you decide this by hand?",
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Who told you, and when. The student may ask to read it.",
    )

    def __init__(self, *args, school: School, checkpoint: Checkpoint, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.fields["provider"].queryset = Provider.objects.filter(school=school)
        if checkpoint in YEARS_AFTER:
            self.fields["outcome"].required = True
        else:
            self.fields["outcome"].label = "What did the student plan to do?"
        self.helper = helper("Settle")


class ExcludeForm(forms.Form):
    reason = forms.ChoiceField(label="Why is the student not counted?", choices=Exclusion.Reason.choices, widget=forms.RadioSelect)
    on = DayField(label="Since when?")
    note = forms.CharField(label="Note", max_length=300, required=False, help_text="For example where the student moved to.")

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.fields["on"].initial = timezone.localdate
        self.helper = helper("Do not count this student")

    def clean_on(self):
        if self.cleaned_data["on"] > timezone.localdate():
            raise forms.ValidationError("This day has not come yet.")
        return self.cleaned_data["on"]


class StatementForm(forms.Form):
    """What somebody told us, as one more statement. Lists come in as returns."""

    WHO = [
        (SourceKind.PROVIDER.value, "The college, provider or employer itself, by telephone or email"),
        *((kind.value, kind.label) for kind in (SourceKind.FAMILY, SourceKind.STUDENT, SourceKind.STAFF)),
    ]
    WHAT = [
        (Said.PRESENT.value, "This is what the student does now"),
        (Said.LEFT.value, "The student has left this place"),
        (Said.NOT_HERE.value, "The student is not there and never was"),
        (Said.INTENDS.value, "This is what the student plans"),
        (Said.UNDECIDED.value, "The student does not know yet"),
    ]
    source_kind = forms.ChoiceField(label="Who told you?", choices=WHO, widget=forms.RadioSelect)
    said = forms.ChoiceField(label="What did they say?", choices=WHAT, widget=forms.RadioSelect)
    outcome = forms.ChoiceField(
        label="Doing what now?", choices=OUTCOME_CHOICES, required=False, help_text="For what the student does now."
    )
    route = forms.ChoiceField(label="Planned route", choices=ROUTE_CHOICES, required=False, help_text="For a plan.")
    provider = forms.ModelChoiceField(Provider.objects.none(), label="Where?", required=False, empty_label="Not said")
    course = forms.CharField(label="Course or job", max_length=200, required=False)
    said_on = DayField(label="When did they say so?")

    def __init__(self, *args, school: School, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.fields["provider"].queryset = Provider.objects.filter(school=school)
        self.fields["said_on"].initial = timezone.localdate
        self.helper = helper("Add what they said")

    def clean(self) -> dict:
        given = super().clean() or self.cleaned_data
        if given.get("said") == Said.PRESENT and not given.get("outcome"):
            self.add_error("outcome", "Choose what the student does now.")
        if given.get("said") in (Said.LEFT, Said.NOT_HERE) and not given.get("provider"):
            self.add_error("provider", "Choose the place that this is about.")
        elif given.get("source_kind") == SourceKind.PROVIDER and not given.get("provider"):
            self.add_error("provider", "Choose who it was that told you.")
        if given.get("said") == Said.INTENDS and not (given.get("route") or given.get("provider")):
            self.add_error("route", "Choose the planned route or the place.")
        if given.get("said_on") and given["said_on"] > timezone.localdate():
            self.add_error("said_on", "This day has not come yet.")
        return given


class WithdrawForm(forms.Form):
    why = forms.CharField(label="Why was this a mistake?", max_length=300, widget=forms.Textarea(attrs={"rows": 2}))

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.helper = helper("Withdraw this statement")


class SafetyForm(forms.Form):
    """The marks that stop lists, exports and messages at once."""

    confidential_address = forms.BooleanField(label="Address is confidential", required=False)
    contacts_not_to_be_used = forms.BooleanField(label="Contacts are not to be used", required=False)
    safeguarding_hold = forms.BooleanField(label="Safeguarding hold", required=False)
    deceased = forms.BooleanField(label="Has died", required=False)

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.helper = helper("Save safety marks")
