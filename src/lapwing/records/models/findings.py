"""Findings as they stand, how they opened, changed and closed, and what practitioners answered."""

from __future__ import annotations

from typing import ClassVar

from django.db import models


class Finding(models.Model):
    """What a check says of a subject, as last worked out; never the truth itself, which is the records.

    Findings that are not applicable are not kept. `facts` and `missing` are JSON.
    """

    child = models.ForeignKey("records.Child", on_delete=models.PROTECT, related_name="+", db_index=False)
    subject = models.TextField()
    subject_kind = models.TextField()
    check_code = models.TextField(db_column="check")
    lesson = models.TextField()
    outcome = models.TextField()
    word = models.TextField(null=True)
    due_on = models.DateField(null=True)
    since = models.DateField(null=True)
    urgent = models.BooleanField()
    reason = models.TextField()
    plain_reason = models.TextField()
    missing = models.TextField()
    facts = models.TextField()
    basis = models.TextField()
    rule_version = models.TextField()
    settings_version = models.TextField()
    changed_at = models.DateTimeField()

    class Meta:
        db_table = "finding"
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["child", "subject", "check_code"], name="finding_once")
        ]
        indexes: ClassVar = [models.Index(fields=["due_on"], condition=models.Q(urgent=True), name="finding_urgent")]


class FindingChange(models.Model):
    """A finding opened, changed or closed: what it was and what it became, and on which day it was asked."""

    OPENED, CHANGED, CLOSED = "opened", "changed", "closed"

    child = models.ForeignKey("records.Child", on_delete=models.PROTECT, related_name="+", db_index=False)
    subject = models.TextField()
    check_code = models.TextField(db_column="check")
    kind = models.TextField()
    was = models.TextField(null=True)
    became = models.TextField(null=True)
    due_on = models.DateField(null=True)
    reason = models.TextField(null=True)
    on = models.DateField()
    at = models.DateTimeField()
    event = models.BigIntegerField(null=True)

    class Meta:
        db_table = "finding_change"
        indexes: ClassVar = [models.Index(fields=["child", "check_code", "subject"], name="finding_change_of")]


class FindingAnswer(models.Model):
    """A practitioner's word on a finding: it does not fit, because; and what a manager made of that."""

    child = models.ForeignKey("records.Child", on_delete=models.PROTECT, related_name="+")
    subject = models.TextField()
    check_code = models.TextField(db_column="check")
    reason = models.TextField()
    says = models.TextField()
    answered_by = models.ForeignKey("records.Account", on_delete=models.PROTECT, related_name="+")
    answered_at = models.DateTimeField()
    agreed = models.BooleanField(null=True)
    decided_by = models.ForeignKey("records.Account", null=True, on_delete=models.PROTECT, related_name="+")
    decided_at = models.DateTimeField(null=True)
    decision_says = models.TextField(default="")
    exception = models.ForeignKey("records.Exception", null=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        db_table = "finding_answer"
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=models.Q(decided_by__isnull=True) | ~models.Q(decided_by=models.F("answered_by")),
                name="finding_answer_two_people",
            )
        ]


class OpenCount(models.Model):
    """Of how many children something stood open when the daily run last looked: by check, agency and team that lead.

    Without `check_code` it is of any check; then `team` says of which team's children, otherwise it is of all of an
    agency's. `stands` is an outcome, `urgent`, or `any`.
    """

    ANY, URGENT = "any", "urgent"

    check_code = models.TextField(null=True, db_column="check")
    agency = models.TextField(null=True)
    team = models.TextField(null=True)
    stands = models.TextField()
    children = models.PositiveIntegerField()
    counted_on = models.DateField()

    class Meta:
        db_table = "open_count"


class Measured(models.Model):
    """What a measure looked at when it was last counted, a row each as `engine.measuring.UNIT` says, as Parquet.

    It is worked out from the record and takes the place of what was counted before. `told` is what may be told of it
    beside all other measures, as `engine.publishing.Told` writes it. `since` and `until` are the first and the last day
    that it looks at. `why_not` says why it could not be counted; then there are no units.
    """

    code = models.TextField(primary_key=True)
    counted_on = models.DateField()
    since = models.DateField()
    until = models.DateField()
    rule_version = models.TextField()
    settings_version = models.TextField()
    units = models.BinaryField()
    told = models.TextField(default="")
    why_not = models.TextField(default="")

    class Meta:
        db_table = "measured"
