"""``cairn verify`` and ``cairn replay``: is an earlier answer still true, and does it compute to the same again."""

from __future__ import annotations

from typing import Annotated

import typer
from rich.console import Console
from rich.markup import escape

from api.cli.app import app
from api.cli.asking import Json, document, unwrap
from api.cli.console import Exit, out, print_json
from api.cli.options import DataDir, Tenant
from api.cli.options import Json as JsonFlag
from api.cli.query import Person, asking

AnswerId = Annotated[str, typer.Argument(metavar="ANSWER_ID", help="Id of an answer: its `answerId`.")]
As = Annotated[str | None, typer.Option("--as", help="Role to ask as; default: the person themself, else an auditor.")]
MARKS = {
    "HOLDS": "[green]still true[/]",
    "CHANGED": "[yellow]changed[/]",
    "GONE": "[red]gone[/]",
    "HIDDEN": "[red]no longer yours to see[/]",
}
OUTCOMES = {
    "SAME": "[green]the same bytes[/]",
    "DIFFERS": "[red]other bytes[/]",
    "SNAPSHOT_NOT_KEPT": "[yellow]that state of the graph is not kept any more[/] (CAIRN_SNAPSHOTS_KEPT)",
    "NOT_REPLAYABLE": "[yellow]the question was recorded without its terms[/]",
}


@app.command("verify")
def verify(
    answer_id: AnswerId,
    person: Person = None,
    role: As = None,
    tenant: Tenant = None,
    data_dir: DataDir = None,
    as_json: JsonFlag = False,
) -> None:
    """Is that answer still true? Reads every cited edge again, under your rights; exits with 1 when a claim fails.

    Example: cairn verify 0f3a91c2d4e5b6a798c0d1e2 --person NE-0042
    """
    with asking(tenant, data_dir, person, role or (None if person else "auditor")) as ask:
        found = unwrap(ask(document("verify"), {"id": answer_id}), "verifyAnswer")
    if as_json:
        print_json(found)
    else:
        print_verification(out, found)
    if not found["holds"]:
        raise typer.Exit(Exit.FINDINGS)


@app.command("replay")
def replay(
    answer_id: AnswerId,
    person: Person = None,
    role: As = None,
    tenant: Tenant = None,
    data_dir: DataDir = None,
    as_json: JsonFlag = False,
) -> None:
    """Compute that answer again on the state of the graph it was given on; exits with 1 unless it is the same."""
    with asking(tenant, data_dir, person, role or (None if person else "auditor")) as ask:
        found = unwrap(ask(document("replay"), {"id": answer_id}), "replay")
    if as_json:
        print_json(found)
    else:
        print_replay(out, found)
    if found["outcome"] != "SAME":
        raise typer.Exit(Exit.FINDINGS)


def print_verification(console: Console, found: Json) -> None:
    """Claim by claim, with what changed below it."""
    _head(console, found["answer"])
    for claim in found["claims"]:
        text = claim["text"] or f"({claim['kind']})"
        console.print(f"  {MARKS[claim['standing']]}  {escape(text)}")
        if claim["textNow"]:
            console.print(f"      now: {escape(claim['textNow'])}")
        if claim["foundAgain"] is False:
            console.print("      asked again, the answer says otherwise now")
        for change in claim["changes"]:
            console.print(f"      [dim]{escape(_change(change))}[/]")
        for edge_id in claim["missingEdgeIds"]:
            console.print(f"      [dim]edge {escape(edge_id)}[/]")
    holding = sum(claim["standing"] == "HOLDS" for claim in found["claims"])
    console.print(f"{holding} of {len(found['claims'])} claims hold at {found['checkedAt']}")


def print_replay(console: Console, found: Json) -> None:
    """The outcome, then the sentences."""
    _head(console, found["answer"])
    console.print(f"computed again: {OUTCOMES[found['outcome']]}")
    if found["recomputedHash"]:
        console.print(f"  [dim]recorded {found['answer']['resultHash']}  now {found['recomputedHash']}[/]")
    _sentences(console, found["sentences"])
    for one in found["explanations"]:
        console.print(f"explained by {escape(one['model'] or one['narrator'])} ({escape(one['language'])}):")
        _sentences(console, one["sentences"])


def _sentences(console: Console, sentences: list[Json]) -> None:
    for one in sentences:
        differs = "[red]worded otherwise now:[/] " if one["same"] is False else ""
        console.print(f"  {differs}{escape(one['text'] or '(no longer yours to see)')}")


def _head(console: Console, answer: Json) -> None:
    said = f"{answer['question']} answered {answer['answeredAt']} on version {answer['tenantVersion']}"
    console.print(f"[bold]{escape(answer['id'])}[/]  {escape(said)}, entry {answer['sequence']} of the log")


def _change(change: Json) -> str:
    place = "" if change["about"] == "claim" else f" on {change['about']}"
    return f"{change['name']}{place}: {change['before'] or 'nothing'} -> {change['now'] or 'nothing'}"
