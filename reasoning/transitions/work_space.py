"""The work space: how alike O*NET's occupations are in subject, titles, activities, demands and preparation. Pure.

O*NET alone states tasks, activities, rated profiles, interests and preparation, so these are compared between its
occupations; roles of other schemes take part through their matches (see links). None of it depends on which
skills of other schemes a role asks for.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
import numpy.typing as npt

from graph.snapshot import Snapshot
from reasoning.transitions.sparse import Floats, Ints, Table, likeness
from reasoning.transitions.topics import Topics, topics
from reasoning.transitions.words import counted, numbered

Flags: TypeAlias = npt.NDArray[np.bool_]

TITLE_WEIGHT = 3
"""How often the name counts beside each alternate title."""
_RATED = ("skill", "knowledge", "ability")
_NEAR = 3
TOPICS = 100
"""How many topics tell subjects apart."""


@dataclass(frozen=True, slots=True)
class WorkSpace:
    """Rows are ``roles`` (snapshot indices of O*NET occupations); each component is a square table in 0..1."""

    roles: Ints
    components: Mapping[str, Floats]
    preparation: Floats
    topics: Topics

    @property
    def height(self) -> int:
        """How many occupations there are."""
        return len(self.roles)


def work_space(snapshot: Snapshot, roles: Ints) -> WorkSpace:
    """Compare the occupations with each other in every component."""
    texts = [_all_text(snapshot, int(role)) for role in roles]
    subject = topics(texts, TOPICS)
    nearest = _nearest(subject.likeness())
    blocks, rated = {}, np.zeros(len(roles), dtype=np.bool_)
    for kind in _RATED:
        blocks[kind], known = _ratings(snapshot, roles, kind, nearest)
        rated |= known
    every = np.hstack([block for pair in blocks.values() for block in pair])
    level = preparation(snapshot, roles, nearest)
    found = {
        "subject": _root(subject.likeness()),
        "titles": _root(likeness(_table([titles(snapshot, int(role)) for role in roles]))),
        "activities": _root(likeness(_table([_activities(snapshot, int(role)) for role in roles]))),
        "knowledge": _root(_pattern(blocks["knowledge"][0])),
        "knowledge_level": _doubted(_closeness(blocks["knowledge"][0]), rated),
        "profile": _doubted(_closeness(every), rated),
        "skill_profile": _doubted(_closeness(blocks["skill"][0]), rated),
        "abilities": _doubted(_closeness(blocks["ability"][0]), rated),
        "interests": _interests(snapshot, roles, nearest),
    }
    return WorkSpace(roles, found, level, subject)


def titles(snapshot: Snapshot, role: int) -> Counter[str]:
    """Words of the role's names."""
    return counted([snapshot.caption(role)] * TITLE_WEIGHT + snapshot.text_list("Role", "alt_labels", role))


def own_text(snapshot: Snapshot, role: int) -> Counter[str]:
    """Words of the role's names and description, the name and description twice."""
    told = [snapshot.text("Role", "description", role) or "", snapshot.caption(role)] * 2
    return counted([*told, *snapshot.text_list("Role", "alt_labels", role)])


def preparation(snapshot: Snapshot, roles: Ints, nearest: Ints) -> Floats:
    """Preparation from 0 to 1: job zone, education and experience asked for, as far as they are stated."""
    scales = (("job_zone", 1, 4), ("education_category", 1, 8), ("experience_category", 1, 10))
    stated = np.full((len(roles), len(scales)), np.nan, dtype=np.float32)
    for at, (name, low, span) in enumerate(scales):
        values = [snapshot.number("Role", name, int(role)) for role in roles]
        stated[:, at] = [np.nan if value is None else min(max((value - low) / span, 0), 1) for value in values]
    return np.asarray(_borrowed(stated, nearest).mean(1), dtype=np.float32)


def _all_text(snapshot: Snapshot, role: int) -> Counter[str]:
    tasks = (snapshot.caption(int(task)) for task in snapshot.edges("HAS_TASK").targets(role))
    return own_text(snapshot, role) + counted(tasks)


def _table(documents: Sequence[Mapping[str, float]]) -> Table:
    table = Table.of(*numbered(documents))
    return table.with_values(1 + np.log(table.values))


def _activities(snapshot: Snapshot, role: int) -> Counter[str]:
    """How many tasks of the role involve each intermediate activity."""
    performs, broader = snapshot.edges("PERFORMS"), snapshot.edges("BROADER")
    span = performs.out(role)
    found: Counter[str] = Counter()
    for activity, count in zip(performs.dst[span], performs.columns["task_count"].floats(span, 1.0), strict=True):
        for above in broader.targets(int(activity)):
            found[str(above)] += int(count)
    return found


