"""Cohort matching at full size: 1,000 mentees with 3,000 mentors and the reverse, on the synthetic company.

Run: python -m benchmarks.cohorts [--dump FOLDER]. A dumped market can be given to a solver that shares nothing
with ours (``checked`` does it with scipy where that is installed; it is no dependency).
"""

from __future__ import annotations

import argparse
import time
from pathlib import Path

import numpy as np

from benchmarks.company import Shape, generate
from benchmarks.company_graph import snapshot_of
from graph.scope import Purpose
from graph.snapshot import Snapshot
from reasoning.cohorts.gathering import gather
from reasoning.cohorts.market import Market
from reasoning.cohorts.matching import cohort_match
from reasoning.cohorts.solving import solve_all, tally
from reasoning.cohorts.terms import CohortRequest, Objective, Wish
from reasoning.levels import moment
from reasoning.prepare import prepare

SIZES = ((1_000, 3_000), (3_000, 1_000))
PEOPLE = 20_000


def request_of(snapshot: Snapshot, mentees: int, mentors: int, seed: int = 7) -> CohortRequest:
    """People who agreed, drawn at random: mentees who aim at a random role, mentors with one to three places."""
    dice = np.random.default_rng(seed)
    people = snapshot.nodes("Person")
    agreed = np.flatnonzero(snapshot.consenting(Purpose.MENTOR_MATCH.value, moment(snapshot, None))) + people.start
    drawn = dice.permutation(agreed)[: mentees + mentors].tolist()
    roles = snapshot.nodes("Role")
    wishes = tuple(Wish(person, int(dice.integers(roles.start, roles.stop))) for person in drawn[:mentees])
    return CohortRequest(wishes, {person: int(dice.integers(1, 4)) for person in drawn[mentees:]})


def checked(market: Market) -> int | None:
    """The best sum by scipy's assignment (a column for each place), or None without scipy."""
    try:
        from scipy.optimize import linear_sum_assignment  # type: ignore[import-not-found, import-untyped, unused-ignore]
    except ImportError:
        return None
    table = np.zeros((market.mentees, market.mentors), dtype=np.float64)
    table[market.mentee, market.mentor] = market.score
    places = np.repeat(table, np.minimum(market.capacity, market.mentees), axis=1)
    rows, columns = linear_sum_assignment(places, maximize=True)
    return round(float(places[rows, columns].sum()))


def main() -> None:
    """Print what each size takes."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--dump", type=Path, help="Write the arrays of each market here.")
    dump = parser.parse_args().dump
    snapshot = snapshot_of(generate(Shape(PEOPLE, 2_000, 500, 400)))
    prepare(snapshot, ())
    for mentees, mentors in SIZES:
        request = request_of(snapshot, mentees, mentors)
        begun, used = time.perf_counter(), time.process_time()
        answer = cohort_match(snapshot, request)
        whole, busy = time.perf_counter() - begun, time.process_time() - used
        begun = time.perf_counter()
        cohort = gather(snapshot, request, moment(snapshot, None))
        gathered = time.perf_counter() - begun
        begun = time.perf_counter()
        ways = solve_all(cohort.market)
        solved = time.perf_counter() - begun
        print(
            f"{mentees} mentees, {mentors} mentors, {answer.places} places, {answer.possible} possible pairs: "
            f"{whole:.1f} s in all, {busy:.1f} s of processor time (gathering {gathered:.1f}, "
            f"four objectives {solved:.1f})"
        )
        for objective, way in ways.items():
            gives = tally(cohort.market, way)
            print(f"  {objective:<13} {gives.matched} matched, sum {gives.total:.6f}, lowest {gives.lowest:.6f}")
        best, other = round(tally(cohort.market, ways[Objective.SCORE]).total * 1e6), checked(cohort.market)
        print(f"  scipy: {'not installed' if other is None else 'the same sum' if other == best else other}")
        if dump is not None:
            np.savez(
                dump / f"market-{mentees}-{mentors}.npz",
                mentee=cohort.market.mentee,
                mentor=cohort.market.mentor,
                score=cohort.market.score,
                capacity=cohort.market.capacity,
            )


if __name__ == "__main__":
    main()
