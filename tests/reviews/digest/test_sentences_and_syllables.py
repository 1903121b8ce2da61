"""Where sentences end, how many syllables words have, and the figures of readability that rest on both."""

from __future__ import annotations

import pytest

from lapwing.reviews.digest.readability import hard_sentences, readability
from lapwing.reviews.digest.sentences import sentences
from lapwing.reviews.digest.syllables import syllables

KNOWN = {
    1: "a child care plan school risk harm health team board should help need known done lives changed asked looked seen placed "
    "helped joined learned through worked thought while nurse services' whose",
    2: "children people parents mother father baby housing police review report worker workers social concern concerns worried "
    "needed wanted visit visits nursery's foster carer agreed support supported partner judgement meeting meetings leaving "
    "timely placement themselves being always action section centre useful effect person persons working skilled'uns statement",
    3: "agency family assessment's quality recommend adoption important together serious seriously's several'ly previous "
    "coordinate's agencies families referral improvement protection inspector inspectors conference partnership "
    "management decision attention following adequate exclusion addition outcomes's attended concerning neglected understood",
    4: "authority assessments's information experience independent community adolescent vulnerable relationship's inadequate "
    "experienced reviewing's development opportunity'd preparation identified responsible education commissioning's variety "
    "behavioural relationships situation January",
    5: "recommendation vulnerability accommodation's communication's availability responsibly's immediately inappropriate "
    "opportunities disability consideration communication accommodated's",
    6: "responsibility recommendations's responsibilities accountability individually's",
}
"""Words of reports by how many syllables a dictionary of pronunciation gives them; those with ' are left out."""


def known() -> list[tuple[str, int]]:
    return [(word, count) for count, words in KNOWN.items() for word in words.split() if "'" not in word]


def test_the_rule_is_right_about_nearly_all_words_of_reports() -> None:
    wrong = [(word, syllables(word), count) for word, count in known() if syllables(word) != count]
    assert len(known()) > 130
    assert len(wrong) / len(known()) < 0.04, wrong


def test_parts_of_a_hyphenated_word_are_counted_each() -> None:
    assert syllables("pre-birth") == syllables("pre") + syllables("birth") == 2
    assert syllables("multi-agency") == 5


def test_a_possessive_adds_nothing() -> None:
    assert syllables("children’s") == syllables("children")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The plan was late. Nobody knew.", ["The plan was late.", "Nobody knew."]),
        ("Dr. Hale and Mr. Ford met. They agreed.", ["Dr. Hale and Mr. Ford met.", "They agreed."]),
        ("Ask early, e.g. before birth. Then act.", ["Ask early, e.g. before birth.", "Then act."]),
        ("It rose by 2.5 per cent. That is more.", ["It rose by 2.5 per cent.", "That is more."]),
        ("17. The father was not seen. He had asked.", ["17. The father was not seen.", "He had asked."]),
        ("J. B. Marsh wrote it. It is short.", ["J. B. Marsh wrote it.", "It is short."]),
        ("They met in practice.3 The next day they did not.", ["They met in practice.3", "The next day they did not."]),
        ("“Why?” she asked. Nobody answered.", ["“Why?” she asked.", "Nobody answered."]),
        ("He said no. “She did not.” Then it ended.", ["He said no.", "“She did not.”", "Then it ended."]),
        ("Plans, letters etc. The rest is lost.", ["Plans, letters etc.", "The rest is lost."]),
        ("Without a stop at the end", ["Without a stop at the end"]),
        ("", []),
    ],
)
def test_sentences_end_where_a_reader_ends_them(text: str, expected: list[str]) -> None:
    assert [text[start:end] for start, end in sentences(text)] == expected


def test_figures_follow_their_formulas() -> None:
    """Flesch (1948) and Kincaid and others (1975), worked out by hand: 2 sentences, 9 words, 12 syllables."""
    found = readability(["The baby was not seen. Nobody visited her."])
    assert (found.sentences, found.words, found.syllables, found.long_words) == (2, 8, 13, 2)
    assert found.reading_ease == pytest.approx(206.835 - 1.015 * 4 - 84.6 * 13 / 8)
    assert found.grade == pytest.approx(0.39 * 4 + 11.8 * 13 / 8 - 15.59)
    assert found.words_a_sentence == 4


def test_an_item_without_a_full_stop_is_a_sentence() -> None:
    assert readability(["make a plan", "write it down"]).sentences == 2


def test_smog_needs_thirty_sentences_and_says_so() -> None:
    few = readability(["The authority has responsibility for everybody."] * 29)
    assert few.smog is None
    assert few.on_smog == "SMOG needs 30 sentences; here are 29."
    enough = readability(["The authority has responsibility for everybody."] * 30)
    assert enough.smog == pytest.approx(3.1291 + 1.0430 * 90**0.5)


def test_smog_takes_ten_sentences_at_the_beginning_in_the_middle_and_at_the_end() -> None:
    texts = (
        ["The authority acts."] * 10
        + ["They act."] * 15
        + ["The authority acts."] * 10
        + ["They act."] * 15
        + ["The authority acts."] * 10
    )
    assert readability(texts).smog == pytest.approx(3.1291 + 1.0430 * 30**0.5)


def test_nothing_has_no_figures() -> None:
    found = readability(["•", ""])
    assert (found.words, found.reading_ease, found.smog, found.words_a_sentence) == (0, None, None, None)


def test_hard_sentences_are_the_longest_over_thirty_words() -> None:
    long, longer = " ".join(["word"] * 31) + ".", " ".join(["word"] * 40) + "."
    assert [one.why for one in hard_sentences(["Short.", long, longer])] == [
        "40 words, 0 of them long",
        "31 words, 0 of them long",
    ]
