"""Where a role of any scheme stands in the work space and in the skill space, and how far that can be trusted. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from graph.snapshot import Snapshot
from ontology.model import REFERENCE_TENANT
from reasoning.transitions.sparse import Floats, Ints

MATCH_WEIGHTS = {"exact": 4.0, "close": 2.0, "broad": 2.0, "narrow": 1.0}
"""How much a match counts among several, read from either end alike."""
WIDEST = 12
"""How many rows a role may stand for at most; the strongest matches count."""
BORROWED = 3
"""How many rows with like words a role without matches borrows from."""
LINKED_TRUST = 0.55
"""What a likeness counts that is carried over a match at one end (about 0.3 where both ends are matches)."""
BORROWED_TRUST = 0.45
"""What a likeness counts at one end where words alone say which occupation is meant."""

Spread = Mapping[int, float]


@dataclass(frozen=True, slots=True)
class Standing:
    """For each role (counted from the first) rows of a space with shares that add up to 1, and the trust in them."""

    rows: Ints
    shares: Floats
    trust: Floats

    @classmethod
    def of(cls, spreads: Sequence[Spread], trust: Sequence[float]) -> Standing:
        """Pack one spread a role; an empty one has no trust."""
        rows = np.zeros((len(spreads), WIDEST), dtype=np.int64)
        shares = np.zeros((len(spreads), WIDEST), dtype=np.float32)
        for role, spread in enumerate(spreads):
            strongest = sorted(spread.items(), key=lambda item: (-item[1], item[0]))[:WIDEST]
            total = sum(share for _, share in strongest)
            for at, (row, share) in enumerate(strongest):
                rows[role, at], shares[role, at] = row, share / total
        believed = [one if spread else 0.0 for one, spread in zip(trust, spreads, strict=True)]
        return cls(rows, shares, np.array(believed, dtype=np.float32))

    def spread(self, role: int) -> dict[int, float]:
        """Rows and shares of the role."""
        pairs = zip(self.rows[role], self.shares[role], strict=True)
        return {int(row): float(share) for row, share in pairs if share > 0}


def matches(snapshot: Snapshot) -> dict[int, dict[int, float]]:
    """For each role with matches, the *classifications'* roles it matches, in either direction, with the weight.

    What a company matches to O*NET or ESCO places its own roles; it does not move the classifications.
    """
    edges = snapshot.edges("EQUIVALENT_TO")
    kinds = edges.columns["match_type"]
    low, high = snapshot.label_ranges.get("Role", (0, 0))
    shared = [snapshot.tenants[code] == REFERENCE_TENANT for code in snapshot.tenant_codes[low:high].tolist()]
    found: dict[int, dict[int, float]] = {}
    for role in range(low, high):
        span = edges.out(role)
        for position in range(span.start, span.stop):
            other = int(edges.dst[position])
            weight = MATCH_WEIGHTS.get(kinds.label(position) or "", 0.0)
            if low <= other < high and weight:
                for one, two in ((role, other), (other, role)):
                    if shared[two - low]:
                        entry = found.setdefault(one, {})
                        entry[two] = max(weight, entry.get(two, 0.0))
    return found


def carried(role: int, matched: Mapping[int, Mapping[int, float]], place: Mapping[int, int]) -> dict[int, float]:
    """Rows of a space that the role matches, or that what it matches matches."""
    near = matched.get(role, {})
    direct = {place[other]: weight for other, weight in near.items() if other in place}
    if direct:
        return direct
    found: dict[int, float] = {}
    for middle, weight in near.items():
        for other, more in matched.get(middle, {}).items():
            if other in place and other != role:
                found[place[other]] = found.get(place[other], 0.0) + weight * more
    return found
