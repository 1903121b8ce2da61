"""Audit tools as text: those that come with Lapwing and those that an area writes, in one form, read and written here."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files
from typing import Any

from lapwing.records.store import CannotEnter
from lapwing.vocabulary.board.audit_codes import AnsweredBy, AskedOf, Cohort

MOST_QUESTIONS = 60
OF_A_TOOL = ("title", "edition", "lesson", "purpose", "population")
OF_A_QUESTION = ("asks", "guidance", "source")


@dataclass(frozen=True)
class QuestionWritten:
    """A question as a tool has it; the columns of `audit_question`, without its number."""

    asks: str
    guidance: str
    source: str
    answered_by: AnsweredBy
    asked_of: AskedOf
    about_challenge: bool = False


@dataclass(frozen=True)
class ToolWritten:
    """A tool as its text has it: grades the best first, questions in order."""

    title: str
    edition: str
    lesson: str
    purpose: str
    population: str
    cohort: Cohort
    grades: tuple[str, ...]
    good_enough: str
    not_own_team: bool
    questions: tuple[QuestionWritten, ...]


def shipped(stem: str) -> ToolWritten:
    """A tool that comes with Lapwing."""
    return read_tool(files("lapwing.board").joinpath("tools", f"{stem}.toml").read_text(encoding="utf-8"))


def read_tool(text: str) -> ToolWritten:
    """A tool from its text (TOML); CannotEnter says what is wrong with it, and where."""
    try:
        said = tomllib.loads(text)
    except tomllib.TOMLDecodeError as wrong:
        raise CannotEnter(
            f"pasted: cannot be read as TOML ({wrong}). Copy the text of another tool and change it."
        ) from None
    _only(said, (*OF_A_TOOL, "cohort", "grades", "good_enough", "not_own_team", "question"), "the tool")
    grades = _grades(said)
    questions = said.get("question", [])
    if not isinstance(questions, list) or not 0 < len(questions) <= MOST_QUESTIONS:
        raise CannotEnter(f"pasted: needs from one to {MOST_QUESTIONS} questions, each under [[question]].")
    return ToolWritten(
        **{name: _text(said, name, "the tool") for name in OF_A_TOOL},
        cohort=_one_of(Cohort, said.get("cohort", str(Cohort.EVERYBODY)), "cohort"),
        grades=grades,
        good_enough=_good_enough(said, grades),
        not_own_team=_yes(said, "not_own_team", "the tool"),
        questions=tuple(_question(one, number) for number, one in enumerate(questions, start=1)),
    )


def _grades(said: Mapping[str, Any]) -> tuple[str, ...]:
    grades = said.get("grades")
    if (
        not isinstance(grades, list)
        or len(grades) < 2
        or not all(isinstance(one, str) and one.strip() for one in grades)
    ):
        raise CannotEnter("pasted: grades needs a list of at least two, the best first.")
    if len(set(grades)) < len(grades) or any("\n" in one for one in grades):
        raise CannotEnter("pasted: grades has one twice, or one that goes over two lines.")
    return tuple(grades)


def _good_enough(said: Mapping[str, Any], grades: tuple[str, ...]) -> str:
    found = _text(said, "good_enough", "the tool")
    if found not in grades[:-1]:
        raise CannotEnter(f"pasted: good_enough has “{found}”; needs a grade that is not the lowest.")
    return found


def _question(said: Any, number: int) -> QuestionWritten:
    where = f"question {number}"
    if not isinstance(said, dict):
        raise CannotEnter(f"pasted: {where} needs to stand under [[question]].")
    _only(said, (*OF_A_QUESTION, "answered_by", "asked_of", "about_challenge"), where)
    question = QuestionWritten(
        **{name: _text(said, name, where) for name in OF_A_QUESTION},
        answered_by=_one_of(AnsweredBy, said.get("answered_by"), f"answered_by of {where}"),
        asked_of=_one_of(AskedOf, said.get("asked_of"), f"asked_of of {where}"),
        about_challenge=_yes(said, "about_challenge", where),
    )
    if question.about_challenge and question.answered_by is not AnsweredBy.YES_PARTLY_NO:
        raise CannotEnter(f"pasted: {where} asks about challenge, and is answered by yes_partly_no.")
    return question


def _text(said: Mapping[str, Any], name: str, where: str) -> str:
    found = said.get(name)
    if not isinstance(found, str) or not found.strip():
        raise CannotEnter(f"pasted: {name} of {where} needs a text.")
    return found.strip()


def _yes(said: Mapping[str, Any], name: str, where: str) -> bool:
    found = said.get(name, False)
    if not isinstance(found, bool):
        raise CannotEnter(f"pasted: {name} of {where} needs true or false.")
    return found


def _one_of(codes: Any, given: Any, name: str) -> Any:
    if given not in codes.labels():
        raise CannotEnter(f"pasted: {name} needs one of {', '.join(codes.labels())}.")
    return codes(given)


def _only(said: Mapping[str, Any], names: tuple[str, ...], where: str) -> None:
    strange = sorted(set(said) - set(names))
    if strange:
        raise CannotEnter(f"pasted: {where} has {', '.join(strange)}, which is not known there.")


def text_of(tool: ToolWritten) -> str:
    """A tool as its text, to be copied and changed."""
    lines = [f"{name} = {_quoted(getattr(tool, name))}" for name in (*OF_A_TOOL, "cohort", "good_enough")]
    lines += [f"grades = [{', '.join(map(_quoted, tool.grades))}]"]
    lines += ["not_own_team = true"] if tool.not_own_team else []
    for one in tool.questions:
        lines += ["", "[[question]]"]
        lines += [f"{name} = {_quoted(getattr(one, name))}" for name in (*OF_A_QUESTION, "answered_by", "asked_of")]
        lines += ["about_challenge = true"] if one.about_challenge else []
    return "\n".join(lines) + "\n"


def _quoted(text: str) -> str:
    return json.dumps(str(text), ensure_ascii=False).replace("\x7f", "\\u007f")  # a string of JSON is one of TOML
