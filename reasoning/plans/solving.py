"""Plans by CP-SAT: one model, objectives in order of rank, each kept while the next is minimised. One worker, one
seed and deterministic time, so that the same problem gives the same plan on any machine.

This is the only module that needs OR-Tools, whose import takes a second: it happens at the first plan.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from enum import Enum
from typing import TYPE_CHECKING

from reasoning.plans.answers import Limit, Objective
from reasoning.plans.linear import Linear, weighted
from reasoning.plans.problem import Candidate, Problem, Schedule

if TYPE_CHECKING:
    from ortools.sat.python.cp_model import CpModel, IntVar, LinearExprT

EFFORT = 4.0
"""Deterministic seconds for an objective; after that the best plan so far is taken, with the bound reached."""
PROOF_EFFORT = 1.0
"""The same for showing that no plan exists under some limits, which a conflict asks for many times."""
CONFLICT_EFFORT = 30.0
"""The same for all proofs and remedies of one conflict together; then the answer says that it is not exhaustive."""
LEAST_EFFORT = 0.01
"""What one search counts for at least: making its model takes time, too."""
TIE_EFFORT = 0.5
"""The same for what only decides between plans that are equally good."""


@dataclass(frozen=True, slots=True)
class Layer:
    """What one objective came to, and what it is proven to be at least."""

    value: int
    bound: int

    @property
    def proven(self) -> bool:
        """Whether nothing better exists."""
        return self.value <= self.bound


@dataclass(frozen=True, slots=True)
class Solved:
    """A plan and its objectives in order of rank, ``main`` the one asked for and after it what decides between equals.

    ``scale`` are the least cost and weeks a balance is measured in.
    """

    schedule: Schedule
    layers: tuple[Layer, ...]
    main: int
    scale: tuple[int, int] | None = None

    @property
    def proven(self) -> bool:
        """Whether the objective asked for and all that rank before it are proven."""
        return all(layer.proven for layer in self.layers[: self.main + 1])


class Failure(Enum):
    """Why there is no plan."""

    NONE_EXISTS = "none exists"
    UNDECIDED = "undecided"


class Allowance:
    """Deterministic seconds that several searches may take together, and whether one of them ended undecided."""

    def __init__(self, effort: float = CONFLICT_EFFORT) -> None:
        self._left = effort
        self.undecided = False

    @property
    def spent(self) -> bool:
        """Whether nothing is left."""
        return self._left <= 0

    def grant(self, effort: float) -> float:
        """As much of the effort as is left."""
        return min(effort, max(self._left, 0.0))

    def take(self, effort: float, *, decided: bool) -> None:
        """Count what a search took."""
        self._left -= max(effort, LEAST_EFFORT)
        self.undecided |= not decided


def infeasible(problem: Problem, allowance: Allowance | None = None) -> bool:
    """Whether it is proven that no plan keeps the limits imposed."""
    if allowance is not None and allowance.spent:
        allowance.undecided = True
        return False
    return _Model(problem, allowance).run(PROOF_EFFORT)[0] is Failure.NONE_EXISTS


def solve(
    problem: Problem, objective: Objective, *, ties: bool = True, allowance: Allowance | None = None
) -> Solved | Failure:
    """The best plan, or why there is none. Without ``ties`` any of the equally good ones.

    Rank: in a plan that closes what it can, the weight of the essential and of all gaps closed; in a plan that
    replaces another one, courses changed and weeks moved; then the objective; then the other of cost and weeks; then
    fewer courses, earlier weeks, and the order of the candidates. A course without a price comes after any price.
    """
    if allowance is not None and allowance.spent:
        allowance.undecided = True
        return Failure.UNDECIDED
    if objective is not Objective.BALANCE:
        return _Model(problem, allowance).solve(objective, None, ties=ties)
    scale = []
    for alone in (Objective.COST, Objective.TIME):
        found = _Model(replace(problem, old=None), allowance).solve(alone, None, ties=False)
        if not isinstance(found, Solved):
            return found
        best = found.schedule
        scale.append(best.cents(problem) if alone is Objective.COST else best.finish(problem))
    return _Model(problem, allowance).solve(objective, (max(scale[0], 100), max(scale[1], 1)), ties=ties)


class _Model:
    """The CP-SAT model of one problem."""

    def __init__(self, problem: Problem, allowance: Allowance | None = None) -> None:
        from ortools.sat.python import cp_model  # a second and 60 MB that only plans should cost

        self._cp = cp_model
        self._problem, self._allowance = problem, allowance
        self._model: CpModel = cp_model.CpModel()
        self._horizon = max(problem.horizon(), 0)
        self._usable = [at for at, one in enumerate(problem.candidates) if self._can_begin(one)]
        self._chosen = {at: self._model.new_bool_var(f"take {at}") for at in self._usable}
        self._begins = {at: self._begin(at) for at in self._usable}
        self._finish = self._model.new_int_var(0, self._horizon, "finish")
        self._closed = [self._gap(at) for at in range(len(problem.gaps))]
        self._schedule()
        self._spend()

    # -- the constraints -----------------------------------------------------------------------------------

    def _weeks(self, at: int) -> int:
        return self._problem.candidates[at].weeks(self._problem.pace)

    def _starts(self, candidate: Candidate) -> list[int]:
        """Weeks it may begin in and still end in time; for one that begins any day, the first and the last of them."""
        last = self._horizon - candidate.weeks(self._problem.pace)
        weeks = self._problem.weeks_to_begin(candidate)
        if weeks is None:
            return [0, last] if last >= 0 else []
        return [week for week in weeks if week <= last]

    def _can_begin(self, candidate: Candidate) -> bool:
        return self._problem.allowed(candidate) and bool(self._starts(candidate))

    def _begin(self, at: int) -> IntVar:
        candidate = self._problem.candidates[at]
        weeks = self._starts(candidate)
        if self._problem.weeks_to_begin(candidate) is None:
            begin = self._model.new_int_var(0, weeks[-1], f"begin {at}")
        else:
            begin = self._model.new_int_var_from_domain(self._cp.Domain.from_values(weeks), f"begin {at}")
        self._model.add(begin == weeks[0]).only_enforce_if(~self._chosen[at])
        return begin

    def _gap(self, gap: int) -> IntVar:
        closers = [self._chosen[at] for at in self._usable if gap in self._problem.candidates[at].closes]
        closed = self._model.new_bool_var(f"closed {gap}")
        self._model.add_bool_or([*closers, ~closed])
        if self._problem.every_gap:
            self._model.add(closed == 1)
        return closed

    def _schedule(self) -> None:
        intervals, loads = [], []
        for at in self._usable:
            weeks, chosen = self._weeks(at), self._chosen[at]
            intervals.append(
                self._model.new_optional_fixed_size_interval_var(self._begins[at], weeks, chosen, f"run {at}")
            )
            loads.append(self._problem.candidates[at].load(self._problem.pace))
            self._model.add(self._begins[at] + weeks <= self._finish).only_enforce_if(chosen)
            for earlier in sorted(self._problem.candidates[at].needs):
                if earlier not in self._chosen:
                    self._model.add(chosen == 0)
                    continue
                self._model.add_implication(chosen, self._chosen[earlier])
                ends = self._begins[earlier] + self._weeks(earlier)
                self._model.add(ends <= self._begins[at]).only_enforce_if(chosen)
        if Limit.HOURS_PER_WEEK in self._problem.imposed and intervals:
            self._model.add_cumulative(intervals, loads, self._problem.pace)
            # implied, and a good bound: all the work has to fit into the weeks
            work = weighted(
                (load * self._weeks(at), self._chosen[at]) for load, at in zip(loads, self._usable, strict=True)
            )
            self._model.add(self._expression(work) <= self._problem.pace * self._finish)

    def _spend(self) -> None:
        if self._problem.budget is not None and Limit.BUDGET in self._problem.imposed:
            self._model.add(self._expression(self._cents()) <= self._problem.budget)

    # -- the objectives ------------------------------------------------------------------------------------

    def _sum(self, weight: Callable[[int], int]) -> Linear[IntVar]:
        return weighted((weight(at), self._chosen[at]) for at in self._usable)

    def _cents(self) -> Linear[IntVar]:
        return self._sum(lambda at: self._problem.candidates[at].cents or 0)

    def _priced(self) -> Linear[IntVar]:
        """Cost, where one course without a price outweighs every price."""
        much = 1 + sum(one.cents or 0 for one in self._problem.candidates)
        return self._sum(lambda at: much if (cents := self._problem.candidates[at].cents) is None else cents)

    def _tidy(self) -> Linear[IntVar]:
        """Fewer courses, then earlier weeks, then candidates that come first."""
        count = len(self._usable)
        ranks, latest = 1 + count * count, 1 + self._horizon * max(count, 1)
        # what is not chosen stands in its first week, which is taken off again
        first = {at: self._starts(self._problem.candidates[at])[0] for at in self._usable}
        begins = weighted(((1, self._begins[at]) for at in self._usable), -sum(first.values()))
        begins = begins.plus(self._sum(lambda at: first[at]))
        return self._sum(lambda at: latest).plus(begins).times(ranks).plus(self._sum(self._usable.index))

    def _left_open(self) -> Linear[IntVar]:
        """Weight that stays open, essential before all."""
        much = 1 + sum(weight for _, weight in self._problem.gaps)
        weights = [weight * (1 + much * essential) for essential, weight in self._problem.gaps]
        return weighted(((-one, closed) for one, closed in zip(weights, self._closed, strict=True)), sum(weights))

    def _changes(self, old: Mapping[int, int]) -> list[Linear[IntVar]]:
        """Courses that are added, dropped or moved, and by how many weeks these move."""
        kept = [at for at in self._usable if at in old]
        apart, shift = {}, {}
        for at in kept:
            far = self._horizon + abs(old[at])
            shift[at] = self._model.new_int_var(0, far, f"shift {at}")
            apart[at] = self._model.new_bool_var(f"apart {at}")
            for way in (1, -1):
                away = way * (self._begins[at] - old[at])
                self._model.add(shift[at] >= away).only_enforce_if(self._chosen[at])
            self._model.add(shift[at] <= far * apart[at])
        changed = weighted(((-1 if at in old else 1, self._chosen[at]) for at in self._usable), len(kept))
        changed = changed.plus(weighted((1, apart[at]) for at in kept))
        return [changed, weighted((1, shift[at]) for at in kept)]

    def _ranked(self, objective: Objective, scale: tuple[int, int] | None) -> tuple[list[Linear[IntVar]], int]:
        """The objectives in order of rank, and which of them is the one asked for."""
        first = [] if self._problem.every_gap else [self._left_open()]
        if self._problem.old is not None:
            first += self._changes(self._problem.old)
        weeks = weighted([(1, self._finish)])
        match objective:
            case Objective.COST:
                then = [self._priced(), weeks]
            case Objective.TIME:
                then = [weeks, self._priced()]
            case _:
                assert scale is not None
                then = [self._priced().times(scale[1]).plus(weeks.times(scale[0])), self._priced()]
        return [*first, *then, self._tidy()], len(first)

    def _expression(self, total: Linear[IntVar]) -> LinearExprT:
        variables, weights = [one for _, one in total.terms], [weight for weight, _ in total.terms]
        return self._cp.LinearExpr.weighted_sum(variables, weights) + total.constant

    # -- the search ----------------------------------------------------------------------------------------

    def solve(self, objective: Objective, scale: tuple[int, int] | None, *, ties: bool) -> Solved | Failure:
        """Minimise in order of rank."""
        ranked, main = self._ranked(objective, scale)
        ranked = ranked if ties else ranked[: main + 1]
        layers: list[Layer] = []
        found: dict[int, int] = {}
        for rank, total in enumerate(ranked):
            expression = self._expression(total)
            self._model.minimize(expression)
            outcome, begins = self.run(EFFORT if rank <= main else TIE_EFFORT)
            if isinstance(outcome, Failure):
                if not layers:
                    return outcome
                break  # a later objective that finds nothing in its time leaves the plan as it is
            found = begins
            layers.append(outcome)
            self._model.add(expression <= outcome.value)
            self._hint(begins)
        return Solved(Schedule(found), tuple(layers), main, scale)

    def _hint(self, begins: dict[int, int]) -> None:
        self._model.clear_hints()  # type: ignore[no-untyped-call]  # OR-Tools leaves it untyped
        for at in self._usable:
            self._model.add_hint(self._chosen[at], at in begins)
            if at in begins:
                self._model.add_hint(self._begins[at], begins[at])

    def run(self, effort: float) -> tuple[Layer | Failure, dict[int, int]]:
        """Search once for the objective that is set (or for any plan)."""
        solver = self._cp.CpSolver()
        solver.parameters.num_workers = 1
        solver.parameters.random_seed = 0
        solver.parameters.max_deterministic_time = effort if self._allowance is None else self._allowance.grant(effort)
        status = solver.solve(self._model)
        if self._allowance is not None:
            decided = status in (self._cp.INFEASIBLE, self._cp.OPTIMAL, self._cp.FEASIBLE)
            self._allowance.take(solver.deterministic_time, decided=decided)
        if status == self._cp.INFEASIBLE:
            return Failure.NONE_EXISTS, {}
        if status not in (self._cp.OPTIMAL, self._cp.FEASIBLE):
            return Failure.UNDECIDED, {}
        begins = {at: solver.value(self._begins[at]) for at in self._usable if solver.boolean_value(self._chosen[at])}
        value = round(solver.objective_value)
        bound = value if status == self._cp.OPTIMAL else round(solver.best_objective_bound)
        return Layer(value, bound), begins
