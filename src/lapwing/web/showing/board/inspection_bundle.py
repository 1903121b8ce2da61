"""The bundle of an inspection as one file: a folder a case under its number, and an index to read and to print."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from django.template.loader import render_to_string

from lapwing.board.reading.inspections import Bundle, CaseToLeave
from lapwing.board.yearly.document import Block, Chapter, Document, Paragraph, Points, Sheet
from lapwing.conduct.acting import Acting
from lapwing.conduct.reading import Chronology
from lapwing.web.showing import plan
from lapwing.web.showing.board.report_word import as_word
from lapwing.web.showing.chronology_document import LEFT_OUT, document_of
from lapwing.web.showing.record import OpenRecord
from lapwing.web.templating import counted, in_words

ZIP = "application/zip"
NO_MORE = (
    *LEFT_OUT[:-1],
    "schools and doctors' practices of families that are kept safe;",
    "what auditors wrote of a case, beside the answers that stand;",
    "restricted records;",
    LEFT_OUT[-1],
)
"""What no bundle has. It is the same in each, so that it tells of nobody that there is something to leave out."""


def bundle_of(found: Bundle, by: Acting) -> bytes:
    """The file, which opens anywhere; its folders are named by the numbers of the cases."""
    file = BytesIO()
    with ZipFile(file, "w", ZIP_DEFLATED) as parts:
        for name, content in _files(found, by):
            parts.writestr(ZipInfo(name, by.at.timetuple()[:6]), content, ZIP_DEFLATED)
    return file.getvalue()


def _files(found: Bundle, by: Acting) -> Iterator[tuple[str, bytes]]:
    index = index_of(found, by)
    yield "index.html", render_to_string("board/inspection_index.html", {"document": index}).encode()
    yield "index.docx", as_word(index, at=by.at, author=by.account.name)
    for one in found.cases:
        told = Chronology(one.record, one.happened)
        folder = _folder(one)
        yield f"{folder}/chronology.docx", document_of(told, by, found.inspection.kind, goes_to="inspection")
        yield f"{folder}/case.docx", as_word(case_document(one, by), at=by.at, author=by.account.name)


def _folder(one: CaseToLeave) -> str:
    return f"case-{one.number:02}"


# The index


def index_of(found: Bundle, by: Acting) -> Document:
    """What is in the bundle, by number, the area's own audits, and what no bundle has."""
    lines = (
        f"Announced on {in_words(found.inspection.notified_on)}",
        f"Made by {by.account.name} on {in_words(by.at)}",
    )
    chapters = (
        Chapter("The cases", _of_cases(found)),
        Chapter("The partnership's own audits in the last twelve months", _of_audits(found)),
        Chapter("What is left out, and why", _of_left_out(found)),
    )
    return Document(found.inspection.kind, lines, chapters)


def _of_cases(found: Bundle) -> tuple[Block, ...]:
    columns = (
        "Case",
        "Why it was chosen",
        "Entries in time",
        "Open points",
        "In the plan",
        "Answers of audits",
        "Folder",
    )
    rows = [
        (
            str(one.number),
            one.reason,
            str(len(one.happened)),
            str(len(one.open_points)),
            str(len(one.record.entries.get("action", ()))),
            str(len(one.agreed)),
            _folder(one),
        )
        for one in found.cases
    ]
    says = (
        f"Each case has a folder with two documents: what happened since {in_words(found.since)}, and what is open, the plan "
        "and what audits agreed. A nought says that nothing is recorded, and not that nothing was done."
    )
    return (Paragraph(says), Sheet("Cases by number", columns, tuple(rows)))


def _of_audits(found: Bundle) -> tuple[Block, ...]:
    if not found.audits:
        return (Paragraph("None was closed in that time."),)
    rows = [(one.title, one.method, str(one.cases), in_words(one.closed_on)) for one in found.audits]
    table = Sheet("Audits", ("Audit", "How cases were found", "Cases (n)", "Closed"), tuple(rows))
    learned = [Points(f"What was found in “{one.title}”:", one.learned) for one in found.audits if one.learned]
    return (table, *learned)


def _of_left_out(found: Bundle) -> tuple[Block, ...]:
    says = "To keep people safe, and because it is not the inspection's to know, no bundle has:"
    where = "Where something was taken out of what somebody wrote, it says [withheld]. Each such place was looked at."
    chosen = f"Chosen, and taken out again before it was made: {counted(found.inspection.taken_out, 'case')}."
    return (Points(says, NO_MORE), Paragraph(where), Paragraph(chosen))


# A case


def case_document(one: CaseToLeave, by: Acting) -> Document:
    """What is open in a case, the plan, and what audits agreed."""
    record = OpenRecord(one.record)
    chapters = (
        Chapter("What the checks find open", _open_points(one)),
        Chapter("The plan", chapters=tuple(_plan(record, by))),
        Chapter("What audits of this case agreed", _agreed(one)),
    )
    return Document(f"Case {one.number}", (f"Made on {in_words(by.at)}",), chapters)


def _open_points(one: CaseToLeave) -> tuple[Block, ...]:
    rows = [(each.asks, each.says, in_words(each.due_on) if each.due_on else "") for each in one.open_points]
    return _sheet("Open points", ("What is asked", "How it stands", "Due"), rows)


def _agreed(one: CaseToLeave) -> tuple[Block, ...]:
    rows = [(each.audit, each.asks, each.whose, each.answer) for each in one.agreed]
    return _sheet("Answers that stand", ("Audit", "Question", "Whose work", "Answer"), rows)


def _plan(record: OpenRecord, by: Acting) -> Iterator[Chapter]:
    """The plan; once a record has ended, nothing of it that asks for anything."""
    plans = [(one.called, one.category, one.led_by, one.since, one.ended) for one in plan.plans(by, record)]
    yield Chapter("Plans", _sheet("Plans", ("Plan", "Category", "Led by", "Since", "Ended"), plans))
    if not record.record.child.has_ended:
        yield from _to_be_done(record, by)
    yield _dated("Decisions", plan.decisions(record))


def _to_be_done(record: OpenRecord, by: Acting) -> Iterator[Chapter]:
    feared = [(one.called, one.stands, _actions(one.actions)) for one in plan.concerns(by, record, by.today)]
    columns = ("Concern", "How it stands", "What is done")
    yield Chapter("What is feared, and what is done", _sheet("Concerns", columns, feared))
    others = [(one.says, one.whose, one.stands, one.due) for one in plan.actions(record, by.today, concern=None)]
    yield Chapter("Other actions", _sheet("Other actions", ("Action", "Whose", "How far it is", "Due"), others))
    yield _dated("What must be in place", plan.milestones(record, by.today))
    yield _dated("Meetings to come", plan.meetings(record, by.today))


def _dated(heading: str, lines: Iterable[plan.DatedLine]) -> Chapter:
    rows = [(one.called, one.when, one.stands) for one in lines]
    return Chapter(heading, _sheet(heading, ("What", "When", "How it stands"), rows))


def _actions(some: Iterable[plan.ActionLine]) -> str:
    return "; ".join(f"{one.says} ({one.whose}; {one.stands})" for one in some) or "Nothing is recorded"


def _sheet(caption: str, columns: tuple[str, ...], rows: Sequence[tuple[str, ...]]) -> tuple[Block, ...]:
    if not rows:
        return (Paragraph("Nothing is recorded."),)
    return (Sheet(caption, columns, tuple(rows)),)
