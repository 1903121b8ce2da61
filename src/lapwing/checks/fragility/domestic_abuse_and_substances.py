"""P53.1: the heightened risk to a baby where there is domestic abuse, or misuse of drugs or alcohol.

The first four ask about each incident or standing concern; two more about drugs and alcohol alone; the last
about each carer. What services wrote and did is asked after, never what the person harmed ought to have done.
"""

from __future__ import annotations

from typing import ClassVar

from lapwing.engine.check import Check, Outcome
from lapwing.language.expressions import Expression, cases
from lapwing.lessons import ages_of_concern
from lapwing.lessons.settings import Basis
from lapwing.vocabulary.facts import Fact
from lapwing.vocabulary.heightened_risk import carer_of_baby, heightened_risk
from lapwing.vocabulary.local import local


def within(new_incident: Expression, since: Expression) -> Expression:
    """The time for writing, asking or agreeing: shorter after a new incident."""
    return cases(
        (new_incident, since.plus_working_days(local("fragility.new_incident_considered_wd"))),
        otherwise=since.plus_working_days(local("fragility.considered_wd")),
    )


# What has to do with the home waits until the baby is there; from then on the usual time runs.
IN_THE_HOME = cases(
    (
        (heightened_risk.home_since > heightened_risk.recorded_on).is_true(),
        heightened_risk.home_since.plus_working_days(local("fragility.considered_wd")),
    ),
    otherwise=within(heightened_risk.is_new_incident, heightened_risk.clock_from),
)

NOT_ASKED = (
    "This is asked of concerns that are current or not long past, and of drugs or alcohol only while the adult has a part "
    "in the baby's life."
)
CANNOT_TELL = (
    "{kind}, recorded on {recorded_on}: the record cannot show whether this was done in time. Not recorded: {missing}. A "
    "past concern was last so on: {last_known_on}. The expected date is long past with neither a birth nor an ending "
    "recorded: {birth_unrecorded}."
)


class OfHeightenedRisk(Check, abstract=True):
    """What the checks on one incident or standing concern have in common."""

    lesson = ages_of_concern.bullet("P53.1")
    about = heightened_risk
    basis = Basis.REPORT
    applies: ClassVar[Expression] = heightened_risk.is_asked
    cannot_tell: ClassVar[Expression] = heightened_risk.birth_unrecorded.is_true()
    due_on: ClassVar[Expression] = within(heightened_risk.is_new_incident, heightened_risk.clock_from)
    tells: ClassVar[tuple[Fact, ...]] = (
        heightened_risk.kind,
        heightened_risk.recorded_on,
        heightened_risk.last_known_on,
    )
    who_can = "The lead practitioner; a midwife or health visitor where there is no other."


class MeaningForThisBabyWritten(OfHeightenedRisk):
    """The dangers were on record, and nobody had thought through what they meant for somebody so small."""

    asks = "Is it written down what this concern means for this baby?"
    met_on = heightened_risk.considered_on
    needs = (heightened_risk.considered_on,)
    says = {
        Outcome.NOT_MET: "{kind}: recorded on {recorded_on}. Nothing is written since about what it means for this baby. "
        "It is expected by {due_on}.",
        Outcome.NOT_YET_DUE: "{kind}: recorded on {recorded_on}. What it means for this baby is to be written by {due_on}.",
        Outcome.CANNOT_TELL: CANNOT_TELL,
        Outcome.MET: "{kind}: what it means for this baby, or why nothing is needed, was written on {considered_on}.",
        Outcome.NOT_APPLICABLE: NOT_ASKED,
    }
    plainly = "Services should think about what a worry means for your own baby, and write it down."
    would_meet = (
        "An entry on what it means for this baby: injury, sleep, who watches over the baby, withdrawal, medicines, money, "
        "and the safety of anybody harmed. Or the reason why nothing is needed, such as treatment that is stable."
    )
    ask_next = "What would a day with this look like for this baby, and who keeps the baby safe in it?"


class MeaningLookedAtAgainAtBirth(OfHeightenedRisk):
    """What was thought of before the birth was not looked at again once there was a baby to look at."""

    asks = "Was what this concern means looked at again once the baby was born?"
    applies = (
        heightened_risk.is_asked
        & heightened_risk.born_on.is_known()
        & (heightened_risk.recorded_on < heightened_risk.born_on)
    )
    met_on = heightened_risk.looked_again_on
    due_on = heightened_risk.born_on.plus_working_days(local("fragility.considered_wd"))
    needs = (heightened_risk.looked_again_on,)
    says = {
        Outcome.NOT_MET: "{kind}: recorded before the birth on {born_on}. Nothing is written since the birth about what it "
        "means for the baby. It is expected by {due_on}.",
        Outcome.NOT_YET_DUE: "The baby was born on {born_on}. {kind}: what it means is to be looked at again by {due_on}.",
        Outcome.CANNOT_TELL: CANNOT_TELL,
        Outcome.MET: "{kind}: what it means was looked at again on {looked_again_on}; the baby was born on {born_on}.",
        Outcome.NOT_APPLICABLE: "This is asked once the baby is born, of concerns from before the birth.",
    }
    plainly = "Once your baby is born, services should look again at what they were worried about before."
    would_meet = "An entry since the birth on what it means now: sleep, handling, crying, withdrawal, who is at home."
    ask_next = "What is different now that the baby is here?"


