"""RDF files into a store: every resource becomes a statement, replayed through change sets like any other feed.

What a store derives (edges with assertions, confidence, consent scopes) is not copied but made anew, so that an
import into an empty store gives the same graph and an import beside other data merges with it by the usual rules.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final, TypeAlias

from graph.changes import ChangeSet, EdgeStatement, NodeStatement, Record, Rejection
from graph.rdf.edges import WaitingEdges
from graph.rdf.reading import Described, read_rdf
from graph.rdf.statements import assertion, assertion_statement, edge, inline_statement, node_statement
from graph.rdf.terms import LAYOUT, Plain
from graph.rdf.values import ValueReader
from graph.store import GraphStore
from ontology.errors import InvalidRecord, MalformedFile
from ontology.model import load_ontology
from ontology.vocabularies import CAIRN

FEED: Final = "rdf"
BATCH: Final = 2000
Progress: TypeAlias = Callable[[int], None]
SourceKey: TypeAlias = tuple[str, str]


@dataclass(slots=True)
class Imported:
    """What an import did. ``ignored`` counts predicates of other vocabularies that were not understood.

    ``rejected`` resources were left out, each with its reason; ``waiting`` records are in quarantine until the
    nodes they refer to arrive.
    """

    nodes: int = 0
    statements: int = 0
    waiting: int = 0
    rejected: list[Rejection] = field(default_factory=list)
    ignored: Mapping[str, int] = field(default_factory=dict)
    versions: dict[str, int] = field(default_factory=dict)


def import_file(store: GraphStore, path: Path, progress: Progress | None = None) -> Imported:
    """Read an RDF file into the store.

    A resource that is not valid is left out, reported, and kept in quarantine under its source. Raises
    ``MalformedFile`` when the file cannot be read at all or describes no source.
    """
    document = read_rdf(path)
    run = _Import(store, path.name)
    resources = document.resources if document.ordered else iter(_in_order(document.resources))
    try:
        for number, described in enumerate(resources, start=1):
            run.take(described)
            if progress is not None:
                progress(number)
        return run.finish()
    finally:
        run.close()


def _in_order(resources: Iterable[Described]) -> list[Described]:
    """Sources, other nodes, edges, assertions: what is referred to comes first."""
    ontology = load_ontology()

    def rank(described: Described) -> int:
        names = {iri.rpartition("#")[2] for iri in described.types}
        if "Source" in names:
            return 0
        return 3 if "Assertion" in names else 2 if names & ontology.relationships.keys() else 1

    return sorted(resources, key=rank)


class _Import:
    """One run: statements are gathered by source and written when enough have come, or before the next phase."""

    def __init__(self, store: GraphStore, file: str) -> None:
        self._store = store
        self._file = file
        self._reader = ValueReader()
        self._edges = WaitingEdges()
        self._sources: dict[SourceKey, NodeStatement] = {}
        self._pending: dict[SourceKey, list[Record]] = {}
        self._phase = 0
        self._result = Imported()

    def take(self, described: Described) -> None:
        """Read one resource and gather its statement."""
        try:
            kind = self._reader.kind(described)
            if kind == "Assertion":
                self._enter(2)
                self._take_assertion(described)
            elif kind in load_ontology().relationships:
                self._enter(1)
                self._take_edge(described, str(kind))
            elif kind is not None:
                self._take_node(described, kind)
            elif f"{CAIRN}Export" in described.types:
                self._check_layout(described)
        except InvalidRecord as error:
            self._reject(described.iri, described.line, error)

    def finish(self) -> Imported:
        """Write what is left and report."""
        self._flush()
        for iri, line in self._edges.unasserted():
            remedy = "Add a cairn:Assertion about it, from the source that says so."
            self._reject(iri, line, InvalidRecord("No assertion says that this edge holds.", remedy=remedy))
        if not self._sources:
            remedy = "Describe each source as a cairn:Source; docs/rdf.md shows one."
            raise MalformedFile(f"{self._file} describes no source.", remedy=remedy, file=self._file)
        self._keep_rejections()
        self._result.ignored = dict(sorted(self._reader.ignored.items()))
        return self._result

    def close(self) -> None:
        """Give up what the run keeps on disk."""
        self._edges.close()

    def _check_layout(self, header: Described) -> None:
        if header.facts.get(f"{CAIRN}layout", []) != [Plain(LAYOUT, "xsd:string")]:
            remedy = "Import it with the version of Cairn that wrote it, or a newer one."
            raise MalformedFile(f"{self._file} has a layout that is not known.", remedy=remedy, file=self._file)

    def _enter(self, phase: int) -> None:
        if phase != self._phase:
            self._flush()
            self._phase = phase

    def _take_node(self, described: Described, label: str) -> None:
        statement = node_statement(self._reader, described, label)
        if label == "Source":
            self._sources[statement.key.tenant_id, statement.key.id] = statement
        self._result.nodes += 1
        self._gather(described, statement.key.tenant_id, statement)

    def _take_edge(self, described: Described, rel_type: str) -> None:
        about = edge(self._reader, described, rel_type)
        if load_ontology().relationship(rel_type).asserted_by_nodes(about.tenant_id):
            self._edges.add(described.iri.rpartition(":")[2], about, described.iri, described.line)
        else:
            self._gather(described, about.tenant_id, inline_statement(about))

    def _take_assertion(self, described: Described) -> None:
        values = assertion(self._reader, described)
        about = self._edges.get(str(values["edge_id"]))
        if about is None:
            remedy = "Describe the edge before the assertion."
            raise InvalidRecord("The assertion speaks of an edge that is not described.", remedy=remedy)
        self._gather(described, about.tenant_id, assertion_statement(about, values))

    def _gather(self, described: Described, tenant: str, statement: NodeStatement | EdgeStatement) -> None:
        source = (tenant, statement.provenance.source_id)
        if source not in self._sources:
            remedy = "Describe the source before what comes from it."
            raise InvalidRecord("Its source is not described.", remedy=remedy, field="prov:wasDerivedFrom")
        is_node = isinstance(statement, NodeStatement)
        self._result.statements += 0 if is_node else 1
        record = Record(
            key=described.iri,
            file=self._file,
            line=described.line,
            nodes=(statement,) if isinstance(statement, NodeStatement) else (),
            edges=(statement,) if isinstance(statement, EdgeStatement) else (),
        )
        pending = self._pending.setdefault(source, [])
        pending.append(record)
        if len(pending) >= BATCH:
            self._write(source)

    def _flush(self) -> None:
        for source in list(self._pending):
            self._write(source)

    def _write(self, source: SourceKey) -> None:
        records = tuple(self._pending.pop(source))
        self._apply(ChangeSet(source[0], FEED, self._sources[source], records, bulk=len(records) >= BATCH))

    def _apply(self, changes: ChangeSet) -> None:
        applied = self._store.apply(changes)
        self._result.waiting += len(applied.waiting)
        self._result.versions[changes.tenant_id] = applied.version

    def _reject(self, iri: str, line: int, error: InvalidRecord) -> None:
        name = error.details.get("field")
        found = Rejection(
            key=iri,
            file=self._file,
            line=line,
            code=error.code,
            reason=error.message,
            remedy=error.remedy,
            field=None if name is None else str(name),
        )
        self._result.rejected.append(found)

    def _keep_rejections(self) -> None:
        """Rejected resources go to quarantine of the tenant they name, else of the first source's."""
        for source, found in self._by_tenant():
            self._apply(ChangeSet(source.key.tenant_id, FEED, source, rejections=tuple(found)))

    def _by_tenant(self) -> Iterator[tuple[NodeStatement, list[Rejection]]]:
        sources = {tenant: statement for (tenant, _), statement in sorted(self._sources.items(), reverse=True)}
        fallback = sources[min(sources)]
        grouped: dict[str, list[Rejection]] = {}
        for rejection in self._result.rejected:
            tenant = rejection.key.split(":")[2] if rejection.key.startswith("urn:cairn:") else ""
            grouped.setdefault(sources.get(tenant, fallback).key.tenant_id, []).append(rejection)
        for tenant, found in sorted(grouped.items()):
            yield sources[tenant], found
