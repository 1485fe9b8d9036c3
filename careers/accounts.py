"""How allauth behaves here: staff are given accounts by the school, nobody signs up."""

from allauth.account.adapter import DefaultAccountAdapter
from django.http import HttpRequest
from django.urls import reverse


class StaffAccountAdapter(DefaultAccountAdapter):
    error_messages = {
        **DefaultAccountAdapter.error_messages,
        "email_password_mismatch": "That email address and password do not go together. Check both, or choose a new password.",
        "enter_current_password": "That is not the password you have now.",
        "incorrect_password": "That is not your password.",
        "too_many_login_attempts": "Too many tries. Wait five minutes, then try again.",
    }

    def get_password_change_redirect_url(self, request: HttpRequest) -> str:
        return reverse("home")

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False
