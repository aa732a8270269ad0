"""Review: declared rules hold a model's words back, a reviewer decides, and the decision counts from then on."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from api.principal import Principal
from api.reviewing.facts import FACTS
from api.reviewing.rules import load_rules, read_rules
from api.reviewing.states import ReviewDecision
from api.use_cases.replay import replay
from api.use_cases.review_answer import answers_to_review, review_answer
from api.use_cases.skill_gap import SkillGapQuestion, skill_gap
from api.use_cases.verify_answer import verify_answer
from graph.answer_chain import audit_chain
from graph.answer_entries import EntryKind
from graph.scope import CallerRole
from ontology.errors import AccessDenied, BadInput, NotRecorded, SettingInvalid, StoreUnavailable, UnknownNode
from tests.api.company import ACME, RIVAL
from tests.api.conftest import ADMIN, ANN, AUDITOR, BOB, COACH, PLANNER, Ask, World, caller
from tests.api.narration.test_explanations import GAP, Serve, serve
from tests.api.questions import EDGES_BY_ID
from tests.api.test_recorded_answers import change, edge_of

__all__ = ["serve"]  # the fixture

REVIEWER = replace(caller(CallerRole.REVIEWER), subject="the reviewer")
STATE = """query S($input: SkillGapInput!) { skillGap(input: $input) { __typename
  ... on SkillGapAnswer { answerId review { state needsReview reasons { rule kind } }
    explanation(mode: MODEL) { fallback claims { origin fallbackCodes } callCodes } } } }"""
DECIDE = """mutation D($id: ID!, $decision: ReviewDecision!, $reason: String!) {
  reviewAnswer(id: $id, decision: $decision, reason: $reason) { __typename ... on Problem { code }
    ... on ReviewedAnswer { id state rules } } }"""
WAITING = """{ answersToReview { __typename ... on Problem { code }
  ... on WaitingAnswers { answers { id question rules } } } }"""


@pytest.fixture
def unsure(world: World) -> World:
    """What leading needs is stated by a source that is not sure of it."""
    change(world, edge_of(world, "REQUIRES_SKILL", "r-lead", "s-lead"), confidence=0.4)
    return world


def waiting(world: World, role: str = "r-lead") -> str:
    found = skill_gap(world.inquiry(COACH), SkillGapQuestion(role, "E1"))
    assert found.answer_id is not None
    return found.answer_id


class TestRules:
    def test_the_rules_of_this_installation_are_read_and_versioned(self) -> None:
        assert load_rules().version == "review/1"
        assert {fact for rule in load_rules().rules for fact in rule.when} <= set(FACTS)

    @pytest.mark.parametrize(
        ("question", "facts", "expected"),
        [
            ("skill_gap", {"weakest_edge": 0.49}, ["weak-evidence"]),
            ("skill_gap", {"weakest_edge": 0.5, "confidence": 0.1}, []),
            ("skill_gap", {"weakest_edge": None, "withheld": 1}, ["incomplete"]),
            ("career_path", {"confidence": 0.019}, ["unsure-path"]),
            ("mentor_match", {"confidence": 0.19}, ["weak-mentor"]),
            ("career_path", {"steps_down": 1, "about_another": 1}, ["step-down-of-another"]),
            ("career_path", {"steps_down": 1, "about_another": 0}, []),
            ("cohort_match", {"parts": 20}, []),
            ("cohort_match", {"parts": 21, "weakest_edge": 0.1}, ["weak-evidence", "large-round"]),
        ],
    )
    def test_a_rule_holds_when_all_its_conditions_do(
        self, question: str, facts: dict[Any, float | None], expected: list[str]
    ) -> None:
        assert [one.rule for one in load_rules().reasons(question, facts)] == expected

    @pytest.mark.parametrize(
        "text",
        [
            "version: x\nrules: [{id: a, kind: low_confidence, reason: r, when: {mood: {below: 1}}}]",
            "version: x\nrules: [{id: a, kind: whatever, reason: r, when: {parts: {below: 1}}}]",
            "version: x\nrules: [{id: a, kind: low_confidence, reason: r, when: {}}]",
            "version: x\nrules: {",
            "rules: []",
        ],
    )
    def test_a_rule_that_cannot_be_meant_is_refused(self, text: str) -> None:
        with pytest.raises(SettingInvalid):
            read_rules(text)


class TestHeldBack:
    def test_an_answer_that_waits_is_worded_by_templates_until_it_is_approved(
        self, unsure: World, serve: Serve
    ) -> None:
        service = serve()
        before = service.ask(COACH, STATE, {**GAP, "person": "E1"})["skillGap"]
        assert before["review"] == {
            "state": "PENDING",
            "needsReview": True,
            "reasons": [{"rule": "weak-evidence", "kind": "low_confidence"}],
        }
        assert before["explanation"]["callCodes"] == ["needs_review"]
        assert {claim["origin"] for claim in before["explanation"]["claims"]} == {"TEMPLATE"}
        assert service.server.requests == []
        review_answer(unsure.inquiry(REVIEWER), before["answerId"], ReviewDecision.APPROVE, "Checked with the team.")
        after = service.ask(COACH, STATE, {**GAP, "person": "E1"})["skillGap"]
        assert (after["review"]["state"], after["review"]["needsReview"]) == ("APPROVED", False)
        assert {claim["origin"] for claim in after["explanation"]["claims"]} == {"LLM"}
        review_answer(unsure.inquiry(REVIEWER), after["answerId"], ReviewDecision.REJECT, "On second thoughts.")
        again = service.ask(COACH, STATE, {**GAP, "person": "E1"})["skillGap"]
        assert again["review"]["state"] == "REJECTED"
        assert again["explanation"]["callCodes"] == ["review_rejected"]

    def test_an_answer_without_a_reason_waits_for_nobody(self, world: World, serve: Serve) -> None:
        answer = serve().ask(COACH, STATE, {**GAP, "person": "E1"})["skillGap"]
        assert answer["review"] == {"state": "NOT_NEEDED", "needsReview": False, "reasons": []}

    def test_a_decision_counts_for_the_same_person_and_result_only(self, unsure: World) -> None:
        review_answer(unsure.inquiry(REVIEWER), waiting(unsure), ReviewDecision.APPROVE, "Fine.")
        mine = skill_gap(unsure.inquiry(ANN), SkillGapQuestion("r-lead"))
        other = skill_gap(unsure.inquiry(COACH), SkillGapQuestion("r-lead", "E7"))
        assert (mine.review.state, other.review.state) == ("approved", "pending")
        change(unsure, edge_of(unsure, "REQUIRES_SKILL", "r-lead", "s-python"), min_level=4.0)
        unsure.company.store.versions[ACME] += 1
        unsure.snapshots.renew(ACME)
        assert skill_gap(unsure.inquiry(ANN), SkillGapQuestion("r-lead")).review.state == "pending"


class TestWhoDecides:
    def test_the_decision_is_a_link_of_the_chain_with_its_reason(self, unsure: World) -> None:
        answer_id = waiting(unsure)
        review_answer(unsure.inquiry(REVIEWER), answer_id, ReviewDecision.REJECT, "  The source is a rumour. ")
        entry = unsure.log.entries[ACME][-1].entry
        assert (entry.kind, entry.answer_id, entry.operation) == (EntryKind.REVIEW, answer_id, "reject")
        assert '"reason":"The source is a rumour."' in entry.payload
        assert audit_chain(unsure.log, ACME, unsure.log.seal).findings == ()

    @pytest.mark.parametrize("who", [ANN, BOB, COACH, PLANNER, AUDITOR, ADMIN])
    def test_only_reviewers_decide_and_see_what_waits(self, unsure: World, ask: Ask, who: Any) -> None:
        answer_id = waiting(unsure)
        count = len(unsure.log.entries[ACME])
        given = {"id": answer_id, "decision": "APPROVE", "reason": "because"}
        assert ask(who, DECIDE, given)["data"]["reviewAnswer"]["code"] == "FORBIDDEN"
        assert ask(who, WAITING)["data"]["answersToReview"]["code"] == "FORBIDDEN"
        assert len(unsure.log.entries[ACME]) == count

    def test_a_reviewer_sees_what_a_waiting_answer_cites_and_no_other_edge_about_people(
        self, unsure: World, ask: Ask
    ) -> None:
        found = verify_answer(unsure.inquiry(REVIEWER), waiting(unsure))
        cited = [edge_id for edge_id, edge in found.found.record.edges.items() if edge.start[0] == "Person"]
        assert cited
        assert found.holds
        assert all(one.text for one in found.claims)
        asked_for = [*cited, edge_of(unsure, "HAS_SKILL", "E5", "s-sql")]
        shown = ask(REVIEWER, EDGES_BY_ID, {"ids": asked_for})["data"]["edges"]
        assert [one.get("code") for one in shown] == ["NOT_IN_GRAPH"] * len(asked_for)

    def test_what_somebody_decides_about_the_same_answer_of_another_does_not_count_for_theirs(
        self, unsure: World
    ) -> None:
        both = replace(COACH, subject="both", roles=frozenset({CallerRole.COACH, CallerRole.REVIEWER}))

        def state(who: Principal) -> str:
            return str(skill_gap(unsure.inquiry(who), SkillGapQuestion("r-lead", "E1")).review.state)

        review_answer(unsure.inquiry(both), waiting(unsure), ReviewDecision.APPROVE, "I need it.")
        assert (state(both), state(COACH)) == ("pending", "approved")
        review_answer(unsure.inquiry(REVIEWER), waiting(unsure), ReviewDecision.APPROVE, "Checked.")
        review_answer(unsure.inquiry(both), waiting(unsure), ReviewDecision.REJECT, "Or not.")
        assert (state(both), state(COACH)) == ("approved", "rejected")

    def test_nobody_reviews_their_own(self, unsure: World) -> None:
        asker = replace(COACH, roles=frozenset({CallerRole.COACH, CallerRole.REVIEWER}))
        subject = caller(CallerRole.EMPLOYEE, CallerRole.REVIEWER, person="E1")
        answer_id = waiting(unsure)
        for who in (asker, replace(subject, subject="another login")):
            with pytest.raises(AccessDenied, match="about them"):
                review_answer(unsure.inquiry(who), answer_id, ReviewDecision.APPROVE, "because")

    def test_a_reviewer_sees_what_waits_under_pseudonyms_and_nothing_else(self, unsure: World, ask: Ask) -> None:
        answer_id, calm = waiting(unsure), waiting(unsure, "r-engineer")
        told = replay(unsure.inquiry(REVIEWER), answer_id)
        assert "Ann Arbor" not in repr([one.text for one in told.sentences])
        for who in (REVIEWER, caller(CallerRole.REVIEWER, tenant=RIVAL)):
            with pytest.raises(UnknownNode):
                replay(unsure.inquiry(who), calm if who is REVIEWER else answer_id)
        with pytest.raises(UnknownNode):
            review_answer(unsure.inquiry(REVIEWER), calm, ReviewDecision.APPROVE, "because")
        again = waiting(unsure)
        listed = ask(REVIEWER, WAITING)["data"]["answersToReview"]["answers"]
        assert listed == [{"id": again, "question": "skill_gap", "rules": ["weak-evidence"]}]
        review_answer(unsure.inquiry(REVIEWER), answer_id, ReviewDecision.APPROVE, "because")
        assert answers_to_review(unsure.inquiry(REVIEWER)).answers == ()

    @pytest.mark.parametrize("reason", ["", "   ", "x" * 1001])
    def test_a_decision_needs_a_reason(self, unsure: World, reason: str) -> None:
        with pytest.raises(BadInput):
            review_answer(unsure.inquiry(REVIEWER), waiting(unsure), ReviewDecision.APPROVE, reason)

    def test_a_decision_that_cannot_be_recorded_is_none(self, unsure: World) -> None:
        answer_id = waiting(unsure)
        unsure.log.failure = StoreUnavailable("down")
        with pytest.raises(NotRecorded):
            review_answer(unsure.inquiry(REVIEWER), answer_id, ReviewDecision.APPROVE, "because")
        unsure.log.failure = None
        assert skill_gap(unsure.inquiry(ANN), SkillGapQuestion("r-lead")).review.state == "pending"

    def test_over_graphql(self, unsure: World, ask: Ask) -> None:
        given = {"id": waiting(unsure), "decision": "APPROVE", "reason": "Checked."}
        assert ask(REVIEWER, DECIDE, given)["data"]["reviewAnswer"] == {
            "__typename": "ReviewedAnswer",
            "id": given["id"],
            "state": "APPROVED",
            "rules": ["weak-evidence"],
        }
