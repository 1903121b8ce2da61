"""Is this possible as things stand? Each rule says no in a sentence, whoever asks."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.db.models import Q

from lapwing.conduct.acting import Acting
from lapwing.conduct.at_work import at_work, concerning, record_has_ended, uses_lapwing
from lapwing.conduct.may import OVERSIGHT
from lapwing.conduct.permissions import Refused
from lapwing.conduct.posts import accounts_of_same, practitioners_of_same
from lapwing.conduct.whose import Whose
from lapwing.records import links
from lapwing.records.entries import entries
from lapwing.records.models import Role
from lapwing.records.store import CannotEnter, current, versions
from lapwing.vocabulary.codes import PARENTS, AgencyKind, ContactSafety, IdentityStatus, RelationshipRole
from lapwing.vocabulary.work_codes import Contributor


class NotPossible(Exception):
    """This cannot be done as things stand, whoever asks; the text says why, and what can be done instead."""


def check_not_yet(done_on: date | None, what: str) -> None:
    """What was done once is not done again; it can be corrected."""
    if done_on is not None:
        raise NotPossible(f"{what} on {done_on:%-d %B %Y} already. If that is wrong, correct the entry.")


def check_not_yet_said(said: object, what: str) -> None:
    """What was decided once is not decided again; it can be corrected."""
    if said is not None:
        raise NotPossible(f"{what} was decided already. If that is wrong, correct the entry.")


def check_held(held_on: date | None, then: str) -> None:
    """Who came to a meeting and what came of it are recorded once it was held."""
    if held_on is None:
        raise NotPossible(f"This meeting is not recorded as held. Record that first, then {then}.")


def check_agency_asked(by: Acting, asked: str | None) -> None:
    """Only the agency that something was put to can answer it."""
    if asked is not None and by.agency != asked:
        raise Refused("This was put to another agency, and only somebody there can answer it.")


def check_of_social_care(by: Acting, says: str) -> None:
    """What is the local authority's to say or to decide, only somebody of its children's social care records."""
    if not entries("agency").filter(pk=by.agency, kind=AgencyKind.CHILDRENS_SOCIAL_CARE).exists():
        raise Refused(says)


def check_another_agency(by: Acting, asked: str) -> None:
    """A referral goes to somebody else; within an agency, somebody is given an action."""
    if asked == by.agency:
        raise NotPossible("This is your own agency. Refer to another one, or give a colleague an action.")


def is_own(by: Acting, account: int | None) -> bool:
    """Whether an account is one's own, in this post or another."""
    return account is not None and accounts_of_same(by.account).filter(pk=account).exists()


def check_not_own(by: Acting, account: int | None, what: str) -> None:
    """Nobody signs off, decides on or audits their own work."""
    if is_own(by, account):
        raise Refused(f"{what} is your own work; somebody else has to do this.")


def check_not_done_by(by: Acting, practitioner: str | None, what: str) -> None:
    """The same for work that a practitioner did, in whichever of their posts."""
    if practitioner in practitioners_of_same(by.account):
        raise Refused(f"{what} is your own work; somebody else has to do this.")


def in_own_name(by: Acting) -> str:
    """The practitioner who does something that only a person can answer for."""
    if by.practitioner is None:
        raise Refused("This is done by a practitioner in their own name, and this account is nobody's.")
    return by.practitioner


def check_never_led(by: Acting, table: str, key: str) -> None:
    """Whoever leads an assessment or a plan, or once did, neither signs it off nor ends it."""
    led = {version.values["led_by"] for version in versions(table, key)}
    if led & {in_own_name(by), *practitioners_of_same(by.account)}:
        raise Refused(f"You lead or led this {table}, so it is your own work; somebody else has to do this.")


def check_may_hand_on(by: Acting, was: Mapping[str, Any], what: str) -> None:
    """Whoever leads something hands it on, or a manager of their agency."""
    lead = was["led_by"]
    if lead is None or lead == by.practitioner:
        return
    if by.account.role != Role.MANAGER or by.agency != current("practitioner", lead)["agency_id"]:
        raise Refused(f"Whoever leads {what} can hand it on, or a manager of their agency; ask one of them.")


def check_is_there(practitioner: str | None) -> None:
    """Work is given to somebody who is there to do it."""
    if practitioner is not None and current("practitioner", practitioner)["left_on"] is not None:
        raise NotPossible("The practitioner named has left that post. Name somebody who is there.")


