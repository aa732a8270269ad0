"""The snapshot: building, keeping and mapping it, and what an edge weighs; against networkx and pickle.

Once over the sample company on the open classifications, read out of the embedded store; once over a synthetic
company, straight from arrays.
"""

from __future__ import annotations

import gc
import os
import pickle
import shutil
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import Any, TypeAlias

import networkx as nx

from benchmarks.company import Shape, generate
from benchmarks.company_graph import NOW, snapshot_of
from benchmarks.measuring import Figure, against, in_unit, interleaved
from benchmarks.networkx_questions import build as networkx_of
from benchmarks.plan import Plan
from benchmarks.public_data import load, now, require_data
from benchmarks.stores import EMBEDDED, Server, serving
from graph.extraction import extract
from graph.persistence import SnapshotFolder
from graph.persistence import load as mapped
from graph.snapshot import LABEL_ORDER, SNAPSHOT_TYPES, Snapshot, SnapshotBuilder
from graph.statements import scan_edges, scan_nodes
from graph.store import EdgeRecord, NodeRecord
from ingestion.sample import TENANT, ingest_sample
from ontology.model import REFERENCE_TENANT

OURS, NETWORKX, DRIVER = "Cairn", "networkx", "raw driver reading the same rows"
EDGE_BYTES = 40.0
AIM_BYTES = 16.0
Graph: TypeAlias = "nx.MultiDiGraph[Any]"


def run(plan: Plan) -> Iterator[Figure]:
    """The synthetic figures, then those of the real graph where the data is there."""
    yield from _synthetic(plan)
    require_data(plan)
    yield from _real(plan)


def _synthetic(plan: Plan) -> Iterator[Figure]:
    company = generate(Shape(plan.snapshot_people, 6_000, 1_500, 5_000))
    label = f"{plan.snapshot_people:,} synthetic people"
    builders: dict[str, Callable[[], object]] = {
        OURS: lambda: snapshot_of(company),
        NETWORKX: lambda: networkx_of(company),
    }
    yield from _figures(label, snapshot_of(company), lambda: networkx_of(company), builders, plan)


def _real(plan: Plan) -> Iterator[Figure]:
    with serving(EMBEDDED, plan.folder / "snapshots", plan.jit) as server:
        server.store.migrate()
        load(server.store, plan)
        ingest_sample(server.store, clock=now, bulk=True)
        reading = {
            OURS: lambda: extract(server.store, TENANT, NOW),
            DRIVER: lambda: _drained(server),
        }
        samples = in_unit(interleaved(reading, plan.load_rounds), 1.0)
        snapshot = extract(server.store, TENANT, NOW)
        records = list(_records(server))
    label = f"sample and classifications ({snapshot.edge_count:,} edges)"
    yield against(f"read from the embedded store, {label}", "s", samples, OURS, DRIVER)
    builders: dict[str, Callable[[], object]] = {
        OURS: lambda: SnapshotBuilder(snapshot.version).add(records).build(),
        NETWORKX: lambda: _networkx(records),
    }
    yield from _figures(label, snapshot, lambda: _networkx(records), builders, plan)


def _records(server: Server) -> Iterator[NodeRecord | EdgeRecord]:
    tenants = (TENANT, REFERENCE_TENANT)
    yield from server.store.scan(tenants, nodes=LABEL_ORDER)
    yield from server.store.scan(tenants, relationships=SNAPSHOT_TYPES, lean=True)


def _drained(server: Server) -> None:
    """Read what a snapshot keeps of every node and edge and throw it away."""
    with server.driver.session(database=server.database, fetch_size=2000) as session:
        texts = [scan_nodes(label).text for label in LABEL_ORDER]
        texts += [scan_edges(rel_type, lean=True).text for rel_type in SNAPSHOT_TYPES]
        for text in texts:
            for record in session.run(text, {"tenants": [TENANT, REFERENCE_TENANT]}):
                record.values()


def _networkx(records: Iterable[NodeRecord | EdgeRecord]) -> Graph:
    nx_view: Graph = nx.MultiDiGraph()
    for record in records:
        if isinstance(record, NodeRecord):
            nx_view.add_node(record.key, **record.properties)
        else:
            kept = {name: value for name, value in record.properties.items() if name != "edge_id"}
            nx_view.add_edge(record.start, record.end, key=(record.rel_type, record.edge_id), **kept)
    return nx_view


def _figures(
    label: str,
    snapshot: Snapshot,
    make_networkx: Callable[[], Graph],
    builders: dict[str, Callable[[], object]],
    plan: Plan,
) -> Iterator[Figure]:
    rounds = plan.load_rounds
    yield against(f"build, {label}", "s", in_unit(interleaved(builders, rounds), 1.0), OURS, NETWORKX)
    nx_view, weight = _weighed(make_networkx)
    edges = nx_view.number_of_edges()
    folder, pickled = SnapshotFolder(plan.folder / "snapshot"), plan.folder / "networkx.pickle"
    persisting: dict[str, Callable[[], object]] = {
        OURS: lambda: _saved(folder, snapshot),
        NETWORKX: partial(_pickled, nx_view, pickled),
    }
    yield against(f"persist, {label}", "ms", in_unit(interleaved(persisting, rounds), 1000.0), OURS, NETWORKX)
    del nx_view, persisting
    gc.collect()
    saved = _saved(folder, snapshot)
    loading: dict[str, Callable[[], object]] = {
        OURS: lambda: mapped(saved),
        NETWORKX: lambda: pickle.loads(pickled.read_bytes()),
    }
    yield against(f"mapped load, {label}", "ms", in_unit(interleaved(loading, rounds), 1000.0), OURS, NETWORKX)
    ours = snapshot.edge_nbytes / snapshot.edge_count
    yield Figure(
        f"memory an edge, {label}",
        "bytes",
        round(ours, 2),
        target=EDGE_BYTES,
        note=f"aim {AIM_BYTES:g}; networkx takes {weight / max(edges, 1):,.0f} bytes an edge with its nodes",
    )


def _pickled(nx_view: Graph, path: Path) -> None:
    path.write_bytes(pickle.dumps(nx_view, protocol=5))


def _saved(folder: SnapshotFolder, snapshot: Snapshot) -> Path:
    shutil.rmtree(folder.root, ignore_errors=True)
    return folder.save(snapshot)


def _weighed(make: Callable[[], Graph]) -> tuple[Graph, int]:
    """The graph, and by how much the process grew."""
    gc.collect()
    before = _resident()
    made = make()
    gc.collect()
    return made, max(_resident() - before, 0)


def _resident() -> int:
    with open("/proc/self/statm", encoding="ascii") as file:
        return int(file.read().split()[1]) * os.sysconf("SC_PAGE_SIZE")
