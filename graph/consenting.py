"""Consent inside a batch: read what the people concerned allow, and carry a change to every edge about them.

Consent is the person's, not the identifier's: the events of all identifiers that live links join count together, and
what they allow is projected to each of these identifiers and to every edge about it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from typing import cast

from graph import statements as cypher
from graph.batch import Batch
from graph.changes import EdgeStatement
from graph.identity import clusters
from graph.projection import Consent, ConsentEvent, consent
from graph.rows import as_datetime
from graph.shapes import subject_of
from ontology.model import load_ontology


def note_links(batch: Batch, edge_ids: Collection[str]) -> None:
    """Keep in mind that these links between identifiers were written: the consent of all they join is read anew."""
    if not edge_ids:
        return
    for ends in batch.ask(cypher.FIND_LINK_ENDS, ids=sorted(edge_ids)):
        batch.consenting.update(cast("list[str]", ends))
    if not batch.linked:
        batch.ask(cypher.MARK_LINKED)
        batch.linked = True


def read_consents(batch: Batch, edges: Iterable[EdgeStatement]) -> None:
    """Project the consent events of everybody whom the edges, or a change of consent in this batch, concern."""
    subjects = {key.id for key in map(subject_of, edges) if key is not None} | batch.consenting
    # Where no identifiers were ever linked, nothing is asked.
    families = _families(batch, subjects) if batch.linked else {}
    # Whoever was joined or parted is an end of a link written, or is joined to one: nobody else's consent moved.
    batch.consenting.update(other for person in tuple(batch.consenting) for other in families.get(person, ()))
    everybody = subjects.union(*families.values())
    events: dict[str, list[ConsentEvent]] = defaultdict(list)
    for person, *row in batch.ask(cypher.FIND_CONSENTS, ids=sorted(everybody)) if everybody else ():
        events[cast("str", person)].append(_event(row))
    for person in events.keys() - families.keys():
        batch.consents[person] = consent(events[person])
    for members in set(families.values()):
        of_person = consent(event for member in members for event in events.get(member, ()))
        batch.consents.update(dict.fromkeys(members, of_person))


def _families(batch: Batch, people: Collection[str]) -> Mapping[str, tuple[str, ...]]:
    """For each of these people who has other identifiers, and for each of those, all of them."""
    links: list[tuple[str, str]] = []
    known, asked = set(people), set(people)
    while asked:
        found = cast("list[list[str]]", batch.ask(cypher.FIND_LINKED, ids=sorted(asked)))
        links += [(person, other) for person, other in found]
        asked = {other for _, other in found} - known
        known |= asked
    return {member: cluster.members for cluster in clusters(links) for member in cluster.members}


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
