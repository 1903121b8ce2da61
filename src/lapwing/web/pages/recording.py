"""Recording: what can be recorded, and the form of each verb."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from lapwing.conduct import reading
from lapwing.conduct.may import READ
from lapwing.conduct.permissions import Refused, user_can
from lapwing.conduct.policies import NotPossible
from lapwing.conduct.subjects import children_of
from lapwing.conduct.together import do_together
from lapwing.conduct.verb import VERBS
from lapwing.records.store import CannotEnter, ChangedMeanwhile, NoSuchEntry
from lapwing.web.asking import acting
from lapwing.web.drafting import Kept, drafted, forget, keep_draft_of, name_of_draft, signed
from lapwing.web.forms.asking import Asking, asking_for
from lapwing.web.forms.of_contacts import FormOfContact
from lapwing.web.forms.of_verbs import FormOfVerb
from lapwing.web.once import held, led_to, new_number, note_done
from lapwing.web.showing.beside import DECIDING, beside
from lapwing.web.showing.meanwhile import Differs, differing
from lapwing.web.showing.offers import groups_offered, offers_anywhere, offers_now
from lapwing.web.showing.record import OpenRecord
from lapwing.web.showing.recording import about
from lapwing.web.templating import address

OPENS = {"open_record": "child", "record_pregnancy": "pregnancy", "record_adoption": "child"}
"""Verbs that open a record, by what the key is of that they give."""
SECTIONS = (
    ("Which way, and what could be done", ("kind", "outcome", "options", "harms", "protective_factors")),
    ("Who was heard", ("childs_view", "consulted")),
    ("Why", ("reasons", "authority", "urgent")),
    ("If it does not hold", ("contingency", "review_on")),
    ("What it answers", ("decision", "referral", "concern", "meeting")),
)
"""How the form of a decision is laid out: what was weighed stands before the reasons."""
NEVER_KEPT = ("answer_pulse",)
"""Verbs whose form is a page of its own, since what is answered there is never kept beside whose answer it is."""
TWICE = "This was saved already. It was not saved a second time."


def begin(request: HttpRequest) -> HttpResponse:
    """What can be recorded that is about no child on record yet; for a child, one goes to the child first."""
    by = acting(request)
    return render(request, "begin.html", {"heading": "Record something", "offers": offers_anywhere(by), "child": None})


def begin_about(request: HttpRequest, child: str) -> HttpResponse:
    """What can be recorded about a child: what its findings ask for, and everything by group."""
    by = acting(request)
    record = OpenRecord(reading.read_child(by=by, child=child))
    page = {
        "heading": "What do you want to record?",
        "record": record,
        "now": offers_now(by, record, reading.findings_of(by=by, child=child)),
        "groups": groups_offered(by, record),
    }
    return render(request, "begin_about.html", page)


@require_http_methods(["GET", "HEAD", "POST"])
def do(request: HttpRequest, verb: str, child: str | None = None) -> HttpResponse:
    """The form of a verb; once it is sent, the verb is done and said to be."""
    if verb in NEVER_KEPT:
        return redirect("board_pulse")
    if verb == "observe" and child is not None:
        return redirect(f"{address('observe', child)}?{request.GET.urlencode()}")
    asking = asking_for(request, verb, child)
    if request.method == "POST":
        return _sent(asking)
    step = asking.form_of_step()
    if step is not None:
        return _page(asking, step, is_step=True, status=422 if step.is_bound else 200)
    kept = drafted(asking.by, asking.here)
    form = asking.form(initial=asking.initial())
    if kept is not None:
        form = asking.form(initial={**form.initial, **kept.read_into(form)})
    return _page(asking, form, kept=kept)


def _sent(asking: Asking) -> HttpResponse:
    aside = put_aside(asking)
    if aside is not None:
        return aside
    form = asking.form(data=asking.request.POST)
    if not form.is_valid():
        return _page(asking, form, status=422)
    if form.words.is_grave and "confirmed" not in asking.request.POST:
        return _page(asking, form, template="confirm.html")
    return once(asking, lambda: _done(asking, form))


def put_aside(asking: Asking) -> HttpResponse | None:
    """Keeps what was written for later or throws it away, where that was asked for; None where it is to be done."""
    if "discard" in asking.request.POST:
        forget(asking.by, asking.here)
        messages.info(asking.request, "What you had begun to write was thrown away.")
    elif "keep" in asking.request.POST:
        keep_draft_of(asking.by, asking.here, asking.child, asking.request.POST)
        messages.info(asking.request, "What you wrote was kept. You find it under Work until you send it.")
    else:
        return None
    return redirect(asking.after())


def once(asking: Asking, done: Callable[[], HttpResponse]) -> HttpResponse:
    """Does what a form asks for, unless this very form was done before: then one is led to where it led."""
    number = asking.request.POST.get("once", "")
    with held(asking.request):
        where = led_to(asking.request, number)
        if where is not None:
            messages.info(asking.request, TWICE)
            return redirect(where)
        answer = done()
        if answer.status_code == 302:
            note_done(asking.request, number, answer["Location"])
        return answer


def _done(asking: Asking, form: FormOfVerb) -> HttpResponse:
    try:
        said = _do(asking, form)
    except CannotEnter as refusal:
        form.refuse(refusal)
        return _page(asking, form, status=422)
    except (NotPossible, Refused, NoSuchEntry) as refusal:
        form.refuse(refusal)
        return _page(asking, form, status=409)
    except ChangedMeanwhile as meanwhile:
        differs = differing(asking.record, form, meanwhile) if asking.record is not None else None
        return _page(asking, form, differs=differs, status=409)
    forget(asking.by, asking.here)
    messages.success(asking.request, form.words.says_done)
    return redirect(_where(asking, said))


def _do(asking: Asking, form: FormOfVerb) -> Any:
    """What the verb gives; a contact with several children is done for all of them or for none."""
    sent = asking.request.POST.get("seen", "")
    seen = int(sent) if sent.isdecimal() else None
    if isinstance(form, FormOfContact):
        return do_together(by=asking.by, asked=form.asked(seen))[0]
    return asking.verb.do(by=asking.by, **form.values(seen))


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
    differs: Differs | None = None,
    template: str = "",
    status: int = 200,
) -> HttpResponse:
    sent = asking.request.POST
    page = {
        "heading": form.words.title,
        "form": form,
        "record": asking.record,
        "about": about(asking),
        "is_step": is_step,
        "before": [(label, said, asking.back_to(name)) for name, label, said in form.answered_before()],
        "sections": SECTIONS,
        "beside": [] if is_step else beside(asking),
        "kept": kept,
        "differs": differs,
        "seen": sent.get("seen") if sent and differs is None else (kept and kept.seen) or asking.seen,
        "once": sent.get("once") or new_number(),
        "draft_at": name_of_draft(asking.here, with_draft=True),
        "whose": signed(asking.by, asking.here),
        "after": asking.after(),
        "carried": asking.carried(form),
    }
    own = "decide.html" if asking.verb.name in DECIDING and not is_step else "do.html"
    return render(asking.request, template or own, page, status=status)


@require_POST
def keep(request: HttpRequest, verb: str, child: str | None = None) -> HttpResponse:
    """Keeps what somebody has written so far; asked by the page while they write."""
    by = acting(request)
    if verb not in VERBS or verb in NEVER_KEPT:
        raise Http404
    is_open = child is not None and user_can("read", READ, by=by, child=child)
    at = keep_draft_of(by, name_of_draft(request.get_full_path()), child if is_open else None, request.POST)
    return JsonResponse({"says": f"Kept at {at:%H:%M}, for you alone, until you send it."})
