"""Answers to the three questions and to search, typed. Each part carries its evidence and its sentences."""

from __future__ import annotations

from datetime import date, datetime
from enum import Enum

import strawberry

from api.schema.edges import Edge, NodeRef
from api.schema.explanations import Explainable
from api.schema.reviews import AnswerReview
from reasoning.answers import CounterReason, CoverKind, GapStatus, MatchKind, MentorComponent

_EVIDENCE = "The edges this rests on, read back from the store for this answer."
_SENTENCES = "The same in sentences; each cites the edges it rests on and was verified against them."


def _enum(cls: type[Enum], description: str) -> type[Enum]:
    return strawberry.enum(cls, description=description)


_enum(GapStatus, "How far a requirement is met.")
_enum(CoverKind, "Why a held skill counts for a required one.")
_enum(MentorComponent, "The parts a mentor's score is the sum of.")
_enum(CounterReason, "What speaks against a mentor who is proposed all the same.")
_enum(MatchKind, "How the text met a name, from the surest on.")


@strawberry.type(description="Which state of the graph an answer was computed on.")
class SnapshotInfo:
    """Version and age of the snapshot."""

    version: str = strawberry.field(description="The state as one text, for logs and bug reports.")
    tenant_version: int = strawberry.field(description="Number of batches committed to the tenant by then.")
    reference_version: int = strawberry.field(description="Number of batches committed to the classifications by then.")
    read_at: datetime = strawberry.field(description="When the snapshot was read from the store.")
    age_seconds: float = strawberry.field(description="Seconds since it was last known to show what the store holds.")
    staleness_bound_seconds: float = strawberry.field(description="Answers on an older snapshot than this are refused.")


@strawberry.type(description="A verified sentence with the edges it rests on.")
class Sentence:
    """One claim in words."""

    text: str = strawberry.field(description="The sentence.")
    kind: str = strawberry.field(description="What kind of claim it makes.")
    edge_ids: list[strawberry.ID] = strawberry.field(description="Edges it rests on; give them to `edge(id)`.")
    origin: str = strawberry.field(description="Who worded it: template, or the model.")


@strawberry.type(description="A part of the answer that is not shown, because its evidence is gone or did not hold.")
class Withheld:
    """What is missing from the answer and why."""

    what: str = strawberry.field(description="Kind of part: path, requirement, course, mentor or sentence.")
    code: str = strawberry.field(description="EVIDENCE_GONE or UNVERIFIED.")
    message: str = strawberry.field(description="Why it is not shown.")
    edge_ids: list[strawberry.ID] = strawberry.field(description="The edges concerned.")


@strawberry.interface(description="What every recommendation carries.")
class Answer(Explainable):
    """Fields of every recommendation."""

    answer_id: strawberry.ID | None = strawberry.field(
        default=None,
        description="Under which it is recorded: give it to `verifyAnswer` or `replay`; null where nothing is.",
    )
    review: AnswerReview = strawberry.field(
        description="Whether a reviewer is to look at it before a model words it, by declared rules."
    )
    snapshot: SnapshotInfo = strawberry.field(description="State of the graph it was computed on.")
    complete: bool = strawberry.field(description="False when something was withheld.")
    withheld: list[Withheld] = strawberry.field(description="What was withheld, and why.")
    sentences: list[Sentence] = strawberry.field(description=_SENTENCES)


@strawberry.type(description="A course that teaches a missing skill.")
class CourseOption:
    """A way to close a gap."""

    course: NodeRef = strawberry.field(description="The course.")
    to_level: float = strawberry.field(description="Level reached, on Cairn's scale 0-5.")
    closes: bool = strawberry.field(description="Whether that closes the gap.")
    cost: float | None = strawberry.field(description="Price for one participant.")
    currency: str | None = strawberry.field(description="Currency of the cost.")
    hours: float | None = strawberry.field(description="Hours of work.")
    prerequisites: list[NodeRef] = strawberry.field(description="Courses still needed before it.")
    evidence: list[Edge] = strawberry.field(description=_EVIDENCE)


@strawberry.type(description="One requirement of the role and how far it is met.")
class SkillGapItem:
    """A requirement."""

    skill: NodeRef = strawberry.field(description="The skill asked for.")
    essential: bool = strawberry.field(description="Essential, or optional.")
    weight: float = strawberry.field(description="Importance from 0 to 1.")
    required_level: float | None = strawberry.field(description="Level asked for, 0-5; null when not stated.")
    held_level: float = strawberry.field(description="Level that counts for it today, 0-5.")
    stated_level: float | None = strawberry.field(
        description="Level that the evidence states, before it fades; null when not stated or not held."
    )
    last_evidence: date | None = strawberry.field(description="Day of that evidence; null when it is not dated.")
    recency_rule: str | None = strawberry.field(description="Which rule let the level fade; null when none did.")
    status: GapStatus = strawberry.field(description="How far it is met.")
    covered_by: NodeRef | None = strawberry.field(description="The held skill that counts for it.")
    cover: CoverKind | None = strawberry.field(description="Why that skill counts.")
    nearest: NodeRef | None = strawberry.field(description="The held skill nearest to it.")
    searched: int = strawberry.field(
        description="How many skills would have counted for it: itself, equivalent, narrower and close ones."
    )
    courses: list[CourseOption] = strawberry.field(description="Courses that teach it, best first.")
    evidence: list[Edge] = strawberry.field(description=_EVIDENCE)
    sentences: list[Sentence] = strawberry.field(description=_SENTENCES)


