"""Runs commands one after another in a process of its own, so that each need not start anew: `python one_after_another.py`.

Reads a list of commands as JSON, and gives how each ended and what it said.
"""

from __future__ import annotations

import io
import json
import sys
from contextlib import redirect_stderr, redirect_stdout

from lapwing.cli import main


def ran(words: list[str]) -> dict[str, object]:
    out, err = io.StringIO(), io.StringIO()
    sys.argv = words
    code: object = 0
    with redirect_stdout(out), redirect_stderr(err):
        try:
            main()
        except SystemExit as ended:
            code = ended.code or 0
    return {"exit": code, "out": out.getvalue(), "err": err.getvalue()}


if __name__ == "__main__":
    sys.stdout.write(json.dumps([ran(words) for words in json.load(sys.stdin)]))
