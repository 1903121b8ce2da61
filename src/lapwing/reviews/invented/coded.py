"""The corpus as a project that is ready to be looked at: read in, coded, and a part of it coded twice."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime

from lapwing.reviews.agreement.rounds import all_rounds, lock, make_round
from lapwing.reviews.agreement.sampling import By
from lapwing.reviews.attributes.kept import keep_attributes
from lapwing.reviews.attributes.sheets import sheet_of
from lapwing.reviews.coding.passages import assess, code_passage, finish
from lapwing.reviews.document import Document, Span
from lapwing.reviews.invented.composing import Review
from lapwing.reviews.invented.double_coding import CODERS, DoubleCoding, InventedCoder, coded_twice
from lapwing.reviews.invented.planting import PLANTED
from lapwing.reviews.invented.sheet import as_csv, sheet_rows
from lapwing.reviews.project import Project, coder
from lapwing.reviews.project.documents import keep_document, stored_document
from lapwing.reviews.reading import READER, UnusableDocument, media_type_of, read_many
from lapwing.reviews.refusal import Refusal

FIRST, SECOND = InventedCoder(CODERS[0].name, 0.0, 0.0), CODERS[1]
"""Who codes everything and makes no mistake, and who codes a part and makes some."""
SHARE = 0.25
ROUND = "Double coding"


def keep_files(
    project: Project, files: Mapping[str, Review], contents: Mapping[str, bytes], at: datetime
) -> dict[str, int]:
    """Reads the files of reviews into a project, and takes their sheet of attributes in; the documents' ids by name."""
    ids = {}
    for name, document in read_many(contents.items()):
        if isinstance(document, UnusableDocument):
            raise document
        original = contents[name]
        kind = media_type_of(name, original)
        ids[name] = keep_document(
            project, name=name, media_type=kind, original=original, document=document, at=at, reader=READER
        )
    kept = keep_attributes(project, sheet_of("attributes.csv", as_csv(list(sheet_rows(files)))), at)
    if kept.faults or kept.unknown_files:
        raise Refusal(
            f"{len(kept.faults)} rows of the invented sheet were not taken in; needs a day after its last date."
        )
    return ids


def code_files(
    project: Project, files: Mapping[str, Review], ids: Mapping[str, int], seed: int, at: datetime, share: float = SHARE
) -> DoubleCoding:
    """Has FIRST code all that was planted, and SECOND a share of the documents, blind, with errors; what both said there.

    Every document is finished by FIRST, so that what was not planted is absent.
    """
    twice = set(_handed_out(project, share, seed, at))
    double = coded_twice([review for name, review in files.items() if ids[name] in twice], seed, (FIRST, SECOND))
    with project.changing():
        for name, review in files.items():
            _Reading(project, ids[name], review, FIRST, at).code(_present(review), with_absent=True)
            if ids[name] in twice:
                said = [theme for theme in PLANTED if double.said[review.reference, theme][1]]
                _Reading(project, ids[name], review, SECOND, at).code(said, with_absent=False)
            else:
                finish(project, document_id=ids[name], coder_id=coder(project, FIRST.name), at=at)
        for each in (FIRST, SECOND):
            lock(project, coder_name=each.name, at=at)
    return double


def _handed_out(project: Project, share: float, seed: int, at: datetime) -> Iterator[int]:
    make_round(
        project,
        share=share,
        coders=(FIRST.name, SECOND.name),
        made_by=FIRST.name,
        at=at,
        by=By.NONE,
        seed=seed,
        name=ROUND,
    )
    return (one.document_id for each in all_rounds(project) for one in each.assignments)


def _present(review: Review) -> list[str]:
    return [theme for theme, state in review.states().items() if state == "present"]


class _Sentences:
    """Where the sentences of a document stand. Block after block the letters alone are looked at: a reader may keep a
    hyphen at which a line was broken, and a footnote may stand between two parts of a block.
    """

    def __init__(self, document: Document) -> None:
        spans = (span for block in document.body() for span in block.spans)
        self.places = [at for start, end in spans for at in range(start, end) if document.text[at].isalnum()]
        self.letters = "".join(document.text[at] for at in self.places)

    def span(self, sentence: str) -> Span:
        """From where up to where a sentence stands, with its full stop; refused where it does not."""
        wanted = "".join(letter for letter in sentence if letter.isalnum())
        at = self.letters.find(wanted)
        if at < 0:
            raise Refusal(
                "A sentence of an invented review was not read out of its file. Read it with this version's reader."
            )
        return self.places[at], self.places[at + len(wanted) - 1] + 1 + len(sentence) - len(sentence.rstrip("."))


class _Reading:
    """One coder's way through one review."""

    def __init__(self, project: Project, document_id: int, review: Review, by: InventedCoder, at: datetime) -> None:
        self.project, self.document_id, self.review, self.at = project, document_id, review, at
        self.coder_id = coder(project, by.name)
        self.sentences = _Sentences(stored_document(project, document_id))
        rows = project.rows(
            "SELECT child_id, label FROM child JOIN document USING (review_id) WHERE document_id = ?", (document_id,)
        )
        self.children = {row["label"]: int(row["child_id"]) for row in rows}

    def code(self, present: Sequence[str], *, with_absent: bool) -> None:
        """Codes the sentences of themes that are seen, and says, where wanted, which the review says are absent."""
        for theme in present:
            planted = [each for each in self.review.planted if (each.theme, each.state) == (theme, "present")]
            for each in planted:
                self._passage(theme, each.sentence, each.child)
            if not planted:
                self._in_error(theme)
        if with_absent:
            for theme, state in self.review.states().items():
                if state == "absent":
                    self._whole(theme, "absent", "")

    def _passage(self, theme: str, sentence: str, child: str = "") -> None:
        start, end = self.sentences.span(sentence)
        code_passage(
            self.project,
            document_id=self.document_id,
            start=start,
            end=end,
            theme=theme,
            coder_id=self.coder_id,
            at=self.at,
            children=(self.children[child],) if child else (),
        )

    def _in_error(self, theme: str) -> None:
        """A theme that is not there: seen in a decoy of it, or else in the document as a whole."""
        decoy = next((decoy for decoy in self.review.decoys if decoy.theme == theme), None)
        if decoy:
            self._passage(theme, decoy.sentence)
        else:
            self._whole(theme, "present", "from the account as a whole")

    def _whole(self, theme: str, state: str, why: str) -> None:
        assess(
            self.project,
            document_id=self.document_id,
            theme=theme,
            state=state,
            coder_id=self.coder_id,
            at=self.at,
            why=why,
        )
