"""Which verbs answer a finding, and what their forms begin with."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, get_type_hints

from lapwing.checks import CHECKS
from lapwing.conduct.verb import VERBS
from lapwing.vocabulary.records import TABLES
from lapwing.vocabulary.tables import Table
from lapwing.web.api.bodies import codes_in
from lapwing.web.words.of_verbs import every_verb
from lapwing.web.words.written import Written, written

Among = Mapping[str, tuple[str, ...]]


@dataclass(frozen=True)
class Way:
    """One way to answer a finding: a verb, and what its form begins with.

    `takes` has parameters, each with the column of what the finding is about that fills it; `prefill` has parameters with
    the code that the check implies. Where the verb acts on an entry that the finding does not name, one is chosen: `among`
    those of these codes, by column, and of those whose column `tied_by` names what the finding is about, where there is one.
    """

    verb: str
    takes: Mapping[str, str]
    prefill: Mapping[str, str]
    among: Among
    tied_by: str | None

    def given(self, entry: Mapping[str, Any], *, child: str) -> dict[str, str]:
        """What the form begins with: `entry` has the columns of what the finding is about, `child` is whose finding it is.

        An entry of a pregnancy names no child, and the finding does.
        """
        held = {**entry, "child_id": child}
        taken = {name: str(held[column]) for name, column in self.takes.items() if held.get(column)}
        return {**self.prefill, **taken}


def answers_to(check: str) -> tuple[Way, ...]:
    """The ways to answer a finding of a check, by its code, the most natural first; KeyError where there is none of it."""
    return every_answer()[check]


def ways_to_answer(check: str) -> tuple[Way, ...]:
    """The same for any check; none for one of an area's own, for which nobody has written them."""
    return every_answer().get(check, ())


@cache
def every_answer() -> Mapping[str, tuple[Way, ...]]:
    """The ways to answer each check, by its code; WrongWords where a check has none."""
    words = written("answers.toml")
    words.known(words.values, CHECKS, "a check")
    return {code: _ways(words.part(code), check.about.table) for code, check in CHECKS.items()}


def _ways(words: Written, table: Table) -> tuple[Way, ...]:
    words.only("does", "takes", "prefill", "among")
    does = words.texts("does")
    if not does:
        raise words.refuse("does needs the verbs that answer it.")
    words.known(does, every_verb(), "a verb")
    words.known(words.part("prefill").values, does, "a verb that answers it")
    among = {name: _codes(part, name) for name, part in words.part("among").parts()}
    acted_on = [name for verb in does for name in VERBS[verb].naming.values()]
    words.known(among, acted_on, "a table of which a verb takes an entry")
    takes = {name: words.part("takes").text(name) for name in words.part("takes").values}
    words.known(takes.values(), table.names, f"a column of {table}")
    words.known(takes, [name for verb in does for name in every_verb()[verb].fields], "a parameter of a verb")
    return tuple(_way(verb, words, table, takes, among) for verb in does)


def _way(verb: str, words: Written, table: Table, takes: Mapping[str, str], among: Mapping[str, Among]) -> Way:
    fields = every_verb()[verb].fields
    by_name = {"child": "child_id", table.name: table.key, **takes}
    given = words.part("prefill").part(verb)
    given.known(given.values, fields, "a parameter of this verb")
    prefill = {name: given.text(name) for name in given.values}
    for name, code in prefill.items():
        given.known([code], _codes_of(verb, name), f"a code of {name}")
    chosen = _chosen(verb, table)
    return Way(
        verb=verb,
        takes={name: column for name, column in by_name.items() if name in fields},
        prefill=prefill,
        among=among.get(chosen.name, {}) if chosen else {},
        tied_by=_tied_by(chosen, table) if chosen else None,
    )


def _chosen(verb: str, table: Table) -> Table | None:
    """The table of which an entry is chosen: the one that the verb acts on, where the finding is about another."""
    acted_on = every_verb()[verb].on_entry
    return TABLES[acted_on] if acted_on and table.name not in VERBS[verb].naming.values() else None


def _tied_by(chosen: Table, table: Table) -> str | None:
    """The column by which an entry names what the finding is about; every entry of a record is about its child."""
    return next((one.name for one in chosen.columns if one.refers_to == table.name != "child"), None)


def _codes_of(verb: str, parameter: str) -> Iterable[str]:
    hint = get_type_hints(VERBS[verb].body)[parameter]
    return [str(code) for codes in codes_in(hint) for code in codes.labels()]


def _codes(part: Written, table: str) -> Among:
    part.known([table], TABLES, "a record table")
    codes = {column: part.texts(column) for column in part.values}
    part.known(codes, TABLES[table].names, f"a column of {table}")
    for column, held in codes.items():
        kinds = TABLES[table].column(column).codes
        part.known(held, kinds.labels() if kinds else (), f"a code of {column}")
    return codes
