from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from cast import Partnership, morning, partnership
from django.test import Client


@pytest.fixture
def area(db: None) -> Partnership:
    return partnership()


@pytest.fixture
def signed_in(area: Partnership, settings: Any, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], Client]:
    """The screens as one account after another sees them, at noon on the day to which the area has come."""
    settings.SECOND_FACTOR = False
    monkeypatch.setattr("django.utils.timezone.now", lambda: morning(area.day) + timedelta(hours=3))

    def browser(name: str) -> Client:
        client = Client()
        client.force_login(area.accounts[name], backend="allauth.account.auth_backends.AuthenticationBackend")
        return client

    return browser
