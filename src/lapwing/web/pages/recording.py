"""Recording: what can be recorded, and the form of each verb."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST

from lapwing.conduct import reading
from lapwing.conduct.acting import Acting
from lapwing.conduct.permissions import NOT_HERE, Refused, check_user_can, user_can
from lapwing.conduct.policies import NotPossible
from lapwing.conduct.subjects import children_of
from lapwing.conduct.verb import VERBS, Verb
from lapwing.records.store import CannotEnter, ChangedMeanwhile, NoSuchEntry
from lapwing.vocabulary.records import TABLES
from lapwing.web.asking import acting
from lapwing.web.drafting import Kept, drafted, forget, keep_draft_of, signed
from lapwing.web.forms.choices import Choices, subject_of
from lapwing.web.forms.of_verbs import FormOfVerb
from lapwing.web.showing.offers import Offer, groups_offered, offers_anywhere
from lapwing.web.showing.record import OpenRecord
from lapwing.web.templating import address
from lapwing.web.words import table_words, words_of

NOT_FIELDS = ("next", "saved", "csrfmiddlewaretoken", "whose", "confirmed", "seen")

OPENS = {"open_record": "child", "record_pregnancy": "pregnancy", "record_adoption": "child"}
"""Verbs that open a record, by what the key is of that they give."""


def begin(request: HttpRequest) -> HttpResponse:
    """What can be recorded that is about no child on record yet; for a child, one goes to the child first."""
    by = acting(request)
    return render(request, "begin.html", {"heading": "Record something", "offers": offers_anywhere(by), "child": None})


def begin_about(request: HttpRequest, child: str) -> HttpResponse:
    """What can be recorded about a child, by group."""
    by = acting(request)
    record = OpenRecord(reading.read_child(by=by, child=child))
    page = {"heading": "What do you want to record?", "record": record, "groups": groups_offered(by, record)}
    return render(request, "begin_about.html", page)


@dataclass
class Asking:
    """One verb asked of one person, about a child or about none: its record, and what the address says beforehand."""

    request: HttpRequest
    by: Acting
    verb: Verb
    record: OpenRecord | None
    choices: Choices
    fixed: dict[str, str]
    prefilled: dict[str, str]

    @property
    def here(self) -> str:
        """The address of this form, which is the name of its draft."""
        return self.request.get_full_path()

    @property
    def child(self) -> str | None:
        """The child whom it is about, where there is one."""
        return self.record.child if self.record is not None else None

    @property
    def seen(self) -> int | None:
        """The version of the entry that the verb acts on, as it stands now."""
        if self.record is None:
            return None
        for name, table in self.verb.naming.items():
            entry = self.record.entry(table, self.fixed.get(name, ""))
            if entry is not None:
                return entry.version
        entry = self.record.entry(self.fixed.get("table", ""), self.fixed.get("key", ""))
        return entry.version if entry else None

    def step(self) -> tuple[str, ...] | None:
        """The questions of the step that comes next; None where all the rest is asked at once."""
        for names in words_of(self.verb.name).steps[:-1]:
            if not any(name in self.request.GET for name in names):
                return names
        return None

    def form(self, step: tuple[str, ...] | None = None, **given: Any) -> FormOfVerb:
        fixed = self.fixed | {name: self.request.GET[name] for name in self._stepped() if name in self.request.GET}
        return FormOfVerb(self.verb, self.choices, fixed=fixed, step=step, **given)

    def _stepped(self) -> set[str]:
        return {name for names in words_of(self.verb.name).steps[:-1] for name in names}

    def after(self) -> str:
        """Where one goes once it is done."""
        wanted = self.request.GET.get("next", "")
        if wanted and url_has_allowed_host_and_scheme(wanted, allowed_hosts=None):
            return wanted
        return address("child", self.record.child) if self.record else address("home")


def _asking(request: HttpRequest, verb: str, child: str | None) -> Asking:
    if verb not in VERBS:
        raise Http404
    one, by = VERBS[verb], acting(request)
    check_user_can(verb, one.may, by=by, child=child)
    opened = child is not None and user_can("read", reading.READINGS[reading.read_child], by=by, child=child)
    record = OpenRecord(reading.read_child(by=by, child=child)) if opened and child is not None else None
    named = {*one.naming, "table", "key", "check", "subject", "answer", "glass", "account", "reconciliation", "token"}
    asked = {name: str(value) for name, value in request.GET.items() if name not in NOT_FIELDS}
    fixed = {name: value for name, value in asked.items() if name in named}
    if record is not None:
        _check_of_this_record(one, record, fixed)
    elif child is not None:
        fixed["child"] = child
    prefilled = {name: value for name, value in asked.items() if name not in named}
    return Asking(request, by, one, record, Choices(by, record), fixed, prefilled)


def _check_of_this_record(verb: Verb, record: OpenRecord, fixed: Mapping[str, str]) -> None:
    """NoSuchEntry where an address names an entry that is not of this child's record, or not for this reader."""
    for name, key in fixed.items():
        table = verb.naming.get(name)
        is_here = table is None or table in ("agency", "practitioner") or record.entry(table, key) is not None
        if not is_here and key not in record.people and key != record.child:
            raise NoSuchEntry(NOT_HERE)


