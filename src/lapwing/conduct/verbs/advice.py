"""Verbs: advice given to one parent or carer, and what they made of it."""

from __future__ import annotations

from datetime import date

from lapwing.conduct.acting import Acting
from lapwing.conduct.may import FRONT_LINE
from lapwing.conduct.verb import verb
from lapwing.conduct.whose import Whose
from lapwing.vocabulary.care_codes import AdviceTopic


@verb(may=FRONT_LINE)
def advise(
    *,
    by: Acting,
    on: date,
    child: str | None = None,
    pregnancy: str | None = None,
    person: str,
    topic: AdviceTopic,
    discussed: bool | None = None,
    understood: str | None = None,
    agreed: str | None = None,
) -> str:
    """Records advice given to one parent or carer, and whether it was talked through with them; its key.

    Each parent is advised for themselves: make an entry for each.
    """
    return by.enter(
        "advice",
        **Whose(child, pregnancy).columns,
        person_id=person,
        topic=topic,
        given_on=on,
        given_by=by.practitioner,
        discussed=discussed,
        understood=understood,
        agreed=agreed,
    )


@verb(may=FRONT_LINE)
def talk_advice_through(
    *,
    by: Acting,
    on: date,
    advice: str,
    understood: str | None = None,
    agreed: str | None = None,
    seen: int | None = None,
) -> None:
    """Records that advice which had only been handed over was talked through, what was made of it and what was agreed."""
    said = {name: words for name, words in (("understood", understood), ("agreed", agreed)) if words is not None}
    by.amend("advice", advice, seen=seen, discussed=True, **said)
