"""Recording an observation: what was seen, told and thought, apart; for several children of a family at once."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from lapwing.conduct import reading
from lapwing.conduct.permissions import NOT_HERE, Refused
from lapwing.conduct.policies import NotPossible
from lapwing.conduct.together import do_together
from lapwing.conduct.verb import VERBS
from lapwing.records.store import CannotEnter, NoSuchEntry
from lapwing.web.drafting import Kept, drafted, forget, name_of_draft, signed
from lapwing.web.forms.asking import Asking, asking_for
from lapwing.web.forms.choices import subject_of
from lapwing.web.forms.observing import FormOfObservation
from lapwing.web.forms.said import said_of_fields
from lapwing.web.once import new_number
from lapwing.web.pages.recording import once, put_aside
from lapwing.web.templating import counted
from lapwing.web.words import words_of

OBSERVE = VERBS["observe"]
WORDS = words_of("observe")


@require_http_methods(["GET", "HEAD", "POST"])
def page(request: HttpRequest, child: str) -> HttpResponse:
    """The form; once it is sent, every entry is made or none is."""
    asking = asking_for(request, OBSERVE.name, child)
    if asking.record is None:
        raise NoSuchEntry(NOT_HERE)
    if request.method == "POST":
        return _sent(asking)
    kept = drafted(asking.by, asking.here)
    form = _form(asking, initial={"on": asking.by.today, **asking.prefilled, **asking.fixed})
    if kept is not None:
        form = _form(asking, initial={**form.initial, **kept.read_into(form)})
    return _page(asking, form, kept=kept)


def _form(asking: Asking, **given: Any) -> FormOfObservation:
    record = asking.record
    assert record is not None  # noqa: S101  # whoever may observe reads the record
    family = reading.family_of(by=asking.by, child=record.child)
    siblings = [one for one in family if one.born_on is not None]
    people = asking.choices.of(OBSERVE, "person", {})
    return FormOfObservation(subject_of(OBSERVE, record, {}), siblings, people, **given)


def _sent(asking: Asking) -> HttpResponse:
    aside = put_aside(asking)
    if aside is not None:
        return aside
    form = _form(asking, data=asking.request.POST)
    if not form.is_valid():
        return _page(asking, form, status=422)
    return once(asking, lambda: _done(asking, form))


def _done(asking: Asking, form: FormOfObservation) -> HttpResponse:
    asked = form.asked()
    try:
        do_together(by=asking.by, asked=asked)
    except (CannotEnter, NotPossible, Refused, NoSuchEntry) as refusal:
        name, says = said_of_fields(WORDS, form.fields, str(refusal))
        form.add_error(name, f"Nothing was saved. {says}")
        return _page(asking, form, status=422 if isinstance(refusal, CannotEnter) else 409)
    forget(asking.by, asking.here)
    messages.success(asking.request, f"{counted(len(asked), 'observation')} saved.")
    return redirect(asking.after())


def _page(asking: Asking, form: FormOfObservation, *, kept: Kept | None = None, status: int = 200) -> HttpResponse:
    page = {
        "heading": WORDS.title,
        "form": form,
        "record": asking.record,
        "kept": kept,
        "seen": None,
        "once": asking.request.POST.get("once") or new_number(),
        "draft_at": name_of_draft(asking.here, with_draft=True),
        "whose": signed(asking.by, asking.here),
        "after": asking.after(),
    }
    return render(asking.request, "observe.html", page, status=status)
