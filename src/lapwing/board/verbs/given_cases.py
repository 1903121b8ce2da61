"""Giving a named person a named child's record to read, for a scrutiny task or an inspection, and taking it back."""

from __future__ import annotations

from datetime import date

from lapwing.board.giving import give_to, take_back
from lapwing.conduct.acting import Acting
from lapwing.conduct.may import OVERSIGHT
from lapwing.conduct.notifications import entered_by
from lapwing.conduct.permissions import Refused, check_user_can
from lapwing.conduct.policies import NotPossible
from lapwing.conduct.verb import verb
from lapwing.records.models import Account
from lapwing.records.store import CannotEnter, current
from lapwing.vocabulary.board.codes import TaskKind


@verb(may=OVERSIGHT)
def give_case(*, by: Acting, child: str, account: int, task: TaskKind, reason: str, until_on: date, on: date) -> str:
    """Lets somebody who does not work with the child read its record, for a task and until a day."""
    reader = Account.objects.filter(pk=account).first()
    if reader is None:
        raise CannotEnter("account: there is no such account here.")
    if reader.pk == by.account.pk:
        raise NotPossible("Nobody gives a case to themselves; ask another manager or named professional.")
    return give_to(by, reader, child, task=task, reason=reason, until_on=until_on)


@verb(may=OVERSIGHT)
def take_case_back(*, by: Acting, given_case: str, on: date) -> None:
    """Ends that somebody may read a record that was given to them; who gave it may, and who oversees the child's case."""
    given = current("given_case", given_case)
    if entered_by("given_case", given_case) != by.account.pk:
        try:
            check_user_can("take_case_back", OVERSIGHT, by=by, child=given["child_id"])
        except LookupError:
            raise Refused("This was given by somebody else, and only they can take it back.") from None
    take_back(by, given_case, on=on)
