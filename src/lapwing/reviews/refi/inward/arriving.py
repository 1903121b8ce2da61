"""What every part of an import needs: where things of the file stand in the project, who did them, and what is told."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime

from lapwing.reviews.project import Project, coder, moment
from lapwing.reviews.refi.model import RefiProject
from lapwing.reviews.refi.naming import derived
from lapwing.reviews.refi.told import LossReport

Thing = tuple[str, str]
"""What a memo can be on: the kind of thing and its key, as the table of memos has them."""
PROJECT: Thing = ("project", "1")
NOBODY = "Unknown person"


@dataclass
class Arriving:
    """An import under way.

    `ids` has, by table, the id here of each guid of the file; `themes` the code here of each code's guid, and
    `codes` of each code that a file of our own names. `things` has what a memo can be put to, by guid. `is_new` where
    the project was made for this import and takes the file's name, book and guids for its own.
    """

    project: Project
    refi: RefiProject
    report: LossReport
    coder_id: int
    at: datetime
    called: str
    is_new: bool = False
    ids: dict[str, dict[str, int]] = field(default_factory=lambda: defaultdict(dict))
    themes: dict[str, str] = field(default_factory=dict)
    codes: dict[str, str] = field(default_factory=dict)
    things: dict[str, Thing] = field(default_factory=dict)
    attached: dict[str, list[Thing]] = field(default_factory=lambda: defaultdict(list))

    def person(self, *guids: str) -> int:
        """The coder of the first guid that is given; one whom the file does not name is named here by their guid."""
        guid = next((each for each in (*guids, self.refi.user) if each), "")
        if not guid:
            self.report.changed.tell("things", f"the file does not say whose they are; put down to {NOBODY}")
            return coder(self.project, NOBODY)
        if guid not in self.ids["coder"]:
            self.report.defects.tell("people", "are referred to and not among the users; named by their guid", guid[:8])
            known = self.project.one("SELECT coder_id FROM coder WHERE guid = ?", (guid,))
            name = f"{NOBODY} {guid[:8]}"
            self.ids["coder"][guid] = known["coder_id"] if known else coder(self.project, name, guid)
        return self.ids["coder"][guid]

    def moment(self, *written: str) -> str:
        """The first moment that is given, and otherwise that of the import."""
        return next((each for each in written if each), moment(self.at))

    def attach(self, notes: Iterable[str], thing: Thing) -> None:
        """Remembers on what notes are."""
        for guid in notes:
            self.attached[guid].append(thing)

    def memo(self, guid: str, thing: Thing, words: str, coder_id: int, made_at: str) -> None:
        """Keeps a memo, unless it is here already by its guid or word for word."""
        known = self.project.one(
            "SELECT 1 FROM memo WHERE guid = ? OR (about = ? AND about_key = ? AND words = ? AND coder_id = ?)",
            (guid, *thing, words, coder_id),
        )
        self.report.count("memos", new=known is None)
        if known is None:
            about, key = thing
            self.project.insert(
                "memo", guid=guid, about=about, about_key=key, words=words, coder_id=coder_id, made_at=made_at
            )

    def described(self, guid: str, thing: Thing, words: str, coder_id: int, made_at: str) -> None:
        """Keeps a description, which has no place of its own here, as a memo."""
        if words.strip():
            self.report.changed.tell("descriptions", f"are kept as memos on the {thing[0]}")
            self.memo(derived(guid, "description"), thing, words, coder_id, made_at)
