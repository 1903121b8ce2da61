"""An organisation's single sign-on, by OpenID Connect, with a provider that is only in this test."""

from __future__ import annotations

import json
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from allauth.socialaccount.models import SocialAccount
from cast import MONDAY, Partnership
from django.test import Client
from lxml import html

from lapwing.conduct.verbs.accounts import end_account
from lapwing.records.models import Account, Event

SERVER = "https://sso.example.org"
WITH = "/account/with/organisation/"
APP = {
    "provider_id": "organisation",
    "name": "the council",
    "client_id": "lapwing",
    "secret": "secret",
    "settings": {"server_url": SERVER},
}


class Said:
    """An answer of the provider."""

    status_code = 200
    headers = {"content-type": "application/json"}  # noqa: RUF012

    def __init__(self, body: Any) -> None:
        self.body = body
        self.text = json.dumps(body)

    def json(self) -> Any:
        return self.body

    def raise_for_status(self) -> None:
        return None


class Provider:
    """The provider's addresses, and whom it says somebody is."""

    def __init__(self) -> None:
        self.claims: dict[str, Any] = {"sub": "42", "email": "Mira.Wells@example.org", "email_verified": True}
        self.sent: dict[str, Any] = {}

    def __enter__(self) -> Provider:
        return self

    def __exit__(self, *_: object) -> None:
        return None

    def get(self, url: str, **_: Any) -> Said:
        configuration = {
            name: f"{SERVER}/{name}" for name in ("authorization_endpoint", "token_endpoint", "userinfo_endpoint")
        }
        return Said(self.claims if url.endswith("userinfo_endpoint") else configuration | {"issuer": SERVER})

    def request(self, method: str, url: str, *, data: dict[str, Any], **_: Any) -> Said:
        self.sent = data
        return Said({"access_token": "token", "token_type": "Bearer"})


@pytest.fixture
def provider(area: Partnership, settings: Any, monkeypatch: pytest.MonkeyPatch) -> Provider:
    ours = Provider()
    settings.SOCIALACCOUNT_PROVIDERS = {"openid_connect": {"OAUTH_PKCE_ENABLED": True, "APPS": [APP]}}
    monkeypatch.setattr(DefaultSocialAccountAdapter, "get_requests_session", lambda self: ours)
    return ours


def come_back(client: Client, *, asked: str = "", code: str = "code") -> Any:
    """Goes to the provider and comes back with what it says."""
    there = client.get(f"{WITH}{asked}").headers["Location"]
    state = parse_qs(urlsplit(there).query)["state"][0]
    return client.get(f"{WITH}callback/", {"code": code, "state": state})


def says(answer: Any) -> str:
    return " ".join(html.fromstring(answer.content).find(".//main").text_content().split())


def test_the_page_offers_it_where_it_is_set_up(client: Client, provider: Provider, settings: Any) -> None:
    page = html.fromstring(client.get("/account/login/?next=/children").content)
    assert [one.get("href") for one in page.iter("a") if "the council" in one.text_content()] == [
        f"{WITH}?next=%2Fchildren"
    ]
    settings.SOCIALACCOUNT_PROVIDERS = {"openid_connect": {"APPS": []}}
    assert "the council" not in client.get("/account/login/").content.decode()
    assert client.get(WITH).status_code == 404


def test_it_lets_in_whom_an_administrator_gave_an_account_and_asks_for_no_second_factor(
    client: Client, provider: Provider, area: Partnership
) -> None:
    account = area.accounts["Mira Wells"]
    account.set_password("lapwings lead them away")
    account.save()
    assert come_back(client, asked="?next=/children").headers["Location"] == "/children"
    assert client.get("/children").status_code == 200
    assert Event.objects.get(verb="signed_in").by_id == account.pk
    assert provider.sent["code_verifier"], "a code that is overheard is of no use"
    account.refresh_from_db()
    assert account.has_usable_password(), "what somebody set up here stays"
    assert SocialAccount.objects.count() == 0, "nothing of the provider's is kept"


@pytest.mark.parametrize(
    "claims",
    [
        {"email_verified": False},
        {"email_verified": None},
        {"email": "nobody@example.org"},
        {"email": "moss.adair@example.org"},
        {"email": ""},
    ],
    ids=["not verified", "not said to be", "nobody here", "account has ended", "no address"],
)
def test_it_lets_nobody_else_in_and_opens_no_account(
    client: Client, provider: Provider, area: Partnership, claims: dict[str, Any]
) -> None:
    end_account(by=area.as_("Ada Keys"), on=MONDAY, account=area.accounts["Moss Adair"].pk)
    there = Account.objects.count()
    provider.claims |= claims
    answer = come_back(client)
    assert (answer.status_code, says(answer)[:20]) == (403, "Nobody was signed in")
    assert client.get("/you").status_code == 302
    assert Account.objects.count() == there
    assert [one.by_id for one in Event.objects.filter(verb="not_let_in")] == [None]


@pytest.mark.parametrize("process", ["connect", "redirect"])
def test_it_links_nothing_to_somebody_who_is_signed_in(
    client: Client, provider: Provider, area: Partnership, settings: Any, process: str
) -> None:
    settings.SECOND_FACTOR = False
    client.force_login(area.accounts["Sam Birch"], backend="allauth.account.auth_backends.AuthenticationBackend")
    answer = come_back(client, asked=f"?process={process}&next=/children")
    assert answer.status_code == 403
    assert SocialAccount.objects.count() == 0


def test_what_comes_back_without_being_asked_for_is_refused(client: Client, provider: Provider) -> None:
    answer = client.get(f"{WITH}callback/", {"code": "code", "state": "another"})
    assert (answer.status_code, says(answer)[:22]) == (401, "Your organisation did ")


def test_who_thinks_better_of_it_is_led_back(client: Client, provider: Provider) -> None:
    there = client.get(WITH).headers["Location"]
    state = parse_qs(urlsplit(there).query)["state"][0]
    answer = client.get(f"{WITH}callback/", {"error": "access_denied", "state": state})
    assert "You stopped signing in" in says(client.get(answer.headers["Location"]))
