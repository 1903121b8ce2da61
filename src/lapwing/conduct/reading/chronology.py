"""A child's record in one line of time, of every agency: as it stands, as it was known on a day, or as it may go to another.

What may go to an agency is what both may see: the rows are screened for the agency as every export is, and what is left
of them is shown as this reader is shown it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from lapwing.conduct.acting import Acting
from lapwing.conduct.events import record_event
from lapwing.conduct.policies import WOULD_TELL, NotPossible
from lapwing.conduct.reading.calling import named
from lapwing.conduct.reading.past import rows_known_on
from lapwing.conduct.reading.record import ChildRecord, around, entries_shown, names_in, open_child
from lapwing.conduct.reading.rows import Rows, rows_about
from lapwing.conduct.reading.shown import Shown, Sight, sight_of, sight_of_agency
from lapwing.conduct.taking_out import restricted_now
from lapwing.exchange.for_recipient import PUT_TO
from lapwing.exchange.screening import screened
from lapwing.exchange.spellings import Screen
from lapwing.records import links
from lapwing.records.store import CannotEnter
from lapwing.records.stored import stored_about
from lapwing.vocabulary.care_codes import ShareDecision
from lapwing.vocabulary.facts import FIRST_RECORDED_ON
from lapwing.vocabulary.record_set import RecordSet
from lapwing.vocabulary.records import TABLES
from lapwing.vocabulary.tables import Codes

STAYS = (
    "This record is restricted, so it goes to nobody as a document. Those who may open it read it here; "
    "what another service must know is shared with it by name."
)

Days = Mapping[str, Sequence[str]]
"""By table the columns that place its entries in time: the first that is filled does."""


class Purpose(Codes):
    """What a chronology is given to an agency for."""

    MEETING = "meeting", "A conference, review or other meeting"
    ASSESSMENT = "assessment", "An assessment or enquiry"
    HAND_OVER = "hand_over", "A hand-over"
    COURT = "court", "Court proceedings"
    ASKED_FOR = "asked_for", "They asked for it"
    OWN_FILE = "own_file", "Our own file"


@dataclass(frozen=True)
class Happened:
    """An entry in its place in time, and the day on which it was first recorded, where that is known.

    Where no day is given, it stands on the day on which it was recorded, and is not `dated`.
    """

    table: str
    day: date
    dated: bool
    recorded_on: date | None
    entry: Shown


@dataclass(frozen=True)
class TakenOut:
    """Something that an agency does not get: a whole entry, or one column of it; and why."""

    table: str
    key: str
    column: str | None
    why: str


@dataclass(frozen=True)
class Chronology:
    """A child's record in time, the oldest first.

    `known_on` where it is as it was known on a day gone by; `agency` where it is fit to go there, and then `taken_out` has
    what that agency does not get: for whoever gives it, who looks at it first; it never goes with it.
    """

    record: ChildRecord
    happened: tuple[Happened, ...]
    known_on: date | None = None
    agency: str | None = None
    taken_out: tuple[TakenOut, ...] = ()


@links.asked_once()
def chronology(*, by: Acting, child: str, days: Days, known_on: date | None = None) -> Chronology:
    """A child's record in time, as it stands or as it was known on a day, as far as this reader may see it."""
    if known_on is not None and known_on > by.today:
        raise CannotEnter(
            f"known_on: has {known_on:%-d %B} {known_on.year}, which lies ahead; needs a day up to today."
        )
    open_child(by, child, "chronology", **({"day": known_on} if known_on else {}))
    then = rows_known_on(child, known_on or by.today)
    sight = sight_of(by, child, rows_about(child), then)
    record = _record(child, then, sight)
    return Chronology(record, in_time(record.entries, days, _first_recorded(then)), known_on)


def agencies_near(record: ChildRecord) -> dict[str, str]:
    """The agencies to which a chronology can go, by key, as far as a reader knows of them: what is near to them is theirs."""
    near = {
        one.values.get(column)
        for table, column in PUT_TO
        for one in record.entries.get(table, ())
        if table != "information_share" or one.values.get("decision") == ShareDecision.SHARED
    }
    return {key: name for key, name in record.names.items() if key in near}


@links.asked_once()
def chronology_for(*, by: Acting, child: str, days: Days, agency: str, purpose: Purpose | None = None) -> Chronology:
    """A child's record in time, as it may go to an agency that works with the child, or to which it was put.

    With a purpose it goes: the log keeps that, for whom, and how much was taken out. NotPossible where nothing may go.
    """
    open_child(by, child, "chronology for an agency", agency=agency)
    kept = links.kept("child", child)
    restricted = restricted_now()
    if kept in restricted:
        raise NotPossible(STAYS)
    now = rows_known_on(child, by.today)
    standing = rows_about(child)
    sight = sight_of(by, child, standing, now)
    whole = _record(child, now, sight)
    if agency not in agencies_near(whole):
        raise NotPossible(
            "That agency does not work with the child, and nothing was put to it or shared with it, so nothing of the "
            "record is theirs. Record first what is shared with it and why."
        )
    _check_tells_of_nothing_private(by, agency, whole)
    fit = screened(_as_records(kept), agency, day=by.today, restricted=restricted)
    rows = {name: frame.collect().to_dicts() for name, frame in fit.records.frames.items()}
    theirs = sight_of_agency(agency, child, standing, now).rows(rows_known_on(child, by.today, rows))
    record = _record(child, theirs, sight, names=_names(rows))
    taken_out = tuple(_taken_out(fit.withheld.iter_rows(named=True), whole))
    if purpose is not None:
        details = {"what": "chronology", "for": agency, "purpose": str(purpose), "withheld": len(taken_out)}
        record_event("export", by=by.account.pk, at=by.at, child=child, details=details)
    happened = in_time(record.entries, days, _first_recorded(theirs))
    return Chronology(record, happened, agency=agency, taken_out=taken_out)


