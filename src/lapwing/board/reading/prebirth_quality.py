"""How the partnership assures the quality of pre-birth assessments: each element of the system, and what shows it (B17.2)."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from lapwing.board.figures import Figure, latest
from lapwing.board.owning import people_by_account
from lapwing.board.reading.audits import QualityOfPrebirth, quality_of_prebirth
from lapwing.board.reading.policies_in_force import Policy, PolicyStands, in_force, policies_as_they_stand
from lapwing.conduct.acting import Acting
from lapwing.conduct.findings import settings_now
from lapwing.conduct.may import BOARD
from lapwing.conduct.permissions import check_user_can
from lapwing.conduct.reading.record import note_reading
from lapwing.language.calendar import add_months
from lapwing.records.entries import entries
from lapwing.vocabulary.board.lists import code_of
from lapwing.vocabulary.board.register_codes import PolicyKind, Standing, SystemElement

SIGN_OFF = "before_birth.assessed"
"""The measure of how many assessments a manager signed off before the birth."""
LESSONS = ("B17.1", "B17.2")
"""Actions for these belong to the system that assures pre-birth assessments."""
Shown = tuple[Standing, str]


@dataclass(frozen=True)
class Said:
    """What somebody said of an element, and when."""

    standing: Standing
    evidence: str
    by: str
    said_on: date


@dataclass(frozen=True)
class Element:
    """An element of the system: where it stands, what shows it, and what a person said of it.

    `from_records`: the standing was worked out from what is recorded, and not said by a person.
    """

    element: SystemElement
    standing: Standing
    shows: str
    from_records: bool
    said: Said | None


@dataclass(frozen=True)
class PrebirthSystem:
    """Every element, the figure of signing off, and when the system itself was last reviewed and is to be again.

    `quick_sign_offs` prompts somebody to look at those signed off soon after they were submitted, in words.
    """

    elements: Sequence[Element]
    sign_off: Figure
    quick_sign_offs: str
    reviewed_on: date | None
    review_due_on: date | None


def prebirth_system(*, by: Acting) -> PrebirthSystem:
    """Where each element of the system stands: from the records where they show it, else as somebody said it."""
    check_user_can("see_board", BOARD, by=by, child=None)
    note_reading(by, "prebirth_system")
    figure, last, due_on = latest(SIGN_OFF), _last_review(), system_review_due()
    every, audited = policies_as_they_stand(by), quality_of_prebirth(by=by)
    from_records: Mapping[SystemElement, Callable[[], Shown | None]] = {
        SystemElement.STANDARD: lambda: _of_policies(every, PolicyKind.PREBIRTH_STANDARD),
        SystemElement.TEMPLATE: lambda: _of_policies(every, PolicyKind.PREBIRTH_TEMPLATE),
        SystemElement.SIGN_OFF: lambda: _of_figure(figure),
        SystemElement.DIP_SAMPLE: lambda: _of_samples(audited),
        SystemElement.DOUBLE_MARKING: lambda: _of_double_marking(audited),
        SystemElement.RE_AUDIT: lambda: _of_re_audits(audited),
        SystemElement.ACTIONS: lambda: _of_actions(by.today),
        SystemElement.REVIEW: lambda: _of_review(last, due_on, by.today),
    }
    said = _said()
    elements = [_element(one, from_records.get(one, _nothing)(), said.get(one)) for one in SystemElement]
    return PrebirthSystem(elements, figure, audited.quick_sign_offs, last, due_on)


def system_review_due() -> date | None:
    """When the system is to be reviewed again; None where it never was."""
    last = _last_review()
    return add_months(last, int(settings_now().number("audit.system_review_months"))) if last else None


def _nothing() -> None:
    """Of what the records say nothing."""


def _element(element: SystemElement, shown: Shown | None, said: Said | None) -> Element:
    if shown is not None:
        return Element(element, *shown, from_records=True, said=said)
    if said is not None:
        return Element(element, said.standing, said.evidence, from_records=False, said=said)
    return Element(element, Standing.CANNOT_TELL, "Nobody has said, and no record shows it.", False, None)


def _of_policies(every: Sequence[Policy], kind: PolicyKind) -> Shown:
    holding = in_force(every, kind)
    current = [one for one in holding if one.stands is PolicyStands.IN_FORCE]
    if current:
        signed = (f"{one.called}, signed off by {one.signed_off_by} on {_day(one.signed_off_on)}" for one in current)
        return Standing.WITH_EVIDENCE, f"{'; '.join(signed)}."
    if holding:
        return (
            Standing.NOT_EVIDENCED,
            f"{holding[0].called} is in force; its review was due on {_day(holding[0].review_on)}.",
        )
    waiting = [one for one in every if one.kind is kind and one.stands is PolicyStands.NOT_SIGNED_OFF]
    if waiting:
        return Standing.NOT_EVIDENCED, f"{waiting[0].called} is entered; no sign-off is recorded."
    return Standing.NOT_IN_PLACE, "None is in force in the register."


def _of_figure(figure: Figure) -> Shown | None:
    """A figure that is kept back, or was not counted, shows nothing."""
    if figure.of is None or figure.met is None:
        return None
    months = f"{_day(figure.since)} to {_day(figure.until)}"
    standing = Standing.WITH_EVIDENCE if figure.met else Standing.NOT_IN_PLACE
    return standing, f"Signed off before the birth: {figure.says} ({months})."


def _of_samples(audited: QualityOfPrebirth) -> Shown:
    """Samples of the last twelve months; in place, not evidenced, where some months had fewer than the area asks."""
    if not audited.done:
        return (
            Standing.NOT_IN_PLACE,
            f"None was sampled in twelve months; {audited.expected_a_month} a month are expected.",
        )
    says = f"{audited.done} sampled in twelve months, {audited.done_this_month} this month of {audited.expected_a_month} expected."
    if audited.months_short:
        months = "month" if audited.months_short == 1 else "months"
        return Standing.NOT_EVIDENCED, f"{says} {audited.months_short} {months} had fewer than expected."
    return Standing.WITH_EVIDENCE, says


def _of_double_marking(audited: QualityOfPrebirth) -> Shown | None:
    """Nothing can be said while nothing was marked at all."""
    if not audited.marked:
        return None
    if not audited.doubly_marked:
        return Standing.NOT_IN_PLACE, f"None of {audited.marked} parts was marked a second time in twelve months."
    agreed = f" {'; '.join(audited.agreement)}." if audited.agreement else ""
    return Standing.WITH_EVIDENCE, f"{audited.doubly_marked} of {audited.marked} parts were marked twice.{agreed}"


def _of_re_audits(audited: QualityOfPrebirth) -> Shown | None:
    if not audited.re_audits:
        return None
    return Standing.WITH_EVIDENCE, f"Audits closed that repeat an earlier one, in twelve months: {audited.re_audits}."


def _of_actions(today: date) -> Shown | None:
    given = entries("board_action").filter(lesson__in=LESSONS, dropped_on__isnull=True)
    total, done = given.count(), given.filter(done_on__isnull=False).count()
    overdue = given.filter(done_on__isnull=True, due_on__lt=today).count()
    if not total:
        return None
    says = f"{done} of {total} actions are done; {overdue or 'none'} of the others {'is' if overdue == 1 else 'are'} overdue."
    return (Standing.WITH_EVIDENCE if done and not overdue else Standing.NOT_EVIDENCED), says


def _of_review(last: date | None, due_on: date | None, today: date) -> Shown:
    if last is None or due_on is None:
        return Standing.NOT_IN_PLACE, "No review of the system is recorded."
    if due_on < today:
        return Standing.NOT_EVIDENCED, f"Last reviewed on {_day(last)}; the next review was due on {_day(due_on)}."
    return Standing.WITH_EVIDENCE, f"Reviewed on {_day(last)}; due again on {_day(due_on)}."


def _last_review() -> date | None:
    reviews = entries("board_review").filter(about="B17.2", reviewed_on__isnull=False).order_by("-reviewed_on")
    day: date | None = reviews.values_list("reviewed_on", flat=True).first()
    return day


def _said() -> dict[SystemElement, Said]:
    """What was last said of each element."""
    rows = list(entries("system_element").order_by("said_on", "recorded_at").values("stored_by_id", *_SAID))
    people = people_by_account(row["stored_by_id"] for row in rows)
    return {
        code_of(row["element"], SystemElement): Said(
            code_of(row["standing"], Standing),
            row["evidence"] or "",
            people.get(row["stored_by_id"], ""),
            row["said_on"],
        )
        for row in rows
    }


_SAID = ("element", "standing", "evidence", "said_on")


def _day(day: date | None) -> str:
    return f"{day:%-d %B %Y}" if day else "no recorded day"


READ_HERE = {prebirth_system: BOARD}
