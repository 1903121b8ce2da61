"""What every command of `lapwing reviews` takes."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

ProjectFile = Annotated[Path, typer.Option("--project", metavar="FILE", help="The file that the analysis is kept in.")]
Coder = Annotated[str, typer.Option("--coder", metavar="NAME", help="Who is acting.")]
Format = Annotated[str, typer.Option("--format", metavar="FORMAT", help="table, json, or what else the command gives.")]
WIDTH = 120
"""Of a table on a screen, in characters."""
