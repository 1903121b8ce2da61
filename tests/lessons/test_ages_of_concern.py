"""The report as data: what is there, that it holds together, and that it reads well."""

from __future__ import annotations

import copy
import re
import tomllib
from importlib.resources import files

import pytest

from lapwing.lessons import ages_of_concern
from lapwing.lessons.ages_of_concern import (
    HEADINGS,
    IMPLICATIONS,
    KEY_FINDINGS,
    LESSONS,
    SOURCE,
    AgeGroup,
    Audience,
    UnknownLesson,
    WrongLessons,
    bullet,
    finding,
    read_lessons,
)
from lapwing.lessons.settings import SETTINGS

PARAGRAPHS = {17: (3, 2), 31: (3, 2), 41: (2, 1), 53: (1, 2), 67: (2, 1), 81: (4, 2)}
"""How many implications each paragraph has: for practitioners, for Boards."""
AMERICAN = re.compile(
    r"\b(\w*ization|\w*yz(e|es|ed|ing)|\w{3,}iz(e|es|ed|ing)|\w*(behavior|favor|labor|color|honor)\w*|"
    r"\w*(defense|offense)|programs?|centers?|enroll|fulfill|skillful|judgment|learned)\b",
    re.IGNORECASE,
)


@pytest.fixture
def documents():
    folder = files("lapwing.lessons") / "report"
    names = ("key_findings", *HEADINGS)
    return {name: tomllib.loads((folder / f"{name}.toml").read_text(encoding="utf-8")) for name in names}


def test_eleven_findings_and_twenty_five_implications():
    assert len(KEY_FINDINGS) == 11
    assert len(IMPLICATIONS) == 25
    assert LESSONS == KEY_FINDINGS + IMPLICATIONS
    assert sum(lesson.audience is Audience.PRACTITIONER for lesson in IMPLICATIONS) == 15
    assert sum(lesson.audience is Audience.BOARD for lesson in IMPLICATIONS) == 10


@pytest.mark.parametrize(("paragraph", "counts"), PARAGRAPHS.items())
def test_every_bullet_of_each_paragraph_is_there(paragraph, counts):
    expected = [
        f"{letter}{paragraph}.{n + 1}" for letter, count in zip("PB", counts, strict=True) for n in range(count)
    ]
    assert [lesson.id for lesson in IMPLICATIONS if lesson.paragraph == paragraph] == expected


def test_findings_of_babies_then_of_young_people():
    babies = [lesson.id for lesson in KEY_FINDINGS if lesson.age_group is AgeGroup.UNBORN_AND_UNDER_1]
    young_people = [lesson.id for lesson in KEY_FINDINGS if lesson.age_group is AgeGroup.FOURTEEN_AND_OVER]
    assert babies == [f"K{n}" for n in range(1, 8)]
    assert young_people == ["K0", "K8", "K9", "K10"]


def test_a_finding_has_the_page_and_only_the_babies_list_a_paragraph():
    assert {lesson.page for lesson in KEY_FINDINGS} == {4}
    assert {lesson.id: lesson.paragraph for lesson in KEY_FINDINGS} == {
        **{f"K{n}": 7 for n in range(1, 8)},
        **dict.fromkeys(["K0", "K8", "K9", "K10"]),
    }


def test_each_implication_answers_a_finding_or_is_for_housing_and_advice():
    answering = {id for lesson in KEY_FINDINGS for id in lesson.answered_by}
    assert {lesson.id for lesson in IMPLICATIONS} - answering == {"B53.1", "B53.2"}


def test_a_finding_is_answered_by_implications_of_its_age_group():
    for lesson in KEY_FINDINGS:
        assert lesson.answered_by
        assert {bullet(id).age_group for id in lesson.answered_by} == {lesson.age_group}, lesson.id


def test_a_bullet_by_its_id():
    lesson = bullet("P17.1")
    assert lesson.paragraph == 17
    assert lesson.heading == "before_birth"
    assert lesson.audience == "practitioner"
    assert lesson.age_group == "unborn_and_under_1"
    assert lesson.text == "Practitioners should carry out pre-birth assessments in good time."
    assert finding("K10").answered_by == ("P81.1", "P81.2", "P81.3", "P81.4", "B81.1", "B81.2")


@pytest.mark.parametrize("lesson", LESSONS, ids=lambda lesson: lesson.id)
def test_every_text_is_one_sentence_of_its_own(lesson):
    assert re.fullmatch(r"[A-Z][^.;!?]+\.", lesson.text)
    assert "  " not in lesson.text
    if lesson.audience is Audience.BOARD:
        assert lesson.text.startswith("The Board should ")
    if lesson.audience is Audience.PRACTITIONER:
        assert "ractitioners should " in lesson.text


def test_british_spelling():
    texts = [lesson.text for lesson in LESSONS]
    texts += [text for each in SETTINGS.values() for text in (each.governs, each.observed, each.source)]
    assert [text for text in texts if AMERICAN.search(text)] == []
    assert AMERICAN.search("organized behavior at the center")


def test_no_text_stands_twice():
    assert len({lesson.text for lesson in LESSONS}) == len(LESSONS)


def test_the_source_is_cited_with_what_its_counts_rest_on():
    assert SOURCE.citation == (
        "Ofsted, Ages of concern: learning lessons from serious case reviews (October 2011, no. 110080): a thematic "
        "analysis of 482 serious case reviews evaluated 1 April 2007 to 31 March 2011. Reused under the Open Government "
        "Licence; the lessons are paraphrased in our own words."
    )


@pytest.mark.parametrize(
    ("lookup", "id", "said"),
    [
        (bullet, "p17.1", "There is no implication 'p17.1' in the report. Nearest: P17.1"),
        (bullet, "K1", "There is no implication 'K1' in the report. Nothing comes near it."),
        (finding, "K11", "There is no key finding 'K11' in the report. Nearest: K1"),
    ],
)
def test_an_unknown_id_is_refused_naming_those_near(lookup, id, said):
    with pytest.raises(UnknownLesson) as refused:
        lookup(id)
    assert str(refused.value).startswith(said)


def _drop(documents):
    del documents["health"]["implication"][0]


def _twice(documents):
    documents["health"]["implication"][0]["id"] = "P41.2"


def _dangling(documents):
    documents["key_findings"]["finding"][0]["answered_by"].append("P99.1")


def _wrong_paragraph(documents):
    documents["parents"]["paragraph"] = 32


def _wrong_audience(documents):
    documents["health"]["implication"][0]["audience"] = "Board"


@pytest.mark.parametrize(
    ("spoil", "said"),
    [
        (_drop, "The report has 15 lessons whose id begins with P; here are 14."),
        (_twice, "P41.2 stands twice."),
        (_dangling, "K1 is answered by P99.1, which is not there."),
        (_wrong_paragraph, "P31.1 stands at paragraph 32, which its id does not say."),
        (_wrong_audience, "P41.1 is addressed to Board, which its id does not say."),
    ],
)
def test_data_that_does_not_hold_together_is_refused(documents, spoil, said):
    spoilt = copy.deepcopy(documents)
    spoil(spoilt)
    with pytest.raises(WrongLessons) as refused:
        read_lessons(spoilt)
    assert said in str(refused.value)


def test_what_is_loaded_is_what_the_files_say(documents):
    assert read_lessons(documents) == ages_of_concern.LESSONS