class ActionOrReasonRecorded(OfHeightenedRisk):
    """A known danger stood in the record with neither a step against it nor a word on why none was needed."""

    asks = "Is there an action on this concern, or a reason why none is needed?"
    applies = heightened_risk.is_asked | heightened_risk.is_past
    met_on = heightened_risk.answered_on
    needs = (heightened_risk.answered_on,)
    says = {
        Outcome.NOT_MET: "{kind}: recorded on {recorded_on}. Neither an action with a named practitioner nor a reason for "
        "none is recorded. One of them is expected by {due_on}.",
        Outcome.NOT_YET_DUE: "{kind}: recorded on {recorded_on}. An action, or a reason for none, is expected by {due_on}.",
        Outcome.CANNOT_TELL: CANNOT_TELL,
        Outcome.MET: "{kind}: an action, or the reason why none is needed, was recorded on {answered_on}.",
        Outcome.NOT_APPLICABLE: NOT_ASKED,
    }
    plainly = "When services are worried about something, somebody should help with it, or say why that is not needed."
    would_meet = (
        "An action that a named practitioner owns. Or a reason: a past concern that is settled, medicine as prescribed."
    )
    ask_next = "What would make this baby safer this week, and who does it?"


class HighRiskCaseConsidered(OfHeightenedRisk):
    """Abuse was known, and nobody had weighed how dangerous it was for those living with it."""

    asks = "Was it considered, with reasons, whether this abuse goes to a multi-agency conference (MARAC)?"
    applies = heightened_risk.is_asked & heightened_risk.is_abuse
    met_on = heightened_risk.high_risk_weighed_on
    needs = (heightened_risk.high_risk_weighed_on,)
    says = {
        Outcome.NOT_MET: "{kind}: recorded on {recorded_on}. No decision on MARAC, with its reasons, is recorded since. One is "
        "expected by {due_on}, whichever way it goes.",
        Outcome.NOT_YET_DUE: "{kind}: recorded on {recorded_on}. Whether it goes to MARAC is to be decided by {due_on}.",
        Outcome.CANNOT_TELL: CANNOT_TELL,
        Outcome.MET: "{kind}: recorded on {recorded_on}. It was considered, with reasons, on {high_risk_weighed_on}.",
        Outcome.NOT_APPLICABLE: "This is asked of domestic abuse that is current or not long past.",
    }
    plainly = (
        "Services should think carefully about how much danger there is, and who else could help to keep you safe."
    )
    would_meet = (
        "A decision either way, with its reasons, after the risk checklist. Judgement is enough; no score is asked for."
    )
    who_can = "Whoever has done the risk checklist with the person harmed; any agency may refer to MARAC."
    ask_next = "What does the person harmed say about how safe they and the baby are?"


class WhoIsResponsibleRecorded(OfHeightenedRisk):
    """The adult who was harmed was asked to end the abuse, and nobody asked anything of the one who did it."""

    asks = "Does the record say who is responsible for the abuse, and not only who was harmed?"
    applies = heightened_risk.is_asked & heightened_risk.is_abuse
    met_on = heightened_risk.part_settled_on
    needs = (heightened_risk.part_settled_on,)
    says = {
        Outcome.NOT_MET: "{kind}: recorded on {recorded_on}. Nobody is recorded as responsible for it, so that what is to "
        "change can be asked only of those harmed. It is expected by {due_on}.",
        Outcome.NOT_YET_DUE: "{kind}: recorded on {recorded_on}. Each adult's part in it is to be recorded by {due_on}.",
        Outcome.CANNOT_TELL: CANNOT_TELL,
        Outcome.MET: "{kind}: who is responsible for it was recorded on {part_settled_on}.",
        Outcome.NOT_APPLICABLE: "This is asked of domestic abuse that is current or not long past.",
    }
    plainly = "Nobody should be asked to answer for abuse that somebody else has done."
    would_meet = (
        "The concern recorded about each adult with that adult's part in it. Where each accuses the other, both parts of both; "
        "the name may be left out where that is safer."
    )
    ask_next = "What is asked of the person who abuses, and who is working with them?"


