"""REFI-QDA files for tests: invented projects as other tools write them."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from pathlib import Path

from lapwing.reviews.refi.told import LossReport

Bring = Callable[..., LossReport]
"""Brings a project in that is given as XML, with the files beside it."""

NAMESPACE = 'xmlns="urn:QDA-XML:project:1.0"'
ANN = "aaaaaaaa-0000-4000-8000-000000000001"
BOB = "aaaaaaaa-0000-4000-8000-000000000002"
FATHERS = "cccccccc-0000-4000-8000-000000000001"
HOUSING = "cccccccc-0000-4000-8000-000000000002"
SOURCE = "dddddddd-0000-4000-8000-000000000001"
CASE = "eeeeeeee-0000-4000-8000-000000000001"
TEXT = "The father was not seen.\nNobody asked why he was not."
USERS = f'<Users><User guid="{ANN}" name="Ann Invented"/><User guid="{BOB}" name="Bob Invented"/></Users>'
CODES = (
    f'<CodeBook><Codes><Code guid="{FATHERS}" name="Absent fathers" isCodable="true" color="#F00082"/>'
    f'<Code guid="{HOUSING}" name="Housing" isCodable="true"/></Codes></CodeBook>'
)


def guid(number: int) -> str:
    """A guid for anything."""
    return f"99999999-0000-4000-8000-{number:012}"


def coding(number: int, code: str = FATHERS, user: str = ANN, notes: str = "") -> str:
    """A coding of a code by a person."""
    made = f'creatingUser="{user}" creationDateTime="2026-02-03T10:00:00Z"' if user else ""
    return f'<Coding guid="{guid(number)}" {made}><CodeRef targetGUID="{code}"/>{notes}</Coding>'


def selection(number: int, start: int, end: int, within: str = "", name: str = "") -> str:
    """A selection in a text."""
    return (
        f'<PlainTextSelection guid="{guid(number)}" name="{name}" startPosition="{start}" endPosition="{end}">'
        f"{within}</PlainTextSelection>"
    )


def text_source(within: str = "", text: str = TEXT, name: str = "review.txt", source: str = SOURCE) -> str:
    """A source with its text in the XML."""
    return f'<TextSource guid="{source}" name="{name}"><PlainTextContent>{text}</PlainTextContent>{within}</TextSource>'


def project(*parts: str, attributes: str = 'name="Invented" origin="Invented tool 1.0"', users: str = USERS) -> str:
    """A project of users, codes and whatever comes after them in the order of the schema."""
    return f"<Project {NAMESPACE} {attributes}>{users}{CODES}{''.join(parts)}</Project>"


def sources(*written: str) -> str:
    """The sources of a project."""
    return f"<Sources>{''.join(written)}</Sources>"


def qdpx(path: Path, xml: str, files: dict[str, bytes] | None = None, inner: str = "project.qde") -> Path:
    """A `.qdpx` of a project and the files beside it."""
    with zipfile.ZipFile(path, "w") as packed:
        packed.writestr(inner, xml)
        for name, content in (files or {}).items():
            packed.writestr(name, content)
    return path
