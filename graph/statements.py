"""The one catalogue of Cypher: every statement Cairn ever sends, by name, generated from the ontology where it is per
type. Nothing else in the repository holds Cypher, and no value is ever written into a text.

Rules of the road, each measured (../docs/adr): nodes are matched by ``(tenant_id, id)``; edges by
``WHERE r.edge_id IN $ids`` at the top of a statement for one type, since only that form is index-backed on every
back end; edges and nodes are created with literal property maps, from rows and a table (graph.rows).
"""

from __future__ import annotations

import functools
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal

from graph.rows import Column, answer_columns, edge_columns, lean_columns, node_columns
from ontology.model import RelationshipType, load_ontology

EVIDENCE_LINKS = ("FROM_SOURCE", "SUBJECT", "OBJECT")
"""Relationships of an Assertion to its source and to both ends of its edge. They carry nothing and are no edges."""

PERMITTED = (
    "r.tenant_id IN $tenants AND r.retracted_at IS NULL AND r.review_state <> 'rejected' "
    "AND ($governance OR 'public' IN r.scopes OR $purpose IN r.scopes)"
)
"""The tenant and consent predicate on an edge ``r``. The only place where it is written."""


@dataclass(frozen=True, slots=True)
class Statement:
    """A named Cypher text, whether it writes, and whether callers may run it through ``GraphStore.read``.

    ``governance`` statements read operational data and need a scope of that purpose.
    """

    name: str
    text: str
    writes: bool = False
    public: bool = False
    governance: bool = False


def _value(column: Column, at: int, kept: Sequence[str]) -> str:
    if column.name in kept:
        return f"{column.name}: kept_{column.name}"
    return f"{column.name}: $table[row[{at}]]" if column.coded else f"{column.name}: row[{at}]"


def _literal(columns: Sequence[Column], offset: int, kept: Sequence[str] = ()) -> str:
    return "{" + ", ".join(_value(column, offset + at, kept) for at, column in enumerate(columns)) + "}"


def _keep(variable: str, kept: Sequence[str]) -> str:
    carried = ", ".join(f"{variable}.{name} AS kept_{name}" for name in kept)
    return f"WITH {variable}, row, {carried} " if kept else ""


def _shown(variable: str, column: Column) -> str:
    if column.type in ("date", "datetime"):
        return f"toString({variable}.{column.name})"
    if column.type == "date[]":
        return f"[day IN {variable}.{column.name} | toString(day)]"
    return f"{variable}.{column.name}"


def shown(variable: str, columns: Iterable[Column]) -> str:
    """The columns of a variable as a RETURN list, dates and datetimes as ISO text (cheaper than driver types)."""
    return ", ".join(f"{_shown(variable, column)} AS {variable}_{column.name}" for column in columns)


# -- nodes -------------------------------------------------------------------------------------------------


def create_nodes(label: str) -> Statement:
    """Create nodes that are known not to exist, from ``$rows`` and ``$table``."""
    literal = _literal(node_columns(label), 0)
    return Statement(f"create_nodes:{label}", f"UNWIND $rows AS row CREATE (n:{label} {literal})", writes=True)


def update_nodes(label: str) -> Statement:
    """Replace the properties of existing nodes; what is projected to a person stays."""
    columns = node_columns(label)
    at = next(at for at, column in enumerate(columns) if column.name == "id")
    kept = ("scopes", "scope_expiries") if label == "Person" else ()
    text = (
        f"UNWIND $rows AS row MATCH (n:{label} {{tenant_id: $tenant, id: row[{at}]}}) "
        f"{_keep('n', kept)}SET n = {_literal(columns, 0, kept)}"
    )
    return Statement(f"update_nodes:{label}", text, writes=True)


def find_nodes(label: str) -> Statement:
    """Which of ``$ids`` exist, with what decides who writes last."""
    text = (
        f"UNWIND $ids AS id MATCH (n:{label} {{tenant_id: $tenant, id: id}}) "
        "RETURN n.id AS id, toString(n.observed_at) AS observed_at, n.payload_hash AS payload_hash, "
        "n.source_id AS source_id, n.source_record AS source_record"
    )
    return Statement(f"find_nodes:{label}", text)


