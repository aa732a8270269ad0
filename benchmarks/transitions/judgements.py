"""The four sets of judgements as tables over roles. Reads shared/data/judgements; keeps nothing of it."""

from __future__ import annotations

import csv
import gzip
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeAlias

import numpy as np
import numpy.typing as npt

Floats: TypeAlias = npt.NDArray[np.float64]
Ints: TypeAlias = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Judgements:
    """Roles by id, and what was judged of pairs of them.

    ``related`` and ``changers`` are square over ``onet``; ``moves`` and ``evolves`` over ``sets`` (each a list of
    places in ``esco``); ``rated`` are places in ``esco`` with a mean rating.
    """

    onet: tuple[str, ...]
    related: Floats
    changers: Floats
    esco: tuple[str, ...]
    sets: tuple[tuple[int, ...], ...]
    moves: Floats
    evolves: Floats
    origins: Ints
    destinations: Ints
    ratings: Floats

    def members(self) -> Floats:
        """Share of each ESCO occupation in each set."""
        found = np.zeros((len(self.sets), len(self.esco)))
        for at, places in enumerate(self.sets):
            found[at, list(places)] = 1 / len(places)
        return found


def read_judgements(folder: Path) -> Judgements:
    """Read the half that may be used for fitting."""
    onet = tuple(row["onet_soc_code"] for row in _rows(folder, "onet_roles"))
    rome, rated = _rows(folder, "rome_roles"), _rows(folder, "esco_feasibility_ratings")
    uris = sorted(
        {uri for row in rome for uri in row["esco"].split("|")}
        | {row[name] for row in rated for name in ("origin_esco_uri", "destination_esco_uri")}
    )
    place = {uri: at for at, uri in enumerate(uris)}
    moves = _rows(folder, "rome_moves")
    codes = [row["rome_code"] for row in rome]
    ends = ("onet_soc_code", "related_onet_soc_code")
    return Judgements(
        onet=onet,
        related=_square(onet, _rows(folder, "onet_related_occupations"), ends),
        changers=_square(onet, _rows(folder, "onet_career_changers"), ends),
        esco=tuple(uris),
        sets=tuple(tuple(place[uri] for uri in row["esco"].split("|")) for row in rome),
        moves=_square(codes, moves, ("rome_from", "rome_to")),
        evolves=_square(codes, [row for row in moves if row["mobility_type"] == "Evolution"], ("rome_from", "rome_to")),
        origins=np.array([place[row["origin_esco_uri"]] for row in rated]),
        destinations=np.array([place[row["destination_esco_uri"]] for row in rated]),
        ratings=np.array([float(row["feasibility_mean"]) for row in rated]),
    )


def _rows(folder: Path, name: str) -> list[dict[str, str]]:
    with gzip.open(folder / f"{name}.csv.gz", "rt", encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _square(names: Sequence[str], rows: Sequence[Mapping[str, str]], ends: tuple[str, str]) -> Floats:
    place = {name: at for at, name in enumerate(names)}
    found: npt.NDArray[Any] = np.zeros((len(names), len(names)))
    for row in rows:
        found[place[row[ends[0]]], place[row[ends[1]]]] = 1
    return found
