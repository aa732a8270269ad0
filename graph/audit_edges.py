"""The auditor on edges: each is recomputed from its assertions, its subject's consent and its own block."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, cast

from graph.audit_facts import Facts, required
from graph.audit_findings import Code, Finding
from graph.changes import Provenance, assertion_digest
from graph.identity import SAME_PERSON_AS
from graph.keys import NodeKey, canonical_json, digest, edge_id
from graph.projection import PUBLIC_BLOCK, Assertion, Consent, noisy_or, project
from graph.store import EdgeRecord, GraphStore, NodeRecord
from ontology.model import REFERENCE_TENANT, load_ontology


def audit_edges(
    store: GraphStore, tenants: Sequence[str], facts: Facts, number: int = 0, passes: int = 1
) -> Iterator[Finding]:
    """Check the edges and assertions that fall into this pass (by edge id), each against the other."""
    asserted: dict[str, dict[str, Assertion]] = defaultdict(dict)
    for record in store.scan(tenants, nodes=("Assertion",)):
        if isinstance(record, NodeRecord) and _falls(str(record.properties.get("edge_id")), number, passes):
            assertion = _assertion(record)
            if assertion is None:
                yield Finding(Code.NODE_INCOMPLETE, f"Assertion {record.key.id} lacks a property.", record.key.id)
                continue
            asserted[assertion.edge_id][assertion.id] = assertion
            yield from _check_assertion(record.key.tenant_id, assertion, facts)
    seen: set[bytes] = set()
    for record in store.scan(tenants, relationships=sorted(load_ontology().relationships)):
        if isinstance(record, EdgeRecord) and _falls(record.edge_id, number, passes):
            yield from _check_edge(record, asserted.pop(record.edge_id, {}), facts, seen)
    for lost in asserted.values():
        for each in lost.values():
            if _short(each.edge_id) not in seen:
                text = f"Assertion {each.id} speaks of {each.rel_type} edge {each.edge_id}, which is not there."
                yield Finding(Code.ASSERTION_WITHOUT_EDGE, text, each.id)


def _falls(identity: str, number: int, passes: int) -> bool:
    return passes == 1 or sum(identity.encode()) % passes == number


def _short(identity: str) -> bytes:
    try:
        return bytes.fromhex(identity)
    except ValueError:
        return identity.encode()


def _assertion(record: NodeRecord) -> Assertion | None:
    properties = cast("Mapping[str, Any]", record.properties)
    if not all(name in properties for name in Assertion.__slots__):
        return None
    return Assertion(**{name: properties[name] for name in Assertion.__slots__})


def _check_assertion(tenant_id: str, assertion: Assertion, facts: Facts) -> Iterator[Finding]:
    origin = Provenance(
        assertion.source_id,
        assertion.source_record,
        assertion.observed_at,
        assertion.method,
        confidence=assertion.confidence,
    )
    expected = assertion_digest(assertion.edge_id, origin, assertion.payload_hash, assertion.retracts)
    if digest(assertion.payload) != assertion.payload_hash or expected != assertion.id:
        yield Finding(
            Code.ASSERTION_ALTERED, f"Assertion {assertion.id} does not say what its id was made of.", assertion.id
        )
    elif (tenant_id, assertion.source_id) not in facts.sources:
        text = f"Assertion {assertion.id} names source {assertion.source_id}, which is not there."
        yield Finding(Code.SOURCE_UNKNOWN, text, assertion.id)


def _check_edge(
    edge: EdgeRecord, assertions: Mapping[str, Assertion], facts: Facts, seen: set[bytes]
) -> Iterator[Finding]:
    """The first thing that is wrong with the shape of an edge hides the rest; scopes are judged by themselves."""
    identity = _short(edge.edge_id)
    repeated = identity in seen
    seen.add(identity)
    wrong = _wrong_shape(edge, repeated=repeated)
    if wrong is not None:
        yield wrong
        return
    if not _scopes_agree(edge, facts):
        yield _finding(Code.EDGE_SCOPES_DIFFER, edge, "allows other purposes than consent does")
    tenant_id = str(edge.properties["tenant_id"])
    if load_ontology().relationship(edge.rel_type).asserted_by_nodes(tenant_id):
        yield from _against_assertions(edge, tenant_id, assertions, facts)
    else:
        yield from _against_itself(edge, tenant_id, facts)


def _finding(code: Code, edge: EdgeRecord, what: str) -> Finding:
    return Finding(code, f"{edge.rel_type} edge {edge.edge_id} {what}.", edge.edge_id)


def _wrong_shape(edge: EdgeRecord, *, repeated: bool) -> Finding | None:
    fields = load_ontology().edge_fields(edge.rel_type)
    missing = [name for name in required(fields) if edge.properties.get(name) is None]
    if missing:
        return _finding(Code.EDGE_INCOMPLETE, edge, f"lacks {', '.join(missing)}")
    if repeated:
        return _finding(Code.EDGE_DUPLICATE, edge, "is there more than once")
    start, end, tenant_id = edge.start, edge.end, str(edge.properties["tenant_id"])
    if not _keeps_to_tenants(tenant_id, start, end) or (edge.rel_type == SAME_PERSON_AS and end.tenant_id != tenant_id):
        return _finding(Code.EDGE_CROSSES_TENANTS, edge, "crosses from one tenant to another")
    if (start.label, end.label) not in load_ontology().relationship(edge.rel_type).ends:
        return _finding(Code.EDGE_ENDS_UNKNOWN, edge, f"goes from {start.label} to {end.label}")
    if edge.rel_type == SAME_PERSON_AS and start == end:
        return _finding(Code.LINK_TO_ITSELF, edge, "links an identifier to itself")
    qualifier = cast("str | None", edge.properties.get("qualifier"))
    if edge_id(tenant_id, edge.rel_type, start, end, qualifier) != edge.edge_id:
        return _finding(Code.EDGE_ID_DIFFERS, edge, "has an id that its ends and qualifier do not give")
    return None


def _keeps_to_tenants(tenant_id: str, start: NodeKey, end: NodeKey) -> bool:
    permitted = (tenant_id, REFERENCE_TENANT)
    escapes = start.tenant_id == REFERENCE_TENANT != end.tenant_id
    return start.tenant_id in permitted and end.tenant_id in permitted and not escapes


def _scopes_agree(edge: EdgeRecord, facts: Facts) -> bool:
    side = load_ontology().relationship(edge.rel_type).subject
    subject = edge.start if side == "start" else edge.end if side == "end" else None
    expected = PUBLIC_BLOCK
    if subject is not None and subject.label == "Person":
        expected = facts.consents.get((subject.tenant_id, subject.id), Consent()).edge_block
    return all(edge.properties.get(name) == value for name, value in expected.items())


def _against_assertions(
    edge: EdgeRecord, tenant_id: str, assertions: Mapping[str, Assertion], facts: Facts
) -> Iterator[Finding]:
    over = {
        each.id: head
        for each in assertions.values()
        if (head := facts.heads.get((tenant_id, each.source_id, each.source_record))) is not None
        and each.observed_at < head
    }
    expected = project(assertions.values(), over) if assertions else None
    if expected is None or (expected["retracted_at"] is not None and edge.properties.get("retracted_at") is None):
        yield _finding(Code.EDGE_WITHOUT_ASSERTION, edge, "stands, and no source says so any more")
        return
    unknown = set(cast("list[str]", edge.properties["assertion_ids"])) - assertions.keys()
    if unknown:
        what = f"names assertions that are not there ({', '.join(sorted(unknown))})"
        yield _finding(Code.ASSERTION_UNKNOWN, edge, what)
        return
    if edge.properties["confidence"] != expected["confidence"]:
        yield _finding(Code.EDGE_CONFIDENCE_DIFFERS, edge, "has another confidence than its assertions give")
    names = {*expected, *load_ontology().relationship(edge.rel_type).properties} - {"confidence"}
    unlike = sorted(name for name in names if edge.properties.get(name) != expected.get(name))
    if unlike:
        what = f"differs from what its assertions say in {', '.join(unlike)}"
        yield _finding(Code.EDGE_PROJECTION_DIFFERS, edge, what)


def _against_itself(edge: EdgeRecord, tenant_id: str, facts: Facts) -> Iterator[Finding]:
    block = edge.properties
    own = load_ontology().relationship(edge.rel_type).properties
    said = {name: value for name, value in block.items() if name in own or name in ("valid_from", "valid_to")}
    if digest(canonical_json(said)) != block["payload_hash"]:
        yield _finding(Code.EDGE_PAYLOAD_DIFFERS, edge, "does not say what its payload hash was made of")
    confidence = cast("float", block["confidence"])
    if confidence != noisy_or((confidence,)):
        yield _finding(Code.EDGE_CONFIDENCE_DIFFERS, edge, "has a confidence between the steps of the scale")
    if (tenant_id, block["source_id"]) not in facts.sources:
        yield _finding(Code.SOURCE_UNKNOWN, edge, f"names source {block['source_id']}, which is not there")
