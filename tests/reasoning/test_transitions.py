"""The transition model: what it adds up, what it never does, and what it says of a world known by hand."""

from __future__ import annotations

import math
import random
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.keys import NodeKey
from graph.snapshot import Snapshot
from ontology.errors import SchemaInvalid
from ontology.model import REFERENCE_TENANT
from reasoning.derived import derived
from reasoning.transitions import Order, Standpoint, adjacent, landscape, scores, transition
from reasoning.transitions.levels import direction, prepared
from reasoning.transitions.ranking import scorer
from reasoning.transitions.remembering import signature
from reasoning.transitions.sparse import Table, coverage, likeness, product
from reasoning.transitions.topics import topics
from reasoning.transitions.weights import COMPONENTS, Weights, shipped
from reasoning.transitions.words import stems
from tests.reasoning.building import TENANT, Company
from tests.reasoning.occupations import ESCO, occupations

ROLES = (
    "15-1",
    "15-2",
    "29-1",
    "31-1",
    *(ESCO + name for name in ("dev", "web", "nurse", "aide")),
    "engineer",
    "carer",
)


@pytest.fixture(scope="module")
def world() -> Snapshot:
    return occupations().snapshot()


def score(snapshot: Snapshot, origin: str, destination: str) -> float:
    pair = (snapshot.resolve("Role", origin), snapshot.resolve("Role", destination))
    return scores(snapshot, [pair])[0].score


@pytest.mark.parametrize("order", list(Order))
def test_shipped_weights_add_up_and_name_every_component(order: Order) -> None:
    weights = shipped(order)
    assert set(weights.of) == set(COMPONENTS)
    assert math.isclose(sum(weights.of.values()), 1)
    assert min(weights.of.values()) >= 0


def test_weights_that_do_not_fit_are_refused() -> None:
    with pytest.raises(SchemaInvalid):
        Weights({"subject": 1.0})
    with pytest.raises(SchemaInvalid):
        Weights(dict.fromkeys(COMPONENTS, 1.0))


@pytest.mark.parametrize("origin", ROLES)
@pytest.mark.parametrize("destination", ROLES)
def test_contributions_add_up_to_the_score(world: Snapshot, origin: str, destination: str) -> None:
    told = transition(world, world.resolve("Role", origin), world.resolve("Role", destination))
    assert math.isclose(sum(part.contribution for part in told.parts), told.score, abs_tol=1e-6)
    assert math.isclose(sum(part.share for part in told.parts), 1, abs_tol=1e-6)
    assert 0 <= told.score <= 1
    assert all(0 <= part.value <= 1 + 1e-6 for part in told.parts)
    assert math.isclose(told.score, score(world, origin, destination), abs_tol=2e-6)


@pytest.mark.parametrize("order", list(Order))
@pytest.mark.parametrize(
    ("role", "nearest"),
    [("15-1", "15-2"), ("29-1", "31-1"), (ESCO + "dev", ESCO + "web"), (ESCO + "aide", ESCO + "nurse")],
)
def test_the_nearest_role_is_the_one_that_anybody_would_name(
    world: Snapshot, order: Order, role: str, nearest: str
) -> None:
    found = adjacent(world, world.resolve("Role", role), order, 10)
    assert world.ids[found[0].role] == nearest
    assert len(found) == 3  # only the same scheme, and not the role itself
    assert [one.score for one in found] == sorted((one.score for one in found), reverse=True)


def test_schemes_can_be_chosen(world: Snapshot) -> None:
    found = adjacent(world, world.resolve("Role", "engineer"), Order.FEASIBILITY, 10, ["onet"])
    assert {world.ids[one.role] for one in found} == {"15-1", "15-2", "29-1", "31-1"}
    assert world.ids[found[0].role] in {"15-1", "15-2"}


