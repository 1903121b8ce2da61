"""What people type into a search, as FTS5 asks for it: words, "phrases", OR, -without, beginnings* and NEAR.

Words beside each other must all be there. OR joins the two things beside it, as web searches do, and so binds closer
than the space. Whatever is no part of this language is read as words, so that nobody meets an error of syntax.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from lapwing.reviews.refusal import Refusal

MOST_LETTERS = 1000
MOST_WORDS = 60
"""A longer question is no search; FTS5 would nest too deep."""
WORDS_BETWEEN = 10
"""So far apart at most are words that are NEAR each other, where nobody says how far."""

_SMALL = (
    "a an and are as at be been being but by did do does for from had has have he her hers him his i if in into is it its "
    "me my of on or our she so than that the their them then there these they this those to us was we were what when where "
    "which who whom whose will with would you your"
)
SMALL_WORDS = frozenset(_SMALL.split())
"""Left out of a search, unless nothing else is asked for or they stand in a phrase: they are in nearly every passage."""

_PARTS = re.compile(r'NEAR\(|[-−–+]?"[^"]*"?\*?|[()]|[^\s()"]+')  # noqa: RUF001 -- people paste a minus or a dash
_MINUS = ("-", "−", "–")  # noqa: RUF001
_NEAR = re.compile(r"NEAR(?:/(\d{1,3}))?")
_DISTANCE = re.compile(r",?(\d{1,3})")
_JOINED = re.compile(r"(?:anti|co|inter|multi|non|post|pre|re|semi)(?=[^\W\d_]{3})")
_ENDINGS = (
    "ement",
    "ment",
    "ational",
    "ation",
    "ness",
    "ing",
    "able",
    "ible",
    "ance",
    "ence",
    "ally",
    "ies",
    "ed",
    "er",
)


@dataclass
class _Group:
    """What must be there, and what must not."""

    wanted: list[str] = field(default_factory=list)
    small: list[str] = field(default_factory=list)
    unwanted: list[str] = field(default_factory=list)

    def asked(self) -> str:
        """As FTS5 asks for it; empty where nothing must be there."""
        wanted = " AND ".join(self.wanted or self.small)
        if wanted and self.unwanted:
            return f"(({wanted}) NOT ({' OR '.join(self.unwanted)}))"
        return f"({wanted})" if wanted else ""


def as_fts5(query: str) -> str:
    """The question in FTS5's own language; refused, with what to do, where it asks for nothing that could be found."""
    if len(query) > MOST_LETTERS:
        raise Refusal(f"The search has {len(query)} letters; needs at most {MOST_LETTERS}. Give the words that matter.")
    parts = _PARTS.findall(_plain(query))
    if len(parts) > MOST_WORDS:
        raise Refusal(f"The search has {len(parts)} words; needs at most {MOST_WORDS}. Give the words that matter.")
    group = _Reader(parts).all_of()
    asked = group.asked()
    if not asked and group.unwanted:
        raise Refusal("The search says only what must not be there. Give a word that must be, such as: father -mother.")
    if not asked:
        raise Refusal(
            "The search has no words. Give one or more, such as: fathers, or “not seen”, or father OR partner."
        )
    return asked


def _plain(query: str) -> str:
    """Without what no text holds, and with one kind of quotation mark."""
    shown = "".join(letter if letter.isprintable() else " " for letter in query)
    return re.sub("[“”„«»]", '"', shown)


