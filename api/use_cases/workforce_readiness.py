"""What happens to roles that change or end, for planners: counts and roles, nobody by name or pseudonym."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from api.authorization import Operation
from api.inquiry import Inquiry
from api.readback import Withheld, gone, missing, read_cited
from api.recording.questions import Asked
from api.use_cases.answered import Answered, answered
from graph.scope import Purpose
from graph.store import CitedEdge
from ontology.errors import BadInput
from reasoning.evidence import Claim, EdgeRef
from reasoning.readiness import ReadinessAnswer, ReadinessRequest, RoleImpact, holders

MAX_ROLES = 50
MAX_FIRST = 10


@dataclass(frozen=True, slots=True)
class ReadinessQuestion:
    """Ids of the roles as the caller sends them, and how many ways out of each are wanted."""

    roles: tuple[str, ...]
    first: int = 3


@dataclass(frozen=True, slots=True)
class ReadinessFound:
    """The answer. It makes no claims in sentences: its numbers are counts over people who are not told."""

    found: ReadinessAnswer

    @property
    def claims(self) -> tuple[Claim, ...]:
        """None."""
        return ()


def workforce_readiness(inquiry: Inquiry, question: ReadinessQuestion) -> Answered[ReadinessFound]:
    """Answer the question for this caller. Raises ``BadInput``, ``UnknownNode`` or ``AccessDenied``."""
    inquiry.permit(Operation.WORKFORCE_READINESS, Purpose.ANALYTICS)
    if not 1 <= len(question.roles) <= MAX_ROLES:
        raise BadInput("No role is given, or too many.", remedy=f"Name 1 to {MAX_ROLES} roles.")
    if not 1 <= question.first <= MAX_FIRST:
        raise BadInput(f"{question.first} ways out are asked for.", remedy=f"Ask for 1 to {MAX_FIRST} ways out.")
    roles = tuple(inquiry.catalogue("Role", role) for role in question.roles)
    request = ReadinessRequest(roles, question.first, _refusing(inquiry, roles), inquiry.now)
    found = inquiry.deps.reasoning.readiness(inquiry.snapshot, request)
    evidence = [edge for impact in found.roles for edge in _edges(impact)]
    live = read_cited(inquiry.deps.store, inquiry.principal.scope(Purpose.PUBLIC), evidence, inquiry.now)
    withheld: list[Withheld] = []
    shown = replace(found, roles=tuple(_standing(impact, live, withheld) for impact in found.roles))
    asked = Asked("workforce_readiness", request, found)
    return answered(inquiry, Purpose.ANALYTICS, ReadinessFound(shown), [], live, withheld, asked)


def _refusing(inquiry: Inquiry, roles: tuple[int, ...]) -> tuple[int, ...]:
    """Holders who have withdrawn since the snapshot."""
    people = [person for role in dict.fromkeys(roles) for person in holders(inquiry.snapshot, role, inquiry.now)]
    inquiry.load_consents(people)
    return tuple(person for person in people if not inquiry.consents(person, Purpose.ANALYTICS))


def _edges(impact: RoleImpact) -> list[EdgeRef]:
    return [skill.evidence for skill in impact.skills] + [edge for way in impact.ways_out for edge in way.evidence]


def _standing(impact: RoleImpact, live: Mapping[str, CitedEdge], withheld: list[Withheld]) -> RoleImpact:
    """The impact without the skills and ways whose edges are gone."""
    ways = []
    for way in impact.ways_out:
        lost = missing(way.evidence, live)
        if lost:
            withheld.append(gone("way out", lost))
        else:
            ways.append(way)
    skills = [skill for skill in impact.skills if skill.evidence.edge_id in live]
    withheld += [gone("skill", (one.evidence.edge_id,)) for one in impact.skills if one.evidence.edge_id not in live]
    return replace(impact, skills=tuple(skills), ways_out=tuple(ways))
