"""Which column of a review, child or incident stands in which variable of a case."""

from __future__ import annotations

from lapwing.reviews.refi.model import Variable
from lapwing.reviews.refi.naming import derived

KINDS = ("review", "child", "incident")
COLUMNS = {
    "review": {"title": "Title", "area": "Area", "published_on": "Published on"},
    "child": {"born_on": "Born on"},
    "incident": {"occurred_on": "Occurred on", "kind": "Kind of incident"},
}
"""The name of the variable by kind of case and column."""
KIND_OF_CASE = "Kind of case"
REVIEW = "Review"
TOLD_APART = " (attribute)"
OURS = {KIND_OF_CASE, REVIEW, *(name for columns in COLUMNS.values() for name in columns.values())}


def our_variable(name: str) -> Variable:
    """A variable of our own; all are texts, for a day may be known to the month or the year alone."""
    return Variable(derived("variable", name), name)


def attribute_variable(name: str) -> Variable:
    """The variable of a further column of the sheet of attributes; one that is called like ours is told apart."""
    return Variable(derived("attribute", name), name + TOLD_APART if _is_ours(name) else name)


def attribute_named(variable: str) -> str:
    """The further column that stands in a variable of this name."""
    return variable.removesuffix(TOLD_APART) if _is_ours(variable) else variable


def _is_ours(name: str) -> bool:
    while name.endswith(TOLD_APART):
        name = name.removesuffix(TOLD_APART)
    return name.casefold() in {each.casefold() for each in OURS}
