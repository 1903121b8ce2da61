"""By which words people are found."""

from __future__ import annotations

from typing import ClassVar

from django.db import models


class NameWord(models.Model):
    """A word of a name that a person has or had on record, in small plain letters, and how it sounds.

    It says who might be meant, no more: whoever reads it looks at the person's own entries for what is so now.
    """

    person = models.ForeignKey("records.Person", on_delete=models.PROTECT, related_name="+", db_index=False)
    word = models.TextField()
    sound = models.TextField()

    class Meta:
        db_table = "name_word"
        constraints: ClassVar = [models.UniqueConstraint(fields=["word", "person"], name="name_word_once")]
        indexes: ClassVar = [models.Index(fields=["sound"], name="name_word_sound")]
