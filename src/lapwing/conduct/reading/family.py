"""The other children of a family: those who share a parent or live with the same people, as far as they are in sight."""

from __future__ import annotations

from collections.abc import Iterable

from django.db.models import Q

from lapwing.conduct.acting import Acting
from lapwing.conduct.may import READ
from lapwing.conduct.reading.calling import Named, named
from lapwing.conduct.reading.lists import in_sight
from lapwing.conduct.reading.record import open_child
from lapwing.conduct.reading.shown import named_before
from lapwing.records import links
from lapwing.records.entries import entries
from lapwing.vocabulary.codes import PARENTS, IdentityStatus, RelationshipRole

OF_FAMILY = Q(role__in=[str(role) for role in (*PARENTS, RelationshipRole.ADOPTIVE_PARENT)]) | Q(lives_with_child=True)
"""Relationships that make a family: parents, and whoever lives with the child."""
WITHHELD = Q(identity_status=str(IdentityStatus.WITHHELD_FOR_SAFETY))


@links.asked_once()
def family_of(*, by: Acting, child: str) -> list[Named]:
    """The other children in sight who share a parent or a household with this child, by name.

    Nobody is found through somebody who is withheld for safety, on this record or on theirs. Whoever is out of sight is
    not told of, nor that there is anybody; a record that has ended is left out. Whoever was given this one record sees no
    other.
    """
    open_child(by, child, "family")
    own = links.one_with("child", [child])
    around = _children_around(_around(own))
    withheld = _withheld(own.union(around))
    found = {other for other, people in around.items() if people - withheld}
    seen = in_sight(by, among=links.one_with("child", found) - own) if by.account.role in READ else set()
    who = (one for one in named(seen).values() if not one.has_ended)
    return sorted(who, key=lambda one: (one.called.casefold(), one.child))


def _about(children: Iterable[str]) -> Q:
    """Rows about these children or about the pregnancies of which they were expected."""
    every = list(children)
    expected = entries("child").filter(pk__in=every, pregnancy__isnull=False).values_list("pregnancy", flat=True)
    return Q(child__in=every) | Q(pregnancy__in=links.one_with("pregnancy", expected))


def _around(own: Iterable[str]) -> set[str]:
    """A child's mother and parents, and those who live with it."""
    related = entries("relationship").filter(_about(own), OF_FAMILY, person__isnull=False, ended_on__isnull=True)
    mothers = entries("child").filter(pk__in=own, pregnancy__mother__isnull=False)
    people = {*related.values_list("person", flat=True), *mothers.values_list("pregnancy__mother", flat=True)}
    return links.one_with("person", people)


def _children_around(people: Iterable[str]) -> dict[str, set[str]]:
    """The children of whom these people are parents or with whom they live: through whom, by child."""
    some = set(people)
    found: dict[str, set[str]] = {}
    for child, mother in entries("child").filter(pregnancy__mother__in=some).values_list("pk", "pregnancy__mother"):
        found.setdefault(child, set()).add(mother)
    related = entries("relationship").filter(OF_FAMILY, person__in=some, ended_on__isnull=True)
    rows = list(related.values_list("child", "pregnancy", "person"))
    expected = _expected_of({pregnancy for _, pregnancy, _ in rows} - {None})
    for one, pregnancy, person in rows:
        for child in [one] if one is not None else expected.get(pregnancy, []):
            found.setdefault(child, set()).add(person)
    return found


def _expected_of(pregnancies: Iterable[str]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for child, pregnancy in entries("child").filter(pregnancy__in=pregnancies).values_list("pk", "pregnancy"):
        found.setdefault(pregnancy, []).append(child)
    return found


def _withheld(children: Iterable[str]) -> set[str]:
    """Whom the records of these children withhold for safety, under whichever key."""
    withheld = dict(entries("relationship").filter(_about(children), WITHHELD).values_list("pk", "person"))
    return links.one_with("person", named_before(withheld) | set(withheld.values()) - {None})
