"""Evidence bundles: the facts a wording model may see, and what it is to say. It words nothing and calls nobody.

A bundle holds typed values of cited edges and cleaned labels, never free text. People appear under a number that
is good for this bundle only; ``restore`` puts the pseudonyms of the graph back once a sentence is verified.
"""

from __future__ import annotations

import hashlib
import random
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from graph.identity import SAME_PERSON_AS
from reasoning.citing import caption_text
from reasoning.evidence import Claim, EdgeRef, NodeRef, Operation, SlotValue

MAX_EDGES = 40
MAX_CLAIMS = 12
SAID_PROPERTIES = frozenset(
    {"level", "min_level", "to_level", "weight", "essential", "observed_count", "valid_from", "valid_to", "capacity"}
    | {"passed", "match_type"}
)
"""Properties that sentences speak of; a prompt carries no others."""
_PERSON = re.compile(r"Person (\d+)")
_ID = re.compile(r"\be\d+\b")


@dataclass(frozen=True, slots=True)
class Fact:
    """An edge as a prompt shows it: short id, the two labels, the relation in words, typed values."""

    id: str
    subject: str
    relation: str
    object: str
    properties: Mapping[str, SlotValue]


@dataclass(frozen=True, slots=True)
class DerivedFact:
    """A number that code computed from facts of the bundle."""

    id: str
    operation: Operation
    inputs: tuple[str, ...]
    value: float


@dataclass(frozen=True, slots=True)
class PlannedClaim:
    """One sentence to be worded: the claim with people masked, and the facts it rests on. Code chose them."""

    claim: Claim
    facts: tuple[str, ...]
    derived: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Bundle:
    """Facts and plan of one model call. ``edge_ids`` and ``people`` lead back to the graph and stay outside."""

    facts: tuple[Fact, ...]
    derived: tuple[DerivedFact, ...]
    plan: tuple[PlannedClaim, ...]
    edge_ids: Mapping[str, str] = field(repr=False)
    people: Mapping[str, str] = field(repr=False)

    def restore(self, text: str) -> str:
        """The sentence with the graph's pseudonyms in place of the bundle's."""
        return _PERSON.sub(lambda found: self.people.get(found.group(), found.group()), text)


@dataclass(frozen=True, slots=True)
class Bundles:
    """All bundles of an answer, and the claims that fit in none (they keep their templates)."""

    bundles: tuple[Bundle, ...]
    left_out: tuple[Claim, ...]


def bundles_of(claims: Sequence[Claim], salt: str = "", most: int = MAX_CLAIMS) -> Bundles:
    """Pack proven claims, in order, into bundles of at most 40 edges and ``most`` claims.

    ``salt`` varies the ids between processes.
    """
    packs: list[list[Claim]] = []
    held: set[str] = set()
    left_out = []
    for claim in claims:
        ids = {edge.edge_id for edge in claim.edges}
        if not 0 < len(ids) <= MAX_EDGES:
            left_out.append(claim)
            continue
        if not packs or len(held | ids) > MAX_EDGES or len(packs[-1]) >= most:
            packs.append([])
            held = set()
        packs[-1].append(claim)
        held |= ids
    return Bundles(tuple(_bundle(pack, salt) for pack in packs), tuple(left_out))


def _bundle(claims: Sequence[Claim], salt: str) -> Bundle:
    edges = list({edge.edge_id: edge for claim in claims for edge in _told(claim)}.values())
    words = " ".join(_labels(claims))
    seed = hashlib.sha256("\n".join([salt, *(edge.edge_id for edge in edges), *(c.id for c in claims)]).encode())
    draw = random.Random(seed.digest())
    captions = dict.fromkeys(node.caption for edge in edges for node in _ends(edge) if node.key.label == "Person")
    people = dict(zip(captions, _fresh(draw, "Person ", set(_PERSON.findall(words)), 3), strict=False))
    short = dict(
        zip((e.edge_id for e in edges), _fresh(draw, "e", {one[1:] for one in _ID.findall(words)}, 2), strict=False)
    )
    derived: list[DerivedFact] = []
    plan = []
    for claim in claims:
        numbers = []
        for one in claim.derivations:
            name = f"d{len(derived) + 1}"
            derived.append(DerivedFact(name, one.operation, tuple(short[edge] for edge in one.inputs), one.value))
            numbers.append(name)
        facts = tuple(short[edge.edge_id] for edge in _told(claim))
        plan.append(PlannedClaim(_masked(claim, people), facts, tuple(numbers)))
    return Bundle(
        facts=tuple(_fact(edge, short[edge.edge_id], people) for edge in edges),
        derived=tuple(derived),
        plan=tuple(plan),
        edge_ids={name: edge_id for edge_id, name in short.items()},
        people={name: caption for caption, name in people.items()},
    )


def _told(claim: Claim) -> list[EdgeRef]:
    """The edges that a prompt shows: facts under the person's own number, and not the links that make them theirs."""
    return [edge for edge in claim.edges if edge.rel_type != SAME_PERSON_AS]


def _masked(claim: Claim, people: Mapping[str, str]) -> Claim:
    slots = {name: _said(value, people) for name, value in claim.slots.items()}
    return replace(claim, slots=slots, edges=tuple(_masked_edge(edge, people) for edge in claim.edges))


def _masked_edge(edge: EdgeRef, people: Mapping[str, str]) -> EdgeRef:
    start, end = (replace(node, caption=str(_said(node.caption, people))) for node in _ends(edge))
    return replace(edge, start=start, end=end)


def _said(value: SlotValue, people: Mapping[str, str]) -> SlotValue:
    return people.get(value, caption_text(value)) if isinstance(value, str) else value


def _fact(edge: EdgeRef, name: str, people: Mapping[str, str]) -> Fact:
    start, end = (str(_said(node.caption, people)) for node in _ends(edge))
    stated = {
        key: caption_text(value) if isinstance(value, str) else value
        for key, value in sorted(edge.properties.items())
        if key in SAID_PROPERTIES
    }
    return Fact(name, start, edge.rel_type.lower().replace("_", " "), end, stated)


def _ends(edge: EdgeRef) -> tuple[NodeRef, NodeRef]:
    return edge.start, edge.end


def _labels(claims: Sequence[Claim]) -> Iterator[str]:
    for claim in claims:
        yield from (value for value in claim.slots.values() if isinstance(value, str))
        yield from (node.caption for edge in claim.edges for node in _ends(edge))


def _fresh(draw: random.Random, stem: str, taken: set[str], digits: int) -> Iterator[str]:
    """Endless different names that no label contains."""
    used = set(taken)
    while True:
        number = str(draw.randrange(10 ** (digits - 1), 10**digits))
        if len(used) > 8 * 10 ** (digits - 1):
            digits += 1
        if number not in used:
            used.add(number)
            yield f"{stem}{number}"
