"""Messages that resolve to n of N, and implications that become lessons."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from counted_rooms import FATHER, MOTHER, CountedRoom
from hypothesis import given
from hypothesis import strategies as st
from rooms import AT

from lapwing.lessons.ages_of_concern import AgeGroup, Lesson
from lapwing.reviews.coding.passages import keep_passage
from lapwing.reviews.coding.states import State
from lapwing.reviews.cohorts import SCHEMES
from lapwing.reviews.messages.implications import (
    Implication,
    as_lesson,
    as_python,
    implication_of,
    implications,
    keep_implication,
    make_lesson,
    withdraw_implication,
)
from lapwing.reviews.messages.kept import (
    Bearing,
    Needed,
    keep_message,
    message_of,
    messages,
    name_review,
    withdraw_message,
)
from lapwing.reviews.messages.recurring import Saturation, recurring, saturation
from lapwing.reviews.messages.resolving import Resolved, resolved
from lapwing.reviews.messages.wording import Fit
from lapwing.reviews.prevalence import Asked, prevalence
from lapwing.reviews.refusal import Refusal

STATEMENT = "In most cases fathers were left at the edge."


@pytest.fixture
def room(tmp_path: Path) -> Iterator[CountedRoom]:
    """Ten reviews of babies and two of young people; fathers were present in four and absent in the other babies'."""
    room = CountedRoom(tmp_path)
    for number in range(1, 11):
        room.review_of(f"R{number:02}", {"Child A": "7 weeks"}, occurred_on=f"{2006 + number // 4}-05-04")
    for number in (11, 12):
        room.review_of(f"R{number}", {"Child A": "15"})
    for number in range(1, 5):
        room.present(f"R{number:02}")
    for number in range(5, 11):
        room.said(f"R{number:02}", "absent")
    yield room
    room.project.close()


def _keep(room: CountedRoom, *themes: str, cohort: str = "under 1", needed: Needed = Needed.ANY) -> int:
    return keep_message(
        room.project, STATEMENT, themes or ("fathers",), coder_id=room.coder("Ann"), at=AT, needed=needed, cohort=cohort
    )


def _resolved(room: CountedRoom, message_id: int, threshold: int | None = None) -> Resolved:
    return resolved(room.project, message_of(room.project, message_id), threshold=threshold)


def _name(
    room: CountedRoom, message_id: int, reference: str, bearing: Bearing, why: str = "as its summary says"
) -> None:
    name_review(room.project, message_id, reference, bearing=bearing, why=why, coder_id=room.coder("Ann"), at=AT)


# ---------------------------------------------------------------- messages


def test_a_message_is_kept_as_it_was_said(room: CountedRoom) -> None:
    [message] = [message_of(room.project, _keep(room, "Fathers were left at the edge", "fragility", cohort="Under 1"))]
    assert (message.statement, message.themes) == (STATEMENT, ("fathers", "fragility"))
    assert (message.scheme, message.cohort, message.coder) == ("reviews", "under 1", "Ann")
    assert messages(room.project) == [message]


def test_a_message_resolves_to_n_of_n_of_its_cohort(room: CountedRoom) -> None:
    found = _resolved(room, _keep(room))
    assert (found.cell.present, found.cell.assessed) == (4, 10)
    assert found.supporting == ("R01", "R02", "R03", "R04")
    assert found.against == ("R05", "R06", "R07", "R08", "R09", "R10")
    assert {passage.cited for passage in found.passages} == {f"R0{n}.txt, page 1, paragraph 1" for n in range(1, 5)}


def test_without_a_cohort_every_review_counts(room: CountedRoom) -> None:
    room.present("R11")
    found = _resolved(room, _keep(room, cohort=""))
    assert (found.cell.present, found.cell.assessed, found.cell.count(State.NOT_ASSESSED)) == (5, 11, 1)


def test_a_word_that_does_not_fit_is_flagged(room: CountedRoom) -> None:
    [most] = _resolved(room, _keep(room)).wording
    assert (most.words, most.fit) == ("most", Fit.DOES_NOT_FIT)


def test_any_or_all_of_several_themes_can_be_needed(room: CountedRoom) -> None:
    room.present("R01", theme="fragility")
    room.said("R02", "absent", theme="fragility")
    room.present("R05", theme="fragility")
    themes = ("fathers", "fragility")
    any_of = _resolved(room, _keep(room, *themes))
    all_of = _resolved(room, _keep(room, *themes, needed=Needed.ALL))
    assert any_of.supporting == ("R01", "R02", "R03", "R04", "R05")
    assert any_of.against == ()  # nobody said of R06 to R10 that fragility is absent
    assert all_of.supporting == ("R01",)
    assert all_of.against == ("R02", "R05", "R06", "R07", "R08", "R09", "R10")


