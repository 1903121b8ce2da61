"""Where somebody is kept safe, and taking it out of whatever tells it: addresses, and every text."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

import polars as pl

from lapwing.exchange.belonging import CASE, OF_A_PERSON
from lapwing.exchange.leaving import Leaving, as_last_said, references_to, texts_of
from lapwing.exchange.spellings import (
    Doubt,
    Screen,
    Spelling,
    spellings_of_address,
    spellings_of_postcode,
    squeezed,
    squeezed_texts,
)
from lapwing.vocabulary.codes import AddressKind, ContactSafety, IdentityStatus, RelationshipRole
from lapwing.vocabulary.records import TABLES
from lapwing.vocabulary.tables import Personal

CELLS = ("address", "postcode")
PROTECTED = "the address of somebody whose address is protected"
TOLD_BY_ANOTHER = "the same address as that of somebody whose address is protected"
SAID = "it says where somebody lives whose address is protected"
SAID_BESIDE = "it says where the child or the mother lives, beside somebody who must be kept from them"
NOT_TO_REACH = (ContactSafety.MUST_NOT_CONTACT, ContactSafety.UNAWARE_OF_PREGNANCY)


def withhold_places(leaving: Leaving, day: date) -> None:
    """Takes every protected address out of addresses and texts.

    Protected are the addresses of a person whose address is, on `day`, of the children who live with them, and of
    the mother and children from whom a man is withheld for safety; and an address that is itself protected, or a refuge.
    """
    addresses = leaving.frame("address")
    kept = _is_kept(addresses, _people_kept_safe(leaving, day))
    secret = addresses.filter(kept & ~_is_former_home(addresses, kept, day))
    screen = Screen(_spellings_of(secret))
    if "address" in leaving.frames:
        leaving.empty("address", CELLS, kept, PROTECTED)
        leaving.empty("address", CELLS, _tells(leaving.frame("address"), secret, screen), TOLD_BY_ANOTHER)
    for name in leaving.frames:
        for column in texts_of(name):
            if name == "address" and column in CELLS:
                continue
            doubt = _doubt_of(name, column)
            leaving.rewrite(name, column, screen.withheld(leaving.frames[name][column], doubt), SAID)


def _doubt_of(name: str, column: str) -> Doubt:
    is_written = TABLES[name].column(column).personal is Personal.RECORD
    return Doubt.STREETS if is_written else Doubt.PLACES


# Who is kept safe


def _people_kept_safe(leaving: Leaving, day: date) -> pl.Series:
    until = pl.col("address_protected_until_on")
    said = as_last_said(leaving.frame("person"), "person", "address_protected")
    flagged = said.filter(pl.col("address_protected"), until.is_null() | (until >= day))["person_id"]
    kept = pl.concat([flagged, _kept_from_somebody(leaving)]).unique()
    return pl.concat([kept, _children_living_with(leaving, kept, day)]).unique()


def _kept_from_somebody(leaving: Leaving) -> pl.Series:
    """The mothers and the children of cases in which somebody is withheld for safety."""
    said = as_last_said(leaving.frame("relationship"), "relationship", "identity_status")
    cases = said.filter(pl.col("identity_status") == IdentityStatus.WITHHELD_FOR_SAFETY)[CASE]
    people = mothers_and_children(leaving)
    return people.filter(pl.col(CASE).is_in(cases.unique().implode()))["person_id"]


def mothers_and_children(leaving: Leaving) -> pl.DataFrame:
    """Each case with the people who are its children or their mother."""
    mothers = leaving.frame("relationship").filter(pl.col("role") == RelationshipRole.BIRTH_MOTHER)
    expectant = leaving.frame("pregnancy").select(CASE, person_id="mother_id")
    both = [mothers.select(CASE, "person_id"), expectant, leaving.frame("child").select(CASE, "person_id")]
    return pl.concat(both).drop_nulls().unique()


def _children_living_with(leaving: Leaving, people: pl.Series, day: date) -> pl.Series:
    said = as_last_said(leaving.frame("relationship"), "relationship", "lives_with_child")
    goes_on = pl.col("ended_on").is_null() | (pl.col("ended_on") >= day)
    with_them = said.filter(pl.col("lives_with_child"), goes_on, pl.col("person_id").is_in(people.implode()))
    children = leaving.frame("child")
    # A relationship to a pregnancy is one to each child of it.
    of_child = pl.col("child_id").is_in(with_them["child_id"].drop_nulls().unique().implode())
    expected = with_them.filter(pl.col("child_id").is_null())["pregnancy_id"].drop_nulls().unique()
    return children.filter(of_child | pl.col("pregnancy_id").is_in(expected.implode()))["person_id"].drop_nulls()


# Which addresses


def _is_kept(addresses: pl.DataFrame, people: pl.Series) -> pl.Series:
    itself = as_last_said(addresses, "address", "protected").filter(pl.col("protected"))["address_id"]
    itself = pl.concat([itself, addresses.filter(pl.col("kind") == AddressKind.REFUGE)["address_id"]])
    of_person = pl.col("person_id").is_in(people.implode())
    return addresses.select((of_person | pl.col("address_id").is_in(itself.implode())).fill_null(False)).to_series()


def _is_former_home(addresses: pl.DataFrame, kept: pl.Series, day: date) -> pl.Series:
    """Left for good, never itself protected, and others still live there: it tells nothing of where anybody is kept safe."""
    itself = addresses["protected"].fill_null(False) | (addresses["kind"] == AddressKind.REFUGE).fill_null(False)
    ended = (addresses["until_on"] < day).fill_null(False) & ~itself
    lines = squeezed_texts(addresses["address"])
    others = lines.filter(~kept & ~(addresses["until_on"] < day).fill_null(False)).drop_nulls().unique()
    return ended & lines.is_in(others.implode()).fill_null(False)


def _spellings_of(addresses: pl.DataFrame) -> Iterable[Spelling]:
    for address in addresses["address"].drop_nulls().unique():
        yield from spellings_of_address(address)
    for postcode in addresses["postcode"].drop_nulls().unique():
        yield from spellings_of_postcode(postcode)


def _tells(addresses: pl.DataFrame, secret: pl.DataFrame, screen: Screen) -> pl.Series:
    """Which rows have a protected postcode, or the line of a protected address, unless it lies in another town."""
    postcodes = squeezed_texts(addresses["postcode"])
    secrets = [squeezed(one) for one in secret["postcode"].drop_nulls().unique()]
    lines, has_other = addresses["address"], postcodes.str.len_chars().is_between(5, 7).fill_null(False)
    anywhere = screen.withheld(lines.filter(~has_other), Doubt.PLACES)
    in_town = screen.withheld(lines.filter(has_other), Doubt.TOWNS)
    found = pl.Series(lines.is_in(list(anywhere)) & ~has_other | lines.is_in(list(in_town)) & has_other)
    return (found.fill_null(False) | postcodes.is_in(secrets).fill_null(False)).alias("tells")


# Rows about somebody from whom others are kept


def withhold_places_beside(leaving: Leaving, day: date) -> None:
    """Takes where the mother and the child live out of the texts about somebody who must not come near them."""
    apart = _kept_apart(leaving)
    if apart.is_empty():
        return
    screens = _screens_by_case(leaving, apart, day)
    for name, frame in leaving.frames.items():
        columns = [column for column in texts_of(name) if _doubt_of(name, column) is Doubt.STREETS]
        about = _is_about(name, frame, apart)
        for column in columns if about.any() else ():
            rows = frame.filter(about).select(CASE, text=column).drop_nulls().unique()
            told = told_by_case(rows, screens)
            leaving.rewrite_in_cases(name, column, told, about, SAID_BESIDE)


def _kept_apart(leaving: Leaving) -> pl.DataFrame:
    """Each case with the people who may not be in touch."""
    said = as_last_said(leaving.frame("relationship"), "relationship", "contact_safety")
    return said.filter(pl.col("contact_safety").is_in(NOT_TO_REACH)).select(CASE, "person_id", "relationship_id")


def _is_about(name: str, frame: pl.DataFrame, apart: pl.DataFrame) -> pl.Series:
    if name == "relationship":
        return frame["relationship_id"].is_in(apart["relationship_id"].implode())
    about = pl.Series("about", [False]).new_from_index(0, frame.height)
    for column in references_to(name, "person") if name not in ("person", *OF_A_PERSON) else ():
        about = about | is_among(frame, [CASE, column], apart.select(CASE, column=pl.col("person_id")))
    return about


def is_among(frame: pl.DataFrame, columns: list[str], pairs: pl.DataFrame) -> pl.Series:
    """Which rows have one of the pairs in these two columns."""
    told = pairs.drop_nulls().unique().with_columns(_found=pl.lit(True))
    joined = frame.select(columns).join(
        told, left_on=columns, right_on=pairs.columns, how="left", maintain_order="left"
    )
    return joined["_found"].fill_null(False)


def _screens_by_case(leaving: Leaving, apart: pl.DataFrame, day: date) -> dict[str, Screen]:
    until = pl.col("until_on")
    here = leaving.frame("address").filter(until.is_null() | (until >= day)).select("person_id", *CELLS)
    of_family = mothers_and_children(leaving).join(apart.select(CASE).unique(), on=CASE, how="semi")
    theirs = of_family.join(here, on="person_id")
    of_others = apart.select(CASE, "person_id").drop_nulls().join(here, on="person_id")
    alone = theirs.join(of_others, on=[CASE, "address"], how="anti")
    return {str(case): Screen(_spellings_of(rows)) for (case,), rows in alone.group_by(CASE)}


def told_by_case(rows: pl.DataFrame, screens: dict[str, Screen]) -> pl.DataFrame:
    """The texts of each case that say what may not be told, with what may be told: CASE, `text` and `told`."""
    told = [
        (case, text, screens[case].told(text))
        for case, text in rows.select(CASE, "text").iter_rows()
        if case in screens
    ]
    changed = [one for one in told if one[1] != one[2]]
    return pl.DataFrame(changed, {CASE: pl.String(), "text": pl.String(), "told": pl.String()}, orient="row")
