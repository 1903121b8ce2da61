"""`lapwing reviews digest`: a report reduced to its findings and implications; a digest held against its source."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer
from typer.core import TyperGroup

from lapwing.cli.giving import Refused, give, give_bytes, one_of
from lapwing.cli.reviewing_words import Format
from lapwing.reviews.digest import Audiences, Digest, Length, digest_of, verify
from lapwing.reviews.digest.word_document import as_word
from lapwing.reviews.digest.writing import as_json, as_markdown, as_text, verification_as_json, verification_as_text
from lapwing.reviews.document import Document
from lapwing.reviews.project import document_named, open_project
from lapwing.reviews.project.documents import stored_document
from lapwing.reviews.reading import read_document

SHOWN = 200
"""Characters of a name in a sentence."""
FORMATS = ("table", "json", "markdown", "docx")

Report = Annotated[str, typer.Argument(metavar="FILE|DOCUMENT", help="A file, or a document of the project by name.")]
OfProject = Annotated[
    Path | None, typer.Option("--project", metavar="FILE", help="The project, where a document of it is meant.")
]
HowLong = Annotated[
    str, typer.Option("--length", metavar="LENGTH", help="A share (10%) or a number of words (800). Implications stay.")
]
For = Annotated[list[str] | None, typer.Option("--audience", help="Only what is for them; may be given again.")]
Table = Annotated[
    Path | None, typer.Option("--audiences", metavar="FILE", help="A table of audiences (TOML) of your own.")
]
Out = Annotated[Path | None, typer.Option("--out", metavar="FILE", help="Write there instead of on the screen.")]
Given = Annotated[str, typer.Argument(metavar="DIGEST", help="The digest: a file, or a document of the project.")]
Source = Annotated[str, typer.Argument(metavar="SOURCE", help="What it is of: a file, or a document of the project.")]


class _OfOrVerify(TyperGroup):
    """Takes what follows `digest` as a report, unless it names a command."""

    def parse_args(self, ctx: typer.Context, args: list[str]) -> list[str]:  # type: ignore[override]
        """Puts the command in where none is named."""
        if args and args[0] not in (*self.commands, "--help"):
            args = ["of", *args]
        return super().parse_args(ctx, args)


digest_app = typer.Typer(
    cls=_OfOrVerify,
    no_args_is_help=True,
    rich_markup_mode=None,
    help="Reduce a report to its key findings and implications: digest FILE. Hold a digest against its source: "
    "digest verify DIGEST SOURCE.",
)


@digest_app.command("of")
def of_report(
    report: Report,
    project: OfProject = None,
    length: HowLong = "10%",
    audience: For = None,
    audiences: Table = None,
    format: Format = "table",
    out: Out = None,
) -> None:
    """Reduce a report to its key findings and its implications by audience, in its own words (the word OF may be left out).

    Every line has its page and paragraph, and every edit is marked. Recommendations are never left out for length.
    Formats: table, json, markdown, docx.
    """
    one_of("--format", format, FORMATS)
    if format == "docx" and out is None:
        raise Refused("--format docx makes a file; say where with --out FILE.")
    table = Audiences.from_file(audiences) if audiences else Audiences.standard()
    only = [table.named(one) for one in audience or ()]
    _give(digest_of(_document(report, project), Length.given(length), table, only), format, out)


def _give(digest: Digest, format: str, out: Path | None) -> None:
    if format == "docx" and out is not None:
        give_bytes(as_word(digest), out)
    elif format == "json":
        give([as_json(digest)], out)
    else:
        give(as_markdown(digest) if format == "markdown" else as_text(digest), out)


@digest_app.command("verify")
def verify_digest(
    digest: Given, source: Source, project: OfProject = None, format: Format = "table", out: Out = None
) -> None:
    """Hold each line of a digest against its source: verbatim, edited and how, or not found.

    What stands below a heading “About this digest” is not held against it.
    """
    one_of("--format", format, ("table", "json"))
    found = verify(_document(digest, project), _document(source, project))
    give([verification_as_json(found)] if format == "json" else verification_as_text(found), out)


def _document(named: str, project: Path | None) -> Document:
    """A document from a file or, where there is no such file, of the project."""
    path = Path(named)
    try:
        if path.is_file():
            return read_document(path.name, path.read_bytes())
    except OSError as error:
        raise Refused(f"{named[:SHOWN]} cannot be read ({error.strerror}).") from error
    if project is None:
        raise Refused(f"There is no file {named}. Give a file, or --project FILE and the name of a document of it.")
    with open_project(project) as opened:
        return stored_document(opened, document_named(opened, named)["document_id"])
