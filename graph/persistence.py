"""Snapshots on disk: one array file and a manifest a snapshot, written aside and renamed, mapped when read back.

One .npy file of bytes for all arrays, since a process keeps a descriptor open for every file it maps. What does
not match its checksums, its format or the schema is never served: it counts as absent.
"""

from __future__ import annotations

import io
import json
import logging
import os
import shutil
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from hashlib import blake2b
from pathlib import Path
from typing import Any, TypeAlias
from uuid import uuid4

import numpy as np

from graph.adjacency import Adjacency, StatedEnds, edge_columns
from graph.columns import AnyArray, NumberColumn, StringColumn, is_uniform
from graph.identities import NO_IDENTITIES, Identities, Link, Member
from graph.keys import digest
from graph.snapshot import LABEL_ORDER, SNAPSHOT_TYPES, Snapshot, SnapshotVersion
from ontology.model import PURPOSES, REFERENCE_TENANT, load_ontology

FORMAT = 3
ARRAYS, MANIFEST = "arrays.npy", "manifest.json"
_ALIGNMENT = 64
_STATED = ("positions", "starts", "ends")
KEPT = 2
"""Snapshots kept of a tenant when nothing else is said."""
_STALE_SECONDS = 3600

Manifest: TypeAlias = dict[str, Any]  # read from JSON that a checksum has vouched for

_log = logging.getLogger(__name__)


def schema_fingerprint() -> str:
    """A hash of everything about the ontology that the arrays' layout depends on."""
    ontology = load_ontology()
    labels = {label: {n: spec.type for n, spec in ontology.node(label).properties.items()} for label in LABEL_ORDER}
    types = {rel_type: list(edge_columns(rel_type).items()) for rel_type in SNAPSHOT_TYPES}
    return digest(json.dumps([LABEL_ORDER, PURPOSES, labels, types], sort_keys=True))


@dataclass(frozen=True, slots=True)
class SnapshotFolder:
    """The snapshots of one store, the last ``kept`` written of a tenant. Use another folder for another store."""

    root: Path
    kept: int = KEPT

    def save(self, snapshot: Snapshot) -> Path:
        """Write the snapshot and drop older ones of its tenant. Readers never see half of it."""
        folder = self._folder(snapshot.version.tenant_id)
        version = snapshot.version
        target = folder / f"{version.tenant:012d}-{version.reference:012d}-{version.read_at:%Y%m%dT%H%M%S%f}"
        if not target.exists():
            folder.mkdir(parents=True, exist_ok=True)
            aside = folder / f"{uuid4().hex}.tmp"
            aside.mkdir()
            try:
                _write(snapshot, aside)
                os.rename(aside, target)
            except OSError:
                # Another process may have written the same version; anything else is worth its own report.
                if not target.exists():
                    raise
            finally:
                shutil.rmtree(aside, ignore_errors=True)
        _prune(folder, target, self.kept)
        return target

    def holds(self, version: SnapshotVersion) -> bool:
        """Whether a snapshot of that state is here, whenever it was read."""
        return any(self._of(version.tenant_id, version.tenant, version.reference))

    def find(self, tenant_id: str, tenant: int, reference: int) -> Snapshot | None:
        """The snapshot of exactly these versions, if it is kept and readable."""
        found = (load(folder) for folder in self._of(tenant_id, tenant, reference))
        return next((each for each in found if each is not None and each.version.tenant_id == tenant_id), None)

    def _of(self, tenant_id: str, tenant: int, reference: int) -> Iterator[Path]:
        return self._folder(tenant_id).glob(f"{tenant:012d}-{reference:012d}-*")

    def load(self, tenant_id: str, heads: Mapping[str, int]) -> Snapshot | None:
        """The newest readable snapshot of the tenant that is not ahead of the store's versions."""
        for folder in sorted(self._folder(tenant_id).glob("*-*-*"), reverse=True):
            snapshot = load(folder)
            if snapshot is None or snapshot.version.tenant_id != tenant_id:
                continue
            version = snapshot.version
            if version.tenant <= heads[tenant_id] and version.reference <= heads[REFERENCE_TENANT]:
                return snapshot
            _log.warning("snapshot %s is of another store and is not used", folder.name)
        return None

    def _folder(self, tenant_id: str) -> Path:
        return self.root / digest(tenant_id)[:16]


