"""What counts of a theme in a review and for a child, as a table of cases."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from rooms import AT, Room, document_of

from lapwing.reviews.coding.anchors import anchor_again
from lapwing.reviews.coding.passages import assess, code_passage, finish, keep_passage, withdraw
from lapwing.reviews.coding.states import State, states_by_child, states_by_review, visible_codings
from lapwing.reviews.project.documents import keep_reading, stored_document
from lapwing.reviews.themes import keep_book, newest_book

LINES = ("1. The father was not seen.", "2. The mother was 16.")


class Coded(Room):
    """A review of two children in two documents, and how people code it."""

    def begin(self) -> None:
        self.about = self.review("Review 1", "Child A", "Child B")
        self.one = self.document("overview.txt", *LINES, review=self.about)
        self.two = self.document("summary.txt", LINES[0] + " ", review=self.about)

    def code(self, by: str, *children: str, theme: str = "fathers") -> int:
        return code_passage(
            self.project,
            document_id=self.one,
            start=3,
            end=27,
            theme=theme,
            coder_id=self.coder(by),
            at=AT,
            children=[self.child(label) for label in children],
        )

    def say(self, by: str, state: str, child: str = "") -> None:
        assess(
            self.project,
            document_id=self.one,
            theme="fathers",
            state=state,
            coder_id=self.coder(by),
            at=AT,
            child_id=self.child(child) if child else None,
            why="as the whole of it shows",
        )

    def finish(self, by: str) -> None:
        finish(self.project, document_id=self.one, coder_id=self.coder(by), at=AT)

    def settle(self, state: str, block: int | None = None) -> None:
        meant = stored_document(self.project, self.one).blocks[block - 1] if block else None
        passage_id = meant and keep_passage(self.project, document_id=self.one, start=meant.start, end=meant.end)
        self.project.insert(
            "adjudication",
            document_id=self.one,
            passage_id=passage_id,
            theme="fathers",
            state=state,
            why="talked over",
            coder_id=1,
            made_at="2026",
        )

    def read_anew(self, *lines: str) -> None:
        reading_id = keep_reading(self.project, self.one, document_of(*lines), AT)
        anchor_again(self.project, self.one, reading_id, AT)

    def round(self, locked: bool) -> None:
        self.project.insert(
            "coding_round", round_id=1, name="R", share=1, seed=1, strata="[]", version=1, coder_id=1, made_at="2026"
        )
        for name, at in (("Anna", "2026"), ("Bela", "2026" if locked else None)):
            self.project.insert("assignment", round_id=1, document_id=self.one, coder_id=self.coder(name), locked_at=at)

    def of_review(self, theme: str = "fathers") -> State:
        told = states_by_review(self.project, newest_book(self.project))
        return next(one.state for one in told if one.theme == theme)

    def of_children(self, theme: str = "fathers") -> list[State]:
        return [one.state for one in states_by_child(self.project, newest_book(self.project)) if one.theme == theme]


@pytest.fixture
def coded(room: Room) -> Coded:
    room.__class__ = Coded
    assert isinstance(room, Coded)
    room.begin()
    return room


PRESENT, ABSENT, NOT_ASSESSED, DISPUTED = State.PRESENT, State.ABSENT, State.NOT_ASSESSED, State.DISPUTED
CASES: list[tuple[str, Callable[[Coded], object], State, list[State]]] = [
    ("nobody has said anything", lambda one: None, NOT_ASSESSED, [NOT_ASSESSED, NOT_ASSESSED]),
    ("a passage is coded", lambda one: one.code("Anna"), PRESENT, [PRESENT, PRESENT]),
    ("a passage about one child", lambda one: one.code("Anna", "Child A"), PRESENT, [PRESENT, NOT_ASSESSED]),
    (
        "a passage about one child, and the document finished",
        lambda one: (one.code("Anna", "Child A"), one.finish("Anna")),
        PRESENT,
        [PRESENT, ABSENT],
    ),
    ("looked for and not found", lambda one: one.say("Anna", "absent"), ABSENT, [ABSENT, ABSENT]),
    ("finished without a passage", lambda one: one.finish("Anna"), ABSENT, [ABSENT, ABSENT]),
    (
        "finished, but this theme was not looked for",
        lambda one: (one.finish("Anna"), one.say("Anna", "not assessed")),
        NOT_ASSESSED,
        [NOT_ASSESSED, NOT_ASSESSED],
    ),
    (
        "absent in general, present for one child",
        lambda one: (one.say("Anna", "absent"), one.say("Anna", "present", "Child B")),
        PRESENT,
        [ABSENT, PRESENT],
    ),
    (
        "a change of mind",
        lambda one: (one.say("Anna", "absent"), one.say("Anna", "present")),
        PRESENT,
        [PRESENT, PRESENT],
    ),
    (
        "one found it and another did not",
        lambda one: (one.code("Anna"), one.finish("Anna"), one.finish("Bela")),
        DISPUTED,
        [DISPUTED, DISPUTED],
    ),
    (
        "one found it and another has not finished",
        lambda one: (one.code("Anna"), one.code("Bela", theme="fragility")),
        PRESENT,
        [PRESENT, PRESENT],
    ),
    (
        "settled for the document",
        lambda one: (one.code("Anna"), one.finish("Bela"), one.settle("absent")),
        ABSENT,
        [ABSENT, ABSENT],
    ),
    (
        "settled for the paragraph: it is there",
        lambda one: (one.code("Anna"), one.finish("Bela"), one.settle("present", 1)),
        PRESENT,
        [PRESENT, PRESENT],
    ),
    (
        "settled for the paragraph: it is not there",
        lambda one: (one.code("Anna"), one.finish("Anna"), one.finish("Bela"), one.settle("absent", 1)),
        ABSENT,
        [ABSENT, ABSENT],
    ),
    (
        "settled for another paragraph",
        lambda one: (one.code("Anna"), one.finish("Bela"), one.settle("absent", 2)),
        DISPUTED,
        [DISPUTED, DISPUTED],
    ),
    (
        "settled for a paragraph that is about one child: it is there",
        lambda one: (one.code("Anna", "Child A"), one.finish("Anna"), one.finish("Bela"), one.settle("present", 1)),
        PRESENT,
        [PRESENT, ABSENT],
    ),
    (
        "settled for the paragraph, before which a new reading finds another",
        lambda one: (
            one.code("Anna"),
            one.finish("Anna"),
            one.finish("Bela"),
            one.settle("absent", 1),
            one.read_anew("0. What this is about.", *LINES),
        ),
        ABSENT,
        [ABSENT, ABSENT],
    ),
    (
        "settled for the paragraph, which a new reading has lost",
        lambda one: (
            one.code("Anna"),
            one.finish("Bela"),
            one.settle("absent", 1),
            one.settle("present", 1),
            one.read_anew("1. Quite other words stand here."),
        ),
        DISPUTED,
        [DISPUTED, DISPUTED],
    ),
    (
        "sealed in an open round",
        lambda one: (one.code("Bela"), one.code("Anna"), one.round(locked=False)),
        NOT_ASSESSED,
        [NOT_ASSESSED, NOT_ASSESSED],
    ),
    (
        "a round that all have locked",
        lambda one: (one.code("Anna"), one.round(locked=True)),
        PRESENT,
        [PRESENT, PRESENT],
    ),
]


@pytest.mark.parametrize(("done", "review", "children"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_what_counts(coded: Coded, done: Callable[[Coded], object], review: State, children: list[State]) -> None:
    done(coded)
    assert (coded.of_review(), coded.of_children()) == (review, children)


def test_a_coding_taken_back_does_not_count(coded: Coded) -> None:
    withdraw(coded.project, coding_id=coded.code("Anna"), coder_id=coded.coder("Anna"), why="wrong", at=AT)
    assert coded.of_review() is NOT_ASSESSED


def test_each_coder_sees_their_own_sealed_work_alone(coded: Coded) -> None:
    anna, bela = coded.code("Anna"), coded.code("Bela")
    coded.round(locked=False)
    seen = {
        name: [row["coding_id"] for row in visible_codings(coded.project, coded.coder(name))]
        for name in ("Anna", "Bela")
    }
    assert seen == {"Anna": [anna], "Bela": [bela]}
    assert visible_codings(coded.project) == []


def test_a_theme_is_present_where_one_below_it_is(coded: Coded) -> None:
    book = newest_book(coded.project)
    under = [replace(theme, parent="fathers" if theme.code == "fragility" else "") for theme in book.themes]
    keep_book(coded.project, under, name="Ours", why="", coder_id=1, at=AT)
    coded.code("Anna", theme="fragility")
    assert coded.of_review("fathers") is PRESENT


def test_what_was_settled_of_a_theme_goes_up_to_the_one_above_it(coded: Coded) -> None:
    book = newest_book(coded.project)
    above = replace(book["fathers"], code="men", name="Men in the family", guid="")
    under = [above, *(replace(theme, parent="men" if theme.code == "fathers" else "") for theme in book.themes)]
    keep_book(coded.project, under, name="Ours", why="", coder_id=1, at=AT)
    coded.code("Anna")
    coded.finish("Bela")
    coded.settle("present", 1)
    assert (coded.of_review("fathers"), coded.of_review("men")) == (PRESENT, PRESENT)


@pytest.mark.parametrize("state", [PRESENT, ABSENT])
def test_what_was_settled_of_a_theme_counts_for_the_one_that_takes_it_in(coded: Coded, state: State) -> None:
    coded.code("Anna")
    coded.finish("Anna")
    coded.finish("Bela")
    coded.settle(state, 1)
    book = newest_book(coded.project)
    wider = replace(book["fathers"], code="men", name="Men in the family", guid="", takes_in=("fathers",))
    kept = [wider, *(theme for theme in book.themes if theme.code != "fathers")]
    keep_book(coded.project, kept, name="Ours", why="", coder_id=1, at=AT)
    assert coded.of_review("men") is (PRESENT if state is PRESENT else NOT_ASSESSED)


def test_finishing_says_nothing_of_a_theme_that_came_later(coded: Coded) -> None:
    book = newest_book(coded.project)
    coded.finish("Anna")
    added = [*book.themes, replace(book["fathers"], code="uncles", name="Uncles were left out", guid="")]
    keep_book(coded.project, added, name="Ours", why="", coder_id=1, at=AT)
    assert (coded.of_review("fathers"), coded.of_review("uncles")) == (ABSENT, NOT_ASSESSED)
