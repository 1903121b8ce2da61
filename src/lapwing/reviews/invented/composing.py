"""The words of a review: what its facts and plantings become, section by section."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta
from functools import cached_property
from typing import Any

from lapwing.reviews.invented.facts import Facts, age_in_words
from lapwing.reviews.invented.manuscript import Look, Manuscript, Writing
from lapwing.reviews.invented.planting import Planting
from lapwing.reviews.invented.sentences import Sentence, decoys, sentences_for
from lapwing.reviews.invented.truth import Decoy, Planted, Recommended, Repeat
from lapwing.reviews.invented.wording import Chance, Wording, day_in_words, told, with_a_word_changed

SUMMARY, INTRODUCTION, FAMILY = "Executive summary", "Introduction", "The family"
NARRATIVE, ANALYSIS, FINDINGS = "What happened", "Analysis", "Findings"
WORDS_A_PAGE = {Look.NUMBERED: 555, Look.PLAIN: 555, Look.LETTER: 610, Look.COLUMNS: 545}
FRONT_AND_END = 3
"""Pages that the title, the contents, the findings and the recommendations take."""
LOOK_BACK = 540
"""Days before the first incident on which the narrative begins."""
NOTE_IN = 12
"""Paragraphs without a theme, of which one has a footnote."""


@dataclass(frozen=True)
class Review:
    """An invented review: what it is about, its words, and what is known of them."""

    facts: Facts
    manuscript: Manuscript
    planted: tuple[Planted, ...]
    decoys: tuple[Decoy, ...]
    repeats: tuple[Repeat, ...]
    recommended: tuple[Recommended, ...]

    @property
    def reference(self) -> str:
        """What the review is known by."""
        return self.facts.reference

    def states(self, child: str = "") -> dict[str, str]:
        """By theme, `present` or `absent` where the review says so, for a child of it or for any; silent on the others."""
        said = [sentence for sentence in self.planted if child in ("", sentence.child)]
        return {sentence.theme: sentence.state for sentence in said}


class Composer:
    """Writes one review."""

    def __init__(self, facts: Facts, look: Look, chance: Chance) -> None:
        """For what a review is about, in one look."""
        self.facts, self.look, self.chance = facts, look, chance
        self.plain: dict[str, Any] = dict(told("plain.toml"))
        self.writing = Writing(look)
        self.planted: list[Planted] = []
        self.decoys: list[Decoy] = []
        self.repeats: list[Repeat] = []
        self.recommended: list[Recommended] = []

    @cached_property
    def wording(self) -> Wording:
        """Patterns filled with this review's people and places, and days before the incident."""
        happened = self.facts.incidents[0].occurred_on
        return Wording(self.chance, self.slots, (happened - timedelta(LOOK_BACK), happened))

    @cached_property
    def afterwards(self) -> Wording:
        """The same with days from the incident until the review is published: for what the panel did."""
        return Wording(self.chance, self.slots, (self.facts.incidents[0].occurred_on, self.facts.published_on))

    @cached_property
    def slots(self) -> dict[str, Sequence[str]]:
        """What this review's people and places may be called."""
        places = told("places.toml")
        return {
            "mother": ("the mother", f"Ms {self.chance.choice('BCDFGHKLMNPRSTW')}"),
            "father": ("the father", f"Mr {self.chance.choice('EJQVXYZ')}"),
            "child": (self.facts.children[0].label,),
            "worker": places["workers"],
            "agency": places["agencies"],
            "place": places["centres"],
            "area": (self.facts.area,),
        }

    def review(self, plantings: Sequence[Planting], pages: int) -> Review:
        """The review with what is to be planted in it, of about so many pages when set as PDF."""
        used: set[str] = set()
        sentences = [
            sentence for planting in plantings for sentence in sentences_for(planting, self.facts, self.wording, used)
        ]
        self._summary(sentences)
        sentences += decoys(self.facts, self.wording)
        self.chance.shuffle(sentences)
        early = len(sentences) // 4
        self._introduction()
        left = max(pages - FRONT_AND_END, 1) * WORDS_A_PAGE[self.look] - self.writing.words
        self._narrative(sentences[:early], self.writing.words + left * 0.55)
        self._analysis(sentences[early:], self.writing.words + left * 0.45)
        self._findings()
        self._recommendations()
        truth = (tuple(self.planted), tuple(self.decoys), tuple(self.repeats), tuple(self.recommended))
        return Review(self.facts, self._manuscript(), *truth)

    def _manuscript(self) -> Manuscript:
        facts = self.facts
        front = (
            facts.title,
            f"{facts.area} Safeguarding Children Board",
            f"Reference {facts.reference}",
            f"Published on {day_in_words(facts.published_on)}",
        )
        running = f"{facts.area} Safeguarding Children Board: review {facts.reference}"
        return Manuscript(self.look, front, running, tuple(self.writing.elements))

    def _summary(self, sentences: Sequence[Sentence]) -> None:
        """Up to four of the sentences again, each with one word changed."""
        self.writing.in_summary = True
        self.writing.heading(SUMMARY)
        self._plain("opening", 2)
        for sentence in sentences:
            changed = with_a_word_changed(sentence.words)
            if changed and len(self.repeats) < 4:
                self.repeats.append(Repeat(self.facts.reference, sentence.words, *changed))
                again = Sentence(sentence.theme, sentence.state, sentence.child, changed[0])
                self._telling([again], SUMMARY, "opening")
        self._plain("findings", 2)
        self.writing.in_summary = False

    def _introduction(self) -> None:
        self.writing.heading(INTRODUCTION)
        for words in self._incidents():
            self.writing.paragraph(words)
        for _ in range(3):
            self._plain("opening", 3)
        self.writing.heading(FAMILY)
        self.writing.paragraph(self._born())
        for _ in range(2):
            self._plain("family", 3)

    def _incidents(self) -> Iterator[str]:
        told_of = {row["kind"]: row["told"] for row in told("places.toml")["incident"]}
        children = {child.label: child for child in self.facts.children}
        for incident in self.facts.incidents:
            first, *others = incident.children
            age = age_in_words(children[first].born_on, incident.occurred_on)
            given = {"day": day_in_words(incident.occurred_on), "child": first, "age": age}
            words = [self.wording.filled(told_of[incident.kind], **given)]
            words += [f"{label}, aged {children[label].age}, was in the same household." for label in others]
            yield " ".join(words)

    def _born(self) -> str:
        return " ".join(f"{child.label} was born on {day_in_words(child.born_on)}." for child in self.facts.children)

    def _narrative(self, sentences: Sequence[Sentence], until: float) -> None:
        self.writing.heading(NARRATIVE)
        self._plain("narrative", 4)
        self._chronology()
        self._filled(sentences, NARRATIVE, "narrative", until)

    def _analysis(self, sentences: Sequence[Sentence], until: float) -> None:
        self.writing.heading(ANALYSIS)
        self._plain("analysis", 3)
        headings = ("How the family was seen", "How decisions were taken", "How agencies worked", "What else was known")
        share = -(-len(sentences) // len(headings)) or 1
        first = self.writing.words
        for at, heading in enumerate(headings):
            self.writing.heading(heading, 2)
            part = sentences[at * share : (at + 1) * share]
            self._filled(part, ANALYSIS, "analysis", first + (until - first) * (at + 1) / len(headings))

    def _filled(self, sentences: Sequence[Sentence], section: str, kind: str, until: float) -> None:
        """Sentences that are there for something, spread among paragraphs that are not, until so many words stand."""
        first = self.writing.words
        step = (until - first) / (len(sentences) + 1)
        for at, sentence in enumerate(sentences):
            while self.writing.words < first + step * at:
                self._plain(kind, self.chance.randint(3, 5))
            self._telling([sentence], section, kind)
        while self.writing.words < until:
            self._plain(kind, self.chance.randint(3, 5))

    def _plain(self, kind: str, sentences: int) -> None:
        """A paragraph that tells of no theme, now and then with a footnote."""
        words = " ".join(self._another(kind) for _ in range(sentences))
        note = self.wording.another(self.plain["notes"]) if self.chance.randrange(NOTE_IN) == 0 else ""
        self.writing.paragraph(words, note if kind in ("narrative", "analysis") else "")

    def _another(self, kind: str) -> str:
        wording = self.afterwards if kind in ("opening", "findings") else self.wording
        return wording.another(self.plain[kind])

    def _telling(self, sentences: Sequence[Sentence], section: str, kind: str) -> None:
        """A paragraph with sentences that are there for something, among others; the truth keeps its number."""
        around = [self._another(kind) for _ in range(self.chance.randint(1, 3))]
        at = self.chance.randint(0, len(around))
        words = [*around[:at], *(sentence.words for sentence in sentences), *around[at:]]
        number = self.writing.paragraph(" ".join(words))
        for sentence in sentences:
            self._keep(sentence, section, number)

    def _keep(self, sentence: Sentence, section: str, number: str) -> None:
        reference = self.facts.reference
        if sentence.state == "decoy":
            self.decoys.append(Decoy(reference, sentence.theme, section, number, sentence.words))
        else:
            self.planted.append(
                Planted(reference, sentence.theme, sentence.state, sentence.child, section, number, sentence.words)
            )

    def _chronology(self) -> None:
        told_of = self.plain["chronology"]
        days = self.wording.days(self.chance.randint(8, 16))
        rows = [
            (day_in_words(day), self.chance.choice(told_of["agencies"]), self.wording.another(told_of["events"]))
            for day in days
        ]
        self.writing.table([("Date", "Agency", "Event"), *rows])

    def _findings(self) -> None:
        self.writing.heading(FINDINGS)
        for _ in range(2):
            self._plain("findings", 3)

    def _recommendations(self) -> None:
        """A list for the Board and for one to three others, each action as its audience reads it."""
        audiences: dict[str, dict[str, Any]] = dict(told("recommendations.toml"))
        others = self.chance.sample([name for name in audiences if name != "Board"], self.chance.randint(1, 3))
        for audience in ("Board", *others):
            asks = audiences[audience]
            self.writing.heading(asks["heading"])
            number = self.writing.paragraph(asks["asked"])
            drawn = self.chance.sample(asks["actions"], self.chance.randint(2, 4))
            items = list(self._as_items([self.afterwards.filled(action) for action in drawn]))
            self.writing.items(items, lettered=self.look is Look.NUMBERED)
            self.recommended += [Recommended(self.facts.reference, audience, number, item) for item in items]

    def _as_items(self, actions: Sequence[str]) -> Iterator[str]:
        """As each look ends the items of its lists: a full stop each, or semicolons up to the last."""
        for at, action in enumerate(actions, 1):
            words = action[0].lower() + action[1:]
            if self.look in (Look.NUMBERED, Look.COLUMNS):
                end = "." if at == len(actions) else "; and" if at == len(actions) - 1 else ";"
            else:
                end = "."
            yield words + end
