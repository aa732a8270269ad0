"""How things are timed: contestants take turns, round by round, and medians are compared. It knows no contestant."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from statistics import median
from typing import Any, TypeAlias

Work: TypeAlias = Callable[[], object]


@dataclass(frozen=True, slots=True)
class Figure:
    """One thing measured: ours, and where there is one a peer's. Lower is better in every unit used.

    ``ratio`` is how many times better than the peer we are; a ``target`` bounds it from below. Without a peer the
    target bounds our own figure from above. ``samples`` are all rounds in the unit, by contestant.
    """

    what: str
    unit: str
    ours: float
    peer: str | None = None
    theirs: float | None = None
    target: float | None = None
    note: str = ""
    samples: Mapping[str, tuple[float, ...]] = field(default_factory=dict)

    @property
    def ratio(self) -> float | None:
        """The peer's figure over ours."""
        return None if self.theirs is None or not self.ours else self.theirs / self.ours

    @property
    def met(self) -> bool | None:
        """Whether the target is reached; None where there is none."""
        if self.target is None:
            return None
        return self.ours <= self.target if self.ratio is None else self.ratio >= self.target

    @classmethod
    def of(cls, stored: Mapping[str, Any]) -> Figure:
        """A figure from a results file."""
        samples = {name: tuple(values) for name, values in stored["samples"].items()}
        given = {name: stored[name] for name in ("what", "unit", "ours", "peer", "theirs", "target", "note")}
        return cls(**given, samples=samples)

    def as_dict(self) -> dict[str, object]:
        """As the results file holds it."""
        return {
            "what": self.what,
            "unit": self.unit,
            "ours": self.ours,
            "peer": self.peer,
            "theirs": self.theirs,
            "ratio": self.ratio,
            "target": self.target,
            "met": self.met,
            "note": self.note,
            "samples": {name: list(values) for name, values in self.samples.items()},
        }


def seconds_of(work: Work) -> float:
    """How long one run takes."""
    started = time.perf_counter()
    work()
    return time.perf_counter() - started


def interleaved(contestants: Mapping[str, Work], rounds: int) -> dict[str, tuple[float, ...]]:
    """Seconds of every round by contestant. They take turns, in reverse order every other round."""
    taken: dict[str, list[float]] = {name: [] for name in contestants}
    order = list(contestants)
    for number in range(rounds):
        for name in order if number % 2 == 0 else reversed(order):
            taken[name].append(seconds_of(contestants[name]))
    return {name: tuple(values) for name, values in taken.items()}


def in_unit(samples: Mapping[str, tuple[float, ...]], factor: float) -> dict[str, tuple[float, ...]]:
    """The samples in another unit, to five significant digits."""
    return {name: tuple(float(f"{value * factor:.5g}") for value in values) for name, values in samples.items()}


def against(
    what: str,
    unit: str,
    samples: Mapping[str, tuple[float, ...]],
    ours: str,
    peer: str,
    *,
    target: float | None = None,
    note: str = "",
) -> Figure:
    """The figure that compares two contestants of a run by their medians."""
    chosen = {name: samples[name] for name in (ours, peer)}
    return Figure(what, unit, median(samples[ours]), peer, median(samples[peer]), target, note, chosen)
