"""How much a role is what somebody wants: roles, families and skills they named, or that the graph records of them.

interest(role) = 1 for a role or family that is named; else the greater of 1/2 for a family of a named role, and of the
share of the role's weighted needs that named skills count for.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from graph.snapshot import Snapshot
from reasoning.citing import EdgeAt
from reasoning.derived import derived
from reasoning.requirements import needs
from reasoning.taxonomy import Taxonomy

SAME_FAMILY = 0.5


@dataclass(frozen=True, slots=True)
class Interests:
    """What is wanted, by index; families by name in small letters. ``edges`` record it, where the graph does."""

    roles: frozenset[int] = frozenset()
    skills: frozenset[int] = frozenset()
    families: frozenset[str] = frozenset()
    edges: tuple[tuple[int, EdgeAt], ...] = ()


@dataclass(frozen=True, slots=True)
class Interest:
    """How much a role is wanted (0 to 1), and the edges that show it."""

    degree: float
    edges: tuple[EdgeAt, ...] = ()


def named(roles: Iterable[int], skills: Iterable[int], families: Iterable[str]) -> Interests:
    """Interests as somebody states them with the question."""
    return Interests(frozenset(roles), frozenset(skills), frozenset(name.casefold() for name in families if name))


def recorded(snapshot: Snapshot, person: int) -> Interests:
    """Interests that the graph records of the person."""
    edges = snapshot.edges("INTERESTED_IN")
    span = edges.out(person)
    ends = [(int(edges.dst[at]), ("INTERESTED_IN", at)) for at in range(span.start, span.stop)]
    roles = frozenset(end for end, _ in ends if end in snapshot.nodes("Role"))
    skills = frozenset(end for end, _ in ends if end in snapshot.nodes("Skill"))
    return Interests(roles, skills, frozenset(), tuple(ends))


def interest(snapshot: Snapshot, wanted: Interests, role: int) -> Interest:
    """How much the role is wanted."""
    shown = dict(wanted.edges)
    family = (snapshot.text("Role", "family", role) or "").casefold()
    if role in wanted.roles or family in wanted.families:
        return Interest(1.0, (shown[role],) if role in shown else ())
    kin = sorted(
        one for one in wanted.roles if family and (snapshot.text("Role", "family", one) or "").casefold() == family
    )
    by_skill = _by_skills(snapshot, wanted, role)
    by_family = Interest(SAME_FAMILY, (shown[kin[0]],) if kin[0] in shown else ()) if kin else Interest(0.0)
    return max(by_family, by_skill, key=lambda one: one.degree)


def _by_skills(snapshot: Snapshot, wanted: Interests, role: int) -> Interest:
    asked, shown = needs(snapshot, role), dict(wanted.edges)
    taxonomy = derived(snapshot, Taxonomy)
    counting = {other: skill for skill in sorted(wanted.skills) for other in taxonomy.broader_or_same(skill)}
    met = [need for need in asked if need.skill in counting]
    total = sum(need.weight for need in asked)
    edges: list[EdgeAt] = []
    for need in met:
        edges.append(("REQUIRES_SKILL", need.position))
        if counting[need.skill] in shown:
            edges.append(shown[counting[need.skill]])
    share = sum(need.weight for need in met) / total if total else 0.0
    return Interest(round(share, 4), tuple(dict.fromkeys(edges)))
