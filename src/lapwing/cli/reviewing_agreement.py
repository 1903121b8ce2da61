"""`lapwing reviews assign` and `agree`: coding documents twice, how far coders agree, and settling where they differ."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from datetime import UTC, datetime
from itertools import chain
from typing import Annotated, Any

import typer

from lapwing.cli import reviewing_agreement_tables as tables
from lapwing.cli.giving import Refused, give, one_of
from lapwing.cli.reviewing_words import Coder, Format, ProjectFile
from lapwing.reviews.agreement.agreeing import agreement
from lapwing.reviews.agreement.comparing import Compared, compared_in
from lapwing.reviews.agreement.consensus import beside_consensus
from lapwing.reviews.agreement.differing import (
    Disagreement,
    differing_at,
    disagreements,
    lost_settlements,
    settle,
)
from lapwing.reviews.agreement.rounds import Round, all_rounds, lock, make_round, round_named
from lapwing.reviews.agreement.sampling import By
from lapwing.reviews.agreement.units import Unit
from lapwing.reviews.project import Project, coder, document_named, open_project

Share = Annotated[float | None, typer.Option("--share", help="How much of the documents to hand out, such as 0.2.")]
Coders = Annotated[str, typer.Option("--coders", metavar="A,B", help="Who codes them, two or more, with commas.")]
Strata = Annotated[str, typer.Option("--by", help="Draw in proportion by cohort, area, length, or none.")]
Seed = Annotated[int, typer.Option("--seed", help="The same seed draws the same documents.")]
Called = Annotated[str, typer.Option("--name", help="What the round is called.")]
Lock = Annotated[
    str, typer.Option("--lock", metavar="DOCUMENT|all", help="Coding of it is done; it cannot be changed.")
]
Which = Annotated[str, typer.Option("--unit", help="passages, documents or characters.")]
Themes = Annotated[list[str] | None, typer.Option("--theme", help="A theme by code or name; all if not said.")]
InRound = Annotated[str, typer.Option("--round", help="A round by number or name; all documents if not said.")]
Unfinished = Annotated[
    bool, typer.Option("--unfinished", help="Count who coded anything in a document as having read all of it.")
]
Differing = Annotated[
    bool, typer.Option("--disagreements", help="List where coders differ, with the words they coded.")
]
Settle = Annotated[str, typer.Option("--settle", metavar="DOCUMENT", help="Settle a disagreement in a document.")]
Paragraph = Annotated[
    str, typer.Option("--paragraph", help="Which paragraph, by its number or as “block 42”; the document if not said.")
]
As = Annotated[str, typer.Option("--as", help="present or absent.")]
Why = Annotated[str, typer.Option("--why", help="Why it was settled so.")]


def assign(
    project: ProjectFile,
    share: Share = None,
    coders: Coders = "",
    by: Strata = "none",
    seed: Seed = 1,
    name: Called = "",
    to_lock: Lock = "",
    acting: Coder = "",
    format: Format = "table",
) -> None:
    """Hand a share of the documents to several coders, lock what one has coded, or list who has what.

    --share 0.2 --coders A,B makes a round; --lock DOCUMENT --coder A locks. Nobody sees what others make of a document
    before all of its coders have locked it.
    """
    one_of("--format", format, ("table", "json"))
    chosen, now = By(one_of("--by", by, list(By))), datetime.now(UTC)
    with open_project(project) as opened:
        if to_lock:
            give(_locked(opened, to_lock, acting, now, format), None)
            return
        if share is None and coders:
            raise Refused("--coders names who codes a share of the documents: give --share too, such as 0.2.")
        rounds = all_rounds(opened)
        if share is not None:
            named = coders.split(",")
            made_by = acting or named[0]
            make_round(opened, share=share, coders=named, made_by=made_by, at=now, by=chosen, seed=seed, name=name)
            rounds = all_rounds(opened)[-1:]
        give(_rounds(rounds, format), None)


def _locked(opened: Project, document: str, acting: str, now: datetime, format: str) -> Iterator[str]:
    if not acting.strip():
        raise Refused("Who locks is said with --coder NAME.")
    document_id = None if document == "all" else int(document_named(opened, document)["document_id"])
    locked = lock(opened, coder_name=acting, at=now, document_id=document_id)
    if format == "json":
        return _json({"coder": acting.strip(), "locked": [asdict(one) for one in locked]})
    return tables.of_locked(acting.strip(), locked)


def _rounds(rounds: Sequence[Round], format: str) -> Iterator[str]:
    if format == "json":
        told = [asdict(one) | {"explained": one.explained, "coders": list(one.coders)} for one in rounds]
        return _json({"rounds": told})
    return tables.of_rounds(rounds)


def agree(
    project: ProjectFile,
    unit: Which = "passages",
    theme: Themes = None,
    in_round: InRound = "",
    unfinished: Unfinished = False,
    differing: Differing = False,
    to_settle: Settle = "",
    paragraph: Paragraph = "",
    state: As = "",
    why: Why = "",
    acting: Coder = "",
    format: Format = "table",
) -> None:
    """Say how far coders agree, with intervals and in words; list where they differ, and settle it.

    --settle DOCUMENT --paragraph 17 --theme T --as present --why "..." --coder NAME keeps what was settled beside the
    codings, and changes no figure of agreement.
    """
    one_of("--format", format, ("table", "json"))
    counted, wanted = Unit(one_of("--unit", unit, list(Unit))), theme or []
    with open_project(project) as opened:
        chosen = round_named(opened, in_round) if in_round else None
        if not differing and not to_settle:
            found = agreement(opened, unit=counted, themes=wanted, in_round=chosen, unfinished=unfinished)
            give(_json(asdict(found)) if format == "json" else tables.of_agreement(found), None)
            return
        if to_settle:
            counted = Unit.PASSAGES if paragraph else Unit.DOCUMENTS
        round_id = chosen.round_id if chosen else None
        compared = compared_in(opened, counted, round_id=round_id, unfinished=unfinished)
        if to_settle:
            settled = _settle(opened, compared, to_settle, paragraph, wanted, state, why, acting)
            give(_differing(opened, compared, [settled.theme], [settled], format), None)
        else:
            listed = disagreements(opened, compared, wanted)
            give(_differing(opened, compared, wanted, listed, format), None)


def _settle(
    opened: Project,
    compared: Compared,
    document: str,
    paragraph: str,
    themes: Sequence[str],
    state: str,
    why: str,
    acting: str,
) -> Disagreement:
    """Settles a disagreement, and gives it as it stands then."""
    if len(themes) != 1 or not acting.strip():
        raise Refused("What is settled is said with one --theme, and who settles it with --coder NAME.")
    document_id, code = int(document_named(opened, document)["document_id"]), compared.codes(themes)[0]
    here = compared.only(document_id)
    meant = differing_at(disagreements(opened, here, themes), document_id, paragraph, code)
    with opened.changing():
        settle(opened, meant, state=state, why=why, coder_id=coder(opened, acting), at=datetime.now(UTC))
    place = f"block {meant.position}" if meant.position else ""
    return differing_at(disagreements(opened, here, themes), document_id, place, code)


def _differing(
    opened: Project,
    compared: Compared,
    themes: Sequence[str],
    listed: Sequence[Disagreement],
    format: str,
) -> Iterator[str]:
    beside = beside_consensus(opened, compared, themes)
    lost = lost_settlements(opened, compared, themes)
    if format == "json":
        told = {
            "disagreements": [_as_json(one) for one in listed],
            "consensus": [asdict(one) for one in beside],
            "lost": [{key: value for key, value in asdict(one).items() if key != "document_id"} for one in lost],
        }
        return _json(told)
    return chain(tables.of_lost(lost), tables.of_disagreements(listed, beside, compared.unit))


def _as_json(one: Disagreement) -> dict[str, Any]:
    place = one.place
    return {
        "document": one.document,
        "page": place.page if place else None,
        "paragraph": place.paragraph if place else None,
        "block": place.block if place else None,
        "theme": one.theme,
        "found_by": [asdict(found) for found in one.found_by],
        "not_by": list(one.not_by),
        "settled": asdict(one.settled) if one.settled else None,
    }


def _json(told: Any) -> Iterator[str]:
    yield json.dumps(told, ensure_ascii=False, indent=1) + "\n"
