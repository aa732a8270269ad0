"""Turns the ways that a search found into paths with steps, totals, evidence and claims. It searches nothing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from reasoning.citing import Citations, EdgeAt
from reasoning.course_money import CENTS
from reasoning.derived import derived
from reasoning.diversity import distance, inner
from reasoning.effort import MONTH, confidence
from reasoning.evidence import Claim, EdgeRef
from reasoning.levels import day_number
from reasoning.near_roles import MICRO
from reasoning.openings import Opening, opening
from reasoning.path_answers import CareerPath, PathStep, StepKind
from reasoning.path_claims import PathClaims
from reasoning.path_question import PathQuestion
from reasoning.path_steps import StepFacts, step_facts
from reasoning.preferences import unmet
from reasoning.routes import Route
from reasoning.step_kinds import step_kind
from reasoning.transitions import landscape
from reasoning.transitions.levels import direction


class Telling:
    """Tells the paths of one question; claims are numbered in the order in which they are made."""

    def __init__(self, asked: PathQuestion, prefix: str = "") -> None:
        self._asked, self._snapshot = asked, asked.snapshot
        self._today = day_number(asked.now)
        self.citations = Citations(asked.snapshot)
        self._claims = PathClaims(asked.snapshot, self.citations, prefix)

    def start(self) -> tuple[Claim, ...]:
        """That the person holds the role the paths start from."""
        post = self._asked.post
        return (self._claims.holds_role(post),) if post is not None else ()

    def no_path(self, start: int | None = None, target: int | None = None) -> tuple[Claim, ...]:
        """That no path was found, between the ends of the question or of a part of it."""
        asked = self._asked
        begin, end = asked.start if start is None else start, asked.target if target is None else target
        claim = self._claims.no_path(begin, end, asked.post if begin == asked.start else None)
        return (claim,) if claim is not None else ()

    def fact(self, edge: EdgeRef) -> tuple[Claim, ...]:
        """What one edge states by itself, where a claim can."""
        claim = self._claims.fact(edge)
        return (claim,) if claim is not None else ()

    def without_conflict(self, route: Route) -> tuple[Claim, ...]:
        """That there is a path once the limits in conflict are dropped."""
        claim = self._claims.conflict(self.facts(route))
        return (claim,) if claim is not None else ()

    def paths(self, routes: Sequence[Route]) -> tuple[CareerPath, ...]:
        """The ways in their order, each with its distance from those before it."""
        parts = [inner(route.roles) for route in routes]
        apart = [min((distance(part, other) for other in parts[:at]), default=None) for at, part in enumerate(parts)]
        return tuple(
            self.path(route, None if found is None else round(float(found), 4))
            for route, found in zip(routes, apart, strict=True)
        )

    def path(self, route: Route, apart: float | None = None) -> CareerPath:
        """One way."""
        facts = self.facts(route)
        openings = [opening(self._snapshot, fact.destination, self._today) for fact in facts]
        steps = tuple(self._steps(facts, openings))
        courses = self._asked.money.courses(_to_learn(facts))
        cents = self._asked.money.cents(courses)
        return CareerPath(
            steps=steps,
            cost=route.cost / MONTH,
            months=route.months / MONTH,
            confidence=round(float(np.prod([step.confidence for step in steps])), 4),
            claims=self._path_claims(facts, openings),
            preference_cost=round(sum(step.preference_cost for step in steps), 3),
            money=None if cents is None else cents / CENTS,
            currency=self._asked.money.currency(courses),
            distance=apart,
        )

    def facts(self, route: Route) -> list[StepFacts]:
        """What each step of the way rests on."""
        asked, roles = self._asked, [role + self._asked.base for role in route.roles]
        first = 0 if asked.request.person is None else 1
        return [
            step_facts(self._snapshot, asked.ground, asked.held, roles[first:at], roles[at - 1], roles[at])
            for at in range(1, len(roles))
        ]

    def _steps(self, facts: Sequence[StepFacts], openings: Sequence[Opening | None]) -> Iterator[PathStep]:
        taken = frozenset[int]()
        for fact, found in zip(facts, openings, strict=True):
            courses = self._asked.money.courses(_to_learn([fact])) - taken
            taken |= courses
            yield self._step(fact, found, courses)

    def _step(self, fact: StepFacts, found: Opening | None, courses: frozenset[int]) -> PathStep:
        asked, money = self._asked, self._asked.money
        plans = [money.plan(need.skill, need.threshold) for need in fact.missing]
        shown: list[EdgeAt] = [edge for plan in plans if plan is not None for edge in plan.edges]
        kind = step_kind(self._snapshot, fact.origin, fact.destination)
        extra = int(asked.extra[fact.move])
        cents = money.cents(courses)
        land = derived(self._snapshot, landscape)
        before, after = (float(land.levels[role - asked.base]) for role in (fact.origin, fact.destination))
        return PathStep(
            origin=self.citations.node(fact.origin),
            destination=self.citations.node(fact.destination),
            kind=kind,
            cost=(fact.cost + extra) / MONTH,
            months=fact.months / MONTH,
            confidence=confidence(fact.carried_share, fact.observed, fact.edge_confidence),
            observed_count=fact.observed,
            gained=self.citations.nodes(need.skill for need in fact.missing),
            carried=self.citations.nodes(need.skill for need, _ in fact.carried),
            evidence=self.citations.edges([*fact.edges(), *shown, *([found.edge] if found is not None else [])]),
            kinds=tuple(_kinds(kind, fact, found)),
            learning_months=fact.learned / MONTH,
            doubt_cost=fact.doubt / MONTH,
            preference_cost=extra / MONTH,
            unmet=unmet(self._snapshot, asked.ground, asked.request.preferences, fact.move, self._today),
            opening=self.citations.node(found.posting) if found is not None else None,
            courses=self.citations.nodes(sorted(courses)),
            without_course=self.citations.nodes(
                need.skill for need, plan in zip(fact.missing, plans, strict=True) if plan is None
            ),
            money=None if cents is None else cents / CENTS,
            score=int(asked.ground.moves.scores[fact.move]) / MICRO,
            direction=direction(before, after),
        )

    def _path_claims(self, facts: Sequence[StepFacts], openings: Sequence[Opening | None]) -> tuple[Claim, ...]:
        told: list[Claim] = []
        for fact, found in zip(facts, openings, strict=True):
            told += self._claims.step(fact)
            if found is not None:
                told.append(self._claims.opening(found))
        total = self._claims.total(facts)
        return (*told, total) if total is not None else tuple(told)


def _to_learn(facts: Sequence[StepFacts]) -> Iterator[tuple[int, int]]:
    return ((need.skill, need.threshold) for fact in facts for need in fact.missing)


def _kinds(kind: StepKind, fact: StepFacts, found: Opening | None) -> Iterator[StepKind]:
    yield kind
    if fact.missing:
        yield StepKind.LEARNING
    if found is not None:
        yield StepKind.INTERNAL_OPENING
