"""A sheet of attributes put into a project: reviews, children, incidents, and which documents report which review."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from lapwing.reviews.attributes.checked import Fault, checked
from lapwing.reviews.attributes.columns import Column
from lapwing.reviews.attributes.grouped import Facts, Review, grouped
from lapwing.reviews.attributes.placing import Placing, UnknownFile
from lapwing.reviews.attributes.sheets import Sheet
from lapwing.reviews.project import Project, new_guid
from lapwing.reviews.project.default_reviews import drop_if_empty


@dataclass(frozen=True)
class KeptAttributes:
    """What became of a sheet: how much of it was taken in, and what was not, with the rows as written.

    `without_row` are documents of the project that no row names.
    """

    rows: int
    reviews: int
    children: int
    incidents: int
    faults: tuple[Fault, ...]
    unknown_files: tuple[UnknownFile, ...]
    without_row: tuple[str, ...]
    notes: tuple[str, ...]


def keep_attributes(project: Project, sheet: Sheet, at: datetime) -> KeptAttributes:
    """Takes in every row that is sound, whole; what a sheet does not say of a review that is there already stays.

    `at` is when it is done: no date of a sheet may lie after it.
    """
    stated, faults = checked(sheet, at.date())
    with project.changing():
        placing = Placing(project)
        placing.place(stated)
        found = grouped(placing.placed)
        others = [note for reference, review in found.reviews.items() for note in _keep(project, reference, review)]
        faults = sorted([*faults, *placing.faults, *found.faults], key=lambda one: one.row)
        rows = len(sheet.rows) - len({one.row for one in faults} | {one.row for one in placing.unknown})
        project.log(f"{rows} of {len(sheet.rows)} rows of {sheet.name} taken in as attributes", None, at)
    return KeptAttributes(
        rows=rows,
        reviews=len(found.reviews),
        children=sum(len(review.children) for review in found.reviews.values()),
        incidents=sum(len(review.incidents) for review in found.reviews.values()),
        faults=tuple(faults),
        unknown_files=tuple(placing.unknown),
        without_row=tuple(placing.without_row(sheet)),
        notes=(*sheet.notes, *_on_unnamed(found.unnamed), *others),
    )


def _keep(project: Project, reference: str, review: Review) -> Iterator[str]:
    """Writes a review with all that belongs to it, and tells of children and incidents that the sheet does not name."""
    review_id = _keep_review(project, reference, review)
    _keep_documents(project, review_id, review.documents)
    for label, facts in review.children.items():
        _keep_part(project, "child", review_id, label, {"born_on": facts[Column.BORN_ON]})
    for label, facts in review.incidents.items():
        said = {"occurred_on": facts[Column.INCIDENT_ON], "kind": facts[Column.INCIDENT_KIND]}
        _keep_part(project, "incident", review_id, label, said)
    for (child, incident), facts in review.ages.items():
        _keep_age(project, review_id, child, incident, facts)
    yield from _not_named(project, "child", review_id, reference, review.children)
    yield from _not_named(project, "incident", review_id, reference, review.incidents)


def _keep_review(project: Project, reference: str, review: Review) -> int:
    rows = project.rows("SELECT review_id, reference, attributes FROM review")
    row = next((row for row in rows if row["reference"].casefold() == reference.casefold()), None)
    review_id = row["review_id"] if row else project.insert("review", guid=new_guid(), reference=reference)
    further = json.loads(row["attributes"]) if row else {}
    further |= {name: "; ".join(values) for name, values in review.further.items()}
    said = {column.value: review.facts[column] for column in (Column.TITLE, Column.AREA, Column.PUBLISHED_ON)}
    _set(
        project,
        "review",
        review_id,
        {"reference": reference, **said, "attributes": json.dumps(further, ensure_ascii=False)},
    )
    return int(review_id)


def _keep_documents(project: Project, review_id: int, documents: set[int]) -> None:
    """Says that the review is what the documents report; a review of its own that one had before goes, if empty."""
    for document_id in documents:
        before = project.rows("SELECT review_id FROM document WHERE document_id = ?", (document_id,))[0]["review_id"]
        if before != review_id:
            _set(project, "document", document_id, {"review_id": review_id})
            if before is not None:
                drop_if_empty(project, before)


def _keep_part(project: Project, table: str, review_id: int, label: str, said: Mapping[str, str]) -> None:
    part_id = _part(project, table, review_id, label)
    if part_id is None:
        part_id = project.insert(table, guid=new_guid(), review_id=review_id, label=label)
    _set(project, table, part_id, said)


def _keep_age(project: Project, review_id: int, child: str, incident: str, facts: Facts) -> None:
    ids = _part(project, "child", review_id, child), _part(project, "incident", review_id, incident)
    project.connection.execute(
        "INSERT INTO child_in_incident (child_id, incident_id, stated_age) VALUES (?, ?, ?) ON CONFLICT DO UPDATE "
        "SET stated_age = excluded.stated_age WHERE excluded.stated_age != ''",
        (*ids, facts[Column.AGE]),
    )


def _part(project: Project, table: str, review_id: int, label: str) -> int | None:
    """The id of a child or incident of a review, upper and lower case being one."""
    rows = project.rows(f'SELECT {table}_id AS id, label FROM "{table}" WHERE review_id = ?', (review_id,))  # noqa: S608 -- ours
    return next((int(row["id"]) for row in rows if row["label"].casefold() == label.casefold()), None)


def _set(project: Project, table: str, id: int, said: Mapping[str, str | int]) -> None:
    """Changes the columns of which something is said."""
    for column, value in said.items():
        if value != "":
            project.connection.execute(f'UPDATE "{table}" SET {column} = ? WHERE {table}_id = ?', (value, id))  # noqa: S608 -- ours


def _not_named(
    project: Project, table: str, review_id: int, reference: str, named: Mapping[str, Facts]
) -> Iterator[str]:
    known = {label.casefold() for label in named}
    rows = project.rows(f'SELECT label FROM "{table}" WHERE review_id = ? ORDER BY label', (review_id,))  # noqa: S608 -- ours
    others = [row["label"] for row in rows if row["label"].casefold() not in known]
    if others:
        yield f"{reference} keeps {', '.join(others)}, which the project had and the sheet does not name."


def _on_unnamed(count: int) -> Iterator[str]:
    if count:
        rows = "1 row names no child; it was" if count == 1 else f"{count} rows name no child; each was"
        yield f"{rows} taken as a child of its own."
