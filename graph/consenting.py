"""Consent inside a batch: read what the people concerned allow, and carry a change to every edge about them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import cast

from graph import statements as cypher
from graph.batch import Batch
from graph.changes import EdgeStatement
from graph.projection import Consent, ConsentEvent, consent
from graph.rows import as_datetime
from graph.shapes import subject_of
from ontology.model import load_ontology


def read_consents(batch: Batch, edges: Iterable[EdgeStatement]) -> None:
    """Project the consent events of everybody whom the edges, or a change of consent in this batch, concern."""
    subjects = {key.id for key in map(subject_of, edges) if key is not None} | batch.consenting
    events: dict[str, list[ConsentEvent]] = defaultdict(list)
    for person, *row in batch.ask(cypher.FIND_CONSENTS, ids=sorted(subjects)) if subjects else ():
        events[cast("str", person)].append(_event(row))
    batch.consents = {person: consent(of_person) for person, of_person in events.items()}


def _event(row: list[object]) -> ConsentEvent:
    grant, purposes, status, given_at, expires_at = row
    return ConsentEvent(
        cast("str", grant),
        tuple(cast("list[str]", purposes)),
        status == "granted",
        as_datetime(cast("str", given_at)),
        as_datetime(cast("str", expires_at)) if expires_at else None,
    )


def project_consent(batch: Batch) -> None:
    """Set scopes of the people whose consent changed, and of every edge about them."""
    if not batch.consenting:
        return
    rows = []
    for person in sorted(batch.consenting):
        now = batch.consents.get(person, Consent())
        person_block, edge_block = now.person_block, now.edge_block
        expiry = edge_block["consent_expires_at"]
        rows.append([person, *person_block.values(), edge_block["consent_id"], expiry])
    batch.ask(cypher.PROJECT_CONSENT_TO_PEOPLE, rows=rows)
    for subject in sorted({each.subject for each in load_ontology().relationships.values() if each.subject}):
        batch.ask(cypher.project_consent_to_edges(subject), rows=rows)
