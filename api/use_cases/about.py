"""What this service is and how fresh it is. Details of the store are for those who run it."""

from __future__ import annotations

from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version

from api.authorization import Operation, Relation, decide
from api.inquiry import Inquiry
from api.use_cases.answered import SnapshotState, state_of
from graph.scope import Purpose
from graph.store import Capabilities
from ontology.model import ONTOLOGY_VERSION

DISTRIBUTION = "cairn-careers"


@dataclass(frozen=True, slots=True)
class AboutView:
    """Versions, the state of the graph that answers come from, and (for admins) the store and its lag."""

    version: str
    ontology_version: str
    tenant_id: str
    state: SnapshotState
    store: Capabilities | None
    behind: int | None


def about(inquiry: Inquiry) -> AboutView:
    """Describe the service to this caller. ``behind`` counts batches committed since the snapshot."""
    operator = decide(inquiry.principal, Operation.READ_OPERATIONS, Relation.NOBODY, Purpose.PUBLIC).allowed
    state = state_of(inquiry)
    behind = None
    if operator:
        head = inquiry.deps.store.head(inquiry.principal.scope(Purpose.PUBLIC).tenants)
        behind = sum(head.values()) - state.version.tenant - state.version.reference
    store = inquiry.deps.store.capabilities() if operator else None
    return AboutView(package_version(), ONTOLOGY_VERSION, inquiry.principal.tenant_id, state, store, behind)


def package_version() -> str:
    """Version of the installed distribution ("unknown" when it runs from a bare tree)."""
    try:
        return version(DISTRIBUTION)
    except PackageNotFoundError:
        return "unknown"
