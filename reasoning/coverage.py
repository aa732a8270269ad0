"""How far one requirement is met by what is held. The single place where holding meets requirement."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from reasoning.answers import CoverKind, GapStatus
from reasoning.holdings import Holding
from reasoning.requirements import Requirement
from reasoning.taxonomy import KIND_ORDER, Cover, Taxonomy


class Match(NamedTuple):
    """A requirement with the best holding for it (None when nothing held counts) and how far that goes."""

    requirement: Requirement
    status: GapStatus
    holding: Holding | None
    cover: Cover | None
    searched: int

    @property
    def level(self) -> int:
        """Raw level held, through whichever skill counts; 0 when none does."""
        return self.holding.level if self.holding is not None else 0

    @property
    def gap(self) -> int:
        """Raw levels that are missing; the whole of what is asked for where only a close match is held."""
        if self.status is GapStatus.MET:
            return 0
        close = self.cover is not None and self.cover.kind is CoverKind.CLOSE
        return self.requirement.threshold - (0 if close else self.level)


def match(requirement: Requirement, held: Mapping[int, Holding], taxonomy: Taxonomy) -> Match:
    """Meet the requirement with what is held.

    Met: the skill, an equivalent or a narrower one is held at the level asked for. Partly met: below that
    level, or only by a close match. Of several the one that goes furthest counts, then the surest kind, the
    shortest chain, the higher level.
    """
    covers = taxonomy.covers(requirement.skill)
    candidates = [(covers[skill], held[skill]) for skill in _common(covers, held)]
    if not candidates:
        return Match(requirement, GapStatus.MISSING, None, None, len(covers))
    best = candidates[0] if len(candidates) == 1 else min(candidates, key=lambda pair: _preference(requirement, *pair))
    cover, holding = best
    met = cover.kind is not CoverKind.CLOSE and holding.level >= requirement.threshold
    return Match(requirement, GapStatus.MET if met else GapStatus.PARTLY_MET, holding, cover, len(covers))


def _common(covers: Mapping[int, Cover], held: Mapping[int, Holding]) -> list[int]:
    small, large = (covers, held) if len(covers) < len(held) else (held, covers)
    return [skill for skill in small if skill in large]


def _preference(requirement: Requirement, cover: Cover, holding: Holding) -> tuple[bool, int, int, int, int, int]:
    reached = min(holding.level, requirement.threshold)
    close = cover.kind is CoverKind.CLOSE
    return (close, -reached, KIND_ORDER[cover.kind], len(cover.chain), -holding.level, holding.skill)
