"""Cycles in hierarchies and reporting lines: which edges lie on one, on a common day. Pure; knows no store."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from graph.keys import NodeKey


@dataclass(frozen=True, slots=True)
class Arc:
    """An edge of a type that must not run in circles, and the record that states it (None: it is stored)."""

    rel_type: str
    start: NodeKey
    end: NodeKey
    first: date
    last: date
    record: int | None = None


def cycles(arcs: Sequence[Arc]) -> dict[int, str]:
    """Records that have an arc on a cycle, each with that cycle spelt out.

    Two arcs belong to one cycle only if all of its arcs hold on a common day: a manager of 2019 may report to
    his former report in 2024. The result does not depend on the order of the arcs.
    """
    found: dict[int, str] = {}
    for rel_type in sorted({arc.rel_type for arc in arcs}):
        suspects = _peeled([arc for arc in arcs if arc.rel_type == rel_type])
        for day in sorted({arc.first for arc in suspects}):
            valid = _peeled([arc for arc in suspects if arc.first <= day <= arc.last])
            for record, text in _on_cycles(valid):
                found.setdefault(record, text)
    return found


def _peeled(arcs: Sequence[Arc]) -> list[Arc]:
    """The arcs without those that start or end where nothing goes in or out; empty when there is no cycle."""
    kept = list(arcs)
    while True:
        starts, ends = {arc.start for arc in kept}, {arc.end for arc in kept}
        left = [arc for arc in kept if arc.start in ends and arc.end in starts]
        if len(left) == len(kept):
            return left
        kept = left


def _on_cycles(arcs: Sequence[Arc]) -> Iterator[tuple[int, str]]:
    component = _components(arcs)
    inside = [arc for arc in arcs if component[arc.start] == component[arc.end]]
    texts: dict[int, str] = {}
    for arc in inside:
        if arc.record is None:
            continue
        number = component[arc.start]
        if number not in texts:
            texts[number] = _spelt([each for each in inside if component[each.start] == number])
        yield arc.record, texts[number]


def _components(arcs: Iterable[Arc]) -> Mapping[NodeKey, int]:
    """Strongly connected components by Kosaraju's two sweeps, without recursion."""
    ahead: dict[NodeKey, list[NodeKey]] = defaultdict(list)
    back: dict[NodeKey, list[NodeKey]] = defaultdict(list)
    for arc in arcs:
        ahead[arc.start].append(arc.end)
        back[arc.end].append(arc.start)
    finished: list[NodeKey] = []
    seen: set[NodeKey] = set()
    for root in sorted({*ahead, *back}):
        _finish(root, ahead, seen, finished)
    component: dict[NodeKey, int] = {}
    for number, root in enumerate(reversed(finished)):
        todo = [root] if root not in component else []
        while todo:
            node = todo.pop()
            if node not in component:
                component[node] = number
                todo += back[node]
    return component


def _finish(root: NodeKey, ahead: Mapping[NodeKey, list[NodeKey]], seen: set[NodeKey], order: list[NodeKey]) -> None:
    stack = [(root, iter(ahead.get(root, ())))] if root not in seen else []
    seen.add(root)
    while stack:
        node, following = stack[-1]
        fresh = next((other for other in following if other not in seen), None)
        if fresh is None:
            order.append(node)
            stack.pop()
        else:
            seen.add(fresh)
            stack.append((fresh, iter(ahead.get(fresh, ()))))


def _spelt(arcs: Sequence[Arc], longest: int = 12) -> str:
    """The shortest cycle through the smallest node of a component, as "A -> B -> A"."""
    ahead: dict[NodeKey, list[NodeKey]] = defaultdict(list)
    for arc in arcs:
        ahead[arc.start].append(arc.end)
    root = min(ahead)
    came_from: dict[NodeKey, NodeKey] = {}
    queue = deque([root])
    while queue:
        node = queue.popleft()
        for following in sorted(ahead[node]):
            if following == root:
                path = [root]
                while node != root:
                    path.append(node)
                    node = came_from[node]
                ids = [key.id for key in (root, *reversed(path))]
                shown = ids if len(ids) <= longest else [*ids[: longest - 1], "...", ids[-1]]
                return " -> ".join(shown)
            if following not in came_from:
                came_from[following] = node
                queue.append(following)
    return root.id
