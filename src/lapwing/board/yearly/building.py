"""Putting a yearly report together: what people wrote in each part of it, and below it what is kept and counted."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from lapwing.board.counting import fewest
from lapwing.board.yearly.changed import changed
from lapwing.board.yearly.did import did
from lapwing.board.yearly.document import Block, Chapter, Document, Paragraph
from lapwing.board.yearly.found import found
from lapwing.board.yearly.gaps import ahead, gaps
from lapwing.board.yearly.kept_in_year import accounts_by_key, in_words, rows_of
from lapwing.board.yearly.year import ReportYear, report_year
from lapwing.conduct.findings import settings_now
from lapwing.lessons.ages_of_concern import SOURCE
from lapwing.vocabulary.board.reports import ReportPart

Told = tuple[tuple[Block, ...], tuple[Chapter, ...]]
"""What is put together for a part: blocks under its own heading, and chapters within it."""
NOTHING: Told = ((), ())


def _found(year: ReportYear, today: date) -> Told:
    return found(year)


NOTHING_SAID = "Nobody has written this part."
PUT_TOGETHER: Mapping[ReportPart, Callable[[ReportYear, date], Told]] = {
    ReportPart.DID: did,
    ReportPart.FOUND: _found,
    ReportPart.CHANGED: changed,
    ReportPart.GAPS: gaps,
    ReportPart.AHEAD: ahead,
}
"""What is put together for each part from what is kept; the others are people's words alone."""
ORDER = (
    ReportPart.FOREWORD,
    ReportPart.DID,
    ReportPart.FOUND,
    ReportPart.CHANGED,
    ReportPart.GAPS,
    ReportPart.SCRUTINY,
    ReportPart.AHEAD,
)


@dataclass(frozen=True)
class Written:
    """What somebody wrote of one part: the key of the entry, the words, who wrote them, and when."""

    key: str
    says: str
    author: str
    on: date | None


def written_for(yearly_report: str) -> Mapping[ReportPart, Written]:
    """What people wrote for a report, by its part."""
    names = accounts_by_key()
    return {
        ReportPart(row["part"]): Written(  # type: ignore[call-arg]  # by its code
            row["key"], row["says"], names.get(row["author_account_id"], ""), row["written_on"]
        )
        for row in rows_of("report_part")
        if row["yearly_report_id"] == yearly_report
    }


def document_of(yearly_report: str, year: int, *, published_on: date | None, today: date) -> Document:
    """The report on a year, as it would be told today."""
    settings = settings_now()
    about, words = report_year(year, settings), written_for(yearly_report)
    status = f"Published on {in_words(published_on)}" if published_on else f"A draft, as it stands on {in_words(today)}"
    lines = (
        f"About {in_words(about.since)} to {in_words(about.until)}",
        f"{status}; to be published by {in_words(about.due_on)}",
    )
    chapters = (_part(one, words.get(one), about, today) for one in ORDER)
    title = f"Yearly report {about.called}: {settings.value('partnership.name')}"
    return Document(title, lines, (*chapters, _how_to_read()))


def _part(part: ReportPart, words: Written | None, year: ReportYear, today: date) -> Chapter:
    blocks, chapters = PUT_TOGETHER[part](year, today) if part in PUT_TOGETHER else NOTHING
    said = (*_said(words), *blocks)
    return Chapter(part.label, said if said or chapters else (Paragraph(NOTHING_SAID),), chapters)


def _said(words: Written | None) -> Iterator[Block]:
    """What somebody wrote, a block a paragraph, signed below the last."""
    if words is None:
        return
    paragraphs = [one.strip() for one in words.says.split("\n\n") if one.strip()]
    for one in paragraphs[:-1]:
        yield Paragraph(one)
    yield Paragraph(paragraphs[-1], f"{words.author}, {in_words(words.on)}".strip(", "))


HOW_TO_READ = """\
Figures are questions to the partnership, and no verdict on a family or on anybody who works here. They are counted from \
what is recorded; what was done and not recorded is not in them.
Numbers of children below {fewest} are not told, nor others from which they could be worked out, so that nobody can be \
recognised. Where a range is given, the true share lies in it 19 times out of 20, if those counted stand for many.
Judgements are given by people who audited; none is worked out from figures.
The key findings are those of {citation}"""


def _how_to_read() -> Chapter:
    says = HOW_TO_READ.format(fewest=fewest(), citation=SOURCE.citation)
    return Chapter("How to read this report", tuple(Paragraph(one) for one in says.splitlines()))
