"""Words that blame a child or a person harmed are asked about; what somebody said is not."""

from __future__ import annotations

import tomllib
from importlib.resources import files

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lapwing.prompts.blaming_words import STANDS_FOR, WrongPhrases, prompts, read_groups

LIST = tomllib.loads(files("lapwing.prompts").joinpath("blaming_words.toml").read_text("utf-8"))["group"]


def plainest(phrase: str) -> str:
    """A phrase of the list as somebody would write it: the first of each choice, and nothing that may be left out."""
    words = [word.split("/")[0] for word in phrase.split() if not word.startswith("(")]
    return " ".join(STANDS_FOR.get(word, (word,))[0] for word in words)


EVERY_PHRASE = [plainest(phrase) for group in LIST for phrase in group["phrases"]]


def found(text: str) -> list[str]:
    """The words that are asked about."""
    return [prompt.found for prompt in prompts(text)]


@pytest.mark.parametrize(
    ("text", "asked_about"),
    [
        ("She keeps putting herself at risk.", ["putting herself at risk"]),
        ("PUTS HIMSELF AT SERIOUS RISK", ["PUTS HIMSELF AT SERIOUS RISK"]),
        ("placing\nthemselves  at risk", ["placing\nthemselves  at risk"]),
        ("A pattern of risk-taking behaviour.", ["risk-taking behaviour"]),
        ("He is streetwise and street wise.", ["streetwise", "street wise"]),
        ("Mother failed to protect him; this is a lifestyle choice.", ["failed to protect", "lifestyle choice"]),
        ("Kyra didn’t engage. Kyra didn't engage.", ["didn’t engage", "didn't engage"]),
        ("He absconded from the placement.", ["absconded"]),
        ("She has an older boyfriend who gives her lifts.", ["older boyfriend"]),
    ],
)
def test_blaming_words_are_found_where_they_stand(text: str, asked_about: list[str]) -> None:
    assert found(text) == asked_about


@pytest.mark.parametrize(
    "text",
    [
        "",
        "She was missing from Friday to Sunday; a man of thirty drove her to another town.",
        "Her mother rang the police, changed the locks and slept at her sister's.",
        "He was not brought to the clinic; the bus no longer runs.",
        "A risk assessment was written. The risk to her comes from two adults.",
        "The provocative film was discussed at school.",
        "It is a matter of life and of style. The choice is hers.",
    ],
)
def test_words_that_say_what_happened_are_left_alone(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "He said: “She is putting herself at risk.”",
        'He said, "she is putting herself at risk", twice.',
        "He said: ‘She’s putting herself at risk.’",
        "He said 'she's putting herself at risk' and left.",
    ],
)
def test_quoted_speech_is_allowed(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "He said she is putting herself at risk.",
        "“He rang,” she said. She is putting herself at risk.",
        "The parents' view: she is putting herself at risk. The teachers' too.",
        "She's missing, and it's said she is putting herself at risk; that's all.",
        'An open mark " and then, after a new paragraph:\n\nputting herself at risk. And "so on".',
    ],
)
def test_what_is_not_quoted_is_asked_about_whatever_marks_stand_around_it(text: str) -> None:
    assert found(text) == ["putting herself at risk"]


@pytest.mark.parametrize("phrase", EVERY_PHRASE)
def test_every_phrase_of_the_list_is_found_and_may_be_quoted(phrase: str) -> None:
    assert phrase in " ".join(found(f"Written: {phrase}, it says."))
    assert found(f"She told me: “{phrase}”.") == []


@given(st.text(), st.sampled_from(EVERY_PHRASE), st.text())
def test_a_prompt_points_at_its_words_and_quoting_silences_it(before: str, phrase: str, after: str) -> None:
    text = f"{before} {phrase} {after}"
    for prompt in prompts(text):
        assert text[prompt.start : prompt.end] == prompt.found
    assert found(f"“{phrase}”") == []


def test_a_prompt_says_what_could_be_asked_instead() -> None:
    (prompt,) = prompts("She keeps putting\nherself at risk.")
    assert str(prompt) == (
        "This says “putting herself at risk”. It makes the child the source of the danger. "
        "Who is harming the child or could, how, and what would stop them?"
    )


def test_the_list_does_not_blame_in_its_own_sentences() -> None:
    for group in LIST:
        assert found(f"{group['why']} {group['instead']}") == []


def test_a_list_that_lacks_a_reason_is_refused() -> None:
    with pytest.raises(WrongPhrases, match="Group 1 of phrases has no why and no instead"):
        read_groups([{"phrases": ["so"]}])
