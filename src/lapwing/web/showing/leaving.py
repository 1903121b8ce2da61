"""What somebody who leaves has left behind, in words, with the forms by which each part is given to somebody else."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from lapwing.conduct.acting import Acting
from lapwing.conduct.reading import Leaver, LeftChild, LeftEntry, PractitionerListed
from lapwing.vocabulary.records import TABLES
from lapwing.web.showing.offers import Offer, to_do
from lapwing.web.templating import address, in_words
from lapwing.web.words.of_tables import table_words

HANDED_ON_BY = {
    "action": (("reassign_action", "Give it to somebody else"),),
    "assessment": (("hand_on_assessment", "Give it to somebody else to lead"),),
    "plan": (("hand_on_plan", "Give it to somebody else to lead"),),
    "hand_over": (("accept_hand_over", "Accept it yourself"), ("decline_hand_over", "Decline it and say why")),
}
"""By which verbs each is given on; where there is none, one goes to its page, where whoever takes it over acts on it."""
WHY = {
    "involvement": "Name who works with the child in their place. When that person has begun, end this part.",
    "referral": "Nobody has answered it. Somebody at your agency has to follow it up.",
    "disagreement": "It has not ended. Somebody at your agency has to see it through.",
    "hand_over": "It was put to them and waits for an answer.",
}


@dataclass(frozen=True)
class Part:
    """One thing that is with whoever leaves: what it is, what has to be done, and the forms that do it."""

    title: str
    href: str
    why: str
    leads: bool
    offers: tuple[Offer, ...]


@dataclass(frozen=True)
class OfChild:
    """A child's part of it."""

    called: str
    href: str
    parts: tuple[Part, ...]


@dataclass(frozen=True)
class Left:
    """Somebody who leaves, and what is with them."""

    name: str
    post: str
    since: str
    children: tuple[OfChild, ...]


def leavers(by: Acting, found: Iterable[Leaver]) -> list[Left]:
    """Each of them, in words."""
    return [_left(by, one) for one in found]


def _left(by: Acting, one: Leaver) -> Left:
    who = one.practitioner
    since = f"Last day in the post: {in_words(one.left_on)}" if one.left_on else "Still in the post"
    post = ", ".join(part for part in (who.role, who.team) if part)
    return Left(who.name, post, since, tuple(_of_child(by, child) for child in one.children))


def _of_child(by: Acting, one: LeftChild) -> OfChild:
    child = one.child.child
    return OfChild(one.child.called, address("child", child), tuple(_part(by, child, entry) for entry in one.entries))


def _part(by: Acting, child: str, one: LeftEntry) -> Part:
    words = table_words(one.table)
    kind = one.values.get("kind")
    codes = TABLES[one.table].column("kind").codes if kind is not None else None
    said = f": {codes.labels().get(str(kind), kind)}" if codes is not None else ""
    return Part(
        title=f"{words.one[0].upper()}{words.one[1:]}{said}",
        href=address("entry", child, one.table, one.key),
        why=WHY.get(one.table, ""),
        leads=bool(one.values.get("lead")),
        offers=tuple(_offers(by, child, one)),
    )


def _offers(by: Acting, child: str, one: LeftEntry) -> Iterable[Offer]:
    back: dict[str, Any] = {"next": address("handing_on")}
    if one.table == "involvement":
        yield Offer(
            "Name who works with the child instead",
            to_do("begin_involvement", child, agency=by.agency or "", **back),
            "",
        )
        yield Offer("End their part", to_do("end_involvement", child, involvement=one.key, **back), "")
    for verb, text in HANDED_ON_BY.get(one.table, ()):
        yield Offer(text, to_do(verb, child, **{one.table: one.key}, **back), "")


def colleagues_listed(colleagues: Iterable[PractitionerListed], chosen: str | None) -> list[dict[str, Any]]:
    """The choices of a list of colleagues."""
    nobody = {"value": "", "text": "Whoever has left", "selected": chosen is None}
    return [nobody, *(_choice(one, chosen) for one in colleagues)]


def _choice(one: PractitionerListed, chosen: str | None) -> dict[str, Any]:
    said = ", ".join(part for part in (one.name, one.role) if part)
    return {"value": one.practitioner, "text": said, "selected": one.practitioner == chosen}
