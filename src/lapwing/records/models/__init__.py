"""Every model: one for each record table and one for its earlier versions, made from the tables; and those around them."""

from __future__ import annotations

from lapwing.records.models.access import BrokenGlass, FamilyTie, Notification, Restriction, SealedLink
from lapwing.records.models.accounts import Account, Role, Token
from lapwing.records.models.called import NameWord
from lapwing.records.models.drafts import Draft
from lapwing.records.models.events import ChainHead, Event
from lapwing.records.models.feeds import HERE, Carries, Feed, ImportRun, Reconciliation
from lapwing.records.models.findings import Finding, FindingAnswer, FindingChange, Measured, OpenCount
from lapwing.records.models.people import PossibleMatch, Same
from lapwing.records.models.pulses import PulseTaken, PulseTally
from lapwing.records.models.tables import EARLIER, MODELS, Earlier, Entry
from lapwing.records.models.voiding import Voiding

__all__ = [
    "EARLIER",
    "HERE",
    "MODELS",
    "Account",
    "BrokenGlass",
    "Carries",
    "ChainHead",
    "Draft",
    "Earlier",
    "Entry",
    "Event",
    "FamilyTie",
    "Feed",
    "Finding",
    "FindingAnswer",
    "FindingChange",
    "ImportRun",
    "Measured",
    "NameWord",
    "Notification",
    "OpenCount",
    "PossibleMatch",
    "PulseTaken",
    "PulseTally",
    "Reconciliation",
    "Restriction",
    "Role",
    "Same",
    "SealedLink",
    "Token",
    "Voiding",
]
