"""Pages with keyset cursors, nodes by global id, sources: complete, in a stable order, bounded."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from api.node_ids import WantedNode, decode, global_id, wanted
from graph.keys import NodeKey
from ontology.errors import BadInput
from tests.api.company import ACME
from tests.api.conftest import ANN, Ask, World
from tests.api.questions import EDGES_BY_ID, NODE, ROLES


def page(ask: Ask, first: int, after: str | None = None, scheme: str | None = None) -> dict[str, Any]:
    answer = ask(ANN, ROLES, {"first": first, "after": after, "scheme": scheme})
    found: dict[str, Any] = answer["data"]["roles"]
    return found


def all_roles(ask: Ask, first: int) -> list[str]:
    found, after = [], None
    while True:
        one = page(ask, first, after)
        found += [edge["node"]["roleId"] for edge in one["edges"]]
        if not one["pageInfo"]["hasNextPage"]:
            return found
        after = one["pageInfo"]["endCursor"]


@pytest.mark.parametrize("size", [1, 2, 3, 4, 100])
def test_pages_join_to_the_whole_each_once(ask: Ask, size: int) -> None:
    assert all_roles(ask, size) == ["http://data/occupation/1", "r-analyst", "r-engineer", "r-lead"]


def test_page_info(ask: Ask) -> None:
    first = page(ask, 2)
    assert first["pageInfo"] == {
        "hasNextPage": True,
        "hasPreviousPage": False,
        "startCursor": first["edges"][0]["cursor"],
        "endCursor": first["edges"][1]["cursor"],
    }
    last = page(ask, 2, first["pageInfo"]["endCursor"])
    assert (last["pageInfo"]["hasNextPage"], last["pageInfo"]["hasPreviousPage"]) == (False, True)
    empty = page(ask, 2, last["pageInfo"]["endCursor"])
    assert empty["edges"] == []
    assert empty["pageInfo"]["endCursor"] is None


def test_rows_written_meanwhile_neither_repeat_nor_hide_others(ask: Ask, world: World) -> None:
    first = page(ask, 2)
    world.company.node(ACME, "Role", "r-aaa", name="Before the cursor", scheme="company")
    del world.company.store.nodes[NodeKey("Role", ACME, "r-engineer")]
    world.snapshots.taken.clear()
    rest = page(ask, 5, first["pageInfo"]["endCursor"])
    assert [edge["node"]["roleId"] for edge in first["edges"]] == ["http://data/occupation/1", "r-analyst"]
    assert [edge["node"]["roleId"] for edge in rest["edges"]] == ["r-lead"]


def test_the_row_of_the_cursor_may_be_gone(ask: Ask, world: World) -> None:
    first = page(ask, 2)
    del world.company.store.nodes[NodeKey("Role", ACME, "r-analyst")]
    world.snapshots.taken.clear()
    rest = page(ask, 5, first["pageInfo"]["endCursor"])
    assert [edge["node"]["roleId"] for edge in rest["edges"]] == ["r-engineer", "r-lead"]


def test_filters(ask: Ask) -> None:
    assert [edge["node"]["roleId"] for edge in page(ask, 10, scheme="esco")["edges"]] == ["http://data/occupation/1"]
    assert page(ask, 10, scheme="onet")["edges"] == []


@pytest.mark.parametrize("first", [0, -1, 101, 2**31 - 1])
def test_pages_are_bounded(ask: Ask, first: int) -> None:
    answer = ask(ANN, "query($f: Int!) { roles(first: $f) { nodes { name } } }", {"f": first})
    assert answer["errors"][0]["extensions"]["code"] == "BAD_USER_INPUT"
    assert answer["data"] is None


@pytest.mark.parametrize("cursor", ["", "x", "====", global_id("Skill", "acme", "s-sql"), "é", "A" * 5000])
def test_cursors_of_elsewhere_are_refused_with_a_safe_message(ask: Ask, cursor: str) -> None:
    answer = ask(ANN, ROLES, {"first": 1, "after": cursor})
    assert answer["errors"][0]["message"] == "The cursor is not one of this connection."
    assert answer["errors"][0]["extensions"]["code"] == "BAD_USER_INPUT"


def test_skills_and_courses(ask: Ask) -> None:
    answer = ask(ANN, '{ skills(scheme: "company") { nodes { name kind } } courses { nodes { name hours cost } } }')
    assert [one["name"] for one in answer["data"]["skills"]["nodes"]] == [
        "Team leadership",
        "Python",
        "SQL",
        "Presenting",
    ]
    assert answer["data"]["courses"]["nodes"] == [{"name": "Python in a month", "hours": 40.0, "cost": 500.0}]


def test_nodes_by_global_id(ask: Ask) -> None:
    role = ask(ANN, NODE, {"id": global_id("Role", "acme", "r-lead")})["data"]["node"]
    assert role["name"] == "Data lead"
    assert role["altNames"] == ["Data lead (m/f/d)"]
    ids = [global_id("Skill", "acme", "s-sql"), "nonsense", global_id("Tenant", "acme", "acme"), ""]
    query = "query($ids: [ID!]!) { nodes(ids: $ids) { __typename id } }"
    assert ask(ANN, query, {"ids": ids})["data"]["nodes"] == [{"__typename": "Skill", "id": ids[0]}, None, None, None]


def test_lists_of_ids_are_bounded(ask: Ask) -> None:
    query = "query($ids: [ID!]!) { nodes(ids: $ids) { id } }"
    assert ask(ANN, query, {"ids": ["x"] * 101})["errors"][0]["extensions"]["code"] == "BAD_USER_INPUT"
    edges = ask(ANN, EDGES_BY_ID, {"ids": ["x"] * 201})["data"]["edges"]
    assert [one["code"] for one in edges] == ["BAD_USER_INPUT"]


def test_sources_carry_licence_and_attribution(ask: Ask) -> None:
    found = ask(ANN, "{ sources { system licence attribution synthetic } }")["data"]["sources"]
    assert found[0] == {
        "system": "esco",
        "licence": "free",
        "attribution": "This service uses the ESCO classification of the European Commission.",
        "synthetic": False,
    }
    assert ask(ANN, "{ about { attributions } }")["data"]["about"]["attributions"] == [found[0]["attribution"]]


@given(
    st.sampled_from(["Role", "Person"]), st.text(min_size=1).filter(lambda text: ":" not in text), st.text(min_size=1)
)
def test_global_ids_round_trip(label: str, tenant: str, node_id: str) -> None:
    assert decode(global_id(label, tenant, node_id)) == WantedNode(label, node_id, tenant)


@given(st.text(max_size=60))
def test_any_text_is_an_id_or_a_clear_refusal(text: str) -> None:
    named = decode(text)
    if not text.strip() or (named is not None and named.label != "Role"):
        with pytest.raises(BadInput):
            wanted("Role", text)
    else:
        assert wanted("Role", text) == (named or WantedNode("Role", text.strip()))
