"""The corpus as files: each review in one form, the sheet of attributes, what was planted, and a long report."""

from __future__ import annotations

import csv
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, fields
from io import StringIO
from itertools import cycle
from pathlib import Path

from lapwing.reviews.invented.composing import Review
from lapwing.reviews.invented.long_report import invent_long_report
from lapwing.reviews.invented.manuscript import Manuscript
from lapwing.reviews.invented.pdf import as_pdf
from lapwing.reviews.invented.plain_text import as_text, as_web_page
from lapwing.reviews.invented.sheet import as_csv, as_excel, sheet_rows
from lapwing.reviews.invented.truth import Planted
from lapwing.reviews.invented.word import as_word

FORMS: Mapping[str, Callable[[Manuscript], bytes]] = {
    "pdf": lambda manuscript: as_pdf(manuscript).content,
    "docx": as_word,
    "html": as_web_page,
    "txt": as_text,
}
"""What makes a file of a manuscript, by the ending of the file's name."""
TURNS = ("pdf", "docx", "pdf", "html", "pdf", "docx", "pdf", "txt", "pdf")
"""The forms take turns, nine to a round, so that in time each meets each of the four looks."""
REVIEWS, SHEET, PLANTED, REPORT = "reviews", "attributes", "planted.csv", "long-report"


def files_of(reviews: Sequence[Review]) -> dict[str, Review]:
    """The reviews by the names of their files, in order."""
    return {
        f"{review.reference.lower()}.{ending}": review for review, ending in zip(reviews, cycle(TURNS), strict=False)
    }


def content(name: str, review: Review) -> bytes:
    """A review as the file of a name, in the form that its ending tells."""
    return FORMS[name.rpartition(".")[2]](review.manuscript)


def write_corpus(folder: Path, reviews: Sequence[Review], seed: int) -> dict[str, Review]:
    """Writes it all below a folder, which is made where it is not there; the reviews by the names of their files.

    `reviews/` has the reviews, `attributes.csv` and `.xlsx` the sheet, `planted.csv` where each theme stands, and
    `long-report.pdf` and `.docx` a report of some sixty pages with known implications.
    """
    (folder / REVIEWS).mkdir(parents=True, exist_ok=True)
    files = files_of(reviews)
    for name, review in files.items():
        (folder / REVIEWS / name).write_bytes(content(name, review))
    rows = list(sheet_rows(files))
    (folder / f"{SHEET}.csv").write_bytes(as_csv(rows))
    (folder / f"{SHEET}.xlsx").write_bytes(as_excel(rows))
    (folder / PLANTED).write_bytes(planted_as_csv(files))
    manuscript = invent_long_report(seed).manuscript
    for ending in ("pdf", "docx"):
        (folder / f"{REPORT}.{ending}").write_bytes(FORMS[ending](manuscript))
    return files


def planted_as_csv(files: Mapping[str, Review]) -> bytes:
    """Every planted sentence with its file, in UTF-8."""
    written = StringIO(newline="")
    rows = csv.writer(written)
    rows.writerow(["file", *(field.name for field in fields(Planted))])
    for name, review in files.items():
        rows.writerows([name, *asdict(planted).values()] for planted in review.planted)
    return written.getvalue().encode()
