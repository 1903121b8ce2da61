"""`lapwing reviews`: thematic analysis of case reviews, a command each."""

from __future__ import annotations

import typer

from lapwing.cli import (
    reviewing_agreement,
    reviewing_code,
    reviewing_digest,
    reviewing_invent,
    reviewing_messages,
    reviewing_prevalence,
    reviewing_read,
    reviewing_refi,
    reviewing_report,
    reviewing_search,
    reviewing_suggest,
    reviewing_themes,
)

reviews = typer.Typer(
    no_args_is_help=True,
    help="From case reviews to themes, agreement, prevalence, messages and a digest.",
)
reviews.command("invent")(reviewing_invent.invent)
reviews.command("search")(reviewing_search.search_passages)
reviews.command("themes")(reviewing_themes.themes)
reviews.command("read")(reviewing_read.read_files)
reviews.command("code")(reviewing_code.code)
reviews.command("suggest")(reviewing_suggest.suggest_passages)
reviews.command("assign")(reviewing_agreement.assign)
reviews.command("agree")(reviewing_agreement.agree)
reviews.command("prevalence")(reviewing_prevalence.count_themes)
reviews.add_typer(reviewing_messages.messages_app, name="messages")
reviews.add_typer(reviewing_digest.digest_app, name="digest")
reviews.command("report")(reviewing_report.report)
reviews.command("import")(reviewing_refi.bring)
reviews.command("export")(reviewing_refi.export)
