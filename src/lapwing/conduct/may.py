"""Who may do what, and how far: one table, by verb and role."""

from __future__ import annotations

from collections.abc import Mapping
from enum import IntEnum

from lapwing.records.models import Role


class Scope(IntEnum):
    """How near a child's record is to somebody: the higher, the nearer. What may be done far off may be done near."""

    NONE = 0
    PARTNERSHIP = 1
    AGENCY = 2
    TEAM = 3
    OWN = 4

    @property
    def means(self) -> str:
        """Which children are at least that near, as a table says it of somebody."""
        return SCOPE_WORDS[self]

    @property
    def in_brief(self) -> str:
        """The same in a word, for a table."""
        return "any" if self is Scope.NONE else self.name.lower()


SCOPE_WORDS: Mapping[Scope, str] = {
    Scope.NONE: "any child, and what is about no child",
    Scope.PARTNERSHIP: "the whole partnership, without identities",
    Scope.AGENCY: "children whom their agency works or worked with",
    Scope.TEAM: "children whom their team works with, and those put to their agency",
    Scope.OWN: "children whom they work with themselves",
}

May = Mapping[Role, Scope]
"""The roles that may do something, each with how near the child has to be."""

FRONT_LINE: May = {Role.PRACTITIONER: Scope.TEAM, Role.MANAGER: Scope.AGENCY, Role.NAMED_PROFESSIONAL: Scope.AGENCY}
"""Everyday work with children: whoever works with the child, their manager, and the named professional of the agency."""

ANYBODY_REACHED: May = dict.fromkeys((Role.PRACTITIONER, Role.MANAGER, Role.NAMED_PROFESSIONAL), Scope.AGENCY)
"""Answering what was put to one's agency or to oneself, by whoever it reached."""

READ: May = FRONT_LINE
"""Opening records."""

WHO_READ: May = {**FRONT_LINE, Role.PRACTITIONER: Scope.OWN}
"""Seeing who has opened a record: those who work with the child themselves, and who oversees the work."""

OVERSIGHT: May = {Role.MANAGER: Scope.AGENCY, Role.NAMED_PROFESSIONAL: Scope.AGENCY}
"""What takes a manager or a named professional."""

MANAGERS: May = {Role.MANAGER: Scope.AGENCY}
"""What takes a manager."""

ANYBODY: May = dict.fromkeys((Role.PRACTITIONER, Role.MANAGER, Role.NAMED_PROFESSIONAL), Scope.NONE)
"""What anybody who works with families may do, for a child whom nobody at their agency knows yet."""

OVER_THE_WHOLE: May = dict.fromkeys((Role.PARTNERSHIP_OFFICER, Role.AUDITOR, Role.SCRUTINEER), Scope.PARTNERSHIP)
"""What is told of the whole partnership, naming nobody."""

WITHOUT_IDENTITIES: May = {
    **OVER_THE_WHOLE,
    Role.MANAGER: Scope.AGENCY,
    Role.NAMED_PROFESSIONAL: Scope.AGENCY,
}
"""Findings without the children that they are about."""

WORKLIST: May = {**WITHOUT_IDENTITIES, **READ}
"""What waits to be done: within one's sight, or for those who oversee the whole without identities."""

STEWARDS: May = {Role.ADMINISTRATOR: Scope.NONE, Role.NAMED_PROFESSIONAL: Scope.NONE}
"""Who looks after the record itself: which two records are of one person, what contradicts itself."""

REVIEWERS: May = dict.fromkeys(OVERSIGHT, Scope.NONE)
"""Who reviews what somebody opened in an emergency: whoever is named, near to the child or not."""

TIE_KEEPERS: May = {Role.MANAGER: Scope.NONE, **STEWARDS}
"""Who says of others that a child is of their family, or no longer keeps them from its record."""

ADMINISTRATORS: May = {Role.ADMINISTRATOR: Scope.NONE}
"""Who looks after accounts and feeds."""


STAFF: May = {**ANYBODY, **ADMINISTRATORS}
"""Seeing which agencies there are and who works there: whoever works with families, or looks after accounts."""

OFFICERS: May = {Role.PARTNERSHIP_OFFICER: Scope.NONE}
"""Who runs the business of the Board: its audits, its registers, its learning."""

SCRUTINY: May = dict.fromkeys((Role.PARTNERSHIP_OFFICER, Role.SCRUTINEER), Scope.NONE)
"""Who says what a figure may mean, and asks what is done about it."""

BOARD: May = dict.fromkeys(
    (Role.MANAGER, Role.NAMED_PROFESSIONAL, Role.PARTNERSHIP_OFFICER, Role.AUDITOR, Role.SCRUTINEER), Scope.NONE
)
"""Who sees what the Board sees: figures, registers, audits and learning, naming no child."""

PARTNERS: May = dict.fromkeys((Role.MANAGER, Role.NAMED_PROFESSIONAL, Role.PARTNERSHIP_OFFICER), Scope.NONE)
"""Who answers to the Board for an agency, and whoever runs its business."""

AUDITORS: May = dict.fromkeys((Role.PRACTITIONER, Role.MANAGER, Role.NAMED_PROFESSIONAL, Role.AUDITOR), Scope.NONE)
"""Who marks cases that are given to them by name."""

SEES_AGENCIES: May = {**STAFF, **BOARD}
"""Seeing which agencies there are."""

EVERYBODY: May = dict.fromkeys(Role, Scope.NONE)
"""What is one's own alone: what one was told, and what one has begun to write."""


def roles_in_words(may: May) -> str:
    """The roles that may, for a sentence that says who can do it: a manager or a named or designated professional."""
    labels = [f"{'an' if role.label[0] in 'AEIOU' else 'a'} {role.label.lower()}" for role in Role if role in may]
    return labels[0] if len(labels) == 1 else f"{', '.join(labels[:-1])} or {labels[-1]}"
