"""Word's automatic numbers, as Word prints them: none of them stands in a paragraph."""

from __future__ import annotations

import pytest
from word_files import definition, level, numbering_list, paragraph, style, word_file

from lapwing.reviews.document import Document, Kind
from lapwing.reviews.reading.word import read_word
from lapwing.reviews.reading.written_numbers import written

OUTLINE = (level(0, "decimal", "%1."), level(1, "decimal", "%1.%2"), level(2, "lowerLetter", "(%3)"))


def printed(document: Document) -> list[str]:
    """The lines of the text, the numbers with them."""
    return document.text.split("\n")


def numbers(document: Document) -> list[str]:
    return [block.number for block in document.blocks]


def in_list(*steps: tuple[int, int], numbering: str, styles: str = "") -> Document:
    """A document of a paragraph for each list and level."""
    body = "".join(paragraph("Words", numbered=step) for step in steps)
    return read_word(word_file(body, numbering=numbering, styles=styles))


def test_levels_count_and_restart_after_a_higher_one() -> None:
    read = in_list(
        (1, 0), (1, 1), (1, 1), (1, 2), (1, 2), (1, 0), (1, 1), numbering=definition(0, *OUTLINE) + numbering_list(1, 0)
    )
    assert printed(read) == [
        "1. Words", "1.1 Words", "1.2 Words", "(a) Words", "(b) Words", "2. Words", "2.1 Words",
    ]  # fmt: skip
    assert numbers(read) == ["1", "1.1", "1.2", "(a)", "(b)", "2", "2.1"]


def test_the_words_of_a_block_do_not_have_its_number() -> None:
    read = in_list((1, 0), numbering=definition(0, *OUTLINE) + numbering_list(1, 0))
    (block,) = read.blocks
    assert (block.kind, read.words(block), block.start) == (Kind.PARAGRAPH, "Words", 3)


def test_letters_are_items_and_numbers_are_paragraphs() -> None:
    read = in_list((1, 0), (1, 1), (1, 2), numbering=definition(0, *OUTLINE) + numbering_list(1, 0))
    assert [(block.kind, block.level) for block in read.blocks] == [
        (Kind.PARAGRAPH, 0), (Kind.PARAGRAPH, 0), (Kind.BULLET, 3),
    ]  # fmt: skip


def test_lists_of_one_definition_continue_each_other() -> None:
    shared = definition(0, *OUTLINE) + numbering_list(1, 0) + numbering_list(2, 0)
    assert numbers(in_list((1, 0), (1, 0), (2, 0), (1, 0), numbering=shared)) == ["1", "2", "3", "4"]


def test_a_list_that_overrides_its_start_begins_anew_once() -> None:
    start = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride>'
    shared = definition(0, *OUTLINE) + numbering_list(1, 0) + numbering_list(2, 0, start)
    assert numbers(in_list((1, 0), (1, 0), (2, 0), (2, 0), (1, 0), numbering=shared)) == ["1", "2", "5", "6", "7"]


def test_lists_of_definitions_of_their_own_count_for_themselves() -> None:
    two = definition(0, *OUTLINE) + definition(1, *OUTLINE) + numbering_list(1, 0) + numbering_list(2, 1)
    assert numbers(in_list((1, 0), (2, 0), (1, 0), (2, 0), numbering=two)) == ["1", "1", "2", "2"]


def test_a_list_may_give_a_level_of_its_own() -> None:
    own = f'<w:lvlOverride w:ilvl="0">{level(0, "upperRoman", "Part %1:")}</w:lvlOverride>'
    shared = definition(0, *OUTLINE) + numbering_list(1, 0) + numbering_list(2, 0, own)
    read = in_list((1, 0), (2, 0), numbering=shared)
    assert printed(read) == ["1. Words", "Part II: Words"]
    assert numbers(read) == ["1", "Part II"]


@pytest.mark.parametrize(
    ("restart", "expected"),
    [("", ["1", "1.1", "2", "2.1"]), ('<w:lvlRestart w:val="0"/>', ["1", "1.1", "2", "2.2"])],
    ids=["restarts", "never restarts"],
)
def test_a_level_restarts_unless_it_says_never(restart: str, expected: list[str]) -> None:
    levels = (level(0, "decimal", "%1"), level(1, "decimal", "%1.%2", restart))
    numbering = definition(0, *levels) + numbering_list(1, 0)
    assert numbers(in_list((1, 0), (1, 1), (1, 0), (1, 1), numbering=numbering)) == expected


def test_a_level_may_restart_after_one_further_up_only() -> None:
    third = level(2, "decimal", "%3)", '<w:lvlRestart w:val="1"/>')
    numbering = definition(0, *OUTLINE[:2], third) + numbering_list(1, 0)
    read = in_list((1, 0), (1, 1), (1, 2), (1, 1), (1, 2), (1, 0), (1, 2), numbering=numbering)
    assert numbers(read) == ["1", "1.1", "1)", "1.2", "2)", "2", "1)"]


def test_a_level_passed_over_counts_from_its_start() -> None:
    levels = (level(0, "decimal", "%1"), level(1, "decimal", "%1.%2"), level(2, "decimal", "%1.%2.%3"))
    numbering = definition(0, *levels) + numbering_list(1, 0)
    assert numbers(in_list((1, 0), (1, 2), (1, 2), numbering=numbering)) == ["1", "1.1.1", "1.1.2"]


