"""A child in a list."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from lapwing.conduct.reading import ChildListed
from lapwing.engine.check import Outcome
from lapwing.web.showing.findings import SHOWN_FIRST, TAGS, how_old
from lapwing.web.templating import address, in_words


@dataclass(frozen=True)
class ListedChild:
    """A child in a list, in words; `open` has how many findings are open, each with the look of its outcome."""

    called: str
    href: str
    who: str
    lead: str
    open: tuple[tuple[str, str], ...]


def born_or_expected(born_on: date | None, expected_on: date | None, today: date) -> str:
    """When a child was born and how old it is, or when it is expected."""
    if born_on is not None:
        return f"Born {in_words(born_on)}, {how_old(born_on, today)}."
    return f"Expected {in_words(expected_on)}." if expected_on else ""


def listed(one: ChildListed, today: date) -> ListedChild:
    """A child as a list shows it."""
    counts = [(outcome, one.open_findings.get(outcome, 0)) for outcome in SHOWN_FIRST]
    return ListedChild(
        called=one.called,
        href=address("child", one.child),
        who=born_or_expected(one.born_on, one.expected_on, today),
        lead=", ".join(part for part in (one.lead, one.lead_agency) if part),
        open=tuple((f"{count} {Outcome(outcome).label.lower()}", TAGS[outcome]) for outcome, count in counts if count),
    )
