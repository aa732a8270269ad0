"""``cairn eval``: judge a model on your own graph before you switch it on."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any

import orjson
import typer
from rich.console import Console
from rich.markup import escape

from api.cli.app import app
from api.cli.console import Exit, out, print_json, progress
from api.cli.explaining import For, Locale, Long, Told, Wording
from api.cli.opening import now, opened
from api.cli.options import DataDir, Quiet, Tenant
from api.cli.options import Json as JsonFlag
from api.cli.service import composed
from api.development_issuer import development_principal
from api.evaluation.explanations import Tally, evaluate
from api.inquiry import Inquiry
from api.settings import load_settings
from api.use_cases.explanation import Mode, Wish
from graph.scope import CallerRole
from ontology.errors import BadInput
from reasoning.style import Audience, Length

eval_app = typer.Typer(help="Evaluations on your own graph.", no_args_is_help=True)
app.add_typer(eval_app, name="eval")


@eval_app.callback()
def _group() -> None:
    """So that the command keeps its name."""


@eval_app.command("explanations")
def explanations(
    questions: Annotated[int, typer.Option(min=1, max=10_000, help="How many questions, as many of each kind.")] = 60,
    output: Annotated[Path | None, typer.Option("--out", help="One line of JSON for each released sentence.")] = None,
    seed: Annotated[int, typer.Option(help="The same seed draws the same questions.")] = 1,
    locale: Locale = "en",
    audience: For = "coach",
    length: Long = "normal",
    wording: Wording = "auto",
    tenant: Tenant = None,
    data_dir: DataDir = None,
    quiet: Quiet = False,
    as_json: JsonFlag = False,
) -> None:
    """Explain drawn questions with the configured narrator; prove every sentence again; report what fell back.

    Example: cairn eval explanations --questions 100 --out sentences.jsonl --json
    """
    settings = load_settings(data_dir=data_dir, tenant=tenant)
    Told(locale, audience, length, wording).variables()
    wish = Wish(Audience(audience), Length(length), locale, Mode(wording))
    principal = development_principal(settings.tenant, [CallerRole.COACH], None)
    tally, written = Tally(), 0
    with opened(settings) as store, composed(store, settings) as deps, progress("questions", quiet=quiet) as bar:
        lines = bytearray()
        for judged in evaluate(lambda: Inquiry(deps, principal), questions, wish, seed=seed, tally=tally):
            written += 1
            lines += b"".join(orjson.dumps(one.line()) + b"\n" for one in judged)
            if bar is not None:
                bar(written, questions)
        model = deps.narration.model if deps.narration is not None and wish.mode is not Mode.TEMPLATE else None
    if not tally.sentences:
        raise BadInput("Nothing in this graph can be explained.", remedy="Load people, roles and skills first.")
    if output is not None:
        output.write_bytes(bytes(lines))
    report = {"at": now().isoformat(), "seed": seed, "locale": locale, **tally.report(model)}
    if as_json:
        print_json(report)
    else:
        _print(out, report)
    if report["support"] != 1.0:
        raise typer.Exit(Exit.FINDINGS)


def _print(console: Console, report: dict[str, Any]) -> None:
    for name, value in report.items():
        text = ", ".join(f"{key} {one}" for key, one in value.items()) if isinstance(value, dict) else str(value)
        console.print(f"{name:<16} {escape(text)}")
