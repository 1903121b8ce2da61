"""Bringing in the tools by which cases are audited: those that come with Lapwing, and the area's own."""

from __future__ import annotations

from datetime import date

from lapwing.board.tools_written import ToolWritten, read_tool, shipped
from lapwing.conduct.acting import Acting
from lapwing.conduct.may import OFFICERS
from lapwing.conduct.policies import NotPossible
from lapwing.conduct.verb import verb
from lapwing.records.entries import entries
from lapwing.records.store import current
from lapwing.vocabulary.board.audit_codes import ShippedTool


@verb(may=OFFICERS)
def bring_in_audit_tool(*, by: Acting, shipped_tool: ShippedTool, on: date) -> str:
    """Brings in an audit tool that comes with Lapwing; the key of the tool."""
    tool = shipped(str(shipped_tool))
    standing = entries("audit_tool").filter(shipped=str(shipped_tool), edition=tool.edition)
    if standing.exists():
        raise NotPossible("This tool is here already. To change it, make a new version of it.")
    return _enter(by, on, tool, shipped=str(shipped_tool))


@verb(may=OFFICERS)
def write_audit_tool(*, by: Acting, pasted: str, on: date) -> str:
    """Brings in an audit tool of the area's own from its text; the key of the tool."""
    return _enter(by, on, read_tool(pasted))


@verb(may=OFFICERS)
def renew_audit_tool(*, by: Acting, audit_tool: str, pasted: str, on: date) -> str:
    """Makes a new version of an audit tool from its text; rounds that were begun go on with the version they have."""
    before = current("audit_tool", audit_tool)
    if entries("audit_tool").filter(follows_audit_tool=audit_tool).exists():
        raise NotPossible("There is a newer version of this tool already; make the next one from that.")
    tool = read_tool(pasted)
    if tool.edition == before["edition"]:
        raise NotPossible(f"The version before is called {before['edition']} too; give this one an edition of its own.")
    return _enter(by, on, tool, follows_audit_tool_id=audit_tool)


def _enter(by: Acting, on: date, tool: ToolWritten, **more: str) -> str:
    key = by.enter(
        "audit_tool",
        title=tool.title,
        edition=tool.edition,
        lesson=tool.lesson,
        purpose=tool.purpose,
        population=tool.population,
        cohort=tool.cohort,
        grades="\n".join(tool.grades),
        good_enough=tool.good_enough,
        not_own_team=tool.not_own_team,
        entered_on=on,
        **more,
    )
    for number, one in enumerate(tool.questions, start=1):
        by.enter("audit_question", audit_tool_id=key, number=number, **vars(one))
    return key
