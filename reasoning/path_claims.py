"""The claims of a career path: which edges each sentence rests on, and which names and numbers it may contain."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from graph.snapshot import Snapshot
from reasoning.citing import Citations, ClaimWriter, EdgeAt
from reasoning.evidence import Claim, ClaimKind, Derivation, EdgeRef, Operation, SlotValue
from reasoning.fact_claims import stated
from reasoning.openings import Opening
from reasoning.path_steps import StepFacts, shared_need
from reasoning.standing import Post


class PathClaims:
    """Writes the claims of one career-path answer."""

    def __init__(self, snapshot: Snapshot, citations: Citations, prefix: str = "") -> None:
        self._snapshot, self._citations = snapshot, citations
        self._writer = ClaimWriter(prefix)

    def holds_role(self, post: Post) -> Claim:
        """That the person holds the role they start from."""
        edge = self._citations.edge(("HOLDS_ROLE", post.position))
        slots: dict[str, SlotValue] = {"person": edge.start.caption, "role": edge.end.caption}
        for slot, name in (("since", "valid_from"), ("until", "valid_to")):
            if name in edge.properties:
                slots[slot] = edge.properties[name]
        return self._writer.claim(ClaimKind.HOLDS_ROLE, (edge,), slots)

    def step(self, fact: StepFacts) -> Iterator[Claim]:
        """That the move was observed, and what carries over."""
        names = self._names(fact.origin, fact.destination)
        if fact.transition is not None:
            edge = self._citations.edge(("TRANSITIONS_TO", fact.transition))
            slots = dict(names)
            if "observed_count" in edge.properties:
                slots["count"] = edge.properties["observed_count"]
            yield self._writer.claim(ClaimKind.PATH_STEP_OBSERVED, (edge,), slots)
        if fact.carried or fact.missing:
            yield self._skills(fact)

    def opening(self, found: Opening) -> Claim:
        """That a posting advertises the role."""
        edge = self._citations.edge(found.edge)
        slots = {"posting": edge.start.caption, "destination": edge.end.caption}
        return self._writer.claim(ClaimKind.PATH_STEP_OPENING, (edge,), slots)

    def fact(self, edge: EdgeRef) -> Claim | None:
        """What one edge states by itself; None for a type that no claim states."""
        found = stated(edge)
        return self._writer.claim(found[0], (edge,), found[1]) if found is not None else None

    def conflict(self, facts: Sequence[StepFacts]) -> Claim | None:
        """That this path is there without the limits in conflict; None where a step has no edge between its roles."""
        return self._whole(ClaimKind.PATH_CONFLICT, facts)

    def total(self, facts: Sequence[StepFacts]) -> Claim | None:
        """How many steps the path has and through which roles; None where a step has no edge between its roles."""
        return self._whole(ClaimKind.PATH_TOTAL, facts)

    def _whole(self, kind: ClaimKind, facts: Sequence[StepFacts]) -> Claim | None:
        edges: list[EdgeRef] = []
        for fact in facts:
            link = self._link(fact)
            if link is None:
                return None
            edges += self._citations.edges(link)
        slots: dict[str, SlotValue] = {
            "origin": self._citations.node(facts[0].origin).caption,
            "target": self._citations.node(facts[-1].destination).caption,
            "steps": len(facts),
        }
        for number, fact in enumerate(facts[:-1], 1):
            slots[f"via_{number}"] = self._citations.node(fact.destination).caption
        return self._writer.claim(kind, edges, slots)

    def no_path(self, start: int, target: int, post: Post | None) -> Claim | None:
        """That nothing was found; cites what was searched from and to, None where the graph has neither."""
        direct = self._snapshot.edges("TRANSITIONS_TO").find(start, target)
        ends = [self._start_edge(start, post), self._end_edge(target)]
        # an edge that joins the two roles says it all; with a second one either could be left out
        edges = ends if direct is None or post is not None else [("TRANSITIONS_TO", direct)]
        if start == target or None in edges:
            return None
        cited = self._citations.edges(edge for edge in edges if edge is not None)
        names = {"origin": self._citations.node(start).caption, "target": self._citations.node(target).caption}
        return self._writer.claim(ClaimKind.NO_PATH, cited, names)

    def _skills(self, fact: StepFacts) -> Claim:
        asked = [need for need, _ in fact.carried] + list(fact.missing)
        cited = {need.skill: self._citations.edge(("REQUIRES_SKILL", need.position)) for need in asked}
        shown = self._citations.edges(edge for _, edges in fact.carried for edge in edges)
        carried = tuple(cited[need.skill].edge_id for need, _ in fact.carried)
        missing = tuple(cited[need.skill].edge_id for need in fact.missing)
        slots: dict[str, SlotValue] = {
            "destination": self._citations.node(fact.destination).caption,
            "carried": len(carried),
            "total": len(asked),
            "missing": len(missing),
        }
        derivations = (
            Derivation("d1", Operation.COUNT, carried, len(carried)),
            Derivation("d2", Operation.COUNT, missing, len(missing)),
            Derivation("d3", Operation.COUNT, (*carried, *missing), len(asked)),
        )
        return self._writer.claim(ClaimKind.PATH_STEP_SKILLS, (*cited.values(), *shown), slots, derivations)

    def _link(self, fact: StepFacts) -> tuple[EdgeAt, ...] | None:
        """The edges that join two roles: the transition, or both requirements of a skill that carries over."""
        if fact.transition is not None:
            return (("TRANSITIONS_TO", fact.transition),)
        return shared_need(self._snapshot, fact.origin, fact.destination)

    def _start_edge(self, start: int, post: Post | None) -> EdgeAt | None:
        if post is not None:
            return ("HOLDS_ROLE", post.position)
        return self._any_edge(start, "out")

    def _end_edge(self, target: int) -> EdgeAt | None:
        return self._any_edge(target, "into")

    def _any_edge(self, role: int, way: str) -> EdgeAt | None:
        transitions = self._snapshot.edges("TRANSITIONS_TO")
        if way == "into":
            span = transitions.into(role)
            if span.start < span.stop:
                return ("TRANSITIONS_TO", int(transitions.in_edge[span.start]))
        for rel_type in ("TRANSITIONS_TO", "REQUIRES_SKILL") if way == "out" else ("REQUIRES_SKILL",):
            span = self._snapshot.edges(rel_type).out(role)
            if span.start < span.stop:
                return (rel_type, span.start)
        return None

    def _names(self, origin: int, destination: int) -> dict[str, SlotValue]:
        return {
            "origin": self._citations.node(origin).caption,
            "destination": self._citations.node(destination).caption,
        }
