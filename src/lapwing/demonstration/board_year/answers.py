"""What auditors of the invented partnership say to each question: by its number an answer and why, for each case in turn."""

from __future__ import annotations

from lapwing.demonstration.board_year.marking import Answers

BOTH_PARENTS = 4
"""The question of the tool on work before birth whether both parents were part of it."""
GOOD, WANTING, POOR = "Good", "Requires improvement", "Inadequate"
SETTLED_AS = (
    WANTING,
    "He was invited once, by a letter to an address that he had left. That is a beginning and no more.",
)
"""What the second auditor says of the first case, and whoever moderates."""

BEFORE_BIRTH: Answers = {
    1: (
        (GOOD, "Asked about at booking, and social care was asked the same week."),
        (GOOD, "Seen at the first visit and passed on."),
        (WANTING, "Known at booking; the referral came two months later."),
        (GOOD, "Each service asked the other within days."),
    ),
    2: (
        ("yes", "Finished before the birth."),
        ("yes", "Finished, although late."),
        ("partly", "Begun, and not finished when the baby came."),
        ("yes", "Finished, and looked at again with the parents."),
    ),
    3: (
        (GOOD, "The parents' own childhoods are there, and what they mean for this baby."),
        (WANTING, "Facts stand in a row; what they mean is not said."),
        (WANTING, "Nothing of where the family will live."),
        (GOOD, "Enough to decide by."),
    ),
    BOTH_PARENTS: (
        (POOR, "The mother was seen four times. The father is told of by others alone."),
        (WANTING, "He was there once, and was asked nothing."),
        (POOR, "He is named, and nobody tried to reach him."),
        (GOOD, "Both were seen, each alone as well."),
    ),
    5: (
        (WANTING, "Two of five things were done; nobody was named for the rest."),
        (GOOD, "Done in time."),
        (WANTING, "Left to whoever visited next."),
        (GOOD, "Followed through, and written down."),
    ),
    6: (
        ("", "A place at a group, which the mother says helped her. Nothing for the father."),
        ("", "The health visitor came before the birth."),
        ("", "Nothing that can be seen."),
        ("", "The family moved before the birth, as they had asked to."),
    ),
    7: (
        ("partly", "It was asked once why he was not seen, and not again."),
        ("no", "There was nothing to challenge."),
        ("yes", "The referral waited, and nobody asked."),
        ("no", "There was nothing to challenge."),
    ),
}
AGAIN_BEFORE_BIRTH: Answers = {
    **BEFORE_BIRTH,
    BOTH_PARENTS: (
        (GOOD, "He was rung, came to the second visit, and speaks in his own words."),
        (GOOD, "Seen at home with the mother, and once alone."),
        (GOOD, "He works away; they spoke by telephone, twice."),
        (GOOD, "Both were asked what they were looking forward to, and what they feared."),
    ),
    7: (("no", "There was nothing to challenge."),) * 4,
}
OF_OLDER_CHILDREN: Answers = {
    1: (("", "One worker stayed for two years, and the young person says so."),) * 3,
    2: (("", "Visits were at the times that suited the service."),) * 3,
    3: (
        (GOOD, "What happened at home stands beside what was done at school."),
        (WANTING, "Called a lifestyle, twice."),
        (WANTING, "The behaviour is told, and not what came before it."),
    ),
    4: (
        (GOOD, "Treated as a child throughout."),
        (WANTING, "Told at 16 that a service was for adults."),
        (GOOD, "Housing and social care decided together."),
    ),
    5: (("Requires improvement", "Three plans, and none of them knew the others."),) * 3,
    6: ((GOOD, "Help went on through a change of school."),) * 3,
    7: ((WANTING, "Asked, written down, and nothing followed."),) * 3,
    8: (("", "Police and school spoke every week. Nobody told the school nurse."),) * 3,
    9: (("no", "It was challenged."), ("partly", "Said once, and not followed up."), ("no", "Nothing to challenge.")),
}