@strawberry.type(description="How levels of one kind of skill fade without newer evidence: declared, not fitted.")
class RecencyRule:
    """A rule of fading."""

    name: str = strawberry.field(description="The kind of skill.")
    grace_months: float = strawberry.field(description="Months without fading since the last evidence.")
    half_life_months: float = strawberry.field(description="Months in which the level halves after that.")
    floor: float = strawberry.field(description="Share of the level below which it does not fall.")


@strawberry.type(description="What the person lacks for the role, and what closes each gap.")
class SkillGapAnswer(Answer):
    """Answer to skillGap."""

    subject: NodeRef = strawberry.field(description="Whose gap.")
    target: NodeRef = strawberry.field(description="The role.")
    coverage: float | None = strawberry.field(
        description="Weight of the requirements met over that of all, 0 to 1; null when some were withheld."
    )
    items: list[SkillGapItem] = strawberry.field(description="All requirements, gaps first: essential, heavy, large.")
    recency: list[RecencyRule] = strawberry.field(
        description="Rules by which dated levels fade, by kind of skill; kinds not listed do not, nor what has no date."
    )


@strawberry.type(description="One part of a mentor's score.")
class ScoreComponent:
    """Weight and contribution."""

    name: MentorComponent = strawberry.field(description="Which part.")
    weight: float = strawberry.field(description="What it can add at most.")
    contribution: float = strawberry.field(description="What it added.")


@strawberry.type(description="A mentor with the reasons for and against.")
class MentorCandidate:
    """A proposed mentor."""

    mentor: NodeRef = strawberry.field(description="Who.")
    score: float = strawberry.field(description="Score from 0 to 1, the sum of the components.")
    components: list[ScoreComponent] = strawberry.field(description="What the score is made of.")
    counter_reasons: list[CounterReason] = strawberry.field(description="What speaks against them.")
    skills: list[NodeRef] = strawberry.field(description="Skills they can help in.")
    made_move: bool = strawberry.field(description="Whether they made the same move.")
    capacity: int | None = strawberry.field(description="How many mentees they take; null when not stated.")
    shared_language: bool | None = strawberry.field(description="Whether both share a language; null when unknown.")
    hours_apart: float | None = strawberry.field(description="Hours between the time zones; null when unknown.")
    common_hours: float | None = strawberry.field(
        description="Hours a week in which both have time; null unless both state their times."
    )
    active: int | None = strawberry.field(description="How many mentees they have now; null when not stated.")
    finished: int | None = strawberry.field(description="How many mentorships they have ended; null when not stated.")
    rating: float | None = strawberry.field(
        description="How these were rated on average, 1 to 5; null when not stated."
    )
    distance: int | None = strawberry.field(
        description="Steps between the two units in the organisation, 0 in the same one; null when unknown."
    )
    evidence: list[Edge] = strawberry.field(description=_EVIDENCE)
    sentences: list[Sentence] = strawberry.field(description=_SENTENCES)


@strawberry.type(description="Who can help the person, best first.")
class MentorMatchAnswer(Answer):
    """Answer to mentorMatch."""

    subject: NodeRef = strawberry.field(description="Who is looking for a mentor.")
    target: NodeRef | None = strawberry.field(description="The role to help towards.")
    wanted: list[NodeRef] = strawberry.field(description="The skills to help in.")
    candidates: list[MentorCandidate] = strawberry.field(description="The mentors; empty when nobody qualifies.")
    considered: int = strawberry.field(description="How many people qualified.")


@strawberry.type(description="A node found by name.")
class SearchHit:
    """A hit."""

    node: NodeRef = strawberry.field(description="What was found.")
    matched: str = strawberry.field(description="The name that matched.")
    match: MatchKind = strawberry.field(description="How the text met it.")
    score: float = strawberry.field(description="How well, 0 to 1.")


@strawberry.type(description="What was found, best first.")
class SearchAnswer:
    """Answer to search."""

    hits: list[SearchHit] = strawberry.field(description="The hits.")
    snapshot: SnapshotInfo = strawberry.field(description="State of the graph that was searched.")