@pytest.mark.parametrize("order", list(Order))
def test_ranked_lists_are_the_sorted_scores(world: Snapshot, order: Order) -> None:
    """Each list against every score sorted in the plain way, for all roles as ends and for one scheme's."""
    land, judge = derived(world, landscape), scorer(world, order)
    for role in world.nodes("Role"):
        own = land.schemes == land.schemes[role - land.base]
        for wanted, schemes in ((own, None), (own | ~own, {scheme for _, scheme in land.scheme_names})):
            ends = [int(end) for end in np.flatnonzero(wanted) if int(end) != role - land.base]
            scored = [(-round(float(judge.row(role - land.base, np.array([end]))[0]), 6), end) for end in ends]
            for first in (0, 3, len(ends) + 1):
                found = adjacent(world, role, order, first, schemes)
                assert [(-one.score, one.role - land.base) for one in found] == sorted(scored)[:first]


def test_roles_of_different_schemes_are_compared_over_matches_and_words(world: Snapshot) -> None:
    assert score(world, "15-1", ESCO + "web") > score(world, "15-1", ESCO + "nurse")
    assert score(world, ESCO + "nurse", "31-1") > score(world, ESCO + "dev", "31-1")
    assert score(world, "carer", "31-1") > score(world, "carer", "15-1")
    assert score(world, "engineer", ESCO + "web") > score(world, "engineer", ESCO + "aide")


def test_moving_up_is_not_moving_down(world: Snapshot) -> None:
    up, down = (
        (world.resolve("Role", "31-1"), world.resolve("Role", "29-1")),
        (
            world.resolve("Role", "29-1"),
            world.resolve("Role", "31-1"),
        ),
    )
    there, back = scores(world, [up, down])
    assert (there.direction, back.direction) == ("up", "down")
    values = [{part.name: part.value for part in transition(world, *pair).parts}["preparation"] for pair in (up, down)]
    assert values[0] < values[1] < 1


@pytest.mark.parametrize(
    ("origin", "destination", "expected"), [(2.0, 3.0, "up"), (2.0, 2.4, "lateral"), (3.0, 2.0, "down")]
)
def test_direction_by_level(origin: float, destination: float, expected: str) -> None:
    assert direction(origin, destination) == expected


def test_preparation_upward_costs_and_downward_costs_a_quarter() -> None:
    values = prepared(2.0, np.array([2.0, 3.0, 1.0, 4.0], dtype=np.float32))
    assert values.tolist() == pytest.approx([1.0, 1 / 2, 1 / 1.25, 1 / 3])


def test_every_edge_cited_is_in_the_graph(world: Snapshot) -> None:
    known = occupations().links.keys()
    told = transition(world, world.resolve("Role", "engineer"), world.resolve("Role", "15-2"))
    cited = {edge.edge_id for edge in told.edges}
    assert cited
    assert cited <= known
    assert any(ground.standpoint is Standpoint.MATCH for part in told.parts for ground in part.grounds)


def test_shared_and_missing_skills_are_told_apart(world: Snapshot) -> None:
    told = transition(world, world.resolve("Role", ESCO + "dev"), world.resolve("Role", ESCO + "web"))
    grounds = {part.name: part.grounds for part in told.parts}["essential_skills"]
    shared = {ground.about for ground in grounds if ground.standpoint is Standpoint.SHARED}
    missing = {ground.about for ground in grounds if ground.standpoint is Standpoint.MISSING}
    assert (shared, missing) == ({"code", "test"}, {"pages"})


def test_the_share_of_essential_skills_is_weighed_by_rarity(world: Snapshot) -> None:
    told = transition(world, world.resolve("Role", ESCO + "dev"), world.resolve("Role", ESCO + "web"))
    value = {part.name: part.value for part in told.parts}["essential_skills"]
    # Of ESCO's 4 occupations 2 ask for "code" and 1 for "pages"; what the company asks for does not count.
    code, pages = math.log(5 / 2.5), math.log(5 / 1.5)
    assert value == pytest.approx(math.sqrt(code / (code + pages)), abs=1e-5)


