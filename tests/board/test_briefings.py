"""Briefings: one page without anybody in it, to whom it went, who opened it, who talked about it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from io import BytesIO
from typing import Any

import pytest
from cast import MONDAY, Partnership
from django.test import Client
from docx import Document
from docx.oxml.ns import qn
from docx.shared import Cm
from learned import WORDS, Counted, bea, briefed, checked, sent, taken_up

from lapwing.board.reading.briefings import briefing_to_read, briefings_for_me, reach_of
from lapwing.board.verbs.briefings import (
    open_briefing,
    remind_of_briefing,
    revise_briefing,
    say_briefing_read,
    say_team_discussed,
)
from lapwing.conduct.permissions import Refused
from lapwing.conduct.policies import NotPossible
from lapwing.records.models import Notification, Role
from lapwing.records.store import CannotEnter, NoSuchEntry


@pytest.fixture
def briefing(area: Partnership, monkeypatch: pytest.MonkeyPatch) -> str:
    """A briefing of an item whose practice check is chosen."""
    Counted(monkeypatch).say(12, 40, MONDAY)
    item = taken_up(area)
    checked(area, item)
    return briefed(area, item)


def reach(area: Partnership, briefing: str, name: str = "Bea Board") -> dict[str, tuple[int, int, int, int]]:
    rows = reach_of(by=area.as_(name), key=briefing)
    return {one.agency: (one.sent, one.opened, one.read, one.teams) for one in rows}


# What it says


def test_it_cites_the_report_whether_or_not_somebody_wrote_of_it(area: Partnership, briefing: str) -> None:
    said = {one.heading: one.lines for one in briefing_to_read(by=bea(area), key=briefing).page.sections}
    assert [line.rpartition(" (")[2] for line in said["What the report says"]] == [
        "P17.2, paragraph 17)",
        "B17.1, paragraph 17)",
    ]
    revise_briefing(by=bea(area), on=MONDAY, briefing=briefing, **WORDS, report_says="Assess early.")
    said = {one.heading: one.lines for one in briefing_to_read(by=bea(area), key=briefing).page.sections}
    assert said["What the report says"] == ("Assess early. (P17.2, paragraph 17; B17.1, paragraph 17)",)


def test_it_is_one_page_and_names_nobody(area: Partnership, monkeypatch: pytest.MonkeyPatch) -> None:
    Counted(monkeypatch).say(12, 40, MONDAY)
    item = taken_up(area)
    with pytest.raises(CannotEnter, match=r"needs 400 at most"):
        briefed(area, item, happened="word " * 400)
    for field in ("title", "happened", "matters", "differently", "questions", "more", "report_says"):
        with pytest.raises(CannotEnter, match=f"^{field}: has what looks like"):
            briefed(area, item, **{field: "The baby born on 3.3.2019"})


def test_the_word_document_has_headings_lists_and_its_language(
    area: Partnership, briefing: str, signed_in: Callable[[str], Client]
) -> None:
    answer = signed_in("Bea Board").get(f"/board/briefings/{briefing}/briefing.docx")
    document = Document(BytesIO(answer.content))
    styles = {one.text: one.style.name for one in document.paragraphs}
    assert styles["Assess before birth"] == "Heading 1"
    assert [text for text, style in styles.items() if style == "Heading 2"] == [
        *("What happened", "Why it matters", "What the report says"),
        *("What to do differently", "Questions for your team", "Where to find more"),
    ]
    assert styles["Who refers here?"] == "List Bullet"
    sheet = document.sections[0]
    assert (sheet.page_width.cm, sheet.page_height.cm) == (pytest.approx(21, 0.01), pytest.approx(29.7, 0.01))
    assert sheet.left_margin < Cm(2.54)
    languages = document.styles.element.findall(f".//{qn('w:docDefaults')}//{qn('w:lang')}")
    assert [one.get(qn("w:val")) for one in languages] == ["en-GB"]
    assert document.core_properties.language == "en-GB"
    assert document.core_properties.author == ""


# To whom it goes


def test_nothing_goes_out_before_it_is_chosen_how_practice_is_looked_at_again(
    area: Partnership, monkeypatch: pytest.MonkeyPatch
) -> None:
    item = taken_up(area)
    told = briefed(area, item)
    with pytest.raises(NotPossible, match="Choose first"):
        sent(area, told, to_role=Role.PRACTITIONER)


def test_everybody_gets_it_once_and_is_told(
    area: Partnership, briefing: str, django_capture_on_commit_callbacks: Any
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        assert sent(area, briefing, to_agency=area.agencies["Maternity"]) == 4
    assert sent(area, briefing, to_role=Role.PRACTITIONER) == 3
    assert sent(area, briefing, to_account=int(area.accounts["Audra Page"].pk)) == 1
    with pytest.raises(NotPossible, match="has it already"):
        sent(area, briefing, to_team="Ward")
    assert Notification.objects.filter(what__contains="briefing").count() == 4
    assert reach(area, briefing) == {
        "Health visiting": (1, 0, 0, 0),
        "Maternity": (4, 0, 0, 0),
        "Police": (1, 0, 0, 0),
        "Social care": (1, 0, 0, 0),
        "No agency": (1, 0, 0, 0),
    }


def test_agency_role_and_team_narrow_each_other_and_a_person_stands_alone(area: Partnership, briefing: str) -> None:
    assert sent(area, briefing, to_agency=area.agencies["Maternity"], to_role=Role.MANAGER) == 1
    with pytest.raises(CannotEnter, match="one person alone"):
        sent(area, briefing, to_team="Ward", to_account=int(area.accounts["Mira Wells"].pk))
    with pytest.raises(CannotEnter, match="needs an agency"):
        sent(area, briefing)


def test_a_manager_sends_it_within_their_own_agency_only(area: Partnership, briefing: str) -> None:
    with pytest.raises(Refused, match="own agency"):
        sent(area, briefing, "Mona Reed", to_agency=area.agencies["Police"])
    with pytest.raises(NotPossible, match="Nobody is there"):
        sent(area, briefing, "Mona Reed", to_account=int(area.accounts["Perry Stone"].pk))
    assert sent(area, briefing, "Mona Reed", to_role=Role.PRACTITIONER) == 2
    assert list(reach(area, briefing)) == ["Maternity"]


def test_who_was_not_sent_it_and_is_not_of_the_board_finds_nothing(area: Partnership, briefing: str) -> None:
    sent(area, briefing, to_account=int(area.accounts["Mira Wells"].pk))
    assert briefing_to_read(by=area.as_("Mira Wells"), key=briefing).was_sent_to_me
    for read in (briefing_to_read, open_briefing, say_briefing_read):
        given = {"key": briefing} if read is briefing_to_read else {"briefing": briefing, "on": MONDAY}
        with pytest.raises(NoSuchEntry):
            read(by=area.as_("Moss Adair"), **given)
    assert briefings_for_me(by=area.as_("Moss Adair")) == []


# What they do with it


def test_reach_is_told_by_agency_and_names_only_to_officers_and_those_who_answer_for_it(
    area: Partnership, briefing: str
) -> None:
    sent(area, briefing, to_agency=area.agencies["Maternity"])
    sent(area, briefing, to_agency=area.agencies["Health visiting"])
    open_briefing(by=area.as_("Moss Adair"), on=MONDAY, briefing=briefing)
    say_briefing_read(by=area.as_("Mira Wells"), on=MONDAY, briefing=briefing)
    say_team_discussed(by=area.as_("Mona Reed"), on=MONDAY, briefing=briefing, discussed_on=MONDAY)
    assert reach(area, briefing) == {"Health visiting": (2, 0, 0, 0), "Maternity": (4, 3, 1, 1)}
    seen = {name: {one.agency for one in reach_of(by=area.as_(name), key=briefing) if one.people}
            for name in ("Bea Board", "Mona Reed", "Heath Lane", "Sol Quill")}  # fmt: skip
    assert seen == {
        "Bea Board": {"Maternity", "Health visiting"},
        "Mona Reed": {"Maternity"},
        "Heath Lane": {"Health visiting"},
        "Sol Quill": set(),
    }
    people = next(one.people for one in reach_of(by=bea(area), key=briefing) if one.agency == "Maternity")
    assert people == (
        ("Mira Wells", "Read and talked about"),
        ("Mona Reed", "Opened"),
        ("Moss Adair", "Opened"),
        ("Nell Frost", "Not opened"),
    )


def test_the_first_opening_is_kept(area: Partnership, briefing: str, signed_in: Callable[[str], Client]) -> None:
    sent(area, briefing, to_account=int(area.accounts["Mira Wells"].pk))
    mira = signed_in("Mira Wells")
    assert "not opened yet" in mira.get("/board/briefings").content.decode()
    page = mira.get(f"/board/briefings/{briefing}").content.decode()
    assert "Whom it has reached" not in page
    area.as_("Mira Wells", MONDAY + timedelta(days=3))
    mira.get(f"/board/briefings/{briefing}")
    assert briefings_for_me(by=area.as_("Mira Wells"))[0].opened_on == MONDAY


def test_one_click_says_that_it_was_read(area: Partnership, briefing: str, signed_in: Callable[[str], Client]) -> None:
    sent(area, briefing, to_account=int(area.accounts["Mira Wells"].pk))
    mira = signed_in("Mira Wells")
    assert mira.post(f"/board/briefings/{briefing}/read").status_code == 302
    assert "You said on 1 June 2026" in mira.get(f"/board/briefings/{briefing}").content.decode()
    assert signed_in("Moss Adair").get(f"/board/briefings/{briefing}").status_code == 404


def test_those_who_have_not_opened_it_are_reminded_once_a_day(area: Partnership, briefing: str) -> None:
    sent(area, briefing, to_agency=area.agencies["Maternity"])
    open_briefing(by=area.as_("Mira Wells"), on=MONDAY, briefing=briefing)
    with pytest.raises(NotPossible, match="nobody to remind"):
        remind_of_briefing(by=bea(area), on=MONDAY, briefing=briefing)
    later = MONDAY + timedelta(days=7)
    assert remind_of_briefing(by=area.as_("Mona Reed", later), on=later, briefing=briefing) == 3
    with pytest.raises(NotPossible, match="nobody to remind"):
        remind_of_briefing(by=bea(area), on=later, briefing=briefing)


def test_who_has_an_earlier_version_is_told_that_it_changed(area: Partnership, briefing: str) -> None:
    sent(area, briefing, to_account=int(area.accounts["Mira Wells"].pk))
    assert not briefing_to_read(by=area.as_("Mira Wells"), key=briefing).is_changed_since
    revise_briefing(by=bea(area), on=MONDAY, briefing=briefing, **{**WORDS, "matters": "There is no time left."})
    assert briefing_to_read(by=area.as_("Mira Wells"), key=briefing).is_changed_since
