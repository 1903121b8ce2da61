"""How a PDF is read: each rule on a page drawn for it."""

from __future__ import annotations

from drawn_pages import Drawn, Page, lines, pdf, prose
from lapwing.reviews.document import Block, Document, Kind
from lapwing.reviews.reading import read_document

LONG = (
    "The midwife saw the mother twice before the birth and wrote down that nobody had asked who lived in the home, "
    "although the father had been known to the police for three years. "
)


def read(*pages: Page, turned: int = 0) -> Document:
    return read_document("drawn.pdf", pdf(*pages, turned=turned))


def found(document: Document, kind: Kind) -> list[Block]:
    return [block for block in document.blocks if block.kind is kind]


def told(document: Document) -> list[tuple[str, str, str]]:
    """Kind, number and words of each block."""
    return [(block.kind.value, block.number, document.words(block)) for block in document.blocks]


def test_the_lines_of_a_paragraph_are_joined_by_a_space_and_blocks_by_a_line_feed() -> None:
    document = read([*prose(LONG * 2), *prose("A second paragraph.", top=600)])
    assert document.text == f"{(LONG * 2).strip()}\nA second paragraph."
    assert [block.spans for block in document.blocks] == [((0, 351),), ((352, 371),)]


def test_a_short_line_ends_a_paragraph_without_any_space_below() -> None:
    page = prose(LONG + "It ended early.") + prose("The next began at once. " + LONG, top=700 - 3 * 14)
    assert [block.start for block in read(page).blocks] == [0, len(LONG + "It ended early.") + 1]


def test_an_indented_line_begins_a_paragraph() -> None:
    full = "Nobody asked who lived in the home, although the father had long been known to police."
    page = [*lines(full, full, full), Drawn(full, 92, 700 - 3 * 14), Drawn(full, 72, 700 - 4 * 14)]
    assert len(read(page).blocks) == 2


def test_printed_numbers_are_the_numbers_of_paragraphs() -> None:
    page = [
        *(Drawn(number, 72, 700 - 40 * at) for at, number in enumerate(("1.", "1.2", "2.3.4", "17."))),
        *(Drawn("The health visitor called three times.", 108, 700 - 40 * at) for at in range(4)),
    ]
    document = read(page)
    assert [block.number for block in document.blocks] == ["1", "1.2", "2.3.4", "17"]
    assert document.text.startswith("1. The health visitor")
    assert document.words(document.blocks[0]) == "The health visitor called three times."


def test_numbers_without_a_stop_count_only_where_they_count_on() -> None:
    words = "The health visitor called three times."
    numbered = [Drawn(text, x, 700 - 40 * at) for at in range(3) for text, x in ((str(at + 4), 72), (words, 108))]
    assert [block.number for block in read(numbered).blocks] == ["4", "5", "6"]
    alone = [Drawn("1974", 72, 700), *lines("He was born.", top=660), Drawn("12", 72, 620), Drawn(words, 108, 620)]
    document = read(alone)
    assert [block.number for block in document.blocks] == ["", "", ""]
    assert "12 The health visitor" in document.text


def test_a_number_within_a_sentence_opens_nothing() -> None:
    page = lines(
        "The plan was reviewed by the whole conference and the next visit was to be on the",
        "17. It was not made, and the reasons for that were not written down by anybody in",
        "2.5 years of visits.",
    )
    assert told(read(page))[0][:2] == ("paragraph", "")
    assert len(read(page).blocks) == 1


def test_letters_in_brackets_open_items() -> None:
    page = [Drawn(f"({letter}) who was told", 90, 700 - 14 * at) for at, letter in enumerate("abc")]
    assert told(read(page)) == [("bullet", f"({letter})", "who was told") for letter in "abc"]


