"""P31.1, a parent under eighteen as a child in need: what is said of each situation.

The day is Monday 2 March 2026. Ella is sixteen and has a record of her own; since Monday 12 January it has been known
that she is expecting. Jay is a father, and sixteen as well.
"""

from __future__ import annotations

import pytest

from case_tables import ALWAYS_KNOWN, WITHIN_THE_WARNING, Says, Table, case, every_line
from families import born, concern, expecting, in_place, lost, opened_in_error
from families.young_parents import (
    ELLA,
    JANUARY,
    JAY,
    a_parent,
    carries,
    expects,
    left_with,
    moved_to,
    need_decided,
    offered_family_nurse,
    others_rows,
    own_worry,
    parents_set_aside,
    person,
    referred_about,
    stands_as,
    works_with,
    worry_with_baby,
    young,
)
from lapwing.checks.parents import young_parents
from lapwing.engine.check import CHECKS

CODES = (
    "in_need_decided",
    "in_need_decision_whole",
    "in_need_looked_at_again_after_change",
    "in_need_looked_at_again_in_time",
    "own_worker_for_young_parent",
    "young_parent_referred",
    "care_leaver_parent_support_decided",
    "young_parent_has_record_of_own",
)
SILENT = {
    "decision": ("in_need_decided",),
    "involvement": ("own_worker_for_young_parent",),
    "referral": ("young_parent_referred",),
    "concern": ("young_parent_has_record_of_own",),
}
A_LATE_LOOK_IS_HISTORY = "once it was looked at again, the next look is what is due"
CANNOT_BE = {
    ("not_yet_due", WITHIN_THE_WARNING): ("in_need_decision_whole", "young_parent_referred"),
    ("cannot_tell", ALWAYS_KNOWN): ("in_need_decision_whole",),
    ("met_late", A_LATE_LOOK_IS_HISTORY): ("in_need_looked_at_again_in_time",),
}
OF_ELLA = CODES[:-1]


def ella(outcome: str, **more: object) -> Says:
    """Said of Ella's own record."""
    return Says(outcome, of=ELLA, **more)  # type: ignore[arg-type]


def jay(outcome: str, **more: object) -> Says:
    """Said of Jay's own record."""
    return Says(outcome, of=JAY, **more)  # type: ignore[arg-type]


NOTHING = {code: [Says("nothing"), ella("nothing")] for code in CODES}
WORRIED = own_worry("2026-01-19")
BABY_BORN = born("2026-02-16")

