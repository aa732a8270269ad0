"""What counts for what: which held skills cover a required one, and through which edges."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from graph.snapshot import Snapshot
from reasoning.answers import CoverKind
from reasoning.citing import EdgeAt

KIND_ORDER = {CoverKind.SAME: 0, CoverKind.EQUIVALENT: 1, CoverKind.NARROWER: 2, CoverKind.CLOSE: 3}


@dataclass(frozen=True, slots=True)
class Cover:
    """A skill that counts for another one: in which way, and the taxonomy edges that say so."""

    skill: int
    kind: CoverKind
    chain: tuple[EdgeAt, ...]


class Taxonomy:
    """Skill links of one snapshot, followed on demand and remembered."""

    def __init__(self, snapshot: Snapshot) -> None:
        self._skills = snapshot.nodes("Skill")
        self._broader = snapshot.edges("BROADER")
        self._equivalent = snapshot.edges("EQUIVALENT_TO")
        self._wider: dict[int, list[int]] = {}
        self._covers: dict[int, Mapping[int, Cover]] = {}

    def covers(self, skill: int) -> Mapping[int, Cover]:
        """All skills whose holder counts as holding ``skill``: itself, equivalent, narrower; close ones partly.

        Equivalence and narrowing are followed to any depth, a close match for one link only (SKOS does not
        make it transitive). The shortest chain is kept; between equal ones, the surer kind.
        """
        found = self._covers.get(skill)
        if found is None:
            found = self._covers[skill] = self._closure(skill)
        return found

    def broader_or_same(self, skill: int) -> list[int]:
        """All skills that a holder of ``skill`` counts as holding, itself first (the inverse of ``covers``)."""
        found = self._wider.get(skill)
        if found is None:
            found = [skill]
            for current in found:
                found += [other for other in dict.fromkeys(self._up(current)) if other not in found]
            self._wider[skill] = found
        return list(found)

    def _closure(self, skill: int) -> Mapping[int, Cover]:
        found = {skill: Cover(skill, CoverKind.SAME, ())}
        layer = [skill]
        while layer:
            fresh: dict[int, Cover] = {}
            for current in layer:
                for other, kind, edge in self._down(current):
                    if other in found:
                        continue
                    worse = max(kind, found[current].kind, key=KIND_ORDER.__getitem__)
                    cover = Cover(other, worse, (*found[current].chain, edge))
                    known = fresh.get(other)
                    if known is None or (KIND_ORDER[cover.kind], cover.chain) < (KIND_ORDER[known.kind], known.chain):
                        fresh[other] = cover
            found |= fresh
            layer = sorted(fresh)
        for other, edge in self._matches(skill, "close"):
            found.setdefault(other, Cover(other, CoverKind.CLOSE, (edge,)))
        return found

    def _down(self, skill: int) -> Iterator[tuple[int, CoverKind, EdgeAt]]:
        """Skills one link below or beside, whose holder counts as holding ``skill``."""
        for other, edge in self._matches(skill, "exact"):
            yield other, CoverKind.EQUIVALENT, edge
        span = self._broader.into(skill)
        for source, position in zip(self._broader.in_src[span], self._broader.in_edge[span], strict=True):
            if int(source) in self._skills:
                yield int(source), CoverKind.NARROWER, ("BROADER", int(position))
        for source, edge in self._incoming(skill, "broad"):
            yield source, CoverKind.NARROWER, edge
        for target, edge in self._outgoing(skill, "narrow"):
            yield target, CoverKind.NARROWER, edge

    def _up(self, skill: int) -> Iterator[int]:
        for other, _ in self._matches(skill, "exact"):
            yield other
        for target in self._broader.targets(skill):
            if int(target) in self._skills:
                yield int(target)
        for target, _ in self._outgoing(skill, "broad"):
            yield target
        for source, _ in self._incoming(skill, "narrow"):
            yield source

    def _matches(self, skill: int, kind: str) -> Iterator[tuple[int, EdgeAt]]:
        yield from self._outgoing(skill, kind)
        yield from self._incoming(skill, kind)

    def _outgoing(self, skill: int, kind: str) -> Iterator[tuple[int, EdgeAt]]:
        span = self._equivalent.out(skill)
        for position in range(span.start, span.stop):
            if self._equivalent.columns["match_type"].label(position) == kind:
                yield int(self._equivalent.dst[position]), ("EQUIVALENT_TO", position)

    def _incoming(self, skill: int, kind: str) -> Iterator[tuple[int, EdgeAt]]:
        span = self._equivalent.into(skill)
        for source, position in zip(self._equivalent.in_src[span], self._equivalent.in_edge[span], strict=True):
            if self._equivalent.columns["match_type"].label(int(position)) == kind:
                yield int(source), ("EQUIVALENT_TO", int(position))
