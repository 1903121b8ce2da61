"""Verbs: the people around a child, what is known of who they are, and whether it is safe to be in touch with them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from lapwing.conduct.acting import Acting
from lapwing.conduct.may import FRONT_LINE
from lapwing.conduct.notifications import overseers_of
from lapwing.conduct.policies import WHY, check_lies_ahead, check_not_yet, check_oversight, check_says
from lapwing.conduct.verb import verb
from lapwing.conduct.whose import Whose
from lapwing.records.store import CannotEnter, current
from lapwing.vocabulary.codes import (
    ContactSafety,
    DateCertainty,
    IdentityStatus,
    ParentalResponsibility,
    RelationshipRole,
    Sex,
)

LIMITED = (ContactSafety.MUST_NOT_CONTACT, ContactSafety.UNAWARE_OF_PREGNANCY)
"""Where being in touch could bring somebody to harm."""
WITHHELD = IdentityStatus.WITHHELD_FOR_SAFETY


@verb(may=FRONT_LINE)
def relate_person(
    *,
    by: Acting,
    on: date,
    child: str | None = None,
    pregnancy: str | None = None,
    role: RelationshipRole,
    person: str | None = None,
    given_name: str | None = None,
    family_name: str | None = None,
    born_on: date | None = None,
    sex: Sex | None = None,
    nhs_number: str | None = None,
    identity_status: IdentityStatus | None = None,
    caring_role: bool | None = None,
    lives_with_child: bool | None = None,
    parental_responsibility: ParentalResponsibility | None = None,
    role_in_family: str | None = None,
    began_on: date | None = None,
) -> str:
    """Records what somebody, first mentioned on that day, is to a child; the key of the relationship.

    They are somebody on record, or are entered by what is known of them; of a birth father it is always said what is
    known of who he is. To withhold that for safety, say first that it is not disclosed, and withhold it then.
    """
    if identity_status == WITHHELD:
        raise CannotEnter(
            "identity_status: has withheld for safety, which needs who decided it and until when; say that it is not "
            "disclosed, and then withhold it."
        )
    known = _given(given_name=given_name, family_name=family_name, born_on=born_on, sex=sex, nhs_number=nhs_number)
    return by.enter(
        "relationship",
        **Whose(child, pregnancy).columns,
        person_id=_person(by, person, known),
        role=role,
        caring_role=caring_role,
        lives_with_child=lives_with_child,
        identity_status=identity_status,
        identity_status_on=on if identity_status else None,
        parental_responsibility=parental_responsibility,
        role_in_family=role_in_family,
        mentioned_on=on,
        began_on=began_on,
    )


@verb(may=FRONT_LINE)
def describe_relationship(
    *,
    by: Acting,
    on: date,
    relationship: str,
    caring_role: bool | None = None,
    lives_with_child: bool | None = None,
    parental_responsibility: ParentalResponsibility | None = None,
    role_in_family: str | None = None,
    seen: int | None = None,
) -> None:
    """Records what somebody is to a child now: whether they care for it, live with it, and their part in the family."""
    said = _given(
        caring_role=caring_role,
        lives_with_child=lives_with_child,
        parental_responsibility=parental_responsibility,
        role_in_family=role_in_family,
    )
    by.amend("relationship", relationship, seen=seen, **said)


@verb(may=FRONT_LINE)
def establish_identity(
    *,
    by: Acting,
    on: date,
    relationship: str,
    identity_status: IdentityStatus,
    person: str | None = None,
    given_name: str | None = None,
    family_name: str | None = None,
    born_on: date | None = None,
    sex: Sex | None = None,
    nhs_number: str | None = None,
    seen: int | None = None,
) -> None:
    """Records what is known from that day on of who somebody is, or why it is not known.

    What was withheld for safety is opened again by a manager or named professional alone.
    """
    was = current("relationship", relationship)
    if identity_status == WITHHELD:
        raise CannotEnter("identity_status: has withheld for safety, which is decided apart from this; withhold it.")
    if was["identity_status"] == WITHHELD:
        check_oversight(by, "Who this is was withheld for safety")
    known = _given(given_name=given_name, family_name=family_name, born_on=born_on, sex=sex, nhs_number=nhs_number)
    who = _person(by, person, known) or was["person_id"]
    if was["contact_safety"] in LIMITED and was["person_id"] not in (None, who):
        check_oversight(by, "Contact with the person named here is limited for safety")
    by.amend(
        "relationship",
        relationship,
        seen=seen,
        person_id=who,
        identity_status=identity_status,
        identity_status_on=on,
        identity_decided_by=None,
        identity_review_on=None,
    )


@verb(may=FRONT_LINE)
def withhold_identity(
    *,
    by: Acting,
    on: date,
    relationship: str,
    review_on: date,
    decided_by: str | None = None,
    seen: int | None = None,
) -> None:
    """Withholds for safety who somebody is, as decided on that day by a practitioner, until it is looked at again.

    Anybody who works with the child can do it at once; their managers and named professionals are told.
    """
    check_lies_ahead(review_on, by, "review_on")
    by.amend(
        "relationship",
        relationship,
        seen=seen,
        identity_status=WITHHELD,
        identity_status_on=on,
        identity_decided_by=decided_by or by.practitioner,
        identity_review_on=review_on,
    )
    _tell_overseers(by, "Who somebody is was withheld for safety. Look at the decision.", relationship)


@verb(may=FRONT_LINE)
def say_whether_to_contact(
    *,
    by: Acting,
    on: date,
    relationship: str,
    contact_safety: ContactSafety,
    reason: str | None = None,
    review_on: date | None = None,
    seen: int | None = None,
) -> None:
    """Says whether services may be in touch with somebody about a child; a limit has a reason and a day to look again.

    Anybody who works with the child can set a limit at once; a manager or named professional takes it away.
    """
    was = current("relationship", relationship)
    if contact_safety in LIMITED:
        check_says(reason, "reason", WHY)
        if review_on is None:
            raise CannotEnter("review_on: is empty; needs the day on which the limit is looked at again.")
        check_lies_ahead(review_on, by, "review_on")
    elif was["contact_safety"] in LIMITED:
        check_oversight(by, "Contact with this person is limited for safety")
    by.amend(
        "relationship",
        relationship,
        seen=seen,
        contact_safety=contact_safety,
        contact_safety_reason=reason,
        contact_safety_review_on=review_on,
    )
    if contact_safety in LIMITED:
        _tell_overseers(by, "Contact with somebody was limited for safety. Look at the decision.", relationship)


@verb(may=FRONT_LINE)
def end_relationship(*, by: Acting, on: date, relationship: str, seen: int | None = None) -> None:
    """Records that somebody is no longer what they were to a child: a partner who has left, a man who is not the father."""
    check_not_yet(current("relationship", relationship)["ended_on"], "This was ended")
    by.amend("relationship", relationship, seen=seen, ended_on=on)


@verb(may=FRONT_LINE)
def update_particulars(
    *,
    by: Acting,
    on: date,
    person: str,
    given_name: str | None = None,
    family_name: str | None = None,
    born_on: date | None = None,
    born_on_certainty: DateCertainty | None = None,
    sex: Sex | None = None,
    nhs_number: str | None = None,
    ethnicity: str | None = None,
    disabilities: str | None = None,
    language: str | None = None,
    seen: int | None = None,
) -> None:
    """Records a person's particulars as they are now known; what is left out stays as it was."""
    said = _given(
        given_name=given_name,
        family_name=family_name,
        born_on=born_on,
        born_on_certainty=born_on_certainty,
        sex=sex,
        nhs_number=nhs_number,
        ethnicity=ethnicity,
        disabilities=disabilities,
        language=language,
    )
    by.amend("person", person, seen=seen, **said)


def _person(by: Acting, person: str | None, known: Mapping[str, Any]) -> str | None:
    """Somebody on record, or a new person by what is known of them; nobody where nothing is."""
    if person is not None and known:
        raise CannotEnter("Give a person on record or the particulars of somebody new, one of the two.")
    return by.enter("person", **known) if known else person


def _given(**said: Any) -> dict[str, Any]:
    return {name: value for name, value in said.items() if value is not None}


def _tell_overseers(by: Acting, what: str, relationship: str) -> None:
    child = current("relationship", relationship)["child_id"]
    for account in overseers_of(by.agency):
        by.tell(account, what, child=child, table="relationship", key=relationship)
