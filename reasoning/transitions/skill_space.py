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

from graph.snapshot import Snapshot
from reasoning.transitions.sparse import Floats, Ints, Table, coverage
from reasoning.transitions.words import stems

_OPTIONAL = 0.5
_SAME = frozenset({"exact", "close"})


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
T = TypeVar("T", int, str)


def skill_space(snapshot: Snapshot, roles: Ints) -> SkillSpace:
    """Compare what the roles ask for with each other in every component."""
    same, broader = same_skills(snapshot), _Broader(snapshot)
    wants = [wanted(snapshot, int(role), same) for role in roles]
    essential = [_essential(want) for want in wants]
    known: dict[int, tuple[str, ...]] = {}
    fields = [_spread(want, broader.above) for want in wants]
    words = [_words(snapshot, want, known) for want in wants]
    found = {
        "essential_skills": _share(wants, essential),
        "all_skills": _share(wants, wants),
        "skill_fields": _share(fields, fields),
        "skill_words": _share(words, words),
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
    """Skills that an exact or close match makes one: each to the lowest index it is tied to."""
    edges = snapshot.edges("EQUIVALENT_TO")
    lead: dict[int, int] = {}

    def find(skill: int) -> int:
        while lead.get(skill, skill) != skill:
            skill = lead[skill]
        return skill

    low, high = snapshot.label_ranges.get("Skill", (0, 0))
    for skill in range(low, high):
        span = edges.out(skill)
        for position in range(span.start, span.stop):
            if edges.columns["match_type"].label(position) in _SAME:
                one, other = sorted((find(skill), find(int(edges.dst[position]))))
                lead[other] = one
    return {skill: find(skill) for skill in lead}


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


def _share(held: Sequence[Mapping[T, float]], wants: Sequence[Mapping[T, float]]) -> Floats:
    """Root of the share of what each destination wants that each origin holds at all."""
    place = {term: at for at, term in enumerate(sorted({term for row in held for term in row}))}
    holds = Table.of([{place[term]: 1.0 for term in row} for row in held], len(place))
    asks = Table.of(
        [{place[term]: want.get(term, 0.0) for term in row} for row, want in zip(held, wants, strict=True)], len(place)
    )
    return np.sqrt(np.clip(coverage(holds, asks), 0, 1)).astype(np.float32)
