"""The synthetic company as lean tables for Cypher peers: no provenance, whole numbers, one indexed id a node."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from benchmarks.company import TIME_ZONES, Company, Ints
from benchmarks.company_graph import node_id, spoken
from benchmarks.stores import Server

Column = Sequence[object]
BATCH = 10_000


@dataclass(frozen=True, slots=True)
class NodeTable:
    """Nodes of one label: ids and further columns, None for absent."""

    label: str
    ids: Sequence[str]
    columns: Mapping[str, Column]


@dataclass(frozen=True, slots=True)
class EdgeTable:
    """Edges of one type between two labels."""

    rel_type: str
    start: str
    end: str
    starts: Sequence[str]
    ends: Sequence[str]
    columns: Mapping[str, Column]


def node_tables(company: Company) -> list[NodeTable]:
    """All nodes."""
    shape = company.shape
    people = {
        "languages": [spoken(mask) for mask in company.languages.tolist()],
        "time_zone": [TIME_ZONES[zone] for zone in company.zones.tolist()],
        "left_on": _stated(company.left_on),
        "mentoring": company.mentoring.tolist(),
    }
    courses = {"cost": company.cost.tolist(), "hours": company.hours.tolist()}
    return [
        NodeTable("Skill", _ids("Skill", shape.skills), {}),
        NodeTable("Role", _ids("Role", shape.roles), {"job_zone": [1 + at % 5 for at in range(shape.roles)]}),
        NodeTable("Course", _ids("Course", shape.courses), courses),
        NodeTable("Person", _ids("Person", shape.people), people),
    ]


def edge_tables(company: Company) -> Iterator[EdgeTable]:
    """All edges."""
    yield _edges("REQUIRES_SKILL", "Role", "Skill", company.needs, ("level", "weight", "essential"))
    yield _edges(
        "TRANSITIONS_TO",
        "Role",
        "Role",
        company.moves,
        [name for name in ("observed", "base") if name in company.moves],
    )
    yield _edges("TEACHES_SKILL", "Course", "Skill", company.teaches, ("level",))
    yield _edges("HAS_SKILL", "Person", "Skill", company.held, ("level",))
    yield _edges("HOLDS_ROLE", "Person", "Role", company.posts, ("since", "until"))
    yield _edges("OFFERS_MENTORING", "Person", "Skill", company.offers, ("capacity",))
    yield _tree("BROADER", "Skill", company.parents)
    yield _tree("REPORTS_TO", "Person", company.managers)


def _edges(rel_type: str, start: str, end: str, table: Mapping[str, Ints], names: Sequence[str]) -> EdgeTable:
    starts = [node_id(start, at) for at in table["start"].tolist()]
    ends = [node_id(end, at) for at in table["end"].tolist()]
    return EdgeTable(rel_type, start, end, starts, ends, {name: _stated(table[name]) for name in names})


def _tree(rel_type: str, label: str, above: Ints) -> EdgeTable:
    linked = [(node_id(label, at), node_id(label, up)) for at, up in enumerate(above.tolist()) if up >= 0]
    return EdgeTable(rel_type, label, label, [low for low, _ in linked], [high for _, high in linked], {})


def _ids(label: str, count: int) -> list[str]:
    return [node_id(label, at) for at in range(count)]


def _stated(values: Ints) -> list[int | None]:
    return [None if value < 0 else value for value in values.tolist()]


def indexes() -> list[str]:
    """What makes starting at a node by id fast on every store."""
    return [
        f"CREATE CONSTRAINT {label.lower()}_id IF NOT EXISTS FOR (n:{label}) REQUIRE n.id IS UNIQUE"
        for label in ("Skill", "Role", "Course", "Person")
    ]


def write_by_cypher(server: Server, company: Company) -> None:
    """Create everything by UNWIND, in transactions of ``BATCH`` rows."""
    server.alter(indexes())
    for nodes in node_tables(company):
        literal = _literal(["id", *nodes.columns], 0)
        _write(server, f"UNWIND $rows AS row CREATE (n:{nodes.label} {literal})", [nodes.ids, *nodes.columns.values()])
    for edges in edge_tables(company):
        statement = (
            f"UNWIND $rows AS row MATCH (a:{edges.start} {{id: row[0]}}) MATCH (b:{edges.end} {{id: row[1]}}) "
            f"CREATE (a)-[r:{edges.rel_type} {_literal(list(edges.columns), 2)}]->(b)"
        )
        _write(server, statement, [edges.starts, edges.ends, *edges.columns.values()])


def _literal(names: Sequence[str], offset: int) -> str:
    return "{" + ", ".join(f"{name}: row[{at}]" for at, name in enumerate(names, offset)) + "}"


def _write(server: Server, statement: str, columns: Sequence[Column]) -> None:
    for first in range(0, len(columns[0]), BATCH):
        part = (column[first : first + BATCH] for column in columns)
        server.write(statement, rows=[list(row) for row in zip(*part, strict=True)])
