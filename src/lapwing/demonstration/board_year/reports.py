"""Stories of reporting: agencies assess themselves, people say what figures leave open, and the year is told."""

from __future__ import annotations

from datetime import date

from lapwing.board.self_assessment import standards
from lapwing.board.verbs.commentaries import comment, record_board_review
from lapwing.board.verbs.self_assessments import (
    Score,
    answer_standard,
    moderate_answer,
    open_self_assessment,
    submit_return,
)
from lapwing.board.verbs.yearly_reports import begin_yearly_report, publish_report, write_report_part
from lapwing.board.yearly.year import year_to_report
from lapwing.conduct.findings import settings_now
from lapwing.demonstration.area import Area
from lapwing.demonstration.board_year.marking import OFFICER
from lapwing.demonstration.cast import Who
from lapwing.demonstration.telling import Steps
from lapwing.records.entries import entries
from lapwing.vocabulary.board.reports import ReportPart

SCRUTINEER = Who.SCRUTINEER
ANSWERING = (Who.TEAM_MANAGER, Who.NAMED_NURSE, Who.MIDWIFERY_MANAGER)
SCORES = (Score.IN_PLACE, Score.WORKS, Score.BEGUN)
EVIDENCE = {
    Score.IN_PLACE: "In the agency's plan for the year, and in the minutes of its board.",
    Score.WORKS: "Looked at by somebody from another agency, and what staff say agrees.",
    Score.BEGUN: "Agreed, and begun in one team of three.",
}


def agencies_assess_themselves(area: Area) -> Steps:
    """Last year's round was answered by three agencies and moderated in one place; this year's is open."""
    yield 370
    last = area.do(OFFICER, open_self_assessment, round_title="Section 11, last year", due_on=area.ago(330))
    yield 345
    for place, who in enumerate(ANSWERING):
        _answer_all(area, last, who, place)
    yield 325
    lowest = entries("standard_answer").filter(agency_return__self_assessment=last).order_by("-score", "pk").first()
    if lowest is not None:
        area.do(
            SCRUTINEER, moderate_answer, standard_answer=lowest.pk, moderated_score=Score.IN_PLACE,
            reason="What staff say was asked of one team alone.",
        )  # fmt: skip
    yield 12
    area.do(OFFICER, open_self_assessment, round_title="Section 11, this year", due_on=area.ahead(40))


def _answer_all(area: Area, round_: str, who: Who, turn: int) -> None:
    its_return = entries("agency_return").get(self_assessment=round_, agency=area.agency(who)).pk
    for place, standard in enumerate(standards()):
        score = SCORES[(place + turn) % len(SCORES)]
        area.do(
            who, answer_standard, agency_return=its_return, standard=standard, score=score, evidence=EVIDENCE[score],
            planned="To be begun in the other teams." if score is Score.BEGUN else None,
        )  # fmt: skip
    area.do(who, submit_return, agency_return=its_return)


def said_of_figures(area: Area) -> Steps:
    """What the officer and the scrutineer say may lie behind figures, and what the Board decided."""
    for days, who, about, says in (
        (300, SCRUTINEER, "K4", "The figure counts what is written. Ask fathers whether they were asked."),
        (195, OFFICER, "parents.father_identified", "Some are named in letters that lie beside the record."),
        (
            *(100, SCRUTINEER, "advice_and_housing.co_sleeping_talked_through"),
            "Advice is on record as given, and seldom as talked through. What did parents hear?",
        ),
        (15, OFFICER, "health.hand_over_accepted_in_time", "Health visiting had three posts empty over the holidays."),
    ):
        yield days
        area.do(who, comment, about=about, says=says)
    yield 14
    area.do(
        OFFICER, record_board_review, about="B31.1", decided="Fathers stay on the agenda of every second meeting.",
        minute="Minutes of the executive, item 6", next_on=area.ahead(90),
    )  # fmt: skip
    area.do(SCRUTINEER, record_board_review, about="B53.1", decided="One message on beds and sofas, by all agencies.")


def yearly_reports(area: Area) -> Steps:
    """The report on the year before last is published; that on the last one is begun."""
    now = year_to_report(area.today, settings_now())
    yield 290
    before = area.do(OFFICER, begin_yearly_report, year=now.year - 1)
    _write(area, before, OFFICER, ReportPart.FOREWORD, "This is our first report that says what we do not know.")
    _write(area, before, OFFICER, ReportPart.AHEAD, "We mean to ask of each lesson whether it changed anything.")
    _write(
        area, before, SCRUTINEER, ReportPart.SCRUTINY, "The partnership counts what it does. It has begun to ask why."
    )
    yield 280
    area.do(OFFICER, publish_report, yearly_report=before)
    yield _days_after(area, now.until)
    begun = area.do(OFFICER, begin_yearly_report, year=now.year)
    _write(
        area, begun, OFFICER, ReportPart.FOREWORD, "A year in which one lesson changed practice, and one did not yet."
    )


def _days_after(area: Area, until: date) -> int:
    """Some weeks after a year is over, as so many days before today, and never earlier than the report before it."""
    return min(max((area.today - until).days - 45, 1), 279)


def _write(area: Area, report: str, who: Who, part: ReportPart, says: str) -> None:
    area.do(who, write_report_part, yearly_report=report, part=part, says=says)
