"""Verbs: what was seen, what was told and what is thought, each an entry of its own."""

from __future__ import annotations

from datetime import date

from lapwing.conduct.acting import Acting
from lapwing.conduct.at_work import tell_lead
from lapwing.conduct.may import FRONT_LINE
from lapwing.conduct.permissions import Refused
from lapwing.conduct.policies import check_says
from lapwing.conduct.verb import verb
from lapwing.conduct.whose import Whose
from lapwing.records.store import CannotEnter, current
from lapwing.vocabulary.care_codes import ObservedWhat, SettingKind
from lapwing.vocabulary.work_codes import EvidenceBasis

SIGNIFICANT = "An observation was marked significant. Read it, and say that you have."


@verb(may=FRONT_LINE)
def observe(
    *,
    by: Acting,
    on: date,
    child: str | None = None,
    pregnancy: str | None = None,
    basis: EvidenceBasis,
    of: ObservedWhat,
    says: str,
    person: str | None = None,
    place: SettingKind | None = None,
    significant: bool | None = None,
) -> str:
    """Records what somebody saw, or was told, or thinks, about a child or before a birth; the observation's key.

    `basis` says which of the three: for two of them make two entries. Whoever leads is told of what is significant.
    """
    if basis is EvidenceBasis.NONE:
        raise CannotEnter("basis: needs whether it was seen, reported or is an opinion.")
    check_says(says, "says", "what was seen, heard or thought, in words")
    observation = by.enter(
        "observation",
        **Whose(child, pregnancy).columns,
        person_id=person,
        basis=basis,
        of=of,
        observed_on=on,
        observed_by=by.practitioner,
        place=place,
        says=says,
        significant=significant,
    )
    if significant:
        tell_lead(by, SIGNIFICANT, child=child, pregnancy=pregnancy, table="observation", key=observation)
    return observation


@verb(may=FRONT_LINE)
def mark_observation(*, by: Acting, on: date, observation: str, significant: bool, seen: int | None = None) -> None:
    """Marks an observation as significant or not; that it is not, only whoever observed can say once it was marked."""
    was = current("observation", observation)
    if was["significant"] and not significant and was["observed_by"] != by.practitioner:
        raise Refused(
            "Only whoever observed this can say that it is not significant. Ask them, or record your own view."
        )
    by.amend("observation", observation, seen=seen, significant=significant)
    if significant and not was["significant"]:
        tell_lead(
            by, SIGNIFICANT, child=was["child_id"], pregnancy=was["pregnancy_id"], table="observation", key=observation
        )
