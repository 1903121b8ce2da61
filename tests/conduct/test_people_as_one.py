"""Two records that are of one child, person or pregnancy: confirmed by somebody, read as one, and parted again."""

from __future__ import annotations

import json
from datetime import timedelta
from typing import Any

import pytest
from cast import MONDAY, Partnership, morning
from django.db import connection
from django.test.utils import CaptureQueriesContext

from lapwing.conduct.bringing_in import bring_in
from lapwing.conduct.daily import recompute_all
from lapwing.conduct.findings import recompute
from lapwing.conduct.may import Scope
from lapwing.conduct.permissions import Refused
from lapwing.conduct.policies import NotPossible
from lapwing.conduct.reading import as_known_on, children_within_sight, findings_of, read_child
from lapwing.conduct.scope import children_within, scope_of
from lapwing.conduct.verbs.children import open_record, record_pregnancy, state_expected_date
from lapwing.conduct.verbs.people_as_one import (
    MoreFollows,
    confirm_same,
    part,
    record_other_name,
    say_not_same,
    settle_contradiction,
)
from lapwing.conduct.verbs.referrals import acknowledge_referral, refer
from lapwing.records import links
from lapwing.records.entries import entries
from lapwing.records.linking import following
from lapwing.records.merging import Same
from lapwing.records.models import (
    Event,
    FamilyTie,
    Finding,
    FindingChange,
    Notification,
    PossibleMatch,
    Reconciliation,
    Restriction,
    SealedLink,
)
from lapwing.records.store import CannotEnter, NoSuchEntry, Stamp, amend, current
from lapwing.records.stored import stored_records
from lapwing.simulate import simulate

WHY = "Same mother and expected date; her midwife says it is one pregnancy."
STEWARD = "Ada Keys"


class Doubles:
    """One pregnancy that a midwife and a social worker each recorded, of a mother whom each entered."""

    def __init__(self, area: Partnership) -> None:
        self.area = area
        names = {"given_name": "Anna", "family_name": "Vale"}
        self.hers = record_pregnancy(by=area.as_("Mira Wells"), on=MONDAY, booked_on=MONDAY, **names)
        self.theirs = record_pregnancy(by=area.as_("Sam Birch"), on=MONDAY, **names)
        self.keep, self.other = (child_of(one) for one in (self.hers, self.theirs))
        self.also = [f"pregnancy {self.theirs}"]

    def refer(self) -> None:
        for name, pregnancy in (("Mira Wells", self.hers), ("Sam Birch", self.theirs)):
            refer(by=self.area.as_(name), on=MONDAY, pregnancy=pregnancy, to_agency=self.area.agencies["Police"])

    def link(self) -> None:
        confirm(self.area, "child", self.keep, self.other, self.also)

    def part(self) -> None:
        part(by=self.area.as_(STEWARD), on=MONDAY, table="child", other=self.other, why="Two women", also=self.also)


def child_of(pregnancy: str) -> str:
    return str(entries("child").get(pregnancy=pregnancy).pk)


def confirm(area: Partnership, table: str, keep: str, other: str, also: list[str] | None = None) -> None:
    confirm_same(by=area.as_(STEWARD), on=MONDAY, table=table, keep=keep, other=other, why=WHY, also=also)


@pytest.fixture
def doubles(area: Partnership) -> Doubles:
    return Doubles(area)


def found() -> set[tuple[Any, ...]]:
    return set(Finding.objects.values_list("child", "subject", "check_code", "outcome", "due_on", "reason"))


def born(area: Partnership, **values: Any) -> tuple[str, str]:
    """A child with a record opened by a midwife: the child's key, and the person's."""
    child = open_record(by=area.as_("Mira Wells"), on=MONDAY, **values)
    return child, current("child", child)["person_id"]


# ---------------------------------------------------------------- confirming


def test_whatever_follows_has_to_be_confirmed_with_it(area: Partnership, doubles: Doubles) -> None:
    with pytest.raises(MoreFollows, match=f"other records are one too.*pregnancy {doubles.theirs}") as refusal:
        confirm(area, "child", doubles.keep, doubles.other)
    assert refusal.value.links == (Same("pregnancy", doubles.theirs, doubles.hers),)
    assert links.all_in_force() == []
    doubles.link()
    assert links.all_in_force() == [
        Same("child", doubles.other, doubles.keep),
        Same("pregnancy", doubles.theirs, doubles.hers),
    ]


