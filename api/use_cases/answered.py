"""What every recommendation is returned in: the answer less what no longer holds, its sentences and its evidence."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Generic, TypeVar

from api.inquiry import Inquiry
from api.naming import Naming
from api.readback import Withheld, release
from graph.keys import NodeKey
from graph.scope import Purpose
from graph.snapshot import SnapshotVersion
from graph.store import CitedEdge
from reasoning.evidence import Claim, Sentence

A = TypeVar("A")


@dataclass(frozen=True, slots=True)
class SnapshotState:
    """Which state of the graph an answer was computed on, its age, and the bound on that age (seconds)."""

    version: SnapshotVersion
    age_seconds: float
    bound_seconds: float


@dataclass(frozen=True, slots=True)
class Answered(Generic[A]):
    """An answer that may be shown: ``sentences`` by claim id, ``evidence`` by edge id, what was withheld and why."""

    answer: A
    purpose: Purpose
    sentences: Mapping[str, Sentence]
    evidence: Mapping[str, CitedEdge]
    withheld: tuple[Withheld, ...]
    state: SnapshotState
    naming: Naming
    inquiry: Inquiry
    claims: tuple[Claim, ...] = ()

    def spoken(self, claims: Iterable[Claim]) -> list[Sentence]:
        """The sentences of these claims that were let through, in the claims' order."""
        return [self.sentences[claim.id] for claim in claims if claim.id in self.sentences]


def state_of(inquiry: Inquiry) -> SnapshotState:
    """The state of the graph this inquiry answers from."""
    return SnapshotState(inquiry.snapshot.version, inquiry.age_seconds, inquiry.deps.staleness_bound_seconds)


def answered(
    inquiry: Inquiry,
    purpose: Purpose,
    answer: A,
    claims: Sequence[Claim],
    live: Mapping[str, CitedEdge],
    withheld: Sequence[Withheld],
) -> Answered[A]:
    """Word and verify the claims, put names where the caller may see them, and close the answer."""
    released, lost = release(inquiry.deps.reasoning, claims, live)
    naming = Naming(inquiry, purpose)
    people = {claim.id: people_of(claim) for claim in claims}
    sentences = {
        sentence.claim_id: replace(sentence, text=naming.restore(sentence.text, people[sentence.claim_id].items()))
        for sentence in released.sentences
    }
    return Answered(
        answer, purpose, sentences, live, (*withheld, *lost), state_of(inquiry), naming, inquiry, tuple(claims)
    )


def people_of(claim: Claim) -> dict[NodeKey, str]:
    """The persons a sentence can speak of, with the pseudonyms it uses for them."""
    ends = [ref for edge in claim.edges for ref in (edge.start, edge.end)]
    return {ref.key: ref.caption for ref in ends if ref.key.label == "Person"}
