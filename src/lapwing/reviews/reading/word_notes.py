"""What is told to the person who handed in a Word file: what was left out, kept or doubted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from lapwing.reviews.reading.word_pages import Pages
from lapwing.reviews.reading.word_words import Seen

_SAID = {
    Seen.DELETED: ("{} tracked deletion is left out.", "{} tracked deletions are left out."),
    Seen.INSERTED: ("{} tracked insertion is kept.", "{} tracked insertions are kept."),
    Seen.HIDDEN: ("{} run of hidden text is left out.", "{} runs of hidden text are left out."),
    Seen.COMMENT: ("{} comment in the margin is left out.", "{} comments in the margin are left out."),
    Seen.BOX: (
        "{} text box stands after the paragraph that it hangs from.",
        "{} text boxes stand after the paragraphs that they hang from.",
    ),
    Seen.UNKNOWN_SIGN: (
        "{} sign of a symbol font is not known and stands as a question mark in a diamond.",
        "{} signs of symbol fonts are not known and stand as question marks in diamonds.",
    ),
    Seen.EMBEDDED: ("{} file embedded in it is not read.", "{} files embedded in it are not read."),
}


def notes_on(seen: Counter[Seen], pages: Pages, bold_headings: int, running: int) -> Iterator[str]:
    """Sentences, each on one thing that the file has."""
    yield _on_pages(pages)
    for what, (of_one, of_several) in _SAID.items():
        if seen[what]:
            yield (of_one if seen[what] == 1 else of_several).format(seen[what])
    if bold_headings:
        lines = "line was taken as a heading" if bold_headings == 1 else "lines were taken as headings"
        yield f"{bold_headings} short bold {lines}."
    if running:
        yield "Headers and footers stand once, at the end, set aside."


def _on_pages(pages: Pages) -> str:
    if pages.laid_out:
        return "Pages are as Word last laid them out; on another computer they may turn elsewhere."
    if pages.by_hand:
        return "Only pages turned by hand are known: the file does not say where Word turned the others."
    return "The file says nothing of its pages, so that everything stands on page 1."
