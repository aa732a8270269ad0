"""Unlocks: which one or two skills, at the level asked for, would open most roles to a person. Counterfactual counts.

A role is open when the requirements it needs are met, or their share by weight reaches the coverage asked for. A
skill that is learned counts for every requirement it covers, exactly as if it were held.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from fractions import Fraction
from functools import partial

from graph.scope import Purpose
from graph.snapshot import Snapshot
from ontology.errors import BadInput
from reasoning.answers import CoverKind, GapStatus
from reasoning.citing import Citations, EdgeAt
from reasoning.consent import require_consent
from reasoning.coverage import match
from reasoning.derived import derived
from reasoning.evidence import Claim, EdgeRef, NodeRef
from reasoning.fading import RecencyRule, rules
from reasoning.gap_claims import Fading
from reasoning.holdings import Holding, as_stated, holdings
from reasoning.levels import day_number, level_of, moment
from reasoning.recency import level_rule, rule_for
from reasoning.requirements import needs
from reasoning.standing import current_post
from reasoning.taxonomy import Taxonomy
from reasoning.unlock_claims import UnlockClaims
from reasoning.unlock_counts import Closed, Opens, covering, opened, united

MAX_TOLD = 10
"""How many of the roles that an unlock opens are told with their evidence; the count is of all."""


@dataclass(frozen=True, slots=True)
class UnlockRequest:
    """For whom, among the roles of which scheme, by how many skills at once (1 or 2), and what counts as open."""

    person: int
    skills: int = 1
    coverage: float = 1.0
    scheme: str | None = "company"
    first: int = 10
    recency: bool = True
    now: datetime | None = None


@dataclass(frozen=True, slots=True)
class LearnedSkill:
    """A skill of an unlock, the level to reach in it, and the level held today."""

    skill: NodeRef
    level: float | None
    held_level: float


@dataclass(frozen=True, slots=True)
class OpenedRole:
    """A role that opens, how many of its requirements are met today, and the claim that says so."""

    role: NodeRef
    met: int
    total: int
    evidence: tuple[EdgeRef, ...]
    claims: tuple[Claim, ...]


@dataclass(frozen=True, slots=True)
class Unlock:
    """What to learn, how many roles that opens, and the first of these."""

    skills: tuple[LearnedSkill, ...]
    count: int
    roles: tuple[OpenedRole, ...]


@dataclass(frozen=True, slots=True)
class UnlockAnswer:
    """Unlocks, most roles first; ``open_now`` of the ``considered`` roles are open already."""

    subject: NodeRef
    coverage: float
    considered: int
    open_now: int
    unlocks: tuple[Unlock, ...]
    claims: tuple[Claim, ...] = ()
    recency: tuple[RecencyRule, ...] = ()


def unlocks(snapshot: Snapshot, request: UnlockRequest) -> UnlockAnswer:
    """Rank skills, or pairs of skills, by the number of roles that open once they are held.

    Order: most roles, then the fewest levels to gain, then the skills. A pair is listed when it opens more than
    either of its skills alone. Raises ``ConsentMissing`` and ``BadInput``.
    """
    if request.skills not in (1, 2) or not 0 < request.coverage <= 1 or request.first < 1:
        raise BadInput(
            "One or two skills, a coverage above 0 up to 1, at least one unlock.", remedy="Ask within these bounds."
        )
    now = moment(snapshot, request.now)
    require_consent(snapshot, request.person, Purpose.SKILL_GAP, now)
    taxonomy = derived(snapshot, Taxonomy)
    held = holdings(
        snapshot, request.person, now, level_rule(snapshot, request.person, now) if request.recency else as_stated
    )
    considered, closed = _closed(snapshot, request, held, taxonomy)
    singles, pairs = opened(closed, taxonomy, request.skills)
    own = _Levels(held, taxonomy)
    ranked = _ranked(closed, singles, pairs, own, request)
    citations = Citations(snapshot)
    post = current_post(snapshot, request.person, day_number(now))
    anchor: EdgeAt | None = ("HOLDS_ROLE", post.position) if post is not None else None
    fading = Fading(now.astimezone(UTC).date(), partial(rule_for, snapshot))
    claims = UnlockClaims(citations, request.person, anchor, fading)
    told = tuple(_told(citations, claims, closed, skills, roles, own) for skills, roles in ranked)
    applied = tuple(rules().values()) if request.recency else ()
    return UnlockAnswer(
        citations.node(request.person), request.coverage, considered, considered - len(closed), told, recency=applied
    )


class _Levels:
    """Levels held of a skill through whatever covers it, and levels that an unlock asks for."""

    def __init__(self, held: Mapping[int, Holding], taxonomy: Taxonomy) -> None:
        self._held, self._taxonomy = held, taxonomy

    def held(self, skill: int) -> int:
        """Raw level that counts today."""
        covers = self._taxonomy.covers(skill).items()
        levels = (
            self._held[one].level for one, cover in covers if cover.kind is not CoverKind.CLOSE and one in self._held
        )
        return max(levels, default=0)

    def asked(self, skills: Sequence[int], closed: Sequence[Closed], roles: frozenset[int]) -> list[int]:
        """Raw level to reach in each skill; a requirement that both cover is the first one's."""
        wanted = [0] * len(skills)
        for role in roles:
            for unmet in closed[role].unmet:
                able = covering(self._taxonomy, unmet.requirement.skill)
                at = next((at for at, skill in enumerate(skills) if skill in able), None)
                if at is not None:
                    wanted[at] = max(wanted[at], unmet.requirement.threshold)
        return wanted


