"""Which how-to explains which page, and which how-tos are for whom."""

from __future__ import annotations

from collections.abc import Mapping

SEEING = "see-what-is-missing"
READING = "read-a-record"
RECORDING = "record-what-you-know"
TOGETHER = "hand-over-and-follow-through"
OPENING = "who-may-open-a-record"
SIGNING_IN = "let-people-in"

THE_BOARD = "board"
"""The how-to for every page of the Board."""

EXPLAINED_BY: Mapping[str, str] = {
    **dict.fromkeys(
        ("home", "work", "throw_away", "team", "children", "notices", "notices_read", "checks", "finding"), SEEING
    ),
    **dict.fromkeys(
        (
            *("child", "people", "plan", "weight", "weight_chart", "every_entry", "entries", "entry", "search"),
            *("chronology", "chronology_print", "give_chronology", "chronology_document"),
        ),
        READING,
    ),
    **dict.fromkeys(
        (
            *("begin", "begin_about", "do", "do_anywhere", "observe"),
            *("keep_draft", "keep_draft_anywhere", "keep_observation"),
        ),
        RECORDING,
    ),
    **dict.fromkeys(("hand_over", "handing_on", "sharing"), TOGETHER),
    **dict.fromkeys(("who_may", "readers", "emergency", "reviews"), OPENING),
    **dict.fromkeys(("you", "daily_email", "sign_out_everywhere"), SIGNING_IN),
}
"""The how-to that explains a page, by the page's name in `urls`."""

FIRST_DAYS = (
    *("first-day-social-worker", "first-day-midwife", "first-day-health-visitor", "first-day-gp"),
    *("first-day-police-officer", "first-day-school-lead", "first-day-housing-officer"),
    *("first-day-youth-justice-worker", "first-day-team-manager", "first-day-named-nurse"),
    *("first-day-partnership-officer", "first-day-auditor", "first-day-scrutineer", "first-day-administrator"),
)
"""The guides to a first day, one a role."""

FOR_PEOPLE = (SEEING, READING, RECORDING, TOGETHER, OPENING, THE_BOARD, SIGNING_IN, "look-around", "permissions")
"""What else is for those who work with it; every other how-to is for those who run, link or build it."""


def guide_of(page: str | None) -> str | None:
    """The how-to that explains a page; None for the pages of help and of signing in, which explain themselves."""
    return THE_BOARD if (page or "").startswith("board") else EXPLAINED_BY.get(page or "")
