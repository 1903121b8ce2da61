"""What families are helped with: each kind of concern, how it is put, and what is usually done about it."""

from __future__ import annotations

from enum import Enum
from typing import NamedTuple

from lapwing.simulate.workforce import Duty
from lapwing.vocabulary.codes import ConcernKind, ConcernPart
from lapwing.vocabulary.work_codes import ActionKind

Kind = ConcernKind
Part = ConcernPart


class Whose(Enum):
    """Whom a concern is about."""

    MOTHER = "mother"
    FATHER = "father"
    CHILD = "child"


class Worry(NamedTuple):
    """A kind of concern: in words, about whom, who sees it first, and the usual answer to it."""

    note: str
    whose: Whose
    part: ConcernPart
    seen_by: Duty
    says: str
    effect: str
    owner: Duty
    action: ActionKind = ActionKind.SERVICE


DIRECT = ActionKind.DIRECT_WORK
MOTHER, FATHER, CHILD = Whose.MOTHER, Whose.FATHER, Whose.CHILD

WORRIES: dict[ConcernKind, Worry] = {
    Kind.DOMESTIC_ABUSE: Worry(
        "Shouting and threats by her partner; police were called.", MOTHER, Part.HARMED, Duty.POLICE,
        "Adviser meets her weekly and agrees a safety plan.", "She and the baby are safer at home.",
        Duty.DOMESTIC_ABUSE, ActionKind.SAFETY),
    Kind.ALCOHOL: Worry(
        "Drinks most evenings, by her own account.", MOTHER, Part.AFFECTED, Duty.MIDWIFE,
        "Weekly sessions on drinking.", "No drinking while pregnant or caring for the baby.", Duty.SUBSTANCES),
    Kind.DRUGS: Worry(
        "Uses cannabis daily.", FATHER, Part.AFFECTED, Duty.GP,
        "Treatment plan, with safe storage seen at home.", "The baby is cared for by a sober adult at all times.",
        Duty.SUBSTANCES),
    Kind.PARENTAL_MENTAL_HEALTH: Worry(
        "Low mood since the last birth; off her medicine.", MOTHER, Part.AFFECTED, Duty.GP,
        "Perinatal appointments and a plan for a crisis.", "Her mood is steady enough to care for the baby.",
        Duty.ADULT_MENTAL_HEALTH),
    Kind.LEARNING_DISABILITY: Worry(
        "Needs information in small steps; went to a special school.", MOTHER, Part.AFFECTED, Duty.MIDWIFE,
        "Adapted parenting sessions at home.", "She can show feeding, bathing and settling safely.",
        Duty.FAMILY_HELP, DIRECT),
    Kind.PREVIOUS_CHILD_HARMED: Worry(
        "An older child was injured in his care five years ago.", FATHER, Part.RESPONSIBLE, Duty.SOCIAL_WORKER,
        "Work with him on what happened and what has changed.", "He can say what he will do differently.",
        Duty.SOCIAL_WORKER, DIRECT),
    Kind.PREVIOUS_CHILD_REMOVED: Worry(
        "An older child lives with adopters.", MOTHER, Part.AFFECTED, Duty.MIDWIFE,
        "Look together at what was said then and what is different now.", "The assessment rests on the present.",
        Duty.SOCIAL_WORKER, DIRECT),
    Kind.SIBLING_ON_PLAN: Worry(
        "An older child in the home is on a plan.", MOTHER, Part.NOT_KNOWN, Duty.SOCIAL_WORKER,
        "One plan for all the children.", "Help for one child does not miss the other.", Duty.SOCIAL_WORKER, DIRECT),
    Kind.PERSON_POSING_RISK: Worry(
        "A relative with a conviction visits the home.", FATHER, Part.RESPONSIBLE, Duty.PROBATION,
        "Written agreement on visits, checked unannounced.", "He is never alone with the baby.",
        Duty.SOCIAL_WORKER, ActionKind.SAFETY),
    Kind.OFFENDING_BY_ADULT: Worry(
        "Convicted of assault last year.", FATHER, Part.RESPONSIBLE, Duty.PROBATION,
        "Programme with probation.", "No violence in the home.", Duty.PROBATION),
    Kind.YOUNG_PARENT: Worry(
        "Under 18 and without family support.", MOTHER, Part.AFFECTED, Duty.MIDWIFE,
        "Family nurse visits fortnightly.", "She is confident with the baby and has somebody to turn to.",
        Duty.FAMILY_NURSE),
    Kind.CARE_EXPERIENCED_PARENT: Worry(
        "Left care last year; several moves since.", MOTHER, Part.AFFECTED, Duty.SOCIAL_WORKER,
        "Personal adviser and family help work together.", "A settled home before the birth.",
        Duty.FAMILY_HELP, DIRECT),
    Kind.LATE_BOOKING: Worry(
        "First seen by a midwife after 24 weeks.", MOTHER, Part.NOT_KNOWN, Duty.MIDWIFE,
        "Extra midwife visits at home.", "All remaining checks are kept.", Duty.MIDWIFE),
    Kind.CONCEALED_PREGNANCY: Worry(
        "Nobody had been told of the pregnancy.", MOTHER, Part.NOT_KNOWN, Duty.DOCTOR,
        "Ask gently what made it hard to tell.", "The reasons are understood and she has support.",
        Duty.MIDWIFE, DIRECT),
    Kind.POOR_ANTENATAL_ENGAGEMENT: Worry(
        "Three antenatal appointments were not kept.", MOTHER, Part.NOT_KNOWN, Duty.MIDWIFE,
        "Appointments at home or with transport.", "Antenatal checks are kept.", Duty.MIDWIFE),
    Kind.HOMELESSNESS: Worry(
        "Staying with friends; third move this year.", MOTHER, Part.AFFECTED, Duty.HOUSING,
        "Housing application followed up each week.", "A place to bring the baby home to.", Duty.HOUSING),
    Kind.FATHER_NOT_NAMED: Worry(
        "She would rather not say who the father is.", MOTHER, Part.NOT_KNOWN, Duty.MIDWIFE,
        "Ask again with time, and whether she feels safe.", "It is known whether he is safe or could help.",
        Duty.SOCIAL_WORKER, DIRECT),
    Kind.HONOUR_BASED_ABUSE: Worry(
        "Afraid of what her family will do if they find out.", MOTHER, Part.HARMED, Duty.MIDWIFE,
        "Safe ways to reach her, and a plan with the police.", "She and the baby are safe from her family.",
        Duty.DOMESTIC_ABUSE, ActionKind.SAFETY),
    Kind.SOCIAL_ISOLATION: Worry(
        "No family nearby and few friends.", MOTHER, Part.AFFECTED, Duty.HEALTH_VISITOR,
        "Parents' group, with somebody to go along the first time.", "She has people to call on.", Duty.FAMILY_HELP),
    Kind.POVERTY: Worry(
        "Debts on rent and heating.", MOTHER, Part.AFFECTED, Duty.HEALTH_VISITOR,
        "Benefits check and a grant for heating.", "The home is warm and the rent is paid.", Duty.FAMILY_HELP),
    Kind.NEGLECT: Worry(
        "Meals, clothes and school mornings are often missed.", MOTHER, Part.RESPONSIBLE, Duty.SCHOOL,
        "Morning and evening routines at home, three times a week.", "The child is fed, clean and at school.",
        Duty.FAMILY_HELP, DIRECT),
    Kind.EMOTIONAL_ABUSE: Worry(
        "The child is often shouted at and belittled.", MOTHER, Part.RESPONSIBLE, Duty.SCHOOL,
        "Sessions for parent and child together.", "The child is spoken to kindly.", Duty.SOCIAL_WORKER, DIRECT),
    Kind.PHYSICAL_ABUSE: Worry(
        "A bruise, and the child says they were hit.", FATHER, Part.RESPONSIBLE, Duty.SCHOOL,
        "He stays elsewhere while enquiries are made.", "The child is not hit again.",
        Duty.SOCIAL_WORKER, ActionKind.SAFETY),
    Kind.SEXUAL_ABUSE: Worry(
        "The child told a teacher of touching by an adult.", CHILD, Part.HARMED, Duty.SCHOOL,
        "No contact with the adult; therapeutic support.", "The child is safe and is being helped.",
        Duty.SOCIAL_WORKER, ActionKind.SAFETY),
    Kind.MARK_OR_INJURY_NOT_MOBILE: Worry(
        "A small round bruise on the cheek.", CHILD, Part.HARMED, Duty.HEALTH_VISITOR,
        "Seen by a paediatrician the same day.", "The cause is understood.", Duty.DOCTOR, ActionKind.SAFETY),
    Kind.FALTERING_GROWTH: Worry(
        "Weight gain slower than expected.", CHILD, Part.AFFECTED, Duty.HEALTH_VISITOR,
        "A feed observed, and weekly weighing.", "The baby gains weight.", Duty.HEALTH_VISITOR),
    Kind.PREMATURE_OR_SMALL: Worry(
        "Born early and in the neonatal unit.", CHILD, Part.AFFECTED, Duty.DOCTOR,
        "Neonatal outreach visits.", "Feeding and weight are on course.", Duty.HEALTH_VISITOR),
    Kind.CHILD_DISABILITY: Worry(
        "A disability that the family needs help with.", CHILD, Part.AFFECTED, Duty.SCHOOL,
        "Short breaks and equipment.", "The family can manage at home.", Duty.SOCIAL_WORKER),
    Kind.CHILD_MENTAL_HEALTH: Worry(
        "Anxious and not sleeping.", CHILD, Part.AFFECTED, Duty.SCHOOL,
        "Sessions with the young people's clinic.", "Sleeping, and back at school.", Duty.CHILD_MENTAL_HEALTH),
    Kind.YOUNG_CARER: Worry(
        "Looks after a parent and younger children.", CHILD, Part.AFFECTED, Duty.SCHOOL,
        "Young carers' group, and help in the home.", "Time to be a child.", Duty.FAMILY_HELP),
    Kind.SELF_HARM: Worry(
        "Has cut their arms and told a friend.", CHILD, Part.AFFECTED, Duty.SCHOOL,
        "Same-day conversation and a safety plan with the clinic.", "Knows whom to tell, and does.",
        Duty.CHILD_MENTAL_HEALTH),
    Kind.GOING_MISSING: Worry(
        "Away from home overnight several times.", CHILD, Part.AFFECTED, Duty.POLICE,
        "Agree with the young person whom they will call.", "Fewer nights away, and somebody knows where.",
        Duty.SOCIAL_WORKER, DIRECT),
    Kind.CHILD_SEXUAL_EXPLOITATION: Worry(
        "Gifts and lifts from an older man.", CHILD, Part.HARMED, Duty.SCHOOL,
        "Disruption of the adult by the police; trusted worker.", "The adult no longer has access.",
        Duty.POLICE, ActionKind.SAFETY),
    Kind.CHILD_CRIMINAL_EXPLOITATION: Worry(
        "Found with drugs in another town, in debt to older boys.", CHILD, Part.HARMED, Duty.POLICE,
        "Mapping of those around them, and a trusted worker.", "The debt has no hold on them.",
        Duty.YOUTH_JUSTICE, DIRECT),
    Kind.OFFENDING_BY_CHILD: Worry(
        "Arrested for robbery.", CHILD, Part.RESPONSIBLE, Duty.POLICE,
        "Weekly meetings under the order.", "No further offences.", Duty.YOUTH_JUSTICE),
    Kind.AGGRESSION: Worry(
        "Hit another pupil and a teacher.", CHILD, Part.RESPONSIBLE, Duty.SCHOOL,
        "Restorative meeting, and a calm place to go.", "Days at school without a fight.", Duty.SCHOOL, DIRECT),
    Kind.EXCLUSION: Worry(
        "Permanently excluded.", CHILD, Part.AFFECTED, Duty.SCHOOL,
        "A school place within two weeks.", "In full-time education.", Duty.SCHOOL),
    Kind.REFUSAL_OF_HELP: Worry(
        "Does not open the door to workers.", CHILD, Part.AFFECTED, Duty.SOCIAL_WORKER,
        "Meet where the young person chooses.", "One worker they will talk to.", Duty.SOCIAL_WORKER, DIRECT),
    Kind.CHILD_SUBSTANCES: Worry(
        "Smokes cannabis daily; pills at weekends.", CHILD, Part.AFFECTED, Duty.SCHOOL,
        "Sessions with the recovery service's young people's worker.", "Uses less, and more safely.",
        Duty.SUBSTANCES),
    Kind.HARMFUL_SEXUAL_BEHAVIOUR: Worry(
        "Touched another pupil.", CHILD, Part.RESPONSIBLE, Duty.SCHOOL,
        "Assessment and weekly sessions; safety plan at school.", "Others are safe, and so is he.",
        Duty.CHILD_MENTAL_HEALTH),
    Kind.GANGS: Worry(
        "Seen with a group known to the police.", CHILD, Part.AFFECTED, Duty.POLICE,
        "Mentor from the area.", "Has somewhere else to belong.", Duty.YOUTH_JUSTICE),
    Kind.UNACCOMPANIED: Worry(
        "Arrived alone.", CHILD, Part.AFFECTED, Duty.POLICE,
        "Foster home, interpreter and legal advice.", "Safe, heard and settled.", Duty.SOCIAL_WORKER),
}  # fmt: skip
"""The usual answer to each kind of concern; a story says whether it was given."""

