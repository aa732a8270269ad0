"""Gathers a cohort from the snapshot: who may take part, which pairs are possible, and at which step others fall."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

import numpy as np
import numpy.typing as npt

from graph.scope import Purpose
from graph.snapshot import Snapshot
from ontology.errors import BadInput
from ontology.weekly import quarters
from reasoning.answers import MentorComponent, MentorMatchRequest
from reasoning.cohorts.market import Int64, Market, id_hash, liked, marks
from reasoning.cohorts.terms import CohortRequest, Unmatched, Wish
from reasoning.cohorts.weekly import OFFICE_HOURS, Week, common_hours, week
from reasoning.derived import derived
from reasoning.levels import day_number
from reasoning.mentor_scores import score_people
from reasoning.mentor_tables import mentor_tables
from reasoning.mentor_wants import wanted_skills
from reasoning.standing import current_post, kept_apart, reporting_line

Floats = npt.NDArray[np.float32]
Stages = npt.NDArray[np.uint8]

QUALIFIED, FREE, POSSIBLE = 1, 2, 3
"""How far a pair comes: the mentor can help; nothing forbids the pair; they have time in common."""

DEFAULT_PLACES = 1
"""How many mentees somebody takes who has not said."""

PPM = 1_000_000


@dataclass(frozen=True, slots=True)
class Cohort:
    """Everyone of a round in order of their ids, the possible pairs, and how far each pair comes.

    ``barred`` says of mentees and of mentors (by their number) why they do not take part at all.
    """

    wishes: tuple[Wish, ...]
    mentors: tuple[int, ...]
    market: Market
    stages: Stages
    hours: Floats
    barred_mentees: dict[int, Unmatched]
    barred_mentors: dict[int, Unmatched]


def gather(snapshot: Snapshot, request: CohortRequest, now: datetime) -> Cohort:
    """The cohort of a request. Raises ``BadInput`` for a mentee named twice or without anything asked for."""
    wishes = tuple(sorted(request.wishes, key=lambda wish: wish.person))
    _check(wishes)
    mentors = _offering(snapshot) if request.mentors is None else tuple(sorted(request.mentors))
    people = _People(snapshot, now)
    barred_mentees = people.barred([wish.person for wish in wishes])
    barred_mentors = people.barred(mentors)
    capacity = _capacity(snapshot, request, mentors)
    barred_mentors = dict.fromkeys(np.flatnonzero(capacity <= 0).tolist(), Unmatched.NO_PLACES) | barred_mentors
    capacity[list(barred_mentors)] = 0
    weeks = [[_week(snapshot, request, one, now) for one in side] for side in ([w.person for w in wishes], mentors)]
    hours = common_hours(*weeks)
    stages = np.zeros((len(wishes), len(mentors)), dtype=np.uint8)
    score, offered = (np.zeros(stages.shape, dtype=np.int32) for _ in range(2))
    rater = _Rater(snapshot, mentors, barred_mentors, now)
    for row, wish in enumerate(wishes):
        if row in barred_mentees:
            continue
        found = rater.rate(wish)
        if found is None:
            barred_mentees[row] = Unmatched.NOTHING_WANTED
            continue
        columns, score[row, found[0]], offered[row, found[0]] = found
        stages[row, columns] = FREE
        stages[row, columns[rater.forbidden(wish, columns, request.forbidden)]] = QUALIFIED
    with np.errstate(invalid="ignore"):
        late = hours < request.least_common_hours
    stages[(stages == FREE) & ~late] = POSSIBLE
    market = _market(snapshot, wishes, mentors, capacity, np.where(stages == POSSIBLE, score, 0), offered)
    return Cohort(wishes, mentors, market, stages, hours, barred_mentees, barred_mentors)


def as_question(wish: Wish, now: datetime) -> MentorMatchRequest:
    """The single match that a wish of a cohort is."""
    return MentorMatchRequest(wish.person, wish.target_role, wish.skills, now=now)


class _People:
    """Who may take part: consents for mentoring and works here."""

    def __init__(self, snapshot: Snapshot, now: datetime) -> None:
        self._start = snapshot.nodes("Person").start
        self._consenting = snapshot.consenting(Purpose.MENTOR_MATCH.value, now)
        left = snapshot.numbers.get(("Person", "left_on"))
        self._left = np.zeros(len(self._consenting), dtype=np.bool_) if left is None else left <= day_number(now)

    def barred(self, people: Sequence[int]) -> dict[int, Unmatched]:
        """Those (by their place in the list) who may not take part, and why."""
        found = {}
        for at, person in enumerate(people):
            if not self._consenting[person - self._start]:
                found[at] = Unmatched.NO_CONSENT
            elif self._left[person - self._start]:
                found[at] = Unmatched.HAS_LEFT
        return found


class _Rater:
    """Scores the mentors of a cohort for one mentee after another, exactly as the single match does."""

    def __init__(self, snapshot: Snapshot, mentors: Sequence[int], barred: dict[int, Unmatched], now: datetime) -> None:
        people = snapshot.nodes("Person")
        self._snapshot, self._mentors, self._now = snapshot, np.array(mentors, dtype=np.int64), now
        self._allowed = np.zeros(len(people), dtype=np.bool_)
        taking = [person for at, person in enumerate(mentors) if at not in barred]
        self._allowed[np.array(taking, dtype=np.int64) - people.start] = True
        self._start = people.start

    def rate(self, wish: Wish) -> tuple[Int64, Int64, Int64] | None:
        """Numbers of the mentors who can help, their scores and what they offer (millionths); None: nothing wanted."""
        question = as_question(wish, self._now)
        wants = wanted_skills(self._snapshot, question)
        if not wants:
            return None
        post = current_post(self._snapshot, wish.person, day_number(self._now))
        allowed = self._allowed.copy()
        allowed[wish.person - self._start] = False
        origin = post.role if post is not None else None
        scores = score_people(self._snapshot, question, wants, origin, allowed, self._now)
        offered = np.rint(scores.parts[MentorComponent.OFFERS] * PPM).astype(np.int64)
        return np.searchsorted(self._mentors, scores.people), scores.millionths, offered

    def forbidden(self, wish: Wish, columns: Int64, pairs: frozenset[tuple[int, int]]) -> npt.NDArray[np.bool_]:
        """Of these mentors, those above or below the mentee, those kept apart, and those the request forbids."""
        line = reporting_line(self._snapshot, wish.person, day_number(self._now))
        line |= kept_apart(self._snapshot, wish.person)
        line |= {mentor for mentee, mentor in pairs if mentee == wish.person}
        return np.isin(self._mentors[columns], np.array(sorted(line), dtype=np.int64))


def _check(wishes: Sequence[Wish]) -> None:
    if len({wish.person for wish in wishes}) < len(wishes):
        raise BadInput("A mentee is named twice.", remedy="Send one line for each mentee.")
    if any(wish.target_role is None and not wish.skills for wish in wishes):
        raise BadInput("A mentee asks for nothing.", remedy="Give each mentee a target role, or skills.")


def _offering(snapshot: Snapshot) -> tuple[int, ...]:
    """Everyone who offers mentoring in anything."""
    offers = snapshot.edges("OFFERS_MENTORING")
    return tuple((np.flatnonzero(np.diff(offers.offsets)) + offers.start_base).tolist())


def _capacity(snapshot: Snapshot, request: CohortRequest, mentors: Sequence[int]) -> Int64:
    """Places of each mentor: as the request says, else as they state less the mentees they have, else one."""
    start = snapshot.nodes("Person").start
    tables = derived(snapshot, mentor_tables)
    free = np.where(tables.capacity < 0, -1, np.maximum(tables.capacity - np.maximum(tables.active, 0), 0))
    stated = request.mentors or {}
    places = [stated.get(person) for person in mentors]
    known = [int(free[person - start]) for person in mentors]
    return np.array(
        [
            given if given is not None else said if said >= 0 else DEFAULT_PLACES
            for given, said in zip(places, known, strict=True)
        ],
        dtype=np.int64,
    )


def _week(snapshot: Snapshot, request: CohortRequest, person: int, now: datetime) -> Week | None:
    """As the request says, else as the graph does (what cannot be read does not count), else office hours."""
    zone = snapshot.text("Person", "time_zone", person)
    given = request.hours.get(person)
    if given:
        return week(given, zone, now)
    stated = snapshot.text_list("Person", "weekly_hours", person)
    return week([time for time in stated if quarters(time)] if stated else OFFICE_HOURS, zone, now)


def _market(
    snapshot: Snapshot,
    wishes: Sequence[Wish],
    mentors: Sequence[int],
    capacity: Int64,
    score: npt.NDArray[np.int32],
    offered: npt.NDArray[np.int32],
) -> Market:
    mentee, mentor = np.nonzero(score)
    points = score[mentee, mentor].astype(np.int64)
    ours = np.array([id_hash(snapshot.ids[wish.person]) for wish in wishes], dtype=np.uint64)
    theirs = np.array([id_hash(snapshot.ids[person]) for person in mentors], dtype=np.uint64)
    return Market(
        len(wishes), capacity, mentee.astype(np.int32), mentor.astype(np.int32), points,
        liked(offered[mentee, mentor].astype(np.int64), points), marks(ours[mentee], theirs[mentor]),
    )  # fmt: skip
