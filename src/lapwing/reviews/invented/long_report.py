"""A long report on many invented reviews, with findings and implications whose words, paragraphs and counts are known."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import Any

from lapwing.reviews.document import Kind
from lapwing.reviews.invented.facts import FIRST_DAY, LAST_DAY
from lapwing.reviews.invented.manuscript import Look, Manuscript, Writing
from lapwing.reviews.invented.pdf import Printed
from lapwing.reviews.invented.sentences import patterns
from lapwing.reviews.invented.wording import Chance, Wording, day_in_words, told
from lapwing.reviews.refusal import Refusal

WORDS_A_PAGE = 645
FRONT = 4
"""Pages that the title, the contents and the summary take."""
FEWEST_PAGES = 20
ALWAYS_ENDS = "."
PUBLISHED_ON = date(2011, 10, 26)


@dataclass(frozen=True)
class KeyFinding:
    """An item of the summary's lists, as it stands there and as it stands again in the body, with both paragraphs."""

    group: str
    paragraph: str
    words: str
    again_in: str
    again: str


@dataclass(frozen=True)
class Implication:
    """An item of a list after "... should:", as printed, with its audience and the number of the list's paragraph."""

    audience: str
    paragraph: str
    words: str
    topic: str


@dataclass(frozen=True)
class Statement:
    """A sentence of the body that says what the reviews have in common, with its paragraph's number."""

    paragraph: str
    words: str
    topic: str


@dataclass(frozen=True)
class LongReport:
    """The report, and what is known of it."""

    manuscript: Manuscript
    findings: tuple[KeyFinding, ...]
    implications: tuple[Implication, ...]
    statements: tuple[Statement, ...]

    def counts(self) -> dict[str, list[int]]:
        """By audience, how many implications there are at each place, in order."""
        found: dict[str, dict[str, int]] = {}
        for implication in self.implications:
            places = found.setdefault(implication.audience, {})
            places[implication.paragraph] = places.get(implication.paragraph, 0) + 1
        return {audience: list(places.values()) for audience, places in found.items()}

    def without_full_stop(self) -> list[Implication]:
        """Those whose full stop is lacking."""
        return [implication for implication in self.implications if not implication.words.endswith(ALWAYS_ENDS)]

    def reworded(self) -> list[KeyFinding]:
        """Those that differ where they stand again."""
        return [finding for finding in self.findings if finding.words != finding.again]


def invent_long_report(seed: int, *, pages: int = 60) -> LongReport:
    """The report of about so many pages as PDF; only what stands between findings and implications is drawn.

    Raises Refusal for fewer than FEWEST_PAGES pages.
    """
    if pages < FEWEST_PAGES:
        raise Refusal(f"Has {pages} pages; the long report needs {FEWEST_PAGES} or more.")
    return _Report(Chance(f"{seed} report")).report(pages)


def lists_over_page_ends(report: LongReport, printed: Printed) -> list[str]:
    """The first words of each list that begins on one page of the PDF and goes on to the next."""
    elements = report.manuscript.elements
    found: list[str] = []
    start = 0
    for at, (one, following) in enumerate(pairwise((*elements, elements[0]))):
        if one.kind is not Kind.BULLET:
            start = at + 1
        elif following.kind is not Kind.BULLET and printed.places[start][0] < printed.places[at][1]:
            found.append(elements[start].text)
    return found


class _Report:
    def __init__(self, chance: Chance) -> None:
        self.chance = chance
        self.told = told("long_report.toml")
        self.plain = told("plain.toml")
        self.writing = Writing(Look.PLAIN)
        self.implications: list[Implication] = []
        self.statements: list[Statement] = []
        places = told("places.toml")
        people = {
            "mother": ("the mother",),
            "father": ("the father",),
            "child": [f"Child {letter}" for letter in "EFGHJKLM"],
        }
        slots = {**people, "worker": places["workers"], "agency": places["agencies"], "place": places["centres"]}
        self.wording = Wording(chance, {**slots, "area": places["areas"]}, (FIRST_DAY, LAST_DAY))

    def report(self, pages: int) -> LongReport:
        self.writing.heading("Executive summary")
        for words in self.told["opening"]:
            self.writing.paragraph(words)
        first = [self._findings(of, of["asked"], {}) for of in self.told["list"]]
        topics: Sequence[Mapping[str, Any]] = self.told["topic"]
        words = (pages - FRONT) * WORDS_A_PAGE
        again: list[tuple[str, list[str]]] = []
        for at, topic in enumerate(topics, 1):
            if topic["part"]:
                self.writing.heading(topic["part"])
                of = self.told["list"][len(again)]
                again.append(self._findings(of, of["again"], of["changed"]))
            self._topic(topic, words * at / len(topics))
        findings = [
            KeyFinding(of["group"], before, item, after, other)
            for of, (before, items), (after, others) in zip(self.told["list"], first, again, strict=True)
            for item, other in zip(items, others, strict=True)
        ]
        front = (self.told["title"], self.told["body"], f"Published on {day_in_words(PUBLISHED_ON)}")
        manuscript = Manuscript(Look.PLAIN, front, self.told["running"], tuple(self.writing.elements))
        return LongReport(manuscript, tuple(findings), tuple(self.implications), tuple(self.statements))

    def _findings(self, of: Mapping[str, Any], asked: str, changed: Mapping[str, str]) -> tuple[str, list[str]]:
        """A list of findings, with those that read otherwise here; its paragraph's number, and its items."""
        if of["heading"] and not changed:
            self.writing.heading(of["heading"], 2)
        number = self.writing.paragraph(asked)
        items = [changed.get(str(at), item) for at, item in enumerate(of["items"])]
        self.writing.items(items)
        return number, items

    def _topic(self, topic: Mapping[str, Any], until: float) -> None:
        """What reviews told of a topic, and what that asks of each audience."""
        self.writing.heading(topic["heading"], 2)
        first, says, told_of = self.writing.words, topic["says"], self._told_of(topic)

        def cases() -> list[str]:
            return [self.wording.another(told_of) for _ in range(self.chance.randint(5, 7))]

        for at, statement in enumerate(says, 1):
            number = self.writing.paragraph(" ".join([statement, *cases()]))
            self.statements.append(Statement(number, statement, topic["heading"]))
            while self.writing.words < first + (until - first) * at / len(says):
                self.writing.paragraph(" ".join(cases()))
        for audience, items in topic["asks"].items():
            number = self.writing.paragraph(f"{audience[0].upper()}{audience[1:]} should:")
            self.writing.items(items)
            self.implications += [Implication(audience, number, item, topic["heading"]) for item in items]

    def _told_of(self, topic: Mapping[str, Any]) -> list[str]:
        """The patterns of a topic: those of its themes, and a part of the plain ones that no other topic has."""
        topics = self.told["topic"]
        told_of = [pattern for theme in topic["themes"] for of_kind in patterns(theme).values() for pattern in of_kind]
        plain = [pattern for kind in ("family", "narrative", "analysis") for pattern in self.plain[kind]]
        return told_of + plain[topics.index(topic) :: len(topics)]