@dataclass(frozen=True)
class Outside:
    """A child's record as it may leave the partnership, and what finds in any text that is written beside it whatever
    may not be told outside: `is_kept_safe` where somebody of the family is.
    """

    chronology: Chronology
    screen: Screen
    is_kept_safe: bool


@links.asked_once()
def chronology_outside(*, by: Acting, child: str, days: Days) -> Outside:
    """A child's record in time, as it may leave the partnership for an inspection: what the reader sees of what anybody may.

    NotPossible where nothing may go.
    """
    open_child(by, child, "chronology for an inspection")
    kept = links.kept("child", child)
    restricted = restricted_now()
    if kept in restricted:
        raise NotPossible(STAYS)
    now, standing = rows_known_on(child, by.today), rows_about(child)
    sight = sight_of(by, child, standing, now)
    whole = _record(child, now, sight)
    _check_tells_of_nothing_private(by, None, whole)
    fit = screened(_as_records(kept), None, day=by.today, restricted=restricted)
    rows = {name: frame.collect().to_dicts() for name, frame in fit.records.frames.items()}
    outsider = sight_of_agency(None, child, standing, now)
    theirs = outsider.rows(rows_known_on(child, by.today, rows))
    record = _record(child, theirs, sight, names=_names(rows))
    taken_out = tuple(_taken_out(fit.withheld.iter_rows(named=True), whole))
    found = Chronology(record, in_time(record.entries, days, _first_recorded(theirs)), taken_out=taken_out)
    return Outside(found, outsider.screen, is_kept_safe=bool(outsider.guarded or outsider.withheld))


def _check_tells_of_nothing_private(by: Acting, agency: str | None, whole: ChildRecord) -> None:
    """A document says who made it, and so that their service works with the child."""
    ours = [one for one in whole.entries.get("involvement", ()) if one.values.get("agency_id") == by.agency]
    if agency != by.agency and any(one.values.get("kept_private") for one in ours):
        raise NotPossible(WOULD_TELL)


def _as_records(child: str) -> RecordSet:
    return RecordSet.of_rows(stored_about([child], TABLES))


def _names(rows: Mapping[str, Sequence[Mapping[str, Any]]]) -> dict[str, str]:
    """What agencies and practitioners are called in rows that were screened."""
    return {
        one[TABLES[table].key]: one["name"]
        for table in ("agency", "practitioner")
        for one in rows.get(table, ())
        if one["name"] is not None
    }


def _record(child: str, rows: Rows, sight: Sight, names: Mapping[str, str] | None = None) -> ChildRecord:
    seen = names_in(rows, sight)
    return ChildRecord(
        child=named([child])[child],
        around=tuple(around(rows, sight)),
        entries=entries_shown(rows, sight),
        names=seen if names is None else {key: names[key] for key in seen.keys() & names.keys()},
    )


def _taken_out(withheld: Iterable[Mapping[str, Any]], seen: ChildRecord) -> Iterator[TakenOut]:
    """Of what was taken out, what this reader sees."""
    shown = {(table, one.key): one for table, some in seen.entries.items() for one in some}
    for place in withheld:
        one = shown.get((place["table"], place["key"]))
        column = place["column"]
        if one is not None and (column is None or one.values.get(column) is not None):
            yield TakenOut(place["table"], place["key"], column, place["why"])


def _first_recorded(rows: Rows) -> dict[tuple[str, str], date]:
    return {
        (table, one.row[TABLES[table].key]): one.row[FIRST_RECORDED_ON]
        for table, some in rows.items()
        for one in some
        if one.row.get(FIRST_RECORDED_ON) is not None
    }


def in_time(
    entries: Mapping[str, Sequence[Shown]], days: Days, first_recorded: Mapping[tuple[str, str], date] | None = None
) -> tuple[Happened, ...]:
    """Entries in time, the oldest first; of people, the child alone, as the lives of others are not its own.

    `first_recorded` has the day on which each was first recorded, by table and key, where that is known.
    """
    own = {one.values.get("person_id") for one in entries.get("child", ())}
    recorded = first_recorded or {}
    found = [
        _happened(table, one, days[table], recorded.get((table, one.key)))
        for table, some in entries.items()
        if days.get(table)
        for one in some
        if table != "person" or one.key in own
    ]
    placed = [one for one in found if one is not None]
    order = {name: place for place, name in enumerate(TABLES)}
    return tuple(sorted(placed, key=lambda one: (one.day, order[one.table], one.entry.key)))


def _happened(table: str, one: Shown, columns: Sequence[str], recorded_on: date | None) -> Happened | None:
    given = next((one.values[name] for name in columns if one.values.get(name) is not None), None)
    day = given or recorded_on or (one.recorded_at.date() if one.recorded_at else None)
    return Happened(table, day, given is not None, recorded_on, one) if day is not None else None
