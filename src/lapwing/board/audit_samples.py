"""Drawing the sample of a round, and whether drawing it again gives the same."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from lapwing.board.populations import From, may_be_drawn, population_of
from lapwing.board.sampling import Sample, digest, draw
from lapwing.conduct.findings import settings_now
from lapwing.conduct.policies import NotPossible
from lapwing.records.entries import entries
from lapwing.vocabulary.board.audit_codes import Cohort, HowFound, Strata


@dataclass(frozen=True)
class Draw:
    """A sample, with how many could be drawn and a sign of exactly whom."""

    sample: Sample
    size: int
    digest: str


class Again(StrEnum):
    """What drawing a sample again today gives."""

    SAME = "Drawn again today from the same seed, the same cases come out."
    OTHERS_THERE = (
        "Records were entered or changed since, so that other children can be drawn today than on the day of the draw."
    )
    OTHERS_OPEN = (
        "The same children can be drawn today; of some, the record can be given to auditors now and could not be then, "
        "or the other way about."
    )


def asked_of_round(its_round: Mapping[str, Any]) -> From:
    """From whom a round draws."""
    return From(
        its_round["population"],
        Cohort(its_round["cohort"]),  # type: ignore[call-arg]  # by its code
        its_round["since_on"],
        its_round["until_on"],
        Strata(its_round["strata"]) if its_round["strata"] else None,  # type: ignore[call-arg]
    )


def draw_for(its_round: Mapping[str, Any], seed: int) -> Draw:
    """The sample of a round; NotPossible where there are so few that drawing would tell who.

    Restricted records and those in another open round are passed over; how many is not told.
    """
    population = population_of(asked_of_round(its_round))
    fewest = int(settings_now().number("suppress.below"))
    if len(population) < fewest:
        raise NotPossible(
            f"Fewer than {fewest} children could be drawn, so that a sample would tell who they are. "
            "Take a longer period, or have managers name cases."
        )
    open_to_it = may_be_drawn(population, but_for=its_round["audit_round_id"])
    within = {child: group for child, group in population.items() if child in open_to_it}
    sample = draw(within, seed=seed, size=its_round["size"])
    if not sample.drawn:
        raise NotPossible("None of these records can be given to auditors now. Close the open audits first.")
    return Draw(sample, len(population), digest(population, f"{its_round['audit_round_id']} {seed}"))


def told_size(number: int) -> int:
    """How many could be drawn, to the nearest multiple of the number below which none is told.

    Otherwise the sizes of two samples of almost the same period could be subtracted.
    """
    fewest = int(settings_now().number("suppress.below"))
    return max(fewest, fewest * ((number + fewest // 2) // fewest))


def drawn_again(its_round: Mapping[str, Any]) -> Again:
    """What drawing the sample of a round again gives; NotPossible where it cannot be drawn any more."""
    again = draw_for(its_round, its_round["seed"])
    if again.digest != its_round["population_digest"]:
        return Again.OTHERS_THERE
    drawn = entries("audit_case").filter(audit_round=its_round["audit_round_id"], how_found=HowFound.DRAWN)
    same = {one.key for one in again.sample.drawn} == set(drawn.values_list("child", flat=True))
    return Again.SAME if same else Again.OTHERS_OPEN
