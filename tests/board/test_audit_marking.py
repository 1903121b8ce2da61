"""Marking: blind until both are in, moderated by a third, told with n and never by case."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from audited import DUE, SHORT_TOOL, SINCE, Audit, baby, counted
from cast import MONDAY, Partnership, morning

from lapwing.board.quick_sign_offs import quick_sign_offs
from lapwing.board.reading.audit_marking import audit_part_given, audit_parts_given
from lapwing.board.reading.audit_rounds import audit_round_shown
from lapwing.board.reading.audits import audit_tool_shown, audits_due, quality_of_prebirth, rounds
from lapwing.board.reading.kept import is_open
from lapwing.board.tools_written import read_tool, shipped, text_of
from lapwing.board.verbs.audit_marking import judge, moderate, record_audit_view, submit_audit_part
from lapwing.board.verbs.audit_rounds import close_audit_round, repeat_audit_round
from lapwing.conduct.permissions import Refused
from lapwing.conduct.policies import NotPossible
from lapwing.records.entries import entries
from lapwing.records.store import CannotEnter, NoSuchEntry, Stamp, add, amend
from lapwing.vocabulary.board import BOARD_TABLES
from lapwing.vocabulary.board.audit_codes import HowAsked, NotAskedBecause, PartKind, ShippedTool, Viewpoint

pytestmark = pytest.mark.django_db
DOES_NOT_SHOW = "does_not_show"


@pytest.fixture
def audit(area: Partnership) -> Audit:
    """A round of four cases by a short tool, drawn from ten babies."""
    counted([baby(area, f"Wren{number}") for number in range(10)])
    one = Audit(area)
    one.plan(size=4)
    one.draw()
    return one


def shown(audit: Audit, who: str = "Bea Board") -> Any:
    return audit_round_shown(by=audit.area.as_(who), key=audit.key)


def marked_twice(audit: Audit, case: str, first: tuple[str, ...], second: tuple[str, ...]) -> None:
    """All together of one case, marked by two."""
    one, other = audit.give(case, "Audra Page"), audit.give(case, "Nell Frost", kind=PartKind.SECOND)
    audit.mark(one, "Audra Page", *first)
    audit.mark(other, "Nell Frost", *second)


# Tools


@pytest.mark.parametrize("one", ShippedTool)
def test_every_shipped_tool_can_be_read_and_written_again_and_says_where_guidance_comes_from(one: ShippedTool) -> None:
    tool = shipped(str(one))
    assert read_tool(text_of(tool)) == tool
    assert all(question.guidance and question.source for question in tool.questions)


WRONG_TOOLS = [
    (SHORT_TOOL.replace('lesson = "B17.1"\n', ""), "lesson of the tool needs a text"),
    (SHORT_TOOL.replace('"Poor"', '"Good"'), "grades has one twice"),
    (SHORT_TOOL.replace('good_enough = "Good"', 'good_enough = "Poor"'), "not the lowest"),
    (SHORT_TOOL.replace('source = "The area\'s procedures"\n', "", 1), "source of question 1"),
    (SHORT_TOOL.replace('asked_of = "each"', 'asked_of = "some"'), "asked_of of question 1"),
    (SHORT_TOOL + "about_challenge = true\n", "question 4 asks about challenge"),
    (SHORT_TOOL.replace("[[question]]", "[[questions]]"), "questions, which is not known"),
    ("title =", "cannot be read as TOML"),
]


@pytest.mark.parametrize(("text", "says"), WRONG_TOOLS)
def test_what_is_wrong_with_a_tool_is_said(text: str, says: str) -> None:
    with pytest.raises(CannotEnter, match=says):
        read_tool(text)


# Blind


def test_nobody_reads_what_another_auditor_wrote_before_they_moderate(audit: Audit, area: Partnership) -> None:
    case = audit.cases()[0]
    first, second = audit.give(case, "Audra Page"), audit.give(case, "Nell Frost", kind=PartKind.SECOND)
    third = audit.give(case, "Sela Marsh", kind=PartKind.MODERATION)
    audit.mark(first, "Audra Page", "Good", "yes", "Wrote to nobody")
    for who in ("Nell Frost", "Sela Marsh", "Bea Board"):
        with pytest.raises(NoSuchEntry):
            audit_part_given(by=area.as_(who), key=first)
    assert "Wrote to nobody" not in str(audit_part_given(by=area.as_("Nell Frost"), key=second))
    waiting = audit_part_given(by=area.as_("Sela Marsh"), key=third)
    assert waiting.waits
    assert waiting.to_settle == ()
    assert not shown(audit).is_told  # nor anybody by the round, before both are in
    assert shown(audit).questions[1].n == 0
    audit.mark(second, "Nell Frost", "Fair", "yes", "Another thing")
    settling = audit_part_given(by=area.as_("Sela Marsh"), key=third)
    assert [(one.number, one.first, one.second) for one in settling.to_settle] == [(2, "Good", "Fair")]


def test_views_that_another_auditor_wrote_down_are_not_shown_before_one_hands_in(
    audit: Audit, area: Partnership
) -> None:
    case = audit.cases()[0]
    first, second = audit.give(case, "Audra Page"), audit.give(case, "Nell Frost", kind=PartKind.SECOND)
    asked = {"of_whom": Viewpoint.MOTHER, "how_asked": HowAsked.IN_PERSON, "on": MONDAY}
    record_audit_view(by=area.as_("Audra Page"), audit_part=first, what_they_said="They listened", **asked)
    assert [one.says for one in audit_part_given(by=area.as_("Audra Page"), key=first).views] == ["They listened"]
    assert audit_part_given(by=area.as_("Nell Frost"), key=second).views == ()


def test_somebody_is_asked_or_it_is_said_why_not(audit: Audit, area: Partnership) -> None:
    part = audit.give(audit.cases()[0], "Audra Page")
    asked = {"audit_part": part, "of_whom": Viewpoint.FATHER, "on": MONDAY}
    with pytest.raises(CannotEnter, match="one of the two"):
        record_audit_view(by=area.as_("Audra Page"), **asked)
    with pytest.raises(CannotEnter, match="how they were asked"):
        record_audit_view(by=area.as_("Audra Page"), what_they_said="Too late", **asked)
    record_audit_view(by=area.as_("Audra Page"), not_asked_because=NotAskedBecause.SAFETY, **asked)
    (view,) = audit_part_given(by=area.as_("Audra Page"), key=part).views
    assert "not be safe" in view.how


def test_tables_that_tell_of_one_case_are_open_to_no_general_reading() -> None:
    of_audits = {name for name in BOARD_TABLES if name.startswith("audit_")}
    assert {name for name in of_audits if is_open(BOARD_TABLES[name])} == {
        "audit_tool",
        "audit_question",
        "audit_round",
        "audit_finding",
    }


# Marking


def test_a_part_is_handed_in_once_every_question_is_answered_and_then_stands(audit: Audit, area: Partnership) -> None:
    part = audit.give(audit.cases()[0], "Audra Page")
    by = area.as_("Audra Page")
    first, second, third = [one.key for one in audit_part_given(by=by, key=part).questions]
    judge(by=by, audit_part=part, audit_question=first, judgement="Good", on=MONDAY)
    judge(by=by, audit_part=part, audit_question=second, judged_because="Hard to say", on=MONDAY)
    with pytest.raises(NotPossible, match="question 3, 4"):
        submit_audit_part(by=by, audit_part=part, on=MONDAY)
    judge(by=by, audit_part=part, audit_question=second, judgement=DOES_NOT_SHOW, on=MONDAY)
    judge(by=by, audit_part=part, audit_question=third, judged_because="The midwife asked early", on=MONDAY)
    submit_audit_part(by=by, audit_part=part, on=MONDAY)
    with pytest.raises(NotPossible, match="what it says stands"):
        judge(by=by, audit_part=part, audit_question=first, judgement="Poor", on=MONDAY)


def test_an_answer_is_one_of_the_tools_and_of_ones_own_part(audit: Audit, area: Partnership) -> None:
    part = audit.give(audit.cases()[0], "Audra Page")
    by = area.as_("Audra Page")
    question = audit_part_given(by=by, key=part).questions[0].key
    with pytest.raises(CannotEnter, match="needs one of Good, Fair, Poor"):
        judge(by=by, audit_part=part, audit_question=question, judgement="Splendid", on=MONDAY)
    of_agency = entries("audit_question").get(audit_tool=audit.tool, number=1).pk
    with pytest.raises(NoSuchEntry):
        judge(by=by, audit_part=part, audit_question=of_agency, judgement="Good", on=MONDAY)
    with pytest.raises(NoSuchEntry):
        judge(by=area.as_("Nell Frost"), audit_part=part, audit_question=question, judgement="Good", on=MONDAY)


def test_a_family_tie_that_is_told_later_ends_marking(audit: Audit, area: Partnership) -> None:
    from lapwing.records.models import FamilyTie

    part = audit.give(audit.cases()[0], "Audra Page")
    child = entries("audit_part").get(pk=part).child_id
    mine = area.accounts["Audra Page"]
    FamilyTie.objects.create(account=mine, child_id=child, said_by=mine, at=morning(MONDAY))
    with pytest.raises(Refused, match="your own family"):
        audit_part_given(by=area.as_("Audra Page"), key=part)


# Moderation


def test_where_two_differ_nothing_counts_until_a_third_has_settled_it(audit: Audit, area: Partnership) -> None:
    case = audit.cases()[0]
    marked_twice(audit, case, ("Good", "yes", "a"), ("Fair", "yes", "b"))
    third = audit.give(case, "Sela Marsh", kind=PartKind.MODERATION)
    of_all = shown(audit).questions[1]
    assert (of_all.n, of_all.unsettled) == (0, 1)
    by = area.as_("Sela Marsh")
    with pytest.raises(NotPossible, match="nothing is settled at question 2"):
        submit_audit_part(by=by, audit_part=third, on=MONDAY)
    said = {"audit_part": third, "audit_question": of_all.question, "on": MONDAY}
    with pytest.raises(CannotEnter, match="settled_because"):
        moderate(by=by, judgement="Fair", settled_because=" ", **said)
    moderate(by=by, judgement="Fair", settled_because="The plan came after the birth", **said)
    submit_audit_part(by=by, audit_part=third, on=MONDAY)
    of_all = shown(audit).questions[1]
    assert (of_all.n, of_all.unsettled, dict(of_all.counts)["Fair"]) == (1, 0, 1)


def test_nothing_is_settled_in_which_two_agree(audit: Audit, area: Partnership) -> None:
    case = audit.cases()[0]
    marked_twice(audit, case, ("Good", "yes", "a"), ("Good", "yes", "b"))
    third = audit.give(case, "Sela Marsh", kind=PartKind.MODERATION)
    question = shown(audit).questions[1].question
    with pytest.raises(NotPossible, match="do not differ"):
        moderate(
            by=area.as_("Sela Marsh"), audit_part=third, audit_question=question, judgement="Fair",
            settled_because="I think so", on=MONDAY,
        )  # fmt: skip


def test_whoever_marked_does_not_moderate(audit: Audit, area: Partnership) -> None:
    case = audit.cases()[0]
    first = audit.give(case, "Audra Page")
    question = audit_part_given(by=area.as_("Audra Page"), key=first).questions[0].key
    with pytest.raises(NotPossible, match="somebody who marked neither"):
        moderate(
            by=area.as_("Audra Page"), audit_part=first, audit_question=question, judgement="Fair",
            settled_because="I think so", on=MONDAY,
        )  # fmt: skip


# What is told


def test_agreement_is_told_with_n_and_never_without(audit: Audit) -> None:
    assert "nothing can be said" in shown(audit).agreement.says
    one, two, *_ = audit.cases()
    marked_twice(audit, one, ("Good", "yes", "a"), ("Fair", "yes", "b"))
    marked_twice(audit, two, ("Good", "yes", "a"), ("Good", "no", "b"))
    found = shown(audit).agreement
    assert (found.same, found.of, found.one_step, found.ac1) == (2, 4, 1, None)
    assert "The same in both: 2 (50%, n = 4)" in found.says
    assert "too few" in found.says


def test_agreement_is_corrected_for_chance_where_enough_was_marked_twice() -> None:
    from lapwing.board.audit_results import _corrected

    pairs = [(0, 0)] * 20 + [(1, 1)] * 5 + [(0, 1)] * 5
    # By hand: observed 25/30; shares (45 + 10 of 60) as 0.75 and 0.25; chance 2 * 0.75 * 0.25 = 0.375
    assert _corrected(pairs, 2) == pytest.approx((25 / 30 - 0.375) / (1 - 0.375))
    assert _corrected(pairs[:29], 2) is None


def test_grades_far_apart_count_more_than_neighbours(audit: Audit) -> None:
    one, two, *_ = audit.cases()
    marked_twice(audit, one, ("Good", "yes", "a"), ("Fair", "yes", "b"))
    marked_twice(audit, two, (DOES_NOT_SHOW, "yes", "a"), ("Good", "no", "b"))
    found = shown(audit).agreement
    assert (found.grades, found.weighted) == (1, None)
    assert "1 of these answers have a grade from both. That is too few" in found.says


def test_agreement_of_grades_is_weighed_where_enough_were_given_twice() -> None:
    from lapwing.board.audit_results import _weighted, _weighted_in_words

    pairs = [(0, 0)] * 15 + [(2, 2)] * 10 + [(0, 2)] * 5
    # By hand: mean distance 10/30; by chance 2 * (20/30 * 15/30 + 10/30 * 15/30) = 1
    assert _weighted(pairs, 3) == pytest.approx(1 - (10 / 30) / 1)
    assert _weighted(pairs[:29], 3) is None
    assert _weighted([(1, 1)] * 30, 3) is None
    assert "0.67, n = 30: the two grades lie 67% less far apart than chance" in _weighted_in_words(30, 2 / 3)
    assert "cannot be weighed" in _weighted_in_words(30, None)


def test_a_share_is_told_with_what_it_is_of_and_its_interval(audit: Audit) -> None:
    for case in audit.cases()[:3]:
        audit.mark(audit.give(case, "Audra Page"), "Audra Page", "Good", "partly", "a")
    of_all, plan = shown(audit).questions[1:]
    assert of_all.says == "3 of 3 good or better (100%; 95% interval 44% to 100%)"
    assert plan.says.startswith("0 of 3 yes (0%")
    assert dict(plan.counts)["Partly"] == 3


def test_that_the_record_does_not_show_it_is_neither_good_nor_bad(audit: Audit) -> None:
    one, two, *_ = audit.cases()
    audit.mark(audit.give(one, "Audra Page"), "Audra Page", DOES_NOT_SHOW, "yes", "a")
    audit.mark(audit.give(two, "Audra Page"), "Audra Page", "Poor", "yes", "a")
    of_all = shown(audit).questions[1]
    assert (of_all.n, of_all.judged, of_all.good) == (2, 1, 0)


def test_nothing_that_the_board_reads_of_a_round_has_a_child_or_words_on_a_case(audit: Audit) -> None:
    audit.mark(audit.give(audit.cases()[0], "Audra Page"), "Audra Page", "Good", "yes", "Wrenchild cried")
    children = list(entries("audit_case").values_list("child", flat=True))
    for who in ("Bea Board", "Sol Quill", "Mona Reed", "Audra Page"):
        said = str((shown(audit, who), rounds(by=audit.area.as_(who)), quality_of_prebirth(by=audit.area.as_(who))))
        assert "Wrenchild" not in said
        assert "Wren" not in said
        assert not any(child in said for child in children)


def test_a_share_of_cases_is_to_be_marked_twice_chosen_by_the_seed(audit: Audit) -> None:
    chosen = [one.number for one in shown(audit).cases if one.wants_second]
    assert len(chosen) == 2
    assert chosen == [one.number for one in shown(audit, "Sol Quill").cases if one.wants_second]


def test_answers_are_told_once_every_part_that_was_given_is_in_or_the_round_is_closed(audit: Audit) -> None:
    first, second, *_ = audit.cases()
    audit.mark(audit.give(first, "Audra Page"), "Audra Page", "Poor", "no", "a")
    assert shown(audit).questions[1].n == 1
    audit.give(second, "Audra Page")
    found = shown(audit)
    assert (found.is_told, found.questions[1].n, found.agreement.of) == (False, 0, 0)
    close_audit_round(by=audit.officer(), audit_round=audit.key, what_follows="Nothing.", on=MONDAY)
    assert shown(audit).questions[1].n == 1


# Then and now


def test_a_re_audit_is_compared_question_by_question_with_n_and_interval(audit: Audit) -> None:
    for case in audit.cases():
        audit.mark(audit.give(case, "Audra Page"), "Audra Page", "Poor", "no", "a")
    close_audit_round(by=audit.officer(), audit_round=audit.key, what_follows="Look again.", on=MONDAY)
    audit.key = repeat_audit_round(
        by=audit.officer(), audit_round=audit.key, round_title="Again", why_now="To see", since_on=SINCE,
        until_on=MONDAY, due_on=DUE, led_by_account=audit.area.accounts["Bea Board"].pk, on=MONDAY,
    )  # fmt: skip
    audit.draw(seed=99)
    for number, case in enumerate(audit.cases()):
        audit.mark(audit.give(case, "Audra Page"), "Audra Page", "Good", "yes" if number == 0 else "no", "a")
    of_agency, of_all, plan = shown(audit).compared
    assert of_agency.says == "There is nothing to compare yet."
    assert of_all.then == "0 of 4 good or better (0%; 95% interval 0% to 49%)"
    assert of_all.now == "4 of 4 good or better (100%; 95% interval 51% to 100%)"
    assert of_all.says == "Better, by more than chance alone would make of so few cases."
    assert plan.says == "Better in this sample; with so few cases that may be chance."


# Planning


def test_what_is_due_follows_the_areas_settings(audit: Audit, area: Partnership) -> None:
    due = {one.lesson: one for one in audits_due(by=audit.officer())}
    assert set(due) == {"B17.1", "B17.2", "B31.1", "B81.1"}
    assert due["B17.1"].is_overdue
    close_audit_round(by=audit.officer(), audit_round=audit.key, what_follows="Nothing.", on=MONDAY)
    after = {one.lesson: one for one in audits_due(by=area.as_("Sol Quill", MONDAY))}
    assert not after["B17.1"].is_overdue
    assert after["B17.1"].next_on == MONDAY.replace(year=MONDAY.year + 1)
    later = {one.lesson: one for one in audits_due(by=area.as_("Sol Quill", MONDAY + timedelta(days=366)))}
    assert later["B17.1"].is_overdue


def test_dip_samples_are_counted_once_every_part_of_a_case_is_in(area: Partnership) -> None:
    counted([baby(area, f"Wren{number}") for number in range(10)])
    audit = Audit(area)
    audit.shipped_tool(ShippedTool.DIP_SAMPLE)
    audit.plan(size=2)
    audit.draw()
    said = quality_of_prebirth(by=audit.officer())
    assert (said.done_this_month, said.expected_a_month) == (0, 5)
    first, second = audit.cases()
    answers = ("yes", "Good", "Good", "Good", "Good", "yes")
    audit.mark(audit.give(first, "Audra Page"), "Audra Page", *answers)
    audit.mark(audit.give(first, "Nell Frost", kind=PartKind.SECOND), "Nell Frost", *answers)
    said = quality_of_prebirth(by=audit.officer())
    assert (said.done_this_month, said.marked, said.doubly_marked) == (1, 1, 1)
    (agreed,) = said.agreement
    assert agreed.startswith("Answers that were marked twice: 6. The same in both: 6 (100%, n = 6).")
    assert said.months_short == 12
    audit.give(second, "Audra Page")
    said = quality_of_prebirth(by=audit.officer())
    assert (said.done_this_month, said.agreement) == (1, ())


def test_quick_sign_offs_are_a_prompt_in_words_and_small_numbers_are_kept_back(area: Partnership) -> None:
    def assessed(name: str, minutes: int) -> None:
        said = {"child_id": baby(area, name), "kind": "pre_birth", "started_on": MONDAY}
        key = add("assessment", said, Stamp(morning(MONDAY), None))
        signed = {"signed_off_on": MONDAY, "signed_off_by": area.accounts["Mona Reed"].practitioner_id}
        amend("assessment", key, signed, Stamp(morning(MONDAY) + timedelta(minutes=minutes), None))

    for number in range(4):
        assessed(f"Late{number}", 60)
    assert quick_sign_offs(MONDAY) == "Signed off within 5 minutes of the last word written: too few to tell."
    for number in range(4):
        assessed(f"More{number}", 5)
    assert quick_sign_offs(MONDAY).endswith(": none of 8.")
    assessed("Quick", 4)
    assert quick_sign_offs(MONDAY).endswith(": fewer than 5 of 9.")
    for number in range(4):
        assessed(f"Quick{number}", 1)
    assert quick_sign_offs(MONDAY).endswith(": 5 of 13.")


# One's own


def test_an_auditor_finds_what_they_were_given_and_nothing_once_the_round_is_closed(
    audit: Audit, area: Partnership
) -> None:
    audit.give(audit.cases()[0], "Audra Page", agency="Maternity")
    (mine,) = audit_parts_given(by=area.as_("Audra Page"))
    assert (mine.agency, mine.answered, mine.questions) == ("Maternity", 0, 1)
    assert audit_parts_given(by=area.as_("Nell Frost")) == []
    close_audit_round(by=audit.officer(), audit_round=audit.key, what_follows="Nothing.", on=MONDAY)
    assert audit_parts_given(by=area.as_("Audra Page")) == []


def test_a_tool_shows_its_text_to_be_copied_and_its_newer_version(audit: Audit) -> None:
    found = audit_tool_shown(by=audit.officer(), key=audit.tool)
    assert read_tool(found.text) == read_tool(SHORT_TOOL)
    assert found.newer is None
    with pytest.raises(NoSuchEntry):
        audit_tool_shown(by=audit.officer(), key="none")
