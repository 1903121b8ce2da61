"""Spark on this machine; the tests that need it are skipped where it cannot be had, saying so."""

from __future__ import annotations

import logging
from collections.abc import Iterator

import pytest

from lapwing.engine.run import Frames
from lapwing.engine.spark import NoSpark, spark_frames


@pytest.fixture(scope="session")
def spark() -> Iterator[Frames]:
    """The frames of any source, on Spark."""
    try:
        started = spark_frames()
        frames = started.__enter__()
    except NoSpark as without:
        pytest.skip(str(without))
    yield frames
    started.__exit__(None, None, None)


@pytest.fixture(autouse=True)
def why_a_check_failed(caplog: pytest.LogCaptureFixture) -> None:
    """A check that Spark could not run says in full why, should its test fail."""
    caplog.set_level(logging.DEBUG, "lapwing.engine.run")
