"""Who is told under which identifiers a person is known, and that it is what the store says this moment."""

from __future__ import annotations

from typing import Any

import pytest

from api.principal import Principal
from graph.scope import CallerRole, Purpose
from tests.api.company import ACME, pseudonym
from tests.api.conftest import ANN, AUDITOR, BOB, COACH, PLANNER, Ask, World, caller
from tests.api.test_identities import LMS, Second
from tests.api.test_recorded_answers import change

QUESTION = """query($person: ID) { personIdentifiers(person: $person) {
  __typename
  ... on Problem { code message remedy }
  ... on PersonIdentifiers {
    leading identifiers
    links { edgeId identifier sameAs system method confidence observedAt sourceId sourceCount }
  }
} }"""
STRANGER = caller(CallerRole.EMPLOYEE, person="E4")
SERVICE = caller(CallerRole.SERVICE, purposes=tuple(Purpose))


@pytest.fixture
def second(world: World) -> Second:
    return Second(world)


def join(second: Second) -> None:
    """Link the two numbers, with what a store adds to the edge."""
    second.join()
    change(second.world, second.links["ann"], method="hr_decision", source_count=1, identifier_system="learnhub")


def ids(ask: Ask, who: Principal, person: str | None = None) -> dict[str, Any]:
    found: dict[str, Any] = ask(who, QUESTION, {"person": person})["data"]["personIdentifiers"]
    return found


def test_a_person_is_told_all_identifiers_whichever_is_named(second: Second, ask: Ask) -> None:
    assert ids(ask, ANN) == {"__typename": "PersonIdentifiers", "leading": "E1", "identifiers": ["E1"], "links": []}
    join(second)
    told = ids(ask, ANN)
    assert (told["leading"], told["identifiers"]) == ("E1", ["E1", LMS])
    (link,) = told["links"]
    assert (link["identifier"], link["sameAs"], link["edgeId"]) == (LMS, "E1", second.links["ann"])
    stored = second.world.company.store.edge_records[second.links["ann"]].properties
    assert (link["method"], link["system"], link["sourceCount"]) == ("hr_decision", "learnhub", 1)
    assert (link["sourceId"], link["confidence"]) == (stored["source_id"], stored["confidence"])
    for who in (ANN, caller(CallerRole.EMPLOYEE, person=LMS), BOB, COACH):
        assert ids(ask, who, LMS) == ids(ask, who, "E1") == told
    assert ids(ask, caller(CallerRole.EMPLOYEE, person=LMS)) == told
    assert ids(ask, COACH, f"~{pseudonym('E1')}") == told


@pytest.mark.parametrize(
    "who", [STRANGER, PLANNER, AUDITOR, SERVICE], ids=["a colleague", "planner", "auditor", "service"]
)
def test_who_does_not_see_the_name_learns_no_identifier(second: Second, ask: Ask, who: Principal) -> None:
    join(second)
    for named in ("E1", LMS, "nobody-at-all"):
        told = ids(ask, who, named)
        assert (told["__typename"], told["code"]) == ("Forbidden", "FORBIDDEN")
        assert LMS not in str(told)


def test_parted_a_moment_ago_is_told_as_parted(second: Second, ask: Ask) -> None:
    """The snapshot still joins the two; the store does not."""
    join(second)
    second.part()
    assert ids(ask, COACH, "E1")["identifiers"] == ["E1"]
    assert ids(ask, COACH, LMS) == {
        "__typename": "PersonIdentifiers", "leading": LMS, "identifiers": [LMS], "links": []
    }  # fmt: skip


def test_without_consent_nothing_is_told(second: Second, world: World, ask: Ask) -> None:
    join(second)
    for person in ("E1", LMS):
        world.company.store.withdraw(ACME, person, *Purpose)
    assert ids(ask, ANN)["__typename"] == "ConsentMissing"
    assert ids(ask, COACH, LMS)["__typename"] == "NotInGraph"
