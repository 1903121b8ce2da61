"""Web pages as read: what a browser shows, with the numbers that it counts."""

from __future__ import annotations

import pytest

from lapwing.reviews.document import Document, Kind
from lapwing.reviews.reading.unusable import UnusableDocument
from lapwing.reviews.reading.web import read_web_page


def page(body: str, head: str = "") -> Document:
    return read_web_page(f"<!doctype html><html><head>{head}</head><body>{body}</body></html>".encode())


def lines(document: Document) -> list[str]:
    return document.text.split("\n")


def kinds(document: Document) -> list[tuple[Kind, int, str, str]]:
    """Each block: what it is, how deep, its number, its words."""
    return [(block.kind, block.level, block.number, document.words(block)) for block in document.blocks]


def test_headings_paragraphs_and_loose_words_come_in_order() -> None:
    document = page(
        "<h1>Child B</h1>Loose <b>words</b><p>A\n  paragraph</p><div>In a <span>box</span></div><h2>Findings</h2>"
    )
    assert kinds(document) == [
        (Kind.HEADING, 1, "", "Child B"),
        (Kind.PARAGRAPH, 0, "", "Loose words"),
        (Kind.PARAGRAPH, 0, "", "A paragraph"),
        (Kind.PARAGRAPH, 0, "", "In a box"),
        (Kind.HEADING, 2, "", "Findings"),
    ]


