"""How long a digest may be."""

from __future__ import annotations

import re
from dataclasses import dataclass

from lapwing.reviews.refusal import Refusal

_GIVEN = re.compile(r"^\s*(\d+(?:\.\d+)?)\s*(%|per ?cent|words?)?\s*$")


class UnusableLength(Refusal):
    """A length that is neither a share nor a number of words."""


@dataclass(frozen=True)
class Length:
    """A share of the source's words, over 0 and up to 1, or a number of words."""

    share: float = 0.1
    words: int | None = None

    def of(self, source_words: int) -> int:
        """How many words that allows."""
        return self.words if self.words is not None else round(self.share * source_words)

    @classmethod
    def given(cls, written: str) -> Length:
        """From what somebody wrote: `10%`, `800` or `800 words`."""
        found = _GIVEN.match(written)
        if found is None or not float(found[1]):
            raise UnusableLength(
                f"--length has “{written}”; needs a share such as 10% or a number of words such as 800."
            )
        if (found[2] or "").startswith(("%", "per")):
            if float(found[1]) > 100:
                raise UnusableLength(f"--length has {written}; needs at most 100%.")
            return cls(share=float(found[1]) / 100)
        if not float(found[1]).is_integer():
            raise UnusableLength(f"--length has “{written}”; needs whole words, or % after it for a share.")
        return cls(words=int(found[1]))
