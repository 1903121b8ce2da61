"""Actions of the partnership: given, accepted by a person, handed back, done with what shows it, given up."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from io import BytesIO
from typing import Any

import pytest
from cast import MONDAY, Partnership
from django.test import Client
from openpyxl import load_workbook

from lapwing.board.reading.board_actions import (
    Stands,
    actions_of_the_board,
    my_actions_of_the_board,
    one_action_of_the_board,
)
from lapwing.board.verbs.board_actions import (
    accept_board_action,
    complete_board_action,
    drop_board_action,
    give_board_action,
    hand_back_board_action,
    reassign_board_action,
)
from lapwing.conduct.permissions import Refused
from lapwing.conduct.policies import NotPossible
from lapwing.records.models import Notification
from lapwing.records.store import CannotEnter, NoSuchEntry, current
from lapwing.vocabulary.board.codes import ArisesFrom

DUE = MONDAY + timedelta(days=30)
SAYS = "Agree one form of hand-over with health visiting."


def given(area: Partnership, by: str = "Bea Board", **other: Any) -> str:
    """An action given to the midwife Mira Wells, unless it is said to whom."""
    owner = {} if {"owner_agency", "owner_account"} & other.keys() else {"owner_account": number(area, "Mira Wells")}
    stated: dict[str, Any] = {
        "says": SAYS,
        "arises_from": ArisesFrom.REVIEW,
        "lesson": "B41.1",
        "due_on": DUE,
        **owner,
        **other,
    }
    return give_board_action(by=area.as_(by), on=MONDAY, **stated)


def number(area: Partnership, name: str) -> int:
    return int(area.accounts[name].pk)


def seen(area: Partnership, key: str, day: date = MONDAY) -> Any:
    return one_action_of_the_board(by=area.as_("Bea Board", day), key=key)[0]


# Whose it is


def test_an_action_is_nobodys_until_the_person_named_accepts_it(
    area: Partnership, django_capture_on_commit_callbacks: Any
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        key = given(area)
    assert (seen(area, key).stands, seen(area, key).owner) == (Stands.UNACCEPTED, "Mira Wells")
    assert Notification.objects.filter(account=area.accounts["Mira Wells"], what__contains="asked").exists()
    with pytest.raises(Refused, match="given to somebody else"):
        accept_board_action(by=area.as_("Moss Adair"), on=MONDAY, board_action=key)
    accept_board_action(by=area.as_("Mira Wells"), on=MONDAY, board_action=key)
    assert seen(area, key).stands is Stands.ACCEPTED


def test_what_an_agency_is_given_one_of_its_managers_accepts_by_name(area: Partnership) -> None:
    key = given(area, owner_agency=area.agencies["Health visiting"])
    assert seen(area, key).owner is None
    for other in ("Mona Reed", "Hazel Ford"):
        with pytest.raises(Refused):
            accept_board_action(by=area.as_(other), on=MONDAY, board_action=key)
    accept_board_action(by=area.as_("Heath Lane"), on=MONDAY, board_action=key)
    assert seen(area, key).owner == "Heath Lane"


def test_an_action_is_given_to_a_person_or_an_agency_and_not_to_both(area: Partnership) -> None:
    with pytest.raises(CannotEnter, match="only one"):
        given(area, owner_account=number(area, "Mira Wells"), owner_agency=area.agencies["Maternity"])


def test_a_manager_gives_within_their_own_agency_and_a_scrutineer_to_anybody(area: Partnership) -> None:
    given(area, "Mona Reed")
    given(area, "Sol Quill", owner_account=number(area, "Hazel Ford"))
    with pytest.raises(Refused, match="within their own agency"):
        given(area, "Mona Reed", owner_account=number(area, "Hazel Ford"))
    with pytest.raises(Refused):
        given(area, "Mira Wells")


# What becomes of it


def test_an_action_is_done_by_its_owner_with_what_shows_it(area: Partnership) -> None:
    key = given(area)
    with pytest.raises(NotPossible, match="Nobody has accepted"):
        complete_board_action(by=area.as_("Mira Wells"), on=MONDAY, board_action=key, evidence="The form is in use.")
    accept_board_action(by=area.as_("Mira Wells"), on=MONDAY, board_action=key)
    with pytest.raises(CannotEnter, match="evidence"):
        complete_board_action(by=area.as_("Mira Wells"), on=MONDAY, board_action=key, evidence=" ")
    with pytest.raises(Refused):
        complete_board_action(by=area.as_("Bea Board"), on=MONDAY, board_action=key, evidence="I think so.")
    complete_board_action(by=area.as_("Mira Wells"), on=MONDAY, board_action=key, evidence="The form is in use.")
    assert (seen(area, key).stands, seen(area, key).evidence) == (Stands.DONE, "The form is in use.")


def test_who_cannot_see_to_it_hands_it_back_and_it_is_given_to_somebody_else(area: Partnership) -> None:
    key = given(area)
    accept_board_action(by=area.as_("Mira Wells"), on=MONDAY, board_action=key)
    hand_back_board_action(by=area.as_("Mira Wells"), on=MONDAY, board_action=key, reason="I move to the ward.")
    assert seen(area, key).stands is Stands.HANDED_BACK
    assert seen(area, key).reason == "I move to the ward."
    reassign_board_action(
        by=area.as_("Bea Board"), on=MONDAY, board_action=key, owner_account=number(area, "Moss Adair"), reason="Moved."
    )
    again = seen(area, key)
    assert (again.stands, again.owner, again.due_on) == (Stands.UNACCEPTED, "Moss Adair", DUE)


def test_its_history_has_every_hand_through_which_it_went(area: Partnership) -> None:
    key = given(area)
    accept_board_action(by=area.as_("Mira Wells"), on=MONDAY, board_action=key)
    hand_back_board_action(by=area.as_("Mira Wells"), on=MONDAY, board_action=key, reason="I move to the ward.")
    _, history = one_action_of_the_board(by=area.as_("Bea Board"), key=key)
    assert [(one.stands, one.by) for one in history] == [
        (Stands.HANDED_BACK, "Mira Wells"),
        (Stands.ACCEPTED, "Mira Wells"),
        (Stands.UNACCEPTED, "Bea Board"),
    ]


def test_an_action_is_given_up_by_whoever_gave_it_or_steers_it(area: Partnership) -> None:
    key = given(area)
    with pytest.raises(Refused, match="given by somebody else"):
        drop_board_action(by=area.as_("Heath Lane"), on=MONDAY, board_action=key, reason="Not for us.")
    drop_board_action(by=area.as_("Mona Reed"), on=MONDAY, board_action=key, reason="The form came from the region.")
    assert seen(area, key).stands is Stands.DROPPED
    with pytest.raises(NotPossible, match="given up"):
        accept_board_action(by=area.as_("Mira Wells"), on=MONDAY, board_action=key)


def test_an_action_is_overdue_after_its_day_and_never_once_it_is_done(area: Partnership) -> None:
    key = given(area)
    assert not seen(area, key, DUE).is_overdue
    assert seen(area, key, DUE + timedelta(days=1)).is_overdue
    accept_board_action(by=area.as_("Mira Wells"), on=area.day, board_action=key)
    complete_board_action(by=area.as_("Mira Wells"), on=area.day, board_action=key, evidence="The form is in use.")
    assert not seen(area, key).is_overdue


@pytest.mark.parametrize(
    "words", ["Ask about 999 123 4567.", "The baby born on 3 March 2026.", "Seen 03/03/26.", "Visit AB1 2CD."]
)
def test_an_action_has_nothing_by_which_a_child_might_be_known(area: Partnership, words: str) -> None:
    with pytest.raises(CannotEnter, match="by which a child might be known"):
        given(area, says=words)


# Reading


def test_ones_own_come_first_and_others_are_the_boards_to_see(area: Partnership) -> None:
    theirs, own = given(area), given(area, owner_agency=area.agencies["Social care"])
    assert [one.key for one in actions_of_the_board(by=area.as_("Sela Marsh"))] == [own, theirs]
    assert [one.key for one in my_actions_of_the_board(by=area.as_("Mira Wells"))] == [theirs]
    assert my_actions_of_the_board(by=area.as_("Moss Adair")) == []
    with pytest.raises(NoSuchEntry):
        one_action_of_the_board(by=area.as_("Moss Adair"), key=theirs)
    with pytest.raises(Refused):
        actions_of_the_board(by=area.as_("Mira Wells"))


# On the screens


def test_a_practitioner_accepts_on_the_screen_what_they_were_given(
    area: Partnership, signed_in: Callable[[str], Client]
) -> None:
    key = given(area)
    mira = signed_in("Mira Wells")
    assert SAYS in mira.get("/board/actions/mine").content.decode()
    page = mira.get(f"/board/actions/{key}").content.decode()
    assert f"/do/accept_board_action?board_action={key}" in page
    assert mira.get(f"/do/accept_board_action?board_action={key}").status_code == 200
    sent = {"on-day": "1", "on-month": "6", "on-year": "2026"}
    assert mira.post(f"/do/accept_board_action?board_action={key}&next=/board/actions/mine", sent).status_code == 302
    assert current("board_action", key)["accepted_on"] == MONDAY
    assert mira.get("/board/actions").status_code == 403


def test_an_action_is_given_on_the_screen(area: Partnership, signed_in: Callable[[str], Client]) -> None:
    bea = signed_in("Bea Board")
    where = "/do/give_board_action?arises_from=audit&arises_from_key=round-1&lesson=B81.1&next=/board/actions"
    assert "B81.1" in bea.get(where).content.decode()
    day = {f"{name}-{part}": value for name, month in (("on", "6"), ("due_on", "7"))
           for part, value in (("day", "1"), ("month", month), ("year", "2026"))}  # fmt: skip
    sent = {"says": SAYS, "owner_account": number(area, "Heath Lane"), "arises_from": "audit", "lesson": "B81.1", **day}
    assert bea.post(where, sent).status_code == 302
    one = actions_of_the_board(by=area.as_("Bea Board"))[0]
    assert (one.owner, one.arises_from_key, one.lesson) == ("Heath Lane", "round-1", "B81.1")


def test_the_list_narrows_and_goes_out_as_a_file(area: Partnership, signed_in: Callable[[str], Client]) -> None:
    given(area)
    given(area, says="Publish the list of programmes.", lesson="B31.2", arises_from=ArisesFrom.REGISTER)
    bea = signed_in("Bea Board")
    narrowed = bea.get("/board/actions?lesson=B31.2").content.decode()
    assert "Publish the list" in narrowed
    assert SAYS not in narrowed
    csv = bea.get("/board/actions.csv?lesson=B31.2").content.decode("utf-8-sig").splitlines()
    assert csv[0].startswith("Action,Who,Agency")
    assert len(csv) == 2
    book = load_workbook(BytesIO(bea.get("/board/actions.xlsx?lesson=&stands=open").content))
    assert sorted(row[0].value for row in book.active.iter_rows(min_row=2)) == [SAYS, "Publish the list of programmes."]
