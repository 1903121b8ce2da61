"""The frames of a source on Spark, for a country; needs the `spark` extra and Java."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import narwhals as nw

from lapwing.engine.known import Frame
from lapwing.engine.run import Frames
from lapwing.vocabulary.record_set import RecordSet

DEFAULTS = {
    "spark.master": "local[*]",
    "spark.driver.memory": "3g",
    "spark.ui.enabled": "false",
    "spark.ui.showConsoleProgress": "false",
    "spark.sql.shuffle.partitions": "2",
    "spark.default.parallelism": "2",
    "spark.sql.session.timeZone": "UTC",
    "spark.log.level": "ERROR",
}
"""For one machine; whatever a cluster's own configuration says stands instead."""


class NoSpark(Exception):
    """Spark cannot be started here; the text says what it needs."""


@contextmanager
def spark_frames() -> Iterator[Frames]:
    """Gives the frames of a source on Spark, by way of Parquet files that are removed at the end."""
    session = _session()
    folder = Path(tempfile.mkdtemp(prefix="lapwing-spark-"))

    def frames(records: RecordSet, tables: Iterable[str]) -> dict[str, Frame]:
        place = Path(tempfile.mkdtemp(dir=folder))
        return {name: _frame(session, records, name, place) for name in tables}

    try:
        yield frames
    finally:
        session.catalog.clearCache()
        shutil.rmtree(folder, ignore_errors=True)


def _frame(session: Any, records: RecordSet, name: str, folder: Path) -> Frame:
    file = folder / f"{name}.parquet"
    records.frame(name).sink_parquet(file)
    frame: Frame = nw.from_native(session.read.parquet(str(file)))
    return frame


def _session() -> Any:
    if shutil.which("java") is None:
        raise NoSpark("Spark needs Java 17 or later, and finds none. On Debian: apt-get install default-jre-headless.")
    try:
        from pyspark import SparkConf
        from pyspark.sql import SparkSession
    except ModuleNotFoundError:
        raise NoSpark("Spark is not installed with Lapwing. Install it with the extra: lapwing[spark].") from None
    conf = SparkConf()
    for key, value in DEFAULTS.items():
        conf.setIfMissing(key, value)
    return SparkSession.builder.appName("lapwing").config(conf=conf).getOrCreate()
