"""The sheet of attributes that goes with the files: what each is about, a row for each child in each incident."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping, Sequence
from io import BytesIO, StringIO

from openpyxl import Workbook

from lapwing.reviews.invented.composing import Review
from lapwing.reviews.invented.facts import age_in_words
from lapwing.reviews.invented.fixed_zip import with_fixed_times

COLUMNS = (
    "file", "review", "title", "area", "published_on", "child", "born_on", "age", "incident", "incident_on",
    "incident_kind", "region",
)  # fmt: skip
UNTOLD = 5
"""Every so many reviews one gives no birth dates, and only the ages that it states."""


def sheet_rows(files: Mapping[str, Review]) -> Iterator[tuple[str, ...]]:
    """The rows of files by name, in the order of COLUMNS; days as ISO 8601 writes them.

    `age` is that at the row's incident; beside a later incident it is left out where there is a birth date.
    """
    for at, (name, review) in enumerate(files.items(), 1):
        facts = review.facts
        children = {child.label: child for child in facts.children}
        for incident in facts.incidents:
            for label in incident.children:
                child = children[label]
                born = "" if at % UNTOLD == 0 else child.born_on.isoformat()
                later = incident is not facts.incidents[0]
                age = "" if later and born else age_in_words(child.born_on, incident.occurred_on)
                yield (
                    name, facts.reference, facts.title, facts.area, facts.published_on.isoformat(), label, born, age,
                    incident.label, incident.occurred_on.isoformat(), incident.kind, facts.region,
                )  # fmt: skip


def as_csv(rows: Sequence[Sequence[str]]) -> bytes:
    """The sheet as CSV, in UTF-8."""
    written = StringIO(newline="")
    csv.writer(written).writerows([COLUMNS, *rows])
    return written.getvalue().encode()


def as_excel(rows: Sequence[Sequence[str]]) -> bytes:
    """The sheet as .xlsx, days as text."""
    book = Workbook()
    page = book.active
    page.title = "Attributes"
    for row in (COLUMNS, *rows):
        page.append(list(row))
    page.freeze_panes = "A2"
    content = BytesIO()
    book.save(content)
    return with_fixed_times(content.getvalue())
