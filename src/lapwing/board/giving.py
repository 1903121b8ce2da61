"""Giving a named person a named child's record to read, and nothing more: for an audit, a scrutiny task or an inspection."""

from __future__ import annotations

from datetime import date

from lapwing.conduct.acting import Acting
from lapwing.conduct.may import READ
from lapwing.conduct.permissions import READING, may_be_given_cases, may_read_although_restricted, user_can
from lapwing.conduct.policies import NotPossible
from lapwing.conduct.posts import accounts_of_same
from lapwing.records import links
from lapwing.records.entries import entries
from lapwing.records.models import Account, FamilyTie
from lapwing.vocabulary.board.codes import TaskKind

NOT_TO_THEM = "That person cannot be given this case; choose somebody else, or take another case."
"""Says the same whatever stands in the way, so that nothing is learned of the child or of the person."""
GIVEN = "A child's record was given to you to read. You find it under Board, Given to you."


def give_to(by: Acting, reader: Account, child: str, *, task: TaskKind, reason: str, until_on: date) -> str:
    """Lets an account read a child's record until a day; the key of the giving. NotPossible says why it cannot be."""
    refusal = why_not(reader, child, by)
    if refusal:
        raise NotPossible(refusal)
    if until_on < by.today:
        raise NotPossible("until_on has gone by; give the last day on which they will need to read it.")
    key = by.enter(
        "given_case", reader_account_id=reader.pk, child_id=child, task=task, reason=reason, until_on=until_on
    )
    by.tell(reader.pk, GIVEN)
    return key


def why_not(reader: Account, child: str, by: Acting) -> str:
    """Why this record cannot be given to somebody; empty where it can. The sentence says nothing of the child."""
    if not reader.is_active or (reader.ended_at is not None and reader.ended_at <= by.at):
        return "That account has ended; choose somebody who can sign in."
    if not may_be_given_cases(reader):
        return "That is not the account of somebody who reads cases; choose somebody else."
    same = links.one_with("child", [child])
    if FamilyTie.objects.filter(account__in=accounts_of_same(reader), child__in=same).exists():
        return NOT_TO_THEM
    if not may_read_although_restricted(reader, child):
        return NOT_TO_THEM
    return ""


def take_back(by: Acting, given_case: str, *, on: date) -> None:
    """Ends a giving; nothing where it has ended."""
    standing = entries("given_case").filter(pk=given_case, ended_on__isnull=True)
    if standing.exists():
        by.amend("given_case", given_case, ended_on=on)


def may_still_read(by: Acting, child: str) -> bool:
    """Whether a record that was given is open to its reader now: it may have been restricted since, or be of their family."""
    return user_can(READING, READ, by=by, child=child)
