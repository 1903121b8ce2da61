"""The API: who is let in, what is read and done, and what is said where it is not."""

from __future__ import annotations

import json
from datetime import date, timedelta
from typing import Any, get_type_hints

import pytest
from brought_in import brought_in, of_rows
from cast import MONDAY, Partnership
from desk import NOON, Answer, Desk

from lapwing.conduct.matching import find_matches
from lapwing.conduct.may import FRONT_LINE
from lapwing.conduct.permissions import Refused
from lapwing.conduct.policies import NotPossible
from lapwing.conduct.verb import VERBS, Verb
from lapwing.conduct.verbs.referrals import acknowledge_referral
from lapwing.records.entries import entries
from lapwing.records.models import Event
from lapwing.records.store import CannotEnter, ChangedMeanwhile, NoSuchEntry, add, amend
from lapwing.web.api.app import api
from lapwing.web.api.bodies import codes_in
from lapwing.web.api.verbs import changed_meanwhile


@pytest.fixture
def pregnancy(desk: Desk) -> str:
    answer = desk.do("Mira Wells", "record_pregnancy", given_name="Anna", family_name="Vale", expected_on="2026-09-01")
    return str(answer.body["entry"])


@pytest.fixture
def child(pregnancy: str) -> str:
    return str(entries("child").get(pregnancy=pregnancy).pk)


@pytest.fixture
def referral(desk: Desk, area: Partnership, pregnancy: str) -> str:
    answer = desk.do("Mira Wells", "refer", pregnancy=pregnancy, to_agency=area.agencies["Social care"])
    return str(answer.body["entry"])


def said_by_conduct(kind: type[Exception], done: Any) -> str:
    with pytest.raises(kind) as refusal:
        done()
    return str(refusal.value)


# Who is let in


@pytest.mark.parametrize(
    ("token", "says"),
    [
        (None, "needs a token"),
        ("", "not known here"),
        ("anything", "not known here"),
        ("\u00e9\u00e8", "not known here"),
    ],
)
def test_nobody_is_let_in_without_a_token_that_is_known(desk: Desk, token: str | None, says: str) -> None:
    answer = desk.ask("get", "me", token)
    assert (answer.status, answer.headers["WWW-Authenticate"]) == (401, "Bearer")
    assert says in answer.says


def test_a_token_that_expired_or_was_withdrawn_says_when(desk: Desk) -> None:
    expired = desk.ask("get", "me", desk.token("Mira Wells", ends_at=NOON))
    withdrawn = desk.ask("get", "me", desk.token("Mira Wells", withdrawn_at=NOON - timedelta(hours=1)))
    assert (expired.status, withdrawn.status) == (401, 401)
    assert expired.says == "This token expired on 1 June 2026. Ask an administrator of the partnership for a new one."
    assert withdrawn.says.startswith("This token was withdrawn on 1 June 2026.")


def test_the_token_of_an_account_that_has_ended_lets_nobody_in(desk: Desk, area: Partnership) -> None:
    mira = area.accounts["Mira Wells"]
    mira.ended_at = NOON
    mira.save()
    answer = desk.get("Mira Wells", "me")
    assert (answer.status, answer.says[:40]) == (401, "The account of this token has ended. Ask")


def test_another_way_of_signing_in_is_none(desk: Desk) -> None:
    answer = desk.ask("get", "me", None, HTTP_AUTHORIZATION="Basic bWlyYTpzZWNyZXQ=")
    assert (answer.status, "needs a token" in answer.says) == (401, True)


def test_a_token_says_whose_it_is_and_what_they_may_do(desk: Desk) -> None:
    answer = desk.get("Mira Wells", "me")
    assert (answer.status, answer.body["name"], answer.body["agency_name"]) == (200, "Mira Wells", "Maternity")
    assert "refer" in answer.body["may"]
    assert "refer" not in desk.get("Ada Keys", "me").body["may"]


# Reading


def test_children_are_listed_and_opened(desk: Desk, child: str) -> None:
    listed = desk.get("Mira Wells", "children").body
    assert (listed["count"], listed["children"][0]["child"]) == (1, child)
    record = desk.get("Mira Wells", f"children/{child}").body
    assert record["child"]["called"] == "Unborn child of Anna Vale"
    assert record["entries"]["expected_date"][0]["values"]["expected_on"] == "2026-09-01"
    assert desk.get("Mira Wells", "children?start=1").body == {"count": 1, "children": []}


