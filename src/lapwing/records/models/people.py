"""Records that are, or may be, of one person."""

from __future__ import annotations

from typing import ClassVar

from django.db import models


class PossibleMatch(models.Model):
    """Two records that may be of one person or child, and what a person decided; of two keys, `one` is the lesser.

    `how` says how they are alike (`records.matching.Alike`); what speaks for it and against are JSON lists of sentences.
    """

    table = models.TextField()
    one = models.TextField()
    other = models.TextField()
    how = models.TextField()
    speaks_for = models.JSONField(default=list)
    speaks_against = models.JSONField(default=list)
    found_at = models.DateTimeField()
    is_same = models.BooleanField(null=True)
    decided_by = models.ForeignKey("records.Account", null=True, on_delete=models.PROTECT, related_name="+")
    decided_at = models.DateTimeField(null=True)
    decision_says = models.TextField(default="")

    class Meta:
        db_table = "possible_match"
        constraints: ClassVar = [models.UniqueConstraint(fields=["table", "one", "other"], name="possible_match_once")]


class Same(models.Model):
    """Somebody confirmed that two records are of one: `other` is read as `keep`. Ending it parts them again, whole.

    `along_with`: the link from which this one followed and with which it was confirmed.
    """

    table = models.TextField()
    keep = models.TextField()
    other = models.TextField()
    why = models.TextField()
    along_with = models.ForeignKey("self", null=True, on_delete=models.PROTECT, related_name="+")
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
        indexes: ClassVar = [
            models.Index(fields=["table", "keep"], condition=models.Q(ended_at__isnull=True), name="same_kept")
        ]
