"""Who is kept from a record or let into it, and what people are told."""

from __future__ import annotations

from typing import ClassVar

from django.db import models


class Restriction(models.Model):
    """A record that only named people may open, on grounds that were recorded."""

    child = models.ForeignKey("records.Child", on_delete=models.PROTECT, related_name="+")
    grounds = models.TextField()
    says = models.TextField(default="")
    by = models.ForeignKey("records.Account", on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    may_read = models.ManyToManyField("records.Account", related_name="+", db_table="restriction_may_read")
    lifted_by = models.ForeignKey("records.Account", null=True, on_delete=models.PROTECT, related_name="+")
    lifted_at = models.DateTimeField(null=True)
    lifted_why = models.TextField(default="")

    class Meta:
        db_table = "restriction"
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["child"], condition=models.Q(lifted_at__isnull=True), name="restriction_once"
            )
        ]


class BrokenGlass(models.Model):
    """A record opened in an emergency by somebody outside its circle: why, until when, and a named person's review."""

    child = models.ForeignKey("records.Child", on_delete=models.PROTECT, related_name="+")
    by = models.ForeignKey("records.Account", on_delete=models.PROTECT, related_name="+")
    reason = models.TextField()
    at = models.DateTimeField()
    until_at = models.DateTimeField()
    reviewer = models.ForeignKey("records.Account", on_delete=models.PROTECT, related_name="+")
    reviewed_at = models.DateTimeField(null=True)
    justified = models.BooleanField(null=True)
    review_says = models.TextField(default="")

    class Meta:
        db_table = "broken_glass"
        constraints: ClassVar = [
            models.CheckConstraint(condition=~models.Q(reviewer=models.F("by")), name="broken_glass_two_people")
        ]


class FamilyTie(models.Model):
    """Somebody's own family: a child whose record they are kept from, and whose opening is told to others."""

    account = models.ForeignKey("records.Account", on_delete=models.PROTECT, related_name="+")
    child = models.ForeignKey("records.Child", on_delete=models.PROTECT, related_name="+")
    said_by = models.ForeignKey("records.Account", on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        db_table = "family_tie"
        constraints: ClassVar = [models.UniqueConstraint(fields=["account", "child"], name="family_tie_once")]


class SealedLink(models.Model):
    """After an adoption: which new record belongs to which old one. Nobody follows it without saying why."""

    before = models.ForeignKey("records.Child", on_delete=models.PROTECT, related_name="+")
    after = models.ForeignKey("records.Child", on_delete=models.PROTECT, related_name="+")
    by = models.ForeignKey("records.Account", on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        db_table = "sealed_link"


class Notification(models.Model):
    """Something that somebody is told, with what it is about; it names nobody.

    `quiet_at`: taken back unread, such as after the loss of a pregnancy.
    """

    account = models.ForeignKey("records.Account", on_delete=models.PROTECT, related_name="+")
    what = models.TextField()
    child = models.TextField(null=True, db_index=True)
    table = models.TextField(null=True)
    key = models.TextField(null=True)
    at = models.DateTimeField()
    read_at = models.DateTimeField(null=True)
    quiet_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "notification"
        indexes: ClassVar = [models.Index(fields=["account", "read_at"], name="notification_for")]
