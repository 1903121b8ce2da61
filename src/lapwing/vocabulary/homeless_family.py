"""Facts about a family with a baby, born or expected, that housing has found or may find intentionally homeless."""

from __future__ import annotations

from lapwing.language.expressions import cases
from lapwing.vocabulary import records
from lapwing.vocabulary.care_codes import HousingFinding, SettingKind
from lapwing.vocabulary.child import Child
from lapwing.vocabulary.facts import Subject, columns, derived, own, wider
from lapwing.vocabulary.local import local
from lapwing.vocabulary.pre_birth_cohort import FIRST_YEAR_MONTHS

housing_approach = columns(records.housing_approach)


class HomelessFamily(Subject):
    """A family's approach to housing while a child was expected or a baby, with such a finding made or likely."""

    table = records.housing_approach
    called = "family with a baby that may be found intentionally homeless"

    child_id = own(housing_approach.child_id, "the child")
    housing_approach_id = own(housing_approach.housing_approach_id, "the approach")
    approached_on = own(housing_approach.approached_on, "when the family came to housing")
    finding = own(housing_approach.finding, "what housing has found")
    found_on = own(housing_approach.found_on, "when that was likely or found")
    agreed = own(housing_approach.consent_given, "whether the family agreed that social care is told")
    told_on = own(housing_approach.social_care_told_on, "when social care was told")
    decided_on = own(housing_approach.social_care_decided_on, "when social care decided what to do")
    sleeping_at = own(housing_approach.sleeping_at, "where the family sleeps")
    out_of_area = own(housing_approach.out_of_area, "whether that lies outside the area")
    closed_on = own(housing_approach.closed_on, "when housing closed it")
    outcome = own(housing_approach.outcome, "how it ended")
    recorded_agency_id = own(housing_approach.recorded_agency_id, "for which service it was recorded")

    never_was = wider(Child.never_was)
    born_on = wider(Child.born_on)
    pregnancy_id = wider(Child.pregnancy_id)
    likely_on = derived(
        cases((found_on.is_known(), found_on), otherwise=approached_on), "when it was likely, or else the family came"
    )
    tell_by = derived(likely_on.plus_days(local("housing.notify_days")), "by when social care is told")
    decide_by = derived(told_on.plus_working_days(local("housing.decision_wd")), "by when social care decides")
    has_roof = derived(
        sleeping_at.is_known() & ~(sleeping_at == SettingKind.NO_FIXED_ADDRESS).is_true(),
        "whether a roof for the night is recorded",
    )
    was_baby = derived(
        cases(
            (born_on.is_known(), born_on.plus_months(FIRST_YEAR_MONTHS) > approached_on),
            otherwise=pregnancy_id.is_known(),
        ),
        "whether the child was expected or a baby",
    )

    members = finding.is_in(HousingFinding.MAY_BE_INTENTIONAL, HousingFinding.INTENTIONAL) & was_baby
    ended = never_was


homeless_family = HomelessFamily
