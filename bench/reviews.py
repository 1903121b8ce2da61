"""Case reviews: real ones read, and 482 invented ones of 40 pages read, searched and counted, in a process of their own.

`python bench/reviews.py FOLDER COUNT` reads, codes, searches and counts so many reviews of FOLDER, and prints JSON.
"""

from __future__ import annotations

import hashlib
import json
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, TypeVar

from material import PLACE

REAL = Path("../shared/samples/ofsted")
COUNT, PAGES, SEED = 482, 40, 1
AT = datetime(2026, 6, 1, 9, tzinfo=UTC)
PROJECT = "reviews.lapwing"
ASKED_FOR = (
    "fathers",
    "pre-birth assessment",
    "health visitor",
    "nobody coordinated",
    "hard to reach",
    "young parents",
)
PROCESSES = 2
"""That read, beside the one that keeps."""

Line = tuple[str, str, str]
Given = TypeVar("Given")


def lines(count: int = COUNT) -> Iterator[Line]:
    """What is measured, how it came out, and the bar."""
    if REAL.is_dir():
        told = _told("real", str(REAL))
        yield (
            f"{told['read']} real PDFs read, {told['pages']:,} pages; {told['refused']} refused",
            f"{told['seconds']:.1f} s",
            "10 s",
        )
    else:
        yield "real PDFs", f"not measured: there is no {REAL}", "10 s"
    told = _told(str(corpus(count)), str(count))
    yield f"{count} invented reviews, {told['pages']:,} pages, read and kept", f"{told['read']:.1f} s", "60 s"
    yield "    the most memory held, readers and keeper together", f"{told['megabytes']:,.0f} MB", "1,000 MB"
    yield f"    {told['codings']:,} passages coded", f"{told['coded']:.1f} s", ""
    yield f"    {len(ASKED_FOR)} searches, the longest", f"{told['longest search']:.0f} ms", "50 ms"
    yield "        their median", f"{told['search']:.0f} ms", "50 ms"
    yield (
        f"    {told['tables']} tables of prevalence with intervals, and agreement",
        f"{told['all tables']:.2f} s",
        "2 s",
    )
    yield "        of that agreement, with its bootstrap", f"{told['agreement']:.2f} s", ""


def corpus(count: int) -> Path:
    """The folder of so many invented reviews as PDF, made once for each way in which they are told."""
    from lapwing.reviews import invented

    told = sorted(path for path in Path(invented.__file__).parent.rglob("*.*") if path.suffix in (".py", ".toml"))
    sign = hashlib.sha256(b"".join(path.read_bytes() for path in told)).hexdigest()[:8]
    folder = PLACE / f"reviews-{count}-{sign}"
    if not folder.exists():
        from lapwing.reviews.invented.corpus import content

        unfinished = folder.with_suffix(".part")
        unfinished.mkdir(parents=True, exist_ok=True)
        for name, review in _files(count).items():
            (unfinished / name).write_bytes(content(name, review))
        unfinished.rename(folder)
    return folder


def _files(count: int) -> dict[str, Any]:
    from lapwing.reviews.invented import invent_reviews

    return {f"{review.reference.lower()}.pdf": review for review in invent_reviews(count, SEED, pages=PAGES)}


def _told(*words: str) -> dict[str, Any]:
    ran = subprocess.run([sys.executable, __file__, *words], capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stderr
    told: dict[str, Any] = json.loads(ran.stdout)
    return told


def _timed(work: Callable[[], Given]) -> tuple[float, Given]:
    started = time.perf_counter()
    given = work()
    return time.perf_counter() - started, given


def real(folder: Path) -> dict[str, Any]:
    """All real documents of a folder, read side by side."""
    from lapwing.reviews.reading import UnusableDocument, read_many

    given = {path.name: path.read_bytes() for path in sorted(folder.glob("*.pdf"))}
    seconds, found = _timed(lambda: list(read_many(given.items(), processes=PROCESSES)))
    read = [document for _, document in found if not isinstance(document, UnusableDocument)]
    pages = sum(len(document.pages) for document in read)
    return {"seconds": seconds, "read": len(read), "refused": len(found) - len(read), "pages": pages}


def invented(folder: Path, count: int) -> dict[str, Any]:
    """Invented reviews from their files to every table."""
    from lapwing.reviews.beginning import begin_project
    from lapwing.reviews.invented.coded import code_files, keep_files

    files = _files(count)
    contents = {path.name: path.read_bytes() for path in sorted(folder.glob("*.pdf"))}
    path = folder / PROJECT
    path.unlink(missing_ok=True)
    told: dict[str, Any] = {}
    with begin_project(path, "Benchmark", AT) as project:
        told["read"], ids = _timed(lambda: keep_files(project, files, contents, AT))
        told["megabytes"] = _megabytes()
        told["pages"] = project.rows("SELECT count(*) AS pages FROM page")[0]["pages"]
        told["coded"], _ = _timed(lambda: code_files(project, files, ids, SEED, AT))
        told["codings"] = project.rows("SELECT count(*) AS codings FROM coding")[0]["codings"]
        told |= _searched(project) | _counted(project)
    return told


def _searched(project: Any) -> dict[str, Any]:
    from lapwing.reviews.searching import search

    times = [_timed(lambda asked=asked: search(project, asked))[0] * 1000 for asked in ASKED_FOR]
    return {"search": statistics.median(times), "longest search": max(times)}


def _counted(project: Any) -> dict[str, Any]:
    """Every table: of reviews and children, by cohort, period, both and neither; and agreement over the double coding."""
    from lapwing.reviews.agreement.agreeing import agreement
    from lapwing.reviews.prevalence import Asked, By, Of, prevalences

    kinds = [Asked(of, by) for of in Of for by in By]
    tables, _ = _timed(lambda: [_whole(table) for table in prevalences(project, kinds)])
    seconds, _ = _timed(lambda: agreement(project))
    return {"tables": len(kinds), "agreement": seconds, "all tables": tables + seconds}


def _whole(table: Any) -> list[tuple[Any, bool]]:
    """Every cell's interval, and whether it is kept back."""
    return [(cell.interval, table.is_hidden(cell)) for cells in table.cells.values() for cell in cells.values()]


def _megabytes() -> float:
    """The most that this process and its readers can have held at once."""
    own, reader = (resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return (own + PROCESSES * reader) / 1024


if __name__ == "__main__":
    first, *more = sys.argv[1:]
    print(json.dumps(real(Path(more[0])) if first == "real" else invented(Path(first), int(more[0]))))
