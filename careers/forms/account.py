"""Sign-in and passwords in our own words; allauth decides, these only ask."""

from typing import Any

from allauth.account import forms as allauth
from django import forms

PASSWORD_HINT = "At least 12 characters. Three or four words that do not belong together are easy to remember and hard to guess."


class InPlainWords(forms.Form):
    """Labels and hints stand above the field; nothing is written inside it, where it would vanish with the first letter."""

    labels: dict[str, str] = {}
    hints: dict[str, str] = {}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, field in self.fields.items():
            field.widget.attrs.pop("placeholder", None)
            field.label = self.labels.get(name, field.label)
            field.help_text = self.hints.get(name, field.help_text)
            field.error_messages["required"] = f"Enter {lower(str(field.label))}."


def lower(words: str) -> str:
    return words[:1].lower() + words[1:]


NEW_TWICE = {"oldpassword": "Your password now", "password1": "Your new password", "password2": "Your new password once more"}
NEW_HINT = {"password1": PASSWORD_HINT}


class SignInForm(InPlainWords, allauth.LoginForm):
    labels = {"login": "Your email address", "password": "Your password"}


class ForgottenForm(InPlainWords, allauth.ResetPasswordForm):
    labels = {"email": "Your email address"}


class ChangePasswordForm(InPlainWords, allauth.ChangePasswordForm):
    labels, hints = NEW_TWICE, NEW_HINT


class SetPasswordForm(InPlainWords, allauth.SetPasswordForm):
    labels, hints = NEW_TWICE, NEW_HINT


class NewPasswordForm(InPlainWords, allauth.ResetPasswordKeyForm):
    labels, hints = NEW_TWICE, NEW_HINT


class StillYouForm(InPlainWords, allauth.ReauthenticateForm):
    labels = {"password": "Your password"}
