"""Django's settings: where the shared record is stored, who is let in, and little else.

Read from the environment: DATABASE_URL (SQLite in the folder one stands in, unless it is given), LAPWING_SECRET_KEY,
LAPWING_PSEUDONYM_KEY, LAPWING_HOSTS (separated by commas), LAPWING_SETTINGS (the area's own numbers, a TOML file) and
LAPWING_DEBUG. `lapwing serve` reads LAPWING_PROXY, the address of the server before it that ends HTTPS.

For signing in: LAPWING_ADDRESS (where people reach Lapwing, https://lapwing.area.example, for the links in e-mails),
LAPWING_EMAIL (`smtp://user:password@host:port?tls&from=ADDRESS`, or `file:///folder`; the folder lapwing-mail beside the
database, unless it is given), LAPWING_SESSION_MINUTES (45), and an organisation's single sign-on by OpenID Connect:
LAPWING_OIDC_SERVER (its address), LAPWING_OIDC_CLIENT, LAPWING_OIDC_SECRET and LAPWING_OIDC_NAME (as people call it).
"""

from __future__ import annotations

import os
from pathlib import Path

import dj_database_url
from django.core.management.utils import get_random_secret_key

from lapwing.settings.logs import LOGGING as LOGGING
from lapwing.settings.mail import into_folder, mail_by

DATABASES = {"default": dj_database_url.config(default="sqlite:///lapwing.sqlite3")}
if DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":
    # A writer waits for another instead of failing, and reading goes on meanwhile.
    DATABASES["default"]["OPTIONS"] = {
        "transaction_mode": "IMMEDIATE",
        "timeout": 30,
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA foreign_keys=ON;",
    }

HAS_SECRET_KEY = bool(os.environ.get("LAPWING_SECRET_KEY"))
"""Whether links and sessions outlast this process: a key that is drawn anew ends both."""
SECRET_KEY = os.environ.get("LAPWING_SECRET_KEY") or get_random_secret_key()
PSEUDONYM_KEY = os.environ.get("LAPWING_PSEUDONYM_KEY") or SECRET_KEY
"""What stands for children in lists without identities is worked out under this key. It is never in the database, so a
copy of that gives nobody away; with a new key all pseudonyms are new.
"""
ALLOWED_HOSTS = os.environ.get("LAPWING_HOSTS", "localhost,127.0.0.1,[::1]").split(",")
DEBUG = os.environ.get("LAPWING_DEBUG") == "1"

AREA_SETTINGS = os.environ.get("LAPWING_SETTINGS")
"""The file with the area's own numbers; the shipped ones where there is none."""

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "allauth",
    "allauth.account",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "allauth.mfa",
    "lapwing.records",
    "lapwing.web",
]
AUTH_USER_MODEL = "records.Account"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
MIDDLEWARE = [
    "lapwing.web.api.answers.Sealed",
    "lapwing.web.sealing.Sealed",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "lapwing.web.letting_in.LetIn",
    "lapwing.web.refusing.Refusing",
]
DATA_UPLOAD_MAX_MEMORY_SIZE = 1_000_000
"""The most bytes of a request's body: an entry is words, never a file."""
ROOT_URLCONF = "lapwing.web.urls"

WEB = Path(__file__).resolve().parent.parent / "web"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.jinja2.Jinja2",
        "DIRS": [WEB / "templates"],
        "OPTIONS": {
            "environment": "lapwing.web.templating.environment",
            "context_processors": ["lapwing.web.templating.every_page"],
        },
    },
]
STATIC_URL = "/static/"
WHITENOISE_ROOT = WEB / "static"
"""What ./dev makes of assets/: a style sheet and scripts, each with a hash in its name."""

USE_TZ = True
TIME_ZONE = "Europe/London"
LANGUAGE_CODE = "en-gb"
USE_I18N = False

DEMO = os.environ.get("LAPWING_DEMO") == "1"
"""An invented partnership for looking around: pages say so, and nobody is asked for a second factor."""

SECURE = not (DEBUG or DEMO)
"""Whether cookies go over HTTPS alone and browsers are told to use nothing else."""

ADDRESS = os.environ.get("LAPWING_ADDRESS", "").rstrip("/")
"""Where people reach Lapwing, for the links in e-mails; where it is not given, as the one who asks has reached it."""

