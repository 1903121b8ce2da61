"""`lapwing reviews messages`: recurring messages that resolve to n of N, and what follows from them for whom."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated, Any

import typer

from lapwing.cli.giving import Refused, give, one_of
from lapwing.cli.reviewing_words import Coder, Format, ProjectFile
from lapwing.reviews.coding.locating import locate
from lapwing.reviews.coding.passages import keep_passage
from lapwing.reviews.coding.states import State
from lapwing.reviews.cohorts import SCHEMES
from lapwing.reviews.messages.implications import (
    AGE_GROUPS,
    Implication,
    as_python,
    implication_of,
    implications,
    keep_implication,
    make_lesson,
    withdraw_implication,
)
from lapwing.reviews.messages.kept import (
    Bearing,
    Needed,
    keep_message,
    message_of,
    messages,
    name_review,
    withdraw_message,
)
from lapwing.reviews.messages.recurring import recurring, saturation
from lapwing.reviews.messages.resolving import Resolved, Resolving, resolved
from lapwing.reviews.messages.wording import Fit
from lapwing.reviews.periods import Calendar
from lapwing.reviews.prevalence import THRESHOLD, Asked
from lapwing.reviews.prevalence.told import on_small_numbers
from lapwing.reviews.project import Project, coder, document_named, open_project
from lapwing.reviews.project.documents import stored_document
from lapwing.reviews.themes import Book, book_of, newest_book

messages_app = typer.Typer(help="Recurring messages as n of N, and the implications that become lessons.")

Number = Annotated[int, typer.Argument(metavar="NUMBER", help="Of a message or an implication, as the lists have it.")]
Statement = Annotated[str, typer.Argument(help="The message in a sentence.")]
Themes = Annotated[
    list[str] | None, typer.Option("--theme", help="A theme that bears it out; may be given several times.")
]
NeedsWhat = Annotated[str, typer.Option("--needs", metavar="HOW_MANY", help="any or all of the themes.")]
Scheme = Annotated[str, typer.Option("--scheme", metavar="NAME", help=f"Cohorts: {', '.join(SCHEMES)}.")]
InCohort = Annotated[str, typer.Option("--cohort", help="The ages that it is about; every age if not said.")]
Review = Annotated[str, typer.Argument(metavar="REVIEW", help="A review by its reference.")]
Against = Annotated[bool, typer.Option("--against", help="It is a counter-example.")]
Why = Annotated[str, typer.Option("--why", help="Why the review is named.")]
Document = Annotated[str, typer.Option("--document", metavar="NAME", help="The document of a source passage.")]
Quote = Annotated[str, typer.Option("--quote", help="The words of the passage.")]
Paragraph = Annotated[str, typer.Option("--paragraph", help="The printed number of the passage's paragraph.")]
OnPage = Annotated[int | None, typer.Option("--page", help="The page, where words or number stand on several.")]
Action = Annotated[str, typer.Argument(help="What should be done.")]
Audience = Annotated[str, typer.Option("--audience", help="Who should do it: practitioners, the Board, any body.")]
OneTheme = Annotated[str, typer.Option("--theme", help="The theme that it follows from.")]
OfMessage = Annotated[int | None, typer.Option("--message", metavar="NUMBER", help="The message that it follows from.")]
Age = Annotated[str, typer.Option("--age", help=f"Whom the lesson is about: {', '.join(AGE_GROUPS)}.")]
LessonId = Annotated[str, typer.Option("--id", help="Of the lesson; OURS and the number if not said.")]
Years = Annotated[str, typer.Option("--period", metavar="YEARS", help="april (April to March) or calendar.")]
OfBook = Annotated[
    int | None, typer.Option("--book", metavar="VERSION", help="Themes as of a version of the theme book.")
]
ShowSmall = Annotated[bool, typer.Option("--show-small", help="Show small numbers: for the team's own eyes.")]
HOW_JOINED = {Needed.ANY: " or ", Needed.ALL: " and "}
MaybeProject = Annotated[Path | None, typer.Option("--project", metavar="FILE", help="The file of the analysis.")]


@messages_app.callback(invoke_without_command=True)
def every_message(
    context: typer.Context,
    project: MaybeProject = None,
    book: OfBook = None,
    show_small: ShowSmall = False,
    format: Format = "table",
) -> None:
    """List the messages, each with its n of N; or do what a command below does."""
    if context.invoked_subcommand is None:
        if project is None:
            raise Refused("--project: needs the file that the analysis is kept in.")
        list_messages(project, book, show_small, format)


@messages_app.command("list")
def list_messages(
    project: ProjectFile, book: OfBook = None, show_small: ShowSmall = False, format: Format = "table"
) -> None:
    """List the messages, each with its n of N and what its words of amount say."""
    _known_format(format)
    with open_project(project) as opened:
        resolving = Resolving(opened, book=_book(opened, book), threshold=_threshold(show_small))
        several = [resolving.of(message) for message in messages(opened)]
    if format == "json":
        give([_json([_told(one) for one in several])], None)
        return
    give((line for one in several for line in _in_short(one)), None)
    give([] if several else ["There are no messages yet. `lapwing reviews messages add` makes one.\n"], None)
    give([on_small_numbers(_threshold(show_small)) + "\n"] if several else [], None)


@messages_app.command("add")
def add_message(
    project: ProjectFile,
    statement: Statement,
    theme: Themes = None,
    needs: NeedsWhat = "any",
    scheme: Scheme = "reviews",
    cohort: InCohort = "",
    by: Coder = "",
    format: Format = "table",
) -> None:
    """Make a message: a statement, the themes that bear it out, and the cohort that it is about."""
    _known_format(format)
    needed = Needed(one_of("--needs", needs, list(Needed)))
    with open_project(project) as opened:
        with opened.changing():
            now, by_whom = datetime.now(UTC), coder(opened, by)
            message_id = keep_message(
                opened, statement, theme or (), coder_id=by_whom, at=now, needed=needed, scheme=scheme, cohort=cohort
            )
        _give_message(opened, message_id, None, False, format)


@messages_app.command("show")
def show_message(
    project: ProjectFile,
    number: Number,
    book: OfBook = None,
    show_small: ShowSmall = False,
    format: Format = "table",
) -> None:
    """Show a message: n of N, the reviews for and against it, their passages, and its words of amount."""
    _known_format(format)
    with open_project(project) as opened:
        _give_message(opened, number, book, show_small, format)


@messages_app.command("name")
def name_one_review(
    project: ProjectFile,
    number: Number,
    review: Review,
    why: Why = "",
    against: Against = False,
    document: Document = "",
    quote: Quote = "",
    paragraph: Paragraph = "",
    page: OnPage = None,
    by: Coder = "",
    format: Format = "table",
) -> None:
    """Name a review that bears a message out, or with --against a counter-example, and say why."""
    _known_format(format)
    bearing = Bearing.COUNTER_EXAMPLE if against else Bearing.SUPPORTS
    with open_project(project) as opened:
        with opened.changing():
            now, by_whom = datetime.now(UTC), coder(opened, by)
            passage = _passage(opened, document, quote, paragraph, page) if document else None
            name_review(opened, number, review, bearing=bearing, why=why, coder_id=by_whom, at=now, passage_id=passage)
        if format == "table":
            give([f"Review {review} is named for message {number}: {bearing}.\n"], None)
        _give_message(opened, number, None, False, format)


@messages_app.command("withdraw")
def take_back(project: ProjectFile, number: Number, by: Coder = "", format: Format = "table") -> None:
    """Take a message back; it stays on record."""
    _known_format(format)
    with open_project(project) as opened, opened.changing():
        withdraw_message(opened, number, coder_id=coder(opened, by), at=datetime.now(UTC))
    give([_json({"withdrawn": number}) if format == "json" else f"Message {number} was taken back.\n"], None)


@messages_app.command("imply")
def add_implication(
    project: ProjectFile,
    action: Action,
    audience: Audience = "",
    document: Document = "",
    quote: Quote = "",
    paragraph: Paragraph = "",
    page: OnPage = None,
    theme: OneTheme = "",
    message: OfMessage = None,
    by: Coder = "",
    format: Format = "table",
) -> None:
    """Say what follows for an audience, and from which passage."""
    _known_format(format)
    with open_project(project) as opened:
        with opened.changing():
            implication_id = keep_implication(
                opened,
                audience=audience,
                action=action,
                passages=[_passage(opened, document, quote, paragraph, page)] if document else [],
                coder_id=coder(opened, by),
                at=datetime.now(UTC),
                theme=theme,
                message_id=message,
            )
        _give_implications([implication_of(opened, implication_id)], format)


@messages_app.command("implications")
def list_implications(project: ProjectFile, format: Format = "table") -> None:
    """List the implications by audience, each with page and paragraph."""
    _known_format(format)
    with open_project(project) as opened:
        _give_implications(implications(opened), format)


@messages_app.command("withdraw-implication")
def take_implication_back(project: ProjectFile, number: Number, by: Coder = "", format: Format = "table") -> None:
    """Take an implication back; it stays on record."""
    _known_format(format)
    with open_project(project) as opened, opened.changing():
        withdraw_implication(opened, number, coder_id=coder(opened, by), at=datetime.now(UTC))
    give([_json({"withdrawn": number}) if format == "json" else f"Implication {number} was taken back.\n"], None)


@messages_app.command("lesson")
def lesson_of(
    project: ProjectFile, number: Number, age: Age = "", id: LessonId = "", by: Coder = "", format: Format = "table"
) -> None:
    """Make an implication a lesson that a check or an audit carries out: the Python for a file of your own checks."""
    _known_format(format)
    with open_project(project) as opened:
        lesson = make_lesson(opened, number, coder_id=coder(opened, by), at=datetime.now(UTC), id=id, age_group=age)
    written = as_python(lesson)
    if format == "json":
        told = {"id": lesson.id, "text": lesson.text, "source": lesson.source, "age_group": lesson.age_group}
        give([_json(told | {"python": written})], None)
    else:
        give([written], None)


@messages_app.command("recurring")
def over_the_years(
    project: ProjectFile,
    period: Years = "april",
    book: OfBook = None,
    show_small: ShowSmall = False,
    format: Format = "table",
) -> None:
    """Say in which years each theme is present, first and last, and when the last new theme was found."""
    _known_format(format)
    asked = Asked(calendar=Calendar(one_of("--period", period, list(Calendar))))
    with open_project(project) as opened:
        themes = _book(opened, book)
        several = recurring(opened, asked, book=themes, threshold=_threshold(show_small))
        found = saturation(opened, themes)
    if format == "json":
        told = {"last_new_after": found.last_new_after, "curve": found.curve}
        give([_json({"themes": [asdict(one) for one in several], "saturation": told})], None)
        return
    give((_years(one.theme, one.periods, one.first, one.last, one.kept_back) for one in several), None)
    give([f"{found}\n{on_small_numbers(_threshold(show_small))}\n"], None)


# ---------------------------------------------------------------- what they share


def _known_format(format: str) -> None:
    one_of("--format", format, ("table", "json"))


def _threshold(show_small: bool) -> int | None:
    return None if show_small else THRESHOLD


def _book(project: Project, version: int | None) -> Book:
    return newest_book(project) if version is None else book_of(project, version)


def _passage(project: Project, document: str, quote: str, paragraph: str, page: int | None) -> int:
    named = document_named(project, document)
    read = stored_document(project, named["document_id"])
    start, end = locate(read, quote=quote, paragraph=paragraph, page=page)
    return keep_passage(project, document_id=named["document_id"], start=start, end=end)


def _json(told: Any) -> str:
    return json.dumps(told, ensure_ascii=False, indent=1) + "\n"


def _give_message(project: Project, number: int, book: int | None, show_small: bool, format: str) -> None:
    message, themes = message_of(project, number), _book(project, book)
    one = resolved(project, message, book=themes, threshold=_threshold(show_small))
    give([_json(_told(one))] if format == "json" else _in_full(one, show_small), None)


def _told(one: Resolved) -> dict[str, Any]:
    """A message for programs: what is kept back is None, and lists that are kept back are empty."""
    told = asdict(one.message) | {"named": [asdict(named) for named in one.named], "kept_back": one.kept_back}
    told |= dict.fromkeys(("n", "N", "not_assessed", "disputed", "share", "interval"))
    if not one.kept_back:
        told |= {"n": one.cell.present, "N": one.cell.assessed, "share": one.cell.share, "interval": one.cell.interval}
        told |= {"not_assessed": one.cell.count(State.NOT_ASSESSED), "disputed": one.cell.count(State.DISPUTED)}
    told |= {"supporting": one.supporting, "against": one.against, "passages": [asdict(p) for p in one.passages]}
    told["wording"] = [asdict(worded) for worded in one.wording]
    return told | {"doubts": one.doubts}


def _in_short(one: Resolved) -> Iterator[str]:
    message = one.message
    about = f", {message.cohort}" if message.cohort else ""
    themes = HOW_JOINED[message.needed].join(message.themes)
    yield f"{message.message_id}. {message.statement}\n   {_counted(one)}{about} ({themes})\n"
    for worded in one.wording:
        if worded.fit is not Fit.FITS:
            yield f"   {worded.sentence}\n"


def _counted(one: Resolved) -> str:
    if one.kept_back:
        return "kept back: a small number"
    if one.cell.share is None or one.cell.interval is None:
        return f"none assessed of {sum(map(len, one.cell.ids.values()))} reviews"
    low, high = one.cell.interval
    apart = [
        f"{one.cell.count(state)} {state}" for state in (State.NOT_ASSESSED, State.DISPUTED) if one.cell.count(state)
    ]
    share = f"{100 * one.cell.share:.0f}%, interval {100 * low:.0f}% to {100 * high:.0f}%"
    return f"{one.cell.present} of {one.cell.assessed} reviews ({share}){''.join(f'; {part}' for part in apart)}"


def _in_full(one: Resolved, show_small: bool) -> Iterator[str]:
    yield from _in_short(one)
    if not one.wording and not one.kept_back:
        yield "   The statement names no amount.\n"
    for worded in one.wording:
        if worded.fit is Fit.FITS:
            yield f"   {worded.sentence}\n"
    yield from _listed("Borne out by coding, in", one.supporting)
    yield from _listed("Assessed and absent, in", one.against)
    for named in one.named:
        yield f"{named.reference} {named.bearing} (named): {named.why}{f' ({named.passage})' if named.passage else ''}\n"
    for passage in one.passages:
        yield f"\n{passage.review}: {passage.cited} ({passage.coder})\n  “{passage.quote or passage.why}”\n"
    for sentence in (*one.doubts, on_small_numbers(_threshold(show_small))):
        yield f"{sentence}\n"


def _listed(what: str, reviews: Sequence[str]) -> Iterator[str]:
    if reviews:
        yield f"{what} {len(reviews)}: {', '.join(reviews)}.\n"


def _give_implications(several: Sequence[Implication], format: str) -> None:
    if format == "json":
        give([_json([asdict(one) for one in several])], None)
        return
    give((_implication(one) for one in several), None)
    give([] if several else ["There are no implications yet. `lapwing reviews messages imply` makes one.\n"], None)


def _implication(one: Implication) -> str:
    after = [f"theme {one.theme}"] if one.theme else []
    after += [f"message {one.message_id}"] if one.message_id else []
    after += [f"lesson {one.lesson}"] if one.lesson else []
    sources = "; ".join(str(source) for source in one.sources)
    return f"{one.implication_id}. {one.audience}: {one.action}\n   from {sources}{''.join(f'; {part}' for part in after)}\n"


def _years(theme: str, periods: int | None, first: str | None, last: str | None, kept_back: bool) -> str:
    if kept_back:
        return f"{theme}: kept back\n"
    if not periods:
        return f"{theme}: in no year that is known\n"
    return f"{theme}: in {periods} year{'s' if periods > 1 else ''}, from {first} to {last}\n"