def test_findings_worklist_history_and_readers_are_given(desk: Desk, child: str, referral: str) -> None:
    findings = desk.get("Mira Wells", f"children/{child}/findings").body
    lines = desk.get("Mira Wells", "worklist").body["lines"]
    assert {one["check"] for one in findings if one["is_open"]} == {line["check"] for line in lines}
    (version,) = desk.get("Mira Wells", f"entries/referral/{referral}/history").body
    assert (version["number"], version["stored_by"]) == (1, "Mira Wells")
    assert [one["what"] for one in desk.get("Mira Wells", f"children/{child}/readers").body] == [
        "readers",
        "history",
        "findings",
    ]
    then = desk.get("Mira Wells", f"children/{child}/as-known-on/{MONDAY}").body
    assert set(then["entries"]) >= {"referral", "pregnancy"}


def test_a_name_is_looked_for_in_the_body_and_stands_in_no_address(desk: Desk, child: str) -> None:
    answer = desk.ask("post", "search", desk.token("Mira Wells"), {"text": "anna vale"})
    assert [one["child"] for one in answer.body["children"]] == [child]


def test_a_worklist_is_narrowed_to_ones_own_work_a_team_or_a_practitioner(desk: Desk, referral: str) -> None:
    counts = {
        asked: desk.get("Mona Reed", f"worklist?{asked}").body["count"]
        for asked in ("", "own=true", "team=Community", "team=Ward", "practitioner=nobody")
    }
    assert counts[""] == counts["team=Community"] > 0
    assert counts["own=true"] == counts["team=Ward"] == counts["practitioner=nobody"] == 0
    assert desk.get("Mira Wells", "worklist?own=true").body["count"] == counts[""]
    assert desk.get("Mira Wells", "worklist?team=Ward").status == 403


def test_what_waits_is_given_with_its_clock_and_whose_turn_it_is(desk: Desk, referral: str) -> None:
    (one,) = [one for one in desk.get("Mira Wells", "waiting").body["waits"] if one["table"] == "referral"]
    assert (one["kind"], one["key"], one["whose"]) == ("referral_of_mine", referral, "Social care")
    assert one["due_on"] == str(MONDAY + timedelta(days=1))


