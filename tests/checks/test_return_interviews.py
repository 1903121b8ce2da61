"""P67.1, the interview after a young person was missing: what is said of each situation.

The day is Monday 2 March 2026; Kyra is fifteen unless it is said otherwise. An interview is offered within three days of
the return, whatever day of the week that is; nobody has to take it up.
"""

from __future__ import annotations

from case_tables import ALWAYS_KNOWN, MET_ON_THE_DAY, WITHIN_THE_WARNING, Says, Table, case, every_line
from families import left_for_another_area, young_person
from families.behaviour import missing, young_people_set_aside

CODES = ("return_interview_offered", "return_interview_independent", "return_interview_used")
SILENT: dict[str, tuple[str, ...]] = {}
CANNOT_BE = {
    ("cannot_tell", ALWAYS_KNOWN): ("return_interview_used",),
    ("not_yet_due", WITHIN_THE_WARNING): ("return_interview_offered", "return_interview_independent"),
    ("met_late", MET_ON_THE_DAY): ("return_interview_independent",),
}


def on(says: str, **more: object) -> Says:
    """The same of Kyra."""
    return Says(says, of="kyra-record", **more)  # type: ignore[arg-type]


def of_every(says: Says) -> dict[str, Says]:
    """The same said by each check."""
    return dict.fromkeys(CODES, says)


TABLE = Table(
    "young_people",
    "2026-03-02",
    [
        case("She has never been missing", young_person(), **of_every(on("nothing"))),
        case(
            "Back on a Friday; an interview was offered on the Monday: three days, weekend or not",
            young_person(),
            missing("2026-02-11", back="2026-02-13", interview_offered_on="2026-02-16", interview_outcome="declined"),
            return_interview_offered=on("met", due="2026-02-16"),
            return_interview_independent=on("not_applicable"),
            return_interview_used=on("not_applicable"),
        ),
        case(
            "Offered on the fourth day",
            young_person(),
            missing("2026-02-11", back="2026-02-13", interview_offered_on="2026-02-17"),
            return_interview_offered=on("met_late", due="2026-02-16"),
        ),
        case(
            "Decided against, with the reason",
            young_person(),
            missing(
                "2026-02-11",
                back="2026-02-13",
                interview_outcome="decided_against",
                interview_reason="An hour late from school.",
            ),
            return_interview_offered=on("met", has_not="school"),
        ),
        case(
            "Decided against, and nobody wrote why",
            young_person(),
            missing("2026-02-11", back="2026-02-13", interview_outcome="decided_against"),
            return_interview_offered=on("not_met", due="2026-02-16"),
        ),
        case(
            "Not offered, since she goes missing all the time",
            young_person(),
            missing("2026-02-11", back="2026-02-13", interview_outcome="not_offered", interview_reason="Again."),
            return_interview_offered=on("not_met", has="Back on 13 February 2026", has_not="Again"),
        ),
        case(
            "She declined, and it is not recorded on which day she was asked",
            young_person(),
            missing("2026-02-11", back="2026-02-13", interview_outcome="declined"),
            return_interview_offered=on("cannot_tell", missing=("the offer of an interview, or why none is made",)),
        ),
        case(
            "Back yesterday",
            young_person(),
            missing("2026-02-27", back="2026-03-01"),
            return_interview_offered=on("due_soon", due="2026-03-04"),
        ),
        case(
            "She is still missing: nothing is asked about an interview",
            young_person(),
            missing("2026-02-27", back=None),
            **of_every(on("nothing")),
        ),
        case(
            "Held by somebody independent, and brought into the assessment",
            young_person(),
            missing(
                "2026-02-02",
                back="2026-02-03",
                interview_offered_on="2026-02-04",
                interview_held_on="2026-02-05",
                interview_independent=True,
                interview_used_on="2026-02-12",
            ),
            return_interview_offered=on("met"),
            return_interview_independent=on("met"),
            return_interview_used=on("met", due="2026-02-19", has="on 12 February 2026"),
        ),
        case(
            "Held by her foster carer, and filed",
            young_person(),
            missing("2026-02-02", back="2026-02-03", interview_held_on="2026-02-05", interview_independent=False),
            return_interview_offered=on("met"),
            return_interview_independent=on("not_met", due="2026-02-05", has="held by somebody who looks after them"),
            return_interview_used=on("not_met", due="2026-02-19"),
        ),
        case(
            "Held this morning by her key worker",
            young_person(),
            missing("2026-02-28", back="2026-03-01", interview_held_on="2026-03-02", interview_independent=False),
            return_interview_independent=on("due_soon", due="2026-03-02", has="was held by somebody who looks after"),
        ),
        case(
            "Held; by whom is not recorded; used after a month",
            young_person(),
            missing("2026-01-19", back="2026-01-20", interview_held_on="2026-01-21", interview_used_on="2026-02-23"),
            return_interview_independent=on("cannot_tell"),
            return_interview_used=on("met_late", due="2026-02-04"),
        ),
        case(
            "Held last week",
            young_person(),
            missing("2026-02-23", back="2026-02-24", interview_held_on="2026-02-25"),
            return_interview_used=on("not_yet_due", due="2026-03-11"),
        ),
        case(
            "Missing at thirteen, and more than a year ago",
            young_person("2011-12-01"),
            missing("2025-11-01", back="2025-11-02"),
            missing("2025-01-01", back="2025-01-02"),
            **of_every(on("nothing")),
        ),
        case(
            "She is eighteen today",
            young_person("2008-03-02"),
            missing("2026-01-10", back="2026-01-12"),
            **of_every(on("nothing")),
        ),
        case(
            "Another area has accepted her: nothing more is asked",
            young_person(),
            missing("2026-01-10", back="2026-01-12", interview_held_on="2026-01-14"),
            left_for_another_area("2026-02-20"),
            **of_every(on("not_applicable")),
        ),
        case(
            "A manager has set it aside while she is in hospital",
            young_person(),
            missing("2026-02-11", back="2026-02-13"),
            young_people_set_aside("return_interview_offered", until="2026-04-01"),
            return_interview_offered=on("excepted"),
        ),
    ],
)


@every_line(TABLE)
def test_what_is_said(engine: str, number: int, check: str, says: Says) -> None:
    TABLE.assert_says(engine, number, check, says)
