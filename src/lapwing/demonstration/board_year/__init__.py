"""A year of the Board: audits, learning, registers, challenge and reports, each told by the verbs over the past months."""

from __future__ import annotations

from lapwing.demonstration.board_year.audits import before_birth_audited, older_children_half_marked, tools_brought_in
from lapwing.demonstration.board_year.challenge import challenge_kept_ready, hand_overs_traced, staff_asked
from lapwing.demonstration.board_year.learning import what_did_not_work, what_worked
from lapwing.demonstration.board_year.registers import (
    advice_listed,
    ages_listed,
    materials_listed,
    policies_in_force,
)
from lapwing.demonstration.board_year.reports import agencies_assess_themselves, said_of_figures, yearly_reports

BOARD_YEAR = (
    tools_brought_in,
    before_birth_audited,
    what_worked,
    what_did_not_work,
    older_children_half_marked,
    policies_in_force,
    materials_listed,
    advice_listed,
    ages_listed,
    challenge_kept_ready,
    staff_asked,
    hand_overs_traced,
    agencies_assess_themselves,
    said_of_figures,
    yearly_reports,
)
"""Every story of the Board. On one day they go on in this order: a lesson rests on the audit told before it."""
