"""From referral to first birthday: one invented child, the people who work with the family, and what the checks say."""

from datetime import date

from shared_record import SharedRecord  # first: it makes the database that all the others speak to

from lapwing.conduct.events import faults_in_log, length_of_log
from lapwing.conduct.reading import as_known_on
from lapwing.conduct.verbs.actions import accept_action, complete_action, give_action, review_effect, start_action
from lapwing.conduct.verbs.advice import advise
from lapwing.conduct.verbs.appointments import hold_unbooked_appointment
from lapwing.conduct.verbs.assessments import sign_off_assessment, start_assessment, write_analysis
from lapwing.conduct.verbs.attendances import invite_to_meeting, record_attendance
from lapwing.conduct.verbs.births import record_birth
from lapwing.conduct.verbs.children import record_pregnancy
from lapwing.conduct.verbs.concerns import end_concern, raise_concern
from lapwing.conduct.verbs.contacts import record_contact
from lapwing.conduct.verbs.contributions import ask_for_contribution, contribute
from lapwing.conduct.verbs.corrections import agree_to_void, ask_to_void
from lapwing.conduct.verbs.decisions import decide
from lapwing.conduct.verbs.disagreements import (
    acknowledge_disagreement,
    answer_disagreement,
    disagree,
    resolve_disagreement,
    tell_raiser,
)
from lapwing.conduct.verbs.exceptions import agree_with_answer, answer_finding
from lapwing.conduct.verbs.hand_overs import accept_hand_over, hand_over, record_first_contact
from lapwing.conduct.verbs.involvements import begin_involvement, change_help_level, make_lead
from lapwing.conduct.verbs.measurements import measure
from lapwing.conduct.verbs.meetings import (
    explain_unfinished_actions,
    hold_meeting,
    plan_meeting,
    record_meeting,
    record_outcome,
)
from lapwing.conduct.verbs.milestones import complete_milestone, find_milestone_not_needed, set_milestone
from lapwing.conduct.verbs.observations import observe
from lapwing.conduct.verbs.people import (
    describe_relationship,
    establish_identity,
    relate_person,
    say_whether_to_contact,
)
from lapwing.conduct.verbs.plans import end_plan, start_plan
from lapwing.conduct.verbs.referrals import acknowledge_referral, close_referral, decide_referral, refer, tell_referrer
from lapwing.conduct.verbs.reviews import review_concern, write_review_line
from lapwing.conduct.verbs.sharing import acknowledge_share, share
from lapwing.records.entries import entries
from lapwing.records.models import Role
from lapwing.records.store import current
from lapwing.vocabulary.care_codes import (
    AdviceTopic,
    AppointmentKind,
    ExceptionReason,
    HandOverKind,
    MeasurementKind,
    MeasurementSource,
    ObservedWhat,
    SettingKind,
)
from lapwing.vocabulary.codes import (
    AgencyKind,
    ConcernKind,
    ConcernPart,
    ConcernStatus,
    ContactSafety,
    ExpectedDateMethod,
    HelpLevel,
    IdentityStatus,
    ParentalResponsibility,
    PractitionerRole,
    RelationshipRole,
    Sex,
)
from lapwing.vocabulary.work_codes import (
    ActionAim,
    ActionEffect,
    ActionKind,
    AnalysisKind,
    AssessmentKind,
    ClosureReason,
    ConcernChange,
    ContactKind,
    Contributor,
    DecisionKind,
    DecisionOutcome,
    Dimension,
    Dissent,
    EvidenceBasis,
    Explored,
    MeetingKind,
    MilestoneKind,
    PlanKind,
    ReferralOutcome,
    ReferralSource,
    ReviewLineAbout,
    ReviewOutcome,
)

OWN_NEEDS = (
    ConcernKind.ALCOHOL,
    ConcernKind.DRUGS,
    ConcernKind.PARENTAL_MENTAL_HEALTH,
    ConcernKind.DOMESTIC_ABUSE,
    ConcernKind.LEARNING_DISABILITY,
    ConcernKind.CARE_EXPERIENCED_PARENT,
    ConcernKind.PARENT_ABUSED_IN_CHILDHOOD,
    ConcernKind.PREVIOUS_CHILD_REMOVED,
    ConcernKind.OFFENDING_BY_ADULT,
    ConcernKind.PHYSICAL_HEALTH,
    ConcernKind.SOCIAL_ISOLATION,
    ConcernKind.HOMELESSNESS,
)


