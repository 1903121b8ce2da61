"""Verbs: putting right what was entered wrongly, and taking out what should never have been entered. Both stay to be seen.

An entry is named by its `table` and `key`.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from lapwing.conduct.acting import Acting
from lapwing.conduct.may import FRONT_LINE, OVERSIGHT
from lapwing.conduct.notifications import overseers_of
from lapwing.conduct.permissions import Refused
from lapwing.conduct.policies import WHY, NotPossible, check_never_led, check_not_own, check_oversight, check_says
from lapwing.conduct.subjects import check_people_in_sight, children_named, children_of
from lapwing.conduct.verb import verb
from lapwing.records.models import Account, Voiding
from lapwing.records.store import STAMPED, CannotEnter, Version, current, in_words, versions
from lapwing.vocabulary.records import TABLES
from lapwing.vocabulary.tables import Column, Kind, Table

NOT_OF_A_CHILD = ("agency", "practitioner")
WHOSE_RECORD = ("child_id", "pregnancy_id", "person_id", "mother_id")
DECIDED_ANEW: Mapping[str, frozenset[str]] = {
    "relationship": frozenset(
        {
            "identity_status",
            "identity_review_on",
            "contact_safety",
            "contact_safety_reason",
            "contact_safety_review_on",
        }
    ),
    "person": frozenset({"address_protected", "address_protected_until_on"}),
    "address": frozenset({"protected"}),
    "involvement": frozenset({"kept_private"}),
    "child": frozenset({"person_id", "pregnancy_id", "opened_in_error"}),
    "exception": frozenset(TABLES["exception"].names),
}
"""Columns that keep somebody safe, set a check aside or say who a child is: each is decided by a verb of its own."""
TAKES_OVERSIGHT: Mapping[str, frozenset[str]] = {
    "assessment": frozenset({"signed_off_on", "outcome", "stopped_on", "stopped_reason"}),
    "decision": frozenset({"kind", "outcome"}),
    "meeting": frozenset({"outcome_recorded_on", "outcome", "ended_reason"}),
    "missing_episode": frozenset({"interview_outcome"}),
    "plan": frozenset({"ended_on", "ended_reason"}),
    "serious_incident": frozenset({"kind", "occurred_on", "known_on", "notified_on"}),
}
"""What it takes a manager, a named professional or a chair to decide: one of the first two puts it right."""


@verb(may=FRONT_LINE)
def correct(
    *,
    by: Acting,
    on: date,
    table: str,
    key: str,
    values: dict[str, str | int | float | bool | None],
    why: str,
    seen: int | None = None,
) -> None:
    """Puts right what your agency entered wrongly in an entry, column by column, and says why; what it said before stays.

    Days are written 2026-06-01, moments 2026-06-01T09:30. Who did something, and whose record it is, is not corrected:
    ask for the entry to be voided, and enter it anew.
    """
    check_says(why, "why", WHY)
    _check_is_of_a_child(table)
    if not values:
        raise CannotEnter("values: is empty; needs the columns that are wrong, each with what is right.")
    given = {name: _read(_column(TABLES[table], name), value) for name, value in values.items()}
    earlier = versions(table, key)
    for name, value in given.items():
        _check_takes_no_more(by, table, key, name)
        _check_of_same_child(by, (table, key), name, value)
        _check_ours(by, earlier, name)
    by.amend(table, key, seen=seen, why=why, **given)


@verb(may=FRONT_LINE)
def ask_to_void(*, by: Acting, on: date, table: str, key: str, reason: str) -> None:
    """Asks that an entry which your agency made in error be voided; a second person agrees or does not."""
    check_says(reason, "reason", WHY)
    _check_is_of_a_child(table)
    if table == "child":
        raise NotPossible("A child's record is not voided; a manager closes it as opened in error.")
    _check_agencys(by, current(table, key)["recorded_agency_id"])
    if Voiding.objects.filter(table=table, key=key, decided_at__isnull=True).exists():
        raise NotPossible("Somebody has asked for this already; a manager or named professional decides.")
    Voiding.objects.create(table=table, key=key, reason=reason, asked_by=by.account, asked_at=by.at)
    what = f"Somebody asks that an entry ({in_words(table)}) be voided as made in error. Agree, or say why it stands."
    for account in overseers_of(by.agency):
        by.tell(account, what, child=_child(table, key), table=table, key=key)


@verb(may=OVERSIGHT)
def agree_to_void(*, by: Acting, on: date, table: str, key: str) -> None:
    """Agrees that an entry was made in error: from now on it is not there, and that it was stays to be seen."""
    one = _asked(by, table, key)
    children = children_of(table, [key])
    by.void(table, key, why=one.reason)
    by.concerns(*children)
    _decide(by, one, agreed=True)
    by.tell(one.asked_by_id, "The entry was voided as you asked.", table=table, key=key)


@verb(may=OVERSIGHT)
def decline_to_void(*, by: Acting, on: date, table: str, key: str, says: str) -> None:
    """Says why an entry stands although somebody asked for it to be voided."""
    check_says(says, "says", "what is to be said, in words")
    one = _asked(by, table, key)
    _decide(by, one, agreed=False, says=says)
    what = "An entry that you asked to have voided stands. Read why."
    by.tell(one.asked_by_id, what, child=_child(table, key), table=table, key=key)


# What may be corrected, and by whom


def _check_is_of_a_child(table: str) -> None:
    if table in NOT_OF_A_CHILD:
        raise NotPossible(f"This {table} is not part of a child's record; an administrator looks after it.")


def columns_corrected(table: Table) -> list[Column]:
    """The columns of a table that may be corrected, where anything stands in them."""
    own = (table.key, *STAMPED, *DECIDED_ANEW.get(table.name, ()))
    return [column for column in table if column.name not in own and not _says_whose(column)]


def _column(table: Table, name: str) -> Column:
    """A column that may be corrected; CannotEnter where there is none of that name."""
    if name not in table.names:
        raise CannotEnter(f"values: has {name}; needs columns of {in_words(table.name)}.")
    column = table.column(name)
    if name in DECIDED_ANEW.get(table.name, ()):
        raise NotPossible(f"{name}: this is decided, not corrected; there is something of its own for it.")
    if _says_whose(column):
        raise NotPossible(
            f"{name}: whose record it is and who did it are not corrected. Ask to void it, and enter it anew."
        )
    return column


def _check_takes_no_more(by: Acting, table: str, key: str, name: str) -> None:
    """What takes a manager or named professional to decide takes one to correct, and never whoever led the work."""
    if name not in TAKES_OVERSIGHT.get(table, ()):
        return
    check_oversight(by, f"{name}: what was decided is put right by those who may decide it")
    if "led_by" in TABLES[table].names:
        check_never_led(by, table, key)


def _check_of_same_child(by: Acting, corrected: tuple[str, str], name: str, value: Any) -> None:
    """NoSuchEntry where an entry would come to name one of another child."""
    refers_to = TABLES[corrected[0]].column(name).refers_to
    if refers_to is not None and isinstance(value, str):
        named = [corrected, (refers_to, value)]
        check_people_in_sight(correct.__name__, FRONT_LINE, named, children_named(named), by=by)


def _says_whose(column: Column) -> bool:
    """Whether a column says whose record an entry is of, or who did something."""
    return column.name in WHOSE_RECORD or column.refers_to in ("practitioner", "agency")


def _check_ours(by: Acting, earlier: list[Version], name: str) -> None:
    """What stands in a column is corrected by the agency that entered it; where nothing stands, nothing is corrected."""
    stands = earlier[-1].values[name]
    if stands is None:
        raise NotPossible(f"{name}: nothing is entered there, so that nothing can be wrong. Record it as it happens.")
    since = earlier[-1]
    for version in reversed(earlier):
        if version.values[name] != stands:
            break
        since = version
    _check_agencys(by, _agency_of(since))


def _agency_of(version: Version) -> str | None:
    """The agency of whoever stored a version; of what a feed gave, the agency for which it was recorded."""
    if version.stored_by is None:
        agency: str | None = version.values["recorded_agency_id"]
        return agency
    return Account.objects.filter(pk=version.stored_by).values_list("agency", flat=True).first()


def _check_agencys(by: Acting, agency: str | None) -> None:
    if agency is not None and agency != by.agency:
        raise Refused(
            "Another agency entered this; somebody there can put it right. Tell them, or raise a disagreement."
        )


def _read(column: Column, value: str | float | bool | None) -> Any:
    """A value as systems and screens send it, by what the column holds."""
    if not isinstance(value, str) or not value.strip():
        return value
    try:
        if column.kind is Kind.DATE:
            return date.fromisoformat(value)
        return datetime.fromisoformat(value) if column.kind is Kind.MOMENT else value
    except ValueError:
        written = "2026-06-01" if column.kind is Kind.DATE else "2026-06-01T09:30"
        raise CannotEnter(f"{column.name}: needs a {column.kind.value}, written {written}.") from None


# Voiding


def _asked(by: Acting, table: str, key: str) -> Voiding:
    """What was asked for an entry; whoever decides is a second person of the agency that made it."""
    one = Voiding.objects.filter(table=table, key=key, decided_at__isnull=True).first()
    if one is None:
        raise NotPossible("Nobody has asked for this entry to be voided.")
    check_not_own(by, one.asked_by_id, "Asking for this")
    _check_agencys(by, current(table, key)["recorded_agency_id"])
    return one


def _decide(by: Acting, one: Voiding, *, agreed: bool, says: str = "") -> None:
    one.agreed, one.decided_by, one.decided_at, one.says = agreed, by.account, by.at, says
    one.save(update_fields=["agreed", "decided_by", "decided_at", "says"])
    by.note(agreed=agreed)


def _child(table: str, key: str) -> str | None:
    """The child of an entry, where it is of one alone."""
    children = children_of(table, [key])
    return min(children) if len(children) == 1 else None
