"""One person of two identifiers over the API: one answer, whichever is named, and the way back when they are parted."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from api.past import as_of
from api.principal import Principal
from api.use_cases.cohort_match import CohortQuestion, Mentee, cohort_match
from api.use_cases.mentor_match import MentorMatchQuestion, mentor_match
from api.use_cases.replay import Outcome, replay
from api.use_cases.skill_gap import SkillGapQuestion, skill_gap
from api.use_cases.stale_answers import stale_answers
from api.use_cases.verify_answer import Standing, verify_answer
from graph.keys import NodeKey
from graph.scope import CallerRole, Purpose
from graph.store import Change
from ontology.errors import BadInput, UnknownNode
from ontology.model import REFERENCE_TENANT
from tests.api.company import ACME, ALL, pseudonym
from tests.api.conftest import ANN, AUDITOR, BOB, COACH, Ask, World, caller
from tests.api.fakes import NOW
from tests.api.questions import EDGE_BY_ID, GAP, MENTORS, SEARCH
from tests.api.test_recorded_answers import change

LMS, OLD = "L1", "old-4"
ANN_BY_LMS = caller(CallerRole.EMPLOYEE, person=LMS)
SINCE = date(2023, 1, 1)


class Second:
    """Ann has a number in the learning system, where her Python is on record, and Dan a former one, where he offers.

    Abe reports to Ann's second number, so Ann's line is told by it.
    """

    def __init__(self, world: World) -> None:
        self.world, company = world, world.company
        self.skill = {one: NodeKey("Skill", ACME, one) for one in ("s-python", "s-lead")}
        self.ann, self.dan = (NodeKey("Person", ACME, one) for one in ("E1", "E4"))
        self.lms = company.person(ACME, LMS, "A. Arbor", ALL)
        self.old = company.person(ACME, OLD, "Daniel Dogwood", ALL)
        self.python = company.edge(ACME, "HAS_SKILL", self.lms, self.skill["s-python"], level=4.0)
        self.lead = company.edge(ACME, "HAS_SKILL", self.old, self.skill["s-lead"], level=5.0)
        company.edge(ACME, "OFFERS_MENTORING", self.old, self.skill["s-lead"], capacity=1)
        reports = company.edge(ACME, "REPORTS_TO", self.lms, NodeKey("Person", ACME, "E2"), "2024-01-01",
                               valid_from=date(2024, 1, 1))  # fmt: skip
        self.reports = reports
        self.links: dict[str, str] = {}

    def join(self) -> None:
        company = self.world.company
        self.links = {
            "ann": company.edge(ACME, "SAME_PERSON_AS", self.lms, self.ann),
            "dan": company.edge(ACME, "SAME_PERSON_AS", self.old, self.dan),
        }
        self.world.company.store.versions[ACME] += 1
        self.world.snapshots.renew(ACME)

    def part(self, who: str = "ann") -> None:
        store, link = self.world.company.store, self.links[who]
        edge = store.edge_records[link]
        change(self.world, link, retracted_at=NOW)
        store.versions[ACME] += 1
        store.log.append(
            Change(ACME, store.versions[ACME], "consent", (edge.start, edge.end), (("SAME_PERSON_AS", link),))
        )


@pytest.fixture
def second(world: World) -> Second:
    return Second(world)


def gap(ask: Ask, who: Principal, **given: object) -> dict[str, Any]:
    found: dict[str, Any] = ask(who, GAP, {"input": {"targetRole": "r-lead", **given}})["data"]["skillGap"]
    return found


def told(answer: dict[str, Any]) -> str:
    return " ".join(one["text"] for part in (answer, *answer["items"]) for one in part["sentences"])


def test_one_answer_whichever_identifier_is_named(second: Second, ask: Ask) -> None:
    apart = gap(ask, ANN)
    assert {one["skill"]["name"]: one["status"] for one in apart["items"]}["Python"] == "MISSING"
    second.join()
    mine = gap(ask, ANN)
    assert {one["skill"]["name"]: one["status"] for one in mine["items"]}["Python"] == "MET"
    assert mine["complete"] is True
    assert "Ann Arbor has Python at level 4" in told(mine)
    assert "A. Arbor" not in told(mine)
    # The token may name the second number, and so may a question, by whoever may ask about Ann.
    assert gap(ask, ANN_BY_LMS) == mine
    assert gap(ask, ANN, person=LMS) == mine
    assert gap(ask, BOB, person=LMS) == gap(ask, BOB, person="E1")
    assert gap(ask, COACH, person=LMS)["items"] == gap(ask, COACH, person="E1")["items"]


def test_evidence_is_the_stated_edge_and_the_link_and_both_resolve(second: Second, ask: Ask) -> None:
    second.join()
    (python,) = (one for one in gap(ask, ANN)["items"] if one["skill"]["name"] == "Python")
    edges = {one["id"]: one for one in python["evidence"]}
    assert {second.python, second.links["ann"]} <= edges.keys()
    for sentence in python["sentences"]:
        assert second.links["ann"] in sentence["edgeIds"]
    stated = ask(ANN, EDGE_BY_ID, {"id": second.python})["data"]["edge"]
    assert stated["from"]["label"] == "Person"
    assert stated == {"__typename": "Edge", **edges[second.python]}
    link = ask(ANN, EDGE_BY_ID, {"id": second.links["ann"]})["data"]["edge"]
    assert (link["type"], link["from"]["name"], link["to"]["name"]) == ("SAME_PERSON_AS", "Ann Arbor (L1)", "Ann Arbor")
    assert link["from"]["id"] != link["to"]["id"]
    assert stated["from"]["id"] == link["from"]["id"]  # the ends as they were stated, not the person's
    audited = ask(AUDITOR, EDGE_BY_ID, {"id": second.python})["data"]["edge"]
    assert audited["from"]["name"] == pseudonym(LMS)


def test_a_manager_of_one_number_is_the_persons_manager(second: Second, world: World, ask: Ask) -> None:
    first = NodeKey("Person", ACME, "E1")
    store = world.company.store
    for one in [e.edge_id for e in store.edge_records.values() if (e.rel_type, e.start) == ("REPORTS_TO", first)]:
        del store.edge_records[one]
    world.snapshots.renew(ACME)
    assert gap(ask, BOB, person="E1")["__typename"] == "Forbidden"
    second.join()
    assert gap(ask, BOB, person="E1")["__typename"] == "SkillGapAnswer"
    assert gap(ask, BOB, person=LMS)["__typename"] == "SkillGapAnswer"


def test_a_mentor_of_two_numbers_is_proposed_once_with_the_facts_of_both(second: Second, ask: Ask) -> None:
    question = {"input": {"targetRole": "r-lead"}}
    second.join()
    candidates = ask(ANN, MENTORS, question)["data"]["mentorMatch"]["candidates"]
    (dan,) = (one for one in candidates if one["mentor"]["name"] == "Dan Dogwood")
    assert "Daniel Dogwood" not in str([one["mentor"] for one in candidates])
    # Ann has Python herself, by her second number.
    assert {one["name"] for one in dan["skills"]} == {"Team leadership"}
    cited = {one["id"] for one in dan["evidence"]}
    assert {second.lead, second.links["dan"]} <= cited
    for one in cited:  # what somebody who sees Dan only as a mentor is shown can be opened
        assert ask(ANN, EDGE_BY_ID, {"id": one})["data"]["edge"]["__typename"] == "Edge"


def test_nobody_mentors_themselves_nor_is_matched_twice(second: Second, world: World) -> None:
    world.company.edge(ACME, "OFFERS_MENTORING", second.lms, second.skill["s-python"], capacity=1)
    second.join()
    found = mentor_match(world.inquiry(ANN), MentorMatchQuestion(skills=("s-python",))).answer
    assert {one.mentor.key.id for one in found.candidates} & {"E1", LMS} == set()
    mentees = tuple(Mentee(one, "r-lead") for one in ("E1", LMS))
    with pytest.raises(BadInput, match="twice"):
        cohort_match(world.inquiry(COACH), CohortQuestion(mentees))


def test_a_person_is_found_once(second: Second, ask: Ask) -> None:
    second.join()
    hits = ask(COACH, SEARCH, {"input": {"text": "Dogwood", "kinds": ["PERSON"]}})["data"]["search"]["hits"]
    assert [one["node"]["name"] for one in hits] == ["Dan Dogwood"]


def test_a_link_that_went_since_the_snapshot_takes_its_sentences_along(second: Second, ask: Ask) -> None:
    second.join()
    before = gap(ask, ANN)
    second.part()
    after = gap(ask, ANN)  # the snapshot still joins them
    assert after["complete"] is False
    assert "Python at level 4" in told(before)
    assert "Python at level 4" not in told(after)
    assert second.links["ann"] in {one for part in after["withheld"] for one in part["edgeIds"]}
    second.world.snapshots.renew(ACME)
    apart = gap(ask, ANN)
    assert (apart["complete"], "Python at level 4" in told(apart)) == (True, False)


def test_consent_withdrawn_counts_for_the_person(second: Second, world: World, ask: Ask) -> None:
    second.join()
    for one in ("E4", OLD):  # the store projects a withdrawal on all identifiers
        world.company.store.withdraw(ACME, one, Purpose.MENTOR_MATCH)
    found = mentor_match(world.inquiry(ANN), MentorMatchQuestion(None, "r-lead"))
    assert {one.mentor.key.id for one in found.answer.candidates} & {"E4", OLD} == set()


def test_parting_is_seen_by_verification_and_by_the_list_of_stale_answers(second: Second, world: World) -> None:
    second.join()
    answer_id = skill_gap(world.inquiry(ANN), SkillGapQuestion("r-lead")).answer_id
    assert answer_id is not None
    assert verify_answer(world.inquiry(ANN), answer_id).holds
    assert verify_answer(world.inquiry(ANN_BY_LMS), answer_id).holds
    recorded = replay(world.inquiry(ANN), answer_id)
    assert recorded.outcome is Outcome.SAME
    assert stale_answers(world.inquiry(AUDITOR)).answers == ()
    second.part()
    world.snapshots.renew(ACME)
    for who in (ANN, AUDITOR):
        found = verify_answer(world.inquiry(who), answer_id)
        resting = [one for one in found.claims if second.links["ann"] in one.claim.edges]
        assert resting
        assert {one.standing for one in resting} == {Standing.GONE}
        assert all(second.links["ann"] in one.missing for one in resting)
    (stale,) = stale_answers(world.inquiry(AUDITOR)).answers
    assert stale.answer_id == answer_id
    assert [(edge.rel_type, edge.gone) for edge in stale.edges] == [("SAME_PERSON_AS", True)]
    again = replay(world.inquiry(AUDITOR), answer_id)
    assert (again.outcome, again.recomputed_hash) == (Outcome.SAME, recorded.recomputed_hash)
    # Whoever was joined by mistake has no part in an answer about Ann.
    with pytest.raises(UnknownNode):
        verify_answer(world.inquiry(ANN_BY_LMS), answer_id)


def test_an_answer_given_before_joining_is_the_persons_too(second: Second, world: World) -> None:
    answer_id = skill_gap(world.inquiry(ANN_BY_LMS), SkillGapQuestion("r-lead")).answer_id
    assert answer_id is not None
    with pytest.raises(UnknownNode):
        verify_answer(world.inquiry(ANN), answer_id)
    second.join()
    found = {one.claim.kind: one for one in verify_answer(world.inquiry(ANN), answer_id).claims}
    assert found["meets_skill"].standing is Standing.HOLDS
    # Asked of the person that she is now, the whole comes out otherwise.
    summary = found["gap_summary"]
    assert (summary.standing, summary.found_again) == (Standing.CHANGED, False)
    reviewer = replace(ANN, roles=frozenset({CallerRole.EMPLOYEE, CallerRole.REVIEWER}))
    assert set(world.inquiry(reviewer).caller_keys) == {second.ann, second.lms}


def test_as_of_a_moment_at_which_they_were_joined(second: Second, world: World) -> None:
    store = world.company.store
    second.join()
    then = store.versions[ACME]
    store.moments = {ACME: [(NOW - timedelta(days=90), then)], REFERENCE_TENANT: [(NOW - timedelta(days=200), 2)]}
    world.snapshots.current(ACME)
    joined = skill_gap(world.inquiry(ANN), SkillGapQuestion("r-lead"))
    second.part()
    store.moments[ACME].append((NOW - timedelta(days=10), store.versions[ACME]))
    world.snapshots.renew(ACME)
    past = skill_gap(as_of(world.inquiry(ANN), NOW - timedelta(days=30)), SkillGapQuestion("r-lead"))
    assert past.withheld == ()
    assert [one.text for one in past.sentences.values()] == [one.text for one in joined.sentences.values()]
    today = skill_gap(world.inquiry(ANN), SkillGapQuestion("r-lead"))
    assert [one.text for one in today.sentences.values()] != [one.text for one in joined.sentences.values()]
