"""A digest held against its source: what is verbatim, what was edited and how, what is not there."""

from __future__ import annotations

import pytest
from digest.lines import document_of
from hypothesis import given, settings
from hypothesis import strategies as st

from lapwing.reviews.digest import Audiences, Checked, Length, Verdict, Verification, digest_of, verify
from lapwing.reviews.digest.differences import Change, Weight
from lapwing.reviews.digest.verifying import NothingToVerify
from lapwing.reviews.digest.writing import as_text

SOURCE = document_of("""
# Summary
1. All children were seen alone by a social worker within five days of the referral. The father was not asked about
# Findings
16. In 12 of 40 cases the midwife did not share the concern with the health visitor, although she had recorded it.
17. Practitioners should:
- record who lives in the household, and who visits it often
- make a pre-birth assessment before the twentieth week of pregnancy
18. The police and the housing service exchanged letters for many weeks. Nobody visited the family at home.
---page---
~ Review of Child A
19. Managers checked the quality of assessments every month. They told the Board what they had found.
... Few of the changes that the Board asked for were made by the end of the year.
20. Families and schools described good relationships with the nursery, which opened early for working parents.
""")


def only(line: str) -> Checked:
    (checked,) = verify(document_of(line), SOURCE).lines
    return checked


def told(line: str) -> list[tuple[Change, str, str, Weight | None]]:
    return [(one.change, one.was, one.now, one.weight) for one in only(line).differences]


def test_a_line_to_the_letter_is_verbatim_where_it_stands() -> None:
    found = only("Nobody visited the family at home.")
    assert found.verdict is Verdict.VERBATIM
    assert [str(place) for place in found.places] == ["page 1, paragraph 18"]
    assert not found.differences


def test_quotation_marks_dashes_spaces_and_capitals_do_not_count_but_are_told() -> None:
    source = document_of("1. The ‘Team around the Child’ met twice \u2013 in May, and in June.")
    found = verify(document_of('the "team around the child"  met twice - in May, and in June'), source).lines[0]
    assert found.verdict is Verdict.VERBATIM
    assert found.beside == ("Capital letters differ.",)


def test_punctuation_is_told_beside_the_verdict() -> None:
    found = only("Nobody visited the family, at home.")
    assert found.verdict is Verdict.VERBATIM
    assert found.beside == ("Punctuation differs.",)


@pytest.mark.parametrize(
    ("line", "was", "now", "weight"),
    [
        (
            "Many children were seen alone by a social worker within five days of the referral.",
            "All",
            "Many",
            Weight.HOW_MANY,
        ),
        (
            "All children were seen alone by a social worker within nine days of the referral.",
            "five",
            "nine",
            Weight.NUMBER,
        ),
        ("Few of the changes that the Panel asked for were made by the end of the year.", "Board", "Panel", None),
    ],
)
def test_a_word_swapped_is_told_with_what_it_touches(line: str, was: str, now: str, weight: Weight | None) -> None:
    assert only(line).verdict is Verdict.EDITED
    assert told(line) == [(Change.CHANGED, was, now, weight)]


def test_a_not_that_was_dropped_is_told_first() -> None:
    line = "In 12 of 40 cases the midwife did share this concern with the health visitor, although she had recorded it."
    first, second = told(line)
    assert first == (Change.LEFT_OUT, "not", "", Weight.NEGATION)
    assert second == (Change.CHANGED, "the", "this", None)


def test_a_not_that_stood_at_the_beginning_is_missed_too() -> None:
    source = document_of("1. Not all children were seen alone by the social worker.")
    found = verify(document_of("All children were seen alone by the social worker."), source).lines[0]
    assert [(one.was, one.weight) for one in found.differences] == [("Not", Weight.NEGATION)]


@pytest.mark.parametrize(
    ("was", "now"), [("adequate", "inadequate"), ("unsafe", "safe"), ("compliant", "non-compliant")]
)
def test_a_word_turned_into_its_opposite_is_a_negation(was: str, now: str) -> None:
    source = document_of(f"1. The plans that were made for the children in the home were {was}.")
    (found,) = verify(document_of(f"The plans that were made for the children in the home were {now}."), source).lines
    assert [(one.was, one.now, one.weight) for one in found.differences] == [(was, now, Weight.NEGATION)]


def test_a_number_in_figures_is_spelt_otherwise() -> None:
    line = "All children were seen alone by a social worker within 5 days of the referral."
    assert told(line) == [(Change.SPELLING, "five", "5", None)]


def test_what_stands_above_a_list_may_be_put_before_its_item() -> None:
    found = only("Practitioners should make a pre-birth assessment before the twentieth week of pregnancy")
    assert [(one.change, one.now, one.weight) for one in found.differences] == [
        (Change.ADDED, "Practitioners should", None)
    ]
    assert found.beside == ("“Practitioners should” stands above its list, on page 1, paragraph 17.",)


def test_sentences_in_another_order_are_told_so() -> None:
    found = only(
        "Nobody visited the family at home. The police and the housing service exchanged letters for many weeks."
    )
    assert found.verdict is Verdict.EDITED
    assert "It takes its parts in another order than the source." in found.beside


