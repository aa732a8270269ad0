"""Which roles are one move away: observed transitions, and roles of the same scheme whose needs are near."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

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
    """A possible move: destination, recorded transition (or -1), moves observed, share that carries over."""

    destination: int
    transition: int
    observed: int
    carried: int


@dataclass(frozen=True, slots=True)
class Moves:
    """All moves of a snapshot as CSR over roles, sorted by destination; ``carried`` in thousandths."""

    base: int
    offsets: Ints
    destinations: Ints
    transitions: Ints
    observed: Ints
    carried: Ints

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
            for destination, carried in near.items():
                known = found[origin].get(destination)
                if known is not None:
                    found[origin][destination] = Move(destination, known.transition, known.observed, carried)
                elif carried >= NEAR_SHARE:
                    found[origin][destination] = Move(destination, -1, 0, carried)
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
    )


def adjacent_roles(snapshot: Snapshot, role: int, first: int = 10) -> list[Move]:
    """Roles one move away: most carried over first, then most often observed, then by id."""
    moves = derived(snapshot, role_moves)
    span = moves.of(role)
    found = [
        Move(int(moves.destinations[at]), int(moves.transitions[at]), int(moves.observed[at]), int(moves.carried[at]))
        for at in range(span.start, span.stop)
    ]
    return sorted(found, key=lambda move: (-move.carried, -move.observed, move.destination))[:first]


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
            found[destination] = Move(destination, position, count, 0)
    return found


def _schemes(snapshot: Snapshot) -> Mapping[tuple[str, str], Ints]:
    """Roles (counted from the first) by tenant and scheme."""
    roles = snapshot.nodes("Role")
    members: dict[tuple[str, str], list[int]] = {}
    for role in roles:
        scheme = (snapshot.tenants[int(snapshot.tenant_codes[role])], snapshot.text("Role", "scheme", role) or "")
        members.setdefault(scheme, []).append(role - roles.start)
    return {scheme: _ints(locals_) for scheme, locals_ in members.items()}


def _nearest(snapshot: Snapshot, members: Ints) -> list[tuple[int, dict[int, int]]]:
    """For each role of a scheme, what share of which other roles' needs it carries: near ones and recorded ones."""
    base = snapshot.nodes("Role").start
    share = carried_shares(derived(snapshot, role_needs), derived(snapshot, role_grants), members)
    result = []
    for row, origin in enumerate(map(int, members)):
        shares = share[row]
        order = np.lexsort((members, -shares))
        near = {int(members[at]) + base: int(shares[at]) for at in order[: NEAR_ROLES + 1] if at != row}
        near = dict(list(near.items())[:NEAR_ROLES])
        for destination in _recorded(snapshot, origin + base):
            at = int(np.searchsorted(members, destination - base))
            if at < len(members) and members[at] == destination - base:
                near[destination] = int(shares[at])
        result.append((origin, near))
    return result


def _ints(values: list[int]) -> Ints:
    return np.array(values, dtype=np.int64)
