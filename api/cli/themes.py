"""``cairn themes``: group what hangs together with graphrag, in a process of its own, and ask about it."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.markup import escape

from api.cli.app import app
from api.cli.asking import Json
from api.cli.console import out, print_json
from api.cli.explaining import Told, explainable
from api.cli.opening import now, opened
from api.cli.options import DataDir, Tenant
from api.cli.options import Json as JsonFlag
from api.cli.query import asking, put
from api.cli.rendering import Footnotes, print_sentences
from api.settings import load_settings
from api.themes.building import build_themes
from api.themes.exchange import Clustering, Model
from graph.extraction import extract
from ontology.errors import BadInput

themes_app = typer.Typer(
    help="Groups of roles, skills, courses and passages that hang together, and reports on them.",
    no_args_is_help=True,
)
app.add_typer(themes_app, name="themes")


@themes_app.command("build")
def build(
    python: Annotated[
        Path | None, typer.Option(help="Interpreter of the environment that has graphrag; this one without it.")
    ] = None,
    max_size: Annotated[int, typer.Option(min=5, max=1000, help="Largest group before it is divided.")] = 40,
    model: Annotated[str | None, typer.Option(help="Model that words the reports; templates without it.")] = None,
    base_url: Annotated[str | None, typer.Option(help="Its OpenAI-compatible address.")] = None,
    tenant: Tenant = None,
    data_dir: DataDir = None,
    as_json: JsonFlag = False,
) -> None:
    """Group the tenant's graph and store a report on each group. People are never part of it.

    Example: cairn themes build --python .graphrag/bin/python
    """
    if (model is None) != (base_url is None):
        raise BadInput("A model needs its address.", remedy="Give both --model and --base-url, or neither.")
    wording = Model(model, base_url) if model is not None and base_url is not None else None
    given = {} if python is None else {"python": python.absolute()}
    settings = load_settings(data_dir=data_dir, tenant=tenant)
    with opened(settings) as store:
        snapshot = extract(store, settings.tenant, now())
        built = build_themes(store, snapshot, Clustering(**given, max_size=max_size, model=wording), clock=now)
    if as_json:
        figures = {"entities": built.entities, "relations": built.relations, "communities": built.communities}
        print_json(figures | {"reports": built.reports, "refused": built.refused, "run": built.run.as_dict()})
        return
    out.print(f"{built.entities:,} nodes and {built.relations:,} ties sent, {built.communities:,} groups came back")
    out.print(
        f"{built.reports:,} reports, {built.run.applied:,} new or taken back ({built.run.seconds:.1f} s to store)"
    )
    for reason, count in sorted(built.refused.items()):
        out.print(f"  refused    {count:>8,}  {reason}")


@themes_app.command("ask")
@explainable
def ask_(
    question: Annotated[str, typer.Argument(help="The question, in quotes.")],
    first: Annotated[int, typer.Option(min=1, max=20, help="How many reports.")] = 3,
    told: Told | None = None,
    role: Annotated[str, typer.Option("--as", help="Role to ask as.")] = "planner",
    tenant: Tenant = None,
    data_dir: DataDir = None,
    as_json: JsonFlag = False,
) -> None:
    """What themes are there? Reports on groups, with the edges they rest on.

    Example: cairn themes ask "What hangs together around machine learning?"
    """
    given: Json = {"question": question, "first": first}
    with asking(tenant, data_dir, None, role) as ask:
        put(ask, "themes", given, print_themes, told=told, as_json=as_json)


def print_themes(console: Console, answer: Json, notes: Footnotes) -> None:
    """The reports, best first."""
    console.print(f"[bold]Themes[/]: {escape(answer['question'])}")
    if not answer["considered"]:
        console.print("  There are no reports yet; `cairn themes build` makes them.")
    elif not answer["themes"]:
        console.print(f"  None of {answer['considered']} reports fits.")
    for number, one in enumerate(answer["themes"], start=1):
        made = f"{one['origin']}, {one['edgesStanding']} of {len(one['edgeIds'])} edges standing"
        console.print(f"  [bold]{number}.[/] {escape(one['report']['name'])}  [dim]{made}[/]")
        for line in one["text"].split("\n"):
            console.print(f"     {escape(line)}")
        print_sentences(console, one["sentences"], notes, indent="     ")
