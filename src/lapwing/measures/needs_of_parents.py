"""Needs of parents (paragraph 31, K2 and K5): who was asked about them, and whether help began."""

from __future__ import annotations

from lapwing.engine.measure import Measure, Span, done_by
from lapwing.lessons import ages_of_concern
from lapwing.vocabulary.helped_in_first_year import BABIES_OF_YEARS, helped_in_first_year
from lapwing.vocabulary.local import local
from lapwing.vocabulary.need_of_parent import need_of_parent

P31_2, P31_3 = ages_of_concern.bullet("P31.2"), ages_of_concern.bullet("P31.3")
K2, K5 = ages_of_concern.finding("K2"), ages_of_concern.finding("K5")


class OfAdultService(Measure, abstract=True):
    """Of those about what an adult service put into an assessment, each on the day of the sign-off."""

    lesson = P31_2
    findings = (K2,)
    about = helped_in_first_year
    on = helped_in_first_year.first_signed_off_on
    ended = helped_in_first_year.never_was
    looking_back = BABIES_OF_YEARS
    unlike = "Whether the parent was with that service is not in it: that it was not is itself something to be told."


OF_FIRST_YEAR = (
    helped_in_first_year.was_helped
    & ~(helped_in_first_year.first_signed_off_on >= helped_in_first_year.first_birthday_on).is_true()
)


class MentalHealthServiceContributed(OfAdultService):
    """That a parent's mental health was weighed without those who knew it."""

    asks = "Where a parent's mental health is a concern, did adult mental health contribute to the assessment?"
    counts = "Unborn children and babies under one with a signed-off assessment, and such a concern recorded by then."
    meets = "A contribution of adult mental health came by the day of the sign-off."
    belongs = (
        OF_FIRST_YEAR
        & (helped_in_first_year.mental_health_raised_on <= helped_in_first_year.first_signed_off_on).is_true()
    )
    met = done_by(helped_in_first_year.mental_health_service_said_on, helped_in_first_year.first_signed_off_on)


class SubstanceServiceContributed(OfAdultService):
    """That drink or drugs were weighed without those who worked with the parent."""

    asks = "Where drink or drugs are a concern, did the drug and alcohol service contribute to the assessment?"
    counts = "Unborn children and babies under one with a signed-off assessment, and such a concern recorded by then."
    meets = "A contribution of the drug and alcohol service came by the day of the sign-off."
    belongs = (
        OF_FIRST_YEAR
        & (helped_in_first_year.substances_raised_on <= helped_in_first_year.first_signed_off_on).is_true()
    )
    met = done_by(helped_in_first_year.substance_service_said_on, helped_in_first_year.first_signed_off_on)


class HelpForNeedBegan(Measure):
    """That a parent's need was assessed and nothing that helped followed."""

    asks = "Where a parent's own need is on record, did help for it begin?"
    lesson = P31_3
    findings = (K5,)
    about = need_of_parent
    counts = (
        "Needs of parents and other adults, recorded of unborn children and babies under one whose family was helped."
    )
    meets = "An action for that need began. A referral alone is not help that began."
    belongs = need_of_parent.was_helped
    on = need_of_parent.recorded_on
    ended = need_of_parent.never_was
    leaves_out = {
        "It was found, with reasons, to need nothing.": need_of_parent.needs_nothing,
        "Help was offered and declined.": need_of_parent.declined_on.is_known()
        & need_of_parent.help_begun_on.is_unknown(),
    }
    met = need_of_parent.help_begun_on.is_known()
    settled_on = need_of_parent.clock_from.plus_working_days(local("prebirth.action_started_wd"))
    span = Span(need_of_parent.clock_from, need_of_parent.help_begun_on, "Days until help began")
    looking_back = BABIES_OF_YEARS
    unlike = "A need that touches twins counts once for each. Whether the help worked is not in it."
