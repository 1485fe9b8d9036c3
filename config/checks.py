"""What `manage.py check --deploy` says about this machine, beside Django's own checks."""

from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.core.checks import CheckMessage, Warning, register

from careers.rules.school_accounts import Provider, problem

PANGO = "libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 fonts-open-sans fonts-dejavu-core"


@register(deploy=True)
def reports_can_be_made(**_: Any) -> list[CheckMessage]:
    try:
        import weasyprint  # noqa: F401 - only the import is wanted: it loads the system's libraries
    except OSError:
        return [Warning("PDF reports cannot be made here.", hint=f"sudo apt-get install {PANGO}", id="waymark.W001")]
    return []


@register(deploy=True)
def the_data_is_private(**_: Any) -> list[CheckMessage]:
    if settings.VAR.stat().st_mode & 0o077:
        return [Warning(f"Other users of this machine can read {settings.VAR}.", hint=f"chmod 700 {settings.VAR}", id="waymark.W002")]
    return []


@register(deploy=True)
def several_programs_share_one_cache(**_: Any) -> list[CheckMessage]:
    if settings.CELERY_BROKER_URL and not settings.REDIS_URL and not settings.CELERY_BROKER_URL.startswith("filesystem"):
        hint = "Set REDIS_URL: sign-in limits are counted in the cache."
        return [Warning("There is a broker but no Redis for the cache.", hint=hint, id="waymark.W003")]
    return []


@register(deploy=True)
def links_lead_to_where_people_are(**_: Any) -> list[CheckMessage]:
    sends = not settings.EMAIL_BACKEND.endswith("filebased.EmailBackend")
    if sends and urlsplit(settings.SITE_ADDRESS).hostname in ("localhost", "127.0.0.1", "::1"):
        hint = "Set SITE_ADDRESS to the address that people type."
        return [Warning("Links in messages lead to this machine alone.", hint=hint, id="waymark.W004")]
    return []


@register()
def school_accounts_are_whole(**_: Any) -> list[CheckMessage]:
    """A sign-in that is only half set up is not offered: say why."""
    accounts: dict[str, dict[str, Any]] = dict(settings.SCHOOL_ACCOUNTS)
    wrong = {key: problem(Provider(key=key, **kept)) for key, kept in accounts.items()}
    hint = "See “The school's own Microsoft or Google” in docs/deploy.md."
    return [
        Warning(f"Signing in with {key} is not offered: {words}.", hint=hint, id="waymark.W010") for key, words in wrong.items() if words
    ]
