"""Two people who differ in one skill get paths that differ only in the steps for which it counts."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from graph.keys import NodeKey
from reasoning.answers import CareerPathAnswer, CareerPathRequest
from reasoning.path_answers import PathStep
from reasoning.paths import career_path
from tests.reasoning.building import NOW, index
from tests.reasoning.oracles import Plain
from tests.reasoning.random_companies import random_company

Told = tuple[object, ...]


def steps_of(answer: CareerPathAnswer) -> dict[tuple[NodeKey, ...], tuple[PathStep, ...]]:
    return {
        (path.steps[0].origin.key, *(step.destination.key for step in path.steps)): path.steps for path in answer.paths
    }


def told(step: PathStep) -> Told:
    """What a step says; not which step pays for a course that several need, which an earlier one may decide."""
    cited = [edge.edge_id for edge in step.evidence]
    return step.cost, step.months, step.confidence, step.gained, step.carried, step.kinds, step.without_course, cited


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 10_000_000), st.integers(0, 7), st.sampled_from([1.0, 3.0, 5.0]))
def test_one_different_fact_changes_only_the_steps_it_bears_on(seed: int, extra: int, level: float) -> None:
    company, nodes = random_company(seed, roles=6)
    other, _ = random_company(seed, roles=6)
    person, skill = nodes["person 0"], nodes[f"skill {extra}"]
    other.has(person, skill, level)
    first, second, plain = company.snapshot(), other.snapshot(), Plain(other)
    bears_on = plain.upward(skill)
    for number in range(6):
        target = nodes[f"role {number}"]
        before, after = (
            career_path(
                snapshot, CareerPathRequest(index(snapshot, target), index(snapshot, person), alternatives=8, now=NOW)
            )
            for snapshot in (first, second)
        )
        untouched = {role for role in plain.roles if not bears_on & {need.skill for need in plain.needs(role)}}
        old, new = steps_of(before), steps_of(after)
        for roles in old.keys() & new.keys():
            for one, two in zip(old[roles], new[roles], strict=True):
                if one.destination.key in untouched:
                    assert told(one) == told(two)
        # where it counts for no role at all, the answers are the same
        if len(untouched) == len(plain.roles):
            assert before == after
