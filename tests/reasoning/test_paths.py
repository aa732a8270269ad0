"""Career paths in the hand-made company, and what must hold for everyone."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ontology.errors import BadInput, ConsentMissing, UnknownNode
from reasoning.answers import CareerPathAnswer, CareerPathRequest, PathConstraints, StepKind
from reasoning.paths import career_path
from tests.reasoning.building import NOW, Company, index
from tests.reasoning.companies import solara
from tests.reasoning.random_companies import random_company


def ask(target: str, person: str | None = None, start: str | None = None, **constraints: object) -> CareerPathAnswer:
    company, nodes = solara()
    snapshot = company.snapshot()
    request = CareerPathRequest(
        target_role=index(snapshot, nodes[target]),
        person=index(snapshot, nodes[person]) if person else None,
        start_role=index(snapshot, nodes[start]) if start else None,
        constraints=PathConstraints(**constraints),  # type: ignore[arg-type]  # given by name
        now=NOW,
    )
    return career_path(snapshot, request)


def ways(answer: CareerPathAnswer) -> list[list[str]]:
    return [[path.steps[0].origin.caption, *(step.destination.caption for step in path.steps)] for path in answer.paths]


def test_ana_to_lead_data_scientist() -> None:
    answer = ask("Lead data scientist", "Ana")
    assert answer.start.caption == "Data analyst"
    assert ways(answer)[0] == ["Data analyst", "Data scientist", "Lead data scientist"]
    first, second = answer.paths[0].steps
    # Data scientist, zone 4: 48 months x (1.0 x 1/3 + 0.8 x 1/4 + 0.8 x 1) / 3.0 missing; SQL is held
    assert first.months == pytest.approx(48 * (1 / 3 + 0.2 + 0.8) / 3 + 6, abs=0.06)
    assert [node.caption for node in first.gained] == ["Machine learning", "Python", "Statistics"]
    assert [node.caption for node in first.carried] == ["SQL"]
    # then Statistics 4 and Python 3 are there, Machine learning 3 of 4, Team leadership not at all
    assert second.months == pytest.approx(48 * (1.0 * 1 / 4 + 0.8) / 3.2 + 6, abs=0.06)
    assert [node.caption for node in second.carried] == ["Python", "Statistics"]
    assert (first.kind, second.kind) == (StepKind.PROMOTION, StepKind.PROMOTION)
    assert (first.observed_count, second.observed_count) == (12, 6)
    # 12 observed moves take 3 x 12 / 17 months off, 6 take 3 x 6 / 11
    assert first.cost - first.doubt_cost == pytest.approx(first.months - 36 / 17, abs=0.001)
    assert second.cost - second.doubt_cost == pytest.approx(second.months - 18 / 11, abs=0.001)
    # unlike roles cost 12 months x (1 - score), a promotion 24, both the less the more often the move was made;
    # the second move skips a grade
    assert first.score is not None
    assert first.doubt_cost == pytest.approx(12 * (1 - first.score) * 5 / 17 + 24 / 13, abs=0.002)
    assert second.score is not None
    assert second.doubt_cost == pytest.approx(12 * (1 - second.score) * 5 / 11 + 24 / 7 + 24, abs=0.002)
    assert first.direction == "up"


def test_totals_are_the_sums_of_the_steps() -> None:
    for path in ask("Head of data", "Ana").paths:
        assert path.cost == pytest.approx(sum(step.cost for step in path.steps))
        assert path.months == pytest.approx(sum(step.months for step in path.steps))
        product = 1.0
        for step in path.steps:
            product *= step.confidence
        assert path.confidence == pytest.approx(product, abs=1e-4)


def test_paths_are_different_loopless_and_cheapest_first() -> None:
    answer = ask("Lead data scientist", "Ana")
    found = ways(answer)
    assert len({tuple(way) for way in found}) == len(found) == 3
    assert all(len(set(way)) == len(way) for way in found)
    assert [path.cost for path in answer.paths] == sorted(path.cost for path in answer.paths)


def test_from_a_role_the_role_is_taken_to_be_mastered() -> None:
    answer = ask("Lead data scientist", start="Data scientist")
    assert answer.subject is None
    step = answer.paths[0].steps[0]
    assert [node.caption for node in step.carried] == ["Python", "Statistics"]
    assert {edge.rel_type for edge in step.evidence} == {"TRANSITIONS_TO", "REQUIRES_SKILL", "TEACHES_SKILL"}


@pytest.mark.parametrize(
    ("constraints", "expected"),
    [
        ({"max_steps": 1}, []),
        ({"max_months": 20.0}, []),
        ({"avoid": ("Data scientist",)}, []),
        ({"avoid_families": ("data",)}, []),
        ({"max_job_zone": 3}, []),
        ({"location": "jaén"}, []),
        ({"pay_floor": 90000.0}, []),
        ({"location": "BERLIN"}, ["Data analyst", "Data scientist", "Lead data scientist"]),
        ({"pay_floor": 60000.0}, ["Data analyst", "Data scientist", "Lead data scientist"]),
        ({"only_observed": True}, ["Data analyst", "Data scientist", "Lead data scientist"]),
        ({"via": ("Data engineer",)}, ["Data analyst", "Data engineer", "Data scientist", "Lead data scientist"]),
    ],
)
def test_limits(constraints: dict[str, object], expected: list[str]) -> None:
    found = ways(ask("Lead data scientist", "Ana", **({"only_observed": True} | constraints)))  # type: ignore[arg-type]  # by name
    assert found[:1] == ([expected] if expected else [])


def test_a_role_of_unknown_pay_passes_no_pay_floor() -> None:
    assert ways(ask("Software developer", start="Data analyst", pay_floor=1.0)) == []
    assert ways(ask("Software developer", start="Data analyst")) != []


def test_only_observed_moves_leave_out_declared_and_near_ones() -> None:
    assert ways(ask("Operations manager", start="Control room operator", max_steps=1)) == [
        ["Control room operator", "Operations manager"]
    ]
    assert ways(ask("Operations manager", start="Control room operator", max_steps=1, only_observed=True)) == []


def test_no_path_says_so_and_cites_both_ends() -> None:
    answer = ask("Head of data", "Gus", only_observed=True, max_steps=2)
    assert (answer.paths, answer.exact) == ((), True)
    assert [claim.kind.value for claim in answer.claims] == ["holds_role", "no_path"]
    assert {edge.start.caption for edge in answer.claims[1].edges} >= {"Person Gus"}


def test_already_there() -> None:
    answer = ask("Data analyst", "Ana")
    assert answer.paths == ()
    assert [claim.kind.value for claim in answer.claims] == ["holds_role"]


def test_the_role_held_today_is_the_start() -> None:
    company, nodes = solara()
    snapshot = company.snapshot()
    person = index(snapshot, nodes["Ben"])
    target = index(snapshot, nodes["Head of data"])
    then = datetime(2020, 1, 1, tzinfo=UTC)
    assert career_path(snapshot, CareerPathRequest(target, person, now=NOW)).start.caption == "Data scientist"
    assert career_path(snapshot, CareerPathRequest(target, person, now=then)).start.caption == "Data analyst"


def test_refusals() -> None:
    company, nodes = solara()
    shy, idle = company.person("Shy", ("skill_gap",)), company.person("Idle")
    snapshot = company.snapshot()
    target = index(snapshot, nodes["Head of data"])
    with pytest.raises(ConsentMissing):
        career_path(snapshot, CareerPathRequest(target, index(snapshot, shy), now=NOW))
    with pytest.raises(BadInput, match="no role to start from"):
        career_path(snapshot, CareerPathRequest(target, index(snapshot, idle), now=NOW))
    with pytest.raises(UnknownNode):
        ask("Head of data", "Ana", avoid=("Nowhere",))


@settings(max_examples=80, deadline=None)
@given(st.integers(0, 10_000_000), st.integers(0, 7))
def test_a_skill_more_never_lengthens_a_path(seed: int, extra: int) -> None:
    company, nodes = random_company(seed)
    more, _ = random_company(seed)
    person = nodes["person 0"]
    more.has(person, nodes[f"skill {extra}"], 5.0)
    first, second = company.snapshot(), more.snapshot()
    for number in range(7):
        target = nodes[f"role {number}"]
        before = career_path(
            first, CareerPathRequest(index(first, target), index(first, person), alternatives=4, now=NOW)
        )
        after = career_path(
            second, CareerPathRequest(index(second, target), index(second, person), alternatives=4, now=NOW)
        )
        assert len(before.paths) == len(after.paths)
        assert all(new.cost <= old.cost for old, new in zip(before.paths, after.paths, strict=True))


def test_the_search_says_when_it_stopped_at_its_bound(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("reasoning.routes.MAX_EXPANSIONS", 1)
    answer = ask("Head of data", "Ana")
    assert (answer.exact, answer.expanded) == (False, 1)


def test_a_cheaper_detour_through_what_is_learned_on_the_way() -> None:
    """The direct move has to learn all of X; passing through B, which teaches half of it cheaply, costs less."""
    company = Company()
    start, between, target = company.role("A", job_zone=1), company.role("B", job_zone=1), company.role("C", job_zone=5)
    x, y = company.skill("X"), company.skill("Y")
    company.requires(between, x, 4.0)
    company.requires(target, x, 4.0)
    company.requires(target, y, 4.0)
    company.moved(start, target, 1)
    company.moved(start, between, 1)
    company.moved(between, target, 1)
    snapshot = company.snapshot()
    request = CareerPathRequest(index(snapshot, target), start_role=index(snapshot, start), alternatives=2, now=NOW)
    cheapest, direct = career_path(snapshot, request).paths
    assert [step.destination.caption for step in cheapest.steps] == ["B", "C"]
    certain = [path.cost - sum(step.doubt_cost for step in path.steps) for path in (cheapest, direct)]
    assert certain == pytest.approx([3 + 5.5 + 42 + 5.5, 84 + 5.5])
    assert cheapest.cost < direct.cost


def test_a_less_certain_record_counts_less() -> None:
    """Quality moves the ranking: of two moves alike in all else, the one on better record comes first."""
    company = Company()
    start, sure, vague, target = (company.role(name, job_zone=2) for name in ("A", "B", "C", "D"))
    for middle, confidence in ((sure, 1.0), (vague, 0.4)):
        company.moved(start, middle, 10, confidence)
        company.moved(middle, target, 10, confidence)
    snapshot = company.snapshot()
    request = CareerPathRequest(index(snapshot, target), start_role=index(snapshot, start), alternatives=2, now=NOW)
    first, second = career_path(snapshot, request).paths
    assert [path.steps[0].destination.caption for path in (first, second)] == ["B", "C"]
    # n = 10 x 1.0 and 10 x 0.4; 3 n / (n + 5), twice
    taken_off = [path.months + sum(step.doubt_cost for step in path.steps) - path.cost for path in (first, second)]
    assert taken_off == pytest.approx([2 * 3 * 10 / 15, 2 * 3 * 4 / 9], abs=0.002)
