"""What the auditor must know of nodes before it looks at edges: sources, record heads, people and their consent."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import TypeAlias, cast

from graph.audit_findings import Code, Finding
from graph.identity import SAME_PERSON_AS, clusters
from graph.keys import NodeKey, Value
from graph.projection import Consent, ConsentEvent, consent
from graph.store import EdgeRecord, GraphStore, NodeRecord
from ontology.model import Property, load_ontology

TenantAndId: TypeAlias = tuple[str, str]


@dataclass(slots=True)
class Facts:
    """Facts about nodes, and what is wrong with them.

    ``consents`` are recomputed from the events of each person under all of their identifiers.
    """

    sources: set[TenantAndId] = field(default_factory=set)
    heads: dict[tuple[str, str, str], datetime] = field(default_factory=dict)
    consents: dict[TenantAndId, Consent] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)


def read_facts(store: GraphStore, tenants: Sequence[str]) -> Facts:
    """Read all nodes but assertions, and check their blocks."""
    ontology = load_ontology()
    labels = [node.name for node in ontology.nodes.values() if node.exchanged and not node.evidence]
    facts = Facts()
    granted = _live_grants(store, tenants)
    events: dict[TenantAndId, list[ConsentEvent]] = defaultdict(list)
    people: dict[TenantAndId, Mapping[str, Value]] = {}
    for record in store.scan(tenants, nodes=labels):
        if not isinstance(record, NodeRecord):
            continue
        key, properties = record.key, record.properties
        _check_complete(facts, record)
        if key.label == "Source":
            facts.sources.add((key.tenant_id, key.id))
        elif key.label == "RecordHead":
            origin = (key.tenant_id, str(properties.get("source_id")), str(properties.get("source_record")))
            facts.heads[origin] = cast("datetime", properties["observed_at"])
        elif key.label == "ConsentGrant" and (key.tenant_id, key.id) in granted:
            events[key.tenant_id, granted[key.tenant_id, key.id]].append(_event(record))
        elif key.label == "Person":
            people[key.tenant_id, key.id] = properties
    links = _live_links(store, tenants)
    facts.consents = {person: consent(of_person) for person, of_person in events.items()}
    for cluster in clusters(links):
        members = [(member.tenant_id, member.id) for member in cluster.members]
        together = consent(event for member in members for event in events.get(member, ()))
        facts.consents.update(dict.fromkeys(members, together))
    _check_noted(facts, store, {start.tenant_id for start, _ in links})
    for person, properties in people.items():
        _check_consent(facts, person, properties)
    return facts


def required(fields: Mapping[str, Property]) -> tuple[str, ...]:
    """Names of the properties that must be there."""
    return tuple(name for name, spec in fields.items() if spec.required)


def _check_complete(facts: Facts, record: NodeRecord) -> None:
    fields = load_ontology().node_fields(record.key.label)
    missing = [name for name in required(fields) if record.properties.get(name) is None]
    if missing:
        text = f"{record.key.label} {record.key.id} lacks {', '.join(missing)}."
        facts.findings.append(Finding(Code.NODE_INCOMPLETE, text, str(record.key)))


def _live_grants(store: GraphStore, tenants: Sequence[str]) -> dict[TenantAndId, str]:
    """Person of each grant that the person still stands to, by tenant and grant."""
    return {
        (record.end.tenant_id, record.end.id): record.start.id
        for record in store.scan(tenants, relationships=("GRANTED",))
        if isinstance(record, EdgeRecord) and record.properties.get("retracted_at") is None
    }


def _live_links(store: GraphStore, tenants: Sequence[str]) -> list[tuple[NodeKey, NodeKey]]:
    return [
        (record.start, record.end)
        for record in store.scan(tenants, relationships=(SAME_PERSON_AS,))
        if isinstance(record, EdgeRecord) and record.properties.get("retracted_at") is None
    ]


def _check_noted(facts: Facts, store: GraphStore, linked: set[str]) -> None:
    """A tenant that holds links must say so, or the next batch would not look for them."""
    if not linked:
        return
    noted = {
        record.key.tenant_id
        for record in store.scan(sorted(linked), nodes=("Tenant",))
        if record.properties.get("linked") and isinstance(record, NodeRecord)
    }
    for tenant_id in sorted(linked - noted):
        text = f"Tenant {tenant_id} links identifiers of people and does not say so."
        facts.findings.append(Finding(Code.LINKS_NOT_NOTED, text, f"Tenant:{tenant_id}:{tenant_id}"))


def _event(record: NodeRecord) -> ConsentEvent:
    said = record.properties
    return ConsentEvent(
        record.key.id,
        tuple(cast("list[str]", said.get("purposes") or [])),
        said.get("status") == "granted",
        cast("datetime", said["given_at"]),
        cast("datetime | None", said.get("expires_at")),
    )


def _check_consent(facts: Facts, person: TenantAndId, properties: Mapping[str, Value]) -> None:
    expected = facts.consents.get(person, Consent()).person_block
    if any(properties.get(name) is None for name in expected):
        return  # reported as incomplete
    if any(properties[name] != value for name, value in expected.items()):
        tenant_id, person_id = person
        text = f"What Person {person_id} allows is not what their consent events say."
        facts.findings.append(Finding(Code.PERSON_CONSENT_DIFFERS, text, f"Person:{tenant_id}:{person_id}"))
