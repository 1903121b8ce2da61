"""What a source is, told by its content: a census file, a Standard Safeguarding Dataset, or record tables."""

from __future__ import annotations

import json
import re
import zipfile
from collections.abc import Callable
from difflib import get_close_matches
from pathlib import Path

from lxml import etree

from lapwing.exchange.cin_blocks import refuse_document_type
from lapwing.exchange.faults import TABLES_PAGE
from lapwing.exchange.folder import is_beside, read_folder
from lapwing.exchange.reading import Progress, Reading, UnusableSource
from lapwing.exchange.safeguarding_dataset_aliases import is_table
from lapwing.vocabulary.records import TABLES

READS = "Lapwing reads a children in need census (XML), a Standard Safeguarding Dataset, or a folder of record tables"

Reader = Callable[[Path, Progress | None], Reading]

_HEAD = 4096
_CLUES = 60
"""So many beginnings and ends of elements into an XML file its kind is clear."""


def read_source(path: Path, progress: Progress | None = None) -> Reading:
    """Read a source of any known kind; UnusableSource says what it is where it is none of them."""
    return _reader_of(path)(path, progress)


def _reader_of(path: Path) -> Reader:
    try:
        if path.is_dir():
            return _of_folder(path)
        if not path.exists():
            raise UnusableSource(_not_there(path))
        return _of_file(path)
    except PermissionError:
        raise UnusableSource(f"{path} may not be read; ask for permission to read it.") from None


def _not_there(path: Path) -> str:
    beside = [entry.name for entry in path.parent.iterdir()] if path.parent.is_dir() else []
    near = get_close_matches(path.name, beside, n=1)
    return f"{path} is not there." + (f" The nearest name beside it is {near[0]}." if near else " Check the path.")


# Folders


def _of_folder(path: Path) -> Reader:
    names = sorted(entry.name for entry in path.iterdir() if not is_beside(entry.name))
    if not names:
        raise UnusableSource(f"{path} is an empty folder. {READS}.")
    dataset = [name for name in names if is_table(Path(name).stem)]
    tables = [name for name in names if Path(name).stem.lower() in TABLES]
    if dataset and tables:
        raise UnusableSource(
            f"{path} holds both a Standard Safeguarding Dataset ({dataset[0]}) and record tables ({tables[0]}). "
            "Give each its own folder."
        )
    if dataset:
        return _safeguarding_dataset
    return read_folder if tables else _of_unknown_tables(path, names)


def _of_unknown_tables(path: Path, names: list[str]) -> Reader:
    """A folder in which no file has the name of a table: near misses are told of one by one."""
    if any(name.lower().endswith((".csv", ".parquet")) for name in names):
        return read_folder
    rest = f" and {len(names) - 3} more" if len(names) > 3 else ""
    what = f"{', '.join(names[:3])}{rest}, {'which is not' if len(names) == 1 else 'none of them'} a record table"
    hint = " To read one file, give the file itself." if any(name.endswith((".xml", ".json")) for name in names) else ""
    raise UnusableSource(f"{path} holds {what}. {READS}.{hint}")


# Files


def _of_file(path: Path) -> Reader:
    with path.open("rb") as file:
        head = file.read(_HEAD)
    if not head.strip():
        raise UnusableSource(f"{path} is empty. {READS}.")
    for begins, what in _BINARY.items():
        if head.startswith(begins):
            raise UnusableSource(f"{path} is {what}")
    if head.startswith(b"PK\x03\x04"):
        raise UnusableSource(f"{path} is {_zipped(path)}")
    return _of_text(path, head)


_BINARY = {
    b"%PDF": f"a PDF document, which holds no records that can be read. {READS}.",
    b"PAR1": "one Parquet file. Give the folder that it stands in.",
    b"\xd0\xcf\x11\xe0": f"an older Excel workbook or Word document. Lapwing does not read either. {READS}.",
}


def _zipped(path: Path) -> str:
    try:
        names = zipfile.ZipFile(path).namelist()
    except zipfile.BadZipFile:
        return "a zip file that breaks off. Copy it again."
    if any(name.startswith("xl/") for name in names):
        return f"an Excel workbook. Lapwing does not read workbooks, Annex A among them. {READS}."
    if any(name.startswith("word/") for name in names):
        return f"a Word document. {READS}."
    return "a zip file. Unpack it, and give the folder or file that it holds."


def _of_text(path: Path, head: bytes) -> Reader:
    text = _decoded(head)
    if text is None:
        raise UnusableSource(f"{path} is not text. {READS}.")
    start = text.lstrip("\ufeff \t\r\n")
    if start.startswith("<"):
        return _of_xml(path)
    if start.startswith(("{", "[")):
        return _of_json(path, start)
    return _of_lines(path, start)


