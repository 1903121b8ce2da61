"""What the Board sees of one theme at once: its figures, its audits, its policies, its last look, and whose data is missing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from lapwing.board.coverage import not_carried, silent_services
from lapwing.board.figures import Figure, divided, latest, over_time
from lapwing.board.yearly.kept_in_year import label, rows_of
from lapwing.conduct.acting import Acting
from lapwing.conduct.findings import settings_now
from lapwing.conduct.may import BOARD
from lapwing.conduct.permissions import check_user_can
from lapwing.conduct.reading.record import note_reading
from lapwing.language.calendar import add_months
from lapwing.vocabulary.codes import AgencyKind


@dataclass(frozen=True)
class Asked:
    """What is asked of a theme: lessons, the codes of measures, those whose trend is wanted, divisions of measures, and more.

    `kinds` are the services and `tables` the records without which the figures say little; `policy` is the kind of policy
    that belongs to the theme, and `every` the setting that says how often the Board looks at it.
    """

    lessons: tuple[str, ...]
    codes: tuple[str, ...]
    trend: tuple[str, ...] = ()
    divided: tuple[tuple[str, str], ...] = ()
    kinds: tuple[AgencyKind, ...] = ()
    tables: tuple[str, ...] = ()
    policy: str = ""
    every: str = ""


@dataclass(frozen=True)
class Audit:
    """An audit round of the theme: its key, what it is called, how its cases were found, when it was due and closed."""

    key: str
    title: str
    method: str
    due_on: date | None
    closed_on: date | None


@dataclass(frozen=True)
class Look:
    """What the Board decided when it last looked at the theme, and when it is to look again."""

    on: date
    decision: str
    minute: str
    next_on: date | None


@dataclass(frozen=True)
class Policy:
    """A policy in force: its key, its name and version, and by when it is to be reviewed."""

    key: str
    name: str
    version: str
    published: str
    review_on: date | None


@dataclass(frozen=True)
class Theme:
    """The figures of a theme by code, over time and divided, and what else there is of it. `due_on` is the Board's next look."""

    figures: Mapping[str, Figure]
    over_time: Mapping[str, tuple[Figure, ...]]
    divided: Mapping[tuple[str, str], tuple[tuple[str, Figure], ...]]
    silent: list[str]
    not_carried: list[str]
    audits: list[Audit]
    look: Look | None
    due_on: date | None
    policies: list[Policy] = field(default_factory=list)


def theme(*, by: Acting, asked: Asked) -> Theme:
    """What there is of one theme, without anybody of a family."""
    check_user_can("see_board", BOARD, by=by, child=None)
    note_reading(by, "theme", lessons=list(asked.lessons))
    look = _last_look(asked.lessons)
    return Theme(
        {code: latest(code) for code in asked.codes},
        {code: over_time(code) for code in asked.trend},
        {(code, dimension): divided(code, dimension) for code, dimension in asked.divided},
        silent_services(asked.kinds, by.today),
        not_carried(asked.tables),
        [_audit(row) for row in reversed(rows_of("audit_round")) if row["lesson"] in asked.lessons],
        look,
        _due_on(look, asked.every),
        _policies(asked.policy) if asked.policy else [],
    )


def _audit(row: Mapping[str, object]) -> Audit:
    method = label("audit_round", "method", str(row["method"]))
    return Audit(str(row["audit_round_id"]), str(row["title"] or ""), method, row["due_on"], row["closed_on"])  # type: ignore[arg-type]  # days


def _last_look(lessons: tuple[str, ...]) -> Look | None:
    found = [row for row in rows_of("board_review") if row["about"] in lessons and row["reviewed_on"]]
    last = max(found, key=lambda row: row["reviewed_on"], default=None)
    if last is None:
        return None
    return Look(last["reviewed_on"], last["decision"] or "", last["minute"] or "", last["next_on"])


def _due_on(look: Look | None, every: str) -> date | None:
    """When the Board is to look again: as it said itself, or after the area's months."""
    if look is None or look.next_on is not None or not every:
        return look.next_on if look is not None else None
    return add_months(look.on, settings_now().number(every))


def _policies(kind: str) -> list[Policy]:
    rows = [row for row in rows_of("policy") if row["kind"] == kind]
    return [
        Policy(row["policy_id"], row["name"] or "", row["edition"] or "", row["published"] or "", row["review_on"])
        for row in rows
        if row["withdrawn_on"] is None and row["replaced_by_id"] is None
    ]


READ_HERE = {theme: BOARD}
