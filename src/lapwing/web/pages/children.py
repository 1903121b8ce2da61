"""Children: the list, and one child's record."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from lapwing.conduct import reading
from lapwing.conduct.permissions import NOT_HERE
from lapwing.records.store import NoSuchEntry
from lapwing.vocabulary.records import TABLES
from lapwing.web.asking import acting
from lapwing.web.pages.work import whose
from lapwing.web.paging import pages_of
from lapwing.web.showing import network, plan
from lapwing.web.showing.around import people, workers
from lapwing.web.showing.asked import AGENCY, asked_by, usual
from lapwing.web.showing.child import banners, latest, particulars, to_lead, who
from lapwing.web.showing.findings import (
    FOLDED,
    by_heading,
    every_outcome,
    grouped,
    heading_in_words,
    heading_of,
    pressing,
)
from lapwing.web.showing.listed import listed as shown_in_list
from lapwing.web.showing.offers import Offer, offers_on_every
from lapwing.web.showing.panels import PANELS, what_next
from lapwing.web.showing.record import OpenRecord
from lapwing.web.showing.weight import WEIGHTS, chart_of, rows_of, said_of
from lapwing.web.templating import address
from lapwing.web.words import table_words


def listed(request: HttpRequest) -> HttpResponse:
    """Whom somebody works with, by name: their own children, their team's, or one practitioner's."""
    by = acting(request)
    asked = asked_by(by, request.GET)
    asked = replace(asked, whose=usual(by)) if asked.whose == AGENCY else asked
    every = reading.children_within_sight(by=by, **asked.within(by))
    some, pages = pages_of(request, every)
    shown = {
        "heading": "Children",
        "children": [shown_in_list(one, by.today) for one in some],
        "count": len(every),
        "pages": pages,
        "whose": whose(by, asked, all_of_it=False),
    }
    return render(request, "children.html", shown)


def page(request: HttpRequest, child: str) -> HttpResponse:
    """A child's overview."""
    by = acting(request)
    record = OpenRecord(reading.read_child(by=by, child=child))
    findings = reading.findings_of(by=by, child=child)
    at_work = workers(record)
    shown = {
        "heading": record.record.child.called,
        "record": record,
        "is_going_on": not record.record.child.has_ended,
        "who": who(record, by.today),
        "particulars": list(particulars(record)),
        "is_born": record.record.child.born_on is not None,
        "banners": list(dict.fromkeys(banners(record))),
        "pressing": pressing(record, findings),
        "folded": grouped(record, findings, FOLDED),
        "folded_count": sum(1 for one in findings if one.outcome in FOLDED),
        "people": people(by, record),
        "workers": at_work,
        "lead": next((one for one in at_work if one.leads), None),
        "to_lead": to_lead(by, record),
        "family": reading.family_of(by=by, child=child),
        "plans": [one for one in plan.plans(by, record) if not one.ended],
        "meetings": plan.meetings(record, by.today),
        "concerns": plan.concerns(by, record, by.today),
        "latest": latest(record, by.today),
        "has_weights": any(one.values["kind"] in WEIGHTS for one in record.all("measurement")),
    }
    return render(request, "child.html", shown)


def checks(request: HttpRequest, child: str) -> HttpResponse:
    """What every check says, by the headings of the report; narrowed by outcome and heading as the address asks."""
    by = acting(request)
    record = OpenRecord(reading.read_child(by=by, child=child))
    findings = reading.findings_of(by=by, child=child)
    outcomes = {
        str(outcome): outcome.label for outcome in every_outcome() if any(one.outcome == outcome for one in findings)
    }
    headings = {name: heading_in_words(name) for name in dict.fromkeys(heading_of(one.lesson) for one in findings)}
    outcome, heading = request.GET.get("outcome", ""), request.GET.get("heading", "")
    asked = [one for one in findings if outcome in ("", one.outcome) and heading in ("", heading_of(one.lesson))]
    shown = {
        "heading": "Checks",
        "record": record,
        "groups": by_heading(record, asked),
        "count": len(asked),
        "whole": len(findings),
        "chosen": {"outcome": outcome, "heading": heading},
        "outcomes": outcomes,
        "headings": headings,
    }
    return render(request, "checks.html", shown)


def around(request: HttpRequest, child: str) -> HttpResponse:
    """Who is around the child and who works with it, as a picture and in words."""
    by = acting(request)
    record = OpenRecord(reading.read_child(by=by, child=child))
    near, at_work = people(by, record), workers(record)
    family, agencies = network.family(near), network.agencies(record, at_work)
    shown = {
        "heading": "People and agencies",
        "record": record,
        "people": near,
        "workers": at_work,
        "before": workers(record, now=False),
        "family": family,
        "agencies": agencies,
        "picture": network.picture(record.record.child.called, family, agencies),
    }
    return render(request, "people.html", shown)


def planned(request: HttpRequest, child: str) -> HttpResponse:
    """The plans: concerns with what is done about each, what must be in place, meetings to come, decisions."""
    by = acting(request)
    record = OpenRecord(reading.read_child(by=by, child=child))
    shown = {
        "heading": "Plan",
        "record": record,
        "plans": plan.plans(by, record),
        "concerns": plan.concerns(by, record, by.today),
        "other_actions": list(plan.actions(record, by.today, concern=None)),
        "milestones": plan.milestones(record, by.today),
        "meetings": plan.meetings(record, by.today),
        "decisions": plan.decisions(record),
    }
    return render(request, "plan.html", shown)


def weighed(request: HttpRequest, child: str) -> HttpResponse:
    """The child's weights: a chart, and the table that says the same."""
    by = acting(request)
    record = OpenRecord(reading.read_child(by=by, child=child))
    found = reading.weights(by=by, child=child)
    rows = rows_of(record, found)
    shown = {
        "heading": "Weight",
        "record": record,
        "found": found,
        "rows": rows,
        "has_spaces": any(one.space for one in rows),
        "told": said_of(found) if found.weighed else "",
    }
    return render(request, "weight.html", shown)


def weight_chart(request: HttpRequest, child: str) -> HttpResponse:
    """The chart of a child's weights, as a picture."""
    found = reading.weights(by=acting(request), child=child)
    if not found.weighed:
        raise Http404
    return HttpResponse(chart_of(found), content_type="image/svg+xml")


def every_entry(request: HttpRequest, child: str) -> HttpResponse:
    """How many entries of each kind there are."""
    record = OpenRecord(reading.read_child(by=acting(request), child=child))
    kinds = [
        (table_words(name).many.capitalize(), len(record.all(name)), address("entries", child, name))
        for name in TABLES
        if record.all(name)
    ]
    return render(request, "every_entry.html", {"heading": "All entries", "record": record, "kinds": kinds})


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
        "tab": table_words(table).one.capitalize(),
        "record": record,
        "recorded": record.who_recorded(one),
        "lines": list(record.lines(table, one)),
        "history": [_version(record, table, one) for one in reversed(reading.history(by=by, table=table, key=key))],
        **what_next(by, record, table, one),
        "put_right": list(offers_on_every(by, record, table, one)),
    }
    return render(request, f"entries/{table}.html" if table in PANELS else "entry.html", shown)


def _version(record: OpenRecord, table: str, one: reading.VersionShown) -> dict[str, Any]:
    words = table_words(table)
    changed = [
        (words.labels[name], record.said(table, name, one.values[name]))
        for name in one.changed
        if name in words.shown and one.values.get(name) is not None
    ]
    return {"stored_at": one.stored_at, "stored_by": one.stored_by, "why": one.why, "changed": changed}
