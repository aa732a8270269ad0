"""``cairn query cohort``: a whole round of mentoring from CSV files, through the same use case as over HTTP."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import Annotated

import typer

from api.cli.cohort_document import as_document, pair_rows, print_round
from api.cli.console import out, print_json
from api.cli.opening import opened
from api.cli.options import DataDir, Tenant
from api.cli.options import Json as JsonFlag
from api.cli.role_lists import Roles, write_rows
from api.cli.service import composed
from api.cli.tokens import caller_role
from api.development_issuer import development_principal
from api.inquiry import Inquiry
from api.settings import load_settings
from api.use_cases.cohort_match import CohortQuestion, Mentee, MentorPlaces, cohort_match
from ontology.errors import BadInput, MalformedFile
from reasoning.cohorts.terms import Objective

Row = dict[str, str]
SEPARATOR = ";"
"""Between several skills, or several weekly times, in one cell."""


def cohort(
    mentees: Annotated[Path, typer.Option(help="CSV: person,target_role and, if wanted, skills,hours.")],
    mentors: Annotated[Path | None, typer.Option(help="CSV: person[,places,hours]; else all who offer.")] = None,
    objective: Annotated[str, typer.Option(help="score, participation, max_min or stable.")] = "score",
    forbidden: Annotated[Path | None, typer.Option(help="CSV: mentee,mentor of pairs that must not be.")] = None,
    previous: Annotated[Path | None, typer.Option(help="CSV: mentee,mentor of the last round.")] = None,
    keep: Annotated[float, typer.Option(help="A pair of the last round stays unless more than this is gained.")] = 0.05,
    least_hours: Annotated[float, typer.Option(help="Hours a week that a pair must have in common.")] = 1.0,
    why_not: Annotated[list[str] | None, typer.Option(help="MENTEE:MENTOR, to be told why not (repeatable).")] = None,
    output: Annotated[Path | None, typer.Option("--out", help="Write the pairs here: mentee,mentor,score.")] = None,
    role: Annotated[str, typer.Option("--as", help="coach (by name) or planner (by pseudonym).")] = "coach",
    tenant: Tenant = None,
    data_dir: DataDir = None,
    as_json: JsonFlag = False,
) -> None:
    """Match many mentees and mentors at once: places, exclusions, consent of both and common time.

    Several skills or times in one cell are separated by semicolons; times are local, such as MON 09:00-12:30.

    Example: cairn query cohort --mentees round.csv --objective stable --out pairs.csv --json
    """
    settings = load_settings(data_dir=data_dir, tenant=tenant)
    if objective not in list(Objective):
        raise BadInput("There is no such objective.", remedy=f"Use one of {', '.join(Objective)}.")
    wishes = _read(mentees, "person")
    places = _read(mentors, "person") if mentors is not None else []
    with opened(settings) as store, composed(store, settings) as deps:
        inquiry = Inquiry(deps, development_principal(settings.tenant, [caller_role(role)], None))
        roles = Roles(inquiry.snapshot)
        question = CohortQuestion(
            mentees=tuple(_mentee(row, roles, inquiry) for row in wishes),
            mentors=tuple(_mentor(row) for row in places),
            objective=Objective(objective),
            forbidden=_pairs(forbidden),
            least_common_hours=least_hours,
            previous=_pairs(previous),
            keep=keep,
            why_not=tuple(_pair(text) for text in why_not or []),
        )
        document = as_document(cohort_match(inquiry, question))
    if output is not None:
        write_rows(output, ("mentee", "mentor", "score"), pair_rows(document))
    if as_json:
        print_json(document)
    else:
        print_round(out, document)


def _mentee(row: Row, roles: Roles, inquiry: Inquiry) -> Mentee:
    wanted = row.get("target_role", "")
    target = inquiry.snapshot.ids[roles.resolve(wanted)] if wanted else None
    return Mentee(row["person"], target, _several(row.get("skills", "")), _several(row.get("hours", "")))


def _mentor(row: Row) -> MentorPlaces:
    given = row.get("places", "")
    if given and not given.isdecimal():
        raise BadInput("A number of places is no number.", remedy="Write 0, 1, 2 and so on, or leave the cell empty.")
    return MentorPlaces(row["person"], int(given) if given else None, _several(row.get("hours", "")))


def _several(cell: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in cell.split(SEPARATOR) if part.strip())


def _pair(text: str) -> tuple[str, str]:
    mentee, colon, mentor = text.partition(":")
    if not (mentee and colon and mentor):
        raise BadInput("--why-not needs a mentee and a mentor.", remedy="Write it as NE-0042:NE-0007.")
    return mentee.strip(), mentor.strip()


def _pairs(path: Path | None) -> tuple[tuple[str, str], ...]:
    return () if path is None else tuple((row["mentee"], row["mentor"]) for row in _read(path, "mentee", "mentor"))


def _read(path: Path, *needed: str) -> list[Row]:
    """The rows of a CSV file. Raises ``MalformedFile`` when it cannot be read, lacks a column or has an empty id."""
    remedy = f"Give a UTF-8 CSV file with a header and the columns {', '.join(needed)}."
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            rows = [{name: (cell or "").strip() for name, cell in row.items() if name} for row in csv.DictReader(file)]
    except (OSError, UnicodeDecodeError, csv.Error, AttributeError):
        raise MalformedFile(f"{path} cannot be read as CSV.", remedy=remedy) from None
    if any(not row.get(name) for row in rows for name in needed):
        raise MalformedFile(f"{path} lacks a column or an id.", remedy=remedy)
    return rows
