"""Messages in a project: a statement, the themes and cohort that it is about, and reviews that somebody named."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from sqlite3 import Row

from lapwing.reviews.cohorts import OUTSIDE, scheme_named
from lapwing.reviews.periods import NOT_KNOWN
from lapwing.reviews.prevalence.behind import citation
from lapwing.reviews.project import Project, coder_names, moment, new_guid
from lapwing.reviews.project.documents import stored_document
from lapwing.reviews.refusal import Refusal
from lapwing.reviews.themes import newest_book


class Needed(StrEnum):
    """Of several themes, how many bear a message out."""

    ANY = "any"
    ALL = "all"


class Bearing(StrEnum):
    """What a review that somebody named has to do with a message."""

    SUPPORTS = "supports"
    COUNTER_EXAMPLE = "counter-example"


@dataclass(frozen=True)
class Cited:
    """A passage as people cite it; `page` is None where it was lost when its document was read again."""

    document: str
    page: int | None
    paragraph: str
    quote: str
    heading: str = ""
    block: int | None = None

    def __str__(self) -> str:
        """Document, page and paragraph."""
        return citation(self.document, self.page, self.paragraph, self.block)


@dataclass(frozen=True)
class Named:
    """A review that somebody named as bearing a message out or as a counter-example, with why."""

    review_id: int
    reference: str
    bearing: Bearing
    why: str
    passage: Cited | None


@dataclass(frozen=True)
class Message:
    """A statement that themes, any or all of them, bear out in a cohort of a scheme; `cohort` is empty for every age."""

    message_id: int
    statement: str
    themes: tuple[str, ...]
    needed: Needed
    scheme: str
    cohort: str
    coder: str
    made_at: str
    named: tuple[Named, ...]


def keep_message(
    project: Project,
    statement: str,
    themes: Sequence[str],
    *,
    coder_id: int,
    at: datetime,
    needed: Needed = Needed.ANY,
    scheme: str = "reviews",
    cohort: str = "",
) -> int:
    """Keeps a message and gives its id; themes are by code or name, and at least one is needed."""
    if not statement.strip():
        raise Refusal("A message needs a statement.")
    if not themes:
        raise Refusal("A message needs at least one theme that bears it out: give --theme.")
    book = newest_book(project)
    codes = dict.fromkeys(book.named(theme).code for theme in themes)
    named = scheme_named(scheme).named(cohort) if cohort else ""
    if named in (OUTSIDE, NOT_KNOWN):
        raise Refusal(f"A message is about a cohort of the scheme {scheme}, or about every age; “{named}” is neither.")
    with project.changing():
        message_id = project.insert(
            "message",
            guid=new_guid(),
            statement=statement.strip(),
            scheme=scheme if named else "",
            cohort=named,
            themes_needed=needed,
            coder_id=coder_id,
            made_at=moment(at),
        )
        for code in codes:
            project.insert("message_theme", message_id=message_id, theme=code)
        project.log(f"made message {message_id}", coder_id, at)
    return message_id


def name_review(
    project: Project,
    message_id: int,
    reference: str,
    *,
    bearing: Bearing,
    why: str,
    coder_id: int,
    at: datetime,
    passage_id: int | None = None,
) -> None:
    """Names a review that bears a message out, or a counter-example; named again, the last word counts."""
    message_of(project, message_id)
    review = project.one("SELECT review_id FROM review WHERE reference = ?", (reference,))
    if review is None:
        raise Refusal(
            f"The project has no review {reference}. `lapwing reviews read` with a sheet of attributes names them."
        )
    if not why.strip():
        raise Refusal("A review that is named needs a reason: give --why.")
    with project.changing():
        project.connection.execute(
            "INSERT OR REPLACE INTO message_review VALUES (?, ?, ?, ?, ?)",
            (message_id, review["review_id"], bearing, passage_id, why.strip()),
        )
        project.log(f"named review {reference} for message {message_id}: {bearing}", coder_id, at)


def withdraw_message(project: Project, message_id: int, *, coder_id: int, at: datetime) -> None:
    """Takes a message back; it stays on record."""
    message_of(project, message_id)
    with project.changing():
        project.connection.execute("UPDATE message SET withdrawn_at = ? WHERE message_id = ?", (moment(at), message_id))
        project.log(f"took message {message_id} back", coder_id, at)


def messages(project: Project) -> list[Message]:
    """The messages that stand, in the order they were made."""
    rows = project.rows("SELECT * FROM message WHERE withdrawn_at IS NULL ORDER BY message_id")
    return [_message(project, row) for row in rows]


def message_of(project: Project, message_id: int) -> Message:
    """One message; refused where none that stands has the number."""
    row = project.one("SELECT * FROM message WHERE message_id = ? AND withdrawn_at IS NULL", (message_id,))
    if row is None:
        raise Refusal(f"There is no message {message_id} that stands. `lapwing reviews messages` lists them.")
    return _message(project, row)


def _message(project: Project, row: Row) -> Message:
    about = (row["message_id"],)
    themes = project.rows("SELECT theme FROM message_theme WHERE message_id = ? ORDER BY theme", about)
    named = project.rows(
        "SELECT * FROM message_review JOIN review USING (review_id) WHERE message_id = ? ORDER BY reference", about
    )
    return Message(
        row["message_id"],
        row["statement"],
        tuple(theme["theme"] for theme in themes),
        Needed(row["themes_needed"]),
        row["scheme"],
        row["cohort"],
        coder_names(project)[row["coder_id"]],
        row["made_at"],
        tuple(_named(project, one) for one in named),
    )


def _named(project: Project, row: Row) -> Named:
    passage = cited(project, row["passage_id"]) if row["passage_id"] else None
    return Named(row["review_id"], row["reference"], Bearing(row["bearing"]), row["why"], passage)


def cited(project: Project, passage_id: int) -> Cited:
    """Where a passage stands in its document as last read."""
    row = project.rows(
        """
        SELECT passage.quote, passage.document_id, document.name, anchor."start" FROM passage
        JOIN document USING (document_id) JOIN newest_reading USING (document_id)
        LEFT JOIN anchor ON anchor.passage_id = passage.passage_id AND anchor.reading_id = newest_reading.reading_id
        WHERE passage.passage_id = ?
        """,
        (passage_id,),
    )[0]
    if row["start"] is None:
        return Cited(row["name"], None, "", row["quote"])
    place = stored_document(project, row["document_id"]).place_of(row["start"])
    return Cited(row["name"], place.page, place.paragraph, row["quote"], place.heading, place.block)