def test_the_label_of_a_recommendation_is_no_part_of_its_sentence() -> None:
    source = document_of(
        "Recommendation 3: The Board should publish its plan every year.\n145.Monitor the plan of the Board."
    )
    digest = document_of("The Board should publish its plan every year.\nMonitor the plan of the Board.")
    assert [one.verdict for one in verify(digest, source).lines] == [Verdict.VERBATIM] * 2


def test_a_sentence_cut_short_says_what_was_left_out() -> None:
    line = "In 12 of 40 cases the midwife did not share the concern with the health visitor."
    assert told(line) == [(Change.LEFT_OUT, "although she had recorded it", "", None)]


def test_a_figure_changed_within_a_number_is_a_number() -> None:
    line = (
        "In 12 of 44 cases the midwife did not share the concern with the health visitor, although she had recorded it."
    )
    assert told(line) == [(Change.CHANGED, "40", "44", Weight.NUMBER)]


def test_a_hyphen_more_or_less_is_a_difference_of_spelling() -> None:
    for spelt in ("prebirth", "pre birth"):
        line = f"make a {spelt} assessment before the twentieth week of pregnancy"
        assert told(line) == [(Change.SPELLING, "pre-birth", spelt, None)]


def test_the_same_words_in_another_order_are_told_so() -> None:
    line = "Schools and families described good relationships with the nursery, which opened early for working parents."
    assert told(line) == [(Change.ORDER, "Families and schools", "Schools and families", None)]


def test_two_sentences_made_one_are_told_so() -> None:
    line = "Managers checked the quality of assessments every month and told the Board what they had found."
    found = only(line)
    assert found.verdict is Verdict.EDITED
    assert not found.assembled
    assert "It makes one sentence of several of the source." in found.beside
    assert told(line) == [(Change.CHANGED, "They", "and", None)]


def test_parts_of_two_places_are_told_with_both() -> None:
    line = (
        "The midwife did not share the concern with the health visitor, "
        "and few of the changes that the Board asked for were made."
    )
    found = only(line)
    assert found.assembled
    assert [str(place) for place in found.places] == ["page 1, paragraph 16", "page 2, paragraph 19"]


def test_what_the_source_does_not_have_is_not_found_and_the_nearest_is_shown() -> None:
    found = only("The paediatrician wrote a letter of complaint to the hospital trust.")
    assert found.verdict is Verdict.NOT_FOUND
    assert found.nearest
    assert found.likeness < 0.6


def test_a_line_said_twice_names_the_first() -> None:
    digest = document_of("Nobody visited the family at home.\nnobody visited the family at home")
    assert [one.same_as for one in verify(digest, SOURCE).lines] == [0, 1]


@pytest.mark.parametrize(
    ("cites", "wrong"),
    [
        ("(page 1, paragraph 18)", ()),
        ("(p. 1, para 18)", ()),
        ("Para 18", ()),
        ("[paragraphs 16 and 18]", ()),
        ("(page 2, paragraph 18)", ("It says page 2, paragraph 18; found on page 1, paragraph 18.",)),
        ("(pages 1-2)", ()),
        ("(paragraph 17)", ("It says paragraph 17; found on page 1, paragraph 18.",)),
    ],
)
def test_places_that_a_line_cites_are_held_against_where_it_stands(cites: str, wrong: tuple[str, ...]) -> None:
    found = only(f"Nobody visited the family at home. {cites}")
    assert found.verdict is Verdict.VERBATIM
    assert found.wrong == wrong


def test_a_place_that_stands_above_lines_is_cited_for_each() -> None:
    digest = document_of(
        "# Findings\nParagraph 18\n- Nobody visited the family at home.\n- They told the Board what they had found."
    )
    first, second = verify(digest, SOURCE).lines
    assert not first.wrong
    assert second.wrong == ("It says paragraph 18; found on page 2, paragraph 19.",)


def test_a_cited_place_that_has_it_a_little_otherwise_is_not_wrong() -> None:
    source = document_of(
        "1. There was too little support for young parents by both commissioning and provider health agencies.\n"
        "7. There was too little support for young parents by health agencies."
    )
    line = "There was too little support for young parents by health agencies. (paragraph 1)"
    (found,) = verify(document_of(line), source).lines
    assert found.verdict is Verdict.VERBATIM
    assert not found.wrong
    assert any("page 1, paragraph 1 it stands a little otherwise" in one for one in found.beside)


def test_a_place_that_the_source_itself_cites_is_wording() -> None:
    source = document_of("1. Review the arrangements out of hours (paragraph 15).")
    (found,) = verify(document_of("Review the arrangements out of hours (paragraph 15)."), source).lines
    assert (found.verdict, found.wrong) == (Verdict.VERBATIM, ())


def test_edits_that_the_digest_marks_are_told_as_marked() -> None:
    (found,) = verify(document_of("[...] [F]ew of the changes [...] were made by the end of the year."), SOURCE).lines
    assert found.verdict is Verdict.EDITED
    assert [(one.was, one.marked) for one in found.differences] == [("that the Board asked for", True)]
    assert found.is_all_marked


