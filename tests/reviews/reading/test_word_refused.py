"""Word files that cannot be read: each says what is wrong with it."""

from __future__ import annotations

import zipfile

import pytest
from word_files import paragraph, run, word_file, zipped

from lapwing.reviews.reading import safe_zip
from lapwing.reviews.reading.unusable import UnusableDocument
from lapwing.reviews.reading.word import read_word

OLE = bytes.fromhex("d0cf11e0a1b11ae1")
SOUND = word_file(paragraph("Words"))
PICTURE = "<w:r><w:drawing/></w:r>"
ENTITY = b'<!DOCTYPE d [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;">]><d>&b;</d>'


def locked() -> bytes:
    """A zip whose parts say that they are encrypted."""
    made = bytearray(SOUND)
    for sign, at in ((b"PK\x01\x02", 8), (b"PK\x03\x04", 6)):
        place = made.find(sign)
        while place >= 0:
            made[place + at] |= 1
            place = made.find(sign, place + 1)
    return bytes(made)


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"", "damaged or cut short"),
        (b"PK\x03\x04 and no more", "damaged or cut short"),
        (SOUND[: len(SOUND) // 2], "damaged or cut short"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "locked with a password"),
        (locked(), "locked with a password"),
        (OLE + b"WordDocument", "used before 2007"),
        (zipped({"xl/workbook.xml": b"<x/>"}), "Excel workbook"),
        (zipped({"content.xml": b"<x/>"}), "OpenDocument"),
        (zipped({"a.txt": b"words"}), "without a Word document"),
        (zipped({"word/document.xml": b"<w:document"}), "word/document.xml is damaged"),
        (zipped({"word/document.xml": ENTITY}), "word/document.xml declares entities"),
        (word_file(""), "without text"),
        (word_file(paragraph("  ")), "without text"),
        (word_file(paragraph(PICTURE) + paragraph(PICTURE)), "only 2 pictures"),
    ],
)
def test_it_says_what_is_wrong(content: bytes, why: str) -> None:
    with pytest.raises(UnusableDocument, match=why):
        read_word(content)


def test_a_part_that_was_tampered_with_is_refused() -> None:
    content = bytearray(SOUND)
    at = content.find(b"word/document.xml") + len("word/document.xml")
    content[at + 5 : at + 25] = b"x" * 20
    with pytest.raises(UnusableDocument, match=r"word/document\.xml is damaged"):
        read_word(bytes(content))


def test_a_file_that_would_unpack_to_far_too_much_is_never_unpacked() -> None:
    bomb = zipped({"word/document.xml": b"<x>" + b" " * 20_000_000 + b"</x>"})
    assert len(bomb) < 30_000
    with pytest.raises(UnusableDocument, match="far more than any Word document"):
        read_word(bomb)


def test_a_part_is_unpacked_to_no_more_than_it_declares(monkeypatch: pytest.MonkeyPatch) -> None:
    lying = zipfile.ZipInfo("a")
    lying.file_size = safe_zip.LARGEST_PART + 1
    assert safe_zip._is_bomb(lying)
    monkeypatch.setattr(safe_zip, "MOST_PARTS", 2)
    with pytest.raises(UnusableDocument, match="far more"):
        read_word(SOUND)


def test_a_file_is_read_without_properties_that_are_damaged() -> None:
    broken = word_file(paragraph("Words"), core="<not closed>")
    assert read_word(broken).text == "Words"


def test_deep_nesting_is_refused_and_does_no_harm() -> None:
    deep = "<w:smartTag>" * 5_000 + run("x") + "</w:smartTag>" * 5_000
    with pytest.raises(UnusableDocument, match=r"word/document\.xml is damaged"):
        read_word(word_file(f"<w:p>{deep}</w:p>"))


def test_nesting_that_xml_allows_is_read() -> None:
    deep = "<w:smartTag>" * 240 + run("x") + "</w:smartTag>" * 240
    assert read_word(word_file(f"<w:p>{deep}</w:p>")).text == "x"


def test_a_strict_file_is_read_like_any_other() -> None:
    strict = b'<w:document xmlns:w="http://purl.oclc.org/ooxml/wordprocessingml/main"><w:body><w:p><w:r><w:t>Words</w:t></w:r></w:p></w:body></w:document>'
    assert read_word(zipped({"word/document.xml": strict})).text == "Words"
