"""Findings from Parquet to Parquet, in a process of their own, so that its memory is theirs alone."""

from __future__ import annotations

import json
import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import Any

from material import PLACE

TIMED = """
import json, re, sys, time
from datetime import date
from pathlib import Path
from lapwing.analysis import question
from lapwing.exchange.folder import read_folder
from lapwing.report.parquet import ASKED, write_findings
asked = question(date.fromisoformat(sys.argv[2]))
started = time.perf_counter()
missed = write_findings(asked, read_folder(Path(sys.argv[1])).records, Path(sys.argv[3]))
seconds = time.perf_counter() - started
assert not missed, missed
told = json.loads((Path(sys.argv[3]) / ASKED).read_text("utf-8"))
print(json.dumps({"seconds": seconds, "findings": sum(told["findings"].values()),
                  "gibibytes": int(re.search(r"VmHWM:\\s+(\\d+)", Path("/proc/self/status").read_text())[1]) / 1024**2}))
"""


def timed_findings(folder: Path, day: date) -> dict[str, Any]:
    """How long all checks take over a folder of record tables, the most memory held, and how many findings there are."""
    words = [sys.executable, "-c", TIMED, str(folder), day.isoformat(), str(PLACE / f"findings-of-{folder.name}")]
    ran = subprocess.run(words, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stderr
    told: dict[str, Any] = json.loads(ran.stdout)
    return told
