"""`lapwing reviews suggest`: what the machine takes to be about a theme, why, and what people make of it."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime
from typing import Annotated, Any

import typer

from lapwing.cli.giving import Refused, give, one_of
from lapwing.cli.reviewing_words import Coder, Format, ProjectFile
from lapwing.reviews.project import Project, coder, document_named, open_project
from lapwing.reviews.suggesting import (
    WAYS,
    Acceptance,
    Judged,
    Suggestion,
    Suggestions,
    Wanted,
    accept,
    acceptances,
    decline,
    judge,
    suggest,
)
from lapwing.reviews.themes import newest_book

Documents = Annotated[list[str] | None, typer.Option("--document", help="Only in this document; may be given again.")]
Themes = Annotated[list[str] | None, typer.Option("--theme", help="Only for this theme; may be given again.")]
Way = Annotated[str, typer.Option("--way", metavar="WAY", help="words, alike or meaning; all means the first two.")]
Cues = Annotated[list[str] | None, typer.Option("--cue", metavar="WORDS", help="Words that tell of the one --theme.")]
Limit = Annotated[int, typer.Option("--limit", metavar="N", help="So many of the best.")]
Accept = Annotated[list[int] | None, typer.Option("--accept", metavar="ID", help="Code it, as --coder's own work.")]
Decline = Annotated[list[int] | None, typer.Option("--decline", metavar="ID", help="Never suggest it again.")]
HowGood = Annotated[bool, typer.Option("--how-good", help="How often suggestions were accepted, and what they find.")]

SHOWN_DEPTH = 10
"""Of those that are judged, the one in the table; JSON has all."""
UNCOUNTED = "Suggested by the machine; nothing counts before somebody accepts it."


def suggest_passages(
    project: ProjectFile,
    document: Documents = None,
    theme: Themes = None,
    way: Way = "all",
    cue: Cues = None,
    limit: Limit = 20,
    accepted: Accept = None,
    declined: Decline = None,
    how_good: HowGood = False,
    by: Coder = "",
    format: Format = "table",
) -> None:
    """Suggest passages for themes, the best first, each with why; then accept or decline them by number.

    Nothing suggested counts before somebody accepts it. Nothing is suggested in documents that are being double-coded.
    """
    one_of("--format", format, ("table", "json"))
    ways = ("words", "alike") if one_of("--way", way, (*WAYS, "all")) == "all" else (way,)
    with open_project(project) as opened:
        if accepted or declined:
            told = _decided(opened, accepted or [], declined or [], by)
        elif how_good:
            told = _how_good(opened, ways, theme or [])
        else:
            told = _suggested(
                suggest(opened, _wanted(opened, document, theme, ways, cue), at=datetime.now(UTC), limit=limit)
            )
    pieces = [json.dumps(told[0], ensure_ascii=False, indent=1) + "\n"] if format == "json" else told[1]
    give(pieces, None)


def _wanted(
    opened: Project,
    documents: list[str] | None,
    themes: list[str] | None,
    ways: tuple[str, ...],
    cues: list[str] | None,
) -> Wanted:
    book = newest_book(opened)
    return Wanted(
        themes=[book.named(theme).code for theme in themes] if themes else None,
        documents=[document_named(opened, one)["document_id"] for one in documents] if documents else None,
        ways=ways,
        cues=tuple(cues or ()),
    )


Told = tuple[Mapping[str, Any], Sequence[str]]
"""What scripts read, and what people read."""


def _suggested(made: Suggestions) -> Told:
    told = {
        "suggestions": [one.as_json() for one in made.listed],
        "total": made.total,
        "double_coding": list(made.closed),
        "note": UNCOUNTED,
    }
    return told, list(_lines(made))


def _lines(made: Suggestions) -> Iterator[str]:
    yield f"{UNCOUNTED} The best {len(made.listed)} of {made.total}:\n" if made.listed else "Nothing more to suggest.\n"
    for one in made.listed:
        yield from _line(one)
    if made.closed:
        yield f"\nBeing double-coded, and so left alone: {', '.join(made.closed)}.\n"
    if made.listed:
        first = made.listed[0].reasons[0].id
        yield f"\nlapwing reviews suggest --accept {first} --coder NAME codes it; --decline {first} keeps it away.\n"


def _line(one: Suggestion) -> Iterator[str]:
    where = f"page {one.page}" + (f", paragraph {one.paragraph}" if one.paragraph else "")
    yield f"\n{one.reasons[0].id}. {one.theme}? {one.document}, {where}{f' · {one.heading}' if one.heading else ''}\n"
    yield f"   “{one.quote}”\n"
    for reason in one.reasons:
        yield f"   {reason.way} {reason.score:.2f}: {reason.why}\n"


def _decided(opened: Project, accepted: list[int], declined: list[int], by: str) -> Told:
    if both := set(accepted) & set(declined):
        raise Refused(f"Suggestion {min(both)} is both accepted and declined; give it once.")
    at = datetime.now(UTC)
    with opened.changing():
        coder_id = coder(opened, by)
        codings = accept(opened, dict.fromkeys(accepted), coder_id=coder_id, at=at)
        count = decline(opened, dict.fromkeys(declined), coder_id=coder_id, at=at)
    told = {"accepted": accepted, "codings": codings, "declined": declined, "coder": by}
    return told, [f"{len(codings)} accepted and coded by {by}, {count} declined.\n"]


def _how_good(opened: Project, ways: tuple[str, ...], themes: list[str]) -> Told:
    book = newest_book(opened)
    chosen = {book.named(theme).code for theme in themes} or {theme.code for theme in book.themes}
    so_far = [one for one in acceptances(opened) if one.theme in chosen and one.way in ways]
    judged = [one for theme in chosen for one in judge(opened, ways, theme)] if themes else judge(opened, ways)
    told = {"accepted": [one.as_json() for one in so_far], "left_out": [one.as_json() for one in judged]}
    return told, [*_accepted_lines(so_far), *_judged_lines(judged)]


def _accepted_lines(so_far: list[Acceptance]) -> Iterator[str]:
    yield "Accepted, of those decided (95 % interval):\n" if so_far else "Nothing suggested has been decided yet.\n"
    for one in so_far:
        share = f"{one.share:4.0%} ({one.least:.0%} to {one.most:.0%})"
        yield f"  {one.way:<8}{one.theme:<28}{one.accepted:>4} of {one.decided:<4} {share}\n"


def _judged_lines(judged: list[Judged]) -> Iterator[str]:
    if not judged:
        yield "\nNo theme is coded in two documents yet, which telling what suggestions find needs.\n"
        return
    yield "\nFound of what people coded, each document in turn as if nobody had coded it (95 % interval):\n"
    for one in (one for one in judged if one.depth == SHOWN_DEPTH):
        yield (
            f"  {one.way:<8}{one.theme:<28}best {one.depth} in each: "
            f"{one.hits} of {one.coded} coded, {one.recall:.0%} ({one.recall_least:.0%} to {one.recall_most:.0%}); "
            f"right {one.precision:.0%} ({one.precision_least:.0%} to {one.precision_most:.0%}) of {one.made}\n"
        )
    yield from _doubts(judged)


def _doubts(judged: list[Judged]) -> Iterator[str]:
    """What flatters the figures, or does the opposite."""
    if any(one.unfinished for one in judged):
        yield "Some of these documents nobody has finished: what is unread there counts as wrongly suggested.\n"
    if any(one.accepted for one in judged):
        yield "Some of what is coded had been suggested and accepted, which flatters what is found.\n"
