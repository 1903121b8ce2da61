"""Findings as one page that stands on its own: it opens without a network, prints, and reads aloud."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined

from lapwing.engine.check import DOES_NOT_FIT, Check, Outcome
from lapwing.engine.explain import Answer
from lapwing.engine.run import OPEN
from lapwing.exchange.reading import Notice
from lapwing.lessons.ages_of_concern import SOURCE, Lesson
from lapwing.lessons.settings import Setting, Settings
from lapwing.report.checked import Checked
from lapwing.report.explained import facts_told, said
from lapwing.report.outcomes import outcomes_by_check, worklist
from lapwing.report.words import NOBODY_ASKED, day, lacks, number

MOST_CHILDREN = 400
"""So many children are shown on one page, soonest due first; more would be slow to open and to print."""
MOST_NOTICES = 100
MOST_RECORDS = 6

PAGES = Environment(
    loader=PackageLoader("lapwing.report"),
    autoescape=True,
    trim_blocks=True,
    lstrip_blocks=True,
    undefined=StrictUndefined,
)
PAGES.filters |= {"day": day, "number": number, "lacks": lacks}


@dataclass(frozen=True)
class Told:
    """One finding of a child as the page tells it."""

    anchor: str
    answer: Answer
    facts: Sequence[tuple[str, str, str]]

    @property
    def label(self) -> str:
        """The outcome in words, urgent ones marked."""
        return f"Urgent: {self.answer.outcome.label.lower()}" if self.answer.urgent else self.answer.outcome.label

    @property
    def kind(self) -> str:
        """Which of four looks the outcome has."""
        return "urgent" if self.answer.urgent else self.answer.outcome.value


@dataclass(frozen=True)
class Child:
    """A child's place on the page."""

    name: str
    anchor: str
    told: Sequence[Told]
    others: Mapping[str, int]


@dataclass(frozen=True)
class Group:
    """One part of the worklist."""

    title: str
    says: str
    told: Sequence[Told]


GROUPS = {
    "urgent": (
        "Urgent",
        "Close to a birth, a mark on a baby, a referral nobody has answered, or a child at risk while services disagree.",
    ),
    "not_met": ("Overdue", "The day by which the area expects it has passed."),
    "due_soon": ("Due within days", "There is still time."),
    "cannot_tell": (
        "Cannot tell",
        "The record lacks what the question needs. This counts neither as met nor as not met.",
    ),
    "not_yet_due": ("Coming up", "Not due yet."),
}


def findings_page(checked: Checked) -> Iterator[str]:
    """The page as HTML."""
    children = list(_children(checked))
    page = PAGES.get_template("findings.html.jinja")
    yield page.render(
        reading=checked.reading,
        silences=checked.silences,
        as_of=checked.findings.as_of,
        engine=checked.engine.capitalize(),
        settings=checked.question.settings,
        could_not_run=checked.findings.could_not_run,
        nobody_asked=NOBODY_ASKED if checked.findings.frame.is_empty() else "",
        lessons=list(_by_lesson(checked)),
        outcomes=list(Outcome),
        groups=list(_groups(children)),
        children=children,
        left_out=_open_children(checked) - len(children),
        rules={check.code: _rule(check, checked.question.settings) for check in checked.checks},
        notices=_notices,
        does_not_fit=DOES_NOT_FIT,
        source=SOURCE,
    )


def _open_children(checked: Checked) -> int:
    return worklist(checked)["child"].n_unique()


def _by_lesson(checked: Checked) -> Iterator[tuple[Lesson, list[Any]]]:
    """Each lesson with its checks, their counts, and the children behind each count."""
    listed = _children_behind(checked)
    rows = [
        (check, [(each, counts[each], listed.get((check.code, each), ())) for each in Outcome])
        for check, counts in outcomes_by_check(checked)
    ]
    for lesson, some in groupby(rows, key=lambda row: row[0].lesson):
        yield lesson, list(some)


def _children_behind(checked: Checked) -> dict[tuple[str, Outcome], Sequence[str]]:
    """The children behind each number; nobody is named of whom the question was not asked."""
    asked = checked.findings.frame.filter(checked.findings.frame["outcome"] != Outcome.NOT_APPLICABLE)
    lists = asked.sort("child").group_by("check", "outcome").agg("child").rows()
    return {(check, Outcome(outcome)): list(dict.fromkeys(names)) for check, outcome, names in lists}


def _children(checked: Checked) -> Iterator[Child]:
    """The children who have an open finding, soonest due first."""
    answers: dict[str, list[Answer]] = {}
    for answer in checked.answers.values():
        answers.setdefault(answer.child, []).append(answer)
    order = worklist(checked)["child"].unique(maintain_order=True).head(MOST_CHILDREN).to_list()
    for place, name in enumerate(name for name in order if name in answers):
        yield _child(name, f"child-{place + 1}", answers[name])


def _child(name: str, anchor: str, answers: Sequence[Answer]) -> Child:
    still_open = sorted((one for one in answers if one.outcome in OPEN), key=_urgency)
    told = [Told(f"{anchor}-{place + 1}", answer, list(_facts(answer))) for place, answer in enumerate(still_open)]
    others: dict[str, int] = {}
    for answer in answers:
        if answer.outcome not in OPEN and answer.outcome is not Outcome.NOT_APPLICABLE:
            others[answer.outcome.label.lower()] = others.get(answer.outcome.label.lower(), 0) + 1
    return Child(name, anchor, told, others)


def _urgency(answer: Answer) -> tuple[bool, int, str, str]:
    due = answer.due_on.isoformat() if answer.due_on else "9999"
    return (not answer.urgent, OPEN.index(answer.outcome), due, answer.check.code)


def _facts(answer: Answer) -> Iterator[tuple[str, str, str]]:
    """Each fact the answer rests on: what it is, its value, and the records that gave it."""
    for fact in facts_told(answer):
        yield fact.label, said(fact, answer), _from(answer.records.get(fact.name, ()))


def _from(records: Sequence[str]) -> str:
    """The records by their keys, the first few of many."""
    rest = len(records) - MOST_RECORDS
    return ", ".join(records[:MOST_RECORDS]) + (f" and {rest} more" if rest > 0 else "")


def _groups(children: Sequence[Child]) -> Iterator[Group]:
    everything = [told for child in children for told in child.told]
    for kind, (title, says) in GROUPS.items():
        some = [told for told in everything if told.kind == kind]
        some.sort(key=lambda told: (told.answer.due_on or date.max, told.answer.child))
        if some:
            yield Group(title, says, some)


def _rule(check: type[Check], settings: Settings) -> tuple[type[Check], Sequence[Setting]]:
    return check, [settings[key] for key in check.settings()]


def _notices(notices: Sequence[Notice]) -> tuple[Sequence[Notice], int]:
    return notices[:MOST_NOTICES], max(0, len(notices) - MOST_NOTICES)
