"""The synthetic company as the product sees it: node records, and the snapshot of its arrays."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import numpy as np

from benchmarks.company import LANGUAGES, TENANT, TIME_ZONES, TODAY, Company, Ints
from graph.adjacency import Int32
from graph.columns import EPOCH, AnyArray, FloatArray
from graph.keys import NodeKey, Value
from graph.snapshot import Snapshot, SnapshotBuilder, SnapshotVersion
from graph.store import NodeRecord

NOW = datetime(EPOCH.year, EPOCH.month, EPOCH.day, 12, tzinfo=UTC) + timedelta(days=TODAY)
PURPOSES = ("career_path", "skill_gap", "mentor_match")


def node_id(label: str, at: int) -> str:
    """Id of a node; ids sort like numbers."""
    return f"{label[0]}{at:07}"


def keys(label: str, count: int) -> list[NodeKey]:
    """The keys of a label's nodes, in order."""
    return [NodeKey(label, TENANT, node_id(label, at)) for at in range(count)]


def spoken(mask: int) -> list[str]:
    """The languages of a bit mask."""
    return [language for bit, language in enumerate(LANGUAGES) if mask >> bit & 1]


def properties(company: Company, label: str, at: int) -> dict[str, Value]:
    """The properties of a node."""
    name: dict[str, Value] = {"name": f"{label} {at}"}
    if label == "Role":
        return name | {"scheme": "company", "job_zone": 1 + at % 5}
    if label == "Skill":
        return name | {"scheme": "company", "kind": "skill"}
    if label == "Course":
        return name | {"cost": float(company.cost[at]), "hours": float(company.hours[at]), "currency": "EUR"}
    allowed = [name for name in PURPOSES if name != "mentor_match" or company.mentoring[at]]
    left = int(company.left_on[at])
    return {
        "pseudonym": f"Person {at:07}",
        "languages": spoken(int(company.languages[at])),
        "time_zone": TIME_ZONES[company.zones[at]],
        "left_on": None if left < 0 else EPOCH + timedelta(days=left),
        "scopes": list(allowed),
        "scope_expiries": [""] * len(allowed),
    }


def nodes(company: Company) -> Iterator[NodeRecord]:
    """All nodes."""
    shape = company.shape
    counts = {"Role": shape.roles, "Skill": shape.skills, "Course": shape.courses, "Person": shape.people}
    for label, count in counts.items():
        for at, key in enumerate(keys(label, count)):
            yield NodeRecord(key, properties(company, label, at))


def _stated(days: Ints) -> FloatArray:
    """Days with -1 for "not stated" as the builder wants them."""
    return np.where(days < 0, np.nan, days.astype(np.float64))


def snapshot_of(company: Company) -> Snapshot:
    """The snapshot, straight from the arrays."""
    shape = company.shape
    builder = SnapshotBuilder(SnapshotVersion(TENANT, 1, 0, NOW)).add(nodes(company))
    role, skill = builder.number(keys("Role", shape.roles)), builder.number(keys("Skill", shape.skills))
    course, person = builder.number(keys("Course", shape.courses)), builder.number(keys("Person", shape.people))

    def add(rel_type: str, start: Int32, end: Int32, **columns: AnyArray) -> None:
        builder.add_edges(rel_type, start, end, {"confidence": np.ones(len(start)), **columns})

    narrow, managed = np.flatnonzero(company.parents >= 0), np.flatnonzero(company.managers >= 0)
    needs, moves, teaches, held = company.needs, company.moves, company.teaches, company.held
    posts, offers = company.posts, company.offers
    add("BROADER", skill[narrow], skill[company.parents[narrow]])
    add(
        "REQUIRES_SKILL",
        role[needs["start"]],
        skill[needs["end"]],
        min_level=needs["level"] * 0.02,
        weight=needs["weight"] * 0.004,
        essential=needs["essential"],
    )
    add("TRANSITIONS_TO", role[moves["start"]], role[moves["end"]], observed_count=moves["observed"])
    add("TEACHES_SKILL", course[teaches["start"]], skill[teaches["end"]], to_level=teaches["level"] * 0.02)
    add("HAS_SKILL", person[held["start"]], skill[held["end"]], level=held["level"] * 0.02)
    add(
        "HOLDS_ROLE",
        person[posts["start"]],
        role[posts["end"]],
        valid_from=posts["since"],
        valid_to=_stated(posts["until"]),
    )
    add("OFFERS_MENTORING", person[offers["start"]], skill[offers["end"]], capacity=offers["capacity"])
    add("REPORTS_TO", person[managed], person[company.managers[managed]])
    return builder.build()
