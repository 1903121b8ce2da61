"""(h) A father withheld for safety and an address that is kept secret: no page that anybody can reach gives them away.

Everybody is sent to every page, form, drawing and document that a link leads to from where they begin, and to what is
refused; what comes back is read whole: text, addresses, titles, choices, hidden parts.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable, Iterator
from datetime import date
from html import unescape
from typing import Any

import pytest
from walking import Walker

from lapwing.demonstration.cast import CAST, Who

pytestmark = pytest.mark.browser
BABY = "Unborn child of Tilly Marlow"
GIVEN, FAMILY = "Corwin", "Thistlewood"
WHERE = "Wren House"
LINK = re.compile(r'(?:href|src|action|data-draft)="(/[^"]*)"')
NOT_WALKED = ("/account/", "/assets/", "/help", "/api/")
MOST = 1500
"""No role has more pages about one family than this; a walk that does is going in circles."""
WORK_WITH_THE_TWINS = (Who.MIDWIFE, Who.HEALTH_VISITOR, Who.SOCIAL_WORKER, Who.TEAM_MANAGER)
"""Those who do something for the twins themselves: the team manager took the referral and signed the assessment off."""


def name_and_withhold_the_father(midwife: Walker) -> str:
    """The midwife learns who the father is, and then that nobody must; the address of the child's page."""
    midwife.open("/")
    midwife.to_child(BABY)
    where = midwife.page.url.removeprefix(midwife.base)
    midwife.follow(re.compile("Not disclosed"))
    midwife.follow("Record what is known of who this is")
    midwife.fill_in({"What is known of who they are?": "Named by the mother"})
    midwife.press("Continue")
    midwife.fill_in({"Or given name (optional)": GIVEN, "Family name (optional)": FAMILY})
    midwife.press("Save")
    midwife.open(where)
    midwife.reads(f"{GIVEN} {FAMILY}")
    midwife.follow(f"{GIVEN} {FAMILY}")
    midwife.follow("Withhold for safety who this is")
    midwife.fill_in({"When is it looked at again?": date(2026, 11, 30)})
    midwife.press("Withhold")
    midwife.reads("Who this is is withheld from now on.")
    return where


def texts(answer: Any) -> str:
    """All that an answer says: a Word document is unpacked."""
    if "wordprocessingml" in answer.headers.get("content-type", ""):
        with zipfile.ZipFile(io.BytesIO(answer.body())) as document:
            return "".join(document.read(name).decode("utf-8", "replace") for name in document.namelist())
    return unescape(str(answer.text()))


def walk(come: Callable[[Who], Walker], who: Who, starts: list[str], children: list[str]) -> Iterator[tuple[str, str]]:
    """Every page about these children, and those where somebody begins, each with all that it says."""
    request, waiting, met = come(who).context.request, [*starts], set(starts)
    while waiting:
        path = waiting.pop()
        answer = request.get(path)
        said = texts(answer)
        assert answer.status < 500, f"{who}: {path} answers {answer.status}"
        yield path, said
        for found in map(unescape, LINK.findall(said)):
            page = found.partition("#")[0]
            is_theirs = any(child in page for child in children) or not page.startswith("/children/")
            kind = kind_of(page)
            is_tried = who in TRY_EVERY_FORM or "/do/" not in page or ABOUT_SOMEBODY.search(page) is not None
            if is_tried and is_theirs and not page.startswith(NOT_WALKED) and kind not in met and "/draft" not in page:
                met.add(kind)
                waiting.append(page)
        assert len(met) < MOST, f"{who} goes in circles: {sorted(met)[-5:]}"


TRY_EVERY_FORM = (Who.SOCIAL_WORKER, Who.NAMED_NURSE)
"""The forms are the same for others; those try the forms that are about somebody."""
ABOUT_SOMEBODY = re.compile(r"\b(?:relationship|person|address)=[^&]*")
ONE_OF_MANY = re.compile(
    r"(/findings/[^/]+|/entries/(?!relationship|person|address|child|pregnancy|involvement)[^/]+)/.*"
)


def kind_of(page: str) -> str:
    """What an address asks for: each entry about somebody by itself, of others and of findings one of a kind."""
    path, _, asked = page.partition("?")
    return " ".join([ONE_OF_MANY.sub(r"\1/*", path), *ABOUT_SOMEBODY.findall(asked)])


def key_in(path: str) -> str:
    return path.split("/")[2]


def test_a_father_withheld_for_safety_is_named_nowhere(at_desk: Callable[[Who], Walker]) -> None:
    child = name_and_withhold_the_father(at_desk(Who.MIDWIFE))
    starts = ["/", "/work", "/work?by=child", "/children", "/notices", "/search", child, f"{child}chronology.docx"]
    looked_at = 0
    for who in CAST:
        for path, said in walk(at_desk, who, starts, [key_in(child)]):
            looked_at += 1
            assert GIVEN not in said, f"{who}: {path} gives a withheld father away"
            assert FAMILY not in said, f"{who}: {path} gives a withheld father away"
    assert looked_at > 200, f"only {looked_at} pages were looked at"


def test_a_protected_address_is_shown_to_those_alone_who_work_with_the_child(
    at_desk: Callable[[Who], Walker],
) -> None:
    visitor = at_desk(Who.HEALTH_VISITOR)
    visitor.open("/")
    visitor.to_child("Wren Lowry")
    wren = visitor.page.url.removeprefix(visitor.base)
    visitor.open(f"{wren}entries/address")
    visitor.follow(re.compile("^Address: Refuge"))
    visitor.reads(WHERE)
    starts = ["/", "/work", "/children", "/notices", "/search", wren, f"{wren}chronology.docx"]
    for who in (one for one in CAST if one not in WORK_WITH_THE_TWINS):
        for path, said in walk(at_desk, who, starts, [key_in(wren)]):
            assert WHERE not in said, f"{who}: {path} gives a protected address away"
