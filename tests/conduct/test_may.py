"""Who may do what: `who_may_do_what.txt` is the whole truth, and every decision is made as it says."""

from __future__ import annotations

import inspect
import json
from collections.abc import Callable, Iterator, Mapping
from copy import copy
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from cast import MONDAY, morning
from nearness import NEAR, STAMP, Nearness, nearness

from lapwing.board.pages import by_subject
from lapwing.board.reading import BOARD_READINGS
from lapwing.conduct import permissions, reading
from lapwing.conduct.acting import Acting
from lapwing.conduct.may import READ, May, Scope, roles_in_words
from lapwing.conduct.permissions import BY_GLASS, NOT_HERE, OPEN_BY_GLASS, RESTRICTED, TO_YOU, Refused, check_user_can
from lapwing.conduct.reading import READINGS
from lapwing.conduct.restrictions import Grounds
from lapwing.conduct.scope import scope_of
from lapwing.conduct.verb import VERBS
from lapwing.records.entries import entries
from lapwing.records.models import BrokenGlass, ChainHead, Event, FamilyTie, Restriction, Role
from lapwing.records.store import NoSuchEntry, add, current
from lapwing.vocabulary.board import BOARD_TABLES
from lapwing.vocabulary.codes import AddressKind, NameKind
from lapwing.vocabulary.records import TABLES

pytestmark = pytest.mark.django_db

Table = dict[str, dict[str, May]]
PEOPLE = {"person", "address"}
REACHES = {scope.in_brief: scope for scope in Scope}
ALLOWED, NOT_FOUND = "allowed", NOT_HERE


def table() -> Table:
    """The table by subject, as the `may` that each line stands for."""
    text = (Path(__file__).parent / "who_may_do_what.txt").read_text(encoding="utf-8")
    found: Table = {}
    subject = ""
    for line in text.partition("administrator\n")[2].splitlines():
        if line.startswith(" "):
            name, *cells = line.split()
            found[subject][name] = _may(cells)
        elif line:
            subject = line
            found[subject] = {}
    return found


def _may(cells: list[str]) -> May:
    return {role: REACHES[cell] for role, cell in zip(Role, cells, strict=True) if cell != "-"}


MAY: dict[str, May] = {name: may for lines in table().values() for name, may in lines.items()}
"""Who may do what as the table says it, by verb and reading."""


@pytest.fixture(scope="module")
def world(django_db_setup: None, django_db_blocker: Any) -> Iterator[Nearness]:
    with nearness(django_db_blocker) as found:
        yield found


