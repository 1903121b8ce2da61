"""The children of a children in need census: who each is, when born or expected, and what looks wrong in that."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from lapwing.exchange import cin_codes
from lapwing.exchange.cin_blocks import Block, Header
from lapwing.exchange.cin_doubts import (
    EXPECTED_AFTER,
    EXPECTED_BEFORE,
    KEPT,
    LEFT_EMPTY,
    LONGEST_PREGNANCY,
    Doubts,
    upn_doubt,
)
from lapwing.vocabulary.codes import Sex


@dataclass(slots=True)
class CensusChild:
    """One child, brought together from every element Child with the same LAchildID."""

    number: str | None
    line: int
    upn: str | None = None
    born_on: date | None = None
    expected_on: date | None = None
    sex: str | None = None
    ethnicity: str | None = None
    disabilities: str | None = None
    died_on: date | None = None
    first_referred_on: date | None = None

    @property
    def is_unborn(self) -> bool:
        """Expected, and no date of birth: there is no person yet."""
        return self.born_on is None and self.expected_on is not None

    @property
    def is_born(self) -> bool:
        """Whether the census shows that there is a person: by a date of birth or, where no date is given, by sex or death."""
        if self.born_on is not None or self.is_unborn:
            return self.born_on is not None
        return self.died_on is not None or self.sex in (Sex.FEMALE, Sex.MALE)

    def referred(self, day: date | None) -> None:
        if day is not None and (self.first_referred_on is None or day < self.first_referred_on):
            self.first_referred_on = day


_VALUES = ("upn", "born_on", "expected_on", "sex", "ethnicity", "disabilities", "died_on")
_FIELDS = dict(
    zip(
        _VALUES,
        ("UPN", "PersonBirthDate", "ExpectedPersonBirthDate", "Sex", "Ethnicity", "Disabilities", "PersonDeathDate"),
        strict=True,
    )
)


def census_child(number: str | None, block: Block, doubts: Doubts) -> CensusChild:
    """The child as one element Child gives it."""
    return CensusChild(
        number,
        block.line,
        upn=_upn(block, doubts),
        born_on=doubts.day(block, "PersonBirthDate", block.text("PersonBirthDate")),
        expected_on=doubts.day(block, "ExpectedPersonBirthDate", block.text("ExpectedPersonBirthDate")),
        sex=_sex(block, doubts),
        ethnicity=doubts.code(block, "Ethnicity", block.text("Ethnicity"), cin_codes.ETHNICITIES),
        disabilities=_disabilities(block, doubts),
        died_on=doubts.day(block, "PersonDeathDate", block.text("PersonDeathDate")),
    )


def _upn(block: Block, doubts: Doubts) -> str | None:
    upn = block.text("UPN")
    if upn and upn_doubt(upn):
        doubts.add(block.line, "UPN", "a value that is not shown", f"needs a letter and twelve digits; {LEFT_EMPTY}")
        return None
    return upn


def _sex(block: Block, doubts: Doubts) -> str | None:
    for field in ("Sex", "GenderCurrent", "Gender"):
        if text := block.text(field):
            return doubts.code(block, field, text, cin_codes.SEXES)
    return None


def _disabilities(block: Block, doubts: Doubts) -> str | None:
    codes = [
        doubts.code(block, "Disability", text, cin_codes.DISABILITIES)
        for text in dict.fromkeys(block.texts("Disability"))
    ]
    return " ".join(code for code in codes if code) or None


def join_repeated(known: CensusChild, again: CensusChild, doubts: Doubts) -> None:
    """Fill what is empty from a further element of the same child; the first value stands where they differ."""
    for name in _VALUES:
        first, further = getattr(known, name), getattr(again, name)
        if first is None:
            setattr(known, name, further)
        elif further is not None and further != first:
            has = f"another value for the same child than at line {known.line}"
            doubts.add(again.line, _FIELDS[name], has, "needs one; the first is taken")


def doubt_births(child: CensusChild, header: Header, doubts: Doubts) -> None:
    """Doubt what a date of birth, an expected date and the referrals say of each other."""
    for field, has, needs in _birth_doubts(child, header):
        doubts.add(child.line, field, has, needs)


def _birth_doubts(child: CensusChild, header: Header) -> list[tuple[str, str, str]]:
    born, expected, referred = child.born_on, child.expected_on, child.first_referred_on
    found = []
    if born and expected:
        has = f"{expected}, and the date of birth {born}"
        found.append(("ExpectedPersonBirthDate", has, "the census takes one of the two; both are kept"))
    if not born and not expected:
        found.append(("PersonBirthDate", "no day", "needs a date of birth or an expected date; it is left empty"))
    if born and not expected and referred and referred < born:
        has = f"{born}, after the referral of {referred}, and no expected date"
        found.append(("PersonBirthDate", has, f"needs the expected date from an earlier census; {KEPT}"))
    return found + (_unborn_doubts(child, expected, header) if expected and not born else [])


def _unborn_doubts(child: CensusChild, expected: date, header: Header) -> list[tuple[str, str, str]]:
    field, found, referred = "ExpectedPersonBirthDate", [], child.first_referred_on
    if header.reference_on and expected < header.reference_on - EXPECTED_BEFORE:
        has = f"{expected}, long before the reference date, and no date of birth"
        found.append((field, has, f"needs the date of birth, or how the pregnancy ended; {KEPT}"))
    if header.reference_on and expected > header.reference_on + EXPECTED_AFTER:
        has = f"{expected}, more than nine months after the reference date"
        found.append((field, has, f"needs a day that can be expected by then; {KEPT}"))
    elif referred and expected > referred + LONGEST_PREGNANCY:
        has = f"{expected}, more than 42 weeks after the referral of {referred}"
        found.append((field, has, f"needs a day within the pregnancy that was referred; {KEPT}"))
    if child.sex not in (None, Sex.UNKNOWN):
        needs = "needs U (0 to 2023/24) for a child not yet born, or the date of birth; it is left out"
        found.append(("Sex", f"{child.sex} for a child not yet born", needs))
    if child.died_on:
        found.append(
            ("PersonDeathDate", f"{child.died_on} for a child not yet born", "needs a date of birth; it is left out")
        )
    return found
