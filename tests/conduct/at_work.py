"""What tests of everyday work share: a pregnancy and a young person on record, who works with them, and what is said of them."""

from __future__ import annotations

from datetime import date, timedelta

from cast import MONDAY, Partnership, morning

from lapwing.conduct.verbs.children import open_record, record_pregnancy
from lapwing.records.models import Finding, Notification
from lapwing.records.store import Stamp, add
from lapwing.vocabulary.codes import ContactSafety, IdentityStatus, RelationshipRole


def days_on(days: int) -> date:
    """So many days after the Monday on which tests begin."""
    return MONDAY + timedelta(days=days)


def expected_baby(area: Partnership) -> str:
    """A pregnancy that a midwife has recorded, the baby expected in October."""
    return record_pregnancy(
        by=area.as_("Mira Wells"),
        on=MONDAY,
        given_name="Anna",
        family_name="Vale",
        expected_on=date(2026, 10, 5),
    )


def young_person(area: Partnership) -> str:
    """The record of a girl of fifteen, opened by social care."""
    return open_record(by=area.as_("Sam Birch"), on=MONDAY, given_name="Tess", born_on=date(2011, 3, 2))


def works_with(
    area: Partnership, name: str, *, child: str | None = None, pregnancy: str | None = None, lead: bool | None = None
) -> None:
    """Somebody works with a child or a pregnancy from the Monday on."""
    account = area.accounts[name]
    values = {
        "child_id": child,
        "pregnancy_id": pregnancy,
        "agency_id": account.agency_id,
        "practitioner_id": account.practitioner_id,
        "team": account.team,
        "lead": lead,
        "started_on": MONDAY,
    }
    add("involvement", values, Stamp(morning(MONDAY), account.pk))


def withheld_father(area: Partnership, pregnancy: str) -> None:
    """A father whose name is withheld for safety, so that no person is on record."""
    relationship = {
        "pregnancy_id": pregnancy,
        "role": RelationshipRole.BIRTH_FATHER,
        "identity_status": IdentityStatus.WITHHELD_FOR_SAFETY,
    }
    add("relationship", relationship, Stamp(morning(MONDAY), area.accounts["Mira Wells"].pk))


def father(area: Partnership, pregnancy: str, *, safety: ContactSafety = ContactSafety.MAY_CONTACT) -> str:
    """The father, named by the mother."""
    stamp = Stamp(morning(MONDAY), area.accounts["Mira Wells"].pk)
    person = add("person", {"given_name": "Noah"}, stamp)
    relationship = {
        "pregnancy_id": pregnancy,
        "person_id": person,
        "role": RelationshipRole.BIRTH_FATHER,
        "identity_status": IdentityStatus.NAMED_BY_MOTHER,
        "contact_safety": safety,
    }
    add("relationship", relationship, stamp)
    return person


def me(area: Partnership, name: str) -> str:
    """The practitioner whom somebody is."""
    return str(area.accounts[name].practitioner_id)


def outcomes(check: str) -> list[str]:
    """What a check says of whatever it asks about."""
    return list(Finding.objects.filter(check_code=check).values_list("outcome", flat=True))


def words(check: str) -> list[str]:
    """The words that a check has for its outcomes."""
    return list(Finding.objects.filter(check_code=check).values_list("word", flat=True))


def told(name: str) -> list[str]:
    """What somebody was told, oldest first."""
    return list(Notification.objects.filter(account__name=name).order_by("pk").values_list("what", flat=True))
