"""The languages that people can be asked in: English, and those with a translation."""

from functools import cache
from pathlib import Path

from django.conf import settings
from django.utils import translation
from django.utils.translation import get_language_info, to_locale

ENGLISH = "en-gb"


@cache
def languages() -> tuple[str, ...]:
    """Their codes, English first."""
    return (ENGLISH, *(code for code, _name in settings.LANGUAGES if code != ENGLISH and has_words(code)))


def has_words(code: str) -> bool:
    return any(Path(folder, to_locale(code), "LC_MESSAGES", "django.mo").exists() for folder in settings.LOCALE_PATHS)


def choices() -> list[tuple[str, str]]:
    """Each with its own name for itself."""
    return [(code, own_name(code)) for code in languages()]


def own_name(code: str) -> str:
    return "English" if code == ENGLISH else str(get_language_info(code)["name_local"])


def known(code: str) -> str:
    """The language if we have it, else English."""
    return code if code in languages() else ENGLISH


def tag() -> str:
    """The language being spoken, as HTML names it: "en-GB"."""
    return translation.to_locale(translation.get_language() or ENGLISH).replace("_", "-")
