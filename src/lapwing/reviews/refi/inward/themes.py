"""Codes as themes: mapped to those that are there by guid, code or name, the others added in a new version of the book."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from lapwing.reviews.refi.facts import facts_in
from lapwing.reviews.refi.inward.arriving import Arriving
from lapwing.reviews.refi.model import Code
from lapwing.reviews.refi.outward.themes import OWN_PARTS, RETIRED
from lapwing.reviews.themes import Theme, WrongThemes, book_of, keep_book, mistakes, newest_book

LONGEST_CODE = 48
Rows = Sequence[Mapping[str, Any]]


def themes(arriving: Arriving, versions: Rows = ()) -> None:
    """Brings in the codes of the file, and the versions of a book of our own that something refers to."""
    book = newest_book(arriving.project)
    merging = _Merging(arriving, () if arriving.is_new and arriving.refi.codes else book.themes)
    merged = merging.themes()
    told = sorted((row for row in versions if isinstance(row.get("version"), int)), key=lambda row: row["version"])
    for row in told[:-1]:
        _earlier(arriving, row)
    newest = told[-1] if told else {}
    of_file = tuple(theme for theme in merged if theme.code in merging.of_file)
    if told and of_file != merged:
        arriving.ids["theme_book"][str(newest["version"])] = _version(arriving, of_file, newest)
    if merged != newest_book(arriving.project).themes:
        _keep(arriving, merged, newest)
    elif told and arriving.is_new:
        _as_told(arriving, newest_book(arriving.project).version, newest)
    if told:
        arriving.ids["theme_book"].setdefault(str(newest["version"]), newest_book(arriving.project).version)
    here = {row["code"] for row in arriving.project.rows("SELECT DISTINCT code FROM theme")}
    arriving.themes = {guid: code for guid, code in arriving.themes.items() if code in here}
    for guid, code in arriving.themes.items():
        arriving.things.setdefault(guid, ("theme", code))


def _version(arriving: Arriving, themes: Sequence[Theme], told: Mapping[str, Any]) -> int:
    """The last version with just these themes by their codes, kept now where there is none.

    A coder who finished a document has read it for the themes of their version, and for no others.
    """
    codes = {theme.code for theme in themes}
    books = arriving.project.rows("SELECT version FROM theme_book ORDER BY version DESC")
    for row in books:
        if {theme.code for theme in book_of(arriving.project, row["version"]).themes} == codes:
            return int(row["version"])
    alone = [theme if theme.parent in codes else replace(theme, parent="") for theme in themes]
    return _keep(arriving, alone, told)


def _same(arriving: Arriving, themes: Sequence[Theme], told: Mapping[str, Any]) -> int:
    """The version of a new project that has these themes as they are, or one that is kept now."""
    for row in arriving.project.rows("SELECT version FROM theme_book ORDER BY version DESC"):
        if book_of(arriving.project, row["version"]).themes == tuple(themes):
            _as_told(arriving, row["version"], told)
            return int(row["version"])
    return _keep(arriving, themes, told)


def _keep(arriving: Arriving, themes: Sequence[Theme], told: Mapping[str, Any]) -> int:
    """Keeps a version of the book, by whom and when the file says where it is one of our own."""
    project = arriving.project
    coder_id = arriving.ids["coder"].get(str(told.get("coder_id", "")), arriving.coder_id)
    name = str(told.get("name") or arriving.refi.name or arriving.called)
    why = str(told.get("why") or f"codes of {arriving.called}")
    made_at = _moment(str(told.get("made_at", ""))) if arriving.is_new else None
    return keep_book(project, themes, name=name, why=why, coder_id=coder_id, at=made_at or arriving.at)


def _as_told(arriving: Arriving, version: int, told: Mapping[str, Any]) -> None:
    """Says of a version that a new project began with what the file says of it: it is the same book."""
    coder_id = arriving.ids["coder"].get(str(told.get("coder_id", "")), arriving.coder_id)
    arriving.project.connection.execute(
        "UPDATE theme_book SET name = ?, why = ?, made_at = ?, coder_id = ? WHERE version = ?",
        (str(told.get("name", "")), str(told.get("why", "")), str(told.get("made_at", "")), coder_id, version),
    )


def _moment(written: str) -> datetime | None:
    try:
        return datetime.strptime(written, "%Y-%m-%dT%H:%M:%SZ").replace(tzinfo=UTC)
    except ValueError:
        return None


def _earlier(arriving: Arriving, row: Mapping[str, Any]) -> None:
    """Finds an earlier version among those that are here, or keeps it."""
    try:
        found = [_here(arriving, _theme(told)) for told in row["themes"]]
        version = _same(arriving, found, row) if arriving.is_new else _version(arriving, found, row)
    except (KeyError, TypeError, AttributeError, WrongThemes):
        arriving.report.lost.tell("earlier versions of the theme book", "they cannot be read")
        return
    arriving.ids["theme_book"][str(row["version"])] = version


def _theme(told: Mapping[str, Any]) -> Theme:
    """A theme as an earlier version has it; TypeError where something in it is no text."""
    texts = {part: said for part, said in told.items() if part != "takes_in"}
    taken_in = tuple(told["takes_in"])
    if not all(isinstance(said, str) for said in (*texts.values(), *taken_in)):
        raise TypeError
    return Theme(**texts, takes_in=taken_in)


def _here(arriving: Arriving, theme: Theme) -> Theme:
    """A theme of an earlier version with the codes that its themes have here."""
    code_of = arriving.codes
    return replace(
        theme,
        code=code_of.get(theme.code, theme.code),
        parent=code_of.get(theme.parent, theme.parent),
        takes_in=tuple(code_of.get(code, code) for code in theme.takes_in),
    )


class _Merging:
    """Puts the codes of a file to the themes that are there."""

    def __init__(self, arriving: Arriving, there: Sequence[Theme]) -> None:
        self.arriving = arriving
        self.told = arriving.report
        self.there = list(there)
        self.by_guid = {theme.guid: theme for theme in there}
        self.by_code = {theme.code: theme for theme in there}
        self.by_name = {theme.name.casefold(): theme for theme in there}
        self.names = set(self.by_name)
        used = () if arriving.is_new else arriving.project.rows("SELECT DISTINCT code FROM theme")
        self.used = {row["code"] for row in used}
        self.of_file: set[str] = set()

    def themes(self) -> tuple[Theme, ...]:
        """All themes of the next version, those that were there before first."""
        for code in self.arriving.refi.codes:
            if code.guid in self.arriving.themes:
                self.told.defects.tell("codes", "have the guid of another code; taken for that", code.name)
                continue
            words, facts = facts_in(code.description)
            known = self._known(code, facts)
            if RETIRED in facts:
                self._map(code, facts, facts.get("code", "") if known is None else known.code)
            elif known is None:
                self._add(code, words, facts)
            else:
                self._take(code, words, known, facts)
        return tuple(self._taking_in(theme) for theme in self.there)

    def _map(self, code: Code, facts: Mapping[str, str], here: str) -> None:
        self.arriving.themes[code.guid] = here
        if "code" in facts:
            self.arriving.codes[facts["code"]] = here
        self.arriving.attach(code.notes, ("theme", here))

    def _known(self, code: Code, facts: Mapping[str, str]) -> Theme | None:
        """The theme that was there before and a code means."""
        found = self.by_guid.get(code.guid) or self.by_code.get(facts.get("code", ""))
        return found or self.by_name.get(code.name.strip().casefold())

    def _take(self, code: Code, words: str, known: Theme, facts: Mapping[str, str]) -> None:
        self.of_file.add(known.code)
        self._map(code, facts, known.code)
        self.told.count("themes", new=False)
        said = (code.name, words, *(facts.get(part, "") for part in OWN_PARTS))
        if said != (known.name, known.definition, *(getattr(known, part) for part in OWN_PARTS)):
            self.told.changed.tell(
                "themes", "are described otherwise in the file; what stands here was kept", known.name
            )

    def _add(self, code: Code, words: str, facts: Mapping[str, str]) -> None:
        name = self._free_name(code)
        here = self._free_code(facts.get("code", ""), name)
        parent = self.arriving.themes.get(code.parent, "")
        include, exclude, example, lesson = (facts.get(part, "") for part in OWN_PARTS)
        taken_in = tuple(facts.get("takes in", "").split())
        theme = Theme(here, name, words, include, exclude, example, lesson, parent, code.colour, taken_in, code.guid)
        self.there.append(self._sound(theme))
        self._map(code, facts, here)
        self.of_file.add(here)
        self.told.count("themes")
        if not code.codable:
            self.told.changed.tell(
                "themes", "are headings in the file, which nothing is coded to; here they may be", name
            )

    def _free_name(self, code: Code) -> str:
        name = code.name if code.name.strip() else "Unnamed code"
        parent = next((theme.name for theme in self.there if theme.code == self.arriving.themes.get(code.parent)), "")
        tried, at = name, 2
        if tried.casefold() in self.names and parent:
            tried = f"{name} ({parent})"
        while tried.casefold() in self.names:
            tried, at = f"{name} ({at})", at + 1
        if tried != code.name:
            self.told.changed.tell("themes", "have a name that another has, or none; they were given one", tried)
        self.names.add(tried.casefold())
        return tried

    def _free_code(self, wanted: str, name: str) -> str:
        base = wanted if re.fullmatch(r"[a-z][a-z0-9_]*", wanted) else code_for(name)
        tried, at = base, 2
        while tried in self.used:
            tried, at = f"{base}_{at}", at + 1
        self.used.add(tried)
        return tried

    def _sound(self, theme: Theme) -> Theme:
        """The theme without a colour or lesson that nobody could follow."""
        for part in ("colour", "lesson"):
            alone = Theme(theme.code, theme.name, **{part: getattr(theme, part)})
            if mistakes([alone]):
                self.told.lost.tell(f"{part}s of themes", "cannot be read", theme.name)
                theme = replace(theme, **{part: ""})  # type: ignore[arg-type]
        return theme

    def _taking_in(self, theme: Theme) -> Theme:
        """The theme with the codes that it takes in as they are called here; none that is a theme, or taken in already."""
        if theme.code in self.by_code:
            return theme
        codes = {each.code for each in self.there}
        taken = {code for each in self.there if each is not theme for code in each.takes_in}
        kept = (self.arriving.codes.get(code, code) for code in dict.fromkeys(theme.takes_in))
        return replace(theme, takes_in=tuple(code for code in kept if code not in codes and code not in taken))


def code_for(name: str) -> str:
    """A code made of a name: small letters, digits and underscores, beginning with a letter."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    code = re.sub(r"[^a-z0-9]+", "_", plain).strip("_")[:LONGEST_CODE].strip("_")
    return code if code[:1].isalpha() else f"theme_{code}".rstrip("_")
