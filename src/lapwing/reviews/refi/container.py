"""The zip that a REFI-QDA project is handed over in: opened with nothing in it trusted.

REFI-QDA 1.5, section 8: one `project.qde` at the root and a flat folder `sources`. Nothing is ever unpacked onto disk.
"""

from __future__ import annotations

import stat
import tempfile
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from lapwing.reviews.reading.safe_zip import DAMAGED
from lapwing.reviews.refi.told import Tellings
from lapwing.reviews.refusal import Refusal

MOST_MEMBERS = 20_000
MOST_BYTES = 4 * 1024**3
"""Of everything in it, unpacked."""
MOST_BYTES_OF_PROJECT = 512 * 1024**2
MOST_TIMES_SMALLER = 300
"""How much smaller than unpacked a member may be; text and XML reach 10 to 60."""
SMALL = 1024**2
"""Up to this size a member may be as much smaller as it likes."""
EXACT_NAME = "project.qde"
WHEN_PACKED = (1980, 1, 1, 0, 0, 0)
"""The same for every member, so that the same project gives the same file."""


class UnsafeExchange(Refusal):
    """The file is made in a way that no honest tool makes one."""


class UnreadableExchange(Refusal):
    """The file is no REFI-QDA file, or one that is damaged."""


@dataclass
class Container:
    """The XML of a project and the files beside it, by their bare names."""

    xml: bytes
    odd: Tellings = field(default_factory=Tellings)
    _zip: zipfile.ZipFile | None = None
    _sources: Mapping[str, zipfile.ZipInfo] = field(default_factory=dict)

    def has(self, name: str) -> bool:
        """Whether a file of that name lies in the folder of sources; upper and lower case are one."""
        return name.casefold() in self._sources

    def read(self, name: str) -> bytes:
        """The content of a file in the folder of sources."""
        assert self._zip is not None  # noqa: S101 -- without a zip, `has` is never true
        return _content(self._zip, self._sources[name.casefold()])


def open_container(path: Path) -> Container:
    """The project in a `.qdpx`; refused where it is no zip, is damaged, or is made to do harm."""
    try:
        packed = zipfile.ZipFile(path)
    except DAMAGED:
        raise UnreadableExchange(
            f"{path.name} is not a .qdpx: it is no zip file. Export the project again in the tool it comes from."
        ) from None
    members = packed.infolist()
    _refuse_harm(path.name, members)
    odd = Tellings()
    inner = _inner(path.name, [member for member in members if _parts(member)[1:] == ()])
    if inner.filename != EXACT_NAME:
        odd.tell("name of the inner file", f"is not {EXACT_NAME}; it was taken all the same", inner.filename)
    return Container(_content(packed, inner), odd, packed, _sources(members, inner, odd))


def _refuse_harm(name: str, members: list[zipfile.ZipInfo]) -> None:
    refusing = f"{name} was not opened: "
    if len(members) > MOST_MEMBERS:
        raise UnsafeExchange(f"{refusing}it has {len(members)} files in it, and {MOST_MEMBERS} is the most.")
    if sum(member.file_size for member in members) > MOST_BYTES:
        raise UnsafeExchange(f"{refusing}unpacked it would be over {MOST_BYTES // 1024**3} GB.")
    known: set[str] = set()
    for member in members:
        fault = _fault(member)
        whole = "/".join(_parts(member)).casefold()
        if not fault and whole in known:
            fault = "two files of one name"
        if fault:
            raise UnsafeExchange(f"{refusing}it has {fault}. Ask whoever sent it for another export.")
        known.add(whole)


def _fault(member: zipfile.ZipInfo) -> str:
    """What is wrong with a member by itself, or nothing."""
    written = member.filename.replace("\\", "/")
    if written.startswith("/") or ":" in written.split("/")[0] or ".." in written.split("/"):
        return "a file whose name leads out of its folder"
    if stat.S_ISLNK(member.external_attr >> 16):
        return "a link to a file elsewhere"
    if member.flag_bits & 0x1:
        return "a file that is encrypted"
    if member.file_size > SMALL and member.file_size > MOST_TIMES_SMALLER * max(member.compress_size, 1):
        return f"a file that would grow more than {MOST_TIMES_SMALLER} times when unpacked"
    return ""


def _parts(member: zipfile.ZipInfo) -> tuple[str, ...]:
    return PurePosixPath(member.filename.replace("\\", "/")).parts


def _inner(name: str, at_root: list[zipfile.ZipInfo]) -> zipfile.ZipInfo:
    found = [member for member in at_root if member.filename.lower().endswith(".qde")]
    if len(found) != 1:
        has = "no .qde" if not found else f"{len(found)} .qde files"
        raise UnreadableExchange(f"{name} has {has} at its root, and needs one, named {EXACT_NAME}.")
    if found[0].file_size > MOST_BYTES_OF_PROJECT:
        raise UnsafeExchange(f"{name} was not opened: its project is over {MOST_BYTES_OF_PROJECT // 1024**2} MB.")
    return found[0]


def _sources(members: list[zipfile.ZipInfo], inner: zipfile.ZipInfo, odd: Tellings) -> dict[str, zipfile.ZipInfo]:
    """The files in the folder of sources, by bare name in lower case."""
    sources: dict[str, zipfile.ZipInfo] = {}
    folders: set[str] = set()
    for member in members:
        parts = _parts(member)
        if not parts or parts[0].lower() != "sources":
            if member is not inner and not member.is_dir():
                odd.tell("files outside the folder of sources", "were left alone", member.filename)
            continue
        folders.add(parts[0])
        if member.is_dir():
            continue
        if parts[-1].startswith(".") and not member.file_size:
            odd.tell("empty hidden files", "were left alone", member.filename)
        elif parts[-1].casefold() in sources:
            odd.tell("files of one name in several folders", "only the first was taken", member.filename)
        else:
            sources[parts[-1].casefold()] = member
    for folder in sorted(folders - {"sources"}):
        odd.tell("name of the folder of sources", "is not written sources; it was taken all the same", folder)
    return sources


def _content(packed: zipfile.ZipFile, member: zipfile.ZipInfo) -> bytes:
    try:
        return packed.read(member)
    except DAMAGED:
        raise UnreadableExchange(
            "A file in it is damaged. Export the project again in the tool it comes from."
        ) from None


@contextmanager
def whole(path: Path) -> Iterator[Path]:
    """Where to write a file that takes its name only once it is whole; refused where it cannot be written."""
    try:
        with tempfile.TemporaryDirectory(prefix=f".{path.name}-", dir=path.parent) as beside:
            fresh = Path(beside) / path.name
            yield fresh
            fresh.replace(path)
    except OSError as error:
        raise Refusal(f"{path} cannot be written ({error.strerror or error}). Give another name or folder.") from error


def write_container(path: Path, xml: bytes, sources: Iterable[tuple[str, bytes]]) -> None:
    """Writes a `.qdpx`: the project, then each source by its bare name; the same things always give the same bytes.

    It appears only once it is whole.
    """
    with whole(path) as fresh, zipfile.ZipFile(fresh, "w") as packed:
        for name, content in [(EXACT_NAME, xml), *((f"sources/{bare}", content) for bare, content in sources)]:
            member = zipfile.ZipInfo(name, WHEN_PACKED)
            member.compress_type = zipfile.ZIP_DEFLATED
            member.external_attr = 0o644 << 16
            packed.writestr(member, content)
