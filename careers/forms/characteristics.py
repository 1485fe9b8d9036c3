from django import forms


class NameForm(forms.Form):
    """What a school calls a group of its own."""

    name = forms.CharField(
        label="Name",
        max_length=70,
        help_text="For example “More able” or “Young parent”. It becomes a group in every figure and filter.",
        error_messages={"required": "Give it a name."},
    )

    def refuse(self, problem: forms.ValidationError) -> None:
        """Show beside its field what the action would not take."""
        told = problem.message_dict if hasattr(problem, "error_dict") else {None: problem.messages}
        for field, messages in told.items():
            for message in messages:
                self.add_error(field if field in self.fields else None, message)
