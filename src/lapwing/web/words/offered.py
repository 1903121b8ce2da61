"""When a button makes sense on an entry, from what the entry says and who looks at it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from lapwing.vocabulary.tables import Table
from lapwing.web.words.written import Written

NOTHING = ""
"""Among the codes of a column: that it is empty."""


@dataclass(frozen=True)
class Offered:
    """What has to hold of an entry's columns. One is filled where it holds something other than no.

    All of `unless` are empty, all of `once` are filled, and one of `either`; a column of `among` holds one of these codes.
    One of `ours` holds the reader's agency, and one of `mine` the reader, or all of them are empty; none of `others`
    holds the reader. Whether somebody may do it is asked apart from this, when they do.
    """

    unless: tuple[str, ...] = ()
    once: tuple[str, ...] = ()
    either: tuple[str, ...] = ()
    ours: tuple[str, ...] = ()
    mine: tuple[str, ...] = ()
    others: tuple[str, ...] = ()
    among: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def makes_sense_on(self, entry: Mapping[str, Any], *, agency: str | None, practitioner: str | None) -> bool:
        """Whether to offer it on this entry, by column, to somebody of an agency."""
        holds = (
            not any(entry.get(column) for column in self.unless),
            all(entry.get(column) for column in self.once),
            not self.either or any(entry.get(column) for column in self.either),
            all(str(entry.get(column) or NOTHING) in codes for column, codes in self.among.items()),
            _is_theirs(entry, self.ours, agency),
            _is_theirs(entry, self.mine, practitioner),
            practitioner is None or practitioner not in [entry.get(column) for column in self.others],
        )
        return all(holds)

    def columns(self) -> Iterator[str]:
        """Every column that it looks at."""
        for columns in (self.unless, self.once, self.either, self.ours, self.mine, self.others, self.among):
            yield from columns


def _is_theirs(entry: Mapping[str, Any], columns: tuple[str, ...], reader: str | None) -> bool:
    held = [entry[column] for column in columns if entry.get(column)]
    return not held or reader in held


def read_offered(part: Written, table: Table | None) -> Offered:
    """What stands in TOML, by the columns of the table on whose entries the verb acts."""
    part.only("unless", "once", "either", "ours", "mine", "others", "among")
    among = part.part("among")
    offered = Offered(
        unless=part.texts("unless"),
        once=part.texts("once"),
        either=part.texts("either"),
        ours=part.texts("ours"),
        mine=part.texts("mine"),
        others=part.texts("others"),
        among={column: among.texts(column) for column in among.values},
    )
    part.known(offered.columns(), table.names if table else (), f"a column of {table}")
    for column, codes in offered.among.items():
        kinds = table.column(column).codes if table else None
        among.known([code for code in codes if code != NOTHING], kinds.labels() if kinds else (), f"a code of {column}")
    return offered