def people():
    """The area: seven agencies and the people who work with this family."""
    area = SharedRecord(date(2024, 8, 27))
    area.agency("Maternity", AgencyKind.MIDWIFERY)
    area.agency("Health visiting", AgencyKind.HEALTH_VISITING)
    area.agency("Social care", AgencyKind.CHILDRENS_SOCIAL_CARE)
    area.agency("Fenwick Surgery", AgencyKind.GENERAL_PRACTICE)
    area.agency("Steady", AgencyKind.SUBSTANCE_SERVICE)
    area.agency("Police", AgencyKind.POLICE)
    area.agency("Hospital", AgencyKind.HOSPITAL)
    area.account("Mira Wells", "Maternity", Role.PRACTITIONER, PractitionerRole.MIDWIFE)
    area.account("Hazel Ford", "Health visiting", Role.PRACTITIONER, PractitionerRole.HEALTH_VISITOR)
    area.account("Heath Lane", "Health visiting", Role.MANAGER, PractitionerRole.TEAM_MANAGER)
    area.account("Sam Birch", "Social care", Role.PRACTITIONER, PractitionerRole.SOCIAL_WORKER)
    area.account("Sela Marsh", "Social care", Role.MANAGER, PractitionerRole.TEAM_MANAGER)
    area.account("Cora Dell", "Social care", Role.MANAGER, PractitionerRole.CONFERENCE_CHAIR)
    area.account("Gil Penn", "Fenwick Surgery", Role.PRACTITIONER, PractitionerRole.GP)
    area.account("Sol Reyes", "Steady", Role.PRACTITIONER, PractitionerRole.SUBSTANCE_WORKER)
    area.account("Pia Moor", "Hospital", Role.PRACTITIONER, PractitionerRole.DOCTOR)
    area.account("Perry Stone", "Police", Role.PRACTITIONER, PractitionerRole.POLICE_OFFICER)
    return area


