"""A landscape taken apart into named arrays and put together again, so that it can be kept in a file. No I/O."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from hashlib import blake2b
from importlib import resources
from typing import Any, TypeAlias

import numpy as np
import numpy.typing as npt

from reasoning.transitions.landscape import Landscape
from reasoning.transitions.links import Standing

Arrays: TypeAlias = Mapping[str, npt.NDArray[Any]]
_PLAIN = ("schemes", "work_roles", "skill_roles", "own", "texts", "asked", "levels")
_STANDINGS = ("work_standing", "skill_standing")
_STANDING_PARTS = ("rows", "shares", "trust")


def taken_apart(land: Landscape) -> tuple[Arrays, Mapping[str, Any]]:
    """The arrays by name, and the rest as plain JSON."""
    arrays: dict[str, npt.NDArray[Any]] = {name: getattr(land, name) for name in _PLAIN}
    arrays |= {f"work.{name}": table for name, table in land.work.items()}
    arrays |= {f"skills.{name}": table for name, table in land.skills.items()}
    for name in _STANDINGS:
        standing: Standing = getattr(land, name)
        arrays |= {f"{name}.{part}": getattr(standing, part) for part in _STANDING_PARTS}
    return arrays, {"base": land.base, "scheme_names": [list(name) for name in land.scheme_names]}


def put_together(arrays: Arrays, rest: Mapping[str, Any]) -> Landscape:
    """The landscape that was taken apart. Raises ``KeyError`` when something lacks."""
    names: Sequence[Sequence[str]] = rest["scheme_names"]
    return Landscape(
        base=int(rest["base"]),
        schemes=arrays["schemes"],
        scheme_names=tuple((str(tenant), str(scheme)) for tenant, scheme in names),
        work=_tables(arrays, "work."),
        work_roles=arrays["work_roles"],
        skills=_tables(arrays, "skills."),
        skill_roles=arrays["skill_roles"],
        work_standing=_standing(arrays, "work_standing"),
        skill_standing=_standing(arrays, "skill_standing"),
        own=arrays["own"],
        texts=arrays["texts"],
        asked=arrays["asked"],
        levels=arrays["levels"],
    )


def _standing(arrays: Arrays, name: str) -> Standing:
    return Standing(*(arrays[f"{name}.{part}"] for part in _STANDING_PARTS))


def _tables(arrays: Arrays, prefix: str) -> dict[str, npt.NDArray[np.float32]]:
    return {name.removeprefix(prefix): table for name, table in arrays.items() if name.startswith(prefix)}


def code_fingerprint() -> str:
    """A hash of the code that builds landscapes: tables of another version of it are not used."""
    state = blake2b(digest_size=8)
    sources = resources.files("reasoning.transitions").iterdir()
    for source in sorted((one for one in sources if one.name.endswith(".py")), key=lambda one: one.name):
        state.update(source.name.encode() + source.read_bytes())
    return state.hexdigest()
