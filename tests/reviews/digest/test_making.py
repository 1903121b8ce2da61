"""A digest of a report: what comes first, what is chosen, what is marked, what is said twice."""

from __future__ import annotations

import numpy as np
import pytest
from digest.lines import document_of
from hypothesis import given, settings
from hypothesis import strategies as st

from lapwing.reviews.digest import Audiences, Digest, Length, UnusableLength, digest_of
from lapwing.reviews.digest.differences import Change
from lapwing.reviews.digest.making import NOT_NAMED, NothingToReduce
from lapwing.reviews.digest.marking import Edit
from lapwing.reviews.digest.selecting import centrality

AUDIENCES = Audiences.standard()
REPORT = """
# Executive summary
1. This review looked at the care of babies. In too many cases practitioners did not see the father of the baby.
# Key findings
- there were shortcomings in the timeliness and quality of pre-birth assessments
- the risks resulting from the parents’ own needs were underestimated
- there had been insufficient support for young parents by both commissioning and provider health agencies
# Babies less than one year old
7. The reviews showed that:
- there were shortcomings in the timeliness and quality of pre-birth assessments
- there had been insufficient support for young parents by health agencies
---page---
8. A mother said: “Nobody asked me what I needed, and nobody ever came back to ask me again.” The nursery opens at eight.
## Practice implications
17. Practitioners should:
- recognise the importance of assessing risks before birth
- work with fathers
LSCBs should:
- ensure that pre-birth assessments are timely.
# Recommendations
18. The Board should publish its plan, and practitioners should read it.
"""


def made(lines: str = REPORT, length: Length | None = None, **given: list[str]) -> Digest:
    return digest_of(document_of(lines, "A review"), length or Length(words=120), AUDIENCES, **given)


def test_key_findings_that_a_report_sets_out_come_as_they_are() -> None:
    set_out = [str(line) for line in made().findings if not line.statement.chosen]
    assert set_out == [
        "there were shortcomings in the timeliness and quality of pre-birth assessments",
        "the risks resulting from the parents’ own needs were underestimated",
        "there had been insufficient support for young parents by both commissioning and provider health agencies",
    ]


def test_implications_stand_under_each_audience_with_their_lead_in() -> None:
    by_audience = {name: [str(line) for line in lines] for name, lines in made().by_audience.items()}
    assert by_audience == {
        "Practitioners": [
            "[Practitioners should:] recognise the importance of assessing risks before birth",
            "[Practitioners should:] work with fathers",
            "[...] practitioners should read it.",
        ],
        "The safeguarding board or partnership": [
            "[LSCBs should:] ensure that pre-birth assessments are timely.",
            "The Board should publish its plan [...]",
        ],
    }


def test_what_is_for_nobody_by_name_comes_last() -> None:
    digest = made("# Summary\n# Recommendations\n1. Publish the plan.\n2. The police should read it.")
    assert list(digest.by_audience) == ["Police", NOT_NAMED]


def test_every_edit_says_what_the_report_has_in_its_place() -> None:
    line = made().by_audience["The safeguarding board or partnership"][1]
    assert [(piece.edit, piece.was) for piece in line.edits] == [(Edit.OMITTED, "and practitioners should read it")]


def test_a_connective_at_the_beginning_of_a_chosen_sentence_is_left_out_and_marked() -> None:
    digest = made(
        "# Summary\n1. However, in too many cases the father of the baby was not seen by anybody.", Length(share=1)
    )
    assert [str(line) for line in digest.findings] == [
        "[...] [I]n too many cases the father of the baby was not seen by anybody."
    ]
    assert [(piece.edit, piece.was) for piece in digest.findings[0].edits] == [
        (Edit.OMITTED, "However,"),
        (Edit.CAPITAL, "i"),
    ]


def test_the_mark_of_what_a_recommendation_rests_on_is_left_out_and_marked() -> None:
    digest = made(
        "# Summary\n1. In too many cases the father was not seen by anybody (Recommendation).", Length(share=1)
    )
    assert [str(line) for line in digest.findings] == ["In too many cases the father was not seen by anybody [...]."]


def test_without_its_marks_every_line_is_in_the_report_to_the_letter() -> None:
    document = document_of(REPORT)
    for line in (*made().findings, *made().implications, *made().apart):
        for piece in line.pieces:
            if piece.edit is None and piece.words.strip():
                assert piece.words.strip() in " ".join(document.text.split())


def test_a_statement_that_a_report_makes_twice_is_one_with_both_places() -> None:
    first, _, third = [line for line in made().findings if not line.statement.chosen]
    (again,) = first.repeats
    assert (str(first.place), str(again.place), again.differences) == ("page 1, block 4", "page 1, paragraph 7", ())
    (again,) = third.repeats
    assert [(one.change, one.was) for one in again.differences] == [
        (Change.LEFT_OUT, "both commissioning and provider")
    ]
    assert not again.is_another


