"""A short way to write down a snapshot: nodes and edges by name, everything else filled in."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime

from graph.keys import NodeKey, Value, edge_id
from graph.snapshot import Snapshot, SnapshotBuilder, SnapshotVersion
from graph.store import CitedEdge, EdgeRecord, NodeRecord
from ontology.model import REFERENCE_TENANT, load_ontology

TENANT = "acme"
NOW = datetime(2026, 6, 1, 12, 0, tzinfo=UTC)
ALL_PURPOSES = ("career_path", "skill_gap", "mentor_match", "analytics")


class Company:
    """Collects nodes and edges; ``snapshot()`` builds them, ``cited()`` plays the store that reads edges back."""

    def __init__(self) -> None:
        self.nodes: dict[NodeKey, NodeRecord] = {}
        self.links: dict[str, EdgeRecord] = {}

    def add(self, key: NodeKey, properties: Mapping[str, Value]) -> NodeKey:
        self.nodes[key] = NodeRecord(key, properties)
        return key

    def role(self, node_id: str, tenant: str = TENANT, scheme: str = "company", **properties: Value) -> NodeKey:
        return self.add(NodeKey("Role", tenant, node_id), {"name": node_id, "scheme": scheme} | properties)

    def skill(self, node_id: str, tenant: str = TENANT, **properties: Value) -> NodeKey:
        given: dict[str, Value] = {"name": node_id, "scheme": "company", "kind": "skill"}
        return self.add(NodeKey("Skill", tenant, node_id), given | properties)

    def group(self, node_id: str) -> NodeKey:
        return self.add(NodeKey("SkillGroup", TENANT, node_id), {"name": node_id, "scheme": "company"})

    def course(self, node_id: str, **properties: Value) -> NodeKey:
        return self.add(NodeKey("Course", TENANT, node_id), {"name": node_id} | properties)

    def person(self, node_id: str, scopes: Iterable[str] = ALL_PURPOSES, **properties: Value) -> NodeKey:
        given: dict[str, Value] = {"pseudonym": f"Person {node_id}", "scopes": list(scopes), "scope_expiries": []}
        return self.add(NodeKey("Person", TENANT, node_id), given | properties)

    def edge(self, rel_type: str, start: NodeKey, end: NodeKey, **properties: Value) -> str:
        return self.link(rel_type, start, end, properties)

    def link(
        self, rel_type: str, start: NodeKey, end: NodeKey, properties: Mapping[str, Value], tenant: str | None = None
    ) -> str:
        relationship = load_ontology().relationship(rel_type)
        qualifier = None
        if relationship.qualifier is not None:
            value = properties.get(relationship.qualifier)
            qualifier = value.isoformat() if isinstance(value, date) else None if value is None else str(value)
        owner = tenant or start.tenant_id
        found = edge_id(owner, rel_type, start, end, qualifier)
        block: dict[str, Value] = {"edge_id": found, "tenant_id": owner, "confidence": 1.0, "qualifier": qualifier}
        self.links[found] = EdgeRecord(found, rel_type, start, end, {**block, **properties})
        return found

    # -- the relationships tests use most ------------------------------------------------------------------

    def requires(
        self,
        role: NodeKey,
        skill: NodeKey,
        level: float | None = None,
        weight: float = 1.0,
        essential: bool = True,
        tenant: str | None = None,
    ) -> str:
        asked: dict[str, Value] = {"essential": essential, "weight": weight, "min_level": level}
        return self.link("REQUIRES_SKILL", role, skill, asked, tenant)

    def has(self, person: NodeKey, skill: NodeKey, level: float | None = None, **properties: Value) -> str:
        return self.edge("HAS_SKILL", person, skill, level=level, **properties)

    def holds(self, person: NodeKey, role: NodeKey, since: date, until: date | None = None) -> str:
        return self.edge("HOLDS_ROLE", person, role, valid_from=since, valid_to=until)

    def moved(self, origin: NodeKey, destination: NodeKey, count: int | None = None, confidence: float = 1.0) -> str:
        return self.edge("TRANSITIONS_TO", origin, destination, observed_count=count, confidence=confidence)

    def broader(self, narrow: NodeKey, broad: NodeKey) -> str:
        return self.edge("BROADER", narrow, broad)

    def matches(self, first: NodeKey, second: NodeKey, match_type: str) -> str:
        return self.edge("EQUIVALENT_TO", first, second, match_type=match_type)

    def teaches(self, course: NodeKey, skill: NodeKey, level: float) -> str:
        return self.edge("TEACHES_SKILL", course, skill, to_level=level)

    def prerequisite(self, course: NodeKey, earlier: NodeKey) -> str:
        return self.edge("HAS_PREREQUISITE", course, earlier)

    def completed(
        self, person: NodeKey, course: NodeKey, on: date, *, passed: bool = True, expires: date | None = None
    ) -> str:
        return self.edge("COMPLETED", person, course, completed_on=on, passed=passed, expires_on=expires)

    def assessed(
        self, person: NodeKey, skill: NodeKey, level: float, on: date, expires: date | None = None, sitting: str = "s1"
    ) -> str:
        return self.edge("ASSESSED", person, skill, assessment=sitting, level=level, taken_on=on, expires_on=expires)

    def offers(self, person: NodeKey, skill: NodeKey, capacity: int | None = None, **properties: Value) -> str:
        return self.edge("OFFERS_MENTORING", person, skill, capacity=capacity, **properties)

    def unit(self, node_id: str, above: NodeKey | None = None) -> NodeKey:
        unit = self.add(NodeKey("OrgUnit", TENANT, node_id), {"name": node_id})
        if above is not None:
            self.edge("PART_OF", unit, above)
        return unit

    def belongs(self, person: NodeKey, unit: NodeKey, since: date = date(2020, 1, 1), until: date | None = None) -> str:
        return self.edge("MEMBER_OF", person, unit, valid_from=since, valid_to=until)

    def reports(
        self, person: NodeKey, manager: NodeKey, since: date = date(2020, 1, 1), until: date | None = None
    ) -> str:
        return self.edge("REPORTS_TO", person, manager, valid_from=since, valid_to=until)

    # -- what is made of it --------------------------------------------------------------------------------

    def records(self) -> list[NodeRecord | EdgeRecord]:
        return [*self.nodes.values(), *self.links.values()]

    def snapshot(self, records: Iterable[NodeRecord | EdgeRecord] | None = None) -> Snapshot:
        version = SnapshotVersion(TENANT, 1, 1, NOW)
        return SnapshotBuilder(version).add(self.records() if records is None else records).build()

    def cited(self) -> dict[str, CitedEdge]:
        """Every edge as the store would read it back for a citation."""
        return {
            found: CitedEdge(link, self.caption(link.start), self.caption(link.end), ())
            for found, link in self.links.items()
        }

    def caption(self, key: NodeKey) -> str:
        properties: Mapping[str, Value] = self.nodes[key].properties
        return str(properties["pseudonym"] if key.label == "Person" else properties["name"])


def index(snapshot: Snapshot, key: NodeKey) -> int:
    """Index of a node that is known to be there."""
    found = snapshot.find(key)
    assert found is not None, key
    return found


__all__ = ["ALL_PURPOSES", "NOW", "REFERENCE_TENANT", "TENANT", "Company", "index"]
