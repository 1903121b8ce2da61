"""What auditors answered in the parts that were handed in: where two differ, and which answer stands."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from lapwing.board.auditing import questions_of
from lapwing.records.entries import entries
from lapwing.vocabulary.board.audit_codes import AnsweredBy, PartKind


@dataclass(frozen=True)
class Settled:
    """A moderation: its key, the answer that stands, and why."""

    key: str
    answer: str
    reason: str


@dataclass(frozen=True)
class Answered:
    """A question of one agency's part of a case, or of all together: who answered what, and what was settled.

    `second` is None where nobody marked it a second time; `first_words` and `second_words` are about the case.
    """

    case: str
    question: str
    number: int
    agency: str | None
    first: str
    second: str | None
    first_words: str
    second_words: str
    settled: Settled | None

    @property
    def differs(self) -> bool:
        """Whether two auditors answered, and not the same."""
        return self.second is not None and self.second != self.first

    @property
    def stands(self) -> str | None:
        """The answer that counts; None while two differ and nobody has settled it."""
        if not self.differs:
            return self.first
        return self.settled.answer if self.settled is not None else None

    def is_of(self, question: str, agency: str | None) -> bool:
        """Whether it is of that question, of that agency's part."""
        return (self.question, self.agency) == (question, agency)


def differing(case: str, tool: str) -> list[Answered]:
    """The answers of a case in which two auditors differ."""
    return [one for one in answered([case], tool) if one.differs]


def answered(cases: Iterable[str], tool: str) -> list[Answered]:
    """Every answer that is no mere words, of the parts of these cases that were handed in.

    Where a part is marked twice, nothing of it is told before both are in.
    """
    chosen = {one["audit_question_id"]: one for one in questions_of(tool) if one["answered_by"] != AnsweredBy.WORDS}
    cases = list(cases)
    parts, settled = _parts(cases), _settled(cases)
    said = _said([part["pk"] for some in parts.values() for part in some.values()])
    found = [one for key, some in parts.items() for one in _of_part(key, some, said, settled, chosen)]
    return sorted(found, key=lambda one: (one.number, one.case, one.agency or ""))


Place = tuple[str, str | None]
"""A case, and the agency whose part it is."""


def _parts(cases: Sequence[str]) -> dict[Place, dict[str, Mapping[str, Any]]]:
    """By place the first and the second part, where all that there are were handed in."""
    found: dict[Place, dict[str, Mapping[str, Any]]] = defaultdict(dict)
    rows = entries("audit_part").filter(audit_case__in=cases).exclude(kind=PartKind.MODERATION)
    for row in rows.values("pk", "audit_case_id", "agency_id", "kind", "submitted_on"):
        found[row["audit_case_id"], row["agency_id"]][row["kind"]] = row
    return {place: some for place, some in found.items() if all(one["submitted_on"] for one in some.values())}


def _said(parts: Sequence[str]) -> dict[tuple[str, str], tuple[str, str]]:
    rows = entries("audit_judgement").filter(audit_part__in=parts)
    return {
        (part, question): (answer or "", words or "")
        for part, question, answer, words in rows.values_list("audit_part", "audit_question", "answer", "words")
    }


def _settled(cases: Sequence[str]) -> dict[tuple[str, str, str | None], Settled]:
    rows = entries("audit_moderation").filter(audit_case__in=cases)
    return {
        (case, question, agency): Settled(key, answer, reason)
        for key, case, question, agency, answer, reason in rows.values_list(
            "pk", "audit_case", "audit_question", "agency", "answer", "reason"
        )
    }


def _of_part(
    place: Place,
    some: Mapping[str, Mapping[str, Any]],
    said: Mapping[tuple[str, str], tuple[str, str]],
    settled: Mapping[tuple[str, str, str | None], Settled],
    questions: Mapping[str, Mapping[str, Any]],
) -> Iterator[Answered]:
    case, agency = place
    first, second = some.get(PartKind.FIRST) or some[PartKind.SECOND], some.get(PartKind.SECOND)
    second = second if PartKind.FIRST in some else None
    for key, question in questions.items():
        if (first["pk"], key) not in said:
            continue
        answer, words = said[first["pk"], key]
        other = said.get((second["pk"], key)) if second is not None else None
        yield Answered(
            case=case,
            question=key,
            number=question["number"],
            agency=agency,
            first=answer,
            second=other[0] if other else None,
            first_words=words,
            second_words=other[1] if other else "",
            settled=settled.get((case, key, agency)),
        )
