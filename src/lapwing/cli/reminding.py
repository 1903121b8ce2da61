"""`lapwing remind`: the daily e-mail that says what waits for somebody."""

from __future__ import annotations

from functools import partial

import typer

from lapwing.cli import database
from lapwing.cli.giving import Refused, tell
from lapwing.report.words import number


def remind() -> None:
    """Send everybody what waits for them, by e-mail, once a day.

    No e-mail says of whom. Run it each morning; a second run on the same day sends only what could not be sent.
    """
    database.connect()
    from django.conf import settings
    from django.utils import timezone

    from lapwing.conduct.reminding import remind_all
    from lapwing.web.mailing import send_digest

    if not settings.ADDRESS:
        raise Refused(
            "LAPWING_ADDRESS: needs the address at which people reach Lapwing, such as https://lapwing.area.example; "
            "the links in the e-mails begin with it."
        )
    done = remind_all(at=timezone.now(), send=partial(send_digest, at=settings.ADDRESS))
    tell(f"{number(done.sent)} e-mail{'' if done.sent == 1 else 's'} sent.")
    if done.failed:
        tell(f"{number(done.failed)} could not be sent. Is LAPWING_EMAIL right? The next run tries them again.")
        raise typer.Exit(1)
