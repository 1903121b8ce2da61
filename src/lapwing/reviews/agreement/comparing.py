"""What can be compared in a project: the documents that two coders read, and that are open."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from lapwing.reviews.agreement.units import Paragraphs, Unit, paragraphs_of, paragraphs_under
from lapwing.reviews.agreement.work import Work, readers, work_of
from lapwing.reviews.project import Project, coder_names
from lapwing.reviews.refusal import Refusal
from lapwing.reviews.themes import Book, newest_book

FEW_DOCUMENTS = 10
"""Below this, drawing documents again and again tells little of others."""


class NothingToCompare(Refusal):
    """No document was read by two coders whose work may be seen."""


@dataclass(frozen=True)
class Compared:
    """The documents as their coders worked them through, with their paragraphs unless whole documents are the unit.

    `names` are those of the coders, by id; `sealed` is how many documents are left out because somebody has not locked.
    """

    unit: Unit
    book: Book
    work: tuple[Work, ...]
    paragraphs: Paragraphs
    names: Mapping[int, str]
    sealed: int

    def only(self, document_id: int) -> Compared:
        """One document of them."""
        return replace(self, work=tuple(one for one in self.work if one.document_id == document_id))

    def codes(self, themes: Iterable[str]) -> list[str]:
        """The codes of some themes, given by code or name; of all themes of the book where none is given."""
        return [self.book.named(theme).code for theme in themes] or [theme.code for theme in self.book.themes]


def compared_in(project: Project, unit: Unit, *, round_id: int | None = None, unfinished: bool = False) -> Compared:
    """The documents that may be compared, of a round or of all; refused where there are none.

    Each coder's work counts as it stood when they locked it, or as it stands where they finished the document outside any
    round; with `unfinished` also where they only began to code it.
    """
    book = newest_book(project)
    read = readers(project, round_id, unfinished=unfinished)
    if not read:
        raise NothingToCompare(_why_nothing(project, round_id, unfinished=unfinished))
    work = tuple(work_of(project, book, read))
    with_paragraphs = [one.document_id for one in work if unit is not Unit.DOCUMENTS]
    paragraphs = paragraphs_of(project, with_paragraphs)
    return Compared(unit, book, work, paragraphs, coder_names(project), _sealed(project, round_id))


def _sealed(project: Project, round_id: int | None) -> int:
    rows = project.rows(
        "SELECT DISTINCT document_id FROM sealed JOIN assignment USING (document_id) WHERE ?1 IS NULL OR round_id = ?1",
        (round_id,),
    )
    return len(rows)


def _why_nothing(project: Project, round_id: int | None, *, unfinished: bool) -> str:
    waiting = project.rows(
        """SELECT DISTINCT coder.name FROM assignment JOIN coder USING (coder_id)
        WHERE locked_at IS NULL AND (?1 IS NULL OR round_id = ?1) ORDER BY coder.name""",
        (round_id,),
    )
    if waiting:
        names = ", ".join(row["name"] for row in waiting)
        return (
            f"No document of double coding is open yet: {names} did not lock. Agreement is shown for a document when each "
            "of its coders has locked it with `lapwing reviews assign --lock`."
        )
    if unfinished:
        return "No document was coded by two coders. Hand a share out with `lapwing reviews assign --share`."
    return (
        "No document was read to its end by two coders. Hand a share out with `lapwing reviews assign --share`, or give "
        "--unfinished to count everybody who coded anything in a document as having read all of it."
    )


def notes_on(compared: Compared) -> Iterator[str]:
    """What was left out of what was compared, and why; and where it is little."""
    if len(compared.work) < FEW_DOCUMENTS:
        yield f"{_count(len(compared.work), 'document')} only: intervals that rest on so few are rough."
    if compared.sealed:
        yield f"{_count(compared.sealed, 'document')} left out: not every coder has locked."
    if compared.unit is Unit.DOCUMENTS:
        return
    without = sum(not compared.paragraphs.get(work.document_id) for work in compared.work)
    if without:
        yield f"{_count(without, 'document')} left out: no paragraph was recognised in it."
    passages = [(one, compared.paragraphs.get(work.document_id, ())) for work in compared.work for one in work.passages]
    lost = sum(one.start is None for one, _ in passages)
    if lost:
        yield f"{_count(lost, 'coding')} left out: the passage was not found again when the document was read anew."
    elsewhere = sum(one.start is not None and not paragraphs_under(one, those) for one, those in passages if those)
    if elsewhere:
        yield f"{_count(elsewhere, 'coding')} left out: the passage is in a heading, a table or a footnote."


def _count(count: int, what: str) -> str:
    return f"{count} {what}{'' if count == 1 else 's'}"
