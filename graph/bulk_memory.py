"""What a bulk load knows of the store without asking: what it wrote itself, for as long as nobody else wrote.

Every batch holds the lock of its tenant and reads the tenant's version. Where that is the version which this writer
made last, nothing was committed in between, so its memory is the truth; at any other version the memory is void.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Set
from dataclasses import dataclass, field
from threading import Lock

from graph.changes import EdgeStatement
from graph.keys import NodeKey

REMEMBERED = 5_000_000
"""More nodes and edges than this are not kept in mind (about half a gigabyte); then the store is asked again."""


@dataclass(slots=True)
class Learned:
    """What a batch found and made, to be kept in mind once it is committed."""

    met: set[NodeKey] = field(default_factory=set)
    """Nodes that were there before."""
    born: set[NodeKey] = field(default_factory=set)
    """Nodes that were not, and are now."""
    edges: Collection[int] = ()
    """Hashes of the ids of edges it may have written."""


@dataclass(slots=True)
class Seen:
    """What one tenant holds at ``version``. ``complete``: it was empty when this writer began."""

    version: int
    complete: bool
    met: set[NodeKey] = field(default_factory=set)
    born: set[NodeKey] = field(default_factory=set)
    edges: set[int] = field(default_factory=set)

    def unsure(self, keys: Set[NodeKey]) -> set[NodeKey]:
        """The nodes among these that must be looked up to know whether they exist."""
        return set() if self.complete else set(keys - self.met - self.born)

    def exist(self, keys: Set[NodeKey]) -> set[NodeKey]:
        """The nodes among these that are known to exist."""
        return set(keys & self.met | keys & self.born)

    def all_new(self, fingerprints: frozenset[int], edges: Iterable[EdgeStatement], born: Collection[NodeKey]) -> bool:
        """Whether none of the edges can be stored: not written by this writer, and not before one of its ends was."""
        if not self.edges.isdisjoint(fingerprints):
            return False
        if self.complete:
            return True
        ours = self.born
        return all(edge.start in ours or edge.end in ours or edge.start in born or edge.end in born for edge in edges)

    def take(self, learned: Learned, version: int) -> None:
        """Keep in mind what a committed batch taught."""
        self.version = version
        self.met |= learned.met
        self.born |= learned.born
        self.edges.update(learned.edges)


class BulkMemory:
    """One writer's memory, by tenant. Only one thread at a time may hold it; others do without."""

    def __init__(self) -> None:
        self._seen: dict[str, Seen] = {}
        self._lock = Lock()

    def borrow(self) -> bool:
        """Take hold of the memory; False when another thread has it."""
        return self._lock.acquire(blocking=False)

    def give_back(self) -> None:
        """Let others have it."""
        self._lock.release()

    def holds(self, tenant_id: str) -> bool:
        """Whether anything is known of the tenant."""
        return tenant_id in self._seen

    def at(self, tenant_id: str, version: int) -> Seen:
        """What is known of the tenant at this version: all of what was kept, or nothing."""
        seen = self._seen.get(tenant_id)
        return seen if seen is not None and seen.version == version else Seen(version, complete=version == 0)

    def keep(self, tenant_id: str, seen: Seen, learned: Learned, version: int) -> None:
        """Keep what a committed batch taught; ``version`` is the one it made."""
        seen.take(learned, version)
        self._seen[tenant_id] = seen
        if len(seen.met) + len(seen.born) + len(seen.edges) > REMEMBERED:
            self.forget(tenant_id)

    def forget(self, tenant_id: str) -> None:
        """Drop what is known of the tenant: a batch failed, or whether it was committed is not known."""
        self._seen.pop(tenant_id, None)
