"""Asking the API as a system does, with the tokens of an invented partnership."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from cast import MONDAY, Partnership, morning
from django.test import Client

from lapwing.conduct.tokens import digest_of
from lapwing.records.models import Token

NOON = morning(MONDAY) + timedelta(hours=3)


@dataclass
class Answer:
    """What came back: the status, the JSON, and the headers."""

    status: int
    body: Any
    headers: Any

    @property
    def says(self) -> str:
        return str(self.body["says"])


@dataclass
class Desk:
    """The API as one account after another sees it."""

    area: Partnership
    client: Client = field(default_factory=lambda: Client(raise_request_exception=False))

    def token(self, name: str, *, ends_at: datetime | None = None, withdrawn_at: datetime | None = None) -> str:
        """A token for an account, which may have expired or been withdrawn."""
        token = f"token of {name} {ends_at} {withdrawn_at}"
        Token.objects.get_or_create(
            digest=digest_of(token),
            defaults={
                "account": self.area.accounts[name],
                "name": "Case system",
                "made_at": morning(MONDAY),
                "ends_at": ends_at or NOON + timedelta(days=90),
                "withdrawn_at": withdrawn_at,
            },
        )
        return token

    def get(self, name: str, address: str) -> Answer:
        return self.ask("get", address, self.token(name))

    def do(self, name: str, verb: str, /, **given: Any) -> Answer:
        return self.ask("post", f"do/{verb}", self.token(name), {"on": str(MONDAY), **given})

    def ask(self, method: str, address: str, token: str | None, body: Any = None, **more: Any) -> Answer:
        headers = {} if token is None else {"Authorization": f"Bearer {token}"}
        sent = body if isinstance(body, str | bytes) else json.dumps(body)
        answer = self.client.generic(
            method.upper(),
            f"/api/{address}",
            sent if body is not None else "",
            "application/json",
            headers=headers,
            **more,
        )
        return Answer(answer.status_code, json.loads(answer.content), answer.headers)
