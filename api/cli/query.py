"""``cairn query``: the three questions and the search from the terminal, through the same checks as over HTTP."""

from __future__ import annotations

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
from api.cli.explaining import Explain, For, Locale, Long, Told, Wording, tell_in_words
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


def answer_of(ask: Ask, name: str, file: str, given: Json, as_of: str | None = None) -> Json:
    """The answer to a question, or the error it stands for; ``as_of`` a past moment."""
    return unwrap(ask(document(file), {"input": given, **({"asOf": as_of} if as_of else {})}), name)


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
def skill_gap(
    to: Annotated[str, typer.Option("--to", help="Target role: id or name.")],
    person: Annotated[str, typer.Option("--person", "-p", help="Person id in the HR system.")],
    essential_only: Annotated[bool, typer.Option("--essential-only", help="Leave optional skills out.")] = False,
    explain: Explain = False,
    locale: Locale = "en",
    audience: For = "employee",
    length: Long = "normal",
    wording: Wording = "auto",
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
        if explain:
            told = Told(locale, audience, length, wording)
            tell_in_words(ask, "skillGap", given, told, as_json=as_json)
            return
        tell(ask, "skillGap", answer_of(ask, "skillGap", "skill_gap", given, as_of), print_skill_gap, as_json=as_json)


@query_app.command("mentor-match")
def mentor_match(
    person: Annotated[str, typer.Option("--person", "-p", help="Person id in the HR system.")],
    to: To = None,
    skill: Annotated[list[str] | None, typer.Option(help="Skill to be helped in (id or name; repeatable).")] = None,
    first: Annotated[int, typer.Option(min=1, max=100, help="How many candidates.")] = 5,
    explain: Explain = False,
    locale: Locale = "en",
    audience: For = "employee",
    length: Long = "normal",
    wording: Wording = "auto",
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
        if explain:
            told = Told(locale, audience, length, wording)
            tell_in_words(ask, "mentorMatch", given, told, as_json=as_json)
            return
        tell(
            ask,
            "mentorMatch",
            answer_of(ask, "mentorMatch", "mentor_match", given, as_of),
            print_mentor_match,
            as_json=as_json,
        )


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
        answer = answer_of(ask, "search", "search", given)
        if as_json:
            print_json(answer)
            return
        for hit in answer["hits"]:
            node = hit["node"]
            as_other = f" ({hit['matched']})" if hit["matched"] != node["name"] else ""
            out.print(f"{node['label']:<8} {escape(node['name'] + as_other)}  [dim]{escape(node['id'])}[/]")
