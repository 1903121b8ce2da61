"""Facts of our own stand below what people read, and are taken apart again to the letter."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from lapwing.reviews.refi.facts import facts_in, with_facts

KEYS = st.sampled_from(["include", "exclude", "lesson", "code"])
WORDS = st.text(st.characters(codec="utf-8") | st.sampled_from("\n\\n[]:"), max_size=30) | st.just("[Lapwing]\ncode: x")


def test_facts_stand_below_the_words_one_a_line() -> None:
    written = with_facts("What it is.", {"include": "one\ntwo", "exclude": "", "lesson": "fathers"})
    assert written == "What it is.\n\n[Lapwing]\ninclude: one\\ntwo\nlesson: fathers"
    assert facts_in(written) == ("What it is.", {"include": "one\ntwo", "lesson": "fathers"})


def test_words_without_facts_stay_as_they_are() -> None:
    assert with_facts("What it is.", {"include": ""}) == "What it is."
    assert facts_in("What it is.\ncode: x") == ("What it is.\ncode: x", {})


@given(WORDS, st.dictionaries(KEYS, WORDS.filter(bool)))
def test_any_words_and_facts_come_back(words: str, facts: dict[str, str]) -> None:
    assert facts_in(with_facts(words, facts)) == (words, facts)
