"""What a source is, told by its content, and what the person reads who gave something else."""

from __future__ import annotations

import io
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest

from lapwing.exchange import recognise
from lapwing.exchange.reading import Reading, UnusableSource
from lapwing.exchange.recognise import READS, read_source
from lapwing.vocabulary.record_set import RecordSet

CENSUS = (
    "<Message><Header><CollectionDetails><Collection>CIN</Collection><Year>2026</Year></CollectionDetails></Header>"
    "<Children/></Message>"
)


@pytest.fixture
def readers(monkeypatch: pytest.MonkeyPatch) -> dict[str, Path]:
    """Stands in for the readers of the other formats, and tells which of them was given what."""
    asked: dict[str, Path] = {}

    def reader(name: str) -> Callable[..., Reading]:
        def read(path: Path, progress: object = None) -> Reading:
            asked[name] = path
            return Reading(path, name, RecordSet({}, {}))

        return read

    for name in ("cin_census", "safeguarding_dataset"):
        module = ModuleType(name)
        setattr(module, f"read_{name}", reader(name))
        monkeypatch.setitem(sys.modules, f"lapwing.exchange.{name}", module)
    return asked


def zipped(*names: str) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        for name in names:
            archive.writestr(name, "content")
    return held.getvalue()


def refusal(path: Path) -> str:
    with pytest.raises(UnusableSource) as refused:
        read_source(path)
    return str(refused.value).replace(str(path.parent), "DIR")


@pytest.mark.parametrize(
    ("name", "content", "format"),
    [
        ("census.xml", CENSUS, "cin_census"),
        ("export.txt", "\n  " + CENSUS.replace("CIN", " CIN "), "cin_census"),
        ("census.xml", '<?xml version="1.0" encoding="utf-16"?>' + CENSUS, "cin_census"),
        ("ssd_person.csv", "pers_person_id,pers_dob\n", "safeguarding_dataset"),
        ("extract.json", '{"ssd_person": [], "ssd_contacts": []}', "safeguarding_dataset"),
        ("extract.json", '{"version": 1, "ssd_person": []}', "safeguarding_dataset"),
        ("ssd_person.json", '[{"pers_person_id": 1}]', "safeguarding_dataset"),
        ("HDM.SSD_Development.ssd_person.csv", "pers_person_id,pers_dob\n", "safeguarding_dataset"),
    ],
)
def test_a_file_is_known_by_what_it_holds(
    tmp_path: Path, readers: dict[str, Path], name: str, content: str, format: str
) -> None:
    path = tmp_path / name
    path.write_bytes(content.encode("utf-16" if "utf-16" in content else "utf-8"))
    assert read_source(path).format == format
    assert readers == {format: path}


def test_a_folder_of_the_dataset_is_known_by_its_tables(tmp_path: Path, readers: dict[str, Path]) -> None:
    (tmp_path / "HDM.SSD_Development.ssd_person.csv").write_text("pers_person_id\n")
    (tmp_path / "version.csv").write_text("1\n")
    assert read_source(tmp_path).format == "safeguarding_dataset"


def test_a_folder_of_record_tables_is_read(tmp_path: Path) -> None:
    (tmp_path / "child.csv").write_text("child_id\nc1\n")
    assert read_source(tmp_path).read == {"child": 1}


