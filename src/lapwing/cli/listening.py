"""The web application, listening: what `lapwing serve` and `lapwing demo` have in common."""

from __future__ import annotations

import os
from typing import Any

from waitress.server import BaseWSGIServer, MultiSocketServer, create_server

from lapwing.cli.giving import Refused

CONNECTIONS = 1000
"""So many browsers may keep a connection open; beyond that others wait to be let in."""
AT_ONCE = 8
"""So many requests are answered at a time; others wait."""
ANY = 0
"""The port that stands for whichever is free."""

BEFORE = "LAPWING_PROXY"
"""The environment says by it which server stands before this one, by its address, such as 127.0.0.1."""

Server = MultiSocketServer | BaseWSGIServer


def listen(host: str, port: int) -> Server:
    """Takes a port, so that `run` answers there. Refused where it is taken; Django has to be ready."""
    from django.core.wsgi import get_wsgi_application

    try:
        return create_server(
            get_wsgi_application(),
            host=host,
            port=port,
            threads=AT_ONCE,
            connection_limit=CONNECTIONS,
            ident=None,
            **_server_before(),
        )
    except OSError as fault:
        raise Refused(f"--port: {port} cannot be listened at ({fault.strerror}); needs one that is free.") from None


def _server_before() -> dict[str, Any]:
    """Whom to believe what the request was before it was handed on: from where it came, to which host, encrypted or not."""
    before = os.environ.get(BEFORE)
    said = {"x-forwarded-for", "x-forwarded-host", "x-forwarded-proto"}
    return {"trusted_proxy": before, "trusted_proxy_count": 1, "trusted_proxy_headers": said} if before else {}


def port_of(server: Server) -> int:
    """The port at which it answers."""
    listening = server.effective_listen[0] if isinstance(server, MultiSocketServer) else server.getsockname()
    return int(listening[1])