def _closed(
    snapshot: Snapshot, request: UnlockRequest, held: Mapping[int, Holding], taxonomy: Taxonomy
) -> tuple[int, list[Closed]]:
    """How many roles need something, and those of them that are not open."""
    considered, closed = 0, []
    share = Fraction(str(request.coverage))
    for role in snapshot.nodes("Role"):
        if request.scheme is not None and snapshot.text("Role", "scheme", role) != request.scheme:
            continue
        matches = tuple(match(one, held, taxonomy) for one in needs(snapshot, role))
        if not matches:
            continue
        considered += 1
        total = sum(one.requirement.weight for one in matches)
        unmet = tuple(one for one in matches if one.status is not GapStatus.MET)
        missing = sum(one.requirement.weight for one in unmet)
        # what must still be met so that met / total reaches the share; at full coverage that is every requirement
        wanted = missing - int(total * (1 - share))
        if unmet and (share == 1 or wanted > 0):
            closed.append(Closed(role, matches, unmet, wanted))
    return considered, closed


def _ranked(
    closed: Sequence[Closed], singles: Opens, pairs: Opens, own: _Levels, request: UnlockRequest
) -> list[tuple[tuple[int, ...], frozenset[int]]]:
    found = singles if request.skills == 1 else united(singles, pairs, request.first)

    def order(item: tuple[tuple[int, ...], frozenset[int]]) -> tuple[int, int, tuple[int, ...]]:
        skills, roles = item
        levels = own.asked(skills, closed, roles)
        gain = sum(max(0, level - own.held(skill)) for level, skill in zip(levels, skills, strict=True))
        return -len(roles), gain, skills

    counts = sorted((len(roles) for roles in found.values()), reverse=True)
    least = counts[min(request.first, len(counts)) - 1] if counts else 0
    return sorted(((skills, roles) for skills, roles in found.items() if len(roles) >= least), key=order)[
        : request.first
    ]


def _told(
    citations: Citations,
    claims: UnlockClaims,
    closed: Sequence[Closed],
    skills: tuple[int, ...],
    roles: frozenset[int],
    own: _Levels,
) -> Unlock:
    levels = own.asked(skills, closed, roles)
    learned = tuple(
        LearnedSkill(citations.node(skill), level_of(level) if level > 1 else None, level_of(own.held(skill)))
        for skill, level in zip(skills, levels, strict=True)
    )
    order = sorted(roles, key=lambda at: (len(closed[at].unmet), closed[at].role))
    shown = []
    for at in order[:MAX_TOLD]:
        one = closed[at]
        claim = claims.within_reach(citations.node(one.role), one.matches)
        told = (claim,) if claim is not None else ()
        shown.append(
            OpenedRole(
                citations.node(one.role),
                len(one.matches) - len(one.unmet),
                len(one.matches),
                claim.edges if claim is not None else (),
                told,
            )
        )
    return Unlock(learned, len(roles), tuple(shown))