class _Reader:
    """Reads the parts of a question one after another."""

    def __init__(self, parts: list[str]) -> None:
        self.parts = parts
        self.at = 0

    def all_of(self, within: bool = False) -> _Group:
        """Everything up to the end, or up to the bracket that closes."""
        group = _Group()
        while self.at < len(self.parts):
            part = self._next()
            if part == ")":
                if within:
                    break
            elif part not in ("(", "NOT") and _small(part) and not self._joins("OR"):
                group.small += _word(part)
            else:
                self._add(group, part)
        return group

    def _add(self, group: _Group, part: str) -> None:
        """A word, phrase or bracket, with all that OR joins to it."""
        negative, part = self._sign(part)
        asked = self._thing(part)
        while self._joins("OR"):
            self.at += 1
            asked += self._thing(self._next())
        if asked:
            (group.unwanted if negative else group.wanted).append(
                asked[0] if len(asked) == 1 else f"({' OR '.join(asked)})"
            )

    def _sign(self, part: str) -> tuple[bool, str]:
        """Whether it must not be there, and what is meant."""
        if part == "NOT":
            return True, self._next()
        if part in _MINUS and self._peek() == "(":
            return True, self._next()
        negative = part.startswith(_MINUS)
        return negative, part[1:] if negative or part.startswith("+") else part

    def _thing(self, part: str) -> list[str]:
        """What one part asks for; nothing where it has no letters."""
        if part == "(":
            asked = self.all_of(within=True).asked()
            return [asked] if asked else []
        if part == "NEAR(":
            return self._near_in_brackets()
        nearness = _NEAR.fullmatch(self._peek())
        after = self.parts[self.at + 1 : self.at + 2]
        if nearness and after and _phrase(part) and _phrase(after[0]):
            self.at += 2
            return [f"NEAR({_phrase(part)} {_phrase(after[0])}, {nearness[1] or WORDS_BETWEEN})"]
        return _word(part) if part not in ("AND", ")") else []

    def _near_in_brackets(self) -> list[str]:
        inside: list[str] = []
        distance = str(WORDS_BETWEEN)
        while self.at < len(self.parts) and (part := self._next()) != ")":
            number = _DISTANCE.fullmatch(part)
            if number and inside and self._peek() in (")", ""):
                distance = number[1]
            elif part != "(":
                inside.append(_phrase(part))
        phrases = [phrase for phrase in inside if phrase]
        return [f"NEAR({' '.join(phrases)}, {distance})"] if phrases else []

    def _joins(self, word: str) -> bool:
        """Whether what comes next is this word, with something wanted after it."""
        after = self.parts[self.at + 1 : self.at + 2]
        return (
            self._peek() == word
            and bool(after)
            and after[0] not in (")", "NOT", "OR", "AND")
            and not after[0].startswith(_MINUS)
        )

    def _peek(self) -> str:
        return self.parts[self.at] if self.at < len(self.parts) else ""

    def _next(self) -> str:
        part = self._peek()
        self.at += 1
        return part


def _small(part: str) -> bool:
    return part.casefold() in SMALL_WORDS


def _has_letters(text: str) -> bool:
    return any(letter.isalnum() for letter in text)


def _phrase(part: str) -> str:
    """Words that follow each other, as FTS5 writes them; empty where there are none."""
    starred = part.endswith("*")
    words = re.sub(r"[^\w'’-]+", " ", part.replace('"', " ")).strip()
    return f'"{words}"{" *" if starred else ""}' if _has_letters(words) else ""


def _word(part: str) -> list[str]:
    """What a word or phrase asks for, with the other ways in which it is written: pre-birth, pre birth, prebirth."""
    phrase = _phrase(part)
    if not phrase:
        return []
    ways = [phrase]
    if not part.startswith('"'):
        plain, starred = part.rstrip("*").casefold(), part.endswith("*")
        joined = _JOINED.match(plain)
        if re.fullmatch(r"\w+-\w+", plain):
            ways.append(_phrase(plain.replace("-", "") + "*" * starred))
        elif joined:
            ways.append(_phrase(f"{joined[0]} {plain[joined.end() :]}" + "*" * starred))
        if starred:
            ways += [f'"{stem}"' for stem in _cut_in_an_ending(plain)]
    return ways


def _cut_in_an_ending(beginning: str) -> list[str]:
    """The stems that a beginning may go on from: the index keeps stems, and *assessm* is more than that of assessment."""
    return [
        beginning[:cut]
        for cut in range(max(len(beginning) - 5, 3), len(beginning))
        if any(ending.startswith(beginning[cut:]) for ending in _ENDINGS) and beginning[:cut].isalnum()
    ]
