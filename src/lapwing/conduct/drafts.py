"""What somebody has begun to write and not saved, kept for them alone so that a closed page loses nothing.

No record is changed or read by it, so the log has nothing of it. It is in no export and in no copy to share.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from lapwing.conduct.acting import Acting
from lapwing.conduct.at_work import ended_among
from lapwing.conduct.may import EVERYBODY, READ
from lapwing.conduct.permissions import check_user_can, user_can
from lapwing.conduct.reading.calling import named
from lapwing.conduct.reading.lists import in_sight
from lapwing.records import links
from lapwing.records.models import Draft
from lapwing.records.store import CannotEnter

KEPT_DAYS = 30
"""A draft that nobody has touched for so many days is discarded: our own choice."""
MOST_LETTERS = 100_000
"""What one draft may hold; more than any form asks for."""


@dataclass(frozen=True)
class DraftKept:
    """What somebody has filled into a form so far, by field, and when they last did; `called` is what the child is called."""

    form: str
    child: str | None
    called: str | None
    values: Mapping[str, Any]
    saved_at: datetime


def keep_draft(*, by: Acting, form: str, child: str | None = None, values: Mapping[str, Any]) -> None:
    """Keeps what somebody has filled into a form so far, in the place of what they had before.

    About a child only where its record is open to them. CannotEnter where it is longer than any form.
    """
    _check(by, child)
    written = json.dumps(dict(values), ensure_ascii=False, default=str)
    if len(written) > MOST_LETTERS:
        raise CannotEnter("values: this is too long to be kept as a draft; save it, or make it shorter.")
    given = {"child": child, "values": written, "saved_at": by.at}
    Draft.objects.update_or_create(account=by.account, form=form, defaults=given)


def draft_of(*, by: Acting, form: str) -> DraftKept | None:
    """What somebody has filled into this form so far; None where nothing is kept or the record is not open to them now."""
    _check(by, None)
    return next(iter(_open(by, Draft.objects.filter(account=by.account, form=form))), None)


def drafts_of(*, by: Acting) -> list[DraftKept]:
    """Every draft of somebody's, the latest first; those about a child while its record goes on and is open to them."""
    _check(by, None)
    return _open(by, Draft.objects.filter(account=by.account).order_by("-saved_at", "-pk"))


def discard_draft(*, by: Acting, form: str) -> None:
    """Throws a draft of somebody's away; nothing happens where there is none."""
    _check(by, None)
    Draft.objects.filter(account=by.account, form=form).delete()


def discard_old_drafts(at: datetime) -> int:
    """Throws away what nobody has touched for so long, and what is about records that have ended; how many that were."""
    old = Draft.objects.filter(saved_at__lt=at - timedelta(days=KEPT_DAYS))
    count, _ = old.delete()
    children = {child for child in Draft.objects.values_list("child", flat=True).distinct() if child is not None}
    of_ended, _ = Draft.objects.filter(child__in=ended_among(children)).delete()
    return count + of_ended


def _check(by: Acting, child: str | None) -> None:
    check_user_can("keep_drafts", EVERYBODY, by=by, child=None)
    if child is not None:
        check_user_can("read", READ, by=by, child=child)


@links.asked_once()
def _open(by: Acting, drafts: Iterable[Draft]) -> list[DraftKept]:
    some = list(drafts)
    children = {one.child for one in some if one.child is not None}
    near = in_sight(by, among=children) if children else set()
    near |= {child for child in children - near if user_can("read", READ, by=by, child=child)}
    who = {child: one for child, one in named(near).items() if not one.has_ended}
    return [
        DraftKept(
            one.form, one.child, who[one.child].called if one.child else None, json.loads(one.values), one.saved_at
        )
        for one in some
        if one.child is None or one.child in who
    ]