def _nearest(like: Floats) -> Ints:
    """For each row all others, the most alike first: where a row states nothing it borrows from these."""
    ranked = like.copy()
    np.fill_diagonal(ranked, -1)
    return np.argsort(-ranked, axis=1, kind="stable")


def _borrowed(stated: Floats, nearest: Ints) -> Floats:
    """The rows with what they lack taken as the mean of the most alike rows that state it; 0 if none does."""
    filled = stated.copy()
    for column in range(stated.shape[1]):
        known = ~np.isnan(stated[:, column])
        for row in np.flatnonzero(~known):
            lenders = nearest[row][known[nearest[row]]][:_NEAR]
            filled[row, column] = stated[lenders, column].mean() if len(lenders) else 0.0
    return filled


def _ratings(snapshot: Snapshot, roles: Ints, kind: str, nearest: Ints) -> tuple[tuple[Floats, ...], Flags]:
    """Standardised importances and, where O*NET states them, levels of the elements of a kind; and who is rated."""
    elements = {
        index: at
        for at, index in enumerate(
            skill
            for skill in snapshot.nodes("Skill")
            if snapshot.text("Skill", "scheme", skill) == "onet" and snapshot.text("Skill", "kind", skill) == kind
        )
    }
    edges = snapshot.edges("REQUIRES_SKILL")
    found = [np.full((len(roles), len(elements)), np.nan, dtype=np.float32) for _ in range(2)]
    for row, role in enumerate(roles):
        span = edges.out(int(role))
        places = [(at, elements[int(end)]) for at, end in enumerate(edges.dst[span]) if int(end) in elements]
        if 2 * len(places) < len(elements) or not places:
            continue  # not a rated occupation: a lone statement is no profile
        positions, columns = (list(part) for part in zip(*places, strict=True))
        for block, name in zip(found, ("weight", "min_level"), strict=True):
            block[row, columns] = edges.columns[name].floats(span)[positions]
    stated = [block for block in found if not np.isnan(block).all()] or found[:1]
    known = np.asarray(~np.isnan(found[0]).all(1)) if elements else np.zeros(len(roles), dtype=np.bool_)
    return tuple(_standard(_borrowed(block, nearest)) for block in stated), known


def _interests(snapshot: Snapshot, roles: Ints, nearest: Ints) -> Floats:
    stated = _characteristics(snapshot, roles, "interest")
    known = np.asarray(~np.isnan(stated).all(1)) if stated.size else np.zeros(len(roles), dtype=np.bool_)
    return _doubted(_root(_cosine(_standard(_borrowed(stated, nearest)))), known)


def _doubted(likeness_: Floats, known: Flags) -> Floats:
    """What rests on borrowed ratings, drawn half-way to the mean of what rests on stated ones."""
    if known.all() or not known.any():
        return likeness_
    sure = known[:, None] & known[None, :]
    mean = likeness_[sure].mean()
    return np.where(sure, likeness_, (likeness_ + mean) / 2).astype(np.float32)


def _characteristics(snapshot: Snapshot, roles: Ints, kind: str) -> Floats:
    edges = snapshot.edges("CHARACTERISED_BY")
    columns = [
        node for node in snapshot.nodes("Characteristic") if snapshot.text("Characteristic", "kind", node) == kind
    ]
    place = {node: at for at, node in enumerate(columns)}
    found = np.full((len(roles), len(columns)), np.nan, dtype=np.float32)
    for row, role in enumerate(roles):
        span = edges.out(int(role))
        for end, value in zip(edges.dst[span], edges.columns["value"].floats(span), strict=True):
            if int(end) in place:
                found[row, place[int(end)]] = value
    return found


def _standard(values: Floats) -> Floats:
    if not values.size:
        return values
    return np.asarray((values - values.mean(0)) / (values.std(0) + 1e-6), dtype=np.float32)


def _cosine(values: Floats) -> Floats:
    unit = values / np.maximum(np.linalg.norm(values, axis=1, keepdims=True), 1e-9)
    return np.asarray(unit @ unit.T, dtype=np.float32)


def _pattern(values: Floats) -> Floats:
    """Cosine of what stands out in each row against its own mean."""
    return _cosine(values - values.mean(1, keepdims=True)) if values.size else _cosine(values)


def _closeness(values: Floats) -> Floats:
    """1 for equal rows, falling with the mean squared difference."""
    squares = (values**2).sum(1)
    distance = (squares[:, None] + squares[None, :] - 2 * values @ values.T) / max(values.shape[1], 1)
    return np.asarray(np.exp(-np.maximum(distance, 0) / 2), dtype=np.float32)


def _root(values: Floats) -> Floats:
    """The concave transform of a likeness: differences among the little alike count more."""
    return np.asarray(np.sqrt(np.clip(values, 0, 1)), dtype=np.float32)