def test_more_than_follows_is_not_linked_either(area: Partnership, doubles: Doubles) -> None:
    with pytest.raises(MoreFollows, match="Nothing else follows"):
        confirm(area, "pregnancy", doubles.hers, doubles.theirs, ["person x"])


def test_two_people_who_are_one_are_one_child(area: Partnership) -> None:
    (child, person), (double, same) = born(area, given_name="Nia"), born(area, given_name="Nia")
    with pytest.raises(MoreFollows, match=f"child {max(child, double)}"):
        confirm(area, "person", person, same)
    confirm(area, "person", person, same, [f"child {max(child, double)}"])
    assert links.kept("child", max(child, double)) == min(child, double)


def test_findings_stand_under_the_record_that_is_kept(doubles: Doubles) -> None:
    doubles.refer()
    assert set(Finding.objects.values_list("child", flat=True)) == {doubles.keep, doubles.other}
    doubles.link()
    assert set(Finding.objects.values_list("child", flat=True)) == {doubles.keep}
    closed = FindingChange.objects.filter(child=doubles.other, became=None)
    assert closed.exists()


def test_an_entry_on_either_record_changes_the_findings_of_the_one(area: Partnership, doubles: Doubles) -> None:
    doubles.link()
    lead = area.agencies["Maternity"]
    referral = refer(by=area.as_("Sam Birch"), on=MONDAY, child=doubles.other, to_agency=lead)
    check = Finding.objects.filter(check_code="responsibility.referral_acknowledged")
    assert list(check.values_list("child", "outcome")) == [(doubles.keep, "due_soon")]
    acknowledge_referral(by=area.as_("Mira Wells"), on=MONDAY, referral=referral)
    assert list(check.values_list("child", "outcome")) == [(doubles.keep, "met")]


def test_why_and_what_are_kept_in_the_log_without_names(area: Partnership, doubles: Doubles) -> None:
    doubles.link()
    event = Event.objects.get(verb="confirm_same")
    details = json.loads(event.details)
    assert details["why"] == WHY
    assert details["children"] == sorted([doubles.keep, doubles.other])
    assert "Vale" not in event.details


