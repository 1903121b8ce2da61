"""Actions of the partnership on their pages: which are shown, how each stands in words, and what may be done with it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from lapwing.board.reading.board_actions import BoardAction, Stands
from lapwing.conduct.acting import Acting
from lapwing.conduct.verb import VERBS
from lapwing.vocabulary.board.codes import ArisesFrom
from lapwing.web.showing.offers import Offer
from lapwing.web.templating import address, in_words
from lapwing.web.words import words_of

TAGS: Mapping[Stands, str] = {
    Stands.UNACCEPTED: "lw-tag--not-met",
    Stands.HANDED_BACK: "lw-tag--not-met",
    Stands.ACCEPTED: "lw-tag--due-soon",
    Stands.DONE: "lw-tag--met",
    Stands.DROPPED: "",
}
HEADS = ("Action", "Who", "Agency", "By", "How it stands", "Out of", "Lesson", "What shows it")
EVERY = ("", "All")


@dataclass(frozen=True)
class Asked:
    """What the address asks for: actions of which agency, for which lesson, out of what; and of them those that are open."""

    agency: str = ""
    lesson: str = ""
    out_of: str = ""
    stands: str = "open"

    def fits(self, one: BoardAction) -> bool:
        """Whether an action is among them."""
        return (
            self.agency in ("", one.agency)
            and self.lesson in ("", one.lesson)
            and self.out_of in ("", one.arises_from_code)
            and {"open": one.stands.is_open, "overdue": one.is_overdue, "over": not one.stands.is_open}.get(
                self.stands, True
            )
        )

    @property
    def said(self) -> str:
        """The same, for an address."""
        return urlencode({"agency": self.agency, "lesson": self.lesson, "out_of": self.out_of, "stands": self.stands})


def asked_by(given: Mapping[str, str]) -> Asked:
    """What an address asks for."""
    return Asked(given.get("agency", ""), given.get("lesson", ""), given.get("out_of", ""), given.get("stands", "open"))


def filters(every: Sequence[BoardAction], asked: Asked) -> dict[str, list[dict[str, Any]]]:
    """The choices, of what there is."""
    stands = (("open", "Open"), ("overdue", "Overdue"), ("over", "Done or given up"), EVERY)
    return {
        "stands": _choices(stands, asked.stands),
        "agency": _choices([EVERY, *_once(one.agency for one in every)], asked.agency),
        "lesson": _choices([EVERY, *_once(one.lesson for one in every)], asked.lesson),
        "out_of": _choices([EVERY, *ArisesFrom.labels().items()], asked.out_of),
    }


def _once(some: Iterable[str]) -> list[tuple[str, str]]:
    return [(one, one) for one in sorted(set(some) - {""})]


def _choices(some: Iterable[tuple[str, str]], chosen: str) -> list[dict[str, Any]]:
    return [{"value": value, "text": text, "selected": value == chosen} for value, text in some]


def stands_in_words(one: BoardAction) -> str:
    """How an action stands: Accepted, overdue."""
    return f"{one.stands}{', overdue' if one.is_overdue else ''}"


def row(one: BoardAction) -> tuple[str, ...]:
    """An action as a line of a table."""
    return (
        one.says,
        one.owner or "Nobody by name",
        one.agency,
        in_words(one.due_on),
        stands_in_words(one),
        one.learning_title or one.arises_from,
        one.lesson,
        one.evidence or one.reason,
    )


OF_ITS_OWNER = ("accept_board_action", "complete_board_action", "hand_back_board_action")
OF_WHO_STEERS = ("reassign_board_action", "drop_board_action")


def offered(one: BoardAction, by: Acting) -> list[Offer]:
    """What this reader can do with an action."""
    return [Offer(words_of(verb).title, _form(verb, one), "") for verb in _makes_sense(one) if _is_for(verb, one, by)]


def _makes_sense(one: BoardAction) -> list[str]:
    if not one.stands.is_open:
        return []
    own = {
        Stands.UNACCEPTED: ["accept_board_action", "hand_back_board_action"],
        Stands.ACCEPTED: ["complete_board_action", "hand_back_board_action"],
    }
    return [*own.get(one.stands, []), *OF_WHO_STEERS]


def _is_for(verb: str, one: BoardAction, by: Acting) -> bool:
    return one.is_mine if verb in OF_ITS_OWNER else by.account.role in VERBS[verb].may


def _form(verb: str, one: BoardAction) -> str:
    here = address("board_action", one.key)
    return f"{address('do_anywhere', verb)}?{urlencode({'board_action': one.key, 'next': here})}"
