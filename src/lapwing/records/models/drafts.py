"""What people have begun to write and not saved."""

from __future__ import annotations

from typing import ClassVar

from django.db import models


class Draft(models.Model):
    """What somebody has filled into a form so far; for them alone. `values` is JSON, by field."""

    account = models.ForeignKey("records.Account", on_delete=models.PROTECT, related_name="+", db_index=False)
    form = models.TextField()
    child = models.TextField(null=True)
    values = models.TextField()
    saved_at = models.DateTimeField(db_index=True)

    class Meta:
        db_table = "draft"
        constraints: ClassVar = [models.UniqueConstraint(fields=["account", "form"], name="draft_once")]
