"""The generated pages of `docs/`: the record tables, the settings, and a page for each check.

A check's page has its case table, which stands among the tests; whoever builds the pages hands it in.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from lapwing.checks import CHECKS
from lapwing.lessons import settings_page
from lapwing.lessons.settings import shipped_settings
from lapwing.pages.checks import CHECKS_FOLDER, Line, check_page, index_page, path_of
from lapwing.vocabulary.pages import tables_page

__all__ = ["CHECKS_FOLDER", "Line", "pages"]


def pages(cases: Mapping[str, Sequence[Line]]) -> dict[str, str]:
    """Every generated page, by its path below `docs/`; `cases` has each check's case table by its code."""
    settings = shipped_settings()
    return {
        "reference/tables.md": tables_page(),
        "reference/settings.md": settings_page(),
        f"{CHECKS_FOLDER}/README.md": index_page(CHECKS.values()),
        **{path_of(check): check_page(check, cases.get(code, ()), settings) for code, check in CHECKS.items()},
    }
