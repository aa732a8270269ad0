"""``cairn query why-not | sensitivity | what-if | reachable | who-could-reach``: the questions around career paths."""

from __future__ import annotations

from typing import Annotated

import typer

from api.cli.asking import Ask, Json, resolve
from api.cli.explaining import Told, explainable
from api.cli.options import DataDir, Tenant
from api.cli.options import Json as JsonFlag
from api.cli.path_inquiry_rendering import (
    print_reachable,
    print_sensitivity,
    print_what_if,
    print_who_could_reach,
    print_why_not,
)
from api.cli.path_query import (
    Alternatives,
    Avoid,
    Budget,
    Diversity,
    From,
    MaxMonths,
    MaxSteps,
    OnlyObserved,
    Prefer,
    To,
    Wishes,
    path_input,
    preference,
)
from api.cli.query import As, Person, asking, put, query_app
from ontology.errors import BadInput

Learn = Annotated[list[str] | None, typer.Option(help="Suppose a skill: NAME[=LEVEL] (repeatable).")]
Open = Annotated[list[str] | None, typer.Option("--open", help="Suppose a move: FROM->TO[=TIMES] (repeatable).")]
Close = Annotated[list[str] | None, typer.Option(help="Suppose a role is no more (repeatable).")]
Need = Annotated[list[str] | None, typer.Option(help="Suppose a role asks for a skill: ROLE:SKILL[=LEVEL].")]
Drop = Annotated[list[str] | None, typer.Option(help="Suppose a role no longer asks for a skill: ROLE:SKILL.")]
Horizon = Annotated[float, typer.Option("--months", min=0, help="The horizon.")]


def _limits(
    max_steps: int, max_months: float | None, budget: float | None, avoid: list[str] | None, *, only_observed: bool
) -> Json:
    limits: Json = {"maxSteps": max_steps, "maxMonths": max_months, "budget": budget, "avoid": avoid}
    return limits | {"onlyObserved": only_observed}


@query_app.command("why-not")
@explainable
def why_not(
    missed: Annotated[list[str], typer.Argument(help="A role; or with --way the roles of a way, in order.")],
    to: To,
    person: Person = None,
    start: From = None,
    way: Annotated[bool, typer.Option("--way", help="The arguments are the roles of one way.")] = False,
    alternatives: Alternatives = 3,
    min_diversity: Diversity = 0.5,
    max_steps: MaxSteps = 4,
    max_months: MaxMonths = None,
    budget: Budget = None,
    avoid: Avoid = None,
    only_observed: OnlyObserved = False,
    prefer: Prefer = None,
    told: Told | None = None,
    role: As = None,
    tenant: Tenant = None,
    data_dir: DataDir = None,
    as_json: JsonFlag = False,
) -> None:
    """Why is that role or way not among the paths?

    Example: cairn query why-not "Data Scientist" --person NE-0042 --to "Grid Data Scientist" --alternatives 1
    """
    if len(missed) > 1 and not way:
        raise BadInput("Several roles were given.", remedy="Give one role, or say --way.")
    wishes = Wishes(to, person, start, alternatives, min_diversity, prefer or [])
    limits = _limits(max_steps, max_months, budget, avoid, only_observed=only_observed)
    with asking(tenant, data_dir, person, role) as ask:
        roles = [resolve(ask, "ROLE", name) for name in missed]
        given: Json = {"question": path_input(ask, wishes, limits)} | ({"path": roles} if way else {"role": roles[0]})
        put(ask, "whyNot", {"input": given}, print_why_not, told=told, as_json=as_json)


@query_app.command("sensitivity")
@explainable
def sensitivity(
    to: To,
    person: Person = None,
    start: From = None,
    max_steps: MaxSteps = 4,
    max_months: MaxMonths = None,
    budget: Budget = None,
    avoid: Avoid = None,
    only_observed: OnlyObserved = False,
    prefer: Prefer = None,
    told: Told | None = None,
    role: As = None,
    tenant: Tenant = None,
    data_dir: DataDir = None,
    as_json: JsonFlag = False,
) -> None:
    """Which single fact would change the best path if it were not so?

    Example: cairn query sensitivity --person NE-0042 --to "Grid Data Scientist"
    """
    wishes = Wishes(to, person, start, 1, 0.0, prefer or [])
    limits = _limits(max_steps, max_months, budget, avoid, only_observed=only_observed)
    with asking(tenant, data_dir, person, role) as ask:
        given = {"input": path_input(ask, wishes, limits)}
        put(ask, "pathSensitivity", given, print_sensitivity, told=told, as_json=as_json)


@query_app.command("what-if")
@explainable
def what_if(
    to: To,
    person: Person = None,
    start: From = None,
    learn: Learn = None,
    opened: Open = None,
    need: Need = None,
    drop: Drop = None,
    close: Close = None,
    alternatives: Alternatives = 3,
    min_diversity: Diversity = 0.5,
    max_steps: MaxSteps = 4,
    max_months: MaxMonths = None,
    only_observed: OnlyObserved = False,
    told: Told | None = None,
    role: As = None,
    tenant: Tenant = None,
    data_dir: DataDir = None,
    as_json: JsonFlag = False,
) -> None:
    """What would the paths be if...? Nothing is written.

    Example: cairn query what-if --person NE-0042 --to "Grid Data Scientist" --learn "Machine learning=4"
    """
    wishes = Wishes(to, person, start, alternatives, min_diversity, [])
    limits = _limits(max_steps, max_months, None, None, only_observed=only_observed)
    with asking(tenant, data_dir, person, role) as ask:
        given: Json = {
            "question": path_input(ask, wishes, limits),
            "learn": [_learned(ask, text) for text in learn or []],
            "open": [_opened(ask, text) for text in opened or []],
            "needs": [_need(ask, text) for text in need or []]
            + [_need(ask, text) | {"dropped": True} for text in drop or []],
            "close": [resolve(ask, "ROLE", text) for text in close or []],
        }
        put(ask, "whatIf", {"input": given}, print_what_if, told=told, as_json=as_json)