def test_notices_are_given_and_marked_as_read(desk: Desk, child: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("lapwing.conduct.verb.transaction.on_commit", lambda tell: tell())
    desk.do("Mira Wells", "refer", child=child, to_agency=desk.area.agencies["Social care"])
    (one,) = desk.get("Sela Marsh", "notices").body
    assert one["what"].startswith("A referral has come to your agency.")
    token = desk.token("Sela Marsh")
    assert desk.ask("post", "notices/read", token, {"up_to": one["number"]}).body == {"count": 1}
    assert desk.ask("post", "notices/read", token, {"up_to": "all"}).status == 422
    assert desk.get("Sela Marsh", "notices").body[0]["read_at"] is not None


def test_agencies_and_who_works_there_are_given_by_key(desk: Desk) -> None:
    named = {one["name"]: one["agency"] for one in desk.get("Mira Wells", "agencies").body}
    assert named == desk.area.agencies
    there = desk.get("Mira Wells", f"agencies/{named['Police']}/practitioners").body
    assert [(one["name"], one["role"]) for one in there] == [("Perry Stone", "Police officer")]
    assert desk.get("Mira Wells", "agencies/nowhere/practitioners").status == 404
    assert desk.get("Bea Board", f"agencies/{named['Police']}/practitioners").status == 403


def test_a_family_is_given_as_far_as_it_is_in_sight(desk: Desk, child: str) -> None:
    assert desk.get("Mira Wells", f"children/{child}/family").body == []
    assert desk.get("Perry Stone", f"children/{child}/family").status == 404


def test_an_officer_is_given_the_worklist_without_identities(desk: Desk, referral: str) -> None:
    lines = desk.get("Bea Board", "worklist").body["lines"]
    assert lines
    assert all(line["pseudonym"] and not line["children"] for line in lines)
    assert desk.get("Bea Board", "children").status == 403


# Doing


def test_every_verb_has_an_address_and_is_described(desk: Desk) -> None:
    description = desk.ask("get", "openapi.json", None).body
    for verb in VERBS.values():
        described = description["paths"][f"/api/do/{verb.name}"]["post"]
        assert described["summary"] == verb.means
        assert "Who may: " in described["description"]
        assert set(described["responses"]) == {"200", "401", "403", "404", "409", "413", "422"}
    assert {path for path in description["paths"] if "/do/" in path} == {f"/api/do/{name}" for name in VERBS}


def test_codes_are_described_with_their_words_and_no_two_lists_share_a_name(desk: Desk) -> None:
    schemas = desk.ask("get", "openapi.json", None).body["components"]["schemas"]
    lists = {codes for verb in VERBS.values() for codes in codes_in_signature(verb.body)}
    assert len({codes.__name__ for codes in lists}) == len(lists)
    for codes in lists:
        assert schemas[codes.__name__]["enum"] == list(codes.labels())
        assert all(label in schemas[codes.__name__]["description"] for label in codes.labels().values())


def codes_in_signature(body: Any) -> set[Any]:
    return {codes for hint in get_type_hints(body).values() for codes in codes_in(hint)}


def test_a_verb_answers_with_the_key_of_what_it_entered_or_with_nothing(
    desk: Desk, area: Partnership, referral: str
) -> None:
    assert entries("referral").filter(pk=referral, to_agency=area.agencies["Social care"]).exists()
    done = desk.do("Sam Birch", "acknowledge_referral", referral=referral, seen=1)
    assert (done.status, done.body) == (200, {})
    assert list(Event.objects.values_list("verb", flat=True)) == ["record_pregnancy", "refer", "acknowledge_referral"]


def test_a_verb_that_gives_back_no_key_has_it_in_answer_and_a_token_lets_a_system_in(
    desk: Desk, area: Partnership
) -> None:
    ward = {"email": "ward@example.org", "name": "Ward system", "agency": area.agencies["Maternity"]}
    account = desk.do("Ada Keys", "open_system_account", **ward).body["answer"]
    issued = desk.do("Ada Keys", "issue_token", account=account, name="Ward", days=30)
    me = desk.ask("get", "me", issued.body["answer"])
    assert (me.status, me.body["name"], me.body["is_system"]) == (200, "Ward system", True)


# What is said where it is not done: the same as everywhere


def test_403_says_why_and_who_can(desk: Desk, area: Partnership, referral: str) -> None:
    answer = desk.do("Mira Wells", "acknowledge_referral", referral=referral)
    says = said_by_conduct(
        Refused, lambda: acknowledge_referral(by=area.as_("Mira Wells"), on=MONDAY, referral=referral)
    )
    assert (answer.status, answer.says) == (403, says)


def test_404_does_not_say_whether_it_is_there(desk: Desk, area: Partnership, referral: str) -> None:
    answer = desk.do("Perry Stone", "acknowledge_referral", referral=referral)
    says = said_by_conduct(
        NoSuchEntry, lambda: acknowledge_referral(by=area.as_("Perry Stone"), on=MONDAY, referral=referral)
    )
    assert (answer.status, answer.says) == (404, says)
    assert desk.do("Perry Stone", "acknowledge_referral", referral="no key").body == answer.body


def test_409_says_what_can_be_done_instead(desk: Desk, area: Partnership, referral: str) -> None:
    desk.do("Sam Birch", "acknowledge_referral", referral=referral)
    answer = desk.do("Sela Marsh", "acknowledge_referral", referral=referral)
    says = said_by_conduct(
        NotPossible, lambda: acknowledge_referral(by=area.as_("Sela Marsh"), on=MONDAY, referral=referral)
    )
    assert (answer.status, answer.says) == (409, says)


def test_409_gives_what_somebody_else_changed_meanwhile(desk: Desk, area: Partnership, referral: str) -> None:
    amend("referral", referral, {"primary_need": "N1"}, area.as_("Sela Marsh").stamp())
    answer = desk.do("Sam Birch", "acknowledge_referral", referral=referral, seen=1)
    assert answer.status == 409
    assert answer.says.startswith("Somebody changed this referral while you had it open, on 1 June 2026")
    assert (answer.body["version"], answer.body["changes"]) == (2, {"primary_need": "N1"})
    assert desk.do("Sam Birch", "acknowledge_referral", referral=referral, seen=2).status == 200


def test_409_keeps_back_what_the_reader_may_not_see(desk: Desk, area: Partnership, pregnancy: str) -> None:
    mira = area.accounts["Mira Wells"]
    values = {"from_agency_id": mira.agency_id, "to_agency_id": area.agencies["Social care"], "about": "Delay"}
    key = add("disagreement", {"pregnancy_id": pregnancy, **values}, area.as_("Mira Wells").stamp())
    theirs = {"raised_by": mira.practitioner_id, "raised_on": MONDAY, "about": "The end of the work"}
    amend("disagreement", key, theirs, area.as_("Mira Wells").stamp())
    verb = Verb("resolve", FRONT_LINE, {"disagreement": "disagreement"}, acknowledge_referral)
    refusal = ChangedMeanwhile("disagreement", theirs, NOON)

    def changes(name: str) -> Any:
        answer = changed_meanwhile(area.as_(name), verb, {"disagreement": key}, refusal)
        return json.loads(answer.content).get("changes")

    assert changes("Sela Marsh") == {"raised_by": "withheld", "raised_on": "2026-06-01", "about": "The end of the work"}
    assert changes("Mona Reed")["raised_by"] == mira.practitioner_id
    assert changes("Perry Stone") is None


@pytest.mark.parametrize(
    ("given", "says"),
    [
        ({}, "to_agency: is missing; needs text."),
        ({"to_agency": 3}, "to_agency: has a number; needs text."),
        (
            {"to_agency": "x", "source": "Anna"},
            "source: has “Anna”; needs one of individual, education, general_practice",
        ),
        ({"to_agency": "x", "source": ["x"]}, "source: has a list; needs one of individual"),
        ({"to_agency": "x", "on": "Vale"}, "on: has text; needs a day such as 2026-03-14."),
        ({"to_agency": "x", "on": 0}, "on: has a number; needs a day such as 2026-03-14."),
        ({"to_agency": "x", "on": "2026-02-30"}, "on: has text; needs a day such as 2026-03-14."),
        ({"to_agency": "x\x00"}, "to_agency: has text; needs text."),
        (
            {"to_agency": "x", "Vale": 1},
            "There is a field here that this does not take; it takes on, child, pregnancy,",
        ),
        ({"to_agency": "x"}, "to_agency_id: there is no such agency here."),
        ({"to_agency": "x", "on": "2026-06-02"}, "on: has 2 June 2026, which lies ahead"),
    ],
)
def test_422_says_the_field_what_it_has_and_what_it_needs(
    desk: Desk, pregnancy: str, given: dict[str, Any], says: str
) -> None:
    answer = desk.do("Mira Wells", "refer", pregnancy=pregnancy, **given)
    assert (answer.status, answer.says[: len(says)]) == (422, says)
    assert "Vale" not in answer.says


@pytest.mark.parametrize(
    ("body", "says"),
    [
        ("[1", "The body cannot be read; needs a JSON object, in UTF-8."),
        (b"\xff\xfe", "The body cannot be read; needs a JSON object, in UTF-8."),
        ("[" * 100_000, "The body cannot be read; needs a JSON object, in UTF-8."),
        ("[]", "The body: needs a JSON object."),
        ('{"on": "2026-06-01", "babies": 1e400}', "babies: has a number; needs a whole number."),
        ('{"on": "2026-06-01", "babies": true}', "babies: has a yes or no; needs a whole number."),
        ('{"on": "2026-06-01", "given_name": "\\ud800"}', "given_name: has text; needs text."),
        ("", "The body is missing; needs a JSON object."),
    ],
)
def test_422_is_said_of_a_body_that_cannot_be_read(desk: Desk, body: str | bytes, says: str) -> None:
    answer = desk.ask("post", "do/record_pregnancy", desk.token("Mira Wells"), body)
    assert (answer.status, answer.says) == (422, says)


@pytest.mark.parametrize(
    ("address", "says"),
    [
        ("children?start=x", "start: has text; needs a whole number from 0."),
        ("children?at_most=100000", "at_most: has text; needs a whole number from 1 to 1000."),
        ("children/c/as-known-on/tuesday", "day: has text; needs a day such as 2026-03-14."),
    ],
)
def test_422_is_said_of_an_address_too(desk: Desk, address: str, says: str) -> None:
    answer = desk.get("Mira Wells", address)
    assert (answer.status, answer.says) == (422, says)


def test_a_day_that_no_record_has_is_refused_by_the_store(desk: Desk, area: Partnership) -> None:
    answer = desk.do("Mira Wells", "open_record", given_name="Zeb", born_on="0001-01-01")
    stamp = area.as_("Mira Wells").stamp()
    born_on = date(1, 1, 1)
    assert (answer.status, answer.says) == (
        422,
        said_by_conduct(CannotEnter, lambda: add("person", {"born_on": born_on}, stamp)),
    )


def test_413_is_said_of_a_body_that_is_too_large(desk: Desk) -> None:
    answer = desk.do("Mira Wells", "open_record", given_name="x" * 1_000_001)
    assert (answer.status, answer.says) == (413, "This is too large to be one entry. Send less at once.")


@pytest.mark.parametrize(
    ("method", "address", "status", "says"),
    [
        ("post", "do/forget", 404, "There is nothing at this address."),
        ("get", "nothing/here", 404, "There is nothing at this address."),
        ("delete", "children", 405, "This address does not take such a request."),
        ("get", "do/refer", 405, "This address does not take such a request."),
    ],
)
def test_a_wrong_address_is_answered_with_a_sentence(
    desk: Desk, method: str, address: str, status: int, says: str
) -> None:
    answer = desk.ask(method, address, desk.token("Mira Wells"))
    assert (answer.status, answer.says[: len(says)]) == (status, says)


@pytest.mark.parametrize("debug", [True, False])
def test_a_fault_of_ours_shows_nothing_of_itself(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, settings: Any, debug: bool
) -> None:
    def fails(**_: Any) -> None:
        raise RuntimeError("Anna Vale")

    settings.DEBUG = debug
    monkeypatch.setattr("lapwing.conduct.reading.worklist", fails)
    answer = desk.get("Mira Wells", "worklist")
    assert (answer.status, answer.says[:48]) == (500, "Something went wrong here, and nothing was saved")
    assert "Vale" not in str(answer.body)


def test_every_answer_is_sealed(desk: Desk) -> None:
    answers: list[Answer] = [
        desk.get("Mira Wells", "me"),
        desk.ask("get", "me", None),
        desk.get("Mira Wells", "nothing"),
        desk.ask("get", "openapi.json", None),
    ]
    for answer in answers:
        assert answer.headers["Cache-Control"] == "no-store"
        assert answer.headers["X-Content-Type-Options"] == "nosniff"
        assert answer.headers["Content-Security-Policy"] == "default-src 'none'; frame-ancestors 'none'"
        assert "Set-Cookie" not in answer.headers
    assert api.docs_url is None


# What waits for those who look after the record


def test_contradictions_are_listed_with_both_sides_and_settled_by_their_number(desk: Desk, area: Partnership) -> None:
    brought_in(of_rows(agency=[{"agency_id": "S", "name": "Vale"}]))
    amend("agency", "maternity:S", {"name": "Vale School"}, area.as_("Ada Keys").stamp())
    brought_in(of_rows(agency=[{"agency_id": "S", "name": "Dale"}]), mark="second")
    (one,) = desk.get("Ada Keys", "contradictions").body
    assert (one["table"], one["key"], one["columns"]) == ("agency", "maternity:S", ["name"])
    assert [(side["feed"], side["values"]["name"]) for side in one["sides"]] == [
        (None, "Vale School"),
        ("maternity", "Dale"),
    ]
    done = desk.do("Ada Keys", "settle_contradiction", reconciliation=one["number"], outcome="They told us.")
    assert (done.status, desk.get("Ada Keys", "contradictions").body) == (200, [])
    assert desk.get("Audra Page", "contradictions").status == 403


def test_records_that_may_be_of_one_person_are_listed_with_what_speaks_for_it(desk: Desk, area: Partnership) -> None:
    for agency in ("Mira Wells", "Sam Birch"):
        given = {"given_name": "Tess", "family_name": "Vale", "born_on": "2011-03-02"}
        assert desk.do(agency, "open_record", **given).status == 200
    find_matches(at=NOON)
    (one,) = desk.get("Ada Keys", "possible-matches").body
    assert (one["table"], one["how"]) == ("person", "likely")
    assert "Same date of birth." in one["speaks_for"]
    assert [side["person"]["given_name"] for side in one["sides"]] == ["Tess", "Tess"]
    assert "score" not in json.dumps(one)
    assert desk.get("Ada Keys", "possible-matches?start=1").body == []
    assert desk.get("Mira Wells", "possible-matches").status == 403
