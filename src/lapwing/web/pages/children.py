"""Children: the list, and one child's record."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from lapwing.conduct import reading
from lapwing.conduct.permissions import NOT_HERE
from lapwing.records.store import NoSuchEntry
from lapwing.vocabulary.records import TABLES
from lapwing.web.asking import acting
from lapwing.web.paging import pages_of
from lapwing.web.showing.child import banners, people, who, workers
from lapwing.web.showing.disagreements import disagree_with
from lapwing.web.showing.findings import FOLDED, SHOWN_FIRST, grouped
from lapwing.web.showing.listed import listed as shown_in_list
from lapwing.web.showing.offers import Offer, offers_on, offers_on_every
from lapwing.web.showing.panels import PANELS
from lapwing.web.showing.record import OpenRecord
from lapwing.web.words import table_words


def listed(request: HttpRequest) -> HttpResponse:
    """Every child within sight, by name."""
    by = acting(request)
    every = reading.children_within_sight(by=by)
    some, pages = pages_of(request, every)
    shown = [shown_in_list(one, by.today) for one in some]
    page = {"heading": "Children", "children": shown, "count": len(every), "pages": pages}
    return render(request, "children.html", page)


def page(request: HttpRequest, child: str) -> HttpResponse:
    """A child's page."""
    by = acting(request)
    record = OpenRecord(reading.read_child(by=by, child=child))
    findings = reading.findings_of(by=by, child=child)
    folded = grouped(record.child, findings, FOLDED)
    shown = {
        "heading": record.record.child.called,
        "record": record,
        "who": who(record, by.today),
        "is_born": record.record.child.born_on is not None,
        "banners": list(dict.fromkeys(banners(record))),
        "pressing": grouped(record.child, findings, SHOWN_FIRST),
        "folded": folded,
        "folded_count": sum(len(group.lines) for group in folded),
        "people": people(by, record),
        "workers": workers(record),
    }
    return render(request, "child.html", shown)


def entries_of(request: HttpRequest, child: str, table: str) -> HttpResponse:
    """The entries of one kind of a child's record, the latest first."""
    if table not in TABLES:
        raise Http404
    by = acting(request)
    record = OpenRecord(reading.read_child(by=by, child=child))
    shown = [
        Offer(record.title(table, one), record.page(table, one.key), record.who_recorded(one))
        for one in reversed(record.all(table))
    ]
    many = table_words(table).many
    page = {"heading": many[0].upper() + many[1:], "record": record, "entries": shown}
    return render(request, "entries.html", page)


def entry(request: HttpRequest, child: str, table: str, key: str) -> HttpResponse:
    """One entry: what it says, how it came to say that, and what can be done with it."""
    if table not in TABLES:
        raise Http404
    by = acting(request)
    record = OpenRecord(reading.read_child(by=by, child=child))
    one = record.entry(table, key)
    if one is None:
        raise NoSuchEntry(NOT_HERE)
    shown = {
        "heading": record.title(table, one),
        "record": record,
        "recorded": record.who_recorded(one),
        "lines": list(record.lines(table, one)),
        "history": [_version(record, table, one) for one in reversed(reading.history(by=by, table=table, key=key))],
        "disagree": disagree_with(by, record, table, one),
        "offers": list(offers_on(by, record, table, one)),
        "put_right": list(offers_on_every(by, record, table, one)),
    }
    if table not in PANELS:
        return render(request, "entry.html", shown)
    return render(request, f"entries/{table}.html", shown | dict(PANELS[table](by, record, one)))


def _version(record: OpenRecord, table: str, one: reading.VersionShown) -> dict[str, Any]:
    words = table_words(table)
    changed = [
        (words.labels[name], record.said(table, name, one.values[name]))
        for name in one.changed
        if name in words.shown and one.values.get(name) is not None
    ]
    return {"stored_at": one.stored_at, "stored_by": one.stored_by, "why": one.why, "changed": changed}