def check_by_then(name: str, day: date | None, on: date) -> None:
    """What somebody saw or learned had happened by the day on which they write it."""
    if day is not None and day > on:
        raise CannotEnter(
            f"{name}: has {day:%-d %B %Y}, which lies after {on:%-d %B %Y}; needs that day or one before it."
        )


def check_one_of(**given: object) -> None:
    """Exactly one of these is given."""
    if sum(value is not None for value in given.values()) != 1:
        raise CannotEnter(f"Give one of {', '.join(given)}, and only one.")


def check_oversight(by: Acting, what: str) -> None:
    """What takes a manager or a named professional of an agency that works with the child."""
    if by.account.role not in OVERSIGHT:
        raise Refused(
            f"{what}; a manager or named professional of an agency that works with the child can change that."
        )


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


WOULD_TELL = (
    "The young person asked that other services not be told of your agency's work, and this would tell one. Ask "
    "them first; if they agree, or harm outweighs the wish, record why it need not be kept private any more."
)


def check_not_private(by: Acting, child: str | None, pregnancy: str | None, to_agency: str) -> None:
    """What a young person asked to keep within one service does not go to another without asking them."""
    private = at_work(child, pregnancy).filter(agency=by.agency, kept_private=True)
    if to_agency != by.agency and private.exists():
        raise NotPossible(WOULD_TELL)


def check_works_at(practitioner: str | None, agency: str | None) -> None:
    """A practitioner is named for the agency where they work, and while they do."""
    if practitioner is not None and current("practitioner", practitioner)["agency_id"] != agency:
        raise CannotEnter("The practitioner named works at another agency. Name somebody at this one, or nobody yet.")
    check_is_there(practitioner)


WHY = "the reason, in words that somebody else can follow"
"""What is wanted where something is done against its usual course."""


def check_says(says: str | None, field: str, wanted: str) -> None:
    """Words that are asked for are more than blanks."""
    if not (says or "").strip():
        raise CannotEnter(f"{field}: needs {wanted}.")


def check_lies_ahead(day: date, by: Acting, name: str) -> None:
    """A day on which something is looked at again, or ends, is still to come."""
    if day <= by.today:
        raise CannotEnter(f"{name}: has {day:%-d %B %Y}; needs a day that lies ahead.")


def agency_leading(was: Mapping[str, Any]) -> str | None:
    """The agency of whoever leads an assessment or a plan; where nobody is named, the one that recorded it."""
    lead = was["led_by"]
    agency: str | None = current("practitioner", lead)["agency_id"] if lead else was["recorded_agency_id"]
    return agency


def check_same_agency(by: Acting, agency: str | None, what: str) -> None:
    """What a manager signs off or ends is their own agency's work."""
    if agency is not None and by.agency != agency:
        raise Refused(f"{what} is another agency's work; a manager there has to do this.")


# Being in touch with families

SILENT = (ContactSafety.MUST_NOT_CONTACT, ContactSafety.UNAWARE_OF_PREGNANCY)
"""Somebody whom services leave alone about this child."""
PARENTS_MEANT = {
    Contributor.MOTHER: (RelationshipRole.BIRTH_MOTHER,),
    Contributor.FATHER: tuple(role for role in PARENTS if role is not RelationshipRole.BIRTH_MOTHER),
}
"""Which parents are meant where nobody is named."""


def is_left_alone(whose: Whose, person: str | None, contributor: Contributor | None = None) -> bool:
    """Whether services must not be in touch with somebody about this child: a person, or the parent who is meant by a word.

    A father whose name is withheld for safety is left alone too. Somebody who is no longer around the child may still bring
    it to harm.
    """
    if person is not None:
        meant = Q(person__in=links.one_with("person", [person]))
    elif contributor in PARENTS_MEANT:
        meant = Q(role__in=[str(role) for role in PARENTS_MEANT[contributor]], ended_on__isnull=True)
    else:
        return False
    unsafe = Q(contact_safety__in=[str(one) for one in SILENT])
    unsafe |= Q(identity_status=str(IdentityStatus.WITHHELD_FOR_SAFETY))
    about = concerning(whose.child, whose.pregnancy)
    return entries("relationship").filter(about, meant & unsafe).exists()


def check_may_be_asked(whose: Whose, person: str | None, contributor: Contributor | None, instead: str) -> None:
    """Nobody asks, invites or tasks a person whom services must leave alone about this child."""
    if is_left_alone(whose, person, contributor):
        raise NotPossible(f"For safety, services must not be in touch with this parent about this child. {instead}")
