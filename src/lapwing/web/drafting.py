"""What somebody has written and not sent: kept for them alone, also when their session ends before they send it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.core import signing
from django.forms import Form
from django.http import HttpRequest, QueryDict
from django.utils import timezone

from lapwing.conduct import drafts
from lapwing.conduct.acting import Acting
from lapwing.conduct.permissions import Refused
from lapwing.conduct.posts import account_numbered
from lapwing.records.store import CannotEnter, NoSuchEntry

SALT = "lapwing.draft"
GOOD_FOR = 24 * 60 * 60
"""So many seconds a page that was open when a session ended can still keep what is written on it."""
NOT_WORDS = ("csrfmiddlewaretoken", "whose", "keep", "discard", "confirmed", "once", "next")


@dataclass(frozen=True)
class Kept:
    """A draft: what each input said, and when it was kept."""

    values: Mapping[str, list[str]]
    at: datetime

    def read_into(self, form: Form) -> dict[str, Any]:
        """What the fields of a form start with."""
        sent = QueryDict(mutable=True)
        for name, some in self.values.items():
            sent.setlist(name, some)
        return {
            name: field.widget.value_from_datadict(sent, {}, name)
            for name, field in form.fields.items()
            if any(one == name or one.startswith(f"{name}-") for one in self.values)
        }

    @property
    def seen(self) -> str | None:
        """The version of the entry that they had before them as they wrote."""
        return next(iter(self.values.get("seen", ())), None)


def name_of_draft(address: str, *, with_draft: bool = False) -> str:
    """The address of a form, by which its draft is called; or the address at which the draft is kept."""
    path, mark, rest = address.partition("?")
    bare = path.removesuffix("/draft")
    return f"{bare}/draft{mark}{rest}" if with_draft else f"{bare}{mark}{rest}"


def drafted(by: Acting, form: str) -> Kept | None:
    """What this person has kept of a form."""
    found = drafts.draft_of(by=by, form=form)
    return Kept(found.values, found.saved_at) if found is not None else None


def keep_draft_of(by: Acting, form: str, child: str | None, sent: QueryDict) -> datetime:
    """Keeps what was written; when it was kept, here."""
    values = {name: sent.getlist(name) for name in sent if name not in NOT_WORDS}
    drafts.keep_draft(by=by, form=form, child=child, values=values)
    return timezone.localtime(by.at)


def forget(by: Acting, form: str) -> None:
    """Throws a draft away, because it was sent or is not wanted."""
    drafts.discard_draft(by=by, form=form)


def signed(by: Acting, form: str) -> str:
    """What a form carries to show whose it is, should the session end before it is sent."""
    return signing.dumps({"account": by.account.pk, "form": form}, salt=SALT)


def keep_what_was_sent(request: HttpRequest) -> bool:
    """Keeps what somebody sent and cannot be done, for whoever the form was made for, and nothing else; whether it was."""
    try:
        whose = signing.loads(request.POST.get("whose", ""), salt=SALT, max_age=GOOD_FOR)
    except signing.BadSignature:
        return False
    account = account_numbered(whose["account"])
    if account is None or whose["form"] != name_of_draft(request.get_full_path()):
        return False
    child = request.resolver_match.kwargs.get("child") if request.resolver_match else None
    try:
        keep_draft_of(Acting(account, timezone.now()), whose["form"], child, request.POST)
    except (CannotEnter, NoSuchEntry, Refused):
        return False
    return True
