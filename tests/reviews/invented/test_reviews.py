"""Invented reviews: the same from the same seed, with the ages, themes and sentences that are said to be in them."""

from __future__ import annotations

import re
from calendar import month_name
from collections import Counter
from functools import cache
from itertools import pairwise
from string import ascii_uppercase

import pytest

from lapwing.reviews.document import Kind
from lapwing.reviews.invented import Review, invent_reviews
from lapwing.reviews.invented.facts import COHORTS, FIRST_DAY, LAST_DAY, SHARES, invent_facts, years_old
from lapwing.reviews.invented.known_counts import known_by_child, known_by_review
from lapwing.reviews.invented.planting import PLANTED, to_the_nearest
from lapwing.reviews.invented.sentences import patterns, patterns_for
from lapwing.reviews.invented.wording import Chance, told, with_a_word_changed
from lapwing.reviews.refusal import Refusal
from lapwing.reviews.themes import starting_themes


@cache
def corpus(count: int = 150, seed: int = 1) -> tuple[Review, ...]:
    return tuple(invent_reviews(count, seed, pages=6))


def paragraphs(review: Review) -> list[tuple[str, str]]:
    return [(each.number, each.text) for each in review.manuscript.elements if each.kind is Kind.PARAGRAPH]


def text_of(review: Review) -> str:
    return "\n".join([*review.manuscript.front, *(text for _, text in paragraphs(review))])


def test_the_same_seed_gives_the_same_reviews_and_another_seed_others() -> None:
    assert invent_reviews(5, 3, pages=6) == invent_reviews(5, 3, pages=6)
    assert invent_reviews(5, 3, pages=6) != invent_reviews(5, 4, pages=6)


def test_every_planted_sentence_stands_once_in_the_paragraph_that_is_named() -> None:
    for review in corpus():
        numbered = paragraphs(review)
        for planted in review.planted:
            holding = [number for number, text in numbered if planted.sentence in text]
            assert holding == [planted.paragraph], planted


def test_every_decoy_stands_in_its_paragraph() -> None:
    for review in corpus():
        for decoy in review.decoys:
            assert decoy.paragraph in [number for number, text in paragraphs(review) if decoy.sentence in text]


def test_planted_shares_of_children_are_exact_in_every_cohort() -> None:
    reviews = corpus()
    ages = Counter(child.cohort for review in reviews for child in review.facts.children)
    for known in known_by_child(reviews):
        share = PLANTED[known.theme][list(COHORTS).index(known.cohort)]
        assert (known.present, known.of) == (to_the_nearest(share, ages[known.cohort]), ages[known.cohort])


def test_a_review_counts_once_in_each_cohort_of_its_children() -> None:
    reviews = corpus()
    by_review = list(known_by_review(reviews))
    assert {known.cohort for known in by_review} == set(COHORTS)
    under_one = [review for review in reviews if any(child.cohort == "under 1" for child in review.facts.children)]
    assert {known.of for known in by_review if known.cohort == "under 1"} == {len(under_one)}
    assert all(review.present <= review.of for review in by_review)
    assert any(
        review.present != child.present for review, child in zip(by_review, known_by_child(reviews), strict=True)
    )


def test_children_are_shared_out_by_age_as_the_report_has_them() -> None:
    children = [child for review in corpus() for child in review.facts.children]
    for cohort, share in SHARES.items():
        assert sum(child.cohort == cohort for child in children) == pytest.approx(share * len(children), abs=1)
    assert Counter(len(review.facts.children) for review in corpus()).keys() == {1, 2, 3, 4}


def test_a_child_s_dates_agree_with_its_cohort() -> None:
    for review in corpus():
        for incident in review.facts.incidents:
            assert FIRST_DAY <= incident.occurred_on <= LAST_DAY
            assert incident.occurred_on < review.facts.published_on
            for child in review.facts.children:
                if child.label in incident.children:
                    first, last = COHORTS[child.cohort]
                    assert first <= years_old(child.born_on, incident.occurred_on) < last


@pytest.mark.parametrize("seed", range(20))
def test_no_seed_makes_children_whose_age_and_cohort_disagree(seed: int) -> None:
    for facts in invent_facts(120, Chance(str(seed))):
        for incident in facts.incidents:
            for child in facts.children:
                first, last = COHORTS[child.cohort]
                assert (
                    child.label not in incident.children
                    or first <= years_old(child.born_on, incident.occurred_on) < last
                )


