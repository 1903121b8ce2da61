"""Every story, how many children's records it takes, and how often it is told.

The shares are plausible, not estimates: they make every situation turn up, not as often as it would in life.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from lapwing.simulate.chance import Chance, Odds
from lapwing.simulate.family import Family
from lapwing.simulate.stories import (
    babies,
    before_birth,
    children,
    deciding,
    fathers,
    fragile,
    parents,
    these_weeks,
    young_people,
)


@dataclass(frozen=True)
class Story:
    """A story and the number of children who get a record in it."""

    tell: Callable[[Family], None]
    children: int = 1


STORIES: Odds[Story] = Odds(
    {
        Story(before_birth.in_good_time): 30,
        Story(before_birth.referred_late): 10,
        Story(before_birth.assessed_late): 10,
        Story(before_birth.assessment_stopped): 2,
        Story(before_birth.nobody_decided): 9,
        Story(before_birth.decided_without_reasons): 5,
        Story(before_birth.decided_not_required): 8,
        Story(before_birth.worry_after_no): 5,
        Story(before_birth.concealed): 4,
        Story(before_birth.found_late): 4,
        Story(before_birth.twins, 2): 3,
        Story(before_birth.lost): 9,
        Story(before_birth.moved_away): 4,
        Story(before_birth.opened_in_error): 2,
        Story(before_birth.no_expected_date): 2,
        Story(before_birth.dates_disagree): 2,
        Story(before_birth.born_unassessed): 6,
        Story(before_birth.born_elsewhere): 3,
        Story(before_birth.birth_not_recorded): 2,
        Story(before_birth.help_refused): 4,
        Story(before_birth.agencies_disagree): 3,
        Story(before_birth.nothing_feared): 10,
        Story(before_birth.set_aside_for_one_risk): 2,
        Story(these_weeks.steps_set_aside): 5,
        Story(these_weeks.before_anything_was_due): 2,
        Story(these_weeks.just_found): 2,
        Story(these_weeks.sign_off_due): 2,
        Story(these_weeks.birth_any_day): 2,
        Story(these_weeks.signed_off_after_birth): 2,
        Story(these_weeks.plan_just_begun): 2,
        Story(these_weeks.effect_due): 2,
        Story(these_weeks.protected_and_unheard_of): 2,
        Story(these_weeks.helped_without_a_date): 2,
        Story(these_weeks.review_set_aside): 4,
        Story(these_weeks.review_went_on): 3,
        Story(these_weeks.ended_by_court): 2,
        Story(these_weeks.lines_after_review): 2,
        Story(these_weeks.ending_in_preparation): 4,
        Story(these_weeks.ending_this_week): 3,
        Story(parents.withheld): 4,
        Story(parents.unaware): 2,
        Story(parents.father_unknown): 3,
        Story(parents.two_mothers): 2,
        Story(parents.care_leaver): 4,
        Story(parents.young_mother, 2): 5,
        Story(parents.young_father, 2): 2,
        Story(fathers.looked_into_in_time): 2,
        Story(fathers.looked_into_late): 2,
        Story(fathers.help_begins_today, 2): 2,
        Story(fathers.help_began_last_week, 2): 2,
        Story(fathers.something_has_changed): 2,
        Story(fathers.questions_set_aside): 2,
        Story(fathers.not_heard_of_since): 2,
        Story(babies.first_known_after_birth): 12,
        Story(babies.on_a_plan): 6,
        Story(babies.police_called): 7,
        Story(babies.mark_on_baby): 4,
        Story(babies.slow_to_gain): 3,
        Story(babies.born_too_soon): 3,
        Story(babies.without_a_home): 5,
        Story(babies.removed_at_birth): 3,
        Story(babies.came_with_a_plan): 2,
        Story(babies.died): 2,
        Story(fragile.mark_today): 2,
        Story(fragile.mark_answered_at_once): 3,
        Story(fragile.mark_answered_late): 3,
        Story(fragile.mark_told_to_nobody): 3,
        Story(fragile.mark_before_moving): 2,
        Story(fragile.marks_set_aside): 2,
        Story(fragile.homes_set_aside): 3,
        Story(fragile.abuse_and_unheard_of): 2,
        Story(fragile.whose_abuse_it_was): 5,
        Story(deciding.steps_of_today): 3,
        Story(deciding.steps_nobody_decided): 4,
        Story(deciding.steps_decided): 4,
        Story(deciding.steps_written_up_late): 3,
        Story(deciding.steps_before_moving_away): 2,
        Story(deciding.steps_set_aside): 2,
        Story(children.no_further_action): 130,
        Story(children.advice_given): 70,
        Story(children.assessed_and_closed): 110,
        Story(children.child_in_need): 90,
        Story(children.brothers_and_sisters_in_need, 2): 25,
        Story(children.on_protection_plan): 25,
        Story(children.three_on_plans, 3): 6,
        Story(children.disabled): 25,
        Story(children.looked_after): 25,
        Story(children.special_guardians): 6,
        Story(children.adopted): 3,
        Story(children.moved_here): 8,
        Story(children.referred_again): 12,
        Story(children.plan_ended_early): 8,
        Story(young_people.exploited): 26,
        Story(young_people.at_risk_at_school): 26,
        Story(young_people.hurting_themselves): 24,
        Story(young_people.offending): 22,
        Story(young_people.homeless_at_sixteen): 12,
        Story(young_people.alone_in_the_country): 10,
        Story(young_people.looked_after): 24,
        Story(young_people.turning_eighteen): 8,
        Story(young_people.challenged): 8,
        Story(young_people.protected_at_fifteen): 12,
        Story(young_people.no_answer_at_the_door): 18,
        Story(young_people.seen_by_one_service): 40,
    }
)
FOR_ONE = Story(children.no_further_action)
"""What is told where there is room left for one child only."""

GOLDEN = 0.6180339887498949


def story_of(seed: int, number: int) -> Story:
    """Which story is told of a family: spread so evenly that even in a small area the rare ones turn up."""
    return STORIES.at((Chance(f"{seed}:stories").random() + number * GOLDEN) % 1)