def test_words_left_out_beside_a_mark_elsewhere_are_not_marked() -> None:
    line = "In 12 of 40 cases the midwife did share the concern [...], although she had recorded it."
    (found,) = verify(document_of(line), SOURCE).lines
    assert [(one.was, one.marked) for one in found.differences] == [("not", False), ("with the health visitor", True)]
    assert not found.is_all_marked


def test_supplied_words_are_told_with_where_the_source_has_them() -> None:
    (found,) = verify(
        document_of("[Practitioners should:] make a pre-birth assessment before the twentieth week of pregnancy"),
        SOURCE,
    ).lines
    assert found.verdict is Verdict.VERBATIM
    assert found.beside == ("Supplied: “Practitioners should:”, from page 1, paragraph 17.",)
    (found,) = verify(
        document_of("[Everybody must] make a pre-birth assessment before the twentieth week of pregnancy"), SOURCE
    ).lines
    assert found.beside == ("Supplied: “Everybody must”, which the source does not have so.",)
    assert (found.verdict, found.is_all_marked) == (Verdict.EDITED, False)


def test_a_negation_in_brackets_makes_a_line_an_edited_one() -> None:
    digest = document_of(
        "Practitioners should [not] make a pre-birth assessment before the twentieth week of pregnancy"
    )
    found = verify(digest, SOURCE)
    assert found.lines[0].verdict is Verdict.EDITED
    assert str(found.lines[0].differences[0]) == "added: “not” (a negation)"
    assert found.totals["edited where it may turn the meaning"] == 1


def test_a_statement_over_the_end_of_a_page_is_one() -> None:
    found = only(
        "They told the Board what they had found. Few of the changes that the Board asked for were made by the end of the year."
    )
    assert found.verdict is Verdict.VERBATIM


def test_headings_and_what_a_digest_says_of_itself_are_not_held_against_the_source() -> None:
    digest = document_of(
        "# What was found\n- Nobody visited the family at home.\n# About this digest\n- This digest has one line of nine words."
    )
    found = verify(digest, SOURCE)
    assert (len(found.lines), found.headings) == (1, ("What was found",))


def test_totals_count_every_kind() -> None:
    digest = document_of(
        "Nobody visited the family at home. (paragraph 20)\n"
        "Many children were seen alone by a social worker within five days of the referral.\n"
        "The paediatrician wrote a letter of complaint to the hospital trust.\n"
        "Nobody visited the family at home."
    )
    assert verify(digest, SOURCE).totals == {
        "lines": 4,
        "verbatim": 2,
        "edited": 1,
        "not found": 1,
        "edited, all of it marked": 0,
        "edited where it may turn the meaning": 1,
        "assembled from several places": 0,
        "cited places that are wrong": 1,
        "said twice": 1,
        "headings not held against the source": 0,
    }


def test_nothing_to_compare_is_refused() -> None:
    with pytest.raises(NothingToVerify, match="digest has no lines"):
        verify(document_of("# Only a heading"), SOURCE)
    with pytest.raises(NothingToVerify, match="source has no words"):
        verify(SOURCE, document_of("~ 17"))


WORDS = st.sampled_from(
    [
        "child",
        "mother",
        "father",
        "midwife",
        "nurse",
        "school",
        "home",
        "visit",
        "plan",
        "risk",
        "harm",
        "week",
        "told",
        "saw",
    ]
)
SENTENCES = st.lists(st.lists(WORDS, min_size=6, max_size=14).map(" ".join), min_size=2, max_size=8, unique=True)


@settings(max_examples=60, deadline=None)
@given(SENTENCES, st.data())
def test_whatever_is_copied_whole_is_verbatim(sentences: list[str], data: st.DataObject) -> None:
    source = document_of("\n".join(f"{at}. {one.capitalize()}." for at, one in enumerate(sentences, 1)))
    at = data.draw(st.integers(0, len(sentences) - 1))
    (found,) = verify(document_of(f"{sentences[at].capitalize()}. (paragraph {at + 1})"), source).lines
    assert found.verdict is Verdict.VERBATIM
    assert not found.wrong


@settings(max_examples=60, deadline=None)
@given(SENTENCES, st.data())
def test_whatever_loses_a_word_is_never_verbatim(sentences: list[str], data: st.DataObject) -> None:
    source = document_of("\n".join(f"{at}. {one.capitalize()} always." for at, one in enumerate(sentences, 1)))
    kept = data.draw(st.sampled_from(sentences)).split()
    del kept[data.draw(st.integers(0, len(kept) - 1))]
    (found,) = verify(document_of(" ".join(kept).capitalize() + " always."), source).lines
    assert found.verdict is not Verdict.VERBATIM


def test_our_own_digest_of_a_report_holds() -> None:
    digest = digest_of(SOURCE, Length(share=0.6), Audiences.standard())
    found: Verification = verify(document_of("".join(as_text(digest))), SOURCE)
    assert found.totals["not found"] == 0
    assert found.totals["edited"] == found.totals["edited, all of it marked"]
    assert found.totals["cited places that are wrong"] == 0
