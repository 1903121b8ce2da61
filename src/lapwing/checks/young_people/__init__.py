"""Young people of 14 and over (paragraph 67): what lies behind their behaviour, and their rights as children.

`behaviour` and `return_interviews` (P67.1) ask what was done to understand it, and what came of it; `standing` and
`rights` (P67.2) after age, legal status and settings, and after what a young person was told, offered and asked.
"""

from lapwing.checks.young_people import behaviour, return_interviews, rights, standing

__all__ = ["behaviour", "return_interviews", "rights", "standing"]
