"""A REFI-QDA project as values: what Project.xsd 1.0 can say, with guids in lower case and without braces.

A moment is in UTC as Lapwing stores it (`2026-03-01T09:30:00Z`), or empty. Guids that refer to nothing are empty.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Protocol


@dataclass
class User:
    """Somebody who codes."""

    guid: str
    name: str = ""


@dataclass
class Code:
    """A code, with the guid of the one it belongs under."""

    guid: str
    name: str
    parent: str = ""
    description: str = ""
    colour: str = ""
    codable: bool = True
    notes: list[str] = field(default_factory=list)


@dataclass
class Variable:
    """What cases and sources have a value of; `kind` is one of Text, Boolean, Integer, Float, Date, DateTime."""

    guid: str
    name: str
    kind: str = "Text"
    description: str = ""


@dataclass
class Value:
    """The value of a variable, as written."""

    variable: str
    words: str


@dataclass
class Case:
    """A case; `sources` and `selections` are what belongs to it."""

    guid: str
    name: str
    description: str = ""
    codes: list[str] = field(default_factory=list)
    values: list[Value] = field(default_factory=list)
    sources: list[str] = field(default_factory=list)
    selections: list[str] = field(default_factory=list)


@dataclass
class Coding:
    """A code put to a selection or to a whole source, by whom and when."""

    guid: str
    code: str
    user: str = ""
    at: str = ""
    notes: list[str] = field(default_factory=list)


class Coded(Protocol):
    """What can be coded, and have notes."""

    guid: str
    codings: list[Coding]
    notes: list[str]


@dataclass
class Selection:
    """A stretch of a text, in the positions of whoever wrote the file."""

    guid: str
    start: int
    end: int
    name: str = ""
    description: str = ""
    user: str = ""
    at: str = ""
    codings: list[Coding] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)


@dataclass
class OtherSelection:
    """A selection in a picture, a PDF's page, a sound, a film or a transcript.

    `kind` is the name of the element; `page` is as written, and None outside PDFs; `text` is the words that the file
    says stand there.
    """

    kind: str
    guid: str
    name: str = ""
    page: int | None = None
    text: str = ""
    description: str = ""
    user: str = ""
    codings: list[Coding] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)


@dataclass
class Source:
    """A source or a note; `kind` is the name of the element (TextSource, PDFSource, Note and so on).

    `text` is what stands in the XML itself, and None where the text lies in the file of `text_path` or nowhere.
    """

    kind: str
    guid: str
    name: str = ""
    description: str = ""
    text: str | None = None
    text_path: str = ""
    rich_path: str = ""
    path: str = ""
    user: str = ""
    at: str = ""
    selections: list[Selection] = field(default_factory=list)
    others: list[OtherSelection] = field(default_factory=list)
    codings: list[Coding] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    values: list[Value] = field(default_factory=list)
    representation: Source | None = None
    transcripts: int = 0

    @property
    def with_text(self) -> Source:
        """What holds the text and its selections: a PDF's representation, and otherwise the source itself."""
        return self.representation or self

    def parts(self) -> list[Coded]:
        """The source itself, what holds its text, and everything that is selected in it."""
        found: list[Coded] = [self]
        if self.representation:
            found.append(self.representation)
        return [*found, *self.with_text.selections, *self.others]


@dataclass
class Link:
    """A line from one thing to another."""

    guid: str
    name: str = ""
    origin: str = ""
    target: str = ""


@dataclass
class Named:
    """A set or a graph: what it is called, and how much belongs to it."""

    guid: str
    name: str
    members: int


@dataclass
class RefiProject:
    """All of a project."""

    name: str = ""
    origin: str = ""
    user: str = ""
    created_at: str = ""
    base_path: str = ""
    description: str = ""
    users: list[User] = field(default_factory=list)
    codes: list[Code] = field(default_factory=list)
    variables: list[Variable] = field(default_factory=list)
    cases: list[Case] = field(default_factory=list)
    sources: list[Source] = field(default_factory=list)
    notes: list[Source] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    sets: list[Named] = field(default_factory=list)
    graphs: list[Named] = field(default_factory=list)
    note_refs: list[str] = field(default_factory=list)
