"""Career paths: from a person or a role to a target role, the k cheapest ways under hard limits, with evidence."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime

import numpy as np
import numpy.typing as npt

from graph.scope import Purpose
from graph.snapshot import Snapshot
from ontology.errors import BadInput
from reasoning.answers import CareerPath, CareerPathAnswer, CareerPathRequest, PathConstraints, PathStep
from reasoning.citing import Citations
from reasoning.consent import require_consent
from reasoning.derived import derived
from reasoning.effort import MONTH, confidence, step_kind
from reasoning.evidence import Claim
from reasoning.grants import Grants
from reasoning.holdings import Holding, holdings
from reasoning.levels import day_number, moment
from reasoning.path_claims import PathClaims
from reasoning.path_steps import StepFacts, step_facts
from reasoning.requirements import Ints
from reasoning.routes import Limits, Route, Terrain, find_routes, terrain
from reasoning.standing import Post, current_post
from reasoning.taxonomy import Taxonomy


def career_path(snapshot: Snapshot, request: CareerPathRequest) -> CareerPathAnswer:
    """The cheapest different ways to the target role under the declared cost model (reasoning.effort).

    A person starts from the role they hold today (or ``start_role``) with what they effectively hold; without a
    person, ``start_role`` starts with what that role is taken to give. Raises ``ConsentMissing`` when the person
    does not allow the purpose and ``BadInput`` when there is no role to start from.
    """
    now = moment(snapshot, request.now)
    post = _current(snapshot, request, now)
    start = request.start_role if request.start_role is not None else post.role if post else None
    if start is None:
        raise BadInput("There is no role to start from.", remedy="Give a start role, or a person who holds one.")
    held = holdings(snapshot, request.person, now) if request.person is not None else {}
    ground = derived(snapshot, terrain)
    base = snapshot.nodes("Role").start
    limits = path_limits(snapshot, request.constraints)
    levels = start_levels(snapshot, ground.grants, held, start if request.person is None else None)
    found = find_routes(ground, start - base, request.target_role - base, levels, limits, request.alternatives)
    told = _Telling(snapshot, ground, held, request.person)
    begin = post if post is not None and post.role == start else None
    opening = told.start(begin)
    paths = tuple(told.path(route) for route in found.routes)
    return CareerPathAnswer(
        subject=told.citations.node(request.person) if request.person is not None else None,
        start=told.citations.node(start),
        target=told.citations.node(request.target_role),
        paths=paths,
        claims=opening if paths else (*opening, *told.no_path(start, request.target_role, begin)),
        expanded=found.expanded,
        exact=found.exact,
    )


def _current(snapshot: Snapshot, request: CareerPathRequest, now: datetime) -> Post | None:
    if request.person is None:
        return None
    require_consent(snapshot, request.person, Purpose.CAREER_PATH, now)
    return current_post(snapshot, request.person, day_number(now))


def path_limits(snapshot: Snapshot, constraints: PathConstraints) -> Limits:
    """The constraints as arrays. A role whose pay, location or job zone is unknown does not pass a limit on it.

    Raises ``UnknownNode`` for a role to avoid or to pass that is not in the graph.
    """
    roles = snapshot.nodes("Role")
    allowed = np.ones(len(roles), dtype=np.bool_)
    if constraints.pay_floor is not None:
        allowed &= _numbers(snapshot, "pay_min") >= constraints.pay_floor
    if constraints.max_job_zone is not None:
        allowed &= _numbers(snapshot, "job_zone") <= constraints.max_job_zone
    if constraints.location is not None:
        wanted = constraints.location.casefold()
        places = (snapshot.text_list("Role", "locations", role) for role in roles)
        allowed &= _flags(any(place.casefold() == wanted for place in listed) for listed in places)
    if constraints.avoid_families:
        families = {name.casefold() for name in constraints.avoid_families}
        named = (snapshot.text("Role", "family", role) or "" for role in roles)
        allowed &= _flags(name.casefold() not in families for name in named)
    for role_id in constraints.avoid:
        allowed[snapshot.resolve("Role", role_id) - roles.start] = False
    months = constraints.max_months
    return Limits(
        max_steps=constraints.max_steps,
        allowed=allowed,
        max_months=None if months is None else round(months * MONTH),
        via=frozenset(snapshot.resolve("Role", role_id) - roles.start for role_id in constraints.via),
        only_observed=constraints.only_observed,
    )


def start_levels(snapshot: Snapshot, grants: Grants, held: Mapping[int, Holding], start_role: int | None) -> Ints:
    """Raw levels by column of what is held at the start, broader skills included."""
    levels = np.zeros(grants.width, dtype=np.int64)
    if start_role is not None:
        span = grants.of(start_role - snapshot.nodes("Role").start)
        levels[grants.columns[span]] = grants.levels[span]
    taxonomy = derived(snapshot, Taxonomy)
    for skill, holding in held.items():
        for broader in taxonomy.broader_or_same(skill):
            column = grants.column_of[broader]
            if column >= 0:
                levels[column] = max(int(levels[column]), holding.level)
    return levels


class _Telling:
    """Turns routes into paths with steps, evidence and claims."""

    def __init__(self, snapshot: Snapshot, ground: Terrain, held: Mapping[int, Holding], person: int | None) -> None:
        self._snapshot, self._ground, self._held, self._person = snapshot, ground, held, person
        self._base = snapshot.nodes("Role").start
        self.citations = Citations(snapshot)
        self._claims = PathClaims(snapshot, self.citations)

    def start(self, post: Post | None) -> tuple[Claim, ...]:
        return (self._claims.holds_role(post),) if post is not None else ()

    def path(self, route: Route) -> CareerPath:
        roles = [role + self._base for role in route.roles]
        steps: list[PathStep] = []
        facts: list[StepFacts] = []
        for number in range(1, len(roles)):
            before = roles[:number] if self._person is None else roles[1:number]
            fact = step_facts(self._snapshot, self._ground, self._held, before, roles[number - 1], roles[number])
            facts.append(fact)
            steps.append(self._step(fact))
        return CareerPath(
            steps=tuple(steps),
            cost=route.cost / MONTH,
            months=route.months / MONTH,
            confidence=round(float(np.prod([step.confidence for step in steps])), 4),
            claims=self._path_claims(facts),
        )

    def no_path(self, start: int, target: int, post: Post | None) -> tuple[Claim, ...]:
        claim = self._claims.no_path(start, target, post)
        return (claim,) if claim is not None else ()

    def _step(self, fact: StepFacts) -> PathStep:
        return PathStep(
            origin=self.citations.node(fact.origin),
            destination=self.citations.node(fact.destination),
            kind=step_kind(self._snapshot, fact.origin, fact.destination),
            cost=fact.cost / MONTH,
            months=fact.months / MONTH,
            confidence=confidence(fact.carried_share, fact.observed, fact.edge_confidence),
            observed_count=fact.observed,
            gained=self.citations.nodes(need.skill for need in fact.missing),
            carried=self.citations.nodes(need.skill for need, _ in fact.carried),
            evidence=self.citations.edges(fact.edges()),
        )

    def _path_claims(self, facts: Sequence[StepFacts]) -> tuple[Claim, ...]:
        steps = [claim for fact in facts for claim in self._claims.step(fact)]
        total = self._claims.total(facts)
        return (*steps, total) if total is not None else tuple(steps)


def _numbers(snapshot: Snapshot, name: str) -> npt.NDArray[np.float64]:
    """A numeric property of all roles, NaN where unknown (which passes no comparison)."""
    roles = snapshot.nodes("Role")
    return snapshot.numbers.get(("Role", name), np.full(len(roles), np.nan))


def _flags(values: Iterable[bool]) -> npt.NDArray[np.bool_]:
    return np.fromiter(values, dtype=np.bool_)
