"""Draws questions of every kind from the current graph: as many of each, people and roles by seed. It asks nothing."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from api.inquiry import Inquiry
from api.use_cases.answered import Answered
from api.use_cases.career_path import career_path
from api.use_cases.documents import MAX_QUESTION, DocumentsQuestion, documents
from api.use_cases.learning_plan import LearningPlanQuestion, plan
from api.use_cases.mentor_match import MentorMatchQuestion, mentor_match
from api.use_cases.path_questions import CareerPathQuestion
from api.use_cases.path_sensitivity import path_sensitivity
from api.use_cases.plays import PlaysQuestion, plays
from api.use_cases.reachable_roles import ReachableRolesQuestion, reachable_roles
from api.use_cases.skill_gap import SkillGapQuestion, skill_gap
from api.use_cases.transitions import judged
from api.use_cases.unlocks import UnlockQuestion, unlocked
from api.use_cases.why_not import WhyNotQuestion, why_not_case
from graph.snapshot import Snapshot

TRIES = 20
"""How many draws a question may take: people who did not agree are passed over."""


@dataclass(frozen=True, slots=True)
class DrawnQuestion:
    """A question with what it is made of (people by pseudonym), and how to ask it."""

    kind: str
    given: Mapping[str, str]
    ask: Callable[[Inquiry], Answered[Any] | None]

    @property
    def name(self) -> str:
        """How the question is written in the output."""
        return f"{self.kind}({', '.join(f'{name}={value}' for name, value in self.given.items())})"


@dataclass(frozen=True, slots=True)
class _Draw:
    """What questions are made of."""

    person: str | None
    pseudonym: str
    role: str
    start: str
    passage: str = ""


_Make = Callable[[_Draw], tuple[Mapping[str, str], Callable[[Inquiry], Answered[Any] | None]]]


def drawn(snapshot: Snapshot, seed: int) -> Iterator[Sequence[DrawnQuestion]]:
    """Endless candidates, kind after kind: of each group the first that can be answered counts."""
    draw = random.Random(seed)
    people, roles = list(snapshot.nodes("Person")), _roles(snapshot)
    makes = {name: make for name, make in KINDS.items() if _can_be_drawn(name, snapshot)}
    if len(roles) < 2:
        return
    while True:
        for kind, make in makes.items():
            yield [_question(kind, make, _one(snapshot, people, roles, draw)) for _ in range(TRIES)]


def _can_be_drawn(kind: str, snapshot: Snapshot) -> bool:
    """Whether the graph holds what questions of the kind are made of."""
    label = MADE_OF.get(kind)
    return bool(snapshot.nodes(label if label is not None else "Person"))


def _roles(snapshot: Snapshot) -> list[int]:
    """Roles that ask for something; the others make for empty answers."""
    needs = snapshot.edges("REQUIRES_SKILL")
    return [index for index in snapshot.nodes("Role") if len(needs.targets(index))]


def _one(snapshot: Snapshot, people: Sequence[int], roles: Sequence[int], draw: random.Random) -> _Draw:
    person = draw.choice(people) if people else None
    role, start = draw.sample(roles, 2)
    return _Draw(
        person=None if person is None else snapshot.ids[person],
        pseudonym="" if person is None else snapshot.caption(person),
        role=snapshot.ids[role],
        start=snapshot.ids[start],
        passage=_passage(snapshot, draw),
    )


def _passage(snapshot: Snapshot, draw: random.Random) -> str:
    """The heading of a passage, to be asked for; empty where there are no documents."""
    passages = snapshot.nodes("Passage")
    return snapshot.caption(draw.choice(passages)) if passages else ""


def _question(kind: str, make: _Make, one: _Draw) -> DrawnQuestion:
    given, ask = make(one)
    return DrawnQuestion(kind, given, ask)


def _about(one: _Draw) -> Mapping[str, str]:
    return {"person": one.pseudonym, "targetRole": one.role}


KINDS: Mapping[str, _Make] = {
    "skillGap": lambda one: (_about(one), lambda asker: skill_gap(asker, SkillGapQuestion(one.role, one.person))),
    "careerPath": lambda one: (
        _about(one),
        lambda asker: career_path(asker, CareerPathQuestion(one.role, one.person, alternatives=2)),
    ),
    "mentorMatch": lambda one: (
        _about(one),
        lambda asker: mentor_match(asker, MentorMatchQuestion(one.person, one.role, first=2)),
    ),
    "learningPlan": lambda one: (_about(one), lambda asker: plan(asker, LearningPlanQuestion(one.person, one.role))),
    "careerPathFromRole": lambda one: (
        {"startRole": one.start, "targetRole": one.role},
        lambda asker: career_path(asker, CareerPathQuestion(one.role, start_role=one.start, alternatives=2)),
    ),
    "transition": lambda one: (
        {"from": one.start, "to": one.role},
        lambda asker: judged(asker, one.start, one.role).answered,
    ),
    "unlocks": lambda one: (
        {"person": one.pseudonym},
        lambda asker: unlocked(asker, UnlockQuestion(one.person, first=3)),
    ),
    "whyNot": lambda one: (
        {"person": one.pseudonym, "targetRole": one.role, "role": one.start},
        lambda asker: why_not_case(asker, WhyNotQuestion(_path(one), one.start)),
    ),
    "pathSensitivity": lambda one: (_about(one), lambda asker: path_sensitivity(asker, _path(one))),
    "reachableRoles": lambda one: (
        {"person": one.pseudonym},
        lambda asker: reachable_roles(asker, ReachableRolesQuestion(one.person, first=2)),
    ),
    "plays": lambda one: ({"person": one.pseudonym}, lambda asker: plays(asker, PlaysQuestion(one.person))),
    "documents": lambda one: (
        {"question": one.passage},
        lambda asker: documents(asker, DocumentsQuestion(one.passage[:MAX_QUESTION], first=2)),
    ),
}
"""Every kind of question with claims that a coach may ask about one person or none, each made from one draw."""
MADE_OF: Mapping[str, str] = {
    "careerPathFromRole": "Role",
    "transition": "Role",
    "documents": "Passage",
    "plays": "Situation",
}
"""What a question is made of where that is not a person; without any such node none is drawn."""


def _path(one: _Draw) -> CareerPathQuestion:
    return CareerPathQuestion(one.role, one.person, alternatives=1)
