"""`lapwing reviews code`: what passages and whole documents are about, one at a time or from a sheet."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated, Any

import typer

from lapwing.cli.giving import Refused, give, one_of
from lapwing.cli.reviewing_words import Coder, Format, ProjectFile
from lapwing.reviews.coding.acts import Act, Done, act
from lapwing.reviews.coding.listing import Coded, coded
from lapwing.reviews.coding.passages import finish, withdraw
from lapwing.reviews.project import Project, coder, document_named, open_project
from lapwing.reviews.refusal import Refusal

Which = Annotated[str, typer.Argument(metavar="[DOCUMENT]", help="A document by name, or the beginning of it.")]
Theme = Annotated[str, typer.Option("--theme", help="A theme by code or name.")]
Quote = Annotated[str, typer.Option("--quote", help="The words of the passage.")]
Paragraph = Annotated[str, typer.Option("--paragraph", help="The printed number of the passage's paragraph.")]
OnPage = Annotated[int | None, typer.Option("--page", help="The page, where words or number stand on several.")]
Whole = Annotated[str, typer.Option("--whole", help="Of the whole document: present, absent or not-assessed.")]
Children = Annotated[
    list[str] | None, typer.Option("--child", help="Which child it is about; every child if not said.")
]
Memo = Annotated[str, typer.Option("--memo", help="A note on it.")]
Why = Annotated[str, typer.Option("--why", help="What a theme without a passage rests on; why a coding is taken back.")]
Finish = Annotated[bool, typer.Option("--finish", help="The whole document was read for every theme.")]
Withdraw = Annotated[int | None, typer.Option("--withdraw", metavar="ID", help="Take a coding back, with --why.")]
From = Annotated[Path | None, typer.Option("--from", metavar="SHEET", help="A CSV of codings, a row each.")]

COLUMNS = ("document", "theme", "quote", "paragraph", "page", "whole", "child", "memo", "why", "coder")
"""What a sheet of codings may have; document and theme it must."""


def code(
    project: ProjectFile,
    document: Which = "",
    theme: Theme = "",
    quote: Quote = "",
    paragraph: Paragraph = "",
    page: OnPage = None,
    whole: Whole = "",
    child: Children = None,
    memo: Memo = "",
    why: Why = "",
    finished: Finish = False,
    taken_back: Withdraw = None,
    sheet: From = None,
    by: Coder = "",
    format: Format = "table",
) -> None:
    """Code a passage or a whole DOCUMENT to a theme; without a theme, list what is coded.

    A passage: DOCUMENT --theme T --quote "..." --coder NAME. A whole document: --theme T --whole absent. A theme is
    absent from a document that was finished (--finish) without a passage. A sheet is kept whole or not at all.
    """
    one_of("--format", format, ("table", "json"))
    now = datetime.now(UTC)
    with open_project(project) as opened:
        if sheet is not None:
            give(_told(_from_sheet(opened, sheet, by, now), format), None)
        elif taken_back is not None:
            with opened.changing():
                withdraw(opened, coding_id=taken_back, coder_id=coder(opened, by), why=why, at=now)
            give([_line({"withdrawn": taken_back}, f"Coding {taken_back} was taken back.", format)], None)
        elif finished:
            _finished(opened, document, by, now, format)
        elif theme and (quote or paragraph or whole):
            meant = Act(document, theme, quote, paragraph, page, whole, tuple(child or ()), memo, why, by)
            with opened.changing():
                done = act(opened, meant, now)
            give(_told([done], format), None)
        elif memo or why or child or page is not None:
            raise Refused(
                "Which passage, or what of the whole document? Give --theme with --quote, --paragraph or --whole."
            )
        else:
            give(_listed(coded(opened, document=document, theme=theme, viewer=by), format), None)


def _finished(opened: Project, document: str, by: str, now: datetime, format: str) -> None:
    named = document_named(opened, document)
    with opened.changing():
        finish(opened, document_id=named["document_id"], coder_id=coder(opened, by), at=now)
    told = f"{named['name']} is finished: a theme of which {by} said nothing is absent from it."
    give([_line({"finished": named["name"], "coder": by}, told, format)], None)


def _line(told: Mapping[str, Any], sentence: str, format: str) -> str:
    return (json.dumps(told, ensure_ascii=False) if format == "json" else sentence) + "\n"


def _from_sheet(opened: Project, sheet: Path, by: str, now: datetime) -> list[Done]:
    """Everything that a sheet says, or a refusal that names every row that cannot be used."""
    done, wrong = [], []
    with opened.changing():
        for number, row in enumerate(_rows(sheet), 2):
            try:
                done.append(act(opened, _act_of(row, by), now))
            except Refusal as why:
                wrong.append(f"row {number}: {why}")
        if wrong:
            raise Refused(
                f"{sheet.name} was not kept, for {len(wrong)} of its rows cannot be used.\n" + "\n".join(wrong)
            )
    return done


def _rows(sheet: Path) -> Iterator[dict[str, str]]:
    try:
        text = sheet.read_text("utf-8-sig")
    except (OSError, ValueError):
        raise Refused(f"{sheet} cannot be read. It needs to be a CSV file in UTF-8.") from None
    reader = csv.DictReader(text.splitlines(keepends=True))
    found = {name.strip().lower() for name in reader.fieldnames or ()}
    if missing := {"document", "theme"} - found:
        raise Refused(f"{sheet.name} has no column {' or '.join(sorted(missing))}. It may have {', '.join(COLUMNS)}.")
    if unknown := sorted(found - set(COLUMNS)):
        raise Refused(f"{sheet.name} has the column {unknown[0]}. It may have {', '.join(COLUMNS)}.")
    for row in _readable(reader, sheet.name):
        yield {name.strip().lower(): (said or "").strip() for name, said in row.items() if name}


def _readable(reader: Iterable[dict[str, str]], name: str) -> Iterator[dict[str, str]]:
    try:
        yield from reader
    except csv.Error as wrong:
        raise Refused(
            f"{name} cannot be read as CSV ({wrong}). Look for a quotation mark that is never closed."
        ) from None


def _act_of(row: Mapping[str, str], by: str) -> Act:
    page = row.get("page", "")
    if page and not page.isdecimal():
        raise Refusal(f"page has {page}; needs a number.")
    children = tuple(label.strip() for label in row.get("child", "").split(";") if label.strip())
    said = {part: row.get(part, "") for part in ("document", "theme", "quote", "paragraph", "whole", "memo", "why")}
    return Act(page=int(page) if page else None, children=children, coder=row.get("coder") or by, **said)


def _told(done: list[Done], format: str) -> Iterator[str]:
    if format == "json":
        yield json.dumps({"coded": [one.as_json() for one in done]}, ensure_ascii=False, indent=1) + "\n"
        return
    for one in done:
        yield f"{one}\n"


def _listed(found: Coded, format: str) -> Iterator[str]:
    if format == "json":
        yield json.dumps(found.as_json(), ensure_ascii=False, indent=1) + "\n"
        return
    yield from (f"{line}\n" for line in found.lines())
