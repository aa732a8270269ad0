"""``cairn audit``: does the log of answers prove itself, and which answers has a change touched since?"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Annotated

import orjson
import typer
from rich.markup import escape

from api.cli.app import app
from api.cli.asking import document, unwrap
from api.cli.console import Exit, out, print_json
from api.cli.opening import now, opened
from api.cli.options import DataDir, Json, Tenant
from api.cli.query import asking
from api.cli.rendering import print_altered
from api.recording.configured import seal_of
from api.recording.end_seals import ReadSeals, end_seal, read_seals, seal_key
from api.settings import Settings, load_settings
from graph.answer_chain import ChainReport, audit_chain
from graph.answer_entries import SealedEntry
from graph.answer_log import StoredAnswerLog, Transactions
from ontology.errors import BadInput, UnknownNode

audit_app = typer.Typer(help="Audit what was answered.", no_args_is_help=True)
app.add_typer(audit_app, name="audit")

Expect = Annotated[
    str | None,
    typer.Option(metavar="NUMBER:HASH", help="An end noted earlier: the log must still hold that entry."),
]
Seals = Annotated[
    Path | None, typer.Option(help="File of `cairn audit seal`: the log must still hold every entry sealed there.")
]
Show = Annotated[str | None, typer.Option(metavar="ANSWER_ID", help="Print what is recorded of this answer instead.")]


@audit_app.command("answers")
def answers(
    expect: Expect = None,
    seals: Seals = None,
    show: Show = None,
    tenant: Tenant = None,
    data_dir: DataDir = None,
    as_json: Json = False,
) -> None:
    """Recompute the hash of every recorded answer and its link to the one before; exits with 1 on a finding.

    Note the end that it prints somewhere else, and give it back with --expect, or keep the file that `cairn audit
    seal` writes and give it with --seals: then a log that was cut or written anew is found even if its key was stolen.
    """
    settings = load_settings(data_dir=data_dir, tenant=tenant)
    with opened(settings) as store:
        assert isinstance(store, Transactions)
        log = StoredAnswerLog(store, seal_of(settings))
        if show is not None:
            _show(log, settings, show)
            return
        report = _audited(log, settings, _expected(expect), seals)
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


@audit_app.command("seal")
def seal(
    output: Annotated[Path | None, typer.Option("--out", help="File to add the seal to; printed without it.")] = None,
    tenant: Tenant = None,
    data_dir: DataDir = None,
) -> None:
    """Seal the end of the log with CAIRN_AUDIT_KEY_FILE, once the log and the seals made before prove themselves.

    Run it every day with --out on a disk that the service cannot write. Exits with 1, sealing nothing, on a finding.

    Example: cairn audit seal --out /mnt/elsewhere/seals.jsonl
    """
    settings = load_settings(data_dir=data_dir, tenant=tenant)
    key = seal_key(settings.audit_key_file)
    with opened(settings) as store:
        assert isinstance(store, Transactions)
        log = StoredAnswerLog(store, seal_of(settings))
        report = _audited(log, settings, [], output if output is not None and output.exists() else None)
    if report.findings:
        for found in report.findings:
            out.print(f"[red]{found.code}[/] {escape(found.text)}")
        out.print("Nothing was sealed.")
        raise typer.Exit(Exit.FINDINGS)
    line = end_seal(key, settings.tenant, report.end.sequence, report.end.entry_hash, now()).line()
    if output is None:
        out.file.write(line.decode())
        return
    try:
        with output.open("ab") as file:
            file.write(line)
    except OSError:
        raise BadInput(f"{output} cannot be written.", remedy="Give --out a file that you may add to.") from None
    out.print(f"Sealed entry {report.end.sequence} in {escape(str(output))}")


def _audited(
    log: StoredAnswerLog, settings: Settings, expected: list[tuple[int, str]], seals: Path | None
) -> ChainReport:
    """The audit with the ends that were noted, and those that were sealed."""
    read = ReadSeals((), ())
    if seals is not None:
        read = read_seals(seals, seal_key(settings.audit_key_file), settings.tenant)
    report = audit_chain(log, settings.tenant, seal_of(settings), expected=[*expected, *read.ends])
    return replace(report, findings=(*report.findings, *read.findings))


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
        print_altered(out, found)
        more = "" if found["complete"] else "; more are left, ask again"
        out.print(f"{len(found['answers'])} of {found['watched']} recent answers are touched by a change{more}")
    if found["answers"]:
        raise typer.Exit(Exit.FINDINGS)


def _expected(text: str | None) -> list[tuple[int, str]]:
    if text is None:
        return []
    number, _, entry_hash = text.partition(":")
    if not number.isdigit() or not entry_hash:
        raise BadInput("--expect is not NUMBER:HASH.", remedy="Give the end that an earlier audit printed.")
    return [(int(number), entry_hash)]


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
