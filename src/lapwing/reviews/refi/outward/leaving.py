"""What every part of an export needs: who may see what, who is named, and what is told."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Iterable

from lapwing.reviews.coding.sealing import sealed_from
from lapwing.reviews.project import Project
from lapwing.reviews.refi.facts import with_facts
from lapwing.reviews.refi.model import Source, User
from lapwing.reviews.refi.told import LossReport
from lapwing.reviews.refi.xml import fit, unfit

FIRST_WORDS = 60
"""Of a memo, as its name in other tools."""


SEALED = "whatever somebody coded there in an open round is sealed until every coder has locked"
"""Told of the documents, since how much was coded there is sealed too."""


class Leaving:
    """An export under way: of a project, as one person may see it (`viewer`; None sees nothing that is sealed)."""

    def __init__(self, project: Project, viewer: int | None) -> None:
        """Reads who codes, what is sealed and what memos there are."""
        self.project = project
        self.report = LossReport(origin="Lapwing")
        self.hidden = sealed_from(project, viewer)
        sealed = len({document for document, _ in self.hidden})
        self.report.lost.tell("documents", SEALED, count=sealed)
        self.coders = {row["coder_id"]: User(row["guid"], row["name"]) for row in project.rows("SELECT * FROM coder")}
        self.named: set[int] = set()
        self.guids: dict[str, dict[int | str, str | int]] = defaultdict(dict)
        self.notes: list[Source] = []
        self._memos = self._visible_memos()

    def person(self, coder_id: int) -> str:
        """The guid of a coder, who from now on is among the users of the export."""
        self.named.add(coder_id)
        return self.coders[coder_id].guid

    def theme(self, code: str) -> str:
        """The guid of a theme."""
        return str(self.guids["theme"][code])

    def users(self) -> list[User]:
        """Everybody who was named, by name."""
        return sorted(
            (self.coders[each] for each in self.named), key=lambda user: (fit(user.name).casefold(), user.guid)
        )

    def is_sealed(self, document_id: int, coder_id: int | None) -> bool:
        """Whether the viewer may not see what a coder said of a document yet."""
        return (document_id, coder_id) in self.hidden

    def memos(self, about: str, key: int | str, **facts: str) -> list[str]:
        """Adds the memos on something to the notes, and gives their guids."""
        guids = []
        for memo in self._memos.pop((about, str(key)), ()):
            words = memo["words"]
            first = words.strip().split("\n")[0]
            note = Source(
                "Note", memo["guid"], first if len(first) <= FIRST_WORDS else first[:FIRST_WORDS].rstrip() + "…"
            )
            note.description = with_facts("", {"memo": about, **facts})
            note.text, note.user, note.at = words, self.person(memo["coder_id"]), memo["made_at"]
            self.notes.append(note)
            guids.append(note.guid)
            self.report.count("memos")
        return guids

    def tell_unfit(self, words: Iterable[str]) -> None:
        """Tells of characters that XML cannot have."""
        count = sum(map(unfit, words))
        self.report.changed.tell("characters", "XML 1.0 cannot have them; each was replaced by U+FFFD", count=count)

    def left_over_memos(self) -> None:
        """Tells of memos on things that were not exported."""
        left = sum(map(len, self._memos.values()))
        self.report.lost.tell("memos", "what they are on is not in the export", count=left)

    def _visible_memos(self) -> dict[tuple[str, str], list[sqlite3.Row]]:
        on = {
            "document": {
                row["document_id"]: row["document_id"] for row in self.project.rows("SELECT document_id FROM document")
            },
            "passage": dict(map(tuple, self.project.rows("SELECT passage_id, document_id FROM passage"))),
            "coding": dict(
                map(
                    tuple,
                    self.project.rows("SELECT coding_id, document_id FROM coding JOIN passage USING (passage_id)"),
                )
            ),
        }
        memos: dict[tuple[str, str], list[sqlite3.Row]] = defaultdict(list)
        for row in self.project.rows("SELECT * FROM memo ORDER BY made_at, guid"):
            key = row["about_key"]
            document = on[row["about"]].get(int(key)) if row["about"] in on and key.isdigit() else None
            if document is None or not self.is_sealed(document, row["coder_id"]):
                memos[row["about"], key].append(row)
        return memos
