"""Is this possible as things stand? Each rule says no in a sentence, whoever asks."""

from __future__ import annotations

from datetime import date

from lapwing.conduct.acting import Acting
from lapwing.conduct.permissions import Refused


class NotPossible(Exception):
    """This cannot be done as things stand, whoever asks; the text says why, and what can be done instead."""


def check_not_yet(done_on: date | None, what: str) -> None:
    """What was done once is not done again; it can be corrected."""
    if done_on is not None:
        raise NotPossible(f"{what} on {done_on:%-d %B %Y} already. If that is wrong, correct the entry.")


def check_agency_asked(by: Acting, asked: str | None) -> None:
    """Only the agency that something was put to can answer it."""
    if asked is not None and by.agency != asked:
        raise Refused("This was put to another agency, and only somebody there can answer it.")


def check_not_own(by: Acting, account: int | None, what: str) -> None:
    """Nobody signs off, decides on or audits their own work."""
    if account is not None and account == by.account.pk:
        raise Refused(f"{what} is your own work; somebody else has to do this.")
