"""Reading 20 cited edges back by id from stores of growing size: the time must not grow with the store.

Stores of all sizes run at once, so that rounds interleave. Edges carry the whole block and each has an assertion
(without its links to both ends, which reading back does not follow), in the schema Cairn lays.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack

import numpy as np

from benchmarks.company_graph import NOW, node_id
from benchmarks.measuring import Figure, against, in_unit, interleaved
from benchmarks.plan import Plan
from benchmarks.stores import Server, serving
from graph.keys import NodeKey, Value, digest, edge_id
from graph.rows import Column, Table, edge_columns, node_columns
from graph.scope import CallerRole, Purpose, Scope, Viewer
from graph.statements import create_edges, create_nodes

TENANT, SOURCE = "synthetic", "benchmarks:synthetic"
SCOPE = Scope(TENANT, Purpose.SKILL_GAP, Viewer("benchmark", frozenset({CallerRole.SERVICE})))
CITED = 20
READS_PER_SAMPLE = 20
PER_PERSON = 20
BATCH = 10_000
FLAT = 0.67
"""Flat: reading from the largest store takes at most half as long again as from the smallest."""


def run(plan: Plan) -> Iterator[Figure]:
    """For each kind of store a figure for every size above the smallest."""
    for kind in plan.stores:
        with ExitStack() as stack:
            reads: dict[str, Callable[[], object]] = {}
            for edges in plan.readback_edges:
                server = stack.enter_context(serving(kind, plan.folder / f"readback-{kind}-{edges}", plan.jit))
                reads[f"{edges:,} edges"] = _reader(server, _fill(server, edges))
            for warm in reads.values():
                warm()
            samples = in_unit(interleaved(reads, plan.rounds), 1000 / READS_PER_SAMPLE)
            smallest, *others = samples
            for larger in others:
                what = f"{CITED} cited edges from {larger}, {server.name}"
                yield against(what, "ms", samples, larger, smallest, target=FLAT)


def _reader(server: Server, ids: list[str]) -> Callable[[], object]:
    dice = np.random.default_rng(5)
    wanted = [[ids[at] for at in dice.choice(len(ids), CITED, replace=False)] for _ in range(READS_PER_SAMPLE)]

    def read() -> None:
        for some in wanted:
            found = server.store.edges(SCOPE, some, ("HAS_SKILL",))
            assert len(found) == CITED
            assert all(cited.assertions for cited in found.values())

    return read


def _fill(server: Server, edges: int) -> list[str]:
    """Write people, skills, edges and assertions in the schema Cairn lays; returns the edge ids."""
    server.store.migrate()
    people, skills = -(-edges // PER_PERSON), max(CITED * 2, min(edges // 50, 10_000))
    _nodes(server, "Source", [{"id": SOURCE, "dataset": "synthetic", "trust": 1.0}])
    _nodes(server, "Skill", [{"id": node_id("Skill", at), "name": f"Skill {at}"} for at in range(skills)])
    allowed = {"scopes": ["skill_gap"], "scope_expiries": [""]}
    _nodes(server, "Person", [{"id": node_id("Person", at), "pseudonym": f"P{at}", **allowed} for at in range(people)])
    pairs = [(at // PER_PERSON, (at // PER_PERSON * 7 + at % PER_PERSON) % skills) for at in range(edges)]
    ids: list[str] = []
    for first in range(0, edges, BATCH):
        rows = [_edge(person, skill) for person, skill in pairs[first : first + BATCH]]
        ids += [str(row["edge_id"]) for row in rows]
        _edges(server, rows, pairs[first : first + BATCH])
        _nodes(server, "Assertion", [_assertion(row) for row in rows])
    return ids


def _edge(person: int, skill: int) -> dict[str, Value]:
    start = NodeKey("Person", TENANT, node_id("Person", person))
    found = edge_id(TENANT, "HAS_SKILL", start, NodeKey("Skill", TENANT, node_id("Skill", skill)))
    return {
        **_stated(found),
        "edge_id": found,
        "tenant_id": TENANT,
        "source_count": 1,
        "assertion_ids": [digest(found)],
        "recorded_at": NOW,
        "confidence_method": "noisy-or/1",
        "scopes": ["skill_gap"],
        "consent_id": "consent",
        "review_state": "auto",
        "level": 3.0,
    }


def _assertion(edge: dict[str, Value]) -> dict[str, Value]:
    found = str(edge["edge_id"])
    stated: dict[str, Value] = {
        "edge_id": found,
        "rel_type": "HAS_SKILL",
        "payload": '{"level":3.0}',
        "retracts": False,
    }
    return {**_stated(found), **stated, "id": digest(found)}


def _stated(found: str) -> dict[str, Value]:
    return {
        "source_id": SOURCE,
        "source_record": f"benchmarks:{found[:12]}",
        "observed_at": NOW,
        "payload_hash": digest(found, "payload"),
        "method": "import",
        "extractor_version": "1",
        "confidence": 1.0,
    }


def _nodes(server: Server, label: str, nodes: list[dict[str, Value]]) -> None:
    columns, block = node_columns(label), {"tenant_id": TENANT, "recorded_at": NOW, "ontology_version": "1"}
    for first in range(0, len(nodes), BATCH):
        table = Table()
        rows = [table.row(columns, {**block, **node}) for node in nodes[first : first + BATCH]]
        server.write(create_nodes(label).text, rows=rows, table=table.values, tenant=TENANT)


def _edges(server: Server, edges: list[dict[str, Value]], pairs: list[tuple[int, int]]) -> None:
    table, columns = Table(), edge_columns("HAS_SKILL")
    rows = [_row(table, columns, edge, pair) for edge, pair in zip(edges, pairs, strict=True)]
    statement = create_edges("HAS_SKILL", "Person", "Skill").text
    server.write(statement, rows=rows, table=table.values, start_tenant=TENANT, end_tenant=TENANT)


def _row(table: Table, columns: tuple[Column, ...], edge: dict[str, Value], pair: tuple[int, int]) -> list[object]:
    return [node_id("Person", pair[0]), node_id("Skill", pair[1]), *table.row(columns, edge)]
