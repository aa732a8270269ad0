"""Paths under limits, wishes and distances, and conflicts of limits, against every way worked out one by one."""

from __future__ import annotations

import itertools
import random
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.keys import NodeKey
from reasoning.answers import CareerPathAnswer, CareerPathRequest
from reasoning.conflicts import parts_of, together
from reasoning.narrators.templates import render
from reasoning.path_answers import Constraint, ConstraintKind, Preference, PreferenceKind
from reasoning.paths import career_path
from reasoning.release import claims_of
from reasoning.verifier import verify
from tests.reasoning.building import NOW, Company, index
from tests.reasoning.companies import solara
from tests.reasoning.oracles import Levels
from tests.reasoning.path_oracle import (
    FAMILIES,
    Way,
    Ways,
    advertise,
    furnished_company,
    greedily_apart,
    moves_of,
    random_parts,
)
from tests.reasoning.random_companies import Nodes

ROLES = 6
seeds = st.integers(0, 10_000_000)


class Case:
    """One random company, its person, and every way between their role and each other role."""

    def __init__(self, seed: int) -> None:
        self.company, self.nodes = furnished_company(seed, ROLES)
        self.snapshot = self.company.snapshot()
        self.ways = Ways(self.company, moves_of(self.snapshot))
        plain = self.ways.plain
        self.person = self.nodes["person 0"]
        start = plain.current(self.person)
        assert start is not None
        self.start: NodeKey = start
        self.held: Levels = plain.fully(plain.held(self.person))
        self.passed = plain.passed(self.person)

    def targets(self) -> list[NodeKey]:
        return [role for role in self.ways.plain.roles if role != self.start]

    def all(self, target: NodeKey) -> list[Way]:
        return self.ways.all(self.start, target, self.held, self.passed)

    def ask(self, target: NodeKey, **request: object) -> CareerPathAnswer:
        given: dict[str, object] = {"person": index(self.snapshot, self.person), "now": NOW} | request
        answer = career_path(self.snapshot, CareerPathRequest(index(self.snapshot, target), **given))  # type: ignore[arg-type]  # by name
        assert answer.exact
        return answer


def told(answer: CareerPathAnswer) -> list[tuple[int, int, tuple[NodeKey, ...]]]:
    return [
        (
            round(path.cost * 1000),
            len(path.steps),
            (path.steps[0].origin.key, *(step.destination.key for step in path.steps)),
        )
        for path in answer.paths
    ]


@settings(max_examples=20, deadline=None)
@given(seeds, st.integers(1, 5))
def test_diverse_paths_follow_the_greedy_rule(seed: int, k: int) -> None:
    case = Case(seed)
    for target in case.targets():
        ways = case.all(target)
        for least in (0, 250, 500, 667, 1000):
            answer = case.ask(target, alternatives=k, min_diversity=least / 1000, constraints=together([]))
            expected = greedily_apart(ways, k, Fraction(least, 1000))
            assert told(answer) == [way.rank for way in expected]
            apart = [answer.diversity] if answer.diversity is not None else []
            assert all(found >= least / 1000 - 1e-4 for found in apart)
            assert len(apart) == (len(expected) > 1)


@settings(max_examples=40, deadline=None)
@given(seeds)
def test_paths_under_all_limits_and_wishes_equal_exhaustive_search(seed: int) -> None:
    case, dice = Case(seed), random.Random(seed)
    for target in case.targets():
        parts = list(random_parts(dice, case.nodes, ROLES, 3))
        wishes = tuple(random_wishes(dice))
        kept = [way for way in case.all(target) if all(case.ways.keeps(way, part) for part in parts)]
        expected = sorted((case.ways.wished(way, wishes) for way in kept), key=lambda way: way.rank)[:5]
        answer = case.ask(target, alternatives=5, constraints=together(parts), preferences=wishes)
        assert told(answer) == [way.rank for way in expected]
        for path, way in zip(answer.paths, expected, strict=True):
            assert round(path.months * 1000) == way.months
            assert path.money == (None if way.money is None else way.money / 100)
            assert sum(step.cost for step in path.steps) == pytest.approx(path.cost)
            assert sum(step.preference_cost for step in path.steps) == pytest.approx(path.preference_cost)


