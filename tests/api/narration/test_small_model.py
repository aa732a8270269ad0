"""A real model as adversary over the sample company: what it gets released is supported, the rest is counted."""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import Any

import pytest

from api.evaluation.explanations import JudgedSentence, Tally, evaluate
from api.narration.narrator import ModelNarrator, NarrationOptions
from api.narration.openai_model import Connection, OpenAIModel
from api.use_cases.explanation import MODEL, ExplainedClaim, Wish, explain
from api.use_cases.skill_gap import SkillGapQuestion, skill_gap
from ingestion.sample import FLAGSHIP
from reasoning.style import Audience, Length, Style
from tests.api.narration import small_model
from tests.api.narration.narrating import line
from tests.api.narration.sample_company import coach, sample_store
from tests.api.narration.support import unsupported

NO_MODEL = "no small model here: .ci/model_adversary runs this in an environment of its own"
pytestmark = [
    pytest.mark.skipif(not small_model.PYTHON, reason=NO_MODEL),
    pytest.mark.slow,
]
SECONDS = 40.0
DEADLINE = 12.0
WISH = Wish(audience=Audience.COACH, length=Length.BRIEF)
STYLE = Style(audience=Audience.COACH, length=Length.BRIEF)


@dataclass
class Outcome:
    """What the model came to within its minute."""

    tally: Tally
    judged: list[JudgedSentence]
    flagship: list[ExplainedClaim]
    longest: float


@pytest.fixture(scope="module")
def outcome() -> Outcome:
    with small_model.small_model() as url:
        model = OpenAIModel(Connection(small_model.NAME, "none", url, temperature=0.0, read_seconds=DEADLINE))
        options = NarrationOptions(deadline_seconds=DEADLINE, parallel_calls=1, claims_per_call=2)
        narration = ModelNarrator(line(model), options)
        started, tally, judged = time.monotonic(), Tally(), list[JudgedSentence]()
        question = SkillGapQuestion(FLAGSHIP.target_role_id, FLAGSHIP.person_id)
        flagship = explain(skill_gap(coach(narration), question), WISH)
        longest, asked = flagship.record.seconds, time.monotonic()
        for found in evaluate(lambda: coach(narration), 30, WISH, seed=135, tally=tally):
            judged += found
            longest = max(longest, tally.seconds[-1])
            if time.monotonic() - started > SECONDS:
                break
        assert time.monotonic() - asked < SECONDS + 2 * DEADLINE
        narration.close()
    return Outcome(tally, judged, list(flagship.claims), longest)


def test_every_released_sentence_is_supported(outcome: Outcome) -> None:
    assert outcome.judged
    assert [one for one in outcome.judged if one.unsupported] == []
    report: dict[str, Any] = outcome.tally.report(small_model.NAME)
    assert report["support"] == 1.0


def test_other_eyes_agree_about_the_flagship(outcome: Outcome) -> None:
    """Deadline or not, what was said of her holds against the edges in the store."""
    store = sample_store()
    labels = {
        str(node.properties["name"]) for key, node in store.nodes.items() if key.label in ("Skill", "Role", "Course")
    }
    edges = {
        edge.edge_id: store._cited(store.edge_records[edge.edge_id])
        for one in outcome.flagship
        for edge in one.claim.edges
    }
    for one in outcome.flagship:
        if one.origin == MODEL:
            assert unsupported(one.claim, one.pseudonymous, edges, labels, STYLE) == []
    assert outcome.flagship


def test_every_fallback_has_its_codes_and_is_counted(outcome: Outcome) -> None:
    """An answer that a human must release first is not given to the model and is no fallback."""
    by_model = [one for one in outcome.judged if one.origin == MODEL]
    fell_back = [one for one in outcome.judged if one.origin != MODEL and one.codes]
    assert sum(outcome.tally.rejected.values()) == sum(len(one.codes) for one in fell_back)
    assert outcome.tally.by_model == len(by_model)
    assert outcome.tally.asked_model == len(by_model) + len(fell_back) > 0


def test_deadlines_hold(outcome: Outcome) -> None:
    assert outcome.longest < DEADLINE + 2.0
