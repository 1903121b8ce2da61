"""Figures of measures, what people say of them, and who stands behind each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from io import BytesIO
from typing import Any

import polars as pl

from lapwing.board import figures
from lapwing.board.counting import fewest
from lapwing.board.figures import Figure
from lapwing.board.listing import Line, listed
from lapwing.conduct.acting import Acting
from lapwing.conduct.may import BOARD, OVERSIGHT
from lapwing.conduct.permissions import NOT_HERE, check_user_can
from lapwing.conduct.reading.calling import Named, named
from lapwing.conduct.reading.lists import in_sight
from lapwing.conduct.reading.record import note_reading
from lapwing.engine.measure import Measure, Status
from lapwing.engine.publishing import Told
from lapwing.measures import MEASURES
from lapwing.records import links
from lapwing.records.entries import entries
from lapwing.records.models import Account, Measured
from lapwing.records.store import NoSuchEntry


@dataclass(frozen=True)
class Comment:
    """What somebody said of a figure or a finding; `is_own` where its reader wrote it."""

    key: str
    about: str
    says: str
    said_on: date
    said_by: str
    is_own: bool


@dataclass(frozen=True)
class Look:
    """That the Board looked at something, what it decided, where the minute is, and when it looks again."""

    about: str
    reviewed_on: date
    decision: str
    minute: str | None
    next_on: date | None


@dataclass(frozen=True)
class FiguresSeen:
    """The latest figure of every measure by code, with what is said of measures and findings, newest first."""

    latest: Mapping[str, Figure]
    comments: tuple[Comment, ...]
    looks: tuple[Look, ...]


Table = tuple[tuple[str, Figure], ...]


@dataclass(frozen=True)
class FigureSeen:
    """One measure: its figure, the trend, its divisions by what each is called, and what is said of it.

    `divided_whole` is over the whole window. `may_list` says whether those behind it are listed without names.
    """

    measure: type[Measure]
    latest: Figure
    whole: Figure | None
    over_time: tuple[Figure, ...]
    divided: Mapping[str, Table]
    divided_whole: Mapping[str, Table]
    comments: tuple[Comment, ...]
    looks: tuple[Look, ...]
    may_list: bool


@dataclass(frozen=True)
class NamedLine:
    """One of those behind a figure whose record its reader may open: who, how it stands, on which day, and how long it took."""

    child: Named
    status: str
    on: date | None
    span: int | None


SORTED_AT_MOST = 1000
"""So many are listed by name; where there are more, only those who are looked at are named, and all go by day."""


@dataclass(frozen=True)
class NamedLines(Sequence[NamedLine]):
    """Those behind a figure, from `rows` of child, status, day and span; a part of them is named when it is looked at.

    It leaves out whose record has ended, so that a part can have fewer lines than it has rows.
    """

    rows: Sequence[tuple[str, str, date | None, int | None]]

    def __len__(self) -> int:
        return len(self.rows)

    def __getitem__(self, which: Any) -> Any:
        some = self.rows[which]
        who = named({child for child, *_ in some})
        lines = (NamedLine(who[child], status, day, span) for child, status, day, span in some if child in who)
        return [line for line in lines if not line.child.has_ended]


@dataclass(frozen=True)
class Behind:
    """Those behind the latest figure: by name for who oversees their care, else under signs. Nothing where they are too few."""

    measure: type[Measure]
    latest: Figure
    by_name: Sequence[NamedLine] | None
    under_signs: tuple[Line, ...]


def figures_here(*, by: Acting) -> FiguresSeen:
    """The latest figure of every measure, with what people say of them."""
    check_user_can("see_board", BOARD, by=by, child=None)
    note_reading(by, "figures")
    return FiguresSeen(figures.latest_of_all(), _comments(by), _looks())


def figure_of(*, by: Acting, measure: str) -> FigureSeen:
    """Everything that may be told of one measure; NoSuchEntry where there is none."""
    check_user_can("see_board", BOARD, by=by, child=None)
    one = _measure(measure)
    note_reading(by, "figure", measure=measure)
    stands = figures.stands(measure)
    return FigureSeen(
        one,
        stands.latest,
        stands.whole,
        stands.over_time,
        {words: stands.divided(name) for name, words in stands.divisions.items()},
        {words: stands.divided(name, over_all=True) for name, words in stands.divisions.items()},
        _comments(by, measure),
        _looks(measure),
        stands.may_list,
    )


@links.asked_once()
def behind_figure(*, by: Acting, measure: str) -> Behind:
    """Those behind the latest figure of a measure: by name within the reader's reach, or under signs that tell of nobody."""
    check_user_can("see_board", BOARD, by=by, child=None)
    one = _measure(measure)
    row = Measured.objects.filter(pk=measure).values("units", "told", *COUNT).first()
    latest = figures.latest(measure)
    note_reading(by, "behind a figure", measure=measure)
    oversees = by.account.role in OVERSIGHT
    if row is None or not row["told"]:
        return Behind(one, latest, () if oversees else None, ())
    units = pl.read_parquet(BytesIO(bytes(row["units"])))
    if oversees:
        return Behind(one, latest, _by_name(by, units, latest), ())
    count = " ".join(str(row[name]) for name in COUNT)
    return Behind(one, latest, None, tuple(listed(one, Told.read(row["told"]), units, fewest(), count)))


COUNT = ("until", "rule_version", "settings_version")
"""What says which count of a measure stands; in another one, those behind it have other signs."""


def _measure(code: str) -> type[Measure]:
    if code not in MEASURES:
        raise NoSuchEntry(NOT_HERE)
    return MEASURES[code]


def _by_name(by: Acting, units: pl.DataFrame, latest: Figure) -> Sequence[NamedLine]:
    on = pl.col("on").fill_null(latest.until)
    some = units.filter(on.is_between(latest.since, latest.until) & (pl.col("status") != Status.NOT_YET))
    near = in_sight(by) & set(some["child"].to_list())
    within = some.filter(pl.col("child").is_in(sorted(near))).select("child", "status", "on", "span")
    place = {str(status): number for number, status in enumerate(ORDER)}
    lines = NamedLines(sorted(within.iter_rows(), key=lambda row: (place[row[1]], row[2] or date.min, row[0])))
    if len(lines) > SORTED_AT_MOST:
        return lines
    return sorted(lines[:], key=lambda line: (place[line.status], line.child.called, line.on or date.min))


ORDER = (Status.NOT_MET, Status.CANNOT_TELL, Status.LEFT_OUT, Status.MET)
"""How those behind a figure are listed: those about whom there is a question first."""


def _comments(by: Acting, about: str | None = None) -> tuple[Comment, ...]:
    rows = (
        entries("commentary").filter(**({} if about is None else {"about": about})).order_by("-said_on", "-stored_at")
    )
    found = list(rows.values_list("pk", "about", "says", "said_on", "stored_by_id"))
    names = dict(Account.objects.filter(pk__in={row[-1] for row in found}).values_list("pk", "name"))
    return tuple(
        Comment(key, subject, says, said_on, names.get(account, ""), account == by.account.pk)
        for key, subject, says, said_on, account in found
    )


def _looks(about: str | None = None) -> tuple[Look, ...]:
    rows = entries("board_review").filter(**({} if about is None else {"about": about})).order_by("-reviewed_on")
    return tuple(Look(*row) for row in rows.values_list("about", "reviewed_on", "decision", "minute", "next_on"))


READ_HERE = {figures_here: BOARD, figure_of: BOARD, behind_figure: BOARD}
