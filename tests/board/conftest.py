from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from cast import Partnership, morning, partnership
from django.test import Client

SignedIn = Callable[[str], Client]


@pytest.fixture
def area(db: None) -> Partnership:
    return partnership()


@pytest.fixture
def signed_in(area: Partnership, settings: Any, monkeypatch: pytest.MonkeyPatch) -> SignedIn:
    """The screens as one account after another sees them, on the day to which the area has come."""
    settings.SECOND_FACTOR = False
    monkeypatch.setattr("django.utils.timezone.now", lambda: morning(area.day) + timedelta(hours=9))

    def browser(name: str) -> Client:
        client = Client()
        client.force_login(area.accounts[name], backend="allauth.account.auth_backends.AuthenticationBackend")
        return client

    return browser
