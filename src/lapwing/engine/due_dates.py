"""How a due date may yet move, and when it is soon: read off the expression that makes it."""

from __future__ import annotations

from lapwing.language.expressions import TODAY, Cases, Constant, Earliest, Expression, Latest, Moved, Unit
from lapwing.vocabulary.local import local

NO = Constant(False)


def may_fall_earlier(due_on: Expression) -> Expression:
    """Whether a date not yet known might make this one fall earlier: an "earlier of" with one date missing."""
    return _may_move(due_on, Earliest)


def may_fall_later(due_on: Expression) -> Expression:
    """Whether a date not yet known might make this one fall later: a "later of" with one date missing."""
    return _may_move(due_on, Latest)


def _may_move(due_on: Expression, lacking: type[Earliest | Latest]) -> Expression:
    if isinstance(due_on, Earliest | Latest):
        moves: Expression = NO
        for part in due_on.of:
            unknown_part = ~part.is_known().is_true() if isinstance(due_on, lacking) else NO
            moves = moves | unknown_part | _may_move(part, lacking)
        return moves
    if isinstance(due_on, Cases):
        chosen = tuple((condition.is_true(), _may_move(value, lacking)) for condition, value in due_on.cases)
        return Cases(chosen, _may_move(due_on.otherwise, lacking))
    return NO


def is_soon(part: Expression, due_on: Expression) -> Expression:
    """Whether the day is within the warning before the due date: working days before one counted in them."""
    if isinstance(part, Earliest | Latest):
        soon: Expression = NO
        for inner in part.of:
            soon = soon | ((inner == due_on).is_true() & is_soon(inner, due_on))
        return soon
    if isinstance(part, Cases):
        chosen = tuple((condition.is_true(), is_soon(value, due_on)) for condition, value in part.cases)
        return Cases(chosen, is_soon(part.otherwise, due_on))
    if isinstance(part, Moved) and part.unit is Unit.WORKING_DAYS:
        return (part.minus_working_days(local("due_soon.working_days")) <= TODAY).is_true()
    return (part.minus_days(local("due_soon.calendar_days")) <= TODAY).is_true()