def test_lists_are_numbered_as_a_browser_numbers_them() -> None:
    document = page(
        "<ol start=17><li>Agencies<ol type=a><li>asked<li>told</ol></li><li><p>Midwives</p><p>and others</p></li>"
        "<li value=30>Schools</ol>"
    )
    assert lines(document) == ["17. Agencies", "a. asked", "b. told", "18. Midwives", "and others", "30. Schools"]
    assert [(kind, level, number) for kind, level, number, _ in kinds(document)] == [
        (Kind.PARAGRAPH, 0, "17"), (Kind.BULLET, 2, "a"), (Kind.BULLET, 2, "b"), (Kind.PARAGRAPH, 0, "18"),
        (Kind.PARAGRAPH, 0, ""), (Kind.PARAGRAPH, 0, "30"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("opening", "numbers"),
    [
        ("<ol type=I>", ["I", "II"]),
        ("<ol type=A start=27>", ["AA", "BB"]),
        ('<ol style="list-style-type: lower-roman">', ["i", "ii"]),
        ("<ol reversed>", ["2", "1"]),
        ('<ol start="many">', ["1", "2"]),
        ('<ol style="list-style: none">', ["", ""]),
        ("<ul>", ["", ""]),
    ],
)
def test_a_list_says_how_it_is_counted(opening: str, numbers: list[str]) -> None:
    assert [number for _, _, number, _ in kinds(page(f"{opening}<li>One</li><li>Two</li>"))] == numbers


def test_a_number_or_bullet_that_was_typed_is_known() -> None:
    document = page(
        "<p>2.3 The review found</p><p>• a bullet</p><ul style='list-style:none'><li>(b) a letter</li></ul>"
    )
    assert kinds(document) == [
        (Kind.PARAGRAPH, 0, "2.3", "The review found"),
        (Kind.BULLET, 1, "", "a bullet"),
        (Kind.BULLET, 1, "(b)", "a letter"),
    ]


def test_cells_of_a_table_come_in_order_and_a_frame_is_none() -> None:
    table = "<table><caption>Ages</caption><tr><th>Child</th><td>4 weeks<table><tr><td>a<td>b</table></td></table>"
    assert [(kind, words) for kind, _, _, words in kinds(page(table + "<table><tr><td>Framed</table>"))] == [
        (Kind.PARAGRAPH, "Ages"), (Kind.CELL, "Child"), (Kind.CELL, "4 weeks"), (Kind.CELL, "a"), (Kind.CELL, "b"),
        (Kind.PARAGRAPH, "Framed"),
    ]  # fmt: skip


def test_what_surrounds_the_text_is_set_aside_and_what_runs_is_left_out() -> None:
    document = page(
        "<header>Council</header><nav><ul><li>Home</ul></nav><script>x()</script><style>p{}</style>"
        "<article><header><h1>Child B</h1></header><p>Words</p></article><p hidden>unseen</p>"
        "<div class='cookie-banner'>Cookies!</div><footer>Contact</footer>"
    )
    assert [(kind, words) for kind, _, _, words in kinds(document)] == [
        (Kind.SET_ASIDE, "Council"), (Kind.SET_ASIDE, "Home"), (Kind.HEADING, "Child B"), (Kind.PARAGRAPH, "Words"),
        (Kind.SET_ASIDE, "Contact"),
    ]  # fmt: skip
    assert "3 lines around the page's own text (navigation, header, footer) are set aside." in document.notes


def test_outside_the_part_marked_as_main_everything_is_set_aside() -> None:
    own = "The midwife was not told of the father. " * 8
    document = page(f"<p>Related</p><main><p>{own}</p></main><p>Share</p>")
    assert [kind for kind, _, _, _ in kinds(document)] == [Kind.SET_ASIDE, Kind.PARAGRAPH, Kind.SET_ASIDE]


def test_two_line_breaks_part_paragraphs_and_one_does_not() -> None:
    assert lines(page("<p>One<br>line<br><br>Another</p>")) == ["One line", "Another"]


def test_the_sign_of_a_note_stands_apart_from_the_word() -> None:
    assert page("<p>The agency<sup>1</sup> knew</p>").text == "The agency[1] knew"


def test_a_short_bold_paragraph_is_a_heading() -> None:
    assert [kind for kind, *_ in kinds(page("<p><strong>What was known</strong></p><p><b>He</b> was seen.</p>"))] == [
        Kind.HEADING, Kind.PARAGRAPH,
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("body", "title"),
    [("<h1>Child B</h1><p>x", "Child B"), ("<p>x", "Child B - Council"), ("<h1>a</h1><h1>b</h1>", "Child B - Council")],
)
def test_the_title_is_the_only_first_heading_or_what_the_tab_says(body: str, title: str) -> None:
    assert page(body, "<title>Child B -\n Council</title>").title == title


@pytest.mark.parametrize(
    ("content", "encoding"),
    [
        ("<p>The mother’s view", "utf-8"),
        ("<p>The mother’s view", "utf-8-sig"),
        ("<p>The mother’s view", "utf-16"),
        ("<meta charset=iso-8859-1><p>The mother’s view", "cp1252"),
        ("<?xml version='1.0' encoding='windows-1252'?><p>The mother’s view", "cp1252"),
        ("<meta http-equiv=Content-Type content='text/html; charset=utf-8'><p>The mother’s view", "cp1252"),
        ("<meta charset=no-such><p>The mother’s view", "cp1252"),
    ],
)
def test_it_is_decoded_by_its_mark_or_as_it_says_or_as_it_is(content: str, encoding: str) -> None:
    assert read_web_page(content.encode(encoding)).text == "The mother’s view"


@pytest.mark.parametrize(
    ("body", "what"),
    [
        ("<h1>404</h1><p>Sorry, we can’t find that page", "not found"),
        ("<h1>Oops</h1><p>The page you are looking for does not exist.", "not found"),
        ("<h1>Access denied</h1>", "refuses access"),
        ("<h1>503 Service Unavailable</h1>", "server had a fault"),
        ("<form><p>Please sign in to continue<input type=password></form>", "sign in"),
        ("<p>Welcome<form><input type=password></form>", "sign in"),
        ("<p>Please enable JavaScript to view this page", "cookies or scripts"),
        ("<nav>Home</nav>", "without text of its own"),
        ("", "without text of its own"),
    ],
)
def test_what_was_saved_in_place_of_a_document_is_refused(body: str, what: str) -> None:
    with pytest.raises(UnusableDocument, match=what):
        page(body)


def test_a_review_that_speaks_of_passwords_and_things_not_found_is_read() -> None:
    words = "<p>" + "The password was not found, and access was denied to the school nurse. " * 15
    assert page(words).blocks


@pytest.mark.parametrize(
    "words",
    [
        "The father was not found, and contact was not permitted.",
        "The service had 500 families and saw 404 of them.",
        "The mother was refused: access was denied to her.",
    ],
)
def test_a_short_review_that_speaks_of_people_so_is_read(words: str) -> None:
    assert page(f"<h1>Review of Child A</h1><p>{words}</p>").text.endswith(words)


@pytest.mark.parametrize("content", [b"", b"\0\1\2" * 40, b"<div>" * 20_000])
def test_what_is_no_page_is_refused(content: bytes) -> None:
    with pytest.raises(UnusableDocument):
        read_web_page(content)
