"""``cairn demo``: the main job on the sample company, from nothing to a cited answer and a running service."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from functools import partial
from typing import Annotated

import typer
from rich.console import Console
from rich.markup import escape

from api.cli.app import app
from api.cli.asking import PURPOSES, Ask, Json, cited_edges, document, over_http, sentences, unwrap
from api.cli.console import Exit, err, out, print_json, progress
from api.cli.opening import address, now, opened
from api.cli.options import DataDir
from api.cli.path_rendering import print_career_path
from api.cli.rendering import Footnotes, print_mentor_match, print_skill_gap
from api.cli.service import composed, issuer_of, listener, listening, server, serving, stoppable, wait
from api.development_issuer import DevelopmentIssuer, development_principal
from api.settings import Settings, load_settings
from graph.scope import CallerRole
from graph.store import GraphStore
from ingestion.sample import FLAGSHIP, TENANT, ingest_sample

QUESTIONS = {"careerPath": "career_path", "skillGap": "skill_gap", "mentorMatch": "mentor_match"}
BRIEF_GAPS = 5


@app.command("demo")
def demo(
    smoke: Annotated[
        bool, typer.Option("--smoke", help="Without a person: ask over HTTP, resolve every citation, print JSON, stop.")
    ] = False,
    port: Annotated[int | None, typer.Option(min=0, max=65535, help="Port of the service [CAIRN_PORT].")] = None,
    data_dir: DataDir = None,
) -> None:
    """Load the sample company, answer three questions with citations, and serve the API until Ctrl-C.

    Needs no server, no container and no key. The people are generated and describe nobody.
    """
    started = time.monotonic()
    settings = load_settings(data_dir=data_dir, tenant=TENANT, port=0 if smoke else port)
    issuer = issuer_of(settings)
    with stoppable(), listener(settings) as bound, opened(settings, jit="quick") as store:
        _load_sample(store, settings, quiet=smoke)
        with composed(store, settings) as deps:
            deps.snapshots.current(settings.tenant)
            where = listening(bound, settings)
            with serving(server(deps, settings, issuer.verifier(), issuer), bound):
                ask = over_http(f"{where.url}/graphql", _token(issuer, settings))
                answers = {name: _answer(ask, name) for name in QUESTIONS}
                if smoke:
                    raise typer.Exit(_smoke(ask, answers, started, where.url))
                _show(ask, answers)
                _invite(where.url, _token(issuer, settings), settings)
                wait()


def _load_sample(store: GraphStore, settings: Settings, *, quiet: bool) -> None:
    loaded = settings.data_dir / "sample-loaded"  # written after the last feed: an interrupted load is completed
    if loaded.exists() and store.head([settings.tenant]).get(settings.tenant, 0) > 0:
        return
    if not quiet:
        err.print(f"cairn: loading the sample company into the {address(settings)} (first run only)")
    with progress("sample company", quiet=quiet) as bar:
        ingest_sample(store, clock=now, tenant_id=settings.tenant, bulk=True, told=bar)
    settings.data_dir.mkdir(parents=True, exist_ok=True)
    loaded.touch()


def _token(issuer: DevelopmentIssuer, settings: Settings) -> str:
    principal = development_principal(settings.tenant, [CallerRole.EMPLOYEE], FLAGSHIP.person_id)
    return issuer.sign(principal, now())


def _input(name: str) -> Json:
    given: Json = {"person": FLAGSHIP.person_id, "targetRole": FLAGSHIP.target_role_id}
    return given | ({"first": 3} if name == "mentorMatch" else {"alternatives": 2} if name == "careerPath" else {})


def _answer(ask: Ask, name: str) -> Json:
    return unwrap(ask(document(QUESTIONS[name]), {"input": _input(name)}), name)


def _show(ask: Ask, answers: dict[str, Json]) -> None:
    printers: dict[str, Callable[[Console, Json, Footnotes], None]] = {
        "careerPath": print_career_path,
        "skillGap": partial(print_skill_gap, brief=BRIEF_GAPS),
        "mentorMatch": partial(print_mentor_match, brief=True),
    }
    for name, answer in answers.items():
        notes = Footnotes()
        printers[name](out, answer, notes)
        notes.print(out, cited_edges(ask, notes.cited(), PURPOSES[name]))
        out.print()


def _invite(url: str, token: str, settings: Settings) -> None:
    out.print("[bold]The service is running[/]")
    out.print(f"  GraphQL   {url}/graphql")
    out.print(f"  Console   {url}/graphiql#role={FLAGSHIP.target_role_id}&token={token}")
    out.print(f"  Token     {token}")
    out.print("  [dim](development token of one employee; others: cairn token --role planner)[/]\n")
    out.print("[bold]Three queries to paste[/]")
    person, role = FLAGSHIP.person_id, FLAGSHIP.target_role_id
    for query in (
        f'{{ careerPath(input: {{person: "{person}", targetRole: "{role}"}}) '
        "{ ... on CareerPathAnswer { paths { months steps { to { name } } sentences { text edgeIds } } } } }",
        f'{{ skillGap(input: {{person: "{person}", targetRole: "{role}"}}) '
        "{ ... on SkillGapAnswer { coverage items { skill { name } status courses { course { name } } } } } }",
        f'{{ mentorMatch(input: {{person: "{person}", targetRole: "{role}", first: 3}}) '
        "{ ... on MentorMatchAnswer { candidates { mentor { name } score sentences { text edgeIds } } } } }",
    ):
        out.print(f"  {escape(query)}\n")
    out.print("Press Ctrl-C to stop.")
    sys.stdout.flush()


def _smoke(ask: Ask, answers: dict[str, Json], started: float, url: str) -> int:
    """Resolve every cited edge and sum up; findings are sentences without edges and edges that do not resolve."""
    summary: Json = {"url": url, "questions": {}, "findings": []}
    for name, answer in answers.items():
        said = sentences(answer)
        ids = {edge_id for sentence in said for edge_id in sentence["edgeIds"]}
        found = cited_edges(ask, ids, PURPOSES[name])
        summary["findings"] += [f"{name}: edge {edge_id} does not resolve" for edge_id in sorted(ids - set(found))]
        summary["findings"] += [f"{name}: uncited: {one['text']}" for one in said if not one["edgeIds"]]
        summary["findings"] += [
            f"{name}: no assertion: {edge_id}" for edge_id in found if not found[edge_id]["assertions"]
        ]
        summary["findings"] += [] if said else [f"{name}: no sentence"]
        summary["questions"][name] = {
            "sentences": len(said),
            "citedEdges": len(ids),
            "resolvedEdges": len(found),
            "results": len(answer.get("paths") or answer.get("items") or answer.get("candidates") or []),
            "snapshot": answer["snapshot"]["version"],
        }
    summary["seconds"] = round(time.monotonic() - started, 2)
    summary["ok"] = not summary["findings"]
    print_json(summary)
    return Exit.OK if summary["ok"] else Exit.FINDINGS