class TreatmentServiceHeard(OfHeightenedRisk):
    """The service that knew most about an adult's drinking or drug use was never asked."""

    asks = "Has the treatment service said what it knows, for this baby's sake?"
    applies = heightened_risk.is_asked & heightened_risk.is_substance
    met_on = heightened_risk.service_heard_on
    needs = (heightened_risk.service_heard_on,)
    says = {
        Outcome.NOT_MET: "{kind}: recorded on {recorded_on}. Nothing from a treatment service is recorded since, nor why there "
        "is nothing. It is expected by {due_on}.",
        Outcome.NOT_YET_DUE: "{kind}: recorded on {recorded_on}. The treatment service is to be heard by {due_on}.",
        Outcome.CANNOT_TELL: CANNOT_TELL,
        Outcome.MET: "{kind}: recorded on {recorded_on}. The treatment service was heard, or the reason why not recorded, by "
        "{service_heard_on}.",
        Outcome.NOT_APPLICABLE: "This is asked of drugs and alcohol, while the adult has a part in the baby's life.",
    }
    plainly = "If a service is helping with drink or drugs, it should be asked how things are, with your knowledge."
    would_meet = (
        "What the service says, good news included; or why there is nothing, such as nobody being in treatment."
    )
    ask_next = "What does the worker who sees this adult most know that would help the baby?"


class StorageSeenOrAgreed(OfHeightenedRisk):
    """Babies were harmed by what stood within reach, or was given to settle them."""

    asks = "Was it seen or agreed where drugs, drink or medicines are kept?"
    applies = (
        heightened_risk.is_asked & heightened_risk.is_substance & ~heightened_risk.is_past & ~heightened_risk.is_away
    )
    met_on = heightened_risk.storage_agreed_on
    due_on = IN_THE_HOME
    needs = (heightened_risk.storage_agreed_on,)
    tells = (*OfHeightenedRisk.tells, heightened_risk.home_since)
    says = {
        Outcome.NOT_MET: "{kind}: recorded on {recorded_on}; the baby at home since: {home_since}. Where such things are kept has "
        "not been recorded as seen or agreed. It is expected by {due_on}.",
        Outcome.NOT_YET_DUE: "{kind}: recorded on {recorded_on}. Where such things are kept is to be seen or agreed by {due_on}.",
        Outcome.CANNOT_TELL: CANNOT_TELL,
        Outcome.MET: "{kind}: where such things are kept was seen or agreed on {storage_agreed_on}.",
        Outcome.NOT_APPLICABLE: "This is asked of drugs and alcohol now, while the baby is or will be at home with the adult.",
    }
    plainly = "Somebody should talk with you about keeping medicines, drink and anything else where a baby cannot come to them."
    would_meet = (
        "What was seen in the home or agreed with the adult: a locked place, and nothing given to settle the baby."
    )
    ask_next = "Where are they kept tonight, and has anybody looked?"


class SaferSleepDiscussedWithCarer(Check):
    """Babies died asleep beside adults who had been drinking, and the talk had been with one parent alone."""

    asks = "Has safer sleep been talked through with this carer since drink or drugs were recorded around the baby?"
    lesson = ages_of_concern.bullet("P53.1")
    about = carer_of_baby
    basis = Basis.REPORT
    applies = carer_of_baby.substances_known_on.is_known() & ~carer_of_baby.is_away & carer_of_baby.may_be_spoken_to
    cannot_tell = carer_of_baby.birth_unrecorded.is_true() | carer_of_baby.person_id.is_unknown()
    met_on = carer_of_baby.sleep_discussed_on
    due_on = carer_of_baby.sleep_due_on
    needs = (carer_of_baby.person_id, carer_of_baby.sleep_discussed_on)
    tells = (carer_of_baby.role, carer_of_baby.home_since)
    says = {
        Outcome.NOT_MET: "{role}: drugs or alcohol around the baby recorded on {substances_known_on}; the baby at home since: "
        "{home_since}. No talk with this carer about where the baby sleeps is recorded since. It is expected by {due_on}.",
        Outcome.NOT_YET_DUE: "{role}: safer sleep is to be talked through with this carer by {due_on}.",
        Outcome.CANNOT_TELL: "{role}: the record cannot show whether safer sleep was talked through. Not recorded: {missing}.",
        Outcome.MET: "{role}: safer sleep was talked through on {sleep_discussed_on}.",
        Outcome.NOT_APPLICABLE: "This is asked where drugs or alcohol are recorded, of carers at home who may be spoken to.",
    }
    plainly = (
        "Somebody should talk with each of you about where your baby sleeps, tired evenings and days away included."
    )
    would_meet = "A talk with this carer, not a leaflet alone: where the baby sleeps, and what happens after a drink."
    who_can = "The midwife, health visitor or any practitioner who sees this carer."
    ask_next = "Where did the baby sleep last night, and where on the nights that are not like others?"
