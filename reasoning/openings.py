"""Open postings: which roles the company looks for people in today, and the edge that says so."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from graph.snapshot import Snapshot
from reasoning.citing import EdgeAt

OPEN = "open"


@dataclass(frozen=True, slots=True)
class Opening:
    """A posting for a role and the edge that joins them."""

    posting: int
    edge: EdgeAt


def opening(snapshot: Snapshot, role: int, today: int) -> Opening | None:
    """The company's posting for the role that is open today; of several the one opened last, then by id."""
    advertises = snapshot.edges("ADVERTISES")
    span = advertises.into(role)
    found = [
        (-_day(snapshot, "opened_on", int(posting), 0), int(posting), int(position))
        for posting, position in zip(advertises.in_src[span], advertises.in_edge[span], strict=True)
        if _is_open(snapshot, int(posting), today)
    ]
    if not found:
        return None
    _, posting, position = min(found)
    return Opening(posting, ("ADVERTISES", position))


def roles_with_opening(snapshot: Snapshot, today: int) -> npt.NDArray[np.bool_]:
    """For every role, in order, whether a posting for it is open today."""
    roles = snapshot.nodes("Role")
    flags = np.zeros(len(roles), dtype=np.bool_)
    for role in {int(role) for role in snapshot.edges("ADVERTISES").dst}:
        flags[role - roles.start] = opening(snapshot, role, today) is not None
    return flags


def _is_open(snapshot: Snapshot, posting: int, today: int) -> bool:
    own = snapshot.tenants[int(snapshot.tenant_codes[posting])] == snapshot.version.tenant_id
    begun = _day(snapshot, "opened_on", posting, today) <= today
    ended = _day(snapshot, "closed_on", posting, today) < today
    return own and begun and not ended and snapshot.text("JobPosting", "status", posting) == OPEN


def _day(snapshot: Snapshot, name: str, posting: int, unknown: int) -> int:
    value = snapshot.number("JobPosting", name, posting)
    return unknown if value is None else int(value)
