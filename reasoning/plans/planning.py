"""The learning plan of a person: gaps, the best schedule of courses that closes them, and what stands in the way."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, timedelta

from graph.scope import Purpose
from graph.snapshot import Snapshot
from ontology.errors import BadInput
from reasoning.citing import Citations
from reasoning.consent import require_consent
from reasoning.fading import rules
from reasoning.levels import day_number, level_of, moment
from reasoning.plans.answers import (
    Conflict,
    LearningPlanAnswer,
    LearningPlanRequest,
    Objective,
    OpenGap,
    OpenReason,
    PlannedCourse,
    PlanStatus,
)
from reasoning.plans.claims import PlanClaims, edges_of
from reasoning.plans.comparing import changes
from reasoning.plans.framing import Frame, frame
from reasoning.plans.problem import Problem, Schedule
from reasoning.plans.remedies import conflict
from reasoning.plans.solving import Failure, Solved, solve
from reasoning.plans.standing import Gap, Standing, standing
from reasoning.standing import current_post


def learning_plan(snapshot: Snapshot, request: LearningPlanRequest) -> LearningPlanAnswer:
    """Choose and schedule courses that close the person's gaps.

    Raises ``ConsentMissing`` when the person does not allow the purpose and ``BadInput`` for limits without sense.
    """
    if request.target_role is None and not request.skills:
        raise BadInput("Neither a target role nor skills are given.", remedy="Say what the plan should lead to.")
    now = moment(snapshot, request.now)
    require_consent(snapshot, request.person, Purpose.SKILL_GAP, now)
    found = standing(snapshot, request, now)
    framed = frame(snapshot, request, found, now.astimezone(UTC).date())
    outcome = solve(framed.problem, request.objective)
    citations = Citations(snapshot)
    post = current_post(snapshot, request.person, day_number(now))
    claims = PlanClaims(snapshot, citations, request.person, found, post, now.astimezone(UTC).date())
    telling = _Telling(snapshot, request, found, framed, claims)
    return telling.answer(citations, outcome)


class _Telling:
    """Turns a schedule into the answer."""

    def __init__(
        self, snapshot: Snapshot, request: LearningPlanRequest, found: Standing, framed: Frame, claims: PlanClaims
    ) -> None:
        self._snapshot, self._request, self._found, self._framed = snapshot, request, found, framed
        self._claims = claims

    def answer(self, citations: Citations, outcome: Solved | Failure) -> LearningPlanAnswer:
        """The answer, with plan, or without one and why."""
        request, problem = self._request, self._framed.problem
        schedule = outcome.schedule if isinstance(outcome, Solved) else Schedule({})
        target = None if request.target_role is None else citations.node(request.target_role)
        summary = self._claims.summary(target)
        courses = self._courses(citations, schedule)
        value, bound, gap = _measured(request.objective, problem, outcome)
        return LearningPlanAnswer(
            subject=citations.node(request.person),
            target=target,
            status=_status(outcome),
            objective=request.objective,
            starts_on=self._framed.starts_on,
            ends_on=max((course.ends_on for course in courses), default=None),
            weeks=schedule.finish(problem),
            hours=round(sum(course.hours for course in courses), 2),
            cost=schedule.cents(problem) / 100,
            currency=self._framed.currency,
            unpriced=schedule.unpriced(problem),
            value=value,
            bound=bound,
            gap=gap,
            gaps=len(self._found.gaps),
            courses=courses,
            open=self._open(citations, schedule, planned=isinstance(outcome, Solved)),
            conflict=self._conflict(citations) if outcome is Failure.NONE_EXISTS else None,
            changes=changes(self._snapshot, request, self._framed, self._found, schedule, citations),
            claims=summary,
            recency=tuple(rules().values()) if request.recency else (),
        )

    def _conflict(self, citations: Citations) -> Conflict | None:
        names = [self._gap(position).match.requirement.skill for position in range(len(self._framed.closable))]
        return conflict(self._framed, self._request.limits, citations, names)

    def _gap(self, position: int) -> Gap:
        """The gap at a position of the problem."""
        return self._found.gaps[self._framed.closable[position]]

    def _courses(self, citations: Citations, schedule: Schedule) -> tuple[PlannedCourse, ...]:
        """The courses by the week in which they begin, then in the order of the catalogue."""
        order = sorted(schedule.begins.items(), key=lambda item: (item[1], item[0]))
        return tuple(self._course(citations, schedule.begins, at, week) for at, week in order)

    def _course(self, citations: Citations, begins: Mapping[int, int], at: int, week: int) -> PlannedCourse:
        problem, snapshot = self._framed.problem, self._snapshot
        candidate = problem.candidates[at]
        weeks = candidate.weeks(problem.pace)
        later = [other for other in sorted(begins) if at in problem.candidates[other].needs]
        closed = [self._gap(position) for position in sorted(candidate.closes)]
        claims = self._claims.course(candidate.course, closed)
        claims += [self._claims.prerequisite(problem.candidates[other].course, candidate.course) for other in later]
        return PlannedCourse(
            course=citations.node(candidate.course),
            first_week=week + 1,
            last_week=week + weeks,
            begins_on=self._framed.starts_on + timedelta(days=candidate.day(week)),
            ends_on=self._framed.day(week + weeks) - timedelta(days=1),
            hours=round(candidate.minutes / 60, 2),
            hours_assumed=snapshot.number("Course", "hours", candidate.course) is None,
            hours_per_week=round(candidate.load(problem.pace) / 60, 2),
            cost=snapshot.number("Course", "cost", candidate.course),
            currency=snapshot.text("Course", "currency", candidate.course),
            closes=citations.nodes(gap.match.requirement.skill for gap in closed),
            needed_for=citations.nodes(problem.candidates[other].course for other in later),
            evidence=edges_of(claims),
            claims=tuple(claims),
        )

    def _open(self, citations: Citations, schedule: Schedule, *, planned: bool) -> tuple[OpenGap, ...]:
        """Gaps that no course closes, and those that the plan leaves because of its limits."""
        problem = self._framed.problem
        closed = {
            self._framed.closable[position] for at in schedule.begins for position in problem.candidates[at].closes
        }
        found = []
        for at, gap in enumerate(self._found.gaps):
            if at in closed or (gap.closers and not planned):
                continue
            best = max((offer.to_level for offer in gap.offers), default=None)
            reason = OpenReason.LIMITS if gap.closers else OpenReason.NO_COURSE
            if best is not None and not gap.closers:
                reason = OpenReason.NOT_HIGH_ENOUGH
            claims = self._claims.open(gap, reason)
            requirement = gap.match.requirement
            found.append(
                OpenGap(
                    skill=citations.node(requirement.skill),
                    essential=requirement.essential,
                    required_level=None if requirement.level is None else level_of(requirement.level),
                    held_level=level_of(gap.match.level),
                    reachable_level=None if best is None else level_of(best),
                    reason=reason,
                    evidence=edges_of(claims),
                    claims=tuple(claims),
                )
            )
        return tuple(found)


def _status(outcome: Solved | Failure) -> PlanStatus:
    if isinstance(outcome, Solved):
        return PlanStatus.OPTIMAL if outcome.proven else PlanStatus.FEASIBLE
    return PlanStatus.INFEASIBLE if outcome is Failure.NONE_EXISTS else PlanStatus.UNDECIDED


def _measured(
    objective: Objective, problem: Problem, outcome: Solved | Failure
) -> tuple[float | None, float | None, float | None]:
    """Value, bound and their distance as a share of the value, in the unit of the objective."""
    if isinstance(outcome, Failure):
        return None, None, None
    layer, schedule = outcome.layers[outcome.main], outcome.schedule
    cents, weeks = schedule.cents(problem), schedule.finish(problem)
    match objective:
        case Objective.COST:
            value, unit = cents / 100, 100.0
        case Objective.TIME:
            value, unit = float(weeks), 1.0
        case _:
            assert outcome.scale is not None
            least, fewest = outcome.scale
            value, unit = cents / least + weeks / fewest, float(least * fewest)
    if layer.proven:
        bound: float | None = value
    else:  # prices that are not stated weigh in the solver, not in the answer: then no bound is claimed
        bound = None if schedule.unpriced(problem) else layer.bound / unit
    gap = None if bound is None else (round((value - bound) / value, 6) if value else 0.0)
    return round(value, 6), None if bound is None else round(bound, 6), gap
