"""Random young parents for the engines to agree on: somebody of a family is a child, with a record of their own.

What the baby's record and their own say of each other crosses from one child's rows to another's, which families of
random rows seldom do.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from lapwing.checks import CHECKS
from lapwing.vocabulary.codes import PARENTS
from lapwing.vocabulary.records import TABLES

if TYPE_CHECKING:
    from generated_records import Family, RecordMaker, Row, Rows

SHARE = 0.4
"""Of how many families one member is a young parent."""
OWN = (
    *("concern", "decision", "referral", "involvement", "accommodation", "legal_status", "exception"),
    *("plan", "action"),
)
"""What stands on a young parent's own record."""
LIKELY: dict[str, dict[str, tuple[Any, ...]]] = {
    "decision": {
        "kind": (*["young_parent_in_need"] * 5, *["support_for_care_leaver_parent"] * 2, "close", "move", "section_47"),
        "outcome": (*["required"] * 3, "not_required", "deferred"),
    },
    "concern": {"significant": (True, True, False, None), "status": ("current", "current", "past")},
    "involvement": {"level": ("child_in_need", "care_leaver", "looked_after"), "lead": (True, True, None)},
    "legal_status": {"kind": ("care_leaver", "section_20")},
    "referral": {"closed_reason": ("concerns_resolved", "no_further_action", None)},
    "plan": {"ended_reason": ("stepped_down", "concerns_resolved", None)},
    "exception": {"check": tuple(code for code in CHECKS if code.startswith("parents."))},
}
"""Values that young parents' records have more often than others."""
WITH_BABY = ("concern", "involvement", "referral")


def add_young_parent(maker: RecordMaker, family: Family, rows: Rows) -> None:
    """Makes one more person of the family, of thirteen to twenty-five, a parent with a record of their own."""
    babies = [child for child in rows["child"] if child["pregnancy_id"] is not None]
    if not babies or maker.random.random() > SHARE:
        return
    choice = maker.random.choice
    who, own_id, baby = family.new_id("person"), family.new_id("child"), choice(babies)
    born_on = choice((None, *[_born(maker)] * 5))
    rows["person"].append(maker._row("person", family) | {"person_id": who, "born_on": born_on, "died_on": None})
    alone = {"child_id": own_id, "person_id": who, "pregnancy_id": None, "opened_in_error": None}
    rows["child"].append(maker._row("child", family) | alone)
    for pregnancy in rows.get("pregnancy", []):
        pregnancy["mother_id"] = choice((who, who, pregnancy.get("mother_id"), None))
    if "relationship" in maker.columns and maker.random.random() < 0.85:
        is_parent = {"child_id": baby["child_id"], "pregnancy_id": None, "person_id": who, "role": str(choice(PARENTS))}
        rows["relationship"].append(
            maker._row("relationship", family)
            | is_parent
            | {"contact_safety": None, "identity_status": None, "mentioned_on": choice((None, min(family.days)))}
        )
    for name in (name for name in OWN if name in maker.columns):
        rows[name] += [_own_row(maker, family, name, own_id) for _ in range(choice((0, 1, 2, 4)))]
    for name in (name for name in WITH_BABY if name in maker.columns):
        about = {"person_id": who} if name == "concern" else {}
        rows[name] += [_own_row(maker, family, name, baby["child_id"]) | about for _ in range(choice((0, 1, 1)))]


def _born(maker: RecordMaker) -> date:
    years = maker.random.choice((13, 15, 16, 16, 17, 17, 19, 20, 24))
    return maker.today - timedelta(round(years * 365.25)) + timedelta(maker.random.randint(-90, 90))


def _own_row(maker: RecordMaker, family: Family, name: str, child: str) -> Row:
    row = maker._row(name, family)
    for column, values in LIKELY.get(name, {}).items():
        if column in row and maker.random.random() < 0.9:
            row[column] = maker.random.choice(values)
    return row | (
        {"child_id": child, "pregnancy_id": None} if TABLES[name].reaches_through_pregnancy else {"child_id": child}
    )
