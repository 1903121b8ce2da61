"""Record tables written as a Standard Safeguarding Dataset: what the format holds of them, and nothing else.

It is there so that reading the dataset can be tried at any size on invented children.
"""

from __future__ import annotations

import json
import tempfile
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any, Literal

import polars as pl

from lapwing.exchange import safeguarding_dataset_codes as codes
from lapwing.exchange.cin_codes_written import FACTOR_CODES
from lapwing.exchange.folder import CannotWrite
from lapwing.exchange.safeguarding_dataset_tables import TARGETS, Coded, Target, columns_read, unqualified
from lapwing.exchange.standing import Row, by_child, expected_dates_in_force, latest_rows
from lapwing.vocabulary.care_codes import SettingKind
from lapwing.vocabulary.codes import RelationshipRole
from lapwing.vocabulary.record_set import RecordSet
from lapwing.vocabulary.records import TABLES
from lapwing.vocabulary.tables import Column, Kind
from lapwing.vocabulary.work_codes import AssessmentKind, MeetingKind, PlanKind

CARE = ":care"
"""What stands behind a child's key in the key of the child's period of care."""

FileKind = Literal["csv", "parquet", "json"]
Rows = list[dict[str, str | None]]

KINDS: Mapping[str, tuple[str, ...]] = {
    "ssd_cin_assessments": (AssessmentKind.CHILD_AND_FAMILY, AssessmentKind.PRE_BIRTH),
    "ssd_cp_plans": (PlanKind.CHILD_PROTECTION, PlanKind.UNBORN_CHILD_PROTECTION),
    "ssd_initial_cp_conference": (MeetingKind.INITIAL_CONFERENCE, MeetingKind.TRANSFER_CONFERENCE),
}
"""Kinds of rows that a table of the dataset holds, where these are more than the one that reading it gives."""

IN_CARE = (
    SettingKind.FOSTER_HOME, SettingKind.KINSHIP, SettingKind.CHILDRENS_HOME, SettingKind.SUPPORTED_ACCOMMODATION,
    SettingKind.MOTHER_AND_BABY, SettingKind.SECURE,
)  # fmt: skip
"""Where children live whom an authority looks after; elsewhere a stay does not show it."""


def write_safeguarding_dataset(records: RecordSet, out: Path, as_of: date, *, kind: FileKind = "csv") -> None:
    """Write a folder with one file a table (for JSON, one file) of the dataset as it stood on a day.

    A child is a person under the child's own key; one without a date of birth has the expected date in force. The
    same records and day give the same bytes. CannotWrite where the folder holds anything already.
    """
    if out.is_file() or (out.is_dir() and any(out.iterdir())):
        raise CannotWrite(f"{out} is there already; give the name of a new folder.")
    tables = _Written(records, as_of).tables()
    try:
        out.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix=f".{out.name}-", dir=out.parent) as beside:
            fresh = Path(beside) / "fresh"
            fresh.mkdir()
            _write_files(tables, fresh, kind)
            if out.is_dir():
                out.rmdir()
            fresh.rename(out)
    except OSError as error:
        raise CannotWrite(f"{out} cannot be written ({error.strerror or error}).") from error


def _write_files(tables: Mapping[str, Rows], folder: Path, kind: FileKind) -> None:
    if kind == "json":
        text = json.dumps(tables, ensure_ascii=False, indent=1)
        (folder / "ssd_dataset.json").write_text(text + "\n", encoding="utf-8")
        return
    for name, rows in tables.items():
        frame = pl.DataFrame(rows, schema=dict.fromkeys(columns_read(name), pl.String()))
        if kind == "csv":
            frame.write_csv(folder / f"{name}.csv", include_bom=True)
        else:
            frame.write_parquet(folder / f"{name}.parquet")


