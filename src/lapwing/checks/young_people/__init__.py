"""Young people of 14 and over (paragraph 67): what lies behind their behaviour, and their rights as children.

`behaviour` and `return_interviews` (P67.1) ask what was done to understand it, and what came of it.
"""

from lapwing.checks.young_people import behaviour, return_interviews

__all__ = ["behaviour", "return_interviews"]
