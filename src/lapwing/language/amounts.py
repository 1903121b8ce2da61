"""The one thing that the language reckons with whole numbers: so many per cent taken off."""

from __future__ import annotations

from dataclasses import dataclass

from lapwing.language.expressions import Constant, Expression, Local, Type, WrongExpression, lift


@dataclass(frozen=True, eq=False)
class Reduced(Expression):
    """A whole number less so many per cent of itself, such as a birth weight less 10%.

    It is rounded up to a whole number, so that exactly those whole numbers lie below it that lie below the true one.
    """

    of: Expression
    percent: Expression
    type = Type.WHOLE

    def __post_init__(self) -> None:
        if self.of.type is not Type.WHOLE:
            raise WrongExpression(f"Only a whole number can be reduced, not a {self.of.type.value}.")
        if not (isinstance(self.percent, Constant | Local) and self.percent.type is Type.WHOLE):
            raise WrongExpression("A number is reduced by a whole number of per cent or by a setting that is one.")


def less_percent(of: Expression, percent: int | Expression) -> Reduced:
    """The whole number less so many per cent of itself."""
    return Reduced(of, lift(percent))
