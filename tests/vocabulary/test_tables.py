"""The record tables hold to their own form, and their reference page says all of it."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from lapwing.vocabulary.pages import tables_page
from lapwing.vocabulary.records import TABLES
from lapwing.vocabulary.tables import RECORDED, Kind, Table

each_table = pytest.mark.parametrize("table", TABLES.values(), ids=lambda table: table.name)


def repeated(names: list[str]) -> list[str]:
    return [name for name, times in Counter(names).items() if times > 1]


@each_table
def test_a_table_is_well_formed(table: Table) -> None:
    assert repeated(list(table.names)) == []
    assert table.key == f"{table.name}_id"
    assert table.column(table.key).required
    assert table.columns[-len(RECORDED) :] == RECORDED
    assert is_sentence(table.means)
    if table.happened_on:
        assert table.column(table.happened_on).happens


@each_table
def test_every_column_is_well_formed(table: Table) -> None:
    for column in table:
        assert re.fullmatch(r"[a-z][a-z_]*", column.name), column
        assert is_sentence(column.means), column
        assert (column.kind is Kind.CODE) == (column.codes is not None), column
        assert column.kind is not Kind.DATE or column.name.endswith("_on"), column


@each_table
def test_what_a_column_points_at_is_there(table: Table) -> None:
    for column in table:
        if column.refers_to is not None:
            assert column.refers_to in TABLES, column
            assert column.kind is Kind.IDENTIFIER, column
        if column.known_on is not None:
            assert table.column(column.known_on).kind is Kind.DATE, column


def is_sentence(text: str) -> bool:
    return len(text) > 1 and text.endswith(".") and "\n" not in text


def test_codes_are_small_letters_with_words() -> None:
    for table in TABLES.values():
        for column in table:
            for code, words in (column.codes.labels() if column.codes else {}).items():
                assert re.fullmatch(r"[a-z0-9_]+", code), (table.name, column.name, code)
                assert words


def test_a_column_that_is_not_there_is_told_with_those_that_are() -> None:
    with pytest.raises(KeyError, match=r"child has no column name\. It has: child_id, person_id"):
        TABLES["child"].column("name")


# The page

PAGE = tables_page()


def section(title: str) -> str:
    return PAGE.split(f"\n## {title}\n", 1)[1].split("\n## ", 1)[0]


@each_table
def test_the_page_says_what_every_column_means(table: Table) -> None:
    assert table.means in section(table.name)
    for column in table:
        where = "The columns every table ends with" if column in RECORDED else table.name
        assert f"| `{column.name}` | {column.means} |" in section(where)


def test_the_page_lists_every_code_once() -> None:
    for codes in {column.codes for table in TABLES.values() for column in table if column.codes}:
        listed = PAGE.split(f"### {codes.__name__}\n", 1)[1].split("\n#", 1)[0]
        assert re.findall(r"^\| `(\w+)` \| (.+) \|$", listed, re.MULTILINE) == list(codes.labels().items())
    assert repeated(re.findall(r"^#+ .*$", PAGE, re.MULTILINE)) == []


def test_links_of_the_page_lead_to_its_headings() -> None:
    headings = {heading.lower().replace(" ", "-") for heading in re.findall(r"^#+ (.*)$", PAGE, re.MULTILINE)}
    assert set(re.findall(r"\]\(#(.*?)\)", PAGE)) <= headings


def test_the_page_says_what_is_needed_known_and_personal() -> None:
    assert "| `concern_id` | The concern. | identifier | key |  |  |" in section("concern")
    assert (
        "| `pregnancy_id` | Instead of a child: the pregnancy, when the row is about every child expected of it. "
        "| key of [pregnancy](#pregnancy) | one of the two |  |  |"
    ) in section("concern")
    assert "| `kind` | What it is. | [ConcernKind](#concernkind) | yes |  |  |" in section("concern")
    assert "| `ended_on` | Day it ceased to be a concern. | date |  | from that day |  |" in section("concern")
    assert "| `ended_reason` | Why, in words. | text |  | from `ended_on` |  |" in section("concern")
    assert "| `family_name` | Family name. | text |  |  | names a person |" in section("person")
