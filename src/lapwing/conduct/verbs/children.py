"""Verbs: opening the record of a child, born or not yet, and of a pregnancy."""

from __future__ import annotations

from datetime import date

from lapwing.conduct.acting import Acting
from lapwing.conduct.may import ANYBODY, FRONT_LINE
from lapwing.conduct.verb import verb
from lapwing.records.entries import entries
from lapwing.records.store import CannotEnter
from lapwing.vocabulary.codes import ExpectedDateMethod, RelationshipRole, Sex

MOST_AT_ONCE = 8
"""More children than are ever expected of one pregnancy are a slip of the pen."""


@verb(may=ANYBODY)
def open_record(
    *,
    by: Acting,
    on: date,
    given_name: str | None = None,
    family_name: str | None = None,
    born_on: date | None = None,
    sex: Sex | None = None,
    nhs_number: str | None = None,
) -> str:
    """Opens the record of a child who is born; the child's key. Whoever opens it works with the child from then on."""
    person = by.enter(
        "person", given_name=given_name, family_name=family_name, born_on=born_on, sex=sex, nhs_number=nhs_number
    )
    child = by.enter("child", person_id=person)
    _involve(by, on, child=child)
    return child


@verb(may=ANYBODY)
def record_pregnancy(
    *,
    by: Acting,
    on: date,
    given_name: str | None = None,
    family_name: str | None = None,
    born_on: date | None = None,
    nhs_number: str | None = None,
    mother: str | None = None,
    booked_on: date | None = None,
    expected_on: date | None = None,
    method: ExpectedDateMethod | None = None,
    concealed: bool | None = None,
    babies: int = 1,
) -> str:
    """Records a pregnancy that a service has come to know of on that day; the pregnancy's key.

    The expectant mother is somebody on record, or is entered by what is known of her. A record is opened for each
    child expected.
    """
    if not 1 <= babies <= MOST_AT_ONCE:
        raise CannotEnter(f"babies: has {babies}; needs how many children are expected, from 1 to {MOST_AT_ONCE}.")
    mother = mother or by.enter(
        "person", given_name=given_name, family_name=family_name, born_on=born_on, nhs_number=nhs_number, sex=Sex.FEMALE
    )
    pregnancy = by.enter(
        "pregnancy", mother_id=mother, known_on=on, booked_on=booked_on, concealed=concealed, babies_expected=babies
    )
    if expected_on is not None:
        by.enter("expected_date", pregnancy_id=pregnancy, expected_on=expected_on, method=method, stated_on=on)
    for place in range(1, babies + 1):
        by.enter("child", pregnancy_id=pregnancy, birth_order=place)
    by.enter(
        "relationship", pregnancy_id=pregnancy, person_id=mother, role=RelationshipRole.BIRTH_MOTHER, mentioned_on=on
    )
    _involve(by, on, pregnancy=pregnancy)
    return pregnancy


@verb(may=FRONT_LINE)
def state_expected_date(
    *, by: Acting, on: date, pregnancy: str, expected_on: date, method: ExpectedDateMethod | None = None
) -> str:
    """States when a birth is expected; what was stated before is superseded and stays to be seen."""
    standing = entries("expected_date").filter(pregnancy=pregnancy, superseded_on__isnull=True)
    for earlier in standing.values_list("pk", flat=True):
        by.amend("expected_date", earlier, superseded_on=on)
    return by.enter("expected_date", pregnancy_id=pregnancy, expected_on=expected_on, method=method, stated_on=on)


def _involve(by: Acting, on: date, *, child: str | None = None, pregnancy: str | None = None) -> None:
    """Whoever opens a record works with it, so that it is not out of their sight."""
    by.enter(
        "involvement",
        child_id=child,
        pregnancy_id=pregnancy,
        agency_id=by.agency,
        practitioner_id=by.practitioner,
        team=by.account.team,
        started_on=on,
    )
