"""The reference page of the register."""

from __future__ import annotations

import tomllib

from lapwing.lessons import settings_page
from lapwing.lessons.register import SUBJECTS
from lapwing.lessons.settings import SETTINGS, read_overrides


def row_of(page, key):
    (row,) = [line for line in page.splitlines() if line.startswith(f"| `{key}`:")]
    return [cell.strip() for cell in row.strip("|").split(" | ")]


def test_every_setting_has_a_row_under_its_subject():
    page = settings_page()
    assert [line[3:] for line in page.splitlines() if line.startswith("## ")] == list(SUBJECTS.values())
    for key, each in SETTINGS.items():
        section = page.partition(f"## {SUBJECTS[each.subject]}\n")[2].partition("\n## ")[0]
        assert f"| `{key}`: " in section


def test_a_row_has_value_range_basis_source_and_who_confirmed():
    assert row_of(settings_page(), "prebirth.complete_by")[1:] == [
        "28+0 weeks",
        "24+0 to 32+0",
        "local procedure",
        "Our choice within the range found; 32 weeks in a secondary source (proposal)",
        "source to confirm",
        "not confirmed by anybody yet",
        "P17.1",
    ]


def test_every_table_has_as_many_cells_in_each_row():
    rows = [line for line in settings_page().splitlines() if line.startswith("|")]
    assert {row.replace("\\|", "").count("|") for row in rows} == {9}


def test_lists_and_stages_stand_in_full_below_their_table():
    page = settings_page()
    assert "- `late_booking`: Pregnancy booked late\n" in page
    assert "- `poverty`: Poverty or debt (off)\n" in page
    assert "1. The practitioners who disagree, with their line managers: 2 working days from" in page


def test_the_page_of_an_area_shows_what_it_changed(tmp_path):
    path = tmp_path / "our_area.toml"
    path.write_text(
        '[settings]\n"partnership.name" = "A | B"\n'
        '[settings."assessment.max_wd"]\nvalue = 40\nconfirmed_by = "Head"\nconfirmed_on = 2026-05-01\n'
        '[settings."prebirth.triggers".value]\nlate_booking = false\n',
        encoding="utf-8",
    )
    page = settings_page(read_overrides(path))
    cells = row_of(page, "assessment.max_wd")
    assert cells[1] == "40 working days (shipped: 45 working days)"
    assert cells[6] == "Head, 2026-05-01"
    assert "A \\| B (shipped: Safeguarding partnership)" in page
    assert "- `late_booking`: Pregnancy booked late (off)\n" in page


def test_the_example_on_the_page_is_a_file_that_reads(tmp_path):
    example = settings_page().partition("```toml\n")[2].partition("```")[0]
    assert tomllib.loads(example)
    path = tmp_path / "example.toml"
    path.write_text(example, encoding="utf-8")
    assert set(read_overrides(path).overridden) == {"prebirth.start_by", "prebirth.complete_by", "prebirth.triggers"}
