"""Recorded answers: what is written down, whether it is still true, and that it computes to the same bytes again."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import orjson
import pytest

from api.principal import Principal
from api.recording.questions import QUESTIONS, Asked, read, written
from api.recording.records import read_record
from api.use_cases.career_path import career_path
from api.use_cases.learning_plan import LearningPlanQuestion, plan
from api.use_cases.mentor_match import MentorMatchQuestion, mentor_match
from api.use_cases.path_questions import CareerPathQuestion
from api.use_cases.replay import Outcome, replay
from api.use_cases.skill_gap import SkillGapQuestion, skill_gap
from api.use_cases.transitions import judged
from api.use_cases.verify_answer import Standing, VerifiedClaim, verify_answer
from graph.answer_chain import audit_chain
from graph.answer_entries import Seal
from graph.keys import NodeKey
from graph.scope import CallerRole, Purpose
from ontology.errors import BadInput, NotRecorded, RecordUnreadable, StoreUnavailable, UnknownNode
from reasoning.answers import MentorMatchRequest
from tests.api.company import ACME, PEOPLE, RIVAL, pseudonym
from tests.api.conftest import ADMIN, ANN, AUDITOR, BOB, COACH, PLANNER, Ask, World, caller
from tests.api.questions import GAP, MENTORS, PATH

QUESTIONS_ASKED: dict[str, Callable[[World, Principal], str | None]] = {
    "career_path": lambda world, who: career_path(world.inquiry(who), CareerPathQuestion("r-lead")).answer_id,
    "skill_gap": lambda world, who: skill_gap(world.inquiry(who), SkillGapQuestion("r-lead")).answer_id,
    "mentor_match": lambda world, who: mentor_match(world.inquiry(who), MentorMatchQuestion(None, "r-lead")).answer_id,
    "transition": lambda world, who: judged(world.inquiry(who), "r-analyst", "r-engineer").answered.answer_id,
}
VERIFY = """query V($id: ID!) { verifyAnswer(id: $id) { __typename ... on Problem { code }
  ... on AnswerVerification { holds answer { question sequence } claims { claimId kind standing text textNow
    changes { about name before now } } } } }"""
REPLAY = """query R($id: ID!) { replay(id: $id) { __typename ... on Problem { code }
  ... on AnswerReplay { outcome recomputedHash answer { resultHash } sentences { text same } } } }"""


def asked(world: World, question: str, who: Principal = ANN) -> str:
    answer_id = QUESTIONS_ASKED[question](world, who)
    assert answer_id is not None
    return answer_id


def edge_of(world: World, rel_type: str, start: str, end: str) -> str:
    """Id of the one edge of Acme between the two."""
    (found,) = (
        one.edge_id
        for one in world.company.store.edge_records.values()
        if (one.rel_type, one.start.id, one.end.id, one.start.tenant_id) == (rel_type, start, end, ACME)
    )
    return found


def change(world: World, edge_id: str, **properties: Any) -> None:
    store = world.company.store
    edge = store.edge_records[edge_id]
    store.edge_records[edge_id] = replace(edge, properties={**edge.properties, **properties})


def of_kind(world: World, answer_id: str, kind: str, who: Principal = ANN) -> list[VerifiedClaim]:
    return [one for one in verify_answer(world.inquiry(who), answer_id).claims if one.claim.kind == kind]


class TestRecord:
    @pytest.mark.parametrize("question", QUESTIONS_ASKED)
    def test_a_record_holds_no_name_and_no_number_of_a_person(self, world: World, question: str) -> None:
        asked(world, question)
        (sealed,) = world.log.entries[ACME]
        text = orjson.dumps(sealed).decode()
        for person, name in PEOPLE.items():
            assert name not in text
            assert f'"{person}"' not in text
            assert f":{person}" not in text
        assert ANN.subject not in text

    def test_what_is_recorded_of_a_gap(self, world: World) -> None:
        found = skill_gap(world.inquiry(ANN), SkillGapQuestion("r-engineer"))
        (sealed,) = world.log.entries[ACME]
        record = read_record(sealed.entry.payload)
        assert (sealed.entry.answer_id, sealed.entry.operation) == (found.answer_id, "skill_gap")
        assert (sealed.entry.tenant_version, sealed.entry.reference_version) == (7, 2)
        assert record.purpose == "skill_gap"
        assert record.roles == ("employee",)
        assert record.request is not None
        assert record.request["target_role"] == {"node": ["Role", ACME, "r-engineer"]}
        assert record.request["person"]["node"][0] == "Person"
        assert {claim.id for claim in record.claims} == set(found.sentences)
        assert set(record.edges) == set(found.evidence)
        held = record.edges[edge_of(world, "HAS_SKILL", "E1", "s-sql")]
        assert (held.start, held.end) == (("Person", pseudonym("E1")), ("Skill", "SQL"))
        assert held.properties["level"] == 4.0
        assert held.assertions == (f"assertion-of-{edge_of(world, 'HAS_SKILL', 'E1', 's-sql')}",)
        said = next(claim.text for claim in record.claims if claim.kind == "lacks_skill")
        assert pseudonym("E1") in said
        assert "Ann Arbor" in found.sentences[next(c.id for c in record.claims if c.kind == "lacks_skill")].text

    def test_answers_of_a_tenant_make_one_chain(self, world: World) -> None:
        for question in QUESTIONS_ASKED:
            asked(world, question)
        report = audit_chain(world.log, ACME, world.log.seal)
        assert (report.entries, report.findings) == (4, ())
        assert RIVAL not in world.log.entries

    def test_closed_mode_gives_no_answer_that_is_not_recorded(self, world: World, ask: Ask) -> None:
        world.log.failure = StoreUnavailable("down")
        with pytest.raises(NotRecorded):
            asked(world, "skill_gap")
        answer = ask(ANN, GAP, {"input": {"targetRole": "r-lead"}})["data"]["skillGap"]
        assert (answer["__typename"], answer["code"]) == ("Unavailable", "ANSWER_NOT_RECORDED")
        assert "items" not in answer

    def test_where_nothing_is_recorded_answers_have_no_id(self, world: World) -> None:
        inquiry = world.inquiry(ANN)
        inquiry.deps = replace(inquiry.deps, answers=None)
        assert skill_gap(inquiry, SkillGapQuestion("r-lead")).answer_id is None
        with pytest.raises(BadInput, match="not recorded"):
            verify_answer(inquiry, "answer-1")


class TestRequests:
    @pytest.mark.parametrize("people", [(), (0,), tuple(range(5)), tuple(range(0, 600, 7))])
    def test_a_request_comes_back_as_it_was(self, world: World, people: tuple[int, ...]) -> None:
        company = world.company
        for number in range(600):
            company.person(ACME, f"X{number:03d}", f"Extra {number}", [])
        snapshot = company.store.snapshot(ACME)
        first = snapshot.nodes("Person").start
        now = datetime(2026, 6, 1, 12, 0, 0, 123456, tzinfo=UTC)
        role, skill = snapshot.resolve("Role", "r-lead"), snapshot.resolve("Skill", "s-sql")
        excluded = tuple(first + 1 + one for one in people)
        request = MentorMatchRequest(first, role, (skill,), 5, excluded, now)
        stored = written(Asked("mentor_match", request, None), snapshot, Seal(b"k"))
        assert stored is not None
        assert len(orjson.dumps(stored)) < 900
        assert read(QUESTIONS["mentor_match"], stored, snapshot, Seal(b"k")) == request

    def test_a_question_without_a_row_is_recorded_without_its_terms(self, world: World) -> None:
        snapshot = world.company.store.snapshot(ACME)
        assert written(Asked("what_if", object(), None), snapshot, Seal(b"k")) is None


class TestVerify:
    @pytest.mark.parametrize("question", QUESTIONS_ASKED)
    def test_an_answer_just_given_holds_in_every_claim(self, world: World, question: str) -> None:
        found = verify_answer(world.inquiry(ANN), asked(world, question))
        assert found.claims
        assert found.holds
        assert all(one.changes == () and one.missing == () for one in found.claims)
        assert all(one.text for one in found.claims)

    def test_a_changed_value_is_told_with_old_and_new(self, world: World) -> None:
        answer_id = asked(world, "skill_gap")
        change(world, edge_of(world, "REQUIRES_SKILL", "r-lead", "s-lead"), min_level=4.0)
        found = verify_answer(world.inquiry(ANN), answer_id)
        (lacks,) = (one for one in found.claims if one.claim.kind == "lacks_skill" and "leadership" in str(one.text))
        assert not found.holds
        assert lacks.standing is Standing.CHANGED
        told = {(one.name, one.before, one.now) for one in lacks.changes}
        assert ("required", 3.0, 4.0) in told
        assert ("min_level", 3.0, 4.0) in told
        assert lacks.text is not None
        assert lacks.now == lacks.text.replace("3", "4")
        assert "Ann Arbor" in lacks.now

    def test_a_value_that_the_claim_does_not_state_leaves_it_true_and_is_told(self, world: World) -> None:
        answer_id = asked(world, "skill_gap")
        change(world, edge_of(world, "REQUIRES_SKILL", "r-lead", "s-lead"), confidence=0.5)
        told = [one for one in of_kind(world, answer_id, "lacks_skill") if one.changes]
        assert [one.standing for one in told] == [Standing.HOLDS]
        assert [(each.name, each.before, each.now) for each in told[0].changes] == [("confidence", 0.9, 0.5)]

    def test_a_retracted_edge_takes_its_claims_with_it(self, world: World) -> None:
        answer_id = asked(world, "career_path")
        edge_id = edge_of(world, "TRANSITIONS_TO", "r-engineer", "r-lead")
        change(world, edge_id, retracted_at=world.now)
        found = verify_answer(world.inquiry(ANN), answer_id)
        for one in found.claims:
            cites = edge_id in one.claim.edges
            assert (one.standing is Standing.GONE) == cites
            assert one.missing == ((edge_id,) if cites else ())
        assert any(one.standing is Standing.GONE for one in found.claims)
        assert any(one.standing is Standing.HOLDS for one in found.claims)

    def test_what_was_not_found_then_and_is_there_now(self, world: World) -> None:
        answer_id = asked(world, "skill_gap")
        store = world.company.store
        ann, lead = NodeKey("Person", ACME, "E1"), NodeKey("Skill", ACME, "s-lead")
        world.company.edge(ACME, "HAS_SKILL", ann, lead, level=5.0, last_used=None)
        store.versions[ACME] += 1
        world.snapshots.renew(ACME)
        lacks = {one.claim.slots["skill"]: one for one in of_kind(world, answer_id, "lacks_skill")}
        assert lacks["Team leadership"].standing is Standing.CHANGED
        assert lacks["Team leadership"].found_again is False
        assert lacks["Python"].standing is Standing.HOLDS
        assert lacks["Python"].found_again is True
        (summary,) = of_kind(world, answer_id, "gap_summary")
        assert (summary.standing, summary.found_again) == (Standing.CHANGED, False)

    def test_a_mentor_who_withdrew_is_no_longer_mine_to_see(self, world: World) -> None:
        answer_id = asked(world, "mentor_match")
        world.company.store.withdraw(ACME, "E4", Purpose.MENTOR_MATCH)
        found = verify_answer(world.inquiry(ANN), answer_id)
        offers = edge_of(world, "OFFERS_MENTORING", "E4", "s-python")
        concerned = [one for one in found.claims if offers in one.claim.edges]
        assert concerned
        assert {one.standing for one in concerned} == {Standing.HIDDEN}
        assert {one.text for one in concerned} == {None}
        assert "Dan Dogwood" not in repr([(one.text, one.now, one.changes) for one in found.claims])
        # The auditor sees that the edge is there, under a pseudonym.
        audited = verify_answer(world.inquiry(AUDITOR), answer_id)
        assert audited.holds
        assert "Dan Dogwood" not in repr([one.text for one in audited.claims])
        assert pseudonym("E4") in repr([one.text for one in audited.claims])

    def test_somebody_erased_is_not_spoken_of_any_more(self, world: World) -> None:
        answer_id = asked(world, "mentor_match")
        store = world.company.store
        dan = NodeKey("Person", ACME, "E4")
        del store.nodes[dan]
        for edge_id in [one.edge_id for one in store.edge_records.values() if dan in (one.start, one.end)]:
            del store.edge_records[edge_id]
        found = verify_answer(world.inquiry(ANN), answer_id)
        gone = [one for one in found.claims if one.standing is Standing.GONE]
        assert gone
        assert {one.text for one in gone} == {None}
        assert pseudonym("E4") not in repr([(one.text, one.now, one.changes) for one in found.claims])

    def test_what_cannot_be_asked_again_is_left_open(self, world: World) -> None:
        soon = (world.now + timedelta(days=30)).date()
        planned = plan(world.inquiry(ANN), LearningPlanQuestion(target_role="r-lead", deadline=soon)).answer_id
        path = asked(world, "career_path")
        assert planned is not None
        world.now += timedelta(days=60)  # no plan begins after its deadline
        found = verify_answer(world.inquiry(ANN), planned)
        assert {one.found_again for one in found.claims} == {None}
        world.company.store.withdraw(ACME, "E1", Purpose.CAREER_PATH)  # nor is reasoning asked about who refuses
        world.snapshots.renew(ACME)
        assert {one.found_again for one in verify_answer(world.inquiry(AUDITOR), path).claims} == {None}

    def test_an_unknown_id_and_an_altered_record(self, world: World) -> None:
        for answer_id in ("", "nothing", "x" * 500):
            with pytest.raises(UnknownNode):
                verify_answer(world.inquiry(ANN), answer_id)


class TestWhoMay:
    BYSTANDERS = (
        caller(CallerRole.EMPLOYEE, person="E7"),
        caller(CallerRole.MANAGER, CallerRole.EMPLOYEE, person="E3"),
        COACH,
        PLANNER,
        ADMIN,
        caller(CallerRole.SERVICE, purposes=tuple(Purpose)),
        caller(CallerRole.EMPLOYEE, person="E1", tenant=RIVAL),
        caller(CallerRole.AUDITOR, tenant=RIVAL),
    )

    @pytest.mark.parametrize("question", ["skill_gap", "career_path", "mentor_match"])
    def test_asker_subject_and_auditor_and_nobody_else(self, world: World, question: str) -> None:
        coach = replace(COACH, subject="the coach who asked")
        inquiry = world.inquiry(coach)
        answers = {
            "skill_gap": lambda: skill_gap(inquiry, SkillGapQuestion("r-lead", "E1")).answer_id,
            "career_path": lambda: career_path(inquiry, CareerPathQuestion("r-lead", "E1")).answer_id,
            "mentor_match": lambda: mentor_match(inquiry, MentorMatchQuestion("E1", "r-lead")).answer_id,
        }
        answer_id = answers[question]()
        assert answer_id is not None
        for allowed in (coach, ANN, AUDITOR):
            found = verify_answer(world.inquiry(allowed), answer_id)
            # The coach was also shown somebody who offers nothing: a mentor that Ann herself may not see.
            hers = question == "mentor_match" and allowed is ANN
            expected = {Standing.HOLDS, Standing.HIDDEN} if hers else {Standing.HOLDS}
            assert {one.standing for one in found.claims} == expected
            assert replay(world.inquiry(allowed), answer_id).outcome is Outcome.SAME
        for refused in self.BYSTANDERS:
            with pytest.raises(UnknownNode):
                verify_answer(world.inquiry(refused), answer_id)
            with pytest.raises(UnknownNode):
                replay(world.inquiry(refused), answer_id)

    def test_a_report_who_moved_on_is_hidden_from_the_former_manager(self, world: World) -> None:
        answer_id = skill_gap(world.inquiry(BOB), SkillGapQuestion("r-lead", "E1")).answer_id
        assert answer_id is not None
        assert verify_answer(world.inquiry(BOB), answer_id).holds
        del world.company.store.edge_records[edge_of(world, "REPORTS_TO", "E1", "E2")]
        world.snapshots.renew(ACME)
        found = verify_answer(world.inquiry(BOB), answer_id)
        assert Standing.HIDDEN in {one.standing for one in found.claims}
        assert "Ann Arbor" not in repr([(one.text, one.now) for one in found.claims])

    def test_over_graphql(self, world: World, ask: Ask) -> None:
        given = ask(ANN, GAP.replace("complete", "answerId complete"), {"input": {"targetRole": "r-lead"}})
        answer_id = given["data"]["skillGap"]["answerId"]
        mine = ask(ANN, VERIFY, {"id": answer_id})["data"]["verifyAnswer"]
        assert (mine["__typename"], mine["holds"], mine["answer"]) == (
            "AnswerVerification",
            True,
            {"question": "skill_gap", "sequence": 1},
        )
        assert "Ann Arbor" in mine["claims"][0]["text"]
        audited = ask(AUDITOR, VERIFY, {"id": answer_id})["data"]["verifyAnswer"]
        assert "Ann Arbor" not in str(audited)
        assert ask(COACH, VERIFY, {"id": answer_id})["data"]["verifyAnswer"] == {
            "__typename": "NotInGraph",
            "code": "NOT_IN_GRAPH",
        }
        again = ask(ANN, REPLAY, {"id": answer_id})["data"]["replay"]
        assert again["outcome"] == "SAME"
        assert again["recomputedHash"] == again["answer"]["resultHash"]
        said = [one["text"] for one in again["sentences"]]
        parts = [given["data"]["skillGap"], *given["data"]["skillGap"]["items"]]
        assert sorted(said) == sorted(one["text"] for part in parts for one in part["sentences"])

    @pytest.mark.parametrize(("document", "name"), [(PATH, "careerPath"), (MENTORS, "mentorMatch")])
    def test_every_answer_says_its_id(self, world: World, ask: Ask, document: str, name: str) -> None:
        given = ask(ANN, document.replace("complete", "answerId complete"), {"input": {"targetRole": "r-lead"}})
        assert given["data"][name]["answerId"] == world.log.entries[ACME][-1].entry.answer_id


class TestReplay:
    @pytest.mark.parametrize("question", QUESTIONS_ASKED)
    def test_the_same_bytes_on_the_recorded_state(self, world: World, question: str) -> None:
        answer_id = asked(world, question)
        then = replay(world.inquiry(ANN), answer_id)
        assert then.outcome is Outcome.SAME
        change(world, edge_of(world, "REQUIRES_SKILL", "r-engineer", "s-sql"), min_level=5.0)
        del world.company.store.edge_records[edge_of(world, "TEACHES_SKILL", "c-python", "s-python")]
        world.company.store.versions[ACME] += 1
        world.snapshots.renew(ACME)
        world.now += timedelta(days=400)
        again = replay(world.inquiry(AUDITOR), answer_id) if question != "transition" else then
        assert again.outcome is Outcome.SAME
        assert again.recomputed_hash == then.recomputed_hash
        assert all(one.same is not False for one in again.sentences)

    def test_a_state_that_is_not_kept_says_so_and_the_record_still_speaks(self, world: World) -> None:
        answer_id = asked(world, "skill_gap")
        world.company.store.versions[ACME] += 1
        world.snapshots.renew(ACME, keep=False)
        found = replay(world.inquiry(ANN), answer_id)
        assert (found.outcome, found.recomputed_hash) == (Outcome.SNAPSHOT_NOT_KEPT, None)
        assert all(one.text and one.same is None for one in found.sentences)

    def test_a_state_that_was_tampered_with_differs(self, world: World) -> None:
        answer_id = asked(world, "skill_gap")
        change(world, edge_of(world, "REQUIRES_SKILL", "r-lead", "s-lead"), min_level=1.0)
        world.snapshots.renew(ACME, keep=False)  # same version, other content
        found = replay(world.inquiry(ANN), answer_id)
        assert found.outcome is Outcome.DIFFERS
        assert found.recomputed_hash != found.found.record.result_hash

    def test_mentors_who_withdrew_before_the_answer_stay_left_out(self, world: World) -> None:
        world.snapshots.current(ACME)
        world.company.store.withdraw(ACME, "E4", Purpose.MENTOR_MATCH)
        answer_id = asked(world, "mentor_match")
        world.company.store.versions[ACME] += 1
        world.snapshots.renew(ACME)
        assert replay(world.inquiry(AUDITOR), answer_id).outcome is Outcome.SAME

    def test_another_key_cannot_read_who_was_meant(self, world: World) -> None:
        answer_id = asked(world, "skill_gap")
        world.book.seal = Seal(b"another")
        for look in (replay, verify_answer):
            with pytest.raises(RecordUnreadable, match="OTHER_KEY"):
                look(world.inquiry(AUDITOR), answer_id)
