"""Record tables: meetings, plans, what was to be done, by whom, and whether it worked."""

from __future__ import annotations

from lapwing.vocabulary import work_codes
from lapwing.vocabulary.tables import ABOUT_CHILD, ahead, code, happened, key, refers, table, text, yes_no

meeting = table(
    "meeting",
    "A meeting about a child; a review's outcome stays a proposal until it is recorded.",
    key("meeting_id", "The meeting."),
    *ABOUT_CHILD,
    code("kind", work_codes.MeetingKind, "What it is.", required=True),
    refers("plan", "The plan it reviews."),
    ahead("due_on", "Day by which it should be held."),
    ahead("planned_for_on", "Day it is planned for."),
    happened("held_on", "Day it was held."),
    refers("practitioner", "Who chairs it.", name="chaired_by"),
    yes_no("quorate", "Whether enough agencies took part.", known_on="held_on"),
    code("proposed_outcome", work_codes.ReviewOutcome, "For a review: the outcome proposed."),
    happened("outcome_recorded_on", "Day the outcome was recorded."),
    code("outcome", work_codes.ReviewOutcome, "For a review: its outcome.", known_on="outcome_recorded_on"),
    code("ended_reason", work_codes.ClosureReason, "For an ending or stepping down: why."),
    code("dissent", work_codes.Dissent, "Whether anybody disagreed.", known_on="held_on"),
    text("chair_statement", "The chair's reasons, where one is called for."),
    text("proceed_reason", "Why the chair goes on although something is missing."),
    text("unfinished_actions_reason", "Why unfinished actions do not stand in the way, or that there are none."),
    refers("meeting", "The discussion that led to it.", name="follows_meeting_id"),
)

attendance = table(
    "attendance",
    "One person's or agency's part in a meeting.",
    key("attendance_id", "The part."),
    refers("meeting", "The meeting.", required=True),
    refers("child", "The child the meeting was about."),
    code("attendee", work_codes.Contributor, "Who."),
    refers("person", "The parent or carer, where it is one."),
    refers("agency", "The agency, where it is one."),
    refers("practitioner", "The practitioner, where known."),
    happened("invited_on", "Day they were invited."),
    yes_no("attended", "Whether they came."),
    happened("report_received_on", "Day their report came."),
    text("absent_reason", "Why they were not invited or did not come."),
    on="invited_on",
)

concern_review = table(
    "concern_review",
    "What a review found of one original concern: what changed, how that is known, and what remains.",
    key("concern_review_id", "The line."),
    refers("meeting", "The review.", required=True),
    refers("concern", "The concern; empty for a line on the father or on health alone."),
    refers("child", "The child the review was about."),
    code("change", work_codes.ConcernChange, "What changed."),
    code("basis", work_codes.EvidenceBasis, "How that is known."),
    happened("sustained_since_on", "Since when it has held."),
    text("remains", "What remains."),
    happened("written_on", "Day the line was written."),
    on="written_on",
)

review_line = table(
    "review_line",
    "A line that every review of a baby's plan carries besides its concerns: health, the father and partners.",
    key("review_line_id", "The line."),
    refers("meeting", "The review.", required=True),
    refers("child", "The child the review was about."),
    code("about", work_codes.ReviewLineAbout, "What it is about.", required=True),
    text("says", "The line, in words."),
    happened("evidence_on", "Day of the evidence it rests on."),
    happened("written_on", "Day it was written."),
    on="written_on",
)

plan = table(
    "plan",
    "A plan for a child or an unborn child.",
    key("plan_id", "The plan."),
    *ABOUT_CHILD,
    code("kind", work_codes.PlanKind, "What it is.", required=True),
    refers("referral", "The referral it came of."),
    refers("practitioner", "The lead practitioner.", name="led_by"),
    happened("started_on", "Day it began."),
    happened("ended_on", "Day it ended."),
    code("ended_reason", work_codes.ClosureReason, "Why it ended.", known_on="ended_on"),
    text("initial_category", "Category of abuse at the start, as the census codes it."),
    text("latest_category", "Latest category, as the census codes it."),
    happened(
        "compared_on", "Day it was last read beside the child's other plans, and what clashes was noted or nothing did."
    ),
    on="started_on",
)

milestone = table(
    "milestone",
    "Something that must be in place around a birth, or the reason it need not be.",
    key("milestone_id", "The milestone."),
    *ABOUT_CHILD,
    refers("plan", "The plan it belongs to."),
    code("kind", work_codes.MilestoneKind, "What it is.", required=True),
    ahead("due_on", "Day it is to be in place; empty where the area's setting decides."),
    happened("done_on", "Day it was in place."),
    happened("not_needed_on", "Day it was considered and found not to be needed."),
    text("not_needed_reason", "Why.", known_on="not_needed_on"),
)

action = table(
    "action",
    "Something to be done for a child, by a person, for a reason.",
    key("action_id", "The action."),
    *ABOUT_CHILD,
    refers("plan", "The plan it belongs to."),
    refers("concern", "The concern it answers."),
    refers("decision", "The decision behind it."),
    code("kind", work_codes.ActionKind, "What it is."),
    code("aim", work_codes.ActionAim, "What it is aimed at."),
    text("says", "What is to be done."),
    text("intended_effect", "What it is meant to change."),
    refers("agency", "The agency it was given to.", name="owner_agency_id"),
    refers("practitioner", "The person who owns it; an agency alone is not an owner.", name="owned_by"),
    refers("person", "The parent who owns it, where one does.", name="owned_by_person_id"),
    happened("assigned_on", "Day it was given to its owner."),
    happened("accepted_on", "Day the owner accepted it."),
    ahead("due_on", "Day it is to be done."),
    ahead("starts_on", "Day it is to start, or did."),
    happened("started_on", "Day it did start."),
    happened("completed_on", "Day it was finished."),
    happened("effect_reviewed_on", "Day somebody looked at whether it worked."),
    code("effect", work_codes.ActionEffect, "Whether it did.", known_on="effect_reviewed_on"),
    happened("declined_on", "Day the parent or young person declined it."),
    text("declined_next", "What happens instead.", known_on="declined_on"),
    on="assigned_on",
)
