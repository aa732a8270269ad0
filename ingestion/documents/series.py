"""Versions of one series by their dates: whichever begins later supersedes those that began before. Pure.

Every such pair becomes an edge, whether somebody states it or not, so that what took a version's place can be cited;
and every pair, not only neighbours, so that the order in which versions arrive does not matter.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from itertools import permutations

from graph.changes import EdgeStatement, Provenance, Record
from graph.keys import NodeKey
from ingestion.rules import METHOD_CONFIDENCE
from ingestion.sources import SourceDescription, confidence_on_grid


@dataclass(frozen=True, slots=True)
class Version:
    """A version of a text, in this load or in the graph already."""

    id: str
    series: str
    version: str
    begins: date
    content_hash: str
    observed_at: datetime


def succession(
    stored: Mapping[str, Version], loaded: Mapping[str, Version], tenant_id: str, source: SourceDescription, file: str
) -> Iterator[Record]:
    """A record for each pair of which one is in this load."""
    known = sorted({**stored, **loaded}.values(), key=lambda one: (one.series, one.begins, one.id))
    series: dict[str, list[Version]] = {}
    for one in known:
        series.setdefault(one.series, []).append(one)
    for versions in series.values():
        for newer, older in permutations(versions, 2):
            if newer.begins > older.begins and (newer.id in loaded or older.id in loaded):
                yield _superseded(newer, older, tenant_id, source, file)


def _superseded(newer: Version, older: Version, tenant_id: str, source: SourceDescription, file: str) -> Record:
    confidence = confidence_on_grid(METHOD_CONFIDENCE["inferred"] * source.trust)
    key = f"{newer.id}#series:{older.id}"
    edge = EdgeStatement(
        tenant_id=tenant_id,
        rel_type="SUPERSEDES",
        start=NodeKey("Document", tenant_id, newer.id),
        end=NodeKey("Document", tenant_id, older.id),
        properties={"version": newer.version, "old_version": older.version},
        provenance=Provenance(source.id, f"documents:{key}", newer.observed_at, "inferred", confidence=confidence),
        valid_from=newer.begins,
    )
    return Record(key, file, 1, (), (edge,))
