"""Findings as one reader is shown them: they rest on nothing that is kept from this reader.

What is stored rests on the whole record. Where a service works with a young person in private, its meetings and plans
would show in what is asked of others, and so would its decision not to share something; for these few children the
checks are made anew, of what the reader may see.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from typing import Any

from django.db.models import Count

from lapwing.conduct.acting import Acting
from lapwing.conduct.findings import Known, asked_on, found_of
from lapwing.conduct.reading.calling import in_batches
from lapwing.conduct.reading.rows import ABOUT_CHILD, rows_about
from lapwing.conduct.reading.shown import sight_of
from lapwing.engine.explain import Answer
from lapwing.records import links
from lapwing.records.entries import entries
from lapwing.records.models import Finding
from lapwing.vocabulary.care_codes import ShareDecision


def findings_seen(by: Acting, children: Collection[str], outcomes: Collection[str] | None = None) -> Iterator[Finding]:
    """The findings of these children, each by the record that is kept, with these outcomes or with any."""
    own = set(children)
    apart = own & _with_work_kept_private(by)
    for batch in in_batches(own - apart):
        found = Finding.objects.filter(child__in=batch).order_by("pk")
        yield from found if outcomes is None else found.filter(outcome__in=outcomes)
    for child in sorted(apart):
        yield from (one for one in _worked_out(by, child) if outcomes is None or one.outcome in outcomes)


def counts_seen(by: Acting, children: Collection[str], outcomes: Collection[str]) -> Iterator[tuple[str, str, int]]:
    """How many findings there are of each child with each outcome: the child, the outcome, and the number."""
    apart = set(children) & _with_work_kept_private(by)
    for batch in in_batches(set(children) - apart):
        found = Finding.objects.filter(child__in=batch, outcome__in=outcomes)
        yield from found.values_list("child", "outcome").annotate(Count("pk"))
    for child in sorted(apart):
        counted = Counter(one.outcome for one in _worked_out(by, child) if one.outcome in outcomes)
        yield from ((child, outcome, count) for outcome, count in counted.items())


def gaps_seen(by: Acting, children: Collection[str], outcomes: Collection[str]) -> Iterator[tuple[str, str, str, bool]]:
    """What the findings of each child with these outcomes are of: the child, the check, the outcome, and whether it is urgent."""
    apart = set(children) & _with_work_kept_private(by)
    for batch in in_batches(set(children) - apart):
        found = Finding.objects.filter(child__in=batch, outcome__in=outcomes)
        yield from found.values_list("child", "check_code", "outcome", "urgent")
    for child in sorted(apart):
        found_anew = (one for one in _worked_out(by, child) if one.outcome in outcomes)
        yield from ((child, one.check_code, one.outcome, one.urgent) for one in found_anew)


def _with_work_kept_private(by: Acting) -> set[str]:
    """The children with whom another service works, or worked, in private, or of whom it decided not to tell the reader's."""
    private = entries("involvement").filter(kept_private=True).exclude(agency=by.agency)
    unshared = entries("information_share").filter(decision=str(ShareDecision.NOT_SHARED), to_agency=by.agency)
    rows = [*private.values_list("child", "pregnancy"), *unshared.values_list("child", "pregnancy")]
    expected = links.one_with("pregnancy", {pregnancy for _, pregnancy in rows} - {None})
    of_pregnancies = entries("child").filter(pregnancy__in=expected).values_list("pk", flat=True) if expected else ()
    return links.one_with("child", ({child for child, _ in rows} - {None}).union(of_pregnancies))


def answers_seen(by: Acting, child: str) -> list[Answer]:
    """What the checks answer of a child, worked out now, of what this reader may see."""
    return asked_on(by.today).of(child, _seen(by, child) if child in _with_work_kept_private(by) else None)


def _worked_out(by: Acting, child: str) -> Iterator[Finding]:
    for row in found_of(asked_on(by.today), child, _seen(by, child)).values():
        yield Finding(**row, changed_at=by.at)


def _seen(by: Acting, child: str) -> Known:
    """Which rows a reader may see."""
    sight = sight_of(by, child, rows_about(child))

    def known(table: str, row: Mapping[str, Any]) -> bool:
        return table not in ABOUT_CHILD or sight.shows(table, row)

    return known
