"""Which hand-overs are traced: drawn from those sent of late, in the order of a seed, but for those that may not be given."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from lapwing.board.sampling import in_order
from lapwing.conduct.at_work import record_has_ended
from lapwing.conduct.subjects import children_of
from lapwing.conduct.taking_out import restricted_now
from lapwing.records.entries import entries


def drawn(*, seed: int, since: date, until: date) -> Iterator[tuple[str, str]]:
    """Hand-overs sent in a period with the child of each, in the order of the seed, and of no child twice.

    Left out are those of children whose records are restricted or have ended.
    """
    sent = entries("hand_over").filter(sent_on__gte=since, sent_on__lte=until)
    restricted, seen = restricted_now(), set[str]()
    for key in in_order(sent.values_list("pk", flat=True), seed):
        children = children_of("hand_over", [key])
        if children and children.isdisjoint(restricted | seen) and not record_has_ended(min(children), None):
            seen |= children
            yield key, min(children)
