"""Compact, memory-mappable columns: strings as one UTF-8 blob, numbers on small integer grids. No graph logic."""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, Literal, TypeAlias

import numpy as np
import numpy.typing as npt

IntArray: TypeAlias = npt.NDArray[np.integer[Any]]
FloatArray: TypeAlias = npt.NDArray[np.float32] | npt.NDArray[np.float64]
AnyArray: TypeAlias = npt.NDArray[Any]

EPOCH = date(1970, 1, 1)
LIST_SEPARATOR = "\x1e"
_STRETCH = 16_384


class StringColumn:
    """An immutable sequence of strings held as one UTF-8 blob and an offset array; empty means absent."""

    __slots__ = ("blob", "offsets")

    def __init__(self, blob: npt.NDArray[np.uint8], offsets: npt.NDArray[np.int64]) -> None:
        self.blob = blob
        self.offsets = offsets

    @classmethod
    def of(cls, values: Iterable[str | None]) -> StringColumn:
        """Pack the values; None becomes the empty string."""
        encoded = [(value or "").encode() for value in values]
        offsets = np.zeros(len(encoded) + 1, dtype=np.int64)
        np.cumsum([len(value) for value in encoded], out=offsets[1:])
        return cls(np.frombuffer(b"".join(encoded), dtype=np.uint8), offsets)

    @classmethod
    def chain(cls, first: StringColumn, second: StringColumn) -> StringColumn:
        """The entries of both, one after the other."""
        if not len(second):
            return first
        if not len(first):
            return second
        offsets = np.concatenate([first.offsets, second.offsets[1:] + first.offsets[-1]])
        return cls(np.concatenate([first.blob, second.blob]), offsets)

    def take(self, rows: IntArray) -> StringColumn:
        """The entries at ``rows``, in that order."""
        if len(rows) == len(self) and bool(np.all(rows == np.arange(len(self)))):
            return self
        lengths = np.diff(self.offsets)[rows]
        offsets = np.zeros(len(rows) + 1, dtype=np.int64)
        np.cumsum(lengths, out=offsets[1:])
        blob = np.empty(int(offsets[-1]), dtype=np.uint8)
        # In stretches, so that the index of single bytes stays small.
        for low in range(0, len(rows), _STRETCH):
            high = min(low + _STRETCH, len(rows))
            begin, end = int(offsets[low]), int(offsets[high])
            shift = self.offsets[rows[low:high]] - offsets[low:high]
            blob[begin:end] = self.blob[np.repeat(shift, lengths[low:high]) + np.arange(begin, end)]
        return StringColumn(blob, offsets)

    def __len__(self) -> int:
        return len(self.offsets) - 1

    def __getitem__(self, index: int) -> str:
        return self.blob[self.offsets[index] : self.offsets[index + 1]].tobytes().decode()

    def __iter__(self) -> Iterator[str]:
        return (self[index] for index in range(len(self)))

    def items(self, index: int) -> list[str]:
        """The entry as a list (for string[] properties)."""
        text = self[index]
        return text.split(LIST_SEPARATOR) if text else []

    @property
    def nbytes(self) -> int:
        """Bytes held."""
        return int(self.blob.nbytes + self.offsets.nbytes)


Kind = Literal["grid", "days", "code", "flag", "number"]


@dataclass(frozen=True, slots=True)
class NumberColumn:
    """Numbers as small unsigned integers: ``value = raw * quantum``; the type's largest raw value means absent.

    ``kind`` is ``grid`` (floats), ``number`` (integers), ``flag`` (0 or 1), ``days`` (days since 1970-01-01)
    or ``code`` (index into ``labels``).
    """

    raw: npt.NDArray[Any]
    kind: Kind
    quantum: float = 1.0
    labels: tuple[str, ...] = ()

    @property
    def absent(self) -> int:
        """Raw value that stands for "not stated"."""
        # not np.iinfo: this is read per value in loops over a person's or role's edges
        return (1 << 8 * self.raw.dtype.itemsize) - 1

    def __len__(self) -> int:
        return len(self.raw)

    @property
    def nbytes(self) -> int:
        """Bytes held."""
        return self.raw.itemsize if is_uniform(self.raw) else self.raw.nbytes

    def floats(self, where: slice | AnyArray, default: float = np.nan) -> npt.NDArray[np.float64]:
        """Decode a slice or selection to float64, absent as ``default``. Grid values equal the stored ones."""
        raw = self.raw[where]
        values = np.round(raw.astype(np.float64) * self.quantum, 4)
        values[raw == self.absent] = default
        return values

    def number(self, position: int) -> float | None:
        """The value at a position, or None where the source did not state it."""
        raw = int(self.raw[position])
        return None if raw == self.absent else round(raw * self.quantum, 4)

    def day(self, position: int) -> date | None:
        """The date at a position of a ``days`` column, or None."""
        raw = int(self.raw[position])
        return None if raw == self.absent else EPOCH + timedelta(days=raw)

    def label(self, position: int) -> str | None:
        """The text at a position of a ``code`` column, or None."""
        raw = int(self.raw[position])
        return None if raw == self.absent else self.labels[raw]


def uniform(raw: AnyArray) -> AnyArray:
    """The array, held as one value where all are the same: a date nobody states takes no room for each edge."""
    if len(raw) < 2 or is_uniform(raw) or not bool((raw == raw[0]).all()):
        return raw
    return np.broadcast_to(raw[:1].copy(), raw.shape)


def is_uniform(raw: AnyArray) -> bool:
    """Whether the array is held as one value."""
    return len(raw) > 1 and raw.strides == (0,)


def encode_numbers(
    values: Iterable[object], kind: Kind, dtype: str, quantum: float = 1.0, labels: tuple[str, ...] = ()
) -> NumberColumn:
    """Pack Python values (float, int, bool, date or str by ``kind``; None for absent) into a column.

    Values beyond the type's range are clamped to the largest representable one.
    """
    encode = encoder(kind, dtype, quantum, labels)
    return NumberColumn(np.fromiter((encode(value) for value in values), dtype=dtype), kind, quantum, labels)


def encoder(kind: Kind, dtype: str, quantum: float = 1.0, labels: tuple[str, ...] = ()) -> Callable[[object], int]:
    """The function that turns one value of the column into its raw integer."""
    absent = int(np.iinfo(np.dtype(dtype)).max)
    if kind == "code":
        codes: dict[object, int] = {label: code for code, label in enumerate(labels)}
        return lambda value: codes.get(value, absent)
    if kind == "days":
        return functools.lru_cache(maxsize=65_536)(functools.partial(_days, absent=absent))

    @functools.lru_cache(maxsize=65_536)
    def encode(value: object) -> int:
        if value is None:
            return absent
        return min(max(round(float(value) / quantum), 0), absent - 1)  # type: ignore[arg-type]  # numbers only

    return encode


def _days(value: object, absent: int) -> int:
    if value is None:
        return absent
    day = value if isinstance(value, date) else date.fromisoformat(str(value))
    return min(max((day - EPOCH).days, 0), absent - 1)


def encode_array(values: AnyArray, dtype: str, quantum: float = 1.0) -> AnyArray:
    """Pack numbers that already stand in an array (NaN for absent); the same result as ``encode_numbers``."""
    absent = int(np.iinfo(np.dtype(dtype)).max)
    numbers = values.astype(np.float64)
    missing = np.isnan(numbers)
    raw = np.clip(np.round(np.where(missing, 0.0, numbers) / quantum), 0, absent - 1)
    return np.where(missing, absent, raw).astype(dtype)
