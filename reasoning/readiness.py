"""What it means when roles change or end: who is affected, which skills go with them, which roles are within reach.

For planners, so it speaks of roles and of how many people hold them, never of anybody: what people can do is not
collected for analytics (ontology, ``purposes``) and is not read here. Small numbers are not told.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from graph.scope import Purpose
from graph.snapshot import Snapshot
from ontology.errors import BadInput
from reasoning.answers import GapStatus
from reasoning.citing import Citations, EdgeAt
from reasoning.courses import every_offer
from reasoning.coverage import match
from reasoning.derived import derived
from reasoning.evidence import EdgeRef, NodeRef
from reasoning.holdings import Basis, Holding
from reasoning.levels import UNSTATED_LEVEL, day_number, moment
from reasoning.openings import opening
from reasoning.requirements import Requirement, requirements
from reasoning.standing import current_post
from reasoning.taxonomy import Taxonomy
from reasoning.transitions import Neighbour, Order, adjacent

LEAST_TOLD = 5
"""Fewer people than this are not told: the number of a small group says something about each of them."""

FEASIBLE = 0.5
"""From this feasibility on, or where people have made the move, a role counts as a way out."""

LOOKED_AT = 40
"""How many of the easiest roles are looked at for offers."""


@dataclass(frozen=True, slots=True)
class ReadinessRequest:
    """Roles that change or end, and how many ways out of each are wanted. ``refused`` are people not to be counted."""

    roles: tuple[int, ...]
    first: int = 3
    refused: tuple[int, ...] = ()
    now: datetime | None = None


@dataclass(frozen=True, slots=True)
class SkillAtRisk:
    """A skill that an affected role asks for, and how many other roles of the company ask for it too."""

    skill: NodeRef
    essential: bool
    asked_elsewhere: int
    evidence: EdgeRef


@dataclass(frozen=True, slots=True)
class WayOut:
    """A role within reach: feasibility, how often the move was made, what carries over, what has to be learned.

    ``taught`` counts the skills to be learned that some course brings to the level asked for.
    """

    role: NodeRef
    feasibility: float
    direction: str
    observed: int
    carried: tuple[NodeRef, ...]
    to_learn: tuple[NodeRef, ...]
    taught: int
    open_posting: bool
    evidence: tuple[EdgeRef, ...]


@dataclass(frozen=True, slots=True)
class RoleImpact:
    """An affected role: how many hold it today (None: fewer than are told), skills at risk, ways out."""

    role: NodeRef
    holders: int | None
    skills: tuple[SkillAtRisk, ...]
    ways_out: tuple[WayOut, ...]


@dataclass(frozen=True, slots=True)
class ReadinessAnswer:
    """The affected roles, and over those whose numbers are told: people, and people whose role has a way out."""

    roles: tuple[RoleImpact, ...]
    people: int
    with_way_out: int
    roles_not_told: int


def readiness(snapshot: Snapshot, request: ReadinessRequest) -> ReadinessAnswer:
    """What happens to the roles and where their people could go. Raises ``BadInput`` when no role is given."""
    if not request.roles:
        raise BadInput("No role is given.", remedy="Name the roles that change or end.")
    telling = _Telling(snapshot, request)
    impacts = tuple(telling.impact(role) for role in dict.fromkeys(request.roles))
    told = [impact for impact in impacts if impact.holders is not None]
    return ReadinessAnswer(
        roles=impacts,
        people=sum(impact.holders or 0 for impact in told),
        with_way_out=sum(impact.holders or 0 for impact in told if impact.ways_out),
        roles_not_told=len(impacts) - len(told),
    )


def holders(snapshot: Snapshot, role: int, now: datetime) -> list[int]:
    """Who holds the role today, has not left and allows analytics."""
    edges = snapshot.edges("HOLDS_ROLE")
    found = []
    for person in sorted(set(edges.sources(role).tolist())):
        left = snapshot.number("Person", "left_on", person)
        post = current_post(snapshot, person, day_number(now))
        here = post is not None and post.role == role and (left is None or left > day_number(now))
        if here and snapshot.consents(person, Purpose.ANALYTICS.value, now):
            found.append(person)
    return found


class _Telling:
    """Works out the parts for one request."""

    def __init__(self, snapshot: Snapshot, request: ReadinessRequest) -> None:
        self._snapshot, self._request = snapshot, request
        self._now = moment(snapshot, request.now)
        self._affected = set(request.roles)
        self._refused = set(request.refused)
        self._taxonomy = derived(snapshot, Taxonomy)
        self._cite = Citations(snapshot)

    def impact(self, role: int) -> RoleImpact:
        """One affected role."""
        counted = [one for one in holders(self._snapshot, role, self._now) if one not in self._refused]
        asked = requirements(self._snapshot, role)
        return RoleImpact(
            role=self._cite.node(role),
            holders=len(counted) if len(counted) >= LEAST_TOLD else None,
            skills=tuple(self._at_risk(item) for item in asked),
            ways_out=self._ways_out(role, asked),
        )

    def _at_risk(self, item: Requirement) -> SkillAtRisk:
        snapshot = self._snapshot
        asking = set(snapshot.edges("REQUIRES_SKILL").sources(item.skill).tolist())
        elsewhere = [role for role in asking - self._affected if self._ours(role)]
        edge = self._cite.edge(("REQUIRES_SKILL", item.position))
        return SkillAtRisk(self._cite.node(item.skill), item.essential, len(elsewhere), edge)

    def _ours(self, role: int) -> bool:
        return self._snapshot.tenants[int(self._snapshot.tenant_codes[role])] == self._snapshot.version.tenant_id

    def _ways_out(self, role: int, asked: list[Requirement]) -> tuple[WayOut, ...]:
        held = {
            item.skill: Holding(
                item.skill, item.level or UNSTATED_LEVEL, Basis.STATED, (("REQUIRES_SKILL", item.position),)
            )
            for item in asked
        }
        near = adjacent(self._snapshot, role, Order.FEASIBILITY, LOOKED_AT)
        found = [self._way(role, one, held) for one in near if one.role not in self._affected and self._ours(one.role)]
        within = [one for one in found if one.feasibility >= FEASIBLE or one.observed > 0]
        return tuple(within[: self._request.first])

    def _way(self, role: int, near: Neighbour, held: dict[int, Holding]) -> WayOut:
        snapshot = self._snapshot
        edges: list[EdgeAt] = []
        moves = snapshot.edges("TRANSITIONS_TO")
        move = moves.find(role, near.role)
        observed = 0
        if move is not None:
            edges.append(("TRANSITIONS_TO", move))
            observed = int(moves.columns["observed_count"].number(move) or 0)
        matched = [match(item, held, self._taxonomy) for item in requirements(snapshot, near.role) if item.essential]
        missing = [one for one in matched if one.status is not GapStatus.MET]
        edges += [("REQUIRES_SKILL", one.requirement.position) for one in matched]
        taught = sum(any(offer.closes for offer in every_offer(snapshot, one, self._taxonomy, ())) for one in missing)
        posting = opening(snapshot, near.role, day_number(self._now))
        edges += [posting.edge] if posting is not None else []
        return WayOut(
            role=self._cite.node(near.role),
            feasibility=near.score,
            direction=str(near.direction),
            observed=observed,
            carried=self._cite.nodes(one.requirement.skill for one in matched if one.status is GapStatus.MET),
            to_learn=self._cite.nodes(one.requirement.skill for one in missing),
            taught=taught,
            open_posting=posting is not None,
            evidence=self._cite.edges(edges),
        )
