"""``cairn query workforce``: what happens to roles that change or end, for planners."""

from __future__ import annotations

from typing import Annotated

import typer
from rich.console import Console
from rich.markup import escape

from api.cli.asking import Json, document, resolve, unwrap
from api.cli.console import out, print_json
from api.cli.options import DataDir, Tenant
from api.cli.options import Json as JsonFlag
from api.cli.query import asking, query_app
from reasoning.readiness import LEAST_TOLD

TOLD_SKILLS = 6


@query_app.command("workforce")
def workforce(
    role: Annotated[list[str], typer.Option("--role", help="A role that changes or ends: id or name (repeatable).")],
    ways: Annotated[int, typer.Option(min=1, max=10, help="How many ways out of each role.")] = 3,
    caller: Annotated[str, typer.Option("--as", help="Role to ask as.")] = "planner",
    tenant: Tenant = None,
    data_dir: DataDir = None,
    as_json: JsonFlag = False,
) -> None:
    """If these roles change or end: how many people, which skills go with them, where could they go?

    Example: cairn query workforce --role "Customer Service Agent" --role "Billing Specialist"
    """
    with asking(tenant, data_dir, None, caller) as ask:
        given: Json = {"roles": [resolve(ask, "ROLE", name) for name in role], "ways": ways}
        answer = unwrap(ask(document("workforce_readiness"), given), "workforceReadiness")
    if as_json:
        print_json(answer)
    else:
        print_workforce(out, answer)


def print_workforce(console: Console, answer: Json) -> None:
    """The affected roles in lines."""
    for impact in answer["roles"]:
        count = f"fewer than {LEAST_TOLD}" if impact["holders"] is None else impact["holders"]
        console.print(f"[bold]{escape(impact['role']['name'])}[/]: {count} people")
        alone = [one["skill"]["name"] for one in impact["skills"] if one["askedElsewhere"] == 0]
        if alone:
            console.print(f"  skills no other role asks for: {escape(_some(alone))}")
        for way in impact["waysOut"]:
            seen = f", made {way['observed']} times" if way["observed"] else ""
            posted = ", posting open" if way["openPosting"] else ""
            learn = f"{len(way['toLearn'])} to learn, {way['taught']} with a course"
            console.print(
                f"  to {escape(way['role']['name'])} ({way['direction']}, {way['feasibility']:.2f}{seen}{posted}): "
                f"{len(way['carried'])} skills carry over, {learn}"
            )
            if way["toLearn"]:
                console.print(f"     [dim]to learn: {escape(_some([one['name'] for one in way['toLearn']]))}[/]")
        if not impact["waysOut"]:
            console.print("  no role is within reach")
    console.print(f"{answer['withWayOut']} of {answer['people']} people have a way out.")
    if answer["rolesNotTold"]:
        console.print(f"{answer['rolesNotTold']} roles have too few people for their number to be told.")


def _some(names: list[str]) -> str:
    more = len(names) - TOLD_SKILLS
    return ", ".join(names[:TOLD_SKILLS]) + (f" and {more} more" if more > 0 else "")