# What somebody does stands in two or three lines, and not in ten.
# fmt: off
class Story:
    """One family. What was entered earlier is kept by its key, as a screen would have it before somebody."""

    def __init__(self, area):
        self.area, self.do, self.on, self.tell = area, area.do, area.on, area.tell

    # Before birth

    def booking(self):
        self.on(date(2024, 8, 27), "Ten weeks: booking with the midwife")
        self.tell(
            """Mira Wells, midwife, books Anna Vale, 26. Anna says that she has drunk most evenings since her own mother
            died, and that she wants to stop. Who the father is she would rather not say yet. Mira records both as they
            are, tells Anna that she asks social care for help, and refers."""
        )
        pregnancy = self.pregnancy = self.do(
            "Mira Wells", record_pregnancy, given_name="Anna", family_name="Vale", born_on=date(1998, 5, 2),
            booked_on=self.area.day, expected_on=date(2025, 3, 24), method=ExpectedDateMethod.DATING_SCAN,
        )
        self.anna = current("pregnancy", pregnancy)["mother_id"]
        self.child = entries("child").get(pregnancy=pregnancy).pk
        self.father = self.do(
            "Mira Wells", relate_person, pregnancy=pregnancy, role=RelationshipRole.BIRTH_FATHER,
            identity_status=IdentityStatus.NOT_DISCLOSED,
        )
        self.referral = self.do(
            "Mira Wells", refer, pregnancy=pregnancy, to_agency=self.area.agencies["Social care"],
            source=ReferralSource.MIDWIFERY,
        )
        self.drinking = self.do(
            "Mira Wells", raise_concern, pregnancy=pregnancy, kind=ConcernKind.ALCOHOL, significant=True,
            person=self.anna, part=ConcernPart.AFFECTED, referral=self.referral,
            note="Anna has drunk most evenings since her mother died in May, and asks for help with it.",
        )

    def taken_up(self):
        self.on(date(2024, 8, 28), "Social care takes the referral up")
        self.tell(
            """Sela Marsh, team manager, acknowledges the referral the next day, decides on an assessment and has Mira
            told. She names Sam Birch, social worker, who leads from now on. Sam decides that a pre-birth assessment is
            needed, and writes down why."""
        )
        pregnancy = self.pregnancy
        self.do("Sela Marsh", acknowledge_referral, referral=self.referral)
        self.do(
            "Sela Marsh", decide_referral, referral=self.referral, outcome=ReferralOutcome.ASSESSMENT,
            reasons="An unborn child, and drinking most evenings in the pregnancy.",
        )
        self.do("Sela Marsh", tell_referrer, referral=self.referral)
        self.work = self.do(
            "Sela Marsh", begin_involvement, pregnancy=pregnancy, practitioner=self.area.person("Sam Birch"),
            agency=self.area.agencies["Social care"], level=HelpLevel.PRE_BIRTH,
        )
        self.do("Sela Marsh", make_lead, involvement=self.work)
        self.do(
            "Sam Birch", decide, pregnancy=pregnancy, kind=DecisionKind.PRE_BIRTH_ASSESSMENT,
            outcome=DecisionOutcome.REQUIRED,
            reasons="Drinking in the pregnancy, bereavement, and nothing known of the father yet.",
            referral=self.referral,
        )

    def assessment_begins(self):
        self.on(date(2024, 9, 4), "The assessment begins")
        self.tell(
            """Sam starts the pre-birth assessment and asks the midwife, the health visitor, the GP, Anna herself and the
            alcohol service for their part, each by name. Mira tells Hazel Ford, health visitor, of the pregnancy."""
        )
        pregnancy = self.pregnancy
        for name in ("Gil Penn", "Sol Reyes"):
            account = self.area.accounts[name]
            self.do(
                "Sam Birch", begin_involvement, pregnancy=pregnancy, agency=account.agency_id,
                practitioner=account.practitioner_id,
            )
        self.assessment = self.do(
            "Sam Birch", start_assessment, pregnancy=pregnancy, kind=AssessmentKind.PRE_BIRTH, referral=self.referral,
        )
        for contributor in (
            Contributor.MIDWIFERY, Contributor.HEALTH_VISITING, Contributor.GENERAL_PRACTICE, Contributor.MOTHER,
            Contributor.SUBSTANCE_SERVICE,
        ):
            self.do("Sam Birch", ask_for_contribution, assessment=self.assessment, contributor=contributor)
        self.notice = self.do(
            "Mira Wells", hand_over, pregnancy=pregnancy, kind=HandOverKind.ANTENATAL_NOTICE,
            to_agency=self.area.agencies["Health visiting"], to_practitioner=self.area.person("Hazel Ford"), **SAYS_ALL,
        )

    def home_visit(self):
        self.on(date(2024, 9, 5), "Five questions are late, so Sam and Mira visit together")
        self.tell(
            """Nobody had said yet what the drinking means for this baby. Sam and Mira talk with Anna at home: where drink is
            kept, how a baby sleeps safely, what help she wants. Sam writes what it means and asks Sol Reyes of the alcohol
            service to begin weekly sessions. Sol says what the service knows. Hazel accepts Mira's notice."""
        )
        anna, pregnancy, sam = self.anna, self.pregnancy, "Sam Birch"
        self.do(sam, record_contact, pregnancy=pregnancy, kind=ContactKind.VISIT, person=anna)
        self.see_and_share(
            "Mira Wells", ObservedWhat.HOME, "A warm flat, a cot bought second-hand, no drink in sight.",
            pregnancy=True,
        )
        self.do(
            sam, write_analysis, assessment=self.assessment, kind=AnalysisKind.MEANING_FOR_BABY, person=anna,
            concern=self.drinking, concern_kind=ConcernKind.ALCOHOL, finding="Anna has cut down and wants to stop.",
            conclusion="Harm before birth; after it, a baby in the care of somebody who has drunk, at night above all.",
        )
        for topic, agreed in SAFE_AT_HOME:
            self.do(sam, advise, pregnancy=pregnancy, person=anna, topic=topic, discussed=True, agreed=agreed)
        self.sessions = self.do(
            sam, give_action, pregnancy=pregnancy, says="Weekly sessions on drinking and on grief",
            concern=self.drinking, kind=ActionKind.SERVICE, aim=ActionAim.CAUSE,
            intended_effect="Anna does not drink, and grieves with help.", owned_by=self.area.person("Sol Reyes"),
            due_on=date(2025, 9, 30),
        )
        self.do("Sol Reyes", accept_action, action=self.sessions)
        self.do("Sol Reyes", contribute, assessment=self.assessment, contributor=Contributor.SUBSTANCE_SERVICE)
        self.do("Hazel Ford", accept_hand_over, hand_over=self.notice)

    def contributions(self):
        self.area.night(date(2024, 9, 19))
        self.on(date(2024, 9, 24), "The sessions begin; contributions come")
        self.tell(
            """Sol's sessions begin today, four working days after something was to begin: the finding closes as met late. The
            GP, the midwife and Anna have given their part, Anna herself directly."""
        )
        self.do("Sol Reyes", start_action, action=self.sessions)
        given = {"assessment": self.assessment}
        self.do("Gil Penn", contribute, contributor=Contributor.GENERAL_PRACTICE, **given)
        seen = self.see_and_share(
            "Mira Wells", ObservedWhat.PARENT, "Anna came in good time, with questions.", pregnancy=True,
        )
        self.do("Mira Wells", contribute, contributor=Contributor.MIDWIFERY, observation=seen, **given)
        self.do("Sam Birch", contribute, contributor=Contributor.MOTHER, direct=True, **given)

    def father_named(self):
        self.on(date(2024, 10, 14), "Anna says who the father is")
        self.tell(
            """At seventeen weeks Anna tells Mira that the father is Noah Lind, 29, who works on ferries and is away for
            weeks; she was unsure whether he would stay, and he will. Asked by herself, she is not afraid of him. Mira
            records it, and that he may be contacted. From now on the checks ask after him as they do after her."""
        )
        self.do(
            "Mira Wells", establish_identity, relationship=self.father, given_name="Noah", family_name="Lind",
            born_on=date(1995, 3, 9), sex=Sex.MALE, identity_status=IdentityStatus.NAMED_BY_MOTHER,
        )
        self.noah = current("relationship", self.father)["person_id"]
        self.do(
            "Mira Wells", say_whether_to_contact, relationship=self.father, contact_safety=ContactSafety.MAY_CONTACT,
        )

    def father_met(self):
        self.on(date(2024, 10, 22), "Noah is home, and Sam meets him")
        self.tell(
            """Sam asks the police what they know of Noah: nothing. Sam sees Noah and Anna at home, each for a time alone, and
            writes down each one's own needs and, dimension by dimension, what each can give this baby and what that rests
            on. With Noah too Sam talks through how a baby sleeps safely. Noah speaks for himself. Hazel has visited, and
            gives health visiting's part."""
        )
        sam, given = "Sam Birch", {"assessment": self.assessment}
        self.do(sam, ask_for_contribution, contributor=Contributor.POLICE, person=self.noah, **given)
        self.do(
            sam, record_contact, pregnancy=self.pregnancy, kind=ContactKind.VISIT, person=self.noah, seen_alone=True,
        )
        for topic, agreed in SAFE_AT_HOME:
            self.do(sam, advise, pregnancy=self.pregnancy, person=self.noah, topic=topic, discussed=True, agreed=agreed)
        part = "Home four weeks in six; then he cooks, drives to appointments and will do the nights."
        self.do(
            sam, describe_relationship, relationship=self.father, role_in_family=part, caring_role=True,
            lives_with_child=True,
        )
        self.do(sam, contribute, contributor=Contributor.FATHER, person=self.noah, direct=True, **given)
        for person in (self.anna, self.noah):
            self.needs_of(person)
            self.capacity_of(person, since="2024-10-22", **given)
        seen = self.see_and_share(
            "Hazel Ford", ObservedWhat.PARENT, "Both spoke to the bump, and planned the first weeks.", pregnancy=True,
        )
        self.do("Hazel Ford", contribute, contributor=Contributor.HEALTH_VISITING, observation=seen, **given)

    def needs_of(self, person):
        """Goes through the headings of one adult's own needs."""
        hers, his = (ConcernKind.ALCOHOL, ConcernKind.PARENTAL_MENTAL_HEALTH), (ConcernKind.SOCIAL_ISOLATION,)
        found = hers if person == self.anna else his
        for need in OWN_NEEDS:
            self.do(
                "Sam Birch", write_analysis, assessment=self.assessment, kind=AnalysisKind.OWN_NEED, person=person,
                concern_kind=need, explored=Explored.FOUND if need in found else Explored.NOT_FOUND,
                conclusion="For this baby it matters at night, and when one of them is alone." if need in found else None,
            )

    def capacity_of(self, person, since, **of):
        """Writes of one adult, dimension by dimension, what was seen and what it comes to."""
        for dimension in Dimension:
            self.do(
                "Sam Birch", write_analysis, kind=AnalysisKind.PARENTING_CAPACITY, person=person, dimension=dimension,
                finding="Seen and talked over at the visit.", conclusion="Good enough with the help that is planned.",
                evidence_on=date.fromisoformat(since), **of,
            )

    def signed_off(self):
        self.on(date(2024, 10, 29), "The assessment is signed off, on its last day")
        self.tell(
            """Sela, who neither led nor wrote any of it, signs the assessment off. With Sam she decides on a conference
            before the birth."""
        )
        self.do("Sela Marsh", sign_off_assessment, assessment=self.assessment, outcome=ReferralOutcome.SECTION_47)
        self.do(
            "Sam Birch", decide, pregnancy=self.pregnancy, kind=DecisionKind.CONFERENCE,
            outcome=DecisionOutcome.REQUIRED, reasons="Likely harm from drinking before birth and at night after it.",
            concern=self.drinking,
        )

    def conference(self):
        self.on(date(2024, 11, 11), "Conference before birth: a plan")
        self.tell(
            """Cora Dell, who has no part in the work, chairs. Both parents come. Sam looks with Sol at whether the sessions
            work, six days late: in part. The plan answers the risk by them, and by Noah, who takes on the nights. CP-IS
            shows the plan that day. Legal advice was considered and is not needed. Sam sets what must be in place around
            the birth."""
        )
        sam, pregnancy = "Sam Birch", self.pregnancy
        self.plan = self.do(sam, start_plan, pregnancy=pregnancy, kind=PlanKind.UNBORN_CHILD_PROTECTION, category="NEG")
        meeting = self.meet(MeetingKind.INITIAL_CONFERENCE)
        self.ask_health(meeting)
        self.do(sam, review_effect, action=self.sessions, effect=ActionEffect.PARTLY)
        self.nights = self.do(
            sam, give_action, pregnancy=pregnancy,
            says="Noah does the nights while he is home; his sister when he is away", concern=self.drinking,
            plan=self.plan, kind=ActionKind.SAFETY, aim=ActionAim.SAFETY, person=self.noah,
            intended_effect="Somebody who has not drunk is with the baby each night.", due_on=date(2025, 9, 30),
        )
        self.do(sam, accept_action, action=self.nights)
        cpis = self.do(sam, set_milestone, pregnancy=pregnancy, kind=MilestoneKind.CPIS_CONFIRMATION, plan=self.plan)
        self.do(sam, complete_milestone, milestone=cpis)
        legal = self.do(sam, set_milestone, pregnancy=pregnancy, kind=MilestoneKind.LEGAL_GATEWAY, plan=self.plan)
        self.do(
            sam, find_milestone_not_needed, milestone=legal,
            reason="Both parents work with the plan; nothing for a court.",
        )
        self.around_birth = [
            self.do(sam, set_milestone, pregnancy=pregnancy, kind=kind, plan=self.plan)
            for kind in (
                MilestoneKind.SAFEGUARDING_BIRTH_PLAN, MilestoneKind.OUT_OF_HOURS_ALERT, MilestoneKind.DISCHARGE_PLANNING,
                MilestoneKind.FAMILY_GROUP_DECISION_MAKING,
            )
        ]
        self.do(
            "Sam Birch", change_help_level, involvement=self.work, level=HelpLevel.CHILD_PROTECTION,
            why="The conference",
        )

    def challenge(self):
        self.on(date(2025, 1, 13), "Anna drank at New Year; health visiting and social care disagree")
        self.tell(
            """Anna tells Hazel that she drank on three days when Noah was at sea. Hazel asks social care to meet at once; Sela
            decides that the next core group is soon enough. Hazel disagrees, and says so: the first stage has two
            working days. Until it is settled Noah's sister sleeps at the flat."""
        )
        self.see_and_share("Hazel Ford", ObservedWhat.PARENT, "Tired and tearful; spoke openly.", pregnancy=True)
        waits = self.do(
            "Sela Marsh", decide, pregnancy=self.pregnancy, kind=DecisionKind.STRATEGY_DISCUSSION,
            outcome=DecisionOutcome.NOT_REQUIRED, reasons="The core group of 27 January will look at it.",
        )
        self.disagreement = self.do(
            "Hazel Ford", disagree, pregnancy=self.pregnancy, to_agency=self.area.agencies["Social care"],
            decision=waits, about="Waiting for the core group after a relapse nine weeks before the birth",
            interim_safety="Noah's sister sleeps at the flat; Hazel calls every second day.",
        )

    def challenge_settled(self):
        self.on(date(2025, 1, 15), "The challenge is answered")
        self.tell(
            """Sela looks again, agrees, and the core group meets that day. Sol sees Anna twice a week from
            now on. Sela records how it ended, that there is something to learn from
            it, and that Hazel was told."""
        )
        self.do("Sela Marsh", acknowledge_disagreement, disagreement=self.disagreement)
        self.do("Sela Marsh", answer_disagreement, disagreement=self.disagreement, says="You are right; we meet today.")
        ended = "The core group met the same day, and what is done at night was agreed anew."
        self.do("Sela Marsh", resolve_disagreement, disagreement=self.disagreement, outcome=ended, learning=True)
        self.do("Sela Marsh", tell_raiser, disagreement=self.disagreement)
        self.do(
            "Sam Birch", record_meeting, pregnancy=self.pregnancy, kind=MeetingKind.CORE_GROUP, plan=self.plan,
            quorate=True,
        )

    def around_the_birth(self):
        self.on(date(2025, 2, 6), "What must be in place around the birth")
        self.tell(
            """At thirty-three weeks the birth plan is shared with the ward and both parents, the night team has the alert, the
            discharge meeting has its day, and the family has held its own meeting."""
        )
        for milestone in self.around_birth:
            self.do("Sam Birch", complete_milestone, milestone=milestone)

    # After birth

    def birth(self):
        self.on(date(2025, 3, 20), "Wren is born")
        self.tell(
            """Wren Vale is born four days early, 3,150 g. What was asked of the unborn child ends; what is asked of a baby
            begins. Mira records the birth and the weight. Whether Noah has parental responsibility is now asked; he and
            Anna have registered the birth together."""
        )
        self.do(
            "Mira Wells", record_birth, child=self.child, given_name="Wren", family_name="Vale", sex=Sex.FEMALE,
            nhs_number="9990000018",
        )
        self.weigh("Mira Wells", 3150, kind=MeasurementKind.BIRTH_WEIGHT)
        self.do(
            "Sam Birch", describe_relationship, relationship=self.father,
            parental_responsibility=ParentalResponsibility.HAS,
        )

    def first_days(self):
        self.on(date(2025, 3, 25), "Day five")
        self.tell(
            """Mira weighs Wren at home, 2,990 g, and hands over to Hazel, who accepts that afternoon. Sam visits with Mira,
            writes what the drinking means now that Wren is here, looks at each parent's part anew, and talks through
            with both where Wren sleeps."""
        )
        self.weigh("Mira Wells", 2990)
        self.see_and_share(
            "Mira Wells", ObservedWhat.PARENT_WITH_BABY, "Anna feeds Wren at the breast, unhurried, eye to eye.",
        )
        self.handed = self.do(
            "Mira Wells", hand_over, child=self.child, kind=HandOverKind.POSTNATAL_TRANSFER,
            to_agency=self.area.agencies["Health visiting"], to_practitioner=self.area.person("Hazel Ford"), **SAYS_ALL,
        )
        self.do("Hazel Ford", accept_hand_over, hand_over=self.handed)
        self.look_again("Nights broken and calm. Noah or his sister has them while Anna sleeps.")

    def look_again(self, found):
        """After a change: what the drinking means now, and each adult's needs and capacity anew."""
        child = {"child": self.child}
        self.do(
            "Sam Birch", write_analysis, kind=AnalysisKind.MEANING_FOR_BABY, person=self.anna, concern=self.drinking,
            concern_kind=ConcernKind.ALCOHOL, finding=found,
            conclusion="The nights matter most; Wren sleeps in the cot.", **child,
        )
        for person in (self.anna, self.noah):
            self.capacity_of(person, since=f"{self.area.day}", **child)
            self.do(
                "Sam Birch", write_analysis, kind=AnalysisKind.OWN_NEED, person=person, explored=Explored.FOUND,
                concern_kind=ConcernKind.SOCIAL_ISOLATION, conclusion="Tired, and glad of his sister's help.", **child,
            )
            for topic, agreed in SAFE_AT_HOME:
                self.do("Sam Birch", advise, person=person, topic=topic, discussed=True, agreed=agreed, **child)

    def new_birth_visit(self):
        self.on(date(2025, 3, 31), "New birth visit")
        self.tell(
            """Hazel visits on day eleven: 3,180 g, above the birth weight. She writes down what she saw, and sends the surgery
            what a GP needs to know, to nobody there by name."""
        )
        self.appointment("Hazel Ford", AppointmentKind.NEW_BIRTH)
        self.do("Hazel Ford", record_first_contact, hand_over=self.handed)
        self.weigh("Hazel Ford", 3180)
        self.see_and_share("Hazel Ford", ObservedWhat.PARENT_WITH_BABY, "Noah settles Wren; Anna watches and laughs.")
        self.to_surgery = self.do(
            "Hazel Ford", hand_over, child=self.child, kind=HandOverKind.HEALTH_VISITING_TO_GP,
            to_agency=self.area.agencies["Fenwick Surgery"], **SAYS_ALL,
        )

    def first_review(self):
        self.area.night(date(2025, 4, 3))
        self.on(date(2025, 4, 10), "First review conference")
        self.tell(
            """Nobody at the surgery had the hand-over, as Hazel saw on her list. She rang; Gil Penn, GP, takes it by name. Cora
            chairs the review: a line on the concern, on Wren's health and on Noah. The plan goes on."""
        )
        self.do("Gil Penn", accept_hand_over, hand_over=self.to_surgery)
        self.see_and_share(
            "Hazel Ford", ObservedWhat.PARENT_WITH_BABY, "Wren follows Anna's face; both parents gentle.",
        )
        self.review(ConcernChange.IMPROVED, since=date(2025, 1, 7), outcome=ReviewOutcome.CONTINUE)

    def six_weeks(self):
        self.on(date(2025, 5, 9), "Seven weeks")
        self.tell("Hazel makes the contact of six to eight weeks: 4,480 g, smiling, Anna's mood asked after and good.")
        self.appointment("Hazel Ford", AppointmentKind.SIX_TO_EIGHT_WEEKS)
        self.weigh("Hazel Ford", 4480)
        self.see_and_share(
            "Hazel Ford", ObservedWhat.BABY, "Smiles, fixes and follows; skin clear; cot beside the bed.",
        )

    def mark(self):
        self.on(date(2025, 6, 5), "A mark on Wren's back")
        self.tell(
            """Weighing Wren at eleven weeks, 5,230 g, Hazel sees a blue mark the size of a coin on the lower back. Wren cannot
            turn yet. Hazel says to Anna and Noah what she has to do and why it is done for every baby, and puts it to social
            care at once. Pia Moor, paediatrician, sees Wren that afternoon."""
        )
        self.weigh("Hazel Ford", 5230)
        self.mark_seen = self.do(
            "Hazel Ford", raise_concern, child=self.child, kind=ConcernKind.MARK_OR_INJURY_NOT_MOBILE, significant=True,
            to_agency=self.area.agencies["Social care"],
            note="Blue mark, 2 cm, over the sacrum; not seen at seven weeks.",
        )
        self.see_and_share("Hazel Ford", ObservedWhat.BABY, "A blue mark of 2 cm over the sacrum.", significant=True)
        self.mark_referral = current("concern", self.mark_seen)["referral_id"]
        self.do("Sela Marsh", acknowledge_referral, referral=self.mark_referral)
        hospital = {"agency": self.area.agencies["Hospital"], "practitioner": self.area.person("Pia Moor")}
        self.do("Hazel Ford", begin_involvement, child=self.child, **hospital)
        self.appointment("Pia Moor", AppointmentKind.MEDICAL)
        self.see_and_share(
            "Pia Moor", ObservedWhat.BABY, "A flat blue-grey spot, not tender; the skin whole elsewhere.",
        )

    def mark_followed(self):
        self.on(date(2025, 6, 6), "The strategy discussion")
        self.tell(
            """Social care, police, Pia and Hazel speak the next morning. It is a blue-grey spot, on record from
            the ward's own photograph. Sam tells Anna and Noah, and the concern ends as looked into and cleared."""
        )
        self.do("Sam Birch", record_meeting, child=self.child, kind=MeetingKind.STRATEGY_DISCUSSION, quorate=True)
        self.do(
            "Sela Marsh", decide_referral, referral=self.mark_referral, outcome=ReferralOutcome.NO_FURTHER_ACTION,
            reasons="A blue-grey spot, photographed at birth; the paediatrician and the police agree.",
        )
        self.do("Sela Marsh", tell_referrer, referral=self.mark_referral)
        self.do("Sela Marsh", close_referral, referral=self.mark_referral, reason=ClosureReason.CONCERN_WAS_WRONG)
        self.do(
            "Sam Birch", end_concern, concern=self.mark_seen, status=ConcernStatus.CLEARED,
            reason="A blue-grey spot, seen by the paediatrician.",
        )

    def july(self):
        self.on(date(2025, 7, 8), "Sixteen weeks")
        self.tell("Hazel weighs Wren, 6,150 g.")
        self.weigh("Hazel Ford", 6150)

    def away(self):
        self.on(date(2025, 8, 6), "With Noah's parents, abroad: an exception")
        self.tell(
            """Weighed on 8 July, 6,150 g, Wren was due again by yesterday. The family is with Noah's parents abroad until the
            end of the month, and a nurse there weighs her. Hazel answers the finding, and why; her manager Heath Lane, who
            does not work with Wren, agrees until 29 August and no longer."""
        )
        about = {"child": self.child, "check": "health.weighed_on_schedule", "subject": self.child}
        answer = self.do(
            "Hazel Ford", answer_finding, reason=ExceptionReason.DONE_ANOTHER_WAY,
            says="Abroad until 29 August; weighed there, and the family sends the numbers.", **about,
        )
        self.do("Heath Lane", agree_with_answer, child=self.child, answer=answer, expires_on=date(2025, 8, 29))

    def back(self):
        self.area.night(date(2025, 8, 30))
        self.on(date(2025, 9, 2), "Back home")
        self.tell("The exception ran out, and the check spoke again. Hazel weighs Wren, 7,290 g.")
        self.weigh("Hazel Ford", 7290)

    def six_months(self):
        self.on(date(2025, 9, 30), "Six months")
        self.tell(
            """Hazel weighs Wren, 7,780 g. Sol's sessions are finished: Anna has not drunk since 7 January. Sam records with Noah
            what came of the nights."""
        )
        self.weigh("Hazel Ford", 7780)
        self.do("Sol Reyes", complete_action, action=self.sessions)
        self.do("Sam Birch", complete_action, action=self.nights)

    def second_review(self):
        self.on(date(2025, 10, 7), "Second review conference: step down, on what was seen")
        self.tell(
            """Nine months without drink: Sol and Hazel have seen it, and were not only told. Cora writes why less is right now
            and what help goes on. Sela, who never led the plan, ends it; a child in need plan follows."""
        )
        self.review(
            ConcernChange.IMPROVED, since=date(2025, 1, 7), outcome=ReviewOutcome.STEP_DOWN,
            ended_reason=ClosureReason.STEPPED_DOWN,
            chair_statement="Nine months without drink, seen by two services; nights kept by Noah and his sister.",
        )
        self.do("Sela Marsh", end_plan, plan=self.plan, reason=ClosureReason.STEPPED_DOWN)
        self.plan = self.do("Sam Birch", start_plan, child=self.child, kind=PlanKind.CHILD_IN_NEED)
        why = "Stepped down at the review of 7 October"
        self.do("Sam Birch", change_help_level, involvement=self.work, level=HelpLevel.CHILD_IN_NEED, why=why)

    def after_the_plan(self):
        self.area.night(date(2025, 10, 22))
        self.on(date(2025, 10, 24), "Help has become less; both parents are looked at again")
        self.tell(
            "The findings said so: Sam visits, and writes what is different for each parent since the plan ended.",
        )
        self.look_again("Calm evenings, no drink; Noah took shore leave for the autumn.")

    def made_in_error(self):
        self.on(date(2025, 11, 18), "Another baby's weight")
        self.tell("Hazel enters 5,120 g for Wren and marks it as needing a response: it would be a great loss.")
        given = {"kind": MeasurementKind.WEIGHT, "unit": "g", "source": MeasurementSource.HEALTH_PROFESSIONAL}
        wrong = self.do("Hazel Ford", measure, child=self.child, value=5120, needs_response=True, **given)
        self.area.news()
        self.tell(
            """It was the next baby's. Hazel asks that it be voided, and says why. Heath looks and agrees: from now on it is
            not there, and that it was stays to be seen. Hazel enters Wren's own weight, 8,610 g."""
        )
        self.do(
            "Hazel Ford", ask_to_void, table="measurement", key=wrong,
            reason="The weight of another baby at the clinic",
        )
        self.do("Heath Lane", agree_to_void, table="measurement", key=wrong)
        self.weigh("Hazel Ford", 8610)

    def ten_months(self):
        self.on(date(2026, 1, 8), "Nearly ten months")
        self.tell(
            "Hazel makes the contact of nine to twelve months: 9,120 g, pulls to stand, two words, both parents there.",
        )
        self.appointment("Hazel Ford", AppointmentKind.NINE_TO_TWELVE_MONTHS)
        self.weigh("Hazel Ford", 9120)
        self.see_and_share(
            "Hazel Ford", ObservedWhat.PARENT_WITH_BABY, "Wren crawls to Anna, looks back at Noah, babbles.",
        )

    def february(self):
        self.on(date(2026, 2, 26), "Eleven months")
        self.tell("Hazel weighs Wren, 9,480 g.")
        self.weigh("Hazel Ford", 9480)

    def first_birthday(self):
        self.on(date(2026, 3, 20), "First birthday")
        self.tell(
            """Wren is one. Hazel weighed her on 26 February. Sam writes that the concern is past, and why. What is asked of
            babies ends today."""
        )
        self.do(
            "Sam Birch", end_concern, concern=self.drinking, status=ConcernStatus.PAST,
            reason="No drink since 7 January 2025, seen by Sol, Hazel and Gil; Anna's sessions are finished.",
        )
        self.area.open_findings()

    def looking_back(self):
        print("\nLooking back")
        self.tell("Sam opens the record as it was known on 1 October 2024, and as it is known today:")
        for day in (date(2024, 10, 1), self.area.day):
            known = as_known_on(by=self.area.acting("Sam Birch"), child=self.child, day=day)
            (father,) = [one.values for one in known.entries["relationship"] if one.values["role"] == "birth_father"]
            named = IdentityStatus(father["identity_status"]).label.lower()
            weights = len(known.entries.get("measurement", ()))
            print(f"    {day:%-d %B %Y}: the father {named}; weights: {weights}")
        print(f"    Events in the log: {length_of_log()[0]}; altered, removed or moved: {len(list(faults_in_log()))}")

    # What several scenes do

    def observe(self, who, of, says, pregnancy=False, **more):
        """Somebody writes down what they saw."""
        whose = {"pregnancy": self.pregnancy} if pregnancy else {"child": self.child}
        return self.do(who, observe, basis=EvidenceBasis.SEEN, of=of, says=says, place=SettingKind.FAMILY_HOME, **whose, **more)

    def see_and_share(self, who, of, says, pregnancy=False, **more):
        """Somebody writes down what they saw, and Sam hears it by name and says so."""
        seen = self.observe(who, of, says, pregnancy, **more)
        whose = {"pregnancy": self.pregnancy} if pregnancy else {"child": self.child}
        shared = self.do(
            who, share, **whose, to_agency=self.area.agencies["Social care"], observation=seen,
            to_practitioner=self.area.person("Sam Birch"), what="What was seen at the visit",
            reason="Sam leads the plan",
        )
        self.do("Sam Birch", acknowledge_share, information_share=shared)
        return seen

    def weigh(self, who, grams, kind=MeasurementKind.WEIGHT):
        """A health professional weighs Wren, undressed."""
        given = {"unit": "g", "source": MeasurementSource.HEALTH_PROFESSIONAL, "undressed": True}
        return self.do(who, measure, child=self.child, kind=kind, value=grams, **given)

    def appointment(self, who, kind):
        """An appointment takes place."""
        return self.do(who, hold_unbooked_appointment, child=self.child, kind=kind)

    def meet(self, kind, born=False):
        """A conference about the plan, to which both parents and every agency at work come."""
        whose = {"child": self.child} if born else {"pregnancy": self.pregnancy}
        meeting = self.do(
            "Sam Birch", plan_meeting, kind=kind, plan=self.plan, planned_for_on=self.area.day,
            chaired_by=self.area.person("Cora Dell"), **whose,
        )
        parts = [
            self.do("Sam Birch", invite_to_meeting, meeting=meeting, attendee=attendee, **whom)
            for attendee, whom in (
                (Contributor.MOTHER, {"person": self.anna}),
                (Contributor.FATHER, {"person": self.noah}),
                (Contributor.HEALTH_VISITING, {"practitioner": self.area.person("Hazel Ford")}),
                (Contributor.GENERAL_PRACTICE, {"practitioner": self.area.person("Gil Penn")}),
                (Contributor.SUBSTANCE_SERVICE, {"practitioner": self.area.person("Sol Reyes")}),
            )
        ]
        self.do("Sam Birch", hold_meeting, meeting=meeting, quorate=True, dissent=Dissent.NONE_EXPRESSED)
        for part in parts:
            self.do("Sam Birch", record_attendance, attendance=part, attended=True)
        return meeting

    def ask_health(self, meeting, observation=None):
        """Health visiting's part in a conference, tied to what was seen."""
        seen = observation or self.see_and_share("Hazel Ford", ObservedWhat.PARENT, "Both ready; the cot is up.", pregnancy=True)
        self.do("Hazel Ford", contribute, meeting=meeting, contributor=Contributor.HEALTH_VISITING, observation=seen)

    def review(self, change, since, outcome, **ends):
        """A review conference with its lines, and the outcome that its chair records."""
        meeting = self.meet(MeetingKind.REVIEW_CONFERENCE, born=True)
        seen = self.see_and_share("Hazel Ford", ObservedWhat.PARENT_WITH_BABY, "Wren reaches for Noah; Anna at ease.")
        self.ask_health(meeting, seen)
        self.do(
            "Sam Birch", review_concern, meeting=meeting, concern=self.drinking, change=change,
            basis=EvidenceBasis.SEEN, sustained_since_on=since, remains="The nights when Noah is at sea.",
        )
        for who, about, says in (
            ("Hazel Ford", ReviewLineAbout.HEALTH_AND_WEIGHT, "Gaining well, breastfed, nothing that needs a response."),
            ("Sam Birch", ReviewLineAbout.FATHER_AND_PARTNERS, "Noah has the nights when he is home, and keeps to it."),
        ):
            self.do(who, write_review_line, meeting=meeting, about=about, says=says, evidence_on=self.area.day)
        self.do(
            "Sam Birch", explain_unfinished_actions, meeting=meeting,
            reason="Sessions and nights go on as long as the plan does.",
        )
        self.do("Cora Dell", record_outcome, meeting=meeting, outcome=outcome, **ends)
        return meeting


