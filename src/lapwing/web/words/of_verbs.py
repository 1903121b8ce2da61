"""The words of a verb and of its parameters."""

from __future__ import annotations

import inspect
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from lapwing.board import verbs as of_the_board
from lapwing.conduct import verbs as declared
from lapwing.conduct.verb import VERBS, Verb
from lapwing.vocabulary.board import EVERY_TABLE
from lapwing.web.words.offered import Offered, read_offered
from lapwing.web.words.written import Written, WrongWords, written, written_in

WHOSE = ("child", "pregnancy", "person", "agency", "practitioner")
"""Tables that are no entries of a record, but whom it is about or who made it: what acts on one of these begins something."""
OF_A_VERB = (
    "title",
    "button",
    "hint",
    "says_done",
    "order",
    "steps",
    "needs",
    "also_on",
    "offered",
    "fields",
    "grave",
)
OF_A_FIELD = ("label", "hint", "long", "filled")


@dataclass(frozen=True)
class FieldWords:
    """How one parameter is asked for.

    `is_long` text gets several lines. What `is_filled` the page fills in from where somebody is; nobody is asked for it.
    """

    name: str
    label: str
    hint: str
    is_long: bool
    is_filled: bool


@dataclass(frozen=True)
class VerbWords:
    """What a verb is called, and how it is asked for.

    `fields` are its parameters but for `by`, in the order in which a person would answer them; `steps` are the same a
    page at a time, without what the page fills in. `needs` are those without which the form makes no sense, besides what
    the signature needs. `on_entry` is the table on whose entries' pages its button stands, where `offered` makes sense,
    and None where it begins something; `also_on` are further tables whose entries it may start from. What `is_grave`
    cannot be taken back or ends something, and is confirmed on a page of its own.
    """

    name: str
    title: str
    button: str
    hint: str
    says_done: str
    fields: Mapping[str, FieldWords]
    steps: tuple[tuple[str, ...], ...]
    needs: tuple[str, ...]
    on_entry: str | None
    also_on: tuple[str, ...]
    offered: Offered
    is_grave: bool


def words_of(verb: str) -> VerbWords:
    """The words of a verb; KeyError where there is none of that name."""
    return every_verb()[verb]


def field_words(verb: str, parameter: str) -> FieldWords:
    """How a verb asks for one of its parameters; KeyError where it has none of that name."""
    return words_of(verb).fields[parameter]


@cache
def every_verb() -> Mapping[str, VerbWords]:
    """The words of every verb by name, in the order in which the verbs are declared; WrongWords where one has none."""
    assert declared  # noqa: S101  # importing the packages declares them
    assert of_the_board  # noqa: S101
    asked = _asked_everywhere()
    return {verb.name: _read(verb, asked) for verb in VERBS.values()}


@cache
def _asked_everywhere() -> Mapping[str, Written]:
    """How a parameter is asked for where its verb says nothing else."""
    everywhere, of_the_board = dict(written("fields.toml").parts()), written_in("board", "fields")
    for name in everywhere.keys() & of_the_board.keys():
        raise WrongWords(f"{of_the_board[name].where}: {name} stands in fields.toml already.")
    return everywhere | of_the_board


@cache
def _subject(stem: str) -> Written:
    """The words of the verbs of one module, every one of them and no other."""
    words = written("verbs", f"{stem}.toml")
    there = [verb.name for verb in VERBS.values() if _stem(verb) == stem]
    words.known(words.values, there, "a verb of this module")
    words.known(there, words.values, "a verb that has its words")
    return words


def _stem(verb: Verb) -> str:
    return verb.body.__module__.rpartition(".")[2]


def _read(verb: Verb, asked: Mapping[str, Written]) -> VerbWords:
    words = _subject(_stem(verb)).part(verb.name)
    words.only(*OF_A_VERB)
    on_entry = on_entry_of(verb)
    fields = _fields(verb, words, asked, on_entry)
    table = next(iter(verb.naming.values()), None)
    for key in ("needs", "also_on"):
        words.known(words.texts(key), fields if key == "needs" else verb.naming.values(), f"something that {key} names")
    return VerbWords(
        name=verb.name,
        title=words.text("title"),
        button=words.text("button"),
        hint=words.text("hint", ""),
        says_done=words.text("says_done"),
        fields=fields,
        steps=_steps(words, fields),
        needs=words.texts("needs"),
        on_entry=on_entry,
        also_on=words.texts("also_on"),
        offered=read_offered(words.part("offered"), EVERY_TABLE[table] if table else None),
        is_grave=words.yes("grave"),
    )


def on_entry_of(verb: Verb) -> str | None:
    """The table on whose entries a verb acts; None where it begins something about somebody, or is about no record."""
    named = list(verb.naming.values())
    begins = not named or named[0] in WHOSE or "child" in verb.naming or "pregnancy" in verb.naming
    return None if begins else named[0]


def _fields(verb: Verb, words: Written, asked: Mapping[str, Written], on_entry: str | None) -> dict[str, FieldWords]:
    """The parameters in the order in which they are asked; those left out of it follow as they are declared."""
    there = [name for name in inspect.signature(verb.body).parameters if name != "by"]
    order, own = words.texts("order"), words.part("fields")
    for named in (order, own.values):
        words.known(named, there, "a parameter of this verb")
    first = next(iter(verb.naming)) if on_entry else None
    ordered = [*order, *(name for name in there if name not in order)]
    return {name: _field(name, asked, own.part(name), is_entry=name == first) for name in ordered}


def _field(name: str, asked: Mapping[str, Written], own: Written, *, is_entry: bool) -> FieldWords:
    if name not in asked:
        raise WrongWords(f"fields.toml: {name} has no words, and a verb asks for it.")
    everywhere = asked[name]
    for part in (everywhere, own):
        part.only(*OF_A_FIELD)
    return FieldWords(
        name=name,
        label=own.text("label", everywhere.text("label")),
        hint=own.text("hint", everywhere.text("hint", "")),
        is_long=own.yes("long", everywhere.yes("long")),
        is_filled=own.yes("filled", everywhere.yes("filled") or is_entry),
    )


def _steps(words: Written, fields: Mapping[str, FieldWords]) -> tuple[tuple[str, ...], ...]:
    """What is asked, a page at a time: all on one page, or as it is said; what is not said is asked on the last page."""
    asked = [name for name, one in fields.items() if not one.is_filled]
    steps = words.lists("steps") or (tuple(asked),)
    said = [name for step in steps for name in step]
    words.known(said, asked, "something that this verb asks for")
    if len(set(said)) < len(said):
        raise words.refuse("steps ask for something twice.")
    *first, last = steps
    return (*first, (*last, *(name for name in asked if name not in said)))
