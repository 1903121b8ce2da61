"""Selections as passages, and codings by whom and when; nothing that is here already is doubled."""

from __future__ import annotations

from collections.abc import Sequence

from lapwing.reviews.coding.anchors import Letters, context_of
from lapwing.reviews.document import Document
from lapwing.reviews.project import new_guid
from lapwing.reviews.refi.facts import facts_in
from lapwing.reviews.refi.inward.arriving import Arriving
from lapwing.reviews.refi.inward.documents import SELECTIONS, Incoming, tell_lost_selection, tell_twin
from lapwing.reviews.refi.model import Coding, OtherSelection, Selection
from lapwing.reviews.refi.offsets import Convention, Marked, spans

NOT_HERE = "are coded to what is no code of the file"


def marks_of(one: Incoming) -> list[Marked]:
    """The selections of a source as evidence for how its positions are counted."""
    return [
        Marked(each.start, each.end, tuple(words for words in (each.name, each.description) if words))
        for each in one.source.with_text.selections
    ]


class Passages:
    """Brings in the selections and codings of one source."""

    def __init__(self, arriving: Arriving, one: Incoming, convention: Convention) -> None:
        """Reads which passages its document has already."""
        assert one.document is not None  # noqa: S101 -- its document was set before
        self.arriving = arriving
        self.project = arriving.project
        self.report = arriving.report
        self.one = one
        self.document: Document = one.document
        self.convention = convention
        self.letters: Letters | None = None
        rows = self.project.rows(
            'SELECT passage_id, "start", "end" FROM newest_reading JOIN anchor USING (reading_id) WHERE document_id = ?',
            (one.document_id,),
        )
        reading = self.project.rows("SELECT reading_id FROM newest_reading WHERE document_id = ?", (one.document_id,))
        self.reading_id = reading[0]["reading_id"]
        self.known: dict[tuple[int, int], int] = {(row["start"], row["end"]): row["passage_id"] for row in rows}

    def bring(self) -> None:
        """Everything of the source, its pages' selections too where they say the same as one in its text."""
        source = self.one.source
        selections = source.with_text.selections
        alone = self._twins(selections)
        found = spans(self.one.text, marks_of(self.one), self.convention).tolist()
        for selection, (start, end) in zip(selections, found, strict=True):
            self._selection(selection, start, end)
        for other in alone:
            self._other(other)
        for holder in dict.fromkeys((id(source), id(source.with_text))):
            held = source if holder == id(source) else source.with_text
            thing = ("document", str(self.one.document_id))
            self._whole(held.codings)
            self.arriving.attach(held.notes, thing)
            words = facts_in(held.description)[0]
            if words.strip():
                person = self.arriving.person(held.user)
                self.arriving.described(held.guid, thing, words, person, self.arriving.moment(held.at))

    def _twins(self, selections: Sequence[Selection]) -> list[OtherSelection]:
        """Selections on pages that none in the text has the guid of; the codings of the others join their twin's."""
        by_guid = {selection.guid: selection for selection in selections}
        alone = []
        for other in self.one.source.others:
            twin = by_guid.get(other.guid)
            if twin is None:
                alone.append(other)
                continue
            tell_twin(self.arriving, other)
            said = {(coding.code, coding.user) for coding in twin.codings}
            twin.codings += [coding for coding in other.codings if (coding.code, coding.user) not in said]
            twin.notes += [note for note in other.notes if note not in twin.notes]
        return alone

    def _other(self, other: OtherSelection) -> None:
        """A selection on a page, where the words that it says it has stand in the text once and nowhere else."""
        text = self.one.text.text
        if other.text.strip() and text.count(other.text) == 1:
            start = text.index(other.text)
            selection = Selection(other.guid, 0, 0, other.name, other.description, other.user)
            selection.codings, selection.notes = other.codings, other.notes
            self.report.changed.tell(SELECTIONS[other.kind], "were found in the text by their words", other.name)
            self._selection(selection, start, start + len(other.text))
        else:
            tell_lost_selection(self.arriving, other)

    def _selection(self, selection: Selection, start: int, end: int) -> None:
        passage_id = self._passage(selection, start, end)
        if passage_id is None:
            self.report.lost.tell("codings", "of selections that could not be placed", count=len(selection.codings))
            self._without_place(selection)
            return
        thing = ("passage", str(passage_id))
        self.arriving.ids["passage"][selection.guid] = passage_id
        self.arriving.things[selection.guid] = thing
        self.arriving.attach(selection.notes, thing)
        words = facts_in(selection.description)[0]
        if words.strip() and not self._is_quote(words, start, end):
            if not selection.codings:
                self.report.defects.tell(
                    "selections", "are described and not coded; the description is a memo", selection.name
                )
            person = self.arriving.person(selection.user, self.one.source.user)
            self.arriving.described(selection.guid, thing, words, person, self.arriving.moment(selection.at))
        if selection.name.strip() and not self._is_quote(selection.name, start, end):
            self.report.lost.tell(
                "names of selections", "are no quote of their text, and have no place here", selection.name
            )
        for coding in selection.codings:
            self._coding(coding, selection, passage_id)

    def _is_quote(self, words: str, start: int, end: int) -> bool:
        """Whether words are those of a passage, perhaps cut, as far as letters go."""
        letters = "".join(self.one.text.text[start:end].split())
        return letters.startswith("".join(words.split()).removesuffix("…").removesuffix("..."))

    def _without_place(self, selection: Selection) -> None:
        """Keeps what was written on a selection that stands nowhere, as a memo on its document."""
        thing = ("document", str(self.one.document_id))
        self.arriving.attach(selection.notes, thing)
        words = facts_in(selection.description)[0]
        if words.strip():
            person = self.arriving.person(selection.user, self.one.source.user)
            self.arriving.described(selection.guid, thing, words, person, self.arriving.moment(selection.at))

    def _passage(self, selection: Selection, start: int, end: int) -> int | None:
        """The passage of a selection, new or known; None, told, where it has no length or lies outside the text."""
        if start < 0 or end < 0 or start > end:
            self.report.lost.tell(
                "selections", "lie outside the text, within a character or end before they begin", selection.name
            )
            return None
        text = self.one.text.text[start:end]
        if not text.strip():
            self.report.lost.tell("selections", "have no length, or nothing but space", selection.name)
            return None
        first, last = start + len(text) - len(text.lstrip()), end - len(text) + len(text.rstrip())
        row = self.project.one("SELECT passage_id, document_id FROM passage WHERE guid = ?", (selection.guid,))
        if row and row["document_id"] == self.one.document_id:
            self.report.count("passages", new=False)
            return int(row["passage_id"])
        place = self._place(first, last)
        if place is None or not self.document.quote(*place):
            self.report.lost.tell("selections", "stand in nothing that is read as text here", selection.name)
            return None
        self.report.count("passages", new=place not in self.known)
        if place not in self.known:
            self.known[place] = self._keep(new_guid() if row else selection.guid, *place)
        return self.known[place]

    def _place(self, start: int, end: int) -> tuple[int, int] | None:
        """Where a stretch of the text that came stands in the document here, which may have been read otherwise."""
        text = self.one.text.text
        if text == self.document.text:
            return start, end
        self.letters = self.letters or Letters(self.document)
        found = self.letters.find(text[start:end], text[max(start - 60, 0) : start], text[end : end + 60], start)
        if found.start is None or found.end is None:
            return None
        self.report.changed.tell("selections", "were placed by their words: the document was read otherwise here")
        return found.start, found.end

    def _keep(self, guid: str, start: int, end: int) -> int:
        before, after = context_of(self.document, start, end)
        quote = self.document.quote(start, end)
        passage_id = self.project.insert(
            "passage", guid=guid, document_id=self.one.document_id, quote=quote, before=before, after=after
        )
        self.project.insert(
            "anchor", passage_id=passage_id, reading_id=self.reading_id, start=start, end=end, how="made"
        )
        return passage_id

    def _theme(self, coding: Coding) -> str | None:
        """The theme of a coding; None, told, where its code is a case or nothing that is known."""
        code = self.arriving.themes.get(coding.code)
        if code is None and any(case.guid == coding.code for case in self.arriving.refi.cases):
            self.report.defects.tell("codings", "are of a case and no code; they put the document to the case")
        elif code is None:
            self.report.lost.tell("codings", NOT_HERE)
        return code

    def _coding(self, coding: Coding, selection: Selection, passage_id: int) -> None:
        theme = self._theme(coding)
        if theme is None:
            return
        coder_id = self.arriving.person(coding.user, selection.user, self.one.source.user)
        row = self.project.one("SELECT coding_id FROM coding WHERE guid = ?", (coding.guid,)) or self.project.one(
            "SELECT coding_id FROM coding WHERE passage_id = ? AND theme = ? AND coder_id = ? AND withdrawn_at IS NULL",
            (passage_id, theme, coder_id),
        )
        self.report.count("codings", new=row is None)
        made_at = self.arriving.moment(coding.at, selection.at, self.one.source.at)
        coding_id = (
            row["coding_id"]
            if row
            else self.project.insert(
                "coding", guid=coding.guid, passage_id=passage_id, theme=theme, coder_id=coder_id, made_at=made_at
            )
        )
        self.arriving.ids["coding"][coding.guid] = coding_id
        self.arriving.things[coding.guid] = ("coding", str(coding_id))
        self.arriving.attach(coding.notes, ("coding", str(coding_id)))

    def _whole(self, codings: Sequence[Coding]) -> None:
        """Codings of the whole source: the theme is present in the document."""
        for coding in codings:
            theme = self._theme(coding)
            if theme is not None:
                self.arriving.attach(coding.notes, ("document", str(self.one.document_id)))
                self._present(coding, theme)

    def _present(self, coding: Coding, theme: str) -> None:
        if coding.guid in self.arriving.ids["assessment"]:
            return
        coder_id = self.arriving.person(coding.user, self.one.source.user)
        known = self.project.one("SELECT 1 FROM assessment WHERE guid = ?", (coding.guid,)) or self.project.one(
            "SELECT 1 FROM standing_assessment WHERE document_id = ? AND theme = ? AND coder_id = ? AND child_id IS NULL",
            (self.one.document_id, theme, coder_id),
        )
        self.report.count("themes in whole documents", new=known is None)
        if known is None:
            self.project.insert(
                "assessment",
                guid=coding.guid,
                document_id=self.one.document_id,
                theme=theme,
                state="present",
                why=f"coded to the whole document in {self.arriving.refi.origin or 'another tool'}",
                coder_id=coder_id,
                made_at=self.arriving.moment(coding.at, self.one.source.at),
            )
