"""Makes the invented partnership in the database that DATABASE_URL names: children, seed and day are its arguments."""

from __future__ import annotations

import os
import sys
from datetime import date


def main(children: str, seed: str, today: str) -> None:
    """Makes the tables and what is in them."""
    os.environ["DJANGO_SETTINGS_MODULE"] = "lapwing.settings"
    import django

    django.setup()
    from django.core.management import call_command
    from django.db import connection

    from lapwing.demonstration.inventing import invent

    call_command("migrate", verbosity=0, interactive=False)
    invent(int(children), int(seed), date.fromisoformat(today))
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")  # so that the file alone is the whole of it
    connection.close()


main(*sys.argv[1:])
