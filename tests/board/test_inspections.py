"""The bundle of an inspection: who makes it, what it waits for, and that nothing secret is in any file of it."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import pytest
from audited import Audit
from cast import MONDAY, Partnership
from django.test import Client
from everyday import days_on, expected_baby, father, me, works_with, young_person

from lapwing.board.reading.inspections import (
    CaseToLeave,
    case_to_leave,
    inspection_bundle,
    inspection_shown,
    inspections,
    working_days_between,
)
from lapwing.board.verbs.audit_rounds import close_audit_round, name_audit_case
from lapwing.board.verbs.given_cases import give_case
from lapwing.board.verbs.inspections import (
    choose_inspection_case,
    close_inspection,
    decide_on_doubt,
    look_over_inspection_case,
    open_inspection,
    take_inspection_case_out,
)
from lapwing.conduct.permissions import Refused
from lapwing.conduct.policies import NotPossible
from lapwing.conduct.restrictions import Grounds
from lapwing.conduct.verbs.access import break_glass, declare_family, restrict_record
from lapwing.conduct.verbs.addresses import begin_address
from lapwing.conduct.verbs.births import record_loss
from lapwing.conduct.verbs.concerns import raise_concern
from lapwing.conduct.verbs.disagreements import disagree
from lapwing.conduct.verbs.milestones import set_milestone
from lapwing.conduct.verbs.observations import observe
from lapwing.conduct.verbs.people import withhold_identity
from lapwing.records.entries import entries
from lapwing.records.models import Event
from lapwing.records.store import CannotEnter, NoSuchEntry, Stamp, add, void
from lapwing.vocabulary.board.audit_codes import HowNamed, SampleMethod
from lapwing.vocabulary.board.codes import TaskKind
from lapwing.vocabulary.board.inspections import DoubtDecision, InspectionKind
from lapwing.vocabulary.care_codes import ObservedWhat
from lapwing.vocabulary.codes import AddressKind, ConcernKind
from lapwing.vocabulary.work_codes import EvidenceBasis, MilestoneKind
from lapwing.web.showing.board.inspection_bundle import bundle_of
from lapwing.web.showing.timeline import days

SignedIn = Callable[[str], Client]
SPELLINGS = (
    "She is settled at 7 Mill Row",
    "Seen at 7, MILL ROW. All well",
    "Letter sent to flat 2 at Mill-Row",
    "The postcode is z z 9 9 1 a a",
    "Post goes to ZZ991AA",
    "Post goes to zz99-1aa now",
)
SECRET = re.compile(r"mill.{0,2}row|z\W?z\W?9\W?9\W{0,3}1\W?a\W?a", re.IGNORECASE)


def opened(area: Partnership, notified_on: date = MONDAY) -> str:
    return open_inspection(
        by=area.as_("Bea Board"), inspection_kind=InspectionKind.JOINT, theme="Babies", notified_on=notified_on,
        led_by_account=area.accounts["Bea Board"].pk, on=area.day,
    )  # fmt: skip


def choose(area: Partnership, child: str, inspection: str, who: str = "Mona Reed") -> str:
    return choose_inspection_case(
        by=area.as_(who), child=child, inspection=inspection, reason="A baby under one", on=area.day
    )


def saw(area: Partnership, pregnancy: str, says: str, who: str = "Mira Wells") -> str:
    return observe(
        by=area.as_(who), on=area.day, pregnancy=pregnancy, basis=EvidenceBasis.SEEN, of=ObservedWhat.HOME, says=says
    )


def look(area: Partnership, case: str, who: str = "Mona Reed") -> CaseToLeave:
    found = case_to_leave(by=area.as_(who), key=case, days=days())
    look_over_inspection_case(by=area.as_(who), inspection_case=case, sign=found.sign, on=area.day)
    return found


def files_of(area: Partnership, inspection: str, who: str = "Mona Reed") -> dict[str, str]:
    """Every file of the bundle by its name, each as all that can be read in it, also in the parts of Word documents."""
    by = area.as_(who)
    made = bundle_of(inspection_bundle(by=by, key=inspection, days=days()), by)
    with ZipFile(BytesIO(made)) as bundle:
        return {name: _everything(name, bundle.read(name)) for name in bundle.namelist()}


def _everything(name: str, content: bytes) -> str:
    if not name.endswith(".docx"):
        return content.decode()
    with ZipFile(BytesIO(content)) as parts:
        texts = [parts.read(part).decode("utf-8", "ignore") for part in parts.namelist()]
    return " ".join(re.sub("<[^>]+>", "", text) + text for text in texts)


def holds(files: dict[str, str], secret: str | re.Pattern[str]) -> list[str]:
    """The files that have it."""
    return [name for name, text in files.items() if re.search(secret, text)]


@pytest.fixture
def pregnancy(area: Partnership) -> str:
    pregnancy = expected_baby(area)
    works_with(area, "Sam Birch", pregnancy=pregnancy)
    return pregnancy


@pytest.fixture
def child(pregnancy: str) -> str:
    return str(entries("child").get(pregnancy=pregnancy).pk)


@pytest.fixture
def inspection(area: Partnership) -> str:
    return opened(area)


def kept_safe(area: Partnership, pregnancy: str) -> None:
    mother = str(entries("pregnancy").get(pk=pregnancy).mother_id)
    begin_address(
        by=area.as_("Mira Wells"), on=MONDAY, person=mother, kind=AddressKind.REFUGE, on_one_line="7 Mill Row",
        postcode="ZZ99 1AA",
    )  # fmt: skip


# Days


def test_the_bundle_is_due_ten_working_days_after_the_notice_and_a_bank_holiday_is_none(area: Partnership) -> None:
    key = opened(area, notified_on=date(2026, 5, 18))
    row = entries("inspection").get(pk=key)
    assert row.due_on == date(2026, 6, 2)  # 25 May is the spring bank holiday
    assert inspections(by=area.as_("Bea Board"))[0].days_left == 1


def test_days_left_pass_over_the_bank_holiday_and_are_below_nought_once_it_is_late() -> None:
    assert working_days_between(date(2026, 5, 22), date(2026, 5, 26)) == 1
    assert working_days_between(date(2026, 5, 26), date(2026, 5, 26)) == 0
    assert working_days_between(date(2026, 5, 26), date(2026, 5, 22)) == -1


# Secrets


@pytest.mark.parametrize("who", ["Mona Reed", "Mira Wells", "Sela Marsh"])
def test_a_protected_address_in_any_spelling_is_in_no_file_whoever_makes_it(
    area: Partnership, pregnancy: str, child: str, inspection: str, who: str
) -> None:
    works_with(area, "Mira Wells", pregnancy=pregnancy, lead=True)
    kept_safe(area, pregnancy)
    for says in SPELLINGS:
        saw(area, pregnancy, says)
    look(area, choose(area, child, inspection), who)
    files = files_of(area, inspection, who)
    assert set(files) == {"index.html", "index.docx", "case-01/chronology.docx", "case-01/case.docx"}
    assert "She is settled at [withheld]" in files["case-01/chronology.docx"]
    assert holds(files, SECRET) == []


def test_a_withheld_father_is_named_in_no_file(area: Partnership, pregnancy: str, child: str, inspection: str) -> None:
    noah = father(area, pregnancy)
    saw(area, pregnancy, "Noah came to the door")
    relationship = str(entries("relationship").get(person=noah).pk)
    withhold_identity(by=area.as_("Mona Reed"), on=MONDAY, relationship=relationship, review_on=days_on(90))
    look(area, choose(area, child, inspection))
    files = files_of(area, inspection)
    assert holds(files, "came to the door") == ["case-01/chronology.docx"]
    assert holds(files, re.compile("noah", re.IGNORECASE)) == []


def test_the_school_and_the_doctor_of_a_family_that_is_kept_safe_are_in_no_file(
    area: Partnership, pregnancy: str, child: str, inspection: str
) -> None:
    kept_safe(area, pregnancy)
    school = area.agency("St Oswald's Primary School", "education")
    doctors = area.agency("Brackenfell Surgery", "general_practice")
    for agency in (school, doctors):
        values = {"pregnancy_id": pregnancy, "agency_id": agency, "started_on": MONDAY}
        add("involvement", values, Stamp(area.as_("Mira Wells").at, area.accounts["Mira Wells"].pk))
    saw(area, pregnancy, "Her brother goes to Saint Oswalds; registered at Brackenfell")
    look(area, choose(area, child, inspection))
    files = files_of(area, inspection)
    assert "registered at [withheld]" in files["case-01/chronology.docx"]
    assert holds(files, re.compile("oswald|brackenfell", re.IGNORECASE)) == []


def test_a_school_that_is_not_on_record_is_in_doubt_where_a_family_is_kept_safe(
    area: Partnership, pregnancy: str, child: str, inspection: str
) -> None:
    kept_safe(area, pregnancy)
    saw(area, pregnancy, "Her brother started at Fernhill Park Academy")
    (doubt,) = look(area, choose(area, child, inspection)).doubts
    assert doubt.words == ("Fernhill Park Academy",)


def test_what_the_index_says_of_audits_and_cases_is_screened_too(
    area: Partnership, pregnancy: str, child: str, inspection: str
) -> None:
    kept_safe(area, pregnancy)
    audit = Audit(area)
    audit.plan(method=SampleMethod.PURPOSIVE, size=1, round_title="Homes like 7 Mill Row <now>")
    close_audit_round(by=area.as_("Bea Board"), audit_round=audit.key, what_follows="We look again", on=MONDAY)
    look(area, choose(area, child, inspection))
    files = files_of(area, inspection)
    assert "Homes like [withheld] &lt;now&gt;" in files["index.html"]
    assert holds(files, SECRET) == []


def test_a_school_is_told_where_nobody_has_to_be_kept_safe(
    area: Partnership, pregnancy: str, child: str, inspection: str
) -> None:
    area.agency("Brackenfell Surgery", "general_practice")
    saw(area, pregnancy, "Registered at Brackenfell Surgery")
    look(area, choose(area, child, inspection))
    assert holds(files_of(area, inspection), "Brackenfell Surgery") == ["case-01/chronology.docx"]


def test_work_that_is_kept_private_is_in_no_file(area: Partnership, inspection: str) -> None:
    child = young_person(area)
    works_with(area, "Perry Stone", child=child)
    works_with(area, "Hazel Ford", child=child, private=True)
    observe(
        by=area.as_("Perry Stone"), on=MONDAY, child=child, basis=EvidenceBasis.REPORTED, of=ObservedWhat.YOUNG_PERSON,
        says="Hazel Ford of Health visiting rang",
    )  # fmt: skip
    works_with(area, "Sam Birch", child=child)
    look(area, choose(area, child, inspection, "Sela Marsh"), "Sela Marsh")
    files = files_of(area, inspection, "Sela Marsh")
    assert holds(files, r"\brang\b") == ["case-01/chronology.docx"]
    assert holds(files, re.compile("hazel|health visiting", re.IGNORECASE)) == []


def test_what_was_made_in_error_and_what_is_older_than_six_months_is_in_no_file(
    area: Partnership, pregnancy: str, child: str, inspection: str
) -> None:
    wrong = saw(area, pregnancy, "Meant for another family")
    saw(area, pregnancy, "A warm home")
    void("observation", wrong, area.as_("Mira Wells").stamp())
    values = {
        "pregnancy_id": pregnancy,
        "observed_by": me(area, "Mira Wells"),
        "basis": "seen",
        "of": "home",
        "says": "Long ago",
        "observed_on": date(2025, 11, 28),
    }
    add("observation", values, Stamp(area.as_("Mira Wells").at, area.accounts["Mira Wells"].pk))
    look(area, choose(area, child, inspection))
    files = files_of(area, inspection)
    assert holds(files, "A warm home")
    assert holds(files, "another family|Long ago") == []


# What it waits for


def test_nothing_leaves_before_what_was_taken_out_was_looked_at(
    area: Partnership, pregnancy: str, child: str, inspection: str
) -> None:
    kept_safe(area, pregnancy)
    saw(area, pregnancy, SPELLINGS[0])
    case = choose(area, child, inspection)
    with pytest.raises(NotPossible, match="Look over case 1 first"):
        files_of(area, inspection)
    assert not Event.objects.filter(verb="export").exists()
    look(area, case)
    assert files_of(area, inspection)
    with pytest.raises(NotPossible, match="Look over case 1 first"):  # somebody else has not looked
        files_of(area, inspection, "Nell Frost")
    saw(area, pregnancy, SPELLINGS[1])
    with pytest.raises(NotPossible, match="Look over case 1 first"):  # there is more to look at now
        files_of(area, inspection)


def test_words_in_doubt_are_taken_out_or_go_for_a_reason(
    area: Partnership, pregnancy: str, child: str, inspection: str
) -> None:
    saw(area, pregnancy, "Stays with a friend, 12 Larch Grove, YY8 8YY")
    saw(area, pregnancy, "Clinic is at 3 Market Street")
    case = choose(area, child, inspection)
    doubts = {one.words: one for one in look(area, case).doubts}
    friend, clinic = doubts["12 Larch Grove", "YY8 8YY"], doubts["3 Market Street",]
    with pytest.raises(NotPossible, match="Look over case 1 first"):
        files_of(area, inspection)
    by, named = area.as_("Mona Reed"), {"inspection_case": case, "on": area.day}
    decide_on_doubt(by=by, sign=friend.sign, doubt_decision=DoubtDecision.TAKE_OUT, **named)
    with pytest.raises(CannotEnter, match="why it may go"):
        decide_on_doubt(by=by, sign=clinic.sign, doubt_decision=DoubtDecision.MAY_GO, **named)
    decide_on_doubt(by=by, sign=clinic.sign, doubt_decision=DoubtDecision.MAY_GO, reason="A public clinic", **named)
    files = files_of(area, inspection)
    assert holds(files, "3 Market Street") == ["case-01/chronology.docx"]
    assert holds(files, "Larch|YY8") == []


# Who


def test_an_officer_sees_numbers_and_days_and_neither_makes_nor_opens_anything(
    area: Partnership, child: str, inspection: str
) -> None:
    case = choose(area, child, inspection)
    (listed,) = inspections(by=area.as_("Bea Board"))
    assert [(one.number, one.looked_on, one.is_mine) for one in listed.cases] == [(1, None, False)]
    assert child not in repr(listed)
    assert "Vale" not in repr(listed)
    assert not listed.may_make
    with pytest.raises(Refused):
        case_to_leave(by=area.as_("Bea Board"), key=case, days=days())
    with pytest.raises(Refused):
        inspection_bundle(by=area.as_("Bea Board"), key=inspection, days=days())


def test_own_family_a_restricted_record_and_one_out_of_reach_are_refused_in_one_sentence(
    area: Partnership, child: str, inspection: str
) -> None:
    choose(area, child, inspection)
    declare_family(by=area.as_("Mira Wells"), on=MONDAY, child=child)
    said = {_refusal(area, inspection, "Mira Wells"), _refusal(area, inspection, "Heath Lane")}
    restrict_record(by=area.as_("Mona Reed"), on=MONDAY, child=child, grounds=Grounds.RISK_OF_INJURY, says="He looks")
    said |= {_refusal(area, inspection, "Mona Reed"), _refusal(area, inspection, "Nell Frost")}
    assert len(said) == 1
    assert "restricted" not in said.pop()


def _refusal(area: Partnership, inspection: str, who: str) -> str:
    with pytest.raises(Refused) as refusal:
        inspection_bundle(by=area.as_(who), key=inspection, days=days())
    return str(refusal.value)


def test_a_restricted_record_and_one_out_of_reach_are_not_chosen(
    area: Partnership, child: str, inspection: str
) -> None:
    with pytest.raises(NoSuchEntry):
        choose(area, child, inspection, "Heath Lane")
    restrict_record(by=area.as_("Mona Reed"), on=MONDAY, child=child, grounds=Grounds.RISK_OF_INJURY, says="He looks")
    with pytest.raises(NotPossible, match="Take another case"):
        choose(area, child, inspection)


def test_somebody_who_was_given_every_case_for_the_inspection_makes_it_and_one_given_for_an_audit_does_not(
    area: Partnership, child: str, inspection: str
) -> None:
    case = choose(area, child, inspection)
    give(area, child, TaskKind.AUDIT)
    assert "every case" in _refusal(area, inspection, "Audra Page")
    give(area, child, TaskKind.INSPECTION)
    look(area, case, "Audra Page")
    assert "case-01/case.docx" in files_of(area, inspection, "Audra Page")


def test_a_broken_glass_takes_nothing_out(area: Partnership, child: str, inspection: str) -> None:
    choose(area, child, inspection)
    break_glass(by=area.as_("Hazel Ford"), on=MONDAY, child=child, reason="She is at our door and nobody answers")
    assert "every case" in _refusal(area, inspection, "Hazel Ford")


def test_who_raised_a_disagreement_is_in_no_file_even_of_their_own_manager(
    area: Partnership, pregnancy: str, child: str, inspection: str
) -> None:
    disagree(
        by=area.as_("Nell Frost"), on=MONDAY, pregnancy=pregnancy, to_agency=area.agencies["Social care"],
        about="No visit was made",
    )  # fmt: skip
    look(area, choose(area, child, inspection))
    files = files_of(area, inspection)
    assert holds(files, "No visit was made") == ["case-01/chronology.docx"]
    assert holds(files, "Nell|Frost") == []


def give(area: Partnership, child: str, task: TaskKind) -> None:
    give_case(
        by=area.as_("Mona Reed"), child=child, account=area.accounts["Audra Page"].pk, task=task, reason="To look",
        until_on=MONDAY + timedelta(days=30), on=MONDAY,
    )  # fmt: skip


def test_a_reason_that_names_somebody_is_refused(area: Partnership, child: str, inspection: str) -> None:
    with pytest.raises(CannotEnter, match="reason"):
        choose_inspection_case(
            by=area.as_("Mona Reed"), child=child, inspection=inspection, reason="Anna is young", on=MONDAY
        )


def test_a_case_that_was_taken_out_and_a_closed_inspection_leave_nothing(
    area: Partnership, child: str, inspection: str
) -> None:
    case = choose(area, child, inspection)
    with pytest.raises(NoSuchEntry):
        take_inspection_case_out(by=area.as_("Heath Lane"), inspection_case=case, reason="Not ours", on=MONDAY)
    take_inspection_case_out(by=area.as_("Bea Board"), inspection_case=case, reason="One too many", on=MONDAY)
    with pytest.raises(NotPossible, match="No case was chosen"):
        files_of(area, inspection)
    look(area, choose(area, child, inspection))
    assert inspection_shown(by=area.as_("Bea Board"), key=inspection).taken_out == 1
    close_inspection(by=area.as_("Bea Board"), inspection=inspection, on=MONDAY)
    with pytest.raises(NotPossible, match="closed"):
        files_of(area, inspection)


def test_the_log_keeps_that_it_was_made_with_counts_and_keys_and_no_name(
    area: Partnership, pregnancy: str, child: str, inspection: str
) -> None:
    kept_safe(area, pregnancy)
    saw(area, pregnancy, SPELLINGS[0])
    case = choose(area, child, inspection)
    look(area, case)
    files_of(area, inspection)
    kept = [str(one.details) for one in Event.objects.filter(verb="export")]
    assert len(kept) == 2
    assert all(case in one and inspection in one for one in kept)
    assert not any(re.search("Anna|Vale|Mill", one) for one in kept)


# What is in it


def test_after_a_loss_the_bundle_asks_nothing(area: Partnership, pregnancy: str, child: str, inspection: str) -> None:
    mira = area.as_("Mira Wells")
    raise_concern(by=mira, on=MONDAY, pregnancy=pregnancy, kind=ConcernKind.DRUGS)
    kind, due_on = MilestoneKind.SAFEGUARDING_BIRTH_PLAN, days_on(100)
    set_milestone(by=mira, on=MONDAY, pregnancy=pregnancy, kind=kind, due_on=due_on)
    case = choose(area, child, inspection)
    open_before = look(area, case).open_points
    asked = [re.escape(one.asks) for one in open_before] + ["Not in place yet"]
    assert open_before
    assert all(holds(files_of(area, inspection), one) for one in asked)
    record_loss(by=area.as_("Mira Wells"), on=MONDAY, pregnancy=pregnancy)
    assert look(area, case).open_points == ()
    files = files_of(area, inspection)
    assert [one for one in asked if holds(files, one)] == []


def test_audits_are_told_by_the_answers_that_stand_and_never_by_what_an_auditor_wrote(
    area: Partnership, child: str, inspection: str
) -> None:
    audit = Audit(area)
    audit.plan(method=SampleMethod.PURPOSIVE, size=1)
    case = name_audit_case(
        by=area.as_("Mona Reed"), child=child, audit_round=audit.key, how_named=HowNamed.PURPOSE, reason="Ours", on=MONDAY
    )  # fmt: skip
    audit.mark(audit.give(case, "Audra Page"), "Audra Page", "Fair", "yes", "What stood out was the kettle")
    chosen = choose(area, child, inspection)
    look(area, chosen)
    assert holds(files_of(area, inspection), "How good was it all together") == []
    close_audit_round(by=area.as_("Bea Board"), audit_round=audit.key, what_follows="We look again", on=MONDAY)
    files = files_of(area, inspection)
    assert holds(files, "How good was it all together") == ["case-01/case.docx"]
    assert holds(files, "Before birth, spring") == ["index.html", "index.docx", "case-01/case.docx"]
    assert holds(files, "kettle") == []


# Pages


def test_a_manager_looks_a_case_over_and_makes_the_bundle_on_the_pages(
    area: Partnership, pregnancy: str, child: str, inspection: str, signed_in: SignedIn
) -> None:
    kept_safe(area, pregnancy)
    saw(area, pregnancy, "At 7 Mill Row; her aunt lives at 4 Larch Grove")
    case = choose(area, child, inspection)
    mona, at = signed_in("Mona Reed"), f"/board/inspections/{inspection}"
    assert "Look over case 1" in mona.get(at).content.decode()
    refused = mona.post(f"{at}/bundle")
    assert (refused.status_code, "Look over case 1 first" in refused.content.decode()) == (422, True)
    shown = mona.get(f"{at}/cases/{case}").content.decode()
    assert "It says where somebody lives whose address is protected" in shown
    assert "4 Larch Grove" in shown
    assert "Mill Row" not in shown
    found = case_to_leave(by=area.as_("Mona Reed"), key=case, days=days())
    sent: dict[str, Any] = {"looked": found.sign, f"decision-{found.doubts[0].sign}": "may_go"}
    assert mona.post(f"{at}/cases/{case}", sent).status_code == 422
    assert mona.post(f"{at}/cases/{case}", {**sent, f"reason-{found.doubts[0].sign}": "She agreed"}).status_code == 302
    made = mona.post(f"{at}/bundle")
    assert (made.status_code, made["Content-Type"]) == (200, "application/zip")
    with ZipFile(BytesIO(made.content)) as bundle:
        assert bundle.testzip() is None
        told = {name: _everything(name, bundle.read(name)) for name in bundle.namelist()}
    assert holds(told, SECRET) == []
    assert holds(told, "Larch Grove") == ["case-01/chronology.docx"]


def test_pages_tell_an_officer_numbers_and_nobody(
    area: Partnership, child: str, inspection: str, signed_in: SignedIn
) -> None:
    case = choose(area, child, inspection)
    bea = signed_in("Bea Board")
    pages = [bea.get(at).content.decode() for at in ("/board/inspections", f"/board/inspections/{inspection}")]
    assert "10 working days left" in pages[0]
    assert "Case 1" in pages[1]
    for one in pages:
        assert not re.search(f"Vale|Anna|{child}|Make the bundle|A baby under one", one)
    assert bea.get(f"/board/inspections/{inspection}/cases/{case}").status_code in (403, 404)
    assert bea.post(f"/board/inspections/{inspection}/bundle").status_code in (403, 404, 422)
