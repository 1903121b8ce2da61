"""Which address leads where."""

from __future__ import annotations

from django.urls import URLPattern, URLResolver, include, path, register_converter

from lapwing.web.api.app import api
from lapwing.web.pages import (
    access,
    board,
    children,
    chronology,
    findings,
    helping,
    noticing,
    observing,
    overseeing,
    recording,
    searching,
    together,
    work,
    yours,
)


class KeyConverter:
    """The key of an entry in an address; a key from a feed may have a stroke in it, which no address has."""

    regex = "[^/]+"

    def to_python(self, value: str) -> str:
        """The key, as it is."""
        return value.replace("~s", "/").replace("~t", "~")

    def to_url(self, value: str) -> str:
        """The key, as an address has it."""
        return value.replace("~", "~t").replace("/", "~s")


register_converter(KeyConverter, "key")

CHILD = [
    path("", children.page, name="child"),
    path("checks", children.checks, name="checks"),
    path("people", children.around, name="people"),
    path("plan", children.planned, name="plan"),
    path("entries", children.every_entry, name="every_entry"),
    path("weight", children.weighed, name="weight"),
    path("weight.svg", children.weight_chart, name="weight_chart"),
    path("chronology", chronology.page, name="chronology"),
    path("chronology/print", chronology.printed, name="chronology_print"),
    path("chronology/give", chronology.give, name="give_chronology"),
    path("chronology.docx", chronology.document, name="chronology_document"),
    path("record", recording.begin_about, name="begin_about"),
    path("observe", observing.page, name="observe"),
    path("observe/draft", recording.keep, {"verb": "observe"}, name="keep_observation"),
    path("do/<slug:verb>", recording.do, name="do"),
    path("do/<slug:verb>/draft", recording.keep, name="keep_draft"),
    path("findings/<str:check>/<key:subject>", findings.page, name="finding"),
    path("entries/<slug:table>", children.entries_of, name="entries"),
    path("entries/<slug:table>/<key:key>", children.entry, name="entry"),
    path("sharing", together.sharing, name="sharing"),
    path("hand-over", together.hand_over, name="hand_over"),
    path("access", access.who_may, name="who_may"),
    path("readers", access.readers, name="readers"),
]

urlpatterns: list[URLPattern | URLResolver] = [
    path("", work.home, name="home"),
    path("work", work.mine, name="work"),
    path("work/team", overseeing.team, name="team"),
    path("work/thrown-away", work.throw_away, name="throw_away"),
    path("children", children.listed, name="children"),
    path("children/<key:child>/", include(CHILD)),
    path("notices", noticing.listed, name="notices"),
    path("notices/read", noticing.read, name="notices_read"),
    path("search", searching.page, name="search"),
    path("record", recording.begin, name="begin"),
    path("do/<slug:verb>", recording.do, name="do_anywhere"),
    path("do/<slug:verb>/draft", recording.keep, name="keep_draft_anywhere"),
    path("handing-on", together.handing_on, name="handing_on"),
    path("emergency", access.emergency, name="emergency"),
    path("emergency/reviews", access.reviews, name="reviews"),
    path("you", yours.page, name="you"),
    path("you/daily-e-mail", noticing.daily_email, name="daily_email"),
    path("you/sign-out-everywhere", yours.sign_out_everywhere, name="sign_out_everywhere"),
    path("help", helping.listed, name="help"),
    path("help/<slug:name>", helping.page, name="help_page"),
    path("help/pictures/<slug:name>.png", helping.picture, name="help_picture"),
    path("account/", include("lapwing.web.account_urls")),
    path("board/", include(board.PATHS)),
    path("api/", api.urls),
]

handler400 = "lapwing.web.refusing.bad_request"
handler403 = "lapwing.web.refusing.forbidden"
handler404 = "lapwing.web.refusing.not_found"
handler429 = "lapwing.web.refusing.too_often"
handler500 = "lapwing.web.refusing.went_wrong"
