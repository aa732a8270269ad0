"""``cairn audit``: does the log of answers prove itself, and which answers has a change touched since?"""

from __future__ import annotations

from typing import Annotated

import orjson
import typer
from rich.markup import escape

from api.cli.app import app
from api.cli.asking import document, unwrap
from api.cli.console import Exit, out, print_json
from api.cli.opening import opened
from api.cli.options import DataDir, Json, Tenant
from api.cli.query import asking
from api.recording.configured import seal_of
from api.settings import Settings, load_settings
from graph.answer_chain import audit_chain
from graph.answer_entries import SealedEntry
from graph.answer_log import StoredAnswerLog, Transactions
from ontology.errors import BadInput, UnknownNode

audit_app = typer.Typer(help="Audit what was answered.", no_args_is_help=True)
app.add_typer(audit_app, name="audit")

Expect = Annotated[
    str | None,
    typer.Option(metavar="NUMBER:HASH", help="An end noted earlier: the log must still hold that entry."),
]
Show = Annotated[str | None, typer.Option(metavar="ANSWER_ID", help="Print what is recorded of this answer instead.")]


@audit_app.command("answers")
def answers(
    expect: Expect = None,
    show: Show = None,
    tenant: Tenant = None,
    data_dir: DataDir = None,
    as_json: Json = False,
) -> None:
    """Recompute the hash of every recorded answer and its link to the one before; exits with 1 on a finding.

    Note the end that it prints somewhere else, and give it back with --expect: then a log that was cut or written
    anew is found even if its key was stolen.
    """
    settings = load_settings(data_dir=data_dir, tenant=tenant)
    with opened(settings) as store:
        assert isinstance(store, Transactions)
        log = StoredAnswerLog(store, seal_of(settings))
        if show is not None:
            _show(log, settings, show)
            return
        report = audit_chain(log, settings.tenant, seal_of(settings), expected=_expected(expect))
    end = f"{report.end.sequence}:{report.end.entry_hash}"
    if as_json:
        findings = [found.as_dict() for found in report.findings]
        print_json({"tenant": settings.tenant, "entries": report.entries, "end": end, "findings": findings})
    else:
        for found in report.findings:
            out.print(f"[red]{found.code}[/] {escape(found.text)}")
        since = report.end.anchor_sequence
        kept = f", older ones up to {since} deleted by retention" if since else ""
        out.print(f"{report.entries} entries{kept}, {len(report.findings)} findings; the log ends with")
        out.file.write(f"{end}\n")
    if report.findings:
        raise typer.Exit(Exit.FINDINGS)


@audit_app.command("stale")
def stale(
    first: Annotated[int, typer.Option(min=1, max=100, help="How many at most.")] = 20,
    tenant: Tenant = None,
    data_dir: DataDir = None,
    as_json: Json = False,
) -> None:
    """Which recent answers rest on something that has changed since? Exits with 1 when there are any."""
    with asking(tenant, data_dir, None, "auditor") as ask:
        found = unwrap(ask(document("stale_answers"), {"first": first}), "staleAnswers")
    if as_json:
        print_json(found)
    else:
        for one in found["answers"]:
            said = f"{one['question']} answered {one['answeredAt']}, {len(one['claimIds'])} claims concerned"
            out.print(f"[bold]{escape(one['id'])}[/]  {escape(said)}")
            for edge in one["edges"]:
                how = "gone" if edge["gone"] else f"changed: {', '.join(edge['names'])}"
                out.print(f"    {edge['type']} {escape(edge['id'])} {escape(how)}")
        more = "" if found["complete"] else "; more are left, ask again"
        out.print(f"{len(found['answers'])} of {found['watched']} recent answers are touched by a change{more}")
    if found["answers"]:
        raise typer.Exit(Exit.FINDINGS)


def _expected(text: str | None) -> tuple[int, str] | None:
    if text is None:
        return None
    number, _, entry_hash = text.partition(":")
    if not number.isdigit() or not entry_hash:
        raise BadInput("--expect is not NUMBER:HASH.", remedy="Give the end that an earlier audit printed.")
    return int(number), entry_hash


def _show(log: StoredAnswerLog, settings: Settings, answer_id: str) -> None:
    found = log.find(settings.tenant, answer_id)
    if not found:
        raise UnknownNode("No such answer is recorded.", remedy="Check the id and --tenant.")
    print_json([_document(each) for each in found])


def _document(sealed: SealedEntry) -> dict[str, object]:
    entry = sealed.entry
    return {
        "sequence": sealed.sequence,
        "kind": entry.kind.value,
        "answerId": entry.answer_id,
        "operation": entry.operation,
        "givenAt": entry.given_at.isoformat(),
        "asker": entry.asker,
        "subject": entry.subject,
        "previousHash": sealed.previous_hash,
        "entryHash": sealed.entry_hash,
        "record": orjson.loads(entry.payload or "null"),
    }
