"""PDFs drawn for tests, word by word where it matters, so that each rule of reading has a page that shows it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO
from textwrap import wrap

from reportlab.lib.pagesizes import A4
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

WIDTH, HEIGHT = A4


@dataclass(frozen=True)
class Drawn:
    """Words drawn at a place, in points from the left and the foot of the page."""

    text: str
    x: float = 72
    y: float = 700
    size: float = 11
    font: str = "Helvetica"


@dataclass(frozen=True)
class Picture:
    """A grey picture over the whole page, as a scanner makes."""


Page = Sequence[Drawn | Picture]


def lines(
    *texts: str, x: float = 72, top: float = 700, leading: float = 14, size: float = 11, font: str = "Helvetica"
) -> list[Drawn]:
    """Lines below each other, as one paragraph has them."""
    return [Drawn(text, x, top - at * leading, size, font) for at, text in enumerate(texts)]


def prose(text: str, *, letters: int = 80, x: float = 72, top: float = 700, size: float = 11) -> list[Drawn]:
    """A paragraph wrapped as a typesetter wraps it, at about so many letters a line."""
    return lines(*wrap(text, letters), x=x, top=top, size=size)


def pdf(*pages: Page, password: str = "", turned: int = 0) -> bytes:
    """A PDF of these pages; `turned` by so many degrees, with its words turned back so that they read upright."""
    written = BytesIO()
    canvas = Canvas(written, pagesize=A4, encrypt=password or None, invariant=1)
    for page in pages:
        if turned:
            canvas.setPageRotation(turned)
            canvas.translate(WIDTH, 0)
            canvas.rotate(90)
        for drawn in page:
            if isinstance(drawn, Picture):
                canvas.drawImage(_grey(), 0, 0, WIDTH, HEIGHT)
            else:
                canvas.setFont(drawn.font, drawn.size)
                canvas.drawString(drawn.x, drawn.y, drawn.text)
        canvas.showPage()
    canvas.save()
    return written.getvalue()


def _grey() -> ImageReader:
    from PIL import Image

    return ImageReader(Image.new("L", (8, 8), 128))
