"""Loading the public classifications: Cairn's whole pipeline against the raw driver writing ready-made rows.

Ours reads and checks the publishers' files, maps, hashes, looks up what is stored and keeps a change log; the peer
only sends rows that were prepared before the clock ran. Every pass writes into a fresh store of the same kind with
the same constraints and indexes; passes alternate.
"""

from __future__ import annotations

import itertools
import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from benchmarks.measuring import Figure, against, in_unit, seconds_of
from benchmarks.plan import Plan
from benchmarks.public_data import load, require_data
from benchmarks.raw_rows import WAYS, Batch, Contents, Way, batches, contents_of
from benchmarks.stores import Server, serving

OURS = "Cairn, pipeline end to end"
TARGET = 0.8
SAMPLE = 40_000
"""Edges written to find out which way and batch size of the raw driver is the fastest."""


def run(plan: Plan) -> Iterator[Figure]:
    """One figure a store."""
    require_data(plan)
    for kind in plan.stores:
        yield _on(kind, plan)


def _on(kind: str, plan: Plan) -> Figure:
    with _fresh(kind, plan) as server:
        name, ours = server.name, [seconds_of(lambda: load(server.store, plan))]
        contents = contents_of(server.store)
    way, size, tried = _fastest(kind, plan, contents)
    rows = batches(contents, way, size)
    raw: list[float] = []
    for number in range(plan.load_rounds):
        if number % 2 == 1:
            ours.append(_ours(kind, plan))
        raw.append(_raw(kind, plan, rows, contents))
        if number % 2 == 0 and number + 1 < plan.load_rounds:
            ours.append(_ours(kind, plan))
    peer = f"raw driver, UNWIND of {size:,} {way} a transaction"
    samples = in_unit({OURS: tuple(ours), peer: tuple(raw)}, 1.0)
    what = f"load of {contents.size:,} nodes and edges, {name}"
    note = ", ".join(f"{one} {took:.1f} s" for one, took in tried.items())
    note = f"raw driver on a sample of the rows: {note}" if note else ""
    return against(what, "s", samples, OURS, peer, target=TARGET, note=note)


@contextmanager
def _fresh(kind: str, plan: Plan) -> Iterator[Server]:
    home = plan.folder / f"load-{kind}"
    shutil.rmtree(home, ignore_errors=True)
    with serving(kind, home, plan.jit) as server:
        server.store.migrate()
        yield server


def _ours(kind: str, plan: Plan) -> float:
    with _fresh(kind, plan) as server:
        return seconds_of(lambda: load(server.store, plan))


def _raw(kind: str, plan: Plan, rows: Sequence[Batch], contents: Contents) -> float:
    with _fresh(kind, plan) as server:
        took = seconds_of(lambda: _send(server, rows))
        edges = sum(map(len, contents.edges.values()))
        assert _count(server) == edges, "the raw driver wrote another graph"
        return took


def _send(server: Server, rows: Sequence[Batch]) -> None:
    for batch in rows:
        server.write(batch.statement, **batch.parameters)


def _count(server: Server) -> int:
    return int(server.read("MATCH ()-[r]->() RETURN count(r)", {})[0][0])


def _fastest(kind: str, plan: Plan, contents: Contents) -> tuple[Way, int, dict[str, float]]:
    """The way and batch size that write a sample fastest, and what each took."""
    candidates = list(itertools.product(WAYS, plan.load_batches))
    if len(candidates) == 1:
        return (*candidates[0], {})
    sample = contents.sample(SAMPLE)
    took = {(way, size): _raw(kind, plan, batches(sample, way, size), sample) for way, size in candidates}
    return (*min(candidates, key=took.__getitem__), {f"{size:,} {way}": took[way, size] for way, size in candidates})
