"""Bounds of subscriptions that hold whatever clients do: threads, streams at once, and nothing without a token."""

from __future__ import annotations

import asyncio
import threading
from dataclasses import replace
from typing import Any

import pytest
from anyio import CapacityLimiter

from api import streaming
from api.answering import GraphQLService
from api.explain_endpoint import STREAM_DOCUMENT
from api.schema import explanation_streams
from api.schema.build import build_schema
from api.streaming import Streams
from api.wire import GraphQLRequest, ProtocolError
from tests.api.conftest import COACH, World

ASKED = GraphQLRequest(
    STREAM_DOCUMENT,
    None,
    {
        "question": {"skillGap": {"targetRole": "r-lead", "person": "E1"}},
        "audience": "EMPLOYEE", "length": "NORMAL", "locale": "en", "mode": "TEMPLATE",
    },
)  # fmt: skip


@pytest.fixture
def streams(world: World) -> Streams:
    schema, verifier = build_schema(), world.issuer.verifier()
    return Streams(GraphQLService(schema, world.deps, verifier), schema, world.deps, verifier)


def test_no_document_is_looked_at_without_a_token(
    world: World, streams: Streams, monkeypatch: pytest.MonkeyPatch
) -> None:
    token = f"Bearer {world.token(COACH)}"
    assert streams.is_subscription(ASKED, token)
    monkeypatch.setattr(GraphQLService, "document_of", lambda *_: pytest.fail("a document was read"))
    for authorization in (None, "Bearer nonsense"):
        with pytest.raises(ProtocolError) as refused:
            streams.is_subscription(ASKED, authorization)
        assert refused.value.status == 401


def test_streams_that_were_let_in_together_do_not_pass_the_bound(
    world: World, streams: Streams, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(streaming, "MAX_STREAMS", 1)

    async def ask() -> tuple[Any, Any, Any]:
        token = f"Bearer {world.token(COACH)}"
        first, second = [await streams.open(ASKED, token, "r") for _ in range(2)]
        begun, refused = await anext(first), await anext(second)
        await first.aclose()
        await second.aclose()
        third = await streams.open(ASKED, token, "r")
        again = await anext(third)
        await third.aclose()
        return begun, refused, again

    begun, refused, again = asyncio.run(ask())
    assert begun["data"]["explain"]["__typename"] == again["data"]["explain"]["__typename"] == "ExplanationClaim"
    assert refused["errors"][0]["extensions"]["code"] == "OVERLOADED"


def test_one_caller_has_so_many_and_another_has_their_own(world: World) -> None:
    schema, verifier = build_schema(), world.issuer.verifier()
    service = GraphQLService(schema, world.deps, verifier)
    streams = Streams(service, schema, world.deps, verifier, per_caller=2)

    async def ask() -> None:
        coach = f"Bearer {world.token(COACH)}"
        held = [await streams.open(ASKED, coach, "r") for _ in range(3)]
        begun = [await anext(one) for one in held]
        assert [one["data"] is None for one in begun] == [False, False, True]  # let in together, and begun one by one
        assert "TOO_MANY_SUBSCRIPTIONS" in str(begun[2])
        with pytest.raises(ProtocolError, match="TOO_MANY_SUBSCRIPTIONS") as refused:
            await streams.open(ASKED, coach, "r")
        assert (refused.value.status, refused.value.headers) == (429, {"Retry-After": "1"})
        other = await streams.open(ASKED, f"Bearer {world.token(replace(COACH, subject='another'))}", "r")
        assert "ExplanationClaim" in str(await anext(other))
        for one in (*held, other):
            await one.aclose()
        again = await streams.open(ASKED, coach, "r")
        assert "ExplanationClaim" in str(await anext(again))
        await again.aclose()

    asyncio.run(ask())


def test_a_cancelled_stream_keeps_its_place_until_its_thread_is_done(monkeypatch: pytest.MonkeyPatch) -> None:
    begun, release = threading.Event(), threading.Event()
    done: list[str] = []

    def slow() -> None:
        begun.set()
        release.wait(10)
        done.append("slow")

    async def run() -> None:
        monkeypatch.setattr(explanation_streams, "_limiters", {"streams": CapacityLimiter(1)})
        first = asyncio.create_task(explanation_streams._in_thread(slow))
        await asyncio.to_thread(begun.wait, 10)
        first.cancel()
        unwanted = asyncio.create_task(explanation_streams._in_thread(lambda: done.append("unwanted")))
        await asyncio.sleep(0)
        unwanted.cancel()
        following = asyncio.create_task(explanation_streams._in_thread(lambda: done.append("following")))
        await asyncio.sleep(0.05)
        assert not first.done()
        assert done == []
        release.set()
        await following
        assert (await asyncio.gather(first, unwanted, return_exceptions=True))[0].__class__ is asyncio.CancelledError

    asyncio.run(run())
    assert done == ["slow", "following"]