def random_wishes(dice: random.Random) -> list[Preference]:
    kinds = {
        PreferenceKind.FAMILY: Preference(PreferenceKind.FAMILY, 4.0, text=dice.choice(FAMILIES)),
        PreferenceKind.LOCATION: Preference(PreferenceKind.LOCATION, 2.5, text="Berlin"),
        PreferenceKind.PAY: Preference(PreferenceKind.PAY, 6.0, number=50000.0),
        PreferenceKind.OBSERVED: Preference(PreferenceKind.OBSERVED, 1.0),
        PreferenceKind.OPENING: Preference(PreferenceKind.OPENING, 3.0),
    }
    return [kinds[kind] for kind in dice.sample(list(kinds), dice.randint(0, 3))]


@settings(max_examples=30, deadline=None)
@given(seeds)
def test_a_conflict_is_as_small_as_brute_force_finds(seed: int) -> None:
    case, dice = Case(seed), random.Random(seed)
    for target in case.targets():
        parts = parts_of(together(random_parts(dice, case.nodes, ROLES, 5)))
        ways = case.all(target)
        answer = case.ask(target, constraints=together(parts))
        conflicting = [
            len(chosen)
            for size in range(len(parts) + 1)
            for chosen in itertools.combinations(parts, size)
            if not any(all(case.ways.keeps(way, part) for part in chosen) for way in ways)
        ]
        assert (answer.conflict is None) == (not conflicting)
        if answer.conflict is None:
            continue
        found = tuple(one.constraint for one in answer.conflict.constraints)
        assert answer.conflict.smallest
        assert len(found) == min(conflicting)
        assert not any(all(case.ways.keeps(way, part) for part in found) for way in ways)
        others = [part for part in parts if part not in found]
        kept = [way for way in ways if all(case.ways.keeps(way, part) for part in others)]
        assert answer.conflict.more == (bool(found) and not kept)
        best = kept[:1] or (ways[:1] if found else [])
        assert (answer.conflict.without is None) == (not best)
        for one in answer.conflict.constraints:
            rest = [part for part in parts if part != one.constraint]
            assert one.helps_alone == any(all(case.ways.keeps(way, part) for part in rest) for way in ways)


@settings(max_examples=15, deadline=None)
@given(seeds)
def test_every_claim_about_limited_paths_is_released(seed: int) -> None:
    case, dice = Case(seed), random.Random(seed)
    cited = case.company.cited()
    for target in case.targets():
        answer = case.ask(target, constraints=together(random_parts(dice, case.nodes, ROLES, 3)))
        for claim in claims_of(answer):
            assert verify(claim, render(claim), cited) == [], render(claim)


@settings(max_examples=25, deadline=None)
@given(seeds, st.integers(0, 7))
def test_a_skill_more_never_lengthens_the_best_path_under_limits(seed: int, extra: int) -> None:
    """Whatever the limits and wishes: what was a path stays one, and the best one never costs more."""
    company, nodes = furnished_company(seed, ROLES)
    more, _ = furnished_company(seed, ROLES)
    more.has(nodes["person 0"], nodes[f"skill {extra}"], 5.0)
    dice = random.Random(seed)
    limits, wishes = together(random_parts(dice, nodes, ROLES, 3)), tuple(random_wishes(dice))
    costs = []
    for one in (company.snapshot(), more.snapshot()):
        found = []
        for number in range(ROLES):
            target = index(one, nodes[f"role {number}"])
            request = CareerPathRequest(
                target,
                index(one, nodes["person 0"]),
                constraints=limits,
                preferences=wishes,
                min_diversity=0.5,
                now=NOW,
            )
            answer = career_path(one, request)
            found.append(answer.paths[0].cost if answer.paths else float("inf"))
        costs.append(found)
    assert all(new <= old for old, new in zip(*costs, strict=True))


# -- on the hand-made company ----------------------------------------------------------------------------------


def ask_solara(target: str, person: str, **request: object) -> tuple[CareerPathAnswer, Company, Nodes]:
    company, nodes = solara()
    advertise(company, nodes["Data scientist"], "JP-1")
    advertise(company, nodes["Data scientist"], "JP-0", opened=2024)
    advertise(company, nodes["Data engineer"], "JP-2", status="closed")
    snapshot = company.snapshot()
    given: dict[str, object] = {"person": index(snapshot, nodes[person]), "now": NOW} | request
    return career_path(snapshot, CareerPathRequest(index(snapshot, nodes[target]), **given)), company, nodes  # type: ignore[arg-type]  # by name