def test_own_words_count_where_both_roles_have_any(world: Snapshot) -> None:
    def part(origin: str, destination: str) -> dict[str, float]:
        told = transition(world, world.resolve("Role", origin), world.resolve("Role", destination))
        return {one.name: one.value for one in told.parts}

    assert part("engineer", ESCO + "dev")["own_words"] > part("engineer", ESCO + "nurse")["own_words"]
    assert part("15-1", ESCO + "dev")["own_words"] > part("29-1", ESCO + "dev")["own_words"]
    assert "own_words" not in part("bare", ESCO + "dev")  # "Zzz" is no word of the classifications


def test_skills_akin_count_without_being_the_same() -> None:
    company = Company()
    known = [("weld steel", "a"), ("weld copper", "b"), ("file papers", "c")]
    for skill, role in known:
        named = company.role(role, REFERENCE_TENANT, "esco", name=f"{skill}er", description=f"They {skill} and steel.")
        company.requires(named, company.skill(skill, REFERENCE_TENANT, scheme="esco"), essential=True)
    snapshot = company.snapshot()
    values = derived(snapshot, landscape).skills["skill_kinship"]
    assert np.diagonal(values).tolist() == pytest.approx([1, 1, 1])
    assert values[0, 1] > values[2, 1]
    assert derived(snapshot, landscape).skills["all_skills"][0, 1] == 0


def test_topics_by_iteration_are_those_of_all_eigenvectors(monkeypatch: pytest.MonkeyPatch) -> None:
    rng = random.Random(5)
    fields = [[f"f{field}w{word}" for word in range(12)] for field in range(4)]
    texts = [dict.fromkeys(rng.sample(fields[at % 4], 8), 1.0) for at in range(60)]
    exact = topics(texts, 4).likeness()
    monkeypatch.setattr("reasoning.transitions.topics.SMALL", 10)
    np.testing.assert_allclose(topics(texts, 4).likeness(), exact, atol=1e-3)


def test_the_order_of_records_changes_nothing(world: Snapshot) -> None:
    company = occupations()
    shuffled = Company()
    items = list(company.nodes.items())
    random.Random(3).shuffle(items)
    shuffled.nodes = dict(items)
    links = list(company.links.items())
    random.Random(4).shuffle(links)
    shuffled.links = dict(links)
    other = shuffled.snapshot()
    for origin in ROLES:
        assert [score(world, origin, end) for end in ROLES] == [score(other, origin, end) for end in ROLES]


def test_a_company_alone_is_enough() -> None:
    company = Company()
    one, two, three = (company.role(name, name=name) for name in ("alpha", "beta", "gamma"))
    skill, other = company.skill("welding"), company.skill("filing")
    company.requires(one, skill)
    company.requires(two, skill)
    company.requires(three, other)
    snapshot = company.snapshot()
    found = adjacent(snapshot, snapshot.resolve("Role", "alpha"), Order.FEASIBILITY, 5)
    assert [snapshot.ids[near.role] for near in found] == ["beta", "gamma"]
    assert found[0].score == 1
    assert transition(snapshot, snapshot.resolve("Role", "alpha"), snapshot.resolve("Role", "beta")).score == 1


def test_no_roles_no_lists() -> None:
    assert len(derived(Company().snapshot(), landscape)) == 0


def test_a_company_moves_no_score_between_classified_roles(world: Snapshot) -> None:
    company = occupations()
    for name in ("r1", "r2"):
        role = company.role(name, name="Software developer of nurses")
        company.matches(role, NodeKey("Role", REFERENCE_TENANT, ESCO + "nurse"), "exact")
        company.requires(role, NodeKey("Skill", REFERENCE_TENANT, "code"))
    other = company.snapshot()
    classified = [role for role in ROLES if role not in ("engineer", "carer")]
    for origin in classified:
        assert [score(world, origin, end) for end in classified] == [score(other, origin, end) for end in classified]


