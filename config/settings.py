"""Settings for one box or many. Everything that differs between schools' machines is an environment variable."""

import os
import secrets
from contextlib import suppress
from pathlib import Path

from environs import Env

from config.logs import LOGGING as LOGGING

env = Env()
BASE_DIR = Path(__file__).resolve().parent.parent
VAR = BASE_DIR / env.str("WAYMARK_VAR", "var")
VAR.mkdir(mode=0o700, parents=True, exist_ok=True)


def secret_key() -> str:
    """The key that signs cookies: from the environment, else made once and kept beside the database."""
    kept = VAR / "secret_key"
    if not kept.exists():
        draft = VAR / f"secret_key.{os.getpid()}"
        draft.touch(mode=0o600)
        draft.write_text(secrets.token_urlsafe(64))
        with suppress(FileExistsError):  # another process was first: its key stands
            os.link(draft, kept)
        draft.unlink()
    return kept.read_text()


DEBUG = env.bool("DEBUG", False)
SECRET_KEY = env.str("SECRET_KEY", "") or secret_key()
SECRET_KEY_FALLBACKS: list[str] = env.list("SECRET_KEY_FALLBACKS", [])  # earlier keys, while links made with them are in mailboxes
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", ["localhost", "127.0.0.1", "[::1]"])
CSRF_TRUSTED_ORIGINS: list[str] = env.list("CSRF_TRUSTED_ORIGINS", [])

INSTALLED_APPS = [
    "config.apps.ConfigConfig",
    "reporting.apps.ReportingConfig",
    "surveys.apps.SurveysConfig",
    "destinations.apps.DestinationsConfig",
    "careers.apps.CareersConfig",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "allauth",
    "allauth.account",
    "crispy_forms",
    "crispy_bootstrap5",
    "bootstrap",
    "django_htmx",
    "import_export",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.auth.middleware.LoginRequiredMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "careers.middleware.MembershipMiddleware",
    "careers.middleware.PrivatePagesMiddleware",
    "careers.middleware.LanguageMiddleware",
]

ROOT_URLCONF = "config.urls"
WSGI_APPLICATION = "config.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "careers.context.school",
            ],
        },
    },
]
CRISPY_ALLOWED_TEMPLATE_PACKS = "bootstrap5"
CRISPY_TEMPLATE_PACK = "bootstrap5"

SQLITE_OPTIONS = {
    # Without WAL, IMMEDIATE and a timeout, two people saving at once get "database is locked".
    "transaction_mode": "IMMEDIATE",
    "timeout": 20,
    "init_command": "PRAGMA journal_mode=WAL;PRAGMA synchronous=NORMAL;PRAGMA mmap_size=134217728;"
    "PRAGMA journal_size_limit=27103364;PRAGMA cache_size=-8000;",
}
DATABASES = {"default": env.dj_db_url("DATABASE_URL", f"sqlite:///{VAR / 'waymark.sqlite3'}")}
DATABASES["default"]["CONN_MAX_AGE"] = 600
DATABASES["default"]["CONN_HEALTH_CHECKS"] = True
if DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":
    DATABASES["default"]["OPTIONS"] = SQLITE_OPTIONS
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# One address serves the broker, the cache and the sign-in limits. `bin/serve` sets it to the embedded server when it is empty.
REDIS_URL = env.str("REDIS_URL", "")
CELERY_BROKER_URL = env.str("CELERY_BROKER_URL", "") or REDIS_URL.replace("unix://", "redis+socket://", 1)
CELERY_TASK_ALWAYS_EAGER = not CELERY_BROKER_URL
TRANSPORT_OPTIONS = {
    # A job of a killed worker comes back within seconds; one that takes longer than `visibility_timeout` would be run twice.
    "redis": {"visibility_timeout": 900, "unacked_restore_interval": 10, "unacked_restore_throttle": 1},
    "filesystem": {"data_folder_in": VAR / "queue", "data_folder_out": VAR / "queue", "control_folder": VAR / "queue" / "control"},
}
CELERY_BROKER_TRANSPORT_OPTIONS = TRANSPORT_OPTIONS.get(CELERY_BROKER_URL.split(":")[0].split("+")[0].removesuffix("s"), {})
CELERY_TASK_ACKS_LATE = True
CELERY_TASK_REJECT_ON_WORKER_LOST = True
CELERY_WORKER_PREFETCH_MULTIPLIER = 1
CELERY_TASK_IGNORE_RESULT = True
CELERY_TASK_SOFT_TIME_LIMIT, CELERY_TASK_TIME_LIMIT = 780, 840  # seconds
CELERY_WORKER_CONCURRENCY = env.int("WORKERS", 2)
CELERY_WORKER_MAX_TASKS_PER_CHILD = 100
CELERY_WORKER_HIJACK_ROOT_LOGGER = False
CELERY_WORKER_REDIRECT_STDOUTS = False
CELERY_TIMEZONE = "Europe/London"
CELERY_BROKER_CONNECTION_RETRY_ON_STARTUP = True

CACHES = {
    "default": (
        {"BACKEND": "django.core.cache.backends.redis.RedisCache", "LOCATION": REDIS_URL}
        if REDIS_URL
        else {"BACKEND": "django.core.cache.backends.filebased.FileBasedCache", "LOCATION": VAR / "cache"}
    )
}

