"""Reviews, children and incidents as cases, with what is known of each as variables."""

from __future__ import annotations

import json
import sqlite3
from collections import defaultdict

from lapwing.reviews.refi.columns import COLUMNS, KIND_OF_CASE, REVIEW, attribute_variable, our_variable
from lapwing.reviews.refi.facts import with_facts
from lapwing.reviews.refi.model import Case, Value, Variable
from lapwing.reviews.refi.outward.leaving import Leaving
from lapwing.reviews.refi.xml import fit


def _order(row: sqlite3.Row) -> tuple[str, str, str]:
    """By what stands in the file, so that a second export has the same order."""
    return fit(row["reference"]), fit(row["label"]), row["guid"]


class Cases:
    """The cases of an export and the variables that they need."""

    def __init__(self, leaving: Leaving) -> None:
        """Reads which documents belong to which review."""
        self.leaving = leaving
        self.variables: dict[str, Variable] = {}
        self.documents: dict[int, list[str]] = defaultdict(list)
        rows = leaving.project.rows("SELECT review_id, guid, name FROM document WHERE review_id IS NOT NULL")
        for row in sorted(rows, key=lambda row: (fit(row["name"]), row["guid"])):
            self.documents[row["review_id"]].append(row["guid"])

    def all(self) -> list[Case]:
        """Every review, then every child, then every incident."""
        project = self.leaving.project
        reviews = project.rows("SELECT *, reference AS label FROM review")
        cases = [self._review(row) for row in sorted(reviews, key=_order)]
        for kind in ("child", "incident"):
            rows = project.rows(
                f"SELECT {kind}.*, reference, review.guid AS review FROM {kind} JOIN review USING (review_id)"  # noqa: S608 -- names are ours
            )
            cases += [self._part(kind, row) for row in sorted(rows, key=_order)]
        return cases

    def sorted_variables(self) -> list[Variable]:
        """The variables that some case has a value of, by name."""
        return sorted(self.variables.values(), key=lambda variable: (variable.name.casefold(), variable.guid))

    def _review(self, row: sqlite3.Row) -> Case:
        case = self._case("review", row, row["reference"], {"kind": "review"})
        attributes = {fit(name): words for name, words in json.loads(row["attributes"]).items()}
        for name, words in sorted(attributes.items()):
            self._value(case, attribute_variable(name), words if isinstance(words, str) else json.dumps(words))
        case.sources = self.documents[row["review_id"]]
        self.leaving.memos("review", row["review_id"], review=case.guid)
        self.leaving.report.count("reviews")
        return case

    def _part(self, kind: str, row: sqlite3.Row) -> Case:
        """A child or incident, which hangs on its review and has the same documents."""
        facts = {"kind": kind, "review": row["review"], "label": row["label"]}
        case = self._case(kind, row, f"{row['reference']}: {row['label']}", facts)
        self._value(case, our_variable(REVIEW), row["reference"])
        case.sources = self.documents[row["review_id"]]
        self.leaving.report.count("children" if kind == "child" else "incidents")
        return case

    def _case(self, kind: str, row: sqlite3.Row, name: str, facts: dict[str, str]) -> Case:
        case = Case(row["guid"], name, with_facts("", facts))
        self.leaving.guids[kind][row[f"{kind}_id"]] = row["guid"]
        self._value(case, our_variable(KIND_OF_CASE), kind)
        for column, variable in COLUMNS[kind].items():
            if row[column]:
                self._value(case, our_variable(variable), row[column])
        self.leaving.tell_unfit([name, *(value.words for value in case.values)])
        return case

    def _value(self, case: Case, variable: Variable, words: str) -> None:
        self.variables[variable.guid] = variable
        case.values.append(Value(variable.guid, words))
