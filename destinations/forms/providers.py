from typing import Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Submit
from django import forms
from django.db.models import QuerySet

from careers.rules.identifiers import normalise_postcode, postcode_problem
from destinations.models import Provider
from destinations.models.provider import IS_UKPRN, IS_URN
from destinations.rules.outcomes import ProviderType

TYPES = [(type.value, type.value.capitalize()) for type in ProviderType]


class ProviderForm(forms.Form):
    """One provider of the register."""

    name = forms.CharField(max_length=200, error_messages={"required": "Give the provider’s name."})
    type = forms.ChoiceField(choices=[("", "Choose a type"), *TYPES], error_messages={"required": "Choose what type of provider it is."})
    aliases = forms.CharField(
        label="Other names it goes by",
        help_text="One on each line: short names, former names, how colleges and the county write it.",
        widget=forms.Textarea(attrs={"rows": 4}),
        required=False,
    )
    ukprn = forms.CharField(label="UKPRN", help_text="Eight digits, starting with 1.", required=False, max_length=8, validators=[IS_UKPRN])
    urn = forms.CharField(
        label="URN", help_text="Six digits. Schools and colleges have one.", required=False, max_length=6, validators=[IS_URN]
    )
    postcode = forms.CharField(required=False, max_length=10)
    contact_name = forms.CharField(label="Whom we speak to", required=False, max_length=120)
    contact_email = forms.EmailField(label="Their email", required=False)
    contact_phone = forms.CharField(label="Their telephone", required=False, max_length=30)

    def __init__(self, *args: Any, button: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = FormHelper()
        self.helper.attrs = {"novalidate": True}
        self.helper.add_input(Submit("", button, css_class="btn-primary"))

    def clean_aliases(self) -> list[str]:
        names = [" ".join(line.split()) for line in self.cleaned_data["aliases"].splitlines()]
        if too_long := next((name for name in names if len(name) > 200), None):
            raise forms.ValidationError(f"“{too_long[:40]}…” is too long for a name: at most 200 characters.")
        return [name for name in names if name]

    def clean_postcode(self) -> str:
        postcode = normalise_postcode(self.cleaned_data["postcode"])
        if postcode and postcode_problem(postcode):
            raise forms.ValidationError(f"{self.cleaned_data['postcode']} is not a postcode.")
        return postcode

    def refuse(self, problem: forms.ValidationError) -> None:
        """Show beside its field what the action would not take."""
        for name, messages in problem.message_dict.items():
            for message in messages:
                self.add_error(name if name in self.fields else None, message)


def as_initial(provider: Provider) -> dict[str, Any]:
    """What the form shows of a provider."""
    aliases = [name.name for name in provider.names.all() if name.is_alias]
    plain = ("name", "type", "ukprn", "urn", "postcode", "contact_name", "contact_email", "contact_phone")
    return {name: getattr(provider, name) for name in plain} | {"aliases": "\n".join(aliases)}


class MergeForm(forms.Form):
    """Which other entry of the register is the same provider."""

    other = forms.ModelChoiceField(
        queryset=Provider.objects.none(),
        label="It is also listed as",
        empty_label="Choose the other entry",
        error_messages={"required": "Choose the other entry.", "invalid_choice": "That entry is not in the register any more."},
    )

    def __init__(self, *args: Any, others: QuerySet[Provider], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["other"].queryset = others
        self.helper = FormHelper()
        self.helper.form_tag = False
        self.helper.disable_csrf = True


class ProviderFilterForm(forms.Form):
    q = forms.CharField(label="Name", required=False, max_length=100)
    type = forms.ChoiceField(choices=[("", "Any"), *TYPES], required=False)
    confirm = forms.ChoiceField(label="Confirmed", choices=[("", "Any"), ("no", "To be confirmed")], required=False)
