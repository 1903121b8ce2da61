"""Themes counted by review and by child, by cohort and period, with what stands behind each cell."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from counted_rooms import CountedRoom
from rooms import AT

from lapwing.reviews.coding.passages import finish
from lapwing.reviews.coding.states import State
from lapwing.reviews.cohorts import OUTSIDE, SCHEMES
from lapwing.reviews.periods import NOT_KNOWN, Calendar, Dated
from lapwing.reviews.prevalence import (
    ALL,
    Asked,
    Behind,
    By,
    KeptBack,
    Of,
    Prevalence,
    compared,
    on_looking,
    on_reviews_in_both,
    presence_matrix,
    prevalence,
    prevalences,
)
from lapwing.reviews.prevalence.matrix import NotForOthers
from lapwing.reviews.project import new_guid
from lapwing.reviews.themes import keep_book, newest_book


@pytest.fixture
def room(tmp_path: Path) -> Iterator[CountedRoom]:
    """Four reviews: a baby; a baby and a girl of 15; a boy of 15; and one in which no child is named."""
    room = CountedRoom(tmp_path)
    room.review_of("R1", {"Child A": "7 weeks"})
    room.review_of("R2", {"Child A": "3 months", "Child B": "15"}, occurred_on="2011-02")
    room.review_of("R3", {"Child A": "15"}, occurred_on="2010")
    room.review_of("R4", {})
    room.present("R1")
    room.present("R2", "Child A")
    room.said("R2", "absent", child="Child B", by="Ann")
    room.said("R3", "absent")
    yield room
    room.project.close()


def _of_fathers(room: CountedRoom, asked: Asked | None = None) -> Prevalence:
    return prevalence(room.project, asked, themes=["fathers"], threshold=None)


def _counts(table: Prevalence) -> dict[tuple[str, str], tuple[int, int, int]]:
    """n, N and not assessed of each cell that anybody is in."""
    cells = table.cells["fathers"].items()
    counts = {key: (cell.present, cell.assessed, cell.count(State.NOT_ASSESSED)) for key, cell in cells}
    return {key: several for key, several in counts.items() if any(several)}


def test_a_review_counts_in_each_cohort_of_its_children_and_once_in_the_total(room: CountedRoom) -> None:
    assert _counts(_of_fathers(room)) == {
        ("under 1", ALL): (2, 2, 0),
        ("14 and over", ALL): (0, 2, 0),  # R2's theme is about the baby alone
        (NOT_KNOWN, ALL): (0, 0, 1),
        (ALL, ALL): (2, 3, 1),
    }


def test_by_child_each_child_counts_once(room: CountedRoom) -> None:
    assert _counts(_of_fathers(room, Asked(of=Of.CHILDREN))) == {
        ("under 1", ALL): (2, 2, 0),
        ("14 and over", ALL): (0, 2, 0),
        (ALL, ALL): (2, 4, 0),
    }


def test_columns_say_how_many_reviews_there_are_whatever_is_known_of_themes(room: CountedRoom) -> None:
    sizes = {key: size for key, size in _of_fathers(room).sizes.items() if size}
    assert sizes == {("under 1", ALL): 2, ("14 and over", ALL): 2, (NOT_KNOWN, ALL): 1, (ALL, ALL): 4}


def test_several_tables_are_those_that_are_made_one_by_one(room: CountedRoom) -> None:
    kinds = [Asked(of, by, dated=dated) for of in Of for by in By for dated in Dated]
    for asked, table in zip(kinds, prevalences(room.project, kinds), strict=True):
        alone = prevalence(room.project, asked)
        assert (table.asked, table.cells, table.hidden) == (asked, alone.cells, alone.hidden)


def test_a_year_alone_stands_under_not_known_which(room: CountedRoom) -> None:
    by_april = _of_fathers(room, Asked(by=By.PERIOD))
    assert by_april.periods == ("2010-11", NOT_KNOWN, ALL)
    assert by_april.cell("fathers", period=NOT_KNOWN).ids[State.ABSENT] == (3,)
    by_calendar = _of_fathers(room, Asked(by=By.PERIOD, calendar=Calendar.CALENDAR))
    assert by_calendar.periods == ("2010", "2011", ALL)


def test_by_publication_the_day_of_the_incident_does_not_matter(room: CountedRoom) -> None:
    assert _of_fathers(room, Asked(by=By.PERIOD, dated=Dated.PUBLICATION)).periods == ("2011-12", ALL)


def test_years_without_anything_stand_between_the_others(room: CountedRoom) -> None:
    room.review_of("R5", {"Child A": "2"}, occurred_on="2013-05-04")
    assert _of_fathers(room, Asked(by=By.PERIOD)).periods == (
        "2010-11",
        "2011-12",
        "2012-13",
        "2013-14",
        NOT_KNOWN,
        ALL,
    )


def test_by_both_every_cohort_has_every_period(room: CountedRoom) -> None:
    table = _of_fathers(room, Asked(by=By.BOTH, scheme=SCHEMES["report"]))
    assert table.cell("fathers", "under 1", "2010-11").present == 2
    assert table.cell("fathers", "14 and over", NOT_KNOWN).assessed == 1
    assert table.cell("fathers", "14 and over", ALL).assessed == 2
    assert len(table.cells["fathers"]) == len(table.cohorts) * len(table.periods)


def test_ages_outside_a_scheme_stand_apart(room: CountedRoom) -> None:
    room.review_of("R5", {"Child A": "7"})
    assert _of_fathers(room, Asked(scheme=SCHEMES["report"])).cohorts == (
        "under 1",
        "14 and over",
        OUTSIDE,
        NOT_KNOWN,
        ALL,
    )


def test_what_coders_dispute_is_in_neither_n_nor_all_assessed(room: CountedRoom) -> None:
    room.said("R1", "absent", by="Ben")
    cell = _of_fathers(room).cell("fathers", "under 1")
    assert (cell.present, cell.assessed, cell.count(State.DISPUTED)) == (1, 1, 1)


def test_a_review_is_absent_in_a_cohort_only_where_it_is_for_each_child(room: CountedRoom) -> None:
    room.review_of("R5", {"Child A": "2", "Child B": "3", "Child C": "15"})
    room.said("R5", "absent", child="Child A")
    room.said("R5", "absent", child="Child C")
    table = _of_fathers(room)
    assert table.cell("fathers", "1-5").count(State.NOT_ASSESSED) == 1
    assert table.cell("fathers", "14 and over").assessed == 3


def test_a_version_of_the_theme_book_counts_as_it_was(room: CountedRoom) -> None:
    themes = [theme for theme in newest_book(room.project).themes if theme.code != "coordination"]
    keep_book(room.project, themes, name="Shorter", why="not ours", coder_id=room.coder("Ann"), at=AT)
    assert "coordination" not in prevalence(room.project).cells


def test_a_finished_document_makes_a_theme_without_a_passage_absent(room: CountedRoom) -> None:
    finish(room.project, document_id=room.document_of("R4"), coder_id=room.coder("Ann"), at=AT)
    assert _of_fathers(room).cell("fathers").assessed == 4


@pytest.mark.parametrize(
    ("stated", "born", "occurred", "told"),
    [
        ("long ago", None, "2010-05-04", "states no age"),
        ("7 weeks", "2005-01-01", "2010-05-04", "not the one that the dates make"),
        ("", "2012-01-01", "2010-05-04", "longer than a pregnancy"),
        ("7 weeks", None, "in May", "is no date"),
    ],
)
def test_an_age_or_date_that_does_not_hold_is_doubted_and_never_stops_a_count(
    room: CountedRoom, stated: str, born: str | None, occurred: str, told: str
) -> None:
    room.review_of("R9", {"Child A": stated}, occurred_on=occurred)
    room.project.connection.execute(
        "UPDATE child SET born_on = ? WHERE child_id = (SELECT max(child_id) FROM child)", (born,)
    )
    [doubt] = _of_fathers(room).rests_on.doubts
    assert doubt.startswith("R9")
    assert told in doubt


def test_an_incident_of_which_nothing_is_known_leaves_open_which_was_the_first(room: CountedRoom) -> None:
    incident = room.project.insert("incident", guid=new_guid(), review_id=1, label="2")
    room.project.insert("child_in_incident", child_id=1, incident_id=incident)
    assert {one.cohort for one in _of_fathers(room).rests_on.children if one.reference == "R1"} == {NOT_KNOWN}


# ---------------------------------------------------------------- what stands behind a cell


def test_a_cell_opens_its_passages_with_page_and_paragraph(room: CountedRoom) -> None:
    table = _of_fathers(room)
    behind = Behind(room.project, table)
    cell = table.cell("fathers", "under 1")
    assert behind.units(cell) == ["R1", "R2"]
    first = behind.passages(cell)[0]
    assert first.cited == "R1.txt, page 1, paragraph 1"
    assert (first.quote, first.coder) == ("The father was not seen.", "Ann")
    assert (first.heading, first.block) == ("R1", 2)


def test_a_passage_without_a_printed_paragraph_is_cited_by_its_block(room: CountedRoom) -> None:
    room.project.connection.execute("UPDATE block SET number = ''")
    table = _of_fathers(room)
    assert Behind(room.project, table).passages(table.cell("fathers"))[0].cited == "R1.txt, page 1, block 2"


def test_a_passage_that_was_lost_is_cited_by_its_document(room: CountedRoom) -> None:
    room.project.connection.execute('UPDATE anchor SET "start" = NULL, "end" = NULL, how = \'lost\'')
    table = _of_fathers(room)
    first = Behind(room.project, table).passages(table.cell("fathers"))[0]
    assert (first.cited, first.quote) == ("R1.txt", "The father was not seen.")


def test_a_cell_of_children_names_them_with_their_review(room: CountedRoom) -> None:
    table = _of_fathers(room, Asked(of=Of.CHILDREN))
    behind = Behind(room.project, table)
    assert behind.units(table.cell("fathers", "under 1")) == ["R1, Child A", "R2, Child A"]
    assert [passage.child for passage in behind.passages(table.cell("fathers"))] == ["Child A", "Child A"]


def test_the_cell_of_a_cohort_opens_only_what_is_about_its_children(room: CountedRoom) -> None:
    room.present("R2", "Child A", theme="fragility", by="Ann")
    room.present("R2", "Child B", theme="fragility", by="Ben")
    table = prevalence(room.project, threshold=None)
    behind = Behind(room.project, table)
    by = {c: [p.coder for p in behind.passages(table.cell("fragility", c))] for c in ("under 1", "14 and over", ALL)}
    assert by == {"under 1": ["Ann"], "14 and over": ["Ben"], ALL: ["Ann", "Ben"]}


def test_a_theme_that_is_present_without_a_passage_says_what_it_rests_on(room: CountedRoom) -> None:
    room.said("R4", "present")
    table = _of_fathers(room)
    [passage] = Behind(room.project, table).passages(table.cell("fathers", NOT_KNOWN))
    assert (passage.quote, passage.page, passage.why) == ("", None, "as the whole of it shows")


def test_every_review_that_is_present_has_something_behind_it(room: CountedRoom) -> None:
    room.said("R4", "present")
    for of in Of:
        table = _of_fathers(room, Asked(of=of))
        behind = Behind(room.project, table)
        for cell in table.cells["fathers"].values():
            assert len({(p.review, p.child) for p in behind.passages(cell)}) == cell.present


def test_what_is_behind_a_small_number_is_kept_back_with_the_whole_of_it(room: CountedRoom) -> None:
    table = prevalence(room.project, themes=["fathers"])
    behind = Behind(room.project, table)
    for cell in table.cells["fathers"].values():
        if cell.present:
            with pytest.raises(KeptBack, match="--show-small"):
                behind.passages(cell)


# ---------------------------------------------------------------- comparing, and the matrix


def test_two_cohorts_are_compared_with_an_interval_and_how_often_one_looked(room: CountedRoom) -> None:
    table = prevalence(room.project, threshold=None)
    several = compared(table, "under 1", "14 and over")
    fathers = next(one for one in several if one.theme == "fathers").difference
    assert fathers is not None
    assert fathers.difference == 1.0
    assert fathers.p == pytest.approx(1 / 3)
    assert on_looking(several) == "1 comparison was looked at."
    assert on_reviews_in_both(table, "under 1", "14 and over").startswith("1 review has children in both")


def test_many_comparisons_say_what_chance_makes_of_them(room: CountedRoom) -> None:
    for reference in ("R1", "R2", "R3"):
        finish(room.project, document_id=room.document_of(reference), coder_id=room.coder("Ann"), at=AT)
    several = compared(prevalence(room.project, threshold=None), "under 1", "14 and over")
    assert "10 comparisons were looked at" in on_looking(several)
    assert "in about 0.5 of them" in on_looking(several)


def test_what_one_table_keeps_back_no_other_gives_away(tmp_path: Path) -> None:
    """Fathers are left out of all eight reviews of babies and all three of young people: the total gives the three away."""
    room = CountedRoom(tmp_path)
    for number in range(11):
        room.review_of(f"R{number}", {"Child A": "7 weeks" if number < 8 else "15 years"})
        room.present(f"R{number}")
    for by in By:
        table = prevalence(room.project, Asked(by=by), themes=["fathers"])
        assert table.is_hidden(table.cell("fathers")), by
    assert not prevalence(room.project, Asked(by=By.NONE), threshold=None).hidden["fathers"]
    room.project.close()


def test_small_cohorts_are_not_compared_with_small_numbers_kept_back(room: CountedRoom) -> None:
    several = compared(prevalence(room.project), "under 1", "14 and over")
    assert all(one.kept_back and one.difference is None for one in several)


def test_the_presence_matrix_has_a_line_a_review(room: CountedRoom) -> None:
    rows = presence_matrix(_of_fathers(room))
    assert [(row.review, row.states["fathers"]) for row in rows] == [
        ("R1", State.PRESENT),
        ("R2", State.PRESENT),
        ("R3", State.ABSENT),
        ("R4", State.NOT_ASSESSED),
    ]
    assert rows[1].cohort == "under 1, 14 and over"


def test_the_presence_matrix_of_children_has_a_line_a_child(room: CountedRoom) -> None:
    rows = presence_matrix(_of_fathers(room, Asked(of=Of.CHILDREN)))
    assert [(row.review, row.child, row.states["fathers"]) for row in rows][1:3] == [
        ("R2", "Child A", State.PRESENT),
        ("R2", "Child B", State.ABSENT),
    ]


def test_the_presence_matrix_is_not_for_others(room: CountedRoom) -> None:
    with pytest.raises(NotForOthers, match="--show-small"):
        presence_matrix(prevalence(room.project))
