"""Records as a look before the load needs them: when, what in short, and their edges that must not run in circles."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import blake2b
from typing import TypeAlias

import orjson

from graph.changes import EdgeStatement, Provenance, Record
from ontology.model import load_ontology

Place: TypeAlias = tuple[str, str, int]
"""Where a record stands: key, file, line."""

_NO_TIME = datetime.min.replace(tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Version:
    """One version of a record. ``replaced`` are the (source, source record) pairs whose older statements it ends."""

    place: Place
    observed_at: datetime
    content: bytes
    replaced: tuple[tuple[str, str], ...]
    arcs: tuple[EdgeStatement, ...]

    @classmethod
    def of(cls, record: Record) -> Version:
        """The record in short."""
        said = orjson.dumps((record.nodes, record.edges, record.requires), option=orjson.OPT_SORT_KEYS)
        origins = provenances(record)
        who = {(origin.source_id, origin.source_record) for origin in origins}
        return cls(
            place=(record.key, record.file, record.line),
            observed_at=max((origin.observed_at for origin in origins), default=_NO_TIME),
            content=blake2b(said, digest_size=8).digest(),
            replaced=tuple(sorted(who)) if record.replaces else (),
            arcs=tuple(edge for edge in record.edges if load_ontology().relationship(edge.rel_type).acyclic),
        )


def provenances(record: Record) -> list[Provenance]:
    """The provenance of each statement of the record."""
    return [node.provenance for node in record.nodes] + [edge.provenance for edge in record.edges]
