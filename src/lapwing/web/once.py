"""A form that is sent twice is done once: each has a number of its own, and the session keeps where it led."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from uuid import uuid4

from django.contrib.sessions.backends.base import SessionBase
from django.contrib.sessions.exceptions import SessionInterrupted
from django.db import transaction
from django.http import HttpRequest

DONE = "done"
AT_MOST = 50
"""So many forms are remembered a session."""


def new_number() -> str:
    """A number that no other form has."""
    return uuid4().hex


@contextmanager
def held(request: HttpRequest) -> Iterator[None]:
    """Does something while no other request of this session does: a second one waits, and then learns of the first."""
    with transaction.atomic():
        session = request.session
        _hold(session)
        kept = session.load()
        if DONE in kept:
            session[DONE] = kept[DONE]
        yield
        session.save()


def _hold(session: SessionBase) -> None:
    """Holds the session until the transaction ends; one that ended meanwhile does nothing any more."""
    rows = session.model._default_manager.select_for_update()  # type: ignore[attr-defined]  # sessions are in the database
    if not rows.filter(session_key=session.session_key).first():
        raise SessionInterrupted("This session has ended.")


def led_to(request: HttpRequest, number: str) -> str | None:
    """Where a form led that was done already; None where it was not."""
    where: str | None = request.session.get(DONE, {}).get(number)
    return where if number else None


def note_done(request: HttpRequest, number: str, where: str) -> None:
    """Remembers that a form was done, and where it led."""
    if number:
        done = {**request.session.get(DONE, {}), number: where}
        request.session[DONE] = dict(list(done.items())[-AT_MOST:])
