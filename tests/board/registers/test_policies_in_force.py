"""Which version of a policy stands, who may change it, and what its page says."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from cast import MONDAY, Partnership
from django.test import Client

from lapwing.board.owning import ANOTHERS, THE_PARTNERSHIPS
from lapwing.board.reading.policies_in_force import Policy, PolicyStands, in_force, policies
from lapwing.board.verbs.policies_in_force import (
    enter_policy,
    replace_policy,
    revise_policy,
    sign_off_policy,
    withdraw_policy,
)
from lapwing.conduct.permissions import Refused
from lapwing.conduct.policies import NotPossible
from lapwing.records.store import ChangedMeanwhile
from lapwing.vocabulary.board.register_codes import PolicyKind

SignedIn = Callable[[str], Client]


def standard(area: Partnership, *, version: str = "1", review_on: date | None = None) -> str:
    return enter_policy(
        by=area.as_("Bea Board"),
        kind=PolicyKind.PREBIRTH_STANDARD,
        name="How we assess before birth",
        edition=version,
        in_force_on=MONDAY,
        review_on=review_on,
    )


def signed_off(area: Partnership, key: str) -> str:
    sign_off_policy(by=area.as_("Bea Board"), on=area.day, policy=key, signed_off_by="The executive group")
    return key


def stands(area: Partnership, key: str) -> PolicyStands:
    return next(one for one in policies(by=area.as_("Sol Quill")) if one.policy == key).stands


def test_a_policy_is_in_force_once_it_is_signed_off_and_its_day_has_come(area: Partnership) -> None:
    key = standard(area)
    assert stands(area, key) is PolicyStands.NOT_SIGNED_OFF
    assert stands(area, signed_off(area, key)) is PolicyStands.IN_FORCE


def test_a_review_is_overdue_once_its_day_is_over(area: Partnership) -> None:
    key = signed_off(area, standard(area, review_on=MONDAY))
    assert stands(area, key) is PolicyStands.IN_FORCE
    area.day = MONDAY + timedelta(days=1)
    assert stands(area, key) is PolicyStands.REVIEW_OVERDUE


def test_a_version_stays_in_force_until_the_one_in_its_place_is(area: Partnership) -> None:
    key = signed_off(area, standard(area))
    ahead = MONDAY + timedelta(days=10)
    second = signed_off(area, replace_policy(by=area.as_("Bea Board"), policy=key, edition="2", in_force_on=ahead))
    assert (stands(area, key), stands(area, second)) == (PolicyStands.IN_FORCE, PolicyStands.NOT_YET)
    area.day = ahead
    assert (stands(area, key), stands(area, second)) == (PolicyStands.REPLACED, PolicyStands.IN_FORCE)
    every = policies(by=area.as_("Bea Board"))
    assert [one.policy for one in in_force(every, PolicyKind.PREBIRTH_STANDARD)] == [second]


def test_a_version_is_replaced_once(area: Partnership) -> None:
    key = standard(area)
    replace_policy(by=area.as_("Bea Board"), policy=key, edition="2", in_force_on=MONDAY)
    with pytest.raises(NotPossible, match="came in the place of this one already"):
        replace_policy(by=area.as_("Bea Board"), policy=key, edition="3", in_force_on=MONDAY)


def test_an_agency_keeps_its_own_policies_and_no_others(area: Partnership) -> None:
    ours, theirs = area.agencies["Maternity"], area.agencies["Police"]
    key = enter_policy(by=area.as_("Mona Reed"), kind=PolicyKind.FATHERS, name="Fathers", owner_agency=ours)
    revise_policy(by=area.as_("Nell Frost"), policy=key, name="Work with fathers")
    with pytest.raises(Refused, match=ANOTHERS):
        revise_policy(by=area.as_("Heath Lane"), policy=key, name="Ours now")
    with pytest.raises(Refused, match=ANOTHERS):
        enter_policy(by=area.as_("Mona Reed"), kind=PolicyKind.FATHERS, name="Fathers", owner_agency=theirs)
    with pytest.raises(Refused, match=THE_PARTNERSHIPS):
        enter_policy(by=area.as_("Mona Reed"), kind=PolicyKind.FATHERS, name="Fathers")


def test_what_somebody_else_changed_meanwhile_is_not_written_over(area: Partnership) -> None:
    key = standard(area)
    revise_policy(by=area.as_("Bea Board"), policy=key, name="Assessing before birth", seen=1)
    with pytest.raises(ChangedMeanwhile):
        revise_policy(by=area.as_("Bea Board"), policy=key, name="Before birth", seen=1)


def test_what_was_withdrawn_is_changed_no_more(area: Partnership) -> None:
    key = standard(area)
    withdraw_policy(by=area.as_("Bea Board"), on=MONDAY, policy=key, why="It was merged into another one.")
    assert stands(area, key) is PolicyStands.WITHDRAWN
    with pytest.raises(NotPossible, match="was withdrawn on 1 June 2026"):
        signed_off(area, key)


def test_the_page_lists_policies_and_says_of_what_there_is_none(area: Partnership, signed_in: SignedIn) -> None:
    signed_off(area, standard(area))
    page = signed_in("Sol Quill").get("/board/registers/policies").content.decode()
    assert "How we assess before birth" in page
    lacking = "Nothing is in force of: Template for pre-birth assessments, Procedure on work with fathers, "
    assert lacking in page
    assert "Enter a policy, standard or protocol" not in page


def test_the_page_of_a_version_offers_what_its_reader_may_do(area: Partnership, signed_in: SignedIn) -> None:
    key = standard(area)
    officers = signed_in("Bea Board").get(f"/board/registers/policies/{key}").content.decode()
    assert "Record that a policy was signed off" in officers
    managers = signed_in("Mona Reed").get(f"/board/registers/policies/{key}").content.decode()
    assert "Put right what is said of a policy" not in managers


def test_a_policy_is_put_right_by_a_form_that_has_what_stands(area: Partnership, signed_in: SignedIn) -> None:
    key = standard(area, version="first draft")
    form = signed_in("Bea Board").get(f"/do/revise_policy?policy={key}&next=/board/registers/policies")
    assert 'value="first draft"' in form.content.decode()


def test_the_list_comes_as_a_file_in_which_no_cell_is_worked_out(area: Partnership, signed_in: SignedIn) -> None:
    enter_policy(by=area.as_("Bea Board"), kind=PolicyKind.OTHER, name="=1+1")
    answer = signed_in("Audra Page").get("/board/registers/policies.csv")
    assert answer["Content-Type"] == "text/csv; charset=utf-8"
    assert "'=1+1," in answer.content.decode()


def test_practitioners_do_not_see_the_register(area: Partnership, signed_in: SignedIn) -> None:
    assert signed_in("Mira Wells").get("/board/registers/policies").status_code == 403


def test_a_policy_is_called_by_its_name_and_version(area: Partnership) -> None:
    standard(area, version="2026")
    (one,) = policies(by=area.as_("Bea Board"))
    assert isinstance(one, Policy)
    assert one.called == "How we assess before birth, edition 2026"
