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

QUERY = {"ignore_unknown_options": True}
"""A query may begin with -word, which is then no option."""

reviews = typer.Typer(
    no_args_is_help=True,
    help="Study case reviews: themes, counts, a digest.",
)
reviews.command("invent", short_help="Write invented case reviews to try things on.")(reviewing_invent.invent)
reviews.command("read", short_help="Read files and folders into a project.")(reviewing_read.read_files)
reviews.command("search", short_help="Search the passages of all documents.", context_settings=QUERY)(
    reviewing_search.search_passages
)
reviews.command("themes", short_help="Show the theme book, or keep a new version.")(reviewing_themes.themes)
reviews.command("code", short_help="Code passages or whole documents to themes.")(reviewing_code.code)
reviews.command("suggest", short_help="Suggest passages to code; accept or decline them.")(
    reviewing_suggest.suggest_passages
)
reviews.command("assign", short_help="Hand documents to several coders; lock the coding.")(reviewing_agreement.assign)
reviews.command("agree", short_help="Say how far coders agree, and settle the rest.")(reviewing_agreement.agree)
reviews.command("prevalence", short_help="Count themes by age and year, as n of N.")(reviewing_prevalence.count_themes)
reviews.add_typer(
    reviewing_messages.messages_app, name="messages", short_help="Recurring messages as n of N, and what follows."
)
reviews.add_typer(
    reviewing_digest.digest_app, name="digest", short_help="Reduce a report to its findings; check a digest."
)
reviews.command("report", short_help="Write prevalence, matrix and agreement as a page.")(reviewing_report.report)
reviews.command("import", short_help="Bring in what another tool exported.")(reviewing_refi.bring)
reviews.command("export", short_help="Write the analysis for another tool.")(reviewing_refi.export)