# -- one skill more never lowers a score ----------------------------------------------------------------------

SKILLS = ("code", "test", "design", "cloud", "pages", "care", "medicine", "record", "lift", "sing")


@settings(max_examples=40, deadline=None)
@given(
    origin=st.sampled_from(
        [ESCO + "dev", ESCO + "web", ESCO + "nurse", ESCO + "aide", "engineer", "carer", "bare", "15-1"]
    ),
    skill=st.sampled_from(SKILLS),
    essential=st.booleans(),
)
def test_one_skill_more_never_lowers_a_score(origin: str, skill: str, essential: bool) -> None:
    before, after = occupations(), occupations()
    added = after.skill(skill, REFERENCE_TENANT, scheme="esco")
    tenant = TENANT if origin in ("engineer", "carer", "bare") else REFERENCE_TENANT
    key = NodeKey("Role", tenant, origin)
    held = any(
        edge.start == key and edge.end == added and edge.properties["essential"] for edge in after.links.values()
    )
    after.requires(key, added, essential=essential or held)
    old, new = before.snapshot(), after.snapshot()
    for destination in (*ROLES, "bare"):
        if destination != origin:
            assert score(new, origin, destination) >= score(old, origin, destination) - 2e-6, destination


# -- the tables ----------------------------------------------------------------------------------------------

rows = st.lists(st.dictionaries(st.integers(0, 12), st.floats(0.1, 4), max_size=6), min_size=1, max_size=70)


@settings(max_examples=60, deadline=None)
@given(rows)
def test_products_equal_the_dense_ones(entries: list[dict[int, float]]) -> None:
    dense = np.zeros((len(entries), 13), dtype=np.float32)
    for at, entry in enumerate(entries):
        for column, value in entry.items():
            dense[at, column] = value
    table = Table.of(entries, 13)
    np.testing.assert_allclose(product(table, table), dense @ dense.T, rtol=1e-4, atol=1e-4)


@settings(max_examples=60, deadline=None)
@given(rows)
def test_shares_and_cosines_lie_between_zero_and_one(entries: list[dict[int, float]]) -> None:
    table = Table.of(entries, 13)
    held = table.with_values(np.ones_like(table.values))
    for found in (likeness(table), coverage(held, table)):
        assert found.min() >= -1e-5
        assert found.max() <= 1 + 1e-4


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Registered Nurses", ["register", "nurs"]),
        ("Managers of the C++ teams", ["manag", "c++", "team"]),
        ("", []),
    ],
)
def test_stems(text: str, expected: list[str]) -> None:
    assert stems(text) == expected


def test_a_scorer_is_made_once_a_snapshot(world: Snapshot) -> None:
    assert scorer(world, Order.SIMILARITY) is scorer(world, Order.SIMILARITY)
    assert scorer(world, Order.SIMILARITY) is not scorer(replace(world), Order.SIMILARITY)


def test_people_change_nothing_and_roles_do() -> None:
    company = occupations()
    before = company.snapshot()
    company.person("P1")
    assert signature(company.snapshot()) == signature(before)
    assert derived(company.snapshot(), landscape) is derived(before, landscape)
    company.requires(NodeKey("Role", TENANT, "bare"), NodeKey("Skill", REFERENCE_TENANT, "care"))
    assert signature(company.snapshot()) != signature(before)


def test_a_promotion_by_one_grade_leads_up() -> None:
    company = Company()
    for name, grade in (("junior", 2), ("senior", 3)):
        company.requires(company.role(name, name=name, level=grade), company.skill("welding"))
    snapshot = company.snapshot()
    pair = snapshot.resolve("Role", "junior"), snapshot.resolve("Role", "senior")
    there, back = scores(snapshot, [pair, pair[::-1]])
    assert (there.direction, back.direction) == ("up", "down")
