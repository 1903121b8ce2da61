"""Young people (paragraph 67): children until eighteen, whatever they do and however grown-up they seem.

`standing` and `rights` (P67.2) ask after age, legal status and settings, and after what a young person was told,
offered and asked.
"""

from lapwing.checks.young_people import rights, standing

__all__ = ["rights", "standing"]
