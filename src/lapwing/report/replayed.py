"""A replay for people and for programs: when each lesson first spoke for each child, as a table, JSON, a picture, a page."""

from __future__ import annotations

import io
import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date, timedelta
from typing import Any

import altair as alt
import polars as pl
from rich.console import Console
from rich.markup import escape
from rich.table import Table

from lapwing.engine.replay import Every, Replay
from lapwing.engine.run import Question
from lapwing.exchange.reading import Reading
from lapwing.lessons.ages_of_concern import HEADINGS, SOURCE, TITLES, Lesson
from lapwing.report.page import PAGES
from lapwing.report.pictures import FEW_TO_MANY, as_svg
from lapwing.report.summary import WIDTH, told_of
from lapwing.report.words import day, number

MOST_FIRSTS = 40
MOST_CHILDREN = 400
SPOKEN = "A lesson speaks of a child when one of its checks says “not met” of what was known on the day."
UNDATED = (
    "Some rows do not say when they were recorded. They are taken as known from the day of their event, which may be "
    "earlier than anybody knew of it: {tables}."
)
NOBODY = "No lesson spoke of any child on any of these days."


@dataclass(frozen=True)
class Replayed:
    """A source, the question put to it day after day, and what was said."""

    reading: Reading
    question: Question
    every: Every
    replay: Replay

    @property
    def lessons(self) -> list[Lesson]:
        """The lessons that were asked, in the report's order, an area's own last."""
        asked = {check.lesson.id: check.lesson for check in self.question.checks}
        return sorted(asked.values(), key=_place)

    @property
    def undated(self) -> str:
        """What is to be said of rows that do not say when they were recorded; empty where all do."""
        named = ", ".join(name.replace("_", " ") for name in self.replay.undated)
        return UNDATED.format(tables=named) if named else ""

    def children(self) -> Iterator[tuple[str, list[dict[str, Any]]]]:
        """Each child with the lessons that spoke of them, in the order in which the first spoke."""
        by_child = self.replay.first.partition_by("child", maintain_order=True, as_dict=True)
        return ((str(child), rows.to_dicts()) for (child,), rows in by_child.items())

    def by_lesson(self) -> Iterator[tuple[Lesson, Mapping[str, Any]]]:
        """For each lesson of how many children it spoke, when first, when last, and of how many to the end."""
        first = self.replay.first
        for lesson in self.lessons:
            of = first.filter(pl.col("lesson") == lesson.id)
            yield (
                lesson,
                {
                    "children": of.height,
                    "warned": of.filter(pl.col("warned_on") < pl.col("first_on")).height,
                    "first_on": of["first_on"].min(),
                    "last_on": of["last_on"].max(),
                    "goes_on": of.filter(pl.col("goes_on")).height,
                },
            )


def _place(lesson: Lesson) -> tuple[int, str]:
    return (HEADINGS.index(lesson.heading) if lesson.heading in HEADINGS else len(HEADINGS), lesson.id)


def looked(replayed: Replayed) -> str:
    """Over what time and how often was looked."""
    days = replayed.replay.days
    often = f"every {replayed.every}, {number(len(days))} times"
    return f"As known from {day(days[0])} to {day(days[-1])}, looking {often}."


def as_table(replayed: Replayed) -> Iterator[str]:
    """The replay on a terminal: by lesson, and what was said first."""
    paper = Console(file=io.StringIO(), width=WIDTH, highlight=False, color_system=None)
    beside = [replayed.undated] if replayed.undated else []
    for line in (*told_of(replayed.reading), "", looked(replayed), SPOKEN, *beside, ""):
        paper.print(escape(line))
    table = Table(
        "Lesson", "Children", "Warned before", "First spoke", "Last spoke", "To the end", box=None, pad_edge=False
    )
    for column in (1, 2, 5):
        table.columns[column].justify = "right"
    for lesson, told in replayed.by_lesson():
        days = (day(told["first_on"]), day(told["last_on"])) if told["children"] else ("-", "-")
        counts = [number(told[name]) if told[name] else "-" for name in ("children", "warned", "goes_on")]
        table.add_row(lesson.id, counts[0], counts[1], *days, counts[2])
    paper.print(table)
    _print_firsts(replayed, paper)
    text = paper.file.getvalue()  # type: ignore[attr-defined]
    yield "\n".join(line.rstrip() for line in text.splitlines()) + "\n"


