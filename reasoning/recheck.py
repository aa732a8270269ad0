"""A claim made earlier against the edges as they are now: does it still hold, what is otherwise. It reads no store."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from graph.store import CitedEdge
from reasoning.derivations import derived_value
from reasoning.evidence import Claim, ClaimKind, Derivation, EdgeRef, SlotValue
from reasoning.narrators.templates import render
from reasoning.proofs import prove
from reasoning.proofs.ledger import UnprovenError
from reasoning.readback import ReadEdge, read_edge, same


@dataclass(frozen=True, slots=True)
class ValueChange:
    """A value that is otherwise now: of an edge (a property, or the name of an end), a slot or a derivation."""

    about: str
    name: str
    before: SlotValue | None
    now: SlotValue | None


@dataclass(frozen=True, slots=True)
class Recheck:
    """What came of a claim: whether it holds, what changed, and its sentence as it would be now (when it changed).

    A claim holds as long as the edges prove the same slots and the arithmetic comes out, whatever else changed on
    its edges. ``proven`` is False when the edges do not make such a claim at all any more.
    """

    holds: bool
    proven: bool
    edges: tuple[ValueChange, ...]
    slots: tuple[ValueChange, ...]
    derivations: tuple[ValueChange, ...]
    sentence: str | None = None


def recheck(
    kind: ClaimKind | None,
    slots: Mapping[str, SlotValue],
    edges: Sequence[EdgeRef],
    derivations: Sequence[Derivation],
    cited: Mapping[str, CitedEdge],
) -> Recheck:
    """Prove the claim anew from ``cited``, which holds all its edges.

    A ``kind`` of None has no proof: it holds while nothing on its edges changed.
    """
    read = [read_edge(cited[edge.edge_id]) for edge in edges]
    changed = [change for edge, now in zip(edges, read, strict=True) for change in _edge_changes(edge, now)]
    arithmetic = _arithmetic(derivations, {edge.id: edge for edge in read})
    if kind is None:
        return Recheck(not changed and not arithmetic, True, tuple(changed), (), arithmetic)
    try:
        proven = prove(kind, read, slots)
    except (UnprovenError, IndexError, KeyError):
        return Recheck(False, False, tuple(changed), (), arithmetic)
    differing = _differing("claim", slots, proven)
    holds = not differing and not arithmetic
    sentence = None if holds else _sentence(kind, proven)
    return Recheck(holds, True, tuple(changed), differing, arithmetic, sentence)


def _edge_changes(edge: EdgeRef, now: ReadEdge) -> tuple[ValueChange, ...]:
    ends: dict[str, SlotValue] = {"from": edge.start.caption, "to": edge.end.caption}
    found: dict[str, SlotValue | None] = {"from": now.start_caption, "to": now.end_caption}
    found |= {name: now.properties.get(name) for name in edge.properties}
    return _differing(edge.edge_id, {**ends, **edge.properties}, found)


def _arithmetic(derivations: Sequence[Derivation], read: Mapping[str, ReadEdge]) -> tuple[ValueChange, ...]:
    found = [(each, derived_value(each, read)) for each in derivations]
    return tuple(
        ValueChange(each.id, each.operation.value, each.value, value)
        for each, value in found
        if value is None or not same(value, each.value)
    )


def _differing(
    about: str, before: Mapping[str, SlotValue], now: Mapping[str, SlotValue | None]
) -> tuple[ValueChange, ...]:
    names = dict.fromkeys([*before, *now])
    return tuple(
        ValueChange(about, name, before.get(name), now.get(name))
        for name in names
        if not _equal(before.get(name), now.get(name))
    )


def _equal(first: SlotValue | None, second: SlotValue | None) -> bool:
    return isinstance(first, str) == isinstance(second, str) and same(first, second)


def _sentence(kind: ClaimKind, slots: Mapping[str, SlotValue]) -> str | None:
    try:
        return render(Claim("now", kind, slots, ()))
    except KeyError:
        return None
