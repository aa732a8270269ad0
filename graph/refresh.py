"""Keeps the newest snapshot of each tenant and renews it in the background. Readers never wait for a renewal.

The bound on staleness: a committed change is in the snapshot one poll (default 1 s) plus one update later; after a
bulk load the update is a whole extraction. ``age`` tells how long ago the snapshot was known to equal the store.
What may not wait (a withdrawn consent, an erasure) is told by ``withdrawn`` straight from the change log.
"""

from __future__ import annotations

import logging
import threading
import time
from collections import OrderedDict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType

from graph.extraction import backlog, extract, store_identity, update
from graph.persistence import KEPT, SnapshotFolder
from graph.snapshot import Snapshot, SnapshotVersion
from graph.store import GraphStore
from ontology.errors import CairnError, StaleSnapshot
from ontology.model import REFERENCE_TENANT

REMEMBERED = 2
"""Past snapshots that stay mapped."""

_log = logging.getLogger(__name__)


def utc_now() -> datetime:
    """The current moment in UTC."""
    return datetime.now(UTC)


@dataclass(slots=True)
class _Held:
    """What is known of one tenant. ``snapshot`` and ``verified_at`` are replaced, never changed."""

    lock: threading.Lock
    snapshot: Snapshot | None = None
    verified_at: datetime | None = None
    persisted: Snapshot | None = None
    persisted_at: float = 0.0
    answered: SnapshotVersion | None = None
    keep_from: float = 0.0
    rest_until: float = 0.0
    failures: int = 0


