"""Tables of the Board: its yearly report, what people write for it, and the report as it was told when it was published."""

from __future__ import annotations

from lapwing.vocabulary.board.columns import account
from lapwing.vocabulary.tables import Codes, code, happened, key, refers, table, text, whole


class ReportPart(Codes):
    """What people write of a yearly report, each beside what is put together from what is kept."""

    FOREWORD = "foreword", "Foreword"
    DID = "did", "What we did"
    FOUND = "found", "What the records show"
    CHANGED = "changed", "What changed, and how we know"
    GAPS = "gaps", "What we do not know, and what was not done"
    SCRUTINY = "scrutiny", "What independent scrutiny says"
    AHEAD = "ahead", "What we mean to do next"


yearly_report = table(
    "yearly_report",
    "A yearly report of the partnership. From its publication on it is what was told then, whatever is counted later.",
    key("yearly_report_id", "The report."),
    whole("year", "The year in which the twelve months begin that it is about."),
    happened("begun_on", "Day on which work on it began."),
    happened("published_on", "Day of its publication; empty while it is being written."),
    text("told", "The whole report as it was published, as JSON: its headings, sentences and tables."),
)

report_part = table(
    "report_part",
    "What somebody wrote for one part of a yearly report. Each version of it is kept.",
    key("report_part_id", "The words."),
    refers("yearly_report", "The report.", required=True),
    code("part", ReportPart, "Which part of it.", required=True),
    text("says", "What it says."),
    account("author_account_id", "Who wrote it first."),
    happened("written_on", "Day it was last written."),
)

KEPT = (yearly_report, report_part)
