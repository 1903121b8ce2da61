"""The families whom somebody is shown first: each a story told by the verbs over the weeks before today."""

from __future__ import annotations

from lapwing.demonstration.stories.babies import not_yet_accepted, not_yet_growing, twins_kept_safe
from lapwing.demonstration.stories.before_birth import a_loss, a_mother_of_sixteen, a_partner_nobody_asked
from lapwing.demonstration.stories.closed_doors import known_to_others_alone, restricted
from lapwing.demonstration.stories.older_children import a_disagreement, a_referral_unanswered, missing_four_times

STORIES = (
    a_partner_nobody_asked,
    a_mother_of_sixteen,
    not_yet_growing,
    missing_four_times,
    a_referral_unanswered,
    twins_kept_safe,
    not_yet_accepted,
    a_disagreement,
    a_loss,
    restricted,
    known_to_others_alone,
)
"""Every story, in the order in which they stand in the documentation."""