def test_siblings_are_twins_or_born_long_enough_apart() -> None:
    for review in corpus():
        born = sorted(child.born_on for child in review.facts.children)
        gaps = [(later - earlier).days for earlier, later in pairwise(born)]
        assert all(gap == 0 or gap >= 240 for gap in gaps), review.reference


def test_a_review_says_of_no_theme_both_that_it_is_there_and_that_it_is_not() -> None:
    for review in corpus():
        states = {(planted.theme, planted.state) for planted in review.planted}
        assert len(states) == len(review.states())
    said = Counter(planted.state for review in corpus() for planted in review.planted)
    assert said["absent"] > 20


def test_the_summary_repeats_sentences_with_exactly_one_word_changed() -> None:
    repeats = [(review, repeat) for review in corpus() for repeat in review.repeats]
    assert len(repeats) > 100
    for review, repeat in repeats:
        assert repeat.sentence in text_of(review)
        assert repeat.again in text_of(review)
        before, after = repeat.sentence.split(), repeat.again.split()
        assert sum(a != b for a, b in zip(before, after, strict=True)) == 1
        assert re.sub(rf"\b{repeat.word}\b", repeat.other, repeat.sentence, count=1) == repeat.again


def test_a_sentence_without_a_word_to_change_is_not_repeated() -> None:
    assert with_a_word_changed("Nothing here is among them.") is None


def test_recommended_items_stand_after_should_with_their_count() -> None:
    for review in corpus():
        items = [each.text for each in review.manuscript.elements if each.kind is Kind.BULLET]
        assert items == [recommended.item for recommended in review.recommended]
        asked = dict(paragraphs(review)) if review.manuscript.look != "letter" else {}
        for recommended in review.recommended:
            assert not asked or asked[recommended.paragraph].endswith("should:")


def test_themes_are_those_of_the_starting_book() -> None:
    assert set(PLANTED) == {theme.code for theme in starting_themes()}


@pytest.mark.parametrize("theme", sorted(PLANTED))
def test_a_theme_has_forty_patterns_and_enough_for_every_cohort_in_which_it_is_planted(theme: str) -> None:
    said = patterns(theme)
    assert len(said["present"]) >= 40
    assert len(set(said["present"])) == len(said["present"])
    assert min(len(said["absent"]), len(said["decoys"])) >= 4
    if any(PLANTED[theme][1:]):
        assert len(patterns_for(theme, "present", baby=False)) >= 10
        assert patterns_for(theme, "absent", baby=False)


def test_patterns_have_no_slot_that_nothing_fills() -> None:
    for review in corpus():
        assert not re.search(r"[{}\[\]|]", text_of(review))


def test_areas_are_from_our_own_list() -> None:
    assert {review.facts.area for review in corpus()} <= set(told("places.toml")["areas"])


def test_capitalised_names_are_invented_roles_or_from_our_own_lists() -> None:
    """No word in capitals within a sentence but months, labels, roles, and the names of our lists."""
    places = told("places.toml")
    ours = " ".join([*places["areas"], *places["agencies"], *places["centres"], *places["workers"]])
    known = set(re.findall(r"[A-Z]\w*", ours)) | MONTHS | WORDS
    for review in corpus():
        for _, text in paragraphs(review):
            within = re.findall(r"(?<![.:?] )(?<!^)\b[A-Z]\w*", text)
            assert set(within) <= known, set(within) - known


MONTHS = set(month_name)
WORDS = {*ascii_uppercase, "Child", "Mr", "Ms", "Board", "Boards", "British", "English", "Act", "Children"}
WORDS |= {"Fridays", "Tuesdays", "Christmas"}


def test_there_are_no_long_numbers_and_no_nhs_numbers() -> None:
    for review in corpus():
        assert not re.search(r"\d[\d ]{6,}\d", text_of(review))


def test_a_request_that_makes_no_review_is_refused_with_what_it_needs() -> None:
    with pytest.raises(Refusal, match="needs one review or more"):
        invent_reviews(0, 1)
    with pytest.raises(Refusal, match="5 pages or more"):
        invent_reviews(1, 1, pages=2)
