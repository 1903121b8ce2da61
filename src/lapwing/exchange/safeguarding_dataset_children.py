"""Who among the persons of the dataset is a child, born or unborn, and of which pregnancy."""

from __future__ import annotations

from datetime import date, timedelta

import polars as pl

from lapwing.exchange.cells import parsed
from lapwing.exchange.faults import MOST_LISTED, ROW
from lapwing.exchange.reading import Notice
from lapwing.exchange.safeguarding_dataset_files import Dataset
from lapwing.exchange.safeguarding_dataset_rows import TIME_OF_DAY, Taken
from lapwing.vocabulary.codes import ExpectedDateMethod
from lapwing.vocabulary.records import expected_date

PERSON = "ssd_person"
MOST_BEFORE = timedelta(weeks=4)
"""An "expected" date longer than this before the first referral is the estimated birthday of a child already born."""
MOST_APART = timedelta(weeks=20)
"""An expected date further than this from the date of birth is not of that birth."""
WORKED_WITH = (
    "referral", "contact", "plan", "assessment", "involvement", "meeting", "legal_status", "missing_episode",
    "accommodation", "relationship",
)  # fmt: skip
YES = ("Y", "YES", "TRUE", "1")


def children_of(dataset: Dataset, taken: Taken) -> None:
    """Adds the children, and for those with an expected date the pregnancy; a mother who is no child is none."""
    people = _people(dataset, taken)
    expected = {key: day for key, day in _expected(dataset, people, _first_days(taken)).items() if day is not None}
    unborn = [key for key, (_, born_on, _, _) in people.items() if key in expected and born_on is None]
    rows = [
        (key, None if key in unborn else key, f"{key}:pregnancy" if key in expected else None, upn)
        for key, (_, _, _, upn) in people.items()
    ]
    strings = pl.String()
    child = pl.DataFrame(
        rows, schema=dict.fromkeys(("child_id", "person_id", "pregnancy_id", "upn"), strings), orient="row"
    )
    child = child.with_columns(pl.col("child_id").alias("authority_child_id"))
    taken.frames["child"], taken.columns["child"] = child, set(child.columns)
    if "person" in taken.frames:
        person = taken.frames["person"].filter(~pl.col("person_id").is_in(unborn))
        taken.frames["person"] = _with_disabilities(dataset, taken, person)
    if expected:  # a dataset in which no expected date stands does not say that nobody expects a child
        _add_pregnancies(taken, expected)


def _people(dataset: Dataset, taken: Taken) -> dict[str, tuple[int, date | None, date | None, str | None]]:
    """By key of each child: row, date of birth, expected date, and pupil number; then those only worked with."""
    active, mothers = _worked_with(taken), _mothers(taken)
    people: dict[str, tuple[int, date | None, date | None, str | None]] = {}
    if PERSON in dataset.tables:
        for row, key, born_on, expected_on, upn, is_mother in _rows(dataset.tables[PERSON]):
            is_parent = key in mothers or (is_mother or "").upper() in YES
            if key is not None and key not in people and (not is_parent or key in active):
                people[key] = (row, born_on, expected_on, upn)
    unlisted = [key for key in active if key not in people]
    place = dataset.files.get(PERSON, PERSON)
    for key in unlisted[:MOST_LISTED]:
        has, wants = f"no row for child {key}, whom other tables name", "needs one; the child was kept"
        dataset.doubted.append(Notice(place, "pers_person_id", has, wants))
    if len(unlisted) > MOST_LISTED:
        more = f"no row for {len(unlisted) - MOST_LISTED:,} more children like these"
        dataset.doubted.append(Notice(place, "pers_person_id", more, "needs one for each; the children were kept"))
    return people | dict.fromkeys(unlisted, (0, None, None, None))


def _mothers(taken: Taken) -> set[str]:
    """Whom the dataset names as somebody's mother: no child unless she is worked with or her own mother is named."""
    relationship = taken.frames.get("relationship")
    return set() if relationship is None or "person_id" not in relationship.columns else set(relationship["person_id"])