def _print_firsts(replayed: Replayed, paper: Console) -> None:
    first = replayed.replay.first
    paper.print(f"\n{NOBODY}" if first.is_empty() else "\nWhat was said first:\n")
    for row in first.head(MOST_FIRSTS).iter_rows(named=True):
        paper.print(escape(f"  {day(row['first_on'])}  {row['child']}  {row['lesson']}  {_until(row)}"))
        paper.print(escape(f"      {row['reason']}"))
    if first.height > MOST_FIRSTS:
        paper.print(f"  ... and {number(first.height - MOST_FIRSTS)} more; --format json or html has them.")


def _until(row: Mapping[str, Any]) -> str:
    warned = f"warned {day(row['warned_on'])}, " if row["warned_on"] and row["warned_on"] < row["first_on"] else ""
    return warned + ("spoke to the end" if row["goes_on"] else f"last spoke {day(row['last_on'])}")


def as_json(replayed: Replayed) -> Iterator[str]:
    """One JSON document; `first` has a line for each child and lesson, `spoken` how many children a lesson spoke of."""
    replay = replayed.replay
    told = {
        "source": str(replayed.reading.source),
        "format": replayed.reading.format,
        "from": replay.days[0],
        "to": replay.days[-1],
        "every": replayed.every,
        "days": replay.days,
        "settings_version": replayed.question.settings.version,
        "undated": replay.undated,
        "lessons": {lesson.id: lesson.text for lesson in replayed.lessons},
        "could_not_run": [asdict(one) for one in replay.could_not_run],
        "spoken": replay.spoken.to_dicts(),
        "first": replay.first.to_dicts(),
    }
    yield json.dumps(told, ensure_ascii=False, indent=1, default=date.isoformat) + "\n"


def as_picture(replayed: Replayed) -> Iterator[str]:
    """The timeline by lesson as SVG."""
    yield as_svg(_timeline(replayed))


def _timeline(replayed: Replayed) -> alt.Chart:
    """A row for each lesson, a box for each day on which it spoke, darker where it spoke of more children."""
    replay = replayed.replay
    ends = dict(zip(replay.days, _ends(replay.days), strict=True))
    rows = replay.spoken.with_columns(
        pl.col("on").replace_strict(ends, return_dtype=pl.Date).alias("until"),
        pl.col("lesson").replace_strict({one.id: _label(one) for one in replayed.lessons}, return_dtype=pl.String),
    )
    most = max([*rows["children"], 1])
    shade = alt.Color("children:Q", title="Children", scale=alt.Scale(domain=[1, most], range=FEW_TO_MANY))
    span = [alt.DateTime(year=on.year, month=on.month, date=on.day) for on in (replay.days[0], ends[replay.days[-1]])]
    labels = [_label(one) for one in replayed.lessons]
    chart: alt.Chart = (
        alt.Chart(rows)
        .mark_rect(stroke="#ffffff", strokeWidth=0.5)
        .encode(
            x=alt.X(
                "on:T", title=None, scale=alt.Scale(domain=span), axis=alt.Axis(format="%-d %b %Y", labelAngle=-40)
            ),
            x2="until:T",
            y=alt.Y("lesson:N", title=None, sort=labels, scale=alt.Scale(domain=labels)),
            color=shade if most > 1 else alt.value(FEW_TO_MANY[1]),
        )
        .properties(width=620, height=alt.Step(26))
    )
    return chart


def _ends(days: Sequence[date]) -> list[date]:
    """Up to which day each look is drawn: the next one, and for the last as far again."""
    last = days[-1] - days[-2] if len(days) > 1 else timedelta(7)
    return [*days[1:], days[-1] + last]


def _label(lesson: Lesson) -> str:
    return f"{lesson.id}  {TITLES.get(lesson.heading, lesson.heading)}"


def as_page(replayed: Replayed) -> Iterator[str]:
    """The picture with its table, and child by child what was said first; one page that stands on its own."""
    some = list(replayed.children())
    yield PAGES.get_template("replay.html.jinja").render(
        replayed=replayed,
        looked=looked(replayed),
        spoken=SPOKEN,
        nobody=NOBODY,
        picture="".join(as_picture(replayed)),
        by_lesson=list(replayed.by_lesson()),
        children=some[:MOST_CHILDREN],
        more=max(len(some) - MOST_CHILDREN, 0),
        until=_until,
        source=SOURCE,
    )


REPLAYED: Mapping[str, Callable[[Replayed], Iterator[str]]] = {
    "table": as_table,
    "json": as_json,
    "svg": as_picture,
    "html": as_page,
}
"""How a replay can be given, by the name of the format."""
