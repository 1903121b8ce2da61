"""What the stored records say of who people are, for comparing: as each record stands by itself, whatever it is linked to.

Left out are voided entries, places that are protected or a refuge, and everybody who is withheld for safety: a link could
show who they are.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from datetime import date
from typing import Any

from django.db.models import Q, QuerySet

from lapwing.records import links
from lapwing.records.entries import entries
from lapwing.records.matching import Particulars
from lapwing.records.merging import grouped
from lapwing.records.unborn import UnbornParticulars
from lapwing.vocabulary.codes import AddressKind, IdentityStatus, RelationshipRole

COLUMNS = ("pk", "nhs_number", "family_name", "given_name", "born_on", "born_on_certainty", "sex")
AT_ONCE = 5_000
"""So many people are asked after in one statement."""

Several = dict[str, list[Any]]


def people_on_record(keys: Collection[str] | None = None) -> list[Particulars]:
    """The particulars of these people, or of everybody."""
    if keys is None:
        return list(_people(entries("person"), Q()))
    wanted = sorted(keys)
    batches = [wanted[start : start + AT_ONCE] for start in range(0, len(wanted), AT_ONCE)]
    return [one for some in batches for one in _people(entries("person").filter(pk__in=some), Q(person__in=some))]


def _people(people: QuerySet[Any], of_these: Q) -> Iterator[Particulars]:
    withheld = set(withheld_people().filter(of_these).values_list("person", flat=True))
    other_names, places, mothers = _other_names(of_these), _places(of_these), _mothers(of_these)
    for key, *said in people.exclude(pk__in=withheld).order_by("pk").values_list(*COLUMNS):
        number, family, given, born_on, sure, sex = said
        yield Particulars(
            key,
            number,
            family,
            given,
            tuple(other_names.get(key, ())),
            born_on,
            sure,
            sex,
            tuple(places.get(key, ())),
            mothers.get(key),
        )


def withheld_people() -> QuerySet[Any]:
    """The relationships that are withheld for safety and name somebody."""
    withheld = str(IdentityStatus.WITHHELD_FOR_SAFETY)
    return entries("relationship").filter(identity_status=withheld, person__isnull=False)


def _other_names(of_these: Q) -> Several:
    rows = entries("other_name").filter(of_these).order_by("pk").values_list("person", "given_name", "family_name")
    return _by_first((person, (given or "", family or "")) for person, given, family in rows)


def _places(of_these: Q) -> Several:
    protected = links.one_with("person", entries("person").filter(address_protected=True).values_list("pk", flat=True))
    open_to_all = entries("address").filter(of_these, postcode__isnull=False).exclude(protected=True)
    rows = open_to_all.exclude(kind=str(AddressKind.REFUGE)).order_by("pk").values_list("person", "postcode")
    return _by_first((person, postcode) for person, postcode in rows if person not in protected)


def _mothers(of_these: Q) -> dict[str, str]:
    """The mother of each person who is a child here, by the record as which hers is read."""
    kept = kept_by_other("person")
    children = entries("child").filter(of_these, person__isnull=False)
    found = dict(children.filter(pregnancy__mother__isnull=False).values_list("person", "pregnancy__mother"))
    by_child, by_pregnancy = _birth_mothers(children)
    for person, child, pregnancy in children.values_list("person", "pk", "pregnancy"):
        mother = found.get(person) or by_child.get(child) or by_pregnancy.get(pregnancy)
        if mother is not None:
            found[person] = kept.get(mother, mother)
    return found


def _birth_mothers(children: QuerySet[Any]) -> tuple[Mapping[str, str], Mapping[str, str]]:
    """The mothers of these children whom relationships name, by child and by pregnancy."""
    mothers = entries("relationship").filter(role=str(RelationshipRole.BIRTH_MOTHER), person__isnull=False)
    pregnancies = children.filter(pregnancy__isnull=False).values("pregnancy")
    return (
        dict(mothers.filter(child__in=children.values("pk")).values_list("child", "person")),
        dict(mothers.filter(pregnancy__in=pregnancies).values_list("pregnancy", "person")),
    )


def _by_first(pairs: Iterator[tuple[str, Any]]) -> Several:
    found: Several = {}
    for key, value in pairs:
        found.setdefault(key, []).append(value)
    return found


def kept_by_other(table: str) -> dict[str, str]:
    """The record as which each is read that is read as another."""
    groups = grouped(links.all_in_force()).get(table, {})
    return {other: root for root, members in groups.items() for other in members[1:]}


# Children known before birth


def unborn_on_record(keys: Collection[str] | None = None) -> list[UnbornParticulars]:
    """What is told of these children known before birth, or of all of them."""
    children = entries("child").filter(pregnancy__isnull=False)
    if keys is not None:
        children = children.filter(pk__in=list(keys))
    kept = kept_by_other("person")
    expected, (_, mothers) = _expected(children), _birth_mothers(children)
    columns = ("pk", "pregnancy", "birth_order", "pregnancy__mother", "pregnancy__known_on", "pregnancy__ended_on")
    return [
        UnbornParticulars(
            key,
            kept.get(mother, mother) if (mother := hers or mothers.get(pregnancy)) else None,
            pregnancy,
            order,
            expected.get(pregnancy),
            known_on,
            ended_on,
        )
        for key, pregnancy, order, hers, known_on, ended_on in children.order_by("pk").values_list(*columns)
    ]


def _expected(children: QuerySet[Any]) -> dict[str, date]:
    """When the birth of these children is expected, as last stated, by pregnancy."""
    of_these = children.values("pregnancy")
    stated = entries("expected_date").filter(
        pregnancy__in=of_these, superseded_on__isnull=True, expected_on__isnull=False
    )
    return dict(stated.order_by("stated_on", "pk").values_list("pregnancy", "expected_on"))
