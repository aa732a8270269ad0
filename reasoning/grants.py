"""What working in a role is taken to give, and what share of another role's needs it thereby meets."""

from __future__ import annotations

import itertools
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from graph.snapshot import Snapshot
from reasoning.derived import derived
from reasoning.levels import ANY_LEVEL, UNSTATED_LEVEL
from reasoning.requirements import Ints, RoleNeeds, role_needs
from reasoning.taxonomy import Taxonomy

SCALE = 1000


@dataclass(frozen=True, slots=True)
class Reach:
    """Which columns a holder of each column counts as holding: pairs (narrower or same, broader or same)."""

    narrow: Ints
    broad: Ints
    width: int

    def counts(self, columns: Ints) -> Ints:
        """For every column, how many of ``columns`` its holder counts as holding, at least 1."""
        asked = np.zeros(self.width, dtype=bool)
        asked[columns] = True
        found = np.bincount(self.narrow[asked[self.broad]], minlength=self.width)
        return np.maximum(found, 1)

    def least(self, values: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
        """For every column, the smallest value among the columns that count for it."""
        least = np.full(self.width, np.inf)
        np.minimum.at(least, self.broad, values[self.narrow])
        return least


@dataclass(frozen=True, slots=True)
class Grants:
    """What working in a role is taken to give: its needs at the level asked for, and all that these cover (CSR).

    A need without a stated level gives no more than it asks for: that the skill is held at all. Columns are
    numbers of skills that some role needs; ``column_of`` maps a skill index to its column or -1.
    """

    offsets: Ints
    columns: Ints
    levels: Ints
    column_of: Ints
    width: int
    reach: Reach

    def of(self, local: int) -> slice:
        """Where the grants of the role (counted from the first) are."""
        return slice(int(self.offsets[local]), int(self.offsets[local + 1]))


def skill_columns(snapshot: Snapshot) -> tuple[Ints, int]:
    """Number the skills that some role needs (-1 for others), and count them."""
    column_of = np.full(len(snapshot), -1, dtype=np.int64)
    used = np.unique(derived(snapshot, role_needs).skills)
    column_of[used] = np.arange(len(used))
    return column_of, len(used)


def role_grants(snapshot: Snapshot) -> Grants:
    """Build the grants of all roles (use it through ``derived``)."""
    needs = derived(snapshot, role_needs)
    taxonomy = derived(snapshot, Taxonomy)
    column_of, width = skill_columns(snapshot)
    reach = {
        skill: [int(column_of[other]) for other in taxonomy.broader_or_same(skill) if column_of[other] >= 0]
        for skill in map(int, np.unique(needs.skills))
    }
    offsets, columns, levels = [0], [], []
    for local in range(len(needs.offsets) - 1):
        granted: dict[int, int] = {}
        for at in range(int(needs.offsets[local]), int(needs.offsets[local + 1])):
            level = int(needs.thresholds[at])
            for column in reach[int(needs.skills[at])]:
                granted[column] = max(granted.get(column, 0), level)
        columns += sorted(granted)
        levels += [granted[column] for column in sorted(granted)]
        offsets.append(len(columns))
    pairs = [(int(column_of[skill]), column) for skill, wider in reach.items() for column in wider]
    links = Reach(_ints([narrow for narrow, _ in pairs]), _ints([broad for _, broad in pairs]), width)
    return Grants(_ints(offsets), _ints(columns), _ints(levels), column_of, width, links)


def carried_shares(needs: RoleNeeds, grants: Grants, members: Ints) -> npt.NDArray[np.int32]:
    """Share (thousandths) of each member's weighted needs that each member's grants meet: rows carry to columns.

    Works one skill at a time over the roles that grant and the roles that need it.
    """
    size = len(members)
    carried = np.zeros((size, size), dtype=np.float32)
    given = np.where(grants.levels == ANY_LEVEL, UNSTATED_LEVEL, grants.levels)
    granting = _by_column(grants.offsets, grants.columns, members, grants.width)
    needed_columns = grants.column_of[needs.skills]
    needing = _by_column(needs.offsets, needed_columns, members, grants.width)
    for column in range(grants.width):
        givers, given_at = granting[column]
        takers, taken_at = needing[column]
        if len(givers) == 0 or len(takers) == 0:
            continue
        reached = np.minimum(given[given_at][:, None] / needs.thresholds[taken_at][None, :], 1.0)
        carried[np.ix_(givers, takers)] += (reached * needs.weights[taken_at][None, :]).astype(np.float32)
    owners = np.repeat(np.arange(len(needs.offsets) - 1), np.diff(needs.offsets))
    totals = np.bincount(owners, weights=needs.weights, minlength=len(needs.offsets) - 1)[members]
    shares: npt.NDArray[np.int32] = np.rint(carried / np.maximum(totals, 1)[None, :] * SCALE).astype(np.int32)
    return shares


def _by_column(offsets: Ints, columns: Ints, members: Ints, width: int) -> list[tuple[Ints, Ints]]:
    """For each column, the members (as rows) that have it and where in the CSR arrays."""
    rows, ats = [], []
    for row, local in enumerate(map(int, members)):
        span = np.arange(int(offsets[local]), int(offsets[local + 1]))
        ats.append(span)
        rows.append(np.full(len(span), row, dtype=np.int64))
    at = np.concatenate(ats) if ats else _ints([])
    row_of = np.concatenate(rows) if rows else _ints([])
    order = np.argsort(columns[at], kind="stable")
    at, row_of = at[order], row_of[order]
    bounds = np.searchsorted(columns[at], np.arange(width + 1))
    return [(row_of[low:high], at[low:high]) for low, high in itertools.pairwise(map(int, bounds))]


def _ints(values: list[int]) -> Ints:
    return np.array(values, dtype=np.int64)
