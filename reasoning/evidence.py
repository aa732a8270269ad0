"""Evidence and claims: what an answer rests on, in a form that code can check. It words nothing."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TypeAlias

from graph.keys import NodeKey

SlotValue: TypeAlias = str | int | float | bool


@dataclass(frozen=True, slots=True, order=True)
class NodeRef:
    """A node and what to call it (a person's caption is the pseudonym until the API may restore the name)."""

    key: NodeKey
    caption: str


@dataclass(frozen=True, slots=True)
class EdgeRef:
    """An edge that an answer rests on, with the typed properties that the answer used (snapshot values)."""

    edge_id: str
    rel_type: str
    start: NodeRef
    end: NodeRef
    properties: Mapping[str, SlotValue] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkedEdgeRef(EdgeRef):
    """An edge that its source stated of another identifier of a person than the one answers speak of.

    ``start`` and ``end`` are the people as answers speak of them, ``stated_start`` and ``stated_end`` what stands in
    the store, and ``links`` the ``SAME_PERSON_AS`` edges that lead from these to those: what is told of the edge rests
    on them, too.
    """

    stated_start: NodeRef
    stated_end: NodeRef
    links: tuple[EdgeRef, ...]


def with_links(edges: Iterable[EdgeRef]) -> tuple[EdgeRef, ...]:
    """The edges, and after them the links of those that were stated of another identifier, each once."""
    found = tuple(edges)
    links = [link for edge in found if isinstance(edge, LinkedEdgeRef) for link in edge.links]
    return tuple({edge.edge_id: edge for edge in (*found, *links)}.values()) if links else found


class Operation(StrEnum):
    """Arithmetic that a claim may state over edges; the verifier recomputes it."""

    COUNT = "count"
    SUM = "sum"
    DIFFERENCE = "difference"
    COVERAGE = "coverage"
    MINIMUM = "minimum"
    MAXIMUM = "maximum"


@dataclass(frozen=True, slots=True)
class Derivation:
    """A number computed from edges: the operation, the edges (and property) it reads, and the value stated.

    ``parts`` is the counted part of a ``COVERAGE``: value = sum over ``parts`` / sum over ``inputs``. A
    ``DIFFERENCE`` is the first input less the second.
    """

    id: str
    operation: Operation
    inputs: tuple[str, ...]
    value: float
    property: str | None = None
    parts: tuple[str, ...] = ()


class ClaimKind(StrEnum):
    """What a sentence states. Each kind has one template per locale and one check in the verifier."""

    HOLDS_ROLE = "holds_role"
    HAS_SKILL = "has_skill"
    REQUIRES_SKILL = "requires_skill"
    MEETS_SKILL = "meets_skill"
    PARTLY_MEETS_SKILL = "partly_meets_skill"
    LACKS_SKILL = "lacks_skill"
    GAP_SUMMARY = "gap_summary"
    COURSE_CLOSES_GAP = "course_closes_gap"
    NO_COURSE = "no_course"
    COURSE_PREREQUISITE = "course_prerequisite"
    COURSE_TEACHES = "course_teaches"
    LEVEL_FADED = "level_faded"
    ROLE_WITHIN_REACH = "role_within_reach"
    PATH_STEP_OBSERVED = "path_step_observed"
    PATH_STEP_SKILLS = "path_step_skills"
    PATH_TOTAL = "path_total"
    PATH_STEP_OPENING = "path_step_opening"
    PATH_CONFLICT = "path_conflict"
    NO_PATH = "no_path"
    MENTOR_SKILL = "mentor_skill"
    MENTOR_MOVE = "mentor_move"
    MENTOR_CAPACITY = "mentor_capacity"
    MENTOR_OUTCOMES = "mentor_outcomes"
    MENTOR_UNIT = "mentor_unit"
    NO_MENTOR = "no_mentor"
    PASSAGE_IN_FORCE = "passage_in_force"
    DOCUMENT_SUPERSEDED = "document_superseded"
    PLAY_CALLED_FOR = "play_called_for"
    PLAY_DESCRIBED_IN = "play_described_in"
    COMPLETION_ENDS = "completion_ends"
    THEME_COVERS = "theme_covers"


@dataclass(frozen=True, slots=True)
class Claim:
    """One sentence of an answer before it is worded: kind, slots, the edges it rests on, its arithmetic.

    ``slots`` holds every name and number the sentence may contain. A claim about something that was *not*
    found cites the edges that were searched (a role's requirement, the nearest skill held).
    """

    id: str
    kind: ClaimKind
    slots: Mapping[str, SlotValue]
    edges: tuple[EdgeRef, ...]
    derivations: tuple[Derivation, ...] = ()


@dataclass(frozen=True, slots=True)
class Sentence:
    """A worded, verified claim as it is released: the text, the edge ids it cites, and who worded it."""

    claim_id: str
    kind: ClaimKind
    text: str
    edge_ids: tuple[str, ...]
    origin: str = "template"
    fallback_codes: tuple[str, ...] = ()