def test_signs_of_lists_open_items_wherever_and_whenever_they_are_drawn() -> None:
    signs = [Drawn(sign, 72, 700 - 20 * at) for at, sign in enumerate(("•", "\u2013", "o"))]
    words = [Drawn(f"Ask the father, {at}", 90, 700 - 20 * at) for at in range(3)]
    expected = [("bullet", "", f"Ask the father, {at}") for at in range(3)]
    assert told(read([*signs, *words])) == expected
    assert told(read([*words, *signs])) == expected
    assert read([*words, *signs]).text.splitlines()[1] == "\u2013 Ask the father, 1"


def test_a_dash_within_a_sentence_opens_nothing() -> None:
    page = lines(
        "Nobody asked the father who lived with the baby and her mother in this small home", "\u2013 he was not seen."
    )
    assert len(read(page).blocks) == 1


def test_items_further_in_are_deeper() -> None:
    page = [
        Drawn("• The board should:", 72, 700),
        Drawn("\u2013 ask", 100, 680),
        Drawn("\u2013 listen", 100, 660),
        Drawn("• The midwife should write.", 72, 640),
    ]
    assert [block.level for block in read(page).blocks] == [1, 2, 2, 1]


def test_headings_have_levels_by_size_weight_and_number() -> None:
    page = [
        Drawn("Review of Child T", 72, 760, 20),
        Drawn("1. Findings", 72, 720, 14, "Helvetica-Bold"),
        *prose(LONG, top=690),
        Drawn("1.1 The father", 72, 620, 14, "Helvetica-Bold"),
        *prose(LONG, top=590),
        Drawn("What he said", 72, 540, 11, "Helvetica-Bold"),
        *prose(LONG, top=510),
        Drawn("In his words", 72, 460, 11, "Helvetica-Oblique"),
        *prose(LONG, top=430),
    ]
    document = read(page)
    headings = [(block.level, block.number, document.words(block)) for block in found(document, Kind.HEADING)]
    assert headings == [
        (1, "", "Review of Child T"),
        (2, "1", "Findings"),
        (3, "1.1", "The father"),
        (3, "", "What he said"),
        (4, "", "In his words"),
    ]
    assert document.title == "Review of Child T: Findings"


def test_a_heading_over_two_lines_is_one() -> None:
    page = [
        *lines(
            "What the agencies knew of the father and of those who", "lived in the home", size=16, leading=19, top=740
        ),
        *prose(LONG, top=690),
    ]
    assert len(found(read(page), Kind.HEADING)) == 1


def test_bold_words_in_a_paragraph_make_no_heading() -> None:
    page = [Drawn("Fathers", 72, 700, 11, "Helvetica-Bold"), Drawn("were not asked.", 120, 700), *prose(LONG, top=650)]
    assert found(read(page), Kind.HEADING) == []


