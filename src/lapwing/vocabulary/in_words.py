"""Rules and facts in plain English, made from what they are: the manual and every explanation say the same.

A condition becomes a clause, anything else a phrase. Columns stand in quotation marks, settings in square
brackets after their value, and what could be read in two ways in round ones.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any

from lapwing.language.amounts import Reduced
from lapwing.language.delivered import Delivered
from lapwing.language.expressions import (
    And,
    Cases,
    Compare,
    Constant,
    Earliest,
    Expression,
    HowMany,
    IsIn,
    IsKnown,
    IsTrue,
    Latest,
    Local,
    Moved,
    Name,
    Not,
    Or,
    Today,
    Type,
)
from lapwing.language.local_parts import LocalPart
from lapwing.lessons.settings import Listed, Setting, Unit
from lapwing.vocabulary.facts import (
    DAYS_OF_RECORDING,
    RECORDED_ON,
    ColumnName,
    Derived,
    Fact,
    Gathered,
    How,
    Its,
    Own,
    Wider,
)
from lapwing.vocabulary.tables import Table

RELATIONS: Mapping[tuple[str, bool], tuple[str, str]] = {
    ("==", True): ("is the same day as", "is not the same day as"),
    ("!=", True): ("is not the same day as", "is the same day as"),
    ("<", True): ("is before", "is not before"),
    ("<=", True): ("is on or before", "is not on or before"),
    (">", True): ("is after", "is not after"),
    (">=", True): ("is on or after", "is not on or after"),
    ("==", False): ("is", "is not"),
    ("!=", False): ("is not", "is"),
    ("<", False): ("is less than", "is not less than"),
    ("<=", False): ("is at most", "is not at most"),
    (">", False): ("is more than", "is not more than"),
    (">=", False): ("is at least", "is not at least"),
}
"""A relation in words and its opposite, for days and for anything else."""
GATHERED = {
    How.EARLIEST: "the earliest of {column} in the {rows}",
    How.LATEST: "the latest of {column} in the {rows}",
    How.ANY: "whether there is any of the {rows}",
    How.COUNT: "how many there are of the {rows}",
    How.ONLY: "{column}, where all agree, in the {rows}",
}


OF_NUMBERS = {
    How.EARLIEST: "the least of {column} in the {rows}",
    How.LATEST: "the most of {column} in the {rows}",
}


class InWords:
    """Puts expressions and facts into words, with the numbers of an area.

    `known_as` has shorter words for expressions that are told elsewhere.
    """

    def __init__(self, settings: Mapping[str, Setting], known_as: Mapping[Expression, str] | None = None) -> None:
        self.settings = settings
        self.known_as = known_as or {}

    def fact(self, fact: Fact) -> str:
        """How a fact is worked out."""
        match fact.definition:
            case Own(column):
                return f"{_bare_name(column)} in the {_spaced(column.table.name)} record"
            case Wider(wide):
                return f"of the {wide.subject.called}: {self.fact(wide)}"
            case Gathered(how=how, column=column, where=where):
                said = self.of(column) if column is not None else ""
                words = OF_NUMBERS.get(how, GATHERED[how]) if fact.type is Type.WHOLE else GATHERED[how]
                gathered = words.format(column=said, rows=_rows(fact.definition))
                return gathered if where is None else f"{gathered}, of those where {self.of(where)}"
            case Derived(expression):
                return self.of(expression)

    def of(self, expression: Expression) -> str:
        """The expression: a clause where it is a yes or a no, otherwise a phrase."""
        if expression in self.known_as:
            return self.known_as[expression]
        says = _SAYS.get(type(expression))
        if says is not None:
            return says(self, expression)
        assert isinstance(expression, Name)  # noqa: S101
        return _name(expression)

    def _within(self, expression: Expression) -> str:
        """The expression as a part of a larger one, in brackets where it could be read in two ways."""
        said = self.of(expression)
        compound = isinstance(_bare(expression), And | Or | Earliest | Latest | HowMany)
        compound = compound or (isinstance(expression, Cases) and "; otherwise: " in said)
        return f"({said})" if compound and expression not in self.known_as else said

    def _and(self, expression: And) -> str:
        return " and ".join(self._within(part) for part in _flat(expression, And))

    def _or(self, expression: Or) -> str:
        return " or ".join(self._within(part) for part in _flat(expression, Or))

    def _not(self, expression: Not) -> str:
        match expression.of:
            case IsKnown(of):
                return self._recorded(of, "is not recorded")
            case Compare() as compared:
                return self._compared(compared, opposite=True)
            case IsIn() as listed:
                return self._listed(listed, opposite=True)
            case Not(of):
                return self.of(of)
            case part:
                return f"it is not recorded that {self._within(part)}"

    def _known(self, expression: IsKnown) -> str:
        return self._recorded(expression.of, "is recorded")

    def _recorded(self, of: Expression, relation: str) -> str:
        fact = of.fact if isinstance(of, Its) else of
        if isinstance(fact, Fact) and fact.label.startswith(("when ", "whether ")):
            return f"it {relation} {fact.label}"
        return f"{_bare_name(of) if isinstance(of, Name) else self._within(of)} {relation}"

    def _true(self, expression: IsTrue) -> str:
        return self.of(expression.of)

    def _compare(self, expression: Compare) -> str:
        return self._compared(expression)

    def _compared(self, expression: Compare, *, opposite: bool = False) -> str:
        relation = RELATIONS[expression.relation, expression.left.type is Type.DATE][opposite]
        right = expression.right
        labels = _labels(expression.left)
        said = _value(right.value, labels) if isinstance(right, Constant) else self._within(right)
        return f"{self._within(expression.left)} {relation} {said}"

    def _is_in(self, expression: IsIn) -> str:
        return self._listed(expression)

    def _listed(self, expression: IsIn, *, opposite: bool = False) -> str:
        of, relation = self._within(expression.of), "is not" if opposite else "is"
        if isinstance(expression.choices, LocalPart):
            return f"{of} {relation} what the area has for {_part(expression.choices)}"
        if isinstance(expression.of, Constant) and isinstance(expression.choices, Local):
            return self._set_to(str(expression.of.value), expression.choices, relation)
        if isinstance(expression.choices, Local):
            return f"{of} {relation} on the area's list [{expression.choices.key}]"
        assert isinstance(expression.choices, Constant)  # noqa: S101
        labels = _labels(expression.of)
        return f"{of} {relation} {_joined([_value(one, labels) for one in expression.choices.value], 'or')}"

    def _set_to(self, code: str, choices: Local, relation: str) -> str:
        """Whether the area has an entry of a list in use, or has made a choice."""
        value = self.settings[choices.key].value
        if not isinstance(value, tuple):
            return f"[{choices.key}] {relation} set to “{code}”"
        wording = next((one.wording for one in value if isinstance(one, Listed) and one.code == code), code)
        return f"“{wording}” {relation} on the area's list [{choices.key}]"

    def _reduced(self, expression: Reduced) -> str:
        percent = expression.percent
        by = self._local(percent) if isinstance(percent, Local) else f"{self.of(percent)}%"
        return f"{self._within(expression.of)} less {by}"

    def _delivered(self, expression: Delivered) -> str:
        return f"the last day until which {_spaced(expression.table)} records were delivered"

    def _moved(self, expression: Moved) -> str:
        count = expression.count
        if isinstance(count, Local) and self.settings[count.key].unit is Unit.GESTATION:
            return self._at_gestation(count, expression.of)
        if isinstance(count, Local):
            by = self._local(count)
        else:
            assert isinstance(count, Constant)  # noqa: S101
            unit = expression.unit.value
            by = f"{count.value} {unit.removesuffix('s') if count.value == 1 else unit}"
        return f"{by} {'before' if expression.back else 'after'} {self._within(expression.of)}"

    def _at_gestation(self, weeks: Local, begun: Expression) -> str:
        by = begun.of if isinstance(begun, Moved) and begun.back else begun
        return f"the day on which the pregnancy is at {self._local(weeks)} by {self._within(by)}"

    def _local(self, expression: Local) -> str:
        if isinstance(expression, LocalPart):
            return f"{Unit.WORKING_DAYS.said(self._in_table(expression))} [{_part(expression)}]"
        return f"{self.settings[expression.key].in_brief} [{expression.key}]"

    def _earliest(self, expression: Earliest) -> str:
        return self._of_several("earlier", "earliest", expression.of)

    def _latest(self, expression: Latest) -> str:
        return self._of_several("later", "latest", expression.of)

    def _of_several(self, of_two: str, of_more: str, parts: Sequence[Expression]) -> str:
        if len(parts) == 1:
            return self.of(parts[0])
        which = of_two if len(parts) == 2 else of_more
        return f"the {which} of {_joined([self._within(part) for part in parts], 'and')}"

    def _how_many(self, expression: HowMany) -> str:
        return f"how many of these are so: {'; '.join(self._within(part) for part in expression.of)}"

    def _cases(self, expression: Cases) -> str:
        chosen, otherwise = [], expression.otherwise
        for when, value in expression.cases:
            holds = self._decided(when)
            if holds:
                otherwise = value
                break
            if holds is None and not self._is_absent(value):
                chosen.append(f"where {self.of(when)}: {self._within(value)}")
        return "; ".join([*chosen, f"otherwise: {self._within(otherwise)}"]) if chosen else self._within(otherwise)

    def _decided(self, condition: Expression) -> bool | None:
        """Whether a condition holds by the area's table alone; None where it rests on the record."""
        match condition:
            case IsTrue(of):
                return self._decided(of)
            case IsIn(of=Constant(value=value), choices=LocalPart() as part):
                return not self._is_absent(part) and self._in_table(part) == value
        return None

    def _is_absent(self, expression: Expression) -> bool:
        """Whether it speaks of a row that the area's table has not."""
        parts = [part for part in expression.walk() if isinstance(part, LocalPart)]
        return any(part.row > len(self.settings[part.key].stages) for part in parts)

    def _in_table(self, part: LocalPart) -> Any:
        """The number or text of a row of the area's table."""
        return getattr(self.settings[part.key].stages[part.row - 1], part.column)

    def _today(self, expression: Today) -> str:
        return "the day on which it is asked"

    def _constant(self, expression: Constant) -> str:
        return _value(expression.value, {})


