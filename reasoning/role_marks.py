"""Which roles are in a family, in a place, well enough paid or the company's own. What is unknown does not count."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
import numpy.typing as npt

from graph.snapshot import Snapshot

Flags = npt.NDArray[np.bool_]


def role_numbers(snapshot: Snapshot, name: str) -> npt.NDArray[np.float64]:
    """A numeric property of all roles, NaN where unknown (which passes no comparison)."""
    roles = snapshot.nodes("Role")
    return snapshot.numbers.get(("Role", name), np.full(len(roles), np.nan))


def in_families(snapshot: Snapshot, families: Iterable[str]) -> Flags:
    """Roles of one of the job families. A role without a family is in none, whatever the name."""
    wanted = {name.casefold() for name in families if name}
    named = (snapshot.text("Role", "family", role) or "" for role in snapshot.nodes("Role"))
    return _flags(name.casefold() in wanted for name in named)


def in_place(snapshot: Snapshot, location: str) -> Flags:
    """Roles that exist in the place."""
    wanted = location.casefold()
    places = (snapshot.text_list("Role", "locations", role) for role in snapshot.nodes("Role"))
    return _flags(any(place.casefold() == wanted for place in listed) for listed in places)


def internal(snapshot: Snapshot) -> Flags:
    """Roles of the company itself, not of a classification."""
    roles = snapshot.nodes("Role")
    own = snapshot.tenants.index(snapshot.version.tenant_id) if snapshot.version.tenant_id in snapshot.tenants else -1
    return np.asarray(snapshot.tenant_codes[roles.start : roles.stop] == own, dtype=np.bool_)


def _flags(values: Iterable[bool]) -> Flags:
    return np.fromiter(values, dtype=np.bool_)
