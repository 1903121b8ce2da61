"""The columns of a sheet of attributes, and the many ways in which people head them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import StrEnum

from lapwing.reviews.refusal import Refusal


class UnusableSheet(Refusal):
    """The sheet of attributes cannot be read at all; the text says what it has and what it needs."""


class Column(StrEnum):
    """What a column says of a review, a child of it or an incident."""

    FILE = "file"
    REVIEW = "review"
    TITLE = "title"
    AREA = "area"
    PUBLISHED_ON = "published_on"
    CHILD = "child"
    BORN_ON = "born_on"
    AGE = "age"
    INCIDENT = "incident"
    INCIDENT_ON = "incident_on"
    INCIDENT_KIND = "incident_kind"


DATES = (Column.PUBLISHED_ON, Column.BORN_ON, Column.INCIDENT_ON)

_HEADED = {
    Column.FILE: "file, file name, filename, name of file, document, document name, pdf, report file",
    Column.REVIEW: "review, reference, ref, review ref, review reference, review id, review no, case, case review, case id, scr",
    Column.TITLE: "title, review title, report title, title of review, title of report",
    Column.AREA: "area, local authority, authority, la, council, lscb, board, partnership, local area",
    Column.PUBLISHED_ON: "published on, published, date published, publication date, date of publication, year published",
    Column.CHILD: "child, child name, child label, child id, child ref, name of child, subject",
    Column.BORN_ON: "born on, born, date of birth, dob, birth date, birthday, child dob, child born on",
    Column.AGE: "age, age at incident, age of child, child age, childs age, age at the incident, age at death",
    Column.INCIDENT: "incident, incident label, incident ref, incident id, event",
    Column.INCIDENT_ON: "incident on, incident date, date of incident, date of the incident, date of event, date of death",
    Column.INCIDENT_KIND: "incident kind, incident type, kind, type, type of incident, kind of incident, nature of incident",
}
_BY_HEADING = {re.sub(r"\W", "", heading): column for column, said in _HEADED.items() for heading in said.split(",")}


def column_headed(heading: str) -> Column | None:
    """The column that a heading names, whatever its case, spaces, underscores and signs."""
    return _BY_HEADING.get(re.sub(r"[\W_]", "", heading.lower()))


def columns_of(headings: Sequence[str]) -> list[Column | str]:
    """What each heading names: a column, or itself where it is a further attribute.

    Refused where two headings name one column, or none names the file or the review.
    """
    columns = [column_headed(heading) or heading.strip() for heading in headings]
    for column in columns:
        headed = [
            heading.strip() for heading, named in zip(headings, columns, strict=True) if named == column and named
        ]
        if len(headed) > 1:
            raise UnusableSheet(
                f"The sheet has the columns {' and '.join(headed)}, and needs one of them. Rename the other."
            )
    if Column.FILE not in columns and Column.REVIEW not in columns:
        found = ", ".join(filter(None, map(str, columns))) or "none"
        raise UnusableSheet(f"The sheet needs a column headed file or review; its columns are: {found}.")
    return columns
