"""Counting unlocks: which closed roles single skills and pairs of skills open, exactly. It ranks and words nothing.

The unmet requirements of a role are bits; a skill is the mask of those it covers; masks are joined in pairs.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from reasoning.answers import CoverKind
from reasoning.coverage import Match
from reasoning.taxonomy import Taxonomy


@dataclass(frozen=True, slots=True)
class Closed:
    """A role that is not open: its matches, the unmet ones, and the weight still needed to open it."""

    role: int
    matches: tuple[Match, ...]
    unmet: tuple[Match, ...]
    wanted: int


Opens = Mapping[tuple[int, ...], frozenset[int]]
"""By skills (one or two, ascending): the roles, by position among the closed ones, that they open."""


def covering(taxonomy: Taxonomy, skill: int) -> set[int]:
    """Skills whose holder counts as holding the skill in full."""
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
            for first, second in combinations(sorted(set(masks) - enough), 2):
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
        for skill in covering(taxonomy, unmet.requirement.skill) & asked:
            masks[skill] |= 1 << bit
    return masks


def _opens(one: Closed, mask: int) -> bool:
    covered = [unmet for bit, unmet in enumerate(one.unmet) if mask >> bit & 1]
    if len(covered) == len(one.unmet):
        return True
    return one.wanted < sum(unmet.requirement.weight for unmet in one.unmet) and one.wanted <= sum(
        unmet.requirement.weight for unmet in covered
    )


def _pairs(first: Sequence[int], second: Sequence[int]) -> Iterator[tuple[int, int]]:
    for one in first:
        for other in second:
            yield (one, other) if one < other else (other, one)


def united(singles: Opens, pairs: Opens, first: int) -> Opens:
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
