"""The three questions on a networkx graph, as a careful user of networkx would write them. It reads no store."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Mapping
from typing import Any, TypeAlias

import networkx as nx

from benchmarks.company import TODAY, Company
from benchmarks.company_tables import edge_tables, node_tables
from reasoning.effort import PREPARATION_MONTHS

Graph: TypeAlias = "nx.MultiDiGraph[str]"
Data: TypeAlias = Mapping[str, Any]


def build(company: Company) -> Graph:
    """The company as a MultiDiGraph: properties as attributes, the relationship type as the key of an edge."""
    nx_view: Graph = nx.MultiDiGraph()
    for nodes in node_tables(company):
        names = list(nodes.columns)
        for node, *values in zip(nodes.ids, *nodes.columns.values(), strict=True):
            nx_view.add_node(node, **dict(zip(names, values, strict=True)))
    for edges in edge_tables(company):
        names = list(edges.columns)
        for start, end, *values in zip(edges.starts, edges.ends, *edges.columns.values(), strict=True):
            nx_view.add_edge(start, end, key=edges.rel_type, **dict(zip(names, values, strict=True)))
    return nx_view


def out(nx_view: Graph, node: str, rel_type: str) -> Iterator[tuple[str, Data]]:
    """Ends of the edges of the type that start at the node, with their attributes."""
    for end, keyed in nx_view.succ[node].items():
        if rel_type in keyed:
            yield end, keyed[rel_type]


def into(nx_view: Graph, node: str, rel_type: str) -> Iterator[tuple[str, Data]]:
    """Starts of the edges of the type that end at the node, with their attributes."""
    for start, keyed in nx_view.pred[node].items():
        if rel_type in keyed:
            yield start, keyed[rel_type]


def narrower(nx_view: Graph, skill: str) -> dict[str, int]:
    """The skill and every narrower one, with the number of links between."""
    depth = {skill: 0}
    queue = [skill]
    for current in queue:
        for other, _ in into(nx_view, current, "BROADER"):
            if other not in depth:
                depth[other] = depth[current] + 1
                queue.append(other)
    return depth


def _held(nx_view: Graph, person: str) -> dict[str, int]:
    return {skill: data["level"] for skill, data in out(nx_view, person, "HAS_SKILL")}


def _origin(nx_view: Graph, person: str) -> str:
    posts = [
        (data["since"], role)
        for role, data in out(nx_view, person, "HOLDS_ROLE")
        if data["since"] <= TODAY and (data["until"] is None or data["until"] >= TODAY)
    ]
    return str(max(posts)[1])


def skill_gap(nx_view: Graph, person: str, role: str) -> list[tuple[str, int, bool, tuple[str, ...]]]:
    """Each requirement with the level held, whether it is met, and the courses that help."""
    held = _held(nx_view, person)
    found = []
    for skill, need in out(nx_view, role, "REQUIRES_SKILL"):
        below = narrower(nx_view, skill)
        ranked = [(-min(held[n], need["level"]), depth, -held[n], n) for n, depth in below.items() if n in held]
        own = -min(ranked)[2] if ranked else 0
        courses = () if own >= need["level"] else _courses(nx_view, below, own, need["level"])
        order = (own >= need["level"], not need["essential"], -need["weight"], own - need["level"], skill)
        found.append((order, (skill, own, own >= need["level"], courses)))
    return [item for _, item in sorted(found)]


def _courses(nx_view: Graph, below: Mapping[str, int], own: int, need: int) -> tuple[str, ...]:
    reaches: dict[str, tuple[int, int]] = {}
    for skill, depth in below.items():
        for course, taught in into(nx_view, skill, "TEACHES_SKILL"):
            if taught["level"] > own:
                reaches[course] = max(reaches.get(course, (0, 0)), (taught["level"], -depth))
    nodes = nx_view.nodes
    ranked = sorted(
        (to < need, far != 0, nodes[c]["cost"], nodes[c]["hours"], -to, c) for c, (to, far) in reaches.items()
    )
    return tuple(course for *_, course in ranked[:5])


def mentor_match(
    nx_view: Graph, person: str, role: str, offsets: Mapping[str, float], first: int
) -> list[tuple[str, float]]:
    """The best mentors with their scores."""
    held, origin, me = _held(nx_view, person), _origin(nx_view, person), nx_view.nodes[person]
    line = {person} | _line(nx_view, person, up=True) | _line(nx_view, person, up=False)
    helped: dict[str, int] = {}
    offered: dict[str, int] = {}
    rooms: dict[str, int] = {}
    total = 0
    for skill, need in out(nx_view, role, "REQUIRES_SKILL"):
        below = narrower(nx_view, skill)
        own = max((held[n] for n in below if n in held), default=0)
        if own >= need["level"]:
            continue
        total += need["weight"]
        through: dict[str, set[str]] = {}
        for n in below:
            for other, has in into(nx_view, n, "HAS_SKILL"):
                if has["level"] >= min(own + 50, need["level"]) and other not in line:
                    through.setdefault(other, {skill}).add(n)
        for other, skills in through.items():
            node = nx_view.nodes[other]
            if not node["mentoring"] or (node["left_on"] is not None and node["left_on"] <= TODAY):
                continue
            offers = {s: data["capacity"] for s, data in out(nx_view, other, "OFFERS_MENTORING")}
            if offers:
                rooms[other] = max(offers.values())
            helped[other] = helped.get(other, 0) + need["weight"]
            offered[other] = offered.get(other, 0) + (need["weight"] if skills & offers.keys() else 0)
    scored = []
    for other, weight in helped.items():
        room = rooms.get(other)
        if room == 0:
            continue
        node = nx_view.nodes[other]
        apart = abs(offsets[node["time_zone"]] - offsets[me["time_zone"]])
        parts = (
            0.38 * weight / total,
            0.22 * offered[other] / total,
            0.14 * _moved(nx_view, other, origin, role),
            0.08 * bool(set(node["languages"]) & set(me["languages"])),
            0.06 * (1 - min(apart, 24 - apart) / 12),
            0.05 * (0.5 if room is None else min(room, 3) / 3),
            0.04 * 0.5,  # the generated company states no outcomes
            0.03 * 0.5,  # and no units
        )
        scored.append((-sum(round(part, 6) for part in parts), other))
    return [(other, -score) for score, other in sorted(scored)[:first]]


def _line(nx_view: Graph, person: str, *, up: bool) -> set[str]:
    found: set[str] = set()
    queue = [person]
    for current in queue:
        fresh = {other for other, _ in (out if up else into)(nx_view, current, "REPORTS_TO")} - found
        found |= fresh
        queue += fresh
    return found


def _moved(nx_view: Graph, person: str, origin: str, target: str) -> float:
    since = {role: data["since"] for role, data in out(nx_view, person, "HOLDS_ROLE") if data["since"] <= TODAY}
    if target not in since:
        return 0.0
    return 1.0 if origin != target and origin in since and since[origin] < since[target] else 0.5


def career_path(nx_view: Graph, person: str, role: str, moves: nx.DiGraph[str]) -> list[tuple[list[str], int]]:
    """The three cheapest ways of at most four recorded moves; ``moves`` are the roles and their transitions alone."""
    held = _held(nx_view, person)
    covering: dict[str, dict[str, int]] = {}
    found = []
    for roles in nx.all_simple_paths(moves, _origin(nx_view, person), role, cutoff=4):
        have = dict(held)
        cost = 0
        for before, after in itertools.pairwise(roles):
            missing = weights = 0
            asked = [(skill, need) for skill, need in out(nx_view, after, "REQUIRES_SKILL") if need["essential"]]
            for skill, need in asked:
                below = covering.get(skill) or covering.setdefault(skill, narrower(nx_view, skill))
                level = max((have[n] for n in below if n in have), default=0)
                weights += need["weight"]
                missing += -(-max(need["level"] - level, 0) * 1000 // need["level"]) * need["weight"]
            zone = nx_view.nodes[after]["job_zone"]
            cost += -(-PREPARATION_MONTHS[zone] * missing // weights) + moves.edges[before, after]["base"]
            for skill, need in asked:
                have[skill] = max(have.get(skill, 0), need["level"])
        found.append((cost, len(roles), roles))
    return [(roles, cost) for cost, _, roles in sorted(found)[:3]]


def role_moves(nx_view: Graph) -> nx.DiGraph[str]:
    """Roles and transitions as a simple graph, for path searches."""
    moves: nx.DiGraph[str] = nx.DiGraph()
    for start, end, key, data in nx_view.edges(keys=True, data=True):
        if key == "TRANSITIONS_TO":
            moves.add_edge(start, end, base=data["base"])
    return moves
