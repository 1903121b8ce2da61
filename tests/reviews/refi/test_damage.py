"""However a project was damaged, it is brought in or refused, and what was brought in goes out valid."""

from __future__ import annotations

import random
from copy import deepcopy
from pathlib import Path

import pytest
from lxml import etree
from refi_files import CASE, SOURCE, coding, guid, project, qdpx, selection, sources, text_source
from rooms import AT, Room

from lapwing.reviews.refi.inward import bring_in
from lapwing.reviews.refi.outward import export_project
from lapwing.reviews.refusal import Refusal

SOUND = project(
    f'<Variables><Variable guid="{guid(30)}" name="Year" typeOfVariable="Text"/></Variables>',
    f'<Cases><Case guid="{CASE}" name="Child J"><VariableValue><VariableRef targetGUID="{guid(30)}"/><TextValue>2010</TextValue>'
    f'</VariableValue><SourceRef targetGUID="{SOURCE}"/></Case></Cases>',
    sources(text_source(selection(1, 4, 10, coding(11)) + selection(2, 25, 31, coding(12)) + coding(13))),
    f'<Notes><Note guid="{guid(50)}" name="A note"><PlainTextContent>Why?</PlainTextContent></Note></Notes>',
    f'<Links><Link guid="{guid(51)}" originGUID="{guid(50)}" targetGUID="{guid(1)}"/></Links>',
)
VALUES = (
    "",
    "x",
    "-1",
    "9999999999999",
    "None",
    "2010-99-99",
    "[Lapwing]\nkind: child",
    "[Lapwing]\nretired: yes",
    "\n",
)


def _damage(root: etree._Element, drawn: random.Random) -> None:
    """Takes away, changes, swaps or doubles something somewhere."""
    elements = list(root.iter())
    one, other = drawn.choice(elements[1:]), drawn.choice(elements)
    parent = one.getparent()
    ways = ("remove", "forget", "change", "take over", "rewrite", "double", "rename")
    match drawn.choice(ways):
        case "remove" if parent is not None:
            parent.remove(one)
        case "forget" if one.attrib:
            del one.attrib[drawn.choice(list(one.attrib))]
        case "change" if one.attrib:
            one.attrib[drawn.choice(list(one.attrib))] = drawn.choice(VALUES)
        case "take over" if one.attrib and other.attrib:
            one.attrib[drawn.choice(list(one.attrib))] = drawn.choice(list(other.attrib.values()))
        case "rewrite":
            one.text = drawn.choice(VALUES)
        case "double":
            other.append(deepcopy(one))
        case _:
            one.tag = other.tag


@pytest.mark.parametrize("seed", range(8))
def test_a_damaged_project_is_brought_in_or_refused(room: Room, tmp_path: Path, seed: int) -> None:
    drawn = random.Random(seed)
    for _ in range(6):
        root = etree.fromstring(SOUND)
        for _ in range(drawn.randint(1, 8)):
            _damage(root, drawn)
        path = qdpx(tmp_path / "damaged.qdpx", etree.tostring(root).decode())
        try:
            bring_in(room.project, path, coder_id=room.coder("Cleo Invented"), at=AT)
        except Refusal:
            continue
        report = export_project(room.project, tmp_path / "out.qdpx")
        assert report.valid, report.schema_errors
