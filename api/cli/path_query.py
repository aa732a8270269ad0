"""``cairn query career-path`` and the questions around it, through the same checks as over HTTP."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

import typer

from api.cli.asking import Ask, Json, resolve
from api.cli.explaining import Told, explainable
from api.cli.options import DataDir, Tenant
from api.cli.options import Json as JsonFlag
from api.cli.path_rendering import print_career_path
from api.cli.query import As, AsOf, Person, asking, past, put, query_app
from ontology.errors import BadInput
from reasoning.path_answers import PreferenceKind

To = Annotated[str, typer.Option("--to", help="Target role: id or name.")]
From = Annotated[str | None, typer.Option("--from", help="Start role instead of a person: id or name.")]
Alternatives = Annotated[int, typer.Option(min=1, max=10, help="How many ways.")]
Diversity = Annotated[
    float, typer.Option(min=0, max=1, help="Least distance between two ways: share of roles in between that differ.")
]
MaxSteps = Annotated[int, typer.Option(min=1, max=8)]
MaxMonths = Annotated[float | None, typer.Option(min=0)]
Budget = Annotated[float | None, typer.Option(min=0, help="All courses of a way together cost at most this.")]
PayFloor = Annotated[float | None, typer.Option(min=0, help="No role on the way may pay less.")]
Location = Annotated[str | None, typer.Option(help="Every role on the way must exist there.")]
MaxJobZone = Annotated[int | None, typer.Option(min=1, max=5, help="No role on the way above this O*NET job zone.")]
Avoid = Annotated[list[str] | None, typer.Option(help="Role to avoid (id or name; repeatable).")]
AvoidFamily = Annotated[list[str] | None, typer.Option(help="Job family to avoid (repeatable).")]
Via = Annotated[list[str] | None, typer.Option(help="Role to pass through (id or name; repeatable).")]
ViaFamily = Annotated[list[str] | None, typer.Option(help="Job family to pass through (repeatable).")]
OnlyObserved = Annotated[bool, typer.Option("--only-observed", help="Only moves people have made.")]
OnlyInternal = Annotated[bool, typer.Option("--only-internal", help="Only roles of the company itself.")]
OnlyOpenings = Annotated[bool, typer.Option("--only-openings", help="Only roles with an open posting.")]
Kind = Annotated[
    list[str] | None, typer.Option(help="Only such moves: promotion, lateral, step_down, unknown (repeatable).")
]
Prefer = Annotated[
    list[str] | None,
    typer.Option(
        help="Wish, as KIND[=VALUE][:MONTHS]: family=Data:3, location=Berlin, pay=60000, observed or opening."
    ),
]


@dataclass(frozen=True, slots=True)
class Wishes:
    """What a command line asks about a path beside its limits."""

    to: str
    person: str | None
    start: str | None
    alternatives: int
    min_diversity: float
    prefer: list[str]


def path_input(ask: Ask, wishes: Wishes, limits: Json) -> Json:
    """The input of careerPath, names resolved."""
    constraints = {
        name: [resolve(ask, "ROLE", one) for one in value or []] if name in ("avoid", "via") else value
        for name, value in limits.items()
        if value is not None
    }
    given: Json = {
        "targetRole": resolve(ask, "ROLE", wishes.to),
        "alternatives": wishes.alternatives,
        "minDiversity": wishes.min_diversity,
        "constraints": constraints,
        "preferences": [preference(text) for text in wishes.prefer],
    }
    if wishes.person:
        return given | {"person": wishes.person}
    return given | ({"startRole": resolve(ask, "ROLE", wishes.start)} if wishes.start else {})


def preference(text: str) -> Json:
    """A wish out of ``KIND[=VALUE][:MONTHS]``. Raises ``BadInput``."""
    head, _, weight = text.partition(":")
    name, _, value = head.partition("=")
    try:
        kind = PreferenceKind(name.strip().casefold())
        found: Json = {"kind": kind.name} | ({"months": float(weight)} if weight else {})
        if kind is PreferenceKind.PAY:
            return found | {"number": float(value)}
        return found | ({"text": value} if value else {})
    except ValueError:
        raise BadInput(
            f"{text[:80]!r} is no wish.", remedy="Write KIND[=VALUE][:MONTHS], for example family=Data:3."
        ) from None


@query_app.command("career-path")
@explainable
def career_path(
    to: To,
    person: Person = None,
    start: From = None,
    alternatives: Alternatives = 3,
    min_diversity: Diversity = 0.5,
    max_steps: MaxSteps = 4,
    max_months: MaxMonths = None,
    budget: Budget = None,
    pay_floor: PayFloor = None,
    location: Location = None,
    max_job_zone: MaxJobZone = None,
    avoid: Avoid = None,
    avoid_family: AvoidFamily = None,
    via: Via = None,
    via_family: ViaFamily = None,
    kind: Kind = None,
    only_observed: OnlyObserved = False,
    only_internal: OnlyInternal = False,
    only_openings: OnlyOpenings = False,
    prefer: Prefer = None,
    told: Told | None = None,
    as_of: AsOf = None,
    role: As = None,
    tenant: Tenant = None,
    data_dir: DataDir = None,
    as_json: JsonFlag = False,
) -> None:
    """How can this person (or someone in this role) get to that role?

    Example: cairn query career-path --person NE-0042 --to "Grid Data Scientist"
    """
    limits: Json = {
        "maxSteps": max_steps,
        "maxMonths": max_months,
        "budget": budget,
        "payFloor": pay_floor,
        "location": location,
        "maxJobZone": max_job_zone,
        "avoid": avoid,
        "avoidFamilies": avoid_family,
        "via": via,
        "viaFamilies": via_family,
        "kinds": [one.upper() for one in kind] if kind else None,
        "onlyObserved": only_observed,
        "onlyInternal": only_internal,
        "onlyOpenings": only_openings,
    }
    wishes = Wishes(to, person, start, alternatives, min_diversity, prefer or [])
    with asking(tenant, data_dir, person, role) as ask:
        given = path_input(ask, wishes, limits)
        put(ask, "careerPath", {"input": given, **past(as_of)}, print_career_path, told=told, as_json=as_json)
