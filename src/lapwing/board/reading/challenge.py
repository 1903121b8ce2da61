"""How the mechanism for challenge stands: policy, roster, yearly scrutiny, who is silent, and what staff say; nobody is named
who challenged, and no number of disagreements is told here.
"""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from lapwing.board import pulses
from lapwing.board.audit_answers import answered
from lapwing.board.auditing import DOES_NOT_SHOW
from lapwing.board.reading.policies_in_force import in_force, policies_as_they_stand
from lapwing.board.roster import Place, agencies_here, every_place
from lapwing.conduct.acting import Acting
from lapwing.conduct.findings import settings_now
from lapwing.conduct.may import BOARD, EVERYBODY
from lapwing.conduct.permissions import NOT_HERE, check_user_can
from lapwing.conduct.policies import NotPossible
from lapwing.conduct.posts import accounts_of_same
from lapwing.conduct.reading.record import note_reading
from lapwing.language.calendar import add_months
from lapwing.records.entries import entries
from lapwing.records.models import Account
from lapwing.records.store import NoSuchEntry
from lapwing.vocabulary.board.audit_codes import YesPartlyNo
from lapwing.vocabulary.board.register_codes import PolicyKind

LESSON = "B81.2"


@dataclass(frozen=True)
class Evidence:
    """One of the parts that the mechanism is made of: whether it stands, and what shows it or is missing."""

    asks: str
    is_met: bool
    says: str


@dataclass(frozen=True)
class Question:
    """A message that tests the roster and waits for one's answer."""

    key: str
    agency: str
    stage: int
    answer_by: date


@dataclass(frozen=True)
class Round:
    """A round of the staff pulse, and whether whoever asks has answered it."""

    key: str
    title: str
    opened_on: date
    closes_on: date
    is_open: bool
    is_answered: bool


@dataclass(frozen=True)
class Silence:
    """Whether an agency raised or received any challenge in the time looked at; None where the agency is too small to say."""

    agency: str
    raised: bool | None
    received: bool | None


@dataclass(frozen=True)
class Use:
    """Whether there was any challenge since a day, and by and to which agencies."""

    since: date
    is_quiet: bool
    agencies: tuple[Silence, ...]


@dataclass(frozen=True)
class Missed:
    """An audit that asked whether somebody should have challenged, and what it found, in words."""

    key: str
    title: str
    closed_on: date
    says: str


def challenge_roster(*, by: Acting) -> list[Place]:
    """Every place of the roster for challenge, with who stands in it and whether they answered the last test."""
    check_user_can("see_board", BOARD, by=by, child=None)
    note_reading(by, "challenge_roster")
    return every_place(by.today)


def challenge_standing(*, by: Acting) -> list[Evidence]:
    """The parts of the mechanism for challenge, each with what shows that it stands."""
    check_user_can("see_board", BOARD, by=by, child=None)
    note_reading(by, "challenge_standing")
    return [_policy(by), _roster(by.today), _scrutiny(by.today)]


def _policy(by: Acting) -> Evidence:
    asks = "Is a policy on challenge in force, and reviewed in time?"
    holding = in_force(policies_as_they_stand(by), PolicyKind.CHALLENGE)
    if not holding:
        return Evidence(asks, False, "No policy on challenge that was signed off is in force.")
    one = holding[0]
    began = one.in_force_on or by.today
    months = int(settings_now().number("escalation.policy_review_months"))
    due = min(filter(None, (one.review_on, add_months(began, months))))
    where = f" Published: {one.published}." if one.published else ""
    said = f"{one.called or 'The policy'}, in force since {_day(began)}, is to be reviewed by {_day(due)}.{where}"
    return Evidence(asks, by.today <= due, said if by.today <= due else f"{said} That day has gone by.")


def _roster(day: date) -> Evidence:
    asks = "Is there a lead and a deputy at each agency and stage, and do they answer?"
    places = every_place(day)
    reached = sum(one.held is not None and one.held.is_valid for one in places)
    waiting = sum(one.waits_until is not None for one in places)
    if not places:
        return Evidence(asks, False, "There is no agency here yet of which somebody signs in.")
    said = f"{reached} of {len(places)} places are held by somebody who answered the last message in time."
    said += f" In {waiting} there is still time to answer." if waiting else ""
    return Evidence(asks, reached == len(places), said)


def _scrutiny(day: date) -> Evidence:
    asks = "Has the Board looked at how challenge works?"
    months = int(settings_now().number("escalation.scrutiny_months"))
    last = entries("board_review").filter(about=LESSON, reviewed_on__lte=day).order_by("reviewed_on", "pk").last()
    if last is None:
        return Evidence(asks, False, "No look by the Board at challenge is on record.")
    due = add_months(last.reviewed_on, months)
    where = f" The minute: {last.minute}." if last.minute else ""
    said = f"Last on {_day(last.reviewed_on)}; the next is due by {_day(due)}.{where}"
    return Evidence(asks, day <= due, said if day <= due else f"{said} That day has gone by.")


