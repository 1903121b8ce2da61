"""Who is let in first, by whoever runs the database."""

from __future__ import annotations

from typing import Annotated

import typer

from lapwing.cli import database
from lapwing.cli.giving import Refused, tell

Email = Annotated[str, typer.Argument(metavar="EMAIL", help="Their e-mail address.")]
Name = Annotated[str, typer.Option("--name", metavar="NAME", help="Their name.")]


def administrator(email: Email, name: Name) -> None:
    """Let in the first administrator.

    Opens the account, where there is no administrator yet, and prints a token to set up with. Says a link, too, by which
    they set the password that they sign in with.
    """
    database.connect()
    from django.conf import settings
    from django.utils import timezone

    from lapwing.conduct.policies import NotPossible
    from lapwing.conduct.setting_up import DAYS, first_administrator
    from lapwing.conduct.signing_in import account_with
    from lapwing.records.store import CannotEnter
    from lapwing.web.signing_in import link_to_set_password

    try:
        token = first_administrator(email=email, name=name, at=timezone.now())
    except (CannotEnter, NotPossible) as refusal:
        raise Refused(str(refusal)) from None
    tell(
        f"Who holds this token is the administrator for {DAYS} days. It is shown this once; keep it as you keep passwords."
    )
    if settings.HAS_SECRET_KEY:
        tell(f"They set their password here, once, in the next days: {link_to_set_password(account_with(email))}")
    else:
        tell("To sign in, set LAPWING_SECRET_KEY and give this command again: it says a link to set a password then.")
    print(token)  # noqa: T201
