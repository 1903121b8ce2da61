"""The page on the API says what happens to somebody who follows it."""

from __future__ import annotations

from email.message import Message
from io import BytesIO
from pathlib import Path
from urllib.request import HTTPHandler, Request, build_opener
from urllib.response import addinfourl

import pytest
from cast import MONDAY
from desk import Desk

from how_to import as_it_runs
from lapwing.conduct.verbs.children import record_pregnancy
from lapwing.conduct.verbs.referrals import refer

PAGE = Path(__file__).parents[2] / "docs" / "how-to" / "use-the-api.md"


class InProcess(HTTPHandler):
    """Carries what is asked over HTTP to the application here, without a network."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk

    def http_open(self, request: Request) -> addinfourl:  # type: ignore[override]
        given = {"headers": dict(request.header_items()), "content_type": request.get_header("Content-type", "")}
        body = request.data if isinstance(request.data, bytes) else b""
        answer = self.desk.client.generic(request.get_method(), request.selector, body, **given)
        headers = Message()
        for name, value in answer.headers.items():
            headers[name] = value
        found = addinfourl(BytesIO(answer.content), headers, request.full_url, answer.status_code)
        found.msg = answer.reason_phrase  # type: ignore[attr-defined]
        return found


def test_the_page_says_what_happens(desk: Desk, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    mira = desk.area.as_("Mira Wells")
    pregnancy = record_pregnancy(by=mira, on=MONDAY, given_name="Anna", family_name="Vale")
    refer(by=mira, on=MONDAY, pregnancy=pregnancy, to_agency=desk.area.agencies["Social care"])
    monkeypatch.setenv("LAPWING_URL", "http://localhost/api")
    monkeypatch.setenv("LAPWING_TOKEN", desk.token("Sela Marsh"))
    monkeypatch.setattr("urllib.request._opener", build_opener(InProcess(desk)))
    page = PAGE.read_text(encoding="utf-8")
    assert as_it_runs(page, tmp_path) == page
