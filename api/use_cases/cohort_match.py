"""A round of mentoring matched at once. Both sides of every pair must agree now; the table says who may ask."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TypeAlias

from api import node_ids
from api.authorization import Operation
from api.inquiry import Inquiry, denied
from api.readback import Withheld, gone, missing, read_cited
from api.recording.questions import Asked
from api.standing import offering
from api.use_cases.answered import Answered, answered
from graph.scope import CallerRole, Purpose
from graph.store import CitedEdge
from ontology.errors import BadInput
from reasoning.cohorts.terms import CohortAnswer, CohortPair, CohortRequest, Objective, Wish
from reasoning.evidence import Claim

MAX_MENTEES = 5_000
MAX_MENTORS = 10_000
MAX_PAIRS = 20_000
"""Of forbidden and of earlier pairs."""

MAX_WHY_NOT = 20
MAX_TIMES = 50
MAX_PLACES = 100
PURPOSE = Purpose.MENTOR_MATCH
Pairs: TypeAlias = tuple[tuple[str, str], ...]
"""Mentee and mentor, as the caller names them."""


@dataclass(frozen=True, slots=True)
class Mentee:
    """Somebody who looks for a mentor: person, what for, and their weekly times (empty: as the graph says)."""

    person: str
    target_role: str | None = None
    skills: tuple[str, ...] = ()
    hours: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class MentorPlaces:
    """Somebody who takes mentees: how many (None: as they state), and their weekly times."""

    person: str
    places: int | None = None
    hours: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class CohortQuestion:
    """Ids as the caller sends them. Without ``mentors`` everyone who offers mentoring takes part."""

    mentees: tuple[Mentee, ...]
    mentors: tuple[MentorPlaces, ...] = ()
    objective: Objective = Objective.SCORE
    forbidden: Pairs = ()
    least_common_hours: float = 1.0
    previous: Pairs = ()
    keep: float = 0.05
    why_not: Pairs = ()


@dataclass(frozen=True, slots=True)
class CohortFound:
    """The answer; who of those named takes no part (not in the graph or not agreed, which look the same); and the
    earlier pairs that this ends.
    """

    found: CohortAnswer
    unseen: tuple[str, ...]
    lost: Pairs

    @property
    def claims(self) -> tuple[Claim, ...]:
        """Claims about the whole: there are none beside those of the pairs."""
        return ()

    @property
    def pairs(self) -> tuple[CohortPair, ...]:
        """The matched pairs."""
        return self.found.pairs


def cohort_match(inquiry: Inquiry, question: CohortQuestion) -> Answered[CohortFound]:
    """Answer the question for this caller. Raises ``BadInput``, ``UnknownNode`` or ``AccessDenied``."""
    _check(question)
    people = _People(inquiry, question)
    request = _request(inquiry, question, people)
    found = inquiry.deps.reasoning.cohorts(inquiry.snapshot, request)
    evidence = [edge for pair in found.pairs for edge in pair.evidence]
    live = read_cited(inquiry.deps.store, inquiry.principal.scope(PURPOSE), evidence, inquiry.now)
    kept, withheld = _standing(found, live)
    shown = CohortFound(replace(found, pairs=kept), people.unseen, people.lost(question.previous))
    claims = [claim for pair in kept for claim in pair.claims]
    asked = Asked("cohort_match", request, found)
    return answered(inquiry, PURPOSE, shown, claims, live, withheld, asked)


def _request(inquiry: Inquiry, question: CohortQuestion, people: _People) -> CohortRequest:
    wishes: list[Wish] = []
    mentors: dict[int, int | None] = {}
    hours: dict[int, tuple[str, ...]] = {}
    for mentee in question.mentees:
        person = people.find(mentee.person)
        if person is not None:
            role = inquiry.catalogue("Role", mentee.target_role) if mentee.target_role is not None else None
            wishes.append(Wish(person, role, tuple(inquiry.catalogue("Skill", skill) for skill in mentee.skills)))
            hours |= {person: mentee.hours} if mentee.hours else {}
    for mentor in question.mentors:
        person = people.find(mentor.person)
        if person is not None:
            mentors[person] = mentor.places
            hours |= {person: mentor.hours} if mentor.hours else {}
    return CohortRequest(
        wishes=tuple(wishes),
        mentors=mentors if question.mentors else people.offering(),
        objective=question.objective,
        forbidden=frozenset(people.pairs(question.forbidden)),
        least_common_hours=question.least_common_hours,
        hours=hours,
        previous=tuple(people.pairs(question.previous)),
        keep=question.keep,
        why_not=tuple(people.pairs(question.why_not)),
        now=inquiry.now,
    )


class _People:
    """Finds the people of a round: those whom the table lets the caller match and who agree now."""

    def __init__(self, inquiry: Inquiry, question: CohortQuestion) -> None:
        self._inquiry = inquiry
        named = [one.person for one in question.mentees] + [one.person for one in question.mentors]
        named += [text for pair in (*question.forbidden, *question.previous, *question.why_not) for text in pair]
        found = {text: self._permitted(text) for text in dict.fromkeys(named)}
        inquiry.load_consents([index for index in found.values() if index is not None])
        self._known = {text: index if self._agrees(index) else None for text, index in found.items()}

    @property
    def unseen(self) -> tuple[str, ...]:
        """Those named who take no part, in order of first mention."""
        return tuple(text for text, index in self._known.items() if index is None)

    def find(self, text: str) -> int | None:
        """Index of the person, or None when they are not in the graph or have not agreed."""
        return self._known[text]

    def pairs(self, given: Pairs) -> list[tuple[int, int]]:
        """The pairs whose people both take part."""
        found = [(self._known[mentee], self._known[mentor]) for mentee, mentor in given]
        return [(one, other) for one, other in found if one is not None and other is not None]

    def lost(self, given: Pairs) -> Pairs:
        """The pairs of which somebody takes no part."""
        return tuple(pair for pair in given if None in (self._known[pair[0]], self._known[pair[1]]))

    def offering(self) -> Mapping[int, int | None]:
        """Everyone who offers mentoring and agrees now."""
        snapshot = self._inquiry.snapshot
        start = snapshot.nodes("Person").start
        willing = offering(snapshot) & snapshot.consenting(PURPOSE.value, self._inquiry.now)
        people = [int(at) + start for at in willing.nonzero()[0]]
        self._inquiry.load_consents(people)
        return {person: None for person in people if self._inquiry.consents(person, PURPOSE)}

    def _permitted(self, text: str) -> int | None:
        """Index of the person; raises ``AccessDenied`` where the table does, whether or not they are in the graph."""
        index = self._inquiry.find_person(text)
        decision = self._inquiry.decision(Operation.COHORT_MATCH, index, PURPOSE)
        if not decision.allowed:
            raise denied()
        by_id = node_ids.wanted("Person", text).pseudonym is None
        if by_id and not decision.names and CallerRole.SERVICE not in self._inquiry.principal.roles:
            # Whoever sends an id and gets a pseudonym back would know whose pseudonym it is.
            raise BadInput("You see people by pseudonym.", remedy="Name them by the ids that `search` gives you.")
        return index

    def _agrees(self, index: int | None) -> bool:
        inquiry = self._inquiry
        if index is None or not inquiry.snapshot.consents(index, PURPOSE, inquiry.now):
            return False
        return inquiry.consents(index, PURPOSE)


def _check(question: CohortQuestion) -> None:
    if not 1 <= len(question.mentees) <= MAX_MENTEES or len(question.mentors) > MAX_MENTORS:
        raise BadInput("The round is empty or too large.", remedy=f"Send 1 to {MAX_MENTEES:,} mentees.")
    if max(len(question.forbidden), len(question.previous)) > MAX_PAIRS or len(question.why_not) > MAX_WHY_NOT:
        raise BadInput("A list of pairs is too long.", remedy=f"Ask about at most {MAX_WHY_NOT} pairs.")
    times = [len(one.hours) for one in question.mentees] + [len(one.hours) for one in question.mentors]
    if max(times) > MAX_TIMES:
        raise BadInput("Too many weekly times are given.", remedy=f"Send at most {MAX_TIMES} a person.")
    if any(one.places is not None and not 0 <= one.places <= MAX_PLACES for one in question.mentors):
        raise BadInput("A number of places is out of range.", remedy=f"Give 0 to {MAX_PLACES} places.")
    if not 0 <= question.least_common_hours <= 168:
        raise BadInput("The common hours asked for are out of range.", remedy="Give 0 to 168 hours a week.")


def _standing(found: CohortAnswer, live: Mapping[str, CitedEdge]) -> tuple[tuple[CohortPair, ...], list[Withheld]]:
    kept, withheld = [], []
    for pair in found.pairs:
        lost = missing(pair.evidence, live)
        if lost:
            withheld.append(gone("pair", lost))
        else:
            kept.append(pair)
    return tuple(kept), withheld
