"""What checks found, for people and for programs: a table, JSON, CSV, or one page that can be printed.

A child appears by the identifier of its source alone, never by name.
"""

from lapwing.report.checked import Checked, check
from lapwing.report.formats import FORMATS

__all__ = ["FORMATS", "Checked", "check"]
