"""The self-assessments of the agencies as pages and as a workbook show them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from io import BytesIO
from typing import Any

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter

from lapwing.board.reading.board_actions import BoardAction
from lapwing.board.reading.self_assessments import Answered, AssessmentRound, Return
from lapwing.board.self_assessment import SCORES, Standard, standards
from lapwing.conduct.acting import Acting
from lapwing.conduct.may import OFFICERS, OVERSIGHT, SCRUTINY
from lapwing.vocabulary.board.codes import ArisesFrom
from lapwing.web.showing.offers import to_do
from lapwing.web.templating import address, in_words

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
NOT_SENT, NOT_ANSWERED = "Not sent yet", "No answer"
HEADS = (
    "Agency", "Standard", "Own score", "Moderated score", "Why it was moderated so", "What shows it", "What is planned",
    "Score last time", "Sent on",
)  # fmt: skip
WIDTHS = (28, 34, 24, 24, 40, 60, 40, 24, 18)


@dataclass(frozen=True)
class ShownAnswer:
    """A standard on an agency's page: what it says now and said last time, and the forms that change it."""

    code: str
    standard: Standard
    now: Answered | None
    last: Answered | None
    answer_at: str
    moderate_at: str
    action_at: str
    actions: tuple[BoardAction, ...]


def score(number: int | None) -> str:
    """A score with what it says."""
    return NOT_ANSWERED if number is None else f"{number}: {SCORES[number]}"


def side_by_side(one: AssessmentRound) -> list[tuple[Return, list[str]]]:
    """A row an agency: the score that stands by each standard, in their order."""
    return [(each, [_stands(each, code) for code in standards()]) for each in one.returns]


def _stands(one: Return, code: str) -> str:
    answer = one.answers.get(code)
    if answer is None or answer.stands is None:
        return NOT_ANSWERED if one.is_own or one.submitted_on else NOT_SENT
    return f"{answer.stands}, moderated" if answer.moderated_score is not None else str(answer.stands)


def over_time(rounds: list[AssessmentRound], standard: str) -> list[tuple[str, list[str]]]:
    """A row an agency, by its name: how it stood by one standard in each round, the newest first."""
    names = sorted({each.agency_name for one in rounds for each in one.returns}, key=str.casefold)
    by_round = [{each.agency_name: _stands(each, standard) for each in one.returns} for one in rounds]
    return [(name, [said.get(name, "Not asked") for said in by_round]) for name in names]


def answers(one: Return, actions: Mapping[str, list[BoardAction]], by: Acting) -> list[ShownAnswer]:
    """Every standard of a return, answered or not, with the actions by the key of the answer that they came out of."""
    here = address("board_self_assessment_return", one.key)
    may_write = one.is_own and one.submitted_on is None and by.account.role in OVERSIGHT
    return [_shown(one, code, actions, here, may_write, by) for code in standards()]


def _shown(
    one: Return, code: str, actions: Mapping[str, list[BoardAction]], here: str, may_write: bool, by: Acting
) -> ShownAnswer:
    now = one.answers.get(code)
    may_score = now is not None and one.submitted_on is not None and by.account.role in SCRUTINY
    return ShownAnswer(
        code,
        standards()[code],
        now,
        one.last.get(code),
        address("board_self_assessment_answer", one.key, code) if may_write else "",
        to_do("moderate_answer", None, standard_answer=now.key, next=here) if may_score and now else "",
        _action(one, now, here, by) if now is not None and one.submitted_on is not None and _is_gap(now) else "",
        tuple(actions.get(now.key, ())) if now is not None else (),
    )


def _is_gap(answer: Answered) -> bool:
    return answer.stands is not None and answer.stands < max(SCORES)


def _action(one: Return, gap: Answered, here: str, by: Acting) -> str:
    """The form by which somebody is given what the gap asks for, where there is one."""
    from lapwing.conduct.verb import VERBS

    if "give_board_action" not in VERBS or by.account.role not in OFFICERS:
        return ""
    arises = {"arises_from": str(ArisesFrom.SELF_ASSESSMENT), "arises_from_key": gap.key}
    return to_do("give_board_action", None, **arises, owner_agency=one.agency, next=here)


def workbook_of(one: AssessmentRound) -> bytes:
    """A round as a workbook: a row an agency and standard."""
    made = Workbook()
    sheet: Any = made.active
    sheet.title = "Self-assessment"
    sheet.append(HEADS)
    for each in one.returns:
        for code, standard in standards().items():
            sheet.append([_plain(value) for value in _row(each, standard, each.answers.get(code), each.last.get(code))])
    for place, width in enumerate(WIDTHS, 1):
        sheet.column_dimensions[get_column_letter(place)].width = width
    for cell in sheet[1]:
        cell.font = Font(bold=True)
    for row in sheet.iter_rows(min_row=2):
        for cell in row:
            cell.alignment = Alignment(wrap_text=True, vertical="top")
            cell.data_type = "s"  # what begins with = is text here, and no formula
    sheet.freeze_panes = "C2"
    file = BytesIO()
    made.save(file)
    return file.getvalue()


def _row(one: Return, standard: Standard, now: Answered | None, last: Answered | None) -> list[str]:
    if now is None:
        own = NOT_ANSWERED if one.is_own or one.submitted_on else NOT_SENT
        said = [own, "", "", "", ""]
    else:
        moderated = score(now.moderated_score) if now.moderated_score is not None else ""
        said = [score(now.score), moderated, now.moderated_reason, now.evidence, now.planned]
    before = score(last.stands) if last is not None else ""
    sent = in_words(one.submitted_on) if one.submitted_on else NOT_SENT
    return [one.agency_name, standard.title, *said, before, sent]


def _plain(text: str) -> str:
    """A text without the characters that a workbook cannot hold."""
    return "".join(letter for letter in text if letter >= " " or letter in "\n\t")
