"""`lapwing serve`: the shared record for other systems."""

from __future__ import annotations

from typing import Annotated

import typer

from lapwing.cli import database
from lapwing.cli.giving import Refused, tell

Host = Annotated[
    str, typer.Option("--host", metavar="HOST", help="The address to listen at; this machine alone if not given.")
]
Port = Annotated[int, typer.Option("--port", metavar="PORT", min=1, max=65535, help="The port to listen at.")]

AT_ONCE = 8
"""So many requests are answered at a time; others wait."""


def serve(host: Host = "127.0.0.1", port: Port = 8000) -> None:
    """Answer the API until it is stopped.

    Nothing here is encrypted: what is reached from another machine stands behind a server that ends HTTPS.
    """
    database.connect()
    from django.core.wsgi import get_wsgi_application
    from waitress.server import create_server

    try:
        server = create_server(get_wsgi_application(), host=host, port=port, threads=AT_ONCE, ident=None)
    except OSError as fault:
        raise Refused(f"--port: {port} cannot be listened at ({fault.strerror}); needs one that is free.") from None
    tell(f"The API answers at http://{host}:{port}/api until this is stopped (Ctrl-C).")
    server.run()
