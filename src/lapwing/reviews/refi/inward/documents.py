"""Sources as documents: which have a text here, what it is, and whether the project has it already."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePosixPath

from lapwing.reviews.document import Document
from lapwing.reviews.project import new_guid
from lapwing.reviews.project.documents import keep_document, sha256_of, stored_document
from lapwing.reviews.reading import READER, MediaType, UnusableDocument, read_document
from lapwing.reviews.refi.container import Container
from lapwing.reviews.refi.inward.arriving import Arriving
from lapwing.reviews.refi.inward.blocks import document_of_text
from lapwing.reviews.refi.inward.people import free_name
from lapwing.reviews.refi.layout import Layouts
from lapwing.reviews.refi.model import OtherSelection, Source
from lapwing.reviews.refi.naming import LAYOUT_FILE, ORIGIN, bare_name, is_elsewhere
from lapwing.reviews.refi.offsets import SourceText

KINDS = {"PictureSource": "pictures", "AudioSource": "sound recordings", "VideoSource": "films"}
SELECTIONS = {
    "PictureSelection": "selections in pictures",
    "PDFSelection": "selections on pages",
    "AudioSelection": "selections in sound recordings",
    "VideoSelection": "selections in films",
    "TranscriptSelection": "selections in transcripts",
}
MEDIA_TYPES = {".pdf": MediaType.PDF, ".docx": MediaType.WORD}


@dataclass
class Incoming:
    """A source whose text is here, as it came, and the document that it became.

    `read` is what our own reader made of the file, where it came without its text.
    """

    source: Source
    text: SourceText
    content: bytes
    read: Document | None = None
    document_id: int = 0
    document: Document | None = None


def incoming(arriving: Arriving, container: Container) -> list[Incoming]:
    """The sources whose text is here; what cannot be brought in is told, with what was coded in it."""
    found = []
    for at, source in enumerate(arriving.refi.sources, 1):
        _name(arriving, source, at)
        _tell_paths(arriving, source)
        if source.kind in KINDS:
            _lost(arriving, source, KINDS[source.kind], "are no text; only documents are coded here")
            continue
        read = _text_of(arriving, container, source.with_text) or _read_here(arriving, container, source)
        if read is None:
            _lost(arriving, source, "documents", "their text is not in the file")
        elif not read[0].text.strip() and arriving.refi.origin != ORIGIN:
            _lost(arriving, source, "documents", "their text is empty")
        else:
            found.append(Incoming(source, *read))
    return found


def _read_here(arriving: Arriving, container: Container, source: Source) -> tuple[SourceText, bytes, Document] | None:
    """What our own reader makes of a PDF or Word file that came without its text, if nothing in the text is selected."""
    if source.with_text.selections:
        return None
    for name in filter(None, map(bare_name, (source.path, source.rich_path))):
        if not container.has(name):
            continue
        content = container.read(name)
        try:
            document = read_document(name, content)
        except UnusableDocument as unusable:
            arriving.report.lost.tell("files that came without their text", str(unusable), source.name)
            continue
        arriving.report.changed.tell("files that came without their text", "were read here", source.name)
        return SourceText.in_file(document.text), content, document
    return None


def _name(arriving: Arriving, source: Source, at: int) -> None:
    if not source.name.strip():
        source.name = f"Document {at}"
        arriving.report.defects.tell("sources", "have no name; they were given one", source.name)


def _tell_paths(arriving: Arriving, source: Source) -> None:
    """Tells of paths that lead out of the file, without following them, and of those that lack their scheme."""
    paths = dict.fromkeys((source.path, source.rich_path, source.text_path, source.with_text.text_path))
    for path in paths:
        if is_elsewhere(path):
            arriving.report.lost.tell("files outside", "lie beside or outside the file; not followed", source.name)
        elif path and "://" not in path:
            arriving.report.defects.tell("paths", "have no internal:// before them; taken as if they had", source.name)


def _lost(arriving: Arriving, source: Source, what: str, why: str) -> None:
    lost = arriving.report.lost
    lost.tell(what, why, source.name)
    lost.tell("codings of whole sources", f"of {what} that were not brought in", count=len(source.codings))
    for selection in source.with_text.selections:
        lost.tell("text selections", f"of {what} that were not brought in", selection.name)
        lost.tell("codings", f"of text selections of {what} that were not brought in", count=len(selection.codings))
    if source.representation:
        lost.tell(
            "codings of whole sources", f"of {what} that were not brought in", count=len(source.representation.codings)
        )
    twins = {selection.guid for selection in source.with_text.selections}
    for other in source.others:
        if other.guid in twins:
            tell_twin(arriving, other)
        else:
            tell_lost_selection(arriving, other)
    lost.tell("transcripts", f"of {what} that were not brought in", count=source.transcripts)
    lost.tell(
        "texts that describe pictures",
        "of pictures that were not brought in",
        count=what == "pictures" and source.representation is not None,
    )


def tell_twin(arriving: Arriving, other: OtherSelection) -> None:
    """Tells of a selection on a page that is in the text too, under the same guid."""
    arriving.report.defects.tell(
        f"{SELECTIONS[other.kind]}", "have the guid of a selection in the text; counted once", other.name
    )


def tell_lost_selection(arriving: Arriving, other: OtherSelection) -> None:
    """Tells of a selection that is none in a text, and of what was coded to it."""
    why = "only places in a text are coded here"
    name = other.name or other.guid[:8]
    shown = name if other.page is None else f"{name} (page {other.page})"
    if other.page == 0:
        arriving.report.defects.tell("pages", "are counted from 0", other.name)
    arriving.report.lost.tell(SELECTIONS[other.kind], why, shown)
    arriving.report.lost.tell(f"codings of {SELECTIONS[other.kind]}", why, count=len(other.codings))


def _text_of(arriving: Arriving, container: Container, holder: Source) -> tuple[SourceText, bytes, None] | None:
    """The text of a source and its bytes; None where it is nowhere here."""
    name = bare_name(holder.text_path)
    if name and container.has(name):
        content = container.read(name)
        return SourceText.in_file(decoded(arriving, content, holder.name)), content, None
    if holder.text is not None:
        return SourceText.in_xml(holder.text), holder.text.encode(), None
    return None


def decoded(arriving: Arriving, content: bytes, name: str) -> str:
    """The characters of a text file; one that is not UTF-8, as the standard wants it, is told."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        arriving.report.defects.tell("text files", "are in UTF-16 and not in UTF-8", name)
        return "\ufeff" + content.decode("utf-16", "replace")
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        arriving.report.defects.tell("text files", "are not in UTF-8; taken to be in Windows-1252", name)
        return content.decode("cp1252", "replace")


