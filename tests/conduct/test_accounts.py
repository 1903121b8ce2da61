"""Who may sign in, which systems are let in, and what somebody leaves behind."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from cast import MONDAY, Partnership, morning

from lapwing.conduct.acting import Acting
from lapwing.conduct.permissions import Refused
from lapwing.conduct.policies import NotPossible
from lapwing.conduct.setting_up import first_administrator
from lapwing.conduct.tokens import account_of_token, digest_of
from lapwing.conduct.verbs.accounts import (
    end_account,
    enter_agency,
    issue_token,
    open_account,
    open_system_account,
    withdraw_token,
)
from lapwing.conduct.verbs.births import record_loss
from lapwing.conduct.verbs.children import open_record, record_pregnancy
from lapwing.conduct.verbs.feeds import keep_here
from lapwing.conduct.verbs.referrals import refer
from lapwing.records.models import HERE, Account, Carries, Event, Notification, Role, Token
from lapwing.records.store import CannotEnter, NoSuchEntry, current
from lapwing.vocabulary.codes import AgencyKind, PractitionerRole


def opened(area: Partnership, **other: object) -> int:
    given = {"email": "Tess.Rowe@example.org", "name": "Tess Rowe", "role": Role.PRACTITIONER, **other}
    return open_account(by=area.as_("Ada Keys", MONDAY), on=MONDAY, **given)


def test_an_account_is_opened_with_its_post(area: Partnership) -> None:
    key = opened(area, agency=area.agencies["Police"], team="Child abuse", post=PractitionerRole.POLICE_OFFICER)
    account = Account.objects.get(pk=key)
    assert account.email == "tess.rowe@example.org"
    assert not account.has_usable_password()
    assert current("practitioner", account.practitioner_id)["role"] == "police_officer"


def test_somebody_on_record_at_the_agency_is_not_entered_again(area: Partnership) -> None:
    hazel = area.accounts["Hazel Ford"]
    key = opened(area, agency=area.agencies["Health visiting"], practitioner=hazel.practitioner_id)
    assert Account.objects.get(pk=key).practitioner_id == hazel.practitioner_id
    with pytest.raises(CannotEnter, match="somebody of another agency"):
        opened(area, agency=area.agencies["Police"], practitioner=hazel.practitioner_id)


def test_somebody_with_a_record_of_their_own_is_kept_from_their_familys(area: Partnership) -> None:
    pregnancy = record_pregnancy(by=area.as_("Mira Wells", MONDAY), on=MONDAY, given_name="Tess", family_name="Rowe")
    mother = current("pregnancy", pregnancy)["mother_id"]
    maternity = {"agency": area.agencies["Maternity"], "team": "Community"}
    area.accounts["Tess Rowe"] = Account.objects.get(pk=opened(area, **maternity, own_record=mother))
    with pytest.raises(Refused, match="your own family"):
        record_loss(by=area.as_("Tess Rowe"), on=MONDAY, pregnancy=pregnancy)


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"role": Role.MANAGER}, "a manager needs the agency"),
        ({"role": Role.AUDITOR, "email": "nowhere"}, "needs an e-mail address"),
        ({"role": Role.AUDITOR, "email": "SAM.BIRCH@example.org"}, "another account has"),
    ],
)
def test_what_an_account_needs_is_said(area: Partnership, wrong: dict[str, object], sentence: str) -> None:
    with pytest.raises(CannotEnter, match=sentence):
        opened(area, **wrong)


def test_a_scrutineer_belongs_to_no_agency(area: Partnership) -> None:
    key = opened(area, role=Role.SCRUTINEER)
    assert Account.objects.get(pk=key).agency_id is None


def test_an_account_is_of_an_agency_that_there_is(area: Partnership) -> None:
    with pytest.raises(NoSuchEntry, match="no such agency"):
        open_system_account(
            by=area.as_("Ada Keys"), on=MONDAY, email="ward@example.org", name="Ward system", agency="nowhere"
        )


def test_only_administrators_open_accounts(area: Partnership) -> None:
    with pytest.raises(Refused, match="an administrator can"):
        open_account(by=area.as_("Mona Reed"), on=MONDAY, email="t@example.org", name="Tess Rowe", role=Role.AUDITOR)


def test_who_leaves_leaves_a_list_of_what_waits_for_somebody_else(
    area: Partnership, django_capture_on_commit_callbacks
) -> None:
    child = open_record(by=area.as_("Hazel Ford", MONDAY), on=MONDAY, given_name="Otto", born_on=date(2026, 1, 5))
    referral = refer(by=area.as_("Hazel Ford"), on=MONDAY, child=child, to_agency=area.agencies["Social care"])
    hazel = area.accounts["Hazel Ford"]
    with django_capture_on_commit_callbacks(execute=True):
        left = end_account(by=area.as_("Ada Keys"), on=MONDAY, account=hazel.pk)
    assert set(left) == {"involvement", "referral"}
    assert left["referral"] == [referral]
    assert current("practitioner", hazel.practitioner_id)["left_on"] == MONDAY
    told = Notification.objects.get()
    assert (told.account.name, told.what) == (
        "Heath Lane",
        "Somebody has left your agency. This waits for somebody else: involvement (1), referral (1).",
    )


def test_an_account_that_has_ended_does_nothing_more(area: Partnership) -> None:
    hazel = area.accounts["Hazel Ford"]
    end_account(by=area.as_("Ada Keys"), on=MONDAY, account=hazel.pk)
    hazel.refresh_from_db()
    with pytest.raises(Refused, match="This account has ended"):
        open_record(by=area.as_("Hazel Ford"), on=MONDAY, given_name="Otto")
    with pytest.raises(NotPossible, match="ended on 1 June 2026 already"):
        end_account(by=area.as_("Ada Keys"), on=MONDAY, account=hazel.pk)


def test_who_has_another_post_goes_on_as_a_practitioner(area: Partnership) -> None:
    hazel = area.accounts["Hazel Ford"]
    opened(area, agency=area.agencies["Health visiting"], practitioner=hazel.practitioner_id, role=Role.MANAGER)
    assert end_account(by=area.as_("Ada Keys"), on=MONDAY, account=hazel.pk) == {}
    assert current("practitioner", hazel.practitioner_id)["left_on"] is None


def test_an_administrator_does_not_end_their_own_account(area: Partnership) -> None:
    with pytest.raises(Refused, match="another administrator ends it"):
        end_account(by=area.as_("Ada Keys"), on=MONDAY, account=area.accounts["Ada Keys"].pk)
    with pytest.raises(CannotEnter, match="number of somebody's account"):
        end_account(by=area.as_("Ada Keys"), on=MONDAY, account=0)


# Systems


@pytest.fixture
def system(area: Partnership) -> int:
    return open_system_account(
        by=area.as_("Ada Keys", MONDAY),
        on=MONDAY,
        email="ward@example.org",
        name="Ward system",
        agency=area.agencies["Maternity"],
        team="Ward",
    )


def issued(area: Partnership, account: int, **other: object) -> str:
    return issue_token(by=area.as_("Ada Keys"), on=MONDAY, account=account, **{"name": "Ward", "days": 90, **other})


def test_a_token_is_shown_once_and_kept_as_its_digest(area: Partnership, system: int) -> None:
    token = issued(area, system)
    kept = Token.objects.get()
    assert kept.digest == digest_of(token)
    assert kept.ends_at - kept.made_at == timedelta(days=90)
    assert not Event.objects.filter(details__contains=token).exists()


def test_a_token_is_withdrawn_by_hand_or_with_its_account(area: Partnership, system: int) -> None:
    issued(area, system)
    first = Token.objects.get()
    withdraw_token(by=area.as_("Ada Keys"), on=MONDAY, token=first.pk)
    issued(area, system)
    end_account(by=area.as_("Ada Keys"), on=MONDAY, account=system)
    assert not Token.objects.filter(withdrawn_at__isnull=True).exists()
    with pytest.raises(NotPossible, match="withdrawn on 1 June 2026 already"):
        withdraw_token(by=area.as_("Ada Keys"), on=MONDAY, token=first.pk)
    with pytest.raises(NotPossible, match="This account has ended"):
        issued(area, system)


def test_a_token_is_for_a_system_and_for_a_year_at_most(area: Partnership, system: int) -> None:
    with pytest.raises(NotPossible, match="This is a person's account"):
        issued(area, area.accounts["Mira Wells"].pk)
    with pytest.raises(CannotEnter, match="needs from 1 to 366"):
        issued(area, system, days=400)
    with pytest.raises(CannotEnter, match="number of a token"):
        withdraw_token(by=area.as_("Ada Keys"), on=MONDAY, token=0)


# What is recorded here


def test_tables_that_are_kept_here_are_told_once(area: Partnership) -> None:
    Carries.objects.all().delete()
    assert keep_here(by=area.as_("Ada Keys", MONDAY), on=MONDAY, tables=["child", "person"]) == ["child", "person"]
    assert keep_here(by=area.as_("Ada Keys"), on=MONDAY, tables=["person", "referral"]) == ["referral"]
    assert set(Carries.objects.values_list("feed", "table")) == {(HERE, t) for t in ("child", "person", "referral")}


@pytest.mark.parametrize(("tables", "has"), [([], "none"), (["weather"], "weather")])
def test_only_tables_that_there_are_can_be_kept_here(area: Partnership, tables: list[str], has: str) -> None:
    with pytest.raises(CannotEnter, match=f"tables: has {has}; needs some of"):
        keep_here(by=area.as_("Ada Keys"), on=MONDAY, tables=tables)


# Agencies, and whoever is first


def test_an_agency_is_entered_once(area: Partnership) -> None:
    ada = area.as_("Ada Keys", MONDAY)
    key = enter_agency(by=ada, on=MONDAY, name="Fenwick Surgery", kind=AgencyKind.GENERAL_PRACTICE)
    assert current("agency", key)["name"] == "Fenwick Surgery"
    with pytest.raises(NotPossible, match="on record already"):
        enter_agency(by=area.as_("Ada Keys"), on=MONDAY, name="fenwick surgery ", kind=AgencyKind.GENERAL_PRACTICE)
    with pytest.raises(Refused, match="an administrator can"):
        enter_agency(by=area.as_("Mona Reed"), on=MONDAY, name="Another", kind=AgencyKind.POLICE)


@pytest.fixture
def nobody_yet(db: None) -> None:
    """A database in which nobody has an account."""


def first(email: str = "Ida.Quill@example.org") -> str:
    return first_administrator(email=email, name="Ida Quill", at=morning(MONDAY))


@pytest.mark.usefixtures("nobody_yet")
def test_the_first_administrator_is_let_in_for_a_week() -> None:
    account = account_of_token(first(), morning(MONDAY))
    assert (account.email, account.role) == ("ida.quill@example.org", Role.ADMINISTRATOR)
    assert not account.has_usable_password()
    assert Token.objects.get().ends_at == morning(MONDAY) + timedelta(days=7)
    assert Event.objects.get().verb == "first_administrator"


@pytest.mark.usefixtures("nobody_yet")
def test_the_first_administrator_alone_is_given_another_token() -> None:
    tokens = {first(), first()}
    assert {account_of_token(token, morning(MONDAY)).name for token in tokens} == {"Ida Quill"}
    assert len(tokens) == Token.objects.count() == 2
    with pytest.raises(NotPossible, match="administrator already"):
        first("somebody.else@example.org")
    assert Event.objects.count() == 2


def test_nobody_is_first_where_there_is_an_administrator(area: Partnership) -> None:
    with pytest.raises(NotPossible, match="administrator already"):
        first()
    end_account(by=administrator(area), on=MONDAY, account=area.accounts["Ada Keys"].pk)
    with pytest.raises(NotPossible, match="administrator already"):
        first()


def administrator(area: Partnership) -> Acting:
    area.account("Otto Keys", Role.ADMINISTRATOR)
    return area.as_("Otto Keys", MONDAY)


@pytest.mark.parametrize(("email", "name"), [("ida.quill", "Ida"), ("ida@example.org", " ")])
@pytest.mark.usefixtures("nobody_yet")
def test_the_first_administrator_has_an_address_and_a_name(email: str, name: str) -> None:
    with pytest.raises(CannotEnter, match="e-mail address and the name"):
        first_administrator(email=email, name=name, at=morning(MONDAY))
