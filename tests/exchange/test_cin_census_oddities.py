"""Census files as they come: odd order, odd letters, odd values. What can be read is read, and the rest is said."""

from __future__ import annotations

import codecs
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from cin_censuses import (
    assessment,
    born,
    census,
    child,
    doubts,
    el,
    fields,
    header,
    protection_plan,
    read,
    referral,
    rows,
    unborn,
)
from lapwing.exchange.cin_blocks import day_of
from lapwing.exchange.faults import MOST_LISTED
from lapwing.exchange.reading import Reading

EMPTIED = "needs a day between 1900 and 2099, such as 2026-03-14; it is left empty"


def only_doubt(reading: Reading) -> str:
    (doubt,) = reading.doubted
    return f"{doubt.field}: has {doubt.has}; {doubt.needs}"


# How the file is written


@pytest.mark.parametrize(
    "as_bytes",
    [
        lambda text: text.encode(),
        lambda text: codecs.BOM_UTF8 + text.encode(),
        lambda text: ('<?xml version="1.0" encoding="UTF-16"?>' + text).encode("utf-16"),
        lambda text: ('<?xml version="1.0" encoding="windows-1252"?>' + text).encode("cp1252"),
        lambda text: text.replace("\n", "\r\n").encode(),
        lambda text: text.replace("<Message>", '<Message xmlns="urn:census">').encode(),
        lambda text: text.replace("PersonBirthDate", "PERSONBIRTHDATE").encode(),
        lambda text: text.replace("2015-05-01", "2015<!-- a comment -->-05-01").encode(),
        lambda text: text.replace("2015-05-01", "<![CDATA[2015-05-01]]>").encode(),
        lambda text: text.replace("2015-05-01", "\n   2015-05-01\n").encode(),
    ],
    ids=["utf-8", "mark", "utf-16", "windows", "crlf", "namespace", "capitals", "comment", "cdata", "spaces"],
)
def test_however_the_file_is_written_the_child_is_the_same(tmp_path: Path, as_bytes: Callable[[str], bytes]) -> None:
    reading = read(tmp_path, as_bytes(census(born("É1", referral()))))
    assert rows(reading, "child", "authority_child_id") == [("É1",)]
    assert rows(reading, "person", "born_on") == [(date(2015, 5, 1),)]
    assert (reading.doubted, reading.skipped) == ([], [])


def test_the_order_of_elements_does_not_matter(tmp_path: Path) -> None:
    turned = el(
        "Child",
        el("CINdetails", assessment("2022-01-11"), fields(CINreferralDate="2022-01-10")),
        fields(PersonBirthDate="2015-05-01", LAchildID="A1"),
    )
    reading = read(tmp_path, census(turned))
    assert rows(reading, "assessment", "child_id", "referral_id") == [("cin:201:A1", "cin:201:A1:referral:2022-01-10")]
    assert rows(reading, "person", "born_on") == [(date(2015, 5, 1),)]


def test_a_header_may_stand_after_the_children(tmp_path: Path) -> None:
    reading = read(tmp_path, el("Message", el("Children", unborn("A1")), header()))
    assert rows(reading, "expected_date", "expected_date_id", "stated_on") == [
        ("cin:201:A1:expected:2022-06-01:2022-03-31", date(2022, 3, 31))
    ]


def test_what_came_of_no_referral_belongs_to_the_child_alone(tmp_path: Path) -> None:
    reading = read(tmp_path, census(born("A1", protection_plan("2022-01-20"))))
    assert rows(reading, "plan", "plan_id", "referral_id") == [("cin:201:A1:child_protection:2022-01-20", None)]


@pytest.mark.parametrize(
    "empty",
    ["<PersonDeathDate/>", "<PersonDeathDate>  </PersonDeathDate>", '<PersonDeathDate x:nil="true" xmlns:x="urn:x"/>'],
)
def test_an_empty_element_says_nothing(tmp_path: Path, empty: str) -> None:
    reading = read(tmp_path, census(born().replace("</ChildIdentifiers>", f"{empty}</ChildIdentifiers>")))
    assert rows(reading, "person", "died_on") == [(None,)]
    assert reading.doubted == []


