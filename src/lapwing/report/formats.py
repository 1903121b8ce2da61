"""Findings for programs: JSON and CSV."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import asdict
from typing import Any

import polars as pl

from lapwing.engine.check import Check
from lapwing.lessons.settings import Settings
from lapwing.report.checked import Checked
from lapwing.report.page import findings_page
from lapwing.report.summary import summary

Writes = Callable[[Checked], Iterator[str]]
"""Gives what was found as text, piece by piece."""


def as_json(checked: Checked) -> Iterator[str]:
    """One JSON document; every finding with its facts, and with the keys of their records where it is open."""
    findings = checked.findings
    head = {
        "source": str(checked.reading.source),
        "format": checked.reading.format,
        "as_of": findings.as_of.isoformat(),
        "engine": checked.engine,
        "settings_version": findings.settings_version,
        "read": dict(checked.reading.read),
        "skipped": [asdict(notice) for notice in checked.reading.skipped],
        "doubted": [asdict(notice) for notice in checked.reading.doubted],
        "notes": checked.reading.notes,
        "silences": [asdict(one) | {"held_by": one.held_by} for one in checked.silences],
        "checks": {check.code: _rule(check, checked.question.settings) for check in checked.checks},
        "could_not_run": [asdict(one) for one in findings.could_not_run],
    }
    yield json.dumps(head, ensure_ascii=False, indent=1)[:-2] + ',\n "findings": ['
    between = "\n"
    for row in findings.frame.iter_rows(named=True):
        yield between + "  " + json.dumps(_finding(row, checked), ensure_ascii=False)
        between = ",\n"
    yield "\n ]\n}\n"


def _rule(check: type[Check], settings: Settings) -> dict[str, Any]:
    return {
        "asks": check.asks,
        "lesson": check.lesson.id,
        "paragraph": check.lesson.paragraph,
        "basis": check.basis,
        "would_meet": check.would_meet,
        "who_can": check.who_can,
        "ask_next": check.ask_next,
        "settings": {key: settings[key].said for key in check.settings()},
        "rule_version": check.rule_version(),
    }


def _finding(row: Mapping[str, Any], checked: Checked) -> dict[str, Any]:
    answer = checked.answers.get((row["child"], row["subject"], row["check"]))
    finding = {name: _plain(value) for name, value in row.items()}
    finding["facts"] = json.loads(row["facts"])
    if answer is not None:
        finding["records"] = {name: list(keys) for name, keys in answer.records.items() if keys}
    return finding


def _plain(value: Any) -> Any:
    return value.isoformat() if hasattr(value, "isoformat") else value


def as_csv(checked: Checked) -> Iterator[str]:
    """One row a finding; `missing` is joined by semicolons, `facts` is JSON."""
    frame = checked.findings.frame.with_columns(pl.col("missing").list.join("; "))
    yield frame.write_csv()


FORMATS: Mapping[str, Writes] = {"table": summary, "json": as_json, "csv": as_csv, "html": findings_page}
"""How findings can be given, by the name of the format."""
