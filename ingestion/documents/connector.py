"""The feed ``documents``: a file or folder of policies and playbooks as a source for the pipeline."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from pathlib import Path

from graph.changes import NodeStatement, Rejection
from graph.keys import NodeKey
from graph.store import GraphStore, NodeRecord
from ingestion.connector import Item, Note
from ingestion.documents.files import found, read, relative_names
from ingestion.documents.mentions import Phrases, is_telling
from ingestion.documents.privacy import Redaction
from ingestion.documents.records import Known, Origin, Recorded, recorded
from ingestion.documents.series import Version, succession
from ingestion.faults import Fault, Refused
from ingestion.pipeline import BATCH_SIZE, Clock, Progress, run
from ingestion.quarantine import UNREADABLE
from ingestion.report import RunReport
from ingestion.sources import SourceDescription

FEED = "documents"
SOURCE = SourceDescription(system="documents", dataset="documents")
DOCUMENTS_A_BATCH = 50
"""A document is up to 2,000 passages, so batches hold fewer of them than rows of a feed."""


@dataclass(slots=True)
class DocumentsConnector:
    """The documents under a path for one tenant. ``stored`` are the versions that the graph holds already."""

    path: Path
    origin: Origin
    stored: Mapping[str, Version]
    files: list[str] = field(default_factory=list)

    @property
    def feed(self) -> str:
        """Name of the feed."""
        return FEED

    @property
    def tenant_id(self) -> str:
        """Tenant of the documents."""
        return self.origin.tenant_id

    @property
    def file(self) -> str:
        """Name of the file or folder, for the journal."""
        return self.path.name

    @property
    def source(self) -> NodeStatement:
        """Who stands behind the documents."""
        return self.origin.source.statement(self.tenant_id)

    def records(self) -> Iterator[Item]:
        """Change records and rejections, file by file, then what was noted."""
        paths, others = found(self.path)
        named = list(relative_names(paths, self.path))
        self.files = [name for _, name in named]
        removed = 0
        taken: dict[str, str] = {}
        loaded: dict[str, Version] = {}
        for path, name in named:
            try:
                text = read(path)
                document = recorded(text, name, self.origin)
                self._check(document, name, taken)
            except Refused as refused:
                yield _rejection(name, refused.fault)
                continue
            removed += document.removed
            meta = text.meta
            loaded[meta.id] = Version(
                meta.id, meta.series, meta.version, meta.in_force_from, document.content_hash, document.observed_at
            )
            yield from document.records
        last = next(reversed(taken.values()), self.file)
        yield from succession(self.stored, loaded, self.tenant_id, self.origin.source, last)
        if removed:
            yield Note("personal_data_removed", removed)
        if others:
            yield Note("files_of_other_kinds", others)

    def _check(self, document: Recorded, name: str, taken: dict[str, str]) -> None:
        """Raise ``Refused`` for a version that another file has, or whose text changed without a new date."""
        key = document.records[0].key
        if key in taken:
            reason = f"The file {taken[key]} is the same version of the same text."
            raise Refused("SAME_VERSION", reason, "Raise the version, or remove one of the two.", "version")
        taken[key] = name
        before = self.stored.get(key)
        changed = before is not None and before.content_hash != document.content_hash
        if before is not None and changed and document.observed_at <= before.observed_at:
            reason = "The text differs from the stored one of the same version and date."
            remedy = "Raise the version and say what it supersedes; for a mere correction add `updated: <date>`."
            raise Refused("CHANGED_IN_PLACE", reason, remedy, "updated")


def _rejection(name: str, fault: Fault) -> Rejection:
    return Rejection(
        key=f"{UNREADABLE}{name}:0",
        file=name,
        line=0,
        code=fault.code,
        reason=fault.reason,
        remedy=fault.remedy,
        field=fault.field,
    )


def known(store: GraphStore, tenant_id: str) -> Known:
    """Names of the tenant's roles, skills and courses by which texts are linked, and of people to take out."""
    labelled: list[tuple[str, NodeKey]] = []
    names: list[str] = []
    for record in store.scan([tenant_id], nodes=("Role", "Skill", "Course", "Person")):
        if not isinstance(record, NodeRecord):
            continue
        name, others = record.properties.get("name"), record.properties.get("alt_labels")
        if record.key.label == "Person":
            names += [str(name)] if name else []
        else:
            labels = [name, *(others if isinstance(others, list) else [])]
            labelled += [(str(label), record.key) for label in labels if label and is_telling(str(label))]
    # the same whatever order the store gives: own names before other names would differ by it otherwise
    return Known(Phrases.of(sorted(labelled, key=lambda one: (one[0].casefold(), one[1]))), Redaction.of(names))


def stored_versions(store: GraphStore, tenant_id: str) -> dict[str, Version]:
    """The versions in the graph."""
    versions: dict[str, Version] = {}
    for record in store.scan([tenant_id], nodes=("Document",)):
        if isinstance(record, NodeRecord):
            stated = record.properties
            moment, begins = stated.get("observed_at"), stated.get("in_force_from")
            versions[record.key.id] = Version(
                id=record.key.id,
                series=str(stated.get("series")),
                version=str(stated.get("version")),
                begins=begins if isinstance(begins, date) else date.max,
                content_hash=str(stated.get("content_hash")),
                observed_at=moment if isinstance(moment, datetime) else datetime(1970, 1, 1, tzinfo=UTC),
            )
    return versions


def ingest_documents(
    store: GraphStore,
    path: Path,
    tenant_id: str,
    *,
    clock: Clock,
    observed_at: datetime | None = None,
    source: SourceDescription = SOURCE,
    batch_size: int = BATCH_SIZE,
    progress: Progress | None = None,
) -> RunReport:
    """Load the documents under the path. Raises ``MalformedFile`` or ``StoreFailure``."""
    origin = Origin(tenant_id, FEED, source, known(store, tenant_id), observed_at)
    connector = DocumentsConnector(path, origin, stored_versions(store, tenant_id))
    return run(connector, store, clock=clock, batch_size=min(batch_size, DOCUMENTS_A_BATCH), progress=progress)
