"""How an address, a postcode or a name may stand in a text, and how it is taken out of it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum
from functools import cached_property
from itertools import product
from unicodedata import category, normalize

import polars as pl

WITHHELD = "[withheld]"
"""What stands in a text in place of what may not be told."""

SAME_WORDS = [words.split() for words in (
    "road rd", "street st str", "saint st", "avenue ave av", "lane ln la", "close cl clo", "drive dr drv drive",
    "court ct crt", "crescent cres cr", "place pl", "terrace terr ter tce", "gardens gdns gdn", "grove gr grv gro",
    "square sq", "house hse ho", "mount mt", "park pk", "yard yd", "view vw", "bank bk", "green grn", "walk wlk",
    "parade pde", "cottage cott cotts cottages", "buildings bldgs building bldg", "hill hl", "rise ris", "north n",
    "south s", "east e", "west w", "and",
)]  # fmt: skip
"""Words of addresses with what people write for them."""

HOUSES = frozenset((
    "house", "cottage", "lodge", "farm", "hall", "tower", "mansions", "buildings", "building", "villa", "barn",
    "court", "hostel",
))  # fmt: skip
"""Last words of the names of houses, which alone say where somebody is."""

STREETS = HOUSES | frozenset((
    "road", "street", "avenue", "lane", "close", "drive", "crescent", "place", "terrace", "gardens", "grove",
    "square", "mount", "park", "yard", "view", "bank", "green", "walk", "parade", "hill", "rise", "way", "row",
    "mews", "croft", "fold", "gate", "wharf", "quay", "path", "fields", "field", "meadow", "meadows", "vale",
))  # fmt: skip
"""Last words of the names of streets and houses."""

UNITS = ("flat", "flt", "apartment", "apt", "unit", "room", "studio", "suite", "number", "no", "floor", "block")
"""Words before the number of a part of a house."""

IN_A_HOUSE = frozenset((
    *UNITS, "ground", "first", "second", "third", "top", "upper", "lower", "basement", "annexe", "annex", "attic",
    "front", "back", "rear", "left", "right", "bedsit", "maisonette", "studio",
))  # fmt: skip
"""Words for a part of a house, which by themselves do not say where it is."""

ORDINARY = STREETS | frozenset((
    "the", "of", "and", "a", "high", "main", "new", "old", "north", "south", "east", "west", "upper", "lower",
    "little", "great", "long", "short", "front", "back", "church", "chapel", "station", "school", "mill",
    "market", "park", "bridge", "river", "town", "village", "victoria", "king", "queen", "kings", "queens",
))  # fmt: skip
"""Words that a street may have and any sentence too."""

NO_ADDRESS = re.compile(r"no fixed (?:abode|address)|nfa|(?:not )?known|unknown|withheld|confidential|refuge|none|n a")
POSTCODE = re.compile(r"(?<![a-z0-9])([a-z]{1,2}[0-9][a-z0-9]?)\s*([0-9][a-z]{2})(?![a-z0-9])")

_GAP = "[^a-z0-9]{0,4}"
_UNIT = f"(?:{'|'.join(UNITS)})"
_NUMBER = rf"(?:(?<![a-z]){_UNIT}{_GAP})?[0-9]{{1,5}}(?:[^a-z0-9]?[a-z](?![a-z0-9]))?{_GAP}"
_NUMBERS_BEFORE = re.compile(rf"(?<![0-9])(?:{_NUMBER}){{1,2}}$")
_FURTHEST = 40
_LOOKS_LIKE = {**dict.fromkeys("0o", "[0o]"), **dict.fromkeys("1il", "[1il]")}


@dataclass(frozen=True)
class Spelling:
    """One thing that may not be told, in every way in which it may be written.

    `needles` are such that a text with none of them, once squeezed, does not hold it. `capitals`: only where each
    word of it begins with a capital letter, because the same words stand in ordinary sentences. `certain`: it says
    by itself where one place is, and not only in which street. `towns`: where that is, if the address says.
    `is_place`: a number before it goes with it.
    """

    written: str
    needles: tuple[str, ...]
    capitals: bool = False
    certain: bool = True
    towns: tuple[tuple[str, ...], ...] = ()
    is_place: bool = False

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """Made when it is first needed: most are never found."""
        return re.compile(self.written)


@dataclass(frozen=True)
class Part:
    """What stands between two commas of an address: number, name of street or house, and the towns it lies in.

    `in_house`: what it names may be a house by itself, and not number so-and-so of a street.
    """

    number: list[str]
    name: list[str]
    towns: list[list[str]]
    in_house: bool
    first: bool


@dataclass(frozen=True)
class Folded:
    """A text in small letters without accents and apostrophes, and where each of its signs stands in the original."""

    text: str
    places: Sequence[int]

    @classmethod
    def of(cls, original: str) -> Folded:
        if original.isascii() and "'" not in original and "`" not in original:
            return cls(original.lower(), range(len(original)))
        signs: list[str] = []
        places: list[int] = []
        for place, sign in enumerate(original):
            for plain in normalize("NFKD", sign).lower():
                if plain not in "'’‘`" and category(plain) not in ("Mn", "Cf"):
                    signs.append(plain)
                    places.append(place)
        return cls("".join(signs), places)


# What is looked for


def spellings_of_address(address: str) -> list[Spelling]:
    """An address on one line in every spelling: with its number, by the name of its house, by its street alone."""
    folded = POSTCODE.sub(" ", Folded.of(address).text)
    parts = [words for part in re.split(r"[,;\n]+", folded) if (words := _words(part))]
    if not parts or NO_ADDRESS.fullmatch(" ".join(parts[0])):
        return []
    found = [spelling for part in _parts(parts) for spelling in _spellings_of_part(part)]
    return found + [
        spelling for one in POSTCODE.findall(Folded.of(address).text) for spelling in _postcode("".join(one))
    ]


def _parts(parts: Sequence[list[str]]) -> Iterator[Part]:
    """The parts that say in which street or house; neither "Flat 3" nor the town does."""
    carried = False
    for place, words in enumerate(parts):
        number, name = _number_and_name(words)
        if not set(name) - IN_A_HOUSE:
            carried = True
        elif place == 0 or number or carried or _kinds(name):
            street, first, in_house = _up_to_kind(name), place == 0, not number or words[0] in UNITS
            towns = [name[len(street) :], *_towns(parts[place + 1 :])]
            yield Part(number, street, [town for town in towns if town], in_house=in_house, first=first)
            carried = False


def spellings_of_postcode(postcode: str) -> list[Spelling]:
    """A postcode with or without its space, whatever signs stand in it; none where it is not a whole one."""
    return _postcode("".join(re.findall("[a-z0-9]", Folded.of(postcode).text)))


def spellings_of_name(name: str) -> list[Spelling]:
    """A name of a person or a service."""
    words = _words(Folded.of(name).text)
    return [_spelling(words, capitals=len(words) == 1, is_place=False)] if words and sum(map(len, words)) > 1 else []


def _words(folded: str) -> list[str]:
    return re.findall("[0-9]+|[a-z]+", folded)


def _number_and_name(words: Sequence[str]) -> tuple[list[str], list[str]]:
    """The number that a part begins with, and the words after it."""
    place = 0
    while place < len(words) and (words[place].isdigit() or words[place] in UNITS or _letter_of_number(words, place)):
        place += 1
    return [word for word in words[:place] if word.isdigit()], list(words[place:])


def _letter_of_number(words: Sequence[str], place: int) -> bool:
    return place > 0 and len(words[place]) == 1 and (words[place - 1].isdigit() or words[place - 1] in UNITS)


def _written_out(word: str) -> str:
    return next((same[0] for same in SAME_WORDS if word in same), word)


def _kinds(name: Sequence[str]) -> list[int]:
    """Where the words for kinds of street stand; the first word of a name is none."""
    return [place for place, word in enumerate(name) if place and _written_out(word) in STREETS]


def _up_to_kind(name: Sequence[str]) -> list[str]:
    """The name up to its kind of street; a town may follow without a comma."""
    kinds = _kinds(name)
    if not kinds:
        return list(name)
    end = kinds[0]
    while end + 1 in kinds:
        end += 1
    return list(name[: end + 1])


def _towns(parts: Iterable[list[str]]) -> list[list[str]]:
    """The parts that are names of towns, or of a county: they have no number and no kind of street."""
    return [
        words for words in parts if not any(map(str.isdigit, words)) and not _kinds(words) and set(words) - IN_A_HOUSE
    ]


def _spellings_of_part(part: Part) -> list[Spelling]:
    number, name, towns = part.number, part.name, part.towns
    named = not _kinds(name) and part.first and not number
    is_house = part.in_house and (_written_out(name[-1]) in HOUSES or named)
    telling = len(name) > 1 and any(_written_out(word) not in ORDINARY for word in name)
    found = [_spelling(name, capitals=not telling, certain=is_house and telling, towns=towns)]
    if number:
        found.append(_spelling(name, number=number, towns=towns))
    if number and len(name) > 1 and not _kinds(name) and len(name[0]) > 4 and name[0] not in ORDINARY:
        found.append(_spelling(name[:1], number=number, towns=[name[1:], *towns]))
    found += [_spelling([*name, *town], certain=is_house) for town in towns[:1]]
    return found


def _spelling(
    words: Sequence[str],
    *,
    number: Sequence[str] = (),
    towns: Sequence[Sequence[str]] = (),
    is_place: bool = True,
    capitals: bool = False,
    certain: bool = True,
) -> Spelling:
    """The words in any of their spellings; the number that has to stand before them and the town go with them."""
    ways = [_ways(word) for word in words]
    name = _GAP.join(f"(?:{'|'.join(way)})" for way in ways)
    before = rf"(?<![0-9]){number[-1]}(?:[^a-z0-9]?[a-z](?![a-z]))?{_GAP}" if number else ""
    following = "".join(f"(?:{_GAP}{_GAP.join(town)}(?![a-z0-9]))?" for town in towns)
    start, end = _edges(words)
    written = f"{before}{start}(?P<name>{name}){end}{following}"
    needles = {squeezed("".join(way)) for way in product(*ways)}
    return Spelling(written, tuple(sorted(needles)), capitals, certain, tuple(map(tuple, towns)), is_place)


def _edges(words: Sequence[str]) -> tuple[str, str]:
    return ("(?<![0-9])" if words[0].isdigit() else "(?<![a-z])"), ("(?![0-9])" if words[-1].isdigit() else "(?![a-z])")


def _ways(word: str) -> list[str]:
    same = {way for words in SAME_WORDS if word in words for way in words}
    return sorted({word, *same}, key=lambda way: (-len(way), way))


def _postcode(plain: str) -> list[Spelling]:
    if not POSTCODE.fullmatch(plain):
        return []
    signs = [_LOOKS_LIKE.get(sign, sign) for sign in plain]
    outward, inward = ("[^a-z0-9]?".join(part) for part in (signs[:-3], signs[-3:]))
    written = f"(?<![a-z0-9])(?P<name>{outward}[^a-z0-9]{{0,3}}{inward})(?![a-z0-9])"
    return [Spelling(written, (squeezed(plain),))]


# Looking


_ALIKE = str.maketrans({"o": "0", "i": "1", "l": "1"})


def squeezed(text: str) -> str:
    """The letters and digits of a text alone, with those that are mistaken for one another as one."""
    return _squeezed(Folded.of(text))


def _squeezed(folded: Folded) -> str:
    return re.sub("[^a-z0-9]", "", folded.text).translate(_ALIKE)


def squeezed_texts(texts: pl.Series) -> pl.Series:
    """`squeezed` of many texts at once."""
    plain = texts.str.normalize("NFKD").str.to_lowercase().str.replace_all("[^a-z0-9]", "")
    return plain.str.replace_many(["o", "i", "l"], ["0", "1", "1"])


class Doubt(IntEnum):
    """How much is taken for a place that may not be told."""

    STREETS = 0
    """Its street alone too: for what people write."""
    PLACES = 1
    """Only what says by itself where it is: for names of services, in which streets often stand."""
    TOWNS = 2
    """Only that, and not in another town: for addresses with another postcode."""


class Screen:
    """Many spellings, looked for in many texts."""

    def __init__(self, spellings: Iterable[Spelling]) -> None:
        once = {(one.written, one.capitals, one.certain): one for one in spellings}
        self.by_needle: dict[str, list[Spelling]] = {}
        for one in once.values():
            for needle in one.needles:
                self.by_needle.setdefault(needle, []).append(one)

    def withheld(self, texts: pl.Series, doubt: Doubt = Doubt.STREETS) -> dict[str, str]:
        """Every text that holds something not to be told, with what may be told of it."""
        known = texts.drop_nulls().unique()
        if not self.by_needle or known.is_empty():
            return {}
        likely = known.filter(squeezed_texts(known).str.contains_any(list(self.by_needle)))
        told = {text: self.told(text, doubt) for text in likely}
        return {text: left for text, left in told.items() if left != text}

    def told(self, text: str, doubt: Doubt = Doubt.STREETS) -> str:
        """The text with WITHHELD in place of whatever is not to be told."""
        folded = Folded.of(text)
        plain = _squeezed(folded)
        likely = {id(one): one for needle, those in self.by_needle.items() if needle in plain for one in those}
        spans = [
            _span(one, folded, found)
            for one in likely.values()
            if one.certain or doubt is Doubt.STREETS
            for found in one.pattern.finditer(folded.text)
            if not (one.capitals and not _in_capitals(text, folded, found))
            and not (doubt is Doubt.TOWNS and _in_another_town(one, folded.text, found))
        ]
        return _without(text, sorted(spans))


def _span(spelling: Spelling, folded: Folded, found: re.Match[str]) -> tuple[int, int]:
    """From where to where the original is withheld: what was found, and the numbers before it."""
    start = found.start()
    earliest = max(0, start - _FURTHEST)
    if spelling.is_place and (numbers := _NUMBERS_BEFORE.search(folded.text[earliest:start])):
        start = earliest + numbers.start()
    return folded.places[start], folded.places[found.end() - 1] + 1


def _in_another_town(spelling: Spelling, folded: str, found: re.Match[str]) -> bool:
    """Whether an address goes on with something, and that is none of the towns."""
    rest = set(_words(folded[found.end("name") :]))
    return bool(spelling.towns and rest) and not any(rest.issuperset(town) for town in spelling.towns)


def _in_capitals(text: str, folded: Folded, found: re.Match[str]) -> bool:
    start, end = found.span("name")
    written = text[folded.places[start] : folded.places[end - 1] + 1]
    return all(word[0].isupper() for word in re.findall(r"[^\W\d_]+(?:['’][^\W\d_]+)*", written))


def _without(text: str, spans: Iterable[tuple[int, int]]) -> str:
    parts, place = [], 0
    for start, end in _joined(spans):
        parts += [text[place:start], WITHHELD]
        place = end
    return "".join([*parts, text[place:]])


def _joined(spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    joined: list[tuple[int, int]] = []
    for start, end in spans:
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined
