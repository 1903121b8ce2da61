"""The XML of REFI-QDA: parsed without entities, document types or a network, and held against the schemas."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from itertools import islice
from typing import cast
from xml.parsers import expat

from lxml import etree

from lapwing.reviews.refi.container import UnreadableExchange, UnsafeExchange

PROJECT = "urn:QDA-XML:project:1.0"
CODEBOOK = "urn:QDA-XML:codebook:1.0"
MOST_ERRORS = 20
"""Of a schema's, before the rest is left out."""
ROOTS = ("Project", "CodeBook")
NAMED = re.compile(r"Element '(?:\{[^}]*\})?(\w+)'(?:, attribute '(\w+)')?")


def tree_of(content: bytes, name: str) -> etree._Element:
    """The root element; refused where it declares a document type, is too deep, or is no XML or of another kind.

    libxml2 itself refuses more than 256 elements within each other and texts of over 10 MB.
    """
    _refuse_document_type(content, name)
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(content, parser)
    except etree.XMLSyntaxError as error:
        raise UnreadableExchange(
            f"{name} cannot be read as XML: line {error.lineno or 1} is damaged, nested too deep or too long. "
            "Export the project again in the tool it comes from."
        ) from None
    if _local(root) not in ROOTS:
        raise UnreadableExchange(
            f"{name} is XML but no REFI-QDA: it is neither a project nor a code book. "
            "Export the project again in the tool it comes from."
        )
    return root


class _PrologEnds(Exception):
    """The first element has been reached."""


def _refuse_document_type(content: bytes, name: str) -> None:
    """Looks at what stands before the first element, before anything else does."""
    declared = False

    def declares(*_: object) -> None:
        nonlocal declared
        declared = True
        raise _PrologEnds

    def begins(*_: object) -> None:
        raise _PrologEnds

    looking = expat.ParserCreate()
    looking.StartDoctypeDeclHandler = declares
    looking.StartElementHandler = begins
    try:
        looking.Parse(content, True)
    except _PrologEnds:
        pass
    except expat.ExpatError:
        raise UnreadableExchange(f"{name} is not XML in UTF-8 or UTF-16. Export the project again.") from None
    if declared:
        raise UnsafeExchange(f"{name} was not opened: it declares a document type, which REFI-QDA never does.")


def schema_errors(root: etree._Element) -> list[str]:
    """Where an element departs from the schema of its standard, by line, element and rule; nothing where it is valid."""
    schema = _schema("Codebook.xsd" if _local(root) == "CodeBook" else "Project.xsd")
    # A tree by itself, so that the schema sees it as it would stand in a file.
    if schema.validate(root.getroottree()):
        return []
    return [
        f"line {error.line}: {_rule(error)}"
        for error in islice(cast(Iterable[etree._LogEntry], schema.error_log), MOST_ERRORS)
    ]


def _rule(error: etree._LogEntry) -> str:
    """Which rule was broken and where; of the message only the names of element and attribute, never a value."""
    found = NAMED.match(error.message)
    element, attribute = (found[1], found[2]) if found else ("", None)
    where = f"{element}/@{attribute}" if attribute else element
    return f"{where}: {error.type_name.removeprefix('SCHEMAV_').lower().replace('_', ' ')}"


@cache
def _schema(name: str) -> etree.XMLSchema:
    return etree.XMLSchema(etree.fromstring(files(__package__).joinpath("schemas", name).read_bytes()))


def _local(element: etree._Element) -> str:
    return etree.QName(element).localname


def unfit(text: str) -> int:
    """How many characters XML 1.0 cannot have (section 2.2 of the recommendation)."""
    return sum(not _fits(character) for character in text)


def fit(text: str) -> str:
    """The text with each character that XML 1.0 cannot have replaced by U+FFFD."""
    return "".join(character if _fits(character) else "\ufffd" for character in text) if unfit(text) else text


def _fits(character: str) -> bool:
    return (
        character >= " " and not ("\ud800" <= character <= "\udfff" or character in "\ufffe\uffff")
    ) or character in "\t\n\r"
