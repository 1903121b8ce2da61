"""Learning: what the partnership learned, how practice is looked at again for it, and what came of it."""

from __future__ import annotations

from datetime import date
from textwrap import shorten
from typing import Any

from lapwing.board.figures import latest
from lapwing.board.implications import read_implications
from lapwing.board.learning import Stage, check_between, stage_now
from lapwing.board.lessons_named import BY_ID, joined
from lapwing.board.then_and_now import Start, then_and_now
from lapwing.board.wording import check_names_nobody, check_written
from lapwing.conduct.acting import Acting
from lapwing.conduct.may import OFFICERS, SCRUTINY
from lapwing.conduct.policies import NotPossible
from lapwing.conduct.verb import verb
from lapwing.measures import MEASURES
from lapwing.records.entries import entries
from lapwing.records.models import Account, Role
from lapwing.records.store import CannotEnter, current
from lapwing.vocabulary.board.codes import ArisesFrom
from lapwing.vocabulary.board.learning import CheckedBy, Effect

OPEN_AGAIN = (
    "Something that the partnership learned did not change practice, and is open again. Look under Board, Learning."
)
LONGEST_TITLE = 80


@verb(may=SCRUTINY)
def begin_learning(
    *,
    by: Acting,
    on: date,
    title: str,
    learned: str,
    arises_from: ArisesFrom,
    lessons: list[str],
    source_title: str = "",
    source_says: str = "",
    arises_from_key: str = "",
) -> str:
    """Takes up something that was learned, from where, and for which lessons of the report; the key of the item."""
    found = _title_of(arises_from, arises_from_key)
    values = _worded(title, learned, source_title or found, source_says)
    return by.enter(
        "learning_item",
        **values,
        arises_from=arises_from,
        arises_from_key=arises_from_key,
        lessons=joined("lessons", lessons),
        begun_on=on,
    )


@verb(may=SCRUTINY)
def bring_implication(*, by: Acting, on: date, implication: str) -> str:
    """Takes up one implication of a case review, as the analysis of reviews gives it; the key of the item.

    Its quotes stay with the review.
    """
    found = read_implications(implication)
    if len(found) > 1:
        raise CannotEnter(f"implication: has {len(found)} of them, needs one at a time.")
    one = found[0]
    title = shorten(one.title, LONGEST_TITLE, placeholder=" ...")
    values = _worded(title, one.says, one.source, one.theme and f"Theme of the reviews: {one.theme}")
    known = [one.lesson] if one.lesson in BY_ID else []
    return by.enter(
        "learning_item",
        **values,
        arises_from=ArisesFrom.REVIEW,
        arises_from_key=one.lesson,
        lessons=joined("lessons", known),
        begun_on=on,
    )


@verb(may=SCRUTINY)
def revise_learning_item(
    *,
    by: Acting,
    on: date,
    learning_item: str,
    title: str,
    learned: str,
    lessons: list[str],
    source_title: str = "",
    source_says: str = "",
    seen: int | None = None,
) -> None:
    """Words an item anew, or says to which lessons it belongs."""
    _check_open(learning_item, by)
    values = _worded(title, learned, source_title, source_says)
    by.amend("learning_item", learning_item, seen=seen, **values, lessons=joined("lessons", lessons))


@verb(may=OFFICERS)
def choose_practice_check(
    *,
    by: Acting,
    on: date,
    learning_item: str,
    checked_by: CheckedBy,
    due_on: date,
    measure: str = "",
    audit_round: str | None = None,
    start_says: str = "",
) -> str:
    """Chooses by what it will be seen whether practice has changed, and keeps how it stands today.

    After an item that did not work it begins the next round, for which something new has to be under way.
    """
    stage = stage_now(learning_item, by.today)
    if stage not in (Stage.NO_CHECK, Stage.REOPENED):
        raise NotPossible("A practice check is chosen already, or this item is over.")
    if not current("learning_item", learning_item)["lessons"]:
        raise NotPossible(
            "Say first to which lesson of the report this belongs; then choose how practice is looked at."
        )
    if stage is Stage.REOPENED and not _open_actions(learning_item):
        raise NotPossible("What was done did not work. Give a new action first; then choose the next practice check.")
    first, last = check_between(by.today)
    if not first <= due_on <= last:
        raise CannotEnter(f"due_on: has {_day(due_on)}, needs a day from {_day(first)} to {_day(last)}.")
    return by.enter(
        "practice_check",
        learning_item_id=learning_item,
        number=entries("practice_check").filter(learning_item=learning_item).count() + 1,
        checked_by=checked_by,
        due_on=due_on,
        chosen_on=by.today,
        **_start(checked_by, measure, audit_round, start_says),
    )


@verb(may=OFFICERS)
def state_effect(
    *,
    by: Acting,
    on: date,
    practice_check: str,
    effect: Effect,
    how_known: str,
    found_again: str = "",
    next_on: date | None = None,
) -> str:
    """Says what came of an item: it worked, it did not, or it is too early to say; and how that is known.

    What did not work is open again. What is too early to say is looked at again on another day.
    """
    check = current("practice_check", practice_check)
    if stage_now(check["learning_item_id"], by.today) not in (Stage.CHECK_DUE, Stage.IN_PRACTICE) or _has_gone(check):
        raise NotPossible("What came of this was said already, or the item was given up.")
    if effect != Effect.TOO_EARLY and check["due_on"] > by.today:
        raise NotPossible(f"Practice is looked at on {_day(check['due_on'])}. Until then it is too early to say.")
    check_written("how_known", how_known, "how it is known, in words")
    if effect == Effect.TOO_EARLY:
        _look_again(by, practice_check, next_on)
    elif check["checked_by"] == CheckedBy.AUDIT and not _audited_again(check):
        raise NotPossible(
            "The audit has not been done again. Close its re-audit first; until then it is too early to say."
        )
    key = by.enter(
        "learning_effect",
        practice_check_id=practice_check,
        effect=effect,
        how_known=how_known,
        then_and_now=_then_and_now(check, found_again),
        said_on=by.today,
    )
    if effect == Effect.DID_NOT:
        _tell_officers(by)
    return key