def test_those_who_work_with_the_child_are_told_without_a_name(
    doubles: Doubles, django_capture_on_commit_callbacks: Any
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        doubles.link()
        doubles.part()
    told = list(Notification.objects.order_by("pk").values_list("account__name", "what"))
    assert sorted(name for name, _ in told) == ["Mira Wells", "Mira Wells", "Sam Birch", "Sam Birch"]
    assert not any("Vale" in what for _, what in told)


def test_after_a_loss_on_either_record_nobody_is_told(
    doubles: Doubles, django_capture_on_commit_callbacks: Any
) -> None:
    doubles.refer()
    assert Finding.objects.exists()
    lost = {"ended_on": MONDAY, "outcome": "miscarriage"}
    amend("pregnancy", doubles.theirs, lost, Stamp(morning(MONDAY) + timedelta(hours=3), None))
    with django_capture_on_commit_callbacks(execute=True):
        doubles.link()
    assert not Notification.objects.exists()
    assert not Finding.objects.exists()


# ---------------------------------------------------------------- refusing


def test_those_who_look_after_the_record_confirm_it(area: Partnership, doubles: Doubles) -> None:
    with pytest.raises(
        Refused, match="Practitioners cannot confirm same; a named or designated professional or an administrator"
    ):
        confirm_same(
            by=area.as_("Mira Wells"), on=MONDAY, table="child", keep=doubles.keep, other=doubles.other, why=WHY
        )


def test_a_reason_is_asked_for(area: Partnership, doubles: Doubles) -> None:
    with pytest.raises(CannotEnter, match="why"):
        say_not_same(by=area.as_(STEWARD), on=MONDAY, table="child", one=doubles.keep, other=doubles.other, why=" ")


@pytest.mark.parametrize(
    ("table", "why"), [("agency", "needs one of person, child, pregnancy"), ("cat", "needs one of")]
)
def test_only_people_children_and_pregnancies_are_linked(area: Partnership, table: str, why: str) -> None:
    with pytest.raises(CannotEnter, match=why):
        confirm(area, table, "one", "other")


def test_a_record_that_is_not_there_is_not_linked(area: Partnership, doubles: Doubles) -> None:
    with pytest.raises(NoSuchEntry, match="no such record"):
        confirm(area, "child", doubles.keep, "nobody")


def test_links_lead_neither_in_a_circle_nor_to_two(area: Partnership) -> None:
    anna, ann, anne = (
        current("pregnancy", record_pregnancy(by=area.as_("Mira Wells"), on=MONDAY, given_name=name))["mother_id"]
        for name in ("Anna", "Ann", "Anne")
    )
    confirm(area, "person", anna, ann)
    with pytest.raises(NotPossible, match="read as one already"):
        confirm(area, "person", ann, anna)
    with pytest.raises(NotPossible, match="read as another already"):
        confirm(area, "person", anne, ann)
    confirm(area, "person", anne, anna)
    assert links.all_of("person", ann) == [anne, anna, ann]


def test_twins_are_not_linked(area: Partnership) -> None:
    twins = record_pregnancy(by=area.as_("Mira Wells"), on=MONDAY, given_name="Anna", babies=2)
    one, other = entries("child").filter(pregnancy=twins).values_list("pk", flat=True)
    with pytest.raises(NotPossible, match="two children of one pregnancy"):
        confirm(area, "child", one, other)


def test_mother_and_child_are_not_linked(area: Partnership, doubles: Doubles) -> None:
    _, baby = born(area, given_name="Anna")
    child = entries("child").get(person=baby)
    mother = current("pregnancy", doubles.hers)["mother_id"]
    amend("child", child.pk, {"pregnancy_id": doubles.hers}, Stamp(morning(MONDAY), None))
    with pytest.raises(NotPossible, match="recorded as a parent of the other"):
        confirm(area, "person", mother, baby)


def test_what_an_adoption_keeps_apart_is_not_linked(area: Partnership) -> None:
    (before, was), (after, became) = born(area, given_name="Nia"), born(area, given_name="Mia")
    SealedLink.objects.create(before_id=before, after_id=after, by=area.accounts["Mona Reed"], at=morning(MONDAY))
    for table, one, other in (("child", before, after), ("person", was, became)):
        with pytest.raises(NotPossible, match="kept apart after an adoption"):
            confirm(area, table, one, other)


def test_whoever_may_not_open_a_restricted_record_links_it_to_none(area: Partnership, doubles: Doubles) -> None:
    restrict(area, doubles.other)
    with pytest.raises(Refused, match="restricted"):
        doubles.link()
    Restriction.objects.get().may_read.add(area.accounts[STEWARD])
    doubles.link()


def test_nobody_decides_about_their_own_family(area: Partnership, doubles: Doubles) -> None:
    tie(area, STEWARD, doubles.other)
    with pytest.raises(Refused, match="your own family"):
        doubles.link()


def test_who_is_withheld_for_safety_is_not_linked(area: Partnership, doubles: Doubles) -> None:
    mother = current("pregnancy", doubles.hers)["mother_id"]
    other = current("pregnancy", doubles.theirs)["mother_id"]
    relationship = entries("relationship").get(person=other)
    amend("relationship", relationship.pk, {"identity_status": "withheld_for_safety"}, Stamp(morning(MONDAY), None))
    with pytest.raises(NotPossible, match="withheld for safety"):
        confirm(area, "person", mother, other)


# ---------------------------------------------------------------- who may, and how near


def restrict(area: Partnership, child: str) -> None:
    by = area.accounts["Mona Reed"]
    Restriction.objects.create(child_id=child, grounds="court_order", by=by, at=morning(MONDAY))


def tie(area: Partnership, name: str, child: str) -> None:
    account = area.accounts[name]
    FamilyTie.objects.create(account=account, child_id=child, said_by=account, at=morning(MONDAY))


def test_whoever_works_with_one_record_works_with_both(area: Partnership, doubles: Doubles) -> None:
    midwife = area.accounts["Mira Wells"]
    assert scope_of(midwife, doubles.other) == Scope.NONE
    assert children_within(midwife, Scope.OWN) == {doubles.keep}
    doubles.link()
    assert scope_of(midwife, doubles.other) == Scope.OWN
    assert children_within(midwife, Scope.OWN) == {doubles.keep, doubles.other}


def test_entries_of_both_records_belong_together(area: Partnership, doubles: Doubles) -> None:
    wanted = {"on": MONDAY, "to_agency": area.agencies["Police"]}
    earlier = refer(by=area.as_("Sam Birch"), child=doubles.other, **wanted)
    with pytest.raises(NoSuchEntry):
        refer(by=area.as_("Mira Wells"), child=doubles.keep, repeats_referral=earlier, **wanted)
    doubles.link()
    refer(by=area.as_("Mira Wells"), child=doubles.keep, repeats_referral=earlier, **wanted)


def test_a_restriction_of_either_record_counts_for_both(area: Partnership, doubles: Doubles) -> None:
    doubles.link()
    restrict(area, doubles.keep)
    with pytest.raises(Refused, match="restricted"):
        refer(by=area.as_("Sam Birch"), on=MONDAY, child=doubles.other, to_agency=area.agencies["Police"])


def test_a_family_tie_to_either_record_counts_for_both(area: Partnership, doubles: Doubles) -> None:
    doubles.link()
    tie(area, "Sam Birch", doubles.keep)
    with pytest.raises(Refused, match="your own family"):
        refer(by=area.as_("Sam Birch"), on=MONDAY, child=doubles.other, to_agency=area.agencies["Police"])


# ---------------------------------------------------------------- parting


def test_parted_records_stand_whole_again(area: Partnership, doubles: Doubles) -> None:
    doubles.refer()
    before = found()
    doubles.link()
    assert found() != before
    doubles.part()
    assert found() == before
    assert links.all_in_force() == []


def test_what_was_linked_along_has_to_be_named_when_it_is_parted(area: Partnership, doubles: Doubles) -> None:
    doubles.link()
    with pytest.raises(MoreFollows, match="linked along with these"):
        part(by=area.as_(STEWARD), on=MONDAY, table="child", other=doubles.other, why="Two women")


def test_what_other_links_lead_to_is_not_parted_alone(area: Partnership, doubles: Doubles) -> None:
    doubles.link()
    with pytest.raises(NotPossible, match="Part those first"):
        part(by=area.as_(STEWARD), on=MONDAY, table="pregnancy", other=doubles.theirs, why="Two pregnancies")


def test_only_what_is_linked_is_parted(area: Partnership, doubles: Doubles) -> None:
    with pytest.raises(NotPossible, match="read as no other"):
        doubles.part()


def test_two_that_are_one_are_parted_before_they_are_said_to_be_two(area: Partnership, doubles: Doubles) -> None:
    doubles.link()
    with pytest.raises(NotPossible, match="part them"):
        say_not_same(by=area.as_(STEWARD), on=MONDAY, table="child", one=doubles.keep, other=doubles.other, why="Two")
    doubles.part()
    assert set(PossibleMatch.objects.values_list("is_same", "decision_says")) == {(False, "Two women")}


# ---------------------------------------------------------------- contradictions


def test_contradictions_are_listed_by_column_until_they_are_over(area: Partnership) -> None:
    (_, nia), (child, double) = born(area, given_name="Nia"), born(area, given_name="Nyah")
    first = min(child, entries("child").get(person=nia).pk)
    other = max(child, entries("child").get(person=nia).pk)
    confirm(area, "person", nia, double, [f"child {other}"])
    listed = Reconciliation.objects.get()
    assert (listed.table, listed.key, listed.columns, listed.theirs) == ("person", nia, ["given_name"], None)
    part(by=area.as_(STEWARD), on=MONDAY, table="person", other=double, why="Two girls", also=[f"child {other}"])
    listed.refresh_from_db()
    assert listed.outcome == "The records were parted."
    assert first != other


def test_a_contradiction_is_settled_once_and_with_words(area: Partnership) -> None:
    (one, nia), (two, double) = born(area, given_name="Nia"), born(area, given_name="Nyah")
    confirm(area, "person", nia, double, [f"child {max(one, two)}"])
    listed = Reconciliation.objects.get().pk
    with pytest.raises(CannotEnter):
        settle_contradiction(by=area.as_(STEWARD), on=MONDAY, reconciliation=listed, outcome="")
    settle_contradiction(by=area.as_(STEWARD), on=MONDAY, reconciliation=listed, outcome="Nyah was misheard.")
    assert Reconciliation.objects.get().settled_by == area.accounts[STEWARD]
    with pytest.raises(NotPossible, match="settled already"):
        settle_contradiction(by=area.as_(STEWARD), on=MONDAY, reconciliation=listed, outcome="Again")
    with pytest.raises(NoSuchEntry):
        settle_contradiction(by=area.as_(STEWARD), on=MONDAY, reconciliation=listed + 1, outcome="None")


# ---------------------------------------------------------------- other names


def test_another_name_is_kept_beside_the_one_on_the_record(area: Partnership, doubles: Doubles) -> None:
    mother = current("pregnancy", doubles.hers)["mother_id"]
    key = record_other_name(by=area.as_("Mira Wells"), on=MONDAY, person=mother, family_name="Holt", kind="birth")
    assert current("other_name", key)["person_id"] == mother
    with pytest.raises(CannotEnter, match="the other family name, or both"):
        record_other_name(by=area.as_("Mira Wells"), on=MONDAY, person=mother, given_name=" ")


def test_a_name_is_given_to_nobody_out_of_sight(area: Partnership, doubles: Doubles) -> None:
    mother = current("pregnancy", doubles.hers)["mother_id"]
    with pytest.raises(NoSuchEntry):
        record_other_name(by=area.as_("Perry Stone"), on=MONDAY, person=mother, family_name="Holt")


# ---------------------------------------------------------------- all of it at once


def test_without_links_a_verb_asks_for_them_once(area: Partnership, doubles: Doubles) -> None:
    with CaptureQueriesContext(
        connection,
    ) as queries:
        state_expected_date(by=area.as_("Mira Wells"), on=MONDAY, pregnancy=doubles.hers, expected_on=MONDAY)
    assert sum('FROM "same"' in one["sql"] for one in queries) == 1


def test_one_child_and_everybody_give_the_same_findings(db: None, django_user_model: Any) -> None:
    steward = django_user_model.objects.create(email="a@example.org", role="administrator", made_at=morning(MONDAY))
    partnership = simulate(24, 7, today=MONDAY)
    for feed in ("one", "two"):
        bring_in(partnership, feed=feed, format="tables", source=feed, mark=feed, at=morning(MONDAY))
    for child in list(entries("child").filter(pk__startswith="one:").values_list("pk", flat=True))[::2]:
        link_with_double(Same("child", f"two:{child.removeprefix('one:')}", child), steward)
    for mother in list(entries("pregnancy").filter(pk__startswith="one:").values_list("mother", flat=True))[::3]:
        link_with_double(Same("person", f"two:{mother.removeprefix('one:')}", mother), steward)
    assert {link.table for link in links.all_in_force()} == {"child", "person", "pregnancy"}
    recompute(entries("child").values_list("pk", flat=True), day=MONDAY, at=morning(MONDAY))
    assert Finding.objects.filter(child__pk__startswith="two:").exists()
    assert not Finding.objects.filter(child__in=links.read_as_another("child", stored_children())).exists()
    done = recompute_all(day=MONDAY, at=morning(MONDAY))
    assert (done.opened, done.changed, done.closed) == (0, 0, 0)
    assert done.standing == Finding.objects.count() > 0
    assert json.loads(Event.objects.latest("place").details)["written"] == 0


def link_with_double(same: Same, steward: Any) -> None:
    """Links two records, and whatever follows."""
    if links.kept(same.table, same.other) == links.kept(same.table, same.keep):
        return
    for one in (*following([same]), same):
        links.link(one, by=steward, at=morning(MONDAY), why="The same record from two feeds")


def stored_children() -> list[str]:
    return list(entries("child").values_list("pk", flat=True))


def test_what_is_read_of_all_is_read_as_one(area: Partnership, doubles: Doubles) -> None:
    doubles.link()
    read = stored_records().frame("child").select("child_id").unique().collect()
    assert read["child_id"].to_list() == [doubles.keep]


def test_one_child_stands_in_a_list_once_and_is_opened_whole_by_either_key(area: Partnership, doubles: Doubles) -> None:
    doubles.refer()
    doubles.link()
    assert [one.child for one in children_within_sight(by=area.as_("Sam Birch"))] == [doubles.keep]
    for child in (doubles.keep, doubles.other):
        record = read_child(by=area.as_("Sam Birch"), child=child)
        assert len(record.entries["referral"]) == len(record.entries["involvement"]) == 2
        assert findings_of(by=area.as_("Sam Birch"), child=child)
        then = as_known_on(by=area.as_("Sam Birch"), child=child, day=MONDAY)
        assert len(then.entries["referral"]) == 2
        assert len(then.entries["child"]) == 1


def test_a_restricted_or_own_record_is_in_no_list_by_either_key(area: Partnership, doubles: Doubles) -> None:
    doubles.link()
    restrict(area, doubles.other)
    tie(area, "Mira Wells", doubles.other)
    for name in ("Sam Birch", "Mira Wells"):
        assert children_within_sight(by=area.as_(name)) == []
