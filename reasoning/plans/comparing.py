"""The difference between an old plan and the new one, course by course, each with its reason."""

from __future__ import annotations

from datetime import date, timedelta

from graph.snapshot import Snapshot
from reasoning.citing import Citations
from reasoning.plans.answers import Change, ChangeReason, CourseChange, LearningPlanRequest
from reasoning.plans.framing import Frame
from reasoning.plans.problem import Schedule
from reasoning.plans.standing import Standing


def changes(
    snapshot: Snapshot,
    request: LearningPlanRequest,
    framed: Frame,
    found: Standing,
    schedule: Schedule,
    citations: Citations,
) -> tuple[CourseChange, ...]:
    """Every course of either plan; those of the old plan in its order, then what is new by its week."""
    if request.previous is None:
        return ()
    telling = _Difference(request, framed, found, schedule)
    old = sorted(request.previous.courses, key=lambda one: (one.begins_on, one.course))
    lines = []
    for one in old:
        change, reason, now = telling.of_old(one.course, one.begins_on)
        lines.append(CourseChange(citations.node(one.course), change, reason, one.begins_on, now))
    known = {one.course for one in old}
    for at, week in sorted(schedule.begins.items(), key=lambda item: (item[1], item[0])):
        course = framed.problem.candidates[at].course
        if course not in known:
            lines.append(
                CourseChange(citations.node(course), Change.ADDED, telling.of_new(at), None, telling.day(at, week))
            )
    return tuple(lines)


class _Difference:
    """Compares the plans."""

    def __init__(self, request: LearningPlanRequest, framed: Frame, found: Standing, schedule: Schedule) -> None:
        self._progress, self._framed, self._found = request.progress, framed, found
        self._begins = schedule.begins
        self._place = {one.course: at for at, one in enumerate(framed.problem.candidates)}

    def day(self, at: int, week: int) -> date:
        """The day on which a candidate begins."""
        return self._framed.starts_on + timedelta(days=self._framed.problem.candidates[at].day(week))

    def of_old(self, course: int, was: date) -> tuple[Change, ChangeReason, date | None]:
        """What became of a course of the old plan."""
        at = self._place.get(course)
        if at is None or at not in self._begins:
            return Change.DROPPED, self._dropped(course, at), None
        week = self._begins[at]
        begun = any(one.course == course for one in self._progress.under_way)
        if week == (0 if begun else (was - self._framed.starts_on).days // 7):
            return Change.KEPT, ChangeReason.STILL_NEEDED, self.day(at, week)
        return Change.MOVED, self._moved(course, at, was), self.day(at, week)

    def of_new(self, at: int) -> ChangeReason:
        """Why a course is new."""
        closes = self._framed.problem.candidates[at].closes
        return ChangeReason.CLOSES_A_GAP if closes else ChangeReason.PREREQUISITE

    def _dropped(self, course: int, at: int | None) -> ChangeReason:
        if course in self._progress.completed or course in self._found.passed - self._found.retakes:
            return ChangeReason.COMPLETED
        if at is None:
            return ChangeReason.NO_LONGER_NEEDED
        if course in self._progress.failed:
            return ChangeReason.FAILED
        problem = self._framed.problem
        if not problem.allowed(problem.candidates[at]):
            return ChangeReason.LIMITS
        closed = {gap for other in self._begins for gap in problem.candidates[other].closes}
        if problem.candidates[at].closes and problem.candidates[at].closes <= closed:
            return ChangeReason.ANOTHER_COURSE_SERVES
        return ChangeReason.NO_LONGER_NEEDED if not problem.candidates[at].closes else ChangeReason.LIMITS

    def _moved(self, course: int, at: int, was: date) -> ChangeReason:
        if course in self._progress.failed:
            return ChangeReason.FAILED
        if was < self._framed.starts_on:
            return ChangeReason.ITS_TIME_HAS_PASSED
        problem = self._framed.problem
        week = (was - self._framed.starts_on).days // 7
        late = any(
            self._begins[one] + problem.candidates[one].weeks(problem.pace) > week
            for one in problem.candidates[at].needs
            if one in self._begins
        )
        return ChangeReason.AFTER_ITS_PREREQUISITES if late else ChangeReason.LIMITS
