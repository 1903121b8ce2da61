"""Is this possible as things stand? Each rule says no in a sentence, whoever asks."""

from __future__ import annotations

from datetime import date

from lapwing.conduct.acting import Acting
from lapwing.conduct.permissions import Refused
from lapwing.records.store import CannotEnter


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


def check_reason(why: str, name: str = "why") -> None:
    """What is done against the usual course has a reason that somebody can read later."""
    if not why.strip():
        raise CannotEnter(f"{name}: is empty; needs the reason, in words that somebody else can follow.")


def check_lies_ahead(day: date, by: Acting, name: str) -> None:
    """A day on which something is looked at again, or ends, is still to come."""
    if day <= by.today:
        raise CannotEnter(f"{name}: has {day:%-d %B %Y}; needs a day that lies ahead.")
