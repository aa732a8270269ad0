"""Consent as it stands in the store at this moment, so that a withdrawal counts on the very next answer."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from graph.scope import Purpose, Scope
from graph.store import GraphStore

STATEMENT = "person_consents"


@dataclass(frozen=True, slots=True)
class LiveConsent:
    """The purposes a person allows now, each with its end (None: open)."""

    ends: Mapping[Purpose, datetime | None]

    def allows(self, purpose: Purpose, now: datetime) -> bool:
        """Whether the purpose is allowed at ``now``."""
        if purpose not in self.ends:
            return False
        end = self.ends[purpose]
        return end is None or now < end


def live_consents(store: GraphStore, scope: Scope, person_ids: Iterable[str]) -> dict[str, LiveConsent]:
    """Read the consents of these persons of the scope's tenant; persons who are gone are absent."""
    wanted = sorted(set(person_ids))
    if not wanted:
        return {}
    rows = store.read(STATEMENT, scope, ids=wanted)
    return {str(row["id"]): _consent(row) for row in rows}


def _consent(row: Mapping[str, object]) -> LiveConsent:
    purposes, expiries = row.get("scopes"), row.get("scope_expiries")
    names = purposes if isinstance(purposes, list) else []
    ends = expiries if isinstance(expiries, list) else []
    known = {str(purpose): purpose for purpose in Purpose}
    return LiveConsent(
        {
            known[name]: datetime.fromisoformat(ends[at]) if at < len(ends) and ends[at] else None
            for at, name in enumerate(names)
            if name in known
        }
    )