def scan_nodes(label: str, *, by_id: bool = False) -> Statement:
    """All nodes of a label in ``$tenants``, or those with ``$ids``."""
    named = "UNWIND $tenants AS tenant UNWIND $ids AS id " if by_id else ""
    match = (
        f"MATCH (n:{label} {{tenant_id: tenant, id: id}})"
        if by_id
        else f"MATCH (n:{label}) WHERE n.tenant_id IN $tenants"
    )
    text = f"{named}{match} RETURN {shown('n', node_columns(label))}"
    return Statement(f"scan_nodes{'_by_id' if by_id else ''}:{label}", text)


def count_nodes(label: str) -> Statement:
    """How many nodes of a label each of ``$tenants`` has."""
    text = (
        f"MATCH (n:{label}) WHERE n.tenant_id IN $tenants RETURN '{label}' AS label, n.tenant_id AS tenant, "
        "count(n) AS count ORDER BY tenant"
    )
    return Statement(f"count_nodes:{label}", text, public=True)


# -- edges -------------------------------------------------------------------------------------------------

EDGE_OFFSET = 2
"""Rows of edges start with the ids of both ends."""


def create_edges(rel_type: str, start: str, end: str) -> Statement:
    """Create edges that are known not to exist between nodes that do."""
    literal = _literal(edge_columns(rel_type), EDGE_OFFSET)
    text = (
        f"UNWIND $rows AS row MATCH (a:{start} {{tenant_id: $start_tenant, id: row[0]}}) "
        f"MATCH (b:{end} {{tenant_id: $end_tenant, id: row[1]}}) CREATE (a)-[r:{rel_type} {literal}]->(b)"
    )
    return Statement(f"create_edges:{rel_type}:{start}:{end}", text, writes=True)


KEPT_ON_EDGES = ("qualifier", "scopes", "consent_id", "consent_expires_at", "review_state")
"""What a new projection of an existing edge leaves alone: its identity, its subject's consent and its review."""


def update_edges(rel_type: str) -> Statement:
    """Replace what assertions project to existing edges; ``$rows`` is a map from edge id to row."""
    carried = ", ".join(f"r.{name} AS kept_{name}" for name in KEPT_ON_EDGES)
    text = (
        f"MATCH ()-[r:{rel_type}]->() WHERE r.edge_id IN $ids WITH r, $rows[r.edge_id] AS row, {carried} "
        f"SET r = {_literal(edge_columns(rel_type), EDGE_OFFSET, KEPT_ON_EDGES)}"
    )
    return Statement(f"update_edges:{rel_type}", text, writes=True)


def find_edges(rel_type: str) -> Statement:
    """Which of ``$ids`` exist, with what decides who writes last."""
    text = (
        f"MATCH ()-[r:{rel_type}]->() WHERE r.edge_id IN $ids "
        "RETURN r.edge_id AS edge_id, toString(r.observed_at) AS observed_at, r.retracted_at IS NOT NULL AS retracts, "
        "r.confidence AS confidence, r.payload_hash AS payload_hash, r.source_id AS source_id, "
        "r.source_record AS source_record, r.method AS method"
    )
    return Statement(f"find_edges:{rel_type}", text)


ENDS = (
    "labels(a)[0] AS a_label, a.tenant_id AS a_tenant, a.id AS a_id, "
    "labels(b)[0] AS b_label, b.tenant_id AS b_tenant, b.id AS b_id"
)
"""Keys of both ends of an edge."""


def scan_edges(rel_type: str, *, by_id: bool = False, lean: bool = False) -> Statement:
    """All edges of a type in ``$tenants``, or those of them with ``$ids``; ``lean`` shows what a snapshot keeps."""
    chosen = "r.edge_id IN $ids AND " if by_id else ""
    columns = lean_columns(rel_type) if lean else edge_columns(rel_type)
    text = f"MATCH (a)-[r:{rel_type}]->(b) WHERE {chosen}r.tenant_id IN $tenants RETURN {ENDS}, {shown('r', columns)}"
    return Statement(f"scan_edges{'_by_id' if by_id else ''}{'_lean' if lean else ''}:{rel_type}", text)


def count_edges(rel_type: str) -> Statement:
    """How many edges of a type each of ``$tenants`` has."""
    text = (
        f"MATCH ()-[r:{rel_type}]->() WHERE r.tenant_id IN $tenants RETURN '{rel_type}' AS type, "
        "r.tenant_id AS tenant, count(r) AS count ORDER BY tenant"
    )
    return Statement(f"count_edges:{rel_type}", text, public=True)


