"""Moves between roles over GraphQL: who may ask, what comes back, and that every edge cited resolves."""

from __future__ import annotations

import pytest

from api.principal import Principal
from graph.scope import CallerRole
from tests.api.conftest import ADMIN, ANN, AUDITOR, BOB, COACH, PLANNER, Ask, caller

TRANSITION = """
query($from: ID!, $to: ID!) { transition(from: $from, to: $to) {
  __typename
  ... on RoleTransition {
    score direction origin { roleId } destination { roleId }
    components { name meaning value share contribution grounds { standpoint about edgeIds } }
  }
  ... on Problem { code message remedy }
} }
"""
ADJACENT = """
query($role: ID!, $by: RoleOrder, $first: Int!) { adjacentRoles(role: $role, by: $by, first: $first) {
  __typename
  ... on AdjacentRoles { roles { score direction role { roleId } } }
  ... on Problem { code message remedy }
} }
"""
EDGES = "query($ids: [ID!]!) { edges(ids: $ids) { __typename ... on Edge { id } } }"
SERVICE = caller(CallerRole.SERVICE)


@pytest.mark.parametrize("asker", [ANN, BOB, COACH, PLANNER, SERVICE])
def test_roles_are_public_to_whoever_plans_careers(ask: Ask, asker: Principal) -> None:
    answer = ask(asker, TRANSITION, {"from": "r-analyst", "to": "r-engineer"})["data"]["transition"]
    assert answer["__typename"] == "RoleTransition"
    assert (answer["origin"]["roleId"], answer["destination"]["roleId"]) == ("r-analyst", "r-engineer")
    assert sum(part["contribution"] for part in answer["components"]) == pytest.approx(answer["score"], abs=1e-6)
    assert 0 <= answer["score"] <= 1


@pytest.mark.parametrize("asker", [AUDITOR, ADMIN])
@pytest.mark.parametrize(
    ("field", "query", "variables"),
    [
        ("transition", TRANSITION, {"from": "r-analyst", "to": "r-engineer"}),
        ("adjacentRoles", ADJACENT, {"role": "r-analyst", "first": 5}),
    ],
)
def test_auditors_and_administrators_get_no_recommendations(
    ask: Ask, asker: Principal, field: str, query: str, variables: dict[str, object]
) -> None:
    answer = ask(asker, query, variables)["data"][field]
    assert (answer["__typename"], answer["code"]) == ("Forbidden", "FORBIDDEN")
    assert "roles" not in answer


def test_every_edge_cited_resolves(ask: Ask) -> None:
    answer = ask(ANN, TRANSITION, {"from": "r-analyst", "to": "r-engineer"})["data"]["transition"]
    ids = {one for part in answer["components"] for ground in part["grounds"] for one in ground["edgeIds"]}
    assert ids
    found = ask(ANN, EDGES, {"ids": sorted(ids)})["data"]["edges"]
    assert {edge["id"] for edge in found} == ids


@pytest.mark.parametrize("by", ["SIMILARITY", "FEASIBILITY"])
def test_neighbours_are_of_the_same_scheme_and_ranked(ask: Ask, by: str) -> None:
    roles = ask(ANN, ADJACENT, {"role": "r-analyst", "by": by, "first": 5})["data"]["adjacentRoles"]["roles"]
    assert {one["role"]["roleId"] for one in roles} == {"r-engineer", "r-lead"}
    assert [one["score"] for one in roles] == sorted((one["score"] for one in roles), reverse=True)
    assert all(one["direction"] in ("UP", "LATERAL", "DOWN") for one in roles)


@pytest.mark.parametrize(
    ("variables", "code"),
    [({"role": "r-nobody", "first": 5}, "NOT_IN_GRAPH"), ({"role": "r-analyst", "first": 0}, "BAD_USER_INPUT")],
)
def test_what_cannot_be_answered_says_why(ask: Ask, variables: dict[str, object], code: str) -> None:
    answer = ask(ANN, ADJACENT, variables)["data"]["adjacentRoles"]
    assert (answer["code"], bool(answer["remedy"])) == (code, True)
