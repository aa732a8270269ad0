"""Records altered behind our back: nothing is told from them, they are named, and the sound ones are told."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from api.reviewing.states import ReviewDecision
from api.use_cases.lineage import LineageQuestion, lineage
from api.use_cases.replay import replay
from api.use_cases.review_answer import answers_to_review, review_answer
from api.use_cases.skill_gap import SkillGapQuestion, skill_gap
from api.use_cases.stale_answers import stale_answers
from api.use_cases.verify_answer import verify_answer
from graph.answer_entries import EntryKind, Seal, SealedEntry
from ontology.errors import RecordUnreadable
from tests.api.company import ACME
from tests.api.conftest import ANN, AUDITOR, COACH, Ask, World
from tests.api.narration.test_reviewing import REVIEWER
from tests.api.test_recorded_answers import asked, change, edge_of
from tests.api.test_stale_answers import commit

Alter = Callable[[SealedEntry], SealedEntry]
ALTERED = "altered { id sequence fault }"


def entry(**values: Any) -> Alter:
    return lambda sealed: replace(sealed, entry=replace(sealed.entry, **values))


def in_payload(old: str, new: str) -> Alter:
    """Still a record that can be read, and not the one that was written."""
    return lambda sealed: entry(payload=sealed.entry.payload.replace(old, new))(sealed)


def other_key(sealed: SealedEntry) -> SealedEntry:
    return Seal(b"of somebody else").seal(ACME, sealed.entry, sealed.sequence, sealed.previous_hash)


ALTERATIONS: dict[str, tuple[Alter, str]] = {
    "another word": (in_payload("skill_gap", "skill_GAP"), "ENTRY_ALTERED"),
    "no JSON": (entry(payload="{"), "ENTRY_ALTERED"),
    "no ids": (entry(cited="???"), "ENTRY_ALTERED"),
    "ids of odd length": (entry(cited="AAAA"), "ENTRY_ALTERED"),
    "another version": (entry(tenant_version=0), "ENTRY_ALTERED"),
    "another key": (other_key, "OTHER_KEY"),
}


def alter(world: World, answer_id: str, change_it: Alter) -> None:
    held = world.log.entries[ACME]
    held[:] = [change_it(each) if each.entry.answer_id == answer_id else each for each in held]


@pytest.fixture(params=ALTERATIONS)
def alteration(request: pytest.FixtureRequest) -> tuple[Alter, str]:
    return ALTERATIONS[request.param]


def two_gaps(world: World) -> tuple[str, str]:
    """Answers of which the first will be altered; what both cite has changed since."""
    first, second = asked(world, "skill_gap"), asked(world, "skill_gap")
    needs = edge_of(world, "REQUIRES_SKILL", "r-lead", "s-lead")
    change(world, needs, min_level=4.0, payload_hash="other")
    commit(world, "batch", needs)
    return first, second


def test_stale_answers_tell_the_sound_and_name_the_altered(world: World, alteration: tuple[Alter, str]) -> None:
    bad, good = two_gaps(world)
    alter(world, bad, alteration[0])
    found = stale_answers(world.inquiry(AUDITOR))
    assert [one.answer_id for one in found.answers] == [good]
    assert [(one.answer_id, one.sequence, one.code) for one in found.altered] == [(bad, 1, alteration[1])]
    assert stale_answers(world.inquiry(AUDITOR)).altered == found.altered  # each time anew


def test_lineage_tells_the_sound_and_names_the_altered(world: World, alteration: tuple[Alter, str]) -> None:
    bad, good = two_gaps(world)
    alter(world, bad, alteration[0])
    source = next(iter(world.company.store.edge_records.values())).properties["source_id"]
    needs = edge_of(world, "REQUIRES_SKILL", "r-lead", "s-lead")
    for question in (LineageQuestion(source=str(source)), LineageQuestion(edge=needs)):
        found = lineage(world.inquiry(AUDITOR), question)
        assert [one.answer_id for one in found.uses] == [good], question
        assert [(one.answer_id, one.code) for one in found.altered] == [(bad, alteration[1])]
        assert not found.complete


def test_what_waits_for_review_is_told_beside_the_altered(world: World, alteration: tuple[Alter, str]) -> None:
    change(world, edge_of(world, "REQUIRES_SKILL", "r-lead", "s-lead"), confidence=0.4)
    bad = skill_gap(world.inquiry(COACH), SkillGapQuestion("r-lead", "E1")).answer_id
    good = skill_gap(world.inquiry(COACH), SkillGapQuestion("r-lead", "E1")).answer_id
    assert bad is not None
    alter(world, bad, alteration[0])
    found = answers_to_review(world.inquiry(REVIEWER))
    assert [one.answer_id for one in found.answers] == [good]
    assert [(one.answer_id, one.code) for one in found.altered] == [(bad, alteration[1])]


def test_an_altered_answer_is_neither_verified_nor_replayed(world: World, alteration: tuple[Alter, str]) -> None:
    answer_id = asked(world, "skill_gap")
    alter(world, answer_id, alteration[0])
    for look in (verify_answer, replay):
        with pytest.raises(RecordUnreadable, match=alteration[1]):
            look(world.inquiry(ANN), answer_id)


def test_an_altered_decision_decides_nothing(world: World) -> None:
    change(world, edge_of(world, "REQUIRES_SKILL", "r-lead", "s-lead"), confidence=0.4)
    answer_id = skill_gap(world.inquiry(COACH), SkillGapQuestion("r-lead", "E1")).answer_id
    assert answer_id is not None
    review_answer(world.inquiry(REVIEWER), answer_id, ReviewDecision.REJECT, "not sure")
    held = world.log.entries[ACME]
    held[:] = [entry(operation="approve")(one) if one.entry.kind is EntryKind.REVIEW else one for one in held]
    again = skill_gap(world.inquiry(COACH), SkillGapQuestion("r-lead", "E1"))
    assert again.review.state == "pending"


def test_over_graphql_the_altered_are_typed(world: World, ask: Ask) -> None:
    bad, good = two_gaps(world)
    alter(world, bad, ALTERATIONS["no JSON"][0])
    named = [{"id": bad, "sequence": 1, "fault": "ALTERED"}]
    stale = ask(AUDITOR, f"{{ staleAnswers {{ ... on StaleAnswers {{ answers {{ id }} {ALTERED} }} }} }}")
    assert stale["data"]["staleAnswers"] == {"answers": [{"id": good}], "altered": named}
    waiting = ask(REVIEWER, f"{{ answersToReview {{ ... on WaitingAnswers {{ answers {{ id }} {ALTERED} }} }} }}")
    assert waiting["data"]["answersToReview"] == {"answers": [], "altered": named}
    verified = ask(ANN, f'{{ verifyAnswer(id: "{bad}") {{ __typename ... on Problem {{ code }} }} }}')
    assert "RECORD_UNREADABLE" in str(verified)