@functools.cache
def cite_edges(rel_types: tuple[str, ...]) -> Statement:
    """Edges by id, with their ends and what permits them, over the given types in one go."""
    branch = (
        "MATCH (a)-[r:{rel_type}]->(b) WHERE r.edge_id IN $ids AND " + PERMITTED + " RETURN type(r) AS rel_type, "
        "properties(r) AS properties, labels(a)[0] AS a_label, properties(a) AS a, labels(b)[0] AS b_label, "
        "properties(b) AS b"
    )
    text = " UNION ALL ".join(branch.replace("{rel_type}", rel_type) for rel_type in rel_types)
    return Statement("cite_edges:" + "+".join(rel_types), text)


# -- assertions --------------------------------------------------------------------------------------------


def find_assertions() -> Statement:
    """All assertions about the edges in ``$ids``."""
    text = f"MATCH (x:Assertion) WHERE x.edge_id IN $ids RETURN {shown('x', node_columns('Assertion'))}"
    return Statement("find_assertions", text)


def create_assertions(start: str, end: str) -> Statement:
    """Create assertions with links to their source and to the ends of their edge."""
    literal = _literal(node_columns("Assertion"), EDGE_OFFSET)
    text = (
        "MATCH (s:Source {tenant_id: $tenant, id: $source}) UNWIND $rows AS row "
        f"MATCH (a:{start} {{tenant_id: $start_tenant, id: row[0]}}) "
        f"MATCH (b:{end} {{tenant_id: $end_tenant, id: row[1]}}) "
        f"CREATE (x:Assertion {literal})-[:FROM_SOURCE]->(s) CREATE (x)-[:SUBJECT]->(a) CREATE (x)-[:OBJECT]->(b)"
    )
    return Statement(f"create_assertions:{start}:{end}", text, writes=True)


COUNT_HEADS = Statement("count_heads", "MATCH (h:RecordHead) RETURN count(h) AS count")
FIND_HEADS = Statement(
    "find_heads",
    "UNWIND $ids AS id MATCH (h:RecordHead {tenant_id: $tenant, id: id}) "
    "RETURN h.id AS id, toString(h.observed_at) AS observed_at",
)
FIND_ASSERTED_BY = Statement(
    "find_asserted_by",
    "UNWIND $records AS record MATCH (x:Assertion {source_record: record}) WHERE x.tenant_id = $tenant "
    "RETURN x.source_id AS source_id, x.source_record AS source_record, x.rel_type AS rel_type, x.edge_id AS edge_id",
)
FIND_SOURCES = Statement(
    "find_sources",
    "UNWIND $ids AS id MATCH (s:Source {tenant_id: id[0], id: id[1]}) RETURN " + shown("s", node_columns("Source")),
)

# -- consent -----------------------------------------------------------------------------------------------

FIND_CONSENTS = Statement(
    "find_consents",
    "UNWIND $ids AS id MATCH (p:Person {tenant_id: $tenant, id: id})-[r:GRANTED]->(g:ConsentGrant) "
    "WHERE r.retracted_at IS NULL RETURN p.id AS person, g.id AS id, g.purposes AS purposes, g.status AS status, "
    "toString(g.given_at) AS given_at, toString(g.expires_at) AS expires_at",
)

FIND_LINKED = Statement(
    "find_linked",
    "UNWIND $ids AS id MATCH (p:Person {tenant_id: $tenant, id: id})-[r:SAME_PERSON_AS]-(q:Person) "
    "WHERE r.retracted_at IS NULL RETURN p.id AS person, q.id AS other",
)
"""Identifiers that a live link joins to those in ``$ids``, whichever way it points."""

FIND_LINK_ENDS = Statement(
    "find_link_ends",
    "MATCH (p:Person)-[r:SAME_PERSON_AS]->(q:Person) WHERE r.edge_id IN $ids RETURN p.id AS person, q.id AS other",
)

PROJECT_CONSENT_TO_PEOPLE = Statement(
    "project_consent_to_people",
    "UNWIND $rows AS row MATCH (p:Person {tenant_id: $tenant, id: row[0]}) "
    "SET p.scopes = row[1], p.scope_expiries = row[2]",
    writes=True,
)


