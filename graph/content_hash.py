"""The canonical hash of a graph: equal graphs have equal hashes, in whatever order they were written or are read.

Each node, edge and assertion is hashed by itself and the hashes are added up, so nothing is sorted or held in
memory. Volatile properties (when something was written) and operational labels do not count.
"""

from __future__ import annotations

import functools
from collections.abc import Sequence
from hashlib import blake2b

from graph.keys import canonical_json
from graph.store import EdgeRecord, GraphStore, NodeRecord
from ontology.model import load_ontology

_BYTES = 32
_MODULUS = 1 << (8 * _BYTES)


def content_hash(store: GraphStore, tenants: Sequence[str]) -> str:
    """Return 64 hex digits over every exchanged node, every assertion and every edge of the tenants."""
    ontology = load_ontology()
    labels = [node.name for node in ontology.nodes.values() if node.exchanged]
    total = 0
    for record in store.scan(list(dict.fromkeys(tenants)), nodes=labels, relationships=list(ontology.relationships)):
        total += record_hash(record)
    return (total % _MODULUS).to_bytes(_BYTES, "big").hex()


def record_hash(record: NodeRecord | EdgeRecord) -> int:
    """The hash of one node or edge without its volatile properties, as a number."""
    if isinstance(record, NodeRecord):
        identity, volatile = [record.key.label, record.key.tenant_id, record.key.id], _volatile(record.key.label)
    else:
        start, end = record.start, record.end
        identity = [record.rel_type, start.label, start.tenant_id, start.id, end.label, end.tenant_id, end.id]
        volatile = _volatile(record.rel_type)
    stated = {name: value for name, value in record.properties.items() if name not in volatile}
    content = "\x1f".join([*identity, canonical_json(stated)]).encode()
    return int.from_bytes(blake2b(content, digest_size=_BYTES).digest(), "big")


@functools.cache
def _volatile(name: str) -> frozenset[str]:
    """Properties of a label or type that say when, by which run and version something was written, not what it says."""
    ontology = load_ontology()
    owner = ontology.nodes.get(name) or ontology.relationship(name)
    blocks = (ontology.node_block, ontology.edge_block, owner.properties)
    return frozenset(each.name for block in blocks for each in block.values() if each.volatile)