LOGIN_URL = "/account/login/"
LOGIN_REDIRECT_URL = "/"
LOGOUT_REDIRECT_URL = "/account/login/"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator",
        "OPTIONS": {"user_attributes": ("email", "name")},
    },
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]
ACCOUNT_ADAPTER = "lapwing.web.signing_in.Accounts"
ACCOUNT_FORMS = {"reset_password": "lapwing.web.signing_in.AskForPassword"}
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_EMAIL_NOTIFICATIONS = True
ACCOUNT_EMAIL_SUBJECT_PREFIX = "Lapwing: "
ACCOUNT_REAUTHENTICATION_METHODS = ("password", "mfa")
ACCOUNT_SESSION_REMEMBER = True
LOCKED_MINUTES = 15
"""So long somebody waits who gave a wrong password or code too often. Our own choice."""
ACCOUNT_RATE_LIMITS = {
    "login_failed": f"60/{LOCKED_MINUTES}m/ip,5/{LOCKED_MINUTES}m/key",
    "login": "120/m/ip",
    "reset_password": f"20/m/ip,3/{LOCKED_MINUTES}m/key",
}
"""Five wrong tries at one account; more from one address, behind which a whole office may sit."""

MFA_ADAPTER = "lapwing.web.signing_in.SecondFactors"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_TOTP_TOLERANCE = 1  # a code is good for half a minute longer: people type, and clocks differ
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_RECOVERY_CODES_SHOW_ONCE = True
MFA_ALLOW_UNVERIFIED_EMAIL = True  # an administrator gave the address, and the link to a password was sent there
MFA_RATE_LIMITS = {"webauthn_login": "120/m/ip"}
SECOND_FACTOR = not DEMO
"""Whether whoever signs in here, and not by an organisation's own single sign-on, needs a passkey or a one-time code."""

SOCIALACCOUNT_ADAPTER = "lapwing.web.signing_in.SingleSignOn"
SOCIALACCOUNT_LOGIN_ON_GET = True  # a form that leads elsewhere is not sent under our content policy
SOCIALACCOUNT_PROVIDERS = {
    "openid_connect": {
        "OAUTH_PKCE_ENABLED": True,
        "APPS": [
            {
                "provider_id": "organisation",
                "name": os.environ.get("LAPWING_OIDC_NAME", "your organisation"),
                "client_id": os.environ.get("LAPWING_OIDC_CLIENT", ""),
                "secret": os.environ.get("LAPWING_OIDC_SECRET", ""),
                "settings": {"server_url": server},
            }
            for server in [os.environ.get("LAPWING_OIDC_SERVER")]
            if server
        ],
    }
}

CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "cache",
        "OPTIONS": {"MAX_ENTRIES": 100_000},
    }
}
"""Who waits after wrong passwords is kept in the database: every process sees it, and no restart forgets it."""

_DATABASE = str(DATABASES["default"]["NAME"])
_BESIDE = Path(_DATABASE).absolute().parent if "sqlite3" in DATABASES["default"]["ENGINE"] else Path.cwd()
_MAIL = (
    mail_by(os.environ["LAPWING_EMAIL"]) if os.environ.get("LAPWING_EMAIL") else into_folder(_BESIDE / "lapwing-mail")
)
globals().update({"DEFAULT_FROM_EMAIL": "lapwing@localhost"} | _MAIL)

SESSION_COOKIE_AGE = 60 * int(os.environ.get("LAPWING_SESSION_MINUTES", "45"))
"""Seconds without use after which a session ends."""
SESSION_AT_MOST = 12 * 60 * 60
"""Seconds after which it ends in any case."""
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = SECURE
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_HTTPONLY = True
CSRF_FAILURE_VIEW = "lapwing.web.refusing.not_from_here"
SECURE_HSTS_SECONDS = 365 * 24 * 60 * 60 if SECURE else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE
SILENCED_SYSTEM_CHECKS = [
    "security.W002",  # lapwing.web.sealing says that no page is shown inside another
    "security.W008",  # the server that ends HTTPS leads there from HTTP
    "security.W021",  # a list of hosts in browsers is for the owner of the whole domain to ask for
]
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"
WHITENOISE_IMMUTABLE_FILE_TEST = r"^/assets/.+\.[0-9a-f]{12}\.\w+$"
