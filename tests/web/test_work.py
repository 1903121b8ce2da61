"""What somebody finds under Work: what waits for them, in which order, and what an empty list means."""

from __future__ import annotations

from typing import Any

import pytest
from cast import MONDAY, Partnership
from everyday import days_on, expected_baby, me, works_with, young_person
from lxml import html

from lapwing.conduct.drafts import keep_draft
from lapwing.conduct.verbs.hand_overs import hand_over
from lapwing.conduct.verbs.referrals import refer
from lapwing.records.models import Draft, Finding
from lapwing.vocabulary.care_codes import HandOverKind


def page(client: Any, address: str) -> Any:
    """A page, as it is read."""
    answer = client.get(address)
    assert answer.status_code == 200, answer.status_code
    return html.fromstring(answer.content.decode())


def text(of: Any) -> str:
    return " ".join(of.text_content().split())


def main(of: Any) -> str:
    """What the page says, without what is around it."""
    return text(of.xpath("//main")[0])


def sections(of: Any) -> list[str]:
    """The headings of what waits, each with its number."""
    return [text(one) for one in of.xpath("//main//h2")]


def under(of: Any, heading: str) -> Any:
    """One section, by how its heading begins."""
    return next(
        one.xpath("ancestor::section | ancestor::details")[0]
        for one in of.xpath("//main//h2")
        if text(one).startswith(heading)
    )


def test_look(area, signed_in):
    pregnancy = expected_baby(area)
    p = page(signed_in("Mira Wells"), "/work")
    print(sections(p)); print(main(p)[:3000])
    assert 0
