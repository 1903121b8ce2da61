"""The themed pages: the answer in words first, figures that tell of no small group, and nobody of a family."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from brought_in import NOON, TODAY, brought_in, invented
from cast import Partnership
from django.test import Client
from pages_read import links, main, page, sections, text, under
from pages_read import read as read_page

from lapwing.board.figures import Figure, count_all, divided, latest
from lapwing.board.reading import themes as read
from lapwing.engine.publishing import BESIDE_ANOTHER
from lapwing.lessons.ages_of_concern import LESSONS
from lapwing.measures import MEASURES
from lapwing.records import store
from lapwing.records.entries import entries
from lapwing.vocabulary.records import TABLES
from lapwing.web.showing.board import theme_page
from lapwing.web.showing.board.themes import BEFORE_BIRTH, FATHERS, HAND_OVERS, THEMES, Theme
from lapwing.web.templating import address

READERS = ("Bea Board", "Sol Quill", "Mona Reed", "Audra Page", "Nell Frost")
SignedIn = Callable[..., Client]


# What a page names


@pytest.mark.parametrize("theme", THEMES, ids=lambda one: one.name)
def test_a_theme_names_only_what_there_is(theme: Theme) -> None:
    assert [code for code in theme.named() if code not in MEASURES] == []
    for one in theme.divisions:
        own = {by for code in one.columns for by in MEASURES[code].by}
        assert one.by in own or one.by in ("agency", "ethnicity", "disability", "sex", "age_group")
    assert {*theme.lessons, *theme.after} <= {one.id for one in LESSONS}
    assert {*theme.tables} <= TABLES.keys()


@pytest.mark.parametrize("theme", THEMES, ids=lambda one: one.name)
def test_every_measure_of_the_lesson_stands_on_its_page(theme: Theme) -> None:
    of_lesson = {code for code, one in MEASURES.items() if one.lesson.id in theme.lessons}
    assert of_lesson <= {*theme.named(), *theme.more()}
    assert not {*theme.named()} & {*theme.more()}


def test_each_step_of_fathers_stands_beside_the_same_step_of_mothers() -> None:
    for father, mother in FATHERS.pairs.values():
        assert father.replace("father", "mother") == mother


# What it says


def figure(code: str, **values: object) -> Figure:
    since, until = date(2025, 6, 2), date(2026, 6, 1)
    return Figure(code, MEASURES[code].asks, since, until, until, **values)  # type: ignore[arg-type]


def found(theme: Theme, of_answer: Figure) -> read.Theme:
    figures = {code: figure(code, says="too few to tell") for code in theme.asked().codes}
    figures[theme.answered_by] = of_answer
    parts = {(code, one.by): () for one in theme.divisions for code in one.columns}
    return read.Theme(figures, dict.fromkeys(theme.trend, ()), parts, [], [], [], None, None)


def test_the_question_is_answered_in_a_sentence_with_how_many_it_is_of() -> None:
    code = BEFORE_BIRTH.answered_by
    told = figure(code, met=45, of=60, share=0.75, says="45 of 60 (75%)")
    said = theme_page.answer(BEFORE_BIRTH, found(BEFORE_BIRTH, told))
    assert said == (
        "45 of 60 (75%) children known before birth, of whom any agency had recorded a circumstance on the area's list, "
        "had a pre-birth assessment finished before the birth."
    )
    few = figure(code, of=41, says="fewer than 5 of 41")
    assert theme_page.answer(BEFORE_BIRTH, found(BEFORE_BIRTH, few)).startswith("Fewer than 5 of 41 children")


@pytest.mark.parametrize("says", ["too few to tell", "", "not counted: this source carries no pregnancies"])
def test_where_numbers_are_too_small_or_not_counted_the_answer_is_words(says: str) -> None:
    said = theme_page.answer(BEFORE_BIRTH, found(BEFORE_BIRTH, figure(BEFORE_BIRTH.answered_by, says=says)))
    assert said == f"Our records cannot answer that now: {says or 'too few to tell'}."
    assert not any(letter.isdigit() for letter in said)


def test_a_share_that_is_told_in_words_answers_in_words() -> None:
    told = figure(FATHERS.answered_by, says=f"between a quarter and a half; {BESIDE_ANOTHER}")
    said = theme_page.answer(FATHERS, found(FATHERS, told))
    assert said.startswith(
        "Was the father or second parent seen or spoken to directly, in time? Between a quarter and a half;"
    )


def test_groups_that_may_not_be_told_are_named_together_and_time_begins_where_something_was(
    area: Partnership, signed_in: SignedIn
) -> None:
    shown = page(signed_in("Sol Quill"), address("board_before_birth"))
    assert under(shown, "Is it the same for everybody?").endswith(
        "Not told, because numbers are too small or not counted yet: "
        "Agency that leads; Ethnicity; Disability; Sex; Age."
    )
    told = found(BEFORE_BIRTH, figure(BEFORE_BIRTH.answered_by, says="too few to tell"))
    nobody = figure("before_birth.referred", met=0, of=0, says="nobody to whom it applied")
    times = (nobody, figure("before_birth.referred", met=20, of=30, says="20 of 30 (67%)"))
    over_time = {**told.over_time, "before_birth.referred": times}
    last = list(theme_page.tables(BEFORE_BIRTH, read.Theme(**{**vars(told), "over_time": over_time})))[-1]
    assert [one.cells for one in last.rows] == [("20 of 30 (67%)",)]


def test_a_pair_of_services_has_each_step_with_its_days_in_one_row() -> None:
    told = found(HAND_OVERS, figure(HAND_OVERS.answered_by, says="too few to tell"))
    accepted = figure("health.hand_over_accepted_in_time", says="30 of 40 (75%)", median=3, tail=9)
    parts = {**told.divided, ("health.hand_over_accepted_in_time", "services"): (("Antenatal notice", accepted),)}
    first = theme_page.divided(HAND_OVERS, read.Theme(**{**vars(told), "divided": parts}))[0]
    assert first.columns == (
        "Pair of services",
        "Sent in time",
        "Accepted in time",
        "First contact in time",
        "Answered, and not lost",
    )
    (row,) = first.rows
    assert row.title == "Antenatal notice"
    assert row.cells == (
        "not told",
        "30 of 40 (75%). From sending to acceptance: half by 3 days, nine in ten by 9 days",
        "not told",
        "not told",
    )


# As pages


@pytest.mark.parametrize("theme", THEMES, ids=lambda one: one.name)
def test_before_anything_is_counted_a_page_says_so_in_words(
    area: Partnership, signed_in: SignedIn, theme: Theme
) -> None:
    for name in READERS:
        said = main(page(signed_in(name), address(theme.name)))
        assert theme.question in said
        assert "Our records cannot answer that now: not counted yet" in said
        assert "Nothing was recorded here in twelve months by:" in said
    refused = signed_in("Mira Wells").get(address(theme.name))
    assert refused.status_code == 403


def test_what_is_counted_is_told_as_it_may_be_told_and_names_nobody(area: Partnership, signed_in: SignedIn) -> None:
    brought_in(invented(400))
    count_all(day=TODAY, at=NOON)
    names = {one for one in entries("person").values_list("family_name", flat=True) if one and len(one) > 4}
    keys = set(entries("child").values_list("pk", flat=True))
    for theme in THEMES:
        answer = signed_in("Bea Board").get(address(theme.name))
        assert answer.status_code == 200
        source = answer.content.decode()
        said = main(read_page(answer))
        assert not [key for key in keys if key in source]
        assert not [name for name in names if f" {name} " in source]
        assert latest(theme.answered_by).says.casefold() in said.casefold()
        for one in theme.divisions:
            for code in one.columns:
                for group, part in divided(code, one.by):
                    assert group in said
                    assert part.says.casefold() in said.casefold()


def test_what_belongs_to_a_theme_stands_on_its_page(area: Partnership, signed_in: SignedIn) -> None:
    stamp = area.as_("Bea Board").stamp()
    store.add(
        "board_review",
        {"about": "B31.1", "reviewed_on": date(2025, 3, 1), "decision": "To ask fathers themselves."},
        stamp,
    )
    fathers = page(signed_in("Sol Quill"), address("board_fathers"))
    look = under(fathers, "The Board's own look")
    assert "Looked at on 1 March 2025: To ask fathers themselves." in look
    assert "It was to be looked at again by 1 March 2026." in look
    assert "No local procedure" in under(fathers, "What is in force")
    assert sections(fathers)[:2] == ["Whose part is not known", "Fathers and mothers side by side"]
    (record,) = links(fathers, "Record that the Board looked at this")
    assert text(page(signed_in("Sol Quill"), record).xpath("//h1")[0])
    assert links(page(signed_in("Mona Reed"), address("board_fathers")), "Record that the Board") == []
    before_birth = page(signed_in("Sol Quill"), address("board_before_birth"))
    assert "It is not on record that the Board has looked at this." in under(before_birth, "The Board's own look")


def test_the_procedure_in_force_stands_on_its_page_with_its_edition(area: Partnership, signed_in: SignedIn) -> None:
    procedure = {"kind": "fathers", "name": "Working with fathers", "edition": "2", "review_on": date(2025, 3, 1)}
    store.add("policy", procedure, area.as_("Bea Board").stamp())
    in_force = under(page(signed_in("Sol Quill"), address("board_fathers")), "What is in force")
    assert "Working with fathers, edition 2. Its review was due on 1 March 2025." in in_force


@pytest.mark.parametrize("theme", THEMES, ids=lambda one: one.name)
def test_every_link_of_a_theme_leads_somewhere(area: Partnership, signed_in: SignedIn, theme: Theme) -> None:
    client = signed_in("Bea Board")
    shown = page(client, address(theme.name))
    hrefs = {one for one in links(shown, "") if one.startswith("/board/")}
    assert address("board_measure", theme.answered_by) in hrefs
    assert address("board_measure_list", theme.answered_by) in hrefs
    assert [one for one in hrefs if client.get(one).status_code != 200] == []