def test_small_numbers_of_a_message_are_kept_back_with_its_lists_and_its_wording(room: CountedRoom) -> None:
    message = _keep(room)
    _name(room, message, "R05", Bearing.SUPPORTS)
    found = _resolved(room, message, threshold=5)
    assert found.kept_back
    assert (found.supporting, found.against, found.passages, found.wording, found.named, found.doubts) == ((),) * 6


def test_what_another_scheme_keeps_back_is_not_had_from_a_message(room: CountedRoom) -> None:
    """By bands the two children of 7 are few, and babies are kept back beside them; by the report's ages nothing is."""
    for number in range(20, 29):
        room.review_of(f"R{number}", {"Child A": "7 weeks"})
        room.present(f"R{number}") if number < 24 else room.said(f"R{number}", "absent")
    for number in range(30, 50):
        room.review_of(f"R{number}", {"Child A": "2"})
        room.present(f"R{number}") if number < 38 else room.said(f"R{number}", "absent")
    room.review_of("R60", {"Child A": "7"})
    room.present("R60")
    message = keep_message(room.project, STATEMENT, ["fathers"], coder_id=1, at=AT, scheme="report", cohort="under 1")
    for scheme in SCHEMES.values():
        table = prevalence(room.project, Asked(scheme=scheme), themes=["fathers"])
        assert table.is_hidden(table.cell("fathers", "under 1"))
    assert _resolved(room, message, threshold=5).kept_back


def test_a_named_review_stands_beside_n_of_n_and_is_contradicted_by_coding(room: CountedRoom) -> None:
    message = _keep(room)
    _name(room, message, "R05", Bearing.SUPPORTS)
    _name(room, message, "R01", Bearing.COUNTER_EXAMPLE)
    found = _resolved(room, message)
    assert (found.cell.present, found.cell.assessed) == (4, 10)
    assert [(one.reference, one.bearing) for one in found.named] == [
        ("R01", Bearing.COUNTER_EXAMPLE),
        ("R05", Bearing.SUPPORTS),
    ]
    assert [doubt.split(" is ")[0] for doubt in found.doubts] == ["R01", "R05"]


def test_a_review_named_again_bears_as_was_said_last(room: CountedRoom) -> None:
    message = _keep(room)
    _name(room, message, "R05", Bearing.SUPPORTS)
    _name(room, message, "R05", Bearing.COUNTER_EXAMPLE)
    assert [one.bearing for one in message_of(room.project, message).named] == [Bearing.COUNTER_EXAMPLE]


@pytest.mark.parametrize(
    ("statement", "themes", "cohort", "told"),
    [
        (" ", ["fathers"], "", "needs a statement"),
        ("Said.", [], "", "at least one theme"),
        ("Said.", ["mothers"], "", "no theme mothers"),
        ("Said.", ["fathers"], "babies", "no cohort"),
        ("Said.", ["fathers"], "not known which", "about a cohort of the scheme"),
    ],
)
def test_a_message_that_could_not_be_counted_is_refused(
    room: CountedRoom, statement: str, themes: list[str], cohort: str, told: str
) -> None:
    with pytest.raises(Refusal, match=told):
        keep_message(room.project, statement, themes, coder_id=1, at=AT, cohort=cohort)


@pytest.mark.parametrize(("reference", "why", "told"), [("R99", "so", "no review R99"), ("R01", "", "needs a reason")])
def test_a_review_is_named_with_a_reason_or_not_at_all(room: CountedRoom, reference: str, why: str, told: str) -> None:
    message = _keep(room)
    with pytest.raises(Refusal, match=told):
        _name(room, message, reference, Bearing.SUPPORTS, why)


def test_a_message_that_was_taken_back_stands_no_more(room: CountedRoom) -> None:
    message = _keep(room)
    withdraw_message(room.project, message, coder_id=room.coder("Ann"), at=AT)
    assert messages(room.project) == []
    with pytest.raises(Refusal, match=f"no message {message} that stands"):
        message_of(room.project, message)


# ---------------------------------------------------------------- implications and lessons


def _imply(room: CountedRoom, message_id: int | None = None, audience: str = "practitioners") -> Implication:
    start = len("# R01\n")
    passages = [
        keep_passage(room.project, document_id=room.document_of("R01"), start=start + first, end=start + last)
        for first, last in (FATHER, MOTHER)
    ]
    implication_id = keep_implication(
        room.project,
        audience=audience,
        action="Ask about the father at every visit.",
        passages=passages,
        coder_id=room.coder("Ann"),
        at=AT,
        theme="fathers",
        message_id=message_id,
    )
    return implication_of(room.project, implication_id)


def test_an_implication_says_who_should_do_what_and_from_which_paragraphs(room: CountedRoom) -> None:
    implication = _imply(room, audience="the Board")
    assert implications(room.project) == [implication]
    assert [str(source) for source in implication.sources] == [
        "R01.txt, page 1, paragraph 1",
        "R01.txt, page 1, paragraph 2",
    ]
    assert (implication.audience, implication.theme) == ("the Board", "fathers")