@query_app.command("reachable")
@explainable
def reachable(
    person: Person = None,
    start: From = None,
    months: Horizon = 24.0,
    max_steps: MaxSteps = 4,
    budget: Budget = None,
    avoid: Avoid = None,
    only_observed: OnlyObserved = False,
    interest: Annotated[
        list[str] | None, typer.Option(help="A role, skill or family of interest, as role=, skill= or family=NAME.")
    ] = None,
    interest_months: Annotated[float, typer.Option(min=0, max=120, help="Months that full interest is worth.")] = 12.0,
    first: Annotated[int, typer.Option(min=1, max=50)] = 10,
    prefer: Prefer = None,
    told: Told | None = None,
    role: As = None,
    tenant: Tenant = None,
    data_dir: DataDir = None,
    as_json: JsonFlag = False,
) -> None:
    """Which roles are within reach, the most wanted first?

    Example: cairn query reachable --person NE-0042 --months 36
    """
    limits = _limits(max_steps, months, budget, avoid, only_observed=only_observed)
    with asking(tenant, data_dir, person, role) as ask:
        avoided = [resolve(ask, "ROLE", name) for name in avoid or []]
        given: Json = {
            "constraints": {name: value for name, value in limits.items() if value is not None} | {"avoid": avoided},
            "preferences": [preference(text) for text in prefer or []],
            "interestMonths": interest_months,
            "first": first,
            **_interests(ask, interest or []),
        }
        given |= {"person": person} if person else {"startRole": resolve(ask, "ROLE", start)} if start else {}
        put(ask, "reachableRoles", {"input": given}, print_reachable, told=told, as_json=as_json)


@query_app.command("who-could-reach")
@explainable
def who_could_reach(
    to: To,
    months: Horizon = 24.0,
    max_steps: MaxSteps = 4,
    only_observed: OnlyObserved = False,
    first: Annotated[int, typer.Option(min=1, max=50)] = 10,
    told: Told | None = None,
    role: As = None,
    tenant: Tenant = None,
    data_dir: DataDir = None,
    as_json: JsonFlag = False,
) -> None:
    """Who could reach that role? Coaches see people who agreed, planners counts of five and more.

    Example: cairn query who-could-reach --to "Grid Data Scientist" --months 36 --as coach
    """
    limits = {"maxSteps": max_steps, "maxMonths": months, "onlyObserved": only_observed}
    with asking(tenant, data_dir, None, role) as ask:
        given: Json = {"targetRole": resolve(ask, "ROLE", to), "constraints": limits, "first": first}
        put(ask, "whoCouldReach", {"input": given}, print_who_could_reach, told=told, as_json=as_json)


# -- what is typed ---------------------------------------------------------------------------------------------


def _valued(text: str) -> tuple[str, str]:
    name, _, value = text.rpartition("=")
    return (name, value) if name else (text, "")


def _number(text: str, default: float) -> float:
    try:
        return float(text) if text else default
    except ValueError:
        raise BadInput(f"{text[:40]!r} is no number.", remedy="Write the number after the equals sign.") from None


def _learned(ask: Ask, text: str) -> Json:
    name, level = _valued(text)
    return {"skill": resolve(ask, "SKILL", name), "level": _number(level, 3.0)}


def _opened(ask: Ask, text: str) -> Json:
    ends, times = _valued(text)
    origin, arrow, destination = ends.partition("->")
    if not arrow:
        raise BadInput(f"{text[:80]!r} is no move.", remedy="Write FROM->TO[=TIMES].")
    found = {"from": resolve(ask, "ROLE", origin.strip()), "to": resolve(ask, "ROLE", destination.strip())}
    return found | {"observed": int(_number(times, 1.0))}


def _need(ask: Ask, text: str) -> Json:
    both, level = _valued(text)
    named, colon, skill = both.partition(":")
    if not colon:
        raise BadInput(f"{text[:80]!r} is no requirement.", remedy="Write ROLE:SKILL[=LEVEL].")
    found: Json = {"role": resolve(ask, "ROLE", named.strip()), "skill": resolve(ask, "SKILL", skill.strip())}
    return found | ({"level": _number(level, 0.0)} if level else {})


def _interests(ask: Ask, texts: list[str]) -> Json:
    found: Json = {"roles": [], "skills": [], "families": []}
    for text in texts:
        kind, _, name = text.partition("=")
        match kind.casefold():
            case "role":
                found["roles"].append(resolve(ask, "ROLE", name))
            case "skill":
                found["skills"].append(resolve(ask, "SKILL", name))
            case "family":
                found["families"].append(name)
            case _:
                raise BadInput(f"{text[:80]!r} is no interest.", remedy="Write role=, skill= or family=NAME.")
    return found
