"""An address, a postcode and a name in any spelling: what is found in a text, and what is not."""

from __future__ import annotations

import polars as pl
import pytest

from lapwing.exchange.spellings import (
    Doubt,
    Screen,
    spellings_of_address,
    spellings_of_name,
    spellings_of_postcode,
    squeezed,
    squeezed_texts,
)

HOME = Screen([*spellings_of_address("14 Elm Road, Tarnley"), *spellings_of_postcode("ZZ11AA")])
REFUGE = Screen(spellings_of_address("Flat 3, Wren House, 12 High Street, Stanmoor"))
OTHERS = {
    "5 St. Mary's Avenue, Osmere": ["5 Saint Marys Ave", "St Mary’s Av.", "5, ST MARYS AVENUE"],
    "9 Broadway Tarnley": ["9 Broadway", "9, broadway"],
    "The Orchard, Fell View, Osmere": ["The Orchard", "Fell View", "fell vw"],
    "21a North Bank, Tarnley": ["21A North Bank", "21 a N. Bank", "21 north bk"],
    "Flat 1, 8 Larch Way, Osmere, Wendleshire": ["8 Larch Way, Wendleshire", "Larch Way, Osmere"],
    "Apartment 12, 3 St John's Sq, Osmere": ["3 Saint Johns Square", "12/3 St John’s Square", "St Johns Sq"],
    "Unit 4B The Maltings, Station Rd, Osmere": ["The Maltings", "4b, The Maltings", "Station Road, Osmere"],
    "10 Upper Hesk Road, Upper Hesk": ["10 upper hesk rd", "Upper Hesk Road"],
    "Ty'r Môr, Marlbeck": ["Tyr Mor", "Ty’r Môr"],
    "7 Kestrel Court Stanmoor ZZ9 9ZZ": ["7 Kestrel Ct", "kestrel court, Stanmoor", "zz99zz"],
}

FOUND_AT_HOME = {
    "14 Elm Road": "[withheld]",
    "14 elm rd": "[withheld]",
    "14 ELM RD.": "[withheld].",
    "She is at 14ElmRoad now": "She is at [withheld] now",
    "14, Elm Road, Tarnley": "[withheld]",
    "14 Elm Road,\nTarnley, since May": "[withheld], since May",
    "No. 14 Elm-Road": "[withheld]",
    "Casino, 3 Elm Road": "Casino, [withheld]",
    "14a Elm Road and 16 Elm Road": "[withheld] and [withheld]",
    "Seen in elm road on Friday": "Seen in [withheld] on Friday",
    "Élm Road": "[withheld]",
    "El\u200bm Road": "[withheld]",
    "ZZ1 1AA": "[withheld]",
    "zz11aa": "[withheld]",
    "(ZZ1-1AA)": "([withheld])",
    "Z Z 1 1 A A": "[withheld]",
    "ZZI 1AA": "[withheld]",
}
NOT_AT_HOME = [
    "An elm in the garden",
    "Elm, who is three",
    "14 children; the road is busy",
    "A helm road",
    "Elm Roadside",
    "xZZ1 1AA",
    "ZZ1 1AAB",
    "ZZ11AA7",
    "ZZ1 2AA",
    "Lives in Tarnley",
    "Seen at home on 14 March",
    "",
]


@pytest.mark.parametrize(("text", "told"), FOUND_AT_HOME.items())
def test_a_protected_address_is_found_in_any_spelling(text: str, told: str) -> None:
    assert HOME.told(text) == told
    assert HOME.withheld(pl.Series([text, None])) == {text: told}


@pytest.mark.parametrize("text", NOT_AT_HOME)
def test_what_only_looks_like_it_stays(text: str) -> None:
    assert HOME.told(text) == text
    assert HOME.withheld(pl.Series([text])) == {}


@pytest.mark.parametrize("address", OTHERS)
def test_addresses_of_every_form_are_found(address: str) -> None:
    screen = Screen(spellings_of_address(address))
    for text in [address, address.upper(), *OTHERS[address]]:
        assert screen.told(text).replace("[withheld]", "").strip(" ,.") == "", text
        assert screen.withheld(pl.Series([text])) == {text: screen.told(text)}


def test_a_house_is_found_by_its_name_and_a_common_street_only_as_a_name() -> None:
    assert REFUGE.told("They are at Wren Hse.") == "They are at [withheld]."
    assert REFUGE.told("12 high st") == "[withheld]"
    assert REFUGE.told("high street, stanmoor") == "[withheld]"
    assert REFUGE.told("She moved to High Street") == "She moved to [withheld]"
    assert REFUGE.told("Seen on the high street with friends") == "Seen on the high street with friends"


def test_the_name_of_a_service_may_have_a_street_in_it_but_not_an_address() -> None:
    assert HOME.told("Elm Road Surgery", Doubt.PLACES) == "Elm Road Surgery"
    assert HOME.told("Surgery, 14 Elm Rd", Doubt.PLACES) == "Surgery, [withheld]"
    assert HOME.told("14 Elm Road, Osmere", Doubt.TOWNS) == "14 Elm Road, Osmere"
    assert HOME.told("14 Elm Road", Doubt.TOWNS) == HOME.told("14 Elm Road, Tarnley", Doubt.TOWNS) == "[withheld]"


@pytest.mark.parametrize("address", ["", "No fixed abode", "not known", "NFA", "  ,  "])
def test_what_is_no_address_is_not_looked_for(address: str) -> None:
    assert spellings_of_address(address) == []


def test_a_part_of_a_house_or_a_town_is_not_looked_for_by_itself() -> None:
    screen = Screen(spellings_of_address("Ground Floor Flat, 8 Larch Way, Osmere, Wendleshire"))
    for text in ("Ground Floor Flat, 3 Mill Bank", "Has moved to Osmere", "Wendleshire police"):
        assert screen.told(text) == text


@pytest.mark.parametrize("postcode", ["", "ZZ1", "not known", "ZZ1 1A"])
def test_what_is_no_whole_postcode_is_not_looked_for(postcode: str) -> None:
    assert spellings_of_postcode(postcode) == []


def test_a_name_is_found_whole_and_one_word_of_it_only_with_a_capital() -> None:
    screen = Screen([*spellings_of_name("Grace O'Hallam"), *spellings_of_name("Grace")])
    assert screen.told("grace ohallam and Grace") == "[withheld] and [withheld]"
    assert screen.told("with good grace") == "with good grace"


def test_many_texts_are_squeezed_as_one_is() -> None:
    texts = ["14 Elm Road", "Ty’r Môr", "ZZI 1OO", "STRASSE ß", "", "El\u200bm"]
    assert squeezed_texts(pl.Series(texts)).to_list() == [squeezed(text) for text in texts]
