"""Questions as of a past moment: the graph as it was, the rights and consents of today."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta, timezone

import pytest

from api.inquiry import Inquiry
from api.past import as_of
from api.principal import Principal
from api.use_cases.mentor_match import MentorMatchQuestion, mentor_match
from api.use_cases.replay import Outcome, replay
from api.use_cases.skill_gap import SkillGapQuestion, skill_gap
from api.use_cases.verify_answer import verify_answer
from graph.scope import Purpose
from ontology.errors import AccessDenied, BadInput, ConsentMissing, SnapshotNotKept
from ontology.model import REFERENCE_TENANT
from reasoning.evidence import Sentence
from tests.api.company import ACME
from tests.api.conftest import ANN, BOB, Ask, World
from tests.api.fakes import NOW
from tests.api.questions import GAP
from tests.api.test_recorded_answers import change, edge_of

THEN = NOW - timedelta(days=30)
AS_OF = GAP.replace("$input: SkillGapInput!", "$input: SkillGapInput!, $asOf: DateTime").replace(
    "(input: $input)", "(input: $input, asOf: $asOf)"
)


@pytest.fixture(autouse=True)
def changed(world: World) -> None:
    """The company changed ten days ago: leading asks for more, and the way to it is no longer observed."""
    store = world.company.store
    store.moments = {ACME: [(NOW - timedelta(days=90), 7)], REFERENCE_TENANT: [(NOW - timedelta(days=200), 2)]}
    world.snapshots.current(ACME)
    change(world, edge_of(world, "REQUIRES_SKILL", "r-lead", "s-lead"), min_level=5.0)
    change(world, edge_of(world, "REQUIRES_SKILL", "r-lead", "s-python"), retracted_at=NOW - timedelta(days=10))
    store.versions[ACME] = 8
    store.moments[ACME].append((NOW - timedelta(days=10), 8))
    world.snapshots.renew(ACME)


def past(world: World, who: Principal = ANN) -> Inquiry:
    return as_of(world.inquiry(who), THEN)


def said(sentences: Mapping[str, Sentence]) -> str:
    return " ".join(sentence.text for sentence in sentences.values())


def test_the_same_question_then_and_now(world: World) -> None:
    then = skill_gap(past(world), SkillGapQuestion("r-lead"))
    today = skill_gap(world.inquiry(ANN), SkillGapQuestion("r-lead"))
    assert {item.skill.caption: item.required_level for item in then.answer.items} == {
        "Python": 3.0,
        "Team leadership": 3.0,
    }
    assert "Team leadership; Data lead asks for it at level 3" in said(then.sentences)
    assert then.withheld == ()
    assert set(then.sentences) == {claim.id for claim in then.claims}
    assert today.answer.items[0].required_level == 5.0
    assert (then.state.version.tenant, today.state.version.tenant) == (7, 8)
    assert then.state.age_seconds == timedelta(days=30).total_seconds()


def test_it_is_recorded_as_given_today_on_the_state_of_then(world: World) -> None:
    found = skill_gap(past(world), SkillGapQuestion("r-lead"))
    entry = world.log.entries[ACME][-1].entry
    assert (entry.given_at, entry.tenant_version) == (NOW, 7)
    assert found.answer_id is not None
    assert replay(world.inquiry(ANN), found.answer_id).outcome is Outcome.SAME
    assert not verify_answer(world.inquiry(ANN), found.answer_id).holds


def test_consent_is_that_of_today(world: World) -> None:
    names = {
        one.mentor.key.id for one in mentor_match(past(world), MentorMatchQuestion(None, "r-lead")).answer.candidates
    }
    assert "E4" in names
    world.company.store.withdraw(ACME, "E4", Purpose.MENTOR_MATCH)
    names = {
        one.mentor.key.id for one in mentor_match(past(world), MentorMatchQuestion(None, "r-lead")).answer.candidates
    }
    assert "E4" not in names
    world.company.store.withdraw(ACME, "E1", Purpose.SKILL_GAP)
    with pytest.raises(ConsentMissing):
        skill_gap(past(world), SkillGapQuestion("r-lead"))


def test_the_reporting_line_is_that_of_today(world: World) -> None:
    assert skill_gap(past(world, BOB), SkillGapQuestion("r-lead", "E1")).answer.items
    del world.company.store.edge_records[edge_of(world, "REPORTS_TO", "E1", "E2")]
    world.snapshots.renew(ACME)
    with pytest.raises(AccessDenied):
        skill_gap(past(world, BOB), SkillGapQuestion("r-lead", "E1"))


@pytest.mark.parametrize("moment", [datetime(2026, 5, 1), NOW + timedelta(seconds=1)])  # noqa: DTZ001  # no zone
def test_a_moment_that_cannot_be_meant(world: World, moment: datetime) -> None:
    with pytest.raises(BadInput):
        as_of(world.inquiry(ANN), moment)


def test_a_state_that_is_not_kept_or_never_was(world: World, ask: Ask) -> None:
    for moment in (NOW - timedelta(days=365), datetime(1970, 1, 1, tzinfo=UTC)):
        with pytest.raises(SnapshotNotKept):
            as_of(world.inquiry(ANN), moment)
    world.company.store.calls.clear()
    with pytest.raises(SnapshotNotKept):
        as_of(world.inquiry(ANN), datetime.min.replace(tzinfo=timezone(timedelta(hours=14))))
    assert world.company.store.calls == []  # no driver can tell that moment in universal time
    world.snapshots.kept.clear()
    with pytest.raises(SnapshotNotKept):
        past(world)
    answer = ask(ANN, AS_OF, {"input": {"targetRole": "r-lead"}, "asOf": THEN.isoformat()})["data"]["skillGap"]
    assert (answer["__typename"], answer["code"]) == ("BadInput", "SNAPSHOT_NOT_KEPT")


def test_over_graphql(world: World, ask: Ask) -> None:
    given = {"input": {"targetRole": "r-lead"}, "asOf": THEN.isoformat()}
    answer = ask(ANN, AS_OF, given)["data"]["skillGap"]
    assert answer["snapshot"]["tenantVersion"] == 7
    assert len(answer["items"]) == 2
    evidence = [edge for item in answer["items"] for edge in item["evidence"]]
    assert all(edge["assertions"] or edge["type"] == "REQUIRES_SKILL" for edge in evidence)
    assert ask(ANN, AS_OF, {"input": {"targetRole": "r-lead"}})["data"]["skillGap"]["snapshot"]["tenantVersion"] == 8
