"""A `.qdpx` is opened with nothing in it trusted."""

from __future__ import annotations

import io
import stat
import zipfile
from pathlib import Path

import pytest

from lapwing.reviews.refi import container
from lapwing.reviews.refi.container import UnreadableExchange, UnsafeExchange, open_container, write_container

XML = b'<Project xmlns="urn:QDA-XML:project:1.0" name="Invented"/>'


def _packed(tmp_path: Path, members: list[tuple[str | zipfile.ZipInfo, bytes]], deflated: bool = False) -> Path:
    path = tmp_path / "invented.qdpx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED if deflated else zipfile.ZIP_STORED) as packed:
        for name, content in members:
            packed.writestr(name, content)
    return path


def _told(opened: container.Container) -> list[str]:
    return [str(told) for told in opened.odd]


def test_a_plain_project_is_opened_and_nothing_is_odd(tmp_path: Path) -> None:
    opened = open_container(_packed(tmp_path, [("project.qde", XML), ("sources/a.txt", b"Words")]))
    assert opened.xml == XML
    assert opened.has("A.txt")
    assert opened.read("a.txt") == b"Words"
    assert not opened.has("b.txt")
    assert _told(opened) == []


@pytest.mark.parametrize(
    "name", ["../escaped.txt", "/etc/taken", "sources/../../escaped", "C:/taken", "\\taken", "sources\\..\\..\\x"]
)
def test_names_that_lead_out_of_the_folder_are_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(UnsafeExchange, match="leads out of its folder"):
        open_container(_packed(tmp_path, [("project.qde", XML), (name, b"")]))


def test_a_symbolic_link_is_refused(tmp_path: Path) -> None:
    link = zipfile.ZipInfo("sources/a.txt")
    link.external_attr = (stat.S_IFLNK | 0o777) << 16
    with pytest.raises(UnsafeExchange, match="link to a file elsewhere"):
        open_container(_packed(tmp_path, [("project.qde", XML), (link, b"/etc/passwd")]))


def test_an_encrypted_member_is_refused(tmp_path: Path) -> None:
    path = _packed(tmp_path, [("project.qde", XML), ("sources/a.txt", b"Words")])
    content = bytearray(path.read_bytes())
    content[content.rindex(b"PK\x01\x02") + 8] |= 1
    path.write_bytes(content)
    with pytest.raises(UnsafeExchange, match="encrypted"):
        open_container(path)


@pytest.mark.filterwarnings("ignore:Duplicate name")
@pytest.mark.parametrize("again", ["sources/a.txt", "sources/A.TXT", "sources\\a.txt"])
def test_two_files_of_one_name_are_refused(tmp_path: Path, again: str) -> None:
    with pytest.raises(UnsafeExchange, match="two files of one name"):
        open_container(_packed(tmp_path, [("project.qde", XML), ("sources/a.txt", b"1"), (again, b"2")]))


def test_a_bomb_by_ratio_is_refused_before_it_is_unpacked(tmp_path: Path) -> None:
    with pytest.raises(UnsafeExchange, match="would grow more than 300 times"):
        open_container(_packed(tmp_path, [("project.qde", XML), ("sources/a.txt", bytes(3 * 1024**2))], deflated=True))


def test_a_bomb_by_size_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(container, "MOST_BYTES", 100)
    with pytest.raises(UnsafeExchange, match="unpacked it would be over"):
        open_container(_packed(tmp_path, [("project.qde", XML), ("sources/a.txt", bytes(60))]))


def test_a_project_that_is_too_large_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(container, "MOST_BYTES_OF_PROJECT", 10)
    with pytest.raises(UnsafeExchange, match="its project is over"):
        open_container(_packed(tmp_path, [("project.qde", XML)]))


def test_too_many_files_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(container, "MOST_MEMBERS", 3)
    with pytest.raises(UnsafeExchange, match="4 files in it, and 3 is the most"):
        open_container(_packed(tmp_path, [("project.qde", XML), *((f"sources/{at}.txt", b"") for at in range(3))]))


def test_what_is_no_zip_is_refused_with_what_to_do(tmp_path: Path) -> None:
    path = tmp_path / "invented.qdpx"
    path.write_bytes(b"<html>Not found</html>")
    with pytest.raises(UnreadableExchange, match="no zip file"):
        open_container(path)


def test_a_damaged_member_is_refused(tmp_path: Path) -> None:
    path = _packed(tmp_path, [("project.qde", XML)])
    path.write_bytes(path.read_bytes().replace(b"Invented", b"Inwented"))
    with pytest.raises(UnreadableExchange, match="damaged"):
        open_container(path)


@pytest.mark.parametrize(("names", "has"), [([], "no .qde"), (["a.qde", "b.qde"], "2 .qde files")])
def test_a_project_needs_one_inner_file(tmp_path: Path, names: list[str], has: str) -> None:
    with pytest.raises(UnreadableExchange, match=has):
        open_container(_packed(tmp_path, [("sources/x.qde", XML), *((name, XML) for name in names)]))


def test_any_single_inner_file_is_taken_and_said(tmp_path: Path) -> None:
    opened = open_container(_packed(tmp_path, [("Trial.qde", XML)]))
    assert opened.xml == XML
    assert _told(opened) == ["1 name of the inner file: is not project.qde; it was taken all the same (Trial.qde)"]


def test_a_folder_in_capitals_and_an_empty_root_file_are_taken_and_said(tmp_path: Path) -> None:
    opened = open_container(
        _packed(tmp_path, [("project.qde", XML), ("Sources/", b""), ("Sources/.root", b""), ("Sources/a.txt", b"W")])
    )
    assert opened.read("a.txt") == b"W"
    assert _told(opened) == [
        "1 empty hidden files: were left alone (Sources/.root)",
        "1 name of the folder of sources: is not written sources; it was taken all the same (Sources)",
    ]


def test_the_same_things_are_packed_into_the_same_bytes(tmp_path: Path) -> None:
    for name in ("one.qdpx", "two.qdpx"):
        write_container(tmp_path / name, XML, [("a.txt", "Wörter".encode())])
    assert (tmp_path / "one.qdpx").read_bytes() == (tmp_path / "two.qdpx").read_bytes()
    with zipfile.ZipFile(io.BytesIO((tmp_path / "one.qdpx").read_bytes())) as packed:
        assert packed.namelist() == ["project.qde", "sources/a.txt"]
