"""`lapwing serve`: the shared record for other systems."""

from __future__ import annotations

from typing import Annotated

import typer

from lapwing.cli import database
from lapwing.cli.giving import tell

Host = Annotated[
    str, typer.Option("--host", metavar="HOST", help="The address to listen at; this machine alone if not given.")
]
Port = Annotated[int, typer.Option("--port", metavar="PORT", min=1, max=65535, help="The port to listen at.")]


def serve(host: Host = "127.0.0.1", port: Port = 8000) -> None:
    """Answer the API until it is stopped.

    Nothing here is encrypted: what is reached from another machine stands behind a server that ends HTTPS.
    """
    database.connect()
    from lapwing.cli.listening import listen

    server = listen(host, port)
    tell(f"The API answers at http://{host}:{port}/api until this is stopped (Ctrl-C).")
    server.run()
