"""Files that are not read at all: what is said of each, and that nothing is half-read."""

from __future__ import annotations

from pathlib import Path

import pytest

from cin_censuses import born, census, header, read
from lapwing.exchange.reading import UnusableSource

WHOLE = census(born("A1"), born("A2"))
NESTED = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 12))


def refusal(folder: Path, text: str | bytes) -> str:
    with pytest.raises(UnusableSource) as refused:
        read(folder, text)
    return str(refused.value).removeprefix(str(folder))


@pytest.mark.parametrize(
    "declaration",
    [
        "<!DOCTYPE Message>",
        '<!DOCTYPE Message SYSTEM "http://localhost/census.dtd">',
        '<!DOCTYPE Message [<!ENTITY file SYSTEM "file:///etc/hostname">]>',
        f'<!DOCTYPE Message [<!ENTITY e0 "many">{NESTED}]>',
    ],
    ids=["bare", "from elsewhere", "a file", "an entity bomb"],
)
def test_a_document_type_declaration_is_refused(tmp_path: Path, declaration: str) -> None:
    text = declaration + WHOLE.replace("A1", "&e11;" if "e11" in declaration else "A1")
    assert refusal(tmp_path, text) == (
        "/census.xml has a document type declaration (<!DOCTYPE), which a census never has and which can do harm. "
        "Nothing of it was read. Export it again from the case system."
    )


@pytest.mark.parametrize("kept", range(60, len(WHOLE) - 12, 41))
def test_a_file_that_breaks_off_is_refused_with_its_line(tmp_path: Path, kept: int) -> None:
    said = refusal(tmp_path, WHOLE[:kept])
    assert said.startswith("/census.xml, line ")
    assert said.endswith(
        "the file breaks off there; a census ends with </Message>. Export or copy it again. Nothing of it was read."
    )


def test_the_line_is_that_of_the_break(tmp_path: Path) -> None:
    cut = WHOLE[: WHOLE.rindex("<PersonBirthDate>")]
    assert f"line {cut.count(chr(10)) + 1}: the file breaks off there" in refusal(tmp_path, cut)


def test_letters_in_another_encoding_are_refused_with_their_line(tmp_path: Path) -> None:
    text = WHOLE.replace("A2", "Aé")
    line = text[: text.index("é")].count("\n") + 1
    assert refusal(tmp_path, text.encode("latin-1")) == (
        f"/census.xml, line {line}: has letters in another encoding than the file names at its start. "
        "Export it again, as UTF-8. Nothing of it was read."
    )


@pytest.mark.parametrize("broken", ["A & B", "A < B", "A\x01", "</Child>", "A" * 11_000_000], ids=lambda text: text[:5])
def test_what_is_not_well_formed_is_refused(tmp_path: Path, broken: str) -> None:
    said = refusal(tmp_path, WHOLE.replace("A2", broken))
    assert "is not well-formed XML there. Export it again from the case system. Nothing of it was read." in said


def test_another_root_element_is_refused(tmp_path: Path) -> None:
    said = refusal(tmp_path, WHOLE.replace("Message>", "OC3>"))
    assert said == "/census.xml has the root element OC3; a children in need census has Message there."


def test_another_collection_is_refused(tmp_path: Path) -> None:
    said = refusal(tmp_path, census(born(), head=header(Collection="CLA")))
    assert said == "/census.xml is of the collection “CLA”; a children in need census says CIN there."


def test_an_empty_file_is_refused(tmp_path: Path) -> None:
    assert "the file breaks off there" in refusal(tmp_path, "")
