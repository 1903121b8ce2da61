"""What pages of audits offer to do, for this reader."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from urllib.parse import urlencode

from lapwing.conduct.acting import Acting
from lapwing.conduct.verb import VERBS
from lapwing.web.showing.offers import Offer
from lapwing.web.templating import address
from lapwing.web.words import words_of


def offered(by: Acting, verbs: Iterable[tuple[str, Mapping[str, str]]], *, next: str) -> list[Offer]:
    """The forms of those verbs that are here and that a reader may do, each with what its address names."""
    known = [(name, given) for name, given in verbs if name in VERBS and by.account.role in VERBS[name].may]
    return [
        Offer(
            words_of(name).title,
            f"{address('do_anywhere', name)}?{urlencode({**given, 'next': next})}",
            words_of(name).hint,
        )
        for name, given in known
    ]
