"""Breaker, budget, places and cache: how a model that fails, costs or is slow is kept from harming anybody."""

from __future__ import annotations

import subprocess
import sys
import threading
import time
from collections.abc import AsyncGenerator, Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from api.narration.breaker import BreakerState, CircuitBreaker
from api.narration.budget import Allowance, Budget, Prices, Spent
from api.narration.calls import Payer
from api.narration.configured import narration_of
from api.narration.narrator import ModelNarrator, NarrationOptions
from api.narration.record import Voice
from api.settings import load_settings
from ontology.errors import SettingInvalid
from reasoning.explaining.model import ModelFailedError, Piece
from reasoning.explaining.prompt import Prompt
from reasoning.explaining.replay import RecordingModel, ReplayModel
from reasoning.narrators.templates import render
from tests.api.narration.model_server import FAULTS, model_server
from tests.api.narration.narrating import NOON, line, narrator, say
from tests.reasoning.answering import sample_claims

CLAIMS = [replace(claim, id=f"c{number}") for number, claim in enumerate(sample_claims()[0][:4])]


ROOT = Path(__file__).resolve().parents[3]


class Clock:
    """A clock that tests turn."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


class Scripted:
    """A model that does what it is told."""

    name = "scripted"

    def __init__(self, act: Callable[[Prompt], str]) -> None:
        self.act, self.calls = act, 0

    async def speak(self, prompt: Prompt) -> AsyncGenerator[Piece, None]:
        self.calls += 1
        yield self.act(prompt)

    async def close(self) -> None:
        """Nothing to close."""


def failing(prompt: Prompt) -> str:
    raise ModelFailedError("provider_error")


def test_the_breaker_opens_after_five_failures_in_a_minute_and_tries_again() -> None:
    clock = Clock()
    breaker = CircuitBreaker(clock)
    for second in range(4):
        clock.now = float(second)
        assert breaker.admit()
        breaker.failed()
    clock.now = 61.5  # two of the four are over a minute old
    breaker.failed()
    assert str(breaker.state) == "closed"
    breaker.failed()
    breaker.failed()
    assert str(breaker.state) == "open"
    assert not breaker.admit()
    clock.now += 30.0
    assert str(breaker.state) == "half_open"
    assert breaker.admit()
    assert not breaker.admit()  # one call tries, the others wait
    breaker.failed()
    assert str(breaker.state) == "open"
    clock.now += 30.0
    assert breaker.admit()
    breaker.gave_up()
    assert breaker.admit()
    breaker.succeeded()
    assert str(breaker.state) == "closed"


def test_an_open_breaker_asks_nobody() -> None:
    model = Scripted(failing)
    narration = ModelNarrator(line(model, breaker=CircuitBreaker(time.monotonic)), NarrationOptions())
    codes = [say(narration, CLAIMS[:1]).codes for _ in range(7)]
    assert codes == [{"provider_error"}] * 5 + [{"breaker_open"}] * 2
    assert model.calls == 5
    assert narration.breaker is BreakerState.OPEN
    narration.close()


def test_a_day_has_a_budget_for_each_tenant() -> None:
    now = [NOON]
    budget = Budget(Allowance(tokens=1000), Prices(1.0, 2.0), lambda: now[0])
    assert budget.reserve("acme", 900) is None
    assert budget.reserve("acme", 200) == "budget"
    assert budget.reserve("rival", 200) is None
    budget.settle("acme", 900, 100, 50)
    assert budget.spent("acme").tokens == 150
    assert budget.spent("acme").cost == pytest.approx(0.0002)
    assert budget.reserve("acme", 200) is None
    now[0] += timedelta(days=1)
    assert budget.spent("acme") == Spent()


def test_money_is_bounded_too() -> None:
    budget = Budget(Allowance(cost=0.001), Prices(1.0, 4.0), lambda: datetime(2026, 1, 1, tzinfo=UTC))
    assert budget.reserve("acme", 251) == "budget"
    assert budget.reserve("acme", 250) is None
    budget.settle("acme", 250, 0, 0)
    assert budget.spent("acme").cost == 0.0


def test_one_caller_uses_no_more_than_a_share_of_the_day() -> None:
    now = [NOON]
    budget = Budget(Allowance(tokens=1000, cost=0.004, caller_share=0.5), Prices(1.0, 4.0), lambda: now[0])
    assert budget.reserve("acme", 500, "ann") is None
    assert budget.reserve("acme", 1, "ann") == "caller_budget"
    assert budget.reserve("rival", 500, "ann") is None  # somebody else of that name
    assert budget.reserve("acme", 500, "ben") is None
    assert budget.reserve("acme", 1, "cem") == "budget"
    budget.settle("acme", 500, 100, 20, "ann")
    own, whole = budget.spent("acme", "ann"), budget.spent("acme")
    assert (own.tokens, whole.tokens) == (120, 620)
    assert [own.cost, whole.cost] == pytest.approx([0.00018, 0.00218])
    assert budget.reserve("acme", 380, "ann") is None
    assert budget.reserve("acme", 1) == "budget"
    now[0] += timedelta(days=1)
    assert budget.spent("acme", "ann") == budget.spent("acme") == Spent()


def test_a_caller_who_used_their_share_is_told_and_the_others_go_on() -> None:
    with model_server() as server:
        budget = Budget(Allowance(tokens=20_000, caller_share=0.5), Prices(), lambda: NOON)
        narration = narrator(server.base_url, budget=budget)
        assert budget.reserve("acme", 10_000, "ann") is None
        assert say(narration, CLAIMS[:1], caller="ann").codes == {"caller_budget"}
        assert not server.requests
        assert say(narration, CLAIMS[:1], caller="ben").codes == set()
        narration.close()


def test_one_caller_takes_half_of_the_places_at_most() -> None:
    narration = ModelNarrator(line(Scripted(lambda _: "{}")), NarrationOptions(waiting=3))
    ann, ben = Payer("acme", "ann"), Payer("acme", "ben")
    assert [narration._enter(one) for one in (ann, ann, ann, ben, ben)] == [True, True, False, True, False]
    narration._leave(ann)
    assert narration._enter(ben)
    for one in (ann, ben, ben):
        narration._leave(one)
    assert not narration._inside
    narration.close()


def test_a_spent_budget_asks_nobody_and_what_is_used_is_counted() -> None:
    with model_server() as server:
        narration = narrator(server.base_url, budget=Budget(Allowance(tokens=3000), Prices(), lambda: NOON))
        first = say(narration, CLAIMS)
        assert first.record.exact_usage
        assert narration.spent("acme").tokens == first.record.prompt_tokens + first.record.completion_tokens > 0
        asked = len(server.requests)
        outcomes = [say(narration, CLAIMS[number : number + 1]).codes for number in range(4)]
        assert {"budget"} in outcomes
        assert len(server.requests) - asked == sum(codes != {"budget"} for codes in outcomes)
        assert narration.spent("acme").tokens <= 3000
        assert say(narration, CLAIMS, tenant="rival").codes == set()
        narration.close()


def test_only_so_many_wait_for_a_slow_model() -> None:
    with model_server() as server:
        server.always = FAULTS["slower than the deadline"]
        model = narrator(server.base_url)
        narration = ModelNarrator(model._line, NarrationOptions(deadline_seconds=1.0, waiting=2))
        found: list[set[str]] = []
        threads = [threading.Thread(target=lambda: found.append(say(narration, CLAIMS).codes)) for _ in range(5)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert sorted(found, key=sorted) == [{"busy"}] * 3 + [{"deadline"}] * 2
        narration.close()


def test_a_caller_who_leaves_frees_the_place_and_hurts_nobody() -> None:
    with model_server() as server:
        base = narrator(server.base_url)
        breaker = CircuitBreaker(time.monotonic, failures=1)
        narration = ModelNarrator(line(base._line.model, breaker=breaker), NarrationOptions(waiting=1))
        words = narration.word(CLAIMS, Voice(), "acme", narration.deadline())
        next(words)
        words.close()
        assert say(narration, CLAIMS).codes == set()
        assert breaker.state is BreakerState.CLOSED
        narration.close()


def test_what_was_accepted_is_not_asked_for_again_by_the_same_tenant() -> None:
    with model_server() as server:
        narration = narrator(server.base_url)
        first, again = say(narration, CLAIMS), say(narration, CLAIMS)
        assert first.texts == again.texts
        assert (again.record.calls, again.record.cached, len(server.requests)) == (0, 1, 1)
        assert say(narration, CLAIMS, tenant="rival").record.calls == 1
        narration.close()


def test_a_recorded_model_says_the_same_without_a_model() -> None:
    with model_server() as server:
        recording = RecordingModel(narrator(server.base_url)._line.model)
        live = ModelNarrator(line(recording), NarrationOptions())
        said = say(live, CLAIMS)
        live.close()
    replayed = ModelNarrator(line(ReplayModel(recording.recorded)), NarrationOptions())
    assert say(replayed, CLAIMS).texts == said.texts == {claim.id: render(claim) for claim in CLAIMS}
    empty = ModelNarrator(line(ReplayModel({})), NarrationOptions())
    assert say(empty, CLAIMS).codes == {"not_recorded"}
    replayed.close()
    empty.close()


def test_nobody_without_a_model_loads_its_client() -> None:
    script = (
        "import sys, api.cli.demo, api.cli.query, api.cli.serve\n"
        "from api.narration.configured import narration_of\n"
        "from api.settings import load_settings\n"
        "assert narration_of(load_settings(), lambda: None) is None\n"
        "print('openai' in sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", script],
        cwd=ROOT,
        env={"PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.strip() == "False"


def test_settings_switch_it_on(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("OPENAI_API_KEY", "OPENAI_BASE_URL"):
        monkeypatch.delenv(name, raising=False)
    assert narration_of(load_settings(), lambda: NOON) is None
    narration = narration_of(
        load_settings(openai_base_url="http://127.0.0.1:1/v1", model="small", model_off_tenants="a, b"), lambda: NOON
    )
    assert narration is not None
    assert narration.model == "small"
    assert [narration.refusal(tenant, "skill_gap") for tenant in ("a", "b", "c")] == ["off_for_tenant"] * 2 + [None]
    narration.close()
    with pytest.raises(SettingInvalid, match="CAIRN_MODEL_OFF_PURPOSES"):
        narration_of(load_settings(model_off_purposes="gossip"), lambda: NOON)