def challenge_use(*, by: Acting) -> Use:
    """Which agencies raised no challenge, or received none, in the time after which silence is a question."""
    check_user_can("see_board", BOARD, by=by, child=None)
    note_reading(by, "challenge_use")
    since = add_months(by.today, -int(settings_now().number("escalation.quiet_months"))) + timedelta(days=1)
    there = entries("disagreement").filter(raised_on__gte=since, raised_on__lte=by.today)
    raised = set(there.values_list("from_agency", flat=True))
    received = set(there.values_list("to_agency", flat=True))
    fewest = int(settings_now().number("suppress.below"))
    told = tuple(
        Silence(name, key in raised, key in received)
        if _people_at(key) >= fewest
        else Silence(name, None, key in received)
        for key, name in agencies_here().items()
    )
    return Use(since, not raised and not received, told)


def _people_at(agency: str) -> int:
    """How many there are at an agency who might have raised a challenge: of one or two, to say so would name them."""
    recorded = entries("practitioner").filter(agency=agency, left_on__isnull=True).count()
    signing_in = Account.objects.filter(agency=agency, is_active=True, is_system=False).count()
    return max(recorded, signing_in)


def challenges_missed(*, by: Acting) -> list[Missed]:
    """What the audits that are closed found where they asked whether somebody should have challenged, the newest first."""
    check_user_can("see_board", BOARD, by=by, child=None)
    note_reading(by, "challenges_missed")
    asking = entries("audit_question").filter(about_challenge=True)
    rounds = entries("audit_round").filter(closed_on__isnull=False, audit_tool__in=asking.values("audit_tool"))
    return [_missed(one, set(asking.values_list("pk", flat=True))) for one in rounds.order_by("-closed_on", "pk")]


def _missed(one: Any, asking: AbstractSet[str]) -> Missed:
    cases = entries("audit_case").filter(audit_round=one.pk, withdrawn_on__isnull=True, number__isnull=False)
    every = answered(list(cases.values_list("pk", flat=True)), one.audit_tool_id)
    said = {each.stands for each in every if each.question in asking} - {None, DOES_NOT_SHOW}
    if not said:
        says = "It could not be told whether anybody should have challenged."
    elif said == {str(YesPartlyNo.NO)}:
        says = "In no case did auditors find that somebody should have challenged and did not."
    else:
        says = "In some of the cases auditors found that somebody should have challenged and did not."
    return Missed(one.pk, one.title or "", one.closed_on, says)


def roster_questions(*, by: Acting) -> list[Question]:
    """The messages testing the roster that wait for one's own answer, those that are due first before the others."""
    check_user_can("see_own", EVERYBODY, by=by, child=None)
    mine = accounts_of_same(by.account)
    waiting = entries("roster_answer").filter(
        answered_on__isnull=True, challenge_contact__contact_account__in=mine, challenge_contact__ended_on__isnull=True
    )
    note_reading(by, "roster_questions")
    columns = ("pk", "challenge_contact__agency__name", "challenge_contact__stage", "roster_test__answer_by")
    rows = waiting.order_by("-roster_test__sent_on", "pk").values_list(*columns)
    return [Question(key, agency or "", stage, due) for key, agency, stage, due in rows]


def pulse_rounds(*, by: Acting) -> list[Round]:
    """The rounds of the staff pulse, the newest first, and which of them one has answered."""
    check_user_can("see_own", EVERYBODY, by=by, child=None)
    note_reading(by, "pulse_rounds")
    return [_round(one, by) for one in entries("staff_pulse").order_by("-opened_on", "pk")]


def pulse_told(*, by: Acting, staff_pulse: str) -> tuple[Round, pulses.Told, list[tuple[str, pulses.Told]]]:
    """What staff answered in a round that is over: all of them, and by agency where so many did that nobody can be found."""
    check_user_can("see_board", BOARD, by=by, child=None)
    one = entries("staff_pulse").filter(pk=staff_pulse).first()
    if one is None:
        raise NoSuchEntry(NOT_HERE)
    if by.today <= one.closes_on:
        raise NotPossible("This round can still be answered; what was answered is told once it is over.")
    note_reading(by, "pulse_told", key=staff_pulse)
    whole, groups = pulses.told(staff_pulse, fewest=int(settings_now().number("suppress.below")))
    names = dict(entries("agency").values_list("pk", "name"))
    named = [(names.get(group.agency) or "No agency", group) for group in groups]
    return _round(one, by), whole, sorted(named, key=lambda group: group[0].casefold())


def _round(one: Any, by: Acting) -> Round:
    is_open = one.opened_on <= by.today <= one.closes_on
    return Round(one.pk, one.title, one.opened_on, one.closes_on, is_open, pulses.has_taken(one.pk, by.account.pk))


def _day(day: date) -> str:
    return f"{day:%-d %B} {day.year}"


READ_HERE = {
    challenge_roster: BOARD,
    challenge_standing: BOARD,
    challenge_use: BOARD,
    challenges_missed: BOARD,
    roster_questions: EVERYBODY,
    pulse_rounds: EVERYBODY,
    pulse_told: BOARD,
}
