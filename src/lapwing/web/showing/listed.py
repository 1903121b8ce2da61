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


def listed(one: ChildListed, today: date) -> ListedChild:
    """A child as a list shows it."""
    if one.born_on is not None:
        who = f"Born {in_words(one.born_on)}, {how_old(one.born_on, today)}."
    else:
        who = f"Expected {in_words(one.expected_on)}." if one.expected_on else ""
    counts = [(outcome, one.open_findings.get(outcome, 0)) for outcome in SHOWN_FIRST]
    return ListedChild(
        called=one.called,
        href=address("child", one.child),
        who=who,
        lead=", ".join(part for part in (one.lead, one.lead_agency) if part),
        open=tuple((f"{count} {Outcome(outcome).label.lower()}", TAGS[outcome]) for outcome, count in counts if count),
    )
