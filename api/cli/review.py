"""``cairn review``: answers that wait for a reviewer, and the decision about one."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer
from rich.markup import escape

from api.cli.app import app
from api.cli.asking import document, unwrap
from api.cli.console import out, print_json
from api.cli.options import DataDir, Json, Tenant
from api.cli.query import asking
from api.cli.rendering import print_altered

review_app = typer.Typer(help="Release or hold back what a model may word.", no_args_is_help=True)
app.add_typer(review_app, name="review")

AnswerId = Annotated[str, typer.Argument(metavar="ANSWER_ID", help="Id of an answer that waits.")]
Why = Annotated[str, typer.Option("--reason", help="Why; it is recorded.")]
REVIEWER = "reviewer"


@review_app.command("list")
def list_(tenant: Tenant = None, data_dir: DataDir = None, as_json: Json = False) -> None:
    """Which recent answers wait for a reviewer, and for which declared rules?"""
    with asking(tenant, data_dir, None, REVIEWER) as ask:
        found = unwrap(ask(document("answers_to_review"), {}), "answersToReview")
    if as_json:
        print_json(found)
        return
    for one in found["answers"]:
        out.print(f"[bold]{escape(one['id'])}[/]  {one['question']} of {one['answeredAt']}: {', '.join(one['rules'])}")
    print_altered(out, found)
    out.print(f"{len(found['answers'])} wait; look at one with `cairn replay ANSWER_ID --as reviewer`")


@review_app.command("approve")
def approve(
    answer_id: AnswerId, reason: Why, tenant: Tenant = None, data_dir: DataDir = None, as_json: Json = False
) -> None:
    """A model may word answers that say this about this person."""
    _decide(answer_id, "APPROVE", reason, tenant, data_dir, as_json=as_json)


@review_app.command("reject")
def reject(
    answer_id: AnswerId, reason: Why, tenant: Tenant = None, data_dir: DataDir = None, as_json: Json = False
) -> None:
    """Templates go on wording answers that say this about this person."""
    _decide(answer_id, "REJECT", reason, tenant, data_dir, as_json=as_json)


def _decide(
    answer_id: str, decision: str, reason: str, tenant: str | None, data_dir: Path | None, *, as_json: bool
) -> None:
    given = {"id": answer_id, "decision": decision, "reason": reason}
    with asking(tenant, data_dir, None, REVIEWER) as ask:
        found = unwrap(ask(document("review_answer"), given), "reviewAnswer")
    if as_json:
        print_json(found)
    else:
        out.print(f"{escape(found['id'])} {found['state'].lower()} ({', '.join(found['rules'])})")
