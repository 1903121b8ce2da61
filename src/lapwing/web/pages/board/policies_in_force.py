"""The register of policies, standards, templates and protocols in force."""

from __future__ import annotations

from collections.abc import Sequence

from django.http import HttpRequest, HttpResponse
from django.urls import path

from lapwing.board.reading.policies_in_force import Policy, PolicyStands, policies
from lapwing.conduct.acting import Acting
from lapwing.conduct.may import BOARD
from lapwing.conduct.permissions import NOT_HERE
from lapwing.records.store import NoSuchEntry
from lapwing.vocabulary.board.register_codes import PolicyKind
from lapwing.web.asking import acting
from lapwing.web.paging import pages_of
from lapwing.web.showing.board.places import Heading, Place
from lapwing.web.showing.board.tabled import Cell, Part, Table, as_csv, drawn, offers, rows_of, to_registers
from lapwing.web.templating import address, in_words

TITLE = "Policies and standards in force"
COLUMNS = ("Policy", "About", "Edition", "Stands", "Agreed by", "Kept right by", "In force from", "Review due")
LOOKS = {
    PolicyStands.IN_FORCE: "lw-tag--met",
    PolicyStands.REVIEW_OVERDUE: "lw-tag--not-met",
    PolicyStands.NOT_SIGNED_OFF: "lw-tag--due-soon",
    PolicyStands.NOT_YET: "lw-tag--due-soon",
    PolicyStands.REPLACED: "lw-tag--cannot-tell",
    PolicyStands.WITHDRAWN: "lw-tag--cannot-tell",
}
SERVES = (
    (PolicyKind.PREBIRTH_STANDARD, "How we assure pre-birth assessments", "board_prebirth_quality"),
    (PolicyKind.PREBIRTH_TEMPLATE, "How we assure pre-birth assessments", "board_prebirth_quality"),
    (PolicyKind.FATHERS, "Fathers: what the records show", "board_fathers"),
    (PolicyKind.HOUSING, "Families with a baby and no home", "board_housing"),
    (PolicyKind.CHALLENGE, "Challenge between agencies: whether it is used", "board_challenge"),
)
"""Where it is seen whether what a policy asks for is done."""


def page(request: HttpRequest) -> HttpResponse:
    """Every version of every policy, and the kinds of which none is in force."""
    by = acting(request)
    every = policies(by=by)
    some, pages = pages_of(request, every)
    here = address("board_policies")
    lacking = [kind.label for kind in PolicyKind if kind is not PolicyKind.OTHER and not _any_holds(every, kind)]
    return drawn(
        request,
        TITLE,
        [Part(table=policies_table(some), offers=offers(by, here, ("enter_policy", {})))],
        back=to_registers(),
        says=[f"Nothing is in force of: {', '.join(lacking)}."] if lacking else [],
        csv=address("board_policies_csv"),
        pages=pages,
    )


def values(request: HttpRequest) -> HttpResponse:
    """The same as a file of values."""
    return as_csv(policies_table(policies(by=acting(request))), "policies")


def one(request: HttpRequest, policy: str) -> HttpResponse:
    """One version of a policy."""
    by = acting(request)
    found = next((one for one in policies(by=by) if one.policy == policy), None)
    if found is None:
        raise NoSuchEntry(NOT_HERE)
    part = Part(lines=_lines(found), offers=_offers(by, found))
    return drawn(request, found.name, [part], back=Cell(TITLE, address("board_policies")))


def policies_table(some: Sequence[Policy]) -> Table:
    """Policies as a table has them."""
    rows = (
        (
            Cell(one.name, address("board_policy", one.policy)),
            one.kind.label,
            one.edition,
            Cell(one.stands, look=LOOKS[one.stands]),
            one.parties or one.agency,
            one.keeper,
            one.in_force_on,
            one.review_on,
        )
        for one in some
    )
    return Table("Policies, standards, templates and protocols", COLUMNS, rows_of(*rows))


def _any_holds(every: Sequence[Policy], kind: PolicyKind) -> bool:
    return any(one.kind is kind and one.stands.holds for one in every)


def _lines(one: Policy) -> list[tuple[str, str]]:
    lines = (
        ("About", one.kind.label),
        ("Stands", str(one.stands)),
        ("Edition", one.edition),
        ("Agreed by", one.parties),
        ("Whose it is", one.agency or "The partnership's"),
        ("Kept right by", one.keeper),
        ("In force from", in_words(one.in_force_on)),
        ("Review due", in_words(one.review_on)),
        ("Published at", one.published),
        ("Signed off by", ", ".join(filter(None, (one.signed_off_by, in_words(one.signed_off_on))))),
    )
    return [(label, text or "Not recorded") for label, text in lines]


def _offers(by: Acting, one: Policy) -> list[Cell]:
    named = {"policy": one.policy}
    verbs = [] if one.stands is PolicyStands.WITHDRAWN else ["revise_policy", "withdraw_policy"]
    verbs += ["replace_policy"] if verbs and one.replaced_by is None else []
    here = address("board_policy", one.policy)
    serves = [Cell(text, address(name)) for kind, text, name in SERVES if kind is one.kind]
    signing = [("sign_off_policy", named)] if verbs and one.signed_off_on is None else []
    own = [(verb, named) for verb in verbs] if one.may_change else []
    return [*offers(by, here, *signing, *own), *serves]


PATHS = (
    path("registers/policies", page, name="board_policies"),
    path("registers/policies.csv", values, name="board_policies_csv"),
    path("registers/policies/<slug:policy>", one, name="board_policy"),
)
PLACES = (
    Place(
        Heading.ASSURE,
        TITLE,
        "Which standard, template, procedure or protocol stands, who signed it off, and when it is to be reviewed.",
        "board_policies",
        BOARD,
        ("B17.2", "B53.2"),
    ),
)