def test_an_implication_without_a_source_is_refused(room: CountedRoom) -> None:
    with pytest.raises(Refusal, match="the passage that it is drawn from"):
        keep_implication(room.project, audience="the Board", action="Ask.", passages=[], coder_id=1, at=AT)
    with pytest.raises(Refusal, match="who should do what"):
        keep_implication(room.project, audience="", action="Ask.", passages=[1], coder_id=1, at=AT)


def test_an_implication_becomes_a_lesson_for_the_age_of_its_message(room: CountedRoom) -> None:
    implication = _imply(room, _keep(room))
    lesson = make_lesson(room.project, implication.implication_id, coder_id=room.coder("Ann"), at=AT)
    assert lesson.id == "OURS.1"
    assert lesson.text == "For practitioners: Ask about the father at every visit."
    assert lesson.source == "R01.txt, page 1, paragraph 1; R01.txt, page 1, paragraph 2"
    assert lesson.age_group is AgeGroup.UNBORN_AND_UNDER_1
    assert implication_of(room.project, 1).lesson == "OURS.1"


def test_the_age_of_a_lesson_has_to_be_given_where_no_message_has_one_of_the_two(room: CountedRoom) -> None:
    _imply(room, _keep(room, cohort="6-10"))
    with pytest.raises(Refusal, match="--age with one of under 1, 14 and over"):
        make_lesson(room.project, 1, coder_id=1, at=AT)
    lesson = make_lesson(room.project, 1, coder_id=1, at=AT, age_group="14 and over")
    assert lesson.age_group is AgeGroup.FOURTEEN_AND_OVER


def test_no_two_implications_are_one_lesson(room: CountedRoom) -> None:
    for _ in range(2):
        _imply(room, _keep(room))
    make_lesson(room.project, 1, coder_id=1, at=AT, id="OURS.F")
    with pytest.raises(Refusal, match=r"Implication 1 is the lesson OURS\.F already"):
        make_lesson(room.project, 2, coder_id=1, at=AT, id="OURS.F")


@pytest.mark.parametrize(
    ("id", "told"),
    [("P17.1", r"P17\.1 looks like an id of the report"), ("our lesson", "names no lesson"), ("1", "names no")],
)
def test_a_lesson_of_our_own_has_an_id_of_our_own(room: CountedRoom, id: str, told: str) -> None:
    with pytest.raises(Refusal, match=told):
        as_lesson(_imply(room), id=id, age_group="14_and_over")


@given(st.text(min_size=1), st.text(min_size=1))
def test_the_python_of_a_lesson_gives_that_lesson_whatever_it_says(action: str, audience: str) -> None:
    implication = Implication(7, audience, action, "", None, "", "Ann", "", ())
    lesson = as_lesson(implication, age_group="14_and_over")
    names: dict[str, Lesson] = {}
    exec(as_python(lesson), names)  # type: ignore[arg-type]  # noqa: S102 -- the code is what is tested
    assert names["OURS_7"] == lesson


def test_an_implication_that_was_taken_back_stands_no_more(room: CountedRoom) -> None:
    _imply(room)
    withdraw_implication(room.project, 1, coder_id=room.coder("Ann"), at=AT)
    assert implications(room.project) == []


# ---------------------------------------------------------------- over the years


def test_a_theme_recurs_from_its_first_year_to_its_last(room: CountedRoom) -> None:
    fathers = next(one for one in recurring(room.project, threshold=None) if one.theme == "fathers")
    assert (fathers.periods, fathers.first, fathers.last) == (2, "2006-07", "2007-08")


def test_the_years_of_a_theme_are_kept_back_with_small_numbers(room: CountedRoom) -> None:
    fathers = next(one for one in recurring(room.project) if one.theme == "fathers")
    assert fathers.kept_back
    assert (fathers.periods, fathers.first, fathers.last) == (None, None, None)


def test_saturation_says_after_which_review_no_new_theme_appeared(room: CountedRoom) -> None:
    room.present("R03", theme="fragility")
    found = saturation(room.project)
    assert found.curve == (1, 1, 2, 2, 2, 2, 2, 2, 2, 2)
    assert found.last_new_after == 3
    assert "7 more brought none" in str(found)


def test_one_theme_of_one_review_is_told_as_one() -> None:
    assert str(Saturation((1,), 1)).startswith("1 theme found in 1 review, the last new one in number 1")


def test_nothing_was_found_where_nothing_was_coded(tmp_path: Path) -> None:
    room = CountedRoom(tmp_path)
    room.review_of("R01", {"Child A": "1"})
    assert str(saturation(room.project)) == "No review has anything assessed yet."
    room.project.close()