def _prune(folder: Path, newest: Path, kept: int) -> None:
    others = sorted((entry for entry in folder.glob("*-*-*") if entry != newest), key=_written, reverse=True)
    abandoned = [entry for entry in folder.glob("*.tmp") if _written(newest) - _written(entry) > _STALE_SECONDS]
    for entry in [*others[max(kept, 1) - 1 :], *abandoned]:
        shutil.rmtree(entry, ignore_errors=True)


def _written(folder: Path) -> float:
    try:
        return folder.stat().st_mtime
    except OSError:
        return 0.0


# -- writing ---------------------------------------------------------------------------------------------------


def _write(snapshot: Snapshot, folder: Path) -> None:
    arrays = dict(sorted(_arrays(snapshot)))
    places: dict[str, list[object]] = {}
    total = 0
    for name, array in arrays.items():
        places[name] = [array.dtype.str, list(array.shape), total, is_uniform(array)]
        total += -(-_kept(array).nbytes // _ALIGNMENT) * _ALIGNMENT
    header = io.BytesIO()
    np.lib.format.write_array_header_1_0(header, {"descr": "|u1", "fortran_order": False, "shape": (total,)})
    checksum = blake2b(header.getvalue(), digest_size=16)
    with (folder / ARRAYS).open("wb") as file:
        file.write(header.getvalue())
        for array in arrays.values():
            content = np.ascontiguousarray(_kept(array)).tobytes()
            content += b"\0" * (-len(content) % _ALIGNMENT)
            checksum.update(content)
            file.write(content)
    sealing = {"arrays": places, "first_byte": len(header.getvalue()), "arrays_checksum": checksum.hexdigest()}
    manifest = {**_manifest(snapshot), **sealing}
    (folder / MANIFEST).write_text(_sealed(manifest), "utf-8")


def _kept(array: AnyArray) -> AnyArray:
    """What of an array goes into the file: one value where all are the same."""
    return array[:1] if is_uniform(array) else array


def _sealed(manifest: Manifest) -> str:
    text = json.dumps(manifest, sort_keys=True, ensure_ascii=False)
    return json.dumps({"checksum": digest(text), "manifest": text})


def _arrays(snapshot: Snapshot) -> Iterator[tuple[str, AnyArray]]:
    yield "tenant_codes", snapshot.tenant_codes
    yield "hashes", snapshot.hashes
    yield "hash_order", snapshot.hash_order
    yield "scopes", snapshot.scopes
    yield "scope_expiry", snapshot.scope_expiry
    yield from _text_arrays("ids", snapshot.ids)
    yield from _text_arrays("captions", snapshot.captions)
    for (label, name), numbers in snapshot.numbers.items():
        yield f"numbers/{label}/{name}", numbers
    for (label, name), texts in snapshot.texts.items():
        yield from _text_arrays(f"texts/{label}/{name}", texts)
    for rel_type, adjacency in snapshot.adjacencies.items():
        for part in ("offsets", "dst", "in_offsets", "in_edge", "in_src"):
            yield f"edges/{rel_type}/{part}", getattr(adjacency, part)
        for name, column in adjacency.columns.items():
            yield f"edges/{rel_type}/columns/{name}", column.raw
        if adjacency.qualifiers is not None:
            yield from _text_arrays(f"edges/{rel_type}/qualifiers", adjacency.qualifiers)
        if adjacency.stated is not None:
            for part in _STATED:
                yield f"edges/{rel_type}/stated/{part}", getattr(adjacency.stated, part)


def _text_arrays(name: str, column: StringColumn) -> Iterator[tuple[str, AnyArray]]:
    yield f"{name}/blob", column.blob
    yield f"{name}/offsets", column.offsets


def _manifest(snapshot: Snapshot) -> Manifest:
    version = snapshot.version
    return {
        "format": FORMAT,
        "schema": schema_fingerprint(),
        "version": [version.tenant_id, version.tenant, version.reference, version.read_at.isoformat()],
        "label_ranges": {label: list(span) for label, span in snapshot.label_ranges.items()},
        "tenants": list(snapshot.tenants),
        "numbers": [list(key) for key in snapshot.numbers],
        "texts": [list(key) for key in snapshot.texts],
        "edges": {rel_type: _described(adjacency) for rel_type, adjacency in snapshot.adjacencies.items()},
        "links": [[link.start, link.end, link.confidence] for link in snapshot.identities.links],
        "members": [[one.id, one.caption, one.lead, list(one.path)] for one in snapshot.identities.members],
    }


def _described(adjacency: Adjacency) -> Manifest:
    return {
        "bases": [adjacency.start_base, adjacency.end_base],
        "columns": {name: [c.kind, c.quantum, list(c.labels)] for name, c in adjacency.columns.items()},
        "qualified": adjacency.qualifiers is not None,
        "stated": adjacency.stated is not None,
        "foreign": [[position, tenant_id] for position, tenant_id in sorted(adjacency.foreign_tenants.items())],
    }


# -- reading ---------------------------------------------------------------------------------------------------


def load(folder: Path) -> Snapshot | None:
    """The snapshot in the folder, its arrays mapped; None (and a line in the log) when it may not be used."""
    try:
        manifest = _opened(folder / MANIFEST)
        if manifest is None:
            return None
        content = np.asarray(np.memmap(folder / ARRAYS, dtype=np.uint8, mode="r"))
    except (OSError, ValueError) as error:
        _log.warning("snapshot %s cannot be read (%s)", folder.name, type(error).__name__)
        return None
    if blake2b(content.data, digest_size=16).hexdigest() != manifest["arrays_checksum"]:
        _log.warning("snapshot %s is damaged and is not used", folder.name)
        return None
    return _assembled(manifest, content[manifest["first_byte"] :])


def _opened(path: Path) -> Manifest | None:
    sealed = json.loads(path.read_text("utf-8"))
    if not isinstance(sealed, dict) or digest(str(sealed.get("manifest"))) != sealed.get("checksum"):
        _log.warning("the manifest of snapshot %s is damaged", path.parent.name)
        return None
    manifest: Manifest = json.loads(sealed["manifest"])
    if manifest["format"] != FORMAT or manifest["schema"] != schema_fingerprint():
        _log.info("snapshot %s has another format or schema", path.parent.name)
        return None
    return manifest


def _assembled(manifest: Manifest, content: AnyArray) -> Snapshot:
    def array(name: str) -> AnyArray:
        dtype, shape, offset, same = manifest["arrays"][name]
        kept = [1] if same else shape
        count = int(np.prod(kept, dtype=np.int64)) * np.dtype(dtype).itemsize
        view: AnyArray = content[offset : offset + count].view(dtype).reshape(kept)
        return np.broadcast_to(view, shape) if same else view

    def text(name: str) -> StringColumn:
        return StringColumn(array(f"{name}/blob"), array(f"{name}/offsets"))

    def adjacency(rel_type: str, described: Manifest) -> Adjacency:
        at = f"edges/{rel_type}"
        return Adjacency(
            rel_type=rel_type,
            start_base=described["bases"][0],
            offsets=array(f"{at}/offsets"),
            dst=array(f"{at}/dst"),
            end_base=described["bases"][1],
            in_offsets=array(f"{at}/in_offsets"),
            in_edge=array(f"{at}/in_edge"),
            in_src=array(f"{at}/in_src"),
            columns={
                name: NumberColumn(array(f"{at}/columns/{name}"), kind, quantum, tuple(labels))
                for name, (kind, quantum, labels) in described["columns"].items()
            },
            qualifiers=text(f"{at}/qualifiers") if described["qualified"] else None,
            foreign_tenants=dict(described["foreign"]),
            stated=StatedEnds(*(array(f"{at}/stated/{part}") for part in _STATED)) if described["stated"] else None,
        )

    tenant_id, tenant, reference, read_at = manifest["version"]
    return Snapshot(
        version=SnapshotVersion(tenant_id, tenant, reference, datetime.fromisoformat(read_at)),
        label_ranges={label: (low, high) for label, (low, high) in manifest["label_ranges"].items()},
        tenants=tuple(manifest["tenants"]),
        tenant_codes=array("tenant_codes"),
        ids=text("ids"),
        captions=text("captions"),
        hashes=array("hashes"),
        hash_order=array("hash_order"),
        numbers={(label, name): array(f"numbers/{label}/{name}") for label, name in manifest["numbers"]},
        texts={(label, name): text(f"texts/{label}/{name}") for label, name in manifest["texts"]},
        scopes=array("scopes"),
        scope_expiry=array("scope_expiry"),
        adjacencies={rel_type: adjacency(rel_type, described) for rel_type, described in manifest["edges"].items()},
        identities=_identities(tenant_id, manifest),
    )


def _identities(tenant_id: str, manifest: Manifest) -> Identities:
    if not manifest["members"]:
        return NO_IDENTITIES
    members = [Member(one, caption, lead, tuple(path)) for one, caption, lead, path in manifest["members"]]
    return Identities(tenant_id, [Link(*link) for link in manifest["links"]], members)
