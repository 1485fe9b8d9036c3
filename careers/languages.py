"""The languages that people without an account are asked in: English, and those of settings.LANGUAGES with a translation.

Staff pages are English. Which pages speak is a table; what they speak is what this person chose, else what their browser asks for.
"""

from functools import cache
from pathlib import Path

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import translation
from django.utils.translation import get_language_info, to_locale
from django.utils.translation.trans_real import parse_accept_lang_header

ENGLISH = settings.LANGUAGE_CODE
COOKIE = "waymark-language"
# How those call themselves that Django does not know.
OWN_NAMES = {"so": "Soomaali", "pa": "ਪੰਜਾਬੀ", "ti": "ትግርኛ", "am": "አማርኛ", "gu": "ગુજરાતી", "tl": "Tagalog"}
SPEAKING = frozenset({"answer", "class", "school_account"})  # the parts of the house that speak every language, by namespace
SPEAKING_PAGES = frozenset({"open_link", "one_time_code", "send_code", "choose_language"})


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
    if code == ENGLISH:
        return "English"
    return OWN_NAMES[code] if code in OWN_NAMES else str(get_language_info(code)["name_local"])


def known(code: str) -> str:
    """The language if we have it, else English."""
    return code if code in languages() else ENGLISH


def chosen(request: HttpRequest) -> str:
    """The language of somebody who is asking for a page: chosen on this device, else the first that their browser asks for."""
    cookie = request.COOKIES.get(COOKIE, "")
    if cookie in languages():
        return cookie
    wanted = (accepted for accepted, _weight in parse_accept_lang_header(request.headers.get("Accept-Language", "")))
    return next((found for each in wanted if (found := nearest(each))), ENGLISH)


def nearest(accepted: str) -> str:
    """ "pl-PL" → "pl", "en" and "en-US" → "en-gb"; empty where we have none."""
    if accepted.partition("-")[0] == ENGLISH.partition("-")[0]:
        return ENGLISH
    return next((code for code in (accepted, accepted.partition("-")[0]) if code in languages()), "")


def remember(response: HttpResponse, code: str) -> None:
    """Until the browser is closed: computers in school are shared. With the person it is kept as a preference."""
    response.set_cookie(COOKIE, code, httponly=True, samesite="Lax", secure=settings.SESSION_COOKIE_SECURE)


def forget(response: HttpResponse) -> None:
    """Whoever comes next to this computer chooses anew."""
    response.delete_cookie(COOKIE, samesite="Lax")


def tag() -> str:
    """The language being spoken, as HTML names it: "en-GB"."""
    return to_locale(translation.get_language() or ENGLISH).replace("_", "-")
