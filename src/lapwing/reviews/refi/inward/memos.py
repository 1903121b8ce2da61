"""Notes as memos on what they are attached to, by NoteRef, by a Link, or by nothing but being in the project."""

from __future__ import annotations

from lapwing.reviews.refi.container import Container
from lapwing.reviews.refi.facts import facts_in
from lapwing.reviews.refi.inward.arriving import PROJECT, Arriving
from lapwing.reviews.refi.inward.documents import decoded
from lapwing.reviews.refi.model import Link, Source
from lapwing.reviews.refi.naming import bare_name, derived

WITHOUT_NOTEREF = ("review", "message")
"""What a NoteRef cannot stand in, so that the fact of a Note says which it is."""


def links(arriving: Arriving) -> None:
    """Links between a Note and something else attach it; all other links have no place here."""
    notes = {note.guid for note in arriving.refi.notes}
    for link in arriving.refi.links:
        note, other = _ends(link, notes)
        if note and other in arriving.things:
            arriving.report.changed.tell("links of notes", "became the place of the note", link.name)
            arriving.attach([note], arriving.things[other])
        elif note:
            arriving.report.lost.tell("links of notes", "what they lead to was not brought in; the note was", link.name)
        else:
            arriving.report.lost.tell("links", "have no place here", link.name)


def _ends(link: Link, notes: set[str]) -> tuple[str, str]:
    """The note at one end of a link, or nothing, and what is at the other."""
    if link.origin in notes:
        return link.origin, link.target
    return (link.target, link.origin) if link.target in notes else ("", "")


def memos(arriving: Arriving, container: Container, notes: list[Source]) -> None:
    """Brings in each note, once for each thing that it is on."""
    arriving.attach(arriving.refi.note_refs, PROJECT)
    lost = lost_places(arriving)
    for note in notes:
        words = _words(arriving, container, note)
        if not words.strip():
            arriving.report.lost.tell("notes", "are empty, or their text is not in the file", note.name)
            continue
        things = list(dict.fromkeys(arriving.attached.get(note.guid, []))) or [_by_fact(arriving, note)]
        if note.guid in lost and things == [PROJECT]:
            arriving.report.changed.tell("notes", "what they are on was not brought in; kept on the project", note.name)
        _tell_rest(arriving, note)
        for at, thing in enumerate(things):
            guid = derived(note.guid, *thing) if at else note.guid
            arriving.memo(guid, thing, words, arriving.person(note.user), arriving.moment(note.at))


def lost_places(arriving: Arriving) -> set[str]:
    """The notes that are on a selection or coding outside texts."""
    return {
        guid
        for source in arriving.refi.sources
        for part in source.parts()
        for guid in (*part.notes, *(note for coding in part.codings for note in coding.notes))
    }


def _by_fact(arriving: Arriving, note: Source) -> tuple[str, str]:
    """What a note of our own says that it is on; the project where it says nothing."""
    facts = facts_in(note.description)[1]
    found = (arriving.things.get(facts[about]) for about in WITHOUT_NOTEREF if about in facts)
    return next((thing for thing in found if thing), PROJECT)


def _words(arriving: Arriving, container: Container, note: Source) -> str:
    """The text of a note; of others' notes with their name and description above it."""
    name = bare_name(note.text_path)
    content = note.text or ""
    if note.text is None and name and container.has(name):
        content = decoded(arriving, container.read(name), note.name).removeprefix("\ufeff").replace("\r\n", "\n")
    description, facts = facts_in(note.description)
    if "memo" in facts:
        return content
    return "\n\n".join(part.strip() for part in (note.name, description, content) if part.strip())


def _tell_rest(arriving: Arriving, note: Source) -> None:
    """Notes can themselves be coded, which has no place here."""
    codings = len(note.codings) + sum(len(selection.codings) for selection in note.selections)
    arriving.report.lost.tell("codings of notes", "notes are not coded here", note.name, count=codings)
