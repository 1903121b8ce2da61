"""Columns that tables of the Board have and record tables do not."""

from __future__ import annotations

from lapwing.vocabulary.tables import Column, Kind, Personal

ACCOUNT = "account"
"""What a column refers to that names who may sign in: no record table, for the Board names people by their accounts."""


def account(name: str, means: str, *, required: bool = False) -> Column:
    """The account of somebody who works in the partnership; its name ends in `_id`."""
    return Column(name, Kind.WHOLE, means, required=required, refers_to=ACCOUNT, personal=Personal.NO)
