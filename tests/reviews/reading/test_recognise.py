"""What a file is, told by its content, and what is said of one that cannot be read."""

from __future__ import annotations

from io import BytesIO
from zipfile import ZIP_LZMA, ZipFile

import pypdfium2
import pytest
from docx import Document as new_word_document
from openpyxl import Workbook

from drawn_pages import Drawn, Picture, pdf, prose
from lapwing.reviews.reading import UnusableDocument, media_type_of, read_document
from lapwing.reviews.refusal import Refusal

ERROR_PAGE = b"""<!DOCTYPE html>
<html lang="en"><head><title>Report not
 found &amp; gone</title></head><body><h1>Sorry</h1></body></html>"""


def word() -> bytes:
    written = BytesIO()
    document = new_word_document()
    document.add_paragraph("The father was not asked.")
    document.save(written)
    return written.getvalue()


def packed(*names: str) -> bytes:
    written = BytesIO()
    with ZipFile(written, "w") as file:
        for name in names:
            file.writestr(name, "<x/>")
    return written.getvalue()


def excel() -> bytes:
    written = BytesIO()
    Workbook().save(written)
    return written.getvalue()


def refusal(content: bytes, name: str = "review.pdf") -> str:
    with pytest.raises(UnusableDocument) as refused:
        read_document(name, content)
    return str(refused.value)


@pytest.mark.parametrize(
    ("name", "content", "media_type"),
    [
        ("review.html", ERROR_PAGE, "text/html"),
        ("review", b"\xef\xbb\xbf\n  <html><body>The father</body></html>", "text/html"),
        ("review.txt", "The father’s name was not asked.".encode(), "text/plain"),
        ("review.txt", "The father’s name was not asked.".encode("utf-16"), "text/plain"),
        ("review.txt", "The father’s name was not asked.".encode("utf-16-be"), "text/plain"),
        ("review.html", "<html><body>The father</body></html>".encode("utf-16"), "text/html"),
        ("review.html", b"<h1>Review</h1><p>The father</p>", "text/html"),
        ("review.txt", b"BM is short for nothing here.", "text/plain"),
        ("anything.at.all", pdf([Drawn("The father")]), "application/pdf"),
        ("review.pdf", b"\x00\x00 sent by post \n" + pdf([Drawn("The father")]), "application/pdf"),
        ("review.docx", word(), "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    ],
)
def test_what_a_file_is_is_told_by_its_content(name: str, content: bytes, media_type: str) -> None:
    assert media_type_of(name, content) == media_type


def test_a_web_page_saved_as_pdf_is_refused_with_its_title() -> None:
    assert refusal(ERROR_PAGE, "Overview.PDF") == (
        "This file is named .pdf but is a web page with the title “Report not found & gone”, perhaps an error page of "
        "the web site that it came from. Download the document again; if this is really what should be read, "
        "name it .html."
    )


def test_a_pdf_in_an_archive_is_not_taken_for_the_archive() -> None:
    written = BytesIO()
    with ZipFile(written, "w") as file:
        file.writestr("one.pdf", pdf([Drawn("The father")]))
    assert "it is an archive (zip). Unpack it" in refusal(written.getvalue())


def test_text_of_other_programs_is_refused_by_what_it_is() -> None:
    archive = b"From: <Saved by Blink>\nMIME-Version: 1.0\nContent-Type: multipart/related;\n\n<html>The father</html>"
    assert "a web archive (.mht) or a message" in refusal(archive, "review.mht")
    assert "XML that is no web page" in refusal(b'<?xml version="1.0"?><w:wordDocument/>', "review.xml")


def test_text_larger_than_any_review_is_refused() -> None:
    assert "more than 20 MB of text" in refusal(b"The father was not asked.\n" * 900_000, "review.txt")


def test_plain_text_saved_as_word_is_refused() -> None:
    assert refusal(b"404 not found", "review.docx") == (
        "This file is named .docx but is plain text. Download the document again; "
        "if this is really what should be read, name it .txt."
    )


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "This file is empty. Download it or ask for it again."),
        (b" \r\n\x00\x00", "This file is empty."),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "an old Word document (.doc)"),
        (b"{\\rtf1\\ansi The father}", "a rich text file (.rtf)"),
        (b"\x89PNG\r\n\x1a\n" + bytes(90), "a picture (PNG). Have the text in it recognised (OCR)"),
        (b"\xff\xd8\xff\xe0" + bytes(90), "a picture (JPEG)"),
        (b"II*\x00" + bytes(90), "a picture (TIFF)"),
        (excel(), "an Excel workbook. Where it is the sheet of attributes, hand it in as such"),
        (packed("ppt/presentation.xml"), "a PowerPoint presentation"),
        (packed("mimetype", "content.xml"), "an OpenDocument file, such as .odt"),
        (packed("Sources/", "project.qde"), "a project of another program (REFI-QDA)"),
        (packed("one.pdf", "two.pdf"), "an archive (zip). Unpack it"),
        (word()[:900], "This file is broken: it begins as a Word document or another packed file"),
        (bytes(range(256)) * 8, "neither PDF, Word (.docx), a web page nor plain text"),
    ],
)
def test_what_cannot_be_read_is_named(content: bytes, words: str) -> None:
    assert words in refusal(content, "review.docx")


