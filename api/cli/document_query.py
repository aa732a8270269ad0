"""``cairn query policy`` and ``cairn query plays``: what the documents say, and which plays fit a person."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Annotated

import typer
from rich.console import Console
from rich.markup import escape

from api.cli.asking import Json
from api.cli.explaining import Told, explainable
from api.cli.options import DataDir, Tenant
from api.cli.options import Json as JsonFlag
from api.cli.query import As, asking, put, query_app
from api.cli.rendering import Footnotes, print_sentences
from ontology.errors import BadInput
from ontology.situations import in_words, parse_rule


class Kind(StrEnum):
    """Kinds of documents."""

    POLICY = "policy"
    PLAYBOOK = "playbook"
    GUIDE = "guide"


@query_app.command("policy")
@explainable
def policy(
    question: Annotated[str, typer.Argument(help="The question, in quotes.")],
    as_of: Annotated[str | None, typer.Option(help="The day whose rules are asked for (2024-06-01); today.")] = None,
    kind: Annotated[list[Kind] | None, typer.Option(help="Only documents of this kind (repeatable).")] = None,
    first: Annotated[int, typer.Option(min=1, max=20, help="How many passages.")] = 3,
    told: Told | None = None,
    role: Annotated[str, typer.Option("--as", help="Role to ask as: documents have an audience.")] = "employee",
    tenant: Tenant = None,
    data_dir: DataDir = None,
    as_json: JsonFlag = False,
) -> None:
    """What do policies and playbooks say? Quoted with passage and version, or "not found".

    Example: cairn query policy "How many days a week may I work from home?"
    """
    given: Json = {"question": question, "asOf": _day(as_of), "first": first}
    if kind:
        given["kinds"] = [one.name for one in kind]
    with asking(tenant, data_dir, None, role) as ask:
        put(ask, "documents", given, print_documents, told=told, as_json=as_json)


@query_app.command("plays")
@explainable
def plays(
    person: Annotated[str, typer.Option("--person", "-p", help="Person id in the HR system.")],
    told: Told | None = None,
    role: As = None,
    tenant: Tenant = None,
    data_dir: DataDir = None,
    as_json: JsonFlag = False,
) -> None:
    """Which plays of the playbooks fit this person's situation, by which declared rule?

    Example: cairn query plays --person NE-0042
    """
    with asking(tenant, data_dir, person, role) as ask:
        put(ask, "plays", {"person": person}, print_plays, told=told, as_json=as_json)


def _day(text: str | None) -> str | None:
    try:
        return None if text is None else date.fromisoformat(text).isoformat()
    except ValueError:
        raise BadInput(f"--as-of {text!r:.40} is not a day.", remedy="Write it as in 2024-06-01.") from None


def print_documents(console: Console, answer: Json, notes: Footnotes) -> None:
    """The passages, best first, or that there is none."""
    console.print(f"[bold]Documents[/] on {answer['asOf']}: {escape(answer['question'])}")
    if not answer["considered"]:
        console.print(
            "  No document is in force on that day and open to you; `cairn ingest documents PATH` loads some."
        )
        return
    if not answer["found"]:
        console.print(
            f"  Not found: none of the {answer['considered']} passages that are in force and open to you answers this. "
            f"[dim]confidence {answer['confidence']:.2f}, needed {answer['threshold']:.2f}[/]"
        )
        return
    for number, hit in enumerate(answer["passages"], start=1):
        head = f"{hit['document']['name']}, version {hit['version']}, {hit['section']}"
        console.print(f"  [bold]{number}.[/] {escape(head)}")
        console.print(f"     “{escape(hit['quote'])}”")
        print_sentences(console, hit["sentences"], notes, indent="     ")
    console.print(f"  [dim]confidence {answer['confidence']:.2f}, {answer['mode'].lower()} search[/]")


def print_plays(console: Console, answer: Json, notes: Footnotes) -> None:
    """The plays that are called for, each with the rule and its facts."""
    console.print(f"[bold]Plays[/] for {escape(answer['subject']['name'])}")
    if not answer["plays"]:
        console.print(f"  None of the {answer['considered']} declared situations holds.")
    for number, one in enumerate(answer["plays"], start=1):
        rule = in_words(parse_rule(one["rule"]))
        console.print(f"  [bold]{number}.[/] {escape(one['play']['name'])}  [dim]rule: {escape(rule)}[/]")
        print_sentences(console, one["sentences"], notes, indent="     ")
