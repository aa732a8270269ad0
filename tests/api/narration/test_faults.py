"""Every fault of a provider: a complete answer in time, with the right code, on a streamed and on a plain reply."""

from __future__ import annotations

import os
from concurrent.futures import ThreadPoolExecutor

import openai
import pytest

from reasoning.answers import SkillGapRequest
from reasoning.gaps import skill_gap
from reasoning.narrators.templates import render
from reasoning.release import claims_of
from tests.api.narration.model_server import FAULTS, model_server
from tests.api.narration.narrating import Said, narrator, say
from tests.reasoning.building import NOW, index
from tests.reasoning.companies import solara

DEADLINE = 5.0
MARGIN = 1.0
PROVIDER = {"provider_error"}
EXPECTED: dict[str, set[str]] = {
    "none": set(),
    "too many requests": {"rate_limited"},
    "too many requests, come back in a second": {"rate_limited"},
    "server error": PROVIDER,
    "unavailable": PROVIDER,
    "bad request": {"rejected_request"},
    "unauthorized": {"rejected_request"},
    "slower than the deadline": {"deadline"},
    "truncated": {"truncated"},
    "truncated without saying so": {"truncated"},
    "refusal": {"refused"},
    "content filter": {"refused"},
    "empty": {"empty_reply"},
    "page of a proxy": {"not_json", "unexpected", "empty_reply"},
    "JSON that is no completion": {"not_json", "unexpected", "empty_reply"},
    "list instead of a completion": {"not_json", "unexpected", "empty_reply"},
    "dropped before a word": {"connection"},
    "dropped in the middle": {"connection", "truncated", "unexpected"},
    "slow drip": {"deadline"},
    "prose": {"not_json"},
    "prose before the object": {"not_json"},
    "prose behind the object": set(),
    "fenced": {"not_json"},
    "list": {"not_json"},
    "wrong keys": {"extra_key"},
    "missing keys": {"missing_key"},
    "no keys": {"missing_key"},
    "extra keys": set(),
    "duplicate keys": set(),
    "numbers for sentences": {"wrong_type"},
    "objects for sentences": {"wrong_type"},
    "null": {"wrong_type"},
    "empty sentences": {"empty_text"},
    "ten thousand characters": {"too_long", "shape"},
    "wrong language": {"endpoint_missing", "script"},
    "markup": {"markup"},
    "line breaks": {"shape"},
    "lone surrogate": {"missing_key", "truncated", "shape", "residue", "extra_key"},
    "no usage": set(),
}
"""Fault -> codes that may stand with a sentence that fell back; an empty set: nothing falls back."""

company, nodes = solara()
SNAPSHOT = company.snapshot()
ANSWER = skill_gap(
    SNAPSHOT, SkillGapRequest(index(SNAPSHOT, nodes["Ana"]), index(SNAPSHOT, nodes["Data scientist"]), now=NOW)
)
CLAIMS = list(claims_of(ANSWER))[:6]


@pytest.fixture(scope="module")
def outcomes() -> dict[tuple[str, bool], tuple[Said, int]]:
    """Each fault met once with a streamed and once with a plain reply, all at the same time."""

    def meet(case: tuple[str, bool]) -> tuple[Said, int]:
        name, stream = case
        with model_server() as server:
            server.always = FAULTS[name]
            narration = narrator(server.base_url, deadline=DEADLINE, stream=stream)
            try:
                return say(narration, CLAIMS), len(server.requests)
            finally:
                narration.close()

    cases = [(name, stream) for name in FAULTS for stream in (True, False)]
    with ThreadPoolExecutor(26) as pool:
        return dict(zip(cases, pool.map(meet, cases), strict=True))


def test_every_fault_has_an_expectation() -> None:
    assert EXPECTED.keys() == FAULTS.keys()


@pytest.mark.parametrize("stream", [True, False], ids=["streamed", "plain"])
@pytest.mark.parametrize("name", list(FAULTS))
def test_the_explanation_is_complete_in_time_and_says_why(
    outcomes: dict[tuple[str, bool], tuple[Said, int]], name: str, stream: bool
) -> None:
    said, asked = outcomes[name, stream]
    templates = {claim.id: render(claim) for claim in CLAIMS}
    assert sorted(one.claim_id for one in said.worded) == sorted(templates)
    assert said.seconds < DEADLINE + MARGIN
    assert all(text == templates[claim_id] for claim_id, text in said.texts.items())
    if name == "slow drip" and not stream:
        assert said.codes == set()  # nothing drips when the reply comes in one piece
        return
    if not EXPECTED[name]:
        assert said.codes == set()
    else:
        assert said.codes & EXPECTED[name]
        assert all(one.text is not None or one.codes for one in said.worded)
    assert asked <= 2


def test_the_client_is_of_the_major_that_is_meant() -> None:
    """The suite runs on both majors; the environment that shadows ours must really do so."""
    assert openai.__version__.startswith(os.environ.get("CAIRN_EXPECT_OPENAI", "3."))
