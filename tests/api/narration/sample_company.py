"""The whole sample company behind the API, in a fake store: built once, asked by a coach."""

from __future__ import annotations

from functools import cache

from api.composition import compose
from api.development_issuer import development_principal
from api.inquiry import Inquiry
from api.narration.narrator import ModelNarrator
from graph.keys import NodeKey
from graph.scope import CallerRole
from graph.store import EdgeRecord, NodeRecord
from ingestion.sample import TENANT
from ingestion.sample.generator import DEFAULT_SEED
from tests.api.fakes import FakeStore, FixedSnapshots
from tests.ingestion.sample_world import NOW, graph_records


@cache
def sample_store() -> FakeStore:
    """Every node and edge of the sample, each edge stated by one source."""
    store = FakeStore(versions={TENANT: 1})
    source = NodeKey("Source", TENANT, "sample")
    store.nodes[source] = NodeRecord(source, {"tenant_id": TENANT, "id": "sample", "dataset": "sample", "version": "1"})
    for record in graph_records(DEFAULT_SEED):
        if isinstance(record, NodeRecord):
            store.nodes[record.key] = record
        else:
            block = {"source_id": "sample", "source_record": record.edge_id, "edge_id": record.edge_id}
            stated = EdgeRecord(
                record.edge_id, record.rel_type, record.start, record.end, {**block, **record.properties}
            )
            store.edge_records[record.edge_id] = stated
    return store


@cache
def _snapshots() -> FixedSnapshots:
    return FixedSnapshots(sample_store())


def coach(narration: ModelNarrator | None = None) -> Inquiry:
    """A coach who asks now."""
    deps = compose(sample_store(), _snapshots(), staleness_bound_seconds=300.0, clock=lambda: NOW, narration=narration)
    return Inquiry(deps, development_principal(TENANT, [CallerRole.COACH]))
