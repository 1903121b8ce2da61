"""`lapwing simulate`: an invented partnership of any size, from a seed."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from lapwing.cli.giving import Refused, day_given, one_of, progress, tell
from lapwing.exchange.cin_census_writing import write_cin_census
from lapwing.exchange.folder import write_folder
from lapwing.exchange.safeguarding_dataset_writing import write_safeguarding_dataset
from lapwing.report.words import number
from lapwing.simulate import simulate

Children = Annotated[int, typer.Option("--children", metavar="N", help="How many children's records.")]
Seed = Annotated[int, typer.Option("--seed", metavar="S", help="The same children, seed and day give the same bytes.")]
Out = Annotated[Path, typer.Option("--out", metavar="DIR", help="The folder to write; for a census, the file.")]
As = Annotated[str, typer.Option("--as", metavar="FORMAT", help="parquet or csv for record tables; cin; ssd.")]
Today = Annotated[
    str | None, typer.Option("--as-of", metavar="DATE", help="The day as it stands on; today if not given.")
]


def simulate_partnership(
    out: Out, children: Children = 2000, seed: Seed = 1, format: As = "parquet", as_of: Today = None
) -> None:
    """Write the records of an invented partnership.

    Everybody and everything in it is made up.
    """
    form = one_of("--as", format, ("parquet", "csv", "cin", "ssd"))
    today = day_given("--as-of", as_of)
    try:
        with progress("Inventing", counted=False):
            records = simulate(children, seed, today=today)
    except ValueError as wrong:
        raise Refused(f"--{wrong}") from None
    match form:
        case "cin":
            write_cin_census(records, out, today)
        case "ssd":
            write_safeguarding_dataset(records, out, today)
        case "csv":
            write_folder(records, out, "csv")
        case _:
            write_folder(records, out, "parquet")
    tell(f"Wrote {number(children)} invented children's records, as of {today}, to {out}.")
