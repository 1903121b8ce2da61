"""Serves an invented partnership to a browser, in a process of its own, whose clock shows a given morning.

Run as `python serving.py DAY` with DATABASE_URL and LAPWING_DEMO set; says at which port it answers, then answers.
"""

from __future__ import annotations

import sys
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

TEN = time(10)


def begin_the_day(day: date) -> None:
    """From here on the clock of the screens goes on from ten o'clock of this day."""
    from django.utils import timezone

    real = timezone.now
    ahead: timedelta = datetime.combine(day, TEN, ZoneInfo("Europe/London")) - real()
    timezone.now = lambda: real() + ahead


def main(day: str) -> None:
    """Answers until it is stopped."""
    import django

    django.setup()
    begin_the_day(date.fromisoformat(day))
    from lapwing.cli.listening import ANY, listen, port_of

    server = listen("127.0.0.1", ANY)
    sys.stdout.write(f"{port_of(server)}\n")
    sys.stdout.flush()
    server.run()


if __name__ == "__main__":
    main(*sys.argv[1:])
