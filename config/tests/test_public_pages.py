import pytest
from django.conf import settings
from django.test import Client

from config.public_pages import PUBLIC_PAGES
from config.tests.house import pages


def test_every_page_is_locked_unless_listed() -> None:
    open_pages = {name for name, _, page in pages() if not getattr(page.callback, "login_required", True)}
    assert open_pages == PUBLIC_PAGES


def test_the_lock_is_fitted() -> None:
    order = settings.MIDDLEWARE
    lock = order.index("django.contrib.auth.middleware.LoginRequiredMiddleware")
    assert order.index("django.contrib.auth.middleware.AuthenticationMiddleware") < lock


@pytest.mark.django_db
@pytest.mark.parametrize("method", ["get", "post"])
def test_a_stranger_at_the_front_door_is_asked_to_sign_in(client: Client, method: str) -> None:
    response = getattr(client, method)("/")
    assert response.status_code == 302
    assert response["Location"].startswith("/accounts/login/")
