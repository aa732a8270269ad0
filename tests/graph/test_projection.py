"""Projection is pure: the same statements in any order give the same edge, and no source is counted twice."""

from __future__ import annotations

from datetime import timedelta
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.changes import EdgeStatement, Provenance
from graph.keys import NodeKey
from graph.projection import (
    SHOWN_ASSERTIONS,
    Assertion,
    Consent,
    ConsentEvent,
    consent,
    noisy_or,
    project,
    project_inline,
)
from tests.graph.contract import day

PERSON, SKILL = NodeKey("Person", "t", "P1"), NodeKey("Skill", "t", "S1")


def assertion(
    source: str = "hris",
    record: str = "r",
    at: int = 0,
    level: float = 3.0,
    confidence: float = 0.5,
    retracts: bool = False,
) -> Assertion:
    origin = Provenance(source, record, day(at), confidence=confidence)
    statement = EdgeStatement("t", "HAS_SKILL", PERSON, SKILL, {"level": level}, origin, retracts=retracts)
    return Assertion.of(statement, statement.edge_id)


ASSERTIONS = st.builds(
    assertion,
    source=st.sampled_from(("hris", "lms", "cv")),
    record=st.sampled_from(("a", "b")),
    at=st.integers(0, 4),
    level=st.sampled_from((1.0, 2.0)),
    confidence=st.sampled_from((0.2, 0.5, 1.0)),
    retracts=st.booleans(),
)
DISTINCT = st.lists(ASSERTIONS, min_size=1, max_size=6, unique_by=lambda each: each.id)


def reference(assertions: list[Assertion]) -> tuple[bool, int, float]:
    """A second opinion, by brute force: (live, sources, confidence)."""
    speaking = []
    for each in assertions:
        same = [
            other
            for other in assertions
            if (other.source_id, other.source_record) == (each.source_id, each.source_record)
        ]
        latest = max(other.observed_at for other in same)
        silenced = any(other.retracts and other.observed_at == latest for other in same)
        candidates = [other for other in same if other.observed_at == latest and not other.retracts]
        if not silenced and each in candidates and each.confidence == max(other.confidence for other in candidates):
            speaking.append(each)
    best: dict[str, float] = {}
    for each in speaking:
        best[each.source_id] = max(best.get(each.source_id, 0.0), each.confidence)
    doubt = 1.0
    for value in best.values():
        doubt *= 1 - value
    return bool(best), len(best), round(round((1 - doubt) / 0.004) * 0.004, 4)


@given(DISTINCT, st.randoms(use_true_random=False))
def test_order_does_not_matter_and_a_second_opinion_agrees(assertions: list[Assertion], rng) -> None:  # type: ignore[no-untyped-def]  # random.Random
    projected = project(assertions)
    shuffled = list(assertions)
    rng.shuffle(shuffled)
    assert project(shuffled) == projected
    live, sources, confidence = reference(assertions)
    assert (projected["retracted_at"] is None, projected["source_count"], projected["confidence"]) == (
        live,
        sources,
        confidence,
    )


def test_the_newest_of_a_record_speaks_for_it() -> None:
    projected = project([assertion(at=1, level=2.0, confidence=0.9), assertion(at=3, level=4.0, confidence=0.4)])
    assert (projected["level"], projected["confidence"], projected["source_count"]) == (4.0, 0.4, 1)


def test_a_retracted_edge_keeps_what_was_last_said_of_it() -> None:
    projected = project([assertion(at=1, level=2.0), assertion(at=3, retracts=True, level=0.0)])
    assert (projected["level"], projected["retracted_at"], projected["observed_at"]) == (2.0, day(3), day(3))


def test_a_record_version_that_ended_counts_no_more() -> None:
    old, other = assertion(at=1, record="a"), assertion("lms", "b", at=0, level=5.0)
    over = {old.id: day(9)}
    assert project([old, other], over)["source_id"] == "lms"
    gone = project([old], over)
    assert (gone["retracted_at"], gone["source_count"], gone["confidence"]) == (day(9), 0, 0.0)


def test_only_the_newest_assertions_are_named() -> None:
    many = [assertion(record=str(number), at=number) for number in range(SHOWN_ASSERTIONS + 5)]
    named = project(many)["assertion_ids"]
    assert named == [each.id for each in reversed(many)][:SHOWN_ASSERTIONS]


def test_an_inline_retraction_keeps_its_confidence_to_be_ranked_by() -> None:
    projected = project_inline(assertion(at=2, confidence=0.8, retracts=True))
    assert (projected["confidence"], projected["retracted_at"], projected["assertion_ids"]) == (0.8, day(2), [])


@pytest.mark.parametrize(
    ("confidences", "expected"),
    [((), 0.0), ((0.5,), 0.5), ((0.5, 0.5), 0.752), ((1.0, 0.3), 1.0), ((0.9, 0.5, 0.1), 0.956)],
)
def test_noisy_or(confidences: tuple[float, ...], expected: float) -> None:
    assert {noisy_or(order) for order in permutations(confidences)} == {expected}


@given(st.lists(st.integers(0, 250).map(lambda step: step * 0.004), min_size=1, max_size=5))
def test_another_source_never_lowers_confidence(confidences: list[float]) -> None:
    assert noisy_or(confidences) >= noisy_or(confidences[:-1])


def event(purposes: str, at: int, granted: bool = True, expires: int | None = None) -> ConsentEvent:
    name = f"{purposes}{at}{granted}"
    return ConsentEvent(name, tuple(purposes.split()), granted, day(at), None if expires is None else day(expires))


CONSENTS = [
    ([], (), None),
    ([event("skill_gap", 1)], ("skill_gap",), "skill_gap1True"),
    (
        [event("skill_gap career_path", 1), event("skill_gap", 2, granted=False)],
        ("career_path",),
        "skill_gap career_path1True",
    ),
    ([event("skill_gap", 2, granted=False), event("skill_gap", 1)], (), None),
    ([event("skill_gap", 1), event("skill_gap", 1, granted=False)], (), None),
    ([event("skill_gap", 1, granted=False), event("skill_gap", 2)], ("skill_gap",), "skill_gap2True"),
    ([event("public", 1)], (), None),
]


@pytest.mark.parametrize(("events", "scopes", "behind"), CONSENTS)
def test_the_latest_event_of_a_purpose_counts(
    events: list[ConsentEvent], scopes: tuple[str, ...], behind: str | None
) -> None:
    for order in permutations(events):
        found = consent(order)
        assert (found.scopes, found.consent_id) == (scopes, behind)


def test_expiries_stand_beside_their_purpose_and_edges_carry_the_earliest() -> None:
    found = consent([event("skill_gap", 1, expires=9), event("career_path", 1, expires=5), event("analytics", 1)])
    assert found.scopes == ("career_path", "skill_gap", "analytics")
    assert found.expiries == (day(5), day(9), None)
    assert found.person_block["scope_expiries"] == [day(5).isoformat(), day(9).isoformat(), ""]
    assert found.edge_block["consent_expires_at"] == day(5)
    assert Consent().edge_block == {"scopes": [], "consent_id": None, "consent_expires_at": None}
    assert day(5) + timedelta(days=4) == day(9)
