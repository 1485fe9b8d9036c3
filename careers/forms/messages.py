"""What a person asks of the outbox, and how a school says it writes."""

from typing import Any

from django import forms

from careers.models import MessageSettings
from careers.rules.contact import MessageChannel

HOURS = [(hour, f"{hour:02d}:00") for hour in range(24)]


class Refusing(forms.Form):
    def refuse(self, problem: forms.ValidationError) -> None:
        """Show beside its field what the action would not take."""
        told = problem.message_dict if hasattr(problem, "error_dict") else {None: problem.messages}
        for field, sentences in told.items():
            for sentence in sentences:
                self.add_error(field if field in self.fields else None, sentence)


class OutboxFilterForm(forms.Form):
    """Which messages to show. Lives in the address; it names no student."""

    channel = forms.ChoiceField(label="Sent by", required=False, choices=[("", "Any way"), *((c.value, c.label) for c in MessageChannel)])
    pile = forms.CharField(required=False, widget=forms.HiddenInput)
    student = forms.IntegerField(required=False, widget=forms.HiddenInput)


class MessageSettingsForm(Refusing):
    """How a school writes."""

    sender_name = forms.CharField(
        label="Who messages come from",
        required=False,
        max_length=100,
        help_text="A person people know, for example “Ms Hall, careers leader”.",
    )
    reply_to = forms.EmailField(label="Where answers go", required=False, help_text="An email address that somebody reads.")
    careers_phone = forms.CharField(label="Careers telephone", required=False, max_length=30)
    data_protection_contact = forms.CharField(label="Whom to ask about personal data", required=False, max_length=200)
    postal_address = forms.CharField(
        label="Postal address, for letters", required=False, max_length=300, widget=forms.Textarea({"rows": 4})
    )
    quiet_from = forms.TypedChoiceField(label="No messages from", coerce=int, choices=HOURS)
    quiet_until = forms.TypedChoiceField(
        label="No messages until", coerce=int, choices=HOURS, help_text="The same hour twice means no quiet hours."
    )
    weekends = forms.BooleanField(label="Messages may go on Saturdays and Sundays", required=False)
    most_touches = forms.IntegerField(label="Messages to one person at most, over all open surveys", min_value=1, max_value=12)

    def __init__(self, data: Any = None, *, settings: MessageSettings) -> None:
        super().__init__(data, initial={name: getattr(settings, name) for name in self.base_fields})


class HolidayForm(Refusing):
    """Days on which nothing is sent by itself."""

    name = forms.CharField(max_length=60, help_text="For example “Autumn half term”.", error_messages={"required": "Give it a name."})
    first = forms.DateField(label="First day", widget=forms.DateInput({"type": "date"}))
    last = forms.DateField(label="Last day", widget=forms.DateInput({"type": "date"}))


class WordsForm(Refusing):
    """A school's own words for one message."""

    subject = forms.CharField(max_length=120, error_messages={"required": "Write a subject."})
    body = forms.CharField(label="Words", widget=forms.Textarea({"rows": 18}), error_messages={"required": "Write something."})

    def __init__(self, data: Any = None, *, initial: dict[str, str], with_subject: bool, heading: bool) -> None:
        super().__init__(data, initial=initial)
        self.fields["subject"].label = "Heading" if heading else "Subject"
        if not with_subject:
            del self.fields["subject"]
            self.fields["body"].widget.attrs["rows"] = 5