def test_a_step_tells_its_courses_money_kinds_and_opening() -> None:
    answer, _, _ = ask_solara("Lead data scientist", "Ana")
    first, second = answer.paths[0].steps
    assert [kind.value for kind in first.kinds] == ["promotion", "learning", "internal_opening"]
    assert first.opening is not None
    assert first.opening.caption == "Posting JP-1"
    # Python 3: Python 1 and 2 (700) beat the intensive course (900); of Statistics she has passed 1 (so 350);
    # Machine learning 3: 800 and what comes before it, which is already taken
    assert [node.caption for node in first.courses] == [
        "Machine learning", "Python 1", "Python 2", "Statistics 2",
    ]  # fmt: skip
    assert first.money == 1850.0
    # Machine learning 4 is taught nowhere; Team leadership 3 by one course
    assert [node.caption for node in second.without_course] == ["Machine learning"]
    assert (second.money, answer.paths[0].money, answer.paths[0].currency) == (600.0, 2450.0, "EUR")
    assert second.learning_months == pytest.approx(second.months - 6)
    assert {edge.rel_type for edge in first.evidence} >= {"ADVERTISES", "TEACHES_SKILL", "HAS_PREREQUISITE"}


def test_a_conflict_names_its_limits_and_what_would_do() -> None:
    limits = [
        Constraint(ConstraintKind.MAX_STEPS, "2"),
        Constraint(ConstraintKind.MAX_MONTHS, "40.0"),
        Constraint(ConstraintKind.LOCATION, "Berlin"),
        Constraint(ConstraintKind.ONLY_OBSERVED),
    ]
    answer, company, _ = ask_solara("Lead data scientist", "Ana", constraints=together(limits))
    assert answer.conflict is not None
    assert [one.constraint.kind.value for one in answer.conflict.constraints] == ["max_months"]
    (months,) = answer.conflict.constraints
    assert months.helps_alone
    assert months.enough == pytest.approx(answer.conflict.without.months if answer.conflict.without else None)
    (claim,) = answer.conflict.claims
    assert render(claim) == (
        "Without the limits in conflict, a path from Data analyst to Lead data scientist takes 2 steps, "
        "through Data scientist."
    )
    assert verify(claim, render(claim), company.cited()) == []
    assert verify(claim, render(claim), company.cited(), exact=False) == []


def test_nothing_is_to_blame_where_the_graph_has_no_way() -> None:
    company, nodes = solara()
    nodes["Alone"] = company.role("Alone")
    snapshot = company.snapshot()
    request = CareerPathRequest(index(snapshot, nodes["Alone"]), start_role=index(snapshot, nodes["Trainee"]), now=NOW)
    conflict = career_path(snapshot, request).conflict
    assert conflict is not None
    assert (conflict.constraints, conflict.without, conflict.smallest) == ((), None, True)


@pytest.mark.parametrize("bound", ["MAX_TRIED", "MAX_EXPANDED"])
def test_a_conflict_search_at_its_bound_says_so(monkeypatch: pytest.MonkeyPatch, bound: str) -> None:
    monkeypatch.setattr(f"reasoning.conflicts.{bound}", 1)
    limits = [Constraint(ConstraintKind.MAX_STEPS, "2"), Constraint(ConstraintKind.MAX_MONTHS, "1.0")]
    answer, _, _ = ask_solara("Lead data scientist", "Ana", constraints=together(limits))
    assert answer.conflict is not None
    assert not answer.conflict.smallest
    assert [one.constraint.kind.value for one in answer.conflict.constraints] == ["max_months"]


def test_a_wish_moves_the_order_and_is_shown() -> None:
    plain, _, _ = ask_solara("Data scientist", "Ana")
    wish = Preference(PreferenceKind.OPENING, 200.0)
    wished, _, _ = ask_solara("Data scientist", "Ana", preferences=(wish,))
    assert [path.preference_cost for path in wished.paths] == [
        200.0 * sum(step.opening is None for step in path.steps) for path in wished.paths
    ]
    assert wished.paths[0].steps[0].unmet == ()
    assert {step.unmet for path in wished.paths for step in path.steps if step.opening is None} == {(wish,)}
    assert [path.months for path in plain.paths] == [path.months for path in wished.paths]
