"""Records that are, or may be, of one person."""

from __future__ import annotations

from typing import ClassVar

from django.db import models


class PossibleMatch(models.Model):
    """Two records that may be of one person, child or pregnancy, and what a person decided.

    `why` is a JSON list of what speaks for and against, in words.
    """

    table = models.TextField()
    one = models.TextField()
    other = models.TextField()
    score = models.FloatField()
    why = models.JSONField()
    found_at = models.DateTimeField()
    is_same = models.BooleanField(null=True)
    decided_by = models.ForeignKey("records.Account", null=True, on_delete=models.PROTECT, related_name="+")
    decided_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "possible_match"
        constraints: ClassVar = [models.UniqueConstraint(fields=["table", "one", "other"], name="possible_match_once")]


class Same(models.Model):
    """Somebody confirmed that two records are of one: `other` is read as `keep`. Ending it parts them again, whole."""

    table = models.TextField()
    keep = models.TextField()
    other = models.TextField()
    why = models.TextField()
    by = models.ForeignKey("records.Account", on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    ended_by = models.ForeignKey("records.Account", null=True, on_delete=models.PROTECT, related_name="+")
    ended_at = models.DateTimeField(null=True)
    ended_why = models.TextField(default="")

    class Meta:
        db_table = "same"
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["table", "other"], condition=models.Q(ended_at__isnull=True), name="same_as_one_only"
            ),
            models.CheckConstraint(condition=~models.Q(keep=models.F("other")), name="same_is_another"),
        ]