TABLE = Table(
    "parents",
    "2026-03-02",
    [
        # ---------------------------------------------------------------- whether it is decided
        case(
            "Sixteen and expecting; a concern about her own safety, and no decision on her own record",
            young(),
            expects(),
            WORRIED,
            in_need_decided=[
                ella("not_met", due="2026-02-02", has="which the baby's assessment does not answer"),
                Says("nothing"),
            ],
            in_need_decision_whole=ella("nothing"),
            in_need_looked_at_again_in_time=ella("not_applicable"),
            young_parent_has_record_of_own="not_applicable",
        ),
        case(
            "The baby's own pre-birth assessment is decided on: that answers nothing about her",
            young(),
            expects(),
            WORRIED,
            need_decided("2026-01-20", of="baby", kind="pre_birth_assessment"),
            need_decided("2026-01-20", of="baby", key="wrong-record"),
            in_need_decided=ella("not_met"),
        ),
        case(
            "Decided within ten working days that she is a child in need",
            young(),
            expects(),
            WORRIED,
            need_decided("2026-01-30"),
            in_need_decided=ella("met", due="2026-02-02", has="Decided on 30 January 2026"),
            in_need_decision_whole=ella("met"),
            in_need_looked_at_again_after_change=ella("not_applicable"),
            in_need_looked_at_again_in_time=ella("not_yet_due", due="2026-07-30"),
        ),
        case(
            "Decided that she is not a child in need: either way meets it",
            young(),
            expects(),
            WORRIED,
            need_decided("2026-02-02", "not_required"),
            in_need_decided=ella("met"),
            own_worker_for_young_parent=ella("not_applicable"),
        ),
        case(
            "Decided weeks later",
            young(),
            expects(),
            WORRIED,
            need_decided("2026-02-16"),
            in_need_decided=ella("met_late", due="2026-02-02"),
        ),
        case(
            "Put off to a later date: that decides nothing",
            young(),
            expects(),
            WORRIED,
            need_decided("2026-01-20", "deferred"),
            in_need_decided=ella("not_met"),
            in_need_decision_whole=ella("nothing"),
        ),
        case(
            "Enquiries under section 47 were decided on for herself: that says more than in need",
            young(),
            expects(),
            WORRIED,
            need_decided("2026-01-21", kind="section_47"),
            in_need_decided=ella("met"),
            in_need_decision_whole=ella("nothing"),
        ),
        case(
            "The concern was there before anybody knew that she is expecting: it counts from the knowing",
            young(),
            expects(),
            own_worry("2025-09-01"),
            in_need_decided=ella("not_met", due="2026-01-26"),
        ),
        case(
            "A concern recorded this morning",
            young(),
            expects(),
            own_worry("2026-03-02"),
            in_need_decided=ella("not_yet_due", due="2026-03-16"),
        ),
        case(
            "It came as a referral about her: by the end of the next working day",
            young(),
            expects(),
            own_worry("2026-02-27"),
            referred_about(ELLA, "2026-02-27"),
            in_need_decided=ella("due_soon", due="2026-03-02"),
        ),
        case(
            "The referral was about the baby, not about her",
            young(),
            expects(),
            own_worry("2026-02-27"),
            referred_about("baby", "2026-02-27"),
            in_need_decided=ella("not_yet_due", due="2026-03-13"),
        ),
        case(
            "What is feared for her stands on the baby's record alone",
            young(),
            expects(),
            worry_with_baby("ella", "2026-01-19"),
            in_need_decided=ella("not_met", due="2026-02-02", has_not="abuse"),
            young_parent_has_record_of_own=Says("met", due="2026-02-02", has="Birth mother"),
        ),
        case(
            "A concern about the other parent on the baby's record is not about her",
            young(),
            person("dan", "1999-01-01"),
            expects(),
            a_parent("dan", "birth_father"),
            worry_with_baby("dan", "2026-01-19", part="responsible"),
            in_need_decided=ella("not_applicable", word="no_significant_concern_recorded"),
        ),
        case(
            "The nurse wrote that the concern is not significant",
            young(),
            expects(),
            own_worry("2026-01-19", significant=False),
            in_need_decided=ella("not_applicable", word="no_significant_concern_recorded", has="on: 19 January 2026"),
        ),
        case(
            "A concern is recorded, and nobody marked whether it is significant",
            young(),
            expects(),
            own_worry("2026-01-19", significant=None),
            in_need_decided=ella("cannot_tell", word="significance_not_marked"),
        ),
        case(
            "A concern that was looked into and cleared, and one from her childhood",
            young(),
            expects(),
            own_worry("2026-01-19", status="cleared"),
            own_worry("2019-01-14", key="childhood", status="past"),
            in_need_decided=ella("not_applicable", word="no_significant_concern_recorded"),
        ),
        case(
            "Decided in time; the concern has since been resolved",
            young(),
            expects(),
            own_worry("2026-01-19", status="past", ended_on="2026-02-20"),
            need_decided("2026-01-30"),
            in_need_decided=ella("met", due="2026-02-02"),
        ),
        case(
            "Family nurse offered and declined: that is no concern",
            young(),
            expects(),
            offered_family_nurse("2026-01-26"),
            in_need_decided=ella("not_applicable", word="no_significant_concern_recorded"),
        ),
        case(
            "Looked after since last year: what it means now that she is expecting is still to be decided",
            young(),
            expects(),
            stands_as("section_20", "2025-06-02"),
            WORRIED,
            in_need_decided=ella("not_met"),
        ),
        case(
            "The pregnancy's record alone says who the mother is",
            young(),
            expecting("2026-08-03", known=JANUARY),
            carries(),
            WORRIED,
            in_need_decided=ella("not_met", due="2026-02-02"),
        ),
        case(
            "A father of sixteen, seldom asked about",
            young("jay"),
            expecting("2026-08-03", known=JANUARY),
            a_parent("jay", "birth_father"),
            own_worry("2026-01-19", of=JAY),
            in_need_decided=jay("not_met", due="2026-02-02"),
            young_parent_has_record_of_own="not_applicable",
        ),
        case(
            "Father and mother apart by now: he is still a father, and a child",
            young("jay"),
            expecting("2026-08-03", known=JANUARY),
            a_parent("jay", "birth_father", ended_on=None, lives_with_child=False, caring_role=False),
            own_worry("2026-01-19", of=JAY),
            need_decided("2026-01-23", of=JAY),
            in_need_decided=jay("met"),
        ),
        case(
            "Both are sixteen: each has a decision of their own, or none",
            young(),
            young("jay"),
            expects(),
            a_parent("jay", "birth_father"),
            WORRIED,
            own_worry("2026-01-19", of=JAY, key="his"),
            need_decided("2026-01-23"),
            in_need_decided=[ella("met"), jay("not_met")],
        ),
        case(
            "He does not know of the pregnancy: nothing on his record speaks of it",
            young("jay"),
            expecting("2026-08-03", known=JANUARY),
            a_parent("jay", "birth_father", contact_safety="unaware_of_pregnancy"),
            own_worry("2026-01-19", of=JAY),
            worry_with_baby("jay", "2026-01-19"),
            in_need_decided=jay("nothing"),
            young_parent_referred=jay("nothing"),
            young_parent_has_record_of_own="nothing",
        ),
        case(
            "Who the father is is withheld for safety: nothing on his record either",
            young("jay"),
            expecting("2026-08-03", known=JANUARY),
            a_parent("jay", "birth_father", identity_status="withheld_for_safety"),
            own_worry("2026-01-19", of=JAY),
            in_need_decided=jay("nothing"),
            young_parent_has_record_of_own="nothing",
        ),
        case(
            "The mother's new partner is sixteen, and nobody's parent",
            young("jay"),
            expecting("2026-08-03", known=JANUARY),
            a_parent("jay", "partner_of_parent"),
            own_worry("2026-01-19", of=JAY),
            in_need_decided=jay("nothing"),
        ),
        case(
            "What stands on her brother's record is about her brother",
            young(),
            expects(),
            others_rows("ella", "finn"),
            in_need_decided=[
                ella("not_applicable", word="no_significant_concern_recorded"),
                Says("nothing", of="finn-record"),
            ],
        ),
        # ---------------------------------------------------------------- age
        case(
            "Her date of birth is not recorded",
            young(born=None),
            expects(),
            WORRIED,
            in_need_decided=ella("cannot_tell", missing=("a sure date of birth", "the decision on their own record")),
            young_parent_referred=ella("cannot_tell"),
        ),
        case(
            "Her date of birth is not recorded, and it is decided: the decision is what was asked for",
            young(born=None),
            expects(),
            WORRIED,
            need_decided("2026-01-23"),
            in_need_decided=ella("met"),
            in_need_looked_at_again_in_time=ella("cannot_tell"),
            in_need_decision_whole=ella("met"),
        ),
        case(
            "Records disagree on the date of birth",
            young(certainty="contradictory"),
            expects(),
            WORRIED,
            in_need_decided=ella("cannot_tell"),
        ),
        case(
            "Her age is disputed: she is treated as a child meanwhile",
            young(born="2007-01-01", certainty="disputed"),
            expects(),
            WORRIED,
            in_need_decided=ella("not_met"),
        ),
        case(
            "Eighteen today: not asked any more, and the work is handed over",
            young(born="2008-03-02"),
            expects(),
            WORRIED,
            in_need_decided=ella("not_applicable", word="of_age", has="came of age on 2 March 2026"),
        ),
        case(
            "Decided before she turned eighteen: the history keeps it",
            young(born="2008-02-02"),
            expects(),
            WORRIED,
            need_decided("2026-01-23", consulted=None),
            in_need_decided=ella("not_applicable", word="of_age"),
            in_need_decision_whole=ella("not_applicable"),
        ),
        case(
            "Born on 29 February: eighteen on 1 March, yesterday",
            young(born="2008-02-29"),
            expects(),
            WORRIED,
            in_need_decided=ella("not_applicable", word="of_age", has="1 March 2026"),
        ),
        case(
            "A mother of thirty whose record as a child is still there",
            young(born="1996-02-01"),
            expects(),
            WORRIED,
            in_need_decided=ella("nothing"),
            young_parent_has_record_of_own="nothing",
        ),
        # ---------------------------------------------------------------- what ends it
        case(
            "The pregnancy was lost: nothing is asked, of her or of the baby",
            young(born="2010-06-01"),
            expects(),
            WORRIED,
            need_decided("2026-01-23", consulted=None),
            lost("2026-02-09"),
            in_need_decided=[ella("nothing")],
            in_need_decision_whole=ella("nothing"),
            young_parent_referred=ella("nothing"),
            young_parent_has_record_of_own=Says("not_applicable", has="Nothing more is asked"),
        ),
        case(
            "The pregnancy was lost; its own record names her as well",
            young(),
            expecting("2026-08-03", known=JANUARY),
            carries(),
            lost("2026-02-09"),
            WORRIED,
            in_need_decided=ella("nothing"),
        ),
        case(
            "The baby's record was opened in error",
            young(),
            expects(),
            WORRIED,
            opened_in_error("2026-01-20"),
            in_need_decided=ella("nothing"),
        ),
        case(
            "The baby has been adopted: nothing reminds her",
            young(),
            expects(),
            BABY_BORN,
            WORRIED,
            stands_as("adoption_order", "2026-02-25", of="baby"),
            in_need_decided=ella("nothing"),
        ),
        case(
            "Another area has accepted her",
            young(),
            expects(),
            WORRIED,
            left_with("2026-02-09", child=ELLA),
            in_need_decided=ella("not_applicable", has="Nothing more is asked"),
            young_parent_referred=ella("not_applicable"),
        ),
        case(
            "The expected date was weeks ago, and nothing is recorded",
            young(),
            expects(due="2026-01-19"),
            WORRIED,
            worry_with_baby("ella", "2026-01-19"),
            in_need_decided=ella("cannot_tell", word="birth_not_recorded"),
            young_parent_has_record_of_own="cannot_tell",
        ),
        case(
            "A manager has set it aside for a time",
            young(),
            expects(),
            WORRIED,
            parents_set_aside("in_need_decided", until="2026-04-01"),
            in_need_decided=ella("excepted"),
        ),
        # ---------------------------------------------------------------- what the decision holds
        case(
            "Decided, and neither her view nor a day to look again is written down",
            young(),
            expects(),
            WORRIED,
            need_decided("2026-01-23", childs_view=None, review_on=None),
            in_need_decided=ella("met"),
            in_need_decision_whole=ella(
                "not_met",
                due="2026-01-23",
                missing=("the young parent's own view", "when it is looked at again"),
                has_not="manager",
            ),
        ),
        case(
            "Decided by nobody named, for no reason on record",
            young(),
            expects(),
            WORRIED,
            need_decided("2026-01-23", decided_by=None, authority=None, reasons=None, consulted=None),
            in_need_decision_whole=ella("not_met", has="what was considered, and who was asked, the reasons"),
        ),
        case(
            "Written up four days after it was made",
            young(),
            expects(),
            WORRIED,
            need_decided("2026-01-23", recorded="2026-01-27"),
            in_need_decision_whole=ella("met_late", due="2026-01-23"),
        ),
        case(
            "The first decision lacked much; the second is whole, and the first is history",
            young(),
            expects(),
            WORRIED,
            need_decided("2026-01-23", consulted=None),
            need_decided("2026-02-20"),
            in_need_decision_whole=ella("met", subject="decided-2026-02-20"),
        ),
        # ---------------------------------------------------------------- looked at again
        case(
            "The baby was born a fortnight ago",
            young(),
            expects(due="2026-02-16"),
            WORRIED,
            need_decided("2026-01-23"),
            BABY_BORN,
            in_need_looked_at_again_after_change=ella("due_soon", due="2026-03-02"),
        ),
        case(
            "She was placed with foster carers, and nobody looked at it again",
            young(),
            expects(),
            WORRIED,
            need_decided("2026-01-23"),
            moved_to("foster_home", "2026-02-02"),
            in_need_looked_at_again_after_change=ella("not_met", due="2026-02-16", has="2 February 2026"),
        ),
        case(
            "A second move does not put off what the first one asked for",
            young(),
            expects(),
            WORRIED,
            need_decided("2026-01-23"),
            moved_to("foster_home", "2026-02-02"),
            moved_to("supported_accommodation", "2026-02-27"),
            in_need_looked_at_again_after_change=ella("not_met", due="2026-02-16"),
        ),
        case(
            "Moved, and looked at again the same week",
            young(),
            expects(),
            WORRIED,
            need_decided("2026-01-23"),
            moved_to("foster_home", "2026-02-02"),
            need_decided("2026-02-05"),
            in_need_looked_at_again_after_change=ella("met", due="2026-02-16"),
            in_need_looked_at_again_in_time=ella("met", due="2026-08-05"),
        ),
        case(
            "Moved, and looked at again weeks later",
            young(),
            expects(),
            WORRIED,
            need_decided("2026-01-23"),
            moved_to("foster_home", "2026-02-02"),
            need_decided("2026-02-26"),
            in_need_looked_at_again_after_change=ella("met_late", due="2026-02-16"),
        ),
        case(
            "Decided that she is not in need, and a further concern came",
            young(),
            expects(),
            WORRIED,
            need_decided("2026-01-23", "not_required"),
            own_worry("2026-02-20", key="further"),
            in_need_decided=ella("met"),
            in_need_looked_at_again_after_change=ella("due_soon", due="2026-03-06"),
        ),
        case(
            "The further concern stands on the baby's record",
            young(),
            expects(),
            WORRIED,
            need_decided("2026-01-23"),
            worry_with_baby("ella", "2026-02-04"),
            in_need_looked_at_again_after_change=ella("not_met", due="2026-02-18"),
        ),
        case(
            "Two nights on a ward are no move",
            young(),
            expects(),
            WORRIED,
            need_decided("2026-01-23"),
            moved_to("child_ward", "2026-02-02"),
            in_need_looked_at_again_after_change=ella("not_applicable"),
        ),
        case(
            "Decided seven months ago and never looked at again",
            young(),
            expecting("2026-03-09", known="2025-07-07"),
            a_parent("ella", since="2025-07-07"),
            own_worry("2025-07-07"),
            need_decided("2025-07-14"),
            in_need_looked_at_again_in_time=ella("not_met", due="2026-01-14"),
        ),
        case(
            "Three months before she is eighteen it is looked at once more",
            young(born="2008-05-20"),
            expects(),
            WORRIED,
            need_decided("2026-01-23"),
            in_need_looked_at_again_in_time=ella("not_met", due="2026-02-20"),
        ),
        case(
            "Looked at within those three months",
            young(born="2008-05-20"),
            expects(),
            WORRIED,
            need_decided("2026-01-23"),
            need_decided("2026-02-25"),
            in_need_looked_at_again_in_time=ella("met", due="2026-08-25"),
        ),
        # ---------------------------------------------------------------- whose worker
        case(
            "One worker leads for the baby and is her only one",
            young(),
            expects(),
            WORRIED,
            need_decided("2026-01-23"),
            works_with("sam", "baby", "2026-01-19", "pre_birth"),
            works_with("sam", ELLA, "2026-01-26"),
            own_worker_for_young_parent=ella("not_met", due="2026-02-06", has_not="sam"),
        ),
        case(
            "She has a worker of her own",
            young(),
            expects(),
            WORRIED,
            need_decided("2026-01-23"),
            works_with("sam", "baby", "2026-01-19", "pre_birth"),
            works_with("noor", ELLA, "2026-01-26"),
            own_worker_for_young_parent=ella("met", due="2026-02-06"),
        ),
        case(
            "Her own worker came weeks later",
            young(),
            expects(),
            WORRIED,
            need_decided("2026-01-23"),
            works_with("sam", "baby", "2026-01-19", "pre_birth"),
            works_with("noor", ELLA, "2026-02-23"),
            own_worker_for_young_parent=ella("met_late"),
        ),
        case(
            "Two people lead for the baby at once, as the record has it",
            young(),
            expects(),
            WORRIED,
            need_decided("2026-01-23"),
            works_with("sam", "baby", "2026-01-19", "pre_birth"),
            works_with("ash", "baby", "2026-01-19", "child_protection"),
            works_with("sam", ELLA, "2026-01-26"),
            own_worker_for_young_parent=ella("cannot_tell"),
        ),
        case(
            "Nobody leads for the baby",
            young(),
            expects(),
            WORRIED,
            need_decided("2026-01-23"),
            own_worker_for_young_parent=ella("not_applicable"),
        ),
        case(
            "She asked for one worker for both, and a manager agreed",
            young(),
            expects(),
            WORRIED,
            need_decided("2026-01-23"),
            works_with("sam", "baby", "2026-01-19", "pre_birth"),
            works_with("sam", ELLA, "2026-01-26"),
            parents_set_aside("own_worker_for_young_parent", until="2026-06-01"),
            own_worker_for_young_parent=ella("excepted"),
        ),
        # ---------------------------------------------------------------- very young
        case(
            "Fifteen when it became known, and nobody referred her; no concern was needed",
            young(born="2010-06-01"),
            expects(),
            young_parent_referred=ella("not_met", due="2026-01-13", has="the baby as well: no"),
            in_need_decided=ella("not_applicable"),
        ),
        case(
            "Fifteen, and referred the next working day",
            young(born="2010-06-01"),
            expects(),
            referred_about(ELLA, "2026-01-13"),
            young_parent_referred=ella("met"),
        ),
        case(
            "Fifteen, and referred a week later",
            young(born="2010-06-01"),
            expects(),
            referred_about(ELLA, "2026-01-20"),
            young_parent_referred=ella("met_late", due="2026-01-13"),
        ),
        case(
            "Social care works with her already: there is nobody else to refer her to",
            young(born="2010-06-01"),
            expects(),
            works_with("noor", ELLA, "2025-09-01", "looked_after"),
            young_parent_referred=ella("met"),
        ),
        case(
            "Fifteen when it became known and sixteen since: it is still asked",
            young(born="2010-02-01"),
            expects(),
            young_parent_referred=ella("not_met"),
        ),
        case(
            "Sixteen when it became known",
            young(),
            expects(),
            young_parent_referred=ella("not_applicable"),
        ),
        case(
            "Twelve: she was referred, and the unborn baby was not",
            young(born="2013-03-01"),
            expects(),
            referred_about(ELLA, "2026-01-12"),
            young_parent_referred=ella("not_met", due="2026-01-13", has="the baby as well: yes"),
        ),
        case(
            "Twelve: both were referred the same day",
            young(born="2013-03-01"),
            expects(),
            referred_about(ELLA, "2026-01-12"),
            referred_about("baby", "2026-01-12"),
            young_parent_referred=ella("met"),
        ),
        # ---------------------------------------------------------------- care leavers
        case(
            "Nineteen, left care, expecting: what support she has was not decided",
            young(born="2006-12-01"),
            expects(),
            stands_as("care_leaver", "2024-12-01"),
            care_leaver_parent_support_decided=ella("not_met", due="2026-01-26"),
            in_need_decided=ella("not_applicable"),
        ),
        case(
            "Nineteen, and her support was decided with her",
            young(born="2006-12-01"),
            expects(),
            works_with("adviser", ELLA, "2024-12-02", "care_leaver"),
            need_decided("2026-01-20", kind="support_for_care_leaver_parent"),
            care_leaver_parent_support_decided=ella("met"),
            in_need_decision_whole=ella("nothing"),
        ),
        case(
            "Eighteen in February: counted from that day",
            young(born="2008-02-23"),
            expects(),
            stands_as("care_leaver", "2025-01-01"),
            care_leaver_parent_support_decided=ella("due_soon", due="2026-03-09"),
        ),
        case(
            "Seventeen, and a care leaver in law: for now she is a child",
            young(born="2008-12-01"),
            expects(),
            stands_as("care_leaver", "2025-01-01"),
            care_leaver_parent_support_decided=ella("not_applicable"),
        ),
        case(
            "Twenty-five: the duty to care leavers has ended",
            young(born="2001-03-02"),
            expects(),
            stands_as("care_leaver", "2019-03-02"),
            care_leaver_parent_support_decided=ella("nothing"),
        ),
        # ---------------------------------------------------------------- no record of their own
        case(
            "What is feared for a mother of sixteen stands on the baby's record, and she has none",
            person("mia", "2009-06-01"),
            expecting("2026-08-03", known=JANUARY),
            a_parent("mia"),
            worry_with_baby("mia", "2026-01-19"),
            young_parent_has_record_of_own=Says("not_met", due="2026-02-02", has="They have no record of their own"),
        ),
        case(
            "The concern was considered, with a reason why it needs nothing",
            person("mia", "2009-06-01"),
            expecting("2026-08-03", known=JANUARY),
            a_parent("mia"),
            worry_with_baby("mia", "2026-01-19", no_action_on="2026-01-26", no_action_reason="with her aunt now"),
            young_parent_has_record_of_own=Says("met", has_not="aunt"),
        ),
        case(
            "The father's age is not recorded: it is named as what is missing",
            person("lee", None, certainty=None),
            expecting("2026-08-03", known=JANUARY),
            a_parent("lee", "birth_father"),
            worry_with_baby("lee", "2026-01-19"),
            young_parent_has_record_of_own=Says(
                "cannot_tell", missing=("a sure date of birth", "a record of their own, or why none is needed")
            ),
        ),
        case(
            "The father's age is not recorded, and nothing is feared for him",
            person("lee", None, certainty=None),
            expecting("2026-08-03", known=JANUARY),
            a_parent("lee", "birth_father"),
            young_parent_has_record_of_own="not_applicable",
        ),
        case(
            "A father of thirty: nothing is asked",
            person("dan", "1996-01-01"),
            expecting("2026-08-03", known=JANUARY),
            a_parent("dan", "birth_father"),
            worry_with_baby("dan", "2026-01-19"),
            young_parent_has_record_of_own="nothing",
        ),
        case(
            "A father whose age is disputed is treated as a child",
            person("lee", "2005-01-01", certainty="disputed"),
            expecting("2026-08-03", known=JANUARY),
            a_parent("lee", "birth_father"),
            worry_with_baby("lee", "2026-01-19"),
            young_parent_has_record_of_own="not_met",
        ),
        case(
            "A mother of fourteen without a record of her own, whatever is or is not feared",
            person("mia", "2011-06-01"),
            expecting("2026-08-03", known=JANUARY),
            a_parent("mia"),
            young_parent_has_record_of_own=Says("not_met", due="2026-01-26"),
        ),
        case(
            "An adult mother, and nobody else: nothing of this arises",
            person("mia", "1995-06-01"),
            expecting("2026-08-03", known=JANUARY),
            a_parent("mia"),
            concern("poverty", "2026-01-19"),
            in_place("legal_gateway", "2026-02-02"),
            **NOTHING,
        ),
    ],
)


