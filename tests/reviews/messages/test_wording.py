"""Words of amount in a statement, beside what n of N says."""

from __future__ import annotations

import pytest

from lapwing.reviews.messages.wording import Fit, quantifiers, wording


@pytest.mark.parametrize(
    ("statement", "present", "assessed", "words", "fit"),
    [
        ("In most cases fathers were left out.", 8, 20, "most", Fit.DOES_NOT_FIT),
        ("In most cases fathers were left out.", 180, 200, "most", Fit.FITS),
        ("In most cases fathers were left out.", 11, 20, "most", Fit.MAY_FIT),
        ("The majority of fathers were not seen.", 9, 20, "majority", Fit.DOES_NOT_FIT),
        ("The vast majority of fathers were not seen.", 16, 20, "vast majority", Fit.DOES_NOT_FIT),
        ("In all cases, fathers were left out.", 19, 20, "all cases", Fit.DOES_NOT_FIT),
        ("In all of the reviews, fathers were left out.", 20, 20, "all of the reviews", Fit.MAY_FIT),
        ("In almost all cases it was late.", 198, 200, "almost all", Fit.FITS),
        ("In no case was the father seen.", 1, 20, "no case", Fit.DOES_NOT_FIT),
        ("Few fathers were asked.", 8, 20, "few", Fit.DOES_NOT_FIT),
        ("Few fathers were asked.", 10, 200, "few", Fit.FITS),
        ("Fathers were often left out.", 4, 20, "often", Fit.DOES_NOT_FIT),
        ("Many fathers were left out.", 60, 100, "many", Fit.FITS),
        ("In half of the families he lived there.", 20, 100, "half", Fit.DOES_NOT_FIT),
        ("In more than half he lived there.", 60, 80, "more than half", Fit.FITS),
        ("In two-thirds of cases he lived there.", 67, 100, "two-thirds", Fit.MAY_FIT),
        ("In some cases he was not known.", 0, 20, "some", Fit.DOES_NOT_FIT),
        ("In too many cases he was not known.", 3, 20, "too many", Fit.FITS),
        ("In too many cases he was not known.", 0, 20, "too many", Fit.DOES_NOT_FIT),
        ("In 40% of cases he was not known.", 8, 20, "40%", Fit.FITS),
        ("In 45 per cent of cases he was not known.", 8, 20, "45 per cent", Fit.DOES_NOT_FIT),
        ("In 33.3% of cases he was not known.", 1, 3, "33.3%", Fit.FITS),
        ("In 8 of the 20 cases he was not known.", 8, 20, "8 of the 20", Fit.FITS),
        ("In 9 out of 20 cases he was not known.", 8, 20, "9 out of 20", Fit.DOES_NOT_FIT),
        ("In most cases fathers were left out.", 0, 0, "most", Fit.CANNOT_TELL),
    ],
)
def test_a_word_of_amount_is_weighed_against_n_of_n(
    statement: str, present: int, assessed: int, words: str, fit: Fit
) -> None:
    [found] = wording(statement, present, assessed)
    assert (found.words.casefold(), found.fit) == (words, fit)


@pytest.mark.parametrize(
    "statement",
    [
        "The most vulnerable babies were the least seen.",
        "Fathers were left at the edge.",
        "At most one agency knew of him.",
        "All agencies must know who he is.",
    ],
)
def test_a_statement_may_name_no_amount(statement: str) -> None:
    assert wording(statement, 8, 20) == []


def test_every_word_of_amount_is_weighed_in_its_order() -> None:
    found = wording("In too many cases, and in most families, he was often out.", 8, 20)
    assert [one.words for one in found] == ["too many", "most", "often"]


def test_the_sentence_has_the_word_the_numbers_and_the_interval() -> None:
    [found] = wording("In most cases fathers were left out.", 8, 20)
    assert found.sentence == (
        "“most” says more than half; 8 of 20 is 40% (22% to 61%): that does not fit. Say another word, or the numbers."
    )


def test_every_word_of_amount_takes_some_share_and_not_every_one() -> None:
    for quantifier in quantifiers():
        takes = [quantifier.takes(share / 1000) for share in range(1001)]
        assert any(takes)
        assert not all(takes)
