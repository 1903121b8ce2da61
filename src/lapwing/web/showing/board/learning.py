"""Items of learning on their pages: what there is to do next, and where each link of a chain leads."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from urllib.parse import urlencode

from lapwing.board.learning import Stage
from lapwing.board.reading.learning import ItemShown
from lapwing.board.reading.tracing import Link
from lapwing.conduct.acting import Acting
from lapwing.conduct.verb import VERBS
from lapwing.web.showing.offers import Offer
from lapwing.web.templating import address
from lapwing.web.words import words_of

TAGS: Mapping[Stage, str] = {
    Stage.NO_CHECK: "lw-tag--cannot-tell",
    Stage.IN_PRACTICE: "lw-tag--due-soon",
    Stage.CHECK_DUE: "lw-tag--not-met",
    Stage.REOPENED: "lw-tag--not-met",
    Stage.WORKED: "lw-tag--met",
    Stage.SET_ASIDE: "",
}
PAGES: Mapping[str, str] = {
    "measure": "board_trace",
    "lesson": "board_trace",
    "learning_item": "board_learning_item",
    "board_action": "board_action",
    "briefing": "board_briefing",
}
"""The page of each kind of thing in a chain."""
LACKS_LESSON = "Say first to which lesson of the report this belongs."
LACKS_ACTION = "What was done did not work. Give a new action, then choose the next practice check."


def leads_to(one: Link) -> str:
    """Where a link of a chain leads; empty where it has no page."""
    return address(PAGES[one.leads_to], one.key) if one.key else ""


def do(verb: str, after: str, **given: str) -> str:
    """The form of a verb, with the page to come back to."""
    return f"{address('do_anywhere', verb)}?{urlencode({**given, 'next': after})}"


def lacking(one: ItemShown) -> str:
    """What an item lacks before a practice check can be chosen."""
    if one.item.stage is Stage.NO_CHECK and not one.item.lessons:
        return LACKS_LESSON
    open_actions = [action for action in one.actions if action.stands.is_open]
    return LACKS_ACTION if one.item.stage is Stage.REOPENED and not open_actions else ""


def offered(one: ItemShown, by: Acting) -> list[Offer]:
    """What this reader can do with an item as it stands, what comes next first."""
    if not one.item.stage.is_open:
        return []
    return [offer for verb, offer in _every(one) if by.account.role in VERBS[verb].may]


def _every(one: ItemShown) -> Iterator[tuple[str, Offer]]:
    item = {"learning_item": one.item.key}
    if one.item.stage in (Stage.NO_CHECK, Stage.REOPENED) and not lacking(one):
        yield _offer("choose_practice_check", one, **item)
    if one.item.stage in (Stage.CHECK_DUE, Stage.IN_PRACTICE):
        yield _offer("state_effect", one, practice_check=one.checks[-1].key)
    source = {"arises_from": one.arises_from, "lesson": one.item.lessons[0].id if one.item.lessons else ""}
    yield _offer("give_board_action", one, **item, **source)
    if not one.briefings:
        yield _offer("write_briefing", one, **item)
    yield _offer("revise_learning_item", one, **item)
    yield _offer("set_learning_aside", one, **item)


def _offer(verb: str, one: ItemShown, **given: str) -> tuple[str, Offer]:
    after = address("board_learning_item", one.item.key)
    return verb, Offer(words_of(verb).title, do(verb, after, **given), words_of(verb).hint)
