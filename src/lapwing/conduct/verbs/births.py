"""Verbs: a birth, and the ways in which a child's record ends. After a loss or a death nobody is told or asked anything."""

from __future__ import annotations

from datetime import date

from lapwing.conduct.acting import Acting
from lapwing.conduct.at_work import at_work
from lapwing.conduct.endings import end_involvements, fall_silent
from lapwing.conduct.may import FRONT_LINE, MANAGERS
from lapwing.conduct.notifications import account_of
from lapwing.conduct.policies import NotPossible, check_not_own
from lapwing.conduct.verb import verb
from lapwing.conduct.verbs.children import MOST_AT_ONCE
from lapwing.records import links
from lapwing.records.entries import entries
from lapwing.records.store import CannotEnter, current, versions
from lapwing.vocabulary.codes import DateCertainty, ParentalResponsibility, PregnancyOutcome, RelationshipRole, Sex
from lapwing.vocabulary.work_codes import ClosureReason

BEFORE_BIRTH = (None, str(ParentalResponsibility.NOT_YET_BORN))


@verb(may=FRONT_LINE)
def expect_another_child(*, by: Acting, on: date, pregnancy: str, seen: int | None = None) -> str:
    """Records that one child more is expected of a pregnancy than was known; the key of its record."""
    _check_goes_on(pregnancy)
    known = entries("child").filter(pregnancy=pregnancy).count()
    if known >= MOST_AT_ONCE:
        raise NotPossible(
            f"{known} children are on record for this pregnancy; that is more than are ever expected of one."
        )
    expected = current("pregnancy", pregnancy)["babies_expected"] or known
    by.amend("pregnancy", pregnancy, seen=seen, babies_expected=expected + 1)
    return by.enter("child", pregnancy_id=pregnancy, birth_order=known + 1)


@verb(may=FRONT_LINE)
def record_birth(
    *,
    by: Acting,
    on: date,
    child: str,
    sex: Sex | None = None,
    given_name: str | None = None,
    family_name: str | None = None,
    nhs_number: str | None = None,
    certainty: DateCertainty | None = None,
) -> str:
    """Records that a child was born alive on that day; the key of the child as a person.

    The pregnancy ends with the last child expected of it; what was recorded on it stays with each of its children.
    """
    pregnancy = _expected(child)
    person = by.enter(
        "person",
        given_name=given_name,
        family_name=family_name,
        born_on=on,
        born_on_certainty=certainty,
        sex=sex,
        nhs_number=nhs_number,
    )
    by.amend("child", child, person_id=person)
    _settle_parental_responsibility(by, pregnancy)
    _end_if_none_is_expected(by, on, pregnancy)
    named = at_work(child, None).filter(practitioner__isnull=False)
    for practitioner in named.values_list("practitioner", flat=True).distinct():
        what = "A birth is on record. Look at what is to be done now, and by when."
        by.tell(account_of(practitioner), what, child=child, table="child", key=child)
    return person


@verb(may=FRONT_LINE)
def record_stillbirth(
    *,
    by: Acting,
    on: date,
    child: str,
    sex: Sex | None = None,
    given_name: str | None = None,
    family_name: str | None = None,
) -> None:
    """Records quietly that a child was stillborn on that day, with the name if the parents gave one."""
    pregnancy = _expected(child)
    person = by.enter("person", given_name=given_name, family_name=family_name, died_on=on, sex=sex)
    by.amend("child", child, person_id=person)
    _end_if_none_is_expected(by, on, pregnancy)
    fall_silent(by, [child])


@verb(may=FRONT_LINE)
def record_loss(*, by: Acting, on: date, pregnancy: str) -> None:
    """Records quietly that a pregnancy ended on that day in a miscarriage; for a stillbirth there is a verb of its own."""
    _end_without_birth(by, on, pregnancy, PregnancyOutcome.MISCARRIAGE)


@verb(may=FRONT_LINE)
def record_termination(*, by: Acting, on: date, pregnancy: str) -> None:
    """Records quietly that a pregnancy was ended on that day."""
    _end_without_birth(by, on, pregnancy, PregnancyOutcome.TERMINATION)


