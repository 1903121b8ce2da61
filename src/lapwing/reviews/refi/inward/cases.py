"""Cases as reviews, children and incidents: those of our own export as they were, others' where they have sources."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable
from pathlib import PurePosixPath

from lapwing.reviews.refi.columns import COLUMNS, KINDS, OURS, attribute_named
from lapwing.reviews.refi.facts import facts_in
from lapwing.reviews.refi.inward.arriving import PROJECT, Arriving
from lapwing.reviews.refi.inward.people import free_name
from lapwing.reviews.refi.model import Case, Value
from lapwing.reviews.refi.naming import derived


def cases(arriving: Arriving) -> dict[str, int]:
    """Brings in the cases, and gives the review of each source (by guid) that belongs to one."""
    ours = [(case, facts_in(case.description)[1]) for case in arriving.refi.cases]
    reviewed: dict[str, int] = {}
    for kind in KINDS:
        for case, facts in ours:
            if facts.get("kind") == kind:
                _own(arriving, case, facts, reviewed)
    _others(arriving, [case for case, facts in ours if facts.get("kind") not in KINDS], reviewed)
    _by_variables_of_sources(arriving, reviewed)
    return reviewed


def values_by_name(arriving: Arriving, values: Iterable[Value]) -> dict[str, str]:
    """What is said by variables, by their names."""
    names = {variable.guid: variable.name for variable in arriving.refi.variables}
    return {names[value.variable]: value.words for value in values if value.variable in names}


def _own(arriving: Arriving, case: Case, facts: dict[str, str], reviewed: dict[str, int]) -> None:
    kind = facts["kind"]
    said = values_by_name(arriving, case.values)
    columns = {column: said[name] for column, name in COLUMNS[kind].items() if name in said}
    if kind == "review":
        attributes = {attribute_named(name): words for name, words in said.items() if name not in OURS}
        review_id = _review(arriving, case.guid, case.name, columns, attributes)
        for source in case.sources:
            reviewed.setdefault(source, review_id)
        return
    part_of = arriving.ids["review"].get(facts.get("review", ""))
    if part_of is None:
        arriving.report.lost.tell(f"cases ({kind})", "their review is not in the file", case.name)
        return
    _part(arriving, kind, case.guid, part_of, facts.get("label", case.name), columns)


def _review(arriving: Arriving, guid: str, reference: str, columns: dict[str, str], attributes: dict[str, str]) -> int:
    project = arriving.project
    row = project.one("SELECT * FROM review WHERE guid = ?", (guid,)) or project.one(
        "SELECT * FROM review WHERE reference = ?", (reference,)
    )
    arriving.report.count("reviews", new=row is None)
    if row is None:
        written = json.dumps(attributes, ensure_ascii=False)
        review_id = project.insert("review", guid=guid, reference=reference, attributes=written, **columns)
    else:
        review_id = row["review_id"]
        written = json.dumps(attributes | json.loads(row["attributes"]), ensure_ascii=False)
        project.connection.execute("UPDATE review SET attributes = ? WHERE review_id = ?", (written, review_id))
    arriving.ids["review"][guid] = review_id
    arriving.things[guid] = ("review", str(review_id))
    return review_id


def _part(arriving: Arriving, kind: str, guid: str, review_id: int, label: str, columns: dict[str, str]) -> None:
    """A child or an incident of a review."""
    row = arriving.project.one(
        f"SELECT {kind}_id AS id FROM {kind} WHERE guid = ? OR (review_id = ? AND label = ?)",  # noqa: S608 -- names are ours
        (guid, review_id, label),
    )
    arriving.report.count("children" if kind == "child" else "incidents", new=row is None)
    found = row["id"] if row else arriving.project.insert(kind, guid=guid, review_id=review_id, label=label, **columns)
    arriving.ids[kind][guid] = found


def _others(arriving: Arriving, others: list[Case], reviewed: dict[str, int]) -> None:
    """Cases of other tools: reviews where each has a source, and otherwise a memo that says what they were."""
    if not others:
        return
    sources = _sources_of(arriving, others)
    if not all(sources[case.guid] for case in others):
        why = "not each has a source; what is known of them is kept in a memo on the project"
        for case in others:
            arriving.report.lost.tell("cases", why, case.name)
        words = "Cases\n\n" + "\n".join(_line(arriving, case) for case in others)
        guid = derived("cases", *sorted(case.guid for case in others))
        arriving.memo(guid, PROJECT, words, arriving.coder_id, arriving.moment(arriving.refi.created_at))
        return
    for at, case in enumerate(others, 1):
        arriving.report.changed.tell("cases", "became reviews", case.name)
        attributes = values_by_name(arriving, case.values)
        review_id = _review(arriving, case.guid, case.name.strip() or f"Case {at}", {}, attributes)
        arriving.described(
            case.guid,
            ("review", str(review_id)),
            facts_in(case.description)[0],
            arriving.coder_id,
            arriving.moment(arriving.refi.created_at),
        )
        arriving.report.lost.tell(
            "codes of cases", "a review is coded by its documents", case.name, count=len(case.codes)
        )
        for source in sources[case.guid]:
            if reviewed.setdefault(source, review_id) != review_id:
                arriving.report.lost.tell(
                    "sources of cases", "belong to another case too; the first was taken", case.name
                )


def _line(arriving: Arriving, case: Case) -> str:
    said = "; ".join(f"{name}: {words}" for name, words in values_by_name(arriving, case.values).items())
    return ". ".join(
        part for part in (case.name or "Unnamed case", facts_in(case.description)[0].strip(), said) if part
    )


def _sources_of(arriving: Arriving, others: list[Case]) -> dict[str, list[str]]:
    """The sources of each case: named, or by a selection that is named or coded to the case."""
    holder: dict[str, str] = {}
    found: dict[str, list[str]] = defaultdict(list)
    for source in arriving.refi.sources:
        for part in source.parts():
            holder[part.guid] = source.guid
            for coding in part.codings:
                found[coding.code].append(source.guid)
    for case in others:
        named = (holder[guid] for guid in (*case.sources, *case.selections) if guid in holder)
        found[case.guid] = list(dict.fromkeys([*named, *found[case.guid]]))
    return found


def _by_variables_of_sources(arriving: Arriving, reviewed: dict[str, int]) -> None:
    """Variables that hang on sources are attributes of their review, which is made where there is none."""
    for source in arriving.refi.sources:
        said = values_by_name(
            arriving, [*source.values, *(source.representation.values if source.representation else [])]
        )
        if not said:
            continue
        arriving.report.changed.tell(
            "sources with variables", "the variables became attributes of a review", source.name
        )
        if source.guid not in reviewed:
            guid = derived(source.guid, "review")
            known = arriving.project.one("SELECT reference FROM review WHERE guid = ?", (guid,))
            called = PurePosixPath(source.name).stem or source.guid[:8]
            reference = known["reference"] if known else free_name(arriving.project, "review", called)
            reviewed[source.guid] = _review(arriving, guid, reference, {}, said)
        else:
            _add_attributes(arriving, reviewed[source.guid], said)


def _add_attributes(arriving: Arriving, review_id: int, said: dict[str, str]) -> None:
    row = arriving.project.rows("SELECT attributes FROM review WHERE review_id = ?", (review_id,))[0]
    written = json.dumps(said | json.loads(row["attributes"]), ensure_ascii=False)
    arriving.project.connection.execute("UPDATE review SET attributes = ? WHERE review_id = ?", (written, review_id))
