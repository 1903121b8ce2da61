"""Django's settings: where the shared record is stored, and little else.

Read from the environment: DATABASE_URL (SQLite in the folder one stands in, unless it is given), LAPWING_SECRET_KEY,
LAPWING_PSEUDONYM_KEY, LAPWING_HOSTS (separated by commas), LAPWING_SETTINGS (the area's own numbers, a TOML file) and
LAPWING_DEBUG.
"""

from __future__ import annotations

import os
from pathlib import Path

import dj_database_url
from django.core.management.utils import get_random_secret_key

DATABASES = {"default": dj_database_url.config(default="sqlite:///lapwing.sqlite3")}
if DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":
    # A writer waits for another instead of failing, and reading goes on meanwhile.
    DATABASES["default"]["OPTIONS"] = {
        "transaction_mode": "IMMEDIATE",
        "timeout": 30,
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA foreign_keys=ON;",
    }

SECRET_KEY = os.environ.get("LAPWING_SECRET_KEY") or get_random_secret_key()
PSEUDONYM_KEY = os.environ.get("LAPWING_PSEUDONYM_KEY") or SECRET_KEY
"""What stands for children in lists without identities is worked out under this key. It is never in the database, so a
copy of that gives nobody away; with a new key all pseudonyms are new.
"""
ALLOWED_HOSTS = os.environ.get("LAPWING_HOSTS", "localhost,127.0.0.1,[::1]").split(",")
DEBUG = os.environ.get("LAPWING_DEBUG") == "1"

AREA_SETTINGS = os.environ.get("LAPWING_SETTINGS")
"""The file with the area's own numbers; the shipped ones where there is none."""

ADDRESS = os.environ.get("LAPWING_ADDRESS", "").rstrip("/")
"""Where people reach Lapwing, for the links in e-mails."""

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

LOGIN_URL = "/account/login/"
LOGIN_REDIRECT_URL = "/"
LOGOUT_REDIRECT_URL = "/account/login/"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
ACCOUNT_ADAPTER = "lapwing.web.signing_in.Accounts"
SOCIALACCOUNT_ADAPTER = "lapwing.web.signing_in.SingleSignOn"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_SESSION_REMEMBER = True
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
SECOND_FACTOR = not DEMO
"""Whether whoever signs in here, and not by an organisation's own single sign-on, needs a passkey or a one-time code."""

SESSION_COOKIE_AGE = 60 * int(os.environ.get("LAPWING_SESSION_MINUTES", "45"))
"""Seconds without use after which a session ends."""
SESSION_AT_MOST = 12 * 60 * 60
"""Seconds after which it ends in any case."""
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = not (DEBUG or DEMO)
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_HTTPONLY = True
CSRF_FAILURE_VIEW = "lapwing.web.refusing.not_from_here"
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"
WHITENOISE_IMMUTABLE_FILE_TEST = r"^/assets/.+\.[0-9a-f]{12}\.\w+$"
