"""Django's settings: where the shared record is stored, and little else.

Read from the environment: DATABASE_URL (SQLite in the folder one stands in, unless it is given), LAPWING_SECRET_KEY,
LAPWING_PSEUDONYM_KEY, LAPWING_HOSTS (separated by commas), LAPWING_SETTINGS (the area's own numbers, a TOML file) and
LAPWING_DEBUG.
"""

from __future__ import annotations

import os

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

INSTALLED_APPS = ["django.contrib.auth", "django.contrib.contenttypes", "lapwing.records"]
AUTH_USER_MODEL = "records.Account"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
MIDDLEWARE = [
    "lapwing.web.api.answers.Sealed",
    "django.middleware.security.SecurityMiddleware",
    "django.middleware.common.CommonMiddleware",
]
DATA_UPLOAD_MAX_MEMORY_SIZE = 1_000_000
"""The most bytes of a request's body: an entry is words, never a file."""
ROOT_URLCONF = "lapwing.web.urls"

USE_TZ = True
TIME_ZONE = "Europe/London"
LANGUAGE_CODE = "en-gb"
USE_I18N = False
