"""The roster for challenge: who is reached at each agency and stage, shown by an answer and by nothing less."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from cast import MONDAY, Partnership

from lapwing.board.reading.challenge import (
    challenge_roster,
    challenge_standing,
    challenge_use,
    challenges_missed,
    roster_questions,
)
from lapwing.board.roster import Place, Reached
from lapwing.board.verbs.challenge_roster import answer_roster_test, ask_roster, end_contact, name_contact
from lapwing.conduct.permissions import Refused
from lapwing.conduct.policies import NotPossible
from lapwing.records.models import Notification
from lapwing.records.store import CannotEnter, Stamp, add, amend
from lapwing.vocabulary.board.challenge import ContactPart, Stage

TUESDAY, WEDNESDAY, THURSDAY = (MONDAY + timedelta(days) for days in (1, 2, 3))


def named(area: Partnership, who: str = "Mona Reed", part: ContactPart = ContactPart.LEAD) -> str:
    return name_contact(
        by=area.as_("Bea Board"),
        agency=area.agencies["Maternity"],
        stage=Stage.FIRST,
        part=part,
        account=area.accounts[who].pk,
        on=area.day,
    )


def place(area: Partnership, part: ContactPart = ContactPart.LEAD) -> Place:
    every = challenge_roster(by=area.as_("Bea Board"))
    (one,) = [one for one in every if (one.agency_name, one.stage, one.part) == ("Maternity", 1, part)]
    return one


def reached(area: Partnership) -> Reached:
    held = place(area).held
    assert held is not None
    return held.reached


def test_every_agency_has_a_lead_and_a_deputy_at_every_stage_or_a_gap(area: Partnership) -> None:
    every = challenge_roster(by=area.as_("Sol Quill"))
    assert len(every) == 4 * 3 * 2
    assert all(one.is_gap and one.held is None for one in every)


def test_somebody_who_is_named_and_was_never_asked_is_still_a_gap(area: Partnership) -> None:
    named(area)
    assert reached(area) is Reached.UNASKED
    assert place(area).is_gap


def test_whoever_is_asked_is_told_and_answers_for_themselves_alone(
    area: Partnership, django_capture_on_commit_callbacks: Any
) -> None:
    named(area)
    with django_capture_on_commit_callbacks(execute=True):
        ask_roster(by=area.as_("Bea Board"), on=area.day)
    assert Notification.objects.filter(
        account=area.accounts["Mona Reed"], what__contains="answer by 3 June 2026"
    ).exists()
    (question,) = roster_questions(by=area.as_("Mona Reed"))
    assert roster_questions(by=area.as_("Heath Lane")) == []
    with pytest.raises(Refused, match="went to somebody else"):
        answer_roster_test(by=area.as_("Heath Lane"), roster_answer=question.key, on=area.day)
    answer_roster_test(by=area.as_("Mona Reed"), roster_answer=question.key, on=area.day)
    assert reached(area) is Reached.ANSWERED
    assert not place(area).is_gap
    assert roster_questions(by=area.as_("Mona Reed")) == []


def test_who_does_not_answer_in_time_is_shown(area: Partnership) -> None:
    named(area)
    ask_roster(by=area.as_("Bea Board"), on=area.day)
    area.as_("Bea Board", WEDNESDAY)
    assert reached(area) is Reached.WAITING
    assert (place(area).is_gap, place(area).waits_until) == (False, WEDNESDAY)
    area.as_("Bea Board", THURSDAY)
    assert place(area).waits_until is None
    assert reached(area) is Reached.SILENT
    assert place(area).is_gap


def test_a_place_that_waits_is_not_counted_as_reached(area: Partnership) -> None:
    named(area)
    ask_roster(by=area.as_("Bea Board"), on=area.day)
    _, roster, _ = challenge_standing(by=area.as_("Sol Quill"))
    assert not roster.is_met
    assert "0 of 24 places" in roster.says
    assert "In 1 there is still time to answer." in roster.says


def test_an_answer_counts_on_the_day_on_which_it_is_given_whatever_day_is_said(area: Partnership) -> None:
    named(area)
    ask_roster(by=area.as_("Bea Board"), on=area.day)
    (question,) = roster_questions(by=area.as_("Mona Reed", THURSDAY))
    answer_roster_test(by=area.as_("Mona Reed"), roster_answer=question.key, on=MONDAY)
    assert reached(area) is Reached.LATE


def test_an_answer_grows_old(area: Partnership) -> None:
    named(area)
    ask_roster(by=area.as_("Bea Board"), on=area.day)
    (question,) = roster_questions(by=area.as_("Mona Reed"))
    answer_roster_test(by=area.as_("Mona Reed"), roster_answer=question.key, on=area.day)
    area.as_("Bea Board", MONDAY + timedelta(days=190))
    assert reached(area) is Reached.LONG_AGO


def test_whoever_left_is_a_gap_at_once(area: Partnership) -> None:
    named(area)
    ask_roster(by=area.as_("Bea Board"), on=area.day)
    (question,) = roster_questions(by=area.as_("Mona Reed"))
    answer_roster_test(by=area.as_("Mona Reed"), roster_answer=question.key, on=area.day)
    practitioner = area.accounts["Mona Reed"].practitioner_id
    amend("practitioner", str(practitioner), {"left_on": MONDAY}, Stamp(area.as_("Ada Keys", TUESDAY).at, None))
    assert reached(area) is Reached.GONE
    with pytest.raises(NotPossible, match="have left"):
        named(area)


def test_an_account_that_ended_is_a_gap_at_once(area: Partnership) -> None:
    named(area)
    account = area.accounts["Mona Reed"]
    account.is_active = False
    account.save()
    assert reached(area) is Reached.GONE


def test_one_place_is_held_by_one_and_lead_and_deputy_are_two(area: Partnership) -> None:
    named(area)
    named(area, "Nell Frost")
    held = place(area).held
    assert held is not None
    assert held.name == "Nell Frost"
    with pytest.raises(NotPossible, match="cannot be both"):
        named(area, "Nell Frost", ContactPart.DEPUTY)


def test_an_agency_names_its_own_people_and_no_others(area: Partnership) -> None:
    with pytest.raises(Refused, match="another agency's place"):
        name_contact(
            by=area.as_("Heath Lane"), agency=area.agencies["Maternity"], stage=Stage.FIRST, part=ContactPart.LEAD,
            account=area.accounts["Mona Reed"].pk, on=area.day,
        )  # fmt: skip
    with pytest.raises(CannotEnter, match="somebody of the agency"):
        named(area, "Heath Lane")
    key = named(area)
    with pytest.raises(Refused, match="another agency's place"):
        end_contact(by=area.as_("Heath Lane"), challenge_contact=key, on=area.day)
    end_contact(by=area.as_("Mona Reed"), challenge_contact=key, on=area.day)
    assert place(area).held is None


def test_a_stage_that_the_areas_policy_has_not_is_refused(area: Partnership) -> None:
    with pytest.raises(CannotEnter, match="has 4; the area's policy has the stages 1, 2, 3"):
        name_contact(
            by=area.as_("Bea Board"), agency=area.agencies["Maternity"], stage=Stage.FOURTH, part=ContactPart.LEAD,
            account=area.accounts["Mona Reed"].pk, on=area.day,
        )  # fmt: skip


def test_a_roster_without_anybody_cannot_be_tested(area: Partnership) -> None:
    with pytest.raises(NotPossible, match="Nobody is in the roster yet"):
        ask_roster(by=area.as_("Bea Board"), on=area.day)


# The mechanism as a whole


def test_the_mechanism_says_of_each_part_what_shows_it_or_is_missing(area: Partnership) -> None:
    policy, roster, scrutiny = challenge_standing(by=area.as_("Sol Quill"))
    assert [policy.is_met, roster.is_met, scrutiny.is_met] == [False, False, False]
    assert "0 of 24 places" in roster.says
    assert "No look by the Board" in scrutiny.says


def test_a_look_by_the_board_counts_for_as_long_as_the_area_says(area: Partnership) -> None:
    look = {"about": "B81.2", "reviewed_on": MONDAY, "minute": "Minutes of June, item 4"}
    add("board_review", look, Stamp(area.as_("Bea Board").at, None))
    assert challenge_standing(by=area.as_("Bea Board"))[2].is_met
    later = challenge_standing(by=area.as_("Bea Board", MONDAY + timedelta(days=366)))[2]
    assert not later.is_met
    assert "gone by" in later.says


def test_a_policy_that_was_signed_off_counts_until_it_is_to_be_reviewed(area: Partnership) -> None:
    stamp = Stamp(area.as_("Bea Board").at, None)
    policy = {"kind": "challenge", "name": "Challenge well", "in_force_on": MONDAY, "published": "www.example.org"}
    key = add("policy", policy, stamp)
    assert not challenge_standing(by=area.as_("Bea Board"))[0].is_met
    amend("policy", key, {"signed_off_on": MONDAY}, stamp)
    stands = challenge_standing(by=area.as_("Bea Board"))[0]
    assert stands.is_met
    assert stands.says == (
        "Challenge well, in force since 1 June 2026, is to be reviewed by 1 June 2028. Published: www.example.org."
    )
    assert not challenge_standing(by=area.as_("Bea Board", MONDAY + timedelta(days=732)))[0].is_met


def _people(area: Partnership, count: int) -> None:
    for number in range(count):
        values = {"agency_id": area.agencies["Maternity"], "name": f"Invented {number}"}
        add("practitioner", values, Stamp(area.as_("Ada Keys").at, None))


def test_no_challenge_at_all_is_told_as_quiet_and_agencies_of_few_people_are_not_told_of(area: Partnership) -> None:
    _people(area, 5)
    use = challenge_use(by=area.as_("Bea Board"))
    raised = {one.agency: one.raised for one in use.agencies}
    assert use.is_quiet
    assert raised == {"Maternity": False, "Health visiting": None, "Social care": None, "Police": None}


def test_a_challenge_shows_as_raised_and_received_with_no_number_and_nobodys_name(area: Partnership) -> None:
    _people(area, 5)
    both = {
        "raised_by": area.accounts["Mira Wells"].practitioner_id,
        "from_agency_id": area.agencies["Maternity"],
        "to_agency_id": area.agencies["Police"],
    }
    stamp = Stamp(area.as_("Mira Wells").at, None)
    child = add("child", {}, stamp)
    add("disagreement", {"child_id": child, "raised_on": MONDAY, **both}, stamp)
    use = challenge_use(by=area.as_("Bea Board"))
    told = {one.agency: (one.raised, one.received) for one in use.agencies}
    assert not use.is_quiet
    assert told["Maternity"] == (True, False)
    assert told["Police"] == (None, True)
    assert challenge_use(by=area.as_("Bea Board", MONDAY + timedelta(days=366))).is_quiet


# What audits found


def audited(area: Partnership, answer: str) -> None:
    """A closed audit of one case, in which one agency answered whether it should have challenged."""
    stamp = Stamp(area.as_("Bea Board").at, area.accounts["Bea Board"].pk)
    tool = add("audit_tool", {"title": "Older children", "grades": "Good"}, stamp)
    asks = {"audit_tool_id": tool, "number": 1, "asks": "Should your agency have challenged?"}
    asked = {"answered_by": "yes_partly_no", "asked_of": "each", "about_challenge": True}
    question = add("audit_question", {**asks, **asked}, stamp)
    about = {"audit_tool_id": tool, "title": "Autumn", "method": "purposive", "closed_on": MONDAY}
    round_ = add("audit_round", about, stamp)
    child = add("child", {}, stamp)
    case = add("audit_case", {"audit_round_id": round_, "child_id": child, "number": 1, "how_found": "purpose"}, stamp)
    whose = {"child_id": child, "auditor_account_id": area.accounts["Audra Page"].pk}
    done = {"agency_id": area.agencies["Police"], "kind": "first", "submitted_on": MONDAY}
    part = add("audit_part", {"audit_case_id": case, **whose, **done}, stamp)
    judged = {"audit_part_id": part, "child_id": child, "audit_question_id": question, "answer": answer}
    add("audit_judgement", judged, stamp)


@pytest.mark.parametrize(
    ("answer", "says"),
    [
        ("yes", "In some of the cases"),
        ("partly", "In some"),
        ("no", "In no case"),
        ("does_not_show", "could not be told"),
    ],
)
def test_what_audits_found_is_told_in_words(area: Partnership, answer: str, says: str) -> None:
    audited(area, answer)
    (missed,) = challenges_missed(by=area.as_("Sol Quill"))
    assert missed.title == "Autumn"
    assert says in missed.says