class SnapshotSource:
    """Serves the newest snapshot of each tenant that was asked for.

    ``directory`` is where snapshots are kept between runs, apart for each store. ``staleness_seconds`` None never
    refuses and leaves the age to the answer. ``rest_after_rebuild`` multiplies the time of the last whole
    extraction: during a long load the store is not read from end to end again and again. ``prepare`` is called with
    every new snapshot before readers get it (to fill caches off the request path). ``kept`` snapshots of a tenant
    stay on disk, so that what was answered can be computed again (``keep``, ``at``).
    """

    def __init__(
        self,
        store: GraphStore,
        *,
        directory: Path | None = None,
        clock: Callable[[], datetime] = utc_now,
        poll_seconds: float = 1.0,
        staleness_seconds: float | None = None,
        persist_seconds: float = 60.0,
        rest_after_rebuild: float = 1.0,
        prepare: Callable[[Snapshot], object] | None = None,
        kept: int = KEPT,
    ) -> None:
        self._store = store
        self._directory = directory
        self._folder: SnapshotFolder | None = None
        self._clock = clock
        self._poll_seconds = poll_seconds
        self._staleness_seconds = staleness_seconds
        self._persist_seconds = persist_seconds
        self._rest_after_rebuild = rest_after_rebuild
        self._prepare = prepare
        self._kept = kept
        self._past: OrderedDict[tuple[str, int, int], Snapshot] = OrderedDict()
        self._tenants: dict[str, _Held] = {}
        self._registry = threading.Lock()
        self._stopping = threading.Event()
        self._thread: threading.Thread | None = None

    # -- readers -------------------------------------------------------------------------------------------

    def current(self, tenant_id: str) -> Snapshot:
        """The snapshot to answer from. Only the first call for a tenant waits for it to be read.

        Raises ``StaleSnapshot`` when it is older than the policy allows.
        """
        held = self._held(tenant_id)
        snapshot = held.snapshot
        if snapshot is None:
            snapshot = self.refresh(tenant_id)
        limit = self._staleness_seconds
        if limit is not None and self.age(tenant_id, self._clock()) > limit:
            raise StaleSnapshot(
                f"The snapshot is older than {limit:g} seconds.", remedy="Check that the graph store is up; try again."
            )
        return snapshot

    def age(self, tenant_id: str, now: datetime) -> float:
        """Seconds since the snapshot was last known to show what the store holds (infinite without one)."""
        verified = self._held(tenant_id).verified_at
        return float("inf") if verified is None else max((now - verified).total_seconds(), 0.0)

    def withdrawn(self, tenant_id: str, since: int) -> frozenset[str]:
        """Ids of people whose consent changed, or who were erased, after that version of the tenant.

        Read from the store at the moment of the call: an answer computed on an older snapshot leaves them out.
        """
        return frozenset(
            key.id
            for change in self._store.changes(tenant_id, since)
            if change.kind in ("consent", "erasure")
            for key in change.node_keys
            if key.label == "Person"
        )

    # -- the past ------------------------------------------------------------------------------------------

    def keep(self, version: SnapshotVersion) -> None:
        """Note that an answer was computed on this state: it goes to disk before it is replaced."""
        held = self._held(version.tenant_id)
        if held.snapshot is not None and held.snapshot.version == version:
            held.answered = version

    def at(self, tenant_id: str, tenant: int, reference: int) -> Snapshot | None:
        """The snapshot of exactly these versions: the current one, or one that is kept; None when neither is.

        May read a file; the last two are remembered.
        """
        held = self._held(tenant_id)
        current = held.snapshot
        if current is None and self._directory is not None:
            current = self.refresh(tenant_id)
        if current is not None and (current.version.tenant, current.version.reference) == (tenant, reference):
            return current
        key = (tenant_id, tenant, reference)
        with self._registry:
            found = self._past.get(key)
        if found is None and self._folder is not None:
            found = self._folder.find(*key)
            if found is not None:
                with self._registry:
                    self._past[key] = found
                    while len(self._past) > REMEMBERED:
                        self._past.popitem(last=False)
        return found

    # -- renewal -------------------------------------------------------------------------------------------

    def refresh(self, tenant_id: str) -> Snapshot:
        """Bring the tenant's snapshot up to date now and return it. One thread at a time does the work."""
        held = self._held(tenant_id)
        with held.lock:
            return self._renew(tenant_id, held)

    def start(self) -> None:
        """Renew in the background until ``close``."""
        if self._thread is None:
            self._thread = threading.Thread(target=self._run, name="cairn-snapshots", daemon=True)
            self._thread.start()

    def close(self) -> None:
        """Stop renewing and persist what is not yet on disk."""
        self._stopping.set()
        if self._thread is not None:
            self._thread.join()
            self._thread = None
        for held in self._all():
            with held.lock:
                self._persist(held, at_once=True)

    def __enter__(self) -> SnapshotSource:
        self.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _held(self, tenant_id: str) -> _Held:
        held = self._tenants.get(tenant_id)
        if held is None:
            with self._registry:
                held = self._tenants.setdefault(tenant_id, _Held(threading.Lock()))
        return held

    def _all(self) -> Iterable[_Held]:
        with self._registry:
            return list(self._tenants.values())

    def _run(self) -> None:
        while not self._stopping.wait(self._poll_seconds):
            with self._registry:
                tenants = list(self._tenants)
            for tenant_id in tenants:
                self._try_refresh(tenant_id)

    def _try_refresh(self, tenant_id: str) -> None:
        held = self._held(tenant_id)
        # Whoever holds the lock is renewing it this moment.
        if self._stopping.is_set() or not held.lock.acquire(blocking=False):
            return
        try:
            if time.monotonic() >= held.rest_until:
                self._renew(tenant_id, held)
                held.failures = 0
        except CairnError as error:
            held.failures += 1
            _log.warning("snapshot not renewed (%s, %d in a row)", error.code, held.failures)
        except Exception:
            # The edge of the background thread: readers go on with the old snapshot, whose age tells them.
            held.failures += 1
            _log.exception("snapshot not renewed (%d in a row)", held.failures)
        finally:
            held.lock.release()

    def _renew(self, tenant_id: str, held: _Held) -> Snapshot:
        asked_at = self._clock()
        heads = self._store.head((tenant_id, REFERENCE_TENANT))
        snapshot = held.snapshot
        if snapshot is None:
            snapshot = held.persisted = self._loaded(tenant_id, heads)
        if snapshot is not None:
            snapshot = self._updated(snapshot, heads, asked_at)
        if snapshot is None:
            snapshot = self._rebuilt(tenant_id, held, asked_at)
        self._publish(held, snapshot, asked_at)
        return snapshot

    def _loaded(self, tenant_id: str, heads: dict[str, int]) -> Snapshot | None:
        if self._directory is None:
            return None
        if self._folder is None:
            self._folder = SnapshotFolder(self._directory / store_identity(self._store)[:16], self._kept)
        return self._folder.load(tenant_id, heads)

    def _updated(self, snapshot: Snapshot, heads: dict[str, int], asked_at: datetime) -> Snapshot | None:
        version = snapshot.version
        if (heads[version.tenant_id], heads[REFERENCE_TENANT]) == (version.tenant, version.reference):
            return snapshot
        return update(self._store, snapshot, backlog(self._store, snapshot, heads, asked_at))

    def _rebuilt(self, tenant_id: str, held: _Held, asked_at: datetime) -> Snapshot:
        began = time.monotonic()
        reference = None if tenant_id == REFERENCE_TENANT else self._reference(asked_at)
        snapshot = extract(self._store, tenant_id, asked_at, reference=reference)
        # What was committed while reading may be half in it: bring it up to date before anybody sees it.
        heads = self._store.head((tenant_id, REFERENCE_TENANT))
        snapshot = self._updated(snapshot, heads, asked_at) or snapshot
        took = time.monotonic() - began
        held.rest_until = time.monotonic() + took * self._rest_after_rebuild
        _log.info("snapshot %s read whole in %.1f s", snapshot.version, took)
        return snapshot

    def _reference(self, asked_at: datetime) -> Snapshot:
        """The classifications alone, read once for all tenants."""
        held = self._held(REFERENCE_TENANT)
        with held.lock:
            return self._renew(REFERENCE_TENANT, held)

    def _publish(self, held: _Held, snapshot: Snapshot, asked_at: datetime) -> None:
        if snapshot is not held.snapshot:
            if self._prepare is not None:
                self._prepare(snapshot)
            self._keep_answered(held)
            held.snapshot = snapshot
        held.verified_at = asked_at
        self._persist(held, at_once=False)

    def _keep_answered(self, held: _Held) -> None:
        """Write the snapshot that is about to be replaced, if answers were computed on it.

        While batches come in second after second, writing takes at most a fifth of the time: then some are not kept.
        """
        old = held.snapshot
        if self._folder is None or old is None or old is held.persisted or held.answered != old.version:
            return
        if self._folder.holds(old.version) or time.monotonic() < held.keep_from:
            return
        began = time.monotonic()
        try:
            self._folder.save(old)
        except OSError as error:
            _log.warning("snapshot not kept (%s)", type(error).__name__)
        held.keep_from = time.monotonic() + 4 * (time.monotonic() - began)

    def _persist(self, held: _Held, *, at_once: bool) -> None:
        due = at_once or held.persisted is None or time.monotonic() - held.persisted_at > self._persist_seconds
        if self._folder is None or held.snapshot is None or held.snapshot is held.persisted or not due:
            return
        try:
            self._folder.save(held.snapshot)
        except OSError as error:
            # A full or read-only disk costs a slower start, never an answer.
            _log.warning("snapshot not persisted (%s)", type(error).__name__)
        held.persisted, held.persisted_at = held.snapshot, time.monotonic()
