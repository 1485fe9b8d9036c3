"""The keys that secrets are derived with, from the installation's own."""

from django.conf import settings

from careers.rules.secrets import key_for

LINK, ONE_TIME, PERSONAL, TRIES = "link", "one-time code", "personal code", "tries"


def key(what: str) -> bytes:
    """The key that new secrets of this kind are made with."""
    return key_for(settings.SECRET_KEY, what)


def keys(what: str) -> list[bytes]:
    """That key, and those of before the installation's key was last changed (SECRET_KEY_FALLBACKS)."""
    return [key_for(secret, what) for secret in (settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS)]
