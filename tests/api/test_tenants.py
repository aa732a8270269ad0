"""Two tenants in one store, with the same ids: neither ever sees the other, by any way of asking."""

from __future__ import annotations

import pytest

from api.node_ids import global_id
from graph.scope import CallerRole, Purpose
from tests.api.company import ACME, RIVAL, pseudonym
from tests.api.conftest import Ask, World, caller
from tests.api.questions import EDGES_BY_ID, NODE, QUESTIONS, ROLES, SEARCH

ROLES_HELD = (CallerRole.EMPLOYEE, CallerRole.MANAGER, CallerRole.COACH, CallerRole.PLANNER, CallerRole.AUDITOR)
EVERYTHING = {
    tenant: caller(
        *ROLES_HELD, CallerRole.ADMIN, CallerRole.SERVICE, person="E1", tenant=tenant, purposes=tuple(Purpose)
    )
    for tenant in (ACME, RIVAL)
}
OTHER = {ACME: RIVAL, RIVAL: ACME}
SECRETS = {
    ACME: ["Ann Arbor", "Dan Dogwood", "HR of acme", pseudonym("E1", ACME), pseudonym("E4", ACME)],
    RIVAL: ["Ann Rival", "Rita Rival", "HR of rival", pseudonym("E1", RIVAL), pseudonym("E9", RIVAL)],
}


@pytest.mark.parametrize("tenant", [ACME, RIVAL])
def test_no_answer_holds_anything_of_the_other(ask: Ask, world: World, tenant: str) -> None:
    principal, other = EVERYTHING[tenant], OTHER[tenant]
    answers = [ask(principal, document, {"input": given}) for document, given in QUESTIONS.values()]
    answers += [ask(principal, ROLES, {"first": 100})]
    answers += [ask(principal, SEARCH, {"input": {"text": text}}) for text in ("Ann", "Rita Rival", "Dan Dogwood")]
    answers += [ask(principal, "{ sources { dataset attribution } about { tenant attributions } }")]
    text = str(answers)
    assert [secret for secret in SECRETS[other] if secret in text] == []
    assert f":{other}:" not in text


@pytest.mark.parametrize("tenant", [ACME, RIVAL])
def test_edges_of_the_other_do_not_resolve(ask: Ask, world: World, tenant: str) -> None:
    records = world.company.store.edge_records.values()
    foreign = [one.edge_id for one in records if one.properties["tenant_id"] == OTHER[tenant]]
    assert len(foreign) > 5
    for purpose in (None, *map(str, Purpose)):
        found = ask(EVERYTHING[tenant], EDGES_BY_ID, {"ids": foreign, "purpose": purpose})["data"]["edges"]
        assert {edge["code"] for edge in found} == {"NOT_IN_GRAPH"}


def test_global_ids_of_the_other_name_nothing(ask: Ask) -> None:
    principal = EVERYTHING[ACME]
    for label, node_id in (("Person", "E9"), ("Person", "E1"), ("Role", "r-lead"), ("Skill", "s-sql")):
        assert ask(principal, NODE, {"id": global_id(label, RIVAL, node_id)})["data"]["node"] is None
    for question, (document, given) in QUESTIONS.items():
        role = {**given, "targetRole": global_id("Role", RIVAL, "r-lead")}
        assert ask(principal, document, {"input": role})["data"][question]["code"] == "NOT_IN_GRAPH"
        person = {**given, "person": global_id("Person", RIVAL, "E9")}
        assert ask(principal, document, {"input": person})["data"][question]["code"] == "NOT_IN_GRAPH"


def test_the_same_id_means_each_tenant_s_own(ask: Ask) -> None:
    document, given = QUESTIONS["skillGap"]
    for tenant, name in ((ACME, "Ann Arbor"), (RIVAL, "Ann Rival")):
        assert ask(EVERYTHING[tenant], document, {"input": given})["data"]["skillGap"]["subject"]["name"] == name


def test_shared_classifications_are_seen_by_both(ask: Ask) -> None:
    shared = global_id("Role", "_ref", "http://data/occupation/1")
    for principal in EVERYTHING.values():
        assert ask(principal, NODE, {"id": shared})["data"]["node"]["name"] == "data scientist"
