"""Every question that has a row can be written down, read back, computed again to the same bytes, and verified."""

from __future__ import annotations

import typing
from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass
from typing import Any

import pytest

from api.inquiry import Inquiry
from api.recording.questions import QUESTIONS
from api.use_cases.cohort_match import CohortQuestion, Mentee, cohort_match
from api.use_cases.learning_plan import LearningPlanQuestion, plan
from api.use_cases.path_questions import CareerPathQuestion
from api.use_cases.path_sensitivity import path_sensitivity
from api.use_cases.plays import PlaysQuestion, plays
from api.use_cases.reachable_roles import ReachableRolesQuestion, reachable_roles
from api.use_cases.replay import Outcome, replay
from api.use_cases.unlocks import UnlockQuestion, unlocked
from api.use_cases.verify_answer import verify_answer
from api.use_cases.what_if import WhatIfQuestion, what_if_case
from api.use_cases.who_could_reach import WhoCouldReachQuestion, who_could_reach_case
from api.use_cases.why_not import WhyNotQuestion, why_not_case
from api.use_cases.workforce_readiness import ReadinessQuestion, workforce_readiness
from tests.api.company import ACME
from tests.api.conftest import ANN, COACH, PLANNER, World

TO_LEAD = CareerPathQuestion("r-lead")
OTHERS: dict[str, Callable[[Inquiry], Any]] = {
    "learning_plan": lambda inquiry: plan(inquiry, LearningPlanQuestion(target_role="r-engineer")),
    "unlocks": lambda inquiry: unlocked(inquiry, UnlockQuestion()),
    "why_not": lambda inquiry: why_not_case(inquiry, WhyNotQuestion(TO_LEAD, role="r-analyst")),
    "path_sensitivity": lambda inquiry: path_sensitivity(inquiry, TO_LEAD),
    "what_if": lambda inquiry: what_if_case(inquiry, WhatIfQuestion(TO_LEAD, learned=(("s-lead", 4.0),))),
    "reachable_roles": lambda inquiry: reachable_roles(inquiry, ReachableRolesQuestion()),
    "plays": lambda inquiry: plays(inquiry, PlaysQuestion()),
    "cohort_match": lambda inquiry: cohort_match(inquiry, CohortQuestion((Mentee("E1", "r-lead"),))),
    "workforce_readiness": lambda inquiry: workforce_readiness(inquiry, ReadinessQuestion(("r-analyst",))),
    "who_could_reach": lambda inquiry: who_could_reach_case(inquiry, WhoCouldReachQuestion("r-lead")),
}
FOUR = {"career_path", "skill_gap", "mentor_match", "transition"}


def test_every_row_is_tried() -> None:
    assert QUESTIONS.keys() == FOUR | OTHERS.keys()


@pytest.mark.parametrize("name", OTHERS)
def test_it_computes_to_the_same_bytes_later(world: World, name: str) -> None:
    who = {"cohort_match": COACH, "who_could_reach": COACH, "workforce_readiness": PLANNER}.get(name, ANN)
    found = OTHERS[name](world.inquiry(who))
    assert found.answer_id is not None
    assert world.log.entries[ACME][-1].entry.operation == name
    assert verify_answer(world.inquiry(who), found.answer_id).holds
    world.company.store.versions[ACME] += 1
    world.snapshots.renew(ACME)
    again = replay(world.inquiry(who), found.answer_id)
    assert again.outcome is Outcome.SAME
    assert all(one.same is not False for one in again.sentences)


def nested(kind: Any) -> Iterator[type]:
    """The dataclasses within an annotation."""
    if is_dataclass(kind):
        yield kind  # type: ignore[misc]  # a class, not an instance
    for argument in typing.get_args(kind):
        yield from nested(argument)


@pytest.mark.parametrize("name", QUESTIONS)
def test_every_place_of_a_row_is_in_its_request(name: str) -> None:
    for place in QUESTIONS[name].nodes:
        kinds: list[type] = [QUESTIONS[name].request]
        for part in place.split("."):
            if part == "keys":
                continue
            hints = [(kind, typing.get_type_hints(kind)) for kind in kinds]
            found = [hint[part] for kind, hint in hints if part in {field.name for field in fields(kind)}]
            assert found, place
            kinds = [each for hint in found for each in nested(hint)]
