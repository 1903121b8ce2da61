"""Gaps in a register for which somebody has an action that is not done, by what the action arises from."""

from __future__ import annotations

from lapwing.records.entries import entries
from lapwing.vocabulary.board.codes import ArisesFrom


def planned_gaps(register: str) -> set[tuple[str, ...]]:
    """The gaps of a register that are seen to: what stands in the key of an action after the name of the register."""
    going_on = entries("board_action").filter(
        arises_from=ArisesFrom.REGISTER,
        arises_from_key__startswith=f"{register}:",
        done_on__isnull=True,
        dropped_on__isnull=True,
    )
    return {tuple(key.split(":")[1:]) for key in going_on.values_list("arises_from_key", flat=True)}
