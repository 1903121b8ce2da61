"""A whole audit by its pages: from a tool to a re-audit, and nobody named to whoever was not given the case."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from audited import SHORT_TOOL, SINCE, Audit, baby, counted
from cast import MONDAY, Partnership
from django.test import Client
from pages_read import links, main, page, read

from lapwing.records.entries import entries
from lapwing.vocabulary.board.audit_codes import PartKind, SampleMethod
from lapwing.web.templating import address

pytestmark = pytest.mark.django_db
DUE_ON = {"due_on-day": "1", "due_on-month": "8", "due_on-year": "2026"}
DAYS = {
    "since_on-day": "1", "since_on-month": "6", "since_on-year": "2025",
    "until_on-day": "1", "until_on-month": "6", "until_on-year": "2026",
}  # fmt: skip
SignedIn = Callable[[str], Client]


@pytest.fixture
def audit(area: Partnership) -> Audit:
    counted([baby(area, f"Wren{number}") for number in range(10)])
    return Audit(area)


def send(client: Client, where: str, **said: Any) -> Any:
    """Fills in a form as it stands there and sends it, and what it asks again where that is meant, until it is done."""
    answer = client.post(where, {**filled(client.get(where)), **said})
    if answer.status_code == 200:
        answer = client.post(where, filled(answer))
    assert answer.status_code == 302, main(read(answer))
    return answer


def filled(answer: Any) -> dict[str, str]:
    """What a form has before anybody writes in it."""
    inputs = read(answer).xpath("//main//form[@method='post']//input[@name and @value]")
    choices = ("radio", "checkbox")
    return {one.get("name"): one.get("value") for one in inputs if one.get("type") not in choices or one.get("checked")}


def test_an_officer_plans_draws_and_gives_a_case_by_pages_and_learns_nobodys_name(
    audit: Audit, area: Partnership, signed_in: SignedIn
) -> None:
    officer = signed_in("Bea Board")
    (plan,) = links(page(officer, address("board_audit_tool", audit.short_tool())), "Plan an audit")
    leads = str(area.accounts["Bea Board"].pk)
    said = {"round_title": "Before birth", "why_now": "It is due.", "method": "random", "sample_size": "2"}
    send(officer, plan, **said, share_doubly_marked="50", led_by_account=leads, **DAYS, **DUE_ON)
    audit.key = entries("audit_round").get().pk
    at = address("board_audits_round", audit.key)
    (draw,) = links(page(officer, address("board_audits_sample", audit.key)), "Draw the sample")
    send(officer, draw, seed="2026")
    sample = main(page(officer, address("board_audits_sample", audit.key)))
    assert "Seed2026" in sample
    assert "About 10" in sample
    assert "the same cases come out" in sample
    give = links(page(officer, at), "Give this case")[0]
    auditor = str(area.accounts["Audra Page"].pk)
    send(officer, give, part_kind="first", auditor_account=auditor, **DUE_ON)
    assert "All together: Audra Page" in main(page(officer, at))
    for where in (at, address("board_audits"), address("board_audits_sample", audit.key), give):
        said = officer.get(where).content.decode()
        assert "Wren" not in said
        assert not any(child in said for child in entries("audit_case").values_list("child", flat=True))


def test_an_auditor_marks_keeps_and_hands_in(audit: Audit, area: Partnership, signed_in: SignedIn) -> None:
    audit.plan(size=1)
    (case,) = audit.draw()
    part = audit.give(case, "Audra Page")
    auditor = signed_in("Audra Page")
    (where,) = links(page(auditor, address("board_audit_parts")), "Before birth, spring")
    marking = main(page(auditor, where))
    assert "How good was it all together?" in marking
    assert "Source: The area's procedures" in marking
    send(auditor, where, **{"answer-2": "Good", "words-2": "Early", "save": "1"})
    assert "Early" in main(page(auditor, where))
    wrong = auditor.post(where, {"answer-3": "yes", "submit": "1"})
    assert wrong.status_code == 422
    assert "question 4" in main(read(wrong))
    send(auditor, where, **{"answer-3": "yes", "words-4": "They asked", "submit": "1"})
    assert "You handed this in" in main(page(auditor, where))
    assert entries("audit_part").get(pk=part).submitted_on == MONDAY
    assert auditor.post(where, {"answer-2": "Poor"}).status_code in (409, 422)


def test_a_manager_puts_a_case_in_from_the_childs_record(audit: Audit, signed_in: SignedIn) -> None:
    audit.plan(method=SampleMethod.PURPOSIVE)
    manager, child = signed_in("Heath Lane"), entries("child").all()[0].pk
    where = address("do", child, "name_audit_case")
    said = {"audit_round": audit.key, "how_named": "volunteered", "reason": "We learned much"}
    send(manager, where, **said)
    (case,) = audit.cases()
    assert entries("audit_case").get(pk=case).child_id == child
    officer = signed_in("Bea Board").get(address("board_audits_round", audit.key)).content.decode()
    assert "Case 1" in officer
    assert "We learned much" not in officer


def test_a_case_that_one_was_not_given_is_not_here(audit: Audit, signed_in: SignedIn) -> None:
    audit.plan(size=1)
    (case,) = audit.draw()
    part = audit.give(case, "Audra Page")
    for who in ("Bea Board", "Sol Quill", "Nell Frost", "Mona Reed", "Hazel Ford"):
        answer = signed_in(who).get(address("board_audit_part", part))
        assert answer.status_code == 404, who
        assert "Wren" not in answer.content.decode()


def test_a_moderator_settles_what_differs(audit: Audit, area: Partnership, signed_in: SignedIn) -> None:
    audit.plan(size=1)
    (case,) = audit.draw()
    audit.mark(audit.give(case, "Audra Page"), "Audra Page", "Good", "yes", "a")
    other = audit.give(case, "Nell Frost", kind=PartKind.SECOND)
    third = audit.give(case, "Sela Marsh", kind=PartKind.MODERATION)
    moderator, where = signed_in("Sela Marsh"), address("board_audit_part", third)
    assert "Not every part of this case is in yet" in main(page(moderator, where))
    audit.mark(other, "Nell Frost", "Poor", "yes", "b")
    assert "First auditor" in main(page(moderator, where))
    send(moderator, where, **{"answer-0": "Fair", "words-0": "In between", "submit": "1"})
    officer = main(page(signed_in("Bea Board"), address("board_audits_round", audit.key)))
    assert "Fair: 1" in officer
    assert "In between" not in officer


def test_a_round_is_closed_and_audited_again_by_pages(audit: Audit, area: Partnership, signed_in: SignedIn) -> None:
    officer = signed_in("Bea Board")
    audit.plan(size=2)
    for case in audit.draw():
        audit.mark(audit.give(case, "Audra Page"), "Audra Page", "Poor", "no", "a")
    at = address("board_audits_round", audit.key)
    (found,) = links(page(officer, at), "Write down a finding")
    send(officer, found, finding_kind="could_improve", finding="Plans came after the birth.")
    (close,) = links(page(officer, at), "Close this audit")
    send(officer, close, what_follows="Midwives and social workers meet weekly.")
    closed = main(page(officer, at))
    assert "Plans came after the birth." in closed
    assert "Midwives and social workers meet weekly." in closed
    assert links(page(officer, at), "Audit the same again")
    again = Audit(area, tool=audit.tool)
    from lapwing.board.verbs.audit_rounds import repeat_audit_round

    again.key = repeat_audit_round(
        by=again.officer(), audit_round=audit.key, round_title="Again", why_now="To see", since_on=SINCE,
        until_on=MONDAY, due_on=MONDAY.replace(month=8), led_by_account=area.accounts["Bea Board"].pk, on=MONDAY,
    )  # fmt: skip
    for case in again.draw(seed=5):
        again.mark(again.give(case, "Audra Page"), "Audra Page", "Good", "yes", "a")
    compared = main(page(officer, address("board_audits_round", again.key)))
    assert "0 of 2 good or better" in compared
    assert "2 of 2 good or better" in compared


def test_a_new_version_of_a_tool_is_written_from_its_text(audit: Audit, signed_in: SignedIn) -> None:
    officer, where = signed_in("Bea Board"), address("board_audit_tool", audit.short_tool())
    text = read(officer.get(where)).xpath("//textarea")[0].text
    same = officer.post(where, {"pasted": text})
    assert same.status_code == 422
    assert "an edition of its own" in main(read(same))
    done = send(officer, where, pasted=text.replace('edition = "1"', 'edition = "2"'))
    assert "version 2" in main(page(officer, done["Location"]))
    assert read(signed_in("Mona Reed").get(done["Location"])).xpath("//textarea") == []


def test_a_tool_that_comes_with_lapwing_is_brought_in_and_one_of_the_areas_own_written(
    audit: Audit, signed_in: SignedIn
) -> None:
    officer, tools = signed_in("Bea Board"), address("board_audit_tools")
    (bring,) = links(page(officer, tools), "Bring in an audit tool")
    send(officer, bring, shipped_tool="fathers")
    (write,) = links(page(officer, tools), "Write an audit tool")
    send(officer, write, pasted=SHORT_TOOL)
    listed = main(page(officer, tools))
    assert "Fathers and partners in the work, version 1" in listed
    assert "Short tool, version 1" in listed


def test_pages_of_audits_are_for_the_board(audit: Audit, signed_in: SignedIn) -> None:
    for name in ("board_audits", "board_audit_tools"):
        assert signed_in("Sol Quill").get(address(name)).status_code == 200
        assert signed_in("Mira Wells").get(address(name)).status_code == 403
    assert "No audit was planned here yet" in main(page(signed_in("Sol Quill"), address("board_audits")))
    assert links(page(signed_in("Sol Quill"), address("board_audits")), "Plan an audit") == []