def project_consent_to_edges(subject: Literal["start", "end"]) -> Statement:
    """Set what may be done with every edge whose subject is one of the people in ``$rows``."""
    types = "|".join(each.name for each in load_ontology().relationships.values() if each.subject == subject)
    pattern = f"-[r:{types}]->()" if subject == "start" else f"<-[r:{types}]-()"
    text = (
        f"UNWIND $rows AS row MATCH (p:Person {{tenant_id: $tenant, id: row[0]}}){pattern} "
        "SET r.scopes = row[1], r.consent_id = row[3], r.consent_expires_at = row[4]"
    )
    return Statement(f"project_consent_to_edges:{subject}", text, writes=True)


# -- quarantine, tenants, change log -----------------------------------------------------------------------

COUNT_QUARANTINE = Statement("count_quarantine", "MATCH (q:QuarantinedRecord) RETURN count(q) AS count")
FIND_QUARANTINE = Statement(
    "find_quarantine",
    "UNWIND $ids AS id MATCH (q:QuarantinedRecord {tenant_id: $tenant, id: id}) "
    "RETURN q.id AS id, q.reason AS reason, q.payload AS payload, q.missing AS missing, q.file AS file, q.line AS line",
)
FIND_QUARANTINE_BY_KEY = Statement(
    "find_quarantine_by_key",
    "UNWIND $keys AS key MATCH (q:QuarantinedRecord {record_key: key}) WHERE q.tenant_id = $tenant AND q.feed = $feed "
    "RETURN q.id AS id, q.record_key AS record_key, q.code AS code, toString(q.observed_at) AS observed_at",
)
FIND_QUARANTINE_OF_FEED = Statement(
    "find_quarantine_of_feed",
    "MATCH (q:QuarantinedRecord) WHERE q.tenant_id = $tenant AND q.feed = $feed "
    "RETURN q.id AS id, q.record_key AS record_key, q.code AS code, toString(q.observed_at) AS observed_at",
)
SUPERSEDE_QUARANTINE = Statement(
    "supersede_quarantine",
    "UNWIND $ids AS id MATCH (q:QuarantinedRecord {tenant_id: $tenant, id: id}) SET q.superseded = true",
    writes=True,
)
DROP_QUARANTINE = Statement(
    "drop_quarantine",
    "UNWIND $ids AS id MATCH (q:QuarantinedRecord {tenant_id: $tenant, id: id}) DETACH DELETE q",
    writes=True,
)
_QUARANTINE_SHOWN = (
    "q.id AS id, q.feed AS feed, q.file AS file, q.line AS line, q.record_key AS record_key, q.field AS field, "
    "q.code AS code, q.reason AS reason, q.remedy AS remedy, q.payload AS payload, q.missing AS missing, "
    "q.source_id AS source_id"
)
QUARANTINE = Statement(
    "quarantine",
    "MATCH (q:QuarantinedRecord) WHERE q.tenant_id = $tenant AND coalesce(q.superseded, false) = false "
    "AND ($feed IS NULL OR q.feed = $feed) "
    f"RETURN {_QUARANTINE_SHOWN} ORDER BY feed, file, line, record_key LIMIT $limit",
    public=True,
    governance=True,
)
QUARANTINE_WAITING = Statement(
    "quarantine_waiting",
    "MATCH (q:QuarantinedRecord) WHERE q.tenant_id = $tenant AND q.id > $after AND q.code = 'MISSING_REFERENCE' "
    f"RETURN {_QUARANTINE_SHOWN} ORDER BY q.id LIMIT $limit",
    public=True,
    governance=True,
)
QUARANTINE_COUNT = Statement(
    "quarantine_count",
    "MATCH (q:QuarantinedRecord) WHERE q.tenant_id = $tenant AND coalesce(q.superseded, false) = false "
    "RETURN q.feed AS feed, q.code AS code, count(q) AS count ORDER BY feed, code",
    public=True,
    governance=True,
)
PERSON_CONSENTS = Statement(
    "person_consents",
    "UNWIND $ids AS id MATCH (p:Person {tenant_id: $tenant, id: id}) RETURN p.id AS id, p.pseudonym AS pseudonym, "
    "p.scopes AS scopes, p.scope_expiries AS scope_expiries",
    public=True,
)
SOURCES = Statement(
    "sources",
    f"MATCH (s:Source) WHERE s.tenant_id IN $tenants RETURN {shown('s', node_columns('Source'))} "
    "ORDER BY s_tenant_id, s_id",
    public=True,
)
TENANTS = Statement(
    "tenants",
    "MATCH (t:Tenant) WHERE $tenant = '_ref' OR t.id = $tenant RETURN t.id AS id, t.version AS version ORDER BY id",
    public=True,
    governance=True,
)
"""All tenants to the operator of the shared classifications, and to a tenant itself alone."""
LOCK_TENANT = Statement(
    "lock_tenant",
    "MERGE (t:Tenant {tenant_id: $tenant, id: $tenant}) ON CREATE SET t.version = 0 "
    "SET t.version = t.version RETURN t.version AS version, t.linked AS linked",
    writes=True,
)
MARK_LINKED = Statement(
    "mark_linked", "MATCH (t:Tenant {tenant_id: $tenant, id: $tenant}) SET t.linked = true", writes=True
)
BUMP_TENANT = Statement(
    "bump_tenant",
    "MATCH (t:Tenant {tenant_id: $tenant, id: $tenant}) SET t.version = $version, t.recorded_at = $now",
    writes=True,
)
HEAD = Statement(
    "head", "UNWIND $tenants AS id MATCH (t:Tenant {tenant_id: id, id: id}) RETURN t.id AS id, t.version AS version"
)
CHANGES = Statement(
    "changes",
    "MATCH (o:Outbox) WHERE o.tenant_id = $tenant AND o.version > $since RETURN o.version AS version, o.kind AS kind, "
    "o.node_keys AS node_keys, o.edge_keys AS edge_keys ORDER BY version",
)
VERSION_AT = Statement(
    "version_at",
    "MATCH (o:Outbox) WHERE o.tenant_id = $tenant AND o.recorded_at <= $moment RETURN max(o.version) AS version",
    public=True,
    governance=True,
)
PING = Statement("ping", "RETURN 1 AS one")
COMPONENTS = Statement(
    "components", "CALL dbms.components() YIELD name, versions, edition RETURN name, versions, edition"
)
MIGRATIONS = Statement("migrations", "MATCH (m:SchemaMigration) RETURN m.id AS id, m.checksum AS checksum")
RECORD_MIGRATIONS = Statement(
    "record_migrations",
    "UNWIND $rows AS row MERGE (m:SchemaMigration {tenant_id: '_ref', id: row[0]}) "
    "SET m.checksum = row[1], m.recorded_at = $now",
    writes=True,
)

