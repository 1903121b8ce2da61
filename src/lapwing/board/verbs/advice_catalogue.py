"""The advice that agencies give parents: its wording, whether parents understood it, and whether all say the same."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from lapwing.board.owning import check_in_use, check_may_keep, check_number, plan_action
from lapwing.conduct.acting import Acting
from lapwing.conduct.may import BOARD, PARTNERS
from lapwing.conduct.policies import WHY, NotPossible, check_says
from lapwing.conduct.verb import verb
from lapwing.records.entries import entries
from lapwing.records.store import CannotEnter, current
from lapwing.vocabulary.board.lists import joined, parted
from lapwing.vocabulary.board.register_codes import ParentGroup, SameMessage
from lapwing.vocabulary.care_codes import AdviceTopic


@verb(may=PARTNERS)
def list_advice(
    *,
    by: Acting,
    owner_agency: str,
    name: str,
    topics: list[AdviceTopic],
    made_for: list[ParentGroup],
    review_on: date,
    languages: str | None = None,
    easy_read: bool | None = None,
    edition: str | None = None,
    keeper_account: int | None = None,
    wording: str | None = None,
    link: str | None = None,
) -> str:
    """Enters an item of advice to parents as an agency gives it; its key."""
    check_may_keep(by, owner_agency)
    return by.enter(
        "advice_item",
        owner_agency_id=owner_agency,
        **_said(name, topics, made_for),
        review_on=review_on,
        languages=languages,
        easy_read=easy_read,
        edition=edition,
        keeper_account_id=keeper_account,
        wording=wording,
        link=link,
    )


@verb(may=PARTNERS)
def revise_advice(
    *,
    by: Acting,
    advice_item: str,
    name: str,
    topics: list[AdviceTopic],
    made_for: list[ParentGroup],
    review_on: date,
    languages: str | None = None,
    easy_read: bool | None = None,
    edition: str | None = None,
    keeper_account: int | None = None,
    wording: str | None = None,
    link: str | None = None,
    seen: int | None = None,
) -> None:
    """Puts an item of advice right, or enters its next version; the versions before it are kept."""
    _of_ones_own(by, advice_item)
    by.amend(
        "advice_item",
        advice_item,
        seen=seen,
        **_said(name, topics, made_for),
        review_on=review_on,
        languages=languages,
        easy_read=easy_read,
        edition=edition,
        keeper_account_id=keeper_account,
        wording=wording,
        link=link,
    )


@verb(may=PARTNERS)
def withdraw_advice(*, by: Acting, on: date, advice_item: str, why: str, seen: int | None = None) -> None:
    """Records that an item of advice is no longer given, and why."""
    check_says(why, "why", WHY)
    _of_ones_own(by, advice_item)
    by.amend("advice_item", advice_item, seen=seen, why=why, withdrawn_on=on)


@verb(may=PARTNERS)
def record_advice_test(
    *,
    by: Acting,
    on: date,
    advice_item: str,
    tested_by: str,
    asked: int,
    says: str,
    changed: str | None = None,
) -> str:
    """Records that parents were asked what an item of advice tells them, by whom and how many; the key. It names nobody."""
    check_says(tested_by, "tested_by", "who asked them")
    check_says(says, "says", "what they understood, in words")
    check_number(asked, "asked", least=1)
    _of_ones_own(by, advice_item)
    return by.enter(
        "advice_test",
        advice_item_id=advice_item,
        tested_on=on,
        tested_by=tested_by,
        asked=asked,
        says=says,
        changed=changed,
    )


@verb(may=BOARD)
def compare_advice(
    *, by: Acting, on: date, topic: AdviceTopic, result: SameMessage, differs_in: str | None = None
) -> str:
    """Records that one read what the agencies tell parents on a topic side by side, and whether it is the same; the key."""
    if result is SameMessage.DIFFERS:
        check_says(differs_in, "differs_in", "in what they differ, in words")
    read = [row for row in _in_use() if topic in parted(row["topics"], AdviceTopic)]
    if len({row["owner_agency_id"] for row in read}) < 2:
        raise NotPossible("Fewer than two agencies have an item on this topic, so that there is nothing to compare.")
    return by.enter(
        "advice_comparison",
        topic=topic,
        compared_by_account_id=by.account.pk,
        compared_on=on,
        result=result,
        differs_in=differs_in,
        read="; ".join(" ".join(filter(None, (row["name"], row["edition"]))) for row in read),
    )


@verb(may=PARTNERS)
def plan_for_advice_gap(
    *, by: Acting, topic: AdviceTopic, group: ParentGroup, says: str, account: int, due_on: date
) -> str:
    """Gives somebody the action of filling a gap: a topic on which there is no advice for parents of a kind; its key."""
    return plan_action(by, lesson="B53.1", key=f"advice:{topic}:{group}", says=says, account=account, due_on=due_on)


def _said(name: str, topics: list[AdviceTopic], made_for: list[ParentGroup]) -> Mapping[str, Any]:
    """What stands of every item, looked at as it is entered."""
    check_says(name, "name", "what it is called")
    if not topics or not made_for:
        raise CannotEnter("topics: needs what it is about, and made_for for whom it is; choose at least one of each.")
    return {"name": name, "topics": joined(topics), "made_for": joined(made_for)}


def _of_ones_own(by: Acting, advice_item: str) -> None:
    was = current("advice_item", advice_item)
    check_may_keep(by, was["owner_agency_id"])
    check_in_use(was["withdrawn_on"])


def _in_use() -> list[dict[str, Any]]:
    used = entries("advice_item").filter(withdrawn_on__isnull=True).order_by("name", "pk")
    return list(used.values("owner_agency_id", "name", "edition", "topics"))
