"""How easy a text is to read: syllables, sentences, and the two formulas against published examples."""

from __future__ import annotations

import pytest

from lapwing.board.readability import grade_level, readability, sentences, smog_grade, words
from lapwing.board.same_message import only_one_says
from lapwing.board.syllables import syllables

KNOWN = {
    1: "sleep back safe place placed cot own risk please drugs give house shake changed weighed reached clothes true "
    "league don't can't they've",
    2: "baby pillow mattress asleep safely safer safety settle little cuddled needed boxes places houses bottle sofa "
    "partner midwife nurses advice something sometimes outside useful careful statement unique rescue create quiet "
    "crying seeing client rhythm social special nation anxious doesn't",
    3: "medicine alcohol methadone overlay appointment pharmacist premature telephone diseases period radio serious "
    "usual actual violent influence idea area everyone carefully initial",
    4: "emergency information temperature relationship experience society anxiety reasonable gradually unexpected "
    "evaluate material platypuses",
    5: "immediately individual evaluation",
}


def test_syllables_are_counted_as_the_words_are_said() -> None:
    wrong = {
        word: syllables(word) for count, some in KNOWN.items() for word in some.split() if syllables(word) != count
    }
    assert wrong == {}


def test_the_parts_of_a_word_with_a_hyphen_are_added_up() -> None:
    assert (syllables("co-sleeping"), syllables("baby's"), syllables("mother’s")) == (3, 2, 2)


def test_sentences_end_with_a_stop_a_line_or_a_point_of_a_list() -> None:
    text = "Never do this:\n- on a sofa\n- when you drank, e.g. beer.\nAsk Dr. Frost! It is 2.5 ml; no more."
    said = ["Never do this:", "on a sofa", "when you drank, e.g beer.", "Ask Dr Frost!", "It is 2.5 ml", "no more."]
    assert sentences(text) == said


def test_figures_are_no_words_and_one_with_a_hyphen_is_one() -> None:
    assert words("Ring 0800 555, co-sleeping isn't safe.") == ["Ring", "co-sleeping", "isn't", "safe"]


def test_the_grade_level_is_that_of_the_published_example() -> None:
    # One sentence of 13 words with 24 syllables, about the Australian platypus, is of grade 11.3.
    assert grade_level(13, 1, 24) == pytest.approx(11.3, abs=0.05)


def test_smog_is_near_the_published_rule_that_is_reckoned_in_the_head() -> None:
    # McLaughlin's own short form: 3 and the square root of the long words in 30 sentences, where that is whole.
    for root in range(1, 14):
        assert smog_grade(root**2, 30) == pytest.approx(3 + root, abs=0.75)
    assert smog_grade(25, 30) == pytest.approx(1.0430 * 5 + 3.1291)


def test_few_sentences_are_brought_to_thirty() -> None:
    assert smog_grade(5, 10) == pytest.approx(smog_grade(15, 30))


EASY = "Put your baby on their back to sleep. Use a firm flat cot. Do not smoke. " * 4
HARD = (
    "Practitioners recommending unaccompanied infant sleeping arrangements should consistently communicate evidence "
    "regarding environmental considerations, including accidental overlaying, intoxication and sedating medication, "
    "wherever caregivers demonstrate difficulties understanding professional recommendations immediately postnatally, "
    "notwithstanding alternative arrangements."
)


def test_an_easy_text_has_a_lower_reading_age_than_a_hard_one() -> None:
    easy, hard = readability(EASY), readability(HARD)
    assert easy is not None
    assert hard is not None
    assert easy.reading_age < 8 < 18 < hard.reading_age
    assert (easy.sentences, easy.words, easy.long_words, easy.long_sentences) == (12, 64, (), ())
    assert hard.long_sentences == (HARD,)
    assert hard.long_words[0] == ("arrangements", 2)


def test_smog_is_not_given_for_few_sentences() -> None:
    hard, easy = readability(HARD), readability(EASY)
    assert hard is not None
    assert easy is not None
    assert (hard.smog_age, easy.smog_age) == (None, 8)


def test_of_few_words_nothing_is_said() -> None:
    assert readability("Never sleep on a sofa with your baby.") is None
    assert readability(None) is None


def test_sentences_that_one_agency_alone_has_are_put_before_whoever_compares() -> None:
    found = only_one_says(
        {
            "Maternity": "Never fall asleep with your baby on a sofa. Keep methadone locked away.",
            "Health visiting": "Never fall asleep on a sofa with your baby. A baby may sleep in your bed if you prefer.",
        }
    )
    assert found == {
        "Maternity": ["Keep methadone locked away."],
        "Health visiting": ["A baby may sleep in your bed if you prefer."],
    }