@every_line(TABLE)
def test_what_is_said(engine: str, number: int, check: str, says: Says) -> None:
    TABLE.assert_says(engine, number, check, says)


def test_no_finding_stands_on_two_records() -> None:
    for engine in ("rows", "polars"):
        for child, _, code in TABLE.found(engine):
            of_baby = code == "parents.young_parent_has_record_of_own"
            assert child.endswith(":baby") is of_baby, (child, code)


def test_no_sentence_repeats_what_somebody_wrote() -> None:
    told = [finding["reason"] for engine in ("rows", "polars") for finding in TABLE.found(engine).values()]
    for words in ("her aunt", "I want to go home", "team manager", "school and police"):
        assert not [reason for reason in told if words in reason]


@pytest.mark.parametrize("code", OF_ELLA)
def test_what_is_said_to_the_family_of_a_young_parent_tells_their_own_parents_of_no_baby(code: str) -> None:
    """A pregnancy may be known to services in confidence; whoever reads this on their record must not learn of it."""
    plainly = CHECKS[f"parents.{code}"].plainly.lower()
    for word in ("baby", "pregnan", "expecting", "birth", "a parent", "mother", "father"):
        assert word not in plainly


def test_every_check_of_the_module_is_in_the_table() -> None:
    assert {f"parents.{code}" for code in CODES} <= {
        check.code for check in vars(young_parents).values() if hasattr(check, "code")
    }