REFUSED: dict[str, tuple[str, str | bytes, str]] = {
    "an empty file": ("a.csv", "", f"DIR/a.csv is empty. {READS}."),
    "a file of blanks": ("a.xml", " \n", f"DIR/a.xml is empty. {READS}."),
    "a workbook": (
        "annex_a.xlsx",
        zipped("[Content_Types].xml", "xl/workbook.xml"),
        f"DIR/annex_a.xlsx is an Excel workbook. Lapwing does not read workbooks, Annex A among them. {READS}.",
    ),
    "a workbook under another name": (
        "census.xml",
        zipped("xl/workbook.xml"),
        f"DIR/census.xml is an Excel workbook. Lapwing does not read workbooks, Annex A among them. {READS}.",
    ),
    "an older workbook": (
        "a.xls",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
        f"DIR/a.xls is an older Excel workbook or Word document. Lapwing does not read either. {READS}.",
    ),
    "a Word document": ("a.docx", zipped("word/document.xml"), f"DIR/a.docx is a Word document. {READS}."),
    "a zip file": (
        "a.zip",
        zipped("child.csv"),
        "DIR/a.zip is a zip file. Unpack it, and give the folder or file that it holds.",
    ),
    "half a zip file": ("a.zip", zipped("child.csv")[:40], "DIR/a.zip is a zip file that breaks off. Copy it again."),
    "a PDF": (
        "review.pdf",
        b"%PDF-1.7\n%\xe2\xe3",
        f"DIR/review.pdf is a PDF document, which holds no records that can be read. {READS}.",
    ),
    "one Parquet file": (
        "child.parquet",
        b"PAR1\x15\x04",
        "DIR/child.parquet is one Parquet file. Give the folder that it stands in.",
    ),
    "a picture": ("a.png", b"\x89PNG\r\n\x1a\n\0\0\0", f"DIR/a.png is not text. {READS}."),
    "one CSV file": (
        "child.csv",
        "child_id\nc1\n",
        (
            "DIR/child.csv is a CSV file on its own. Give the folder that it stands in; each file there is named after a "
            "record table, such as child.csv (docs/reference/tables.md)."
        ),
    ),
    "a letter": (
        "a.txt",
        "To whom it may concern\n",
        f"DIR/a.txt is text of a kind that Lapwing does not know. {READS}.",
    ),
    "another collection": (
        "a.xml",
        CENSUS.replace("CIN", "SCAP"),
        (
            "DIR/a.xml is a message of the collection “SCAP”. "
            "Lapwing reads those whose Header, CollectionDetails, Collection is CIN."
        ),
    ),
    "a message of no collection": (
        "a.xml",
        "<Message><Children/></Message>",
        (
            "DIR/a.xml is a message that names no collection. "
            "Lapwing reads those whose Header, CollectionDetails, Collection is CIN."
        ),
    ),
    "the return on looked-after children": (
        "a.xml",
        "<EXPSSDA903><CHILD><HEADER><CHILDID>1</CHILDID></HEADER></CHILD></EXPSSDA903>",
        (
            "DIR/a.xml is the return on looked-after children (SSDA903, root element EXPSSDA903). "
            f"Lapwing does not read it. {READS}."
        ),
    ),
    "an NHS message": (
        "a.xml",
        '<Bundle xmlns="http://hl7.org/fhir"><id value="1"/></Bundle>',
        f"DIR/a.xml is an NHS message (FHIR Bundle). Lapwing does not read NHS messages. {READS}.",
    ),
    "an NHS message in JSON": (
        "a.json",
        '{"resourceType": "Bundle"}',
        f"DIR/a.json is an NHS message (FHIR Bundle). Lapwing does not read NHS messages. {READS}.",
    ),
    "a web page": ("a.html", "<html><body/></html>", f"DIR/a.html is a web page. {READS}."),
    "other XML": (
        "a.xml",
        '<orders xmlns="urn:x"><order/></orders>',
        f"DIR/a.xml is XML with the root element orders, which Lapwing does not know. {READS}.",
    ),
    "XML that breaks off": (
        "a.xml",
        "<Message>\n<Header></Message>",
        "DIR/a.xml, line 2: is XML that is not whole there. Export it again.",
    ),
    "JSON of another shape": (
        "a.json",
        '[{"la_child_id": 1, "child_details": {}}]',
        (
            "DIR/a.json is JSON with the keys la_child_id, child_details; "
            "a Standard Safeguarding Dataset has the names of its tables there, such as ssd_person."
        ),
    ),
    "JSON that breaks off": ("a.json", '{"a": [1,', "DIR/a.json is JSON that is not whole. Export it again."),
    "JSON without keys": (
        "a.json",
        "[1, 2]",
        (
            "DIR/a.json is JSON without keys; "
            "a Standard Safeguarding Dataset has the names of its tables there, such as ssd_person."
        ),
    ),
}


