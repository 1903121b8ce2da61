"""A partnership in which there is much to keep: a refuge, a father who is withheld, a service that a young person sees in
private, who raised a disagreement, a restricted record, somebody's own family, and a loss.

What is secret stands in fields of its own, and in whatever words people wrote besides.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta

from cast import MONDAY, Partnership, partnership
from everyday import works_with
from rich_record import NOT_ADDED, values_of
from what_the_board_holds import all_that_the_board_holds

from lapwing.conduct.drafts import keep_draft
from lapwing.conduct.restrictions import Grounds
from lapwing.conduct.verbs.access import break_glass, declare_family, restrict_record
from lapwing.conduct.verbs.addresses import begin_address
from lapwing.conduct.verbs.appointments import book_appointment
from lapwing.conduct.verbs.births import record_loss
from lapwing.conduct.verbs.children import open_record, record_pregnancy
from lapwing.conduct.verbs.corrections import correct
from lapwing.conduct.verbs.disagreements import answer_disagreement, disagree, escalate_disagreement
from lapwing.conduct.verbs.hand_overs import hand_over
from lapwing.conduct.verbs.observations import observe
from lapwing.conduct.verbs.people import relate_person, withhold_identity
from lapwing.conduct.verbs.sharing import decide_not_to_share, share
from lapwing.records.entries import entries
from lapwing.records.models import Role
from lapwing.records.store import add, amend, current
from lapwing.vocabulary.care_codes import AppointmentKind, HandOverKind, ObservedWhat
from lapwing.vocabulary.codes import AddressKind, IdentityStatus, RelationshipRole
from lapwing.vocabulary.records import TABLES
from lapwing.vocabulary.work_codes import EvidenceBasis

SAID = "She is at 7 Mill Row, ZZ99 1AA; he, Noah Quarrie, asked for her there."
SAID_OF_CLINIC = "She goes to Lantern Rooms and talks to Cleo Wick there."
OF_CLINIC = "tested at dawn"
UNSHARED = "lest they warn him"
OF_A_CASE = "she was cold that night"
UNSENT = "half a sentence"


@dataclass
class Kept:
    """The partnership; its children by what is to be kept of each; and what is secret, with who may know it."""

    area: Partnership
    children: dict[str, str] = field(default_factory=dict)
    secrets: dict[str, tuple[str, ...]] = field(default_factory=dict)
    may_know: dict[str, tuple[str, ...]] = field(default_factory=dict)

    def secret(self, what: str, *words: str, known_to: tuple[str, ...] = ()) -> None:
        """Something that only these people may know."""
        self.secrets[what] = words
        self.may_know[what] = known_to

    def kept_from(self, name: str) -> dict[str, tuple[str, ...]]:
        """What somebody may not know."""
        return {what: words for what, words in self.secrets.items() if name not in self.may_know[what]}


def much_to_keep() -> Kept:
    """All of it, a few days after the Monday."""
    kept = Kept(partnership())
    _more_people(kept.area)
    _refuge(kept)
    _raised(kept)
    _in_private(kept)
    _restricted(kept)
    _lost(kept)
    _held_by_the_board(kept)
    return kept


def _held_by_the_board(kept: Kept) -> None:
    """Something of each child in every part of the Board; whoever was given a case knows of that child, and no more."""
    all_that_the_board_holds(kept.area, kept.children, OF_A_CASE)
    kept.may_know["That there is this family"] += ("Audra Page", "Nora Pike")
    kept.may_know["What was not shared"] += ("Audra Page", "Nora Pike")
    kept.may_know["That she is known"] += ("Sol Quill",)
    kept.secret("What an auditor wrote of a case", OF_A_CASE, known_to=("Audra Page", "Nora Pike", "Nell Frost"))


def _more_people(area: Partnership) -> None:
    area.agency("Lantern Rooms", "other")
    area.agency("School", "education")
    area.agency("Hospital", "hospital")
    area.account("Gwen Hale", Role.PRACTITIONER, "Hospital")
    area.account("Nora Pike", Role.NAMED_PROFESSIONAL, "Hospital")
    area.account("Cleo Wick", Role.PRACTITIONER, "Lantern Rooms")
    area.account("Otis Farrow", Role.PRACTITIONER, "School")
    area.account("Hanne Gray", Role.NAMED_PROFESSIONAL, "Health visiting")
    area.account("Paul Moor", Role.MANAGER, "Police")
    area.account("Rory Quill", Role.PRACTITIONER, "Social care", team="First response")
    area.account("Fay Vale", Role.PRACTITIONER, "Maternity", team="Community")


def _refuge(kept: Kept) -> None:
    """A baby to come, whose mother is in a refuge and whose father is withheld; every table says where, and who he is."""
    area = kept.area
    pregnancy = record_pregnancy(
        by=area.as_("Mira Wells"), on=MONDAY, given_name="Anna", family_name="Vale", expected_on=date(2026, 6, 20)
    )
    child = str(entries("child").get(pregnancy=pregnancy).pk)
    mother = str(current("pregnancy", pregnancy)["mother_id"])
    works_with(area, "Sam Birch", child=child)
    relate_person(
        by=area.as_("Mira Wells"), on=MONDAY, pregnancy=pregnancy, role=RelationshipRole.BIRTH_FATHER,
        given_name="Noah", family_name="Quarrie", identity_status=IdentityStatus.NAMED_BY_MOTHER,
    )  # fmt: skip
    relationship = str(entries("relationship").get(role="birth_father", pregnancy=pregnancy).pk)
    person = str(current("relationship", relationship)["person_id"])
    begin_address(
        by=area.as_("Mira Wells"), on=MONDAY, person=mother, kind=AddressKind.REFUGE, on_one_line="7 Mill Row",
        postcode="ZZ99 1AA",
    )  # fmt: skip
    stamp = area.as_("Mira Wells").stamp()
    keys = {
        "child": child,
        "pregnancy": pregnancy,
        "person": mother,
        "agency": str(area.accounts["Mira Wells"].agency_id),
    }
    keys["practitioner"] = str(area.accounts["Mira Wells"].practitioner_id)
    for table in TABLES.values():
        if table.name not in (
            *NOT_ADDED,
            "address",
            "relationship",
            "involvement",
            "other_name",
            "disagreement",
            "disagreement_stage",
        ):
            keys[table.name] = add(table.name, values_of(table.name, keys, SAID), stamp)
    seen = observe(
        by=area.as_("Mira Wells"), on=MONDAY, child=child, basis=EvidenceBasis.REPORTED, of=ObservedWhat.HOME, says=SAID
    )  # fmt: skip
    correct(
        by=area.as_("Mira Wells"), on=MONDAY, table="observation", key=seen, values={"says": f"{SAID} Again."}, why=SAID
    )
    hand_over(
        by=area.as_("Mira Wells"), on=MONDAY, child=child, kind=HandOverKind.POSTNATAL_TRANSFER,
        to_agency=area.agencies["Health visiting"], says_address_safety=True,
    )  # fmt: skip
    share(
        by=area.as_("Mira Wells"), on=MONDAY, child=child, to_agency=area.agencies["Police"], what="A visit", reason=SAID
    )  # fmt: skip
    decide_not_to_share(
        by=area.as_("Mira Wells"), on=MONDAY, child=child, to_agency=area.agencies["Police"], reason=UNSHARED
    )  # fmt: skip
    withhold_identity(
        by=area.as_("Mira Wells"), on=MONDAY, relationship=relationship, review_on=MONDAY + timedelta(days=90)
    )
    break_glass(by=area.as_("Gwen Hale"), on=MONDAY, child=child, reason="Nobody answers")
    declare_family(by=area.as_("Fay Vale"), on=MONDAY, child=child)
    form = f"/children/{child}/observe"
    keep_draft(by=area.as_("Sam Birch"), form=form, child=child, values={"seen_says": [UNSENT]})
    kept.children["refuge"] = child
    own = ("Mira Wells", "Sam Birch")
    kept.secret("Where she lives", "Mill Row", "MillRow", "ZZ99 1AA", "ZZ991AA", "zz99", known_to=own)
    kept.secret("Who he is", "Quarrie", "Noah", person)
    kept.secret(
        "What was not shared",
        UNSHARED,
        known_to=(
            *own,
            "Mona Reed",
            "Nell Frost",
            "Sela Marsh",
            "Rory Quill",
            "Hazel Ford",
            "Heath Lane",
            "Hanne Gray",
            "Moss Adair",
            "Gwen Hale",
        ),
    )
    kept.secret("What somebody began to write", UNSENT, known_to=("Sam Birch",))
    near = (
        *own,
        "Mona Reed",
        "Nell Frost",
        "Sela Marsh",
        "Rory Quill",
        "Hazel Ford",
        "Heath Lane",
        "Hanne Gray",
        "Perry Stone",
        "Paul Moor",
        "Gwen Hale",
        "Moss Adair",
    )
    kept.secret("That there is this family", "Anna", "Anna Vale", child, pregnancy, mother, known_to=near)


def _raised(kept: Kept) -> None:
    """Somebody of social care raised a disagreement with maternity and took it further; they have left since."""
    area, child = kept.area, kept.children["refuge"]
    one = disagree(
        by=area.as_("Rory Quill"), on=MONDAY, child=child, to_agency=area.agencies["Maternity"], about="That she went home"
    )  # fmt: skip
    answer_disagreement(by=area.as_("Mona Reed"), on=MONDAY, disagreement=one, says="We think it safe")
    escalate_disagreement(by=area.as_("Rory Quill"), on=MONDAY, disagreement=one, says="We do not")
    raiser = str(area.accounts["Rory Quill"].practitioner_id)
    amend("practitioner", raiser, {"left_on": MONDAY}, area.as_("Ada Keys").stamp())
    kept.secret("Who raised it", "Rory", raiser, known_to=("Rory Quill", "Sam Birch", "Sela Marsh", "Ada Keys"))


def _in_private(kept: Kept) -> None:
    """A young person who sees a service in private; a colleague knows and wrote it down."""
    area = kept.area
    child = open_record(
        by=area.as_("Sam Birch"), on=MONDAY, given_name="Tess", family_name="Rowe", born_on=date(2011, 3, 2)
    )
    works_with(area, "Hazel Ford", child=child)
    works_with(area, "Cleo Wick", child=child, private=True)
    work = str(entries("involvement").get(child=child, kept_private=True).pk)
    for name, says in (("Cleo Wick", OF_CLINIC), ("Sam Birch", SAID_OF_CLINIC)):
        observe(
            by=area.as_(name), on=MONDAY, child=child, basis=EvidenceBasis.REPORTED, of=ObservedWhat.HOME, says=says
        )
    stamp = area.as_("Cleo Wick").stamp()
    keys = {"child": child, "person": str(current("child", child)["person_id"])}
    keys |= {"agency": area.agencies["Lantern Rooms"], "practitioner": str(area.accounts["Cleo Wick"].practitioner_id)}
    for name in ("meeting", "plan", "action", "assessment", "contribution", "analysis", "contact", "decision"):
        keys[name] = add(name, values_of(name, keys, OF_CLINIC), stamp)
    kept.children["private"] = child
    words = (
        OF_CLINIC,
        "Lantern",
        "Cleo",
        "Wick",
        work,
        *(keys[one] for one in ("agency", "practitioner", "meeting", "plan", "action")),
    )
    kept.secret("Which service she sees", *words, known_to=("Cleo Wick", "Ada Keys"))
    kept.secret(
        "That she is known",
        "Tess",
        "Rowe",
        child,
        known_to=("Cleo Wick", "Sam Birch", "Sela Marsh", "Rory Quill", "Hazel Ford", "Heath Lane", "Hanne Gray"),
    )


def _restricted(kept: Kept) -> None:
    """A record that two may open; somebody else at their agency knows of it, and nobody at another."""
    area = kept.area
    child = open_record(
        by=area.as_("Mira Wells"), on=MONDAY, given_name="Orla", family_name="Quince", born_on=date(2026, 5, 5)
    )
    readers = [str(area.accounts[name].practitioner_id) for name in ("Mona Reed", "Mira Wells")]
    restrict_record(
        by=area.as_("Mona Reed"),
        on=MONDAY,
        child=child,
        grounds=Grounds.RISK_OF_INJURY,
        says="So she is not found",
        may_read=readers,
    )
    kept.children["restricted"] = child
    kept.secret(
        "The restricted record", "Orla", "Quince", child, "So she is not found", known_to=("Mira Wells", "Mona Reed")
    )


def _lost(kept: Kept) -> None:
    """A pregnancy with all that waits about one, and then its loss."""
    area = kept.area
    pregnancy = record_pregnancy(
        by=area.as_("Mira Wells"), on=MONDAY, given_name="Lila", family_name="Marlow", expected_on=date(2026, 10, 5)
    )  # fmt: skip
    child = str(entries("child").get(pregnancy=pregnancy).pk)
    book_appointment(
        by=area.as_("Mira Wells"),
        on=MONDAY,
        child=child,
        kind=AppointmentKind.ANTENATAL,
        booked_for_on=MONDAY + timedelta(days=2),
    )
    hand_over(
        by=area.as_("Mira Wells"), on=MONDAY, child=child, kind=HandOverKind.POSTNATAL_TRANSFER,
        to_agency=area.agencies["Health visiting"],
    )  # fmt: skip
    record_loss(by=area.as_("Mira Wells"), on=MONDAY, pregnancy=pregnancy)
    kept.children["lost"] = child
    near = ("Mira Wells", "Mona Reed", "Nell Frost", "Fay Vale", "Hazel Ford", "Heath Lane", "Hanne Gray")
    kept.secret("The loss", "Lila", "Marlow", child, pregnancy, known_to=near)