@pytest.mark.parametrize(
    "text",
    ["2015-05-01", "2015-05-01T00:00:00", "2015-05-01 10:30:00", "2015-05-01Z", "2015-05-01+01:00", "01/05/2015"],
)
def test_days_are_read_as_case_systems_write_them(text: str) -> None:
    assert day_of(text) == date(2015, 5, 1)


@pytest.mark.parametrize("text", ["1066-04-13", "2015-02-30", "2015-13-01", "15-05-01", "May 2015", "20150501", "NULL"])
def test_what_is_no_day_of_our_time_is_no_day(text: str) -> None:
    assert day_of(text) is None


def test_a_child_inside_a_child_is_a_child_of_its_own(tmp_path: Path) -> None:
    reading = read(
        tmp_path, census(born("A1", referral(), born("A2", PersonBirthDate="2016-05-01"), referral("2022-02-10")))
    )
    assert set(rows(reading, "child", "authority_child_id")) == {("A1",), ("A2",)}
    assert rows(reading, "referral", "child_id") == [("cin:201:A1",)] * 2


# What is there and is not of the census


def test_an_element_of_another_name_is_said_once_with_its_first_line(tmp_path: Path) -> None:
    text = census(*(born(f"A{number}", EyeColour="blue") for number in range(3)))
    reading = read(tmp_path, text)
    line = text[: text.index("<EyeColour>")].count("\n") + 1
    assert [str(notice) for notice in reading.skipped] == [
        f"census.xml, line {line}, EyeColour: has an element that a census does not have in Child, 3 times; it is left out"
    ]


def test_fields_inside_an_element_of_another_name_are_read(tmp_path: Path) -> None:
    reading = read(
        tmp_path, census(el("Child", fields(LAchildID="A1"), el("Extra", fields(PersonBirthDate="2015-05-01"))))
    )
    assert rows(reading, "person", "born_on") == [(date(2015, 5, 1),)]


def test_what_stands_beside_the_children_is_said(tmp_path: Path) -> None:
    reading = read(tmp_path, census(el("Childs", "x"), born(), el("Kid", "x")))
    assert [notice.field for notice in reading.skipped] == ["Childs", "Kid"]


def test_text_outside_any_field_is_said_and_not_repeated(tmp_path: Path) -> None:
    reading = read(tmp_path, census(born().replace("<PersonBirthDate>", "Nadia Begum<PersonBirthDate>")))
    (notice,) = reading.skipped
    assert notice.has == "text outside any field, once"
    assert "Nadia" not in str(notice)


# Values that cannot be understood


def test_a_bad_day_is_left_empty_and_said_with_the_child_and_the_line(tmp_path: Path) -> None:
    text = census(born("A1", referral("2022-13-10")))
    reading = read(tmp_path, text)
    line = text[: text.index("<CINdetails>")].count("\n") + 1
    assert doubts(reading) == [f"child A1, line {line}, CINreferralDate: has “2022-13-10”; {EMPTIED}"]
    assert rows(reading, "referral", "referral_id", "received_on") == [("cin:201:A1:referral:undated", None)]


def test_an_unknown_code_is_left_empty_and_said(tmp_path: Path) -> None:
    reading = read(tmp_path, census(born("A1", referral(ReferralSource="7Z"))))
    assert rows(reading, "referral", "source") == [(None,)]
    assert only_doubt(reading) == "ReferralSource: has “7Z”; needs a code of the census's list; it is left empty"


def test_an_unknown_factor_is_no_concern(tmp_path: Path) -> None:
    reading = read(tmp_path, census(born("A1", referral("2022-01-10", assessment("2022-01-11", "2022-02-15", "99Z")))))
    assert rows(reading, "concern", "kind") == []
    assert only_doubt(reading) == "AssessmentFactors: has “99Z”; needs a code of the census's list; it is left out"


