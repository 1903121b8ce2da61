"""(h) A father withheld for safety and an address that is kept secret: no page that anybody can reach gives them away.

Everybody is sent to every page, form, drawing and document that a link leads to from where they begin, and to what is
refused; what comes back is read whole: text, addresses, titles, choices, hidden parts.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable, Iterator
from html import unescape
from typing import Any

import pytest
from partnership import Partnership
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
WORK_WITH_THE_TWINS = (Who.MIDWIFE, Who.HEALTH_VISITOR, Who.SOCIAL_WORKER)
"""Those who need to know where the twins live."""


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
    midwife.press("Withhold")
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
            kind = re.sub(r"next=[^&]*", "", page)
            if is_theirs and not page.startswith(NOT_WALKED) and kind not in met and "/draft" not in page:
                met.add(kind)
                waiting.append(page)
        assert len(met) < MOST, f"{who} goes in circles: {sorted(met)[-5:]}"


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
    assert looked_at > 300, f"only {looked_at} pages were looked at"


def test_a_protected_address_is_shown_to_those_alone_who_work_with_the_child(
    at_desk: Callable[[Who], Walker], served: Partnership
) -> None:
    visitor = at_desk(Who.HEALTH_VISITOR)
    visitor.open("/")
    visitor.to_child("Wren Lowry")
    wren = visitor.page.url.removeprefix(visitor.base)
    visitor.to_child("Otto Lowry")
    otto = visitor.page.url.removeprefix(visitor.base)
    starts = ["/", "/work", "/children", "/notices", "/search", wren, otto, f"{wren}chronology.docx"]
    shown_to = set()
    for who in CAST:
        for path, said in walk(at_desk, who, starts, [key_in(wren), key_in(otto)]):
            assert who in WORK_WITH_THE_TWINS or WHERE not in said, f"{who}: {path} gives a protected address away"
            shown_to |= {who} if WHERE in said else set()
    assert shown_to, "whoever works with the twins sees where they live, so that this test can fail"
