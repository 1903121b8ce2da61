"""Further facts about disagreements, looked back at: who was challenged, on what, how far it went and whether it changed anything.

Who raised one is in none of them.
"""

from __future__ import annotations

from lapwing.language.expressions import Expression, Type, cases, unknown
from lapwing.vocabulary import records
from lapwing.vocabulary.challenge import DECLINED, Disagreement, HigherStage
from lapwing.vocabulary.child import Child
from lapwing.vocabulary.facts import Link, any_of, columns, derived, earliest, its, latest, only, own, wider
from lapwing.vocabulary.local import local

disagreement = columns(records.disagreement)
event = columns(records.disagreement_stage)
decision = columns(records.decision)
referral = columns(records.referral)

NO_TEXT = unknown(Type.TEXT)
A_REFERRAL = "referral"
"""The theme of a disagreement about what was decided on a referral."""


def _as_stage(stage: Expression) -> Expression:
    """A stage of the area's policy as a code: those above the third stand together."""
    return cases((stage == 1, "stage_1"), (stage == 2, "stage_2"), (stage == 3, "stage_3"), otherwise="above_stage_3")


class PastDisagreement(Disagreement):
    """What became of a disagreement."""

    _this = (Link("child_id", Disagreement.child_id), Link("disagreement_id", Disagreement.disagreement_id))
    _disputed = (Link("child_id", Disagreement.child_id), Link("decision_id", Disagreement.decision_id))
    _child = (Link("child_id", Disagreement.child_id),)
    never_was = wider(Child.never_was)
    to_agency_id = own(disagreement.to_agency_id, "who was challenged")
    highest_stage = latest(event.stage, "the highest stage that it reached", by=_this)
    stage_reached = derived(
        cases(
            (Disagreement.immediate.is_true() | Disagreement.immediate_from.is_known(), "immediate"),
            (highest_stage.is_unknown(), "stage_1"),
            otherwise=_as_stage(highest_stage),
        ),
        "how far it went",
    )
    disputed_kind = only(decision.kind, "what the decision disputed was about", by=_disputed)
    disputed_outcome = only(decision.outcome, "which way the decision disputed had gone", by=_disputed)
    theme = derived(
        cases(
            (disputed_kind.is_known(), disputed_kind),
            (Disagreement.referral_id.is_known(), A_REFERRAL),
            otherwise=NO_TEXT,
        ),
        "what it was about",
    )
    decided_otherwise = any_of(
        decision,
        "whether it was decided otherwise since",
        by=_child,
        where=(decision.kind == its(disputed_kind))
        & (decision.outcome != its(disputed_outcome))
        & (decision.decided_on >= its(Disagreement.raised_on)),
    )
    taken_up_since = any_of(
        referral,
        "whether the referral was taken up since",
        by=_child,
        where=(
            (referral.referral_id == its(Disagreement.referral_id))
            | (referral.repeats_referral_id == its(Disagreement.referral_id)).is_true()
        )
        & ~referral.outcome.is_in(DECLINED)
        & (referral.decided_on >= its(Disagreement.raised_on)),
    )
    names_what_is_disputed = derived(
        disputed_outcome.is_known() | Disagreement.referral_id.is_known(), "whether what is disputed is on record"
    )
    was_changed = derived(decided_otherwise | taken_up_since, "whether what was disputed was changed")
    settle_at_once_by = derived(
        Disagreement.immediate_since.plus_days(local("escalation.immediate_days")),
        "by when it is settled on the immediate route",
    )


class PastStage(HigherStage):
    """What became of a further stage."""

    never_was = wider(Child.never_was)
    stage_reached = derived(_as_stage(HigherStage.stage), "which stage it was")
    _of_it = (Link("child_id", HigherStage.child_id), Link("disagreement_id", HigherStage.disagreement_id))
    to_agency_id = earliest(disagreement.to_agency_id, "who was challenged", by=_of_it)


past_disagreement = PastDisagreement
past_stage = PastStage
