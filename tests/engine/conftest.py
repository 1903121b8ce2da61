"""Checks made for a test are gone after it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from lapwing.engine import check


@pytest.fixture(autouse=True)
def _no_check_stays() -> Iterator[None]:
    checks, exceptions = dict(check.CHECKS), dict(check._EXCEPTED)
    yield
    for kept, before in ((check.CHECKS, checks), (check._EXCEPTED, exceptions)):
        kept.clear()
        kept.update(before)