def do(request: HttpRequest, verb: str, child: str | None = None) -> HttpResponse:
    """The form of a verb; once it is sent, the verb is done and said to be."""
    asking = _asking(request, verb, child)
    step = asking.step()
    if request.method == "POST":
        return _sent(asking)
    if step is not None:
        return _page(asking, asking.form(step, initial=asking.prefilled), is_step=True)
    kept = drafted(asking.by, asking.here)
    form = asking.form(initial=_initial(asking) | asking.prefilled)
    if kept is not None:
        form = asking.form(initial={**form.initial, **kept.read_into(form)})
    return _page(asking, form, kept=kept)


def _initial(asking: Asking) -> dict[str, Any]:
    """Today, and what is known already of what is being described anew."""
    known: dict[str, Any] = {"on": asking.by.today}
    if asking.record is None:
        return known
    for name, table in asking.verb.naming.items():
        entry = asking.record.entry(table, asking.fixed.get(name, ""))
        if entry is not None and table in ("person", "relationship"):
            return {column: value for column, value in entry.values.items() if value is not None} | known
    return known


def _sent(asking: Asking) -> HttpResponse:
    form = asking.form(data=asking.request.POST)
    if "keep" in asking.request.POST:
        keep_draft_of(asking.by, asking.here, asking.child, asking.request.POST)
        messages.info(asking.request, "What you wrote was kept. You find it under Work until you send it.")
        return redirect(asking.after())
    if not form.is_valid():
        return _page(asking, form, status=422)
    if form.words.is_grave and "confirmed" not in asking.request.POST:
        return _page(asking, form, template="confirm.html")
    return _done(asking, form)


def _done(asking: Asking, form: FormOfVerb) -> HttpResponse:
    seen = asking.request.POST.get("seen", "")
    try:
        said = asking.verb.do(by=asking.by, **form.values(int(seen) if seen.isdecimal() else None))
    except CannotEnter as refusal:
        form.refuse(refusal)
        return _page(asking, form, status=422)
    except (NotPossible, Refused) as refusal:
        form.add_error(None, str(refusal))
        return _page(asking, form, status=409)
    except ChangedMeanwhile as meanwhile:
        return _page(asking, form, meanwhile=meanwhile, status=409)
    forget(asking.by, asking.here)
    messages.success(asking.request, form.words.says_done)
    return redirect(_where(asking, said))


def _where(asking: Asking, said: Any) -> str:
    """After opening a record, that record; otherwise where one came from."""
    table = OPENS.get(asking.verb.name)
    opened = min(children_of(table, [said]), default=None) if table is not None else None
    return address("child", opened) if opened is not None else asking.after()


def _page(
    asking: Asking,
    form: FormOfVerb,
    *,
    is_step: bool = False,
    kept: Kept | None = None,
    meanwhile: ChangedMeanwhile | None = None,
    template: str = "do.html",
    status: int = 200,
) -> HttpResponse:
    record = asking.record
    page = {
        "heading": form.words.title,
        "form": form,
        "record": record,
        "about": _about(asking),
        "is_step": is_step,
        "kept": kept,
        "meanwhile": _meanwhile(record, meanwhile) if meanwhile and record else None,
        "seen": asking.seen,
        "draft_at": asking.request.path + "/draft" + asking.here[len(asking.request.path) :],
        "whose": signed(asking.by, asking.here),
        "after": asking.after(),
        "carried": [(name, value) for name, value in asking.request.GET.items()],
    }
    return render(asking.request, template, page, status=status)


def _about(asking: Asking) -> list[Offer]:
    """The entries that the form is about, each with its page."""
    record = asking.record
    if record is None:
        return []
    subject = subject_of(asking.verb, record)
    return [
        Offer(record.called(asking.verb.naming[name], key), record.page(asking.verb.naming[name], key), "")
        for name, key in asking.fixed.items()
        if name in asking.verb.naming
        and name not in subject
        and name not in ("child", "pregnancy")
        and asking.verb.naming[name] in TABLES
    ]


def _meanwhile(record: OpenRecord, meanwhile: ChangedMeanwhile) -> list[tuple[str, str]]:
    """What somebody else entered meanwhile, with its labels."""
    words = table_words(meanwhile.table)
    return [
        (words.labels[name], record.said(meanwhile.table, name, value) or "Nothing")
        for name, value in meanwhile.changes.items()
    ]


@require_POST
def keep(request: HttpRequest, verb: str, child: str | None = None) -> HttpResponse:
    """Keeps what somebody has written so far; asked by the page while they write."""
    by = acting(request)
    if verb not in VERBS:
        raise Http404
    form = request.get_full_path().replace(f"/do/{verb}/draft", f"/do/{verb}", 1)
    at = keep_draft_of(by, form, child, request.POST)
    return JsonResponse({"says": f"Kept at {at:%H:%M}, for you alone, until you send it."})
