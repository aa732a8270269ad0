"""Readiness: whether this process can answer now. It names checks and outcomes, never addresses or texts of errors."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from api.ports import Deps
from ontology.errors import CairnError


@dataclass(frozen=True, slots=True)
class State:
    """The outcome of each check: ``ok`` or the code of its failure."""

    checks: Mapping[str, str]

    @property
    def ready(self) -> bool:
        """Whether every check passed."""
        return all(outcome == "ok" for outcome in self.checks.values())

    def shown(self) -> dict[str, object]:
        """As it is served."""
        return {"status": "ready" if self.ready else "not ready", "checks": dict(self.checks)}


class Readiness:
    """Asks the store for its head and the snapshots of the served tenants for a fresh one."""

    def __init__(self, deps: Deps, tenants: Sequence[str]) -> None:
        self._deps = deps
        self._tenants = tuple(tenants)

    def check(self) -> State:
        """Run the checks; they are cheap."""
        return State({"store": _outcome(self._store), "snapshot": _outcome(self._snapshots)})

    def _store(self) -> None:
        self._deps.store.head(self._tenants)

    def _snapshots(self) -> None:
        for tenant_id in self._tenants:
            self._deps.snapshots.current(tenant_id)


def _outcome(check: Callable[[], None]) -> str:
    try:
        check()
    except CairnError as error:
        return error.code
    return "ok"
