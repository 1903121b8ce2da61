"""How the partnership assures the quality of pre-birth assessments: what somebody says of it, and its yearly review."""

from __future__ import annotations

from datetime import date

from lapwing.board.wording import check_written
from lapwing.conduct.acting import Acting
from lapwing.conduct.may import OFFICERS
from lapwing.conduct.policies import check_lies_ahead, check_says
from lapwing.conduct.verb import verb
from lapwing.vocabulary.board.register_codes import Standing, SystemElement


@verb(may=OFFICERS)
def say_of_element(
    *, by: Acting, on: date, element: SystemElement, standing: Standing, evidence: str | None = None
) -> str:
    """Says of one element of the system whether it is in place, and what shows it; the entry's key."""
    if standing is Standing.WITH_EVIDENCE:
        check_says(evidence, "evidence", "what shows it, and where that is found")
    return by.enter("system_element", element=element, standing=standing, evidence=evidence, said_on=on)


@verb(may=OFFICERS)
def review_prebirth_system(*, by: Acting, on: date, says: str, evidence: str, review_on: date | None = None) -> str:
    """Records that the Board reviewed how it assures pre-birth assessments, and what it decided; the review's key."""
    check_written("says", says, "what was decided, in words")
    check_says(evidence, "evidence", "where the minute is found")
    if review_on is not None:
        check_lies_ahead(review_on, by, "review_on")
    return by.enter("board_review", about="B17.2", reviewed_on=on, decision=says, minute=evidence, next_on=review_on)