def _rows(persons: pl.DataFrame) -> list[tuple[int, str | None, date | None, date | None, str | None, str | None]]:
    given = ("pers_person_id", "pers_dob", "pers_expected_dob", "pers_upn", "pers_is_mother")
    lacking = [pl.lit(None, pl.String).alias(name) for name in given if name not in persons.columns]
    whole = persons.with_columns(lacking)
    for name in ("pers_dob", "pers_expected_dob"):
        text = whole.select(pl.col(name).str.replace(TIME_OF_DAY, "").alias("expected_on"))
        whole = whole.with_columns(text.select(parsed(expected_date.column("expected_on")))["expected_on"].alias(name))
    return whole.select(ROW, *given).rows()


def _worked_with(taken: Taken) -> dict[str, None]:
    return {
        key: None
        for table in WORKED_WITH
        if table in taken.frames
        for key in taken.frames[table]["child_id"].unique(maintain_order=True)
        if key is not None
    }


def _first_days(taken: Taken) -> dict[str, date]:
    """The day of each child's first referral."""
    referral = taken.frames.get("referral")
    if referral is None or "received_on" not in referral.columns:
        return {}
    first = referral.drop_nulls("received_on").group_by("child_id").agg(pl.col("received_on").min())
    return dict(first.select("child_id", "received_on").rows())


def _expected(
    dataset: Dataset, people: dict[str, tuple[int, date | None, date | None, str | None]], first: dict[str, date]
) -> dict[str, date | None]:
    """The expected date of each child that can be one."""
    found: dict[str, date | None] = {}
    for key, (row, born_on, expected_on, _) in people.items():
        doubt = _doubt(born_on, expected_on, first.get(key))
        if doubt:
            place = f"{dataset.place(PERSON, row)}, child {key}"
            dataset.doubted.append(Notice(place, "pers_expected_dob", *doubt))
        found[key] = None if doubt and doubt[1].endswith("left out") else expected_on
    return found


def _doubt(born_on: date | None, expected_on: date | None, first_on: date | None) -> tuple[str, str] | None:
    if expected_on is None:
        return None
    if born_on is not None and abs(born_on - expected_on) > MOST_APART:
        return (f"{expected_on}, far from the date of birth", "is not of that birth; it was left out")
    if born_on is not None:
        return (f"{expected_on} beside a date of birth", "the dataset takes one of the two; both were kept")
    if first_on is not None and expected_on < first_on - MOST_BEFORE:
        return (
            f"{expected_on}, before the first referral on {first_on}",
            "seems the estimated date of birth of a child already born; it was left out",
        )
    return None


def _add_pregnancies(taken: Taken, expected: dict[str, date]) -> None:
    mothers = taken.frames.get("relationship")
    known = mothers is not None and "person_id" in mothers.columns
    of = dict(mothers.select("child_id", "person_id").rows()) if known and mothers is not None else {}
    pregnancies = [(f"{key}:pregnancy", of.get(key)) for key in expected]
    taken.frames["pregnancy"] = pl.DataFrame(
        pregnancies, schema={"pregnancy_id": pl.String(), "mother_id": pl.String()}, orient="row"
    )
    taken.columns["pregnancy"] = {"pregnancy_id", *(["mother_id"] if of else [])}
    method = ExpectedDateMethod.AS_RECORDED.value
    dates = [(f"{key}:expected", f"{key}:pregnancy", day, method) for key, day in expected.items()]
    schema = {
        "expected_date_id": pl.String(),
        "pregnancy_id": pl.String(),
        "expected_on": pl.Date(),
        "method": pl.String(),
    }
    taken.frames["expected_date"] = pl.DataFrame(dates, schema=schema, orient="row")
    # That a later statement supersedes this one is told when two extracts are brought together.
    taken.columns["expected_date"] = set(schema)


def _with_disabilities(dataset: Dataset, taken: Taken, person: pl.DataFrame) -> pl.DataFrame:
    given = dataset.tables.get("ssd_disability")
    if given is None or not {"disa_person_id", "disa_disability_code"} <= set(given.columns):
        return person
    codes = given.drop_nulls(["disa_person_id", "disa_disability_code"]).group_by("disa_person_id", maintain_order=True)
    joined = codes.agg(pl.col("disa_disability_code").unique(maintain_order=True).str.join(" ").alias("disabilities"))
    taken.columns["person"].add("disabilities")
    return person.join(joined, left_on="person_id", right_on="disa_person_id", how="left", maintain_order="left")
