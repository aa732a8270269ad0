"""Unlocks: which one or two skills, at the level asked for, would open most roles to a person. Counterfactual counts.

A role is open when the requirements it needs are met, or their share by weight reaches the coverage asked for. A
skill that is learned counts for every requirement it covers, exactly as if it were held.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from fractions import Fraction
from functools import partial
from itertools import combinations

from graph.scope import Purpose
from graph.snapshot import Snapshot
from ontology.errors import BadInput
from reasoning.answers import CoverKind, GapStatus
from reasoning.citing import Citations, EdgeAt
from reasoning.consent import require_consent
from reasoning.coverage import Match, match
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


@dataclass(frozen=True, slots=True)
class Closed:
    """A role that is not open: its matches, the unmet ones, and the weight still needed to open it."""

    role: int
    matches: tuple[Match, ...]
    unmet: tuple[Match, ...]
    wanted: int


Opens = Mapping[tuple[int, ...], frozenset[int]]
"""By skills (one or two, ascending): the roles, by position among the closed ones, that they open."""


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
                covering = _covering(self._taxonomy, unmet.requirement.skill)
                at = next((at for at, skill in enumerate(skills) if skill in covering), None)
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


def _covering(taxonomy: Taxonomy, skill: int) -> set[int]:
    return {one for one, cover in taxonomy.covers(skill).items() if cover.kind is not CoverKind.CLOSE}


def opened(closed: Sequence[Closed], taxonomy: Taxonomy, size: int) -> tuple[Opens, Opens]:
    """Roles that single skills open, and roles that only both skills of a pair open.

    Skills are those that some closed role asks for and lacks.
    """
    asked = {unmet.requirement.skill for one in closed for unmet in one.unmet}
    singles: dict[tuple[int, ...], set[int]] = defaultdict(set)
    pairs: dict[tuple[int, ...], set[int]] = defaultdict(set)
    for position, one in enumerate(closed):
        masks: dict[int, list[int]] = defaultdict(list)
        for skill, mask in _masks(one, taxonomy, asked).items():
            masks[mask].append(skill)
        enough = {mask for mask in masks if _opens(one, mask)}
        for mask in enough:
            for skill in masks[mask]:
                singles[(skill,)].add(position)
        if size == 2:
            for first, second in _two(sorted(set(masks) - enough)):
                if _opens(one, first | second):
                    for pair in _pairs(masks[first], masks[second]):
                        pairs[pair].add(position)
    return {key: frozenset(roles) for key, roles in singles.items()}, {
        key: frozenset(roles) for key, roles in pairs.items()
    }


def _masks(one: Closed, taxonomy: Taxonomy, asked: set[int]) -> dict[int, int]:
    """For each skill that helps: which unmet requirements it covers, as bits."""
    masks: dict[int, int] = defaultdict(int)
    for bit, unmet in enumerate(one.unmet):
        for skill in _covering(taxonomy, unmet.requirement.skill) & asked:
            masks[skill] |= 1 << bit
    return masks


def _opens(one: Closed, mask: int) -> bool:
    covered = [unmet for bit, unmet in enumerate(one.unmet) if mask >> bit & 1]
    if len(covered) == len(one.unmet):
        return True
    return one.wanted < sum(unmet.requirement.weight for unmet in one.unmet) and one.wanted <= sum(
        unmet.requirement.weight for unmet in covered
    )


def _two(masks: Sequence[int]) -> Iterator[tuple[int, int]]:
    yield from combinations(masks, 2)


def _pairs(first: Sequence[int], second: Sequence[int]) -> Iterator[tuple[int, int]]:
    for one in first:
        for other in second:
            yield (one, other) if one < other else (other, one)


def _ranked(
    closed: Sequence[Closed], singles: Opens, pairs: Opens, own: _Levels, request: UnlockRequest
) -> list[tuple[tuple[int, ...], frozenset[int]]]:
    found = singles if request.skills == 1 else _united(singles, pairs, request.first)

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


def _united(singles: Opens, pairs: Opens, first: int) -> Opens:
    """Pairs with all that they open, where that is more than either opens alone; enough of them for the first ones."""
    nothing: frozenset[int] = frozenset()
    found: dict[tuple[int, ...], frozenset[int]] = {}

    def consider(pair: tuple[int, ...]) -> None:
        one, other = (singles.get((skill,), nothing) for skill in pair)
        roles = one | other | pairs.get(pair, nothing)
        if len(roles) > max(len(one), len(other)):
            found[pair] = roles

    for pair in pairs:
        consider(pair)
    order = sorted(singles, key=lambda key: (-len(singles[key]), key))
    sizes = sorted((len(roles) for roles in found.values()), reverse=True)
    for at, (one,) in enumerate(order):
        for (other,) in order[at + 1 :]:
            # two skills that open nothing only together open no more than the sum of what each opens
            least = sizes[first - 1] if len(sizes) >= first else 0
            if len(singles[(one,)]) + len(singles[(other,)]) < least:
                break
            pair = (one, other) if one < other else (other, one)
            if pair not in found:
                consider(pair)
                if pair in found:
                    sizes = sorted([*sizes[: first - 1], len(found[pair])], reverse=True)
    return found


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
