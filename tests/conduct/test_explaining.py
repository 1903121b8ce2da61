"""A finding explained: its rule, its facts with the entries behind them, how it came about, what was said of it."""

from __future__ import annotations

from datetime import date

import pytest
from cast import MONDAY, Partnership
from everyday import days_on, expected_baby, works_with, young_person

from lapwing.conduct.findings import recompute
from lapwing.conduct.reading import explain_finding, findings_of
from lapwing.conduct.verbs.concerns import raise_concern
from lapwing.conduct.verbs.exceptions import answer_finding, disagree_with_answer
from lapwing.conduct.verbs.people import establish_identity, relate_person, withhold_identity
from lapwing.records.entries import entries
from lapwing.records.models import Finding
from lapwing.records.store import NoSuchEntry
from lapwing.vocabulary.care_codes import ExceptionReason
from lapwing.vocabulary.codes import ConcernKind, IdentityStatus, RelationshipRole


@pytest.fixture
def child(area: Partnership) -> str:
    """An unborn child for whom a midwife has a serious concern."""
    pregnancy = expected_baby(area)
    raise_concern(
        by=area.as_("Mira Wells"), on=MONDAY, pregnancy=pregnancy, kind=ConcernKind.DOMESTIC_ABUSE, significant=True
    )
    return str(entries("child").get(pregnancy=pregnancy).pk)


def an_open_finding(child: str) -> Finding:
    found = (
        Finding.objects.filter(child=child, outcome__in=("not_met", "cannot_tell", "due_soon")).order_by("pk").first()
    )
    assert found is not None
    return found


def test_a_finding_says_its_rule_its_source_and_what_would_meet_it(area: Partnership, child: str) -> None:
    for one in findings_of(by=area.as_("Mira Wells"), child=child):
        told = explain_finding(by=area.as_("Mira Wells"), child=child, check=one.check, subject=one.subject)
        assert (told.finding.question, told.finding.reason) == (one.asks, one.reason)
        assert told.finding.rule
        assert told.finding.lesson.cited
        assert told.finding.would_meet
        assert told.is_open == one.is_open


def test_facts_lead_to_the_entries_they_come_from(area: Partnership, child: str) -> None:
    concern = entries("concern").get().pk
    behind = {}
    for one in findings_of(by=area.as_("Mira Wells"), child=child):
        told = explain_finding(by=area.as_("Mira Wells"), child=child, check=one.check, subject=one.subject)
        behind |= told.behind
    assert behind[concern] == "concern"


def test_what_a_service_does_in_private_is_behind_no_fact_that_others_are_shown(area: Partnership) -> None:
    tess = young_person(area)
    works_with(area, "Hazel Ford", child=tess, private=True)
    raise_concern(by=area.as_("Sam Birch"), on=MONDAY, child=tess, kind=ConcernKind.SELF_HARM, significant=True)
    recompute([tess], day=MONDAY, at=area.as_("Sam Birch").at)
    private = set(entries("involvement").filter(kept_private=True).values_list("pk", flat=True))
    for one in findings_of(by=area.as_("Sam Birch"), child=tess):
        told = explain_finding(by=area.as_("Sam Birch"), child=tess, check=one.check, subject=one.subject)
        assert private.isdisjoint(told.behind)
        assert private.isdisjoint(key for fact in told.finding.facts for key in fact.records if key in told.behind)


def test_its_turns_are_told_latest_first(area: Partnership, child: str) -> None:
    recompute([child], day=date(2026, 9, 20), at=area.as_("Mira Wells", date(2026, 9, 20)).at)
    changed = [one for one in findings_of(by=area.as_("Mira Wells"), child=child) if one.is_open]
    turns = [
        explain_finding(by=area.as_("Mira Wells"), child=child, check=one.check, subject=one.subject).turns
        for one in changed
    ]
    days = [[turn.on for turn in some] for some in turns if len(some) > 1]
    assert days
    assert all(some == sorted(some, reverse=True) for some in days)


def test_what_was_said_of_it_and_what_a_manager_made_of_that_stand_beside_it(area: Partnership, child: str) -> None:
    one = an_open_finding(child)
    which = {"child": child, "check": one.check_code, "subject": one.subject}
    answer = answer_finding(
        by=area.as_("Mira Wells"), on=MONDAY, reason=next(iter(ExceptionReason)), says="Twins share one plan.", **which
    )
    disagree_with_answer(
        by=area.as_("Mona Reed"), on=MONDAY, child=child, answer=answer, says="Each needs a plan of their own."
    )
    (said,) = explain_finding(by=area.as_("Mira Wells"), **which).said
    assert (said.by, said.says, said.agreed) == ("Mira Wells", "Twins share one plan.", False)
    assert (said.decided_by, said.decision_says) == ("Mona Reed", "Each needs a plan of their own.")


def test_a_withheld_name_is_in_nothing_that_was_said_of_a_finding(area: Partnership, child: str) -> None:
    pregnancy = entries("child").get(pk=child).pregnancy_id
    key = relate_person(
        by=area.as_("Mira Wells"), on=MONDAY, pregnancy=pregnancy, role=RelationshipRole.BIRTH_FATHER,
        given_name="Corvin", identity_status=IdentityStatus.NAMED_BY_MOTHER,
    )  # fmt: skip
    one = an_open_finding(child)
    which = {"child": child, "check": one.check_code, "subject": one.subject}
    answer_finding(
        by=area.as_("Mira Wells"), on=MONDAY, reason=next(iter(ExceptionReason)), says="Corvin was asked.", **which
    )
    establish_identity(
        by=area.as_("Mira Wells"), on=MONDAY, relationship=key, identity_status=IdentityStatus.UNKNOWN_TO_MOTHER
    )
    withhold_identity(by=area.as_("Mira Wells"), on=MONDAY, relationship=key, review_on=days_on(60))
    assert "Corvin" not in repr(explain_finding(by=area.as_("Mira Wells"), **which).said)


def test_a_check_that_says_nothing_of_that_subject_is_not_here(area: Partnership, child: str) -> None:
    one = an_open_finding(child)
    with pytest.raises(NoSuchEntry):
        explain_finding(by=area.as_("Mira Wells"), child=child, check=one.check_code, subject="nobody")
