"""`lapwing reviews`: thematic analysis of case reviews, a command each."""

from __future__ import annotations

import typer

from lapwing.cli import reviewing_code, reviewing_messages, reviewing_prevalence, reviewing_read, reviewing_themes

reviews = typer.Typer(
    no_args_is_help=True,
    help="From case reviews to themes, agreement, prevalence, messages and a digest.",
)
reviews.command("read")(reviewing_read.read_files)
reviews.command("code")(reviewing_code.code)
reviews.command("themes")(reviewing_themes.themes)
reviews.command("prevalence")(reviewing_prevalence.count_themes)
reviews.add_typer(reviewing_messages.messages_app, name="messages")
