"""Verification of an answer given earlier: every cited edge is read again now, under the caller's own scope."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields, is_dataclass, replace
from enum import StrEnum

from api.inquiry import Inquiry
from api.recording.questions import QUESTIONS, UnreadableError, read
from api.recording.records import AnswerRecord, RecordedClaim
from api.use_cases.recorded_answers import Opened, Sight, book_of, opened
from graph.identity import SAME_PERSON_AS
from graph.store import CitedEdge
from ontology.errors import CairnError
from reasoning.citing import caption_text
from reasoning.evidence import Claim, ClaimKind, EdgeRef, NodeRef, SlotValue
from reasoning.recheck import Recheck, ValueChange, recheck

ABSENCES: Mapping[str, tuple[str, ...]] = {
    "lacks_skill": ("person", "role", "skill"),
    "partly_meets_skill": ("person", "role", "skill"),
    "no_course": ("role", "skill"),
    "no_path": ("origin", "target"),
    "no_mentor": ("skill",),
    "gap_summary": ("person", "role", "met", "total", "coverage"),
    "path_step_skills": ("destination", "carried", "total", "missing"),
}
"""Kinds that say what was not found or how many there are in all, with the slots that must come out the same: the
edges cited cannot show that nothing was added, so the question is asked once more."""


class Standing(StrEnum):
    """What has become of a claim."""

    HOLDS = "holds"
    CHANGED = "changed"
    GONE = "gone"
    HIDDEN = "hidden"


@dataclass(frozen=True, slots=True)
class VerifiedClaim:
    """A claim with its standing. ``text`` is None where the caller may not hear of somebody in it any more.

    ``found_again``: for a claim that something was not found, whether the question asked now says so too; None
    where that was not tried.
    """

    claim: RecordedClaim
    standing: Standing
    text: str | None
    now: str | None = None
    changes: tuple[ValueChange, ...] = ()
    missing: tuple[str, ...] = ()
    found_again: bool | None = None


@dataclass(frozen=True, slots=True)
class Verification:
    """An answer verified: its claims in order, and whether all of them hold."""

    found: Opened
    claims: tuple[VerifiedClaim, ...]

    @property
    def holds(self) -> bool:
        """Whether every claim still holds."""
        return all(one.standing is Standing.HOLDS for one in self.claims)


def verify_answer(inquiry: Inquiry, answer_id: str) -> Verification:
    """Check every claim of the answer against the graph as it is. Raises ``UnknownNode`` and ``BadInput``."""
    found = opened(inquiry, answer_id)
    sight = Sight(inquiry, found)
    again = _AskedAgain(inquiry, found.record)
    return Verification(found, tuple(_verified(claim, found.record, sight, again) for claim in found.record.claims))


def _verified(claim: RecordedClaim, record: AnswerRecord, sight: Sight, again: _AskedAgain) -> VerifiedClaim:
    text = sight.names(claim.text) if sight.may_hear(claim) else None
    lost = tuple(edge_id for edge_id in claim.edges if edge_id not in sight.visible)
    parted = tuple(edge_id for edge_id in lost if _is_link(edge_id, record) and edge_id not in sight.existing)
    if parted:
        # Whose facts they are now is not told; that they were not this person's is.
        return VerifiedClaim(claim, Standing.GONE, text, missing=parted)
    if any(edge_id in sight.existing for edge_id in lost):
        hidden = tuple(edge_id for edge_id in lost if edge_id in sight.existing)
        return VerifiedClaim(claim, Standing.HIDDEN, None, missing=hidden)
    if lost:
        return VerifiedClaim(claim, Standing.GONE, text, missing=lost)
    checked = recheck(
        claim_kind(claim), claim.slots, _references(claim, record, sight.visible), claim.derivations, sight.visible
    )
    said_again = again.says(claim) if checked.holds else None
    holds = checked.holds and said_again is not False
    return VerifiedClaim(
        claim,
        Standing.HOLDS if holds else Standing.CHANGED,
        text,
        None if checked.sentence is None else sight.names(checked.sentence),
        _changes(checked, sight),
        found_again=said_again,
    )


def _is_link(edge_id: str, record: AnswerRecord) -> bool:
    return edge_id in record.edges and record.edges[edge_id].type == SAME_PERSON_AS


def claim_kind(claim: RecordedClaim) -> ClaimKind | None:
    """The kind of a recorded claim; None for one that no proof knows."""
    try:
        return ClaimKind(claim.kind)
    except ValueError:
        return None


def _references(claim: RecordedClaim, record: AnswerRecord, live: Mapping[str, CitedEdge]) -> list[EdgeRef]:
    """The claim's edges as they were cited; an edge's id vouches for its ends, so their keys come from the store."""
    references = []
    for edge_id in claim.edges:
        then, edge = record.edges[edge_id], live[edge_id].edge
        start, end = NodeRef(edge.start, caption_text(then.start[1])), NodeRef(edge.end, caption_text(then.end[1]))
        references.append(EdgeRef(edge_id, then.type, start, end, then.properties))
    return references


def _changes(checked: Recheck, sight: Sight) -> tuple[ValueChange, ...]:
    found = (*checked.slots, *checked.derivations, *checked.edges)
    return tuple(replace(one, before=_named(one.before, sight), now=_named(one.now, sight)) for one in found)


def _named(value: SlotValue | None, sight: Sight) -> SlotValue | None:
    return sight.names(value) if isinstance(value, str) else value


class _AskedAgain:
    """The same question on the graph as it is now; computed when the first claim needs it."""

    def __init__(self, inquiry: Inquiry, record: AnswerRecord) -> None:
        self._inquiry, self._record = inquiry, record
        self._said: set[tuple[object, ...]] | None = None
        self._tried = False

    def says(self, claim: RecordedClaim) -> bool | None:
        """Whether the question asked now says again that nothing was found; None for other kinds of claims."""
        if claim.kind not in ABSENCES:
            return None
        if not self._tried:
            self._tried, self._said = True, self._ask()
        return None if self._said is None else _told(claim.kind, claim.slots) in self._said

    def _ask(self) -> set[tuple[object, ...]] | None:
        question, stored = QUESTIONS.get(self._record.operation), self._record.request
        if question is None or stored is None:
            return None
        # Who was left out then is asked anew by consent, not by what was noted.
        stored = {**stored, **({"excluded": []} if "excluded" in stored else {})}
        if "now" in stored:
            stored["now"] = self._inquiry.now
        try:
            request = read(question, stored, self._inquiry.snapshot, book_of(self._inquiry).seal)
            found = question.compute(self._inquiry.snapshot, request)
        except (UnreadableError, CairnError):
            # It cannot be asked today: of somebody who refuses by now, say, or with a deadline that has passed.
            return None
        return {_told(str(claim.kind), claim.slots) for claim in claims_within(found)}


def _told(kind: str, slots: Mapping[str, SlotValue]) -> tuple[object, ...]:
    return (kind, *(slots.get(name) for name in ABSENCES.get(kind, ())))


def claims_within(found: object) -> list[Claim]:
    """All claims of an answer, its own and those of its parts, wherever they stand."""
    if isinstance(found, Claim):
        return [found]
    if isinstance(found, tuple):
        return [claim for part in found for claim in claims_within(part)]
    if not is_dataclass(found) or isinstance(found, EdgeRef | NodeRef):
        return []
    return [claim for field in fields(found) for claim in claims_within(getattr(found, field.name))]
