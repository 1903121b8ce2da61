"""What the partnership did in a year: its audits, what it looked at, and what it finished."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from lapwing.board.yearly.document import Block, Chapter, Paragraph, Points, Sheet
from lapwing.board.yearly.kept_in_year import (
    NONE,
    Row,
    accounts_by_key,
    agencies_by_key,
    in_words,
    label,
    rows_of,
    told,
)
from lapwing.board.yearly.registers import registers
from lapwing.board.yearly.year import ReportYear
from lapwing.records.entries import entries

NO_AUDIT = "No audit was closed in these twelve months."


def did(year: ReportYear, today: date) -> tuple[tuple[Block, ...], tuple[Chapter, ...]]:
    """A chapter each of audits, learning, challenge, registers, looks by the Board and actions, where there is something."""
    every = (audits(year), learning(year), challenge(year), registers(today), looks(year), actions_done(year))
    return (), tuple(one for one in every if one is not None)


def audits(year: ReportYear) -> Chapter:
    """The audits that were closed: how the cases were found, how many there were, and what was found."""
    closed = [row for row in rows_of("audit_round") if year.has(row["closed_on"])]
    if not closed:
        return Chapter("Audits", (Paragraph(NO_AUDIT),))
    found = rows_of("audit_finding")
    columns = ("Audit", "Lesson", "How its cases were found", "Cases", "Closed")
    sheet = Sheet("Audits closed in the year", columns, tuple(_audit(one) for one in closed))
    return Chapter("Audits", (sheet,), tuple(_of_round(one, found) for one in closed))


def _audit(row: Row) -> tuple[str, ...]:
    return (
        row["title"] or "",
        row["lesson"] or NONE,
        label("audit_round", "method", row["method"]),
        told(cases_in(row["key"])),
        in_words(row["closed_on"]),
    )


def cases_in(audit_round: str) -> int:
    """How many cases a round looked at: those that have a number in it and were not left out."""
    cases = entries("audit_case").filter(audit_round=audit_round, number__isnull=False, withdrawn_on__isnull=True)
    return int(cases.count())


def _of_round(row: Row, found: Sequence[Row]) -> Chapter:
    mine = [one for one in found if one["audit_round_id"] == row["key"]]
    kinds = dict.fromkeys(one["kind"] for one in mine)
    blocks: list[Block] = [Paragraph(row["reason"])] if row["reason"] else []
    for kind in kinds:
        points = tuple(one["says"] for one in mine if one["kind"] == kind)
        blocks.append(Points(f"{label('audit_finding', 'kind', kind)}:", points))
    if row["follows"]:
        blocks.append(Paragraph(f"What follows: {row['follows']}"))
    return Chapter(row["title"] or "An audit", tuple(blocks))


def learning(year: ReportYear) -> Chapter | None:
    """What was taken up to be learned, and the briefings with how far they reached: people who work here, by their own word."""
    begun = [row for row in rows_of("learning_item") if year.has(row["begun_on"])]
    sent = [row for row in rows_of("briefing_sent") if year.has(row["sent_on"])]
    blocks = (*([_taken_up(begun)] if begun else []), *([_briefings(sent)] if sent else []))
    return Chapter("Learning", blocks) if blocks else None


def _taken_up(items: Sequence[Row]) -> Sheet:
    rows = tuple(
        (row["title"] or "", label("learning_item", "arises_from", row["arises_from"]), in_words(row["begun_on"]))
        for row in items
    )
    return Sheet("Learning taken up in the year", ("What was learned", "Out of", "Taken up"), rows)


def _briefings(sent: Sequence[Row]) -> Sheet:
    titles = {row["key"]: row["title"] or "" for row in rows_of("briefing")}
    of_each: dict[str, list[Row]] = {}
    for row in sent:
        of_each.setdefault(row["briefing_id"], []).append(row)
    columns = ("Briefing", "Sent to", "Opened", "Read and talked about")
    rows = tuple((titles[key], *_reach(some)) for key, some in of_each.items())
    return Sheet("Briefings sent in the year, by how many people", columns, rows)


def _reach(sent: Sequence[Row]) -> tuple[str, ...]:
    reached = [{row["to_account_id"] for row in sent if row[column]} for column in ("sent_on", "opened_on", "read_on")]
    return tuple(str(len(some)) for some in reached)


def challenge(year: ReportYear) -> Chapter | None:
    """The tests of the roster for challenge, and what was noted as done well."""
    tests = [row for row in rows_of("roster_test") if year.has(row["sent_on"])]
    answers = rows_of("roster_answer")
    blocks: list[Block] = []
    if tests:
        rows = tuple((in_words(row["sent_on"]), *_answered(row, answers)) for row in tests)
        columns = ("Test", "Places asked", "Answered in time")
        blocks.append(Sheet("Tests of whether those named for challenge can be reached", columns, rows))
    good = tuple(row["says"] for row in rows_of("good_practice") if year.has(row["noted_on"]))
    if good:
        blocks.append(Points("Challenge that was done or received well:", good))
    return Chapter("Challenge", tuple(blocks)) if blocks else None


def _answered(test: Row, answers: Sequence[Row]) -> tuple[str, str]:
    mine = [row for row in answers if row["roster_test_id"] == test["key"]]
    by_then = [row for row in mine if row["answered_on"] and row["answered_on"] <= (test["answer_by"] or date.max)]
    return str(len(mine)), str(len(by_then))


def looks(year: ReportYear) -> Chapter | None:
    """What the Board looked at, with what it decided."""
    seen = [row for row in rows_of("board_review") if year.has(row["reviewed_on"])]
    rows = tuple(
        (row["about"] or "", in_words(row["reviewed_on"]), row["decision"] or NONE, in_words(row["next_on"]))
        for row in seen
    )
    columns = ("About", "Looked at", "What was decided", "Again by")
    return Chapter("What the Board looked at", (Sheet("Looks by the Board", columns, rows),)) if rows else None


def actions_done(year: ReportYear) -> Chapter | None:
    """The actions of the partnership that were finished, each with what shows it."""
    done = [row for row in rows_of("board_action") if year.has(row["done_on"])]
    rows = tuple(_action(row) for row in done)
    columns = ("What was to be done", "Who saw to it", "Due", "Done", "What shows it")
    return Chapter("Actions finished", (Sheet("Actions finished in the year", columns, rows),)) if rows else None


def _action(row: Row) -> tuple[str, ...]:
    return (
        row["says"] or "",
        owner_of(row),
        in_words(row["due_on"]),
        in_words(row["done_on"]),
        row["evidence"] or NONE,
    )


def owner_of(row: Row) -> str:
    """Who sees to an action: a person, an agency, or both."""
    return ", ".join(_owners(row)) or "nobody"


def _owners(row: Row) -> Iterator[str]:
    yield from (name for name in (accounts_by_key().get(row["owner_account_id"]),) if name)
    yield from (name for name in (agencies_by_key().get(row["owner_agency_id"]),) if name)
