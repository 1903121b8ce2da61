"""Who a record is of: what may be seen of it by those who look after which records are of one person."""

from __future__ import annotations

from itertools import product

from lapwing.conduct.acting import Acting
from lapwing.conduct.permissions import NOT_HERE, Refused, may_read_although_restricted
from lapwing.conduct.policies import NotPossible
from lapwing.conduct.subjects import children_of
from lapwing.records import links
from lapwing.records.entries import entries
from lapwing.records.merging import LINKED, Same
from lapwing.records.models import Account, FamilyTie, SealedLink
from lapwing.records.particulars import withheld_people
from lapwing.records.store import CannotEnter, NoSuchEntry, current
from lapwing.vocabulary.codes import PARENTS

RESTRICTED = "One of these records is restricted. Somebody who may open it has to look at this."
OWN_FAMILY = "This is about your own family, so somebody else has to decide it."
WITHHELD = "Who one of these is is withheld for safety, and a link would show it."


def is_of_own_family(account: Account, table: str, key: str) -> bool:
    """Whether a record is of a child of somebody's own family, or of anybody around one."""
    return FamilyTie.objects.filter(account=account, child__in=children_of(table, [key])).exists()


def is_kept_from(account: Account, table: str, key: str) -> bool:
    """Whether a record is of a child whose record is restricted, or of somebody known through such records alone."""
    children = children_of(table, [key])
    own = children if table != "person" else _children_who_are(key)
    closed = {child for child in children if not may_read_although_restricted(account, child)}
    return not closed.isdisjoint(own) or (bool(children) and closed == children)


def is_withheld(table: str, key: str) -> bool:
    """Whether a record is of somebody who is withheld for safety in a child's record."""
    people = links.one_with("person", [key])
    return table == "person" and withheld_people().filter(person__in=people).exists()


def _children_who_are(person: str) -> set[str]:
    people = links.one_with("person", [person])
    return set(entries("child").filter(person__in=people).values_list("pk", flat=True))


def check_may_decide(by: Acting, table: str, *keys: str) -> None:
    """Refused where one of the records is of somebody's own family, or restricted and not for them."""
    _check_table(table)
    if entries(table).filter(pk__in=keys).count() < len(set(keys)):
        raise NoSuchEntry(NOT_HERE)
    if any(is_of_own_family(by.account, table, key) for key in keys):
        raise Refused(OWN_FAMILY)
    if any(is_kept_from(by.account, table, key) for key in keys):
        raise Refused(RESTRICTED)


def _check_table(table: str) -> None:
    if table not in LINKED:
        raise CannotEnter(f"table: needs one of {', '.join(LINKED)}.")


def check_can_be_one(same: Same) -> None:
    """NotPossible says why two records cannot be linked as things stand."""
    if links.kept(same.table, same.keep) == links.kept(same.table, same.other):
        raise NotPossible("These two are read as one already.")
    if links.standing_link(same.table, same.other) is not None:
        raise NotPossible(
            "This record is read as another already. Part it from that one first, or link the record as which it is read."
        )
    if any(is_withheld(same.table, key) for key in (same.keep, same.other)):
        raise NotPossible(WITHHELD)
    if are_sealed_apart(same.table, same.keep, same.other):
        raise NotPossible("These two are kept apart after an adoption, and cannot be linked.")
    if same.table == "child" and _are_siblings(same):
        raise NotPossible(
            "These are two children of one pregnancy by their order of birth. "
            "If one child was entered twice, correct the order of birth first."
        )
    if same.table == "person" and any(_is_parent(*pair) for pair in ((same.keep, same.other), (same.other, same.keep))):
        raise NotPossible("One of these is recorded as a parent of the other. If that is wrong, correct it first.")


def are_sealed_apart(table: str, one: str, other: str) -> bool:
    """Whether an adoption lies between two records."""
    if table == "pregnancy":
        return False
    ours, theirs = (
        links.one_with("child", [key]) if table == "child" else _children_who_are(key) for key in (one, other)
    )
    sealed = set(SealedLink.objects.filter(before__in=ours | theirs).values_list("before", "after"))
    return any(pair in sealed or pair[::-1] in sealed for pair in product(ours, theirs))


def _are_siblings(same: Same) -> bool:
    one, other = current("child", same.keep), current("child", same.other)
    orders = {one["birth_order"], other["birth_order"]}
    of_one = one["pregnancy_id"] is not None and one["pregnancy_id"] == other["pregnancy_id"]
    return of_one and None not in orders and len(orders) == 2


def _is_parent(person: str, of: str) -> bool:
    people, children = links.one_with("person", [person]), _children_who_are(of)
    pregnancies = list(entries("child").filter(pk__in=children).values_list("pregnancy", flat=True))
    parents = entries("relationship").filter(person__in=people, role__in=[str(role) for role in PARENTS])
    return (
        parents.filter(child__in=children).exists()
        or parents.filter(pregnancy__in=pregnancies).exists()
        or entries("pregnancy").filter(pk__in=pregnancies, mother__in=people).exists()
    )