BEHAVIOUR = (Kind.AGGRESSION, Kind.EXCLUSION, Kind.OFFENDING_BY_CHILD, Kind.GOING_MISSING, Kind.SELF_HARM,
             Kind.CHILD_SUBSTANCES, Kind.REFUSAL_OF_HELP, Kind.HARMFUL_SEXUAL_BEHAVIOUR)  # fmt: skip
EXPLOITATION = (Kind.CHILD_SEXUAL_EXPLOITATION, Kind.CHILD_CRIMINAL_EXPLOITATION, Kind.GANGS)

EXPECTING: tuple[tuple[ConcernKind, ...], ...] = (
    (Kind.DOMESTIC_ABUSE,),
    (Kind.DOMESTIC_ABUSE, Kind.ALCOHOL),
    (Kind.DOMESTIC_ABUSE, Kind.PARENTAL_MENTAL_HEALTH, Kind.HOMELESSNESS),
    (Kind.DRUGS, Kind.PARENTAL_MENTAL_HEALTH),
    (Kind.DRUGS, Kind.OFFENDING_BY_ADULT),
    (Kind.ALCOHOL, Kind.PREVIOUS_CHILD_REMOVED),
    (Kind.LEARNING_DISABILITY, Kind.SOCIAL_ISOLATION),
    (Kind.PREVIOUS_CHILD_HARMED, Kind.PERSON_POSING_RISK),
    (Kind.SIBLING_ON_PLAN, Kind.NEGLECT),
    (Kind.POOR_ANTENATAL_ENGAGEMENT, Kind.HOMELESSNESS),
    (Kind.PARENTAL_MENTAL_HEALTH,),
)
"""What comes together around expectant parents and babies."""
GROWING_UP: tuple[tuple[ConcernKind, ...], ...] = (
    (Kind.NEGLECT,),
    (Kind.NEGLECT, Kind.ALCOHOL),
    (Kind.NEGLECT, Kind.PARENTAL_MENTAL_HEALTH),
    (Kind.DOMESTIC_ABUSE,),
    (Kind.DOMESTIC_ABUSE, Kind.EMOTIONAL_ABUSE),
    (Kind.PHYSICAL_ABUSE,),
    (Kind.EMOTIONAL_ABUSE,),
    (Kind.SEXUAL_ABUSE,),
    (Kind.PARENTAL_MENTAL_HEALTH, Kind.POVERTY),
    (Kind.YOUNG_CARER,),
    (Kind.CHILD_MENTAL_HEALTH,),
)
"""What ordinary children's social care is mostly about."""