def test_a_value_that_could_name_somebody_is_not_repeated(tmp_path: Path) -> None:
    reading = read(
        tmp_path,
        census(born("A1", referral(ReferralSource="Nadia", PrimaryNeedCode="Nadia Begum"), Ethnicity="9990000018")),
    )
    said = " ".join(map(str, reading.doubted))
    assert "Nadia" not in said
    assert "9990000018" not in said
    assert said.count("a value that is not shown here") == 3


def test_a_childs_number_that_is_an_nhs_number_is_kept_and_not_shown(tmp_path: Path) -> None:
    reading = read(tmp_path, census(born("9990000018", Sex="X")))
    assert rows(reading, "child", "authority_child_id") == [("9990000018",)]
    assert [notice.field for notice in reading.doubted] == ["LAchildID", "Sex"]
    assert "9990000018" not in " ".join(map(str, reading.doubted))


def test_a_pupil_number_of_another_form_is_left_empty(tmp_path: Path) -> None:
    reading = read(tmp_path, census(born(UPN="12345")))
    assert rows(reading, "child", "upn") == [(None,)]
    assert [notice.field for notice in reading.doubted] == ["UPN"]


def test_of_many_doubts_alike_the_first_are_listed_and_the_rest_counted(tmp_path: Path) -> None:
    reading = read(tmp_path, census(*(born(f"A{number}", Sex="X") for number in range(MOST_LISTED + 5))))
    assert len(reading.doubted) == MOST_LISTED + 1
    assert str(reading.doubted[-1]).startswith("census.xml, Sex: has 5 more like these")


# Values that contradict each other


def test_a_child_may_be_doubted_and_is_kept_as_it_stands(tmp_path: Path) -> None:
    reading = read(
        tmp_path, census(born("A1", referral("2022-01-10", CINclosureDate="2021-12-01", ReasonForClosure="RC7")))
    )
    assert rows(reading, "referral", "received_on", "closed_on") == [(date(2022, 1, 10), date(2021, 12, 1))]
    assert only_doubt(reading) == (
        "CINclosureDate: has 2021-12-01, which is before the referral on 2022-01-10; needs a later day; "
        "it is kept as it stands"
    )


