"""What `lapwing` understands, and how it ends: 0 where it ran, 2 where it was given something unusable.

1 is for a fault of its own, and for a log that is not as it was written.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager

import typer

from lapwing.cli import (
    accounts,
    checking,
    converting,
    demonstrating,
    listing,
    measuring,
    reminding,
    replaying,
    serving,
    simulating,
    storing,
    wording,
)
from lapwing.cli.giving import Refused
from lapwing.engine.growth_charts import NoGrowthCharts
from lapwing.engine.run import fault_of
from lapwing.engine.spark import NoSpark
from lapwing.exchange.folder import CannotWrite
from lapwing.exchange.reading import UnusableSource
from lapwing.lessons.settings import WrongSettings
from lapwing.local_checks import UnusableChecks
from lapwing.reviews.refusal import Refusal

UNUSABLE = 2
FAULT_OF_OURS = 1

app = typer.Typer(
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    help="Turns the lessons of serious case reviews into checks on recorded practice.",
)
app.command("check")(checking.check_source)
app.command("convert")(converting.convert)
app.command("replay")(replaying.replay_source)
app.command("measures")(measuring.count_measures)
app.command("simulate")(simulating.simulate_partnership)
app.command("lessons")(listing.lessons)
app.command("wording")(wording.ask_about_wording)
app.command("demo")(demonstrating.demo)
app.command("migrate")(storing.migrate)
app.command("administrator")(accounts.administrator)
app.command("import")(storing.import_source)
app.command("export")(storing.export)
app.command("recompute")(storing.recompute)
app.command("match")(storing.match)
app.command("scrub")(storing.scrub)
app.command("verify-log")(storing.verify_log)
app.command("remind")(reminding.remind)
app.command("serve")(serving.serve)


def main() -> None:
    """Runs the command line, and turns what goes wrong into a sentence."""
    with _spoken():
        _with_reviews()
        app()


def _with_reviews() -> None:
    """Adds `lapwing reviews`, whose libraries take long to load, unless another command was typed."""
    others = {command.name for command in app.registered_commands}
    if (sys.argv[1:2] and sys.argv[1] in others) or app.registered_groups:
        return
    from lapwing.cli import reviewing

    app.add_typer(reviewing.reviews, name="reviews")


@contextmanager
def _spoken() -> Iterator[None]:
    try:
        yield
    except (
        Refused,
        UnusableSource,
        UnusableChecks,
        CannotWrite,
        WrongSettings,
        NoSpark,
        NoGrowthCharts,
        Refusal,
    ) as refusal:
        print(refusal, file=sys.stderr)  # noqa: T201
        sys.exit(UNUSABLE)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except KeyboardInterrupt:
        sys.exit(130)
    except Exception as fault:
        if os.environ.get("LAPWING_DEBUG"):
            raise
        print(  # noqa: T201
            f"Lapwing stopped at a fault of its own ({fault_of(fault)}). Nothing was half-written. With LAPWING_DEBUG=1 it "
            "says everything, values of records among it.",
            file=sys.stderr,
        )
        sys.exit(FAULT_OF_OURS)
