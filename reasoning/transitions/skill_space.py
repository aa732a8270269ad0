"""The skill space: how much of what a role asks for is held by somebody in another role. Pure and directional.

Rows are the roles that speak of skills by name (ESCO's and a company's). Every table is a *share of what the
destination wants that the origin holds*, weighed by how rare it is, so one skill more never lowers a value:
the skill itself may become less rare, but then less is missing, too.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias, TypeVar

import numpy as np
import numpy.typing as npt

from graph.snapshot import Snapshot
from ontology.model import REFERENCE_TENANT
from reasoning.transitions.skill_kinship import kinship
from reasoning.transitions.sparse import Floats, Ints, Table, coverage
from reasoning.transitions.topics import Topics
from reasoning.transitions.words import stems

_OPTIONAL = 0.5
_SAME = {"exact": 0, "close": 1}


@dataclass(frozen=True, slots=True)
class SkillSpace:
    """Rows are ``roles`` (snapshot indices); ``components[name][origin, destination]`` is in 0..1."""

    roles: Ints
    components: Mapping[str, Floats]

    @property
    def height(self) -> int:
        """How many roles there are."""
        return len(self.roles)


Wants: TypeAlias = Mapping[int, float]
Flags: TypeAlias = npt.NDArray[np.bool_]
T = TypeVar("T", int, str)


def skill_space(snapshot: Snapshot, roles: Ints, topics: Topics) -> SkillSpace:
    """Compare what the roles ask for with each other in every component."""
    shared = np.array(
        [snapshot.tenants[int(snapshot.tenant_codes[role])] == REFERENCE_TENANT for role in roles], dtype=np.bool_
    )
    same, broader = same_skills(snapshot), _Broader(snapshot)
    wants = [wanted(snapshot, int(role), same) for role in roles]
    essential = [_essential(want) for want in wants]
    known: dict[int, tuple[str, ...]] = {}
    fields = [_spread(want, broader.above) for want in wants]
    words = [_words(snapshot, want, known) for want in wants]
    found = {
        "essential_skills": _share(wants, essential, shared),
        "all_skills": _share(wants, wants, shared),
        "skill_fields": _share(fields, fields, shared),
        "skill_words": _share(words, words, shared),
        "skill_kinship": kinship(snapshot, wants, shared, topics),
    }
    return SkillSpace(roles, found)


def wanted(snapshot: Snapshot, role: int, same: Mapping[int, int]) -> dict[int, float]:
    """What the role asks for by name: 1 for an essential skill, 0.5 for an optional one."""
    edges = snapshot.edges("REQUIRES_SKILL")
    essential = edges.columns["essential"]
    span = edges.out(role)
    found: dict[int, float] = {}
    for position in range(span.start, span.stop):
        skill = int(edges.dst[position])
        skill = same.get(skill, skill)
        weight = 1.0 if essential.number(position) else _OPTIONAL
        found[skill] = max(weight, found.get(skill, 0.0))
    return found


def same_skills(snapshot: Snapshot) -> dict[int, int]:
    """A company's skills that an exact or close match makes one of the classification's, each with that one."""
    edges = snapshot.edges("EQUIVALENT_TO")
    kinds = edges.columns["match_type"]
    low, high = snapshot.label_ranges.get("Skill", (0, 0))
    shared = [snapshot.tenants[code] == REFERENCE_TENANT for code in snapshot.tenant_codes[low:high].tolist()]
    found: dict[int, tuple[int, int]] = {}
    for skill in range(low, high):
        span = edges.out(skill)
        for position in range(span.start, span.stop):
            other = int(edges.dst[position])
            rank = _SAME.get(kinds.label(position) or "")
            if rank is None or shared[skill - low] == shared[other - low]:
                continue
            own, common = (other, skill) if shared[skill - low] else (skill, other)
            found[own] = min(found.get(own, (rank, common)), (rank, common))
    return {own: common for own, (_, common) in found.items()}


def _essential(want: Wants) -> Wants:
    """The essential part; a role that marks nothing as essential wants everything."""
    found = {skill: 1.0 for skill, weight in want.items() if weight == 1.0}
    return found or dict.fromkeys(want, 1.0)


class _Broader:
    """Broader skills and groups of skills, followed on demand and remembered."""

    def __init__(self, snapshot: Snapshot) -> None:
        self._edges = snapshot.edges("BROADER")
        self._known: dict[int, frozenset[int]] = {}

    def above(self, skill: int) -> frozenset[int]:
        """The skill itself and everything broader."""
        found = self._known.get(skill)
        if found is None:
            self._known[skill] = frozenset({skill})  # a circle ends here
            uppers = (self.above(int(end)) for end in self._edges.targets(skill))
            found = self._known[skill] = frozenset({skill}).union(*uppers)
        return found


def _spread(want: Wants, above: Callable[[int], frozenset[int]]) -> dict[int, float]:
    """What is asked for in each field of the taxonomy, the skills themselves included."""
    found: dict[int, float] = {}
    for skill, weight in want.items():
        for field in above(skill):
            found[field] = found.get(field, 0.0) + weight
    return found


def _words(snapshot: Snapshot, want: Wants, known: dict[int, tuple[str, ...]]) -> dict[str, float]:
    found: dict[str, float] = {}
    for skill in want:
        if skill not in known:
            known[skill] = tuple(stems(snapshot.caption(skill)))
        for word in known[skill]:
            found[word] = found.get(word, 0.0) + 1.0
    return found


def _share(held: Sequence[Mapping[T, float]], wants: Sequence[Mapping[T, float]], shared: Flags) -> Floats:
    """Root of the share of what each destination wants that each origin holds at all.

    The classification's roles tell how rare a thing is, so that a company's roles move no score but their own.
    """
    place = {term: at for at, term in enumerate(sorted({term for row in held for term in row}))}
    holds = Table.of([{place[term]: 1.0 for term in row} for row in held], len(place))
    asks = Table.of(
        [{place[term]: want.get(term, 0.0) for term in row} for row, want in zip(held, wants, strict=True)], len(place)
    )
    return np.sqrt(np.clip(coverage(holds, asks, shared), 0, 1)).astype(np.float32)
