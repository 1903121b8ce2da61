"""Word files made for tests from the XML of their parts, so that each rule of Word can be written down as it is."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:cp="cp"'
)
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
ROOTS = {
    "styles": "w:styles",
    "numbering": "w:numbering",
    "settings": "w:settings",
    "footnotes": "w:footnotes",
    "endnotes": "w:endnotes",
    "header": "w:hdr",
    "footer": "w:ftr",
}


def word_file(body: str, core: str = "", **parts: str) -> bytes:
    """A .docx with that body; `styles`, `numbering` and so on are what stands inside these parts.

    A header or footer is related as `rHeader` or `rFooter`.
    """
    files = {
        "_rels/.rels": _relations(
            {"officeDocument": ("rId1", "word/document.xml"), "core-properties": ("rId2", "core.xml")}
        ),
        "word/document.xml": f"<w:document {NAMESPACES}><w:body>{body}</w:body></w:document>",
        "core.xml": f"<cp:coreProperties {NAMESPACES}>{core}</cp:coreProperties>",
        "word/_rels/document.xml.rels": _relations({name: (f"r{name.capitalize()}", f"{name}.xml") for name in parts}),
    }
    for name, inside in parts.items():
        files[f"word/{name}.xml"] = f"<{ROOTS[name]} {NAMESPACES}>{inside}</{ROOTS[name]}>"
    return zipped({name: text.encode() for name, text in files.items()})


def zipped(files: Mapping[str, bytes]) -> bytes:
    """A zip of these files."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in files.items():
            file.writestr(name, content)
    return made.getvalue()


def _relations(named: Mapping[str, tuple[str, str]]) -> str:
    each = (f'<Relationship Id="{id}" Type="{OFFICE}/{kind}" Target="{to}"/>' for kind, (id, to) in named.items())
    return f'<Relationships xmlns="{RELATIONS}">{"".join(each)}</Relationships>'


def run(words: str, properties: str = "") -> str:
    """A run of words."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{words}</w:t></w:r>'


def paragraph(words: str = "", properties: str = "", style: str = "", numbered: tuple[int, int] | None = None) -> str:
    """A paragraph of plain words, or of XML; `numbered` is the list and the level from 0."""
    of_style = f'<w:pStyle w:val="{style}"/>' if style else ""
    in_list = f'<w:numPr><w:ilvl w:val="{numbered[1]}"/><w:numId w:val="{numbered[0]}"/></w:numPr>' if numbered else ""
    inside = words if words.startswith("<") else run(words)
    return f"<w:p><w:pPr>{of_style}{in_list}{properties}</w:pPr>{inside}</w:p>"


def level(at: int, form: str, pattern: str, more: str = "", start: int = 1) -> str:
    """A level of a list definition: `lowerLetter`, `(%2)`."""
    return f'<w:lvl w:ilvl="{at}"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/>{more}<w:lvlText w:val="{pattern}"/></w:lvl>'


def definition(id: int, *levels: str, more: str = "") -> str:
    """A list definition."""
    return f'<w:abstractNum w:abstractNumId="{id}">{more}{"".join(levels)}</w:abstractNum>'


def numbering_list(id: int, of: int, overrides: str = "") -> str:
    """A list of a definition."""
    return f'<w:num w:numId="{id}"><w:abstractNumId w:val="{of}"/>{overrides}</w:num>'


def style(id: str, name: str = "", based_on: str = "", paragraph: str = "", run: str = "") -> str:
    """A style of paragraphs."""
    based = f'<w:basedOn w:val="{based_on}"/>' if based_on else ""
    return (
        f'<w:style w:type="paragraph" w:styleId="{id}"><w:name w:val="{name or id}"/>{based}'
        f"<w:pPr>{paragraph}</w:pPr><w:rPr>{run}</w:rPr></w:style>"
    )