@verb(may=FRONT_LINE)
def record_loss_of_one(*, by: Acting, on: date, child: str) -> None:
    """Records quietly that one of several children expected was lost on that day, while the pregnancy goes on."""
    pregnancy = _expected(child)
    if _still_expected(pregnancy) == {child}:
        raise NotPossible("No other child is expected of this pregnancy; record its end instead.")
    by.amend("child", child, person_id=by.enter("person", died_on=on))
    fall_silent(by, [child])


@verb(may=FRONT_LINE)
def record_death(*, by: Acting, on: date, child: str | None = None, person: str | None = None) -> None:
    """Records quietly that a child, or another person of the family, died on that day."""
    if (child is None) == (person is None):
        raise CannotEnter("Give a child or a person, one of the two.")
    who = person or (current("child", child)["person_id"] if child else None)
    if who is None:
        raise NotPossible("This child is not born yet; record the end of the pregnancy instead.")
    same = links.one_with("person", [who])
    if entries("person").filter(pk__in=same, died_on__isnull=False).exists():
        raise NotPossible("A death is on record already. If the day is wrong, correct the entry.")
    by.amend("person", who, died_on=on)
    fall_silent(by, entries("child").filter(person__in=same).values_list("pk", flat=True))


@verb(may=MANAGERS)
def close_as_opened_in_error(*, by: Acting, on: date, child: str, why: str, seen: int | None = None) -> None:
    """Closes a record that should never have been opened; whoever closes it is not who opened it."""
    check_not_own(by, versions("child", child)[0].stored_by, "Opening this record")
    if current("child", child)["opened_in_error"]:
        raise NotPossible("This record is closed as opened in error already.")
    by.amend("child", child, seen=seen, why=why, opened_in_error=True)
    end_involvements(by, on, child, ClosureReason.OPENED_IN_ERROR)
    fall_silent(by, [child])


# Pregnancies


def _expected(child: str) -> str:
    """The pregnancy of a child who is not born yet."""
    row = current("child", child)
    same = entries("child").filter(pk__in=links.one_with("child", [child]))
    if row["pregnancy_id"] is None or same.filter(person__isnull=False).exists():
        raise NotPossible(
            "What became of this pregnancy is on record for this child. If it is wrong, correct the entry."
        )
    _check_goes_on(row["pregnancy_id"])
    return str(row["pregnancy_id"])


def _check_goes_on(pregnancy: str) -> None:
    same = links.one_with("pregnancy", [pregnancy])
    if entries("pregnancy").filter(pk__in=same, ended_on__isnull=False).exists():
        raise NotPossible("This pregnancy is recorded as ended. If that is wrong, correct the entry.")


def _still_expected(pregnancy: str) -> set[str]:
    unborn = entries("child").filter(pregnancy=pregnancy, person__isnull=True)
    return set(unborn.exclude(opened_in_error=True).values_list("pk", flat=True))


def _end_if_none_is_expected(by: Acting, on: date, pregnancy: str) -> None:
    """Ends the pregnancy with its last child: a live birth where one of them was born alive."""
    if _still_expected(pregnancy):
        return
    _end(by, on, pregnancy, PregnancyOutcome.STILLBIRTH)


def _end(by: Acting, on: date, pregnancy: str, without_birth: PregnancyOutcome) -> None:
    alive = entries("child").filter(pregnancy=pregnancy, person__born_on__isnull=False).exists()
    by.amend("pregnancy", pregnancy, ended_on=on, outcome=PregnancyOutcome.LIVE_BIRTH if alive else without_birth)


def _end_without_birth(by: Acting, on: date, pregnancy: str, outcome: PregnancyOutcome) -> None:
    _check_goes_on(pregnancy)
    lost = _still_expected(pregnancy)
    _end(by, on, pregnancy, outcome)
    fall_silent(by, lost)


def _settle_parental_responsibility(by: Acting, pregnancy: str) -> None:
    """A mother has parental responsibility from the birth (Children Act 1989, section 2); of others it has to be asked."""
    kin = entries("relationship").filter(pregnancy=pregnancy)
    for key, role, before in kin.values_list("pk", "role", "parental_responsibility"):
        if role == RelationshipRole.BIRTH_MOTHER and before in BEFORE_BIRTH:
            by.amend("relationship", key, parental_responsibility=ParentalResponsibility.HAS)
        elif before == ParentalResponsibility.NOT_YET_BORN:
            by.amend("relationship", key, parental_responsibility=ParentalResponsibility.NOT_KNOWN)
