from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from graph.keys import NodeKey
from reasoning.holdings import holdings
from reasoning.nearness import MAX_DISTANCE, NearestHeld, Nearness
from tests.reasoning.building import NOW, Company, index
from tests.reasoning.random_companies import random_company


def nearest(company: Company, person: NodeKey, skill: NodeKey) -> tuple[str, int, list[str]] | None:
    snapshot = company.snapshot()
    held = holdings(snapshot, index(snapshot, person), NOW)
    found = NearestHeld(Nearness(snapshot), held).to(index(snapshot, skill))
    if found is None:
        return None
    return snapshot.caption(found.skill), found.distance, [at[0] for at in found.chain]


def kitchen() -> tuple[Company, dict[str, NodeKey]]:
    company = Company()
    nodes = {name: company.skill(name) for name in ("SQL", "PostgreSQL", "MySQL", "Graphs", "Cooking", "Serving")}
    nodes |= {name: company.group(name) for name in ("Databases", "Data", "Everything")}
    for narrow, broad in (
        ("SQL", "Databases"), ("PostgreSQL", "Databases"), ("MySQL", "Databases"),
        ("Databases", "Data"), ("Graphs", "Data"), ("Data", "Everything"), ("Cooking", "Everything"),
    ):  # fmt: skip
        company.broader(nodes[narrow], nodes[broad])
    company.edge("RELATED_TO", nodes["Serving"], nodes["Cooking"], kind="related")
    nodes["person"] = company.person("1")
    return company, nodes


def test_siblings_are_near_the_better_held_first() -> None:
    company, nodes = kitchen()
    company.has(nodes["person"], nodes["MySQL"], 2.0)
    company.has(nodes["person"], nodes["PostgreSQL"], 4.0)
    assert nearest(company, nodes["person"], nodes["SQL"]) == ("PostgreSQL", 2, ["BROADER", "BROADER"])


def test_a_relation_is_nearer_than_a_sibling_and_read_both_ways() -> None:
    company, nodes = kitchen()
    company.has(nodes["person"], nodes["Cooking"], 1.0)
    assert nearest(company, nodes["person"], nodes["Serving"]) == ("Cooking", 1, ["RELATED_TO"])


def test_an_uncle_is_near_and_a_distant_cousin_is_not() -> None:
    company, nodes = kitchen()
    company.has(nodes["person"], nodes["Graphs"], 3.0)
    assert nearest(company, nodes["person"], nodes["SQL"]) == ("Graphs", 3, ["BROADER"] * 3)
    assert nearest(company, nodes["person"], nodes["Cooking"]) == ("Graphs", 3, ["BROADER"] * 3)
    other, nodes = kitchen()
    other.has(nodes["person"], nodes["SQL"], 3.0)
    assert nearest(other, nodes["person"], nodes["Cooking"]) is None


def test_nothing_is_near_to_someone_who_holds_nothing() -> None:
    company, nodes = kitchen()
    assert nearest(company, nodes["person"], nodes["SQL"]) is None


@settings(max_examples=25, deadline=None)
@given(st.integers(0, 10_000_000))
def test_the_nearest_is_the_least_of_all_ways(seed: int) -> None:
    """Distance, then the higher level, then the id, over every way that goes up from one skill and down to another."""
    company, nodes = random_company(seed, people=4)
    snapshot = company.snapshot()
    near = Nearness(snapshot)
    for at in range(4):
        held = holdings(snapshot, index(snapshot, nodes[f"person {at}"]), NOW)
        for skill in snapshot.nodes("Skill"):
            ways = [(1, -held[other].level, other) for other in near.links(skill) if other in held]
            ways += [
                (up + down, -holding.level, other)
                for other, holding in held.items()
                for node, (down, _) in near.above(other).items()
                for met, (up, _) in near.above(skill).items()
                if node == met and up + down <= MAX_DISTANCE
            ]
            found = NearestHeld(near, held).to(skill)
            assert (None if found is None else (found.distance, found.skill)) == (
                None if not ways else (min(ways)[0], min(ways)[2])
            )
            assert found is None or len(found.chain) == found.distance