# -- lineage -----------------------------------------------------------------------------------------------

LINEAGE_OF_RECORDS = Statement(
    "lineage_of_records",
    "UNWIND $records AS record MATCH (x:Assertion {source_record: record}) WHERE x.tenant_id IN $tenants "
    "RETURN x.id AS id, x.edge_id AS edge_id, x.rel_type AS rel_type, x.source_id AS source_id, "
    "x.source_record AS source_record, toString(x.observed_at) AS observed_at, x.retracts AS retracts, "
    "x.ingest_run AS ingest_run ORDER BY observed_at, id LIMIT $limit",
    public=True,
    governance=True,
)
NODES_OF_RECORDS = Statement(
    "nodes_of_records",
    " UNION ALL ".join(
        f"MATCH (n:{node.name}) WHERE n.tenant_id IN $tenants AND n.source_record IN $records "
        f"RETURN '{node.name}' AS label, n.tenant_id AS tenant, n.id AS id"
        for node in load_ontology().content_nodes()
    ),
    public=True,
    governance=True,
)
LINEAGE_OF_SOURCE = Statement(
    "lineage_of_source",
    "MATCH (x:Assertion) WHERE x.tenant_id IN $tenants AND x.source_id = $source "
    "RETURN x.rel_type AS rel_type, count(DISTINCT x.edge_id) AS edges, count(x) AS statements ORDER BY rel_type",
    public=True,
    governance=True,
)
RUNS_OF_SOURCE = Statement(
    "runs_of_source",
    "MATCH (r:IngestRun) WHERE r.tenant_id IN $tenants AND r.source_id = $source "
    "RETURN r.id AS id, r.feed AS feed, r.source_id AS source_id, toString(r.started_at) AS started_at, "
    "toString(r.finished_at) AS finished_at ORDER BY started_at DESC LIMIT $limit",
    public=True,
    governance=True,
)
RUNS = Statement(
    "runs",
    "UNWIND $ids AS id UNWIND $tenants AS tenant MATCH (r:IngestRun {tenant_id: tenant, id: id}) "
    "RETURN r.id AS id, r.feed AS feed, r.source_id AS source_id, toString(r.started_at) AS started_at, "
    "toString(r.finished_at) AS finished_at ORDER BY started_at DESC",
    public=True,
    governance=True,
)

