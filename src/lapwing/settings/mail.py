"""How e-mails leave, said in one address: by a server, or as files into a folder, where there is no server."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured

FROM = "lapwing@localhost"
KNOWN = {"tls", "from"}


def mail_by(address: str) -> dict[str, Any]:
    """Django's settings for `smtp://user:password@host:port?tls&from=lapwing@area.example`, `smtps://...` or `file:///folder`.

    ImproperlyConfigured where it is none of these; the address itself is not repeated, as it may have a password.
    """
    said = urlsplit(address)
    more = parse_qs(said.query, keep_blank_values=True)
    sender = {"DEFAULT_FROM_EMAIL": more.get("from", [FROM])[0]}
    if said.scheme == "file" and said.path and not set(more) - KNOWN:
        return sender | into_folder(Path(unquote(said.path)))
    if said.scheme not in ("smtp", "smtps") or not said.hostname or set(more) - KNOWN:
        raise ImproperlyConfigured(
            "LAPWING_EMAIL: needs smtp://user:password@host:port?tls&from=ADDRESS, smtps://... or file:///folder."
        )
    return sender | {
        "EMAIL_BACKEND": "django.core.mail.backends.smtp.EmailBackend",
        "EMAIL_HOST": said.hostname,
        "EMAIL_PORT": said.port or (465 if said.scheme == "smtps" else 587 if "tls" in more else 25),
        "EMAIL_HOST_USER": unquote(said.username or ""),
        "EMAIL_HOST_PASSWORD": unquote(said.password or ""),
        "EMAIL_USE_TLS": said.scheme == "smtp" and "tls" in more,
        "EMAIL_USE_SSL": said.scheme == "smtps",
        "EMAIL_TIMEOUT": 10,
    }


def into_folder(folder: Path) -> dict[str, Any]:
    """Django's settings for e-mails kept as files, one each."""
    return {"EMAIL_BACKEND": "django.core.mail.backends.filebased.EmailBackend", "EMAIL_FILE_PATH": str(folder)}
