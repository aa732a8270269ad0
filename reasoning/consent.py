"""The one check of a person's consent in reasoning. The store checks again when edges are read back."""

from __future__ import annotations

from datetime import datetime

from graph.scope import Purpose
from graph.snapshot import Snapshot
from ontology.errors import ConsentMissing


def require_consent(snapshot: Snapshot, person: int, purpose: Purpose, now: datetime) -> None:
    """Raise ``ConsentMissing`` unless the person allows the purpose at ``now`` according to the snapshot."""
    if not snapshot.consents(person, purpose.value, now):
        raise ConsentMissing(
            f"The person has no live consent for {purpose.value}.",
            remedy="Ask the person to grant it, then ask again.",
            purpose=purpose.value,
        )