def test_two_statements_that_a_number_tells_apart_stay_two() -> None:
    digest = made(
        "# Key findings\n- in 12 of the cases the father of the baby was not seen by anybody\n"
        "- in 19 of the cases the father of the baby was not seen by anybody",
        Length(share=1),
    )
    assert len(digest.findings) == 2
    assert digest.findings[0].repeats[0].is_another


def test_what_other_people_said_stands_apart() -> None:
    digest = made(length=Length(words=400))
    assert [str(line) for line in digest.apart] == [
        "A mother said: “Nobody asked me what I needed, and nobody ever came back to ask me again.”"
    ]
    assert not any("Nobody asked me" in str(line) for line in digest.findings)


def test_case_examples_stand_apart() -> None:
    lines = (
        "# Findings\n1. In too many cases the father of the baby was not seen.\n"
        "## Case example\n2. Child B lived with her aunt and was not registered with a doctor."
    )
    digest = made(lines, Length(share=1))
    assert not any("Child B" in str(line) for line in digest.findings)


def test_a_recommendation_is_never_left_out_for_length() -> None:
    digest = made(length=Length(words=5))
    assert len(digest.implications) == 5
    assert any("none was left out" in note for note in digest.notes)


def test_key_findings_that_do_not_fit_are_told() -> None:
    digest = made(
        "# Key findings\n"
        + "\n".join(f"- the {word} of the plan was not looked at by anybody" for word in ("aim", "cost", "date")),
        Length(words=20),
    )
    assert len(digest.findings) == 1
    assert digest.notes == ("2 of 3 key findings of the report did not fit into the length.",)


def test_only_the_audiences_asked_for_are_told() -> None:
    digest = made(only=["Practitioners"])
    assert list(digest.by_audience) == ["Practitioners"]


def test_a_report_without_key_findings_gives_its_weightiest_sentences() -> None:
    body = "1. The clinic is open on weekdays from nine until five.\n2. The clinic moved to a building by the river in spring."
    digest = made(
        f"# Findings\n{body}\n4. In too many cases the review found that serious harm was not recognised.",
        Length(words=14),
    )
    assert [str(line) for line in digest.findings] == [
        "In too many cases the review found that serious harm was not recognised."
    ]


def test_what_is_about_the_report_is_not_chosen() -> None:
    digest = made(
        "# Information about this inspection\n1. In too many cases serious harm was not recognised at all.\n"
        "# Findings\n2. The clinic is open on weekdays from nine until five.",
        Length(share=1),
    )
    assert [str(line) for line in digest.findings] == ["The clinic is open on weekdays from nine until five."]


def test_a_document_without_text_is_refused() -> None:
    with pytest.raises(NothingToReduce, match="no running text"):
        made("# Only a heading")


@pytest.mark.parametrize(
    ("written", "words"), [("10%", 100), ("12.5 %", 125), ("800", 800), ("800 words", 800), ("5 per cent", 50)]
)
def test_a_length_is_a_share_or_a_number_of_words(written: str, words: int) -> None:
    assert Length.given(written).of(1000) == words


@pytest.mark.parametrize("written", ["", "0", "long", "120%", "7.5", "-3"])
def test_a_length_that_is_neither_is_refused(written: str) -> None:
    with pytest.raises(UnusableLength, match="--length"):
        Length.given(written)


def test_the_sentence_that_most_others_resemble_is_central() -> None:
    texts = ["baby not seen father", "baby not seen nurse", "baby seen father nurse", "bus late rain"]
    rank = centrality([text.split() for text in texts])
    assert rank.argmax() == 2
    assert rank.argmin() == 3


def test_centrality_is_the_fixed_point_of_textrank() -> None:
    """The rank is, scaled, the leading eigenvector of the damped walk over likeness (Mihalcea and Tarau 2004)."""
    texts = ["plan late baby", "plan baby seen", "plan late seen", "baby seen nurse nurse", "nurse late"]
    split = [text.split() for text in texts]
    words = sorted({word for text in split for word in text})
    seen = np.array([sum(word in text for text in split) for word in words])
    counts = np.array([[text.count(word) for word in words] for text in split]) * np.log(1 + len(split) / seen)
    assert (seen > 1).all()
    unit = counts / np.linalg.norm(counts, axis=1, keepdims=True)
    alike = unit @ unit.T
    np.fill_diagonal(alike, 0)
    walk = 0.15 / len(split) + 0.85 * (alike / alike.sum(axis=1, keepdims=True)).T
    values, vectors = np.linalg.eig(walk)
    leading = np.abs(vectors[:, values.real.argmax()].real)
    scaled = (leading - leading.min()) / (leading.max() - leading.min())
    assert centrality(split) == pytest.approx(scaled, abs=1e-3)


@settings(max_examples=25, deadline=None)
@given(st.integers(20, 400))
def test_findings_never_take_more_than_the_length(words: int) -> None:
    lines = "# Findings\n" + "\n".join(
        f"{at}. In week {at} the team saw {at * 3} families and wrote {at * 7} letters about their needs."
        for at in range(1, 30)
    )
    digest = made(lines, Length(words=words))
    assert sum(len(str(line).split()) for line in digest.findings) <= words
