"""How positions are counted is found out from the selections, and how sure that is is told."""

from __future__ import annotations

import random
import re

import pytest

from lapwing.reviews.refi.offsets import CONVENTIONS, Convention, Marked, SourceText, decide, spans, weigh

STANDARD = Convention(False, False, False, False)
NVIVO = Convention(utf16=True, crlf_is_two=True, bom_counted=False, inclusive=False)
SAID = "The father 😀 was not seen; the health visitor 🙂 wrote so, and the review asks why nobody called"
WORDS = SAID.split()


def _text(seed: int) -> str:
    """An invented text of forty lines, with emoji in some."""
    drawn = random.Random(seed)
    return "\n".join(" ".join(drawn.choices(WORDS, k=drawn.randint(6, 14))) + "." for _ in range(40))


def _as_file(text: str) -> str:
    return "\ufeff" + text.replace("\n", "\r\n")


def _marks(text: str, convention: Convention, seed: int, quoted: bool) -> tuple[list[Marked], list[tuple[int, int]]]:
    """Selections from word to word, in the positions of a convention, and where they truly stand."""
    drawn = random.Random(seed)
    words = [found.span() for found in re.finditer(r"\w+", text)]
    true = []
    for _ in range(30):
        first = drawn.randrange(len(words) - 12)
        true.append((words[first][0], words[first + drawn.randint(1, 11)][1]))

    def place(at: int) -> int:
        before = text[:at]
        units = len(before.encode("utf-16-le")) // 2 if convention.utf16 else len(before)
        return units + (before.count("\n") if convention.crlf_is_two else 0) + convention.bom_counted

    marks = []
    for start, end in true:
        quote = text[start:end].replace("\n", " ")
        name = (quote if len(quote) < 40 else quote[:40] + "…") if quoted else "Quotation 1:1"
        marks.append(Marked(place(start), place(end) - convention.inclusive, (name,)))
    return marks, true


@pytest.mark.parametrize("quoted", [True, False], ids=["quoted", "unquoted"])
@pytest.mark.parametrize("convention", CONVENTIONS, ids=str)
def test_each_of_the_sixteen_conventions_is_found(convention: Convention, quoted: bool) -> None:
    text = _text(1)
    source = SourceText.in_file(_as_file(text))
    assert source.text == text
    marks, true = _marks(text, convention, 2, quoted)
    [chosen], [told] = decide([("a", weigh(source, marks))])
    assert chosen == convention
    assert spans(source, marks, chosen).tolist() == [list(span) for span in true]
    assert told.convention == str(convention)
    assert told.in_words == "sure"
    assert told.how_sure > 0.99
    assert told.score > told.runner_up_score


@pytest.mark.parametrize("convention", CONVENTIONS, ids=str)
def test_in_xml_a_line_feed_may_have_been_two(convention: Convention) -> None:
    text = _text(3)
    marks, true = _marks(text, convention, 4, quoted=True)
    marks = marks if not convention.bom_counted else [Marked(m.start - 1, m.end - 1, m.words) for m in marks]
    source = SourceText.in_xml(text)
    [chosen], [told] = decide([("a", weigh(source, marks))])
    assert spans(source, marks, chosen).tolist() == [list(span) for span in true]
    assert "byte order mark counted and not" in told.in_words


def test_plain_text_makes_conventions_agree_and_the_standard_is_taken() -> None:
    text = "The father was not seen. Nobody asked why."
    source = SourceText.in_file(text)
    [chosen], [told] = decide([("a", weigh(source, [Marked(4, 10, ("father",)), Marked(25, 31, ("Nobody",))]))])
    assert chosen == STANDARD
    assert told.in_words == (
        "fairly sure; conventions agree on code points and UTF-16, CRLF as one and as two, the byte order mark counted and not: "
        "nothing here tells them apart"
    )
    assert told.runner_up.endswith("end inclusive")


def test_one_selection_without_a_quote_is_a_guess() -> None:
    [_], [told] = decide([("a", weigh(SourceText.in_file("Seen. Not"), [Marked(0, 4)]))])
    assert told.in_words.startswith("a guess")


def test_without_selections_nothing_is_decided() -> None:
    chosen, told = decide([("a", weigh(SourceText.in_file("Words"), []))])
    assert (chosen, told) == ([STANDARD], [])


def test_texts_that_agree_are_decided_together_and_one_that_differs_by_itself() -> None:
    weighed = []
    for seed, convention in ((5, NVIVO), (6, NVIVO), (7, STANDARD)):
        text = _text(seed)
        weighed.append(
            (f"text {seed}", weigh(SourceText.in_file(_as_file(text)), _marks(text, convention, seed, True)[0]))
        )
    chosen, told = decide(weighed)
    assert chosen == [NVIVO, NVIVO, STANDARD]
    assert [(each.source, each.convention) for each in told] == [("", str(NVIVO)), ("text 7", str(STANDARD))]


def test_a_text_with_little_to_go_by_follows_the_others() -> None:
    text = _text(8)
    much = weigh(SourceText.in_file(_as_file(text)), _marks(text, NVIVO, 9, True)[0])
    little = weigh(SourceText.in_file("😀 Seen\r\n\r\nNot seen"), [Marked(3, 7)])
    chosen, told = decide([("much", much), ("little", little)])
    assert chosen == [NVIVO, NVIVO]
    assert len(told) == 1


def test_a_label_is_no_quote_and_speaks_against_no_convention() -> None:
    text = _text(10)
    source = SourceText.in_file(_as_file(text))
    marks, _ = _marks(text, NVIVO, 11, quoted=True)
    marks = [Marked(mark.start, mark.end, ("why was he not asked?", *mark.words)) for mark in marks]
    [chosen], [told] = decide([("a", weigh(source, marks))])
    assert chosen == NVIVO
    assert told.score == 1.0


def test_positions_outside_the_text_or_within_a_character_are_nowhere() -> None:
    source = SourceText.in_file("a😀b")
    assert spans(source, [Marked(0, 2), Marked(1, 99)], Convention(True, False, False, False)).tolist() == [
        [0, -1],
        [1, -1],
    ]


@pytest.mark.parametrize(
    ("decoded", "text", "breaks"),
    [
        ("a\r\nb\nc\rd", "a\nb\nc\nd", [1]),
        ("\ufeff\r\n\r\n", "\n\n", [0, 1]),
        ("", "", []),
        ("\r", "\n", []),
        ("\r\r\n", "\n\n", [1]),
    ],
)
def test_line_ends_become_line_feeds_and_pairs_are_remembered(decoded: str, text: str, breaks: list[int]) -> None:
    source = SourceText.in_file(decoded)
    assert source.text == text
    assert source.breaks.nonzero()[0].tolist() == breaks
