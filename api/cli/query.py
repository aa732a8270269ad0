"""``cairn query``: the three questions and the search from the terminal, through the same checks as over HTTP."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.markup import escape

from api.cli.app import app
from api.cli.asking import PURPOSES, Ask, Json, cited_edges, document, resolve, sentences, unwrap
from api.cli.cohort import cohort
from api.cli.console import out, print_json
from api.cli.explaining import Told, explainable, tell_in_words
from api.cli.opening import now, opened
from api.cli.options import DataDir, Tenant
from api.cli.options import Json as JsonFlag
from api.cli.rendering import Footnotes, print_mentor_match, print_recorded, print_skill_gap
from api.cli.service import composed, in_process, issuer_of
from api.cli.tokens import caller_role
from api.development_issuer import development_principal
from api.settings import load_settings

query_app = typer.Typer(
    help="Ask from the terminal. Roles and skills may be given by id or by name.", no_args_is_help=True
)
app.add_typer(query_app, name="query")
query_app.command("cohort")(cohort)

As = Annotated[str | None, typer.Option("--as", help="Role to ask as; default: the person themself, else a planner.")]
Person = Annotated[str | None, typer.Option("--person", "-p", help="Person id in the HR system.")]
AsOf = Annotated[
    str | None,
    typer.Option("--as-of", help="Answer on the graph as it was known then (2026-03-01T12:00:00Z), if still kept."),
]
To = Annotated[str | None, typer.Option("--to", help="Target role: id or name.")]


@contextmanager
def asking(tenant: str | None, data_dir: Path | None, person: str | None, role: str | None) -> Iterator[Ask]:
    """A way to ask the store's current snapshot as the given caller."""
    settings = load_settings(data_dir=data_dir, tenant=tenant)
    held = caller_role(role or ("employee" if person else "planner"))
    issuer = issuer_of(settings)
    token = issuer.sign(development_principal(settings.tenant, [held], person), now())
    with opened(settings) as store, composed(store, settings) as deps:
        yield in_process(deps, issuer, token)


def past(as_of: str | None) -> Json:
    """The variable that names a past moment, where one is asked for."""
    return {"asOf": as_of} if as_of else {}


def put(
    ask: Ask,
    name: str,
    variables: Json,
    show: Callable[[Console, Json, Footnotes], None],
    *,
    told: Told | None,
    as_json: bool,
) -> None:
    """Put a question and print its answer: in words where that is wanted, else in lists."""
    if told is not None:
        tell_in_words(ask, name, variables, told, as_json=as_json)
        return
    text = document(re.sub("[A-Z]", lambda capital: f"_{capital[0].lower()}", name))
    tell(ask, name, unwrap(ask(text, variables), name), show, as_json=as_json)


def tell(ask: Ask, name: str, answer: Json, show: Callable[[Console, Json, Footnotes], None], *, as_json: bool) -> None:
    """The answer as one JSON document with its cited edges, or as text with footnotes."""
    if as_json:
        print_json(_with_edges(ask, name, answer))
        return
    notes = Footnotes()
    show(out, answer, notes)
    notes.print(out, cited_edges(ask, notes.cited(), PURPOSES[name]))
    print_recorded(out, answer)


def _with_edges(ask: Ask, name: str, answer: Json) -> Json:
    ids = [edge_id for sentence in sentences(answer) for edge_id in sentence["edgeIds"]]
    return {**answer, "citedEdges": list(cited_edges(ask, ids, PURPOSES[name]).values())}


@query_app.command("skill-gap")
@explainable
def skill_gap(
    to: Annotated[str, typer.Option("--to", help="Target role: id or name.")],
    person: Annotated[str, typer.Option("--person", "-p", help="Person id in the HR system.")],
    essential_only: Annotated[bool, typer.Option("--essential-only", help="Leave optional skills out.")] = False,
    told: Told | None = None,
    as_of: AsOf = None,
    role: As = None,
    tenant: Tenant = None,
    data_dir: DataDir = None,
    as_json: JsonFlag = False,
) -> None:
    """What is missing for that role, and which courses close it?

    Example: cairn query skill-gap --person NE-0042 --to "Grid Data Scientist"
    """
    with asking(tenant, data_dir, person, role) as ask:
        given: Json = {
            "targetRole": resolve(ask, "ROLE", to),
            "person": person,
            "includeOptional": not essential_only,
        }
        put(ask, "skillGap", {"input": given, **past(as_of)}, print_skill_gap, told=told, as_json=as_json)


@query_app.command("mentor-match")
@explainable
def mentor_match(
    person: Annotated[str, typer.Option("--person", "-p", help="Person id in the HR system.")],
    to: To = None,
    skill: Annotated[list[str] | None, typer.Option(help="Skill to be helped in (id or name; repeatable).")] = None,
    first: Annotated[int, typer.Option(min=1, max=100, help="How many candidates.")] = 5,
    told: Told | None = None,
    as_of: AsOf = None,
    role: As = None,
    tenant: Tenant = None,
    data_dir: DataDir = None,
    as_json: JsonFlag = False,
) -> None:
    """Who can help this person towards a role or in given skills?

    Example: cairn query mentor-match --person NE-0042 --to "Grid Data Scientist"
    """
    with asking(tenant, data_dir, person, role) as ask:
        given: Json = {
            "person": person,
            "first": first,
            "skills": [resolve(ask, "SKILL", name) for name in skill or []],
        }
        if to is not None:
            given["targetRole"] = resolve(ask, "ROLE", to)
        put(ask, "mentorMatch", {"input": given, **past(as_of)}, print_mentor_match, told=told, as_json=as_json)


@query_app.command("search")
def search(
    text: Annotated[str, typer.Argument(help="A name, an alternate name, or either with a typo.")],
    kind: Annotated[
        list[str] | None, typer.Option(help="role, skill, course or person; default all you may see.")
    ] = None,
    first: Annotated[int, typer.Option(min=1, max=100)] = 10,
    role: As = None,
    tenant: Tenant = None,
    data_dir: DataDir = None,
    as_json: JsonFlag = False,
) -> None:
    """Find roles, skills, courses and people by name."""
    with asking(tenant, data_dir, None, role) as ask:
        given: Json = {"text": text, "first": first}
        if kind:
            given["kinds"] = [name.upper() for name in kind]
        answer = unwrap(ask(document("search"), {"input": given}), "search")
        if as_json:
            print_json(answer)
            return
        for hit in answer["hits"]:
            node = hit["node"]
            as_other = f" ({hit['matched']})" if hit["matched"] != node["name"] else ""
            out.print(f"{node['label']:<8} {escape(node['name'] + as_other)}  [dim]{escape(node['id'])}[/]")