@pytest.mark.parametrize(
    ("of_child", "field", "has"),
    [
        (
            unborn(PersonBirthDate="2022-03-20"),
            "ExpectedPersonBirthDate",
            "2022-06-01, and the date of birth 2022-03-20",
        ),
        (child("A1"), "PersonBirthDate", "no day"),
        (
            unborn(ExpectedPersonBirthDate="2022-02-01"),
            "ExpectedPersonBirthDate",
            "2022-02-01, long before the reference date, and no date of birth",
        ),
        (
            unborn(ExpectedPersonBirthDate="2023-02-01"),
            "ExpectedPersonBirthDate",
            "2023-02-01, more than nine months after the reference date",
        ),
        (
            unborn("A1", referral("2021-01-01")),
            "ExpectedPersonBirthDate",
            "2022-06-01, more than 42 weeks after the referral of 2021-01-01",
        ),
        (unborn(GenderCurrent="1"), "Sex", "male for a child not yet born"),
        (unborn(PersonDeathDate="2022-03-01"), "PersonDeathDate", "2022-03-01 for a child not yet born"),
        (
            born("A1", referral("2022-01-10"), PersonBirthDate="2022-03-20"),
            "PersonBirthDate",
            "2022-03-20, after the referral of 2022-01-10, and no expected date",
        ),
        (born("A1", referral("2022-04-01")), "CINreferralDate", "2022-04-01"),
        (born(PersonDeathDate="2015-04-30"), "PersonDeathDate", "2015-04-30, which is before the birth on 2015-05-01"),
        (born("A1", referral(CINclosureDate="2022-03-01")), "ReasonForClosure", "nothing"),
        (born("A1", referral(ReasonForClosure="RC7")), "CINclosureDate", "nothing"),
        (born("A1", referral(None)), "CINreferralDate", "nothing"),
        (born("A1", referral(ReferralNFA="perhaps")), "ReferralNFA", "a value that is not shown here"),
        (
            born("A1", referral("2022-01-10", protection_plan("2022-02-01", "2022-01-20"))),
            "CPPendDate",
            "2022-01-20, which is before the start of the plan on 2022-02-01",
        ),
        (
            born("A1", referral("2022-01-10", protection_plan("2022-02-01", None, "2022-01-20"))),
            "CPPreviewDate",
            "2022-01-20, which is before the start of the plan on 2022-02-01",
        ),
        (
            born("A1", referral("2022-01-10", assessment("2022-01-05"))),
            "AssessmentActualStartDate",
            "2022-01-05, which is before the referral of 2022-01-10",
        ),
        (
            born("A1", referral("2022-01-10", assessment("2022-01-11", None, "3B"))),
            "AssessmentAuthorisationDate",
            "nothing, with factors",
        ),
        (
            born("A1", referral("2022-01-10", assessment("2022-01-11", "2022-02-15", "21", "3B"))),
            "AssessmentFactors",
            "21 beside 1 more",
        ),
        (born(PersonDeathDate=["2022-01-01", "2022-01-02"]), "PersonDeathDate", "2 different values"),
    ],
)
def test_what_looks_wrong_is_said(tmp_path: Path, of_child: str, field: str, has: str) -> None:
    (doubt,) = read(tmp_path, census(of_child)).doubted
    assert (doubt.field, doubt.has) == (field, has)
    assert doubt.place.startswith("child A1, line ")


def test_two_elements_of_one_child_that_differ_are_said_and_the_first_is_taken(tmp_path: Path) -> None:
    reading = read(tmp_path, census(born("A1"), born("A1", PersonBirthDate="2016-01-01")))
    assert rows(reading, "person", "born_on") == [(date(2015, 5, 1),)]
    assert "another value for the same child than at line" in only_doubt(reading)


def test_an_unborn_child_within_the_window_of_the_census_is_not_doubted(tmp_path: Path) -> None:
    reading = read(
        tmp_path, census(unborn("A1", referral(), Sex="U"), unborn("A2", ExpectedPersonBirthDate="2022-03-10"))
    )
    assert reading.doubted == []


# The header


def test_without_a_reference_date_an_expected_date_has_no_day_of_statement(tmp_path: Path) -> None:
    reading = read(tmp_path, census(unborn(), head=header(reference=None)))
    assert rows(reading, "expected_date", "stated_on") == [(None,)]
    assert [(notice.place, notice.field) for notice in reading.doubted] == [("census.xml", "ReferenceDate")]


@pytest.mark.parametrize(("lea", "key"), [("80", "cin:80:A1"), (None, "cin:unknown:A1")])
def test_an_authority_without_three_digits_is_doubted_and_kept_in_the_keys(
    tmp_path: Path, lea: str | None, key: str
) -> None:
    reading = read(tmp_path, census(born(), head=header(lea=lea)))
    assert rows(reading, "child", "child_id") == [(key,)]
    assert [notice.field for notice in reading.doubted] == ["LEA"]


def test_a_year_that_is_not_that_of_the_reference_date_is_doubted(tmp_path: Path) -> None:
    reading = read(tmp_path, census(born(), head=header(Year="2023")))
    assert only_doubt(reading).startswith("Year: has 2023, and the reference date 2022-03-31; ")


def test_a_census_without_children_is_read_and_says_so(tmp_path: Path) -> None:
    reading = read(tmp_path, census())
    assert rows(reading, "child", "child_id") == []
    assert "The census has no child in it." in reading.notes
