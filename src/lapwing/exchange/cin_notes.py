"""What a children in need census cannot say, told with every reading of one."""

from __future__ import annotations

from collections.abc import Mapping

from lapwing.exchange.cin_blocks import Header

CANNOT_SAY = (
    "A census says nothing of parents, fathers or anybody else in the family, and does not tie a child to its mother.",
    (
        "It says nothing of who decided, assessed, recorded or chaired anything, nor of reasons, contributions, actions, "
        "milestones, visits, observations or weights. Checks that ask after these answer that they cannot tell."
    ),
    "It gives the days on which things happened, not when they were recorded.",
    (
        "It lists the factors that an assessment identified. A factor that is not listed may have been considered or not; "
        "a factor of a parent or of somebody else in the household does not say of whom."
    ),
    "It does not say whether an assessment was a pre-birth assessment, how a review of a plan went, or why a plan ended.",
    (
        "It gives an expected date until the birth and leaves it out after; merged with an earlier census of the same area, "
        "the expected date is kept."
    ),
    "Where the twins of one pregnancy stand in a census, each is expected of a pregnancy of its own.",
)


def notes_on(header: Header, read: Mapping[str, int], not_kept: Mapping[str, int]) -> list[str]:
    """How this census was understood, what has no place in the record tables, and what no census can say."""
    return [*_understood(header, read), *_left_out(not_kept), *CANNOT_SAY]


def _understood(header: Header, read: Mapping[str, int]) -> list[str]:
    said = []
    if header.stated_on:
        said.append(f"The census speaks of {header.stated_on}; its expected dates count as stated on that day.")
    if read.get("factors"):
        said.append("Each factor is a concern found on the day the assessment was authorised.")
    if read.get("pre-proceedings"):
        said.append("Pre-proceedings end on the day of the decision to step down or to go to court.")
    if not any(count for name, count in read.items() if name.startswith("children")):
        said.append("The census has no child in it.")
    return said


def _left_out(not_kept: Mapping[str, int]) -> list[str]:
    counted = [f"{name} ({count:,})" for name, count in not_kept.items() if count]
    if not counted:
        return []
    return [f"Read and not kept, for the record tables have no place for them: {', '.join(counted)}."]
