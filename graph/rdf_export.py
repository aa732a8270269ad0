"""The graph of a tenant written as Turtle or JSON-LD, one resource at a time, in bounded memory."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, TextIO, TypeAlias

from graph.keys import NodeKey
from graph.rdf.resources import edge_resources, node_resource, reference
from graph.rdf.terms import LAYOUT, Fact, Plain, Resource
from graph.rdf.writers import JsonLdWriter, TurtleWriter
from graph.store import EdgeRecord, GraphStore, NodeRecord
from ontology.errors import SettingInvalid
from ontology.model import ONTOLOGY_VERSION, load_ontology

Format = Literal["turtle", "json-ld"]
Progress: TypeAlias = Callable[[str, int], None]


@dataclass(frozen=True, slots=True)
class Exported:
    """What was written. ``versions`` are the tenants' versions before; ``torn`` lists those written to meanwhile."""

    nodes: int
    edges: int
    assertions: int
    versions: Mapping[str, int]
    torn: tuple[str, ...]


def export_file(
    store: GraphStore, path: Path, tenant_ids: Sequence[str], form: Format, progress: Progress | None = None
) -> Exported:
    """Write the tenants' graph to a file, complete or not at all.

    Raises ``SettingInvalid`` when the file cannot be written.
    """
    partial = path.with_name(f".{path.name}.partial")
    try:
        with partial.open("w", encoding="utf-8", newline="\n") as out:
            exported = export(store, out, tenant_ids, form, progress)
        os.replace(partial, path)
    except OSError as error:
        message = f"The file {path.name} cannot be written ({error.strerror or 'unknown reason'})."
        raise SettingInvalid(message, remedy="Choose a folder with room that you may write to.") from None
    finally:
        partial.unlink(missing_ok=True)
    return exported


def export(
    store: GraphStore, out: TextIO, tenant_ids: Sequence[str], form: Format, progress: Progress | None = None
) -> Exported:
    """Write the tenants' graph: sources, other nodes, edges, then assertions, so that a reader can stream too."""
    writer = TurtleWriter(out) if form == "turtle" else JsonLdWriter(out)
    before = store.head(tenant_ids)
    writer.write(_header(tenant_ids))
    counts = {"nodes": 0, "edges": 0, "assertions": 0}
    described: set[NodeKey] = set()
    for kind, records in _phases(store, tenant_ids):
        for record in records:
            for resource in _resources(record, described, tenant_ids):
                writer.write(resource)
            counts[kind] += 1
            if progress is not None:
                progress(kind, counts[kind])
    writer.close()
    after = store.head(tenant_ids)
    torn = tuple(tenant for tenant in tenant_ids if before.get(tenant) != after.get(tenant))
    return Exported(**counts, versions=before, torn=torn)


def _phases(store: GraphStore, tenant_ids: Sequence[str]) -> Iterator[tuple[str, Iterator[NodeRecord | EdgeRecord]]]:
    ontology = load_ontology()
    labels = [node.name for node in ontology.nodes.values() if node.exchanged and not node.evidence]
    for label in sorted(labels, key=lambda name: name != "Source"):
        yield "nodes", store.scan(tenant_ids, nodes=[label])
    for rel_type in ontology.relationships:
        yield "edges", store.scan(tenant_ids, relationships=[rel_type])
    yield "assertions", store.scan(tenant_ids, nodes=["Assertion"])


def _resources(
    record: NodeRecord | EdgeRecord, mentioned: set[NodeKey], tenant_ids: Sequence[str]
) -> Iterator[Resource]:
    """The record's resources, after a mention of each end that lives in a tenant which is not exported."""
    if isinstance(record, NodeRecord):
        yield node_resource(record)
        return
    for key in (record.start, record.end):
        if key.tenant_id not in tenant_ids and key not in mentioned:
            mentioned.add(key)
            yield reference(key)
    yield from edge_resources(record)


def _header(tenant_ids: Sequence[str]) -> Resource:
    facts = {"cairn:layout": [LAYOUT], "cairn:ontologyVersion": [ONTOLOGY_VERSION], "cairn:tenant": tenant_ids}
    stated = (Fact(term, term, tuple(Plain(text, "xsd:string") for text in texts)) for term, texts in facts.items())
    return Resource("urn:cairn:export", ("cairn:Export",), tuple(stated))
