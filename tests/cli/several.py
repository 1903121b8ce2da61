"""Commands as a person types them, one after another in a process of its own: `python several.py`, JSON in and out.

Each is a line with a list of words, and is answered with a line. Besides what `lapwing` has, `stop-after N` has the next
one stopped, as by Ctrl-C, when it has stored so many batches; `amend TABLE KEY COLUMN VALUE` enters something here as a
verb would; and `let-go` closes the database, so that its file can be changed.
"""

from __future__ import annotations

import io
import json
import sys
from contextlib import redirect_stderr, redirect_stdout
from datetime import UTC, datetime
from typing import Any

from lapwing.cli import main


def ran(words: list[str]) -> dict[str, Any]:
    sys.argv = ["lapwing", *words]
    out, err = io.StringIO(), io.StringIO()
    with redirect_stdout(out), redirect_stderr(err):
        try:
            main()
            code = 0
        except SystemExit as ended:
            code = int(ended.code or 0)
    return {"exit": code, "out": out.getvalue(), "err": err.getvalue()}


def stop_after(batches: str) -> None:
    from lapwing.conduct.bringing_in import Feeding

    whole, taken = Feeding.take, []

    def take(self: Any, rows: Any) -> Any:
        counts = whole(self, rows)
        taken.append(1)
        if len(taken) > int(batches):
            Feeding.take = whole  # type: ignore[method-assign]
            raise KeyboardInterrupt
        return counts

    Feeding.take = take  # type: ignore[method-assign]


def amend(table: str, key: str, column: str, value: str) -> None:
    from lapwing.records.store import Stamp, amend

    amend(table, key, {column: value}, Stamp(datetime.now(UTC), None))


def let_go() -> None:
    from django.db import connections

    connections.close_all()


OURS = {"stop-after": stop_after, "amend": amend, "let-go": let_go}

if __name__ == "__main__":
    from lapwing.cli.database import connect

    connect(may_be_new=True)
    for line in sys.stdin:
        name, *given = words = json.loads(line)
        answer = OURS[name](*given) if name in OURS else ran(words)
        sys.stdout.write(json.dumps(answer) + "\n")
        sys.stdout.flush()
