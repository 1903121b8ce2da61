"""How agencies challenge each other: what stands of the mechanism, who is reached, who is silent, and what staff say."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path
from django.views.decorators.http import require_http_methods

from lapwing.board import pulses
from lapwing.board.reading import challenge as read
from lapwing.board.reading.kept import kept
from lapwing.board.roster import Place as InRoster
from lapwing.board.roster import stages_here
from lapwing.board.verbs.challenge_roster import answer_roster_test
from lapwing.board.verbs.staff_pulse import answer_pulse
from lapwing.conduct.may import BOARD, EVERYBODY, OFFICERS, PARTNERS, SCRUTINY
from lapwing.conduct.policies import NotPossible
from lapwing.vocabulary.board.challenge import PulseAnswer
from lapwing.web.asking import Acting, acting
from lapwing.web.paging import pages_of
from lapwing.web.showing import unnamed
from lapwing.web.showing.board import challenge as shown_as
from lapwing.web.showing.board.places import Heading, Place
from lapwing.web.showing.board.tabled import offers
from lapwing.web.templating import address

LESSON = ("B81.2",)


def page(request: HttpRequest) -> HttpResponse:
    """The mechanism as a whole, each of its parts with its evidence, and whether it is used."""
    by = acting(request)
    shown = {
        "heading": "Challenge between agencies",
        "evidence": read.challenge_standing(by=by),
        "use": read.challenge_use(by=by),
        "missed": read.challenges_missed(by=by)[:5],
        "measured": shown_as.measured(),
        "examples": list(reversed(kept(by=by, table="good_practice")))[:5],
        "looks": offers(by, address("board_challenge"), ("record_board_review", {"about": LESSON[0]})),
        "may_note": by.account.role in SCRUTINY,
    }
    return render(request, "board/challenge.html", shown)


def roster(request: HttpRequest) -> HttpResponse:
    """Who is reached at each agency and stage, and what is missing."""
    by = acting(request)
    places = read.challenge_roster(by=by)
    some, pages = pages_of(request, shown_as.by_agency(places, by))
    shown = {
        "heading": "Who is reached for challenge",
        "stages": stages_here(),
        "agencies": some,
        "pages": pages,
        "gaps": sum(one.is_gap for one in places),
        "waiting": sum(one.waits_until is not None for one in places),
        "count": len(places),
        "may_test": by.account.role in OFFICERS and any(_is_held(one) for one in places),
        "may_name": by.account.role in PARTNERS,
    }
    return render(request, "board/challenge_roster.html", shown)


def _is_held(place: InRoster) -> bool:
    return place.held is not None


@require_http_methods(["GET", "HEAD", "POST"])
def answer(request: HttpRequest) -> HttpResponse:
    """The messages that test the roster and wait for this reader's answer."""
    by = acting(request)
    if request.method == "POST":
        answer_roster_test(by=by, roster_answer=request.POST.get("roster_answer", ""), on=by.today)
        messages.success(request, "Your answer is in the roster.")
        return redirect("board_challenge_answer")
    shown = {"heading": "Answer for the roster", "questions": read.roster_questions(by=by)}
    return render(request, "board/challenge_answer.html", shown)


def rounds(request: HttpRequest) -> HttpResponse:
    """The rounds of the staff pulse: what one may still answer, and what was answered in those that are over."""
    by = acting(request)
    shown = {
        "heading": "Staff pulse on challenge",
        "rounds": read.pulse_rounds(by=by),
        "may_open": by.account.role in OFFICERS,
        "may_see": by.account.role in BOARD,
    }
    return render(request, "board/pulse_rounds.html", shown)


@require_http_methods(["GET", "HEAD", "POST"])
def pulse(request: HttpRequest, key: str) -> HttpResponse:
    """A round: its questions for whoever has not answered, and once it is over what was answered."""
    by = acting(request)
    one = next((one for one in read.pulse_rounds(by=by) if one.key == key), None)
    if one is None or not (one.is_open or by.account.role in BOARD):
        return redirect("board_pulse")
    if one.is_open:
        return _asked(request, by, one)
    return _told(request, by, one)


def _asked(request: HttpRequest, by: Acting, one: read.Round) -> HttpResponse:
    """The questions. Nothing of this form is kept as a draft, or by its number in the session."""
    lacking: list[str] = []
    if request.method == "POST":
        given = {name: request.POST.get(name, "") for name in pulses.QUESTIONS}
        lacking = [name for name, value in given.items() if value not in PulseAnswer.labels()]
        if not lacking:
            return _answered(request, by, one, given)
    shown = {
        "heading": one.title,
        "round": one,
        "questions": shown_as.questions(lacking),
        "wrong": [{"text": pulses.QUESTIONS[name], "href": f"#{name}"} for name in lacking],
    }
    return render(request, "board/pulse_asked.html", shown, status=422 if lacking else 200)


def _answered(request: HttpRequest, by: Acting, one: read.Round, given: dict[str, str]) -> HttpResponse:
    answers: dict[str, Any] = {name: PulseAnswer(value) for name, value in given.items()}  # type: ignore[call-arg]
    try:
        answer_pulse(by=by, staff_pulse=one.key, on=by.today, **answers)
    except NotPossible as refusal:
        messages.info(request, str(refusal))
    else:
        messages.success(request, "Your answers were counted. Nobody can find out which were yours.")
    return redirect("board_pulse")


def _told(request: HttpRequest, by: Acting, one: read.Round) -> HttpResponse:
    _, whole, groups = read.pulse_told(by=by, staff_pulse=one.key)
    rows = [("All who answered", whole), *groups]
    shown = {
        "heading": one.title,
        "round": one,
        "answers": list(PulseAnswer.labels().values()),
        "tables": shown_as.told_by_question(rows),
        "fewest": unnamed.fewest(),
    }
    return render(request, "board/pulse_told.html", shown)


PATHS = (
    path("challenge", page, name="board_challenge"),
    path("challenge/roster", roster, name="board_challenge_roster"),
    path("challenge/answer", answer, name="board_challenge_answer"),
    path("challenge/pulse", rounds, name="board_pulse"),
    path("challenge/pulse/<str:key>", pulse, name="board_pulse_round"),
)
PLACES = (
    Place(
        Heading.CHALLENGE,
        "Challenge between agencies",
        "The policy, whether it is scrutinised, and whether it is used.",
        "board_challenge",
        BOARD,
        LESSON,
    ),
    Place(
        Heading.CHALLENGE,
        "Who is reached for challenge",
        "A lead and a deputy for each agency and stage, and whether they answer.",
        "board_challenge_roster",
        BOARD,
        LESSON,
    ),
    Place(
        Heading.CHALLENGE,
        "Staff pulse on challenge",
        "Three questions to everybody, answered once and without a name.",
        "board_pulse",
        EVERYBODY,
        LESSON,
    ),
    Place(
        Heading.YOURS,
        "Answer for the roster",
        "Messages that test whether you are reached for challenge.",
        "board_challenge_answer",
        EVERYBODY,
    ),
)
