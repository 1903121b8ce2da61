"""A round from its plan to its end: who is drawn, who may mark, and that nobody learns more than they need."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from audited import DUE, OF_BIRTH, SINCE, STAMP, Audit, baby, counted, works
from cast import MONDAY, Partnership, morning

from lapwing.board.audit_samples import Again, drawn_again
from lapwing.board.giving import NOT_TO_THEM
from lapwing.board.verbs.audit_rounds import (
    close_audit_round,
    hand_audit_part_back,
    name_audit_case,
    repeat_audit_round,
    take_audit_part_back,
    withdraw_audit_case,
    write_audit_finding,
)
from lapwing.board.verbs.audit_tools import renew_audit_tool, write_audit_tool
from lapwing.conduct import reading
from lapwing.conduct.permissions import Refused
from lapwing.conduct.policies import NotPossible
from lapwing.conduct.restrictions import Grounds
from lapwing.records.entries import entries
from lapwing.records.models import Event, FamilyTie, Restriction
from lapwing.records.store import CannotEnter, NoSuchEntry, add, current
from lapwing.vocabulary.board.audit_codes import (
    FindingKind,
    HowNamed,
    PartKind,
    SampleMethod,
    ShippedTool,
    Strata,
    WithdrawnBecause,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def babies(area: Partnership) -> list[str]:
    """Ten babies with whom a health visitor works, all counted by the measure."""
    some = [baby(area, f"Wren{number}") for number in range(10)]
    counted(some)
    return some


@pytest.fixture
def audit(area: Partnership, babies: list[str]) -> Audit:
    return Audit(area)


def drawn_children(audit: Audit) -> set[str]:
    return set(entries("audit_case").filter(pk__in=audit.cases()).values_list("child", flat=True))


# Drawing


def test_the_same_seed_draws_the_same_cases_again(audit: Audit, babies: list[str]) -> None:
    audit.plan(size=4)
    audit.draw(seed=7)
    first = drawn_children(audit)
    assert drawn_again(current("audit_round", audit.key)) is Again.SAME
    close_audit_round(by=audit.officer(), audit_round=audit.key, what_follows="Nothing yet.", on=MONDAY)
    audit.plan(size=4)
    audit.draw(seed=7)
    assert drawn_children(audit) == first
    assert len(first) == 4


def test_that_others_can_be_drawn_now_is_said_when_a_sample_is_drawn_again(
    audit: Audit, area: Partnership, babies: list[str]
) -> None:
    audit.plan()
    audit.draw()
    counted([*babies, baby(area, "Late")])
    assert drawn_again(current("audit_round", audit.key)) is Again.OTHERS_THERE


def test_a_seed_is_not_tried_twice(audit: Audit) -> None:
    audit.plan()
    audit.draw(seed=7)
    with pytest.raises(NotPossible, match="not tried twice"):
        audit.draw(seed=8)


def test_how_many_could_be_drawn_is_rounded_so_that_two_samples_cannot_be_subtracted(
    audit: Audit, area: Partnership, babies: list[str]
) -> None:
    counted([*babies, baby(area, "One more")])
    audit.plan()
    audit.draw()
    assert current("audit_round", audit.key)["population_size"] == 10


def test_fewer_than_may_be_told_are_not_drawn_from(audit: Audit, babies: list[str]) -> None:
    counted(babies[:4])
    audit.plan()
    with pytest.raises(NotPossible, match="would tell who they are"):
        audit.draw()


def test_only_the_period_and_those_asked_for_are_drawn_from(audit: Audit, babies: list[str]) -> None:
    when = [date(2025, 1, 1)] * 3 + [date(2026, 2, 1)] * 7
    counted(babies, on=when, status=["met"] * 8 + ["left_out", "not_yet"])
    audit.plan(size=10)
    audit.draw()
    assert drawn_children(audit) == set(babies[3:8])


def test_a_stratified_sample_has_somebody_of_each_group(audit: Audit, babies: list[str]) -> None:
    counted(babies, sex=["male"] * 8 + ["female"] * 2)
    audit.plan(size=4, method=SampleMethod.STRATIFIED, strata=Strata.SEX)
    audit.draw()
    assert drawn_children(audit) & set(babies[8:])
    assert len(drawn_children(audit)) == 4


def test_groups_are_given_for_a_stratified_sample_and_for_no_other(audit: Audit) -> None:
    with pytest.raises(CannotEnter, match="strata"):
        audit.plan(method=SampleMethod.STRATIFIED)
    with pytest.raises(CannotEnter, match="strata"):
        audit.plan(strata=Strata.SEX)


def test_a_restricted_record_is_passed_over_and_nothing_is_said_of_it(
    audit: Audit, area: Partnership, babies: list[str]
) -> None:
    for one in babies[:6]:
        by = area.accounts["Mona Reed"]
        Restriction.objects.create(child_id=one, grounds=str(Grounds.COURT_ORDER), by=by, at=morning(MONDAY))
    audit.plan(size=10)
    audit.draw()
    assert drawn_children(audit) == set(babies[6:])
    assert current("audit_round", audit.key)["population_size"] == 10


def test_a_record_in_an_open_round_is_not_drawn_into_another(audit: Audit) -> None:
    audit.plan(size=4)
    audit.draw(seed=7)
    first = drawn_children(audit)
    audit.plan(size=4)
    audit.draw(seed=7)
    assert drawn_children(audit).isdisjoint(first)


def test_a_case_that_is_left_out_is_replaced_from_the_reserve(audit: Audit) -> None:
    audit.plan(size=3)
    cases = audit.draw()
    before = drawn_children(audit)
    withdraw_audit_case(by=audit.officer(), audit_case=cases[0], left_out_because=WithdrawnBecause.NO_RECORD, on=MONDAY)
    assert len(audit.cases()) == 3
    assert len(drawn_children(audit) - before) == 1
    assert drawn_again(current("audit_round", audit.key)) is Again.SAME


def test_nothing_that_the_officer_learns_of_a_draw_names_a_child(audit: Audit, babies: list[str]) -> None:
    audit.plan(size=3)
    audit.draw()
    its_round = str(current("audit_round", audit.key))
    logged = str(list(Event.objects.filter(verb="draw_audit_sample").values()))
    assert not any(one in its_round or one in logged for one in babies)


def test_a_population_that_is_not_known_is_refused(audit: Audit) -> None:
    with pytest.raises(CannotEnter, match="population"):
        audit.plan(population="before_birth.imagined")


def test_what_was_never_counted_cannot_be_drawn_from(audit: Audit) -> None:
    audit.plan(population="before_birth.referred")
    with pytest.raises(NotPossible, match="has not been counted"):
        audit.draw()


# Older children


def young_person(area: Partnership, name: str, *, born_on: date, agencies: int, kinds: int) -> str:
    person = add("person", {"given_name": name, "born_on": born_on, "sex": "female"}, STAMP)
    child = add("child", {"person_id": person}, STAMP)
    for agency in list(area.agencies.values())[:agencies]:
        add("involvement", {"child_id": child, "agency_id": agency, "started_on": date(2026, 1, 1)}, STAMP)
    for kind in ("domestic_abuse", "self_harm", "missing")[:kinds]:
        add("concern", {"child_id": child, "kind": kind, "identified_on": date(2026, 2, 1)}, STAMP)
    return child


def test_older_children_are_drawn_by_age_agencies_and_kinds_of_concern(area: Partnership) -> None:
    complex_cases = {
        young_person(area, f"Rook{number}", born_on=date(2010, 1, 1) + timedelta(days=number), agencies=3, kinds=2)
        for number in range(6)
    }
    young_person(area, "Too young", born_on=MONDAY.replace(year=2012) + timedelta(days=1), agencies=3, kinds=2)
    young_person(area, "Grown up", born_on=MONDAY.replace(year=2008), agencies=3, kinds=2)
    young_person(area, "Two agencies", born_on=date(2010, 1, 1), agencies=2, kinds=2)
    young_person(area, "One kind", born_on=date(2010, 1, 1), agencies=3, kinds=1)
    audit = Audit(area)
    audit.shipped_tool(ShippedTool.OLDER_CHILDREN)
    audit.plan(size=20)
    audit.draw()
    assert drawn_children(audit) == complex_cases


# Naming


def test_a_manager_names_a_case_with_a_reason_and_only_within_reach(
    audit: Audit, area: Partnership, babies: list[str]
) -> None:
    audit.plan(method=SampleMethod.PURPOSIVE)
    named = {"audit_round": audit.key, "how_named": HowNamed.VOLUNTEERED, "on": MONDAY}
    with pytest.raises(CannotEnter, match="why this case"):
        name_audit_case(by=area.as_("Heath Lane"), child=babies[0], reason=" ", **named)
    with pytest.raises(NoSuchEntry):
        name_audit_case(by=area.as_("Mona Reed"), child=babies[0], reason="We learned much", **named)
    name_audit_case(by=area.as_("Heath Lane"), child=babies[0], reason="We learned much", **named)
    with pytest.raises(NotPossible, match="cannot be audited now"):
        name_audit_case(by=area.as_("Heath Lane"), child=babies[0], reason="Once more", **named)
    assert drawn_children(audit) == {babies[0]}


def test_an_officer_names_no_case(audit: Audit, babies: list[str]) -> None:
    audit.plan(method=SampleMethod.PURPOSIVE)
    with pytest.raises((Refused, NoSuchEntry)):
        name_audit_case(
            by=audit.officer(),
            child=babies[0],
            audit_round=audit.key,
            how_named=HowNamed.PURPOSE,
            reason="x",
            on=MONDAY,
        )


# Who may mark


def test_an_auditor_reads_the_record_that_they_were_given_until_the_round_closes(
    audit: Audit, area: Partnership
) -> None:
    audit.plan(size=1)
    (case,) = audit.draw()
    (child,) = drawn_children(audit)
    with pytest.raises(NoSuchEntry):
        reading.read_child(by=area.as_("Audra Page"), child=child)
    audit.give(case, "Audra Page")
    assert reading.read_child(by=area.as_("Audra Page"), child=child).child.child == child
    close_audit_round(by=audit.officer(), audit_round=audit.key, what_follows="Nothing yet.", on=MONDAY)
    with pytest.raises(NoSuchEntry):
        reading.read_child(by=area.as_("Audra Page"), child=child)


def refusal(audit: Audit, case: str, to: str) -> str:
    with pytest.raises(NotPossible) as refused:
        audit.give(case, to)
    return str(refused.value)


def test_own_work_own_family_and_a_restriction_are_refused_in_the_same_words(audit: Audit, area: Partnership) -> None:
    audit.plan(size=1)
    (case,) = audit.draw()
    (child,) = drawn_children(audit)
    FamilyTie.objects.create(
        account=area.accounts["Moss Adair"], child_id=child, said_by=area.accounts["Mona Reed"], at=morning(MONDAY)
    )
    assert refusal(audit, case, "Hazel Ford") == NOT_TO_THEM  # who works with the child
    assert refusal(audit, case, "Moss Adair") == NOT_TO_THEM  # of whose family it is
    Restriction.objects.create(
        child_id=child, grounds=str(Grounds.COURT_ORDER), by=area.accounts["Mona Reed"], at=morning(MONDAY)
    )
    assert refusal(audit, case, "Audra Page") == NOT_TO_THEM


WORK_DONE: dict[str, dict[str, Any]] = {
    "assessment": {"kind": "pre_birth", "signed_off_on": MONDAY, "column": "signed_off_by"},
    "decision": {"kind": "pre_birth_assessment", "decided_on": MONDAY, "column": "decided_by"},
    "observation": {"basis": "seen", "observed_on": MONDAY, "column": "observed_by"},
}


@pytest.mark.parametrize("table", WORK_DONE)
def test_whoever_did_anything_on_the_record_does_not_audit_it(audit: Audit, area: Partnership, table: str) -> None:
    audit.plan(size=1)
    (case,) = audit.draw()
    (child,) = drawn_children(audit)
    said = {name: value for name, value in WORK_DONE[table].items() if name != "column"}
    mine = area.accounts["Mona Reed"].practitioner_id
    add(table, {"child_id": child, WORK_DONE[table]["column"]: mine, **said}, STAMP)
    assert refusal(audit, case, "Mona Reed") == NOT_TO_THEM
    audit.give(case, "Nell Frost")


def test_work_that_has_ended_is_own_work_still(audit: Audit, area: Partnership) -> None:
    audit.plan(size=1)
    (case,) = audit.draw()
    (child,) = drawn_children(audit)
    works(area, child, "Sam Birch")
    for one in entries("involvement").filter(child=child):
        type(one).objects.filter(pk=one.pk).update(ended_on=MONDAY)
    assert refusal(audit, case, "Sam Birch") == NOT_TO_THEM


def test_a_dip_sample_is_marked_outside_the_team_that_did_the_work(audit: Audit, area: Partnership) -> None:
    audit.shipped_tool(ShippedTool.DIP_SAMPLE)
    audit.plan(size=1)
    (case,) = audit.draw()
    (child,) = drawn_children(audit)
    works(area, child, "Sam Birch")
    assert refusal(audit, case, "Sela Marsh") == NOT_TO_THEM
    audit.give(case, "Heath Lane")


def test_an_officer_or_a_scrutineer_marks_nothing(audit: Audit) -> None:
    audit.plan(size=1)
    (case,) = audit.draw()
    assert "Cases are marked by" in refusal(audit, case, "Sol Quill")


def test_a_second_auditor_and_a_moderator_are_other_people(audit: Audit) -> None:
    audit.plan(size=1)
    (case,) = audit.draw()
    audit.give(case, "Audra Page", agency="Maternity")
    with pytest.raises(NotPossible, match="independent"):
        audit.give(case, "Audra Page", agency="Maternity", kind=PartKind.SECOND)
    with pytest.raises(NotPossible, match="independent"):
        audit.give(case, "Audra Page", kind=PartKind.MODERATION)
    with pytest.raises(NotPossible, match="has this part already"):
        audit.give(case, "Nell Frost", agency="Maternity")
    audit.give(case, "Nell Frost", agency="Maternity", kind=PartKind.SECOND)
    audit.give(case, "Nell Frost", agency="Police")
    audit.give(case, "Sela Marsh", kind=PartKind.MODERATION)


def test_a_part_that_is_handed_back_takes_the_record_back(audit: Audit, area: Partnership) -> None:
    audit.plan(size=1)
    (case,) = audit.draw()
    (child,) = drawn_children(audit)
    part, other = audit.give(case, "Audra Page"), audit.give(case, "Audra Page", agency="Police")
    hand_audit_part_back(by=area.as_("Audra Page"), audit_part=part, on=MONDAY)
    assert reading.read_child(by=area.as_("Audra Page"), child=child)  # for the other part
    take_audit_part_back(by=audit.officer(), audit_part=other, on=MONDAY)
    with pytest.raises(NoSuchEntry):
        reading.read_child(by=area.as_("Audra Page"), child=child)
    audit.give(case, "Nell Frost")


def test_nobody_hands_back_what_is_somebody_elses(audit: Audit, area: Partnership) -> None:
    audit.plan(size=1)
    (case,) = audit.draw()
    part = audit.give(case, "Audra Page")
    with pytest.raises(NoSuchEntry):
        hand_audit_part_back(by=area.as_("Nell Frost"), audit_part=part, on=MONDAY)


# What is found, and the end


def test_a_finding_that_names_the_family_is_refused_to_whoever_knows_it(audit: Audit, area: Partnership) -> None:
    audit.plan(size=1)
    (case,) = audit.draw()
    audit.give(case, "Audra Page")
    (child,) = drawn_children(audit)
    name = entries("child").get(pk=child).person.given_name
    said = {"audit_round": audit.key, "finding_kind": FindingKind.WORKED_WELL, "on": MONDAY}
    for naming in (f"{name} was seen early", "The Tern family was seen early", "The baby of 5 January 2026"):
        with pytest.raises(CannotEnter, match=r"names somebody|date of birth"):
            write_audit_finding(by=area.as_("Audra Page"), finding=naming, **said)
    write_audit_finding(by=area.as_("Audra Page"), finding="Midwives asked early and wrote it down.", **said)


def test_an_officer_cannot_find_out_by_findings_who_is_in_a_round(audit: Audit, area: Partnership) -> None:
    audit.plan(size=1)
    audit.draw()
    (child,) = drawn_children(audit)
    name = entries("child").get(pk=child).person.given_name
    said = {"audit_round": audit.key, "finding_kind": FindingKind.WORKED_WELL, "on": MONDAY}
    write_audit_finding(by=audit.officer(), finding=f"{name} and Nobody", **said)
    write_audit_finding(by=audit.officer(), finding="Somebodyelse and Nobody", **said)
    with pytest.raises(NoSuchEntry):
        write_audit_finding(by=area.as_("Nell Frost"), finding="I have no part in it", **said)


def test_nothing_changes_in_a_round_that_is_closed(audit: Audit) -> None:
    audit.plan(size=1)
    (case,) = audit.draw()
    close_audit_round(by=audit.officer(), audit_round=audit.key, what_follows="Nothing yet.", on=MONDAY)
    for change in (lambda: audit.give(case, "Audra Page"), lambda: audit.draw()):
        with pytest.raises(NotPossible, match="closed"):
            change()


def test_a_re_audit_takes_the_same_method_and_the_same_tool_or_a_newer_version(audit: Audit) -> None:
    audit.plan(size=3, share_doubly_marked=20)
    again = {
        "audit_round": audit.key,
        "round_title": "Again",
        "why_now": "To see",
        "since_on": SINCE,
        "until_on": MONDAY,
        "due_on": DUE,
        "led_by_account": audit.area.accounts["Bea Board"].pk,
        "on": MONDAY,
    }
    with pytest.raises(NotPossible, match="close that one first"):
        repeat_audit_round(by=audit.officer(), **again)
    close_audit_round(by=audit.officer(), audit_round=audit.key, what_follows="Look again.", on=MONDAY)
    text = entries("audit_tool").get(pk=audit.tool)
    assert text.edition == "1"
    from audited import SHORT_TOOL

    newer = renew_audit_tool(
        by=audit.officer(),
        audit_tool=audit.tool,
        pasted=SHORT_TOOL.replace('edition = "1"', 'edition = "2"'),
        on=MONDAY,
    )
    other = write_audit_tool(by=audit.officer(), pasted=SHORT_TOOL, on=MONDAY)
    with pytest.raises(NotPossible, match="same tool or a newer version"):
        repeat_audit_round(by=audit.officer(), audit_tool=other, **again)
    key = repeat_audit_round(by=audit.officer(), audit_tool=newer, **again)
    made = current("audit_round", key)
    assert (made["size"], made["share_doubly_marked"], made["repeats_audit_round_id"]) == (3, 20, audit.key)
    assert made["population"] == OF_BIRTH
