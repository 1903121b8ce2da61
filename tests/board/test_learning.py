"""Learning from finding to effect: an item that worked, one that did not, and what is told of then and now."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from cast import MONDAY, Partnership, morning
from django.test import Client
from learned import DUE, MEASURE, Counted, acted, bea, briefed, checked, sent, taken_up

from lapwing.board.learning import Stage
from lapwing.board.reading.learning import learning_item, learning_items
from lapwing.board.reading.tracing import Link, trace
from lapwing.board.then_and_now import CANNOT, OVERLAP
from lapwing.board.verbs.board_actions import accept_board_action, complete_board_action
from lapwing.board.verbs.learning import bring_implication, choose_practice_check, set_learning_aside, state_effect
from lapwing.conduct.permissions import Refused
from lapwing.conduct.policies import NotPossible
from lapwing.measures import MEASURES
from lapwing.records.models import Notification
from lapwing.records.store import CannotEnter, NoSuchEntry, Stamp, add, current
from lapwing.vocabulary.board.codes import ArisesFrom
from lapwing.vocabulary.board.learning import CheckedBy, Effect

KNOWN = "The share rose, and midwives say that they refer at booking."
IMPLICATION = {
    "implication_id": 4,
    "audience": "the Board",
    "action": "Ask of every agency whether it assesses before birth.",
    "theme": "PRE",
    "message_id": None,
    "lesson": "OURS.4",
    "coder": "Ana",
    "sources": [{"document": "Review A", "page": 12, "paragraph": "4.3", "quote": "His mother Zelda Quirke said ...",
                 "heading": "", "block": None}],
}  # fmt: skip


@pytest.fixture
def counted(monkeypatch: pytest.MonkeyPatch) -> Counted:
    counted = Counted(monkeypatch)
    counted.say(12, 40, MONDAY)
    return counted


def stage(area: Partnership, item: str, day: date | None = None) -> Stage:
    return learning_item(by=bea(area, day or area.day), key=item).item.stage


def effect(area: Partnership, check: str, what: Effect, day: date = DUE, **other: Any) -> str:
    given = {"how_known": KNOWN, **other}
    return state_effect(by=bea(area, day), on=day, practice_check=check, effect=what, **given)


# Its life


def test_an_item_that_worked(area: Partnership, counted: Counted) -> None:
    item = taken_up(area)
    assert stage(area, item) is Stage.NO_CHECK
    check = checked(area, item)
    action = acted(area, item)
    accept_board_action(by=area.as_("Mona Reed"), on=MONDAY, board_action=action)
    sent(area, briefed(area, item), to_agency=area.agencies["Maternity"])
    assert stage(area, item) is Stage.IN_PRACTICE
    complete_board_action(by=area.as_("Mona Reed"), on=MONDAY, board_action=action, evidence="The form has the list.")
    assert stage(area, item, DUE) is Stage.CHECK_DUE
    counted.say(45, 60, DUE)
    effect(area, check, Effect.WORKED)
    one = learning_item(by=bea(area), key=item)
    assert one.item.stage is Stage.WORKED
    said = one.checks[0].effects[0]
    assert (said.effect, said.how_known, said.said_by) == ("It worked", KNOWN, "Bea Board")
    assert "On 1 June 2026: 12 of 40 (30%). On 2 November 2026: 45 of 60 (75%). More than then" in said.then_and_now


def test_an_item_that_did_not_work_is_open_again_until_something_new_is_done_and_checked(
    area: Partnership, counted: Counted, django_capture_on_commit_callbacks: Any
) -> None:
    area.account("Olu Dene", area.accounts["Bea Board"].role)
    item = taken_up(area)
    first = checked(area, item)
    with django_capture_on_commit_callbacks(execute=True):
        effect(area, first, Effect.DID_NOT, how_known="The share is as it was.")
    assert stage(area, item) is Stage.REOPENED
    assert Notification.objects.filter(account=area.accounts["Olu Dene"], what__contains="open again").count() == 1
    with pytest.raises(NotPossible, match="Give a new action first"):
        checked(area, item, due_on=date(2027, 3, 1))
    acted(area, item)
    counted.say(13, 41, DUE)
    second = checked(area, item, due_on=date(2027, 3, 1))
    one = learning_item(by=bea(area), key=item)
    assert [(check.number, check.start_says) for check in one.checks] == [(1, "12 of 40 (30%)"), (2, "13 of 41 (32%)")]
    assert one.item.stage is Stage.IN_PRACTICE
    effect(area, second, Effect.WORKED, date(2027, 3, 1))
    assert stage(area, item) is Stage.WORKED
    with pytest.raises(NotPossible, match="said already"):
        effect(area, first, Effect.WORKED, date(2027, 3, 2))


def test_what_is_too_early_to_say_is_looked_at_again_and_the_statement_stays(
    area: Partnership, counted: Counted
) -> None:
    item = taken_up(area)
    check = checked(area, item)
    with pytest.raises(CannotEnter, match="next_on"):
        effect(area, check, Effect.TOO_EARLY)
    effect(area, check, Effect.TOO_EARLY, next_on=date(2027, 2, 1))
    assert stage(area, item) is Stage.IN_PRACTICE
    assert learning_items(by=bea(area))[0].check_due_on == date(2027, 2, 1)
    effect(area, check, Effect.WORKED, date(2027, 2, 1))
    said = learning_item(by=bea(area), key=item).checks[0].effects
    assert [one.effect for one in said] == ["It is too early to say", "It worked"]


def test_nobody_says_that_it_worked_before_practice_is_looked_at(area: Partnership, counted: Counted) -> None:
    check = checked(area, taken_up(area))
    with pytest.raises(NotPossible, match="too early to say"):
        effect(area, check, Effect.WORKED, DUE - timedelta(days=1))


def test_an_item_is_given_up_with_a_reason_and_stays_to_be_seen(area: Partnership, counted: Counted) -> None:
    item = taken_up(area)
    with pytest.raises(CannotEnter, match="reason"):
        set_learning_aside(by=bea(area), on=MONDAY, learning_item=item, reason="")
    set_learning_aside(by=bea(area), on=MONDAY, learning_item=item, reason="It is part of another item.")
    assert stage(area, item) is Stage.SET_ASIDE
    with pytest.raises(NotPossible):
        checked(area, item)


# How practice is looked at again


def test_the_check_is_chosen_for_three_to_six_months_on(area: Partnership, counted: Counted) -> None:
    item = taken_up(area)
    for day in (date(2026, 8, 31), date(2026, 12, 2)):
        with pytest.raises(CannotEnter, match="from 1 September 2026 to 1 December 2026"):
            checked(area, item, due_on=day)


def test_no_check_is_chosen_for_an_item_that_is_not_there(area: Partnership) -> None:
    with pytest.raises(NoSuchEntry):
        choose_practice_check(
            by=area.as_("Bea Board"), on=MONDAY, learning_item="not-there", checked_by=CheckedBy.MEASURE,
            due_on=DUE, measure=MEASURE,
        )  # fmt: skip


def test_how_it_stood_at_the_start_is_kept_as_it_was_told_then(area: Partnership, counted: Counted) -> None:
    item = taken_up(area)
    checked(area, item)
    counted.say(30, 44, DUE)
    check = learning_item(by=bea(area, DUE), key=item).checks[0]
    assert (check.chosen_on, check.start_says) == (MONDAY, "12 of 40 (30%)")
    assert "On 1 June 2026: 12 of 40 (30%)." in check.now


@pytest.mark.parametrize(
    ("met", "of", "says"),
    [(38, 44, "More than then"), (2, 60, "Fewer than then"), (14, 42, "No clear change"), (None, 40, CANNOT)],
)
def test_then_and_now_are_compared_in_words(
    area: Partnership, counted: Counted, met: int | None, of: int, says: str
) -> None:
    item = taken_up(area)
    checked(area, item)
    counted.say(met, of, date(2027, 7, 1))
    now = learning_item(by=bea(area, DUE), key=item).checks[0].now
    assert says in now
    assert OVERLAP not in now


def test_two_periods_with_months_in_common_are_said_to_have_them(area: Partnership, counted: Counted) -> None:
    item = taken_up(area)
    checked(area, item)
    counted.say(38, 44, DUE)
    assert OVERLAP in learning_item(by=bea(area, DUE), key=item).checks[0].now


def test_a_check_needs_a_measure_or_an_audit_with_what_it_found(area: Partnership, counted: Counted) -> None:
    item = taken_up(area)
    with pytest.raises(CannotEnter, match="measure"):
        checked(area, item, measure="of_nothing")
    with pytest.raises(CannotEnter, match="start_says"):
        checked(area, item, checked_by=CheckedBy.AUDIT)
    with pytest.raises(CannotEnter, match="audit_round"):
        checked(area, item, checked_by=CheckedBy.AUDIT, start_says="8 of 12 were good.")
    with pytest.raises(NotPossible, match="which lesson"):
        checked(area, taken_up(area, lessons=[]))


def test_what_an_audit_showed_is_answered_once_the_audit_was_done_again(area: Partnership, counted: Counted) -> None:
    first = audited(area, "Birth plans, spring")
    item = taken_up(area, arises_from=ArisesFrom.AUDIT, arises_from_key=first, source_title="")
    found = "Good in 5 of 12 cases."
    check = checked(area, item, checked_by=CheckedBy.AUDIT, measure="", audit_round=first, start_says=found)
    with pytest.raises(NotPossible, match="has not been done again"):
        effect(area, check, Effect.WORKED, found_again="Good in 10 of 12 cases.")
    audited(area, "Birth plans, autumn", repeats_audit_round_id=first)
    with pytest.raises(CannotEnter, match="found_again"):
        effect(area, check, Effect.WORKED)
    effect(area, check, Effect.WORKED, found_again="Good in 10 of 12 cases.")
    one = learning_item(by=bea(area), key=item)
    assert one.item.source == "Birth plans, spring"
    assert one.checks[0].audit_round == "Birth plans, spring"
    assert one.checks[0].effects[0].then_and_now == (
        "On 1 June 2026: Good in 5 of 12 cases. Done again: Good in 10 of 12 cases."
    )


def audited(area: Partnership, title: str, **other: Any) -> str:
    """An audit round that is closed."""
    stamp = Stamp(morning(MONDAY), None)
    tool = add("audit_tool", {"title": "Birth plans", "edition": "1"}, stamp)
    values = {"audit_tool_id": tool, "title": title, "method": "random", "closed_on": MONDAY, **other}
    return add("audit_round", values, stamp)


def test_what_was_learned_goes_out_within_the_areas_weeks(area: Partnership, counted: Counted) -> None:
    item = taken_up(area)
    checked(area, item)
    late = MONDAY + timedelta(weeks=8, days=1)
    assert not learning_item(by=bea(area, late - timedelta(days=1)), key=item).item.is_told_late
    assert learning_item(by=bea(area, late), key=item).item.is_told_late
    sent(area, briefed(area, item), to_account=int(area.accounts["Mira Wells"].pk))
    assert learning_item(by=bea(area), key=item).item.told_on == late


# From where


def test_an_implication_of_a_case_review_is_taken_up_without_what_it_quotes(area: Partnership) -> None:
    item = bring_implication(by=area.as_("Sol Quill"), on=MONDAY, implication=json.dumps([IMPLICATION]))
    values = current("learning_item", item)
    assert values["learned"] == "For the Board: Ask of every agency whether it assesses before birth."
    assert "Review A" in values["source_title"]
    assert "4.3" in values["source_title"]
    assert "Zelda" not in json.dumps(values, default=str)


def test_the_lesson_that_an_implication_became_is_taken_up_as_well(area: Partnership) -> None:
    lesson = {"id": "OURS.4", "text": "For the Board: Ask every agency.", "source": "Review A, p. 12, para. 4.3"}
    values = current("learning_item", bring_implication(by=bea(area), on=MONDAY, implication=json.dumps(lesson)))
    assert (values["learned"], values["arises_from_key"]) == (lesson["text"], "OURS.4")


@pytest.mark.parametrize("text", ["no JSON", "[]", "3", '{"audience": "the Board"}', json.dumps([IMPLICATION] * 2)])
def test_what_is_no_implication_is_refused_in_words(area: Partnership, text: str) -> None:
    with pytest.raises(CannotEnter, match=r"^implication: has .* needs "):
        bring_implication(by=bea(area), on=MONDAY, implication=text)


def test_of_a_challenge_only_its_theme_is_kept(area: Partnership) -> None:
    theme = {"arises_from": ArisesFrom.CHALLENGE, "source_title": "Thresholds", "source_says": ""}
    assert current("learning_item", taken_up(area, **theme))["source_title"] == "Thresholds"
    with pytest.raises(CannotEnter, match="theme alone"):
        taken_up(area, **theme, arises_from_key="a-disagreement")


def test_what_a_measure_shows_is_taken_up_from_its_page(area: Partnership, signed_in: Callable[[str], Client]) -> None:
    browser = signed_in("Bea Board")
    assert (
        "arises_from=measure&amp;arises_from_key=before_birth.assessed"
        in browser.get(f"/board/trace/{MEASURE}").content.decode()
    )
    given = {
        "title": "Late",
        "learned": "It comes late.",
        "arises_from": "measure",
        "lessons": ["B17.1"],
        **day("on", MONDAY),
    }
    where = f"/do/begin_learning?arises_from=measure&arises_from_key={MEASURE}&next=/board/learning"
    assert browser.post(where, given).status_code == 302
    one = learning_items(by=bea(area))[0]
    assert (one.arises_from_key, one.source) == (MEASURE, MEASURES[MEASURE].asks)
    assert trace(by=bea(area), what=one.key).back[0].key == MEASURE


@pytest.mark.parametrize("words", ["Number 999 000 0018", "Born 3 March 2019.", "dob 2019-03-03", "Of AB12 3CD"])
def test_no_particulars_of_a_child_are_taken_up(area: Partnership, words: str) -> None:
    for field in ("title", "learned", "source_title", "source_says"):
        with pytest.raises(CannotEnter, match=f"^{field}: has what looks like"):
            taken_up(area, **{field: words})


def test_officers_and_the_scrutineer_take_up_and_others_of_the_board_read(area: Partnership, counted: Counted) -> None:
    item = taken_up(area)
    for name in ("Mona Reed", "Audra Page", "Sol Quill"):
        assert learning_item(by=area.as_(name), key=item).item.key == item
    with pytest.raises(Refused):
        learning_items(by=area.as_("Mira Wells"))
    with pytest.raises(Refused):
        bring_implication(by=area.as_("Mona Reed"), on=MONDAY, implication="{}")


# The chain


def links(some: tuple[Link, ...]) -> list[tuple[str, str]]:
    """Every link of a chain with its kind, those that follow from others too."""
    return [pair for one in some for pair in ((one.kind, one.says), *links(one.then))]


def test_a_measure_is_traced_to_the_review_it_came_from_and_on_to_its_effect(
    area: Partnership, counted: Counted
) -> None:
    item = taken_up(area)
    check = checked(area, item)
    acted(area, item)
    sent(area, briefed(area, item), to_agency=area.agencies["Maternity"])
    effect(area, check, Effect.WORKED)
    found = trace(by=bea(area), what=MEASURE)
    back, forward = links(found.back), links(found.forward)
    assert (
        "A case review",
        "Review of a baby, published in 2025; Recommendation 3: assess wherever there may be a risk.",
    ) in back
    assert any(kind == "Lesson B17.1" for kind, _ in back)
    assert any(kind == "Report" and "paragraph 17" in says for kind, says in back)
    assert [kind for kind, _ in forward] == ["Item of learning", "Action", "Briefing", "Practice check", "Effect"]
    assert forward[-1][1] == f"It worked. {KNOWN}"


def test_a_lesson_and_an_item_are_traced_both_ways(area: Partnership, counted: Counted) -> None:
    item = taken_up(area)
    checked(area, item)
    lesson = trace(by=bea(area), what="B17.1")
    assert ("Measure", "measure", MEASURE) in [(one.kind, one.leads_to, one.key) for one in lesson.forward]
    assert item in [one.key for one in lesson.forward]
    back = trace(by=bea(area), what=item).back
    assert [one.kind for one in back] == ["A case review", "Lesson P17.2", "Lesson B17.1"]
    with pytest.raises(NoSuchEntry):
        trace(by=bea(area), what="nothing")


# On the screens


def test_a_lesson_goes_from_review_to_effect_on_the_screens(
    area: Partnership, counted: Counted, signed_in: Callable[[str], Client]
) -> None:
    browser = signed_in("Bea Board")
    shown = browser.post("/board/learning/bring", {"pasted": json.dumps([IMPLICATION])}).content.decode()
    assert "Ask of every agency" in shown
    answer = browser.post("/board/learning/bring", {"one": json.dumps(IMPLICATION)})
    page = browser.get(answer["Location"]).content.decode()
    assert "Say first to which lesson" in page
    item = answer["Location"].rpartition("/")[2]
    here = f"&next=/board/learning/{item}"
    form = f"/do/revise_learning_item?learning_item={item}{here}"
    assert browser.get(form).status_code == 200
    words = {"title": "Assess before birth", "learned": "Nobody asked.", "lessons": ["B17.1"], **day("on", MONDAY)}
    assert browser.post(form, words).status_code == 302
    form = f"/do/choose_practice_check?learning_item={item}{here}"
    given = {"checked_by": "measure", "measure": MEASURE, **day("due_on", DUE), **day("on", MONDAY)}
    assert browser.post(form, given).status_code == 302
    page = browser.get(f"/board/learning/{item}").content.decode()
    for verb in ("state_effect", "give_board_action", "write_briefing"):
        assert f"/do/{verb}?" in page
    assert browser.get(f"/do/give_board_action?learning_item={item}&arises_from=review&lesson=B17.1").status_code == 200
    for address in ("/board/learning", f"/board/trace/{item}", f"/board/trace/{MEASURE}", "/board/trace/K1"):
        assert browser.get(address).status_code == 200


def test_what_cannot_be_read_is_said_beside_the_field(area: Partnership, signed_in: Callable[[str], Client]) -> None:
    answer = signed_in("Bea Board").post("/board/learning/bring", {"pasted": "no JSON"})
    assert answer.status_code == 422
    assert "Has text that is no JSON" in answer.content.decode()


def day(name: str, day: date) -> dict[str, str]:
    return {f"{name}-day": str(day.day), f"{name}-month": str(day.month), f"{name}-year": str(day.year)}


def test_a_check_rests_on_no_measure_that_was_never_counted(area: Partnership) -> None:
    item = taken_up(area)
    with pytest.raises(NotPossible, match="has not been counted yet"):
        checked(area, item)