# -- the log of given answers ------------------------------------------------------------------------------

_LOG_END = (
    "RETURN h.sequence AS sequence, h.entry_hash AS entry_hash, h.anchor_sequence AS anchor_sequence, "
    "h.anchor_hash AS anchor_hash"
)
LOCK_ANSWER_LOG = Statement(
    "lock_answer_log",
    f"MERGE (h:AnswerLog {{tenant_id: $tenant, id: $tenant}}) SET h.sequence = h.sequence {_LOG_END}",
    writes=True,
)
ANSWER_LOG_END = Statement("answer_log_end", f"MATCH (h:AnswerLog {{tenant_id: $tenant, id: $tenant}}) {_LOG_END}")
MOVE_ANSWER_LOG = Statement(
    "move_answer_log",
    "MATCH (h:AnswerLog {tenant_id: $tenant, id: $tenant}) "
    "SET h.sequence = $sequence, h.entry_hash = $hash, h.recorded_at = $now",
    writes=True,
)
ANCHOR_ANSWER_LOG = Statement(
    "anchor_answer_log",
    "MATCH (h:AnswerLog {tenant_id: $tenant, id: $tenant}) SET h.anchor_sequence = $sequence, h.anchor_hash = $hash",
    writes=True,
)
FIND_ANSWER = Statement(
    "find_answer",
    "MATCH (e:AnswerEntry {tenant_id: $tenant, answer_id: $answer}) "
    f"RETURN {shown('e', answer_columns())} ORDER BY e_sequence",
)


def _answers_after(name: str, columns: Iterable[Column]) -> Statement:
    text = (
        "MATCH (e:AnswerEntry) WHERE e.tenant_id = $tenant AND e.sequence > $since "
        f"RETURN {shown('e', columns)} ORDER BY e_sequence LIMIT $limit"
    )
    return Statement(name, text)


ANSWERS_AFTER = _answers_after("answers_after", answer_columns())
ANSWERS_AFTER_LEAN = _answers_after("answers_after_lean", answer_columns(lean=True))
DROP_ANSWERS = Statement(
    "drop_answers",
    "MATCH (e:AnswerEntry) WHERE e.tenant_id = $tenant AND e.sequence <= $sequence DETACH DELETE e",
    writes=True,
)


def _relationship_statements(relationship: RelationshipType) -> Iterable[Statement]:
    yield from (create_edges(relationship.name, start, end) for start, end in relationship.ends)
    for make in (update_edges, find_edges, scan_edges, count_edges):
        yield make(relationship.name)
    for by_id, lean in ((True, False), (False, True), (True, True)):
        yield scan_edges(relationship.name, by_id=by_id, lean=lean)
    yield cite_edges((relationship.name,))


def _statements() -> Iterable[Statement]:
    ontology = load_ontology()
    for label in ontology.nodes:
        for make in (create_nodes, update_nodes, find_nodes, scan_nodes, count_nodes):
            yield make(label)
        yield scan_nodes(label, by_id=True)
    for relationship in ontology.relationships.values():
        yield from _relationship_statements(relationship)
    ends = {pair for each in ontology.relationships.values() for pair in each.ends}
    yield from (create_assertions(start, end) for start, end in sorted(ends))
    yield cite_edges(tuple(sorted(ontology.relationships)))
    yield find_assertions()
    for subject in sorted({each.subject for each in ontology.relationships.values() if each.subject is not None}):
        yield project_consent_to_edges(subject)
    yield from (each for each in globals().values() if isinstance(each, Statement))


@functools.cache
def catalogue() -> Mapping[str, Statement]:
    """Every statement by name (citations over other selections of types are built on the same pattern)."""
    return MappingProxyType({statement.name: statement for statement in _statements()})
