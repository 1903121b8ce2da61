"""Entries made in error: asked to be voided by one person, and voided by another."""

from __future__ import annotations

from typing import ClassVar

from django.db import models


class Voiding(models.Model):
    """Somebody asks that an entry made in error be voided; a second person agrees or does not."""

    table = models.TextField()
    key = models.TextField()
    reason = models.TextField()
    asked_by = models.ForeignKey("records.Account", on_delete=models.PROTECT, related_name="+")
    asked_at = models.DateTimeField()
    agreed = models.BooleanField(null=True)
    decided_by = models.ForeignKey("records.Account", null=True, on_delete=models.PROTECT, related_name="+")
    decided_at = models.DateTimeField(null=True)
    says = models.TextField(default="")

    class Meta:
        db_table = "voiding"
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=models.Q(decided_by__isnull=True) | ~models.Q(decided_by=models.F("asked_by")),
                name="voiding_two_people",
            ),
            models.UniqueConstraint(
                fields=["table", "key"], condition=models.Q(decided_at__isnull=True), name="voiding_asked_once"
            ),
        ]
