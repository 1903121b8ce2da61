"""Documents as sources: their text, the original beside it, passages as selections, codings by whom and when."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from dataclasses import replace
from pathlib import PurePosixPath

from lapwing.reviews.document import Document
from lapwing.reviews.project.documents import original_of, stored_document
from lapwing.reviews.reading import MediaType
from lapwing.reviews.refi.facts import with_facts
from lapwing.reviews.refi.layout import Laid, layout_json
from lapwing.reviews.refi.model import Coding, Selection, Source
from lapwing.reviews.refi.naming import INTERNAL, LAYOUT_FILE, derived
from lapwing.reviews.refi.outward.leaving import Leaving

WORD_ENDING = ".docx"
FIRST_OF_QUOTE = 100
"""Characters of a passage that stand in the name of its selection, so that others can mend positions by them."""


def written_text(text: str) -> str:
    """A text as it is exported: line feeds alone and no byte order mark, without a character shifting.

    A no-break space of no width at the start, which would be taken for a mark, becomes the word joiner that Unicode
    has for it.
    """
    text = text.replace("\r\n", " \n").replace("\r", "\n")
    return "\u2060" + text[1:] if text.startswith("\ufeff") else text


class Sources:
    """The sources of an export, and the files that lie beside them."""

    def __init__(self, leaving: Leaving) -> None:
        """Reads what was coded, once."""
        self.leaving = leaving
        self.project = leaving.project
        self.files: list[tuple[str, bytes]] = []
        self.laid: dict[str, Laid] = {}
        self.codings = self._codings()
        self.needed = self._needed_passages()

    def all(self) -> list[Source]:
        """Every document as a source, in the order in which they came, which agreement draws its samples by."""
        documents = self.project.rows(
            "SELECT document_id, guid, name, media_type, added_at FROM document ORDER BY document_id"
        )
        found = [self._source(row) for row in documents]
        if found:
            self.files.append((LAYOUT_FILE, layout_json(self.laid)))
            self.leaving.report.changed.tell(
                "documents",
                "pages, headings and paragraph numbers lie in a file beside them that only Lapwing reads",
                count=len(found),
            )
        return found

    def _codings(self) -> dict[int, list[sqlite3.Row]]:
        """The codings that stand and may be seen, by passage."""
        codings = defaultdict(list)
        for row in self.project.rows("SELECT * FROM standing_coding ORDER BY made_at, guid"):
            if not self.leaving.is_sealed(row["document_id"], row["coder_id"]):
                codings[row["passage_id"]].append(row)
        withdrawn = self.project.rows("SELECT count(*) AS codings FROM coding WHERE withdrawn_at IS NOT NULL")[0]
        self.leaving.report.lost.tell("codings", "were withdrawn, and stay here alone", count=withdrawn["codings"])
        return codings

    def _needed_passages(self) -> set[int]:
        """Passages that something other than a coding refers to, and those that nobody coded."""
        rows = self.project.rows(
            """
            SELECT passage_id FROM implication_source
            UNION SELECT passage_id FROM message_review WHERE passage_id IS NOT NULL
            UNION SELECT passage_id FROM adjudication WHERE passage_id IS NOT NULL
            UNION SELECT passage_id FROM passage WHERE passage_id NOT IN (SELECT passage_id FROM coding)
            """
        )
        return {row["passage_id"] for row in rows}

    def _source(self, row: sqlite3.Row) -> Source:
        stored = stored_document(self.project, row["document_id"])
        document = replace(stored, text=written_text(stored.text))
        if document.text != stored.text:
            self.leaving.report.changed.tell(
                "texts", "carriage returns or a byte order mark became another character", row["name"]
            )
        source = Source("TextSource", row["guid"], row["name"], at=row["added_at"])
        self.leaving.guids["document"][row["document_id"]] = row["guid"]
        self._put_files(source, row, document)
        source.with_text.selections = self._selections(row["document_id"], document)
        source.codings = self._whole(row["document_id"])
        source.notes = self.leaving.memos("document", row["document_id"])
        self.leaving.report.count("documents")
        self.leaving.tell_unfit((row["name"],))
        return source

    def _put_files(self, source: Source, row: sqlite3.Row, document: Document) -> None:
        """The text, the original where it is another file, and where each lies."""
        holder = source
        original = original_of(self.project, row["document_id"])
        name = f"{derived(source.guid, 'original')}{PurePosixPath(source.name).suffix.lower()}"
        if row["media_type"] == MediaType.PDF:
            holder = Source("Representation", derived(source.guid, "representation"), f"Text of {source.name}")
            source.kind, source.path, source.representation = "PDFSource", INTERNAL + name, holder
        elif name.endswith(WORD_ENDING):
            source.rich_path = INTERNAL + name
        text_name, text = f"{derived(holder.guid, 'text')}.txt", document.text.encode()
        holder.text_path = INTERNAL + text_name
        self.files.append((text_name, text))
        if original == text and source.kind == "TextSource" and not source.rich_path:
            name = text_name
        else:
            self.files.append((name, original))
        reader = self.project.rows("SELECT reader FROM newest_reading WHERE document_id = ?", (row["document_id"],))
        self.laid[source.guid] = Laid(document, row["media_type"], name, reader[0]["reader"])

    def _selections(self, document_id: int, document: Document) -> list[Selection]:
        rows = self.project.rows(
            """
            SELECT passage.passage_id, passage.guid, anchor."start", anchor."end", anchor.how
            FROM passage JOIN newest_reading USING (document_id) JOIN anchor USING (passage_id, reading_id)
            WHERE passage.document_id = ? ORDER BY anchor."start", anchor."end", passage.guid
            """,
            (document_id,),
        )
        found = []
        for row in rows:
            memos = self.leaving.memos("passage", row["passage_id"])
            if row["passage_id"] in self.codings or row["passage_id"] in self.needed or memos:
                self.leaving.guids["passage"][row["passage_id"]] = row["guid"]
                if row["start"] is not None:
                    found.append(self._selection(row, document, memos))
        return found

    def _selection(self, row: sqlite3.Row, document: Document, memos: list[str]) -> Selection:
        quote = " ".join(document.text[row["start"] : row["end"]].split())
        name = quote if len(quote) <= FIRST_OF_QUOTE else quote[:FIRST_OF_QUOTE].rstrip() + "…"
        selection = Selection(row["guid"], row["start"], row["end"], name, notes=memos)
        selection.description = with_facts("", {"place": str(document.place_of(row["start"]))})
        selection.codings = [self._coding(coding) for coding in self.codings.get(row["passage_id"], ())]
        if selection.codings:
            selection.user, selection.at = selection.codings[0].user, selection.codings[0].at
        self.leaving.report.count("passages")
        self.leaving.tell_unfit((name,))
        if row["how"] == "nearly":
            self.leaving.report.changed.tell(
                "passages", "their words are those of the newest reading, not quite as coded"
            )
        return selection

    def _coding(self, row: sqlite3.Row) -> Coding:
        coding = Coding(
            row["guid"], self.leaving.theme(row["theme"]), self.leaving.person(row["coder_id"]), row["made_at"]
        )
        coding.notes = self.leaving.memos("coding", row["coding_id"])
        self.leaving.guids["coding"][row["coding_id"]] = row["guid"]
        self.leaving.report.count("codings")
        return coding

    def _whole(self, document_id: int) -> list[Coding]:
        """What is present in the document as a whole; what is absent or not assessed has no place here."""
        rows = self.project.rows(
            "SELECT * FROM standing_assessment WHERE document_id = ? AND state = 'present' ORDER BY made_at, guid",
            (document_id,),
        )
        found = []
        for row in rows:
            if not self.leaving.is_sealed(document_id, row["coder_id"]):
                theme = self.leaving.theme(row["theme"])
                found.append(Coding(row["guid"], theme, self.leaving.person(row["coder_id"]), row["made_at"]))
        return found
