"""Scoring only those who can be among the best gives the same best, and counts the others all the same."""

from __future__ import annotations

import numpy as np
import pytest

from benchmarks.company import Shape, generate
from benchmarks.company_graph import snapshot_of
from graph.adjacency import assemble
from graph.snapshot import Snapshot
from reasoning import mentor_scores
from reasoning.answers import MentorMatchAnswer, MentorMatchRequest
from reasoning.derived import SHELF
from reasoning.mentors import mentor_match


@pytest.fixture(scope="module")
def snapshot() -> Snapshot:
    return snapshot_of(generate(Shape(people=900, skills=60, roles=20, courses=5)))


def answers(snapshot: Snapshot, first: int) -> list[MentorMatchAnswer]:
    people, roles = snapshot.nodes("Person"), snapshot.nodes("Role")
    allowed = [one for one in people if snapshot.consents(one, "mentor_match", snapshot.version.read_at)][-40:]
    return [
        mentor_match(snapshot, MentorMatchRequest(person, roles[number % len(roles)], first=first))
        for number, person in enumerate(allowed)
    ]


@pytest.mark.parametrize("first", [0, 1, 7, 40])
def test_the_best_are_the_same(snapshot: Snapshot, monkeypatch: pytest.MonkeyPatch, first: int) -> None:
    everybody = answers(snapshot, first)
    monkeypatch.setattr(mentor_scores, "PROBED", 10)
    assert answers(snapshot, first) == everybody
    assert max(answer.considered for answer in everybody) > 4 * max(first, 10)


def test_a_large_company_is_not_scored_whole(snapshot: Snapshot, monkeypatch: pytest.MonkeyPatch) -> None:
    scored: list[int] = []
    real = mentor_scores._scores

    def counting(*given: object) -> mentor_scores.Scores:
        found = real(*given)  # type: ignore[arg-type]  # passed on
        scored.append(len(found.people))
        return found

    monkeypatch.setattr(mentor_scores, "_scores", counting)
    monkeypatch.setattr(mentor_scores, "PROBED", 10)
    considered = sum(answer.considered for answer in answers(snapshot, 5))
    assert sum(scored) < considered


def test_wants_of_one_skill_weigh_the_same_at_once_as_one_by_one(
    snapshot: Snapshot, monkeypatch: pytest.MonkeyPatch
) -> None:
    at_once = answers(snapshot, 7)
    monkeypatch.setattr(mentor_scores, "_add_at_once", None)
    monkeypatch.setitem(vars(snapshot)[SHELF], mentor_scores.one_edge_each, (False,))
    assert answers(snapshot, 7) == at_once
    assert any(answer.candidates for answer in at_once)


@pytest.mark.parametrize(
    ("pairs", "single"),
    [
        ([], True),
        ([(0, 0), (0, 1), (1, 1)], True),
        ([(0, 0), (1, 0), (1, 1), (1, 2)], True),  # the last of one skill and the first of the next are one person's
        ([(0, 0), (1, 2), (1, 2)], False),
    ],
)
def test_two_edges_to_one_skill_are_noticed(pairs: list[tuple[int, int]], single: bool) -> None:
    starts, ends = np.array(pairs, dtype=np.int32).reshape(-1, 2).T.copy()
    assert mentor_scores._once(assemble("HAS_SKILL", starts, ends, {}, (0, 3), (0, 4))) is single