class _Written:
    """The rows of each table of the dataset."""

    def __init__(self, records: RecordSet, as_of: date) -> None:
        self._records, self._day = records, as_of
        self._children = latest_rows(records, "child")
        self._persons = {row["person_id"]: row for row in latest_rows(records, "person")}
        self._child_of = {row["person_id"]: row["child_id"] for row in self._children if row["person_id"]}
        self._expected = expected_dates_in_force(records, as_of)
        siblings: dict[str, list[str]] = defaultdict(list)
        for child in self._children:
            siblings[child["pregnancy_id"]].append(child["child_id"])
        self._siblings = siblings
        plans = by_child(latest_rows(records, "plan"), siblings)
        self._protection = {child: _times(some, KINDS["ssd_cp_plans"]) for child, some in plans.items()}
        stays = by_child(latest_rows(records, "accommodation"), siblings)
        self._care = {child: _times(some, IN_CARE) for child, some in stays.items()}

    def tables(self) -> dict[str, Rows]:
        """Every table of the dataset that is read, even those without a row."""
        tables: dict[str, Rows] = {"ssd_person": list(self._people())}
        for target in TARGETS:
            if target.source != "ssd_person":
                tables[target.source] = [self._row(target, row) for row in self._rows_of(target)]
        tables["ssd_missing"] = [_with_interview(row) for row in tables["ssd_missing"]]
        tables["ssd_cla_episodes"] = list(_periods_of_care(tables))
        tables["ssd_disability"] = list(self._disabilities())
        tables["ssd_assessment_factors"] = list(self._factors())
        return {
            name: [{column: row.get(column) for column in columns_read(name)} for row in tables[name]]
            for name in tables
        }

    # People

    def _people(self) -> Iterator[dict[str, str | None]]:
        for child in self._children:
            person = self._persons.get(child["person_id"], {})
            born_on = self._past(person.get("born_on"))
            expected_on = None if born_on else self._expected.get(child["pregnancy_id"])
            yield {**self._person(child["child_id"], person if born_on else {}), **_stated(expected_on, child["upn"])}
        for mother in self._mothers():
            if mother not in self._child_of:
                yield {**self._person(mother, self._persons.get(mother, {})), "pers_is_mother": "Y"}

    def _person(self, key: str, person: Mapping[str, Any]) -> dict[str, str | None]:
        (target,) = (one for one in TARGETS if one.source == "ssd_person")
        written = self._row(target, {**dict.fromkeys(target.columns), **person})
        return {**written, "pers_person_id": key}

    def _mothers(self) -> dict[str, None]:
        rows = latest_rows(self._records, "relationship")
        named = [row for row in rows if row["role"] == RelationshipRole.BIRTH_MOTHER and row["person_id"]]
        return dict.fromkeys(row["person_id"] for row in named)

    def _disabilities(self) -> Iterator[dict[str, str | None]]:
        for person, child in self._child_of.items():
            for code in (self._persons.get(person, {}).get("disabilities") or "").split():
                yield {"disa_person_id": child, "disa_disability_code": code}

    # What was done

    def _rows_of(self, target: Target) -> Iterator[Row]:
        """The rows that a table of the dataset holds, one for each child, begun by the day."""
        table = TABLES[target.table]
        rows = [row for row in latest_rows(self._records, target.table) if self._belongs(target, row)]
        if table.is_about_child:
            yield from self._one_each(rows, table.key)
        else:
            yield from rows

    def _one_each(self, rows: Iterable[dict[str, Any]], key: str) -> Iterator[Row]:
        seen: set[str] = set()
        for child, some in by_child(rows, self._siblings).items():
            for row in some:
                own = row[key] if row[key] not in seen else f"{row[key]}:{child}"
                seen.add(row[key])
                yield {**row, key: own}

    def _belongs(self, target: Target, row: Row) -> bool:
        began = TABLES[target.table].happened_on
        if began and not (row[began] is not None and row[began] <= self._day) and target.table != "meeting":
            return False
        kinds = KINDS.get(target.source, tuple(target.fixed.values()))
        if target.table == "contact" and target.source != "ssd_contacts":
            return row["kind"] == "visit" and self._visited_under(row) == target.source
        if target.table == "accommodation":
            return row["kind"] in IN_CARE
        coded = [name for name in ("kind", "level", "role") if name in target.fixed or target.source in KINDS]
        if target.table == "involvement" and not target.fixed:
            return row["level"] != "early_help" and row["practitioner_id"] is not None
        if not coded:
            return target.table != "legal_status" or self._is_coded(target, "kind", row)
        return row[coded[0]] in kinds and (target.table != "relationship" or row["person_id"] is not None)

    def _visited_under(self, row: Row) -> str:
        """The table of a visit: of a child protection plan, of a time in care, or of a child in need."""
        for source, times in (("ssd_cp_visits", self._protection), ("ssd_cla_visits", self._care)):
            if any(start <= row["happened_on"] <= (end or self._day) for start, end in times.get(row["child_id"], ())):
                return source
        return "ssd_cin_visits"

    def _is_coded(self, target: Target, name: str, row: Row) -> bool:
        column = target.columns[name]
        return isinstance(column, Coded) and row[name] in column.codes.values()

    def _row(self, target: Target, row: Row) -> dict[str, str | None]:
        written: dict[str, str | None] = {}
        if target.through and target.through.source == "ssd_cla_episodes":
            written[target.through.column] = f"{row['child_id']}{CARE}"
        for name, column in target.columns.items():
            value = row[name]
            if isinstance(column, Coded):
                written[column.column] = next((code for code, ours in column.codes.items() if ours == value), None)
            else:
                written[column] = self._as_text(TABLES[target.table].column(name), value)
        return written

    def _as_text(self, column: Column, value: Any) -> str | None:
        if value is None:
            return None
        if column.name == "person_id":
            return str(self._child_of.get(value, value))
        if column.kind is Kind.YES_NO:
            return "Y" if value else "N"
        if column.kind is Kind.DATE:
            return f"{value} 00:00:00.000" if value <= self._day or not column.happens else None
        return unqualified(str(value)) if column.kind is Kind.IDENTIFIER else str(value)

    def _factors(self) -> Iterator[dict[str, str | None]]:
        codes: dict[str, list[str]] = defaultdict(list)
        for row in latest_rows(self._records, "concern"):
            if row["assessment_id"] and row["kind"] in FACTOR_CODES:
                codes[row["assessment_id"]].append(FACTOR_CODES[row["kind"]])
        for assessment, some in codes.items():
            written = json.dumps(sorted(set(some)))
            yield {"cinf_assessment_id": unqualified(assessment), "cinf_assessment_factors_json": written}

    def _past(self, day: date | None) -> date | None:
        return day if day is not None and day <= self._day else None


