"""Behind a server that ends HTTPS: what it says of a request is believed from where it stands, and from nowhere else."""

from __future__ import annotations

from typing import Any

import pytest

from lapwing.cli.listening import ANY, BEFORE, listen


@pytest.mark.parametrize("before", [None, "127.0.0.1"])
def test_only_the_server_that_is_named_is_believed(monkeypatch: pytest.MonkeyPatch, before: str | None) -> None:
    monkeypatch.setenv(BEFORE, before or "")
    server: Any = listen("127.0.0.1", ANY)
    try:
        believed = server.adj.trusted_proxy
        of_it = server.adj.trusted_proxy_headers
    finally:
        server.task_dispatcher.shutdown()
        server.close()
    assert believed == before
    assert of_it == ({"x-forwarded-for", "x-forwarded-host", "x-forwarded-proto"} if before else set())
