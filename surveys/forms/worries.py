from django import forms


class CloseForm(forms.Form):
    """What was done about it."""

    note = forms.CharField(
        label="What was done?",
        max_length=500,
        widget=forms.Textarea({"rows": 3}),
        help_text="A few words. Everybody who may read worries can read it.",
        error_messages={"required": "Write what was done, in a few words."},
    )
