"""Is this possible as things stand? Each rule says no in a sentence, whoever asks."""

from __future__ import annotations

from datetime import date

from lapwing.conduct.acting import Acting
from lapwing.conduct.at_work import at_work, record_has_ended, uses_lapwing
from lapwing.conduct.permissions import Refused
from lapwing.records.store import CannotEnter, current


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


def check_goes_on(child: str | None, pregnancy: str | None) -> None:
    """After a loss, a death, an adoption or a move nothing is planned on a record any more."""
    if record_has_ended(child, pregnancy):
        raise NotPossible(
            "This record has ended, and nothing is planned on it any more. What happened before can still be recorded."
        )


def check_agencys_work(by: Acting, agency: str | None) -> None:
    """What an agency does is for somebody there to change; for one that does not use Lapwing, whoever works with the child."""
    if agency != by.agency and uses_lapwing(agency):
        raise Refused("This is another agency's work, and only somebody there can change it.")


def check_not_private(by: Acting, child: str | None, pregnancy: str | None, to_agency: str) -> None:
    """What a young person asked to keep within one service does not go to another without asking them."""
    private = at_work(child, pregnancy).filter(agency=by.agency, kept_private=True)
    if to_agency != by.agency and private.exists():
        raise NotPossible(
            "The young person asked that other services not be told of your agency's work, and this would tell one. Ask "
            "them first; if they agree, or harm outweighs the wish, record why it need not be kept private any more."
        )


def check_works_at(practitioner: str | None, agency: str | None) -> None:
    """A practitioner is named for the agency where they work, and while they do."""
    if practitioner is None:
        return
    named = current("practitioner", practitioner)
    if named["agency_id"] != agency:
        raise CannotEnter("The practitioner named works at another agency. Name somebody at this one, or nobody yet.")
    if named["left_on"] is not None:
        raise NotPossible("The practitioner named has left that post. Name somebody who is there, or nobody yet.")


def check_says(says: str | None, field: str, wanted: str) -> None:
    """Words that are asked for are more than blanks."""
    if not (says or "").strip():
        raise CannotEnter(f"{field}: needs {wanted}.")