AUTH_USER_MODEL = "careers.User"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator", "OPTIONS": {"user_attributes": ("email", "name")}},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "home"
ACCOUNT_ADAPTER = "careers.accounts.StaffAccountAdapter"
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*", "password2*"]
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_LOGOUT_REDIRECT_URL = "account_login"
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False  # a stranger's address gets no email from a school it does not know
ACCOUNT_EMAIL_NOTIFICATIONS = True
ACCOUNT_FORMS = {
    "login": "careers.forms.account.SignInForm",
    "reset_password": "careers.forms.account.ForgottenForm",
    "reset_password_from_key": "careers.forms.account.NewPasswordForm",
    "change_password": "careers.forms.account.ChangePasswordForm",
    "set_password": "careers.forms.account.SetPasswordForm",
    "reauthenticate": "careers.forms.account.StillYouForm",
}
ALLAUTH_TRUSTED_PROXY_COUNT = env.int("TRUSTED_PROXY_COUNT", 0)

LANGUAGE_CODE = "en-gb"
# What people without an account may be asked in: of these, those whose words stand in locale/. Staff pages are English.
LANGUAGE_NAMES = {
    "ar": "Arabic", "bn": "Bengali", "es": "Spanish", "fa": "Persian", "pa": "Punjabi", "pl": "Polish", "pt": "Portuguese",
    "ro": "Romanian", "so": "Somali", "uk": "Ukrainian", "ur": "Urdu",
}  # fmt: skip
OTHER_LANGUAGES: list[str] = env.list("LANGUAGES", list(LANGUAGE_NAMES))
LANGUAGES = [("en-gb", "English"), *((code, LANGUAGE_NAMES.get(code, code)) for code in OTHER_LANGUAGES)]
LOCALE_PATHS = [BASE_DIR / "locale"]
TIME_ZONE = "Europe/London"
USE_TZ = True
STATIC_URL = "static/"
STATICFILES_DIRS = [BASE_DIR / "static"]
WHITENOISE_USE_FINDERS = True
MEDIA_ROOT = VAR / "files"  # private: uploads and reports are only ever sent by a view that asks who is there
RETURNS_KEPT_DAYS = env.int("RETURNS_KEPT_DAYS", 14)  # a list that nobody applied, and the rows that nobody decided
FILE_UPLOAD_PERMISSIONS = 0o600
FILE_UPLOAD_DIRECTORY_PERMISSIONS = 0o700
DATA_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024

if email_url := env.str("EMAIL_URL", ""):
    vars().update(env.dj_email_url("EMAIL_URL", email_url))
else:
    EMAIL_BACKEND = "django.core.mail.backends.filebased.EmailBackend"
    EMAIL_FILE_PATH = VAR / "mail"
if email_backend := env.str("EMAIL_BACKEND", ""):  # a mail service of django-anymail, set up by ANYMAIL_…
    EMAIL_BACKEND = email_backend
EMAIL_TIMEOUT = vars().get("EMAIL_TIMEOUT") or 30  # seconds; without one, a mail server that says nothing would keep a worker for ever
ANYMAIL = {name.removeprefix("ANYMAIL_"): value for name, value in os.environ.items() if name.startswith("ANYMAIL_")}
DEFAULT_FROM_EMAIL = env.str("DEFAULT_FROM_EMAIL", "Waymark <waymark@localhost>")

HTTPS = env.bool("HTTPS", False)
# Students may sign in with the school's own Microsoft or Google (docs/deploy.md).
ACCOUNTS_ASKED: list[str] = env.list("SCHOOL_ACCOUNTS", [])
SCHOOL_ACCOUNTS = {
    name: {
        "name": env.str(f"SCHOOL_ACCOUNTS_{name.upper()}_NAME", name.capitalize()),
        "issuer": env.str(f"SCHOOL_ACCOUNTS_{name.upper()}_ISSUER", ""),
        "client_id": env.str(f"SCHOOL_ACCOUNTS_{name.upper()}_CLIENT_ID", ""),
        "client_secret": env.str(f"SCHOOL_ACCOUNTS_{name.upper()}_CLIENT_SECRET", ""),
        "school_urn": env.str(f"SCHOOL_ACCOUNTS_{name.upper()}_SCHOOL", ""),
        "domains": tuple(env.list(f"SCHOOL_ACCOUNTS_{name.upper()}_DOMAINS", [])),
    }
    for name in ACCOUNTS_ASKED
}
# Where people reach Waymark: links in messages begin with it. `serve` sets it when it is empty.
SITE_ADDRESS = env.str("SITE_ADDRESS", "") or (
    f"{'https' if HTTPS else 'http'}://{ALLOWED_HOSTS[0]}/" if "ALLOWED_HOSTS" in os.environ else "http://127.0.0.1:8000/"
)
SESSION_COOKIE_AGE = 12 * 60 * 60
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = SECURE_SSL_REDIRECT = HTTPS
SECURE_HSTS_SECONDS = 31_536_000 if HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = HTTPS
SECURE_REFERRER_POLICY = "same-origin"
if env.bool("BEHIND_PROXY", False):
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": ["'none'"],
        "script-src": ["'self'"],
        "style-src": ["'self'"],
        "img-src": ["'self'", "data:"],  # Bootstrap's own icons are data: images
        "font-src": ["'self'"],
        "connect-src": ["'self'"],
        "form-action": ["'self'"],
        "base-uri": ["'none'"],
        "frame-ancestors": ["'none'"],
    }
}