def _times(rows: Iterable[Row], kinds: Iterable[str]) -> list[tuple[date, date | None]]:
    return [(row["started_on"], row["ended_on"]) for row in rows if row["kind"] in kinds and row["started_on"]]


def _with_interview(row: Mapping[str, str | None]) -> dict[str, str | None]:
    """An offer of a return interview, and whether it was accepted, as the two flags of the dataset."""
    match row["miss_missing_rhi_accepted"]:
        case codes.NOT_OFFERED:
            flags = ("N", "NA")
        case "N":
            flags = ("Y", "N")
        case _:
            return dict(row)
    return {**row, "miss_missing_rhi_offered": flags[0], "miss_missing_rhi_accepted": flags[1]}


def _periods_of_care(tables: Mapping[str, Rows]) -> Iterator[dict[str, str | None]]:
    """One period of care a child, which visits, reviews and placements name."""
    columns = {
        one.source: one.through.column for one in TARGETS if one.through and one.through.source == "ssd_cla_episodes"
    }
    named = (row[column] for source, column in columns.items() for row in tables[source])
    for key in dict.fromkeys(key for key in named if key is not None):
        yield {"clae_cla_id": key, "clae_person_id": key.removesuffix(CARE)}


def _stated(expected_on: date | None, upn: str | None) -> dict[str, str | None]:
    return {"pers_expected_dob": f"{expected_on} 00:00:00.000" if expected_on else None, "pers_upn": upn}
