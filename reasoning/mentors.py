"""Mentors for a person: who holds what they lack, offers to teach it, has made the move and is within reach.

Only HAS_SKILL counts on both sides: assessments and course results are not collected for this purpose.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

import numpy as np

from graph.scope import Purpose
from graph.snapshot import Snapshot
from ontology.errors import BadInput
from reasoning.answers import MentorMatchAnswer, MentorMatchRequest
from reasoning.citing import Citations
from reasoning.consent import require_consent
from reasoning.levels import day_number, moment
from reasoning.mentor_claims import MentorTelling
from reasoning.mentor_scores import Scores, score_people
from reasoning.mentor_wants import Want, wanted_skills
from reasoning.standing import current_post, kept_apart, reporting_line


def mentor_match(snapshot: Snapshot, request: MentorMatchRequest) -> MentorMatchAnswer:
    """Rank the people who can help, by a score that is the sum of its stated components.

    A candidate allows mentor matching, works here, holds at least one wanted skill at the level asked for or one
    level above the person, and is neither the person, nor in their reporting line (unless asked for), nor kept
    apart from them, nor excluded, nor without capacity. Raises ``ConsentMissing`` for a person who does not allow
    the purpose and ``BadInput`` when neither a role nor skills are given.
    """
    return ranking(snapshot, request).told()


@dataclass(frozen=True, slots=True)
class Ranking:
    """A mentor match worked out, before anyone is cited: the scores, and the rows of the best, best first."""

    snapshot: Snapshot
    request: MentorMatchRequest
    wants: Sequence[Want]
    scores: Scores
    chosen: Sequence[int]

    def told(self) -> MentorMatchAnswer:
        """The answer, with evidence and claims."""
        request = self.request
        telling = MentorTelling(self.snapshot, Citations(self.snapshot), request, self.wants)
        candidates = tuple([telling.candidate(self.scores, row) for row in self.chosen])
        node = telling.citations.node
        return MentorMatchAnswer(
            subject=node(request.person),
            target=node(request.target_role) if request.target_role is not None else None,
            wanted=tuple([node(want.skill) for want in self.wants]),
            candidates=candidates,
            claims=() if candidates else telling.nobody(),
            considered=self.scores.considered,
        )


def ranking(snapshot: Snapshot, request: MentorMatchRequest) -> Ranking:
    """What ``mentor_match`` tells: who can help, by score."""
    if request.target_role is None and not request.skills:
        raise BadInput("Nothing is asked for.", remedy="Give a target role, or skills to be mentored in.")
    now = moment(snapshot, request.now)
    require_consent(snapshot, request.person, Purpose.MENTOR_MATCH, now)
    wants = wanted_skills(snapshot, request)
    post = current_post(snapshot, request.person, day_number(now))
    barred = {request.person, *request.excluded, *kept_apart(snapshot, request.person)}
    if not request.reporting_line:
        barred |= reporting_line(snapshot, request.person, day_number(now))
    origin = post.role if post is not None else None
    allowed = eligible(snapshot, sorted(barred), now)
    scores = score_people(snapshot, request, wants, origin, allowed, now, request.first)
    return Ranking(snapshot, request, wants, scores, best(scores, request.first))


def eligible(snapshot: Snapshot, barred: Sequence[int], now: datetime) -> np.ndarray[tuple[int], np.dtype[np.bool_]]:
    """For every person, whether they may be proposed at all: consent, still employed, not barred."""
    people = snapshot.nodes("Person")
    allowed = snapshot.consenting(Purpose.MENTOR_MATCH.value, now)
    left = snapshot.numbers.get(("Person", "left_on"))
    if left is not None:
        allowed &= ~(left <= day_number(now))
    allowed[np.array(barred, dtype=np.int64) - people.start] = False
    return allowed


def best(scores: Scores, first: int) -> list[int]:
    """Rows of the best candidates, best first; equal scores by person id."""
    ranks = scores.millionths * (1 << 32) - scores.people
    if len(ranks) > first:
        ahead = np.argpartition(-ranks, first - 1)[:first] if first > 0 else np.zeros(0, dtype=np.int64)
        return [int(row) for row in ahead[np.argsort(-ranks[ahead])]]
    return [int(row) for row in np.argsort(-ranks)]


__all__ = ["Ranking", "Want", "best", "eligible", "mentor_match", "ranking"]
