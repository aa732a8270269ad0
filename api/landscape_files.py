"""The transition model's tables on disk, beside the snapshots: built once a catalogue, then mapped by later commands.

What does not match its checksums, or was built by other code or from another catalogue, counts as absent.
"""

from __future__ import annotations

import json
import logging
import os
import shutil
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path
from uuid import uuid4

import numpy as np

from graph.snapshot import Snapshot
from reasoning.transitions.landscape import Landscape
from reasoning.transitions.remembering import recall, remember, signature
from reasoning.transitions.tables import code_fingerprint, put_together, taken_apart

MANIFEST = "manifest.json"
KEPT = 2
LEAST_ROLES = 500
"""Tables of fewer roles are built faster than they are read."""

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class LandscapeFolder:
    """The tables of the last few catalogues of one store."""

    root: Path

    def prime(self, snapshot: Snapshot) -> bool:
        """Let the model use the kept tables of this snapshot's catalogue, if there are any."""
        key = signature(snapshot)
        if recall(key) is not None:
            return True
        land = self._load(key)
        if land is not None:
            remember(key, land)
        return land is not None

    def keep(self, snapshot: Snapshot) -> None:
        """Write the tables that were built for this snapshot, if it is worth it. A full disk is no fault."""
        key = signature(snapshot)
        land, target = recall(key), self._folder(key)
        if land is None or len(land) < LEAST_ROLES or target.exists():
            return
        aside = self.root / f"{uuid4().hex}.tmp"
        try:
            aside.mkdir(parents=True)
            _write(land, aside)
            os.rename(aside, target)
            self._prune(target)
        except OSError as error:
            _log.warning("the tables of the transition model were not kept: %s", type(error).__name__)
        finally:
            shutil.rmtree(aside, ignore_errors=True)

    def _folder(self, key: str) -> Path:
        return self.root / f"{key}-{code_fingerprint()}"

    def _load(self, key: str) -> Landscape | None:
        folder = self._folder(key)
        try:
            manifest = json.loads((folder / MANIFEST).read_text("utf-8"))
            arrays = {}
            for name, checksum in manifest["arrays"].items():
                path = folder / f"{name}.npy"
                if _checksum(path) != checksum:
                    _log.warning("the kept tables of the transition model are damaged and are not used")
                    return None
                arrays[name] = np.load(path, mmap_mode="r", allow_pickle=False)
            return put_together(arrays, manifest["rest"])
        except FileNotFoundError:
            return None
        except (OSError, ValueError, KeyError, TypeError, AttributeError):
            _log.warning("the kept tables of the transition model cannot be read and are not used")
            return None

    def _prune(self, newest: Path) -> None:
        others = sorted((one for one in self.root.iterdir() if one != newest), key=lambda one: one.stat().st_mtime)
        for entry in others[: max(len(others) - (KEPT - 1), 0)]:
            shutil.rmtree(entry, ignore_errors=True)


def _write(land: Landscape, folder: Path) -> None:
    arrays, rest = taken_apart(land)
    checksums = {}
    for name, array in arrays.items():
        path = folder / f"{name}.npy"
        np.save(path, np.ascontiguousarray(array), allow_pickle=False)
        checksums[name] = _checksum(path)
    (folder / MANIFEST).write_text(json.dumps({"arrays": checksums, "rest": rest}), encoding="utf-8")


def _checksum(path: Path) -> str:
    state = blake2b(digest_size=16)
    with path.open("rb") as file:
        while block := file.read(1 << 20):
            state.update(block)
    return state.hexdigest()
