"""Rounds of double coding: who codes which documents blind, and the locks that open them."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from lapwing.reviews.agreement.sampling import By, Stratum, draw, kinds_of
from lapwing.reviews.project import Project, coder, coder_names, moment
from lapwing.reviews.refusal import Refusal
from lapwing.reviews.themes import newest_book


@dataclass(frozen=True)
class Assignment:
    """A document handed to a coder: when they locked it, or empty, and whether all of its coders have."""

    document_id: int
    document: str
    coder: str
    locked_at: str
    is_open: bool


@dataclass(frozen=True)
class Round:
    """A share of the documents, drawn from strata by a seed and handed to the same coders."""

    round_id: int
    name: str
    share: float
    seed: int
    by: str
    strata: tuple[Stratum, ...]
    version: int
    made_by: str
    made_at: str
    assignments: tuple[Assignment, ...]

    @property
    def documents(self) -> int:
        """How many documents it has."""
        return len({one.document_id for one in self.assignments})

    @property
    def coders(self) -> tuple[str, ...]:
        """Who codes, in order of name."""
        return tuple(sorted({one.coder for one in self.assignments}))

    @property
    def explained(self) -> str:
        """How the documents were drawn, so that somebody else can draw the same."""
        documents = f"{self.documents} document{'' if self.documents == 1 else 's'}"
        told = f"{documents}, {100 * self.share:.4g}% of those that could be drawn, from seed {self.seed}"
        if self.by == By.NONE:
            return f"{told}."
        parts = "; ".join(f"{one.name}: {one.drawn} of {one.documents}" for one in self.strata)
        return f"{told}; from each {self.by} in proportion and at least one: {parts}."


def make_round(
    project: Project,
    *,
    share: float,
    coders: Sequence[str],
    made_by: str,
    at: datetime,
    by: By = By.NONE,
    seed: int = 1,
    name: str = "",
) -> int:
    """Draws a share of the documents, hands each to every one of the coders, and gives the round's id.

    Documents that one of them already has in a round are not drawn. From now on what the coders make of these
    documents is sealed until all have locked it.
    """
    named = _distinct(coders)
    if not 0 < share <= 1:
        raise Refusal(f"The share of documents is over 0 and up to 1, such as 0.2 for a fifth; has {share:g}.")
    if seed < 0:
        raise Refusal(f"A seed is 0 or more; has {seed}.")
    called = name.strip() or f"round {_next_number(project)}"
    if project.one("SELECT 1 FROM coding_round WHERE name = ?", (called,)):
        raise Refusal(f"There is a round “{called}” already. Give another --name.")
    with project.changing():
        ids = [coder(project, one) for one in named]
        names = _free_documents(project, ids)
        drawn = draw(kinds_of(project, list(names), by), names, share, seed)
        strata = {"by": by, "strata": [vars(stratum) for stratum in drawn.strata]}
        maker = coder(project, made_by)
        round_id = project.insert(
            "coding_round",
            name=called,
            share=share,
            seed=seed,
            strata=json.dumps(strata, ensure_ascii=False),
            version=newest_book(project).version,
            coder_id=maker,
            made_at=moment(at),
        )
        rows = [(round_id, document_id, coder_id) for document_id in drawn.documents for coder_id in ids]
        project.connection.executemany("INSERT INTO assignment VALUES (?, ?, ?, NULL)", rows)
        project.log(f"handed {len(drawn.documents)} documents to {', '.join(named)} in the round “{called}”", maker, at)
    return round_id


def _next_number(project: Project) -> int:
    return int(project.rows("SELECT ifnull(max(round_id), 0) + 1 AS number FROM coding_round")[0]["number"])


def _distinct(coders: Sequence[str]) -> list[str]:
    named = [one.strip() for one in coders if one.strip()]
    if len({one.casefold() for one in named}) != len(named):
        raise Refusal("The same coder is named twice. Double coding is by two or more people: give --coders A,B.")
    if len(named) < 2:
        raise Refusal("Double coding needs two or more coders: give --coders A,B.")
    return named


def _free_documents(project: Project, coders: Sequence[int]) -> dict[int, str]:
    """The documents that none of the coders has in a round, by id, with their names."""
    rows = project.rows(
        """SELECT document_id, name FROM document WHERE document_id NOT IN (
            SELECT document_id FROM assignment WHERE coder_id IN (SELECT value FROM json_each(?)))""",
        (json.dumps(list(coders)),),
    )
    if not rows:
        has_any = project.rows("SELECT count(*) AS number FROM document")[0]["number"]
        raise Refusal(
            "Each document is in a round of one of these coders already. See `lapwing reviews assign`."
            if has_any
            else "The project has no documents yet. Read some in with `lapwing reviews read`."
        )
    return {row["document_id"]: row["name"] for row in rows}


@dataclass(frozen=True)
class Locked:
    """A document that a coder locked, how much they coded in it, and which of its coders have yet to lock.

    `coded` counts passages, and themes that they spoke of in the document as a whole.
    """

    document: str
    coded: int
    waiting_for: tuple[str, ...]


def lock(project: Project, *, coder_name: str, at: datetime, document_id: int | None = None) -> list[Locked]:
    """Locks one document, or all that a coder has open, in every round that they have it in; gives what was locked.

    They say by it that they have read all of it for every theme of the round's version, and cannot change their coding
    of it until the others have locked too. It is then open, and counted as it was locked.
    """
    coder_id = _known_coder(project, coder_name)
    rows = project.rows(
        """SELECT round_id, document_id, version, name FROM assignment
        JOIN (SELECT round_id, version FROM coding_round) USING (round_id) JOIN document USING (document_id)
        WHERE coder_id = ?1 AND locked_at IS NULL AND (?2 IS NULL OR document_id = ?2) ORDER BY name""",
        (coder_id, document_id),
    )
    if not rows:
        which = "this document" if document_id else "any document"
        raise Refusal(f"{coder_name} does not have {which} to lock. `lapwing reviews assign` says who has what.")
    with project.changing():
        for row in rows:
            project.connection.execute(
                "UPDATE assignment SET locked_at = ? WHERE round_id = ? AND document_id = ? AND coder_id = ?",
                (moment(at), row["round_id"], row["document_id"], coder_id),
            )
            project.connection.execute(
                "INSERT OR REPLACE INTO finished VALUES (?, ?, ?, ?)",
                (row["document_id"], coder_id, row["version"], moment(at)),
            )
            project.log(f"locked their coding of {row['name']}", coder_id, at)
    locked = {row["document_id"]: row["name"] for row in rows}
    return [
        Locked(name, _coded(project, document_id, coder_id), _waiting_for(project, document_id))
        for document_id, name in locked.items()
    ]


def _known_coder(project: Project, name: str) -> int:
    known = {called.casefold(): coder_id for coder_id, called in coder_names(project).items()}
    if name.strip().casefold() not in known:
        raise Refusal(f"Nobody called “{name.strip()}” codes in this project. Give --coder with one of its coders.")
    return known[name.strip().casefold()]


def _coded(project: Project, document_id: int, coder_id: int) -> int:
    row = project.rows(
        """SELECT (SELECT count(*) FROM standing_coding WHERE document_id = ?1 AND coder_id = ?2)
        + (SELECT count(*) FROM standing_assessment WHERE document_id = ?1 AND coder_id = ?2) AS coded""",
        (document_id, coder_id),
    )[0]
    return int(row["coded"])


def _waiting_for(project: Project, document_id: int) -> tuple[str, ...]:
    rows = project.rows(
        """SELECT DISTINCT name FROM assignment JOIN coder USING (coder_id)
        WHERE document_id = ? AND locked_at IS NULL ORDER BY name""",
        (document_id,),
    )
    return tuple(row["name"] for row in rows)


def all_rounds(project: Project) -> list[Round]:
    """Every round, the oldest first, with who has what and what is locked."""
    assignments = _assignments(project)
    names = coder_names(project)
    found = []
    for row in project.rows("SELECT * FROM coding_round ORDER BY round_id"):
        strata = json.loads(row["strata"])
        found.append(
            Round(
                row["round_id"],
                row["name"],
                row["share"],
                row["seed"],
                strata["by"],
                tuple(Stratum(**one) for one in strata["strata"]),
                row["version"],
                names[row["coder_id"]],
                row["made_at"],
                tuple(assignments[row["round_id"]]),
            )
        )
    return found


def _assignments(project: Project) -> dict[int, list[Assignment]]:
    rows = project.rows(
        """SELECT assignment.*, document.name AS document, coder.name AS coder,
            NOT EXISTS (SELECT 1 FROM assignment AS other WHERE other.round_id = assignment.round_id
                AND other.document_id = assignment.document_id AND other.locked_at IS NULL) AS is_open
        FROM assignment JOIN document USING (document_id) JOIN coder ON coder.coder_id = assignment.coder_id
        ORDER BY round_id, document.name, coder.name"""
    )
    found: dict[int, list[Assignment]] = defaultdict(list)
    for row in rows:
        one = Assignment(
            row["document_id"],
            row["document"],
            row["coder"],
            row["locked_at"] or "",
            bool(row["is_open"]),
        )
        found[row["round_id"]].append(one)
    return found


def round_named(project: Project, written: str) -> Round:
    """A round by its number or its name; refused where there is none."""
    rounds = all_rounds(project)
    wanted = written.strip().casefold()
    for one in rounds:
        if wanted in (str(one.round_id), one.name.casefold()):
            return one
    known = ", ".join(f"{one.round_id} ({one.name})" for one in rounds)
    raise Refusal(
        f"There is no round {written}. There {'is' if len(rounds) == 1 else 'are'} {known}."
        if rounds
        else "There is no round of double coding yet. Make one with `lapwing reviews assign --share`."
    )
