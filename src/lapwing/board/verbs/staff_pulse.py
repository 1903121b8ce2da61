"""The staff pulse: a few questions to everybody about challenge, answered once and by nobody's name; and good practice."""

from __future__ import annotations

from datetime import date

from lapwing.board import pulses
from lapwing.board.wording import check_names_nobody, check_written
from lapwing.conduct.acting import Acting
from lapwing.conduct.may import EVERYBODY, OFFICERS, SCRUTINY
from lapwing.conduct.policies import NotPossible, check_lies_ahead
from lapwing.conduct.verb import verb
from lapwing.records.models import Account
from lapwing.records.store import current
from lapwing.vocabulary.board.challenge import PulseAnswer

ASKED = (
    "Three questions about challenging other agencies wait for you, under Board, Staff pulse. "
    "Your answers are kept without your name."
)


@verb(may=OFFICERS)
def open_pulse(*, by: Acting, pulse_title: str, closes_on: date, on: date) -> str:
    """Opens a round of the staff pulse and tells everybody who signs in; the key of the round."""
    check_written("pulse_title", pulse_title, "what the round is called")
    check_lies_ahead(closes_on, by, "closes_on")
    pulse = by.enter("staff_pulse", title=pulse_title, opened_on=on, closes_on=closes_on)
    pulses.begin_counting(pulse)
    for account in Account.objects.filter(is_active=True, is_system=False, ended_at__isnull=True):
        by.tell(account.pk, ASKED)
    return pulse


@verb(may=EVERYBODY)
def answer_pulse(
    *, by: Acting, staff_pulse: str, knows_how: PulseAnswer, felt_able: PulseAnswer, challenged: PulseAnswer, on: date
) -> None:
    """Answers a round, once. That one answered is kept; what one answered is only counted, and never with one's name."""
    round_ = current("staff_pulse", staff_pulse)
    if by.account.is_system:
        raise NotPossible("This is asked of people.")
    if by.today > round_["closes_on"]:
        raise NotPossible("This round is over.")
    if pulses.has_taken(staff_pulse, by.account.pk):
        raise NotPossible(
            "You have answered this round. What you answered cannot be found any more, and so not changed."
        )
    answers = {"knows_how": knows_how, "felt_able": felt_able, "challenged": challenged}
    pulses.count(staff_pulse, by.account.pk, by.agency, answers)


@verb(may=SCRUTINY)
def note_good_practice(*, by: Acting, says: str, to_learn: str | None = None, on: date) -> str:
    """Notes challenge that was done or received well, without naming anybody."""
    check_written("says", says, "what was done well")
    check_names_nobody(to_learn=to_learn)
    return by.enter("good_practice", says=says, learning=to_learn, noted_on=on)
