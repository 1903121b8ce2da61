"""The words of the screens, as data: of each verb and its fields, each check, each table and each group.

They are read once, strictly: what is not understood is refused with its file and key.
"""

from __future__ import annotations

from lapwing.web.words.of_checks import Way, answers_to
from lapwing.web.words.of_groups import Group, Place, groups
from lapwing.web.words.of_tables import TableWords, table_words
from lapwing.web.words.of_verbs import FieldWords, VerbWords, field_words, words_of
from lapwing.web.words.offered import Offered
from lapwing.web.words.written import WrongWords

__all__ = [
    "FieldWords",
    "Group",
    "Offered",
    "Place",
    "TableWords",
    "VerbWords",
    "Way",
    "WrongWords",
    "answers_to",
    "field_words",
    "groups",
    "table_words",
    "words_of",
]
