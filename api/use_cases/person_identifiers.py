"""The identifiers of one person: which systems' ids were joined, by which links, said by whom and when.

For callers who see the person by name. Links are read back under the caller's scope, so a person who was parted a
moment ago is told as parted, whatever the snapshot still says.
"""

from __future__ import annotations

from dataclasses import dataclass

from api import node_ids
from api.authorization import Operation, Relation, decide, purposes_for
from api.inquiry import Inquiry, denied
from api.readback import read_back
from graph.identity import SAME_PERSON_AS, clusters
from graph.scope import Purpose
from graph.store import CitedEdge
from ontology.errors import CairnError, ConsentMissing, UnknownNode


@dataclass(frozen=True, slots=True)
class PersonIdentifiers:
    """The identifier the person is led by, all of them (that one first), and the links between them by edge id."""

    leading: str
    ids: tuple[str, ...]
    links: tuple[CitedEdge, ...]


def person_identifiers(inquiry: Inquiry, text: str | None) -> PersonIdentifiers:
    """All identifiers of the person with this one; None means the caller.

    Raises ``AccessDenied``, ``ConsentMissing``, ``UnknownNode`` and ``BadInput`` as questions about a person do.
    """
    refusals: list[CairnError] = []
    for purpose in purposes_for(inquiry.principal, Operation.READ_PERSON):
        if not _by_name(inquiry, inquiry.find_person(text), purpose):
            continue
        try:
            index = inquiry.person(text, Operation.READ_PERSON, purpose)
        except (ConsentMissing, UnknownNode) as refused:
            refusals.append(refused)
        else:
            return _joined(inquiry, index, _named(inquiry, text, index), purpose)
    raise refusals[0] if refusals else denied()


def _by_name(inquiry: Inquiry, index: int | None, purpose: Purpose) -> bool:
    """Whether the caller sees the person by name, and not only as a mentor who is on offer."""
    relations = inquiry.relations(index) - {Relation.MENTOR} | {Relation.OTHER}
    decision = decide(inquiry.principal, Operation.READ_PERSON, relations, purpose)
    return decision.allowed and decision.names


def _named(inquiry: Inquiry, text: str | None, index: int) -> str:
    """The very identifier that was asked about; the leading one where the person was named by pseudonym."""
    if text is None:
        return str(inquiry.principal.person_id)
    named = node_ids.wanted("Person", text)
    return inquiry.snapshot.ids[index] if named.pseudonym is not None else named.id


def _joined(inquiry: Inquiry, index: int, asked: str, purpose: Purpose) -> PersonIdentifiers:
    snapshot = inquiry.snapshot
    lead, identities = snapshot.key(index), snapshot.identities
    known = {key.id for key in identities.everyone(lead)}
    numbers = [at for at, link in enumerate(identities.links) if link.start in known]
    scope = inquiry.principal.scope(purpose)
    wanted = [identities.link_id(number) for number in numbers]
    found = read_back(inquiry.deps.store, scope, wanted, inquiry.now, [SAME_PERSON_AS])
    return _still_joined(asked, list(found.values()))


def _still_joined(asked: str, links: list[CitedEdge]) -> PersonIdentifiers:
    """What the links that hold this moment join to the identifier."""
    joined = clusters((link.edge.start.id, link.edge.end.id) for link in links)
    mine = next((one for one in joined if asked in one.members), None)
    if mine is None:
        return PersonIdentifiers(asked, (asked,), ())
    held = sorted((one for one in links if one.edge.start.id in mine.members), key=lambda one: one.edge.edge_id)
    others = tuple(member for member in mine.members if member != mine.leading)
    return PersonIdentifiers(mine.leading, (mine.leading, *others), tuple(held))
