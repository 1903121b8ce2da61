"""Verbs: two records that are of one person, child or pregnancy, or are not; other names that people have had."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from lapwing.conduct import reconciling
from lapwing.conduct.acting import Acting
from lapwing.conduct.at_work import at_work, record_has_ended
from lapwing.conduct.identities import check_can_be_one, check_may_decide
from lapwing.conduct.may import FRONT_LINE, STEWARDS
from lapwing.conduct.notifications import account_of
from lapwing.conduct.permissions import NOT_HERE
from lapwing.conduct.policies import WHY, NotPossible, check_says
from lapwing.conduct.subjects import children_of
from lapwing.conduct.verb import verb
from lapwing.records import links
from lapwing.records.linking import following, following_without, keys_of
from lapwing.records.merging import Same
from lapwing.records.models import PossibleMatch, Reconciliation
from lapwing.records.store import CannotEnter, NoSuchEntry, in_words
from lapwing.vocabulary.codes import NameKind

LINKED_ANEW = "The records were linked with another; what contradicts itself now is listed anew."
PARTED = "The records were parted."


class MoreFollows(NotPossible):
    """What was decided leads to more that was not confirmed with it; `links` has all that has to be."""

    def __init__(self, what: str, links: Sequence[Same]) -> None:
        self.links = tuple(links)
        tables = ", ".join(f"{in_words(link.table)} {link.other}" for link in links) or "nothing"
        super().__init__(f"{what} Look at them, and name in `also`: {tables}.")


@verb(may=STEWARDS)
def confirm_same(
    *, by: Acting, on: date, table: str, keep: str, other: str, why: str, also: list[str] | None = None
) -> None:
    """Confirms that two records are of one person, child or pregnancy: from now on `other` is read as `keep`.

    A child is one person, born of one pregnancy: whatever else is one by this has to be named in `also`, each as its
    table and the key that will be read as another ("pregnancy 3f2a").
    """
    same = Same(table, other, keep)
    check_says(why, "why", WHY)
    check_may_decide(by, table, keep, other)
    check_can_be_one(same)
    more = following([same])
    _check_all_named(more, also, "This means that other records are one too.")
    for one in more:
        check_may_decide(by, one.table, one.keep, one.other)
        check_can_be_one(one)
    made = links.link(same, by=by.account, at=by.at, why=why)
    for one in more:
        links.link(one, by=by.account, at=by.at, why=why, along_with=made)
    _settle(by, [same, *more], is_same=True, why=why)
    reconciling.list_contradictions(keys_of([same, *more]), by=by, why=LINKED_ANEW)
    _tell_those_at_work(
        by, [same, *more], "Two records of a child whom you work with are read as one from now on. Look at it."
    )


@verb(may=STEWARDS)
def say_not_same(*, by: Acting, on: date, table: str, one: str, other: str, why: str) -> None:
    """Records that two records are of two people, so that they are not proposed again."""
    check_says(why, "why", WHY)
    check_may_decide(by, table, one, other)
    if links.kept(table, one) == links.kept(table, other):
        raise NotPossible("These two are read as one. If they are not, part them.")
    _settle(by, [Same(table, other, one)], is_same=False, why=why)


@verb(may=STEWARDS)
def part(*, by: Acting, on: date, table: str, other: str, why: str, also: list[str] | None = None) -> None:
    """Parts a record from the one as which it is read; both stand whole again.

    Links that were confirmed along with this one end with it, and have to be named in `also` as they were then.
    """
    check_says(why, "why", WHY)
    check_may_decide(by, table, other)
    link = links.standing_link(table, other)
    if link is None:
        raise NotPossible("This record is read as no other.")
    along = links.along_with(link)
    ended = [Same(one.table, one.other, one.keep) for one in (link, *along)]
    _check_all_named(ended[1:], also, "Other records were linked along with these.")
    for one in ended:
        check_may_decide(by, one.table, one.keep, one.other)
    if following_without(ended):
        raise NotPossible("These are one because other records of theirs are. Part those first.")
    _settle(by, ended, is_same=False, why=why)
    _tell_those_at_work(by, ended, "Two records that were read as one child's are two again. Look at yours.")
    keys = {name: links.one_with(name, own) for name, own in keys_of(ended).items()}
    for ending in (link, *along):
        links.end_link(ending, by=by.account, at=by.at, why=why)
    reconciling.list_contradictions(keys, by=by, why=PARTED)


@verb(may=STEWARDS)
def settle_contradiction(*, by: Acting, on: date, reconciliation: int, outcome: str) -> None:
    """Settles a place where records contradict each other: what was put right, or why both stand."""
    check_says(outcome, "outcome", WHY)
    found = Reconciliation.objects.select_for_update().filter(pk=reconciliation).first()
    if found is None:
        raise NoSuchEntry(NOT_HERE)
    if found.settled_at is not None:
        raise NotPossible("This was settled already.")
    reconciling.check_may_settle(found, by=by)
    reconciling.settle(found, by, outcome)
    by.note(table=found.table, key=found.key, columns=found.columns)


@verb(may=FRONT_LINE)
def record_other_name(
    *,
    by: Acting,
    on: date,
    person: str,
    kind: NameKind | None = None,
    given_name: str | None = None,
    family_name: str | None = None,
    from_on: date | None = None,
    until_on: date | None = None,
) -> str:
    """Records another name that somebody has had or goes by, so that their records are found under it; its key."""
    if not (given_name or "").strip() and not (family_name or "").strip():
        raise CannotEnter("Give the other given name, the other family name, or both.")
    return by.enter(
        "other_name",
        person_id=person,
        kind=kind,
        given_name=given_name,
        family_name=family_name,
        from_on=from_on,
        until_on=until_on,
    )


def _check_all_named(more: Sequence[Same], also: Iterable[str] | None, what: str) -> None:
    if {f"{link.table} {link.other}" for link in more} != set(also or ()):
        raise MoreFollows(what if more else "Nothing else follows from this.", more)


def _settle(by: Acting, pairs: Sequence[Same], *, is_same: bool, why: str) -> None:
    """Keeps what was decided of each pair, and says whose findings may change."""
    for pair in pairs:
        one, other = sorted((pair.keep, pair.other))
        decided = {"is_same": is_same, "decided_by": by.account, "decided_at": by.at, "decision_says": why}
        PossibleMatch.objects.update_or_create(
            table=pair.table,
            one=one,
            other=other,
            defaults=decided,
            create_defaults={**decided, "found_at": by.at},
        )
        by.concerns(*children_of(pair.table, [pair.keep, pair.other]))
    by.note(pairs=[[pair.table, pair.keep, pair.other] for pair in pairs], same=is_same, why=why)


def _tell_those_at_work(by: Acting, pairs: Sequence[Same], what: str) -> None:
    """Tells whoever works with a child, on either record while they are one; nobody once there is nothing to work on."""
    for child in (pair.keep for pair in pairs if pair.table == "child"):
        if not record_has_ended(child, None):
            for practitioner in at_work(child, None).values_list("practitioner", flat=True):
                by.tell(account_of(practitioner), what, child=child, table="child", key=child)