SAFE_AT_HOME = (
    (AdviceTopic.CO_SLEEPING, "The baby sleeps in the cot beside the bed, never on the sofa."),
    (AdviceTopic.PARENTAL_SUBSTANCES, "No drink in the flat; medicines on the top shelf."),
)
SAYS_ALL = {
    "verbal": True, "says_dates": True, "says_parents": True, "says_risks": True, "says_plan": True, "says_agencies": True,
}  # fmt: skip


def main():
    """Tells the story from the first day to the last."""
    story = Story(people())
    for scene in BEFORE_BIRTH:
        scene(story)
    for scene in AFTER_BIRTH:
        scene(story)


BEFORE_BIRTH = (
    Story.booking, Story.taken_up, Story.assessment_begins, Story.home_visit, Story.contributions, Story.father_named,
    Story.father_met, Story.signed_off, Story.conference, Story.challenge, Story.challenge_settled, Story.around_the_birth,
)  # fmt: skip
AFTER_BIRTH = (
    Story.birth, Story.first_days, Story.new_birth_visit, Story.first_review, Story.six_weeks, Story.mark,
    Story.mark_followed, Story.july, Story.away, Story.back, Story.six_months, Story.second_review, Story.after_the_plan,
    Story.made_in_error, Story.ten_months, Story.february, Story.first_birthday, Story.looking_back,
)  # fmt: skip

if __name__ == "__main__":
    main()
