"""Files read within the test, one after the other: the processes that `read_many` begins take a second each time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import pytest

from lapwing.reviews.document import Document
from lapwing.reviews.project import adding
from lapwing.reviews.reading import UnusableDocument, read_document


def read_here(monkeypatch: pytest.MonkeyPatch) -> None:
    """From now on, in this test."""
    monkeypatch.setattr(adding, "read_many", _one_by_one)


def _one_by_one(files: Iterable[tuple[str, bytes]]) -> Iterator[tuple[str, Document | UnusableDocument]]:
    for name, content in files:
        try:
            yield name, read_document(name, content)
        except UnusableDocument as refusal:
            yield name, refusal
