"""The yearly self-assessment: each agency for itself, last time beside it, scored by others with a reason, and as a workbook."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from io import BytesIO

import pytest
from cast import MONDAY, Partnership
from django.test import Client
from openpyxl import load_workbook
from pages import page, read

from lapwing.board.reading.self_assessments import Return, self_assessments
from lapwing.board.self_assessment import SCORES, standards
from lapwing.board.verbs.board_actions import accept_board_action, complete_board_action
from lapwing.board.verbs.self_assessments import (
    Score,
    answer_standard,
    moderate_answer,
    open_self_assessment,
    send_return_back,
    submit_return,
)
from lapwing.conduct.permissions import Refused
from lapwing.conduct.policies import NotPossible
from lapwing.records.entries import entries
from lapwing.records.store import CannotEnter, ChangedMeanwhile

SignedIn = Callable[..., Client]
FIRST = next(iter(standards()))
NEXT_YEAR = MONDAY + timedelta(days=365)


def opened(area: Partnership, title: str = "2026") -> str:
    by = area.as_("Bea Board")
    return open_self_assessment(by=by, round_title=title, due_on=by.today + timedelta(60), on=by.today)


def of_maternity(area: Partnership, who: str = "Mona Reed") -> Return:
    return next(one for one in self_assessments(by=area.as_(who))[0].returns if one.agency_name == "Maternity")


def answer(
    area: Partnership, standard: str = FIRST, score: Score = Score.BEGUN, evidence: str = "The lead's report"
) -> str:
    key = of_maternity(area).key
    return answer_standard(
        by=area.as_("Mona Reed"), agency_return=key, standard=standard, score=score, evidence=evidence, on=area.day
    )


def sent(area: Partnership) -> str:
    for code in standards():
        answer(area, code)
    submit_return(by=area.as_("Mona Reed"), agency_return=of_maternity(area).key, on=area.day)
    return of_maternity(area).key


def test_there_are_eight_standards_with_something_to_think_about() -> None:
    assert len(standards()) == 8
    assert all(one.prompts and one.asks.endswith(".") for one in standards().values())
    assert {int(one) for one in Score} == set(SCORES)


def test_every_agency_gets_a_return_and_writes_only_its_own(area: Partnership) -> None:
    opened(area)
    (round_,) = self_assessments(by=area.as_("Bea Board"))
    assert [one.agency_name for one in round_.returns] == ["Health visiting", "Maternity", "Police", "Social care"]
    with pytest.raises(Refused, match="another agency's answers"):
        answer_standard(
            by=area.as_("Heath Lane"), agency_return=of_maternity(area).key, standard=FIRST, score=Score.WORKS,
            evidence="All is well", on=area.day,
        )  # fmt: skip
    with pytest.raises(CannotEnter, match="standard: needs one of senior_commitment"):
        answer(area, "commitment")
    with pytest.raises(CannotEnter, match="what shows it"):
        answer(area, evidence=" ")


def test_what_is_being_written_shows_to_its_own_agency_alone(area: Partnership) -> None:
    opened(area)
    answer(area)
    assert of_maternity(area).answers[FIRST].score == 1
    for other in ("Heath Lane", "Bea Board", "Sol Quill"):
        assert of_maternity(area, other).answers == {}


def test_a_return_is_sent_once_every_standard_is_answered(area: Partnership) -> None:
    opened(area)
    answer(area)
    key = of_maternity(area).key
    with pytest.raises(NotPossible, match="There is no answer yet to: Everybody knows their responsibility;"):
        submit_return(by=area.as_("Mona Reed"), agency_return=key, on=area.day)
    sent(area)
    assert len(of_maternity(area, "Heath Lane").answers) == 8
    with pytest.raises(NotPossible, match="were sent"):
        answer(area)


def test_others_score_it_with_a_reason_and_the_agencys_own_score_stays(area: Partnership) -> None:
    opened(area)
    key = answer(area)
    by = area.as_("Sol Quill")
    with pytest.raises(NotPossible, match="not sent its answers"):
        moderate_answer(by=by, standard_answer=key, moderated_score=Score.IN_PLACE, reason="The minutes", on=area.day)
    sent(area)
    with pytest.raises(CannotEnter, match="why it is scored so"):
        moderate_answer(by=by, standard_answer=key, moderated_score=Score.IN_PLACE, reason=" ", on=area.day)
    moderate_answer(by=by, standard_answer=key, moderated_score=Score.IN_PLACE, reason="The minutes", on=area.day)
    said = of_maternity(area).answers[FIRST]
    assert (said.score, said.moderated_score, said.stands) == (1, 2, 2)


def test_an_action_out_of_a_gap_leads_back_to_it_and_the_gap_shows_whether_it_is_done(
    area: Partnership, signed_in: SignedIn
) -> None:
    opened(area)
    key = sent(area)
    there = f"/board/self-assessment/agency/{key}"
    officer = signed_in("Bea Board")
    link = page(officer, there).tree.xpath(f"//section[@aria-labelledby='standard-{FIRST}']//a/@href")[-1]
    sent_form = {"says": "Write the training plan", "due_on-day": "1", "due_on-month": "8", "due_on-year": "2026"}
    sent_form |= {"arises_from": "self_assessment", "owner_agency": area.agencies["Maternity"]}
    sent_form |= {"on-day": "1", "on-month": "6", "on-year": "2026"}
    assert officer.post(link, sent_form).status_code == 302
    action = entries("board_action").get()
    assert action.arises_from_key == of_maternity(area).answers[FIRST].key
    back = page(officer, f"/board/actions/{action.pk}").links[f"{standards()[FIRST].title}, Maternity"]
    assert back == f"{there}#standard-{FIRST}"
    assert "Nobody has accepted it; due by 1 August 2026" in page(officer, there).text
    accept_board_action(by=area.as_("Mona Reed"), board_action=action.pk, on=area.day)
    done = {"board_action": action.pk, "evidence": "The plan was agreed", "on": area.day}
    complete_board_action(by=area.as_("Mona Reed"), **done)
    shown = page(officer, there)
    assert "Done on 1 June 2026" in shown.text
    assert shown.text.count("Write the training plan") == 1


def test_an_agency_gets_it_back_and_sends_it_again(area: Partnership) -> None:
    opened(area)
    key = sent(area)
    send_return_back(by=area.as_("Bea Board"), agency_return=key, reason="Say where it is found", on=area.day)
    answer(area, evidence="The lead's report, in the shared folder")
    submit_return(by=area.as_("Mona Reed"), agency_return=key, on=area.day)
    assert of_maternity(area, "Bea Board").answers[FIRST].evidence.endswith("shared folder")


def test_whoever_had_an_older_answer_before_them_overwrites_nothing(area: Partnership) -> None:
    opened(area)
    answer(area)
    answer(area, evidence="Newer")
    with pytest.raises(ChangedMeanwhile):
        answer_standard(
            by=area.as_("Nell Frost"), agency_return=of_maternity(area).key, standard=FIRST, score=Score.WORKS,
            evidence="Older", seen=1, on=area.day,
        )  # fmt: skip


def test_next_year_begins_with_what_was_said_last_time(area: Partnership, signed_in: SignedIn) -> None:
    opened(area)
    sent(area)
    area.as_("Bea Board", NEXT_YEAR)
    opened(area, "2027")
    one = of_maternity(area)
    assert one.last_title == "2026"
    assert one.last[FIRST].evidence == "The lead's report"
    form = page(signed_in("Mona Reed"), f"/board/self-assessment/agency/{one.key}/{FIRST}")
    assert "brought forward" in form.text
    assert form.tree.get_element_by_id("evidence").text.strip() == "The lead's report"
    assert form.tree.xpath("//input[@name='score' and @checked]") == []


def test_a_manager_answers_by_the_form_and_another_agencys_form_is_not_there(
    area: Partnership, signed_in: SignedIn
) -> None:
    opened(area)
    at = f"/board/self-assessment/agency/{of_maternity(area).key}/{FIRST}"
    client = signed_in("Mona Reed")
    lacking = read(client.post(at, {"score": "2"}))
    assert lacking.status == 422
    assert "Say what shows it" in lacking.text
    assert client.post(at, {"score": "2", "evidence": "Minutes"}).status_code == 302
    assert "2: In place, with gaps" in page(client, f"/board/self-assessment/agency/{of_maternity(area).key}").text
    assert signed_in("Heath Lane").get(at).status_code == 404
    assert signed_in("Mira Wells").get("/board/self-assessment").status_code == 403


def test_agencies_stand_side_by_side_and_round_by_round(area: Partnership, signed_in: SignedIn) -> None:
    opened(area)
    sent(area)
    area.as_("Bea Board", NEXT_YEAR)
    opened(area, "2027")
    shown = page(signed_in("Sol Quill"), f"/board/self-assessment?standard={FIRST}")
    (years,) = shown.tree.xpath("//table[contains(caption, 'in each round')]")
    rows = [[" ".join(cell.text_content().split()) for cell in row] for row in years.iter("tr")]
    assert rows[0] == ["Agency", "2027", "2026"]
    assert ["Maternity", "Not sent yet", "1"] in rows


def test_a_round_is_a_workbook_in_which_nothing_is_a_formula(area: Partnership, signed_in: SignedIn) -> None:
    key = opened(area)
    answer(area, evidence='=HYPERLINK("https://example.org")')
    sent_key = sent(area)
    send_return_back(by=area.as_("Bea Board"), agency_return=sent_key, reason="Once more", on=area.day)
    answer(area, evidence='=HYPERLINK("https://example.org")')
    submit_return(by=area.as_("Mona Reed"), agency_return=sent_key, on=area.day)
    got = signed_in("Bea Board").get(f"/board/self-assessment/round/{key}.xlsx")
    sheet = load_workbook(BytesIO(got.content)).active
    assert sheet is not None
    rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
    assert len(rows) == 1 + 4 * 8
    (mine,) = [
        row for row in sheet.iter_rows() if (row[0].value, row[1].value) == ("Maternity", standards()[FIRST].title)
    ]
    assert (mine[2].value, mine[5].value, mine[5].data_type) == ("1: Begun", '=HYPERLINK("https://example.org")', "s")
