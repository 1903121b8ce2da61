"""Hand-overs traced from end to end: drawn from a seed, given by name, and told to the Board in words that name nobody."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from itertools import islice

import pytest
from cast import MONDAY, Partnership, morning
from django.test import Client
from everyday import works_with

from lapwing.board.reading.traced_cases import TracingRound, hand_overs_to_trace, hand_overs_traced, tracing_rounds
from lapwing.board.tracing import drawn
from lapwing.board.verbs.tracing_rounds import draw_hand_overs, give_traced_case, set_traced_case_aside, trace_hand_over
from lapwing.conduct import reading
from lapwing.conduct.permissions import Refused
from lapwing.conduct.policies import NotPossible
from lapwing.conduct.restrictions import Grounds
from lapwing.conduct.verbs.access import restrict_record
from lapwing.conduct.verbs.children import open_record
from lapwing.records.entries import entries
from lapwing.records.models import Event, Role
from lapwing.records.store import CannotEnter, NoSuchEntry, Stamp, add
from lapwing.vocabulary.board.tracing import FamilySaid, LostAt, Traced

DUE = MONDAY + timedelta(days=21)
SURNAME = "Quillfeather"
SignedIn = Callable[[str], Client]


def handed_over(area: Partnership, number: int, *, days_ago: int = 10) -> list[str]:
    """So many children, each handed over from the midwife to the health visitor."""
    return [_handed_over(area, f"{SURNAME} {one}", days_ago) for one in range(number)]


def _handed_over(area: Partnership, name: str, days_ago: int) -> str:
    child = open_record(by=area.as_("Mira Wells"), on=MONDAY, given_name="Ana", family_name=name, born_on=MONDAY)
    values = {
        "child_id": child, "kind": "postnatal_transfer", "sent_on": MONDAY - timedelta(days=days_ago),
        "from_agency_id": area.agencies["Maternity"], "to_agency_id": area.agencies["Health visiting"],
        "from_practitioner_id": area.accounts["Mira Wells"].practitioner_id,
    }  # fmt: skip
    add("hand_over", values, Stamp(morning(MONDAY), area.accounts["Mira Wells"].pk))
    return child


def draw(area: Partnership, seed: int | None = 7) -> TracingRound:
    draw_hand_overs(by=area.as_("Bea Board"), due_on=DUE, seed=seed, on=area.day)
    return tracing_rounds(by=area.as_("Bea Board"))[0]


def give(area: Partnership, key: str, who: str = "Audra Page") -> None:
    give_traced_case(by=area.as_("Bea Board"), traced_case=key, account=area.accounts[who].pk, on=area.day)


def trace(
    area: Partnership,
    key: str,
    *,
    contact: Traced = Traced.YES,
    lost_at: LostAt = LostAt.NOWHERE,
    who: str = "Audra Page",
    family_said: FamilySaid = FamilySaid.NOT_ASKED,
) -> None:
    trace_hand_over(
        by=area.as_(who), traced_case=key, sent=Traced.YES, arrived=Traced.YES, accepted_by_name=Traced.CANNOT_TELL,
        first_contact=contact, lost_at=lost_at, family_said=family_said, on=area.day,
    )  # fmt: skip


def test_as_many_are_drawn_as_the_area_traces_and_the_same_seed_draws_the_same(area: Partnership) -> None:
    handed_over(area, 8)
    assert [one.number for one in draw(area).cases] == [1, 2, 3, 4, 5]
    again = draw(area)
    cases = entries("traced_case").order_by("tracing_round__stored_at").values_list("hand_over", flat=True)
    assert set(cases[:5]) == set(cases[5:])
    assert again.seed == 7


def test_those_sent_long_ago_or_of_restricted_records_are_not_drawn(area: Partnership) -> None:
    handed_over(area, 2, days_ago=200)
    restricted, open_to_all = handed_over(area, 2)
    works_with(area, "Mona Reed", child=restricted)
    restrict_record(
        by=area.as_("Mona Reed"), child=restricted, grounds=Grounds.RISK_OF_INJURY, says="He looks for them",
        on=area.day,
    )  # fmt: skip
    since = MONDAY - timedelta(days=90)
    assert [child for _, child in islice(drawn(seed=7, since=since, until=MONDAY), 5)] == [open_to_all]


def test_nothing_is_drawn_where_nothing_was_sent(area: Partnership) -> None:
    with pytest.raises(NotPossible, match="No hand-over"):
        draw(area)


def test_only_whoever_traces_it_sees_whose_it_is(area: Partnership) -> None:
    (child,) = handed_over(area, 1)
    (case,) = draw(area).cases
    with pytest.raises(NoSuchEntry):
        reading.read_child(by=area.as_("Audra Page"), child=child)
    give(area, case.key)
    (mine,) = hand_overs_to_trace(by=area.as_("Audra Page"))
    assert mine.child == child
    assert reading.read_child(by=area.as_("Audra Page"), child=child)
    assert hand_overs_to_trace(by=area.as_("Moss Adair")) == []
    with pytest.raises(Refused, match="given to somebody else"):
        trace(area, case.key, who="Moss Adair")
    trace(area, case.key)
    assert hand_overs_to_trace(by=area.as_("Audra Page")) == []
    with pytest.raises(NoSuchEntry):
        reading.read_child(by=area.as_("Audra Page"), child=child)


def test_nobody_traces_what_they_had_a_part_in(area: Partnership) -> None:
    (child,) = handed_over(area, 1)
    works_with(area, "Hazel Ford", child=child)
    (case,) = draw(area).cases
    for who in ("Mira Wells", "Hazel Ford"):
        with pytest.raises(NotPossible, match="choose somebody else"):
            give(area, case.key, who)
    with pytest.raises(CannotEnter, match="works with families, or an auditor"):
        give(area, case.key, "Bea Board")


def test_giving_a_case_to_another_takes_it_from_the_first(area: Partnership) -> None:
    (child,) = handed_over(area, 1)
    (case,) = draw(area).cases
    give(area, case.key)
    give(area, case.key, "Perry Stone")
    with pytest.raises(NoSuchEntry):
        reading.read_child(by=area.as_("Audra Page"), child=child)
    assert [one.child for one in hand_overs_to_trace(by=area.as_("Perry Stone"))] == [child]


def test_a_case_set_aside_gives_way_to_the_next_of_the_same_draw(area: Partnership) -> None:
    handed_over(area, 6)
    first = draw(area).cases[0]
    set_traced_case_aside(by=area.as_("Bea Board"), traced_case=first.key, reason="Nobody can take it", on=area.day)
    every = list(drawn(seed=7, since=MONDAY - timedelta(days=90), until=MONDAY))
    cases = entries("traced_case").order_by("number").values_list("hand_over", flat=True)
    assert set(cases[:5]) == {key for key, _ in every[:5]}
    assert cases[5] == every[5][0]
    with pytest.raises(NotPossible, match="no other hand-over"):
        set_traced_case_aside(
            by=area.as_("Bea Board"), traced_case=draw_key(area, 2), reason="Nobody can take it", on=area.day
        )


def draw_key(area: Partnership, number: int) -> str:
    return next(one.key for one in tracing_rounds(by=area.as_("Bea Board"))[0].cases if one.number == number)


def test_lost_nowhere_means_that_the_family_was_seen(area: Partnership) -> None:
    handed_over(area, 1)
    (case,) = draw(area).cases
    give(area, case.key)
    with pytest.raises(CannotEnter, match="lost nowhere if, and only if"):
        trace(area, case.key, contact=Traced.NO)


def test_what_was_found_is_told_once_all_are_traced_and_without_numbers(area: Partnership) -> None:
    handed_over(area, 2)
    one, two = draw(area).cases
    for case in (one, two):
        give(area, case.key)
    trace(area, one.key)
    assert tracing_rounds(by=area.as_("Sol Quill"))[0].found == ()
    trace(area, two.key, contact=Traced.NO, lost_at=LostAt.NOT_ACCEPTED)
    assert [says for _, says in tracing_rounds(by=area.as_("Sol Quill"))[0].found] == [
        "In every case",
        "In every case",
        "Cannot be told in every case",
        "Not in every case",
        "No family was asked, or none could be reached",
    ]


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ((FamilySaid.WELL, FamilySaid.WELL), "It went well for every family that was asked"),
        ((FamilySaid.WELL, FamilySaid.BADLY), "It did not go well for every family that was asked"),
        ((FamilySaid.PARTLY, FamilySaid.BADLY), "It went well for none of the families that were asked"),
        (
            (FamilySaid.WELL, FamilySaid.NOT_ASKED),
            "It went well for every family that was asked. Not every family was asked",
        ),
    ],
)
def test_what_families_said_is_told_of_a_round_together_and_to_whoever_asked(
    area: Partnership, said: tuple[FamilySaid, FamilySaid], told: str
) -> None:
    children = handed_over(area, 2)
    for case, one in zip(draw(area).cases, said, strict=True):
        give(area, case.key)
        assert dict(tracing_rounds(by=area.as_("Sol Quill"))[0].found) == {}
        trace(area, case.key, family_said=one)
    assert dict(tracing_rounds(by=area.as_("Sol Quill"))[0].found)["What families said of it"] == told
    mine = hand_overs_traced(by=area.as_("Audra Page"))
    assert {one.number: dict(one.said)["What families said of it"] for one in mine} == {
        number: one.label for number, one in enumerate(said, 1)
    }
    assert not any(child in str(mine) for child in children)
    assert hand_overs_traced(by=area.as_("Nell Frost")) == []


def test_the_boards_page_and_the_log_of_the_draw_name_no_child(area: Partnership, signed_in: SignedIn) -> None:
    children = handed_over(area, 5)
    for case in draw(area).cases:
        give(area, case.key)
    hand_overs = entries("hand_over").values_list("pk", flat=True)
    drawing = Event.objects.get(verb="draw_hand_overs")
    secret = [SURNAME, *children, *hand_overs]
    for who in ("Bea Board", "Sol Quill", "Mona Reed"):
        source = signed_in(who).get("/board/hand-overs/traced").content.decode()
        assert "Audra Page" in source
        assert [one for one in secret if one in source] == []
    assert [one for one in secret if one in drawing.details] == []


def test_whoever_traces_reads_the_hand_over_and_answers_by_the_form(area: Partnership, signed_in: SignedIn) -> None:
    area.account("Tara Finch", Role.PRACTITIONER, "Police")
    handed_over(area, 1)
    (case,) = draw(area).cases
    give(area, case.key, "Tara Finch")
    (mine,) = hand_overs_to_trace(by=area.as_("Tara Finch"))
    client = signed_in("Tara Finch")
    assert client.get(f"/children/{mine.child}/entries/hand_over/{mine.hand_over}").status_code == 200
    sent = {
        "sent": "yes", "arrived": "yes", "accepted_by_name": "no", "first_contact": "no", "lost_at": "not_accepted",
        "family_said": "badly", "on-day": "1", "on-month": "6", "on-year": "2026",
    }  # fmt: skip
    at = f"/do/trace_hand_over?traced_case={case.key}&next=/board/hand-overs/to-trace"
    assert client.get(at).status_code == 200
    assert client.post(at, sent).status_code == 302
    assert tracing_rounds(by=area.as_("Bea Board"))[0].is_done
    after = client.get("/board/hand-overs/to-trace").content.decode()
    assert "They were left without anybody, or had to begin again" in after
    assert SURNAME not in after
    assert mine.child not in after


def test_a_case_is_offered_to_those_who_trace_and_the_list_tells_nothing_of_who_worked_on_it(
    area: Partnership, signed_in: SignedIn
) -> None:
    handed_over(area, 1)
    (case,) = draw(area).cases
    form = signed_in("Bea Board").get(f"/do/give_traced_case?traced_case={case.key}").content.decode()
    assert all(name in form for name in ("Audra Page", "Mira Wells", "Mona Reed"))
    assert not any(f"{name}, " in form for name in ("Bea Board", "Sol Quill"))