def report(pages: int) -> list[list[Drawn]]:
    """Pages with a head, a number at the foot, and one paragraph that goes on over every end of a page."""
    words = (LONG * 40).strip()
    parts = prose(words, letters=80)
    each = -(-len(parts) // pages)
    drawn = []
    for at in range(pages):
        body = [Drawn(line.text, 72, 720 - 14 * row) for row, line in enumerate(parts[at * each : (at + 1) * each])]
        drawn.append([Drawn("Review of Child T", 72, 800, 9), *body, Drawn(f"Page {at + 1} of {pages}", 280, 40, 9)])
    return drawn


def test_what_runs_along_pages_is_set_aside_where_it_stood() -> None:
    document = read(*report(3))
    assert [document.words(block) for block in found(document, Kind.SET_ASIDE)] == [
        text for at in (1, 2, 3) for text in ("Review of Child T", f"Page {at} of 3")
    ]
    for block in found(document, Kind.SET_ASIDE):
        assert document.text[block.start : block.end] == document.words(block)
    assert [page.label for page in document.pages] == ["1", "2", "3"]


def test_a_paragraph_over_the_end_of_a_page_has_a_span_on_each() -> None:
    document = read(*report(3))
    (paragraph,) = found(document, Kind.PARAGRAPH)
    assert [document.page_at(start) for start, _ in paragraph.spans] == [1, 2, 3]
    assert document.words(paragraph) == (LONG * 40).strip()
    assert document.quote(0, len(document.text)) == document.words(paragraph)


def test_a_paragraph_that_ends_with_its_page_is_not_joined_to_the_next() -> None:
    first, second = [*prose(LONG, top=100)], [*prose("Another began. " + LONG)]
    assert len(read(first, second).blocks) == 2


def test_pages_are_spans_of_the_text() -> None:
    document = read(*report(3))
    assert [document.text[page.start : page.end].splitlines()[0] for page in document.pages] == [
        "Review of Child T"
    ] * 3
    assert document.pages[-1].end == len(document.text)


def test_a_table_head_in_the_middle_of_pages_is_not_set_aside() -> None:
    agencies = ("Police", "Health", "School", "Housing")
    pages = [[*prose(f"{agency}. {LONG}", top=760), Drawn("What was known", 72, 720)] for agency in agencies]
    assert found(read(*pages), Kind.SET_ASIDE) == []


def test_footnotes_are_apart_from_the_paragraph_that_goes_on_below_them() -> None:
    first = [
        *prose(LONG * 3 + "and so it went on", top=300),
        Drawn("1", 72, 104, 6),
        Drawn("Working together, 2013.", 78, 100, 9),
    ]
    second = prose("until the baby was seen in hospital. " + LONG)
    document = read(first, second)
    assert [(block.kind, block.number) for block in document.blocks] == [(Kind.PARAGRAPH, ""), (Kind.FOOTNOTE, "1")]
    assert "went on until the baby" in document.words(document.blocks[0])
    assert document.words(document.blocks[1]) == "Working together, 2013."


def test_the_number_of_a_footnote_may_be_glued_to_its_first_word() -> None:
    page = [*prose(LONG), Drawn("12", 72, 83, 6.5), Drawn("Working Together, 2006.", 78.5, 80, 8)]
    note = next(block for block in read(page).blocks if block.kind is Kind.FOOTNOTE)
    assert note.number == "12"
    assert read(page).words(note) == "Working Together, 2006."


def test_the_number_of_a_footnote_is_raised_in_the_text() -> None:
    document = read([Drawn("the Board", 72, 700), Drawn("3", 119, 704, 6), Drawn("was told.", 125, 700)])
    assert document.text == "the Board³ was told."
    assert document.notes == ("Numbers of footnotes that stand raised in the text: 1.",)


def test_contents_are_told_by_their_page_numbers() -> None:
    entries = [("1. Summary", "3"), ("2. What happened", "5"), ("3. What was learnt", "19")]
    page = [Drawn("Contents", 72, 760, 16)]
    for at, (words, number) in enumerate(entries):
        page += [Drawn(words, 72, 700 - 20 * at), Drawn(number, 500, 700 - 20 * at)]
    document = read(page, *report(20))
    assert [document.words(block) for block in found(document, Kind.CONTENTS)] == [
        f"{words} {number}" for words, number in entries
    ]
    dotted = [Drawn(f"{words} {'.' * 40} {number}", 72, 700 - 20 * at) for at, (words, number) in enumerate(entries)]
    assert len(found(read(dotted, *report(20)), Kind.CONTENTS)) == 3


def test_cells_are_read_row_by_row() -> None:
    page = [
        Drawn(text, x, 700 - 30 * at)
        for at, row in enumerate([("Agency", "Known since"), ("Police", "2009"), ("Health visiting", "2011")])
        for x, text in zip((72, 300), row, strict=True)
    ]
    assert told(read(page)) == [
        ("table cell", "", text) for text in ("Agency", "Known since", "Police", "2009", "Health visiting", "2011")
    ]


def test_a_cell_of_several_lines_is_one() -> None:
    page = [
        *lines("Children looked after and", "achieving permanence", x=72, leading=13),
        Drawn("Requires improvement", 300, 694),
        Drawn("Leadership", 72, 650),
        Drawn("Good", 300, 650),
    ]
    assert [words for _, _, words in told(read(page))] == [
        "Children looked after and achieving permanence",
        "Requires improvement",
        "Leadership",
        "Good",
    ]


LEFT = (
    "The first column says what the agencies knew of this child and of her family, before anything had happened. " * 4
)
RIGHT = (
    "The second column says what was learnt from it by those who had worked with the child and with her family. " * 4
)


def test_two_columns_are_read_one_after_the_other() -> None:
    left, right = prose(LEFT, letters=38), prose(RIGHT, letters=38, x=320)
    across = [item for pair in zip(left, right, strict=True) for item in pair]
    for page in ([*left, *right], across):
        document = read([Drawn("Two columns", 72, 760, 18, "Helvetica-Bold"), *page])
        assert [words for _, _, words in told(document)] == ["Two columns", LEFT.strip(), RIGHT.strip()]


def test_a_hyphen_at_a_line_end_stays_unless_the_document_writes_the_word_without() -> None:
    page = [
        *lines("The family was seen by the whole of the team around the child, which was multi-", "agency."),
        *lines(
            "He was seen by a social worker, and there was a plan for his care and for the com-", "mission.", top=600
        ),
        *lines("The commission met.", top=500),
    ]
    document = read(page)
    assert "was multi-agency." in document.text
    assert "for the commission." in document.text
    assert document.notes == (
        "Hyphens at line ends kept, as hyphens of the word: 1.",
        "Hyphens at line ends left out, as the word is written without: 1.",
    )


def test_where_a_typesetter_broke_words_a_hyphen_between_what_are_no_words_goes() -> None:
    page = [
        *lines("The assessment of the commission was a plan for children. A plan for the assess-", "ment was made."),
        *lines("Nobody asked whether the plan for the children had been agreed with the commis-", "sion.", top=650),
        *lines("Nobody asked whether the plan for the children had been agreed by the paedia-", "trician.", top=600),
        *lines("Nobody asked whether the plan for the children had been agreed, and it was well-", "made.", top=550),
        *lines("It was made well.", top=500),
        *lines(
            "There was a place for her, and nobody asked whether the carer had agreed to the place-", "ment.", top=450
        ),
    ]
    text = read(page).text
    assert "the assessment was made" in text
    assert "to the placement." in text, "the rest of a broken word is no word of its own"
    assert "with the commission." in text
    assert "by the paediatrician." in text
    assert "it was well-made." in text


def test_a_hyphen_stays_only_on_evidence_that_it_is_the_words_own() -> None:
    starts = (
        "The meetings were held in sepa-",
        "The offer was made to care-",
        "It was read by Jane Thom-",
        "The gang-",
    )
    ends = ("rate buildings.", "experienced people.", "Jones, who wrote it.", "related harm was known.")
    page = [item for at, pair in enumerate(zip(starts, ends, strict=True)) for item in lines(*pair, top=700 - 50 * at)]
    text = read([*page, *lines("The rate of care was known to experienced people.", top=400)]).text
    assert "in separate buildings" in text
    assert "care-experienced" in text
    assert "Thom-Jones" in text
    assert "gang-related" in text


def test_words_drawn_twice_to_make_them_bold_are_read_once() -> None:
    again = [
        Drawn("Key", 72.4, 700, 14),
        Drawn("findings", 101.1, 700, 14),
    ]  # in other parts, so that PDFium keeps both
    page = [Drawn("Key findings", 72, 700, 14), *again, *prose(LONG, top=650)]
    document = read(page)
    assert document.text.startswith("Key findings\nThe midwife")
    assert document.notes[0].startswith("Words drawn twice in the same place")


def test_a_page_turned_on_its_side_is_read_upright() -> None:
    document = read([Drawn("Agency", 72, 400), Drawn("Known since", 300, 400), *prose(LONG, top=300)], turned=90)
    assert [words for _, _, words in told(document)] == ["Agency", "Known since", LONG.strip()]


def test_a_letterhead_drawn_last_is_read_first() -> None:
    page = [*prose(LONG), *lines("Invented Council", "High Street", top=800, size=8)]
    assert read(page).text.startswith("Invented Council")


def test_ligatures_are_written_apart() -> None:
    from lapwing.reviews.reading.glyphs import Repairs

    repairs = Repairs()
    assert repairs.mended("ﬁnding a diﬀerent oﬃce") == "finding a different office"
    assert repairs.mended("\uf06e") == "■"
    assert repairs.mended("co\u00adordinated") == "coordinated"
    assert repairs.notes() == [
        "Signs of a symbol font turned into what they print, such as bullets: 1.",
        "Letters drawn as one sign and written apart, such as fi: 3.",
        "Signs without width left out: 1.",
    ]


def test_a_table_of_figures_is_read_cell_by_cell() -> None:
    page = [Drawn(str(row * column), 60 + column * 60, 700 - row * 12, 9) for row in range(20) for column in range(6)]
    document = read(page)
    assert [words for _, _, words in told(document)] == [drawn.text for drawn in page]
    assert {block.kind for block in document.blocks} == {Kind.CELL}


def test_a_number_without_a_stop_belongs_to_headings_that_count_on() -> None:
    headings = [(720, "1 Summary"), (600, "2 The family"), (480, "14 days in June")]
    page = [Drawn(text, 72, y, 14, "Helvetica-Bold") for y, text in headings]
    document = read([*page, *prose(LONG, top=690), *prose(LONG, top=570), *prose(LONG, top=450)])
    found_headings = [(block.number, document.words(block)) for block in found(document, Kind.HEADING)]
    assert sorted(found_headings) == [("", "14 days in June"), ("1", "Summary"), ("2", "The family")]


def test_the_lines_of_a_column_beside_a_hanging_list_are_one_paragraph() -> None:
    left = prose(LEFT, letters=34, x=100)
    right = [Drawn("1.5", 310, 700), *prose("They were told.", x=345)]
    document = read([Drawn("1.4", 72, 700), *left, *right], prose(LONG * 3))
    assert [words for _, _, words in told(document)][:2] == [LEFT.strip(), "They were told."]


def test_a_foot_in_two_parts_is_set_aside_from_left_to_right() -> None:
    pages = [[*prose(LONG), Drawn(str(at), 500, 40), Drawn("Review of Child T", 72, 40)] for at in range(1, 4)]
    set_aside = found(read(*pages), Kind.SET_ASIDE)
    assert [read(*pages).words(block) for block in set_aside[:2]] == ["Review of Child T", "1"]


def test_the_letters_of_a_cover_make_no_level_of_headings() -> None:
    cover = [Drawn("Child T", 72, 700, 30), Drawn("For the Board", 72, 600, 15), *prose(LONG, top=400)]
    page = [
        Drawn("Findings", 72, 740, 20),
        *prose(LONG, top=690),
        Drawn("The father", 72, 620, 11, "Helvetica-Bold"),
        *prose(LONG, top=590),
    ]
    document = read(cover, page)
    assert [(document.words(block), block.level) for block in found(document, Kind.HEADING)] == [
        ("Child T", 1),
        ("For the Board", 2),
        ("Findings", 1),
        ("The father", 2),
    ]


def test_a_head_that_names_the_chapter_is_set_aside_by_its_page_number() -> None:
    chapters = ("Summary", "Findings", "The father", "The Board")
    pages = [
        [Drawn(chapter, 72, 800), Drawn(str(at), 500, 800), *prose(LONG)] for at, chapter in enumerate(chapters, 7)
    ]
    document = read(*pages)
    assert [document.words(block) for block in found(document, Kind.SET_ASIDE)][::2] == list(chapters)
    assert [page.label for page in document.pages] == ["7", "8", "9", "10"]
    figures = [[Drawn(chapter, 72, 800), Drawn("12", 500, 800), *prose(LONG)] for chapter in chapters]
    assert found(read(*figures), Kind.SET_ASIDE) == []
