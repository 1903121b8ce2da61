"""Figures on their pages: findings with their measures, tables in words, and the definition of a measure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

from lapwing.board.figures import Figure
from lapwing.board.reading.figures import Comment, FigureSeen, FiguresSeen, Look
from lapwing.conduct.acting import Acting
from lapwing.conduct.findings import settings_now
from lapwing.conduct.verb import VERBS
from lapwing.engine.measure import Measure, SpanKind, Status
from lapwing.engine.rule import Part, measure_in_words
from lapwing.lessons.ages_of_concern import KEY_FINDINGS, TITLES, Lesson
from lapwing.lessons.settings import Setting
from lapwing.measures import MEASURES
from lapwing.web.showing.board.tabled import Cell, Table, capital
from lapwing.web.showing.board.themes import THEMES
from lapwing.web.showing.offers import Offer
from lapwing.web.templating import address, briefly, counted, in_words
from lapwing.web.words import words_of

KEPT_BACK = "Kept back"
STATUSES: Mapping[str, str] = {
    Status.MET: "Holds",
    Status.NOT_MET: "Does not hold",
    Status.LEFT_OUT: "Left out",
    Status.CANNOT_TELL: "Cannot tell",
}
HEADS = ("", "Holds of", "Of", "Share", "95% interval", "Half within", "Nine in ten within")
FILE_HEADS = ("Table", "Group", "From", "To", "Holds of", "Of", "Share", "From at least", "To at most", "Left out",
              "Cannot tell", "Half within (days)", "Nine in ten within (days)", "In words")  # fmt: skip


@dataclass(frozen=True)
class MeasureLine:
    """A measure in a list: what it asks, its figure, and where it is."""

    code: str
    asks: str
    says: str
    days: str
    href: str


@dataclass(frozen=True)
class FindingRow:
    """A key finding with its measures, what is said of it, and what may be done."""

    lesson: Lesson
    lines: tuple[MeasureLine, ...]
    comments: tuple[Comment, ...]
    looks: tuple[Look, ...]
    offers: tuple[Offer, ...]


def finding_rows(by: Acting, seen: FiguresSeen) -> list[FindingRow]:
    """What the report found, each with the measures of it."""
    return [
        FindingRow(
            lesson,
            tuple(line(code, seen.latest[code]) for code, one in MEASURES.items() if lesson in one.findings),
            tuple(one for one in seen.comments if one.about == lesson.id),
            tuple(one for one in seen.looks if one.about == lesson.id),
            tuple(offers(by, lesson.id, address("board_findings"))),
        )
        for lesson in KEY_FINDINGS
    ]


def in_rows(rows: Sequence[FindingRow], seen: FiguresSeen) -> Table:
    """A row a key finding, to be read out: what was found, one figure of ours, and what was said of it last."""
    return Table(
        "Each key finding in a row",
        ("The report found", "Our records show", "What people say of it"),
        [
            [Cell(f"{row.lesson.id}: {row.lesson.text}", f"#{row.lesson.id}"), _one_figure(row, seen), _last(row)]
            for row in rows
        ],
    )


def _one_figure(row: FindingRow, seen: FiguresSeen) -> Cell:
    """A measure of a finding of which a share is told, that which answers a theme before others; or else the first of all."""
    if not row.lines:
        return Cell("No measure of ours speaks to this.")
    answers = {one.answered_by for one in THEMES}
    told = [one for one in row.lines if seen.latest[one.code].share is not None]
    first = min(told or row.lines[:1], key=lambda one: one.code not in answers)
    return Cell(f"{first.asks} {capital(first.says)}.")


def _last(row: FindingRow) -> Cell:
    last = max(row.comments, key=lambda one: one.said_on, default=None)
    return Cell(
        "Nobody has said anything yet." if last is None else f"{last.says} ({last.said_by}, {in_words(last.said_on)})"
    )


def line(code: str, figure: Figure) -> MeasureLine:
    """A measure as a list has it."""
    return MeasureLine(code, figure.asks, figure.says, days(figure), address("board_measure", code))


def days(figure: Figure) -> str:
    """The days that a figure looks at."""
    return "" if figure.counted_on is None else f"{briefly(figure.since)} to {briefly(figure.until)}"


def by_heading(seen: FiguresSeen, text: str) -> dict[str, list[tuple[Lesson, list[MeasureLine]]]]:
    """Measures by the heading of the report and the lesson, those whose words have all of what is sought."""
    found: dict[str, dict[str, tuple[Lesson, list[MeasureLine]]]] = {}
    for code, one in MEASURES.items():
        if _has(one, text):
            under = found.setdefault(TITLES.get(one.lesson.heading, one.lesson.heading), {})
            under.setdefault(one.lesson.id, (one.lesson, []))[1].append(line(code, seen.latest[code]))
    return {title: list(some.values()) for title, some in found.items()}


def _has(measure: type[Measure], text: str) -> bool:
    said = " ".join([measure.code, measure.asks, measure.counts, measure.meets, measure.lesson.id, measure.lesson.text])
    return all(word in said.casefold() for word in text.casefold().split())


@dataclass(frozen=True)
class Row:
    """A group in a table: what it is, and its numbers in words; `says` alone where they are kept back."""

    title: str
    cells: tuple[str, ...]


def period(figure: Figure) -> str:
    """A period of the trend in words."""
    return f"{briefly(figure.since)} to {briefly(figure.until)}"


def periods(figures: Iterable[Figure]) -> list[tuple[str, Figure]]:
    """The periods of the trend, each with its days."""
    return [(period(one), one) for one in figures]


def rows(groups: Iterable[tuple[str, Figure]], measure: type[Measure]) -> list[Row]:
    """Groups as rows of a table."""
    return [Row(title, tuple(_cells(figure, measure))) for title, figure in groups]


def heads(measure: type[Measure], first: str) -> list[str]:
    """The heads of such a table; without spans where the measure has none."""
    return [first, *(HEADS[1:] if measure.span is not None else HEADS[1:5])]


def _cells(figure: Figure, measure: type[Measure]) -> Iterator[str]:
    yield _number(figure.met)
    yield _number(figure.of)
    yield "" if figure.share is None else f"{figure.share:.0%}"
    yield interval(figure)
    if measure.span is not None:
        yield span(figure.median, measure) if figure.of else ""
        yield span(figure.tail, measure) if figure.of else ""


def interval(figure: Figure) -> str:
    """The interval of the share: 63% to 84%."""
    return "" if figure.low is None or figure.high is None else f"{figure.low:.0%} to {figure.high:.0%}"


def _number(number: int | None) -> str:
    return KEPT_BACK if number is None else f"{number:,}"


def span(number: int | None, measure: type[Measure]) -> str:
    """So many days, or weeks and days of gestation; that too few are known where it is none."""
    if number is None:
        return "Too few"
    if measure.span is not None and measure.span.kind is SpanKind.GESTATION:
        return f"{number // 7}+{number % 7} weeks"
    return counted(number, "day")


def beside(figure: Figure) -> dict[str, str]:
    """Who is in no share: left out, and cannot be told."""
    return {
        STATUSES[Status.LEFT_OUT]: _number(figure.left_out),
        STATUSES[Status.CANNOT_TELL]: _number(figure.cannot_tell),
    }


def settings_of(measure: type[Measure]) -> list[Setting]:
    """The settings that a measure reckons with, as they are in force."""
    now = settings_now()
    return [now[key] for key in measure.settings()]


def whose(setting: Setting) -> str:
    """Whether the area has its own value of a setting, and who confirmed the one in force."""
    says = f"Changed by the area, from {setting.shipped.in_brief}" if setting.is_overridden else "As shipped"
    if not setting.confirmed_by:
        return f"{says}; nobody here has confirmed it yet"
    return f"{says}; confirmed by {setting.confirmed_by} on {in_words(setting.confirmed_on)}"


def rule_of(measure: type[Measure]) -> tuple[Part, ...]:
    """The rule of a measure in words, with the numbers in force."""
    return measure_in_words(measure, settings_now())


def offers(by: Acting, about: str, here: str) -> Iterator[Offer]:
    """What this reader can say of a figure or a finding."""
    for verb in ("comment", "record_board_review"):
        if by.account.role in VERBS[verb].may:
            asked = urlencode({"about": about, "next": here})
            yield Offer(words_of(verb).title, f"{address('do_anywhere', verb)}?{asked}", "")


def withdraw_at(comment: Comment, here: str) -> str:
    """Where a comment of one's own is withdrawn."""
    asked = urlencode({"commentary": comment.key, "next": here})
    return f"{address('do_anywhere', 'withdraw_comment')}?{asked}"


