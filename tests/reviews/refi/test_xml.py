"""XML is parsed without entities, document types or a network, and held against the standard's schemas."""

from __future__ import annotations

import pytest

from lapwing.reviews.refi.container import UnreadableExchange, UnsafeExchange
from lapwing.reviews.refi.xml import fit, schema_errors, tree_of, unfit

VALID = b'<Project xmlns="urn:QDA-XML:project:1.0" name="Invented"/>'


@pytest.mark.parametrize(
    "attack",
    [
        '<!DOCTYPE Project [<!ENTITY a SYSTEM "file:///etc/passwd">]><Project name="&a;"/>',
        '<!DOCTYPE Project [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]><Project>&b;</Project>',
        '<!DOCTYPE Project SYSTEM "http://invented.example/project.dtd"><Project/>',
        '<?xml version="1.0"?><!-- first a comment --><!DOCTYPE Project><Project/>',
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_a_document_type_is_refused(attack: str, encoding: str) -> None:
    with pytest.raises(UnsafeExchange, match="declares a document type"):
        tree_of(attack.encode(encoding), "project.qde")


def test_elements_nested_too_deep_are_refused() -> None:
    with pytest.raises(UnreadableExchange, match="nested too deep"):
        tree_of(b"<Code>" * 300 + b"</Code>" * 300, "project.qde")


def test_xml_of_another_kind_is_refused() -> None:
    with pytest.raises(UnreadableExchange, match="is XML but no REFI-QDA"):
        tree_of(b"<html><body>404</body></html>", "project.qde")


def test_a_text_that_is_too_long_is_refused() -> None:
    with pytest.raises(UnreadableExchange, match="too long"):
        tree_of(b"<Project>" + b"a" * 10_000_100 + b"</Project>", "project.qde")


@pytest.mark.parametrize(
    "broken",
    [b"", b"words", b"<Project>", b"<Project>\x00</Project>", b"<?xml version='1.0' encoding='ebcdic-cp-us'?><a/>"],
)
def test_what_is_no_xml_is_refused(broken: bytes) -> None:
    with pytest.raises(UnreadableExchange):
        tree_of(broken, "project.qde")


def test_what_keeps_to_the_schema_has_no_errors() -> None:
    assert schema_errors(tree_of(VALID, "project.qde")) == []


def test_an_empty_container_breaks_the_schema_and_is_told_without_words_of_the_file() -> None:
    errors = schema_errors(tree_of(VALID.replace(b"/>", b">\n<Users></Users></Project>"), "project.qde"))
    assert errors == ["line 2: Users: element content"]


def test_a_wrong_value_breaks_the_schema_and_is_not_repeated() -> None:
    errors = schema_errors(tree_of(VALID.replace(b"/>", b' creatingUserGUID="Ann Invented"/>'), "project.qde"))
    assert errors == ["line 1: Project/@creatingUserGUID: cvc pattern valid"]


def test_characters_that_xml_cannot_have_are_replaced_one_for_one() -> None:
    text = "a\x00b\x0bc\ufffed\te\nf\rg😀"
    assert unfit(text) == 3
    assert fit(text) == "a\ufffdb\ufffdc\ufffdd\te\nf\rg😀"
