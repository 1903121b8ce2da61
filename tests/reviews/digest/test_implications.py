"""What a report says should be done: how it is found, for whom, and where each recommendation ends."""

from __future__ import annotations

import pytest
from digest.lines import document_of

from lapwing.reviews.digest import Audiences
from lapwing.reviews.digest.advice import advises, lead_in
from lapwing.reviews.digest.implications import implications
from lapwing.reviews.digest.statements import Statement
from lapwing.reviews.digest.structure import parts

AUDIENCES = Audiences.standard()
BOARD = "The safeguarding board or partnership"


def found(lines: str) -> list[tuple[str, str]]:
    """The implications of a document: their number and words."""
    document = document_of(lines)
    return [(one.number, one.words(document)) for one in implications(document, parts(document), AUDIENCES)]


def statements(lines: str) -> list[Statement]:
    document = document_of(lines)
    return implications(document, parts(document), AUDIENCES)


def names(statement: Statement) -> list[str]:
    return [one.name for one in statement.audiences]


@pytest.mark.parametrize(
    "heading",
    [
        "Recommendations",
        "5.2 Recommendations:",
        "Areas for improvement",
        "Areas for priority action",
        "Priority and immediate action",
        "What needs to improve in this area of social work practice?",
        "What does the local authority need to improve?",
        "Practice implications",
        "Implications for practitioners",
        "Recommendations for the Board",
        "Learning points for practice",
    ],
)
def test_every_entry_under_such_a_heading_is_an_implication(heading: str) -> None:
    lines = (
        f"# {heading}\n1. Ensure that plans are written.\n2. Review the rota.\n# Background\n3. The town has a port."
    )
    assert found(lines) == [("1", "Ensure that plans are written."), ("2", "Review the rota.")]


def test_the_items_after_by_belong_to_the_recommendation_above() -> None:
    lines = "# Recommendations\n1. Improve safety by:\n- sharing what is known\n- writing plans.\n2. Review the rota."
    assert found(lines) == [("1", "Improve safety by: sharing what is known writing plans."), ("2", "Review the rota.")]


def test_items_that_finish_a_sentence_belong_to_it() -> None:
    lines = "# Recommendations\n1. Scrutinise the care of children where\n- they live with relatives\n- their parents are ill."
    assert [words for _, words in found(lines)] == [
        "Scrutinise the care of children where they live with relatives their parents are ill."
    ]


def test_a_number_printed_without_a_space_is_the_number() -> None:
    assert found("# Recommendations\n145.Monitor the plan.\n146.Review the rota.") == [
        ("145", "Monitor the plan."),
        ("146", "Review the rota."),
    ]


def test_a_list_within_a_list_belongs_to_its_item() -> None:
    lines = "# Recommendations\n- Ensure that every plan has\n-- an owner\n-- a day\n- Review the rota."
    assert [words for _, words in found(lines)] == ["Ensure that every plan has an owner a day", "Review the rota."]


def test_a_recommendation_goes_on_over_the_end_of_a_page() -> None:
    lines = (
        "# Recommendations\n7. Ensure that children know the name of their\n---page---\n~ Review of Child A\n"
        "... reviewing officer.\n8. Review the rota."
    )
    assert found(lines)[0] == ("7", "Ensure that children know the name of their reviewing officer.")


def test_a_line_that_was_broken_off_goes_on_with_its_recommendation() -> None:
    lines = "# Recommendations\n7. Ensure that children know the name\nof their reviewing officer.\n8. Review the rota."
    assert found(lines)[0] == ("7", "Ensure that children know the name of their reviewing officer.")


def test_headings_between_groups_of_recommendations_do_not_end_them() -> None:
    lines = (
        "# Areas for improvement\n# Care leavers\n1. Improve plans.\n# Adoption\n2. Review letters.\n"
        "# Strengths of the service\n3. Staff are kind."
    )
    assert [number for number, _ in found(lines)] == ["1", "2"]


def test_a_group_of_recommendations_may_be_called_like_findings() -> None:
    lines = (
        "# Areas for improvement\n## Learning\n1. Improve training.\n## Adoption\n2. The Panel Chair to report every year.\n"
        "# Conclusion\n3. Staff are kind."
    )
    assert [number for number, _ in found(lines)] == ["1", "2"]


def test_numbered_paragraphs_that_no_longer_advise_end_the_list() -> None:
    lines = (
        "# Recommendations\n1. Improve plans.\n2. Review letters.\n3. The service has grown since the spring.\n"
        "4. Staff are kind to families and to one another."
    )
    assert [number for number, _ in found(lines)] == ["1", "2"]


def test_that_there_is_nothing_to_recommend_is_no_recommendation() -> None:
    lines = (
        "# Areas for priority action\n26. The inspection did not find any areas for priority action.\n"
        "# Areas for improvement\n27. Improve plans."
    )
    assert [number for number, _ in found(lines)] == ["27"]


@pytest.mark.parametrize(
    ("lead", "who"),
    [
        ("Practitioners should:", ["Practitioners"]),
        ("The Board should consider:", [BOARD]),
        ("LSCBs and commissioners must:", [BOARD, "Commissioners"]),
        ("To improve, the local authority should:", ["The local authority"]),
        ("The police are advised to:", ["Police"]),
        ("Head teachers need to:", ["Schools, colleges and early years"]),
        ("Scout leaders’ own association should:", ["Scout leaders’ own association"]),
    ],
)
def test_a_list_after_somebody_should_is_for_them(lead: str, who: list[str]) -> None:
    both = statements(f"# Babies\n17. {lead}\n- make a plan\n- write it down\nThe plan is a good one.")
    assert [names(one) for one in both] == [who, who]
    assert [one.passages[0].place.paragraph for one in both] == ["17", "17"]


