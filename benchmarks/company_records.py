"""The synthetic company as a change set, consent included, to be applied like any feed. For small companies."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, timedelta
from itertools import repeat

from benchmarks.company import TENANT, Company
from benchmarks.company_graph import NOW, PURPOSES, node_id, nodes
from benchmarks.company_tables import edge_tables
from graph.changes import ChangeSet, EdgeStatement, NodeStatement, Provenance, Record, on_grid
from graph.columns import EPOCH
from graph.keys import NodeKey, Value
from graph.store import GraphStore

SOURCE_ID = "benchmarks:synthetic"
OBSERVED = datetime(2026, 1, 1, tzinfo=UTC)
BATCH = 2_000
GRIDS = {"level": 0.02, "weight": 0.004}
NAMES = {
    ("REQUIRES_SKILL", "level"): "min_level",
    ("TEACHES_SKILL", "level"): "to_level",
    ("TRANSITIONS_TO", "observed"): "observed_count",
}


def write_by_store(store: GraphStore, company: Company) -> None:
    """Apply the company to the store in batches: nodes, consents, edges."""
    source = NodeStatement(NodeKey("Source", TENANT, SOURCE_ID), _source(), _said("source"))
    records = [*_nodes(company), *_consents(company), *_edges(company)]
    for first in range(0, len(records), BATCH):
        part = tuple(records[first : first + BATCH])
        store.apply(ChangeSet(TENANT, "benchmarks", source, part, bulk=True))


def _source() -> dict[str, Value]:
    return {"system": "benchmarks", "dataset": "synthetic", "version": "1", "trust": 1.0, "synthetic": True}


def _said(key: str) -> Provenance:
    return Provenance(SOURCE_ID, f"benchmarks:{key}", OBSERVED)


def _record(number: int, *, node: NodeStatement | None = None, edge: EdgeStatement | None = None) -> Record:
    key = (node or edge).provenance.source_record  # type: ignore[union-attr]  # one of them is given
    return Record(key, "synthetic", number, (node,) if node else (), (edge,) if edge else ())


def _nodes(company: Company) -> Iterator[Record]:
    for number, record in enumerate(nodes(company)):
        own = {name: value for name, value in record.properties.items() if not name.startswith("scope")}
        node = NodeStatement(record.key, on_grid(record.key.label, own), _said(str(record.key)))
        yield _record(number, node=node)


def _consents(company: Company) -> Iterator[Record]:
    for number, mentoring in enumerate(company.mentoring.tolist()):
        person = NodeKey("Person", TENANT, node_id("Person", number))
        grant = NodeKey("ConsentGrant", TENANT, f"{person.id}-consent")
        agreed: list[str] = [name for name in PURPOSES if mentoring or name != "mentor_match"]
        stated: dict[str, Value] = {
            "person_id": person.id,
            "purposes": agreed,
            "status": "granted",
            "given_at": OBSERVED,
        }
        said = _said(grant.id)
        granted = EdgeStatement(TENANT, "GRANTED", person, grant, {}, said)
        yield Record(grant.id, "synthetic", number, (NodeStatement(grant, stated, said),), (granted,))


def _edges(company: Company) -> Iterator[Record]:
    for table in edge_tables(company):
        names = list(table.columns)
        rows: Iterable[tuple[object, ...]] = zip(*table.columns.values(), strict=True) if names else repeat(())
        for number, (start, end, row) in enumerate(zip(table.starts, table.ends, rows, strict=False)):
            stated = {
                NAMES.get((table.rel_type, name), name): _real(name, value)
                for name, value in zip(names, row, strict=True)
            }
            since, until = _day(stated.pop("since", None)), _day(stated.pop("until", None))
            edge = EdgeStatement(
                TENANT,
                table.rel_type,
                NodeKey(table.start, TENANT, start),
                NodeKey(table.end, TENANT, end),
                on_grid(table.rel_type, stated),
                _said(f"{table.rel_type}:{number}"),
                qualifier=since.isoformat() if since else None,
                valid_from=since,
                valid_to=until,
            )
            yield _record(number, edge=edge)


def _real(name: str, value: object) -> Value:
    assert value is None or isinstance(value, int)
    if name == "essential":
        return bool(value)
    return value * GRIDS[name] if value is not None and name in GRIDS else value


def _day(value: Value) -> date | None:
    return EPOCH + timedelta(days=value) if isinstance(value, int) else None


__all__ = ["NOW", "write_by_store"]
