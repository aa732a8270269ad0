"""Answers of one process over a mapped snapshot of 100,000 and 1,000,000 people: how long half and 95 % of them take.

Generated straight into the read model, kept and mapped back. Whole answers, with evidence and claims, and beside
them what is computed before anything is cited. Questions take turns case by case.
"""

from __future__ import annotations

import gc
import shutil
from collections.abc import Callable, Iterator, Mapping, Sequence

import numpy as np

from benchmarks.company import Shape, generate
from benchmarks.company_graph import snapshot_of
from benchmarks.measuring import Figure, seconds_of
from benchmarks.plan import Plan
from benchmarks.questions import Case, cases_of
from graph.persistence import SnapshotFolder
from graph.persistence import load as mapped
from graph.snapshot import Snapshot
from reasoning.answers import CareerPathRequest, MentorMatchRequest, PathConstraints, SkillGapRequest
from reasoning.gaps import comparison, skill_gap
from reasoning.mentors import mentor_match, ranking
from reasoning.paths import career_path
from reasoning.prepare import prepare
from reasoning.transitions.ranking import adjacent
from reasoning.transitions.weights import Order

ALTERNATIVES, STEPS, MENTORS, NEIGHBOURS = 5, 4, 20, 20
TARGETS: Mapping[str, tuple[float, int]] = {
    "skill gap": (0.1, 50),
    "skill gap before anything is cited": (0.1, 50),
    "adjacent roles": (0.2, 50),
    "career path, 5 ways of at most 4 steps": (5.0, 50),
    "mentors, best 20": (15.0, 95),
}
"""Milliseconds at the largest size, and the percentile that they bound.

A skill gap is held against its target twice. Before anything is cited it has all that the Cypher statement of
``questions`` finds and more: how far each need is met, the order, the share covered, the nearest skill held, the best
courses. The whole answer adds ids and properties of all edges cited (some 45), and the claims (some 40).
"""
WARMED = frozenset({"skill gap before anything is cited", "mentors before anyone is cited"})
"""Asked right after the whole answer about the same role, so never of a role asked for the first time."""
EDGE_BYTES, LOAD_SECONDS = 16.0, 1.0
Question = Callable[[Case], object]


def run(plan: Plan) -> Iterator[Figure]:
    """Figures of every size; targets hold at the largest."""
    for people in plan.scale_people:
        yield from _at_size(Shape(people, 6_000, 1_500, 5_000, besides=20), plan, last=people == max(plan.scale_people))


def _at_size(shape: Shape, plan: Plan, *, last: bool) -> Iterator[Figure]:
    company = generate(shape)
    cases = cases_of(company, plan.scale_cases)
    edges = company.edges
    label = f"{shape.people:,} people, {edges:,} edges"
    folder = SnapshotFolder(plan.folder / "scale")
    shutil.rmtree(folder.root, ignore_errors=True)
    built = snapshot_of(company)
    del company
    weight = built.edge_nbytes / built.edge_count
    saved = folder.save(built)
    del built
    gc.collect()
    loads = [seconds_of(lambda: mapped(saved)) for _ in range(plan.rounds)]
    yield Figure(f"memory an edge, {label}", "bytes", round(weight, 2), target=EDGE_BYTES if last else None)
    yield Figure(f"mapped load, checked, {label}", "s", float(np.median(loads)), target=LOAD_SECONDS if last else None)
    snapshot = mapped(saved)
    assert snapshot is not None
    yield Figure(f"tables for reasoning, once a snapshot, {label}", "s", seconds_of(lambda: prepare(snapshot, ())))
    yield from _asked(snapshot, cases, plan.rounds, label, last=last)


def _asked(snapshot: Snapshot, cases: Sequence[Case], rounds: int, label: str, *, last: bool) -> Iterator[Figure]:
    questions = _questions(snapshot)
    taken: dict[str, list[float]] = {name: [] for name in questions}
    first: dict[str, list[float]] = {name: [] for name in questions}
    for number in range(rounds + 1):
        for case in cases:
            for name, ask in questions.items():
                seconds = seconds_of(lambda ask=ask, case=case: ask(case))  # type: ignore[misc]  # bound at once
                (taken if number else first)[name].append(seconds * 1000)  # the first round warms up
    for name, samples in first.items():
        if name in WARMED:
            continue
        found = float(f"{np.percentile(samples, 50):.4g}")
        yield Figure(f"{name}, p50 of roles asked for the first time, {label}", "ms", found)
    for name, samples in taken.items():
        bound, percentile = TARGETS.get(name, (None, 0))
        for asked in (50, 95):
            target = bound if last and asked == percentile else None
            found = float(f"{np.percentile(samples, asked):.4g}")
            yield Figure(f"{name}, p{asked}, {label}", "ms", found, target=target)


def _questions(snapshot: Snapshot) -> dict[str, Question]:
    people, roles = snapshot.nodes("Person").start, snapshot.nodes("Role").start
    constraints = PathConstraints(max_steps=STEPS)

    def gap(case: Case) -> object:
        return skill_gap(snapshot, SkillGapRequest(people + case.person, roles + case.role))

    def worked_out(case: Case) -> object:
        return comparison(snapshot, SkillGapRequest(people + case.person, roles + case.role))

    def near(case: Case) -> object:
        return adjacent(snapshot, roles + case.role, Order.FEASIBILITY, NEIGHBOURS)

    def path(case: Case) -> object:
        request = CareerPathRequest(
            roles + case.role, person=people + case.person, alternatives=ALTERNATIVES, constraints=constraints
        )
        return career_path(snapshot, request)

    def mentors(case: Case) -> object:
        return mentor_match(snapshot, MentorMatchRequest(people + case.person, roles + case.role, first=MENTORS))

    def ranked(case: Case) -> object:
        return ranking(snapshot, MentorMatchRequest(people + case.person, roles + case.role, first=MENTORS))

    return {
        "skill gap": gap,
        "skill gap before anything is cited": worked_out,
        "adjacent roles": near,
        "career path, 5 ways of at most 4 steps": path,
        "mentors, best 20": mentors,
        "mentors before anyone is cited": ranked,
    }
