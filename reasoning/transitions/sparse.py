"""Sparse tables of roles by terms (words, skills, activities) and their products, with numpy alone. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

import numpy as np
import numpy.typing as npt

Floats: TypeAlias = npt.NDArray[np.float32]
Ints: TypeAlias = npt.NDArray[np.int64]

_COMMON = 48
"""A term of more rows than this is multiplied as a dense column, a rarer one pair by pair."""
_BLOCK = 1024


@dataclass(frozen=True, slots=True)
class Table:
    """Entries (row, column, value) of a sparse matrix, sorted by column and then row."""

    rows: Ints
    columns: Ints
    values: Floats
    height: int
    width: int

    @classmethod
    def of(cls, entries: Sequence[Mapping[int, float]], width: int) -> Table:
        """Pack one mapping of column to value a row."""
        rows = np.repeat(np.arange(len(entries)), [len(entry) for entry in entries])
        columns = np.fromiter((column for entry in entries for column in entry), np.int64, len(rows))
        values = np.fromiter((value for entry in entries for value in entry.values()), np.float32, len(rows))
        order = np.lexsort((rows, columns))
        return cls(rows[order], columns[order], values[order], len(entries), width)

    def frequency(self) -> Ints:
        """In how many rows each column stands."""
        return np.bincount(self.columns, minlength=self.width)

    def rarity(self, telling: npt.NDArray[np.bool_] | None = None) -> Floats:
        """Information of each column: the fewer rows it stands in, the more; never negative.

        With ``telling`` only these rows are counted, but for columns that stand in none of them.
        """
        everywhere = _information(self.frequency(), self.height)
        if telling is None:
            return everywhere
        frequency = np.bincount(self.columns[telling[self.rows]], minlength=self.width)
        return np.where(frequency > 0, _information(frequency, int(telling.sum())), everywhere).astype(np.float32)

    def with_values(self, values: npt.NDArray[np.floating[Any]]) -> Table:
        """The same places with other values."""
        return Table(self.rows, self.columns, values.astype(np.float32), self.height, self.width)

    def sums(self) -> Floats:
        """Sum of each row."""
        return np.bincount(self.rows, self.values, self.height).astype(np.float32)


def _information(frequency: Ints, height: int) -> Floats:
    return np.maximum(np.log((height + 1) / (frequency + 0.5)), 0).astype(np.float32)


def product(left: Table, right: Table) -> Floats:
    """``left @ right.T`` for two tables with entries at the same places."""
    height, width = left.height, left.width
    frequency = left.frequency()
    common = frequency[left.columns] > _COMMON
    result = np.zeros((height, height), dtype=np.float32)
    number = np.cumsum(frequency > _COMMON) - 1
    kept = np.flatnonzero(common)
    for low in range(0, int((frequency > _COMMON).sum()), _BLOCK):
        inside = kept[(number[left.columns[kept]] >= low) & (number[left.columns[kept]] < low + _BLOCK)]
        place = number[left.columns[inside]] - low
        one = np.zeros((height, _BLOCK), dtype=np.float32)
        other = np.zeros((height, _BLOCK), dtype=np.float32)
        one[left.rows[inside], place] = left.values[inside]
        other[left.rows[inside], place] = right.values[inside]
        result += one @ other.T
    _add_rare(result, left, right, ~common, width)
    return result


def _add_rare(result: Floats, left: Table, right: Table, rare: npt.NDArray[np.bool_], width: int) -> None:
    """Add the products of columns with few entries, for all pairs of entries of the same column at once."""
    rows, columns = left.rows[rare], left.columns[rare]
    starts = np.searchsorted(columns, np.arange(width + 1))
    counts = np.diff(starts)[columns]
    one = np.repeat(np.arange(len(rows)), counts)
    first = np.cumsum(counts) - counts
    other = np.arange(len(one)) - np.repeat(first, counts) + np.repeat(starts[columns], counts)
    places = rows[one] * len(result) + rows[other]
    amounts = left.values[rare][one] * right.values[rare][other]
    result += np.bincount(places, amounts, result.size).reshape(result.shape).astype(np.float32)


def likeness(table: Table) -> Floats:
    """Cosine of the rows, each entry weighed by the rarity of its column."""
    weighed = table.values * table.rarity()[table.columns]
    norms = np.sqrt(np.bincount(table.rows, weighed**2, table.height))
    scaled = table.with_values(weighed / np.maximum(norms, 1e-9)[table.rows])
    return product(scaled, scaled)


def coverage(held: Table, wanted: Table, telling: npt.NDArray[np.bool_] | None = None) -> Floats:
    """Share of what one row wants (columns), weighed by rarity, that another holds (rows); 0 if it wants nothing."""
    weighed = wanted.with_values(wanted.values * held.rarity(telling)[wanted.columns])
    shares = product(held, weighed) / np.maximum(weighed.sums(), 1e-9)[None, :]
    return shares.astype(np.float32)
