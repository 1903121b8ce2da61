"""`lapwing reviews`: thematic analysis of case reviews, a command each."""

from __future__ import annotations

import typer

reviews = typer.Typer(
    no_args_is_help=True, help="From case reviews to themes, agreement, prevalence, messages and a digest."
)
