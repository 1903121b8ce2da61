"""Where entries come from: agencies' systems, and what is entered here; and where the two contradict each other."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

HERE = "here"
"""The feed of what is entered in Lapwing itself; its rows have no feed, but it carries tables like the others."""


class Feed(models.Model):
    """A system or return that entries come from, again and again. Its name stands before the keys of its rows."""

    name = models.TextField(primary_key=True)
    format = models.TextField()
    last_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "feed"


class Carries(models.Model):
    """Which columns of a table a feed can give: what it does not carry says nothing when it is empty.

    `columns` is a JSON list, `kinds` a JSON object of the codes that it can have in a column, where those are not all.
    """

    feed = models.ForeignKey(Feed, on_delete=models.PROTECT, related_name="carries")
    table = models.TextField()
    columns = models.JSONField()
    kinds = models.JSONField(default=dict)
    delivered_on = models.DateField(null=True)

    class Meta:
        db_table = "carries"
        constraints: ClassVar = [models.UniqueConstraint(fields=["feed", "table"], name="carries_once")]


class ImportRun(models.Model):
    """One source being brought in, or brought in: how far it has come, so that it can go on where it stopped."""

    feed = models.ForeignKey(Feed, on_delete=models.PROTECT, related_name="runs")
    source = models.TextField()
    fingerprint = models.TextField()
    began_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)
    done = models.JSONField(default=dict)
    counts = models.JSONField(default=dict)

    class Meta:
        db_table = "import_run"


class Reconciliation(models.Model):
    """Two records that contradict each other, for a person to settle. Keys and columns only: the values stay in the rows.

    `theirs` is the row that a feed gave and that did not take the place of what was entered here, as JSON.
    """

    table = models.TextField()
    key = models.TextField()
    columns = models.JSONField()
    feed = models.ForeignKey(Feed, null=True, on_delete=models.PROTECT, related_name="+")
    theirs = models.JSONField(null=True)
    found_at = models.DateTimeField()
    settled_at = models.DateTimeField(null=True)
    settled_by = models.ForeignKey("records.Account", null=True, on_delete=models.PROTECT, related_name="+")
    outcome = models.TextField(default="")

    class Meta:
        db_table = "reconciliation"
        indexes: ClassVar = [models.Index(fields=["table", "key"], name="reconciliation_of")]
