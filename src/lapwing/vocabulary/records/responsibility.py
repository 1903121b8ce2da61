"""Record tables: what was shared or not, disagreements between agencies, and rules set aside for a time."""

from __future__ import annotations

from lapwing.vocabulary import care_codes
from lapwing.vocabulary.tables import (
    ABOUT_CHILD,
    Personal,
    ahead,
    code,
    happened,
    key,
    refers,
    table,
    text,
    whole,
    yes_no,
)

information_share = table(
    "information_share",
    "Information shared with another agency, or the decision not to share it.",
    key("information_share_id", "The entry."),
    *ABOUT_CHILD,
    code("decision", care_codes.ShareDecision, "Shared, or decided not to.", required=True),
    happened("happened_on", "Day."),
    refers("agency", "From.", name="from_agency_id"),
    refers("agency", "To.", name="to_agency_id"),
    refers("practitioner", "To whom by name.", name="to_practitioner_id"),
    refers("person", "About whom, where not the child."),
    refers("observation", "The observation shared, where it is one."),
    refers("concern", "The concern shared, where it is one."),
    text("what", "What was shared."),
    text("reason", "Why it was or was not."),
    yes_no("asked_for", "Whether it answers a request."),
    happened("acknowledged_on", "Day the other side acknowledged it."),
    on="happened_on",
)

disagreement = table(
    "disagreement",
    "One agency's challenge to another about a child.",
    key("disagreement_id", "The disagreement."),
    *ABOUT_CHILD,
    happened("raised_on", "Day it was raised."),
    refers("agency", "Who raised it.", name="from_agency_id"),
    refers("practitioner", "The practitioner who raised it.", name="raised_by"),
    refers("agency", "To whom.", name="to_agency_id"),
    refers("decision", "The decision disputed, where it is one."),
    refers("referral", "The referral disputed, where it is one."),
    text("about", "What it is about."),
    yes_no("immediate", "Whether the child is at risk now, so that the immediate route applies."),
    happened("resolved_on", "Day it ended."),
    text("outcome", "How.", known_on="resolved_on"),
    happened("raiser_told_on", "Day the raiser was told."),
    yes_no("learning", "Whether there is something to learn from it."),
    on="raised_on",
)

disagreement_stage = table(
    "disagreement_stage",
    "One thing that happened at one stage of a disagreement.",
    key("disagreement_stage_id", "The event."),
    refers("disagreement", "The disagreement.", required=True),
    refers("child", "The child."),
    whole("stage", "The stage, from 1; 0 for the immediate route."),
    code("step", care_codes.DisagreementStep, "What happened.", required=True),
    happened("happened_on", "Day."),
    refers("practitioner", "By whom.", name="happened_by"),
    text("interim_safety", "What keeps the child safe meanwhile."),
    text("says", "What was said or decided."),
    on="happened_on",
)

exception = table(
    "exception",
    "A check set aside for one child: by a named manager, for a reason, until a day.",
    key("exception_id", "The exception."),
    refers("child", "The child.", required=True),
    text("check", "The code of the check.", personal=Personal.NO),
    refers("concern", "The concern, where the check is made of each."),
    refers("meeting", "The meeting, where the check is made of each."),
    code("reason", care_codes.ExceptionReason, "Why."),
    text("says", "The reason in words."),
    refers("practitioner", "The manager who decided.", name="decided_by"),
    happened("decided_on", "Day."),
    ahead("expires_on", "Last day on which it holds."),
    on="decided_on",
)
