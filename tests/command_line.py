"""What tests of the command line share: the day they run on, and how a command ended."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass

import pytest

from lapwing.cli import main

DAY = "2026-06-01"


@dataclass(frozen=True)
class Ran:
    """How a command ended, and what it said where."""

    exit: int
    out: str
    err: str


Lapwing = Callable[..., Ran]


def into_a_pipe(*words: object) -> Ran:
    """How a command ends whose output goes into a pipe; for what is run once for several tests."""
    out, err = io.StringIO(), io.StringIO()
    with pytest.MonkeyPatch.context() as patched, redirect_stdout(out), redirect_stderr(err):
        patched.setattr(sys, "argv", ["lapwing", *map(str, words)])
        with pytest.raises(SystemExit) as ended:
            main()
    return Ran(int(ended.value.code or 0), out.getvalue(), err.getvalue())