def test_a_legal_level_writes_every_count_in_figures() -> None:
    levels = (level(0, "upperRoman", "%1."), level(1, "decimal", "%1.%2", "<w:isLgl/>"))
    numbering = definition(0, *levels) + numbering_list(1, 0)
    assert numbers(in_list((1, 0), (1, 0), (1, 1), numbering=numbering)) == ["I", "II", "2.1"]


def test_a_bullet_is_printed_and_is_no_number() -> None:
    levels = (level(0, "bullet", "\uf0b7", '<w:rPr><w:rFonts w:ascii="Symbol"/></w:rPr>'), level(1, "bullet", "o"))
    numbering = definition(0, *levels) + numbering_list(1, 0)
    read = in_list((1, 0), (1, 1), numbering=numbering)
    assert printed(read) == ["• Words", "◦ Words"]
    assert [(block.kind, block.number, block.level) for block in read.blocks] == [
        (Kind.BULLET, "", 1), (Kind.BULLET, "", 2),
    ]  # fmt: skip


def test_a_bullet_within_a_number_prints_nothing() -> None:
    levels = (level(0, "decimal", "%1"), level(1, "bullet", "-"), level(2, "decimal", "%1.%2%3"))
    numbering = definition(0, *levels) + numbering_list(1, 0)
    assert numbers(in_list((1, 0), (1, 2), numbering=numbering)) == ["1", "1.1"]


def test_a_style_numbers_its_paragraphs_and_those_of_styles_based_on_it() -> None:
    styles = (
        style("Numbered", paragraph='<w:numPr><w:numId w:val="1"/></w:numPr>')
        + style("Deeper", based_on="Numbered", paragraph='<w:numPr><w:ilvl w:val="1"/></w:numPr>')
        + style("Same", based_on="Numbered")
        + style("None", based_on="Numbered", paragraph='<w:numPr><w:numId w:val="0"/></w:numPr>')
    )
    body = "".join(paragraph("Words", style=name) for name in ("Numbered", "Deeper", "Same", "None", "Deeper"))
    numbering = definition(0, *OUTLINE) + numbering_list(1, 0)
    assert numbers(read_word(word_file(body, numbering=numbering, styles=styles))) == ["1", "1.1", "2", "", "2.1"]


def test_a_level_that_names_a_style_numbers_its_paragraphs() -> None:
    levels = (
        level(0, "decimal", "%1", '<w:pStyle w:val="Heading1"/>'),
        level(1, "decimal", "%1.%2", '<w:pStyle w:val="Para"/>'),
    )
    in_the_list = '<w:numPr><w:numId w:val="7"/></w:numPr>'
    styles = style("Heading1", "heading 1", paragraph=in_the_list) + style("Para", paragraph=in_the_list)
    body = "".join(paragraph("Words", style=name) for name in ("Heading1", "Para", "Para", "Heading1", "Para"))
    read = read_word(word_file(body, numbering=definition(3, *levels) + numbering_list(7, 3), styles=styles))
    assert [(block.kind, block.number) for block in read.blocks] == [
        (Kind.HEADING, "1"), (Kind.PARAGRAPH, "1.1"), (Kind.PARAGRAPH, "1.2"), (Kind.HEADING, "2"), (Kind.PARAGRAPH, "2.1"),
    ]  # fmt: skip


def test_a_paragraph_leaves_the_list_of_its_style() -> None:
    styles = style("Numbered", paragraph='<w:numPr><w:numId w:val="1"/></w:numPr>')
    body = paragraph("Words", style="Numbered") + paragraph("Words", style="Numbered", numbered=(0, 0))
    numbering = definition(0, *OUTLINE) + numbering_list(1, 0)
    assert numbers(read_word(word_file(body, numbering=numbering, styles=styles))) == ["1", ""]


def test_a_definition_may_link_to_a_style_of_lists() -> None:
    linking = definition(0, more='<w:numStyleLink w:val="OurList"/>')
    numbering = linking + definition(1, *OUTLINE) + numbering_list(1, 0) + numbering_list(2, 1)
    styles = '<w:style w:type="numbering" w:styleId="OurList"><w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr></w:style>'
    assert numbers(in_list((1, 0), (2, 0), numbering=numbering, styles=styles)) == ["1", "2"]


def test_an_empty_numbered_paragraph_takes_its_number() -> None:
    body = paragraph("One", numbered=(1, 0)) + paragraph("", numbered=(1, 0)) + paragraph("Three", numbered=(1, 0))
    read = read_word(word_file(body, numbering=definition(0, *OUTLINE) + numbering_list(1, 0)))
    assert printed(read) == ["1. One", "3. Three"]


def test_a_list_that_the_file_lacks_numbers_nothing() -> None:
    assert numbers(in_list((9, 0), numbering=definition(0, *OUTLINE))) == [""]


@pytest.mark.parametrize(
    ("count", "form", "expected"),
    [
        (3, "decimal", "3"),
        (3, "decimalZero", "03"),
        (28, "lowerLetter", "bb"),
        (2, "upperLetter", "B"),
        (1994, "lowerRoman", "mcmxciv"),
        (14, "upperRoman", "XIV"),
        (22, "ordinal", "22nd"),
        (113, "ordinal", "113th"),
        (21, "cardinalText", "Twenty-one"),
        (40, "ordinalText", "Fortieth"),
        (32, "ordinalText", "Thirty-second"),
        (0, "lowerRoman", "0"),
        (10**9, "lowerLetter", "1000000000"),
        (5, "a form to come", "5"),
    ],
)
def test_counts_are_written_in_their_form(count: int, form: str, expected: str) -> None:
    assert written(count, form) == expected