def _decoded(head: bytes) -> str | None:
    """The beginning of a text file; None where it is not text."""
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return head[: len(head) // 2 * 2].decode("utf-16", errors="replace")
    return None if b"\0" in head else head.decode("utf-8", errors="replace")


def _of_lines(path: Path, start: str) -> Reader:
    if is_table(path.stem):
        return _safeguarding_dataset
    if path.suffix.lower() == ".csv" or "," in start.split("\n", 1)[0]:
        raise UnusableSource(
            f"{path} is a CSV file on its own. Give the folder that it stands in; each file there is named after a "
            f"record table, such as child.csv ({TABLES_PAGE})."
        )
    raise UnusableSource(f"{path} is text of a kind that Lapwing does not know. {READS}.")


# XML


def _of_xml(path: Path) -> Reader:
    try:
        root, clues, collection = _xml_clues(path)
    except etree.XMLSyntaxError as error:
        raise UnusableSource(f"{path}, line {error.lineno}: is XML that is not whole there. Export it again.") from None
    if etree.QName(root).localname == "Message" and collection.upper() == "CIN":
        return _cin_census
    raise UnusableSource(f"{path} is {_other_xml(root, clues, collection)}")


def _xml_clues(path: Path) -> tuple[str, set[str], str]:
    """The root element, the elements near the beginning, and which collection the header names."""
    root, clues, collection = "", set[str](), ""
    with path.open("rb") as file:
        parsing = etree.iterparse(file, events=("start", "end"), resolve_entities=False, no_network=True)
        for _, (event, element) in zip(range(_CLUES), parsing, strict=False):
            if not root:
                refuse_document_type(path, element)
            root = root or str(element.tag)
            clues.add(etree.QName(element).localname)
            if event == "end" and etree.QName(element).localname == "Collection":
                collection = (element.text or "").strip()
    return root, clues, collection


def _other_xml(root: str, clues: set[str], collection: str) -> str:
    name = etree.QName(root)
    if name.namespace == "http://hl7.org/fhir":
        return _nhs_message(name.localname)
    if "903" in root or {"CHILD", "HEADER"} <= clues:
        return f"the return on looked-after children (SSDA903, root element {root}). Lapwing does not read it. {READS}."
    if name.localname == "Message":
        named = f"of the collection “{collection}”" if collection else "that names no collection"
        return f"a message {named}. Lapwing reads those whose Header, CollectionDetails, Collection is CIN."
    if name.localname.lower() == "html":
        return f"a web page. {READS}."
    return f"XML with the root element {name.localname}, which Lapwing does not know. {READS}."


# JSON


def _of_json(path: Path, start: str) -> Reader:
    first = re.match(r'\{\s*"(ssd_)', start, re.IGNORECASE)
    content = None if first else _json_content(path)
    one_table = isinstance(content, list) and is_table(path.stem)
    if first or one_table or any(is_table(key) for key in _keys(content)):
        return _safeguarding_dataset
    raise UnusableSource(f"{path} is {_other_json(content)}")


def _other_json(content: object) -> str:
    keys = _keys(content)
    if isinstance(content, dict) and "resourceType" in content:
        return _nhs_message(str(content["resourceType"]))
    has = f"with the keys {', '.join(keys[:5])}" if keys else "without keys"
    return f"JSON {has}; a Standard Safeguarding Dataset has the names of its tables there, such as ssd_person."


def _nhs_message(kind: str) -> str:
    return f"an NHS message (FHIR {kind}). Lapwing does not read NHS messages. {READS}."


def _json_content(path: Path) -> object:
    try:
        content: object = json.loads(path.read_bytes())
    except (ValueError, RecursionError):
        raise UnusableSource(f"{path} is JSON that is not whole. Export it again.") from None
    return content


def _keys(content: object) -> list[str]:
    """The keys of the outermost object, or of the first of a list of objects."""
    if isinstance(content, list) and content:
        return _keys(content[0])
    return list(content) if isinstance(content, dict) else []


# Readers of the other formats, imported where one is met


def _cin_census(path: Path, progress: Progress | None) -> Reading:
    from lapwing.exchange.cin_census import read_cin_census

    return read_cin_census(path, progress)


def _safeguarding_dataset(path: Path, progress: Progress | None) -> Reading:
    from lapwing.exchange.safeguarding_dataset import read_safeguarding_dataset

    return read_safeguarding_dataset(path, progress)
