"""The look at a whole source before anything is written: contradictory duplicates and circles. It writes nothing."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from graph.changes import Record, Rejection
from graph.store import GraphStore
from ingestion.circles import closing
from ingestion.connector import Item
from ingestion.versions import Place, Version


@dataclass(slots=True)
class Screening:
    """What is known of a source after one pass: the records to refuse, and how many say the same twice."""

    refused: dict[Place, Rejection] = field(default_factory=dict)
    repeated: int = 0
    superseded: int = 0

    def verdict(self, record: Record) -> Record | Rejection:
        """The record itself, or why it is refused."""
        return self.refused.get((record.key, record.file, record.line), record)


def screen(items: Iterable[Item], tenant_id: str, store: GraphStore) -> Screening:
    """Read everything once and decide which records contradict each other or close a circle.

    Within one source the rules do not depend on the order of rows: of one key the newest version counts, two
    versions of the same moment that differ are both refused, and every record with an edge on a circle is
    refused. Against what is already stored, the record that arrives later is the one refused.
    """
    result = Screening()
    versions: dict[str, list[Version]] = {}
    for item in items:
        if isinstance(item, Record):
            versions.setdefault(item.key, []).append(Version.of(item))
    histories = [known if len(known) == 1 else _history(key, known, result) for key, known in versions.items()]
    result.refused.update(circles(histories, tenant_id, store))
    return result


def circles(histories: Iterable[Sequence[Version]], tenant_id: str, store: GraphStore) -> dict[Place, Rejection]:
    """The refusals of versions that close a circle."""
    return {
        place: Rejection(
            *place,
            code="CYCLE",
            reason=f"It closes a circle: {text}.",
            remedy="Break the circle at one of these rows and load the file again.",
        )
        for place, text in closing(histories, tenant_id, store).items()
    }


def _history(key: str, known: Sequence[Version], result: Screening) -> list[Version]:
    """One version for each moment, oldest first, without those that contradict another of the same moment."""
    by_moment: dict[datetime, dict[bytes, list[Version]]] = {}
    for version in known:
        by_moment.setdefault(version.observed_at, {}).setdefault(version.content, []).append(version)
    result.repeated += sum(len(same) - 1 for contents in by_moment.values() for same in contents.values())
    result.superseded += len(by_moment) - 1
    history = []
    for _, contents in sorted(by_moment.items()):
        if len(contents) == 1:
            history.append(next(iter(contents.values()))[0])
        else:
            _refuse(key, [version for same in contents.values() for version in same], result)
    return history


def _refuse(key: str, versions: Sequence[Version], result: Screening) -> None:
    lines = sorted(version.place[2] for version in versions)
    for version in versions:
        result.refused[version.place] = Rejection(
            *version.place,
            code="DUPLICATE_CONFLICT",
            reason=f"Rows {', '.join(map(str, lines[:10]))} say different things about {key!r} at the same moment.",
            remedy="Keep one of them, or give each its observed_at so that the newest counts.",
        )
