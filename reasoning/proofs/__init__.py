"""One proof per kind of claim: from the edges read back, the only slots the claim may have.

Each proof gets the edges in the order of the claim and returns the slots, or raises ``UnprovenError``. Nothing is
taken from the claim: a name or number that is not in its edges cannot be proven. Links between identifiers of a person
are no facts for a proof to see: they join the people that the facts were stated of (``proofs.identity``).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from reasoning.evidence import ClaimKind, SlotValue
from reasoning.proofs import documents, gap, mentor, path, plays
from reasoning.proofs.identity import joined
from reasoning.proofs.slots import Edges, Slots

PROOFS: Mapping[ClaimKind, Callable[[Edges], Slots]] = {
    ClaimKind.HOLDS_ROLE: path.holds_role,
    ClaimKind.HAS_SKILL: gap.has_skill,
    ClaimKind.REQUIRES_SKILL: gap.requires_skill,
    ClaimKind.MEETS_SKILL: gap.meets_skill,
    ClaimKind.PARTLY_MEETS_SKILL: gap.partly_meets_skill,
    ClaimKind.LACKS_SKILL: gap.lacks_skill,
    ClaimKind.COURSE_CLOSES_GAP: gap.course_closes_gap,
    ClaimKind.NO_COURSE: gap.requires_skill,
    ClaimKind.COURSE_PREREQUISITE: gap.course_prerequisite,
    ClaimKind.COURSE_TEACHES: gap.course_teaches,
    ClaimKind.PATH_STEP_OBSERVED: path.path_step_observed,
    ClaimKind.PATH_STEP_SKILLS: path.path_step_skills,
    ClaimKind.PATH_TOTAL: path.path_total,
    ClaimKind.PATH_STEP_OPENING: path.path_step_opening,
    ClaimKind.PATH_CONFLICT: path.path_total,
    ClaimKind.NO_PATH: path.no_path,
    ClaimKind.MENTOR_SKILL: mentor.mentor_skill,
    ClaimKind.MENTOR_MOVE: mentor.mentor_move,
    ClaimKind.MENTOR_CAPACITY: mentor.mentor_capacity,
    ClaimKind.MENTOR_OUTCOMES: mentor.mentor_outcomes,
    ClaimKind.MENTOR_UNIT: mentor.mentor_unit,
    ClaimKind.NO_MENTOR: mentor.no_mentor,
    ClaimKind.PASSAGE_IN_FORCE: documents.passage_in_force,
    ClaimKind.DOCUMENT_SUPERSEDED: documents.document_superseded,
    ClaimKind.PLAY_CALLED_FOR: plays.play_called_for,
    ClaimKind.PLAY_DESCRIBED_IN: plays.play_described_in,
    ClaimKind.COMPLETION_ENDS: plays.completion_ends,
    ClaimKind.THEME_COVERS: documents.theme_covers,
}

CONDITIONAL: Mapping[ClaimKind, Callable[[Edges, Slots], Slots]] = {
    ClaimKind.GAP_SUMMARY: gap.gap_summary,
    ClaimKind.LEVEL_FADED: gap.level_faded,
    ClaimKind.ROLE_WITHIN_REACH: gap.role_within_reach,
}
"""Kinds that hold under conditions which the claim itself states (a day, a declared rule): the rest is proven."""


def prove(kind: ClaimKind, edges: Edges, stated: Mapping[str, SlotValue]) -> Slots:
    """The only slots that a claim of the kind may have on these edges. Raises ``UnprovenError``."""
    conditional = CONDITIONAL.get(kind)
    facts = joined(edges)
    return PROOFS[kind](facts) if conditional is None else conditional(facts, dict(stated))
