"""What was done, in a chain that shows whether anything in it was altered. Events drive nothing."""

from __future__ import annotations

from django.db import models


class Event(models.Model):
    """One thing done or read: who, when, on whose record, with what. Each carries the hash of the one before.

    `place` counts from 1 without a gap. `details` is JSON as text, so that its hash does not hang on how a database
    holds JSON; it has keys, columns and reasons, and no particulars of a person.
    """

    place = models.BigIntegerField(primary_key=True)
    at = models.DateTimeField()
    by = models.ForeignKey("records.Account", null=True, on_delete=models.PROTECT, related_name="+")
    verb = models.TextField()
    child = models.TextField(null=True, db_index=True)
    details = models.TextField()
    before = models.TextField()
    hash = models.TextField()

    class Meta:
        db_table = "event"


class ChainHead(models.Model):
    """How long the chain of events is and where it ends, so that an end cut off is seen. There is one row."""

    place = models.BigIntegerField()
    hash = models.TextField()

    class Meta:
        db_table = "chain_head"
