"""What ``cairn transition`` and ``cairn adjacent`` share: the snapshot to ask, roles by id, lists in and out as CSV."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from api.cli.console import err
from api.cli.opening import now, opened
from api.landscape_files import LandscapeFolder
from api.settings import Settings
from graph.keys import NodeKey
from graph.refresh import SnapshotSource
from graph.snapshot import Snapshot
from ontology.errors import BadInput, MalformedFile, UnknownNode
from ontology.model import REFERENCE_TENANT


@contextmanager
def current_snapshot(settings: Settings) -> Iterator[Snapshot]:
    """The newest snapshot of the tenant and the classifications."""
    with opened(settings) as store:
        source = SnapshotSource(store, clock=now, directory=settings.data_dir / "snapshots")
        tables = LandscapeFolder(settings.data_dir / "landscapes")
        try:
            snapshot = source.current(settings.tenant)
            tables.prime(snapshot)
            yield snapshot
            tables.keep(snapshot)
        finally:
            source.close()


class Roles:
    """Roles of a snapshot by id (ESCO concept URI, O*NET-SOC code, the company's identifier), counted where unknown."""

    def __init__(self, snapshot: Snapshot) -> None:
        self._snapshot = snapshot
        self._known: dict[str, int | None] = {}

    def find(self, role_id: str) -> int | None:
        """Index of the role with the id, or None."""
        if role_id not in self._known:
            self._known[role_id] = self._look_up(role_id.strip())
        return self._known[role_id]

    def resolve(self, text: str) -> int:
        """Index of the role with the id, or with exactly this name if only one role bears it."""
        found = self.find(text)
        if found is not None:
            return found
        named = [
            role
            for role in self._snapshot.nodes("Role")
            if self._snapshot.caption(role).casefold() == text.strip().casefold()
        ]
        if len(named) == 1:
            return named[0]
        if named:
            ids = ", ".join(self._snapshot.ids[role] for role in named[:4])
            raise BadInput(f"{len(named)} roles are called {text[:80]!r}.", remedy=f"Give the id: {ids}.")
        raise UnknownNode(
            f"Role {text[:200]!r} is not in the graph.",
            remedy="Give an ESCO concept URI, an O*NET-SOC code or the company's identifier; load classifications "
            "with `cairn ingest onet|esco|crosswalk`.",
            label="Role",
        )

    @property
    def unknown(self) -> list[str]:
        """Ids that were asked for and are not there, in order."""
        return [role_id for role_id, index in self._known.items() if index is None]

    def report(self) -> None:
        """Say on stderr how many ids are not in the graph."""
        if self.unknown:
            some = ", ".join(self.unknown[:3])
            err.print(f"{len(self.unknown)} ids are not in the graph ({some}); theirs are empty.", markup=False)

    def _look_up(self, role_id: str) -> int | None:
        for tenant_id in (self._snapshot.version.tenant_id, REFERENCE_TENANT):
            index = self._snapshot.find(NodeKey("Role", tenant_id, role_id))
            if index is not None:
                return index
        return None


def read_columns(path: Path, names: Sequence[str]) -> list[tuple[str, ...]]:
    """The named columns of a CSV file. Raises ``MalformedFile`` when it cannot be read or a column lacks."""
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            rows = csv.DictReader(file)
            lacking = [name for name in names if name not in (rows.fieldnames or ())]
            if lacking:
                raise MalformedFile(
                    f"{path} has no column {', '.join(lacking)}.", remedy=f"Give a CSV file with {','.join(names)}."
                )
            return [tuple(row[name] or "" for name in names) for row in rows]
    except (OSError, UnicodeDecodeError, csv.Error):
        raise MalformedFile(f"{path} cannot be read as CSV.", remedy="Give a UTF-8 CSV file with a header.") from None


def write_rows(path: Path, header: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    """Write a CSV file. Raises ``BadInput`` when the place cannot be written to."""
    try:
        with path.open("w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file, lineterminator="\n")
            writer.writerow(header)
            writer.writerows(rows)
    except OSError:
        raise BadInput(f"{path} cannot be written.", remedy="Give a path in a folder that you may write to.") from None
