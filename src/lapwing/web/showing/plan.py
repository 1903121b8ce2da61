"""A child's plans: what is feared and what is being done about each of it, what must be in place, what is to come."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from lapwing.conduct.acting import Acting
from lapwing.conduct.reading import Shown
from lapwing.conduct.verb import VERBS
from lapwing.web.showing.offers import Offer, may_here, to_do
from lapwing.web.showing.record import OpenRecord
from lapwing.web.templating import in_words
from lapwing.web.words import words_of

CATEGORIES = {
    "NEG": "neglect",
    "PHY": "physical abuse",
    "SAB": "sexual abuse",
    "EMO": "emotional abuse",
    "MUL": "more than one category",
}
"""The categories of abuse of the children in need census."""


@dataclass(frozen=True)
class ActionLine:
    """Something to be done: by whom, how far it is, and by when."""

    says: str
    whose: str
    stands: str
    due: str
    is_overdue: bool
    is_gap: bool
    href: str


@dataclass(frozen=True)
class ConcernLine:
    """Something feared, with what is being done about it; a gap where nothing is."""

    called: str
    stands: str
    href: str
    actions: tuple[ActionLine, ...]
    offers: tuple[Offer, ...]


@dataclass(frozen=True)
class PlanLine:
    """A plan: what it is, under which category, who leads it, since when, and until when where it has ended."""

    called: str
    category: str
    led_by: str
    since: str
    ended: str
    href: str
    offers: tuple[Offer, ...]


@dataclass(frozen=True)
class DatedLine:
    """A meeting, a milestone or a decision: what, when, and how it stands."""

    called: str
    when: str
    stands: str
    is_gap: bool
    href: str


def plans(by: Acting, record: OpenRecord) -> list[PlanLine]:
    """Every plan, those in force first."""
    every = sorted(record.all("plan"), key=lambda one: _latest_first(one, "started_on"))
    return [_plan(by, record, one) for one in sorted(every, key=lambda one: one.values.get("ended_on") is not None)]


def _plan(by: Acting, record: OpenRecord, one: Shown) -> PlanLine:
    values = one.values
    category = values.get("latest_category") or values.get("initial_category") or ""
    goes_on = values.get("ended_on") is None
    return PlanLine(
        called=record.said("plan", "kind", values.get("kind")),
        category=CATEGORIES.get(category, category),
        led_by=record.record.names.get(values.get("led_by") or "", ""),
        since=in_words(values.get("started_on")),
        ended="" if goes_on else in_words(values.get("ended_on")),
        href=record.page("plan", one.key),
        offers=_offers(by, record, (("give_action", {"plan": one.key}),)) if goes_on else (),
    )


def concerns(by: Acting, record: OpenRecord, today: date) -> list[ConcernLine]:
    """What is feared now, each with what is being done about it, the most significant first."""
    open_ones = [one for one in record.all("concern") if _is_open(one)]
    ordered = sorted(
        open_ones, key=lambda one: (not one.values.get("significant"), _latest_first(one, "identified_on"))
    )
    return [_concern(by, record, one, today) for one in ordered]


def _is_open(one: Shown) -> bool:
    return all(one.values.get(name) is None for name in ("ended_on", "no_action_on")) and one.values.get("status") in (
        None,
        "current",
    )


def _concern(by: Acting, record: OpenRecord, one: Shown, today: date) -> ConcernLine:
    found = in_words(one.values.get("identified_on"))
    given = {"concern": one.key}
    return ConcernLine(
        called=record.title("concern", one).partition(": ")[2] or record.title("concern", one),
        stands=" · ".join(
            part for part in (one.values.get("significant") and "Significant", found and f"since {found}") if part
        ),
        href=record.page("concern", one.key),
        actions=tuple(actions(record, today, concern=one.key)),
        offers=_offers(by, record, (("give_action", given), ("find_no_action_needed", given))),
    )


def actions(record: OpenRecord, today: date, *, concern: str | None) -> Iterator[ActionLine]:
    """The actions that answer a concern, or those that answer none; what is not finished first."""
    some = [one for one in record.all("action") if one.values.get("concern_id") == concern]
    for one in sorted(
        some, key=lambda one: (one.values.get("completed_on") is not None, one.values.get("due_on") or date.max)
    ):
        yield _action(record, one, today)


def _action(record: OpenRecord, one: Shown, today: date) -> ActionLine:
    values = one.values
    is_done = values.get("completed_on") is not None or values.get("declined_on") is not None
    due = values.get("due_on")
    owner = (
        record.record.names.get(values.get("owned_by") or "")
        or record.people.get(values.get("owned_by_person_id") or "")
        or record.record.names.get(values.get("owner_agency_id") or "", "")
    )
    has_nobody = not values.get("owned_by") and not values.get("owned_by_person_id")
    return ActionLine(
        says=values.get("says") or record.said("action", "kind", values.get("kind")) or "Action",
        whose=f"{owner}, nobody named yet" if owner and has_nobody else owner or "Nobody has it",
        stands=_how_far(record, one),
        due=f"Due {in_words(due)}" if due and not is_done else "",
        is_overdue=bool(due and not is_done and due < today),
        is_gap=has_nobody and not is_done,
        href=record.page("action", one.key),
    )


def _how_far(record: OpenRecord, one: Shown) -> str:
    values = one.values
    if values.get("declined_on"):
        return f"Declined by the family; instead: {values.get('declined_next') or 'not said yet'}"
    if values.get("completed_on"):
        effect = record.said("action", "effect", values.get("effect")).lower()
        return f"Finished {in_words(values['completed_on'])}; {effect or 'nobody has looked yet at whether it worked'}"
    if values.get("started_on"):
        return f"Begun {in_words(values['started_on'])}"
    return f"Accepted {in_words(values['accepted_on'])}" if values.get("accepted_on") else "Not accepted yet"


def milestones(record: OpenRecord, today: date) -> list[DatedLine]:
    """What must be in place around the birth, what is not yet first."""
    every = sorted(record.all("milestone"), key=lambda one: (_is_settled(one), one.values.get("due_on") or date.max))
    return [_milestone(record, one, today) for one in every]


def _is_settled(one: Shown) -> bool:
    return one.values.get("done_on") is not None or one.values.get("not_needed_on") is not None


def _milestone(record: OpenRecord, one: Shown, today: date) -> DatedLine:
    values, due = one.values, one.values.get("due_on")
    if values.get("done_on"):
        stands = f"In place since {in_words(values['done_on'])}"
    elif values.get("not_needed_on"):
        stands = f"Found not to be needed: {values.get('not_needed_reason') or 'no reason recorded'}"
    else:
        stands = "Not in place yet"
    return DatedLine(
        called=record.said("milestone", "kind", values.get("kind")),
        when=f"Due {in_words(due)}" if due and not _is_settled(one) else "",
        stands=stands,
        is_gap=not _is_settled(one) and due is not None and due < today,
        href=record.page("milestone", one.key),
    )


def meetings(record: OpenRecord, today: date) -> list[DatedLine]:
    """Meetings and reviews to come, and those that should have been held, the earliest first."""
    waiting = [one for one in record.all("meeting") if one.values.get("held_on") is None]
    return [_meeting(record, one, today) for one in sorted(waiting, key=lambda one: _planned(one) or date.max)]


def _planned(one: Shown) -> date | None:
    day: date | None = one.values.get("planned_for_on") or one.values.get("due_on")
    return day


def _meeting(record: OpenRecord, one: Shown, today: date) -> DatedLine:
    planned, due = one.values.get("planned_for_on"), one.values.get("due_on")
    day = _planned(one)
    is_late = day is not None and day < today
    return DatedLine(
        called=record.said("meeting", "kind", one.values.get("kind")),
        when=f"Planned for {in_words(planned)}"
        if planned
        else f"To be held by {in_words(due)}"
        if due
        else "No day yet",
        stands="Not recorded as held" if is_late else "",
        is_gap=is_late,
        href=record.page("meeting", one.key),
    )


def decisions(record: OpenRecord) -> list[DatedLine]:
    """What was decided, the latest first."""
    return [
        DatedLine(
            called=record.title("decision", one).partition(": ")[2] or "Decision",
            when=in_words(one.values.get("decided_on")),
            stands=one.values.get("reasons") or "No reasons recorded",
            is_gap=not one.values.get("reasons"),
            href=record.page("decision", one.key),
        )
        for one in sorted(record.all("decision"), key=lambda one: _latest_first(one, "decided_on"))
    ]


def _latest_first(one: Shown, name: str) -> int:
    day: date | None = one.values.get(name)
    return -(day.toordinal() if day is not None else 0)


def _offers(by: Acting, record: OpenRecord, wanted: Iterable[tuple[str, dict[str, str]]]) -> tuple[Offer, ...]:
    if record.record.child.has_ended:
        return ()
    return tuple(
        Offer(words_of(verb).title, to_do(verb, record.child, **given), "")
        for verb, given in wanted
        if may_here(by, record, VERBS[verb])
    )
