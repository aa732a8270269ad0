"""A synthetic company of any size as plain arrays, made by a seeded generator. Nobody in it exists."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

TENANT = "synthetic"
TODAY = 20_600
"""The day of every question, in days since 1970 (2026-05-27)."""

LANGUAGES = ("de", "en", "es", "fr")
TIME_ZONES = ("America/Chicago", "America/New_York", "Asia/Singapore", "Asia/Tokyo", "Europe/Berlin", "Europe/London")
NEEDS, MOVES, TAUGHT = 12, 6, 2
LEAST, STEP = 25, 25
"""Raw levels (steps of 0.02) are multiples of half a level, from half a level on."""

Ints = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Shape:
    """How large a company is."""

    people: int
    skills: int
    roles: int
    courses: int
    besides: int = 10
    """Skills of a person beside those that their roles ask for."""


@dataclass(frozen=True, slots=True)
class Company:
    """Nodes are numbers from 0 in their label; edges are parallel arrays. Levels, weights are raw, days since 1970.

    ``parents`` is the broader skill of each skill (-1 for none); ``managers`` that of each person.
    """

    shape: Shape
    parents: Ints
    needs: dict[str, Ints]
    moves: dict[str, Ints]
    teaches: dict[str, Ints]
    cost: Ints
    hours: Ints
    held: dict[str, Ints]
    posts: dict[str, Ints]
    offers: dict[str, Ints]
    managers: Ints
    languages: Ints
    zones: Ints
    left_on: Ints
    mentoring: npt.NDArray[np.bool_]
    """Who agreed to mentor matching; to the other purposes everybody did."""

    @property
    def edges(self) -> int:
        """Number of edges."""
        tables = (self.needs, self.moves, self.teaches, self.held, self.posts, self.offers)
        linked = int((self.parents >= 0).sum() + (self.managers >= 0).sum())
        return linked + sum(len(table["start"]) for table in tables)


def generate(shape: Shape, seed: int = 7) -> Company:
    """The company of this shape and seed."""
    dice = np.random.default_rng(seed)
    parents = _parents(dice, shape)
    needs = _needs(dice, shape)
    moves = _moves(dice, shape)
    before = dice.integers(0, shape.roles, shape.people)
    current = moves["end"][before * MOVES + dice.integers(0, MOVES, shape.people)]
    held = _held(dice, shape, needs, np.concatenate([before, current]))
    managers = (np.arange(shape.people) - 1) // 8
    return Company(
        shape=shape,
        parents=parents,
        needs=needs,
        moves=moves,
        teaches=_distinct(
            np.repeat(np.arange(shape.courses), TAUGHT), _skewed(dice, shape, shape.courses * TAUGHT), shape.skills
        )
        | {"level": _levels(dice, shape.courses * TAUGHT, low=4)},
        cost=dice.integers(1, 40, shape.courses) * 50,
        hours=dice.integers(2, 60, shape.courses),
        held=held,
        posts=_posts(dice, before, current),
        offers=_offers(dice, held),
        managers=managers,
        languages=dice.integers(1, 1 << len(LANGUAGES), shape.people),
        zones=dice.integers(0, len(TIME_ZONES), shape.people),
        left_on=np.where(dice.random(shape.people) < 0.03, TODAY - 30, -1),
        mentoring=dice.random(shape.people) < 0.95,
    )


def _parents(dice: np.random.Generator, shape: Shape) -> Ints:
    """A forest three or four deep in which every other skill is narrower than another one; broad is not popular."""
    order = dice.permutation(shape.skills)
    above = (np.arange(shape.skills) // 10 * dice.random(shape.skills)).astype(np.int64)
    linked = (np.arange(shape.skills) >= 10) & (dice.random(shape.skills) < 0.5)
    parents = np.full(shape.skills, -1, dtype=np.int64)
    parents[order[linked]] = order[above[linked]]
    return parents


def _skewed(dice: np.random.Generator, shape: Shape, count: int) -> Ints:
    """Skills, the popular ones far more often."""
    return (shape.skills * dice.random(count) ** 2).astype(np.int64)


def _levels(dice: np.random.Generator, count: int, low: int = 0) -> Ints:
    return LEAST + STEP * dice.integers(low, 10, count)


def _distinct(start: Ints, end: Ints, ends: int) -> dict[str, Ints]:
    """Pairs as they are, repetitions moved on to the next end that is free, in order."""
    taken: set[int] = set()
    moved = end.copy()
    for at, (one, other) in enumerate(zip(start.tolist(), end.tolist(), strict=True)):
        while one * ends + other in taken:
            other = (other + 1) % ends
        taken.add(one * ends + other)
        moved[at] = other
    return {"start": start, "end": moved}


def _needs(dice: np.random.Generator, shape: Shape) -> dict[str, Ints]:
    count = shape.roles * NEEDS
    pairs = _distinct(np.repeat(np.arange(shape.roles), NEEDS), _skewed(dice, shape, count), shape.skills)
    essential = (np.arange(count) % NEEDS < NEEDS - 4).astype(np.int64)
    return pairs | {"level": _levels(dice, count), "weight": dice.integers(50, 251, count), "essential": essential}


def _moves(dice: np.random.Generator, shape: Shape) -> dict[str, Ints]:
    """Roles lead to others nearby, so that many ways meet."""
    start = np.repeat(np.arange(shape.roles), MOVES)
    steps = np.argsort(dice.random((shape.roles, min(30, shape.roles - 1))))[:, :MOVES] + 1
    return {"start": start, "end": (start + steps.ravel()) % shape.roles, "observed": dice.integers(1, 60, len(start))}


def _held(dice: np.random.Generator, shape: Shape, needs: dict[str, Ints], roles: Ints) -> dict[str, Ints]:
    """About half of what each role asks for, and as much besides; each skill once a person."""
    people = np.tile(np.arange(shape.people), len(roles) // shape.people)
    asked = needs["end"].reshape(shape.roles, NEEDS)[roles]
    kept = dice.random(asked.shape) < 0.5
    besides = shape.besides
    owners = np.concatenate([np.repeat(people, NEEDS)[kept.ravel()], np.repeat(np.arange(shape.people), besides)])
    skills = np.concatenate([asked.ravel()[kept.ravel()], _skewed(dice, shape, shape.people * besides)])
    pairs = np.unique(owners * shape.skills + skills)
    return {"start": pairs // shape.skills, "end": pairs % shape.skills, "level": _levels(dice, len(pairs))}


def _posts(dice: np.random.Generator, before: Ints, current: Ints) -> dict[str, Ints]:
    """An earlier role, then the one held today."""
    people = np.arange(len(before))
    since = TODAY - dice.integers(30, 2000, len(before))
    return {
        "start": np.concatenate([people, people]),
        "end": np.concatenate([before, current]),
        "since": np.concatenate([since - dice.integers(200, 3000, len(before)), since]),
        "until": np.concatenate([since - 1, np.full(len(before), -1)]),
    }


def _offers(dice: np.random.Generator, held: dict[str, Ints]) -> dict[str, Ints]:
    """Who is able often offers: one holding in twelve of level 3 or more."""
    chosen = np.flatnonzero((held["level"] >= 150) & (dice.random(len(held["level"])) < 0.08))
    start, end = held["start"][chosen], held["end"][chosen]
    return {"start": start, "end": end, "capacity": start % 4}
