"""Compact, memory-mappable columns: strings as one UTF-8 blob, numbers on small integer grids. No graph logic."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
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
        return int(np.iinfo(self.raw.dtype).max)

    def __len__(self) -> int:
        return len(self.raw)

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


def encode_numbers(
    values: Iterable[object], kind: Kind, dtype: str, quantum: float = 1.0, labels: tuple[str, ...] = ()
) -> NumberColumn:
    """Pack Python values (float, int, bool, date or str by ``kind``; None for absent) into a column.

    Values beyond the type's range are clamped to the largest representable one.
    """
    absent = int(np.iinfo(np.dtype(dtype)).max)
    codes = {label: code for code, label in enumerate(labels)}

    def encode(value: object) -> int:
        if value is None:
            return absent
        if isinstance(value, date):
            return min(max((value - EPOCH).days, 0), absent - 1)
        if isinstance(value, str):
            return codes[value] if kind == "code" else min(max((date.fromisoformat(value) - EPOCH).days, 0), absent - 1)
        return min(max(round(float(value) / quantum), 0), absent - 1)  # type: ignore[arg-type]  # numbers only

    raw = np.fromiter((encode(value) for value in values), dtype=dtype)
    return NumberColumn(raw, kind, quantum, labels)
