"""What the signs of symbol fonts are in Unicode: Word keeps them by their place in the font."""

from __future__ import annotations

_WINGDINGS = {
    0x22: "✂", 0x28: "☎", 0x2A: "✉", 0x4A: "☺", 0x4C: "☹", 0x6C: "●", 0x6D: "❍", 0x6E: "■", 0x6F: "□", 0x70: "□",
    0x71: "❑", 0x72: "❒", 0x73: "⬧", 0x74: "◆", 0x75: "◆", 0x76: "❖", 0x77: "◆", 0x78: "☒", 0x9E: "·", 0x9F: "•",
    0xA0: "▪", 0xA1: "○", 0xA7: "▪", 0xA8: "☐", 0xAB: "★", 0xD8: "➢", 0xDF: "←", 0xE0: "→", 0xE1: "↑", 0xE2: "↓",
    0xE8: "➔", 0xF0: "⇨", 0xFB: "✗", 0xFC: "✓", 0xFD: "☒", 0xFE: "☑",
}  # fmt: skip
_SYMBOL = {
    0xA3: "≤", 0xA5: "∞", 0xAB: "↔", 0xAC: "←", 0xAD: "↑", 0xAE: "→", 0xAF: "↓", 0xB0: "°", 0xB1: "±", 0xB2: "″",
    0xB3: "≥", 0xB4: "\u00d7", 0xB7: "•", 0xB8: "÷", 0xB9: "≠", 0xBB: "≈", 0xBC: "…", 0xD2: "®", 0xD3: "©", 0xD4: "™",
    0xDE: "⇒", 0xE5: "∑",
}  # fmt: skip
_GREEK = dict(zip(range(0x61, 0x7B), "αβχδεφγηιϕκλμνοπθρστυϖωξψζ", strict=True))
_FONTS = {
    "wingdings": _WINGDINGS,
    "wingdings 2": {0x50: "✓", 0x52: "☑", 0x4F: "✗", 0x51: "☒", 0xA3: "☐", 0x97: "●", 0x98: "•"},
    "webdings": {0x61: "✓", 0x63: "□", 0x67: "■", 0x6E: "●", 0x72: "✗", 0x34: "▸"},
    "symbol": {**_GREEK, **_SYMBOL},
}
_ANYWHERE = {0xB7: "•", 0xA7: "▪", 0xA8: "☐", 0xD8: "➢", 0xFC: "✓", 0xFE: "☑", 0xE0: "→"}
"""What a place most often means where its font is not said."""

UNKNOWN = "\N{REPLACEMENT CHARACTER}"


def is_symbol_font(font: str) -> bool:
    """Whether the font's letters are signs."""
    return font.lower() in _FONTS


def sign_of(place: int, font: str) -> str:
    """The sign at a place of a font, 0xF000 added or not, or UNKNOWN."""
    place = place - 0xF000 if 0xF000 <= place <= 0xF0FF else place
    signs = _FONTS.get(font.lower(), _ANYWHERE)
    if place in signs:
        return signs[place]
    return chr(place) if font.lower() == "symbol" and 0x20 <= place < 0x41 else UNKNOWN


def readable(words: str, font: str) -> str:
    """Words with the signs of symbol fonts in them as Unicode has them."""
    if is_symbol_font(font):
        return "".join(sign_of(ord(letter), font) if letter > " " else letter for letter in words)
    if any("\uf000" <= letter <= "\uf0ff" for letter in words):
        return "".join(sign_of(ord(letter), font) if "\uf000" <= letter <= "\uf0ff" else letter for letter in words)
    return words
