"""Many files read side by side."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from drawn_pages import Drawn, pdf
from lapwing.reviews.document import Document
from lapwing.reviews.reading import UnusableDocument, read_many


def files(count: int) -> Iterator[tuple[str, bytes]]:
    for at in range(count):
        yield f"{at}.pdf", b"" if at % 5 == 3 else pdf([Drawn(f"Review number {at}.")])


def test_files_come_back_in_order_each_with_its_document_or_its_refusal() -> None:
    read = list(read_many(files(12)))
    assert [name for name, _ in read] == [f"{at}.pdf" for at in range(12)]
    for at, (_, found) in enumerate(read):
        if at % 5 == 3:
            assert isinstance(found, UnusableDocument)
            assert str(found) == "This file is empty. Download it or ask for it again."
        else:
            assert isinstance(found, Document)
            assert found.text == f"Review number {at}."
            assert found.page_at(3) == 1


def test_files_are_taken_only_as_they_are_read() -> None:
    taken: list[str] = []

    def noted() -> Iterator[tuple[str, bytes]]:
        for name, content in files(40):
            taken.append(name)
            yield name, content

    reading = read_many(noted(), processes=1)
    assert next(reading)[0] == "0.pdf"
    assert len(taken) < 10
    reading.close()


def test_a_file_that_brings_the_reader_down_is_refused_and_the_others_are_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("lapwing.reviews.reading.many._read", end_the_process_at_2)
    read = dict(read_many(files(5), processes=1))
    assert [name for name, found in read.items() if isinstance(found, Document)] == ["0.pdf", "1.pdf", "4.pdf"]
    assert "stops the program reading it" in str(read["2.pdf"])


def end_the_process_at_2(name: str, content: bytes) -> object:
    import os

    from lapwing.reviews.reading.reader import read_document

    if name == "2.pdf":
        os._exit(9)
    try:
        return read_document(name, content)
    except UnusableDocument as refusal:
        return refusal
