"""What is written of faults: where they were, never what was at hand."""

from __future__ import annotations

import logging
import sys

from lapwing.settings.logs import WithoutValues


def test_a_fault_is_written_with_its_place_and_kind_and_without_what_it_says() -> None:
    try:
        raise ValueError("Anna Vale")
    except ValueError:
        record = logging.LogRecord("django.request", logging.ERROR, __file__, 1, "A fault", (), sys.exc_info())
    written = WithoutValues().format(record)
    assert "Anna" not in written
    assert "test_logs.py" in written
    assert written.endswith("ValueError")
