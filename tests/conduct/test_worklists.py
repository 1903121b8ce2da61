"""One's own work, a team's, a colleague's; and how work is spread at an agency."""

from __future__ import annotations

from datetime import date

import pytest
from cast import MONDAY, Partnership, morning
from everyday import days_on, expected_baby, lose, me, works_with

from lapwing.conduct.may import Scope
from lapwing.conduct.permissions import Refused
from lapwing.conduct.reading import Load, team_load, worklist
from lapwing.conduct.restrictions import Grounds
from lapwing.conduct.verbs.access import restrict_record
from lapwing.conduct.verbs.actions import accept_action, give_action
from lapwing.conduct.verbs.children import open_record
from lapwing.conduct.verbs.hand_overs import hand_over
from lapwing.conduct.verbs.people import update_particulars
from lapwing.records.entries import entries
from lapwing.records.models import Event, Role
from lapwing.records.store import Stamp, add, amend
from lapwing.vocabulary.care_codes import HandOverKind


@pytest.fixture
def area(area: Partnership) -> Partnership:
    """Mira Wells and Tove Hill are of the community team, Moss Adair of the ward; each has one child and something to do."""
    area.account("Tove Hill", Role.PRACTITIONER, "Maternity", post="midwife", team="Community")
    for name, child in (("Mira Wells", "Ann"), ("Tove Hill", "Ben"), ("Moss Adair", "Cal")):
        born = {"given_name": child, "family_name": "Vale", "born_on": date(2026, 4, 20)}
        key = open_record(by=area.as_(name), on=MONDAY, **born)
        what = {"says": "Ask the surgery", "owned_by": me(area, name), "due_on": MONDAY}
        give_action(by=area.as_(name), on=MONDAY, child=key, **what)
    return area


def child_called(given_name: str) -> str:
    return str(entries("child").get(person__given_name=given_name).pk)


def of_whom(area: Partnership, name: str, **narrowed: object) -> set[str]:
    """The given names of the children on somebody's worklist."""
    lines = worklist(by=area.as_(name), **narrowed)  # type: ignore[arg-type]
    return {child.called.removesuffix(" Vale") for line in lines for child in line.children}


def test_without_more_a_worklist_is_of_all_in_sight(area: Partnership) -> None:
    assert of_whom(area, "Mira Wells") == {"Ann", "Ben"}
    assert of_whom(area, "Mona Reed") == {"Ann", "Ben", "Cal"}


def test_ones_own_work_is_the_children_with_whom_one_works_oneself(area: Partnership) -> None:
    assert of_whom(area, "Mira Wells", within=Scope.OWN) == {"Ann"}
    assert of_whom(area, "Mona Reed", within=Scope.OWN) == set()


def test_a_manager_sees_a_teams_work_and_one_practitioners(area: Partnership) -> None:
    assert of_whom(area, "Mona Reed", team="Community") == {"Ann", "Ben"}
    assert of_whom(area, "Mona Reed", practitioner=me(area, "Moss Adair")) == {"Cal"}
    assert of_whom(area, "Mona Reed", team="Ward", practitioner=me(area, "Mira Wells")) == set()
    assert of_whom(area, "Nell Frost", team="Ward") == {"Cal"}


def test_a_practitioner_sees_the_work_of_colleagues_of_the_same_team_and_no_others(area: Partnership) -> None:
    assert of_whom(area, "Mira Wells", team="Community") == {"Ann", "Ben"}
    assert of_whom(area, "Mira Wells", practitioner=me(area, "Tove Hill")) == {"Ben"}
    assert of_whom(area, "Mira Wells", practitioner=me(area, "Mira Wells")) == {"Ann"}
    assert of_whom(area, "Mira Wells", practitioner=me(area, "Moss Adair")) == set()
    with pytest.raises(Refused, match="your own team"):
        of_whom(area, "Mira Wells", team="Ward")


def test_the_work_of_another_agencys_people_is_nobodys_list_here(area: Partnership) -> None:
    assert of_whom(area, "Sela Marsh", practitioner=me(area, "Mira Wells")) == set()
    works_with(area, "Sam Birch", child=child_called("Ann"))
    assert of_whom(area, "Sela Marsh", practitioner=me(area, "Mira Wells")) == set()
    assert of_whom(area, "Sela Marsh", practitioner=me(area, "Sam Birch")) == {"Ann"}


def test_a_narrower_list_has_no_restricted_record(area: Partnership) -> None:
    restrict_record(
        by=area.as_("Nell Frost"), on=MONDAY, child=child_called("Ann"), grounds=Grounds.OFFENCE, says="Police ask it."
    )
    assert of_whom(area, "Mona Reed", team="Community") == {"Ben"}
    assert of_whom(area, "Mira Wells", within=Scope.OWN) == set()