@pytest.mark.parametrize(("name", "content", "sentence"), REFUSED.values(), ids=REFUSED)
def test_anything_else_is_refused_by_what_it_is(tmp_path: Path, name: str, content: str | bytes, sentence: str) -> None:
    (tmp_path / name).write_bytes(content if isinstance(content, bytes) else content.encode())
    assert refusal(tmp_path / name) == sentence


def test_a_path_that_is_not_there_is_told_with_the_nearest_that_is(tmp_path: Path) -> None:
    (tmp_path / "census_2026.xml").write_text(CENSUS)
    assert refusal(tmp_path / "census_2025.xml") == (
        "DIR/census_2025.xml is not there. The nearest name beside it is census_2026.xml."
    )
    assert refusal(tmp_path / "zzz" / "a") == "DIR/a is not there. Check the path."


def test_an_empty_folder_is_told(tmp_path: Path) -> None:
    (tmp_path / "here").mkdir()
    (tmp_path / "here/README.md").write_text("nothing yet")
    assert refusal(tmp_path / "here") == f"DIR/here is an empty folder. {READS}."


def test_a_folder_of_unknown_tables_names_what_is_nearest(tmp_path: Path) -> None:
    (tmp_path / "here").mkdir()
    (tmp_path / "here/childs.csv").write_text("child_id\n")
    assert "childs.csv is not named after a record table. The nearest is child." in refusal(tmp_path / "here")


def test_a_folder_around_a_file_is_told_to_give_the_file(tmp_path: Path) -> None:
    (tmp_path / "here").mkdir()
    (tmp_path / "here/census.xml").write_text(CENSUS)
    assert refusal(tmp_path / "here") == (
        f"DIR/here holds census.xml, which is not a record table. {READS}. To read one file, give the file itself."
    )


def test_a_folder_of_two_formats_is_refused(tmp_path: Path) -> None:
    (tmp_path / "here").mkdir()
    for name in ("child.csv", "ssd_person.csv"):
        (tmp_path / "here" / name).write_text("child_id\n")
    assert refusal(tmp_path / "here") == (
        "DIR/here holds both a Standard Safeguarding Dataset (ssd_person.csv) and record tables (child.csv). "
        "Give each its own folder."
    )


def test_a_source_that_may_not_be_read_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "census.xml").write_text(CENSUS)

    def forbidden(path: Path) -> None:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(recognise, "_of_file", forbidden)
    assert refusal(tmp_path / "census.xml") == "DIR/census.xml may not be read; ask for permission to read it."


@pytest.mark.parametrize("sample", ["cin/cin-2022.xml", "cin/CIN_Census_2021.xml"])
def test_official_census_samples_are_known(readers: dict[str, Path], sample: str) -> None:
    path = Path(__file__).parents[2].parent / "shared" / "samples" / sample
    if not path.exists():
        pytest.skip("../shared/samples is absent")
    assert read_source(path).format == "cin_census"


@pytest.mark.parametrize(
    ("sample", "what"),
    [
        ("nems/BirthNotificationWithMother.xml", "an NHS message (FHIR Bundle)"),
        ("ukcore/UKCore-Patient-BabyPatient-Example.xml", "an NHS message (FHIR Patient)"),
        ("annex_a/Annex_A.xlsx", "an Excel workbook"),
        ("cin/CIN_schema_2024.xsd", "XML with the root element schema"),
        ("refi_qda/TestProject.qdpx", "a zip file"),
    ],
)
def test_other_real_files_are_refused_by_what_they_are(sample: str, what: str) -> None:
    path = Path(__file__).parents[2].parent / "shared" / "samples" / sample
    if not path.exists():
        pytest.skip("../shared/samples is absent")
    assert f" is {what}" in refusal(path)
