import builtins
from pathlib import Path
from typing import Any

import pytest
from pytest_django.fixtures import Settings

from config import checks


def ids(messages: list[Any]) -> list[str]:
    return [message.id for message in messages]


def test_a_machine_without_pango_is_told_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    real = builtins.__import__

    def without_pango(name: str, *more: Any, **named: Any) -> Any:
        if name == "weasyprint":
            raise OSError("cannot load library 'libpango-1.0-0'")
        return real(name, *more, **named)

    monkeypatch.setattr(builtins, "__import__", without_pango)
    (warning,) = checks.reports_can_be_made()
    assert "sudo apt-get install libpango-1.0-0" in str(warning.hint)


def test_the_hint_names_the_packages_that_bin_serve_installs() -> None:
    from config.tests.house import ROOT

    assert f'pango_packages="{checks.PANGO}"' in (ROOT / "bin/environment.sh").read_text()


def test_a_folder_that_others_can_read_is_reported(settings: Settings, tmp_path: Path) -> None:
    settings.VAR = tmp_path
    tmp_path.chmod(0o755)
    assert ids(checks.the_data_is_private()) == ["waymark.W002"]
    tmp_path.chmod(0o700)
    assert ids(checks.the_data_is_private()) == []


def test_a_broker_without_a_shared_cache_is_reported(settings: Settings) -> None:
    settings.CELERY_BROKER_URL, settings.REDIS_URL = "amqp://elsewhere", ""
    assert ids(checks.several_programs_share_one_cache()) == ["waymark.W003"]
    settings.CELERY_BROKER_URL, settings.REDIS_URL = "redis://elsewhere", "redis://elsewhere"
    assert ids(checks.several_programs_share_one_cache()) == []


def test_links_that_lead_to_this_machine_alone_are_reported_once_email_leaves_it(settings: Settings) -> None:
    settings.EMAIL_BACKEND, settings.SITE_ADDRESS = "django.core.mail.backends.smtp.EmailBackend", "http://127.0.0.1:8000/"
    assert ids(checks.links_lead_to_where_people_are()) == ["waymark.W004"]
    settings.SITE_ADDRESS = "https://destinations.school.example/"
    assert ids(checks.links_lead_to_where_people_are()) == []


def test_a_school_sign_in_that_is_half_set_up_is_reported(settings: Settings) -> None:
    whole = {"name": "Google", "issuer": "https://accounts.google.com", "client_id": "w", "client_secret": "s", "school_urn": "900001"}
    settings.SCHOOL_ACCOUNTS = {"google": {**whole, "domains": ("hodder.example",)}}
    assert checks.school_accounts_are_whole() == []
    settings.SCHOOL_ACCOUNTS = {"google": {**whole, "domains": ()}, "microsoft": {**whole, "client_secret": "", "domains": ("x.example",)}}
    assert [str(message.msg) for message in checks.school_accounts_are_whole()] == [
        "Signing in with google is not offered: domains missing.",
        "Signing in with microsoft is not offered: client_secret missing.",
    ]
