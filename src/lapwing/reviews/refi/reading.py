"""A REFI-QDA project or code book read from XML, as leniently as it can be understood; what is odd is told."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from uuid import NAMESPACE_URL, uuid5

from lxml import etree

from lapwing.reviews.refi.model import (
    Case,
    Code,
    Coding,
    Link,
    Named,
    OtherSelection,
    RefiProject,
    Selection,
    Source,
    User,
    Value,
    Variable,
)
from lapwing.reviews.refi.told import Tellings
from lapwing.reviews.refi.xml import CODEBOOK, PROJECT

GUID = re.compile(r"\{?([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})\}?", re.IGNORECASE)
NO_NUMBER = 2**53
"""No text is so long."""
SOURCES = ("TextSource", "PictureSource", "PDFSource", "AudioSource", "VideoSource")
OTHER_SELECTIONS = ("PictureSelection", "PDFSelection", "AudioSelection", "VideoSelection")


def project_of(root: etree._Element, odd: Tellings) -> RefiProject:
    """Everything that an element `Project`, or the root of a code book, says."""
    return _Reader(odd).project(root)


def moment_of(written: str) -> str:
    """A moment of theirs as ours, in UTC to the second; taken to be UTC where it names no zone, empty if unreadable."""
    try:
        at = datetime.fromisoformat(written.strip())
    except ValueError:
        return ""
    at = at if at.tzinfo else at.replace(tzinfo=UTC)
    try:
        return at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    except OverflowError:
        return ""


def _local(element: etree._Element) -> str:
    return etree.QName(element).localname


def _all(element: etree._Element | None, *names: str) -> Iterator[etree._Element]:
    """The children of these names, whatever their namespace."""
    return (
        child
        for child in (element if element is not None else ())
        if isinstance(child.tag, str) and _local(child) in names
    )


def _one(element: etree._Element | None, name: str) -> etree._Element | None:
    return next(_all(element, name), None)


class _Reader:
    """Reads elements, and keeps how guids are written where they are defined, to tell where references differ."""

    def __init__(self, odd: Tellings) -> None:
        self.odd = odd
        self.defined: dict[str, str] = {}
        self.referred: dict[str, set[str]] = {}
        self.unnumbered = 0

    def project(self, root: etree._Element) -> RefiProject:
        read = self._codebook_alone(root) if _local(root) == "CodeBook" else self._whole(root)
        differing = [
            guid for guid, ways in self.referred.items() if ways - {self.defined.get(guid, "")} and guid in self.defined
        ]
        self.odd.tell(
            "guids",
            "are written otherwise where they are referred to (case, braces); taken as one",
            count=len(differing),
        )
        return read

    def _codebook_alone(self, root: etree._Element) -> RefiProject:
        self._namespace(root, CODEBOOK)
        read = RefiProject(origin=root.get("origin", ""))
        read.codes = list(self._codes(_one(root, "Codes"), ""))
        read.sets = [self._named(one, "MemberCode") for one in _all(_one(root, "Sets"), "Set")]
        return read

    def _whole(self, root: etree._Element) -> RefiProject:
        self._namespace(root, PROJECT)
        read = RefiProject(root.get("name", ""), root.get("origin", ""), self._reference(root.get("creatingUserGUID")))
        read.created_at = moment_of(root.get("creationDateTime", ""))
        read.base_path = root.get("basePath", "")
        read.users = [self._user(one) for one in _all(_one(root, "Users"), "User")]
        read.codes = list(self._codes(_one(_one(root, "CodeBook"), "Codes"), ""))
        read.variables = [self._variable(one) for one in _all(_one(root, "Variables"), "Variable")]
        read.cases = [self._case(one) for one in _all(_one(root, "Cases"), "Case")]
        read.sources = [self._source(one) for one in _all(_one(root, "Sources"), *SOURCES)]
        read.notes = [self._source(one) for one in _all(_one(root, "Notes"), "Note")]
        read.links = [self._link(one) for one in _all(_one(root, "Links"), "Link")]
        read.sets = [
            self._named(one, "MemberCode", "MemberSource", "MemberNote") for one in _all(_one(root, "Sets"), "Set")
        ]
        read.graphs = [self._named(one, "Vertex", "Edge") for one in _all(_one(root, "Graphs"), "Graph")]
        read.description = self._description(root)
        read.note_refs = self._refs(root, "NoteRef")
        return read

    def _namespace(self, root: etree._Element, expected: str) -> None:
        found = etree.QName(root).namespace or ""
        if found != expected:
            self.odd.tell("namespace", f"is not {expected}; it was read all the same", found[:80])

    def _user(self, element: etree._Element) -> User:
        return User(self._guid(element), (element.get("name") or element.get("id") or "").strip())

    def _codes(self, element: etree._Element | None, parent: str) -> Iterator[Code]:
        for one in _all(element, "Code"):
            code = Code(self._guid(one), one.get("name", ""), parent, self._description(one), one.get("color", ""))
            code.codable = one.get("isCodable", "true").strip() not in ("false", "0")
            code.notes = self._refs(one, "NoteRef")
            yield code
            yield from self._codes(one, code.guid)

    def _variable(self, element: etree._Element) -> Variable:
        kind = element.get("typeOfVariable", "Text")
        return Variable(self._guid(element), element.get("name", ""), kind, self._description(element))

    def _case(self, element: etree._Element) -> Case:
        return Case(
            self._guid(element),
            element.get("name", ""),
            self._description(element),
            self._refs(element, "CodeRef"),
            self._values(element),
            self._refs(element, "SourceRef"),
            self._refs(element, "SelectionRef"),
        )

    def _source(self, element: etree._Element) -> Source:
        source = Source(_local(element), self._guid(element), self._name(element), self._description(element))
        content = _one(element, "PlainTextContent")
        source.text = None if content is None else content.text or ""
        source.text_path = element.get("plainTextPath", "")
        source.rich_path = element.get("richTextPath", "")
        source.path = element.get("path", "")
        source.user, source.at = self._made(element)
        source.selections = [self._selection(one) for one in _all(element, "PlainTextSelection")]
        source.others = [self._other(one) for one in _all(element, *OTHER_SELECTIONS)]
        source.codings = self._codings(element)
        source.notes = self._refs(element, "NoteRef")
        source.values = self._values(element)
        self._with_parts(element, source)
        return source

    def _with_parts(self, element: etree._Element, source: Source) -> None:
        """What else holds a text of the source: a PDF's representation, a picture's description, transcripts."""
        part = _one(element, "Representation")
        part = _one(element, "TextDescription") if part is None else part
        source.representation = None if part is None else self._source(part)
        transcripts = list(_all(element, "Transcript"))
        source.transcripts = len(transcripts)
        source.others += [self._other(one) for each in transcripts for one in _all(each, "TranscriptSelection")]

    def _name(self, element: etree._Element) -> str:
        name = element.get("name", "")
        return "" if name.strip() in ("", "None") else name

    def _selection(self, element: etree._Element) -> Selection:
        start, end = self._number(element, "startPosition"), self._number(element, "endPosition")
        user, at = self._made(element)
        selection = Selection(
            self._guid(element), start, end, element.get("name", ""), self._description(element), user, at
        )
        selection.codings, selection.notes = self._codings(element), self._refs(element, "NoteRef")
        return selection

    def _other(self, element: etree._Element) -> OtherSelection:
        text = _one(_one(element, "Representation"), "PlainTextContent")
        other = OtherSelection(_local(element), self._guid(element), element.get("name", ""))
        other.page = self._number(element, "page") if "page" in element.attrib else None
        other.text = "" if text is None else text.text or ""
        other.description, other.user = self._description(element), self._made(element)[0]
        other.codings, other.notes = self._codings(element), self._refs(element, "NoteRef")
        return other

    def _codings(self, element: etree._Element) -> list[Coding]:
        found = []
        for one in _all(element, "Coding"):
            code = next(iter(self._refs(one, "CodeRef")), "")
            found.append(Coding(self._guid(one), code, *self._made(one), self._refs(one, "NoteRef")))
        return found

    def _link(self, element: etree._Element) -> Link:
        ends = (self._reference(element.get(name)) for name in ("originGUID", "targetGUID"))
        return Link(self._guid(element), element.get("name", ""), *ends)

    def _named(self, element: etree._Element, *members: str) -> Named:
        return Named(self._guid(element), element.get("name", ""), len(list(_all(element, *members))))

    def _values(self, element: etree._Element) -> list[Value]:
        found = []
        for one in _all(element, "VariableValue"):
            variable = next(iter(self._refs(one, "VariableRef")), "")
            words = next((child.text or "" for child in one if _local(child) != "VariableRef"), None)
            if variable and words is not None:
                found.append(Value(variable, words))
        return found

    def _made(self, element: etree._Element) -> tuple[str, str]:
        return self._reference(element.get("creatingUser")), moment_of(element.get("creationDateTime", ""))

    def _description(self, element: etree._Element) -> str:
        described = _one(element, "Description")
        if described is None:
            return ""
        if not (described.text or "").strip():
            self.odd.tell("Descriptions", "are empty; left out")
            return ""
        return described.text or ""

    def _refs(self, element: etree._Element, name: str) -> list[str]:
        return [guid for one in _all(element, name) if (guid := self._reference(one.get("targetGUID")))]

    def _guid(self, element: etree._Element) -> str:
        written = (element.get("guid") or "").strip()
        found = GUID.fullmatch(written)
        if found:
            guid = found[1].lower()
            self.defined.setdefault(guid, written)
            return guid
        self.unnumbered += 1
        self.odd.tell(
            f"elements {_local(element)}", "have no guid that can be read; one was made of the place they stand in"
        )
        return str(uuid5(NAMESPACE_URL, f"{written}:{_local(element)}:{self.unnumbered}"))

    def _reference(self, written: str | None) -> str:
        found = GUID.fullmatch((written or "").strip())
        if not found:
            return ""
        guid = found[1].lower()
        self.referred.setdefault(guid, set()).add((written or "").strip())
        return guid

    def _number(self, element: etree._Element, name: str) -> int:
        """A whole number, or -1, which is no position, where it is none that a text could have."""
        try:
            number = int(element.get(name, ""))
        except ValueError:
            number = NO_NUMBER
        if abs(number) < NO_NUMBER:
            return number
        self.odd.tell("positions", "are no whole numbers, or beyond any text")
        return -1