class Documents:
    """Puts each text that came into the project, or finds it there."""

    def __init__(self, arriving: Arriving, container: Container, reviewed: dict[str, int]) -> None:
        """Reads the side file of our own, where there is one."""
        self.arriving = arriving
        self.project = arriving.project
        self.container = container
        self.reviewed = reviewed
        self.layouts = Layouts(container.read(LAYOUT_FILE) if container.has(LAYOUT_FILE) else b"")

    def bring(self, one: Incoming) -> None:
        """Sets the document of a source, new or as it is known here."""
        laid = self.layouts.laid(one.source.guid, one.text.text)
        media_type, original = self._original(one, laid.media_type if laid else "", laid.original if laid else "")
        known = self._known(one, sha256_of(original))
        self.arriving.report.count("documents", new=known is None)
        if known is None:
            document = laid.document if laid else one.read or document_of_text(one.text.text)
            reader = laid.reader if laid else READER if one.read else "refi"
            one.document_id = self._keep(one, document, media_type, original, reader)
        else:
            one.document_id = known
        one.document = stored_document(self.project, one.document_id)
        self._review(one)
        for guid in (one.source.guid, one.source.with_text.guid):
            self.arriving.ids["document"][guid] = one.document_id
            self.arriving.things[guid] = ("document", str(one.document_id))

    def _original(self, one: Incoming, media_type: str, name: str) -> tuple[str, bytes]:
        """What kind of file the document was read from, and its content: the text itself where no other came."""
        if name and self.container.has(name):
            return media_type, self.container.read(name)
        for path in (one.source.path, one.source.rich_path):
            ending = "." + bare_name(path).lower().rpartition(".")[2]
            if ending in MEDIA_TYPES and self.container.has(bare_name(path)):
                return MEDIA_TYPES[ending], self.container.read(bare_name(path))
        if one.source.kind == "PDFSource":
            self.arriving.report.lost.tell("PDF files", "are not in the file; their text is", one.source.name)
        return MediaType.PLAIN_TEXT, one.content

    def _known(self, one: Incoming, sha256: str) -> int | None:
        row = self.project.one("SELECT document_id FROM document WHERE guid = ?", (one.source.guid,))
        if row is None:
            row = self.project.one(
                "SELECT document_id FROM document LEFT JOIN newest_reading USING (document_id) "
                "WHERE sha256 = ? OR (name = ? AND text = ?)",
                (sha256, one.source.name, one.text.text),
            )
            if row:
                self.arriving.report.changed.tell(
                    "documents", "have another guid here and the same content; taken as one", one.source.name
                )
        return int(row["document_id"]) if row else None

    def _keep(self, one: Incoming, document: Document, media_type: str, original: bytes, reader: str) -> int:
        name = free_name(self.project, "document", one.source.name)
        if name != one.source.name:
            self.arriving.report.changed.tell(
                "documents", "have a name that another has; they were given a number", name
            )
        kept = keep_document(
            self.project,
            name=name,
            media_type=media_type,
            original=original,
            document=document,
            at=self.arriving.at,
            reader=reader,
            review_id=self._review_of(one, name, document.title),
            guid=one.source.guid or new_guid(),
        )
        added_at = self.arriving.moment(one.source.at)
        self.project.connection.execute("UPDATE document SET added_at = ? WHERE document_id = ?", (added_at, kept))
        return kept

    def _review_of(self, one: Incoming, name: str, title: str) -> int | None:
        """The review of a new document: of its case, and otherwise its own, but where Lapwing itself knew of none."""
        known = self.reviewed.get(one.source.guid)
        if known is None and self.arriving.refi.origin != ORIGIN:
            self.arriving.report.changed.tell("documents", "belong to no case; each has a review of its own", name)
            reference = free_name(self.project, "review", PurePosixPath(name).stem)
            return self.project.insert("review", guid=new_guid(), reference=reference, title=title)
        return known

    def _review(self, one: Incoming) -> None:
        """Puts the document to its review, where it has none yet."""
        review_id = self.reviewed.get(one.source.guid)
        if review_id is not None:
            self.project.connection.execute(
                "UPDATE document SET review_id = ? WHERE document_id = ? AND review_id IS NULL",
                (review_id, one.document_id),
            )
