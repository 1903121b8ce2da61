"""A digest and a verification as they are given: JSON, text, Markdown, Word."""

from __future__ import annotations

import json
from io import BytesIO

from digest.lines import document_of
from docx import Document as word_document

from lapwing.reviews.digest import Audiences, Digest, Length, digest_of, verify
from lapwing.reviews.digest.jargon import abbreviations, jargon
from lapwing.reviews.digest.word_document import as_word
from lapwing.reviews.digest.writing import as_json, as_markdown, as_text, verification_as_json, verification_as_text

REPORT = document_of(
    """
# Key findings
- in too many cases the local safeguarding children board (LSCB) was not told
# Implications
17. The LSCB should:
- ask for what it needs by:
-- writing to agencies
-- meeting them
- publish the answers
""",
    "A review_of *babies*",
)


def digest() -> Digest:
    return digest_of(REPORT, Length(share=1), Audiences.standard())


def test_json_has_everything_about_a_line() -> None:
    told = json.loads(as_json(digest()))
    assert list(told) == [
        "title", "printed_pages", "source_words", "words", "findings", "implications", "by_audience", "apart", "notes",
        "readability", "hard_sentences", "unexplained", "jargon",
    ]  # fmt: skip
    first = told["implications"][0]
    assert first["line"] == "[The LSCB should:] ask for what it needs by:\nwriting to agencies\nmeeting them"
    assert first["place"] == {"page": 1, "paragraph": "17", "heading": "Implications", "block": 5}
    assert [passage["place"]["block"] for passage in first["passages"]] == [5, 6, 7]
    assert first["audiences"] == [{"name": "The safeguarding board or partnership", "written": "LSCB"}]
    assert first["edits"] == [{"edit": "supplied", "words": "The LSCB should:", "was": ""}]
    assert first["set_out"] is True
    assert first["found_by"] == "in the list after “The LSCB should:”"
    assert told["by_audience"] == {"The safeguarding board or partnership": [0, 1]}
    start, end = first["passages"][0]["spans"][0]
    assert REPORT.text[start:end] == "ask for what it needs by:"
    assert set(told["readability"]["source"]) == {
        "sentences", "words", "syllables", "long_words", "words_a_sentence", "reading_ease", "grade", "smog", "on_smog",
    }  # fmt: skip


def test_text_puts_a_lead_in_once_above_what_it_completes() -> None:
    lines = "".join(as_text(digest())).splitlines()
    at = lines.index("- [The LSCB should:] (page 1, paragraph 17)")
    assert lines[at + 1 : at + 5] == [
        "  - ask for what it needs by: (page 1, paragraph 17)",
        "    - writing to agencies (page 1, paragraph 17)",
        "    - meeting them (page 1, paragraph 17)",
        "  - publish the answers (page 1, paragraph 17)",
    ]


def test_text_gives_the_figures_of_source_and_digest_side_by_side() -> None:
    text = "".join(as_text(digest()))
    assert "The report: Flesch reading ease" in text
    assert "The digest: Flesch reading ease" in text
    assert "SMOG needs 30 sentences" in text


def test_markdown_takes_no_word_of_a_report_for_a_mark() -> None:
    assert "".join(as_markdown(digest())).startswith("# A review\\_of \\*babies\\*\n")


def test_word_marks_edits_and_gives_places() -> None:
    document = word_document(BytesIO(as_word(digest())))
    texts = [(paragraph.style.name, paragraph.text) for paragraph in document.paragraphs if paragraph.style]
    assert ("List Bullet", "[The LSCB should:] (page 1, paragraph 17)") in texts
    assert ("List Bullet 3", "meeting them (page 1, paragraph 17)") in texts
    (lead,) = [paragraph for paragraph in document.paragraphs if paragraph.text.startswith("[The LSCB")]
    assert [run.italic for run in lead.runs] == [True, None]


def test_abbreviations_are_told_unless_spelt_out_with_how_the_source_does() -> None:
    source = "The local safeguarding children board (LSCB) met. The Multi-Agency Risk Panel (MARP) did not."
    told = abbreviations(
        "The LSCB wrote to the MARP and the XYZ. The general practitioner (GP) did not, said two GPs.", source
    )
    assert [(one.word, one.means) for one in told] == [
        ("LSCB", "local safeguarding children board"),
        ("MARP", "Multi-Agency Risk Panel"),
        ("XYZ", ""),
    ]


def test_jargon_is_told_with_what_it_means() -> None:
    assert [(one.word, one.times, one.means) for one in jargon("Robust plans, robust staff.")] == [
        ("robust", 2, "strong, thorough")
    ]


def test_a_verification_as_json_has_everything_about_a_line() -> None:
    given = document_of("Publish an answer. (page 2)\nSomething that nobody ever wrote down anywhere.")
    told = json.loads(verification_as_json(verify(given, REPORT)))
    assert list(told) == ["totals", "printed_pages", "lines", "headings"]
    assert list(told["lines"][0]) == [
        "number", "line", "verdict", "places", "differences", "assembled", "beside", "cited", "wrong_places", "nearest",
        "likeness", "same_as",
    ]  # fmt: skip
    assert told["lines"][0]["cited"] == [{"pages": [2, 2], "paragraphs": []}]
    assert told["lines"][1]["verdict"] == "not found"


def test_a_verification_as_text_calls_out_what_may_turn_the_meaning() -> None:
    given = document_of("in too many cases the local safeguarding children board (LSCB) was told")
    text = "".join(verification_as_text(verify(given, REPORT)))
    assert "EDITED, from page 1, block 2. It touches a negation." in text
    assert "- left out: “not” (a negation)" in text
    assert "Edited where it may turn the meaning: 1" in text
