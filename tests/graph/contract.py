"""Building blocks of the contract suite: a company's statements in a few words, and what a store holds of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime

from graph.changes import Applied, ChangeSet, EdgeStatement, NodeStatement, Provenance, Record, Rejection
from graph.keys import NodeKey, Value
from graph.neo4j_store import Neo4jStore
from graph.scope import CallerRole, Purpose, Scope, Viewer
from graph.store import EdgeRecord, GraphStore, NodeRecord
from ontology.model import load_ontology

COACH = Viewer("coach-1", frozenset({CallerRole.COACH}))
AUDITOR = Viewer("auditor-1", frozenset({CallerRole.AUDITOR}))
VOLATILE = ("recorded_at", "ontology_version", "ingest_run")


def day(number: int) -> datetime:
    """Noon of a day in January 2024 (or after)."""
    return datetime(2024, 1, 1, 12, 0, 0, 123456, tzinfo=UTC).replace(day=1 + number % 28, month=1 + number // 28)


@dataclass(frozen=True)
class Company:
    """Statements of one tenant. ``source`` is the feed they come from."""

    tenant: str
    source: str = "hris"

    def from_source(self, source: str) -> Company:
        """The same company, as another source tells of it."""
        return replace(self, source=source)

    def key(self, label: str, node_id: str) -> NodeKey:
        return NodeKey(label, self.tenant, node_id)

    def origin(self, record: str, at: int = 0, confidence: float = 0.9) -> Provenance:
        return Provenance(self.source, record, day(at), confidence=confidence)

    def source_node(self) -> NodeStatement:
        said: dict[str, Value] = {
            "system": "test",
            "dataset": self.source,
            "version": "1",
            "trust": 0.9,
            "synthetic": True,
        }
        return NodeStatement(self.key("Source", self.source), said, self.origin("source"))

    def node(self, label: str, node_id: str, at: int = 0, **properties: Value) -> Record:
        said = {**REQUIRED.get(label, {}), **properties}
        statement = NodeStatement(self.key(label, node_id), said, self.origin(f"{label}/{node_id}", at))
        return Record(f"{label}/{node_id}", "nodes.csv", 2, (statement,))

    def person(self, person: str, at: int = 0, **properties: Value) -> Record:
        return self.node("Person", person, at, pseudonym=f"Person {person}", **properties)

    def skill(self, skill: str, at: int = 0, **properties: Value) -> Record:
        return self.node("Skill", skill, at, name=f"skill {skill}", **properties)

    def edge(
        self,
        rel_type: str,
        start: NodeKey,
        end: NodeKey,
        at: int = 0,
        *,
        record: str | None = None,
        qualifier: str | None = None,
        confidence: float = 0.9,
        retracts: bool = False,
        replaces: bool = False,
        **properties: Value,
    ) -> Record:
        key = record or f"{rel_type}/{start.id}/{end.id}/{qualifier or ''}"
        first, last = properties.pop("valid_from", None), properties.pop("valid_to", None)
        statement = EdgeStatement(
            self.tenant,
            rel_type,
            start,
            end,
            properties,
            self.origin(key, at, confidence),
            qualifier=qualifier,
            valid_from=first if isinstance(first, date) else None,
            valid_to=last if isinstance(last, date) else None,
            retracts=retracts,
        )
        return Record(key, "edges.csv", 2, edges=(statement,), replaces=replaces)

    def holds(self, person: str, skill: str, level: float = 3.0, at: int = 0, **how: object) -> Record:
        ends = (self.key("Person", person), self.key("Skill", skill))
        return self.edge("HAS_SKILL", *ends, at, level=level, **how)  # type: ignore[arg-type]  # passed on

    def same_person(self, person: str, other: str, at: int = 0, method: str = "import", **how: object) -> Record:
        """A link between two identifiers, or with ``retracts`` its end, as a row of the method states it."""
        ends = (self.key("Person", person), self.key("Person", other))
        how = {"record": f"same/{person}/{other}/{method}", **how}
        record = self.edge("SAME_PERSON_AS", *ends, at, **how)  # type: ignore[arg-type]  # passed on
        (said,) = record.edges
        return replace(record, edges=(replace(said, provenance=replace(said.provenance, method=method)),))

    def consent(
        self, person: str, *purposes: str, at: int = 0, status: str = "granted", expires: datetime | None = None
    ) -> Record:
        key = f"consent/{person}/{at}/{status}/{'+'.join(purposes)}"
        grant, origin = self.key("ConsentGrant", key), self.origin(key, at)
        said: dict[str, Value] = {
            "person_id": person,
            "purposes": list(purposes),
            "status": status,
            "given_at": day(at),
        }
        if expires is not None:
            said["expires_at"] = expires
        return Record(
            key,
            "consents.csv",
            2,
            (NodeStatement(grant, said, origin),),
            (EdgeStatement(self.tenant, "GRANTED", self.key("Person", person), grant, {}, origin),),
        )

    def batch(
        self,
        *records: Record,
        rejections: Sequence[Rejection] = (),
        clears: Sequence[str] = (),
        bulk: bool = False,
    ) -> ChangeSet:
        return ChangeSet(
            self.tenant, "test-feed", self.source_node(), tuple(records), tuple(rejections), bulk, tuple(clears)
        )

    def load(self, store: Neo4jStore, *records: Record, **how: bool) -> Applied:
        return store.apply(self.batch(*records, **how))  # type: ignore[arg-type]  # passed on

    def scope(self, purpose: Purpose, as_of: datetime | None = None) -> Scope:
        viewer = AUDITOR if purpose is Purpose.GOVERNANCE else COACH
        return Scope(self.tenant, purpose, viewer, as_of)


REQUIRED: Mapping[str, Mapping[str, Value]] = {
    "Skill": {"scheme": "company", "kind": "skill"},
    "Role": {"name": "role", "scheme": "company"},
    "OrgUnit": {"name": "unit"},
    "SkillGroup": {"name": "group", "scheme": "company"},
}


def edge_id(record: Record) -> str:
    """The id of the record's only edge."""
    (edge,) = record.edges
    return edge.edge_id


def _steady(properties: Mapping[str, Value]) -> dict[str, Value]:
    return {name: value for name, value in properties.items() if name not in VOLATILE and value is not None}


def content(store: GraphStore, *tenants: str) -> dict[str, dict[str, Value]]:
    """All nodes, edges and assertions of the tenants without volatile properties, by a readable key."""
    ontology = load_ontology()
    labels = [*(node.name for node in ontology.content_nodes()), "Assertion"]
    return _by_key(store.scan(tenants, nodes=labels, relationships=list(ontology.relationships)))


def of_identity(key: str, properties: Mapping[str, Value]) -> bool:
    """Whether an entry of ``content`` is a link between identifiers or a statement about one."""
    return "-SAME_PERSON_AS-" in key or properties.get("rel_type") == "SAME_PERSON_AS"


def _by_key(records: Iterable[NodeRecord | EdgeRecord]) -> dict[str, dict[str, Value]]:
    found: dict[str, dict[str, Value]] = {}
    for record in records:
        key = (
            str(record.key)
            if isinstance(record, NodeRecord)
            else f"{record.start}-{record.rel_type}-{record.end}#{record.edge_id}"
        )
        assert key not in found, f"{key} is stored twice"
        found[key] = _steady(record.properties)
    return found
