"""What a form is about, in words and links."""

from __future__ import annotations

from collections.abc import Iterator

from lapwing.vocabulary.records import TABLES
from lapwing.web.forms.asking import Asking
from lapwing.web.forms.choices import WHO
from lapwing.web.showing.offers import Offer


def about(asking: Asking) -> list[Offer]:
    """The entries that a form is about, each with its page."""
    record = asking.record
    if record is None:
        return []
    found = [
        Offer(record.called(table, key), record.page(table, key) if record.entry(table, key) else "", "")
        for table, key in _named(asking)
    ]
    return list(dict.fromkeys(found))


def _named(asking: Asking) -> Iterator[tuple[str, str]]:
    for name, key in asking.fixed.items():
        table = asking.verb.naming.get(name)
        if name == "key":
            yield asking.fixed["table"], key
        elif table in TABLES and name not in WHO[:2]:
            yield str(table), key
