"""Whatever is sent to the API, in the form that its description asks for or not, it answers as described."""

from __future__ import annotations

from typing import Any

import pytest
from cast import MONDAY, Partnership
from desk import Desk
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from lapwing.conduct.verb import VERBS
from lapwing.conduct.verbs.children import open_record, record_pregnancy
from lapwing.conduct.verbs.referrals import refer
from lapwing.records.entries import entries
from lapwing.vocabulary.board import EVERY_TABLE

pytestmark = [
    pytest.mark.fuzz,
    pytest.mark.django_db,
    pytest.mark.filterwarnings("ignore::DeprecationWarning"),  # of the tools that send, not of ours
]
EXAMPLES = 4
"""For each address, in each of both ways; the same ones every time."""
ASKING = ("Mira Wells", "Mona Reed", "Sam Birch", "Sela Marsh", "Ada Keys", "Bea Board")


def fill(area: Partnership) -> None:
    """A child, and one expected for whom social care was asked to act."""
    open_record(by=area.as_("Sam Birch"), on=MONDAY, given_name="Zeb", family_name="Hill", born_on=MONDAY)
    pregnancy = record_pregnancy(by=area.as_("Mira Wells"), on=MONDAY, given_name="Anna", family_name="Vale")
    refer(by=area.as_("Mira Wells"), on=MONDAY, pregnancy=pregnancy, to_agency=area.agencies["Social care"])


def known_keys() -> dict[str, list[str]]:
    """The keys of the entries that there are, by table."""
    return {name: sorted(entries(name).values_list("pk", flat=True))[:5] for name in EVERY_TABLE}


def with_keys_that_are_there(case: Any, verb: str | None, keys: dict[str, list[str]], draw: Any) -> None:
    """Puts real keys and a real day in the place of some that lead nowhere, so that verbs are reached."""
    if not isinstance(case.body, dict):
        return
    naming = dict(VERBS[verb].naming) if verb in VERBS else {}
    for name in set(case.body):
        table = naming.get(name) or ("agency" if name.endswith("agency") else None)
        if table and keys[table] and draw(st.booleans()):
            case.body[name] = draw(st.sampled_from(keys[table]))
    if "on" in case.body and draw(st.booleans()):
        case.body["on"] = str(MONDAY)


def address_with_keys(case: Any, keys: dict[str, list[str]], draw: Any) -> None:
    """The same in an address."""
    table = draw(st.sampled_from([name for name, some in keys.items() if some]))
    for name, values in (("child", keys["child"]), ("table", [table]), ("key", keys[table])):
        if name in (case.path_parameters or {}) and draw(st.booleans()):
            case.path_parameters[name] = draw(st.sampled_from(values))


def test_whatever_is_sent_is_answered_as_described(desk: Desk, area: Partnership) -> None:
    schemathesis = pytest.importorskip("schemathesis", reason="needs the requirements in requirements/fuzz.txt")
    from django.core.handlers.wsgi import WSGIHandler
    from schemathesis.checks import not_a_server_error
    from schemathesis.specs.openapi.checks import (
        content_type_conformance,
        response_schema_conformance,
        status_code_conformance,
    )

    fill(area)
    tokens = [desk.token(name) for name in ASKING]
    keys = known_keys()
    described = schemathesis.openapi.from_wsgi("/api/openapi.json", WSGIHandler())
    checks = [not_a_server_error, status_code_conformance, content_type_conformance, response_schema_conformance]
    answered: dict[int, int] = {}

    def send(operation: Any, mode: Any) -> None:
        verb = operation.path.partition("/do/")[2] or None

        @settings(
            max_examples=EXAMPLES,
            derandomize=True,
            database=None,
            deadline=None,
            phases=[Phase.generate],
            suppress_health_check=list(HealthCheck),
        )
        @given(case=operation.as_strategy(generation_mode=mode), data=st.data())
        def sent(case: Any, data: Any) -> None:
            with_keys_that_are_there(case, verb, keys, data.draw)
            address_with_keys(case, keys, data.draw)
            case.headers["Authorization"] = f"Bearer {data.draw(st.sampled_from(tokens))}"
            answer = case.call_and_validate(checks=checks)
            answered[answer.status_code] = answered.get(answer.status_code, 0) + 1

        sent()

    for result in described.get_all_operations():
        for mode in schemathesis.GenerationMode:
            send(result.ok(), mode)
    assert {200, 403, 404, 422} <= set(answered), "what is sent no longer reaches all parts of the API"