_SAYS: Mapping[type[Expression], Callable[[InWords, Any], str]] = {
    And: InWords._and,
    Or: InWords._or,
    Not: InWords._not,
    IsKnown: InWords._known,
    IsTrue: InWords._true,
    Compare: InWords._compare,
    IsIn: InWords._is_in,
    Moved: InWords._moved,
    Local: InWords._local,
    LocalPart: InWords._local,
    Earliest: InWords._earliest,
    Latest: InWords._latest,
    Cases: InWords._cases,
    HowMany: InWords._how_many,
    Today: InWords._today,
    Delivered: InWords._delivered,
    Reduced: InWords._reduced,
    Constant: InWords._constant,
}


def _bare(expression: Expression) -> Expression:
    """The expression without what words leave out: that it is known to be so."""
    return _bare(expression.of) if isinstance(expression, IsTrue) else expression


def _flat(expression: Expression, kind: type[And | Or]) -> list[Expression]:
    """The parts of a chain of "and", or of "or"."""
    bare = _bare(expression)
    if not isinstance(bare, kind):
        return [expression]
    return [part for side in (bare.left, bare.right) for part in _flat(side, kind)]


def _joined(parts: Sequence[str], word: str) -> str:
    return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} {word} {parts[-1]}"


def _part(part: LocalPart) -> str:
    """Which row of which table a number or text of it stands in."""
    return f"{part.key}, stage {part.row}"


