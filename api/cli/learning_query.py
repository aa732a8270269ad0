"""``cairn query learning-plan`` and ``unlocks``, through the same checks as over HTTP."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import orjson
import typer

from api.cli.asking import Json, resolve
from api.cli.explaining import Told, explainable
from api.cli.learning_rendering import print_learning_plan, print_unlocks
from api.cli.options import DataDir, Tenant
from api.cli.options import Json as JsonFlag
from api.cli.query import As, To, asking, put, query_app
from ontology.errors import BadInput, MalformedFile

Needed = Annotated[str, typer.Option("--person", "-p", help="Person id in the HR system.")]
Levels = Annotated[list[str] | None, typer.Option(help="Skill to reach, as SKILL or SKILL=LEVEL (repeatable).")]
Assessed = Annotated[
    list[str] | None,
    typer.Option(help="Level found since, as SKILL=LEVEL, which takes the graph's place (repeatable)."),
]


@query_app.command("learning-plan")
@explainable
def learning_plan(
    person: Needed,
    to: To = None,
    skill: Levels = None,
    objective: Annotated[str, typer.Option(help="What to make small: cost, time or balance.")] = "cost",
    most: Annotated[
        bool, typer.Option("--most", help="Close as much as the limits allow, not all or nothing.")
    ] = False,
    essential_only: Annotated[bool, typer.Option("--essential-only", help="Leave optional skills out.")] = False,
    hours_per_week: Annotated[float, typer.Option(help="Hours to learn in a week.")] = 5.0,
    budget: Annotated[float | None, typer.Option(min=0, help="At most this much money.")] = None,
    currency: Annotated[str | None, typer.Option(help="Currency that counts, where there are several.")] = None,
    starts_on: Annotated[str | None, typer.Option(help="First day (YYYY-MM-DD); default today.")] = None,
    deadline: Annotated[str | None, typer.Option(help="Last day (YYYY-MM-DD).")] = None,
    language: Annotated[list[str] | None, typer.Option(help="Only courses in this language (repeatable).")] = None,
    modality: Annotated[
        list[str] | None, typer.Option(help="Only courses that are online, classroom, blended or on_the_job.")
    ] = None,
    avoid: Annotated[list[str] | None, typer.Option(help="Course not to plan (repeatable).")] = None,
    previous: Annotated[
        Path | None, typer.Option(help="Old plan (the --json output of this command): change as little as possible.")
    ] = None,
    completed: Annotated[list[str] | None, typer.Option(help="Course passed since (repeatable).")] = None,
    failed: Annotated[list[str] | None, typer.Option(help="Course not passed (repeatable).")] = None,
    assessed: Assessed = None,
    under_way: Annotated[
        list[str] | None, typer.Option(help="Course that has begun, as COURSE=HOURS_LEFT (repeatable).")
    ] = None,
    told: Told | None = None,
    no_recency: Annotated[bool, typer.Option("--no-recency", help="Count levels as stated, however old.")] = False,
    role: As = None,
    tenant: Tenant = None,
    data_dir: DataDir = None,
    as_json: JsonFlag = False,
) -> None:
    """Which courses, in which weeks, close the gap at the least cost or in the least time?

    Example: cairn query learning-plan --person NE-0042 --to "Grid Data Scientist" --hours-per-week 6 --budget 6000
    """
    old = None if previous is None else _old_plan(previous)
    wishes, results = ([_level(text) for text in texts or []] for texts in (skill, assessed))
    begun = [_under_way(text) for text in under_way or []]
    with asking(tenant, data_dir, person, role) as ask:
        given: Json = {
            "person": person,
            "skills": [{"skill": resolve(ask, "SKILL", name), "level": level} for name, level in wishes],
            "includeOptional": not essential_only,
            "hoursPerWeek": hours_per_week,
            "budget": budget,
            "currency": currency,
            "startsOn": starts_on,
            "deadline": deadline,
            "languages": language or [],
            "modalities": [one.upper() for one in modality or []],
            "avoid": [resolve(ask, "COURSE", one) for one in avoid or []],
            "objective": objective.upper(),
            "closing": "MOST" if most else "ALL",
            "progress": {
                "completed": [resolve(ask, "COURSE", one) for one in completed or []],
                "failed": [resolve(ask, "COURSE", one) for one in failed or []],
                "assessed": [{"skill": resolve(ask, "SKILL", name), "level": level} for name, level in results],
                "underWay": [{"course": resolve(ask, "COURSE", name), "hoursLeft": left} for name, left in begun],
            },
            "previous": old,
            "recency": not no_recency,
        }
        if to is not None:
            given["targetRole"] = resolve(ask, "ROLE", to)
        put(ask, "learningPlan", {"input": given}, print_learning_plan, told=told, as_json=as_json)


@query_app.command("unlocks")
@explainable
def unlocks(
    person: Needed,
    skills: Annotated[int, typer.Option(min=1, max=2, help="How many skills at once: 1 or 2.")] = 1,
    coverage: Annotated[float, typer.Option(help="Share of the essential requirements that makes a role open.")] = 1.0,
    scheme: Annotated[str, typer.Option(help="Roles of this scheme: company, esco, onet or all.")] = "company",
    first: Annotated[int, typer.Option(min=1, max=50, help="How many.")] = 5,
    told: Told | None = None,
    role: As = None,
    tenant: Tenant = None,
    data_dir: DataDir = None,
    as_json: JsonFlag = False,
) -> None:
    """Which one or two skills would open most roles to this person?

    Example: cairn query unlocks --person NE-0042 --skills 2
    """
    with asking(tenant, data_dir, person, role) as ask:
        given: Json = {
            "person": person,
            "skills": skills,
            "coverage": coverage,
            "scheme": None if scheme == "all" else scheme,
            "first": first,
        }
        put(ask, "unlocks", {"input": given}, print_unlocks, told=told, as_json=as_json)


def _level(text: str) -> tuple[str, float | None]:
    name, _, level = text.rpartition("=") if "=" in text else (text, "", "")
    try:
        return name, float(level) if level else None
    except ValueError:
        raise BadInput(f"{text[:80]!r} states no level.", remedy="Write SKILL=LEVEL, as in Python=3.") from None


def _under_way(text: str) -> tuple[str, float]:
    name, _, hours = text.rpartition("=")
    try:
        return name, float(hours)
    except ValueError:
        raise BadInput(f"{text[:80]!r} states no hours.", remedy="Write COURSE=HOURS, as in SD-101=12.") from None


def _old_plan(file: Path) -> list[Json]:
    try:
        read = orjson.loads(file.read_bytes())
        return [{"course": one["course"]["id"], "beginsOn": one["beginsOn"]} for one in read["courses"]]
    except (OSError, ValueError, KeyError, TypeError):
        raise MalformedFile(
            f"{file} holds no learning plan.", remedy="Give the --json output of `cairn query learning-plan`."
        ) from None
