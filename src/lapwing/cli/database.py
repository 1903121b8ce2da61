"""The database that commands work on: found, reached and up to date, or refused with what to do."""

from __future__ import annotations

import os
from pathlib import Path

from lapwing.cli.giving import Refused

ADDRESS = "DATABASE_URL"


def connect(*, may_be_new: bool = False) -> None:
    """Gets Django ready. Refused where the database cannot be reached or is not as this version needs it."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "lapwing.settings")
    import django
    from django.core.exceptions import ImproperlyConfigured

    try:
        django.setup()
    except ImproperlyConfigured as fault:
        raise Refused(f"{ADDRESS}: {_without_password(str(fault))}") from None
    if not may_be_new:
        _refuse_unready()


def _refuse_unready() -> None:
    from django.db import OperationalError, connection
    from django.db.migrations.executor import MigrationExecutor

    if connection.vendor == "sqlite" and not Path(str(connection.settings_dict["NAME"])).exists():
        raise Refused(
            f"There is no database at {_name()}. Run `lapwing migrate` to make it, or name another in {ADDRESS}."
        )
    try:
        executor = MigrationExecutor(connection)
        lacking = executor.migration_plan(executor.loader.graph.leaf_nodes())
    except OperationalError:
        raise Refused(unreachable()) from None
    if lacking:
        raise Refused(f"The database at {_name()} is not as this version of Lapwing needs it. Run `lapwing migrate`.")


def migrated() -> str:
    """Brings the database to what this version needs, or makes it; where it is."""
    from django.core.management import call_command
    from django.db import OperationalError

    try:
        call_command("migrate", verbosity=0, interactive=False)
    except OperationalError:
        raise Refused(unreachable()) from None
    return _name()


def unreachable() -> str:
    """That there is no database where it should be, and what to look at."""
    return f"The database at {_name()} cannot be reached. Is it running, and is {ADDRESS} right?"


def _name() -> str:
    """Where the database is, without the password in its address."""
    from django.db import connection

    said = connection.settings_dict
    host = f"{said['HOST']}:{said['PORT'] or 5432}/" if said.get("HOST") else ""
    return f"{host}{said['NAME']}"


def _without_password(text: str) -> str:
    return text.replace(os.environ.get(ADDRESS, "\0"), "the address given")
