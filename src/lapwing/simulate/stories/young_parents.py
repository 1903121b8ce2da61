"""Stories of parents who are children, and of care leavers who are parents, as paragraph 31 asks after them.

Each tells of one pregnancy; mother and father mostly have records of their own, with quite different things on them.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from lapwing.simulate.events.deciding import WHOLE, decide
from lapwing.simulate.events.pregnancy import TERM, Expecting, expect
from lapwing.simulate.events.referring import involve, raise_concern, refer, touch
from lapwing.simulate.events.sharing import set_aside
from lapwing.simulate.events.standing import stand, stay
from lapwing.simulate.family import Family, Person, Subject
from lapwing.simulate.fathers import FATHER
from lapwing.simulate.people import a_child, a_man, birthday, relate
from lapwing.simulate.stories.parents import young_person
from lapwing.simulate.workforce import Duty
from lapwing.vocabulary.care_codes import LegalStatusKind, SettingKind
from lapwing.vocabulary.codes import ConcernKind, DateCertainty, HelpLevel, Sex
from lapwing.vocabulary.work_codes import ContactKind, DecisionKind, DecisionOutcome, ReferralSource

AT_ONCE: dict[str, Any] = {"wait": 0}
"""Written down on the day."""
BARE: dict[str, Any] = {**dict.fromkeys(WHOLE), "decided_by": None, "authority": None, "review_on": None}
"""A decision of which little more than the outcome is on record."""


def _ago(family: Family, days: int) -> date:
    return family.on_weekday(family.today - timedelta(days))


@dataclass(slots=True)
class Young:
    """A pregnancy, and a mother and a father with records of their own."""

    expecting: Expecting
    mother: Subject
    father: Subject

    @property
    def about(self) -> Subject:
        return self.expecting.about


def _both_young(family: Family, known_ago: int, years: int = 16, **more: Any) -> Young:
    """The pregnancy has been known so many days; both parents were so many years old by then."""
    on = _ago(family, known_ago)
    ages = (years, years)
    young = _of(family, on, birthday(family, on, ages), birthday(family, on, ages), **more)
    for one in (young.mother, young.father):
        young_person(family, one, on)
    return young


def _of(family: Family, on: date, hers: date, his: date, **more: Any) -> Young:
    mother = a_child(family, on, hers, None, sex=Sex.FEMALE, **more)
    expecting = _pregnancy(family, on, mother=mother.person)
    father = a_child(family, on, his, None, sex=Sex.MALE, **more)
    relate(family, expecting.about, father.person, FATHER, on, lives_with_child=False, **AT_ONCE)
    involve(family, expecting.about, Duty.SOCIAL_WORKER, on, HelpLevel.PRE_BIRTH, **AT_ONCE)
    return Young(expecting, mother, father)


def _pregnancy(family: Family, on: date, week: int = 8, **more: Any) -> Expecting:
    return expect(family, on + timedelta(TERM - 7 * week), known_week=(week, week), **more)


def _worry(family: Family, young: Subject, on: date, **more: Any) -> None:
    kind = family.chance.pick((ConcernKind.CHILD_SEXUAL_EXPLOITATION, ConcernKind.SELF_HARM, ConcernKind.NEGLECT))
    raise_concern(family, young, kind, on, **{"significant": True, **AT_ONCE, **more})


def _worry_with_baby(family: Family, about: Subject, who: Person, on: date, **more: Any) -> None:
    told = {"person_id": who.person_id, "significant": True, **AT_ONCE, **more}
    raise_concern(family, about, ConcernKind.SOCIAL_ISOLATION, on, **told)


def _decide(family: Family, young: Subject, on: date, yes: bool = True, **more: Any) -> None:
    """A whole decision, but for what is said to be otherwise."""
    outcome = DecisionOutcome.REQUIRED if yes else DecisionOutcome.NOT_REQUIRED
    whole = {**WHOLE, "review_on": on + timedelta(90), **AT_ONCE}
    decide(family, young, DecisionKind.YOUNG_PARENT_IN_NEED, on, outcome, **{**whole, **more})


def named_today(family: Family) -> None:
    """A boy of fifteen is named as the father today, and somebody is worried about him."""
    expecting = _pregnancy(family, _ago(family, 20), mother_years=(18, 19))
    himself = a_child(family, _ago(family, 9), birthday(family, family.today, (15, 15)), None, sex=Sex.MALE)
    relate(family, expecting.about, himself.person, FATHER, family.today, lives_with_child=False, **AT_ONCE)
    young_person(family, himself, _ago(family, 9))
    _worry(family, himself, family.today)


def decided_today(family: Family) -> None:
    """Hers is decided today, and not written up yet; his is to be decided this week."""
    young = _both_young(family, 30)
    _worry(family, young.mother, _ago(family, 20))
    _decide(family, young.mother, family.today, **BARE)
    _worry(family, young.father, family.on_weekday(family.today - timedelta(11)))


def half_a_year_on(family: Family) -> None:
    """Hers is to be looked at again this week, for three reasons; he moved today."""
    young = _both_young(family, 200, 15)
    for row in family.rows["involvement"]:
        row["started_on"] = _ago(family, 11)
    _worry(family, young.mother, _ago(family, 190))
    _decide(family, young.mother, _ago(family, 179))
    stay(family, young.mother, SettingKind.FOSTER_HOME, _ago(family, 11), **AT_ONCE)
    _worry(family, young.father, _ago(family, 30))
    _decide(family, young.father, _ago(family, 22), yes=False)
    stay(family, young.father, SettingKind.KINSHIP, family.today, **AT_ONCE)


def done_and_done_late(family: Family) -> None:
    """Everything was done for her in time, and for him weeks later."""
    young = _both_young(family, 70, 15)
    hers, his = ((0, 3, 3, 10, 15, 6, 0), (9, 3, 27, 29, 55, 60, 4))
    for one, days in ((young.mother, hers), (young.father, his)):
        _help(family, one, *(_ago(family, 70 - day) for day in days[:6]), wait=days[6])


def _help(
    family: Family, one: Subject, referred: date, worry: date, decided: date, moved: date, again: date, worker: date,
    *, wait: int,
) -> None:  # fmt: skip
    refer(family, one, referred, ReferralSource.MIDWIFERY)
    _worry(family, one, worry)
    for on in (decided, again):
        _decide(family, one, on, wait=wait)
    stay(family, one, SettingKind.FOSTER_HOME, moved, **AT_ONCE)
    family.another(Duty.SOCIAL_WORKER)
    involve(family, one, Duty.SOCIAL_WORKER, worker, HelpLevel.CHILD_IN_NEED, **AT_ONCE)


def ages_in_doubt(family: Family) -> None:
    """Two services have other dates of birth for both; his was decided on all the same."""
    young = _both_young(family, 40, born_on_certainty=DateCertainty.CONTRADICTORY)
    _worry(family, young.mother, _ago(family, 30))
    _worry_with_baby(family, young.about, young.expecting.mother, _ago(family, 30))
    _worry(family, young.father, _ago(family, 38))
    _decide(family, young.father, _ago(family, 32))
    stay(family, young.father, SettingKind.SUPPORTED_ACCOMMODATION, _ago(family, 20), **AT_ONCE)
    stand(family, young.father, LegalStatusKind.CARE_LEAVER, _ago(family, 20), **AT_ONCE)


def set_aside_for_both(family: Family) -> None:
    """She is in hospital far away, he abroad with relatives; managers have set the questions aside meanwhile."""
    young = _both_young(family, 60, 15)
    _worry(family, young.mother, _ago(family, 50))
    _worry(family, young.father, _ago(family, 50))
    _decide(family, young.father, _ago(family, 45), **BARE)
    stay(family, young.father, SettingKind.KINSHIP, _ago(family, 30), **AT_ONCE)
    of_him = (
        *("in_need_decision_whole", "own_worker_for_young_parent"),
        *("in_need_looked_at_again_after_change", "in_need_looked_at_again_in_time"),
    )
    _set_aside(family, young.mother, "in_need_decided", "young_parent_referred")
    _set_aside(family, young.father, *of_him)


def _set_aside(family: Family, about: Subject, *checks: str) -> None:
    for check in checks:
        set_aside(family, about, f"parents.{check}", _ago(family, 12), family.chance.days(60, 90), **AT_ONCE)


def nothing_significant(family: Family) -> None:
    """Of a concern about her nobody marked whether it is significant; of his somebody wrote that it is not."""
    young = _both_young(family, 50)
    _worry(family, young.mother, _ago(family, 40), significant=None)
    _worry(family, young.father, _ago(family, 40), significant=False)


def unheard_of(family: Family) -> None:
    """She is fifteen; the expected date is weeks past, and nothing more is recorded of her or the baby."""
    on = _ago(family, 290)
    herself = a_child(family, on, birthday(family, on, (15, 15)), None, sex=Sex.FEMALE)
    young_person(family, herself, on)
    _pregnancy(family, on, mother=herself.person)
    _worry(family, herself, _ago(family, 280))


def _eighteen_since(family: Family, days: int) -> date:
    """A date of birth that made somebody eighteen so many days ago."""
    on = family.today - timedelta(days)
    return on.replace(year=on.year - 18, day=min(on.day, 28))


def _care_leavers(family: Family, hers: int, his: int) -> Young:
    """Both left care; they became eighteen so many days ago."""
    young = _of(family, _ago(family, 50), _eighteen_since(family, hers), _eighteen_since(family, his))
    for one in (young.mother, young.father):
        stand(family, one, LegalStatusKind.CARE_LEAVER, _ago(family, 48), **AT_ONCE)
        touch(family, one, Duty.SOCIAL_WORKER, ContactKind.OFFICE, _ago(family, 47), **AT_ONCE)
        involve(family, one, Duty.FAMILY_HELP, _ago(family, 47), HelpLevel.CARE_LEAVER, **AT_ONCE)
    return young


def _support(family: Family, one: Subject, on: date) -> None:
    decide(family, one, DecisionKind.SUPPORT_FOR_CARE_LEAVER_PARENT, on, **AT_ONCE)


def care_leaver_unasked(family: Family) -> None:
    """His support was decided in time; she came of age soon after it was decided that she was in need, and it ended."""
    young = _care_leavers(family, 24, 100)
    _worry(family, young.mother, _ago(family, 48))
    _decide(family, young.mother, _ago(family, 45))
    _support(family, young.father, _ago(family, 44))


def care_leaver_asked_late(family: Family) -> None:
    """Her support was decided weeks late; his is set aside while he serves abroad."""
    young = _care_leavers(family, 90, 100)
    _support(family, young.mother, _ago(family, 6))
    _set_aside(family, young.father, "care_leaver_parent_support_decided")


def care_leaver_of_these_days(family: Family) -> None:
    """She came of age yesterday or so, he a good week ago; their support is to be decided."""
    _care_leavers(family, 1, 11)


def _without_records(family: Family) -> tuple[Subject, Person, Person]:
    """The unborn child, and a mother and father of sixteen who are known by its record alone."""
    on = _ago(family, 60)
    expecting = _pregnancy(family, on, mother_years=(16, 16))
    him = a_man(family, on, (16, 16))
    relate(family, expecting.about, him, FATHER, on, lives_with_child=False, **AT_ONCE)
    return expecting.about, expecting.mother, him


def records_to_be_opened(family: Family) -> None:
    """What is feared for her was written down today, what is feared for him a good week ago."""
    about, her, him = _without_records(family)
    _worry_with_baby(family, about, her, family.today)
    _worry_with_baby(family, about, him, _ago(family, 11))


def records_not_needed(family: Family) -> None:
    """Of her it was said, late, why nothing is needed; of him nothing is said."""
    about, her, him = _without_records(family)
    reason = {"no_action_on": _ago(family, 10), "no_action_reason": "Lives with an aunt who looks after her well."}
    _worry_with_baby(family, about, her, _ago(family, 40), **reason)
    _worry_with_baby(family, about, him, _ago(family, 40))


def records_set_aside(family: Family) -> None:
    """Both are known to another area, which is to send their records; until then it waits."""
    about, her, _ = _without_records(family)
    _worry_with_baby(family, about, her, _ago(family, 40))
    _set_aside(family, about, "young_parent_has_record_of_own")
