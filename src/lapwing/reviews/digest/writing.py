"""A digest and a verification as JSON, text and Markdown."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from lapwing.reviews.digest.cited import ABOUT, APART, CHOSEN, IMPLICATIONS, KEY_FINDINGS
from lapwing.reviews.digest.making import Digest, Line
from lapwing.reviews.digest.marking import Piece
from lapwing.reviews.digest.readability import Readability
from lapwing.reviews.digest.structure import as_cited
from lapwing.reviews.digest.verifying import Checked, Verdict, Verification
from lapwing.reviews.document import Place


def as_json(digest: Digest) -> str:
    """All of a digest: its lines with places, edits, audiences and repeats, its figures and its notes."""
    told = {
        "title": digest.title,
        "printed_pages": digest.labels,
        "source_words": digest.source_words,
        "words": digest.words,
        "findings": [_line(line) for line in digest.findings],
        "implications": [_line(line) for line in digest.implications],
        "by_audience": {
            name: [digest.implications.index(line) for line in lines] for name, lines in digest.by_audience.items()
        },
        "apart": [_line(line) for line in digest.apart],
        "notes": list(digest.notes),
        "readability": {"source": _figures(digest.of_source), "digest": _figures(digest.of_digest)},
        "hard_sentences": [{"words": one.words, "why": one.why} for one in digest.hard],
        "unexplained": [{"word": one.word, "times": one.times, "means": one.means} for one in digest.unexplained],
        "jargon": [{"word": one.word, "times": one.times, "means": one.means} for one in digest.jargon],
    }
    return json.dumps(told, ensure_ascii=False, indent=1) + "\n"


def _line(line: Line) -> dict[str, Any]:
    statement = line.statement
    return {
        "line": str(line),
        "number": statement.number,
        "place": _place(line.place),
        "passages": [
            {"spans": [list(span) for span in one.spans], "place": _place(one.place)} for one in statement.passages
        ],
        "lead_in": [
            {"spans": [list(span) for span in one.spans], "place": _place(one.place)} for one in statement.lead_in
        ],
        "audiences": [{"name": one.name, "written": one.written} for one in statement.audiences],
        "found_by": statement.found_by,
        "set_out": not statement.chosen,
        "weight": statement.weight,
        "edits": [{"edit": piece.edit, "words": piece.words, "was": piece.was} for piece in line.edits],
        "repeats": [
            {
                "place": _place(again.place),
                "is_another": again.is_another,
                "differences": [
                    {"change": one.change, "was": one.was, "now": one.now, "weight": one.weight}
                    for one in again.differences
                ],
            }
            for again in line.repeats
        ],
    }


def _place(place: Place) -> dict[str, Any]:
    return {"page": place.page, "paragraph": place.paragraph, "heading": place.heading, "block": place.block}


def _figures(of: Readability) -> dict[str, Any]:
    return {
        "sentences": of.sentences,
        "words": of.words,
        "syllables": of.syllables,
        "long_words": of.long_words,
        "words_a_sentence": _rounded(of.words_a_sentence),
        "reading_ease": _rounded(of.reading_ease),
        "grade": _rounded(of.grade),
        "smog": _rounded(of.smog),
        "on_smog": of.on_smog,
    }


def _rounded(figure: float | None) -> float | None:
    return None if figure is None else round(figure, 2)


def sections(digest: Digest) -> Iterator[tuple[str, tuple[Line, ...]]]:
    """The headings of a digest with their lines, those of nothing left out."""
    set_out = tuple(line for line in digest.findings if not line.statement.chosen)
    if set_out:
        yield KEY_FINDINGS, set_out
    if len(set_out) < len(digest.findings):
        yield CHOSEN, tuple(line for line in digest.findings if line.statement.chosen)
    for name, lines in digest.by_audience.items():
        yield f"{IMPLICATIONS}: {name[:1].lower() + name[1:]}", tuple(lines)
    if digest.apart:
        yield APART, digest.apart


@dataclass(frozen=True)
class Item:
    """A line of a digest as it is laid out: how deep in its list, the pieces of it, and the places that it cites."""

    depth: int
    pieces: tuple[Piece, ...]
    cites: str

    def __str__(self) -> str:
        """As text."""
        return f"{''.join(map(str, self.pieces))} ({self.cites})"


def laid_out(lines: Iterable[Line], labels: dict[int, str]) -> Iterator[Item]:
    """Lines as a list: a lead-in once above the items that it completes, and below an item those that complete it.

    Pages are told as printed too where `labels` has another number for them.
    """
    for lead, below in groupby(lines, key=lambda line: line.statement.lead_in):
        group = list(below)
        if lead and group[0].lead_in:
            yield Item(0, (group[0].lead_in,), as_cited(lead[0].place, labels))
        for line in group:
            yield from _items(line, 1 if lead else 0, labels)


def _items(line: Line, depth: int, labels: dict[int, str]) -> Iterator[Item]:
    first, *others = _rows(line.without_lead_in)
    again = (one.place for one in line.repeats if not one.is_another)
    yield Item(depth, first, "; also ".join(dict.fromkeys(as_cited(place, labels) for place in (line.place, *again))))
    for row, passage in zip(others, line.statement.passages[1:], strict=True):
        yield Item(depth + 1, row, as_cited(passage.place, labels))


def _rows(several: Sequence[Piece]) -> list[tuple[Piece, ...]]:
    """The pieces of a line, and of each item that completes it: these begin with a line feed."""
    rows: list[tuple[Piece, ...]] = [()]
    for piece in several:
        if piece.words.startswith("\n"):
            rows.append((Piece(piece.words[1:]),))
        else:
            rows[-1] = (*rows[-1], piece)
    return rows


def about(digest: Digest) -> Iterator[str]:
    """Sentences on the digest itself: its length, edits, where statements differ, and how hard it is to read."""
    yield (
        f"{digest.words} words of {digest.source_words}, in the report’s own wording. [...] stands for words left out; what "
        "stands in [brackets] was supplied from the report, or is a letter that was made a capital."
    )
    yield from digest.notes
    for line in (*digest.findings, *digest.implications, *digest.apart):
        for again in line.repeats:
            if again.differences:
                kind = "nearly the same, but says something else" if again.is_another else "the same statement"
                told = "; ".join(map(str, again.differences))
                here, there = as_cited(line.place, digest.labels), as_cited(again.place, digest.labels)
                yield f"What stands on {here} stands again on {there}: {kind}; there, {told}."
    yield from _on_reading(digest)


def _on_reading(digest: Digest) -> Iterator[str]:
    for name, of in (("The report", digest.of_source), ("The digest", digest.of_digest)):
        if of.reading_ease is not None and of.grade is not None:
            smog = of.on_smog if of.smog is None else f"SMOG {of.smog:.1f}."
            yield (
                f"{name}: Flesch reading ease {of.reading_ease:.0f}, Flesch-Kincaid grade {of.grade:.1f}, "
                f"{of.words_a_sentence:.1f} words a sentence. {smog}"
            )
    for sentence in digest.hard:
        yield f"Hard to read ({sentence.why}): {sentence.words}"
    if digest.unexplained:
        yield (
            "Not spelt out in the digest: "
            + "; ".join(_meaning(one.word, one.means) for one in digest.unexplained)
            + "."
        )
    if digest.jargon:
        yield (
            "Words that lay readers may not know: "
            + "; ".join(_meaning(one.word, one.means) for one in digest.jargon)
            + "."
        )


def _meaning(word: str, means: str) -> str:
    return f"{word} ({means})" if means else word


def as_text(digest: Digest) -> Iterator[str]:
    """A digest to read on the screen."""
    yield f"{digest.title or 'Digest'}\n"
    for heading, lines in sections(digest):
        yield f"\n{heading}\n\n"
        yield from (f"{'  ' * item.depth}- {item}\n" for item in laid_out(lines, digest.labels))
    yield f"\n{ABOUT}\n\n"
    yield from (f"{sentence}\n" for sentence in about(digest))


def as_markdown(digest: Digest) -> Iterator[str]:
    """A digest as Markdown."""
    yield f"# {_escaped(digest.title or 'Digest')}\n"
    for heading, lines in sections(digest):
        yield f"\n## {heading}\n\n"
        yield from (f"{'  ' * item.depth}- {_escaped(str(item))}\n" for item in laid_out(lines, digest.labels))
    yield f"\n## {ABOUT}\n\n"
    yield from (f"{_escaped(sentence)}\n\n" for sentence in about(digest))


def _escaped(words: str) -> str:
    """Words of a report that Markdown would take for marks of its own; brackets stay, for they link to nothing here."""
    for mark in "\\`*_<#":
        words = words.replace(mark, "\\" + mark)
    return words


def verification_as_json(verification: Verification) -> str:
    """All of a verification: totals, and line by line the verdict, the places, what differs and what was cited wrongly."""
    told = {
        "totals": verification.totals,
        "printed_pages": verification.labels,
        "lines": [_checked(one) for one in verification.lines],
        "headings": list(verification.headings),
    }
    return json.dumps(told, ensure_ascii=False, indent=1) + "\n"


def _checked(one: Checked) -> dict[str, Any]:
    return {
        "number": one.line.number,
        "line": one.line.written,
        "verdict": one.verdict,
        "places": [_place(place) for place in one.places],
        "differences": [
            {"change": each.change, "was": each.was, "now": each.now, "weight": each.weight, "marked": each.marked}
            for each in one.differences
        ],
        "assembled": one.assembled,
        "beside": list(one.beside),
        "cited": [{"pages": list(each.pages), "paragraphs": list(each.paragraphs)} for each in one.line.cited],
        "wrong_places": list(one.wrong),
        "nearest": one.nearest,
        "likeness": one.likeness,
        "same_as": one.same_as,
    }


def verification_as_text(verification: Verification) -> Iterator[str]:
    """A verification to read on the screen, the totals last."""
    for one in verification.lines:
        yield f"{one.line.number}. {one.line.written}\n"
        yield f"   {_verdict(one, verification.labels)}\n"
        for told in (*map(str, one.differences), *one.beside, *one.wrong):
            yield f"   - {told}\n"
        if one.same_as:
            yield f"   - It says the same as line {one.same_as}.\n"
    yield "\n"
    yield from (f"{name[:1].upper() + name[1:]}: {count}\n" for name, count in verification.totals.items())


def _verdict(one: Checked, labels: dict[int, str]) -> str:
    places = " and ".join(as_cited(place, labels) for place in one.places)
    if one.verdict is Verdict.NOT_FOUND:
        near = f" Nearest ({one.likeness:.0%} alike), on {places}: “{one.nearest}”" if one.nearest else ""
        return f"NOT FOUND.{near}"
    if one.verdict is Verdict.VERBATIM:
        return f"Verbatim, {places}."
    turned = next((each.weight for each in one.differences if each.weight and not each.marked), None)
    way = "assembled from" if one.assembled else "from"
    return f"EDITED, {way} {places}." + (f" It touches {turned}." if turned else "")
