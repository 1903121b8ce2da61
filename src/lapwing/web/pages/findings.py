"""One finding: why it stands, what would meet it, and what to do if it does not fit."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from lapwing.conduct import reading
from lapwing.conduct.acting import Acting
from lapwing.conduct.reading import FindingExplained
from lapwing.conduct.verb import VERBS
from lapwing.engine.check import Outcome
from lapwing.report.explained import ToldFact
from lapwing.web.asking import acting
from lapwing.web.showing.findings import heading_in_words, heading_of, tag
from lapwing.web.showing.offers import Offer, may_here, to_do
from lapwing.web.showing.record import OpenRecord
from lapwing.web.templating import address, in_words
from lapwing.web.words import Way, words_of
from lapwing.web.words.of_checks import ways_to_answer


def page(request: HttpRequest, child: str, check: str, subject: str) -> HttpResponse:
    """A finding, explained."""
    by = acting(request)
    record = OpenRecord(reading.read_child(by=by, child=child))
    explained = reading.explain_finding(by=by, child=child, check=check, subject=subject)
    one = explained.finding
    back = request.get_full_path()
    shown = {
        "heading": one.question,
        "record": record,
        "explained": explained,
        "one": one,
        "look": tag(Outcome(one.outcome), one.urgent),
        "about": _about(record, one.subject),
        "in_force": list(_exceptions(record, explained, by)),
        "of_heading": f"{address('checks', child)}?{urlencode({'heading': heading_of(one.lesson.id)})}",
        "heading_of": heading_in_words(heading_of(one.lesson.id)),
        "facts": [_fact(record, explained, fact) for fact in one.facts if fact.value is not None],
        "does": list(what_meets_it(by, record, explained, back)),
        "answers": {said.number: list(_decide(by, record, said.number, back)) for said in explained.said},
        "set_aside": list(_set_aside(by, record, explained, back)) if explained.is_open else [],
        "outcomes": {str(outcome): outcome.label for outcome in Outcome},
    }
    return render(request, "finding.html", shown)


def _about(record: OpenRecord, subject: str) -> Offer | None:
    """What the finding is about, where that is an entry of its own."""
    table = record.table_of(subject)
    if table in (None, "child", "pregnancy"):
        return None
    return Offer(record.called(str(table), subject), record.page(str(table), subject), "")


def _exceptions(record: OpenRecord, explained: FindingExplained, by: Acting) -> Iterator[dict[str, str]]:
    """The exceptions that set this finding aside now: until when, why, and who decided."""
    one = explained.finding
    for entry in record.all("exception"):
        values = entry.values
        apart = [values[name] for name in ("concern_id", "meeting_id") if values.get(name) is not None]
        until = values.get("expires_on")
        if values.get("check") != one.check or one.subject not in (apart or [one.subject]):
            continue
        if until is None or until >= by.today:
            said = (record.said("exception", "reason", values.get("reason")), values.get("says"))
            yield {
                "until": in_words(until) or "further notice",
                "why": ". ".join(text.rstrip(".") for text in said if text) + ".",
                "who": ", ".join(
                    part
                    for part in (
                        record.record.names.get(values.get("decided_by") or ""),
                        in_words(values.get("decided_on")),
                    )
                    if part
                ),
                "href": record.page("exception", entry.key),
            }


def _fact(record: OpenRecord, explained: FindingExplained, fact: ToldFact) -> dict[str, Any]:
    entries = [
        (record.called(table, key), record.page(table, key))
        for key in fact.records
        if (table := explained.behind.get(key)) is not None and record.entry(table, key) is not None
    ]
    return {"label": fact.label, "said": fact.said, "records": entries}


def what_meets_it(by: Acting, record: OpenRecord, explained: FindingExplained, back: str) -> Iterator[Offer]:
    """The forms that would meet a finding, for whoever may fill them in."""
    one = explained.finding
    about = record.entry_of(one.subject)
    for way in ways_to_answer(one.check):
        words = words_of(way.verb)
        if not may_here(by, record, VERBS[way.verb]):
            continue
        given = way.given(about.values if about else {}, child=record.child)
        for named in _acted_on(by, record, way, given, one.subject):
            asked = {**given, **named, "next": back}
            asked.pop("child", None)
            yield Offer(_called(record, words.title, named), to_do(way.verb, record.child, **asked), words.hint)


def _acted_on(
    by: Acting, record: OpenRecord, way: Way, given: Mapping[str, str], subject: str
) -> Iterator[dict[str, str]]:
    """The entries on which a verb can act to answer a finding: none needs naming, or each of those that fit."""
    words = words_of(way.verb)
    table = words.on_entry
    named = [given[name] for name, of in VERBS[way.verb].naming.items() if of == table and name in given]
    if table is None or named:
        about = record.entry(table, named[0]) if table is not None else None
        if about is None or words.offered.makes_sense_on(about.values, agency=by.agency, practitioner=by.practitioner):
            yield {}
        return
    parameter = next(name for name, of in VERBS[way.verb].naming.items() if of == table)
    for entry in record.all(table):
        fits = all(str(entry.values.get(column) or "") in codes for column, codes in way.among.items())
        is_tied = way.tied_by is None or entry.values.get(way.tied_by) == subject
        makes_sense = words.offered.makes_sense_on(entry.values, agency=by.agency, practitioner=by.practitioner)
        if fits and is_tied and makes_sense:
            yield {parameter: entry.key}


def _called(record: OpenRecord, title: str, named: Mapping[str, str]) -> str:
    """What the offer is called; of an entry that was chosen, with that."""
    for key in named.values():
        table = record.table_of(key)
        if table is not None:
            return f"{title} ({record.called(table, key)})"
    return title


def _set_aside(by: Acting, record: OpenRecord, explained: FindingExplained, back: str) -> Iterator[Offer]:
    given = {"check": explained.finding.check, "subject": explained.finding.subject, "next": back}
    for name in ("answer_finding", "set_aside"):
        if may_here(by, record, VERBS[name]):
            yield Offer(words_of(name).title, to_do(name, record.child, **given), "")


def _decide(by: Acting, record: OpenRecord, answer: int, back: str) -> Iterator[Offer]:
    for name in ("agree_with_answer", "disagree_with_answer"):
        if may_here(by, record, VERBS[name]):
            yield Offer(words_of(name).title, to_do(name, record.child, answer=str(answer), next=back), "")
