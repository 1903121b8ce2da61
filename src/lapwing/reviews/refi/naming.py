"""How things are named in a file that Lapwing exports, and how paths to sources are read."""

from __future__ import annotations

from uuid import NAMESPACE_URL, uuid5

from lapwing.reviews.refi.offsets import CONVENTIONS

ORIGIN = "Lapwing"
INTERNAL = "internal://"
OUR_CONVENTION = CONVENTIONS[0]
"""Code points from 0, line feeds alone, no byte order mark, end exclusive: the standard's own."""
_NAMESPACE = uuid5(NAMESPACE_URL, "urn:lapwing:reviews")


def derived(*parts: str) -> str:
    """A guid made of what a thing belongs to and is, so that it is the same at every export and import."""
    return str(uuid5(_NAMESPACE, "\n".join(parts)))


LAYOUT_FILE = f"{derived('layout of documents')}.json"
"""Among the sources, and referred to by nothing, so that other tools leave it alone."""


def bare_name(path: str) -> str:
    """The name of an internal file that a path leads to, with or without the scheme; empty where it leads elsewhere."""
    if path.lower().startswith(INTERNAL):
        return path[len(INTERNAL) :].rsplit("/", 1)[-1]
    if "://" in path or path.startswith(("/", "\\")):
        return ""
    return path.replace("\\", "/").rsplit("/", 1)[-1]


def is_elsewhere(path: str) -> bool:
    """Whether a path leads out of the file (`relative://`, `absolute://` or a place on a disk)."""
    return bool(path) and not bare_name(path)
