"""The market of a cohort: who could be matched with whom and how well, as arrays. No snapshot, no names."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import blake2b

import numpy as np
import numpy.typing as npt

Int32 = npt.NDArray[np.int32]
Int64 = npt.NDArray[np.int64]
UInt64 = npt.NDArray[np.uint64]
Bools = npt.NDArray[np.bool_]

MARK_BITS = 10
SCORE_BITS = 21
"""Room for a score in millionths and a bonus of up to another million."""

NOBODY = -1
"""In an assignment: this mentee has no mentor. Otherwise the number of the pair."""


@dataclass(frozen=True, slots=True)
class Market:
    """Possible pairs, in order of mentee and then mentor (both numbered from 0 in order of their ids).

    ``score`` is in millionths and above zero; ``liking`` is what a mentor ranks mentees by (see ``liked``);
    ``mark`` decides between equals. An assignment is an array of pair numbers, one for each mentee.
    """

    mentees: int
    capacity: Int64
    mentee: Int32
    mentor: Int32
    score: Int64
    liking: Int64
    mark: Int64

    @property
    def mentors(self) -> int:
        """How many mentors there are."""
        return len(self.capacity)

    def __len__(self) -> int:
        return len(self.mentee)

    def only(self, kept: Bools, capacity: Int64 | None = None) -> Market:
        """The market with these pairs alone (they are numbered anew)."""
        room = self.capacity if capacity is None else capacity
        return Market(
            self.mentees, room, self.mentee[kept], self.mentor[kept], self.score[kept], self.liking[kept],
            self.mark[kept],
        )  # fmt: skip

    def favouring(self, pairs: Int64, bonus: int) -> Market:
        """The market in which some pairs count more, for both sides."""
        extra = np.zeros(len(self), dtype=np.int64)
        extra[pairs] = bonus
        return Market(
            self.mentees, self.capacity, self.mentee, self.mentor, self.score + extra, self.liking + extra, self.mark
        )

    def find(self, mentee: int, mentor: int) -> int | None:
        """Number of the pair, if it is possible."""
        first, last = np.searchsorted(self.mentee, [mentee, mentee + 1])
        at = int(first + np.searchsorted(self.mentor[first:last], mentor))
        return at if at < last and self.mentor[at] == mentor else None

    def taken(self, assignment: Int64) -> Int64:
        """How many mentees each mentor has."""
        pairs = assignment[assignment != NOBODY]
        return np.bincount(self.mentor[pairs], minlength=self.mentors).astype(np.int64)


def liked(offered: Int64, score: Int64) -> Int64:
    """What a mentor ranks mentees by: the share of what they want that the mentor offers, then the score."""
    return ((offered // 1000) << SCORE_BITS) + score


def marks(mentees: UInt64, mentors: UInt64) -> Int64:
    """A number below 2^10 for each pair of id hashes: the same for the same two ids, whatever else is asked."""
    mixed = (mentees * np.uint64(0x9E3779B97F4A7C15)) ^ mentors
    mixed ^= mixed >> np.uint64(31)
    mixed *= np.uint64(0xBF58476D1CE4E5B9)
    return (mixed >> np.uint64(64 - MARK_BITS)).astype(np.int64)


def id_hash(text: str) -> int:
    """64 bits of an id."""
    return int.from_bytes(blake2b(text.encode(), digest_size=8).digest(), "big")
