"""Nothing printed is lost: every sign that PDFium gives, once mended, stands in the text, whatever its place."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from pathlib import Path
from unicodedata import normalize

import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from drawn_pages import Drawn, pdf
from examples import examples
from lapwing.reviews.document import Document
from lapwing.reviews.reading import read_document
from lapwing.reviews.reading.glyphs import Repairs

SAMPLES = Path(__file__).parents[4] / "shared" / "samples" / "ofsted"
TRAPS = (
    "birmingham-children-s-services-inspection-19-october-2012",
    "bromley-children-s-services-inspection-17-august-2012",
)
REAL = sorted(path for path in SAMPLES.glob("*.pdf") if path.stem not in TRAPS)
EACH = [pytest.param(path, id=path.stem, marks=() if at % 8 == 0 else pytest.mark.long) for at, path in enumerate(REAL)]


def signs(text: str) -> Counter[str]:
    """The signs of a text, raised digits as digits; hyphens are left out, since a typesetter's go."""
    return Counter(sign for sign in normalize("NFKC", text) if not sign.isspace() and sign not in "-\ufffe")


def printed(content: bytes) -> Counter[str]:
    """What PDFium gives of a whole file, once mended."""
    with pypdfium2.PdfDocument(content) as document:
        return signs(Repairs().mended("".join(page.get_textpage().get_text_range() for page in document)))


def assert_whole(document: Document) -> None:
    """Blocks and pages stand in order and cover all but the numbers and signs before them."""
    assert "\ufffe" not in document.text + document.title
    spans = sorted(span for block in document.blocks for span in block.spans)
    assert all(end <= start for (_, end), (start, _) in pairwise(spans))
    between = [document.text[end:start] for (_, end), (start, _) in zip([(0, 0), *spans], spans, strict=False)]
    assert all(len(words.split()) <= 1 for words in between)
    assert [block.start for block in document.blocks] == sorted(block.start for block in document.blocks)
    assert [page.number for page in document.pages] == list(range(1, len(document.pages) + 1))
    for page, after in pairwise(document.pages):
        assert page.start <= page.end <= after.start
    for block in document.blocks:
        assert document.page_at(block.start) == block.page


@pytest.mark.skipif(not REAL, reason="the real documents lie beside the project, in ../shared/samples/ofsted")
@pytest.mark.parametrize("path", EACH)
def test_nothing_of_a_real_document_is_lost(path: Path) -> None:
    content = path.read_bytes()
    document = read_document(path.name, content)
    assert signs(document.text) == printed(content)
    assert_whole(document)


WORDS = st.sampled_from(
    ["father", "1.", "(a)", "\u2013", "•", "2014", "o", "3", "The", "home.", "Board", "multi-", "III", "*"]
)
DRAWN = st.builds(
    Drawn,
    text=st.lists(WORDS, min_size=1, max_size=6).map(" ".join),
    x=st.sampled_from([40, 72, 73, 100, 250, 300]),
    y=st.integers(3, 80).map(lambda row: row * 10.0),
    size=st.sampled_from([6, 9, 11, 20]),
    font=st.sampled_from(["Helvetica", "Helvetica-Bold", "Times-Italic"]),
)


@settings(max_examples=examples(60))
@given(st.lists(st.lists(DRAWN, min_size=1, max_size=14), min_size=1, max_size=4))
def test_nothing_of_any_page_is_lost(pages: list[list[Drawn]]) -> None:
    content = pdf(*pages)
    document = read_document("drawn.pdf", content)
    lost = printed(content) - signs(document.text)
    doubled = any("drawn twice" in note for note in document.notes)
    assert doubled or not lost
    assert not signs(document.text) - printed(content)
    assert_whole(document)