@verb(may=OFFICERS)
def set_learning_aside(*, by: Acting, on: date, learning_item: str, reason: str, seen: int | None = None) -> None:
    """Gives an item up without an effect that is known, and says why; it stays to be seen."""
    _check_open(learning_item, by)
    check_written("reason", reason, "why it is given up")
    by.amend("learning_item", learning_item, seen=seen, why=reason, set_aside_on=on, set_aside_reason=reason)


def _title_of(arises_from: ArisesFrom, key: str) -> str:
    """What a source is called that is named by its key; CannotEnter where it is not there, or must not be named."""
    if not key:
        return ""
    if arises_from == ArisesFrom.CHALLENGE:
        raise CannotEnter("arises_from_key: has one challenge, needs none: what is learned keeps its theme alone.")
    if arises_from == ArisesFrom.AUDIT:
        return str(current("audit_round", key)["title"])
    if arises_from == ArisesFrom.MEASURE:
        if key not in MEASURES:
            raise CannotEnter(f"arises_from_key: has {key}, needs a measure of Lapwing's.")
        return MEASURES[key].asks
    return ""


def _worded(title: str, learned: str, source_title: str, source_says: str) -> dict[str, Any]:
    check_written("title", title, "what it is called")
    check_written("learned", learned, "what was learned, in words")
    check_names_nobody(source_title=source_title, source_says=source_says)
    return {"title": title, "learned": learned, "source_title": source_title, "source_says": source_says}


def _check_open(learning_item: str, by: Acting) -> None:
    current("learning_item", learning_item)
    if not stage_now(learning_item, by.today).is_open:
        raise NotPossible("This item is over. What is learned anew is a new item.")


def _open_actions(learning_item: str) -> bool:
    standing = entries("board_action").filter(done_on__isnull=True, dropped_on__isnull=True)
    return bool(standing.filter(learning_item=learning_item).exists())


def _start(checked_by: CheckedBy, measure: str, audit_round: str | None, start_says: str) -> dict[str, Any]:
    """How it stands on the day, as it is told then: the figure of a measure, or what an audit found in words."""
    if checked_by == CheckedBy.AUDIT:
        check_written("start_says", start_says, "what the audit found, with of how many")
        if audit_round is None:
            raise CannotEnter("audit_round: has none, needs the audit that is to be done again.")
        return {"audit_round_id": audit_round, "start_says": start_says}
    if measure not in MEASURES:
        raise CannotEnter(f"measure: has {measure or 'none'}, needs a measure of Lapwing's.")
    now = latest(measure)
    if now.counted_on is None:
        raise NotPossible("This measure has not been counted yet, so nothing could be compared with how it is today.")
    return {
        "measure": measure,
        "start_says": now.says,
        "start_met": now.met,
        "start_of": now.of,
        "start_since_on": now.since,
        "start_until_on": now.until,
    }


def _has_gone(check: dict[str, Any]) -> bool:
    """Whether it belongs to a round that is over."""
    later = entries("practice_check").filter(learning_item=check["learning_item_id"], number__gt=check["number"])
    return bool(later.exists())


def _audited_again(check: dict[str, Any]) -> bool:
    """Whether the audit that was chosen at the start has been repeated, and the repetition is closed."""
    rounds = entries("audit_round").filter(repeats_audit_round=check["audit_round_id"], closed_on__isnull=False)
    return bool(rounds.exists())


def _look_again(by: Acting, practice_check: str, next_on: date | None) -> None:
    if next_on is None or next_on <= by.today:
        raise CannotEnter("next_on: needs a day ahead on which practice is looked at again.")
    _, last = check_between(by.today)
    if next_on > last:
        raise CannotEnter(f"next_on: has {_day(next_on)}, needs a day up to {_day(last)}.")
    by.amend("practice_check", practice_check, why="It was too early to say.", due_on=next_on)


def _then_and_now(check: dict[str, Any], found_again: str) -> str:
    if check["checked_by"] == CheckedBy.AUDIT:
        if _audited_again(check):
            check_written("found_again", found_again, "what the audit found when it was done again, with of how many")
        again = f" Done again: {found_again}" if found_again else " It has not been done again yet."
        return f"On {_day(check['chosen_on'])}: {check['start_says']}{again}"
    start = Start(
        check["start_says"], check["chosen_on"], check["start_met"], check["start_of"], check["start_until_on"]
    )
    return then_and_now(start, latest(check["measure"]))


def _tell_officers(by: Acting) -> None:
    officers = Account.objects.filter(role=Role.PARTNERSHIP_OFFICER, is_active=True, ended_at__isnull=True)
    for account in officers.values_list("pk", flat=True):
        by.tell(account, OPEN_AGAIN)


def _day(day: date) -> str:
    return f"{day.day} {day:%B %Y}"
