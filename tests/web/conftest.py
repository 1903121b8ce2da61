from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from cast import Partnership, morning, partnership
from desk import NOON, Desk
from django.test import Client


@pytest.fixture
def area(db: None) -> Partnership:
    return partnership()


@pytest.fixture
def desk(area: Partnership, monkeypatch: pytest.MonkeyPatch) -> Desk:
    """The API at noon on a Monday."""
    monkeypatch.setattr("django.utils.timezone.now", lambda: NOON)
    return Desk(area)


SignedIn = Callable[..., Client]
"""Gives a browser in which somebody is signed in: `signed_in("Mira Wells")`."""


@pytest.fixture
def signed_in(area: Partnership, settings: Any, monkeypatch: pytest.MonkeyPatch) -> SignedIn:
    """The screens as one account after another sees them, at noon on the day to which the area has come."""
    settings.SECOND_FACTOR = False
    noon = timedelta(hours=3)
    monkeypatch.setattr("django.utils.timezone.now", lambda: morning(area.day) + noon)

    def browser(name: str) -> Client:
        client = Client()
        client.force_login(area.accounts[name], backend="allauth.account.auth_backends.AuthenticationBackend")
        return client

    return browser