@pytest.fixture
def scopes_worked_out_once(world: Nearness, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody's work changes meanwhile, so that how near a child is need not be worked out thousands of times."""
    scopes = {(world.accounts[role], one): scope for role in Role for scope, one in world.children(role).items()}
    monkeypatch.setattr(permissions, "scope_of", lambda account, child, enough: scopes[account, child])


def decision(verb: str, may: May, by: Acting, child: str | None) -> str:
    """What is decided: allowed, or else the sentence that says why not."""
    try:
        check_user_can(verb, may, by=by, child=child)
    except (Refused, NoSuchEntry) as refusal:
        return str(refusal)
    return ALLOWED


def wanted(verb: str, role: Role, scope: Scope | None) -> str:
    """What the table says of somebody of a role, for a child who is so near to them; for no child without a scope."""
    reach = MAY[verb].get(role)
    if scope is not None and scope <= Scope.PARTNERSHIP and (reach is None or reach > scope):
        return NOT_FOUND
    if reach is None:
        return f"{role.label}s cannot {verb.replace('_', ' ')}; {roles_in_words(MAY[verb])} can."
    if scope is not None and reach > scope:
        can = f"You can {verb.replace('_', ' ')} only for {TO_YOU[reach]}"
        return f"{can}; this child is not among them. Ask somebody who works with the child."
    return ALLOWED


# The table


def test_the_table_names_every_verb_under_its_subject_and_every_reading() -> None:
    declared = {subject: [one.name for one in verbs] for subject, verbs in by_subject().items()}
    readings = {
        "reading": [one.__name__ for one in READINGS],
        "reading of the Board": [one.__name__ for one in BOARD_READINGS],
    }
    assert {subject: list(lines) for subject, lines in table().items()} == {**readings, **declared}


def test_the_table_says_who_may_do_each() -> None:
    declared = {one.name: one.may for one in VERBS.values()} | {
        one.__name__: may for one, may in (*READINGS.items(), *BOARD_READINGS.items())
    }
    assert {name: dict(may) for name, may in declared.items()} == MAY


def test_every_function_that_reads_for_somebody_is_a_reading() -> None:
    public = [getattr(reading, name) for name in reading.__all__]
    functions = [one for one in public if inspect.isfunction(one)]
    assert {one for one in functions if "by" in inspect.signature(one).parameters} == set(READINGS)


def test_a_role_that_oversees_reaches_no_less_than_a_practitioner_does() -> None:
    fewer = {
        name
        for name, may in MAY.items()
        for role in (Role.MANAGER, Role.NAMED_PROFESSIONAL)
        if Role.PRACTITIONER in may and (role not in may or may[role] > may[Role.PRACTITIONER])
    }
    assert fewer == set()


def test_nobody_who_sees_no_identities_or_looks_after_accounts_changes_a_childs_record() -> None:
    others = {Role.PARTNERSHIP_OFFICER, Role.AUDITOR, Role.SCRUTINEER, Role.ADMINISTRATOR}
    reaching = {
        name for name, may in MAY.items() if any(may.get(role, Scope.NONE) > Scope.PARTNERSHIP for role in others)
    }
    assert reaching == set()
    of_the_board = {Role.PARTNERSHIP_OFFICER, Role.AUDITOR, Role.SCRUTINEER}
    theirs = {name: one for name, one in VERBS.items() if of_the_board & set(MAY[name])}
    assert {name for name, one in theirs.items() if set(one.naming.values()) & set(TABLES) - {"agency"}} == set()


# Each decision, as it is really made


def test_a_child_is_as_near_as_the_world_says(world: Nearness) -> None:
    for role in Role:
        for scope, child in world.children(role).items():
            assert scope_of(world.accounts[role], child) is scope


@pytest.mark.usefixtures("scopes_worked_out_once")
@pytest.mark.parametrize("verb", VERBS)
def test_every_decision_is_as_the_table_says_and_every_refusal_is_logged(world: Nearness, verb: str) -> None:
    before = end_of_log()
    asked = [(role, scope, child) for role in Role for scope, child in _records(world, role, verb).items()]
    decided = [decision(verb, VERBS[verb].may, world.acting(role), child) for role, _, child in asked]
    assert decided == [wanted(verb, role, scope) for role, scope, _ in asked]
    refused = [
        (world.accounts[role].pk, child, {"wanted": verb, "seen": said != NOT_FOUND})
        for (role, _, child), said in zip(asked, decided, strict=True)
        if said != ALLOWED
    ]
    assert logged_since(before) == refused


def _records(world: Nearness, role: Role, verb: str) -> Mapping[Scope | None, str | None]:
    """On which records a verb may come to act: on none, where it names no entry; on none or a child's, where it names a
    person; or on a child's.
    """
    one = VERBS[verb]
    named = {*one.naming.values()} - {"agency", "practitioner", *BOARD_TABLES}
    if not named and "key" not in inspect.signature(one.body).parameters:
        return {None: None}
    none: Mapping[Scope | None, str | None] = {None: None} if named <= PEOPLE else {}
    return {**none, **world.children(role)}


def end_of_log() -> int:
    head = ChainHead.objects.first()
    return head.place if head is not None else 0


def logged_since(place: int) -> list[tuple[int, str | None, dict[str, object]]]:
    """The refusals that were logged since: whose, on which record, and of what."""
    events = Event.objects.filter(place__gt=place, verb="refused").order_by("place")
    return [(one.by_id, one.child, json.loads(one.details)) for one in events]


def test_out_of_sight_a_record_is_answered_as_one_that_is_not_there(world: Nearness) -> None:
    for role in Role:
        by = world.acting(role)
        assert decision("read", READ, by, world.far) == decision("read", READ, by, "no-such-child") == NOT_FOUND


def test_a_refusal_says_who_can(world: Nearness) -> None:
    practitioner = world.acting(Role.PRACTITIONER)
    assert decision("end_plan", VERBS["end_plan"].may, practitioner, world.near[Scope.OWN]) == (
        "Practitioners cannot end plan; a manager or a named or designated professional can."
    )
    assert decision("measure", VERBS["measure"].may, practitioner, world.near[Scope.AGENCY]) == (
        "You can measure only for children whom your team works with, and those put to your agency; this child is not "
        "among them. Ask somebody who works with the child."
    )


# Readings, each really done


OF_A_CHILD: Mapping[str, Callable[[Acting, str], object]] = {
    "read_child": lambda by, child: reading.read_child(by=by, child=child),
    "findings_of": lambda by, child: reading.findings_of(by=by, child=child),
    "explain_finding": lambda by, child: reading.explain_finding(
        by=by, child=child, check="health.new_birth_visit_held", subject=child
    ),
    "as_known_on": lambda by, child: reading.as_known_on(by=by, child=child, day=MONDAY),
    "chronology": lambda by, child: reading.chronology(by=by, child=child, days={}),
    "chronology_for": lambda by, child: reading.chronology_for(by=by, child=child, days={}, agency=str(by.agency)),
    "chronology_outside": lambda by, child: reading.chronology_outside(by=by, child=child, days={}),
    "weights": lambda by, child: reading.weights(by=by, child=child),
    "shown_now": lambda by, child: reading.shown_now(by=by, table="child", key=child),
    "history": lambda by, child: reading.history(by=by, table="child", key=child),
    "family_of": lambda by, child: reading.family_of(by=by, child=child),
    "who_read": lambda by, child: reading.who_read(by=by, child=child),
    "how_settled": lambda by, child: reading.how_settled(by=by, child=child),
    "who_may_open": lambda by, child: reading.who_may_open(by=by, child=child),
    "whom_to_ask": lambda by, child: reading.whom_to_ask(by=by, child=child),
    "kept_from": lambda by, child: reading.kept_from(by=by, child=child),
}
OF_MANY: Mapping[str, Callable[[Acting], object]] = {
    "accounts_here": lambda by: reading.accounts_here(by=by),
    "emergency": lambda by: reading.emergency(by=by),
    "opened_in_emergency": lambda by: reading.opened_in_emergency(by=by),
    "left_behind": lambda by: reading.left_behind(by=by),
    "children_within_sight": lambda by: reading.children_within_sight(by=by),
    "some_in_sight": lambda by: reading.some_in_sight(by=by, first=0, at_most=100),
    "search": lambda by: reading.search(by=by, text="Otto"),
    "opened_of_late": lambda by: reading.opened_of_late(by=by),
    "worklist": lambda by: reading.worklist(by=by),
    "urgent_here": lambda by: reading.urgent_here(by=by),
    "worklist_without_identities": lambda by: reading.worklist_without_identities(by=by),
    "open_counts": lambda by: reading.open_counts(by=by),
    "waiting": lambda by: reading.waiting(by=by),
    "team_load": lambda by: reading.team_load(by=by),
    "how_many_at_work": lambda by: reading.how_many_at_work(by=by),
    "decisions_awaited": lambda by: reading.decisions_awaited(by=by),
    "notices": lambda by: reading.notices(by=by),
    "read_notices": lambda by: reading.read_notices(by=by, up_to=1),
    "agencies": lambda by: reading.agencies(by=by),
    "practitioners_of": lambda by: reading.practitioners_of(by=by, agency=str(by.agency or first_agency())),
    "colleagues": lambda by: reading.colleagues(by=by),
    "teams": lambda by: reading.teams(by=by),
}


def first_agency() -> str:
    return str(entries("agency").order_by("pk").values_list("pk", flat=True)[0])


def test_every_reading_is_tried() -> None:
    assert {*OF_A_CHILD, *OF_MANY} == {one.__name__ for one in READINGS}


def answer(read: Callable[..., object], *asked: object) -> str:
    try:
        read(*asked)
    except NoSuchEntry:
        return NOT_FOUND
    except Refused:
        return "refused"
    return ALLOWED


@pytest.mark.parametrize("name", OF_A_CHILD)
def test_a_record_is_read_from_as_near_on_as_the_table_says(world: Nearness, name: str) -> None:
    for role in Role:
        reach = MAY[name].get(role)
        for scope, child in world.children(role).items():
            if reach is not None and scope > reach:
                continue
            expected = ALLOWED if scope == reach else NOT_FOUND if scope <= Scope.PARTNERSHIP else "refused"
            assert answer(OF_A_CHILD[name], world.acting(role), child) == expected, (role, scope)


@pytest.mark.parametrize("name", OF_MANY)
def test_a_list_is_for_the_roles_that_the_table_says(world: Nearness, name: str) -> None:
    allowed = {role for role in Role if answer(OF_MANY[name], world.acting(role)) == ALLOWED}
    assert allowed == set(MAY[name])


@pytest.mark.parametrize("name", ["children_within_sight", "search"])
def test_a_list_has_the_children_as_near_as_the_table_says_and_no_others(world: Nearness, name: str) -> None:
    for role, reach in MAY[name].items():
        listed: Any = OF_MANY[name](world.acting(role))
        assert {one.child for one in listed} == {world.near[scope] for scope in NEAR if scope >= reach}


# What stands before all of it


def restrict(world: Nearness, child: str, *readers: Role) -> None:
    by = world.accounts[Role.NAMED_PROFESSIONAL]
    one = Restriction.objects.create(child_id=child, grounds=str(Grounds.COURT_ORDER), by=by, at=morning(MONDAY))
    one.may_read.set([world.accounts[role] for role in readers])


def break_glass(world: Nearness, role: Role, child: str) -> None:
    BrokenGlass.objects.create(
        child_id=child,
        by=world.accounts[role],
        reason="Nobody answers",
        at=morning(MONDAY),
        until_at=morning(MONDAY) + timedelta(days=1),
        reviewer=world.area.accounts["Mona Reed"],
    )


def said_of_all(verb: str, by: Acting, child: str) -> str:
    """What is decided, with the roles that the verb's own `may` names."""
    return decision(verb, VERBS[verb].may, by, child)


RESTRICTION = [
    # who is named may; whoever is near learns that it is restricted; whoever is far learns nothing
    (Role.PRACTITIONER, Scope.OWN, True, ALLOWED),
    (Role.PRACTITIONER, Scope.OWN, False, RESTRICTED),
    (Role.MANAGER, Scope.AGENCY, True, ALLOWED),
    (Role.MANAGER, Scope.AGENCY, False, RESTRICTED),
    (Role.NAMED_PROFESSIONAL, Scope.TEAM, False, RESTRICTED),
    (Role.PRACTITIONER, Scope.NONE, False, NOT_FOUND),
    (Role.MANAGER, Scope.NONE, False, NOT_FOUND),
    (Role.MANAGER, Scope.NONE, True, NOT_FOUND),
]


@pytest.mark.parametrize(("role", "scope", "is_named", "expected"), RESTRICTION)
def test_a_restricted_record(world: Nearness, role: Role, scope: Scope, is_named: bool, expected: str) -> None:
    child = world.children(role)[scope]
    restrict(world, child, *([role] if is_named else []))
    assert decision("read", READ, world.acting(role), child) == expected
    assert said_of_all("observe", world.acting(role), child) == expected


@pytest.mark.usefixtures("scopes_worked_out_once")
def test_a_restriction_stands_against_every_verb_but_breaking_the_glass(world: Nearness) -> None:
    child = world.near[Scope.OWN]
    restrict(world, child)
    manager = world.acting(Role.MANAGER)
    assert {name for name in VERBS if said_of_all(name, manager, child) != RESTRICTED} == {"break_glass"}


@pytest.mark.usefixtures("scopes_worked_out_once")
def test_ones_own_family_is_kept_from_one_by_every_verb_and_in_every_role(world: Nearness) -> None:
    for role in Role:
        account = world.accounts[role]
        FamilyTie.objects.create(account=account, child_id=world.near[Scope.OWN], said_by=account, at=morning(MONDAY))
        break_glass(world, role, world.near[Scope.OWN])
        said = {said_of_all(name, world.acting(role), world.near[Scope.OWN]) for name in VERBS}
        assert len(said) == 1
        assert "your own family" in said.pop()


GLASS = [
    # what an open glass lets somebody do, wherever they stand
    (Role.PRACTITIONER, Scope.NONE),
    (Role.PRACTITIONER, Scope.AGENCY),
    (Role.MANAGER, Scope.NONE),
    (Role.NAMED_PROFESSIONAL, Scope.NONE),
]


@pytest.mark.usefixtures("scopes_worked_out_once")
@pytest.mark.parametrize(("role", "scope"), GLASS)
def test_an_open_glass_lets_one_see_and_refer_and_do_nothing_else(world: Nearness, role: Role, scope: Scope) -> None:
    child = world.children(role)[scope]
    near_already = {name for name, may in MAY.items() if may.get(role, Scope.OWN) <= scope}
    break_glass(world, role, child)
    by = world.acting(role)
    assert decision("read", READ, by, child) == ALLOWED
    said = {name: said_of_all(name, by, child) for name in VERBS if name not in near_already}
    assert {name for name, one in said.items() if one == ALLOWED} == {*OPEN_BY_GLASS} - {"read"}
    assert set(said.values()) == {ALLOWED, BY_GLASS}


def test_an_open_glass_closes_again(world: Nearness) -> None:
    break_glass(world, Role.PRACTITIONER, world.far)
    account = world.accounts[Role.PRACTITIONER]
    for hours, expected in ((-1, NOT_FOUND), (0, ALLOWED), (23, ALLOWED), (24, NOT_FOUND)):
        by = Acting(account, morning(MONDAY) + timedelta(hours=hours))
        assert decision("read", READ, by, world.far) == expected


def test_an_open_glass_opens_a_restricted_record(world: Nearness) -> None:
    child = world.near[Scope.TEAM]
    restrict(world, child)
    break_glass(world, Role.PRACTITIONER, child)
    assert decision("read", READ, world.acting(Role.PRACTITIONER), child) == ALLOWED
    assert said_of_all("observe", world.acting(Role.PRACTITIONER), child) == BY_GLASS


@pytest.mark.usefixtures("scopes_worked_out_once")
def test_an_account_that_has_ended_does_nothing(world: Nearness) -> None:
    for role in Role:
        by = ending(world, role, days=0)
        said = {said_of_all(name, by, world.near[Scope.OWN]) for name in VERBS}
        assert said == {"This account has ended. Ask an administrator of the partnership for a new one."}
        assert decision("open_record", VERBS["open_record"].may, by, None) in said


def ending(world: Nearness, role: Role, *, days: int) -> Acting:
    """Somebody whose account ends so many days after the Monday."""
    account = copy(world.accounts[role])
    account.ended_at = morning(MONDAY) + timedelta(days=days)
    return Acting(account, morning(MONDAY))


def test_an_account_that_ends_later_is_open_until_then(world: Nearness) -> None:
    by = ending(world, Role.PRACTITIONER, days=1)
    assert decision("read", READ, by, world.near[Scope.OWN]) == ALLOWED


# What names nobody but a person


OF_A_PERSON: Mapping[str, Mapping[str, object]] = {
    "begin_address": {"kind": AddressKind.HOME},
    "end_address": {},
    "protect_address": {"until_on": MONDAY + timedelta(days=90)},
    "lift_address_protection": {"why": "He has moved abroad"},
    "record_other_name": {"kind": NameKind.BIRTH, "family_name": "Reed"},
    "record_pregnancy": {},
    "update_particulars": {"language": "Welsh"},
}
"""Verbs that name a person, or where a person lives, and no child; each with what else it needs."""


def asked_of_a_person(world: Nearness, name: str, by: Acting, child: str) -> str:
    """What comes of such a verb where it names the child as the person."""
    person = current("child", child)["person_id"]
    address = add("address", {"person_id": person, "kind": AddressKind.HOME}, STAMP)
    named = {parameter: {"person": person, "address": address}[of] for parameter, of in VERBS[name].naming.items()}
    try:
        VERBS[name].do(by=by, on=MONDAY, **named, **OF_A_PERSON[name])
    except (Refused, NoSuchEntry) as refusal:
        return str(refusal)
    return ALLOWED


def test_these_verbs_name_people_and_no_child() -> None:
    assert {name for name, one in VERBS.items() if one.naming and {*one.naming.values()} <= PEOPLE} == {*OF_A_PERSON}


@pytest.mark.parametrize("name", OF_A_PERSON)
def test_a_person_is_in_sight_where_a_child_of_theirs_is(world: Nearness, name: str) -> None:
    manager, practitioner = world.acting(Role.MANAGER), world.acting(Role.PRACTITIONER)
    assert asked_of_a_person(world, name, manager, world.far) == NOT_FOUND
    assert asked_of_a_person(world, name, practitioner, world.near[Scope.AGENCY]) != ALLOWED
    assert asked_of_a_person(world, name, world.acting(Role.AUDITOR), world.near[Scope.OWN]) != ALLOWED
    assert asked_of_a_person(world, name, manager, world.near[Scope.AGENCY]) == ALLOWED


@pytest.mark.parametrize("name", sorted({*OF_A_PERSON} - {"record_pregnancy"}))
def test_an_open_glass_lets_nobody_change_a_person(world: Nearness, name: str) -> None:
    break_glass(world, Role.MANAGER, world.far)
    assert asked_of_a_person(world, name, world.acting(Role.MANAGER), world.far) == BY_GLASS
