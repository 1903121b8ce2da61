"""Who may sign in, as what, and for which agency."""

from __future__ import annotations

from typing import ClassVar

from django.contrib.auth.base_user import AbstractBaseUser
from django.db import models


class Role(models.TextChoices):
    """What somebody is in Lapwing; what each may do stands in `conduct.may`."""

    PRACTITIONER = "practitioner", "Practitioner"
    MANAGER = "manager", "Manager"
    NAMED_PROFESSIONAL = "named_professional", "Named or designated professional"
    PARTNERSHIP_OFFICER = "partnership_officer", "Partnership officer"
    AUDITOR = "auditor", "Auditor"
    SCRUTINEER = "scrutineer", "Independent scrutineer"
    ADMINISTRATOR = "administrator", "Administrator"


class Account(AbstractBaseUser):
    """Somebody who may sign in, in one post: who has two posts has two accounts. A system of an agency has one too.

    `person` is their own record among people, where they have one, so that they are kept from their own family's.
    `wants_digest`: whether a daily e-mail says what waits for them; `digest_on` is the day of the last one.
    """

    email = models.EmailField(unique=True)
    name = models.TextField()
    role = models.TextField(choices=Role.choices)
    agency = models.ForeignKey("records.Agency", null=True, on_delete=models.PROTECT, related_name="+")
    team = models.TextField(default="")
    practitioner = models.ForeignKey("records.Practitioner", null=True, on_delete=models.PROTECT, related_name="+")
    person = models.ForeignKey("records.Person", null=True, on_delete=models.PROTECT, related_name="+")
    is_system = models.BooleanField(default=False)
    is_active = models.BooleanField(default=True)
    made_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)
    wants_digest = models.BooleanField(default=True)
    digest_on = models.DateField(null=True)

    USERNAME_FIELD = "email"
    REQUIRED_FIELDS: ClassVar = ["name", "role"]

    class Meta:
        db_table = "account"
        constraints = (
            models.CheckConstraint(
                condition=models.Q(role=Role.PARTNERSHIP_OFFICER)
                | models.Q(role=Role.ADMINISTRATOR)
                | models.Q(role=Role.AUDITOR)
                | models.Q(role=Role.SCRUTINEER)
                | models.Q(agency__isnull=False),
                name="account_agency_given",
            ),
        )

    def __str__(self) -> str:
        return self.name


class Token(models.Model):
    """What a system shows to be let in as its account. Only its digest is kept."""

    account = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="tokens")
    digest = models.TextField(unique=True)
    name = models.TextField()
    made_by = models.ForeignKey(Account, null=True, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    withdrawn_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "token"
