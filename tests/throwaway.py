"""Subjects and checks made for a test alone, and their facts and findings over a few rows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from generated_records import record_set
from lapwing.engine.check import CHECKS, Check, Outcome
from lapwing.engine.fact_frames import FactFrames
from lapwing.engine.fact_rows import FactRows, SubjectRow
from lapwing.engine.gather import rows_by_child
from lapwing.engine.known import KnownRecords
from lapwing.engine.plan import plan_facts, silent_facts
from lapwing.engine.run import polars_frames, tables_of
from lapwing.language.rows import Given
from lapwing.lessons import ages_of_concern
from lapwing.lessons.settings import Basis
from lapwing.vocabulary import records
from lapwing.vocabulary.facts import Link, Subject, any_of, columns, count_of, derived, earliest, its, latest, only, own

DAY = date(2026, 6, 1)
child, person = columns(records.child), columns(records.person)
meeting, observation = columns(records.meeting), columns(records.observation)


class ChildSeen(Subject):
    """Every child on record, and when somebody saw the child."""

    table = records.child
    called = "child"

    child_id = own(child.child_id, "the child")
    person_id = own(child.person_id, "the child as a person")
    opened_in_error = own(child.opened_in_error, "whether the record was opened in error")
    _child = (Link("child_id", child_id),)
    born_on = only(person.born_on, "the date of birth", by=(Link("person_id", person_id),))
    first_seen_on = earliest(observation.observed_on, "when the child was first seen", by=_child)
    last_seen_on = latest(observation.observed_on, "when the child was last seen", by=_child)
    seen_by_anybody = any_of(observation, "whether anybody saw the child", by=_child)
    times_seen = count_of(observation, "how often the child was seen", by=_child)
    seen_how = only(observation.basis, "how it is known", by=_child)
    seen_what = only(observation.of, "what was seen", by=_child)
    said = only(observation.says, "what was written of it", by=_child)
    last_visited_on = latest(observation.observed_on, "a visit", by=_child, where=observation.basis == "seen")
    seen_since_birth = count_of(
        observation, "how often seen since birth", by=_child, where=observation.observed_on >= its(born_on)
    )
    to_be_seen_by_on = derived(born_on.plus_days(14), "when the child is to be seen")
    first_recorded_on = earliest(observation.recorded_on, "when a sight of the child was recorded", by=_child)

    members = child_id.is_known()
    ended = opened_in_error.is_true()


PARTS: Mapping[str, Any] = {
    "__module__": "throwaway",
    "asks": "Was the child seen?",
    "lesson": ages_of_concern.bullet("P17.1"),
    "about": ChildSeen,
    "basis": Basis.REPORT,
    "applies": ChildSeen.born_on.is_known(),
    "met_on": ChildSeen.first_seen_on,
    "due_on": ChildSeen.to_be_seen_by_on,
    "needs": (ChildSeen.first_seen_on,),
    "tells": (ChildSeen.born_on,),
    "says": {
        Outcome.NOT_MET: "Born on {born_on}; not seen by {due_on}. Not recorded: {missing}.",
        Outcome.CANNOT_TELL: "Cannot tell.",
        Outcome.MET: "Seen on {first_seen_on}.",
    },
    "plainly": "Somebody should see your baby.",
    "would_meet": "A sight of the child.",
    "who_can": "The health visitor.",
    "ask_next": "Who saw the child?",
}
"""A whole check: was a child seen within two weeks of its birth?"""


def made_check(name: str = "Seen", *, without: str = "", **parts: Any) -> type[Check]:
    """A check of that name, with some of its parts changed or one left out; an earlier one of the name makes way."""
    for code in [code for code in CHECKS if code.startswith("throwaway.")]:
        if CHECKS[code].__name__ == name:
            del CHECKS[code]
    whole = {part: value for part, value in {**PARTS, **parts}.items() if part != without}
    return type(name, (Check,), whole)


Rows = Mapping[str, Sequence[Mapping[str, Any]]]


def told(
    subject: type[Subject],
    rows: Rows,
    *,
    day: date = DAY,
    carried: Mapping[str, frozenset[str]] | None = None,
    settings: Mapping[str, Any] | None = None,
) -> list[SubjectRow]:
    """The facts of a subject over these rows, the same over frames, with the keys of the records behind them."""
    plan = plan_facts(subject.facts().values())
    everything = {name: list(rows.get(name, [])) for name in tables_of(plan)}
    source = record_set(everything, carried)
    given, silent = Given(day, settings or {}), silent_facts(plan, source)
    known = KnownRecords(polars_frames(source, tables_of(plan)), day, source.versioned)
    facts = FactFrames(plan, known, given, silent)
    (made,) = [facts.done[one].collect("polars").to_native() for one in facts.in_turn() if one is subject]
    by_row = [
        row
        for child_rows in rows_by_child(known, tables_of(plan)).values()
        for row in FactRows(plan, given, silent).of(child_rows)[subject]
    ]
    names = sorted(subject.facts())
    one = [{name: row.values[name] for name in names} for row in by_row]
    other = made.select(names).to_dicts()
    assert sorted(one, key=repr) == sorted(other, key=repr)
    return by_row
