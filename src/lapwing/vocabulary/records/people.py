"""Record tables: children, pregnancies, the people around them, and the agencies that work with them."""

from __future__ import annotations

from lapwing.vocabulary import codes, work_codes
from lapwing.vocabulary.tables import (
    ABOUT_CHILD,
    Personal,
    ahead,
    code,
    happened,
    identifying,
    key,
    locating,
    refers,
    table,
    text,
    whole,
    yes_no,
)

agency = table(
    "agency",
    "A service that works with children or their parents, in one area.",
    key("agency_id", "The agency."),
    text("name", "Its name.", personal=Personal.NO),
    code("kind", codes.AgencyKind, "What it does."),
    text("area", "The local authority area it serves.", personal=Personal.NO),
)

practitioner = table(
    "practitioner",
    "A person who works for an agency.",
    key("practitioner_id", "The practitioner."),
    refers("agency", "Where they work."),
    text("team", "Their team.", personal=Personal.NO),
    identifying(text("name", "Their name.")),
    code("role", codes.PractitionerRole, "Their post."),
    happened("started_on", "First day in the post."),
    happened("left_on", "Last day in the post."),
)

person = table(
    "person",
    "Anybody born: a child, a parent, a partner, another adult.",
    key("person_id", "The person."),
    identifying(text("nhs_number", "NHS number, ten digits; empty unless its check digit is right.")),
    identifying(text("family_name", "Family name.")),
    identifying(text("given_name", "Given name.")),
    happened("born_on", "Date of birth."),
    code("born_on_certainty", codes.DateCertainty, "How sure the date of birth is."),
    code("sex", codes.Sex, "Sex as registered."),
    text("ethnicity", "Ethnicity, as the census codes it."),
    text("disabilities", "Disabilities, as the census codes them, separated by spaces."),
    text("language", "Language, where an interpreter is needed."),
    happened("died_on", "Date of death."),
    yes_no("address_protected", "Whether where they live must not become known."),
    refers("practitioner", "Who decided that.", name="address_protected_by"),
    ahead("address_protected_until_on", "Until when, or when it is next looked at."),
)

address = table(
    "address",
    "Where a person lives or stays, for a time.",
    key("address_id", "The address as this person's."),
    refers("person", "Who lives there.", required=True),
    code("kind", codes.AddressKind, "What they do there."),
    locating(text("address", "The address, on one line.")),
    locating(text("postcode", "Postcode, without spaces.")),
    happened("from_on", "First day there."),
    happened("until_on", "Last day there; empty while they are."),
    yes_no("protected", "Whether it must not become known."),
    yes_no("out_of_area", "Whether it lies outside the area that is responsible."),
    on="from_on",
)

other_name = table(
    "other_name",
    "A name that a person has had or goes by, beside the one on their own row.",
    key("other_name_id", "The name as this person's."),
    refers("person", "Whose name it is.", required=True),
    code("kind", codes.NameKind, "How it came about."),
    identifying(text("family_name", "Family name.")),
    identifying(text("given_name", "Given name.")),
    happened("from_on", "First day of it."),
    happened("until_on", "Last day of it; empty while they go by it."),
    on="from_on",
)

pregnancy = table(
    "pregnancy",
    "A pregnancy, from the day a service first knew of it; apart from the children expected of it.",
    key("pregnancy_id", "The pregnancy."),
    refers("person", "The expectant mother.", name="mother_id"),
    happened("known_on", "Day a service first knew of it."),
    happened("booked_on", "Day of the antenatal booking appointment."),
    yes_no("concealed", "Whether it was concealed or denied until `known_on`."),
    whole("babies_expected", "How many babies are expected."),
    happened("ended_on", "Day it ended, by birth or otherwise."),
    code("outcome", codes.PregnancyOutcome, "How it ended.", known_on="ended_on"),
    text("booked_with", "The maternity service booked with.", personal=Personal.NO),
    on="known_on",
)

expected_date = table(
    "expected_date",
    "One statement of when a birth is expected; a later statement supersedes it and never overwrites it.",
    key("expected_date_id", "The statement."),
    refers("pregnancy", "The pregnancy.", required=True),
    ahead("expected_on", "The expected date: 40 weeks and 0 days."),
    code("method", codes.ExpectedDateMethod, "How it was found."),
    happened("stated_on", "Day it was stated."),
    happened("superseded_on", "Day a later statement took its place; empty while it stands."),
    on="stated_on",
)

child = table(
    "child",
    "A child or an unborn child whom services know; an unborn child has no person until birth.",
    key("child_id", "The child's record."),
    refers("person", "The person, once born."),
    refers("pregnancy", "The pregnancy, for a child known before birth or whose birth is on record."),
    whole("birth_order", "First, second ... of one pregnancy."),
    text("authority_child_id", "The local authority's own number for the child.", personal=Personal.NAMES),
    text("upn", "Unique pupil number.", personal=Personal.NAMES),
    yes_no("opened_in_error", "Whether the record should never have been opened."),
)

relationship = table(
    "relationship",
    "What a person is to a child; the person may be unknown, and then the row says why.",
    key("relationship_id", "The relationship."),
    *ABOUT_CHILD,
    refers("person", "The person; empty where nobody is named."),
    code("role", codes.RelationshipRole, "Who they are to the child.", required=True),
    yes_no("caring_role", "Whether they care, or will care, for the child."),
    yes_no("lives_with_child", "Whether they live with the child or the expectant mother."),
    code("identity_status", codes.IdentityStatus, "What is known of who they are."),
    happened("identity_status_on", "Day that was established."),
    refers("practitioner", "Who decided it, where it was decided.", name="identity_decided_by"),
    ahead("identity_review_on", "Day it is next looked at."),
    code("parental_responsibility", codes.ParentalResponsibility, "Parental responsibility."),
    code("contact_safety", codes.ContactSafety, "Whether services may be in touch with them about this child."),
    text("contact_safety_reason", "Why, where they may not."),
    ahead("contact_safety_review_on", "Day that is next looked at."),
    happened("mentioned_on", "Day they were first mentioned."),
    happened("began_on", "Day the relationship began."),
    happened("ended_on", "Day it ended."),
    text("role_in_family", "Their part in the child's care, in words."),
)

involvement = table(
    "involvement",
    "An agency's or a practitioner's work with a child, for a time.",
    key("involvement_id", "The involvement."),
    *ABOUT_CHILD,
    refers("agency", "The agency."),
    refers("practitioner", "The practitioner; empty where only the agency is known."),
    text("team", "The team.", personal=Personal.NO),
    code("role", codes.PractitionerRole, "The practitioner's post."),
    code("level", codes.HelpLevel, "The help the child receives through it."),
    yes_no("lead", "Whether this practitioner leads."),
    yes_no(
        "kept_private", "Whether the young person asked that other services not be told of this work, and that holds."
    ),
    happened("started_on", "First day."),
    happened("ended_on", "Last day; empty while it goes on."),
    code("ended_reason", work_codes.ClosureReason, "Why it ended.", known_on="ended_on"),
    on="started_on",
)