def as_rows(seen: FigureSeen) -> Iterator[tuple[str, ...]]:
    """Everything that is told of a measure, as rows of a file, its definition after it."""
    yield from _file_rows("Latest", [("", seen.latest)])
    yield from _file_rows("Whole window", [("", seen.whole)] if seen.whole else [])
    yield from _file_rows("Over time", periods(seen.over_time))
    for name, some in seen.divided.items():
        yield from _file_rows(name, some)
    for name, some in seen.divided_whole.items():
        yield from _file_rows(f"{name}, whole window", some)
    yield ()
    yield from definition(seen)


def _file_rows(table: str, groups: Iterable[tuple[str, Figure]]) -> Iterator[tuple[str, ...]]:
    for title, one in groups:
        numbers = (one.met, one.of, one.share, one.low, one.high, one.left_out, one.cannot_tell, one.median, one.tail)
        said = [
            "" if number is None else f"{number:.4g}" if isinstance(number, float) else str(number)
            for number in numbers
        ]
        yield (table, title, one.since.isoformat(), one.until.isoformat(), *said, one.says)


def definition(seen: FigureSeen) -> Iterator[tuple[str, str]]:
    """How a measure is defined, a line each."""
    measure, figure = seen.measure, seen.latest
    yield "Question", measure.asks
    yield "Numerator", measure.meets
    yield "Denominator", measure.counts
    yield from (("Left out", why) for why in measure.leaves_out)
    yield "Source", source(measure)
    if measure.unlike:
        yield "What it does not show", measure.unlike
    yield "Counted on", figure.counted_on.isoformat() if figure.counted_on else "Not yet"
    yield from ((f"Setting {one.key}", _in_a_line(one)) for one in settings_of(measure))
    yield "Rule", measure.rule_version()
    yield from ((part.decides, part.says) for part in rule_of(measure))


def _in_a_line(setting: Setting) -> str:
    return f"{setting.in_brief}: {setting.governs} {setting.source}. {whose(setting)}."


def source(measure: type[Measure]) -> str:
    """Where a measure comes from."""
    said = f"Ages of concern, {measure.lesson.cited} ({measure.lesson.id})"
    return f"{said}; {measure.source}" if measure.source else said


def told_shares(groups: Sequence[Figure]) -> list[Figure]:
    """The periods of which a share is told: those that a chart shows."""
    return [one for one in groups if one.share is not None]
