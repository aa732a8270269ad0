"""How much is measured: sizes, rounds, stores and where the data lies. A run is one plan."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from benchmarks.company import Shape
from benchmarks.stores import EMBEDDED
from graph.embedded import Jit


@dataclass(frozen=True, slots=True)
class Plan:
    """What a run measures. ``folder`` is scratch space that nobody else uses."""

    folder: Path
    data: Path
    stores: tuple[str, ...]
    companies: tuple[Shape, ...]
    cases: int
    rounds: int
    embedded_people: int
    """Companies of more people are not written to the embedded store."""

    answered_company: Shape
    """The company that GraphQL is asked about."""

    snapshot_people: int
    readback_edges: tuple[int, ...]
    load_rounds: int
    load_batches: tuple[int, ...]
    whole_data: bool
    scale_people: tuple[int, ...]
    scale_cases: int
    jit: Jit
    """How the embedded store compiles: a short look starts faster without the last step."""

    def question_stores(self, shape: Shape) -> tuple[str, ...]:
        """The stores that are asked the questions at this size."""
        return tuple(kind for kind in self.stores if kind != EMBEDDED or shape.people <= self.embedded_people)


def full(folder: Path, data: Path, stores: tuple[str, ...]) -> Plan:
    """The plan of committed results."""
    return Plan(
        folder=folder,
        data=data,
        stores=stores,
        companies=(Shape(10_000, 6_000, 1_500, 5_000), Shape(100_000, 6_000, 1_500, 5_000)),
        cases=20,
        rounds=7,
        embedded_people=100_000,
        answered_company=Shape(400, 400, 100, 300),
        snapshot_people=100_000,
        readback_edges=(1_000, 100_000, 1_000_000),
        load_rounds=3,
        load_batches=(5_000, 20_000),
        whole_data=True,
        scale_people=(100_000, 1_000_000),
        scale_cases=60,
        jit="steady",
    )


def quick(folder: Path, data: Path, stores: tuple[str, ...]) -> Plan:
    """A plan for looking whether things work; its figures mean little."""
    return Plan(
        folder=folder,
        data=data,
        stores=stores,
        companies=(Shape(1_000, 600, 150, 500),),
        cases=5,
        rounds=3,
        embedded_people=1_000,
        answered_company=Shape(100, 100, 40, 60),
        snapshot_people=2_000,
        readback_edges=(1_000, 10_000),
        load_rounds=1,
        load_batches=(1_000, 5_000),
        whole_data=False,
        scale_people=(2_000,),
        scale_cases=5,
        jit="quick",
    )