def _spaced(name: str) -> str:
    return name.replace("_", " ")


def _name(expression: Name) -> str:
    """A fact by its label, a column by its name; one that is a yes or a no as a clause."""
    fact = expression.fact if isinstance(expression, Its) else expression
    if isinstance(fact, Fact):
        return _called(fact)
    return f"{_bare_name(fact)} is yes" if fact.type is Type.YES_NO else _bare_name(fact)


def _bare_name(name: Name) -> str:
    """A fact or a column by itself."""
    fact = name.fact if isinstance(name, Its) else name
    if isinstance(fact, Fact):
        return _called(fact) if fact.type is not Type.YES_NO else f"“{fact.label}”"
    if fact.name in DAYS_OF_RECORDING:
        return "the day of recording" if fact.name == RECORDED_ON else "the day of first recording"
    return f"“{_spaced(fact.name)}”"


def _called(fact: Fact) -> str:
    label = fact.label
    if fact.type is Type.YES_NO and label.startswith("whether "):
        return label.removeprefix("whether ")
    if fact.type is Type.YES_NO:
        return f"“{label}” is yes"
    if label.startswith("when ") and "," not in label:
        return f"the day {label}"
    return label if label.startswith("the ") and "," not in label else f"“{label}”"


def _labels(expression: Expression) -> Mapping[str, str]:
    """The words for the codes that an expression yields, where it yields codes."""
    fact = expression.fact if isinstance(expression, Its) else expression
    if isinstance(fact, Fact):
        match fact.definition:
            case Wider(inner) | Gathered(column=Fact() as inner):
                return _labels(inner)
            case Own(column) | Gathered(column=ColumnName() as column):
                return _labels(column)
        return {}
    if isinstance(expression, ColumnName) and expression.name not in DAYS_OF_RECORDING:
        codes = expression.table.column(expression.name).codes
        return codes.labels() if codes is not None else {}
    return {}


def _value(value: object, labels: Mapping[str, str]) -> str:
    match value:
        case None:
            return "not known"
        case bool():
            return "yes" if value else "no"
        case date():
            return f"{value.day} {value:%B %Y}"
        case tuple():
            return _joined([str(one) for one in value], "or")
    return f"“{labels.get(str(value), value)}”" if isinstance(value, str) else str(value)


def _rows(gathered: Gathered) -> str:
    """Which rows a value is gathered from: the table, and to whom its rows belong."""
    if not isinstance(gathered.rows, Table):
        return f"facts of every {gathered.rows.called} of the child"
    to_whom = _joined([_spaced(link.column.removesuffix("_id")) for link in gathered.links], "and")
    return f"{_spaced(gathered.rows.name)} records of the same {to_whom}"
