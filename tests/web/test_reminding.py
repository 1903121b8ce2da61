"""The daily e-mail: what it says, to whom it goes, and that it never says of whom."""

from __future__ import annotations

from typing import Any

import pytest
from cast import MONDAY, Partnership, morning
from django.core import mail
from everyday import days_on, expected_baby, me, works_with

from lapwing.conduct.reading import WaitsFor
from lapwing.conduct.reminding import remind_all
from lapwing.conduct.verbs.hand_overs import hand_over
from lapwing.records.models import Account, Event
from lapwing.vocabulary.care_codes import HandOverKind
from lapwing.web.mailing import WORDS, send_digest
from lapwing.web.showing.work import KINDS


def send(to: str, found: Any) -> None:
    send_digest(to, found, at="https://lapwing.area.example")


def remind(days: int = 0) -> tuple[int, int]:
    done = remind_all(at=morning(days_on(days)), send=send)
    return done.sent, done.failed
