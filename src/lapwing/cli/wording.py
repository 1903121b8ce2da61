"""`lapwing wording`: what in a text blames a child or a person who was harmed, and what could stand instead."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer

from lapwing.cli.giving import Refused, give, one_of
from lapwing.prompts.blaming_words import Prompt, prompts

Text = Annotated[str, typer.Argument(metavar="FILE", help="A text to read; - for what is typed or piped in.")]
Format = Annotated[str, typer.Option("--format", metavar="FORMAT", help="table or json.")]

NOTHING = "Nothing here is asked about.\n"


def ask_about_wording(file: Text, format: Format = "table") -> None:
    """Ask about words in FILE that blame those who were harmed.

    Nothing is kept.
    """
    one_of("--format", format, ("table", "json"))
    text = _read(file)
    found = prompts(text)
    give(_as_json(found) if format == "json" else _as_lines(found, text), None)


def _read(file: str) -> str:
    if file == "-":
        return sys.stdin.read()
    try:
        return Path(file).read_text("utf-8-sig")
    except (OSError, ValueError):
        raise Refused(f"{file} cannot be read as text; give a file of plain text in UTF-8, or - to type one.") from None


def _as_json(found: Sequence[Prompt]) -> Iterator[str]:
    yield json.dumps([asdict(prompt) for prompt in found], ensure_ascii=False, indent=1) + "\n"


def _as_lines(found: Sequence[Prompt], text: str) -> Iterator[str]:
    for prompt in found:
        yield f"Line {text.count(chr(10), 0, prompt.start) + 1}: {prompt}\n"
    if not found:
        yield NOTHING
