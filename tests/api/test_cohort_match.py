"""cohortMatch over GraphQL: who may ask, who takes part, names and pseudonyms, consent that is withdrawn meanwhile."""

from __future__ import annotations

from typing import Any

import pytest

from api.use_cases.cohort_match import CohortQuestion, Mentee, MentorPlaces, cohort_match
from graph.scope import CallerRole, Purpose
from ontology.errors import AccessDenied, BadInput
from tests.api.company import ACME, pseudonym
from tests.api.conftest import ANN, AUDITOR, BOB, COACH, PLANNER, Ask, World, caller
from tests.api.questions import ANSWER, EDGE, PROBLEM

TALLY = "{ matched total lowest blocking }"
NAMED = "{ id name pseudonymous }"
QUERY = f"""query Cohort($input: CohortMatchInput!) {{ cohortMatch(input: $input) {{ __typename {PROBLEM}
  ... on CohortMatchAnswer {{ {ANSWER} objective possiblePairs places unseen lostPairs {{ mentee mentor }}
    pairs {{ mentee {NAMED} mentor {NAMED} score commonHours counterReasons components {{ name contribution }}
      sentences {{ text edgeIds }} evidence {{ {EDGE} }} }}
    menteesLeft {{ person {NAMED} reason qualified notExcluded withTime best {NAMED} cost {TALLY} }}
    mentorsLeft {{ person {NAMED} reason }} objectives {{ objective chosen gives {TALLY} }}
    witnesses {{ bar matched swaps {{ mentee {NAMED} change }} cost {TALLY} }}
    changes {{ mentee {NAMED} before {NAMED} after {NAMED} fate reason gain }} }} }} }}"""


def round_of(*people: str, **given: Any) -> dict[str, Any]:
    """Everybody wants to become a data engineer."""
    return {"input": {"mentees": [{"person": one, "targetRole": "r-engineer"} for one in people], **given}}


def found(answer: dict[str, Any]) -> dict[str, Any]:
    assert "errors" not in answer, answer
    result: dict[str, Any] = answer["data"]["cohortMatch"]
    return result


def test_a_coach_matches_a_round_by_name(ask: Ask) -> None:
    answer = found(ask(COACH, QUERY, round_of("E1", "E7", "E5", "E99")))
    assert answer["__typename"] == "CohortMatchAnswer"
    assert answer["complete"]
    # Dan has two places; Eve has not agreed and E99 does not exist: both look the same
    assert [(one["mentee"]["name"], one["mentor"]["name"]) for one in answer["pairs"]] == [
        ("Ann Arbor", "Dan Dogwood"),
        ("Abe Alder", "Dan Dogwood"),
    ]
    assert answer["unseen"] == ["E5", "E99"]
    assert (answer["possiblePairs"], answer["places"]) == (2, 2)
    pair = answer["pairs"][0]
    assert pair["commonHours"] == 40.0
    assert sum(part["contribution"] for part in pair["components"]) == pytest.approx(pair["score"])
    assert pair["sentences"][0]["text"].startswith("Dan Dogwood has Python at level 5")
    assert {edge["id"] for edge in pair["evidence"]} >= set(pair["sentences"][0]["edgeIds"])
    assert [one["objective"] for one in answer["objectives"]] == ["SCORE", "PARTICIPATION", "MAX_MIN", "STABLE"]
    assert [one["chosen"] for one in answer["objectives"]] == [True, False, False, False]


def test_every_sentence_of_a_round_is_its_own(ask: Ask) -> None:
    answer = found(ask(COACH, QUERY, round_of("E1", "E7")))
    texts = [sentence["text"] for pair in answer["pairs"] for sentence in pair["sentences"]]
    assert len(texts) == 4
    assert answer["withheld"] == []


def test_places_taken_exclusions_and_why_not(ask: Ask) -> None:
    given = {
        "mentors": [{"person": "E4", "places": 1}, {"person": "E6"}],
        "forbidden": [{"mentee": "E1", "mentor": "E6"}, {"mentee": "E7", "mentor": "E6"}],
        "whyNot": [
            {"mentee": "E1", "mentor": "E6"},
            {"mentee": "E1", "mentor": "E4"},
            {"mentee": "E7", "mentor": "E4"},
        ],
    }
    answer = found(ask(COACH, QUERY, round_of("E1", "E7", **given)))
    assert len(answer["pairs"]) == 1
    left = answer["menteesLeft"][0]
    assert (left["reason"], left["qualified"], left["notExcluded"], left["best"]["name"]) == (
        "PLACES_TAKEN",
        2,
        1,
        "Dan Dogwood",
    )
    # both fit alike; with the other in, the one who has the place now would block
    assert left["cost"] == {"matched": 0, "total": 0.0, "lowest": 0.0, "blocking": -1}
    assert [(one["person"]["name"], one["reason"]) for one in answer["mentorsLeft"]] == [("Fay Fir", "ALL_EXCLUDED")]
    barred, *others = answer["witnesses"]
    assert barred["bar"] == "EXCLUDED"
    assert sorted(one["matched"] for one in others) == [False, True]


