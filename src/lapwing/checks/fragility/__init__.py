"""Fragility (paragraph 53): what harms a baby sooner and more gravely than an older child.

`domestic_abuse_and_substances` (P53.1) asks what each such concern means for this very baby; `marks_and_injuries`
is the same-day path for a mark on a baby who cannot yet move about (key finding K7).
"""

from lapwing.checks.fragility import domestic_abuse_and_substances, marks_and_injuries

__all__ = ["domestic_abuse_and_substances", "marks_and_injuries"]
