"""The yearly self-assessment: all agencies side by side, one agency's answers beside those of last time, and its forms."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import path
from django.views.decorators.http import require_http_methods

from lapwing.board.reading import self_assessments as read
from lapwing.board.self_assessment import SCORES, standards
from lapwing.board.verbs.self_assessments import Score, answer_standard
from lapwing.conduct.may import BOARD, OFFICERS, OVERSIGHT, SCRUTINY
from lapwing.records.store import ChangedMeanwhile
from lapwing.web.asking import acting
from lapwing.web.forms.fields import Lines, OneOf
from lapwing.web.showing.board import self_assessment as shown_as
from lapwing.web.showing.board.places import Heading, Place

MOST_LETTERS = 10_000


class OneStandard(forms.Form):
    """An agency's answer by one standard."""

    score = OneOf(
        label="How does your agency stand?",
        choices=tuple((str(number), f"{number}: {says}") for number, says in SCORES.items()),
        error_messages={"required": "Choose how your agency stands", "invalid_choice": "Choose one of these"},
    )
    evidence = Lines(
        label="What shows it, and where is that found?",
        help_text="Name no child and no family.",
        max_length=MOST_LETTERS,
        error_messages={"required": "Say what shows it"},
    )
    planned = Lines(label="What is planned? (optional)", required=False, max_length=MOST_LETTERS)

    def __init__(self, sent: QueryDict | None, first: dict[str, Any]) -> None:
        super().__init__(sent, initial=first, auto_id="%s", use_required_attribute=False)

    def drawn(self) -> list[str]:
        """Its fields, each as its component."""
        return [bound.field.draw(bound) for bound in self]  # type: ignore[attr-defined]

    def wrong(self) -> list[dict[str, str]]:
        """What is wrong, each with a link to its field."""
        said = [{"text": str(text)} for text in self.non_field_errors()]
        return said + [{"text": str(bound.errors[0]), "href": f"#{bound.auto_id}"} for bound in self if bound.errors]


def page(request: HttpRequest) -> HttpResponse:
    """The newest round, or the one that is asked for: how all agencies stand, and by one standard over the years."""
    by = acting(request)
    rounds = read.self_assessments(by=by)
    chosen = next((one for one in rounds if one.key == request.GET.get("round")), rounds[0] if rounds else None)
    standard = request.GET.get("standard", "")
    shown = {
        "heading": "Self-assessment of the agencies",
        "rounds": rounds,
        "round": chosen,
        "rows": shown_as.side_by_side(chosen) if chosen else [],
        "standards": standards(),
        "scores": SCORES,
        "standard": standards().get(standard),
        "years": shown_as.over_time(rounds, standard) if standard in standards() else [],
        "may_open": by.account.role in OFFICERS,
    }
    return render(request, "board/self_assessment.html", shown)


def one_return(request: HttpRequest, key: str) -> HttpResponse:
    """One agency's answers, beside what it said last time."""
    by = acting(request)
    one = read.agency_return(by=by, agency_return=key)
    role = by.account.role
    shown = {
        "heading": f"{one.agency_name}: {one.round_title}",
        "one": one,
        "answers": shown_as.answers(one, read.actions_of_return(by=by, agency_return=key), by),
        "score": shown_as.score,
        "may_submit": one.is_own and one.submitted_on is None and role in OVERSIGHT,
        "may_send_back": one.submitted_on is not None and role in SCRUTINY,
    }
    return render(request, "board/self_assessment_return.html", shown)


@require_http_methods(["GET", "HEAD", "POST"])
def answer(request: HttpRequest, key: str, standard: str) -> HttpResponse:
    """The answer of one's own agency by one standard; what it said last time is brought forward and shown beside."""
    by = acting(request)
    one = read.agency_return(by=by, agency_return=key)
    if standard not in standards() or not one.is_own:
        raise Http404
    now, last = one.answers.get(standard), one.last.get(standard)
    first = now or last
    initial = {"evidence": first.evidence, "planned": first.planned} if first else {}
    initial |= {"score": str(now.score)} if now else {}
    form = OneStandard(request.POST if request.method == "POST" else None, initial)
    if form.is_bound and form.is_valid() and _saved(request, form, key, standard):
        return redirect("board_self_assessment_return", key)
    shown = {
        "heading": standards()[standard].title,
        "standard": standards()[standard],
        "one": one,
        "last": last,
        "brought_forward": now is None and last is not None,
        "seen": request.POST.get("seen") or (now.version if now else ""),
        "form": form,
        "score": shown_as.score,
    }
    return render(request, "board/self_assessment_answer.html", shown, status=422 if form.errors else 200)


def _saved(request: HttpRequest, form: OneStandard, key: str, standard: str) -> bool:
    by, seen, said = acting(request), request.POST.get("seen", ""), form.cleaned_data
    try:
        answer_standard(
            by=by,
            agency_return=key,
            standard=standard,
            score=Score(said["score"]),  # type: ignore[call-arg]  # by its code
            evidence=said["evidence"],
            planned=said["planned"] or None,
            seen=int(seen) if seen.isdecimal() else None,
            on=by.today,
        )
    except ChangedMeanwhile as meanwhile:
        form.add_error(None, str(meanwhile))
        return False
    messages.success(request, "Your answer was saved. It is sent once you send all of them.")
    return True


def workbook(request: HttpRequest, key: str) -> HttpResponse:
    """A round as an Excel workbook."""
    by = acting(request)
    one = next((one for one in read.self_assessments(by=by) if one.key == key), None)
    if one is None:
        raise Http404
    made = HttpResponse(shown_as.workbook_of(one), content_type=shown_as.XLSX)
    made["Content-Disposition"] = f'attachment; filename="self-assessment-{by.today.isoformat()}.xlsx"'
    return made


PATHS = (
    path("self-assessment", page, name="board_self_assessment"),
    path("self-assessment/agency/<str:key>", one_return, name="board_self_assessment_return"),
    path("self-assessment/agency/<str:key>/<slug:standard>", answer, name="board_self_assessment_answer"),
    path("self-assessment/round/<str:key>.xlsx", workbook, name="board_self_assessment_workbook"),
)
PLACES = (
    Place(
        Heading.ASSURE,
        "Self-assessment of the agencies",
        "How each agency stands by the standards for its own safeguarding, beside last time.",
        "board_self_assessment",
        BOARD,
    ),
)
