"""Zip files of XML from people one need not trust: sizes limited, entities and the network off."""

from __future__ import annotations

import io
import lzma
import zipfile
import zlib
from dataclasses import dataclass

from lxml import etree

from lapwing.reviews.refusal import Refusal

LARGEST_PART = 128 * 1024 * 1024
"""Bytes of one part, unpacked."""
LARGEST_WHOLE = 512 * 1024 * 1024
"""Bytes of all parts together, unpacked."""
MOST_PARTS = 20_000
MOST_PACKING = 400
"""How many times smaller than itself a part of over a megabyte may be packed; XML of Word is packed 10 to 60 times."""

DAMAGED = (
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    NotImplementedError,
    EOFError,
    OSError,
    ValueError,
    RuntimeError,
)
"""What unpacking and parsing raise of a part that is not sound."""
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""How files of Office before 2007 begin, and those that Office locked."""
LOCKED = "EncryptedPackage".encode("utf-16-le")
"""Names the part that holds what Office locked ([MS-OFFCRYPTO] 2.3.4)."""


class UnusableZip(Refusal):
    """The container cannot be opened; the text says why and what to do, without the name of the file."""


class DeclaresEntities(ValueError):
    """XML declares something of its own, as attacks do."""


@dataclass(frozen=True)
class SafeZip:
    """The parts of a zip, by name; those that are wanted are unpacked when asked for."""

    file: zipfile.ZipFile
    names: frozenset[str]

    def xml(self, name: str) -> etree._Element | None:
        """The root of a part that is XML, or None where there is no such part; refused where it is broken."""
        if name not in self.names:
            return None
        try:
            return parsed_xml(self.file.read(name))
        except DeclaresEntities:
            raise UnusableZip(
                f"its part {name} declares entities, which no program for writing does, and was not opened."
            ) from None
        except DAMAGED:
            raise UnusableZip(f"its part {name} is damaged; ask for the file again.") from None

    def beginning(self, name: str, length: int) -> bytes:
        """The first bytes of a part; refused where it is broken."""
        try:
            with self.file.open(name) as part:
                return part.read(length)
        except DAMAGED:
            raise UnusableZip(f"its part {name} is damaged; ask for the file again.") from None


def open_zip(content: bytes, what: str) -> SafeZip:
    """Opens it; refused where it is locked with a password, no zip, damaged, or would unpack to far too much."""
    if content.startswith(OLE):
        raise UnusableZip(_why_ole(content, what))
    try:
        file = zipfile.ZipFile(io.BytesIO(content))
        parts = file.infolist()
    except DAMAGED:
        raise UnusableZip(f"it is no {what}, or is damaged or cut short; ask for the file again.") from None
    if any(part.flag_bits & 1 for part in parts):
        raise UnusableZip("it is locked with a password; ask for one without.")
    if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > LARGEST_WHOLE or any(map(_is_bomb, parts)):
        raise UnusableZip(f"it would unpack to far more than any {what} holds, and was not opened.")
    return SafeZip(file, frozenset(file.namelist()))


def parsed_xml(content: bytes) -> etree._Element:
    """The root of XML that may not declare anything of its own; raises ValueError where it is broken."""
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(_in_transitional_names(content), parser)
    except etree.XMLSyntaxError as error:
        raise ValueError("not well-formed") from error
    if root.getroottree().docinfo.internalDTD is not None:
        raise DeclaresEntities("declares entities")
    return root


def _in_transitional_names(content: bytes) -> bytes:
    """Strict Office Open XML differs in its namespaces alone, as far as it is read here (ISO/IEC 29500)."""
    for strict, transitional in _STRICT:
        content = content.replace(strict, transitional)
    return content


_STRICT = (
    (
        b"http://purl.oclc.org/ooxml/wordprocessingml/main",
        b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    ),
    (
        b"http://purl.oclc.org/ooxml/officeDocument/relationships",
        b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    ),
)


def _is_bomb(part: zipfile.ZipInfo) -> bool:
    if part.file_size > LARGEST_PART:
        return True
    return part.file_size > 1024 * 1024 and part.file_size > MOST_PACKING * max(part.compress_size, 1)


def _why_ole(content: bytes, what: str) -> str:
    if LOCKED in content:
        return "it is locked with a password; ask for one without, or save it without."
    return f"it is in the form that Office used before 2007; save it anew as a {what}."
