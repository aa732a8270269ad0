"""The auditor: proves the invariants of a stored graph by recomputing what can be recomputed. It mends nothing.

Zero findings is healthy. Memory stays bounded: assertions are looked at in as many passes as their number asks for.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from datetime import datetime

from graph.audit_cycles import cycles
from graph.audit_edges import audit_edges
from graph.audit_facts import Facts, read_facts
from graph.audit_findings import Code, Finding
from graph.statistics import statistics
from graph.store import GraphStore

__all__ = ["Code", "Finding", "audit"]

ASSERTIONS_AT_ONCE = 400_000


def audit(
    store: GraphStore,
    tenants: Sequence[str],
    *,
    now: datetime | None = None,
    assertions_at_once: int = ASSERTIONS_AT_ONCE,
) -> Iterator[Finding]:
    """Yield what is wrong with the graph of the tenants, one finding a fault.

    With ``now`` it also names people whose consent has run out while its purpose still stands on them. Reads refuse
    them at once whatever stands there, so this is about tidiness, not about safety.
    """
    own = list(dict.fromkeys(tenants))
    facts = read_facts(store, own)
    yield from facts.findings
    if now is not None:
        yield from _expired(facts, now)
    passes = max(1, math.ceil(statistics(store, own).nodes.get("Assertion", 0) / assertions_at_once))
    for number in range(passes):
        yield from audit_edges(store, own, facts, number, passes)
    yield from cycles(store, own)


def _expired(facts: Facts, now: datetime) -> Iterator[Finding]:
    for (tenant_id, person), consent in sorted(facts.consents.items()):
        over = [
            purpose
            for purpose, expiry in zip(consent.scopes, consent.expiries, strict=True)
            if expiry is not None and expiry <= now
        ]
        if over:
            text = f"The consent of Person {person} for {', '.join(over)} has run out and still stands in scopes."
            yield Finding(Code.CONSENT_EXPIRED, text, f"Person:{tenant_id}:{person}")
