"""Suggestions as people get them: what is found, why, in which order, and what is never suggested."""

from __future__ import annotations

from dataclasses import replace

import pytest
from read_rooms import FATHERS, FILLING, Reviewed
from rooms import AT, document_of

from lapwing.reviews.coding.anchors import anchor_again
from lapwing.reviews.coding.passages import withdraw
from lapwing.reviews.coding.states import states_by_review
from lapwing.reviews.project.documents import keep_reading
from lapwing.reviews.refusal import Refusal
from lapwing.reviews.suggesting import Wanted, accept, decline, suggest
from lapwing.reviews.themes import newest_book

ALIKE = "The babies' fathers were not seen by a professional before any birth."


@pytest.fixture
def reviews(room: Reviewed) -> Reviewed:
    """Three reviews on fathers and three of filling."""
    room.review_with("one", *FATHERS)
    room.review_with("two", FATHERS[0], FATHERS[3])
    room.review_with("three", ALIKE)
    for name in ("four", "five", "six"):
        room.review_with(name)
    return room


def test_passages_that_share_the_themes_words_are_found_and_nothing_else(reviews: Reviewed) -> None:
    found = {one.quote for one in reviews.suggested(way="words")}
    assert found == {*FATHERS, ALIKE}


def test_a_suggestion_says_where_it_stands_and_with_which_words_it_shares_the_theme(reviews: Reviewed) -> None:
    (one,) = reviews.suggested(way="words", document="three")
    assert (one.document, one.page, one.paragraph, one.heading) == ("three.txt", 1, "2", "three")
    (reason,) = one.reasons
    assert reason.way == "words"
    assert "“fathers”" in reason.why
    assert "with the theme's name" in reason.why
    assert reason.why.startswith("Shares ")
    told = one.as_json()
    assert told["by"] == "machine"
    assert (told["id"], told["theme"], told["score"], told["also"]) == (reason.id, "fathers", reason.score, [])


def test_a_passage_like_one_that_was_coded_says_which_and_by_whom(reviews: Reviewed) -> None:
    assert reviews.suggested(way="alike") == []
    reviews.code("one", FATHERS[0])
    (best, *_) = reviews.suggested(way="alike")
    assert (best.document, best.quote) == ("two.txt", FATHERS[0])
    assert best.reasons[0].score == 1.0
    assert best.reasons[0].why.startswith(
        f"Like the passage on page 1 of one.txt that Anna coded (“{FATHERS[0]}”): both have “"
    )


def test_ways_that_agree_are_one_suggestion_with_both_reasons(reviews: Reviewed) -> None:
    reviews.code("one", FATHERS[0])
    (one,) = reviews.suggested(document="three")
    assert {reason.way for reason in one.reasons} == {"words", "alike"}
    assert [reason.score for reason in one.reasons] == sorted((reason.score for reason in one.reasons), reverse=True)
    assert len(one.as_json()["also"]) == 1


def test_what_is_coded_to_the_theme_is_not_suggested_until_that_is_taken_back(reviews: Reviewed) -> None:
    coding = reviews.code("three", "fathers were not seen")
    assert reviews.suggested(document="three") == []
    assert reviews.code("three", "professional before", theme="coordination")
    assert reviews.suggested(document="three") == []
    withdraw(reviews.project, coding_id=coding, coder_id=reviews.coder("Anna"), why="the wrong one", at=AT)
    assert [one.quote for one in reviews.suggested(document="three")] == [ALIKE]


def test_a_coding_to_a_theme_below_keeps_the_one_above_from_being_suggested(reviews: Reviewed) -> None:
    from lapwing.reviews.themes import Theme, keep_book

    themes = [
        *newest_book(reviews.project).themes,
        Theme("stepfathers", "Stepfathers", "A stepfather.", parent="fathers"),
    ]
    themes = [replace(theme, include=theme.include or "x", exclude=theme.exclude or "x") for theme in themes]
    keep_book(reviews.project, themes, name="More", why="a theme below", coder_id=reviews.coder("Anna"), at=AT)
    reviews.code("three", ALIKE, theme="stepfathers")
    assert reviews.suggested(document="three") == []


