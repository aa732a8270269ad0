"""Where people sit, and how many steps apart units are."""

from __future__ import annotations

from datetime import date

import networkx as nx
import numpy as np

from graph.keys import NodeKey
from graph.snapshot import Snapshot
from reasoning.derived import derived
from reasoning.levels import day_number
from reasoning.units import FAR, Units
from tests.reasoning.building import NOW, Company, index
from tests.reasoning.random_companies import random_company

TODAY = day_number(NOW)


def steps(snapshot: Snapshot, person: NodeKey, other: NodeKey) -> int:
    rows = np.array([index(snapshot, other) - snapshot.nodes("Person").start])
    return int(derived(snapshot, Units).steps(index(snapshot, person), rows, TODAY)[0])


def test_steps_go_up_and_down() -> None:
    company = Company()
    house = company.unit("house")
    wing = company.unit("wing", house)
    lab, shop, island = company.unit("lab", wing), company.unit("shop", house), company.unit("island")
    people = {}
    for name, unit in (("a", lab), ("b", lab), ("c", wing), ("d", shop), ("e", island), ("f", None)):
        people[name] = company.person(name)
        if unit is not None:
            company.belongs(people[name], unit)
    snapshot = company.snapshot()
    found = {name: steps(snapshot, people["a"], people[name]) for name in "bcdef"}
    assert found == {"b": 0, "c": 1, "d": 3, "e": FAR, "f": -1}
    units = derived(snapshot, Units)
    chain = units.chain(index(snapshot, lab), index(snapshot, shop))
    edges = snapshot.edges("PART_OF")
    ends = [(snapshot.ids[edges.start(at)], snapshot.ids[int(edges.dst[at])]) for _, at in chain]
    assert ends == [("lab", "wing"), ("wing", "house"), ("shop", "house")]
    assert units.chain(index(snapshot, lab), index(snapshot, island)) == ()


def test_the_membership_of_today_counts() -> None:
    company = Company()
    old, new, coming = (company.unit(name) for name in ("old", "new", "coming"))
    person = company.person("p")
    company.belongs(person, old, date(2015, 1, 1), date(2020, 1, 1))
    company.belongs(person, new, date(2020, 1, 2))
    company.belongs(person, coming, date(2027, 1, 1))
    snapshot = company.snapshot()
    at = derived(snapshot, Units).membership(index(snapshot, person), TODAY)
    assert at is not None
    assert snapshot.ids[int(snapshot.edges("MEMBER_OF").dst[at])] == "new"


def test_steps_equal_shortest_ways_in_networkx() -> None:
    for seed in range(12):
        company, nodes = random_company(seed, people=10)
        snapshot = company.snapshot()
        view: nx.Graph[NodeKey] = nx.Graph()
        view.add_nodes_from(key for key in company.nodes if key.label == "OrgUnit")
        view.add_edges_from((edge.start, edge.end) for edge in company.links.values() if edge.rel_type == "PART_OF")
        units = derived(snapshot, Units)
        home = {}
        for number in range(10):
            person = nodes[f"person {number}"]
            at = units.membership(index(snapshot, person), TODAY)
            home[person] = None if at is None else snapshot.key(int(snapshot.edges("MEMBER_OF").dst[at]))
        for one, unit in home.items():
            for other, place in home.items():
                expected: float = -1
                if unit is not None and place is not None:
                    near = nx.has_path(view, unit, place)
                    expected = int(nx.shortest_path_length(view, unit, place)) if near else FAR
                assert steps(snapshot, one, other) == expected
                if expected not in (-1, FAR):
                    assert unit is not None
                    assert place is not None
                    assert len(units.chain(index(snapshot, unit), index(snapshot, place))) == expected
