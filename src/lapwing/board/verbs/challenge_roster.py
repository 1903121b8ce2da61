"""Who is reached for an agency at each stage of challenge, and a message to all of them to see who answers."""

from __future__ import annotations

from datetime import date

from lapwing.board.roster import has_left, stages_here, standing
from lapwing.conduct.acting import Acting
from lapwing.conduct.findings import settings_now
from lapwing.conduct.may import EVERYBODY, OFFICERS, PARTNERS
from lapwing.conduct.permissions import Refused
from lapwing.conduct.policies import NotPossible, check_not_yet, is_own
from lapwing.conduct.verb import verb
from lapwing.language.calendar import add_working_days
from lapwing.records.entries import entries
from lapwing.records.models import Account, Role
from lapwing.records.store import CannotEnter, current
from lapwing.vocabulary.board.challenge import ContactPart, Stage

ASKED = (
    "You are in the roster for challenge between agencies. To show that you are reached, answer by {by:%-d %B %Y}: "
    "under Board, Answer for the roster."
)


@verb(may=PARTNERS)
def name_contact(
    *, by: Acting, agency: str, stage: Stage, part: ContactPart, account: int, until_on: date | None = None, on: date
) -> str:
    """Says who is reached for an agency at a stage of challenge; whoever stood there before them no longer does."""
    _check_own_agency(by, agency)
    stages = stages_here()
    number = int(stage)
    if number not in stages:
        raise CannotEnter(f"stage: has {number}; the area's policy has the stages {', '.join(map(str, stages))}.")
    _check_is_of(account, agency, by)
    if until_on is not None and until_on < on:
        raise CannotEnter("until_on: lies before the day from which they are reached.")
    there = standing(by.today).filter(agency=agency, stage=number)
    if there.filter(contact_account=account).exclude(part=part).exists():
        raise NotPossible(
            "The same person cannot be both lead and deputy: where one is away, the other is to be reached."
        )
    for before in there.filter(part=part):
        by.amend("challenge_contact", before.pk, ended_on=on)
    by.tell(account, f"You are named for your agency in the roster for challenge, at stage {number}.")
    return by.enter(
        "challenge_contact",
        agency_id=agency,
        stage=number,
        part=part,
        contact_account_id=account,
        begins_on=on,
        until_on=until_on,
    )


@verb(may=PARTNERS)
def end_contact(*, by: Acting, challenge_contact: str, on: date) -> None:
    """Ends somebody's place in the roster; where nobody is named instead, it shows as a gap."""
    was = current("challenge_contact", challenge_contact)
    _check_own_agency(by, was["agency_id"])
    check_not_yet(was["ended_on"], "This place ended")
    by.amend("challenge_contact", challenge_contact, ended_on=on)


@verb(may=OFFICERS)
def ask_roster(*, by: Acting, on: date) -> str:
    """Sends everybody in the roster a message that they answer within the area's time; the key of the test."""
    asked = list(standing(by.today).values_list("pk", "contact_account"))
    if not asked:
        raise NotPossible("Nobody is in the roster yet; name who is reached first.")
    days = int(settings_now().number("escalation.roster_answer_wd"))
    answer_by = add_working_days(by.today, days) or by.today
    test = by.enter("roster_test", sent_on=by.today, answer_by=answer_by)
    for contact, account in asked:
        by.enter("roster_answer", roster_test_id=test, challenge_contact_id=contact)
        by.tell(account, ASKED.format(by=answer_by))
    return test


@verb(may=EVERYBODY)
def answer_roster_test(*, by: Acting, roster_answer: str, on: date) -> None:
    """Answers the message, each for their own place; the day is that on which it is done."""
    was = current("roster_answer", roster_answer)
    contact = entries("challenge_contact").filter(pk=was["challenge_contact_id"]).first()
    if contact is None or not is_own(by, contact.contact_account_id):
        raise Refused("This message went to somebody else, and only they can answer it.")
    check_not_yet(was["answered_on"], "This was answered")
    by.amend("roster_answer", roster_answer, answered_on=by.today)


def _check_own_agency(by: Acting, agency: str) -> None:
    if by.account.role != Role.PARTNERSHIP_OFFICER and by.agency != agency:
        raise Refused(
            "This is another agency's place in the roster; its own manager or a partnership officer names it."
        )


def _check_is_of(account: int, agency: str, by: Acting) -> None:
    one = Account.objects.filter(pk=account, is_system=False).select_related("practitioner").first()
    if one is None or one.agency_id != agency:
        raise CannotEnter("account: needs somebody of the agency that they are reached for.")
    if has_left(one, by.today):
        raise NotPossible("They have left, or their account has ended; name somebody who is there.")
