"""A learning plan as a problem of whole numbers: gaps, candidates, limits. It knows neither graph nor solver.

Time runs in weeks from the first day of the plan, money in cents, work in minutes. A course takes as many whole
weeks as its work needs at the learner's pace and spreads its work evenly over them; courses may run side by side as
long as the week's hours suffice; what must be passed first ends in an earlier week.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from reasoning.plans.answers import Limit

UNBOUNDED = 10**6
"""Minutes a week where no limit on hours counts: every course then takes one week."""


@dataclass(frozen=True, slots=True)
class Start:
    """A week in which a course begins, and whether it has a seat left."""

    week: int
    day: int
    seat: bool


@dataclass(frozen=True, slots=True)
class Candidate:
    """A course that may be part of a plan.

    ``cents`` is None where no comparable price is stated. ``starts`` is None where it begins any day. ``barred``
    are the limits it fails by itself. ``closes`` are positions of gaps, ``needs`` positions of candidates.
    """

    course: int
    cents: int | None
    minutes: int
    starts: tuple[Start, ...] | None
    closes: frozenset[int]
    needs: frozenset[int]
    barred: frozenset[Limit] = frozenset()

    def weeks(self, minutes_per_week: int) -> int:
        """How many weeks it takes."""
        return max(1, -(-self.minutes // minutes_per_week))

    def load(self, minutes_per_week: int) -> int:
        """Minutes in each of its weeks."""
        return -(-self.minutes // self.weeks(minutes_per_week))

    def day(self, week: int) -> int:
        """The day on which it begins in the week, from the first of the plan: of several starts, one with a seat."""
        days = [(not start.seat, start.day) for start in self.starts or () if start.week == week]
        return min(days)[1] if days else 7 * week


@dataclass(frozen=True, slots=True)
class Problem:
    """What to solve. ``gaps`` are (essential, weight) of each gap that some candidate closes.

    ``old`` gives the week in which a candidate was to begin in the plan to keep to. Only limits in ``imposed`` count.
    """

    gaps: tuple[tuple[bool, int], ...]
    candidates: tuple[Candidate, ...]
    minutes_per_week: int
    budget: int | None
    deadline: int | None
    imposed: frozenset[Limit]
    every_gap: bool = True
    old: Mapping[int, int] | None = None

    @property
    def pace(self) -> int:
        """Minutes a week that count."""
        return self.minutes_per_week if Limit.HOURS_PER_WEEK in self.imposed else UNBOUNDED

    def allowed(self, candidate: Candidate) -> bool:
        """Whether it fails no limit that is imposed by itself; without a seat at any start it fails that on seats."""
        full = candidate.starts is not None and not any(start.seat for start in candidate.starts)
        if full and candidate.starts and Limit.SEATS in self.imposed:
            return False
        return not (candidate.barred & self.imposed)

    def weeks_to_begin(self, candidate: Candidate) -> tuple[int, ...] | None:
        """The weeks in which it may begin; None for any."""
        if candidate.starts is None or Limit.START_DATES not in self.imposed:
            return None
        seats_count = Limit.SEATS in self.imposed
        return tuple(sorted({start.week for start in candidate.starts if start.seat or not seats_count}))

    def horizon(self) -> int:
        """A week by which some best plan has ended."""
        if self.deadline is not None and Limit.DEADLINE in self.imposed:
            return self.deadline
        dated = [week for one in self.candidates for week in self.weeks_to_begin(one) or ()]
        planned = [week for week in (self.old or {}).values() if week > 0]
        return max([*dated, *planned], default=0) + sum(one.weeks(self.pace) for one in self.candidates)


@dataclass(frozen=True, slots=True)
class Schedule:
    """A solution: the week in which each chosen candidate begins, by position."""

    begins: Mapping[int, int]

    def finish(self, problem: Problem) -> int:
        """The week after the last one; 0 for an empty plan."""
        pace = problem.pace
        return max((week + problem.candidates[at].weeks(pace) for at, week in self.begins.items()), default=0)

    def cents(self, problem: Problem) -> int:
        """Sum of the stated prices."""
        return sum(problem.candidates[at].cents or 0 for at in self.begins)

    def unpriced(self, problem: Problem) -> int:
        """How many have no stated price."""
        return sum(problem.candidates[at].cents is None for at in self.begins)