def test_a_refusal_is_one_of_the_room() -> None:
    assert issubclass(UnusableDocument, Refusal)


def test_a_pdf_locked_by_a_password_is_refused() -> None:
    assert refusal(pdf([Drawn("The father")], password="invented")) == (  # noqa: S106
        "This PDF is locked by a password, so nothing can be read from it. "
        "Open it with the password, save it without one, and read that file."
    )


def test_a_pdf_cut_off_is_refused() -> None:
    assert refusal(pdf([Drawn("The father")])[:200]).startswith("This PDF is broken: it begins as one")


def test_a_pdf_without_pages_is_refused() -> None:
    without = BytesIO()
    pypdfium2.PdfDocument.new().save(without)
    assert refusal(without.getvalue()) == ("This PDF has no pages. Ask for the file again where it came from.")


def test_a_pdf_of_pictures_is_refused_with_how_many_pages_have_no_text() -> None:
    assert refusal(pdf([Picture()], [Picture()], [Picture(), Drawn("Scanned by a machine", y=20)])) == (
        "This PDF has no text: all its 3 pages are without any, 3 of them a picture of a page, as a scanner makes. "
        "Have the text recognised (OCR) and read the file made so, or ask for the original."
    )


def test_a_pdf_of_an_empty_page_is_refused() -> None:
    assert refusal(pdf([])).startswith("This PDF has no text: its only page is empty, or drawn as shapes.")


def test_a_pdf_with_some_pictures_of_pages_is_read_and_they_are_named() -> None:
    page = prose("Nobody asked the father who lived in the home with the baby and her mother. " * 3)
    document = read_document("review.pdf", pdf(page, [Picture()], page, [Picture()]))
    assert document.notes == ("Of 4 pages, pages 2 and 4 are pictures of a page, and nothing was read from there.",)
    assert [page.end - page.start > 0 for page in document.pages] == [True, False, True, False]
    one = read_document("review.pdf", pdf(page, [Picture()]))
    assert one.notes == ("Of 2 pages, page 2 is a picture of a page, and nothing was read from there.",)


def test_a_page_with_a_picture_and_words_is_no_picture() -> None:
    page = [Picture(), *prose("Nobody asked the father who lived in the home with the baby and her mother. " * 3)]
    assert read_document("review.pdf", pdf(page)).notes == ()


def test_a_zip_packed_in_a_way_that_is_damaged_is_refused() -> None:
    written = BytesIO()
    with ZipFile(written, "w", ZIP_LZMA) as file:
        file.writestr("word/document.xml", "<x/>" * 200)
    damaged = bytearray(written.getvalue())
    start = damaged.index(b"word/document.xml") + len("word/document.xml")
    damaged[start + 9 : start + 25] = b"\xff" * 16
    assert "damaged" in refusal(bytes(damaged), "review.docx")


def test_a_zip_of_a_later_version_is_refused() -> None:
    later = bytearray(packed("word/document.xml"))
    later[later.index(b"PK\x01\x02") + 6] = 99
    assert "broken" in refusal(bytes(later), "review.docx")