def test_an_audience_is_kept_as_the_report_writes_it() -> None:
    (one,) = statements("# Babies\nLSCBs and the borough council should:\n- make a plan")
    assert [(each.name, each.written) for each in one.audiences] == [
        (BOARD, "LSCBs"),
        ("The local authority", "borough council"),
    ]


def test_a_second_lead_in_takes_the_place_of_the_first() -> None:
    both = statements("# Implications\nPractitioners should:\n- make a plan\nLSCBs should:\n- ask for it")
    assert [names(one) for one in both] == [["Practitioners"], [BOARD]]


def test_when_things_should_be_done_is_told_below_who_should_do_them() -> None:
    document = document_of(
        "# Areas for improvement\n20. The local authority should take the following action.\n# Immediately:\n- make a plan\n"
        "# Within three months:\n- write it down"
    )
    first, second = implications(document, parts(document), AUDIENCES)
    assert [lead.words(document) for lead in second.lead_in] == [
        "The local authority should take the following action.",
        "Within three months:",
    ]
    assert names(first) == names(second) == ["The local authority"]


def test_an_item_that_names_somebody_else_is_for_them() -> None:
    items = statements(
        "# Recommendations\nThe local authority should:\n- make a plan\n- The police should read it.\n- BSCB to ask for it"
    )
    assert [names(one) for one in items] == [["The local authority"], ["Police"], [BOARD]]


def test_an_item_that_turns_to_somebody_else_is_cut_there() -> None:
    document = document_of(
        "# Recommendations\n18. The Board should publish its plan, and practitioners should read it."
    )
    first, second = implications(document, parts(document), AUDIENCES)
    assert (first.words(document), names(first)) == ("The Board should publish its plan", [BOARD])
    assert (second.words(document), names(second)) == ("practitioners should read it.", ["Practitioners"])


def test_advice_that_names_nobody_is_for_those_of_the_heading_above() -> None:
    lines = "# The local safeguarding children board (LSCB)\n## Recommendations\n1. Publish the plan."
    assert [names(one) for one in statements(lines)] == [[BOARD]]
    assert [names(one) for one in statements("# Summary\n## Recommendations\n1. Publish the plan.")] == [[]]


@pytest.mark.parametrize(
    "lines",
    [
        "# Findings\nRecommendation 3: The Board should publish its plan.\n4. It has one.",
        "# Findings\nRecommendation 3\nThe Board should publish its plan.\n4. It has one.",
        "# Recommendation 3\nThe Board should publish its plan.\n# Findings\n4. It has one.",
        "# Recommendation 3: The Board should publish its plan.\nIt was asked for.\n# Findings\n4. It has one.",
    ],
)
def test_recommendations_that_are_called_so_have_their_number(lines: str) -> None:
    assert found(lines) == [("3", "The Board should publish its plan.")]


def test_a_recommendation_that_is_called_so_takes_what_follows_from_it() -> None:
    lines = (
        "# Learning\nRecommendation 1\nThe Board should publish its plan.\nThis should include a date.\n"
        "The plan was asked for in spring.\nRecommendation 2: Practitioners should read it."
    )
    assert found(lines) == [
        ("1", "The Board should publish its plan. This should include a date."),
        ("2", "Practitioners should read it."),
    ]


@pytest.mark.parametrize(
    ("sentence", "who"),
    [
        ("The board should ensure that audits are useful.", [BOARD]),
        ("Additionally, the LSCB needs to do more.", [BOARD]),
        ("The review recommends that midwives ask about fathers.", ["Health services"]),
        ("This panel recommends to the Board that it asks.", [BOARD]),
        ("Pathway plans should be written with the young person.", []),
        ("More needs to be done by the police to share what they know.", ["Police"]),
    ],
)
def test_a_sentence_advises(sentence: str, who: list[str]) -> None:
    advice = advises(sentence, AUDIENCES)
    assert advice is not None
    assert [one.name for one in advice.audiences] == who


@pytest.mark.parametrize(
    "sentence",
    [
        "Social workers should have acted sooner.",
        "Visits were not as frequent as they should be.",
        "It is clear when practitioners should ask for help.",
        "The local authority recognises the need to do more.",
        "Children’s needs to be heard were not met.",
        "Partners are required to report every quarter.",
        "Any complaints about the inspection or the report should be made following the procedures.",
        "The court wrote of a child who ‘should be placed for adoption’.",
    ],
)
def test_a_sentence_about_what_was_or_is_does_not_advise(sentence: str) -> None:
    assert advises(sentence, AUDIENCES) is None


def test_a_paragraph_that_only_ends_in_a_colon_leads_in_nothing() -> None:
    assert lead_in("The proportion of children who have free school meals:", AUDIENCES) is None
    assert lead_in("Improve what is known of children by:", AUDIENCES) is None


def test_what_others_said_should_happen_is_no_implication_of_the_report() -> None:
    assert (
        found("# Findings\nA father said: “Social workers should listen to us before they write anything down.”") == []
    )
