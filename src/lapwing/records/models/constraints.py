"""What the database itself refuses to hold.

Who entered something here is held to all of it. What a feed gives is kept as the source has it, doubtful as it may be
(`exchange` says so beside it), so that nothing is lost: those rows have a `feed`, and only the NHS number binds them.
"""

from __future__ import annotations

from functools import reduce
from operator import add, or_

from django.db.models import CheckConstraint, F, IntegerField, Q, UniqueConstraint, Value
from django.db.models.constraints import BaseConstraint
from django.db.models.functions import Cast, Mod, Substr
from django.db.models.lookups import Exact

from lapwing.vocabulary.codes import RelationshipRole
from lapwing.vocabulary.order_in_time import periods_of, who_and_when
from lapwing.vocabulary.tables import Table

FROM_A_FEED = Q(feed__isnull=False)
"""Rows that are as a source has them."""


def constraints_of(table: Table) -> list[BaseConstraint]:
    """The constraints on the entries of a record table."""
    rules = [*_required(table), *_belongs(table), *_pairs(table), *_periods(table)]
    if table.name == "person":
        rules.append(_nhs_number())
    if table.name == "relationship":
        rules.append(_father())
    if table.name == "involvement":
        rules += _one_lead()
    return rules


def _entered(table: Table, name: str, condition: Q) -> CheckConstraint:
    return CheckConstraint(condition=FROM_A_FEED | condition, name=f"{table.name}_{name}")


def _required(table: Table) -> list[BaseConstraint]:
    needed = [c for c in table if c.required and c.name != table.key]
    fields = {c.name: c.name.removesuffix("_id") if c.refers_to else c.name for c in needed}
    return [_entered(table, f"{name}_given", Q(**{f"{field}__isnull": False})) for name, field in fields.items()]


def _belongs(table: Table) -> list[BaseConstraint]:
    """To one child, or to all the children of one pregnancy."""
    if not table.reaches_through_pregnancy:
        return []
    one = Q(child__isnull=False, pregnancy__isnull=True) | Q(child__isnull=True, pregnancy__isnull=False)
    return [_entered(table, "child_or_pregnancy", one)]


def _pairs(table: Table) -> list[BaseConstraint]:
    """Who did it and when: both or neither."""
    return [
        _entered(table, by, reduce(or_, (Q(**{f"{by}__isnull": no, f"{on}__isnull": no}) for no in (True, False))))
        for by, on in who_and_when(table)
    ]


def _periods(table: Table) -> list[BaseConstraint]:
    """Days in order; an unknown day stands in none."""
    return [
        _entered(
            table,
            f"{start}_to_{end}",
            Q(**{f"{start}__isnull": True}) | Q(**{f"{end}__isnull": True}) | Q(**{f"{end}__gte": F(start)}),
        )
        for start, end in periods_of(table)
    ]


def _nhs_number() -> CheckConstraint:
    """Ten digits whose last is the check digit: weights 10 to 2, modulus 11 (NHS Data Dictionary)."""
    digits = [Cast(Substr("nhs_number", place, 1), IntegerField()) for place in range(1, 11)]
    total = reduce(add, (digit * Value(11 - place) for place, digit in enumerate(digits[:9], 1)))
    remainder = Mod(Value(11) - Mod(total, Value(11)), Value(11))
    is_right = Q(nhs_number__regex=r"^[0-9]{10}$") & Q(Exact(remainder, digits[9]))
    return CheckConstraint(condition=Q(nhs_number__isnull=True) | is_right, name="person_nhs_number")


def _father() -> CheckConstraint:
    """What is known of who a father is has to be said, whatever it is."""
    is_another = ~Q(role=str(RelationshipRole.BIRTH_FATHER))
    return CheckConstraint(
        condition=FROM_A_FEED | is_another | Q(identity_status__isnull=False), name="relationship_father_identity"
    )


def _one_lead() -> list[BaseConstraint]:
    """One open lead practitioner for a child, and one for all the children of a pregnancy."""
    leads = Q(lead=True, ended_on__isnull=True, voided_at__isnull=True, feed__isnull=True)
    return [
        UniqueConstraint(fields=[owner], condition=leads, name=f"involvement_one_lead_of_{owner}")
        for owner in ("child", "pregnancy")
    ]
