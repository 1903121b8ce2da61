"""Who has answered a round of the staff pulse, and how many answered what: two tables that nothing joins."""

from __future__ import annotations

from typing import ClassVar

from django.db import models


class PulseTaken(models.Model):
    """That an account has answered a round, so that it does so once; neither when nor what."""

    pulse = models.ForeignKey("records.StaffPulse", on_delete=models.PROTECT, related_name="+")
    account = models.ForeignKey("records.Account", on_delete=models.PROTECT, related_name="+")

    class Meta:
        db_table = "pulse_taken"
        constraints: ClassVar = [models.UniqueConstraint(fields=["pulse", "account"], name="pulse_taken_once")]


class PulseTally(models.Model):
    """How many of an agency gave an answer to one question of a round; with an empty agency, of those who have none.

    Every row is made when the round is opened and only counts up: it has no versions, no day and no account, so that
    the order of answers is in none, and the answers of one person to several questions are not together either.
    """

    pulse = models.ForeignKey("records.StaffPulse", on_delete=models.PROTECT, related_name="+")
    agency = models.TextField()
    question = models.TextField()
    answer = models.TextField()
    number = models.PositiveIntegerField(default=0)

    class Meta:
        db_table = "pulse_tally"
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["pulse", "agency", "question", "answer"], name="pulse_tally_once")
        ]
