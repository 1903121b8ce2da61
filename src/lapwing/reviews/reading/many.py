"""Many files read side by side, in processes, since PDFium allows no threads."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context

from lapwing.reviews.document import Document
from lapwing.reviews.reading.reader import read_document
from lapwing.reviews.reading.unusable import UnusableDocument

_HELD = 4
"""So many files for each process are in memory at once."""

Read = Document | UnusableDocument
"""A file as read, or why it was not."""


def read_many(files: Iterable[tuple[str, bytes]], *, processes: int = 2) -> Iterator[tuple[str, Read]]:
    """Each file by name with what was read from it or the refusal, in the order given, whichever was read first.

    The files are taken as they are needed. One that brings a process down is refused, and the others are read.
    """
    readers = _Readers(processes)
    waiting: deque[tuple[str, bytes, Future[Read]]] = deque()
    try:
        for name, content in files:
            waiting.append((name, content, readers.begin(name, content)))
            if len(waiting) >= _HELD * processes:
                yield readers.finished(*waiting.popleft())
        while waiting:
            yield readers.finished(*waiting.popleft())
    finally:
        readers.close()


class _Readers:
    """Processes that read, begun anew where one came down."""

    def __init__(self, processes: int) -> None:
        self._processes = processes
        self._pool = self._new_pool()

    def _new_pool(self) -> ProcessPoolExecutor:
        return ProcessPoolExecutor(self._processes, mp_context=get_context("spawn"))

    def begin(self, name: str, content: bytes) -> Future[Read]:
        """Hands a file to a process."""
        try:
            return self._pool.submit(_read, name, content)
        except BrokenProcessPool as error:
            begun: Future[Read] = Future()
            begun.set_exception(error)
            return begun

    def finished(self, name: str, content: bytes, begun: Future[Read]) -> tuple[str, Read]:
        """Waits for a file. Where the processes came down meanwhile, it is read again, by itself."""
        try:
            return name, begun.result()
        except BrokenProcessPool:
            self._renew()
        try:
            return name, self.begin(name, content).result()
        except BrokenProcessPool:
            self._renew()
            return name, UnusableDocument(
                "This file is broken in a way that stops the program reading it. Open it in a PDF viewer, "
                "print it to a new PDF, and read that file."
            )

    def _renew(self) -> None:
        self.close()
        self._pool = self._new_pool()

    def close(self) -> None:
        """Ends the processes; files not begun are let go."""
        self._pool.shutdown(wait=True, cancel_futures=True)


def _read(name: str, content: bytes) -> Read:
    try:
        return read_document(name, content)
    except UnusableDocument as refusal:
        return refusal