def test_an_earlier_round_whose_mentor_withdrew(world: World, ask: Ask) -> None:
    earlier = {"previous": [{"mentee": "E1", "mentor": "E4"}, {"mentee": "E7", "mentor": "E6"}]}
    answer = found(ask(COACH, QUERY, round_of("E1", "E7", mentors=[{"person": "E4"}, {"person": "E6"}], **earlier)))
    assert [(one["mentee"]["name"], one["fate"]) for one in answer["changes"]] == [
        ("Ann Arbor", "KEPT"),
        ("Abe Alder", "CHANGED"),
    ]
    world.company.store.withdraw(ACME, "E4", Purpose.MENTOR_MATCH)
    # the snapshot is from before; the store knows
    answer = found(ask(COACH, QUERY, round_of("E1", mentors=[{"person": "E4"}, {"person": "E6"}], **earlier)))
    assert answer["unseen"] == ["E4"]
    assert answer["lostPairs"] == [{"mentee": "E1", "mentor": "E4"}]
    assert [one["mentor"]["name"] for one in answer["pairs"]] == ["Fay Fir"]
    assert "Dan" not in str(answer)


@pytest.mark.parametrize("mentors", [[{"person": "E4"}], []])
def test_when_all_mentors_withdrew_nobody_takes_their_place(
    world: World, ask: Ask, mentors: list[dict[str, str]]
) -> None:
    world.snapshots.current(ACME)
    world.company.store.withdraw(ACME, "E4", Purpose.MENTOR_MATCH)
    answer = found(ask(COACH, QUERY, round_of("E1", mentors=mentors)))
    assert (answer["pairs"], answer["mentorsLeft"], answer["places"]) == ([], [], 0)
    assert [(one["reason"], one["best"]) for one in answer["menteesLeft"]] == [("NOBODY_QUALIFIES", None)]
    assert answer["withheld"] == []


def test_planners_see_and_use_pseudonyms(ask: Ask) -> None:
    refused = found(ask(PLANNER, QUERY, round_of("E1")))
    assert (refused["__typename"], "pseudonym" in refused["message"]) == ("BadInput", True)
    answer = found(ask(PLANNER, QUERY, round_of(f"~{pseudonym('E1')}", f"~{pseudonym('E9')}")))
    (pair,) = answer["pairs"]
    assert pair["mentee"]["name"] == pseudonym("E1")
    assert pair["mentee"]["pseudonymous"]
    assert answer["unseen"] == [f"~{pseudonym('E9')}"]
    assert not any(name in str(answer) for name in ("Arbor", "Dogwood", "'E1'", "'E4'", "feed:E"))


@pytest.mark.parametrize("who", [ANN, BOB, AUDITOR, caller(CallerRole.ADMIN), caller(CallerRole.SERVICE)])
def test_others_may_not(ask: Ask, who: Any) -> None:
    for person in ("E1", "E99"):
        assert found(ask(who, QUERY, round_of(person)))["__typename"] == "Forbidden"


def test_a_service_with_the_purpose_may(ask: Ask) -> None:
    service = caller(CallerRole.SERVICE, purposes=(Purpose.MENTOR_MATCH,))
    answer = found(ask(service, QUERY, round_of("E1")))
    assert answer["pairs"][0]["mentee"]["name"] == pseudonym("E1")


def test_nobody_of_another_tenant(ask: Ask) -> None:
    answer = found(ask(COACH, QUERY, round_of("E9")))
    assert (answer["unseen"], answer["pairs"], answer["possiblePairs"]) == (["E9"], [], 0)


def test_limits(world: World) -> None:
    inquiry = world.inquiry(COACH)
    one = Mentee("E1", "r-engineer")
    for question, said in (
        (CohortQuestion(()), "empty"),
        (CohortQuestion((Mentee("E1", "r-engineer", hours=("MON 09:00-10:00",) * 51),)), "weekly times"),
        (CohortQuestion((one,), (MentorPlaces("E4", 101),)), "places"),
        (CohortQuestion((one,), least_common_hours=200), "common hours"),
        (CohortQuestion((one,), why_not=(("E1", "E4"),) * 21), "pairs"),
        (CohortQuestion((one, one)), "twice"),
    ):
        with pytest.raises(BadInput, match=said):
            cohort_match(inquiry, question)
    with pytest.raises(AccessDenied):
        cohort_match(world.inquiry(ANN), CohortQuestion((one,)))


def test_one_read_for_all_consents(world: World) -> None:
    world.company.store.calls.clear()
    cohort_match(world.inquiry(COACH), CohortQuestion((Mentee("E1", "r-engineer"), Mentee("E7", "r-engineer"))))
    assert world.company.store.calls.count("person_consents") == 2  # those named; those who offer
