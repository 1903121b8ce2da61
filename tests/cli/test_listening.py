"""Behind a server that ends HTTPS: what it says of a request is believed from where it stands, and from nowhere else."""

from __future__ import annotations

from http.client import HTTPConnection
from threading import Thread
from typing import Any

import pytest

from lapwing.cli.listening import ANY, BEFORE, listen, port_of

FORWARDED = {"X-Forwarded-For": "192.0.2.7", "X-Forwarded-Proto": "https"}
HSTS = "Strict-Transport-Security"


def headers_of_a_file() -> dict[str, str]:
    """The headers of a file that is there for everybody, asked for as the server before asks."""
    server: Any = listen("127.0.0.1", ANY)
    answering = Thread(target=server.run, daemon=True)
    answering.start()
    connection = HTTPConnection("127.0.0.1", port_of(server), timeout=10)
    try:
        connection.request("GET", "/assets/none.css", headers=FORWARDED)
        answer = connection.getresponse()
        answer.read()
        return dict(answer.getheaders())
    finally:
        connection.close()
        server.close()
        answering.join(10)


def test_it_is_believed_that_a_request_was_encrypted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(BEFORE, "127.0.0.1")
    assert HSTS in headers_of_a_file()


@pytest.mark.parametrize("before", ["", "192.0.2.1"])
def test_nobody_else_is_believed(monkeypatch: pytest.MonkeyPatch, before: str) -> None:
    monkeypatch.setenv(BEFORE, before)
    assert HSTS not in headers_of_a_file()
