"""Factors found at assessments, which the dataset keeps as JSON, as concerns."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

import polars as pl

from lapwing.exchange.cin_codes import FACTORS, NO_FACTOR
from lapwing.exchange.faults import ROW, shown
from lapwing.exchange.reading import Notice
from lapwing.exchange.safeguarding_dataset_files import Dataset
from lapwing.exchange.safeguarding_dataset_rows import Taken
from lapwing.exchange.safeguarding_dataset_tables import MEANT, qualified
from lapwing.vocabulary.records import TABLES

SOURCE = "ssd_assessment_factors"
COLUMN = "cinf_assessment_factors_json"
CONCERN = {
    "concern_id": pl.String(),
    "child_id": pl.String(),
    "person_id": pl.String(),
    "kind": pl.String(),
    "part": pl.String(),
    "identified_on": pl.Date(),
    "assessment_id": pl.String(),
    "note": pl.String(),
}


def concerns_of(dataset: Dataset, taken: Taken) -> None:
    """Adds a concern for each factor of an assessment that is there; others are set aside."""
    factors, assessments = dataset.tables.get(SOURCE), taken.frames.get("assessment")
    if factors is None or assessments is None or not {"cinf_assessment_id", COLUMN} <= set(factors.columns):
        return
    signed_off = assessments["signed_off_on"] if "signed_off_on" in assessments.columns else None
    days = signed_off.to_list() if signed_off is not None else [None] * assessments.height
    of = dict(zip(assessments["assessment_id"], zip(assessments["child_id"], days, strict=True), strict=True))
    rows: dict[str, tuple[Any, ...]] = {}
    for row, key, written in factors.select(ROW, "cinf_assessment_id", COLUMN).rows():
        assessment = qualified(MEANT["assessment"], key or "")
        if assessment not in of:
            _set_aside(dataset, row)
            continue
        for concern in _concerns(dataset, row, assessment, written, *of[assessment]):
            rows.setdefault(concern[0], concern)
    taken.frames["concern"] = pl.DataFrame(list(rows.values()), schema=CONCERN, orient="row")
    taken.columns["concern"] = set(CONCERN)


def _set_aside(dataset: Dataset, row: int) -> None:
    needs = "needs the key of an assessment; the row was set aside"
    dataset.skipped.append(Notice(dataset.place(SOURCE, row), "cinf_assessment_id", "a key that leads nowhere", needs))


def _concerns(
    dataset: Dataset, row: int, assessment: str, written: str | None, child: str, found_on: date | None
) -> Iterator[tuple[Any, ...]]:
    for code in _codes(dataset, row, written):
        factor = FACTORS.get(code)
        if factor is not None:
            person, part = (child if factor.of_child else None), (factor.part.value if factor.part else None)
            note = f"{factor.note} (factor {code})"
            yield (f"{assessment}:factor:{code}", child, person, factor.kind.value, part, found_on, assessment, note)
        elif code != NO_FACTOR:
            needs, has = "needs codes of factors; it was left out", shown(TABLES["concern"].column("kind"), code)
            dataset.doubted.append(Notice(dataset.place(SOURCE, row), COLUMN, has, needs))


def _codes(dataset: Dataset, row: int, written: str | None) -> list[str]:
    """The factors found: of a list all, of an object those that are answered with yes."""
    if written is None:
        return []
    try:
        content = json.loads(written)
    except ValueError:
        needs = "needs a list such as [“1A”, “2B”]; it was left out"
        dataset.doubted.append(Notice(dataset.place(SOURCE, row), COLUMN, "a text that is not JSON", needs))
        return []
    if isinstance(content, Mapping):
        return [str(code).upper() for code, answer in content.items() if str(answer).lower() in ("yes", "y", "true")]
    return [str(code).strip().upper() for code in content] if isinstance(content, list) else []
