"""How e-mails leave, said in one address."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured

from lapwing.settings.mail import into_folder, mail_by


def test_a_server_is_said_with_who_we_are_there_and_who_sends() -> None:
    said = mail_by("smtp://lapwing:p%40ss@mail.example.org:2525?tls&from=lapwing@area.example")
    assert said["DEFAULT_FROM_EMAIL"] == "lapwing@area.example"
    assert (said["EMAIL_HOST"], said["EMAIL_PORT"]) == ("mail.example.org", 2525)
    assert (said["EMAIL_HOST_USER"], said["EMAIL_HOST_PASSWORD"]) == ("lapwing", "p@ss")
    assert (said["EMAIL_USE_TLS"], said["EMAIL_USE_SSL"]) == (True, False)


@pytest.mark.parametrize(
    ("address", "port", "tls", "ssl"),
    [
        ("smtp://mail.example.org", 25, False, False),
        ("smtp://mail.example.org?tls", 587, True, False),
        ("smtps://mail.example.org", 465, False, True),
    ],
)
def test_the_usual_ports_need_not_be_said(address: str, port: int, tls: bool, ssl: bool) -> None:
    said = mail_by(address)
    assert (said["EMAIL_PORT"], said["EMAIL_USE_TLS"], said["EMAIL_USE_SSL"]) == (port, tls, ssl)


def test_a_folder_takes_them_where_there_is_no_server() -> None:
    said = mail_by("file:///srv/lapwing/mail%20out")
    assert said["EMAIL_FILE_PATH"] == into_folder(Path("/srv/lapwing/mail out"))["EMAIL_FILE_PATH"]
    assert said["EMAIL_BACKEND"].endswith("filebased.EmailBackend")


@pytest.mark.parametrize("address", ["mail.example.org", "smtp://", "console://", "smtp://host?ssl", "file://"])
def test_anything_else_is_refused(address: str) -> None:
    with pytest.raises(ImproperlyConfigured, match="LAPWING_EMAIL: needs smtp://"):
        mail_by(address)


def test_a_refusal_does_not_repeat_a_password() -> None:
    with pytest.raises(ImproperlyConfigured) as refused:
        mail_by("smtp://lapwing:secret@mail.example.org?tsl")
    assert "secret" not in str(refused.value)
