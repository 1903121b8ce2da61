"""What the record does not take, in the words of the form: the labels of questions and codes, never their names."""

from __future__ import annotations

import re
from collections.abc import Container
from inspect import signature
from typing import Any, get_type_hints

from lapwing.conduct.verb import VERBS
from lapwing.vocabulary import care_codes, codes, work_codes
from lapwing.vocabulary.tables import Codes
from lapwing.web.api.bodies import codes_in
from lapwing.web.words import VerbWords
from lapwing.web.words.of_tables import table_words
from lapwing.web.words.written import written

FIELD = re.compile(r"^([a-z_]+(?:\.[a-z_]+)?): (.+)$", re.DOTALL)
NAME = re.compile(r"\b[a-z]+(?:_[a-z]+)+\b")
"""A name of ours in a sentence: words joined by underlines."""
EVERY_CODE: dict[str, str] = {
    code: label
    for module in (care_codes, codes, work_codes)
    for kind in vars(module).values()
    if isinstance(kind, type) and issubclass(kind, Codes) and kind is not Codes
    for code, label in kind.labels().items()
}


def said_of_fields(words: VerbWords, fields: Container[str], text: str) -> tuple[str | None, str]:
    """Which question of a form a refusal is about, where it is about one, and the refusal in words."""
    found = FIELD.match(text)
    if found is None:
        return None, in_words(words, text)
    name, rest = found.groups()
    own = next((one for one in (name, name.removesuffix("_id"), f"values-{name}") if one in fields), None)
    says = in_words(words, rest)
    says = says[0].upper() + says[1:]
    return (own, says) if own is not None else (None, f"{called(words, name)}: {says[0].lower()}{says[1:]}")


def in_words(words: VerbWords, text: str) -> str:
    """A sentence with what it names of ours replaced by what people see of it."""
    own = _codes_of(words.name)
    names = "|".join(words.fields)
    for code, label in sorted(own.items(), key=lambda one: -len(one[0])):
        text = re.sub(rf"\b(?:{names}) {code}\b", f"“{label}”", text)
        if "_" not in code:
            text = re.sub(rf"(?<=needs ){code}\b|(?<=one of ){code}\b", f"“{label}”", text)
    return NAME.sub(lambda found: f"“{called(words, found[0], own)}”", text)


def called(words: VerbWords, name: str, own: dict[str, str] | None = None) -> str:
    """What people see of a parameter, a column or a code."""
    for one in (name, name.removesuffix("_id")):
        if one in words.fields:
            return words.fields[one].label
    if own and name in own:
        return own[name]
    if name in EVERY_CODE:
        return EVERY_CODE[name]
    everywhere = written("fields.toml").values.get(name, {})
    if "label" in everywhere:
        return str(everywhere["label"])
    if words.on_entry and name in table_words(words.on_entry).labels:
        return table_words(words.on_entry).labels[name]
    return name.replace("_id", "").replace("_", " ").capitalize()


def _codes_of(verb: str) -> dict[str, str]:
    body: Any = VERBS[verb].body
    hints = get_type_hints(body)
    found = (kind for name in signature(body).parameters for kind in codes_in(hints[name]))
    return {code: label for kind in found for code, label in kind.labels().items()}
