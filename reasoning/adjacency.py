"""Which roles are one move away: observed transitions, and roles of the same scheme whose needs are near."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from graph.snapshot import Snapshot
from reasoning.derived import derived
from reasoning.grants import carried_shares, role_grants
from reasoning.requirements import Ints, role_needs

NEAR_ROLES = 12
"""How many skill-near roles a role may lead to, beside its recorded transitions."""

NEAR_SHARE = 300
"""Thousandths of the new role's weighted needs that must carry over for it to be called near."""


@dataclass(frozen=True, slots=True)
class Move:
    """A possible move: destination, recorded transition (or -1), moves observed, share that carries over.

    ``closeness`` is the harmonic mean of what carries over and of what would carry back, in thousandths.
    """

    destination: int
    transition: int
    observed: int
    carried: int
    closeness: int


@dataclass(frozen=True, slots=True)
class Moves:
    """All moves of a snapshot as CSR over roles, sorted by destination; shares in thousandths."""

    base: int
    offsets: Ints
    destinations: Ints
    transitions: Ints
    observed: Ints
    carried: Ints
    closeness: Ints

    def of(self, role: int) -> slice:
        """Where the moves out of the role are."""
        local = role - self.base
        return slice(int(self.offsets[local]), int(self.offsets[local + 1]))


def role_moves(snapshot: Snapshot) -> Moves:
    """Build the moves of all roles (use it through ``derived``)."""
    roles = snapshot.nodes("Role")
    found: list[dict[int, Move]] = [_recorded(snapshot, role) for role in roles]
    for members in _schemes(snapshot).values():
        for origin, near in _nearest(snapshot, members):
            for destination, (carried, close) in near.items():
                known = found[origin].get(destination)
                if known is not None:
                    found[origin][destination] = replace(known, carried=carried, closeness=close)
                elif carried >= NEAR_SHARE:
                    found[origin][destination] = Move(destination, -1, 0, carried, close)
    flat = [moves[destination] for moves in found for destination in sorted(moves)]
    offsets = np.zeros(len(roles) + 1, dtype=np.int64)
    np.cumsum([len(moves) for moves in found], out=offsets[1:])
    return Moves(
        base=roles.start,
        offsets=offsets,
        destinations=_ints([move.destination for move in flat]),
        transitions=_ints([move.transition for move in flat]),
        observed=_ints([move.observed for move in flat]),
        carried=_ints([move.carried for move in flat]),
        closeness=_ints([move.closeness for move in flat]),
    )


def adjacent_roles(snapshot: Snapshot, role: int, first: int = 10) -> list[Move]:
    """Roles one move away: the closest first, then what carries over most, what was observed most, then by id."""
    moves = derived(snapshot, role_moves)
    span = moves.of(role)
    columns = (moves.destinations, moves.transitions, moves.observed, moves.carried, moves.closeness)
    found = [Move(*(int(column[at]) for column in columns)) for at in range(span.start, span.stop)]
    return sorted(found, key=lambda move: (-move.closeness, -move.carried, -move.observed, move.destination))[:first]


def _recorded(snapshot: Snapshot, role: int) -> dict[int, Move]:
    """Transitions the graph records; of parallel ones (two tenants) the one observed most often."""
    transitions = snapshot.edges("TRANSITIONS_TO")
    observed = transitions.columns["observed_count"]
    span = transitions.out(role)
    found: dict[int, Move] = {}
    for position in range(span.start, span.stop):
        destination = int(transitions.dst[position])
        raw = int(observed.raw[position])
        count = 0 if raw == observed.absent else raw
        known = found.get(destination)
        if destination != role and (known is None or count > known.observed):
            found[destination] = Move(destination, position, count, 0, 0)
    return found


def _schemes(snapshot: Snapshot) -> Mapping[tuple[str, str], Ints]:
    """Roles (counted from the first) by tenant and scheme."""
    roles = snapshot.nodes("Role")
    members: dict[tuple[str, str], list[int]] = {}
    for role in roles:
        scheme = (snapshot.tenants[int(snapshot.tenant_codes[role])], snapshot.text("Role", "scheme", role) or "")
        members.setdefault(scheme, []).append(role - roles.start)
    return {scheme: _ints(locals_) for scheme, locals_ in members.items()}


def _nearest(snapshot: Snapshot, members: Ints) -> list[tuple[int, dict[int, tuple[int, int]]]]:
    """For each role of a scheme, the closest roles and the recorded ones, each with what carries over and closeness.

    Closeness looks both ways: otherwise every role would be next to whichever asks for least.
    """
    base = snapshot.nodes("Role").start
    share = carried_shares(derived(snapshot, role_needs), derived(snapshot, role_grants), members)
    result = []
    for row, origin in enumerate(map(int, members)):
        close = closeness(share[row], share[:, row])
        close[row] = -1
        rows = {int(at) for at in np.lexsort((members, -close))[:NEAR_ROLES]}
        for destination in _recorded(snapshot, origin + base):
            at = int(np.searchsorted(members, destination - base))
            if at < len(members) and members[at] == destination - base:
                rows.add(at)
        near = {int(members[at]) + base: (int(share[row, at]), int(close[at])) for at in sorted(rows - {row})}
        result.append((origin, near))
    return result


def closeness(over: npt.NDArray[np.int32], back: npt.NDArray[np.int32]) -> Ints:
    """Harmonic mean of what carries over and what would carry back, in thousandths."""
    there, again = over.astype(np.int64), back.astype(np.int64)
    means: Ints = 2 * there * again // np.maximum(there + again, 1)
    return means


def _ints(values: list[int]) -> Ints:
    return np.array(values, dtype=np.int64)