def test_what_was_declined_is_not_suggested_again_by_any_way_nor_after_a_new_reading(reviews: Reviewed) -> None:
    reviews.code("one", FATHERS[0])
    (one,) = reviews.suggested(document="three")
    assert decline(reviews.project, [one.reasons[0].id], coder_id=reviews.coder("Ben"), at=AT) == 1
    assert reviews.suggested(document="three") == []
    document_id = reviews.number("three")
    reading = keep_reading(reviews.project, document_id, document_of("Another line.", f"7. {ALIKE}"), AT)
    anchor_again(reviews.project, document_id, reading, AT)
    assert reviews.suggested(document="three") == []


def test_a_suggestion_counts_for_nothing_until_somebody_accepts_it(room: Reviewed) -> None:
    room.document("one.txt", f"1. {FATHERS[0]}", *FILLING, review=room.review("Review 1"))
    before = states_by_review(room.project, newest_book(room.project))
    (one,) = room.suggested()
    assert states_by_review(room.project, newest_book(room.project)) == before
    accept(room.project, [one.reasons[0].id], coder_id=room.coder("Anna"), at=AT)
    after = states_by_review(room.project, newest_book(room.project))
    assert [told.theme for told, was in zip(after, before, strict=True) if told != was] == ["fathers"]


def test_a_suggestion_keeps_its_number_while_it_is_open(reviews: Reviewed) -> None:
    first = {(one.document, one.quote): one.reasons[0].id for one in reviews.suggested(way="words", limit=2)}
    again = {(one.document, one.quote): one.reasons[0].id for one in reviews.suggested(way="words", limit=5)}
    assert first.items() <= again.items()
    stored = reviews.project.rows("SELECT count(*) AS kept FROM suggestion")[0]["kept"]
    assert stored == len(again)


def test_documents_take_turns_where_scores_are_alike(room: Reviewed) -> None:
    room.review_with("one", *[f"The father was not seen in week {week} of the months." for week in "abcde"])
    room.review_with("two", "The father was not seen in some week of the months.")
    documents = [one.document for one in room.suggested(way="words")]
    assert documents.index("two.txt") == 1


def test_the_total_counts_what_the_limit_leaves_out(reviews: Reviewed) -> None:
    made = suggest(reviews.project, Wanted(themes=("fathers",)), at=AT, limit=2)
    assert (len(made.listed), made.total) == (2, 7)
    with pytest.raises(Refusal, match="needs 1 or more"):
        suggest(reviews.project, Wanted(), at=AT, limit=0)


def test_over_all_documents_the_same_is_found_as_in_each(reviews: Reviewed) -> None:
    reviews.code("one", FATHERS[0])
    names = ("one", "two", "three", "four", "five", "six")
    for way in ("words", "alike"):
        whole = {(one.document, one.quote, one.reasons[0].score) for one in reviews.suggested(way=way)}
        each = {
            (o.document, o.quote, o.reasons[0].score)
            for name in names
            for o in reviews.suggested(way=way, document=name)
        }
        assert whole == each


def test_a_persons_cues_find_what_the_book_has_no_word_for(reviews: Reviewed) -> None:
    def found(*cues: str) -> set[str]:
        wanted = Wanted(themes=("fathers",), ways=("words",), cues=cues)
        return {one.quote for one in suggest(reviews.project, wanted, at=AT, limit=50).listed}

    telephone = "A new telephone system was bought for the duty office in the spring in four."
    assert telephone not in found()
    assert telephone in found("telephone system", "duty office")
    with pytest.raises(Refusal, match="--theme"):
        suggest(reviews.project, Wanted(cues=("telephone",)), at=AT)


def test_an_empty_project_has_nothing_to_suggest(room: Reviewed) -> None:
    assert suggest(room.project, Wanted(), at=AT).listed == ()