def test_the_log_says_by_what_a_list_was_narrowed(area: Partnership) -> None:
    worklist(by=area.as_("Mona Reed"), team="Ward")
    assert Event.objects.latest("place").details == '{"count": 1, "team": "Ward", "what": "worklist"}'


def test_without_identities_there_is_no_list_of_one_team(area: Partnership) -> None:
    assert worklist(by=area.as_("Bea Board"))
    with pytest.raises(Refused, match="Without identities"):
        worklist(by=area.as_("Bea Board"), team="Community")


# How work is spread


def loads(area: Partnership, team: str | None = None, day: date | None = None) -> dict[str, Load]:
    return {one.practitioner.name: one for one in team_load(by=area.as_("Mona Reed", day), team=team)}


def test_a_manager_sees_how_many_children_and_lines_each_has(area: Partnership) -> None:
    found = loads(area)
    assert {name: one.children for name, one in found.items()} == {
        **dict.fromkeys(("Mona Reed", "Nell Frost"), 0),
        **dict.fromkeys(("Mira Wells", "Tove Hill", "Moss Adair"), 1),
    }
    lines = worklist(by=area.as_("Mona Reed"), practitioner=me(area, "Mira Wells"))
    mira = found["Mira Wells"]
    counted = [sum(1 for line in lines if line.outcome == outcome) for outcome in ("not_met", "due_soon")]
    assert [mira.overdue, mira.due_soon, mira.urgent] == [*counted, sum(1 for line in lines if line.urgent)]
    assert mira.due_soon == 1


def test_twins_before_birth_are_two_children_and_one_line_each_gap(area: Partnership) -> None:
    pregnancy = expected_baby(area)
    one = loads(area)["Mira Wells"]
    twin = Stamp(morning(MONDAY), area.accounts["Mira Wells"].pk)
    add("child", {"pregnancy_id": pregnancy, "birth_order": 2}, twin)
    person = str(entries("pregnancy").get().mother_id)
    update_particulars(by=area.as_("Mira Wells"), on=MONDAY, person=person, language="Welsh")
    both = loads(area)["Mira Wells"]
    assert both.children == one.children + 1
    assert both.overdue + both.due_soon == one.overdue + one.due_soon


def test_only_those_of_a_team_are_counted_where_one_is_named(area: Partnership) -> None:
    assert set(loads(area, "Ward")) == {"Moss Adair"}


def test_what_waits_for_somebodys_yes_is_counted_apart_from_what_they_took_on(area: Partnership) -> None:
    ann = child_called("Ann")
    what = {"child": ann, "says": "Ask the ward", "owned_by": me(area, "Tove Hill")}
    action = give_action(by=area.as_("Mira Wells"), on=MONDAY, **what)
    hand_over(
        by=area.as_("Mira Wells"),
        on=MONDAY,
        child=ann,
        kind=HandOverKind.CHANGE_OF_WORKER,
        to_agency=area.agencies["Maternity"],
        to_practitioner=me(area, "Tove Hill"),
    )
    assert (loads(area)["Tove Hill"].to_accept, loads(area)["Tove Hill"].unfinished) == (2, 1)
    accept_action(by=area.as_("Tove Hill"), on=MONDAY, action=action)
    assert (loads(area)["Tove Hill"].to_accept, loads(area)["Tove Hill"].unfinished) == (1, 2)


def test_whoever_has_left_is_listed_as_long_as_they_have_work(area: Partnership) -> None:
    stamp = Stamp(morning(MONDAY), None)
    for name in ("Moss Adair", "Nell Frost"):
        amend("practitioner", me(area, name), {"left_on": days_on(1)}, stamp)
    assert loads(area)["Moss Adair"].left_on is None
    found = loads(area, day=days_on(2))
    assert (found["Moss Adair"].left_on, found["Moss Adair"].children) == (days_on(1), 1)
    assert "Nell Frost" not in found


def test_after_a_loss_it_is_no_work_of_anybodys(area: Partnership) -> None:
    pregnancy = expected_baby(area)
    assert loads(area)["Mira Wells"].children == 2
    lose(area, pregnancy)
    assert loads(area)["Mira Wells"].children == 1


def test_how_work_is_spread_is_for_the_managers_of_the_agency(area: Partnership) -> None:
    with pytest.raises(Refused):
        team_load(by=area.as_("Mira Wells"))
    assert {one.practitioner.name for one in team_load(by=area.as_("Sela Marsh"))} == {"Sam Birch", "Sela Marsh"}
